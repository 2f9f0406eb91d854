// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes: config-v1.1.xml of a domain.
#include "accounts/Autoconfig.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const QByteArray octets(reinterpret_cast<const char *>(data), qsizetype(size));
    (void)inlet::accounts::parseAutoconfig(octets, QStringLiteral("anna@acme.test"));
    return 0;
}
