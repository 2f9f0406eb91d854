// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Operations.h"
#include "store/Outgoing.h"
#include "store/values/Rule.h"

#include <QHash>
#include <QPair>

#include <functional>

namespace inlet::store
{

/// Newest first, at most 100. Throws. Thread: that of the connection.
QList<UndoStep> readUndoStack(Connection &db);

/// Key presses of the rep: rows, undo record, decisions and operations together. Thread: the
/// writer. Throws.
class TriageTable
{
public:
    TriageTable(WriteContext &context, Aggregates &aggregates);
    UndoId apply(const TriageAction &action);
    UndoStep undo(std::optional<UndoId> step);
    UndoPart undoPart(std::optional<UndoId> step, int conversations);
    QList<UndoStep> undoSince(const QDateTime &since);
    UndoId removeCategory(Category category);
    RuleId addRule(const Rule &rule);
    void setNote(ConversationId conversation, const QString &note);

private:
    [[nodiscard]] QString argumentOf(const TriageAction &action);
    void record(ConversationId conversation, const TriageAction &action);
    void applyTo(ConversationId conversation, const TriageAction &action);
    void flag(const QList<qint64> &locations, int bit, bool set);
    void move(const QList<qint64> &locations, imap::FolderRole role, FolderId folder = {});
    void rememberPlace(qint64 location, int mask);
    void rememberPerson(qint64 person);
    void setCategory(ConversationId conversation, Category category);
    void dropKeyword(const QByteArray &keyword);
    /// The keyword goes to the newest mail of theirs (empty: to none); others of its kind are taken off.
    void moveKeywords(ConversationId conversation, const QByteArray &keyword, const std::function<bool(const QByteArray &)> &isOfKind);
    void moveToFolder(ConversationId conversation, FolderId folder);
    void changeLabels(ConversationId conversation, const TriageAction &action);
    [[nodiscard]] QByteArray labelKeyword(const QString &name, bool gmail);
    void requireLabelled(const TriageAction &action); ///< throws Config with words where no mail could take a label
    [[nodiscard]] static QString labelArgument(const TriageAction &action); ///< "+Work, -Later"
    void setMuted(ConversationId conversation, bool muted);
    void unmute(ConversationId conversation); ///< where it is muted
    void suppress(const Suppression &entry, bool asDecision);
    void suppressPeople(ConversationId conversation);
    void archive(ConversationId conversation);
    void moveToOther(ConversationId conversation);
    void moveToProspects(ConversationId conversation);
    void joinPeople(ConversationId conversation, const TriageAction &action);
    [[nodiscard]] StoredMessageId mailOf(ConversationId conversation, const TriageAction &action);
    void setKind(ConversationId conversation, const TriageAction &action);
    void lift(const TriageAction &action);
    void putBack(UndoId step); ///< what lift() took off
    void trimStack();
    [[nodiscard]] QList<qint64> places(const char *sql, ConversationId conversation);

    void beginStep(const TriageAction &action, qint64 conversations, const QString &firstName);
    [[nodiscard]] UndoStep stepOf(std::optional<UndoId> wanted);
    [[nodiscard]] UndoId splitOff(const UndoStep &step, int conversations);
    [[nodiscard]] TriageVerb verbOf(UndoId step);
    void restoreConversations(UndoId step);
    void restorePlaces(UndoId step);
    void restorePeople(UndoId step);
    void restoreRules(UndoId step);
    void liftSuppressions(const UndoStep &step);
    void takeBackDecisions(UndoId step);

    WriteContext &m_context;
    Aggregates &m_aggregates;
    OperationTable m_operations;
    UndoId m_step;
    bool m_labelled = false; ///< of this action: a mail could take a label
    QStringList m_unlabelled; ///< mailboxes that keep none
    QPair<QString, QString> m_tooLong; ///< label, and the mailbox whose server takes no such name
    QHash<QPair<QString, bool>, QByteArray> m_labelKeywords; ///< of names, on Gmail or not
};

} // namespace inlet::store
