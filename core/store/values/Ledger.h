// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "store/values/Conversation.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace inlet::store
{

/// One outgoing message and its life. The bytes are fixed when the row is made.
struct LedgerRow {
    LedgerId id;
    AccountId account;
    ConversationId conversation; ///< none for a mail to somebody new until it is filed
    DraftId draft; ///< came from; kept until the message is accepted
    QString messageId; ///< ours, without brackets
    QString sender;
    QStringList recipients; ///< envelope: To, Cc and Bcc
    QString subject;
    LedgerState state = LedgerState::UndoWindow;
    QDateTime createdAt;
    QDateTime dueAt; ///< end of the undo window, or of the next attempt
    QDateTime stateAt; ///< when the state was reached
    int attempts = 0;
    QByteArray serverReply; ///< the words that decided
    QString note; ///< plain words: why it waits or failed
    bool appended = false; ///< we filed the Sent copy ourselves

    bool operator==(const LedgerRow &) const = default;
};

/// Why such a row failed, for its note.
[[nodiscard]] QString suppressedNote(const QString &recipient);

/// An unsent text; survives a kill.
struct Draft {
    DraftId id;
    AccountId account;
    QString from; ///< one of the account's aliases; empty: its own address
    ConversationId conversation;
    StoredMessageId answers; ///< message being answered or forwarded
    enum class Mode { New, Reply, ReplyAll, Forward } mode = Mode::New;
    QString to; ///< as typed
    QString cc;
    QString bcc;
    QString subject;
    QString text;
    QString html; ///< empty: plain text
    QString inReplyTo;
    QStringList references;
    struct File {
        QString name;
        QByteArray contentType;
        QByteArray content;
        bool operator==(const File &) const = default;
    };
    QList<File> files;
    QDateTime changedAt;

    bool operator==(const Draft &) const = default;
};

} // namespace inlet::store
