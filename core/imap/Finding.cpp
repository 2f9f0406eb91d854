// SPDX-License-Identifier: GPL-3.0-or-later
// What the user looks for, asked of the server: RFC 3501 section 6.4.4, on Gmail its own language.
#include "imap/Capability.h"
#include "imap/DataRows.h"
#include "imap/VmimeImapSession_p.h"

#include <algorithm>

namespace inlet::imap
{

namespace
{

using Field = FindQuery::Field;

/// One line, and nothing that would end a string.
QString plain(const QString &text)
{
    QString out = text.simplified();
    out.remove(QChar(0));
    return out;
}

bool isAscii(const QByteArray &octets)
{
    return std::all_of(octets.begin(), octets.end(), [](char c) { return (c & 0x80) == 0; });
}

void addTerm(CommandLine &command, const FindQuery::Term &term)
{
    const QByteArray text = plain(term.text).toUtf8();
    const auto key = [&](const char *name) { command.add(name).addString(text); };
    command.add(term.excluded ? " NOT" : "");
    switch (term.field) {
    case Field::Text: return key(" TEXT ");
    case Field::From: return key(" FROM ");
    case Field::Subject: return key(" SUBJECT ");
    case Field::To:
        command.add(" OR");
        key(" TO ");
        return key(" CC ");
    case Field::Address:
        command.add(" OR");
        key(" FROM ");
        command.add(" OR");
        key(" TO ");
        return key(" CC ");
    }
}

/// Source: support.google.com/mail/answer/7190 (operators, braces for "or").
QString gmailTerm(const FindQuery::Term &term)
{
    const QString quoted = QLatin1Char('"') + plain(term.text).remove(QLatin1Char('"')) + QLatin1Char('"');
    QString words;
    switch (term.field) {
    case Field::Text: words = quoted; break;
    case Field::From: words = QLatin1String("from:") + quoted; break;
    case Field::Subject: words = QLatin1String("subject:") + quoted; break;
    case Field::To: words = QStringLiteral("{to:%1 cc:%1}").arg(quoted); break;
    case Field::Address: words = QStringLiteral("{from:%1 to:%1 cc:%1}").arg(quoted); break;
    }
    return term.excluded ? QLatin1Char('-') + words : words;
}

QByteArray gmailWords(const FindQuery &query)
{
    QStringList words;
    for (const FindQuery::Term &term : query.terms)
        words.append(gmailTerm(term));
    if (query.since.isValid())
        words.append(QLatin1String("after:") + query.since.toString(QStringLiteral("yyyy/M/d")));
    if (query.before.isValid())
        words.append(QLatin1String("before:") + query.before.toString(QStringLiteral("yyyy/M/d")));
    if (query.larger > 0)
        words.append(QLatin1String("larger:") + QString::number(query.larger));
    return words.join(QLatin1Char(' ')).toUtf8();
}

} // namespace

Result<QList<ImapUid>> VmimeImapSession::find(const FindQuery &query, const UidRange &range, std::stop_token stop)
{
    const bool plainLetters = std::all_of(query.terms.cbegin(), query.terms.cend(),
        [](const FindQuery::Term &term) { return isAscii(term.text.toUtf8()); });
    CommandLine command(offers(m_capabilities, "ESEARCH") ? "UID SEARCH RETURN (ALL)" : "UID SEARCH");
    command.add(plainLetters ? "" : " CHARSET UTF-8");
    command.add(" UID " + QByteArray::number(range.first.number()) + ':' + QByteArray::number(range.last.number()));
    if (m_capabilities.gmail) {
        command.add(" X-GM-RAW ").addString(gmailWords(query));
    } else {
        for (const FindQuery::Term &term : query.terms)
            addTerm(command, term);
        if (query.since.isValid())
            command.add(" SINCE " + imapDate(query.since));
        if (query.before.isValid())
            command.add(" BEFORE " + imapDate(query.before));
        if (query.larger > 0)
            command.add(" LARGER " + QByteArray::number(query.larger));
    }
    std::vector<ImapUid> uids;
    const auto outcome = runOk(command, [&uids](Response &response) { return appendSearch(response, uids); }, stop);
    if (!outcome)
        return outcome.error();
    QList<ImapUid> found(uids.begin(), uids.end());
    found.removeIf([&range](ImapUid uid) { return uid < range.first || uid > range.last; });
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace inlet::imap
