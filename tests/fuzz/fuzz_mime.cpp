// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes: parse, classify and take apart a whole message.
#include "mime/Mime.h"
#include "triage/Classifier.h"

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
    const inlet::mime::ParsedMessage message = inlet::mime::parseMessage(octets);
    (void)inlet::triage::classify(message, {});
    for (const inlet::mime::Attachment &attachment : message.attachments)
        (void)inlet::mime::extractPart(octets, attachment.part);
    return 0;
}
