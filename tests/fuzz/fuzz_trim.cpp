// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes: the author's own words.
#include "mime/Mime.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    inlet::mime::initialize();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const QByteArray octets(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString text = QString::fromUtf8(octets);
    inlet::mime::trimText(text);
    inlet::mime::trimHtml(text);
    return 0;
}
