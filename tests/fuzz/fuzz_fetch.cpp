// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes: what stands in one FETCH response, and in the other rows that carry lists.
#include "imap/DataRows.h"
#include "imap/Response.h"

#include <cstddef>
#include <cstdint>
#include <string>

using namespace inlet::imap;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const std::string inside(reinterpret_cast<const char *>(data), size);
    for (Response &response : parseResponses("* 7 FETCH (UID 5 " + inside + ")\r\n")) {
        const auto row = fetchRow(response);
        if (row && row->message.hasBody && row->message.body.size() > qsizetype(size))
            __builtin_trap(); // more octets than came
    }
    for (const char *start : {"* NAMESPACE ", "* VANISHED (EARLIER) ", "* STATUS x ", "* ESEARCH (TAG \"a\") UID ALL ", "* LIST "}) {
        for (Response &response : parseResponses(start + inside + "\r\n")) {
            if (const auto namespaces = namespaceRow(response))
                (void)namespaces->isOwn("INBOX.Sent", '.');
            (void)vanishedRow(response);
            (void)statusRow(response);
            std::vector<inlet::ImapUid> uids;
            (void)appendSearch(response, uids);
            (void)listRow(response);
        }
    }
    return 0;
}
