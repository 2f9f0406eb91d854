// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/ImapContract.h"

#include <QTest>

#define VERIFY_RESULT(expression)                                                                  \
    do {                                                                                           \
        const auto &verified = (expression);                                                       \
        QVERIFY2(verified.has_value(), text(verified));                                            \
    } while (false)

namespace inlet::test::contract
{

using imap::FetchedMessage;
using imap::FindQuery;
using imap::UidRange;
using imap::ImapSession;

template <typename T>
QByteArray describe(const Result<T> &result)
{
    if (result)
        return {};
    const Error &error = result.error();
    return nameOf(error.kind).toUtf8() + ": " + error.detail.toUtf8() + " / " + error.serverReply;
}

/// For QVERIFY2: lives until the end of the test binary's next call.
template <typename T>
const char *text(const Result<T> &result)
{
    static QByteArray kept;
    kept = describe(result);
    return kept.constData();
}

/// Of the selected folder. Courier lets a session see what it appended there only after a NOOP.
inline Result<QList<ImapUid>> allUids(ImapSession &session)
{
    const auto looked = session.noop({});
    return looked ? session.searchSince({}, {}) : Result<QList<ImapUid>>(looked.error());
}

inline QByteArray mail(int number)
{
    const QByteArray n = QByteArray::number(number);
    return "From: Ann <ann@customers.test>\r\nTo: rep@sales.test\r\nSubject: Number " + n
        + "\r\nMessage-ID: <contract-" + n + "@customers.test>\r\nDate: Thu, 01 Jan 2026 10:00:00 +0000\r\n"
          "\r\nText of number "
        + n + ", with a { brace} and a \"quote\"\r\n";
}

inline QList<ImapUid> uidsOf(const QList<FetchedMessage> &rows)
{
    QList<ImapUid> uids;
    for (const FetchedMessage &row : rows)
        uids.append(row.uid);
    return uids;
}

inline ImapSession::TakeMessage into(QList<FetchedMessage> &rows)
{
    return [&rows](FetchedMessage &&row) { rows.append(std::move(row)); };
}

} // namespace inlet::test::contract
