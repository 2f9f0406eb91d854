// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Capability.h"
#include "imap/UidSets.h"
#include "imap/VmimeImapSession_p.h"

#include <algorithm>

namespace inlet::imap
{

namespace
{

/// The answer is one line, and lines end at 1 MB: up to 11 octets a message.
constexpr quint32 kMostInOneLine = 80'000;
/// With ESEARCH it is a set, at its worst "1:2,4:5,...": 22 octets for three UIDs in a row.
constexpr quint32 kMostInOneSet = 140'000;
constexpr quint32 kMostSearches = 2'000;
constexpr qsizetype kMostCandidates = 50; ///< of a search by Message-ID
constexpr qsizetype kLongestMessageId = 1'000;

QList<ImapUid> sorted(std::vector<ImapUid> uids)
{
    std::sort(uids.begin(), uids.end());
    uids.erase(std::unique(uids.begin(), uids.end()), uids.end());
    return QList<ImapUid>(uids.begin(), uids.end());
}

/// "<a@b>" in a Message-ID header field, also where it is folded or has no brackets.
bool namesMessage(const QByteArray &headerField, const QByteArray &messageId)
{
    const QByteArray value = headerField.mid(headerField.indexOf(':') + 1).simplified();
    return value == messageId || value == '<' + messageId + '>';
}

} // namespace

QByteArrayList VmimeImapSession::searchKeys(const QDate &since) const
{
    const QByteArray key = since.isValid() ? "SINCE " + imapDate(since) : QByteArrayLiteral("ALL");
    const quint32 slice = offers(m_capabilities, "ESEARCH") ? kMostInOneSet : kMostInOneLine;
    const quint32 next = m_selected.uidNext;
    if (m_selected.exists <= kMostInOneLine || next == 0 || next / slice > kMostSearches)
        return {key};
    QByteArrayList keys;
    for (quint32 first = 1; first < next; first += slice) {
        const bool isLast = next - first <= slice;
        keys.append("UID " + QByteArray::number(first) + ':'
            + (isLast ? QByteArrayLiteral("*") : QByteArray::number(first + slice - 1)) + ' ' + key);
    }
    return keys;
}

Result<QList<ImapUid>> VmimeImapSession::search(const QByteArrayList &keys, std::stop_token stop)
{
    const QByteArray verb = offers(m_capabilities, "ESEARCH") ? QByteArrayLiteral("UID SEARCH RETURN (ALL) ")
                                                              : QByteArrayLiteral("UID SEARCH ");
    std::vector<ImapUid> uids;
    for (const QByteArray &key : keys) {
        const auto outcome = runOk(CommandLine(verb + key),
            [&uids](Response &response) { return appendSearch(response, uids); }, stop);
        if (!outcome)
            return outcome.error();
    }
    return sorted(std::move(uids));
}

Result<QList<ImapUid>> VmimeImapSession::searchSince(const QDate &since, std::stop_token stop)
{
    return search(searchKeys(since), stop);
}

Result<QList<ImapUid>> VmimeImapSession::searchUids(std::span<const ImapUid> uids, std::stop_token stop)
{
    QByteArrayList keys;
    for (const std::span<const ImapUid> run : splitUids(uids, {}, {}))
        keys.append("UID " + uidSet(run));
    return search(keys, stop);
}

Result<QList<ImapUid>> VmimeImapSession::searchMessageId(const QString &messageId, std::stop_token stop)
{
    const QByteArray wanted = messageId.toUtf8();
    const bool impossible = wanted.isEmpty() || wanted.size() > kLongestMessageId
        || wanted.contains('\r') || wanted.contains('\n') || wanted.contains('\0');
    if (impossible)
        return QList<ImapUid>();
    const bool isAscii = std::all_of(wanted.begin(), wanted.end(), [](char c) { return (c & 0x80) == 0; });
    CommandLine command(isAscii ? "UID SEARCH HEADER Message-ID " : "UID SEARCH CHARSET UTF-8 HEADER Message-ID ");
    command.addString(wanted);
    std::vector<ImapUid> uids;
    const auto outcome = run(command,
        [&uids](Response &response) { return appendSearch(response, uids); }, stop);
    if (!outcome)
        return outcome.error();
    if (!outcome->isOk()) {
        // BADCHARSET: a server that cannot look for it holds no such header field either.
        if (!isAscii)
            return QList<ImapUid>();
        return refused(*outcome);
    }
    // Servers search for substrings, some ignore punctuation: what they found is looked at.
    QList<ImapUid> candidates = sorted(std::move(uids));
    if (candidates.size() > kMostCandidates)
        candidates = candidates.last(kMostCandidates);
    QList<ImapUid> found;
    const auto fetched = fetch({candidates}, "UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]", true,
        [&](FetchedMessage &&message) {
            if (namesMessage(message.body, wanted))
                found.append(message.uid);
        },
        stop);
    if (!fetched)
        return fetched.error();
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace inlet::imap
