// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Flags.h"

#include <algorithm>

namespace inlet::imap
{

namespace
{

bool sameWord(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

bool *systemFlag(MessageFlags &flags, QByteArrayView name)
{
    if (sameWord(name, "\\Seen"))
        return &flags.seen;
    if (sameWord(name, "\\Answered"))
        return &flags.answered;
    if (sameWord(name, "\\Flagged"))
        return &flags.flagged;
    if (sameWord(name, "\\Deleted"))
        return &flags.deleted;
    if (sameWord(name, "\\Draft"))
        return &flags.draft;
    return nullptr;
}

auto findKeyword(QByteArrayList &keywords, QByteArrayView name)
{
    return std::find_if(keywords.begin(), keywords.end(),
        [name](const QByteArray &keyword) { return sameWord(keyword, name); });
}

} // namespace

void addFlag(MessageFlags &flags, QByteArrayView name)
{
    if (bool *flag = systemFlag(flags, name)) {
        *flag = true;
        return;
    }
    if (name.isEmpty() || name.front() == '\\' || flags.keywords.size() >= kMaxKeywords)
        return;
    if (findKeyword(flags.keywords, name) == flags.keywords.end())
        flags.keywords.append(name.toByteArray());
}

void removeFlag(MessageFlags &flags, QByteArrayView name)
{
    if (bool *flag = systemFlag(flags, name)) {
        *flag = false;
        return;
    }
    const auto found = findKeyword(flags.keywords, name);
    if (found != flags.keywords.end())
        flags.keywords.erase(found);
}

bool isPlaceLabel(QByteArrayView name)
{
    return sameWord(name, "\\Inbox") || sameWord(name, "\\Sent") || sameWord(name, "\\Draft");
}

QByteArrayList toWire(const MessageFlags &flags)
{
    QByteArrayList names;
    if (flags.seen)
        names.append("\\Seen");
    if (flags.answered)
        names.append("\\Answered");
    if (flags.flagged)
        names.append("\\Flagged");
    if (flags.deleted)
        names.append("\\Deleted");
    if (flags.draft)
        names.append("\\Draft");
    return names + flags.keywords;
}

bool isLegalFlag(QByteArrayView name)
{
    if (!name.isEmpty() && name.front() == '\\')
        name = name.sliced(1);
    if (name.isEmpty() || name.size() > 200)
        return false;
    return std::all_of(name.begin(), name.end(), [](char c) {
        return c > 0x20 && c < 0x7f && !QByteArrayView("(){%*\"\\]").contains(c);
    });
}

} // namespace inlet::imap
