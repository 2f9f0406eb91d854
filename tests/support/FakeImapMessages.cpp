// SPDX-License-Identifier: GPL-3.0-or-later
// The part of FakeImapSession that reads and changes messages.
#include "support/FakeImapSession.h"

#include "imap/Flags.h"
#include "imap/UidSets.h"
#include "imap/values/LabelFlag.h"

#include <algorithm>

namespace inlet::test
{

namespace
{

Error nothingSelected()
{
    return Error{ErrorKind::NotFound, QStringLiteral("the selected folder is gone"), {}, {}};
}

/// With the labels, as the real session tells them.
imap::MessageFlags flagsOf(const FakeMessage &message, bool gmail)
{
    imap::MessageFlags flags = message.flags;
    if (!gmail)
        return flags;
    QByteArrayList places;
    std::copy_if(message.labels.begin(), message.labels.end(), std::back_inserter(places), imap::isPlaceLabel);
    std::sort(places.begin(), places.end());
    QByteArrayList labels;
    for (const QByteArray &label : message.labels) {
        if (!label.startsWith('\\'))
            labels.append(imap::labelFlag(label));
    }
    std::sort(labels.begin(), labels.end());
    flags.keywords += places + labels;
    return flags;
}

void changeFlag(FakeMessage &message, const QByteArray &flag, bool add)
{
    if (imap::isPlaceLabel(flag) || imap::isLabelFlag(flag)) {
        const QByteArray label = imap::isLabelFlag(flag) ? imap::labelOfFlag(flag) : flag;
        message.labels.removeAll(label);
        if (add)
            message.labels.append(label);
    } else if (add) {
        imap::addFlag(message.flags, flag);
    } else {
        imap::removeFlag(message.flags, flag);
    }
}

} // namespace

imap::FetchedMessage FakeImapSession::row(const FakeMessage &message, Part part) const
{
    imap::FetchedMessage row;
    row.uid = message.uid;
    row.flags = flagsOf(message, m_capabilities.gmail);
    row.hasFlags = true;
    row.modSeq = m_capabilities.condstore ? message.modSeq : 0;
    row.size = message.saidSize.value_or(message.raw.size());
    row.internalDate = message.internalDate.toUTC();
    if (m_capabilities.gmail) {
        row.gmailMessageId = message.gmailMessageId;
        row.gmailThreadId = message.gmailThreadId;
    }
    if (part == Part::Meta)
        return row;
    row.hasBody = true;
    row.body = message.raw;
    if (part == Part::Header) {
        const qsizetype end = message.raw.indexOf("\r\n\r\n");
        row.body = end < 0 ? message.raw : message.raw.left(end + 4);
    }
    return row;
}

Result<void> FakeImapSession::handOut(QList<imap::FetchedMessage> rows, Turn &turn,
    const TakeMessage &take, const std::stop_token &stop)
{
    // The receiver may ask the server things: it runs without the lock.
    turn.lock.unlock();
    int left = turn.failure && !turn.failure->afterEffect ? turn.failure->afterRows : -1;
    for (imap::FetchedMessage &fetched : rows) {
        const bool stopped = stop.stop_requested();
        if (stopped || left == 0) {
            turn.lock.lock();
            return die(stopped ? Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}, {}}
                               : turn.failure->error);
        }
        if (left > 0)
            --left;
        take(std::move(fetched));
    }
    turn.lock.lock();
    return finish(turn);
}

Result<void> FakeImapSession::fetch(FakeCall call, std::span<const ImapUid> uids,
    std::span<const qint64> sizes, Part part, const TakeMessage &take, std::stop_token stop)
{
    auto turn = begin(call, {}, imap::uidSet(uids), stop);
    if (!turn)
        return turn.error();
    FakeImapServer::Folder *folder = selected();
    if (!folder)
        return nothingSelected();
    QList<imap::FetchedMessage> rows;
    for (const std::span<const ImapUid> run : imap::splitUids(uids, sizes, {})) {
        // As a server does: within one command ascending, whatever the order in the set.
        std::vector<ImapUid> ascending(run.begin(), run.end());
        std::sort(ascending.begin(), ascending.end());
        for (const ImapUid uid : ascending) {
            FakeMessage *message = FakeImapServer::findMessage(*folder, uid);
            if (message && message->unlisted)
                continue;
            if (message && message->withheld > 0)
                --message->withheld;
            else if (message)
                rows.append(row(*message, part));
        }
    }
    return handOut(std::move(rows), **turn, take, stop);
}

