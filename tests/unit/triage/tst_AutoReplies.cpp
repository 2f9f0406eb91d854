// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Mime.h"
#include "support/TestMain.h"
#include "triage/Classifier.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace inlet;
using namespace inlet::triage;

namespace
{

/// The message of a row: its headers and its text, written on Monday 2026-08-03 or on the day of the row.
QByteArray messageOf(const QJsonObject &row)
{
    const QString written = row[QLatin1String("written")].toString(QStringLiteral("Mon, 3 Aug 2026 09:00:00 +0000"));
    QByteArray raw = "From: Tom Reed <writer@client.test>\r\nTo: anna@us.test\r\nDate: " + written.toLatin1() + "\r\n"
                     "Message-ID: <a1@client.test>\r\nIn-Reply-To: <ours@us.test>\r\nMIME-Version: 1.0\r\n"
                     "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n";
    raw += "Subject: =?utf-8?B?" + row[QLatin1String("subject")].toString().toUtf8().toBase64() + "?=\r\n";
    const QJsonObject headers = row[QLatin1String("headers")].toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        raw += it.key().toUtf8() + ": " + it.value().toString().toUtf8() + "\r\n";
    return raw + "\r\n" + row[QLatin1String("text")].toString().toUtf8() + "\r\n";
}

} // namespace

/// Variations in many languages, written for this test (tests/data/triage/autoreplies.jsonl).
class tst_AutoReplies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialize(); }

    void variation_isUnderstood_data()
    {
        QTest::addColumn<QJsonObject>("row");
        QFile file(QStringLiteral(INLET_TEST_DATA "/triage/autoreplies.jsonl"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        int number = 0;
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const QJsonObject row = QJsonDocument::fromJson(line).object();
            ++number;
            if (!row.isEmpty())
                QTest::addRow("%d %s %s", number, qPrintable(row[QLatin1String("lang")].toString()), qPrintable(row[QLatin1String("type")].toString())) << row;
        }
    }

    void variation_isUnderstood()
    {
        QFETCH(QJsonObject, row);
        const mime::ParsedMessage message = mime::parseMessage(messageOf(row));
        const Verdict verdict = classify(message, {});
        const QByteArray why = verdict.evidence.join(QStringLiteral("; ")).toUtf8();
        if (row[QLatin1String("type")].isNull()) {
            QVERIFY2(verdict.kind == Kind::Human, why.constData());
            QCOMPARE(message.newText.trimmed(), row[QLatin1String("text")].toString());
            return;
        }
        QVERIFY2(verdict.kind == Kind::AutoReply, why.constData());
        QCOMPARE(verdict.autoReplyType, row[QLatin1String("type")].toString());
        QCOMPARE(verdict.returnDate.toString(Qt::ISODate), row[QLatin1String("return_date")].toString());
        QCOMPARE(verdict.standIn, row[QLatin1String("stand_in")].toString());
        QVERIFY(!verdict.evidence.isEmpty());
    }
};

INLET_TEST(tst_AutoReplies)
#include "tst_AutoReplies.moc"
