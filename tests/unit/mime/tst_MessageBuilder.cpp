// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Mime.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::mime;

namespace
{

OutgoingMessage sample()
{
    OutgoingMessage message;
    message.from = {QStringLiteral("Anna Berg"), QStringLiteral("anna@acme.example")};
    message.to = {{QStringLiteral("Jo Doe"), QStringLiteral("jo@example.org")}};
    message.subject = QStringLiteral("Hello");
    message.text = QStringLiteral("Hi Jo,\n\nhow are you?\n\nAnna");
    message.messageId = QStringLiteral("abc.123@acme.example");
    message.date = QDateTime(QDate(2026, 3, 4), QTime(5, 6, 7), Qt::UTC);
    return message;
}

} // namespace

class tst_MessageBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initialize(); }

    void build_simple_isWellFormed()
    {
        const auto built = buildMessage(sample());
        QVERIFY(built);
        QVERIFY(!QByteArray(*built).replace("\r\n", "").contains('\n'));
        QVERIFY(!QByteArray(*built).replace("\r\n", "").contains('\r'));
        QCOMPARE(built->count("Message-Id:") + built->count("Message-ID:"), 1);
        for (const QByteArray &line : built->split('\n'))
            QVERIFY(line.size() <= 999);
        const ParsedMessage parsed = parseMessage(*built);
        QCOMPARE(parsed.header.messageId, QStringLiteral("abc.123@acme.example"));
        QCOMPARE(parsed.header.date, sample().date);
        QCOMPARE(parsed.text.trimmed(), sample().text);
        QCOMPARE(parsed.damage, QStringList());
    }

    void build_roundTrip_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("text");
        QTest::newRow("ascii") << "Jo Doe" << "Plain" << "one line";
        QTest::newRow("comma name") << "Doe, Jo \"JD\" (sales)" << "a, b: c" << "x";
        QTest::newRow("umlauts") << QStringLiteral("Jürgen Müßig") << QStringLiteral("Grüße aus Köln")
                                 << QStringLiteral("Schöne Grüße\n\nJürgen");
        QTest::newRow("emoji") << QStringLiteral("Zoé 🚀") << QStringLiteral("🎉🎉 Congrats 👩‍👩‍👧‍👦 on launch")
                               << QStringLiteral("👍\n🎉");
        QTest::newRow("rtl") << QStringLiteral("דוד לוי") << QStringLiteral("שלום וברכה מה שלומך היום")
                             << QStringLiteral("שלום\nمرحبا");
        QTest::newRow("long subject")
            << "Jo" << QStringLiteral("Überlänge und noch mehr davon ").repeated(12).trimmed() << "x";
        QTest::newRow("long ascii subject") << "Jo" << QStringLiteral("word ").repeated(60).trimmed() << "x";
        QTest::newRow("one long word") << "Jo" << QString(500, u'a') << QString(3000, u'b');
        QTest::newRow("long name") << QStringLiteral("Freiherr von und zu Übermaß ").repeated(6).trimmed()
                                   << "s" << "x";
        QTest::newRow("looks encoded") << "Jo" << "not =?utf-8?Q?really?= encoded" << "=?x?= =3D =\nend";
        QTest::newRow("dots and from") << "Jo" << "s" << ".\n..\nFrom here\n\n.x";
        QTest::newRow("trailing blanks") << "Jo" << "s" << "a  \nb\t\nc";
        QTest::newRow("cjk") << QStringLiteral("山田 太郎") << QStringLiteral("お世話になっております。ご提案の件") << QStringLiteral("了解です。");
    }

    void build_roundTrip()
    {
        QFETCH(QString, name);
        QFETCH(QString, subject);
        QFETCH(QString, text);
        OutgoingMessage message = sample();
        message.from.name = name;
        message.to = {{name, QStringLiteral("a@x.example")}, {{}, QStringLiteral("b@x.example")}};
        message.cc = {{name, QStringLiteral("c@x.example")}};
        message.subject = subject;
        message.text = text;
        for (const bool html : {false, true}) {
            message.html = html ? QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped()) : QString();
            const auto built = buildMessage(message);
            QVERIFY(built);
            for (const QByteArray &line : built->split('\n'))
                QVERIFY(line.size() <= 999);
            const ParsedMessage parsed = parseMessage(*built);
            QCOMPARE(parsed.header.from, QList<Address>{message.from});
            QCOMPARE(parsed.header.to, message.to);
            QCOMPARE(parsed.header.cc, message.cc);
            QCOMPARE(parsed.header.subject, subject);
            QCOMPARE(parsed.text.endsWith(u'\n') ? parsed.text.chopped(1) : parsed.text, text);
            QCOMPARE(parsed.html.trimmed(), message.html);
            QCOMPARE(parsed.damage, QStringList());
        }
    }

    void build_attachments_keepNameTypeAndContent_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("pdf") << "offer.pdf" << QByteArray("application/pdf");
        QTest::newRow("umlaut") << QStringLiteral("Angebot für Köln.pdf") << QByteArray("application/pdf");
        QTest::newRow("apostrophe") << "Jo's plan; final.txt" << QByteArray("text/plain");
        QTest::newRow("emoji") << QStringLiteral("📈.png") << QByteArray("image/png");
        QTest::newRow("long") << QStringLiteral("Überaus langer Name ").repeated(6) + QStringLiteral("x.docx")
                              << QByteArray("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    }

    void build_attachments_keepNameTypeAndContent()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, type);
        OutgoingMessage message = sample();
        QByteArray content;
        for (int i = 0; i < 5000; ++i)
            content.append(static_cast<char>(i * 7));
        message.attachments = {{name, {}, content}};
        const auto built = buildMessage(message);
        QVERIFY(built);
        const ParsedMessage parsed = parseMessage(*built);
        QCOMPARE(parsed.attachments.size(), 1);
        QCOMPARE(parsed.attachments.first().fileName, name);
        QCOMPARE(parsed.attachments.first().contentType, type);
        QCOMPARE(parsed.attachments.first().size, content.size());
        const auto back = extractPart(*built, parsed.attachments.first().part);
        QVERIFY(back);
        QCOMPARE(*back, content);
        QCOMPARE(parsed.text.trimmed(), message.text);
    }

    void build_threadHeaders_areKept()
    {
        OutgoingMessage message = sample();
        message.inReplyTo = QStringLiteral("parent@x");
        for (int i = 0; i < 40; ++i)
            message.references.append(QStringLiteral("reference-number-%1@somewhere.example").arg(i));
        const auto built = buildMessage(message);
        QVERIFY(built);
        const MessageHeader header = scanHeader(*built);
        QCOMPARE(header.inReplyTo, QStringList{QStringLiteral("parent@x")});
        QCOMPARE(header.references.size(), 20);
        QCOMPARE(header.references.first(), message.references.first());
        QCOMPARE(header.references.last(), QStringLiteral("parent@x"));
        for (const QByteArray &line : built->split('\n'))
            QVERIFY(line.size() <= 200);
    }

    void build_bcc_isNeverWritten()
    {
        OutgoingMessage message = sample();
        message.bcc = {{QStringLiteral("Secret"), QStringLiteral("hidden@x.example")}};
        auto built = buildMessage(message);
        QVERIFY(built);
        QVERIFY(!built->contains("hidden@x.example"));
        message.to.clear();
        built = buildMessage(message);
        QVERIFY(built);
        QVERIFY(!built->contains("hidden@x.example"));
    }

    void build_badInput_isRefused_data()
    {
        QTest::addColumn<QString>("where");
        for (const char *where : {"subject", "name", "address", "messageId", "no recipients", "no from",
                 "no date", "unicode line end"})
            QTest::newRow(where) << QString::fromLatin1(where);
    }

    void build_badInput_isRefused()
    {
        QFETCH(QString, where);
        OutgoingMessage message = sample();
        const QString evil = QStringLiteral("x\r\nBcc: victim@x.example");
        if (where == QStringLiteral("subject"))
            message.subject = evil;
        else if (where == QStringLiteral("name"))
            message.to.first().name = evil;
        else if (where == QStringLiteral("address"))
            message.to.first().address = evil + QStringLiteral("@x");
        else if (where == QStringLiteral("messageId"))
            message.messageId = evil + QStringLiteral("@x");
        else if (where == QStringLiteral("no recipients"))
            message.to.clear();
        else if (where == QStringLiteral("no from"))
            message.from = {};
        else if (where == QStringLiteral("no date"))
            message.date = {};
        else
            message.subject = QStringLiteral("a") + QChar(0x2028) + QStringLiteral("b");
        const auto built = buildMessage(message);
        QVERIFY(!built);
        QCOMPARE(built.error().kind, ErrorKind::Config);
    }

    void messageId_isUniqueAndBound()
    {
        QSet<QString> seen;
        for (int i = 0; i < 1000; ++i) {
            const QString id = newMessageId(QStringLiteral("acme.example"));
            QVERIFY(id.endsWith(QStringLiteral("@acme.example")));
            seen.insert(id);
        }
        QCOMPARE(seen.size(), 1000);
    }

    void subjects_areStripped_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("bare");
        QTest::newRow("re") << "Re: Hello" << "Hello";
        QTest::newRow("many") << QStringLiteral("AW: Re: FW:  WG: Hello") << "Hello";
        QTest::newRow("counted") << "Re[2]: Hello" << "Hello";
        QTest::newRow("french") << "TR : Bonjour" << "Bonjour";
        QTest::newRow("chinese") << QStringLiteral("回复：你好") << QStringLiteral("你好");
        QTest::newRow("none") << "Regarding: Hello" << "Regarding: Hello";
        QTest::newRow("only prefix") << "Re:" << "";
    }

    void subjects_areStripped()
    {
        QFETCH(QString, subject);
        QFETCH(QString, bare);
        QCOMPARE(bareSubject(subject), bare);
        QCOMPARE(replySubject(subject), QStringLiteral("Re: ") + bare);
    }
};

INLET_TEST(tst_MessageBuilder)
#include "tst_MessageBuilder.moc"
