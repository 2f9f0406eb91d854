// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes: the light header scan, subjects and typed addresses.
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
    const inlet::mime::MessageHeader header = inlet::mime::scanHeader(octets);
    inlet::mime::replySubject(header.subject);
    (void)inlet::mime::parseAddressList(QString::fromUtf8(octets));
    return 0;
}
