// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/NotificationService.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QDBusVariant>

#include <utility>

namespace inlet::ui
{

namespace
{

const QString kService = QStringLiteral("org.freedesktop.Notifications");
const QString kPath = QStringLiteral("/org/freedesktop/Notifications");
const QString kProperties = QStringLiteral("org.freedesktop.DBus.Properties");
const QString kInhibited = QStringLiteral("Inhibited");
constexpr qsizetype kMostRemembered = 200;

} // namespace

NotificationService::NotificationService(const QDBusConnection &bus, QObject *parent) : QObject(parent), m_bus(bus)
{
    auto *watcher = new QDBusServiceWatcher(kService, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, [this](const QString &, const QString &, const QString &owner) {
        ++m_generation;
        m_shown.clear();
        setInhibited(false);
        if (!owner.isEmpty())
            ask();
    });
    m_bus.connect(kService, kPath, kService, QStringLiteral("ActionInvoked"), this, SLOT(onAction(uint, QString)));
    m_bus.connect(kService, kPath, kService, QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint)));
    m_bus.connect(kService, kPath, kProperties, QStringLiteral("PropertiesChanged"), this,
        SLOT(onProperties(QString, QVariantMap, QStringList)));
    ask();
}

void NotificationService::ask()
{
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kProperties, QStringLiteral("Get"));
    call.setArguments({kService, kInhibited});
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, generation = m_generation](QDBusPendingCallWatcher *finished) {
        const QDBusPendingReply<QDBusVariant> reply = *finished;
        finished->deleteLater();
        if (!reply.isError() && generation == m_generation)
            setInhibited(reply.value().variant().toBool());
    });
}

void NotificationService::onProperties(const QString &interface, const QVariantMap &changed, const QStringList &invalidated)
{
    if (interface != kService)
        return;
    if (changed.contains(kInhibited))
        setInhibited(changed.value(kInhibited).toBool());
    else if (invalidated.contains(kInhibited))
        ask();
}

void NotificationService::setInhibited(bool inhibited)
{
    if (std::exchange(m_inhibited, inhibited) != inhibited)
        Q_EMIT inhibitedChanged(inhibited);
}

/// The body is markup for most services: what strangers wrote is escaped.
void NotificationService::show(const Message &message, qint64 tag)
{
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kService, QStringLiteral("Notify"));
    QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("inlet")}, {QStringLiteral("category"), QStringLiteral("email.arrived")}};
    hints.insert(QStringLiteral("urgency"), QVariant::fromValue(uchar(message.urgent ? 2 : 1)));
    constexpr int kServiceDecides = -1;
    call.setArguments({QStringLiteral("Inlet"), 0U, QStringLiteral("inlet"), message.title, message.body.toHtmlEscaped(), message.actions, hints,
        kServiceDecides});
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, tag, generation = m_generation](QDBusPendingCallWatcher *finished) {
        const QDBusPendingReply<uint> reply = *finished;
        finished->deleteLater();
        // An error: a desktop without notifications. The first call may have started the service.
        if (reply.isError() || (generation != m_generation && !m_shown.isEmpty()))
            return;
        if (m_shown.size() >= kMostRemembered)
            m_shown.clear();
        m_shown.insert(reply.value(), tag);
    });
}

void NotificationService::close(qint64 tag)
{
    const QList<uint> ids = m_shown.keys(tag);
    for (const uint id : ids) {
        m_shown.remove(id);
        QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kService, QStringLiteral("CloseNotification"));
        call.setArguments({id});
        m_bus.asyncCall(call);
    }
}

void NotificationService::onAction(uint id, const QString &action)
{
    const auto found = m_shown.constFind(id);
    if (found != m_shown.constEnd()) // else of another program
        Q_EMIT pressed(*found, action);
}

void NotificationService::onClosed(uint id)
{
    m_shown.remove(id);
}

} // namespace inlet::ui
