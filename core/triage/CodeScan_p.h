// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

namespace inlet::triage
{

/// Where something stands in a text; length 0: nowhere.
struct Span {
    qsizetype at = 0;
    qsizetype length = 0;
};

inline bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// Digits from `at`, at most `most`; 0 where there are none or more. Looks at `most` + 1 characters and
/// no further: a megabyte of digits is read once, not once for each digit.
template<typename Text>
qsizetype digitRun(const Text &text, qsizetype at, qsizetype most)
{
    qsizetype end = at;
    while (end < text.size() && end - at <= most && isAsciiDigit(text.at(end)))
        ++end;
    return end - at <= most ? end - at : 0;
}

/// The first enhanced code "5.1.1" that is no part of an address or a version. Linear. `Text` has size() and at().
template<typename Text>
Span findEnhancedCode(const Text &text)
{
    for (qsizetype at = 0; at + 4 < text.size(); ++at) {
        const QChar first = text.at(at);
        if ((first != u'4' && first != u'5' && first != u'2') || text.at(at + 1) != u'.')
            continue;
        if (at > 0 && (text.at(at - 1).isLetterOrNumber() || text.at(at - 1) == u'.'))
            continue;
        const qsizetype subject = digitRun(text, at + 2, 3);
        const qsizetype dot = at + 2 + subject;
        if (subject == 0 || dot >= text.size() || text.at(dot) != u'.')
            continue;
        const qsizetype detail = digitRun(text, dot + 1, 3);
        const qsizetype end = dot + 1 + detail;
        // A fourth number makes it an address or a version.
        const bool more = end + 1 < text.size() && text.at(end) == u'.' && isAsciiDigit(text.at(end + 1));
        if (detail > 0 && !more)
            return {at, end - at};
    }
    return {};
}

/// The first reply code of class 4 or 5 that starts a word. Linear. `Text` has size() and at().
template<typename Text>
Span findReplyCode(const Text &text)
{
    for (qsizetype at = 0; at + 2 < text.size(); ++at) {
        if ((text.at(at) != u'4' && text.at(at) != u'5') || digitRun(text, at, 3) != 3)
            continue;
        const QChar before = at > 0 ? text.at(at - 1) : QChar(u' ');
        const QChar after = at + 3 < text.size() ? text.at(at + 3) : QChar(u' ');
        const bool starts = !before.isLetterOrNumber() && before != u'.' && before != u'-';
        const bool ends = after == u' ' || after == u'-' || after == u':' || after == u'#' || after == u'\'';
        if (starts && ends && text.at(at + 1) <= u'5')
            return {at, 3};
    }
    return {};
}

} // namespace inlet::triage
