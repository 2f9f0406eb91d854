// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"
#include "ui/NotificationService.h"
#include "ui/Preferences.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <functional>

namespace inlet::ui
{

/// Which mail is told on the desktop, and when: replies of people in the categories and mailboxes that the
/// rep chose or in a saved view that asks for it, mailboxes that need their user, and sending that is warned
/// about or stopped. The first reply comes at once, what follows within five
/// minutes as one summary; mailboxes that break together are one notification. In quiet hours, and while
/// the desktop asks not to disturb, all of it waits and is one summary at their end, of what is still
/// unread then. Automatic replies and bounces never. Thread: GUI; never waits.
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
        std::function<QDateTime()> now = &QDateTime::currentDateTime; ///< local
        /// How often the clock is looked at: a timer of hours would be late after the computer slept.
        std::chrono::milliseconds look = std::chrono::seconds(20);
    };
    explicit Notifier(const Context &context, QObject *parent = nullptr);

    void setPreferences(const Preferences &preferences);

Q_SIGNALS:
    void openRequested(inlet::ConversationId conversation); ///< none: what needs an answer
    void replyRequested(inlet::ConversationId conversation);
    void mailboxesRequested();
    void bouncesRequested();

private:
    using Rows = QList<store::ConversationRow>;
    void onNewMail(AccountId account, ConversationId conversation);
    void onRow(const store::ConversationRow &row);
    void onStatus(AccountId account);
    void onNotice(const engine::Notice &notice);
    void onChanged(const store::ChangeSet &changes);
    void takeBackRead();
    void onPressed(qint64 tag, const QString &action);
    void tellHealth();
    void tellBroken();
    void tellBounces();
    [[nodiscard]] QString namesOf(const QList<AccountId> &broken) const;
    /// Nothing is to be told now.
    [[nodiscard]] bool isHushed() const;
    void lookAtHush();
    void flush();
    void tell(const Rows &rows);
    void queue(const store::ConversationRow &row);
    [[nodiscard]] bool isUnseenReply(const store::ConversationRow &row) const;
    [[nodiscard]] bool isWanted(const store::ConversationRow &row) const;
    [[nodiscard]] NotificationService::Message messageOf(const store::ConversationRow &row) const;
    [[nodiscard]] static NotificationService::Message summaryOf(const Rows &rows);

    Context m_context;
    NotificationService m_service;
    Preferences m_preferences;
    QSet<ConversationId> m_waiting; ///< for the summary
    QSet<ConversationId> m_inViews; ///< a saved view asks for them
    QTimer m_batch;
    QList<AccountId> m_broken; ///< not told yet
    QHash<QString, engine::Notice> m_bounces; ///< not told yet, by id
    QHash<QString, engine::Notice::Severity> m_bouncesTold;
    QTimer m_healthTimer; ///< for both
    QHash<AccountId, engine::MailboxState> m_states;
    bool m_wasHushed = false;
    QTimer m_look; ///< runs while something is hushed
    QSet<ConversationId> m_touched; ///< told about, and changed since
    QTimer m_touchedTimer;
    QObject m_flushContext;
    QObject m_touchedContext;
};

} // namespace inlet::ui
