// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Capability.h"

namespace inlet::imap
{

namespace
{

constexpr qsizetype kMaxCapabilities = 300;

} // namespace

bool offers(const Capabilities &capabilities, QByteArrayView name)
{
    return capabilities.all.contains(name.toByteArray());
}

Capabilities parseCapabilities(QByteArrayView list)
{
    Capabilities parsed;
    for (const QByteArray &word : list.toByteArray().simplified().toUpper().split(' ')) {
        if (word.isEmpty() || word.size() > 100 || parsed.all.contains(word))
            continue;
        parsed.all.append(word);
        if (parsed.all.size() >= kMaxCapabilities)
            break;
    }
    const bool rev2 = offers(parsed, "IMAP4REV2");
    parsed.idle = rev2 || offers(parsed, "IDLE");
    parsed.qresync = offers(parsed, "QRESYNC");
    // RFC 7162 section 3.2.3: QRESYNC implies CONDSTORE.
    parsed.condstore = parsed.qresync || offers(parsed, "CONDSTORE");
    parsed.move = rev2 || offers(parsed, "MOVE");
    parsed.uidPlus = rev2 || offers(parsed, "UIDPLUS");
    parsed.specialUse = rev2 || offers(parsed, "SPECIAL-USE");
    parsed.listStatus = rev2 || offers(parsed, "LIST-STATUS");
    parsed.literalPlus = offers(parsed, "LITERAL+");
    parsed.gmail = offers(parsed, "X-GM-EXT-1");
    return parsed;
}

} // namespace inlet::imap
