// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/BodyStructure.h"
#include "imap/DataRows.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::imap;

namespace
{

QList<BodyPart> partsOf(const QByteArray &value)
{
    const QByteArray octets = "* 1 FETCH (UID 7 BODYSTRUCTURE " + value + " RFC822.SIZE 900000)\r\n";
    auto responses = parseResponses({octets.data(), std::size_t(octets.size())});
    const auto row = responses.empty() ? std::nullopt : fetchRow(responses.front());
    return row ? row->message.parts : QList<BodyPart>();
}

/// "section type encoding octets", a part a line.
QByteArray told(const QList<BodyPart> &parts)
{
    QByteArray lines;
    for (const BodyPart &part : parts) {
        lines += part.section + ' ' + part.type + ' ' + part.encoding + ' ' + QByteArray::number(part.octets) + (part.isFile ? " file" : "")
            + (part.hasName ? " named" : "") + (part.innerType.isEmpty() ? "" : " of " + part.innerType) + '\n';
    }
    return lines;
}

const QByteArray kText = R"(("TEXT" "PLAIN" ("CHARSET" "utf-8") NIL NIL "QUOTED-PRINTABLE" 12 1 NIL NIL NIL NIL))";
const QByteArray kEnvelope = R"(("Thu, 01 Jan 2026 10:00:00 +0000" "a (b" NIL NIL NIL NIL NIL NIL NIL "<x@y>"))";

} // namespace

class tst_BodyStructure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("one part") << kText << QByteArray("1 text/plain quoted-printable 12\n");
        QTest::newRow("text and a file")
            << ('(' + kText + R"(("APPLICATION" "PDF" ("NAME" "a.pdf") NIL NIL "BASE64" 900000 NIL ("ATTACHMENT" ("FILENAME" "a.pdf")) NIL NIL) "MIXED" ("BOUNDARY" "b") NIL NIL NIL))")
            << QByteArray(" multipart/mixed  0\n1 text/plain quoted-printable 12\n2 application/pdf base64 900000 file named\n");
        QTest::newRow("multiparts in each other")
            << ("((" + kText + kText + " \"ALTERNATIVE\" NIL NIL NIL) (" + kText + " \"RELATED\") \"mixed\")")
            << QByteArray(" multipart/mixed  0\n1 multipart/alternative  0\n1.1 text/plain quoted-printable 12\n1.2 text/plain quoted-printable 12\n"
                          "2 multipart/related  0\n2.1 text/plain quoted-printable 12\n");
        QTest::newRow("a bounce")
            << ('(' + kText + R"((message delivery-status NIL NIL NIL NIL 300)("MESSAGE" "RFC822" NIL NIL NIL "7BIT" 2000000 )" + kEnvelope
                   + " (" + kText + " \"MIXED\") 9 NIL NIL NIL) \"REPORT\")")
            << QByteArray(" multipart/report  0\n1 text/plain quoted-printable 12\n2 message/delivery-status 7bit 300\n"
                          "3 message/rfc822 7bit 2000000 of multipart/mixed\n");
        QTest::newRow("a name in pieces, RFC 2231")
            << QByteArray(R"(("APPLICATION" "X" ("NAME*0*" "a") NIL NIL "BASE64" 5))") << QByteArray("1 application/x base64 5 named\n");
        QTest::newRow("no list") << QByteArray("NIL") << QByteArray();
        QTest::newRow("empty") << QByteArray("()") << QByteArray();
        QTest::newRow("no size") << QByteArray(R"(("TEXT" "PLAIN" NIL NIL NIL "7BIT" NIL 1))") << QByteArray();
        QTest::newRow("a size below nothing") << QByteArray(R"(("TEXT" "PLAIN" NIL NIL NIL "7BIT" -5 1))") << QByteArray();
        QTest::newRow("too few fields") << QByteArray(R"(("TEXT" "PLAIN" NIL NIL "7BIT" 5))") << QByteArray();
        QTest::newRow("no subtype of the multipart") << ('(' + kText + ')') << QByteArray();
        QTest::newRow("one of two is broken") << ('(' + kText + "(\"TEXT\") \"MIXED\")") << QByteArray();
        QTest::newRow("an attached message without its structure")
            << QByteArray(R"(("MESSAGE" "RFC822" NIL NIL NIL "7BIT" 2000000 NIL NIL 9))") << QByteArray();
        QTest::newRow("cut off") << ('(' + kText) << QByteArray();
    }

    void reads()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, expected);
        QCOMPARE(told(partsOf(value)), expected);
    }

    void deeperOrMoreThanTheBounds_isNone()
    {
        QByteArray deep = kText;
        for (int i = 0; i < kMostPartDepth; ++i)
            deep = '(' + deep + " \"MIXED\")";
        QVERIFY(!partsOf(deep).isEmpty());
        QVERIFY(partsOf('(' + deep + " \"MIXED\")").isEmpty());
        QVERIFY(partsOf('(' + QByteArray(10'000, '(') + kText + QByteArray(10'000, ')') + ')').isEmpty());
        QVERIFY(!partsOf('(' + kText.repeated(kMostParts - 1) + " \"MIXED\")").isEmpty());
        QVERIFY(partsOf('(' + kText.repeated(kMostParts) + " \"MIXED\")").isEmpty());
    }

    void sections_areKeptByName()
    {
        const QByteArray octets = "* 1 FETCH (UID 7 BODY[1.mime] {4}\r\nA: b BODY[2.1]<0> \"text\" BODY[3] NIL BODY[HEADER] \"H: x\")\r\n";
        auto responses = parseResponses({octets.data(), std::size_t(octets.size())});
        const auto row = fetchRow(responses.front());
        QVERIFY(row);
        QCOMPARE(row->message.sections.value("1.MIME"), QByteArray("A: b"));
        QCOMPARE(row->message.sections.value("2.1"), QByteArray("text"));
        QVERIFY(row->message.sections.contains("3"));
        QCOMPARE(row->message.sections.size(), 3);
        QCOMPARE(row->message.body, QByteArray("H: x"));
    }
};

INLET_TEST(tst_BodyStructure)
#include "tst_BodyStructure.moc"
