// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"

#include <QAbstractListModel>
#include <QSet>

namespace inlet::ui
{

enum class TimelineRole {
    Kind = Qt::UserRole + 1, ///< int(TimelineKind)
    Message, ///< store::MessageItem of messages
    IsOpen, ///< bool: its text is shown
    HiddenCount, ///< int: messages behind a fold
    Icon, ///< QString: of events
    IsBad, ///< bool: an event that should be seen
};

enum class TimelineKind {
    Message,
    Seam, ///< mailbox or subject changes here
    Fold, ///< older messages that are not shown yet
    Event, ///< a decision, or what became of a mail of ours
};

/// The messages of one conversation as they stand under each other, oldest first, with the lines
/// between them. Long conversations show their first and their newest messages until asked for more.
/// Thread: GUI.
class ConversationModel : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int kShownAtEnd = 12;
    static constexpr int kStep = 50; ///< more messages a click on the fold

    explicit ConversationModel(engine::Engine &engine, QObject *parent = nullptr);

    void setConversation(ConversationId id); ///< none: empty
    [[nodiscard]] ConversationId conversation() const { return m_id; }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] QString problem() const { return m_problem; }
    /// Head of the conversation; subject, prospect and counts.
    [[nodiscard]] const store::ConversationRow &head() const { return m_head; }
    [[nodiscard]] const QList<store::MessageItem> &messages() const { return m_messages; }
    /// The message to answer: the newest human one, else the newest.
    [[nodiscard]] const store::MessageItem *answerable() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    void setOpen(int row, bool open);
    void setAllOpen(bool open);
    void showMore(); ///< behind the fold

Q_SIGNALS:
    void conversationChanged(); ///< another one, or none
    void headChanged();
    void loaded(); ///< first answer for the conversation

private:
    struct Entry {
        TimelineKind kind = TimelineKind::Message;
        qsizetype message = -1; ///< index in m_messages; of a seam: the message below
        StoredMessageId id; ///< of that message: entries are compared by it
        QString text; ///< seams and events
        int hidden = 0; ///< folds
        QString icon; ///< events
        bool bad = false;

        [[nodiscard]] bool isSame(const Entry &other) const
        {
            return kind == other.kind && id == other.id && text == other.text && hidden == other.hidden && icon == other.icon;
        }
    };
    void fetch();
    void onDetail(const engine::ConversationDetail &detail);
    void fetchDecisions();
    void openDefaults();
    void rebuild();
    [[nodiscard]] QList<Entry> makeEntries() const;
    [[nodiscard]] QString seamBefore(qsizetype message) const;
    [[nodiscard]] QString sentence(const store::MessageItem &message) const;

    engine::Engine &m_engine;
    ConversationId m_id;
    store::ConversationRow m_head;
    QList<store::MessageItem> m_messages;
    QList<store::DecisionRecord> m_decisions; ///< newest first
    QList<Entry> m_entries;
    QSet<StoredMessageId> m_open;
    int m_shown = kShownAtEnd;
    bool m_loading = false;
    bool m_again = false; ///< changed while an answer is on its way
    bool m_pending = false;
    QString m_problem;
    QObject m_context;
};

} // namespace inlet::ui

Q_DECLARE_METATYPE(inlet::store::MessageItem)
