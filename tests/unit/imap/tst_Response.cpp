// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Response.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

using namespace inlet;
using namespace inlet::imap;

namespace
{

/// With the NULs inside.
QByteArray operator""_octets(const char *text, std::size_t size)
{
    return QByteArray(text, qsizetype(size));
}

/// "( a q:b c ) l:d": what the tokens are, for comparison.
QByteArray shape(const Response &response)
{
    QByteArrayList words;
    for (std::size_t at = 0; at < response.tokens().size(); ++at) {
        const QByteArray text = response.text(at).toByteArray();
        switch (response.tokens()[at].kind) {
        case Token::Kind::Open:
            words.append("(");
            break;
        case Token::Kind::Close:
            words.append(")");
            break;
        case Token::Kind::Atom:
            words.append(text);
            break;
        case Token::Kind::Quoted:
            words.append("q:" + text);
            break;
        case Token::Kind::Literal:
            words.append("l:" + text);
            break;
        case Token::Kind::Dropped:
            words.append("dropped");
            break;
        }
    }
    return words.join(' ');
}

std::vector<Response> parse(const QByteArray &octets, const ResponseLimits &limits = {})
{
    return parseResponses({octets.data(), std::size_t(octets.size())}, limits);
}

} // namespace

class tst_Response : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokens_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<bool>("malformed");
        const auto row = [](const char *name, const QByteArray &line, const QByteArray &expected,
                             bool malformed = false) {
            QTest::newRow(name) << line + "\r\n" << expected << malformed;
        };
        // The responses that vmime's parser refuses.
        row("ENABLED", "* ENABLED QRESYNC", "ENABLED QRESYNC");
        row("ID", "* ID (\"name\" \"Dovecot\" \"os\" NIL)", "ID ( q:name q:Dovecot q:os NIL )");
        row("NAMESPACE", "* NAMESPACE ((\"\" \"/\")) NIL NIL", "NAMESPACE ( ( q: q:/ ) ) NIL NIL");
        row("VANISHED", "* VANISHED (EARLIER) 41,43:116", "VANISHED ( EARLIER ) 41,43:116");
        row("ESEARCH", "* ESEARCH (TAG \"A1\") UID ALL 1:3,7", "ESEARCH ( TAG q:A1 ) UID ALL 1:3,7");
        row("SORT", "* SORT 5 3 4", "SORT 5 3 4");
        row("THREAD", "* THREAD (2)(3 6 (4 23)(44 7 96))",
            "THREAD ( 2 ) ( 3 6 ( 4 23 ) ( 44 7 96 ) )");
        row("QUOTA", "* QUOTA \"\" (STORAGE 10 512)", "QUOTA q: ( STORAGE 10 512 )");
        row("INTERNALDATE", "* 1 FETCH (INTERNALDATE \"17-Jul-1996 02:44:25 -0700\")",
            "1 FETCH ( INTERNALDATE q:17-Jul-1996 02:44:25 -0700 )");
        row("X-GM", "* 1 FETCH (X-GM-THRID 12 X-GM-LABELS (\"\\\\Inbox\" foo) UID 4)",
            "1 FETCH ( X-GM-THRID 12 X-GM-LABELS ( q:\\Inbox foo ) UID 4 )");
        row("EMAILID", "* 1 FETCH (EMAILID (M6d99ac3275bb4e))", "1 FETCH ( EMAILID ( M6d99ac3275bb4e ) )");
        row("PREVIEW", "* 1 FETCH (PREVIEW \"Hi\" SAVEDATE NIL)", "1 FETCH ( PREVIEW q:Hi SAVEDATE NIL )");
        row("raw UTF-8 quoted", "* LIST () \"/\" \"Entw\xc3\xbcrfe\"", "LIST ( ) q:/ q:Entw\xc3\xbcrfe");
        row("STATUS SIZE", "* STATUS x (MESSAGES 1 SIZE 4294967296)",
            "STATUS x ( MESSAGES 1 SIZE 4294967296 )");
        row("SEARCH trailing space", "* SEARCH 1 2 ", "SEARCH 1 2");
        row("unquoted [Gmail]", "* LIST (\\All) \"/\" [Gmail]/x", "LIST ( \\All ) q:/ [Gmail]/x");
        row("keyword with brackets", "* 1 FETCH (FLAGS (a[b] c] [d e) UID 3)",
            "1 FETCH ( FLAGS ( a[b] c] [d e ) UID 3 )");
        row("empty FETCH", "* 1 FETCH ()", "1 FETCH ( )");
        row("multipart without parts", "* 1 FETCH (BODYSTRUCTURE (\"mixed\" NIL) UID 9)",
            "1 FETCH ( BODYSTRUCTURE ( q:mixed NIL ) UID 9 )");
        // Literals and sections.
        row("section atom", "* 1 FETCH (BODY[HEADER.FIELDS (FROM \"TO\")]<0> {3}\r\na)b UID 2)",
            "1 FETCH ( BODY[HEADER.FIELDS (FROM \"TO\")]<0> l:a)b UID 2 )");
        row("literal", "* 1 FETCH (BODY[] {5}\r\nab\r\nc)", "1 FETCH ( BODY[] l:ab\r\nc )");
        row("empty literal", "* 1 FETCH (BODY[] {0}\r\n)", "1 FETCH ( BODY[] l: )");
        row("literal8", "* 1 FETCH (BINARY[1] ~{4}\r\n\0\1\2\3)"_octets,
            "1 FETCH ( BINARY[1] l:\0\1\2\3 )"_octets);
        row("non-synchronizing literal", "* LIST () \"/\" {3+}\r\na b", "LIST ( ) q:/ l:a b");
        row("no space before literal", "* 1 FETCH (BODY[]{2}\r\nab)", "1 FETCH ( BODY[] l:ab )");
        row("two literals", "* X {1}\r\na {1}\r\nb", "X l:a l:b");
        row("literal looks like a response", "* 1 FETCH (BODY[] {10}\r\n* 2 EXPUNG)",
            "1 FETCH ( BODY[] l:* 2 EXPUNG )");
        // Strings.
        row("escapes", "* X \"a\\\"b\\\\c\" d", "X q:a\"b\\c d");
        row("quoted that looks like a literal", "* X \"{5}\"", "X q:{5}");
        row("quoted with parentheses", "* X (\") (\")", "X ( q:) ( )");
        row("no closing quote", "* X \"abc {5}", "X q:abc {5}", true);
        row("backslash at the end", "* X \"abc\\", "X q:abc", true);
        row("braces in an atom", "* X a{b} {x} {-1} {}", "X a{b} {x} {-1} {}");
        row("huge number in braces", "* X {99999999999999999999}", "X {99999999999999999999}");
        // Brackets that do not match.
        row("never closed", "* 1 FETCH ((UID 3", "1 FETCH ( ( UID 3", true);
        row("never opened", "* X ) a", "X ) a", true);
        row("section not closed", "* 1 FETCH (BODY[HEADER UID 3)", "1 FETCH ( BODY[HEADER UID 3 )", true);
        row("nothing", "*", "");
        row("only spaces", "*    ", "");
        row("NUL between", "* X a \0 b"_octets, "X a b");
    }
    void tokens()
    {
        QFETCH(QByteArray, line);
        QFETCH(bool, malformed);
        const auto responses = parse(line);
        QCOMPARE(responses.size(), std::size_t(1));
        QCOMPARE(responses.front().kind(), Response::Kind::Untagged);
        QTEST(shape(responses.front()), "expected");
        QCOMPARE(responses.front().isMalformed(), malformed);
    }

    void status_keepsItsWords_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<Response::Kind>("kind");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("words");
        using Kind = Response::Kind;
        const auto row = [](const char *line, Kind kind, const char *status, const char *words) {
            QTest::newRow(line) << QByteArray(line) << kind << QByteArray(status) << QByteArray(words);
        };
        row("* OK [UIDVALIDITY 3] fine", Kind::Untagged, "OK", "[UIDVALIDITY 3] fine");
        row("* ok", Kind::Untagged, "OK", "");
        row("A1 OK", Kind::Tagged, "OK", "");
        row("A1 NO [X] it's (half a \"sentence", Kind::Tagged, "NO", "[X] it's (half a \"sentence");
        row("A1 NO see {5}", Kind::Tagged, "NO", "see {5}");
        row("A1 BAD", Kind::Tagged, "BAD", "");
        row("* BYE a (b", Kind::Untagged, "BYE", "a (b");
        row("* PREAUTH hi", Kind::Untagged, "PREAUTH", "hi");
        row("+ idling (", Kind::Continuation, "", "idling (");
        row("+", Kind::Continuation, "", "");
        row("+OK POP3 ready", Kind::Tagged, "", "POP3 ready");
        row("garbage", Kind::Tagged, "", "");
        row("", Kind::Tagged, "", "");
    }
    void status_keepsItsWords()
    {
        QFETCH(QByteArray, line);
        QFETCH(Response::Kind, kind);
        const auto responses = parse(line + "\r\n");
        QCOMPARE(responses.size(), std::size_t(1));
        QCOMPARE(responses.front().kind(), kind);
        QTEST(responses.front().status(), "status");
        QTEST(responses.front().words(), "words");
        QVERIFY(responses.front().tokens().empty());
    }

    void after_skipsNestedValues()
    {
        const auto responses = parse("* 1 FETCH (A (b (c) d) UID 3)\r\n");
        const Response &subject = responses.front();
        QCOMPARE(subject.after(4), std::size_t(11));
        QVERIFY(subject.isWord(11, "uid"));
        QCOMPARE(subject.after(1000), subject.tokens().size());
    }

    void nesting_100k_neitherCrashesNorHangs()
    {
        for (const char *bracket : {"(", ")", "()", "(((((("}) {
            const QByteArray line = "* 1 FETCH " + QByteArray(bracket).repeated(100'000) + " UID 3\r\n* OK\r\n";
            const auto responses = parse(line);
            QCOMPARE(responses.size(), std::size_t(2));
            QVERIFY(responses.front().after(2) <= responses.front().tokens().size());
            QCOMPARE(responses.back().status(), QByteArray("OK"));
        }
    }

    void nesting_pastTheLimit_isNotKept()
    {
        const auto responses
            = parse("* X " + QByteArray("(").repeated(200) + QByteArray(")").repeated(200) + "\r\n");
        QVERIFY(responses.front().isMalformed());
        QVERIFY(responses.front().tokens().size() < 110);
        QVERIFY(!parse("* X " + QByteArray("(").repeated(90) + QByteArray(")").repeated(90) + "\r\n")
                     .front()
                     .isMalformed());
    }

    void tokens_pastTheLimit_areNotKept()
    {
        const auto responses = parse("* SEARCH" + QByteArray(" 1").repeated(1000) + "\r\n* OK\r\n", {.tokens = 100});
        QCOMPARE(responses.size(), std::size_t(2));
        QVERIFY(responses.front().isMalformed());
        QCOMPARE(responses.front().tokens().size(), std::size_t(100));
    }

    void literal_pastTheLimit_isDroppedAndTheRestRead()
    {
        ResponseLimits limits;
        limits.literal = 10;
        const auto responses
            = parse("* 1 FETCH (BODY[] {11}\r\n0123456789a UID 7)\r\n* OK\r\n", limits);
        QCOMPARE(responses.size(), std::size_t(2));
        QCOMPARE(shape(responses.front()), QByteArray("1 FETCH ( BODY[] dropped UID 7 )"));
        QVERIFY(!responses.front().isMalformed());
    }

    void literals_pastTheirTotal_areDropped()
    {
        ResponseLimits limits;
        limits.literalTotal = 5;
        const auto responses = parse("* X {3}\r\nabc {3}\r\ndef {2}\r\ngh\r\n", limits);
        QCOMPARE(shape(responses.front()), QByteArray("X l:abc dropped l:gh"));
    }

    void literals_withoutEnd_giveUp()
    {
        ResponseParser subject({.literals = 3});
        QVERIFY(subject.addLine("* X {1}"));
        for (int i = 0; i < 2; ++i) {
            subject.addLiteral("a");
            QVERIFY(subject.addLine("{1}"));
        }
        subject.addLiteral("a");
        const auto result = subject.addLine("{1}");
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Protocol);
    }

    void truncated_everywhere_givesNoWholeResponse()
    {
        const QByteArray whole = "* 1 FETCH (UID 4 BODY[] {5}\r\nab\r\nc FLAGS (\\Seen \"x y\"))\r\n";
        QCOMPARE(parse(whole).size(), std::size_t(1));
        for (qsizetype size = 0; size < whole.size(); ++size)
            QCOMPARE(parse(whole.left(size)).size(), std::size_t(0));
    }

    void garbage_neverCrashes()
    {
        std::mt19937 random(7);
        const QByteArray alphabet = "* +(){}[]\"\\~0123459aBODY[]{3}\r\n\r\n OK NO FETCH\x80\xff"_octets + '\0';
        for (int round = 0; round < 20'000; ++round) {
            QByteArray octets;
            for (auto left = random() % 120; left > 0; --left)
                octets += alphabet.at(qsizetype(random() % std::size_t(alphabet.size())));
            for (const Response &response : parse(octets)) {
                for (std::size_t at = 0; at < response.tokens().size(); ++at)
                    QVERIFY(response.after(at) > at && !response.isWord(at, "no such word"));
            }
        }
    }

    void longLine_isReadInOneGo()
    {
        const QByteArray line = "* X \"" + QByteArray(1'000'000, 'a') + "\" " + QByteArray("[").repeated(1000);
        QElapsedTimer timer;
        timer.start();
        const auto responses = parse(line + "\r\n");
        QCOMPARE(responses.front().text(1).size(), 1'000'000);
        // Quadratic work would take minutes.
        QVERIFY(timer.elapsed() < 5000);
    }
};

INLET_TEST(tst_Response)
#include "tst_Response.moc"
