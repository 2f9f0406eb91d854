// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Mime.h"
#include "support/Corpora.h"
#include "support/TestMain.h"
#include "triage/Classifier.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace inlet;
using namespace inlet::triage;

namespace
{

QString field(const QJsonObject &row, const char *name)
{
    return row.value(QLatin1String(name)).toString();
}

/// All wanted recipients are there, and none else.
bool sameRecipients(const Verdict &verdict, const QJsonArray &wanted)
{
    QStringList got;
    for (const BouncedRecipient &recipient : verdict.bouncedRecipients)
        got.append(recipient.recipient.toLower());
    QStringList acceptable;
    for (const QJsonValue &value : wanted) {
        const QJsonObject row = value.toObject();
        QStringList accept = row.value(QLatin1String("accept")).toVariant().toStringList();
        accept.append(field(row, "recipient"));
        bool found = false;
        for (const QString &one : std::as_const(accept)) {
            acceptable.append(one.toLower());
            found = found || got.contains(one.toLower());
        }
        if (!found)
            return false;
    }
    return std::all_of(got.cbegin(), got.cend(), [&](const QString &one) { return acceptable.contains(one); });
}

bool isReport(const Verdict &verdict)
{
    return verdict.kind == Kind::Bounce || verdict.bounce == BounceType::Delayed;
}

} // namespace

/// Measures on labelled real mail where there is some; see support/Corpora.h.
class tst_TriageCorpora : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialize(); }

    void bounces_areDetected()
    {
        int bounces = 0;
        int found = 0;
        int recipients = 0;
        int recipientsRight = 0;
        int hard = 0;
        int hardRight = 0;
        int ordinary = 0;
        int falseAlarms = 0;
        qint64 classifyNs = 0;
        QElapsedTimer timer;
        for (const QJsonObject &row : test::corpusLabels(QStringLiteral("bounces"))) {
            const mime::ParsedMessage parsed = mime::parseMessage(test::corpusFile(QStringLiteral("bounces/") + field(row, "file")));
            timer.start();
            const Verdict verdict = classify(parsed, {});
            classifyNs += timer.nsecsElapsed();
            if (field(row, "kind") == QStringLiteral("not_bounce")) {
                ++ordinary;
                falseAlarms += isReport(verdict) ? 1 : 0;
            }
            if (field(row, "kind") != QStringLiteral("bounce"))
                continue;
            ++bounces;
            found += isReport(verdict) ? 1 : 0;
            const QJsonArray wanted = row.value(QLatin1String("recipients")).toArray();
            if (wanted.isEmpty())
                continue;
            ++recipients;
            recipientsRight += sameRecipients(verdict, wanted) ? 1 : 0;
            const QJsonObject first = wanted.first().toObject();
            if (!first.contains(QLatin1String("hard")) || verdict.bouncedRecipients.isEmpty()
                || field(first, "coarse_reason") == QStringLiteral("filtered"))
                continue;
            ++hard;
            hardRight += first.value(QLatin1String("hard")).toBool() == (verdict.bouncedRecipients.first().type == BounceType::Hard) ? 1 : 0;
        }
        if (bounces == 0)
            return;
        qInfo("bounces detected %d of %d, recipients right %d of %d, hard or not right %d of %d, false alarms %d of %d, %.2f ms each",
            found, bounces, recipientsRight, recipients, hardRight, hard, falseAlarms, ordinary, double(classifyNs) / 1e6 / (bounces + ordinary));
        QVERIFY(found >= bounces * 97 / 100);
        QVERIFY(recipientsRight >= recipients * 95 / 100);
        QVERIFY(hardRight >= hard * 93 / 100);
        QCOMPARE(falseAlarms, 0);
    }

    void autoReplies_areDetected()
    {
        int positives = 0;
        int found = 0;
        int falseAlarms = 0;
        for (const QJsonObject &row : test::corpusLabels(QStringLiteral("autoreplies"))) {
            const mime::ParsedMessage parsed = mime::parseMessage(test::corpusFile(QStringLiteral("autoreplies/") + field(row, "file")));
            const bool automatic = classify(parsed, {}).kind == Kind::AutoReply;
            const bool wanted = row.value(QLatin1String("auto_reply")).toBool();
            positives += wanted ? 1 : 0;
            found += wanted && automatic ? 1 : 0;
            falseAlarms += !wanted && automatic ? 1 : 0;
        }
        if (positives == 0)
            return;
        qInfo("automatic replies found %d of %d, false alarms %d", found, positives, falseAlarms);
        QCOMPARE(found, positives);
        QCOMPARE(falseAlarms, 0);
    }
};

INLET_TEST(tst_TriageCorpora)
#include "tst_TriageCorpora.moc"
