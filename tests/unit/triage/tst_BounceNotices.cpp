// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Mime.h"
#include "support/TestMain.h"
#include "triage/Classifier.h"
#include "triage/Refusal.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace inlet;
using namespace inlet::triage;

namespace
{

QString field(const QJsonObject &row, const char *name)
{
    return row[QLatin1String(name)].toString();
}

QByteArray messageOf(const QJsonObject &row)
{
    QByteArray raw = "From: " + field(row, "from").toUtf8() + "\r\nTo: anna@us.test\r\nDate: Mon, 3 Aug 2026 09:00:00 +0000\r\n"
        "Message-ID: <n1@mx.host.test>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: 8bit\r\nSubject: =?utf-8?B?" + field(row, "subject").toUtf8().toBase64() + "?=\r\n";
    const QJsonObject headers = row[QLatin1String("headers")].toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        raw += it.key().toUtf8() + ": " + it.value().toString().toUtf8() + "\r\n";
    return raw + "\r\n" + field(row, "text").toUtf8() + "\r\n";
}

} // namespace

/// Notices without a machine-readable part, written for this test (tests/data/triage/bounces.jsonl).
class tst_BounceNotices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialize(); }

    void notice_isUnderstood_data()
    {
        QTest::addColumn<QJsonObject>("row");
        QFile file(QStringLiteral(INLET_TEST_DATA "/triage/bounces.jsonl"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const QJsonObject row = QJsonDocument::fromJson(line).object();
            if (!row.isEmpty())
                QTest::newRow(qPrintable(field(row, "name"))) << row;
        }
    }

    void notice_isUnderstood()
    {
        QFETCH(QJsonObject, row);
        const Verdict verdict = classify(mime::parseMessage(messageOf(row)), {});
        const QByteArray why = verdict.evidence.join(QStringLiteral("; ")).toUtf8();
        QVERIFY2(nameOf(verdict.kind) == field(row, "kind"), why.constData());
        if (verdict.kind != Kind::Bounce)
            return;
        QStringList recipients;
        for (const BouncedRecipient &recipient : verdict.bouncedRecipients)
            recipients.append(recipient.recipient);
        QCOMPARE(recipients, row[QLatin1String("recipients")].toVariant().toStringList());
        QVERIFY2(nameOf(verdict.bounce) == field(row, "type"), qPrintable(nameOf(verdict.bounce) + QStringLiteral(": ") + verdict.bouncedRecipients.value(0).reason));
        if (!field(row, "status").isEmpty())
            QCOMPARE(QString::fromLatin1(verdict.bouncedRecipients.first().status), field(row, "status"));
        if (!field(row, "original").isEmpty())
            QCOMPARE(verdict.originalMessageId, field(row, "original"));
    }

    /// store/Bounces.cpp counts by these words.
    void reasonsThatAreCounted_keepTheirWords()
    {
        QCOMPARE(judgedReason("452 4.2.2 mailbox full"), QStringLiteral("the mailbox is full"));
        QCOMPARE(judgedReason("550 5.2.1 account is disabled"), QStringLiteral("the mailbox is disabled"));
    }

private:
    static QString judgedReason(const char *reply)
    {
        return judgeRefusal(QStringLiteral("jo@x.test"), QString::fromLatin1(reply)).reason;
    }
};

INLET_TEST(tst_BounceNotices)
#include "tst_BounceNotices.moc"