Result<void> FakeImapSession::fetchMeta(std::span<const ImapUid> uids, const TakeMessage &take,
    std::stop_token stop)
{
    return fetch(FakeCall::FetchMeta, uids, {}, Part::Meta, take, stop);
}

Result<void> FakeImapSession::fetchBodies(std::span<const ImapUid> uids,
    std::span<const qint64> sizes, const TakeMessage &take, std::stop_token stop)
{
    return fetch(FakeCall::FetchBodies, uids, sizes, Part::Body, take, stop);
}

Result<void> FakeImapSession::fetchHeaders(std::span<const ImapUid> uids, const TakeMessage &take,
    std::stop_token stop)
{
    return fetch(FakeCall::FetchHeaders, uids, {}, Part::Header, take, stop);
}

Result<void> FakeImapSession::fetchStructures(std::span<const ImapUid> uids, const TakeMessage &take,
    std::stop_token stop)
{
    return fetchHeaders(uids, take, stop);
}

Result<void> FakeImapSession::fetchSections(std::span<const imap::SectionsWanted>, const TakeMessage &, std::stop_token)
{
    return Error{ErrorKind::ServerRefused, QStringLiteral("no structures here"), {}, {}};
}

Result<QByteArray> FakeImapSession::fetchSlice(ImapUid uid, const QByteArray &section, qint64 offset, qint64 octets, std::stop_token stop)
{
    const QByteArray argument
        = QByteArray::number(uid.number()) + ' ' + QByteArray::number(offset) + '.' + QByteArray::number(octets);
    auto turn = begin(FakeCall::FetchSlice, {}, argument, stop);
    if (!turn)
        return turn.error();
    if (!section.isEmpty())
        return Error{ErrorKind::ServerRefused, QStringLiteral("no structures here"), {}, {}};
    FakeImapServer::Folder *folder = selected();
    if (!folder)
        return nothingSelected();
    const FakeMessage *message = FakeImapServer::findMessage(*folder, uid);
    const bool wholly = message && !m_server->m_knowsParts;
    const QByteArray slice = wholly ? message->raw : message ? message->raw.mid(offset, octets) : QByteArray();
    const bool gone = !message;
    if (const auto done = finish(**turn); !done)
        return done.error();
    if (gone)
        return Error{ErrorKind::NotFound, QStringLiteral("the message is gone"), {}, {}};
    return slice;
}

Result<void> FakeImapSession::fetchFlags(ImapUid first, quint64 changedSince,
    const TakeMessage &take, std::stop_token stop)
{
    const QByteArray argument
        = QByteArray::number(first.number()) + ":* " + QByteArray::number(changedSince);
    auto turn = begin(FakeCall::FetchFlags, {}, argument, stop);
    if (!turn)
        return turn.error();
    const FakeImapServer::Folder *folder = selected();
    if (!folder)
        return nothingSelected();
    QList<imap::FetchedMessage> rows;
    for (const FakeMessage &message : folder->messages) {
        const bool unchanged = m_capabilities.condstore && message.modSeq <= changedSince;
        if (message.uid < first || unchanged)
            continue;
        imap::FetchedMessage fetched;
        fetched.uid = message.uid;
        fetched.flags = flagsOf(message, m_capabilities.gmail);
        fetched.hasFlags = true;
        fetched.modSeq = m_capabilities.condstore ? message.modSeq : 0;
        rows.append(fetched);
    }
    return handOut(std::move(rows), **turn, take, stop);
}

Result<void> FakeImapSession::storeFlags(std::span<const ImapUid> uids, imap::FlagChange change,
    const QByteArrayList &flags, std::stop_token stop)
{
    const QByteArray sign = change == imap::FlagChange::Add ? "+" : "-";
    auto turn = begin(FakeCall::StoreFlags, {}, imap::uidSet(uids) + ' ' + sign + flags.join(' '), stop);
    if (!turn)
        return turn.error();
    FakeImapServer::Folder *folder = selected();
    if (!folder)
        return nothingSelected();
    for (const ImapUid uid : uids) {
        FakeMessage *message = FakeImapServer::findMessage(*folder, uid);
        if (!message)
            continue;
        const FakeMessage before = *message;
        for (const QByteArray &flag : flags) {
            const bool add = change == imap::FlagChange::Add;
            if (!add || m_server->m_keepsKeywords || flag.startsWith('\\'))
                changeFlag(*message, flag, add);
        }
        if (message->flags != before.flags || message->labels != before.labels)
            m_server->touch(*folder, *message, this);
    }
    return finish(**turn);
}

