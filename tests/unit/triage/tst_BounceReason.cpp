// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestMain.h"
#include "triage/BounceReason_p.h"
#include "triage/CodeScan_p.h"
#include "triage/DeliveryStatus_p.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace inlet::triage;

namespace
{

/// A text that counts how often it is looked at: work, not time, so that a busy machine changes nothing.
class CountedText
{
public:
    explicit CountedText(QString text) : m_text(std::move(text)) {}

    [[nodiscard]] qsizetype size() const { return m_text.size(); }
    [[nodiscard]] QChar at(qsizetype index) const
    {
        ++m_looks;
        return m_text.at(index);
    }
    [[nodiscard]] qint64 looks() const { return m_looks; }

private:
    QString m_text;
    mutable qint64 m_looks = 0;
};

} // namespace

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
        row("5.4.5", "550-5.4.5 Daily user sending limit exceeded", "block");
        row("", "it is on the suppression list for your account", "hard");
        row("4.0.0", "DNS type 'mx' lookup of x.example responded with code NXDOMAIN", "soft");
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

    /// What providers write, with the type that RFC 3463 and their own documents give it.
    void judge_wordsOfProviders_areKnown_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("type");
        QFile file(QStringLiteral(INLET_TEST_DATA "/triage/refusals.jsonl"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        while (!file.atEnd()) {
            const QJsonObject row = QJsonDocument::fromJson(file.readLine()).object();
            const QString status = row[QLatin1String("status")].toString();
            const QString text = row[QLatin1String("text")].toString();
            QVERIFY(!row.isEmpty());
            QTest::addRow("%s %s", qPrintable(status), qPrintable(text)) << status.toLatin1() << text << row[QLatin1String("type")].toString();
        }
    }

    void judge_wordsOfProviders_areKnown()
    {
        QFETCH(QByteArray, status);
        QFETCH(QString, text);
        const BounceJudgement judgement = judgeBounce(status, text);
        QTEST(nameOf(judgement.type), "type");
    }

    void codes_areNotAddressesOrVersions()
    {
        QCOMPARE(enhancedCodeIn(QStringLiteral("host mx[5.1.1.7] said: 550 5.2.2 full")), QByteArray("5.2.2"));
        QCOMPARE(enhancedCodeIn(QStringLiteral("Exim 4.92")), QByteArray());
        QCOMPARE(enhancedCodeIn(QStringLiteral("(#5.1.1)")), QByteArray("5.1.1"));
        QCOMPARE(replyCodeIn(QStringLiteral("said: 550-5.1.1 no")), 550);
        QCOMPARE(replyCodeIn(QStringLiteral("port 5501, 192.0.2.45 ok")), 0);
    }

    void codes_inHostileText_areFoundInOnePass_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("digits") << QString(30'000, u'5');
        QTest::newRow("dots and digits") << QStringLiteral("5.").repeated(15'000);
        QTest::newRow("almost codes") << QStringLiteral("5.555.").repeated(5'000);
        QTest::newRow("numbers") << QStringLiteral("4444444444 ").repeated(3'000);
    }

    void codes_inHostileText_areFoundInOnePass()
    {
        QFETCH(QString, text);
        const CountedText counted(text);
        (void)findReplyCode(counted);
        (void)findEnhancedCode(counted);
        QVERIFY2(counted.looks() < 30 * text.size(), qPrintable(QString::number(counted.looks())));
    }

    void manyRecipients_areJudgedWithinABudget()
    {
        BounceReasons reasons;
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(nameOf(reasons.judge("5.1.1", QStringLiteral("550 user unknown")).type), QStringLiteral("hard"));
        QVERIFY2(reasons.judgedLetters() < 100, "equal words are read once");
        for (int i = 0; i < 1000; ++i)
            QVERIFY(reasons.judge("5.2.2", QString::number(i) + QString(3000, u'x')).type == BounceType::Soft);
        QVERIFY(reasons.judgedLetters() <= BounceReasons::kMaxJudgedLetters);
        // Beyond the budget the code still tells.
        QCOMPARE(nameOf(reasons.judge("5.1.1", QString(3999, u'y')).type), QStringLiteral("hard"));
    }

    void hugeReport_isCut()
    {
        QByteArray report;
        for (int i = 0; i < 20'000; ++i)
            report += "Final-Recipient: rfc822; r" + QByteArray::number(i) + "@b.example\nAction: failed\nDiagnostic-Code: smtp; 550 no\n\n";
        QCOMPARE(readDeliveryStatus(report).recipients.size(), 1000);
        const DeliveryReport one = readDeliveryStatus("Final-Recipient: rfc822; a@b.example\n" + QByteArray("Diagnostic-Code: smtp; 555555555555555555\n").repeated(50'000));
        QCOMPARE(one.recipients.size(), 1);
        QVERIFY(one.recipients.first().diagnostic.size() < 10'000);
        QVERIFY(readDeliveryStatus(QByteArray(1'000'000, '\n')).recipients.isEmpty());
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
