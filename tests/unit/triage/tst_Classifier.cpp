// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Mime.h"
#include "support/TestMain.h"
#include "triage/Classifier.h"
#include "triage/Intents.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace inlet;
using namespace inlet::triage;

namespace
{

QByteArray fileContent(const QString &name)
{
    QFile file(QStringLiteral(INLET_TEST_DATA "/triage/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class tst_Classifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialize(); }

    /// Known answers: tests/data/triage/expected.json says what each mail is.
    void classify_known_isRight_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QJsonObject>("expected");
        const QJsonObject all = QJsonDocument::fromJson(fileContent(QStringLiteral("expected.json"))).object();
        QVERIFY(all.size() >= 45);
        for (auto it = all.begin(); it != all.end(); ++it)
            QTest::newRow(qPrintable(it.key())) << it.key() << it.value().toObject();
    }

    void classify_known_isRight()
    {
        QFETCH(QString, file);
        QFETCH(QJsonObject, expected);
        const Verdict verdict = classify(mime::parseMessage(fileContent(file)), {QStringLiteral("anna@acme.example")});
        const auto wants = [&](const char *key) { return expected.contains(QLatin1String(key)); };
        const auto value = [&](const char *key) { return expected.value(QLatin1String(key)).toString(); };
        QVERIFY(!verdict.evidence.isEmpty());
        QVERIFY2(nameOf(verdict.kind) == value("kind"), qPrintable(verdict.evidence.join(u'|')));
        if (wants("bounce"))
            QCOMPARE(nameOf(verdict.bounce), value("bounce"));
        if (wants("original"))
            QCOMPARE(verdict.originalMessageId, value("original"));
        if (wants("auto"))
            QCOMPARE(verdict.autoReplyType, value("auto"));
        if (wants("returns"))
            QCOMPARE(verdict.returnDate.toString(Qt::ISODate), value("returns"));
        if (wants("status"))
            QCOMPARE(QString::fromLatin1(verdict.bouncedRecipients.value(0).status), value("status"));
        if (wants("recipients")) {
            QStringList recipients;
            for (const BouncedRecipient &recipient : verdict.bouncedRecipients)
                recipients.append(recipient.recipient);
            QCOMPARE(recipients, expected.value(QLatin1String("recipients")).toVariant().toStringList());
        }
    }

    /// RFC 2369: what programs send to the address of List-Unsubscribe.
    void removalByProgram_isTold_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<bool>("asks");
        QTest::newRow("word") << QStringLiteral("Unsubscribe") << true;
        QTest::newRow("token") << QStringLiteral("unsubscribe:4711-abc") << true;
        QTest::newRow("token behind a space") << QStringLiteral("unsubscribe 8f31c") << true;
        QTest::newRow("confirmation") << QStringLiteral("Unsubscribe successful") << false;
        QTest::newRow("about it") << QStringLiteral("Unsubscribe link of 2 mails") << false;
    }
    void removalByProgram_isTold()
    {
        QFETCH(QString, subject);
        QFETCH(bool, asks);
        const QByteArray raw = "From: mara@acme.example\r\nTo: stop@us.example\r\nAuto-Submitted: auto-generated\r\nSubject: " + subject.toUtf8()
            + "\r\n\r\nSent by a program.\r\n";
        const Verdict verdict = classify(mime::parseMessage(raw), {});
        QCOMPARE(verdict.kind, Kind::Other);
        QCOMPARE(!verdict.intents.isEmpty(), asks);
        if (asks)
            QCOMPARE(proposeIntent(verdict.intents).intent, Intent::DoNotContact);
    }

    void classify_emptyMessage_isHuman()
    {
        QCOMPARE(classify({}, {}).kind, Kind::Human);
    }
};

INLET_TEST(tst_Classifier)
#include "tst_Classifier.moc"
