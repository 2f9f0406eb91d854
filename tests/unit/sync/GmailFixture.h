// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SyncFixture.h"

namespace inlet::test
{

inline const QByteArray kAllMail = "[Gmail]/All Mail";
inline const QByteArray kTrash = "[Gmail]/Trash";
inline const QByteArray kSpam = "[Gmail]/Spam";

/// A Gmail mailbox with mail 1 to 5 in its inbox, live.
class Gmail : public SyncFixture
{
public:
    Gmail()
    {
        server.becomeGmail();
        server.addFolder("Clients");
        fill("INBOX", 1, 5);
    }
    bool start()
    {
        startEngine();
        return waitUntilLive();
    }
    std::optional<store::StoredMessageRow> mailOf(int number)
    {
        for (const auto &row : messages(kAllMail)) {
            if (row.messageId == messageId(number))
                return row;
        }
        return std::nullopt;
    }
    ConversationId conversationOf(int number)
    {
        const auto mail = mailOf(number);
        return mail ? mail->conversation : ConversationId();
    }
    bool isArchived(ConversationId id)
    {
        const auto found = row(id);
        return found && found->archived;
    }
    bool isInInbox(ConversationId id)
    {
        const auto found = row(id);
        return found && !found->archived;
    }
    Result<void> undo()
    {
        const auto undone = store->writeAndWait("test.undo", [](store::WriteTransaction &write) {
            const auto step = write.undo(std::nullopt);
            return step ? Result<void>() : Result<void>(step.error());
        });
        engine->operationsQueued(mailboxes.first().id);
        return undone;
    }
    bool worksOff()
    {
        return waitUntil([this] { return operationCount() == 0; });
    }
    qsizetype count(const QByteArray &folder) { return server.messages(folder).size(); }
    /// One line a message of All Mail and Spam: what both sides must agree about.
    static QString lineOf(const QByteArray &folder, ImapUid uid, const imap::MessageFlags &flags, bool inbox)
    {
        return QStringLiteral("%1 %2%3%4%5").arg(QString::fromUtf8(folder)).arg(uid.number())
            .arg(inbox ? QStringLiteral(" inbox") : QString(), flags.seen ? QStringLiteral(" read") : QString(),
                flags.flagged ? QStringLiteral(" star") : QString());
    }
    QStringList gmailThere()
    {
        QStringList lines;
        for (const QByteArray &folder : {kAllMail, kSpam}) {
            for (const FakeMessage &message : server.messages(folder))
                lines.append(lineOf(folder, message.uid, message.flags,
                    folder == kAllMail && message.labels.contains("\\Inbox")));
        }
        lines.sort();
        return lines;
    }
    QStringList gmailHere()
    {
        QStringList lines;
        for (const QByteArray &folder : {kAllMail, kSpam}) {
            for (const auto &message : messages(folder)) {
                const auto &flags = message.location.flags;
                lines.append(lineOf(folder, message.location.uid, flags,
                    folder == kAllMail && flags.keywords.contains("\\Inbox")));
            }
        }
        lines.sort();
        return lines;
    }
    ImapUid uidOf(int number) { return mailOf(number)->location.uid; }
};

} // namespace inlet::test
