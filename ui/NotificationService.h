// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusPendingCall>
#include <QHash>
#include <QObject>
#include <QStringList>

namespace inlet::ui
{

/// The desktop's notification service (org.freedesktop.Notifications): tells, takes back, says what was
/// pressed and whether it asks not to disturb. Without such a service nothing happens.
/// Thread: GUI; never waits.
class NotificationService : public QObject
{
    Q_OBJECT

public:
    struct Message {
        QString title;
        QString body; ///< plain text
        QStringList actions; ///< key and words, one after the other
        bool urgent = false;
    };

    explicit NotificationService(const QDBusConnection &bus, QObject *parent = nullptr);

    /// `tag` comes back with what is pressed; not negative. More may have the same.
    void show(const Message &message, qint64 tag);
    /// Those of that tag go.
    void close(qint64 tag);
    [[nodiscard]] QList<qint64> shown() const { return m_shown.values(); }
    /// The user has told the desktop not to be disturbed. Not every service says so: those that do not
    /// keep the peace themselves.
    [[nodiscard]] bool isInhibited() const { return m_inhibited; }

Q_SIGNALS:
    void pressed(qint64 tag, const QString &action);
    void inhibitedChanged(bool inhibited);

private Q_SLOTS:
    void onAction(uint id, const QString &action);
    void onClosed(uint id);
    void onProperties(const QString &interface, const QVariantMap &changed, const QStringList &invalidated);

private:
    void ask();
    void setInhibited(bool inhibited);

    QDBusConnection m_bus;
    QHash<uint, qint64> m_shown; ///< tags
    bool m_inhibited = false;
    quint64 m_generation = 0; ///< of the service: numbers of an earlier one are not those of this one
};

} // namespace inlet::ui
