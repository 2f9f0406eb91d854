// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "imap/values/Imap.h"
#include "store/values/Conversation.h"
#include "store/values/Suppression.h"

#include <QByteArrayList>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace inlet::store
{

enum class TriageVerb {
    MarkRead,
    MarkUnread,
    Star,
    Unstar,
    Archive,
    Unarchive,
    Delete, ///< to Trash
    Junk,
    SetCategory,
    Snooze,
    Unsnooze,
    MoveToOther, ///< "this is no prospect"
    MoveToProspects,
    Remind, ///< needs an answer at `until` if nobody writes before
    Unremind,
    AddRule, ///< of undo steps only, see TriageWrites::addRule
    SortAway, ///< category and archive, one step of the undo stack
    Mute, ///< out of the inbox lists, whatever comes, until the rep takes it back
    Unmute,
    MoveToFolder, ///< their mails in the mailbox of `folder`
    SamePerson, ///< joins the conversation with `with`, or makes `address` one of theirs
    SetKind, ///< the newest mail of theirs is a `kind`, whatever the evidence said
    RemoveCategory, ///< of undo steps only, see TriageWrites::removeCategory
    Label, ///< puts labels on and takes labels off
};
[[nodiscard]] QString nameOf(TriageVerb verb);

/// One key press on one or many conversations.
struct TriageAction {
    TriageVerb verb = TriageVerb::MarkRead;
    QList<ConversationId> conversations;
    Category category = Category::Unsorted; ///< SetCategory, SortAway
    QDateTime until; ///< Snooze, Remind
    FolderId folder; ///< MoveToFolder: one without a role, the inbox or the archive
    ConversationId with; ///< SamePerson; none: `address` has not written yet
    QString address; ///< SamePerson
    /// Put on the do-not-contact list with it, all or none; undo takes off those that were new.
    QList<Suppression> suppress;
    UndoId continues; ///< a press on very many, part by part: this belongs to that step
    bool byHand = true; ///< false (read after a moment on screen): takes no place in the undo stack
    triage::Kind kind = triage::Kind::Human; ///< SetKind: Human, AutoReply or Bounce
    StoredMessageId message; ///< SetKind: that mail and no other; none: the newest of theirs
    QStringList lift; ///< SetKind: patterns taken off the do-not-contact list with it; undo puts them back
    QStringList addLabels; ///< Label: names; of mailboxes whose server keeps none, nothing changes
    QStringList removeLabels; ///< Label
    bool resume = false; ///< with `lift`: what failed because of them, and is not late, waits again

    bool operator==(const TriageAction &) const = default;
};

/// A change that a server still has to learn. Written in the same transaction as the local change.
struct Operation {
    enum class Type { SetFlags, ClearFlags, Move };

    OperationId id;
    AccountId account;
    Type type = Type::SetFlags;
    FolderId folder; ///< where the message lies when the operation was made
    UidValidity uidValidity;
    ImapUid uid;
    StoredMessageId message;
    QByteArrayList flags; ///< SetFlags, ClearFlags
    imap::FolderRole target = imap::FolderRole::None; ///< Move
    FolderId targetFolder; ///< Move, where no role says it
    UndoId undo; ///< the key press it belongs to
    int attempts = 0;

    bool operator==(const Operation &) const = default;
};

/// One step of the undo stack, newest first; shown in the toast.
struct UndoStep {
    UndoId id;
    TriageVerb verb = TriageVerb::MarkRead;
    int conversations = 0;
    QString firstName; ///< of the first conversation's prospect
    QDateTime at;

    bool operator==(const UndoStep &) const = default;
};

/// What a part of taking back came to.
struct UndoPart {
    UndoStep step; ///< its conversations: of this part
    qint64 left = 0; ///< conversations of the step that are still to be taken back

    bool operator==(const UndoPart &) const = default;
};

} // namespace inlet::store
