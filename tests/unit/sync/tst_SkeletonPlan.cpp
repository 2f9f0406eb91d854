// SPDX-License-Identifier: GPL-3.0-or-later
// Which parts of a large message are fetched, and that nothing is read that the server did not tell.
#include "mime/Mime.h"
#include "mime/Skeleton.h"
#include "support/TestMain.h"
#include "sync/SkeletonPlan_p.h"

#include <QTest>

using namespace inlet;
using namespace inlet::sync;
using imap::BodyPart;

namespace
{

constexpr qint64 kLarge = 5'000'000;

const QByteArray kHeader = "Subject: The plan\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
const QByteArray kText = "See you on Friday.\r\n";

/// A text and a large file.
QList<BodyPart> twoParts()
{
    return {{.section = {}, .parent = -1, .type = "multipart/mixed"},
        {.section = "1", .parent = 0, .type = "text/plain", .encoding = "7bit", .octets = kText.size()},
        {.section = "2", .parent = 0, .type = "application/pdf", .encoding = "base64", .octets = kLarge, .isFile = true, .hasName = true}};
}

QHash<QByteArray, QByteArray> twoSections()
{
    return {{"1.MIME", "Content-Type: text/plain\r\n\r\n"}, {"1", kText},
        {"2.MIME", "Content-Type: application/pdf; name=plan.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"}};
}

QByteArray planned(QList<BodyPart> parts)
{
    const auto sections = planSkeleton(parts);
    return sections ? sections->join(' ') : QByteArray("whole");
}

} // namespace

