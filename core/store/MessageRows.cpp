// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/MessageRows.h"

#include "store/SearchIndex.h"
#include "store/ThreadKeys.h"

namespace inlet::store
{

namespace
{

constexpr qsizetype kMaxAttachments = 1000;

bool showsAttachment(const mime::ParsedMessage &parsed)
{
    return std::any_of(parsed.attachments.begin(), parsed.attachments.end(),
        [](const mime::Attachment &attachment) { return !attachment.isInline; });
}

QString evidenceText(const triage::Verdict &verdict)
{
    QStringList lines;
    for (const QString &line : verdict.evidence)
        lines.append(cleaned(line, 500));
    return lines.join(QLatin1Char('\n')).left(4000);
}

void storeContent(WriteContext &context, StoredMessageId message, const mime::ParsedMessage &parsed,
    const QByteArray &packed, TextIndex words)
{
    context.db.change("INSERT OR REPLACE INTO contents (message, packed) VALUES (?, ?)", message, packed);
    int position = 0;
    for (const mime::Attachment &file : parsed.attachments) {
        if (position >= kMaxAttachments)
            break;
        context.db.change("INSERT INTO attachments (message, position, part, file_name, content_type, size, "
                          "content_id, inline, on_server) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            message, position++, file.part, cleaned(file.fileName, 255), file.contentType, file.size,
            file.contentId, file.isInline, file.onServer);
    }
    if (words == TextIndex::Now)
        indexMessage(context.db, message, parsed.text);
    else
        context.db.change("INSERT INTO unindexed (message) VALUES (?)", message);
}

} // namespace

StoredMessageId insertMessage(WriteContext &context, const NewMessage &message,
    const mime::ParsedMessage &parsed, const triage::Verdict &verdict, const QByteArray &packed)
{
    const mime::MessageHeader &header = parsed.header;
    const mime::Address from = header.from.isEmpty() ? mime::Address{} : header.from.first();
    {
        Query q = context.db.query(
            "INSERT INTO messages (account, conversation, message_id, message_key, header_print, body_print, "
            "provider_thread, kind, bounce, auto_type, evidence, at, size, subject, from_name, from_address, "
            "to_line, cc_line, reply_to_line, refs, preview, has_body, has_attachment, local, seen, flagged, "
            "list_class, inbox) VALUES "
            "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        q.bind(message.account, message.conversation, cleaned(header.messageId, 998), message.key,
            message.prints.header, message.prints.body, qint64(message.providerThread), message.kind,
            verdict.bounce, cleaned(verdict.autoReplyType, 100), evidenceText(verdict), message.at,
            message.size, cleaned(header.subject, 1000), cleaned(from.name, 200), cleaned(from.address, 320));
        q.bind(addressLines(header.to), addressLines(header.cc), addressLines(header.replyTo),
            referencesOf(header).join(QLatin1Char('\n')), cleaned(parsed.preview, 200), message.body,
            showsAttachment(parsed), message.local, !message.share.unread, message.share.flagged,
            message.share.listClass, message.share.inbox);
        q.run();
    }
    const StoredMessageId id(context.db.lastId());
    storeContent(context, id, parsed, packed, message.words);
    return id;
}

void replaceContent(WriteContext &context, StoredMessageId message, const IncomingMessage &whole)
{
    const mime::ParsedMessage &parsed = whole.parsed;
    const triage::Verdict &verdict = whole.verdict;
    unindexMessage(context.db, message);
    context.db.change("DELETE FROM attachments WHERE message = ?", message);
    context.db.change("DELETE FROM fetched_parts WHERE message = ?", message);
    context.db.change("UPDATE messages SET preview = ?, has_body = ?, has_attachment = ?, body_print = ?, "
                      "kind = iif(kind = ?, kind, ?), kind_found = -1, bounce = ?, auto_type = ?, evidence = ?, "
                      "size = max(size, ?) WHERE id = ?",
        cleaned(parsed.preview, 200), whole.bodyState(), showsAttachment(parsed), printsOf(whole).body,
        triage::Kind::Own, verdict.kind == triage::Kind::Own ? triage::Kind::Human : verdict.kind,
        verdict.bounce, cleaned(verdict.autoReplyType, 100), evidenceText(verdict), whole.raw.size(), message);
    storeContent(context, message, parsed, packedOf(whole), TextIndex::Now);
}

void removeMessage(WriteContext &context, StoredMessageId message)
{
    unindexMessage(context.db, message);
    context.db.change("DELETE FROM messages WHERE id = ?", message);
}

} // namespace inlet::store
