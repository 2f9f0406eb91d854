// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes: nothing active survives the sanitiser.
#include "mime/Mime.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    inlet::mime::initialize();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const QByteArray octets(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString html = QString::fromUtf8(octets);
    const inlet::mime::SanitizedHtml safe = inlet::mime::sanitizeHtml(html, false);
    for (const char *forbidden : {"<script", "<iframe", "<object", "<form", "javascript:", "file:"}) {
        if (safe.html.contains(QLatin1String(forbidden), Qt::CaseInsensitive) && !safe.html.contains(QLatin1String("&")))
            std::abort();
    }
    inlet::mime::htmlToText(html);
    return 0;
}
