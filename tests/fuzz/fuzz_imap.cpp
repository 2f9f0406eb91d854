// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes: responses of an IMAP server.
#include "imap/DataRows.h"
#include "imap/Response.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const QByteArray octets(reinterpret_cast<const char *>(data), qsizetype(size));
    for (inlet::imap::Response &response : inlet::imap::parseResponses({octets.constData(), std::size_t(octets.size())})) {
        (void)inlet::imap::listRow(response);
        (void)inlet::imap::statusRow(response);
        std::vector<inlet::ImapUid> uids;
        (void)inlet::imap::appendSearch(response, uids);
        (void)inlet::imap::vanishedRow(response);
        (void)inlet::imap::namespaceRow(response);
        (void)inlet::imap::fetchRow(response);
    }
    return 0;
}
