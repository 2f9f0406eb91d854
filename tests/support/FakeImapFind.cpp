// SPDX-License-Identifier: GPL-3.0-or-later
// FakeImapSession: what a server finds. Words are looked for in the octets, as they stand there.
#include "support/FakeImapSession.h"

#include <algorithm>

namespace inlet::test
{

namespace
{

/// The header lines of that name, folded ones whole.
QByteArray headerOf(const QByteArray &raw, const QByteArray &name)
{
    QByteArray out;
    bool isIn = false;
    const QList<QByteArray> lines = raw.left(std::max<qsizetype>(0, raw.indexOf("\r\n\r\n"))).split('\n');
    for (const QByteArray &line : lines) {
        isIn = line.startsWith(' ') || line.startsWith('\t') ? isIn : line.toLower().startsWith(name + ':');
        out += isIn ? line : QByteArray();
    }
    return out;
}

bool holds(const QByteArray &raw, const imap::FindQuery::Term &term)
{
    using Field = imap::FindQuery::Field;
    const QByteArray wanted = term.text.toUtf8().toLower();
    QByteArray where;
    switch (term.field) {
    case Field::Text: where = raw; break;
    case Field::From: where = headerOf(raw, "from"); break;
    case Field::Subject: where = headerOf(raw, "subject"); break;
    case Field::To: where = headerOf(raw, "to") + headerOf(raw, "cc"); break;
    case Field::Address: where = headerOf(raw, "from") + headerOf(raw, "to") + headerOf(raw, "cc"); break;
    }
    return where.toLower().contains(wanted) != term.excluded;
}

bool matches(const FakeMessage &message, const imap::FindQuery &query)
{
    const QDate day = message.internalDate.toUTC().date();
    return !message.unlisted && (!query.since.isValid() || day >= query.since) && (!query.before.isValid() || day < query.before)
        && (query.larger == 0 || message.raw.size() > query.larger)
        && std::all_of(query.terms.cbegin(), query.terms.cend(),
            [&](const imap::FindQuery::Term &term) { return holds(message.raw, term); });
}

} // namespace

Result<QList<ImapUid>> FakeImapSession::find(const imap::FindQuery &query, const imap::UidRange &range, std::stop_token stop)
{
    const QByteArray asked = QByteArray::number(range.first.number()) + ':' + QByteArray::number(range.last.number());
    auto turn = begin(FakeCall::Find, {}, asked, stop);
    if (!turn)
        return turn.error();
    const FakeImapServer::Folder *folder = selected();
    if (!folder)
        return Error{ErrorKind::NotFound, QStringLiteral("nothing is selected"), {}, {}};
    QList<ImapUid> found;
    for (const FakeMessage &message : folder->messages) {
        if (message.uid >= range.first && message.uid <= range.last && matches(message, query))
            found.append(message.uid);
    }
    if (const auto done = finish(**turn); !done)
        return done.error();
    return found;
}

} // namespace inlet::test
