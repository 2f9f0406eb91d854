// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/DataRows.h"
#include "imap/FolderRoles.h"
#include "imap/values/MailboxName.h"
#include "imap/StatusText.h"
#include "imap/UidSets.h"

#include <algorithm>

namespace inlet::imap
{

namespace
{

constexpr qsizetype kMostFound = 5'000'000; ///< UIDs of one search
constexpr std::size_t kMostWords = 1000;
constexpr qsizetype kMostNamespaces = 1000;

void readAttributes(RemoteFolder &folder, const QByteArrayList &attributes)
{
    for (const QByteArray &attribute : attributes) {
        const QByteArray lower = attribute.toLower();
        if (lower == "\\noselect" || lower == "\\nonexistent")
            folder.selectable = false;
        const FolderRole role = roleOfAttribute(attribute);
        if (role != FolderRole::None) {
            folder.role = role;
            folder.roleFromServer = true;
        }
    }
}

/// Length of the longest of `prefixes` that `name` has, -1 without any.
qsizetype longestFit(const QByteArrayList &prefixes, const QByteArray &name)
{
    qsizetype longest = -1;
    for (const QByteArray &prefix : prefixes) {
        const QByteArray start = name.left(prefix.size());
        // INBOX is the same in any case, also as a root.
        const bool fits = start == prefix
            || (prefix.left(5).toUpper() == "INBOX" && start.left(5).toUpper() == "INBOX" && start.mid(5) == prefix.mid(5));
        if (fits)
            longest = std::max(longest, prefix.size());
    }
    return longest;
}

/// The list that begins at `token`: ((prefix delimiter extensions...) ...), or NIL.
QByteArrayList prefixesOf(const Response &response, std::size_t token)
{
    QByteArrayList prefixes;
    const std::size_t end = response.isKind(token, Token::Kind::Open) ? response.after(token) : token;
    for (std::size_t at = token + 1; at + 1 < end && prefixes.size() < kMostNamespaces; at = response.after(at)) {
        if (response.isKind(at, Token::Kind::Open) && !response.isKind(at + 1, Token::Kind::Close))
            prefixes.append(response.text(at + 1).toByteArray());
    }
    return prefixes;
}

void appendEsearch(const Response &response, std::vector<ImapUid> &uids)
{
    // ESEARCH (TAG "A1") UID ALL 1:3,5
    std::size_t at = response.isKind(1, Token::Kind::Open) ? response.after(1) : 1;
    if (response.isWord(at, "UID"))
        ++at;
    while (at + 1 < response.tokens().size()) {
        if (response.isWord(at, "ALL")) {
            const auto found = uidsOfSet(response.text(at + 1), kMostFound - qsizetype(uids.size()));
            uids.insert(uids.end(), found.begin(), found.end());
        }
        at = response.after(at + 1);
    }
}

} // namespace

std::optional<quint32> countOf(const Response &response, QByteArrayView word)
{
    if (response.kind() != Response::Kind::Untagged || !response.isWord(1, word))
        return std::nullopt;
    const auto number = numberOf(response.text(0), std::numeric_limits<quint32>::max());
    return number ? std::optional(quint32(*number)) : std::nullopt;
}

QByteArrayList wordsOf(const Response &response, std::size_t token)
{
    QByteArrayList words;
    if (!response.isKind(token, Token::Kind::Open))
        return words;
    const std::size_t end = std::min(response.after(token), token + kMostWords);
    for (std::size_t at = token + 1; at < end; ++at) {
        if (response.isKind(at, Token::Kind::Atom) || response.isKind(at, Token::Kind::Quoted))
            words.append(response.text(at).toByteArray());
    }
    return words;
}

std::optional<RemoteFolder> listRow(Response &response)
{
    const bool isList = response.isWord(0, "LIST") || response.isWord(0, "XLIST")
        || response.isWord(0, "LSUB");
    if (!isList || !response.isKind(1, Token::Kind::Open))
        return std::nullopt;
    const std::size_t delimiter = response.after(1);
    const std::size_t name = delimiter + 1;
    if (name >= response.tokens().size())
        return std::nullopt;
    RemoteFolder folder;
    folder.wireName = response.takeText(name);
    // An unquoted name with a space in it is no IMAP, but it happens: Gmail clones send it so.
    for (std::size_t more = name + 1; response.isKind(more, Token::Kind::Atom); ++more)
        folder.wireName += ' ' + response.text(more).toByteArray();
    if (folder.wireName.isEmpty() || folder.wireName.contains('\0'))
        return std::nullopt;
    const QByteArrayView separator = response.text(delimiter);
    folder.delimiter = response.isNil(delimiter) || separator.isEmpty() ? '\0' : separator.front();
    folder.name = decodeMailboxName(folder.wireName);
    readAttributes(folder, wordsOf(response, 1));
    if (folder.wireName.toUpper() == "INBOX")
        folder.role = FolderRole::Inbox;
    return folder;
}

bool Namespaces::isOwn(const QByteArray &wireName, char delimiter) const
{
    if (wireName.toUpper() == "INBOX")
        return true;
    const QByteArray name = delimiter == '\0' ? wireName : wireName + delimiter;
    return longestFit(own, name) >= longestFit(others, name);
}

std::optional<Namespaces> namespaceRow(const Response &response)
{
    if (!response.isWord(0, "NAMESPACE"))
        return std::nullopt;
    Namespaces row;
    const std::size_t users = response.after(1);
    row.own = prefixesOf(response, 1);
    row.others = prefixesOf(response, users) + prefixesOf(response, response.after(users));
    return row;
}

std::optional<FolderState> statusRow(const Response &response)
{
    if (!response.isWord(0, "STATUS"))
        return std::nullopt;
    // The name may be anything, unquoted spaces included: the list is what counts.
    std::size_t list = 1;
    while (list < response.tokens().size() && !response.isKind(list, Token::Kind::Open))
        ++list;
    FolderState state;
    const std::size_t end = response.after(list);
    for (std::size_t key = list + 1; key + 1 < end; key = response.after(key + 1)) {
        if (response.isWord(key, "MESSAGES"))
            state.exists = number32Of(response.text(key + 1));
        else if (response.isWord(key, "UIDNEXT"))
            state.uidNext = number32Of(response.text(key + 1));
        else if (response.isWord(key, "UIDVALIDITY"))
            state.uidValidity = UidValidity(number32Of(response.text(key + 1)));
        else if (response.isWord(key, "HIGHESTMODSEQ"))
            state.highestModSeq = numberOf(response.text(key + 1)).value_or(0);
    }
    return state;
}

QByteArray statusName(Response &response)
{
    if (response.tokens().size() < 2)
        return {};
    QByteArray name = response.takeText(1);
    for (std::size_t more = 2; response.isKind(more, Token::Kind::Atom); ++more) // as in listRow()
        name += ' ' + response.text(more).toByteArray();
    return name;
}

std::optional<Vanished> vanishedRow(const Response &response)
{
    if (!response.isWord(0, "VANISHED"))
        return std::nullopt;
    Vanished row;
    std::size_t set = 1;
    if (response.isKind(1, Token::Kind::Open)) {
        row.earlier = response.isWord(2, "EARLIER");
        set = response.after(1);
    }
    row.uids = rangesOfSet(response.text(set));
    return row;
}

bool appendSearch(const Response &response, std::vector<ImapUid> &uids)
{
    if (response.isWord(0, "ESEARCH")) {
        appendEsearch(response, uids);
        return true;
    }
    if (!response.isWord(0, "SEARCH"))
        return false;
    for (std::size_t at = 1; at < response.tokens().size(); ++at) {
        if (!response.isKind(at, Token::Kind::Atom) || qsizetype(uids.size()) >= kMostFound)
            break; // "(MODSEQ 123)" ends the numbers
        if (const quint32 number = number32Of(response.text(at)))
            uids.emplace_back(number);
    }
    return true;
}

} // namespace inlet::imap
