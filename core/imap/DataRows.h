// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/Response.h"
#include "imap/values/Imap.h"

namespace inlet::imap
{

/// One "* n FETCH (...)". Attributes nobody asked for are skipped, whatever they look like.
struct FetchRow {
    quint32 sequence = 0;
    FetchedMessage message;
    bool bodyNamed = false; ///< a BODY attribute was there, even if NIL or too large to keep
    std::optional<quint64> origin; ///< of a part of a body: its first octet ("BODY[]<0>")
    bool hasLabels = false; ///< X-GM-LABELS was there
};

/// nullopt when it is no FETCH response. Bodies are moved out of `response`.
[[nodiscard]] std::optional<FetchRow> fetchRow(Response &response);

/// INTERNALDATE such as "17-Jul-1996 02:44:25 -0700", as UTC; invalid when it is none.
[[nodiscard]] QDateTime internalDate(QByteArrayView text);

/// Of LIST, XLIST or LSUB, with the role its attributes tell; nullopt otherwise.
[[nodiscard]] std::optional<RemoteFolder> listRow(Response &response);

/// "* NAMESPACE" (RFC 2342): prefixes on the wire, such as "INBOX." or "".
struct Namespaces {
    QByteArrayList own; ///< the first is where new folders go
    QByteArrayList others; ///< of other users, and shared

    /// By the longest prefix that fits; `delimiter` makes the root of a namespace belong to it.
    [[nodiscard]] bool isOwn(const QByteArray &wireName, char delimiter) const;
};
[[nodiscard]] std::optional<Namespaces> namespaceRow(const Response &response);

/// "* STATUS name (...)": the fields it tells; nullopt when it is no STATUS response.
[[nodiscard]] std::optional<FolderState> statusRow(const Response &response);
/// Of which folder; once, after statusRow().
[[nodiscard]] QByteArray statusName(Response &response);

/// Numbers of "* SEARCH ..." or the ALL set of "* ESEARCH ..."; false when it is neither. `uids` grows
/// to a few million at most, however often a server answers.
[[nodiscard]] bool appendSearch(const Response &response, std::vector<ImapUid> &uids);

/// "* VANISHED 5:7" and "* VANISHED (EARLIER) 5:7" (RFC 7162 section 3.2.10).
struct Vanished {
    bool earlier = false;
    QList<UidRange> uids;
};
[[nodiscard]] std::optional<Vanished> vanishedRow(const Response &response);

/// The number before a word, as in "* 12 EXISTS"; nullopt when it is not that response.
[[nodiscard]] std::optional<quint32> countOf(const Response &response, QByteArrayView word);

/// Names in the list that begins at `token`, as in FLAGS.
[[nodiscard]] QByteArrayList wordsOf(const Response &response, std::size_t token);

} // namespace inlet::imap
