// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"
#include "ui/Preferences.h"

#include <QDBusConnection>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace inlet::ui
{

/// Desktop notifications (org.freedesktop.Notifications): new replies of people and mailboxes that need
/// their user. The first reply comes at once, what follows within five minutes as one summary; mailboxes
/// that break together are one notification. Automatic
/// replies and bounces never. Without such a service nothing happens. Thread: GUI; never waits.
class Notifier : public QObject
{
    Q_OBJECT

public:
    struct Context {
        engine::Engine &engine;
        QDBusConnection bus;
        std::function<bool(ConversationId)> isOnScreen;
        std::chrono::milliseconds batch = std::chrono::minutes(5);
        /// Mailboxes of one provider break together: the first word about them waits for the others.
        std::chrono::milliseconds gather = std::chrono::seconds(3);
    };
    explicit Notifier(const Context &context, QObject *parent = nullptr);

    void setPreferences(const Preferences &preferences) { m_preferences = preferences; }

Q_SIGNALS:
    void openRequested(inlet::ConversationId conversation); ///< none: just the window
    void replyRequested(inlet::ConversationId conversation);
    void mailboxesRequested();

private Q_SLOTS:
    void onAction(uint id, const QString &action);
    void onClosed(uint id);

private:
    struct Shown {
        ConversationId conversation;
        bool isMailbox = false;
    };
    struct Message {
        QString title;
        QString body;
        QStringList actions; ///< key and words, one after the other
        bool urgent = false;
    };
    void onNewMail(ConversationId conversation);
    void onRow(const store::ConversationRow &row);
    void onStatus(AccountId account);
    void tellBroken();
    [[nodiscard]] QString namesOf(const QList<AccountId> &broken) const;
    void flush();
    void show(const Message &message, const Shown &about);
    [[nodiscard]] bool isWanted(const store::ConversationRow &row) const;
    [[nodiscard]] Message messageOf(const store::ConversationRow &row) const;

    Context m_context;
    Preferences m_preferences;
    QList<store::ConversationRow> m_waiting; ///< for the summary
    QTimer m_batch;
    QList<AccountId> m_broken; ///< not told yet
    QTimer m_brokenTimer;
    QHash<uint, Shown> m_shown;
    QHash<AccountId, engine::MailboxState> m_states;
};

} // namespace inlet::ui
