// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes: lists of mailboxes.
#include "accounts/FleetCsv.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const QByteArray octets(reinterpret_cast<const char *>(data), qsizetype(size));
    (void)inlet::accounts::parseFleet(octets);
    return 0;
}
