// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Mime.h"
#include "support/TestMain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace inlet;
using namespace inlet::mime;

namespace
{

QByteArray fileContent(const QString &name)
{
    QFile file(QStringLiteral(INLET_TEST_DATA "/mime/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList addressesOnly(const QList<Address> &addresses)
{
    QStringList out;
    for (const Address &address : addresses)
        out.append(address.address);
    return out;
}

QStringList strings(const QJsonValue &value)
{
    return value.toVariant().toStringList();
}

} // namespace

class tst_MessageParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initialize(); }

    /// Known answers: tests/data/mime/expected.json says what each mail must give.
    void parse_known_gives_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QJsonObject>("expected");
        const QJsonObject all = QJsonDocument::fromJson(fileContent(QStringLiteral("expected.json"))).object();
        QVERIFY(all.size() >= 35);
        for (auto it = all.begin(); it != all.end(); ++it)
            QTest::newRow(qPrintable(it.key())) << it.key() << it.value().toObject();
    }

    void parse_known_gives()
    {
        QFETCH(QString, file);
        QFETCH(QJsonObject, expected);
        const ParsedMessage parsed = parseMessage(fileContent(file));
        const auto wants = [&](const char *key) { return expected.contains(QLatin1String(key)); };
        const auto value = [&](const char *key) { return expected.value(QLatin1String(key)); };
        if (wants("subject"))
            QCOMPARE(parsed.header.subject, value("subject").toString());
        if (wants("froms"))
            QCOMPARE(addressesOnly(parsed.header.from), strings(value("froms")));
        if (wants("to"))
            QCOMPARE(addressesOnly(parsed.header.to), strings(value("to")));
        if (wants("text"))
            QVERIFY2(parsed.text.contains(value("text").toString()), qPrintable(parsed.text));
        if (wants("html"))
            QVERIFY2(parsed.html.contains(value("html").toString()), qPrintable(parsed.html));
        if (wants("parts"))
            QCOMPARE(parsed.partCount, value("parts").toInt());
        if (wants("damage"))
            QCOMPARE(parsed.damage, strings(value("damage")));
        if (wants("date"))
            QCOMPARE(parsed.header.date.isValid() ? parsed.header.date.toString(Qt::ISODate) : QString(),
                value("date").toString());
        if (wants("attachments")) {
            QStringList names;
            for (const Attachment &attachment : parsed.attachments)
                names.append(attachment.fileName);
            QCOMPARE(names, strings(value("attachments")));
        }
    }

    void scanHeader_idsThatStayEncoded_areReadOnce()
    {
        const MessageHeader header = scanHeader("References: =? <a@b.example> <c@b.example>\r\n\r\n");
        QCOMPARE(header.references, (QStringList{QStringLiteral("a@b.example"), QStringLiteral("c@b.example")}));
    }

    void scanHeader_namesOnlyMessages_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QStringList>("ids");
        const QString id = QStringLiteral("1.a@x.example");
        QTest::newRow("brackets") << QByteArray("<1.a@x.example> <2@y.example>") << QStringList{id, QStringLiteral("2@y.example")};
        QTest::newRow("no brackets") << QByteArray("1.a@x.example") << QStringList{id};
        QTest::newRow("no brackets, two") << QByteArray("1.a@x.example, 2@y.example") << QStringList{id, QStringLiteral("2@y.example")};
        QTest::newRow("a sentence") << QByteArray("Your mail of Tuesday to jo@x.example") << QStringList{};
        QTest::newRow("a sentence with a message") << QByteArray("Your mail <1.a@x.example> of Tuesday") << QStringList{id};
        QTest::newRow("a person of the mail") << QByteArray("Message from Anna <Anna@acme.example> of Tuesday") << QStringList{};
        QTest::newRow("a person of the mail, bare") << QByteArray("anna@acme.example") << QStringList{};
        QTest::newRow("filler") << QByteArray("<unknown> <> <0>") << QStringList{};
        QTest::newRow("no domain") << QByteArray("<20260303102011.77>") << QStringList{QStringLiteral("20260303102011.77")};
    }

    /// Strangers must not meet in one conversation because their programs name no message.
    void scanHeader_namesOnlyMessages()
    {
        QFETCH(QByteArray, field);
        QFETCH(QStringList, ids);
        const auto header = scanHeader("From: mara@x.example\r\nTo: Anna <anna@acme.example>\r\nIn-Reply-To: " + field + "\r\nReferences: " + field + "\r\n\r\n");
        QCOMPARE(header.inReplyTo, ids);
        QCOMPARE(header.references, ids);
    }

    void scanHeader_equalsFullParse_data() { parse_known_gives_data(); }

    void scanHeader_equalsFullParse()
    {
        QFETCH(QString, file);
        const QByteArray raw = fileContent(file);
        if (!raw.contains('\n'))
            return; // the scanner leaves lone CR to the parser
        QCOMPARE(scanHeader(raw), parseMessage(raw).header);
    }

    void extractPart_ofAttachedMessage_isFound()
    {
        const QByteArray raw = fileContent(QStringLiteral("attached_message.eml"));
        const auto inner = extractPart(raw, "2.1");
        QVERIFY(inner);
        QCOMPARE(inner->trimmed(), QByteArray("inner text"));
        const auto missing = extractPart(raw, "9");
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, ErrorKind::NotFound);
    }

    void extractPart_ofEveryAttachment_works()
    {
        for (const char *name : {"attachment_2231.eml", "related_cid.eml", "attached_message.eml"}) {
            const QByteArray raw = fileContent(QLatin1String(name));
            const ParsedMessage parsed = parseMessage(raw);
            QVERIFY(!parsed.attachments.isEmpty());
            for (const Attachment &attachment : parsed.attachments) {
                const auto content = extractPart(raw, attachment.part);
                QVERIFY(content);
                QCOMPARE(content->size(), attachment.size);
            }
        }
    }

    void preview_isOneShortLineOfNewWords()
    {
        const QByteArray raw = "Subject: x\n\nFirst line\nsecond " + QByteArray(500, 'w')
            + "\n\nOn Mon, 2 Mar 2026 at 10:00, Jo <jo@x.example> wrote:\n> old words\n";
        const ParsedMessage parsed = parseMessage(raw);
        QVERIFY(parsed.preview.startsWith(QStringLiteral("First line second")));
        QVERIFY(parsed.preview.size() <= 200);
        QVERIFY(!parsed.preview.contains(u'\n'));
        QVERIFY(!parsed.newText.contains(QStringLiteral("old words")));
    }

    void addressList_typed_isParsed()
    {
        const auto good = parseAddressList(QStringLiteral("Jo Doe <jo@x.com>, b@y.org; \"Roe, Kim\" <kim@z.example>"));
        QVERIFY(good);
        QCOMPARE(good->size(), 3);
        QCOMPARE(good->at(0), (Address{QStringLiteral("Jo Doe"), QStringLiteral("jo@x.com")}));
        QCOMPARE(good->at(2).name, QStringLiteral("Roe, Kim"));
        for (const Address &address : *good)
            QCOMPARE(*parseAddressList(formatAddress(address)), QList<Address>{address});
        for (const char *bad : {"jo", "jo@", "@x", "jo@x@y", "<>", "a@.b", "\"x"}) {
            const auto result = parseAddressList(QLatin1String(bad));
            QVERIFY2(!result, bad);
            QCOMPARE(result.error().kind, ErrorKind::Config);
        }
        QVERIFY(parseAddressList(QStringLiteral(" , ;\n"))->isEmpty());
    }
};

INLET_TEST(tst_MessageParser)
#include "tst_MessageParser.moc"