Result<QList<imap::NewUid>> FakeImapSession::move(std::span<const ImapUid> uids,
    const QByteArray &target, std::stop_token stop)
{
    auto turn = begin(FakeCall::Move, {}, imap::uidSet(uids) + ' ' + target, stop);
    if (!turn)
        return turn.error();
    FakeImapServer::Folder *source = selected();
    FakeImapServer::Folder *destination = m_server->find(target);
    if (!source)
        return nothingSelected();
    if (!destination)
        return Error{ErrorKind::NotFound, QStringLiteral("no such folder"),
            "NO [TRYCREATE] Mailbox doesn't exist: " + target, {}};
    QList<imap::NewUid> fresh;
    bool complete = m_capabilities.uidPlus;
    for (const ImapUid uid : uids) {
        const FakeMessage *message = FakeImapServer::findMessage(*source, uid);
        if (!message) {
            complete = false;
            continue;
        }
        fresh.append({destination->uidValidity, m_server->add(*destination, *message, this)});
        if (m_capabilities.move)
            leave(*source, uid, m_server->isAllMail(*destination));
    }
    if (const auto done = finish(**turn); !done)
        return done.error();
    turn->reset();
    if (!m_capabilities.move) {
        if (const auto removed = remove(uids, stop); !removed)
            return removed.error();
    }
    return complete ? fresh : QList<imap::NewUid>();
}

void FakeImapSession::leave(FakeImapServer::Folder &source, ImapUid uid, bool forAllMail)
{
    const bool isBinned = m_server->isAllMail(source) && !forAllMail;
    const FakeMessage *whole = isBinned ? m_server->inAllMail(*FakeImapServer::findMessage(source, uid)) : nullptr;
    if (whole) // leaves all its labels
        m_server->drop(*m_server->find("[Gmail]/All Mail"), whole->uid, this);
    else
        m_server->drop(source, uid, this);
}

Result<QHash<QByteArray, imap::FolderState>> FakeImapSession::statusOfAll(std::stop_token stop)
{
    auto turn = begin(FakeCall::StatusOfAll, {}, {}, stop);
    if (!turn)
        return turn.error();
    if (!m_capabilities.listStatus)
        return Error{ErrorKind::ServerRefused, QStringLiteral("no LIST-STATUS"), "BAD", {}};
    QHash<QByteArray, imap::FolderState> states;
    for (const auto &[name, folder] : m_server->m_folders) {
        if (!m_server->m_unsaid.contains(name))
            states.insert(name, stateOf(folder));
    }
    if (const auto done = finish(**turn); !done)
        return done.error();
    return states;
}

Result<void> FakeImapSession::remove(std::span<const ImapUid> uids, std::stop_token stop)
{
    auto turn = begin(FakeCall::Remove, {}, imap::uidSet(uids), stop);
    if (!turn)
        return turn.error();
    FakeImapServer::Folder *source = selected();
    if (!source)
        return nothingSelected();
    for (const ImapUid uid : uids) {
        FakeMessage *message = FakeImapServer::findMessage(*source, uid);
        if (message && m_capabilities.uidPlus) {
            m_server->drop(*source, uid, this);
        } else if (message) {
            message->flags.deleted = true;
            m_server->touch(*source, *message, this);
        }
    }
    return finish(**turn);
}

Result<std::optional<imap::NewUid>> FakeImapSession::append(const QByteArray &wireName,
    const QByteArray &raw, const QByteArrayList &flags, std::stop_token stop)
{
    auto turn = begin(FakeCall::Append, wireName, flags.join(' '), stop);
    if (!turn)
        return turn.error();
    FakeImapServer::Folder *folder = m_server->find(wireName);
    if (!folder)
        return Error{ErrorKind::NotFound, QStringLiteral("no such folder"),
            "NO [TRYCREATE] Mailbox doesn't exist: " + wireName, {}};
    FakeMessage message;
    message.raw = raw;
    for (const QByteArray &flag : flags)
        imap::addFlag(message.flags, flag);
    // A server tells the EXISTS also to the connection that appended.
    const ImapUid uid = m_server->add(*folder, std::move(message), nullptr);
    if (const auto done = finish(**turn); !done)
        return done.error();
    if (!m_capabilities.uidPlus)
        return std::optional<imap::NewUid>();
    return std::optional<imap::NewUid>(imap::NewUid{folder->uidValidity, uid});
}

} // namespace inlet::test
