// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Ingest.h"

#include "store/Bounces.h"
#include "store/FlagUpdates.h"
#include "store/KindChoices.h"
#include "store/MessageState.h"
#include "store/PlaceRole_p.h"
#include "store/Proposals.h"
#include "store/ServerKeywords.h"
#include "store/ThreadKeys.h"
#include "store/values/ArrivedFlag.h"

namespace inlet::store
{

namespace
{

/// Of one that is not all here its header, whether more of it came at once or not: what was decided stays with it.
qint64 keyOf(const IncomingMessage &incoming)
{
    const qsizetype end = incoming.bodyState() == BodyState::Whole ? -1 : incoming.raw.indexOf("\r\n\r\n");
    return identityKey(incoming.parsed.header, end < 0 ? incoming.raw : incoming.raw.first(end + 4));
}

} // namespace

Ingest::Ingest(WriteContext &context, Aggregates &aggregates, TextIndex words)
    : m_context(context), m_aggregates(aggregates), m_words(words)
{
}

std::optional<Ingest::Folder> Ingest::folder(const IncomingMessage &incoming)
{
    auto found = m_folders.constFind(incoming.folder);
    if (found == m_folders.constEnd()) {
        Query q = m_context.db.query("SELECT account, role, uid_validity, role = 7 AND followed FROM folders WHERE id = ?");
        q.bind(incoming.folder);
        if (!q.next())
            return std::nullopt; // unsubscribed or removed while it was fetched
        found = m_folders.insert(incoming.folder,
            {q.id<AccountId>(0), imap::FolderRole(q.integer(1)), q.id<UidValidity>(2), q.flag(3)});
    }
    if (found->uidValidity == incoming.uidValidity)
        return *found;
    if (found->uidValidity.isValid())
        return std::nullopt;
    // The first mail of a folder tells its UIDVALIDITY.
    m_context.db.change(
        "UPDATE folders SET uid_validity = ? WHERE id = ?", incoming.uidValidity, incoming.folder);
    Folder folder = *found;
    folder.uidValidity = incoming.uidValidity;
    m_folders.insert(incoming.folder, folder);
    return folder;
}

imap::FolderRole Ingest::roleOf(const IncomingMessage &incoming, const Folder &folder)
{
    return folder.labelled ? labelledRole(incoming.flags.keywords) : folder.role;
}

triage::Kind Ingest::kindOf(const IncomingMessage &incoming, const Folder &folder)
{
    const QList<mime::Address> &from = incoming.parsed.header.from;
    const bool ours = !from.isEmpty() && isOwnAddress(m_context, addressKey(from.first().address));
    const bool machine
        = incoming.verdict.kind == triage::Kind::Bounce || incoming.verdict.kind == triage::Kind::AutoReply;
    if (roleOf(incoming, folder) == imap::FolderRole::Sent || (ours && !machine))
        return triage::Kind::Own;
    return incoming.verdict.kind;
}

/// What was here before, or is ours, did not arrive.
IncomingMessage Ingest::known(IncomingMessage incoming)
{
    incoming.flags.keywords.removeAll(kArrivedFlag);
    return incoming;
}

void Ingest::add(const IncomingMessage &incoming)
{
    const std::optional<Folder> place = folder(incoming);
    if (!place || !incoming.uid.isValid())
        return;
    if (refreshExisting(known(incoming)))
        return;
    const triage::Kind kind = kindOf(incoming, *place);
    const qint64 key = keyOf(incoming);
    const Prints prints = printsOf(incoming);
    if (const auto copy = findCopy(incoming, place->account, kind, key, prints))
        addCopy(known(incoming), *copy, *place);
    else
        addNew(kind == triage::Kind::Own ? known(incoming) : incoming, *place, kind, key, prints);
    m_context.changes.folders = true;
}

/// The same place again: a repeated fetch, which may now bring the body or newer flags.
bool Ingest::refreshExisting(const IncomingMessage &incoming)
{
    StoredMessageId message;
    BodyState known = BodyState::Whole;
    {
        Query q = m_context.db.query("SELECT m.id, m.has_body FROM locations l JOIN messages m "
                                     "ON m.id = l.message WHERE l.folder = ? AND l.uid = ?");
        q.bind(incoming.folder, incoming.uid);
        if (!q.next())
            return false;
        message = q.id<StoredMessageId>(0);
        known = BodyState(q.integer(1));
    }
    if (isMore(incoming.bodyState(), known))
        completeBody(message, incoming);
    updateFlags(m_context, m_aggregates, incoming.folder, {incoming.uid, incoming.flags, incoming.modSeq});
    return true;
}

std::optional<Ingest::Known> Ingest::findCopy(const IncomingMessage &incoming, AccountId account,
    triage::Kind kind, qint64 key, const Prints &prints)
{
    QList<qint64> keys{key};
    const QStringList replaced = replacedIds(incoming.parsed.header);
    if (kind == triage::Kind::Own) {
        for (const QString &id : replaced)
            keys.append(threadKey(id));
    }
    for (const qint64 wanted : std::as_const(keys)) {
        Query q = m_context.db.query("SELECT id, has_body, local, header_print, body_print FROM messages "
                                     "WHERE message_key = ? AND account = ? ORDER BY id LIMIT 50");
        q.bind(wanted, account);
        while (q.next()) {
            const bool local = q.flag(2);
            const qint64 body = q.number(4);
            const bool same = q.number(3) == prints.header && (body == 0 || prints.body == 0 || body == prints.body);
            if (same || (local && kind == triage::Kind::Own))
                return Known{q.id<StoredMessageId>(0), BodyState(q.integer(1)), local};
        }
    }
    if (kind != triage::Kind::Own)
        return std::nullopt;
    // Servers that replace our Message-ID (Exchange) keep our sender, date and subject.
    Query q = m_context.db.query(
        "SELECT id, has_body FROM messages WHERE account = ? AND header_print = ? AND local = 1");
    q.bind(account, prints.header);
    return q.next() ? std::optional(Known{q.id<StoredMessageId>(0), BodyState(q.integer(1)), true}) : std::nullopt;
}

void Ingest::addLocation(const IncomingMessage &incoming, StoredMessageId message)
{
    m_context.db.change("INSERT INTO locations (message, folder, uid, flags, keywords, modseq) "
                        "VALUES (?, ?, ?, ?, ?, ?)",
        message, incoming.folder, incoming.uid, flagBits(incoming.flags), keywordText(incoming.flags),
        qint64(incoming.modSeq));
}

void Ingest::addCopy(const IncomingMessage &incoming, const Known &known, const Folder &)
{
    // A place without a number: it was moved here, or the folder got a new UIDVALIDITY.
    const qint64 waiting = m_context.db.number(
        "SELECT id FROM locations WHERE folder = ? AND message = ? AND uid IS NULL LIMIT 1", 0, incoming.folder,
        known.id);
    if (waiting != 0) {
        m_context.db.change("UPDATE locations SET uid = ? WHERE id = ?", incoming.uid, waiting);
        updateFlags(m_context, m_aggregates, incoming.folder, {incoming.uid, incoming.flags, incoming.modSeq});
    } else {
        addLocation(incoming, known.id);
        followKeywords(m_context, m_aggregates, known.id, {}, incoming.flags.keywords, KeywordNews::FirstSight);
    }
    if (isMore(incoming.bodyState(), known.body))
        completeBody(known.id, incoming);
    if (known.local) {
        m_context.db.change("UPDATE messages SET local = 0 WHERE id = ?", known.id);
        const qint64 conversation
            = m_context.db.number("SELECT conversation FROM messages WHERE id = ?", 0, known.id);
        m_context.db.change("INSERT OR IGNORE INTO thread_keys (key, conversation) VALUES (?, ?)",
            keyOf(incoming), conversation);
    }
    refreshMessage(m_context, m_aggregates, known.id);
}

void Ingest::addNew(const IncomingMessage &incoming, const Folder &folder, triage::Kind kind, qint64 key,
    const Prints &prints)
{
    const mime::MessageHeader &header = incoming.parsed.header;
    ThreadFacts facts = threadFactsOf(
        m_context, folder.account, kind, incoming.parsed, incoming.verdict, incoming.internalDate);
    facts.key = key;
    facts.provider = providerKey(folder.account, incoming.providerThread);
    if (kind == triage::Kind::Own)
        facts.wanted = ledgerConversation(header.messageId);

    NewMessage message;
    message.account = folder.account;
    message.conversation = Threading(m_context, m_aggregates).place(facts);
    message.key = key;
    message.prints = prints;
    message.providerThread = incoming.providerThread;
    message.kind = kind;
    message.at = arrivalTime(header, incoming.internalDate, kind == triage::Kind::Own);
    message.size = incoming.size > 0 ? incoming.size : incoming.raw.size();
    message.body = incoming.bodyState();
    message.words = m_words;
    const bool stray = m_context.db.number("SELECT is_prospect AND NOT junked FROM conversations WHERE id = ?", 0,
                           message.conversation)
        != 0;
    const bool arrived = incoming.flags.keywords.contains(kArrivedFlag);
    const imap::FolderRole role = arrived ? imap::FolderRole::Inbox : roleOf(incoming, folder);
    const Presence presence = presenceOf({{role, flagBits(incoming.flags)}}, false, stray);
    message.share = shareOf(presence, kind, false);
    const StoredMessageId id
        = insertMessage(m_context, message, incoming.parsed, incoming.verdict, packedOf(incoming));
    addLocation(incoming, id);
    const std::optional<triage::Kind> said = kind == triage::Kind::Own ? std::nullopt : KindTable(m_context, m_aggregates).chosen(key);
    drawConclusions(id, folder.account, kind, message.at, incoming, said);
    message.share.attachment
        = m_context.db.number("SELECT has_attachment FROM messages WHERE id = ?", 0, id) != 0;
    m_aggregates.change(message.conversation, folder.account, {}, message.share, message.at);
    if (said)
        KindTable(m_context, m_aggregates).follow(id, *said, true);
    followKeywords(m_context, m_aggregates, id, {}, incoming.flags.keywords, KeywordNews::FirstSight);
    if (kind == triage::Kind::Own)
        m_context.db.change("UPDATE ledger SET conversation = ? WHERE message_id = ? AND conversation = 0",
            message.conversation, header.messageId);
    else if (message.share.listClass != kHidden)
        m_context.changes.newMessages.insert(id);
    if (message.share.listClass == kHuman && said.value_or(kind) == triage::Kind::Human)
        wake(m_context, message.conversation, id, message.at);
}

/// What the message says beyond itself: a category, a day of return, recipients that are gone.
/// `kind` is by evidence, `said` what the rep said of it before.
void Ingest::drawConclusions(StoredMessageId id, AccountId account, triage::Kind kind, qint64 at, const IncomingMessage &incoming,
    std::optional<triage::Kind> said)
{
    const mime::MessageHeader &header = incoming.parsed.header;
    const QString from = header.from.isEmpty() ? QString() : header.from.first().address;
    Proposals(m_context).propose({id, kind, from, header.subject, incoming.parsed.newText}, incoming.verdict);
    if (kind == triage::Kind::Bounce)
        BounceTable(m_context).reported({id, account, header.messageId, incoming.verdict.originalMessageId, incoming.verdict.bouncedRecipients, at,
            said.value_or(kind) != triage::Kind::Bounce});
    else if (kind == triage::Kind::Own)
        BounceTable(m_context).wrote(header, at);
}

ConversationId Ingest::ledgerConversation(const QString &messageId)
{
    return ConversationId(
        m_context.db.number("SELECT conversation FROM ledger WHERE message_id = ?", 0, messageId));
}

void Ingest::completeBody(StoredMessageId message, const IncomingMessage &whole)
{
    MessageShare before;
    triage::Kind kind = triage::Kind::Human;
    ConversationId conversation;
    AccountId account;
    qint64 at = 0;
    const auto read = [&] {
        Query q = m_context.db.query("SELECT list_class, seen, flagged, inbox, has_attachment, kind, "
                                     "conversation, account, at FROM messages WHERE id = ?");
        q.bind(message);
        if (!q.next())
            throwNotFound(QStringLiteral("message %1").arg(message.number()));
        kind = triage::Kind(q.integer(5));
        conversation = q.id<ConversationId>(6);
        account = q.id<AccountId>(7);
        at = q.number(8);
        return MessageShare{q.integer(0), !q.flag(1), q.flag(2), q.flag(3), q.flag(4)};
    };
    before = read();
    replaceContent(m_context, message, whole);
    MessageShare after = read();
    std::optional<triage::Kind> said;
    if (kind != triage::Kind::Own)
        said = KindTable(m_context, m_aggregates).chosen(m_context.db.number("SELECT message_key FROM messages WHERE id = ?", 0, message));
    drawConclusions(message, account, kind, at, whole, said);
    if (after.listClass != kHidden) {
        after.listClass = kind == triage::Kind::Human ? kHuman : kind == triage::Kind::Own ? kOwn : kMachine;
        m_context.db.change("UPDATE messages SET list_class = ? WHERE id = ?", after.listClass, message);
    }
    m_aggregates.change(conversation, account, before, after, at);
    if (said)
        KindTable(m_context, m_aggregates).follow(message, *said, false);
}

ConversationId Ingest::fileOwn(const LedgerRow &row, const QByteArray &raw, const mime::ParsedMessage &parsed)
{
    const qint64 key = identityKey(parsed.header, raw);
    const qint64 known = m_context.db.number(
        "SELECT conversation FROM messages WHERE message_key = ? AND account = ? AND kind = ? LIMIT 1", 0, key,
        row.account, triage::Kind::Own);
    if (known != 0)
        return ConversationId(known); // the Sent copy was faster, or this is a repetition
    triage::Verdict verdict;
    verdict.kind = triage::Kind::Own;
    const QDateTime now = fromMs(m_context.now);
    ThreadFacts facts = threadFactsOf(m_context, row.account, verdict.kind, parsed, verdict, now);
    facts.key = key;
    facts.wanted = row.conversation;
    NewMessage message;
    message.account = row.account;
    message.conversation = Threading(m_context, m_aggregates).place(facts);
    message.key = key;
    message.prints = printsOf(parsed, true);
    message.kind = triage::Kind::Own;
    message.at = arrivalTime(parsed.header, now, true);
    message.size = raw.size();
    message.local = true;
    message.share = shareOf(presenceOf({}, true, false), message.kind, false);
    const StoredMessageId id = insertMessage(m_context, message, parsed, verdict, packedOf(parsed, raw));
    message.share.attachment
        = m_context.db.number("SELECT has_attachment FROM messages WHERE id = ?", 0, id) != 0;
    m_aggregates.change(message.conversation, row.account, {}, message.share, message.at);
    return message.conversation;
}

void Ingest::dropOwn(LedgerId id)
{
    QList<QPair<StoredMessageId, ConversationId>> copies;
    {
        Query q = m_context.db.query(
            "SELECT m.id, m.conversation FROM ledger g JOIN messages m ON m.message_key = g.message_key AND m.account = g.account "
            "WHERE g.id = ? AND m.kind = ? AND m.local = 1 AND NOT EXISTS (SELECT 1 FROM locations WHERE message = m.id)");
        q.bind(id, triage::Kind::Own);
        while (q.next())
            copies.append({q.id<StoredMessageId>(0), q.id<ConversationId>(1)});
    }
    for (const auto &[message, conversation] : std::as_const(copies)) {
        m_aggregates.flush(conversation);
        removeMessage(m_context, message);
        m_aggregates.recount(conversation);
        m_context.changes.conversations.insert(conversation);
    }
}

} // namespace inlet::store
