// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/Extensions_p.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet::smtp;

class tst_Extensions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_anyCase_isKnown()
    {
        const Extensions found = parseExtensions({"mx.example", "starttls", "Pipelining", "8bitmime",
            "Size 35882577", "auth login plain xoauth2", "smtputf8", "DSN"});
        QVERIFY(found.startTls && found.pipelining && found.eightBitMime && found.smtpUtf8);
        QCOMPARE(found.sizeLimit, qint64{35882577});
        QCOMPARE(found.mechanisms, (QByteArrayList{"LOGIN", "PLAIN", "XOAUTH2"}));
    }

    void parse_oldAuthForm_isKnownOnce()
    {
        QCOMPARE(parseExtensions({"hi", "AUTH PLAIN LOGIN", "AUTH=PLAIN LOGIN"}).mechanisms,
            (QByteArrayList{"PLAIN", "LOGIN"}));
    }

    void parse_greetingLine_isNoExtension()
    {
        QCOMPARE(parseExtensions({"STARTTLS"}), Extensions());
        QCOMPARE(parseExtensions({}), Extensions());
    }

    void parse_senselessSize_isNoLimit_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("none") << QByteArray("SIZE");
        QTest::newRow("zero") << QByteArray("SIZE 0");
        QTest::newRow("negative") << QByteArray("SIZE -5");
        QTest::newRow("text") << QByteArray("SIZE much");
        QTest::newRow("too large for 64 bits") << QByteArray("SIZE 99999999999999999999999");
    }

    void parse_senselessSize_isNoLimit()
    {
        QFETCH(QByteArray, line);
        QCOMPARE(parseExtensions({"hi", line}).sizeLimit, qint64{0});
    }
};

INLET_TEST(tst_Extensions)
#include "tst_Extensions.moc"
