// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/KeyringLock_p.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace inlet::secrets
{

namespace
{

constexpr int kPatienceMs = 2000;

} // namespace

void askLock(QObject *context, std::function<void(Lock)> done)
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
            QStringLiteral("/org/freedesktop/secrets/aliases/default"),
            QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    question << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    question.setAutoStartService(false);
    auto *watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(question, kPatienceMs), context);
    QObject::connect(
        watcher, &QDBusPendingCallWatcher::finished, context, [watcher, done = std::move(done)] {
            watcher->deleteLater();
            const QDBusPendingReply<QDBusVariant> reply = *watcher;
            if (!reply.isValid())
                done(Lock::Unknown);
            else
                done(reply.value().variant().toBool() ? Lock::Locked : Lock::Open);
        });
}

} // namespace inlet::secrets
