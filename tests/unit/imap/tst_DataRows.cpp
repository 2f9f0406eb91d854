// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/DataRows.h"
#include "imap/values/LabelFlag.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::imap;

namespace
{

Response response(const QByteArray &line)
{
    const QByteArray octets = line + "\r\n";
    auto responses = parseResponses({octets.data(), std::size_t(octets.size())});
    return responses.empty() ? Response() : std::move(responses.front());
}

FetchRow row(const QByteArray &line)
{
    Response parsed = response(line);
    return fetchRow(parsed).value_or(FetchRow());
}

} // namespace

class tst_DataRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fetch_gmailLabels_sayTheFolder()
    {
        const FetchRow subject = row("* 1 FETCH (X-GM-LABELS (\"\\\\Sent\" \\Inbox Inbox \"Muy Importante\" \\Important) "
            "UID 7 FLAGS (\\Seen $Inlet_Interested \\Sent))");
        QVERIFY(subject.hasLabels);
        QVERIFY(subject.message.flags.seen);
        // A flag cannot pass for a label; one of the user's making for none that says where the mail is.
        QCOMPARE(subject.message.flags.keywords,
            (QByteArrayList{"\\Inbox", "\\Sent", "$Inlet_Interested", "\\Label:Inbox", "\\Label:Muy=20Importante"}));
        QCOMPARE(row("* 1 FETCH (UID 7 FLAGS () X-GM-LABELS (\"Kunden &- \\\"&AMQ-rzte\\\"\"))").message.flags.keywords,
            QByteArrayList{imap::labelFlag("Kunden &- \"&AMQ-rzte\"")});
        QVERIFY(!row("* 1 FETCH (UID 7 FLAGS ())").hasLabels);
        QVERIFY(row("* 1 FETCH (UID 7 FLAGS () X-GM-LABELS ())").hasLabels);
        QVERIFY(row("* 1 FETCH (UID 7 FLAGS (\\Inbox))").message.flags.keywords.isEmpty());
    }

    void fetch_everythingWeAskFor()
    {
        const FetchRow subject = row("* 12 FETCH (UID 4827313 FLAGS (\\Seen $Forwarded) MODSEQ (624140003) "
            "RFC822.SIZE 44827 INTERNALDATE \"17-Jul-1996 02:44:25 -0700\" X-GM-MSGID 1278455344230334865 "
            "X-GM-THRID 1266894439832287888 BODY[] {5}\r\na\r\n(b)");
        QCOMPARE(subject.sequence, 12U);
        const FetchedMessage &message = subject.message;
        QCOMPARE(message.uid, ImapUid(4827313));
        QVERIFY(message.hasFlags && message.flags.seen);
        QCOMPARE(message.flags.keywords, QByteArrayList{"$Forwarded"});
        QCOMPARE(message.modSeq, 624140003U);
        QCOMPARE(message.size, 44827);
        QCOMPARE(message.internalDate, QDateTime(QDate(1996, 7, 17), QTime(9, 44, 25), Qt::UTC));
        QCOMPARE(message.gmailMessageId, 1278455344230334865U);
        QCOMPARE(message.gmailThreadId, 1266894439832287888U);
        QVERIFY(message.hasBody && subject.bodyNamed);
        QCOMPARE(message.body, QByteArray("a\r\n(b"));
    }

    void fetch_unknownAttributes_areSkipped()
    {
        const FetchRow subject = row("* 1 FETCH (ENVELOPE (\"d\" \"s\" ((NIL NIL \"a\" \"b\")) NIL) "
            "BODYSTRUCTURE ((\"text\" \"plain\" NIL) \"mixed\") EMAILID (M1) SAVEDATE NIL UID 9 "
            "RFC822.HEADER \"x\" BODY[1] \"no\" NEW-THING 7)");
        QCOMPARE(subject.message.uid, ImapUid(9));
        QVERIFY(!subject.bodyNamed);
    }

    void fetch_oddRows_areHarmless_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line : {"* 1 FETCH ()", "* 1 FETCH", "* 1 FETCH (", "* 1 FETCH (UID", "* 1 FETCH (UID)",
                 "* 1 FETCH (UID (1 2))", "* 1 FETCH (UID x FLAGS y)", "* 1 FETCH (UID 4294967296)",
                 "* 1 FETCH (UID -1)", "* 1 FETCH ((UID 3))", "* 1 FETCH (\"UID\" 3)", "* x FETCH (UID 3)",
                 "* 1 FETCH (FLAGS (((\\Seen)))", "* 99999999999 FETCH (UID 3)"})
            QTest::newRow(line) << QByteArray(line);
    }
    void fetch_oddRows_areHarmless()
    {
        QFETCH(QByteArray, line);
        QVERIFY(!row(line).message.uid.isValid());
    }

    void fetch_bodyNil_isNamedButAbsent()
    {
        const FetchRow subject = row("* 1 FETCH (UID 3 BODY[] NIL)");
        QVERIFY(subject.bodyNamed);
        QVERIFY(!subject.message.hasBody);
        QVERIFY(row("* 1 FETCH (UID 3 BODY[HEADER] \"a\")").message.hasBody);
        QVERIFY(row("* 1 FETCH (UID 3 body[header.fields (MESSAGE-ID)] \"a\")").message.hasBody);
    }

    void internalDate_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QDateTime>("date");
        const auto good = [](const char *text, QDate day, QTime time) {
            QTest::newRow(text) << QByteArray(text) << QDateTime(day, time, Qt::UTC);
        };
        good(" 1-Feb-2026 00:00:00 +0000", {2026, 2, 1}, {0, 0, 0});
        good("01-FEB-2026 00:30:00 +0100", {2026, 1, 31}, {23, 30, 0});
        good("29-Feb-2024 23:59:60 +0000", {2024, 2, 29}, {23, 59, 59});
        good("31-Dec-2025 23:00:00 -0230", {2026, 1, 1}, {1, 30, 0});
        good("31-Dec-2025 23:00:00", {2025, 12, 31}, {23, 0, 0});
        for (const char *bad : {"", "yesterday", "30-Feb-2026 00:00:00 +0000", "1-Foo-2026 00:00:00 +0000",
                 "1-Feb-2026 25:00:00 +0000", "1-Feb-2026 00:00:00 +9900", "1-Feb-2026 00:00 +0000",
                 "1-Feb-99999999 00:00:00 +0000", "1-Feb-2026 00:00:00 UTC"})
            QTest::newRow(bad) << QByteArray(bad) << QDateTime();
    }
    void internalDate()
    {
        QFETCH(QByteArray, text);
        QTEST(inlet::imap::internalDate(text), "date");
    }

    void list_rows()
    {
        Response plain = response("* LIST (\\HasNoChildren \\Sent) \"/\" \"Gesendete Objekte\"");
        const auto sent = listRow(plain);
        QVERIFY(sent);
        QCOMPARE(sent->wireName, QByteArray("Gesendete Objekte"));
        QCOMPARE(sent->role, FolderRole::Sent);
        QVERIFY(sent->roleFromServer && sent->selectable);

        Response encoded = response("* LIST (\\Noselect) \".\" Entw&APw-rfe");
        const auto drafts = listRow(encoded);
        QVERIFY(drafts && !drafts->selectable);
        QCOMPARE(drafts->name, QStringLiteral("Entw\u00fcrfe"));
        QCOMPARE(drafts->delimiter, '.');

        Response literal = response("* LIST () NIL {7}\r\na \"b\" c");
        const auto odd = listRow(literal);
        QVERIFY(odd);
        QCOMPARE(odd->wireName, QByteArray("a \"b\" c"));
        QCOMPARE(odd->delimiter, '\0');

        Response bare = response("* LIST (\\All) \"/\" [Gmail]/All Mail");
        QCOMPARE(listRow(bare)->wireName, QByteArray("[Gmail]/All Mail"));
        Response inbox = response("* XLIST (\\Inbox) \"/\" \"inbox\"");
        QCOMPARE(listRow(inbox)->role, FolderRole::Inbox);
        for (const char *bad : {"* LIST", "* LIST ()", "* LIST () \"/\"", "* LIST () \"/\" \"\"", "* LIST x y z"}) {
            Response broken = response(bad);
            QVERIFY2(!listRow(broken), bad);
        }
    }

    void namespaces_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArrayList>("own");
        QTest::addColumn<QByteArrayList>("notOwn");
        QTest::addColumn<QByteArray>("prefix");
        QTest::newRow("Gmail") << QByteArray("((\"\" \"/\")) NIL NIL") << QByteArrayList{"INBOX", "[Gmail]/Sent Mail"}
                               << QByteArrayList() << QByteArray();
        QTest::newRow("Courier") << QByteArray("((\"INBOX.\" \".\")) NIL ((\"#shared.\" \".\")(\"shared.\" \".\"))")
                                 << QByteArrayList{"INBOX", "INBOX.Sent", "Inbox.Sent"}
                                 << QByteArrayList{"shared", "shared.Sent", "#shared.bob.INBOX"} << QByteArray("INBOX.");
        QTest::newRow("Cyrus, shared at the root")
            << QByteArray("((\"INBOX.\" \".\")) ((\"user.\" \".\")) ((\"\" \".\"))")
            << QByteArrayList{"INBOX", "inbox", "INBOX.Sent"} << QByteArrayList{"Sent", "user.bob", "user.bob.Sent", "user"}
            << QByteArray("INBOX.");
        QTest::newRow("Dovecot, shared and public")
            << QByteArray("((\"\" \"/\")) ((\"shared/\" \"/\")) ((\"Public/\" \"/\"))")
            << QByteArrayList{"Sent", "Publicity", "sharedthings/Sent"}
            << QByteArrayList{"Public", "Public/Sent", "shared/bob/INBOX"} << QByteArray();
        QTest::newRow("extensions, several of one kind, no separator")
            << QByteArray("((\"mail/\" \"/\")(\"#mh\" NIL \"X-PARAM\" (\"FLAG1\" \"FLAG2\"))) NIL ((\"#news.\" \".\"))")
            << QByteArrayList{"mail/Sent", "#mh/x"} << QByteArrayList{"#news.comp"} << QByteArray("mail/");
        QTest::newRow("nothing told") << QByteArray("NIL NIL NIL") << QByteArrayList{"Sent"} << QByteArrayList() << QByteArray("-");
        QTest::newRow("empty lists") << QByteArray("() () (())") << QByteArrayList{"Sent"} << QByteArrayList() << QByteArray("-");
        QTest::newRow("cut off") << QByteArray("((\"\"") << QByteArrayList{"Sent"} << QByteArrayList() << QByteArray();
    }
    void namespaces()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QByteArrayList, own);
        QFETCH(QByteArrayList, notOwn);
        const auto subject = namespaceRow(response("* NAMESPACE " + answer));
        QVERIFY(subject);
        const char delimiter = answer.contains("\".\"") && !answer.contains("\"/\"") ? '.' : '/';
        for (const QByteArray &name : own)
            QVERIFY2(subject->isOwn(name, delimiter), name.constData());
        for (const QByteArray &name : notOwn)
            QVERIFY2(!subject->isOwn(name, delimiter), name.constData());
        QTEST(subject->own.isEmpty() ? QByteArray("-") : subject->own.first(), "prefix");
    }

    void status_row()
    {
        const auto state = statusRow(response("* STATUS \"a b\" (MESSAGES 231 UIDNEXT 44292 UIDVALIDITY 7 "
                                              "HIGHESTMODSEQ 18446744073709551615 SIZE 99)"));
        QVERIFY(state);
        QCOMPARE(state->exists, 231U);
        QCOMPARE(state->uidNext, 44292U);
        QCOMPARE(state->uidValidity, UidValidity(7));
        QCOMPARE(state->highestModSeq, 18446744073709551615U);
        QCOMPARE(statusRow(response("* STATUS [Gmail]/All Mail (MESSAGES 3) "))->exists, 3U);
        QCOMPARE(statusRow(response("* STATUS x"))->exists, 0U);
        const auto nameIn = [](const char *line) {
            imap::Response row = response(line);
            return statusName(row);
        };
        QCOMPARE(nameIn("* STATUS \"a b\" (MESSAGES 231)"), QByteArray("a b"));
        QCOMPARE(nameIn("* STATUS [Gmail]/All Mail (MESSAGES 3) "), QByteArray("[Gmail]/All Mail"));
        QCOMPARE(nameIn("* STATUS"), QByteArray());
        QVERIFY(!statusRow(response("* SEARCH 1")));
    }

    void search_rows()
    {
        std::vector<ImapUid> uids;
        QVERIFY(appendSearch(response("* SEARCH 2 84 882 (MODSEQ 917162500)"), uids));
        QVERIFY(appendSearch(response("* ESEARCH (TAG \"A\") UID MIN 1 ALL 4:6,9"), uids));
        QVERIFY(appendSearch(response("* ESEARCH (TAG \"A\") UID"), uids));
        QVERIFY(appendSearch(response("* ESEARCH UID ALL 1:4294967295"), uids)); // too much: nothing
        QVERIFY(appendSearch(response("* SEARCH"), uids));
        QVERIFY(!appendSearch(response("* 3 EXISTS"), uids));
        const std::vector<ImapUid> expected{ImapUid(2), ImapUid(84), ImapUid(882), ImapUid(4), ImapUid(5),
            ImapUid(6), ImapUid(9)};
        QCOMPARE(uids, expected);
    }
};

INLET_TEST(tst_DataRows)
#include "tst_DataRows.moc"