class tst_SkeletonPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialize(); }

    void plan_data()
    {
        QTest::addColumn<QList<BodyPart>>("parts");
        QTest::addColumn<QByteArray>("expected");
        const auto with = [](auto change) {
            QList<BodyPart> parts = twoParts();
            change(parts);
            return parts;
        };
        QTest::newRow("a text and a file") << twoParts() << QByteArray("1.MIME 1 2.MIME");
        QTest::newRow("one part that is a file")
            << QList<BodyPart>{{.section = "1", .type = "application/pdf", .encoding = "base64", .octets = kLarge}} << QByteArray();
        QTest::newRow("no structure") << QList<BodyPart>() << QByteArray("whole");
        QTest::newRow("signed") << with([](auto &parts) { parts[0].type = "multipart/signed"; }) << QByteArray("whole");
        QTest::newRow("S/MIME") << with([](auto &parts) { parts[2].type = "application/pkcs7-mime"; }) << QByteArray("whole");
        QTest::newRow("a text too large to be read now") << with([](auto &parts) { parts[1].octets = kMostRead + 1; }) << QByteArray("whole");
        QTest::newRow("an answer to a meeting, larger than a small file")
            << with([](auto &parts) { parts.insert(2, {.section = "3", .parent = 0, .type = "text/calendar", .encoding = "7bit", .octets = 2 * kSmallPart, .isFile = true}); })
            << QByteArray("1.MIME 1 3.MIME 3 2.MIME");
        QTest::newRow("a large text file")
            << with([](auto &parts) { parts[2].type = "text/plain"; }) << QByteArray("1.MIME 1 2.MIME");
        QTest::newRow("large text that is no file")
            << with([](auto &parts) { parts[2].type = "text/plain"; parts[2].isFile = parts[2].hasName = false; }) << QByteArray("whole");
        QTest::newRow("a small file comes along, and then nothing stays there")
            << with([](auto &parts) { parts[2].octets = 9000; }) << QByteArray("whole");
        QTest::newRow("a returned message")
            << with([](auto &parts) { parts[2].type = "message/rfc822"; parts[2].encoding = "7bit"; }) << QByteArray("1.MIME 1 2.MIME 2.HEADER");
        QTest::newRow("a returned message that is a report itself")
            << with([](auto &parts) { parts[2].type = "message/rfc822"; parts[2].encoding = "7bit"; parts[2].innerType = "multipart/report"; }) << QByteArray("whole");
        QTest::newRow("a returned message in base64")
            << with([](auto &parts) { parts[2].type = "message/rfc822"; }) << QByteArray("whole");
        QTest::newRow("more sections than a command holds")
            << with([](auto &parts) { for (int i = 0; i < 70; ++i) parts.append(parts[2]); }) << QByteArray("whole");
    }

    void plan()
    {
        QFETCH(QList<BodyPart>, parts);
        QFETCH(QByteArray, expected);
        QCOMPARE(planned(parts), expected);
    }

    void build_isReadLikeAnyMessage()
    {
        QList<BodyPart> parts = twoParts();
        QVERIFY(planSkeleton(parts));
        const auto skeleton = buildSkeleton(kHeader, parts, twoSections());
        QVERIFY(skeleton);
        const mime::ParsedMessage parsed = mime::parseMessage(*skeleton);
        QCOMPARE(parsed.header.subject, QStringLiteral("The plan"));
        QCOMPARE(parsed.text.trimmed(), QStringLiteral("See you on Friday."));
        QCOMPARE(parsed.attachments.size(), 1);
        QCOMPARE(parsed.attachments.first().fileName, QStringLiteral("plan.pdf"));
        QCOMPARE(parsed.attachments.first().part, QByteArray("2"));
        QCOMPARE(parsed.damage, QStringList());
        QCOMPARE(mime::decodePart(*skeleton, "2", QByteArray("the plan").toBase64()).value_or(QByteArray()), QByteArray("the plan"));
    }

    void build_whatTheServerDidNotTell_isNotRead_data()
    {
        QTest::addColumn<QByteArray>("section");
        QTest::addColumn<QByteArray>("content"); ///< null: it did not come
        QTest::newRow("a text of another size") << QByteArray("1") << kText + "More.";
        QTest::newRow("a text that is cut") << QByteArray("1") << kText.chopped(2);
        QTest::newRow("no text") << QByteArray("1") << QByteArray();
        QTest::newRow("no MIME header") << QByteArray("2.MIME") << QByteArray();
        QTest::newRow("a boundary in the text") << QByteArray("1") << QByteArray("--b\r\n\r\nSurprise!!!!\r\n").left(kText.size());
        QTest::newRow("sections of other parts") << QByteArray("1.MIME") << QByteArray("Content-Type: text/html\r\n\r\n");
        QTest::newRow("another encoding") << QByteArray("1.MIME") << QByteArray("Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        QTest::newRow("a header with a body in it") << QByteArray("1.MIME") << QByteArray("Content-Type: text/plain\r\n\r\nNo.\r\n\r\n");
        QTest::newRow("a multipart where a file was told") << QByteArray("2.MIME") << QByteArray("Content-Type: multipart/mixed; boundary=c\r\n\r\n");
    }

    void build_whatTheServerDidNotTell_isNotRead()
    {
        QFETCH(QByteArray, section);
        QFETCH(QByteArray, content);
        QList<BodyPart> parts = twoParts();
        QVERIFY(planSkeleton(parts));
        auto sections = twoSections();
        if (content.isNull())
            sections.remove(section);
        else
            sections[section] = content;
        const auto skeleton = buildSkeleton(kHeader, parts, sections);
        QVERIFY(!skeleton);
        QCOMPARE(skeleton.error().kind, ErrorKind::Protocol);
    }

    void build_withoutABoundary_isNone()
    {
        QList<BodyPart> parts = twoParts();
        QVERIFY(planSkeleton(parts));
        QVERIFY(!buildSkeleton("Subject: x\r\nContent-Type: multipart/mixed\r\n\r\n", parts, twoSections()));
        QVERIFY(!buildSkeleton("Subject: x\r\n\r\n", parts, twoSections()));
    }
};

INLET_TEST(tst_SkeletonPlan)
#include "tst_SkeletonPlan.moc"
