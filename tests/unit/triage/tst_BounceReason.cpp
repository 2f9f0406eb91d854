// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestMain.h"
#include "triage/BounceReason_p.h"
#include "triage/DeliveryStatus_p.h"

#include <QTest>

using namespace inlet::triage;

class tst_BounceReason : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The table of RFC 3463 codes and servers' words.
    void judge_followsWordsThenCodes_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QString>("diagnostic");
        QTest::addColumn<QString>("type");
        const auto row = [](const char *status, const char *diagnostic, const char *type) {
            QTest::addRow("%s %s", status, diagnostic) << QByteArray(status) << QString::fromUtf8(diagnostic) << QString::fromUtf8(type);
        };
        row("5.1.1", "", "hard");
        row("5.1.10", "RESOLVER.ADR.RecipientNotFound", "hard");
        row("5.1.2", "", "hard");
        row("5.4.4", "", "hard");
        row("5.1.0", "550 5.1.0 Sender denied", "block");
        row("5.2.1", "mailbox disabled", "soft");
        row("5.2.1", "receiving mail too quickly", "soft");
        row("5.2.2", "", "soft");
        row("5.2.3", "", "block");
        row("5.3.4", "", "block");
        row("5.4.1", "Recipient address rejected: Access denied", "hard");
        row("5.4.14", "", "soft");
        row("4.4.7", "", "soft");
        row("5.4.7", "message expired", "soft");
        row("5.6.0", "", "block");
        row("5.7.1", "", "block");
        row("5.7.1", "550 5.7.1 No such user!", "hard");
        row("5.7.1", "blocked using zen.spamhaus.org", "block");
        row("5.7.26", "DMARC", "block");
        row("5.7.124", "", "block");
        row("4.7.1", "greylisted, try again", "soft");
        row("4.1.1", "user unknown", "soft");
        row("", "550 unknown recipient", "hard");
        row("", "554 message refused, your IP has a bad reputation", "block");
        row("", "552 over quota", "soft");
        row("", "450 mailbox busy", "soft");
        row("", "", "soft");
        row("5.0.0", "550 5.1.1 <a@b.example>: gone", "hard");
        row("5.0.0", "after MAIL FROM:<a@b.example>: 550 domain does not exist", "block");
    }

    void judge_followsWordsThenCodes()
    {
        QFETCH(QByteArray, status);
        QFETCH(QString, diagnostic);
        QFETCH(QString, type);
        const BounceJudgement judgement = judgeBounce(status, diagnostic);
        QCOMPARE(nameOf(judgement.type), type);
        QVERIFY(!judgement.reason.isEmpty());
    }

    void codes_areNotAddressesOrVersions()
    {
        QCOMPARE(enhancedCodeIn(QStringLiteral("host mx[5.1.1.7] said: 550 5.2.2 full")), QByteArray("5.2.2"));
        QCOMPARE(enhancedCodeIn(QStringLiteral("Exim 4.92")), QByteArray());
        QCOMPARE(enhancedCodeIn(QStringLiteral("(#5.1.1)")), QByteArray("5.1.1"));
        QCOMPARE(replyCodeIn(QStringLiteral("said: 550-5.1.1 no")), 550);
        QCOMPARE(replyCodeIn(QStringLiteral("port 5501, 192.0.2.45 ok")), 0);
    }

    void deliveryStatus_readsWhatSystemsWrite()
    {
        const DeliveryReport report = readDeliveryStatus("Reporting-MTA: dns; x\r\nX-Original-Message-ID: <m@x>\r\n\r\n"
                                                        "Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.1.1 (user\r\n unknown)\r\n"
                                                        "Diagnostic-Code: smtp; 550 no\r\n\r\nFinal-Recipient: LOCAL; root\r\nOriginal-Recipient: rfc822;c@d.example\r\nStatus: 550\r\n");
        QVERIFY(report.isReport);
        QCOMPARE(report.originalMessageId, QStringLiteral("m@x"));
        QCOMPARE(report.recipients.size(), 2);
        QCOMPARE(report.recipients.at(0).address, QStringLiteral("a@b.example"));
        QCOMPARE(report.recipients.at(0).status, QByteArray("5.1.1"));
        QCOMPARE(report.recipients.at(0).diagnostic, QStringLiteral("550 no"));
        QCOMPARE(report.recipients.at(1).address, QStringLiteral("c@d.example"));
        QCOMPARE(report.recipients.at(1).diagnostic, QStringLiteral("550"));
        QVERIFY(readDeliveryStatus("nonsense").recipients.isEmpty());
    }
};

INLET_TEST(tst_BounceReason)
#include "tst_BounceReason.moc"
