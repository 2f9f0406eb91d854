// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestMain.h"
#include "triage/Intents.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace inlet;
using namespace inlet::triage;

/// Answers of prospects in many languages, written for this test (tests/data/triage/intents.jsonl).
class tst_Intents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answer_isSorted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        QFile file(QStringLiteral(INLET_TEST_DATA "/triage/intents.jsonl"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        int number = 0;
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const QJsonObject row = QJsonDocument::fromJson(line).object();
            ++number;
            if (!row.isEmpty())
                QTest::addRow("%d %s", number, qPrintable(row[QLatin1String("lang")].toString())) << row[QLatin1String("text")].toString() << row[QLatin1String("want")].toString();
        }
    }

    void answer_isSorted()
    {
        QFETCH(QString, text);
        QFETCH(QString, wanted);
        const IntentProposal proposal = proposeIntent(scoreIntents(text, QStringLiteral("Re: Quick question")));
        const QString got = proposal.intent == Intent::None ? QStringLiteral("Unsorted") : nameOf(proposal.intent);
        QVERIFY2(got == wanted, qPrintable(QStringLiteral("%1 instead of %2 (%3 %): %4 | %5").arg(got, wanted).arg(proposal.confidence).arg(proposal.reasons.join(QStringLiteral("; ")), text)));
        QVERIFY(proposal.intent == Intent::None || !proposal.reasons.isEmpty());
    }

    /// What is shown as their words is theirs: cut where a word ends, and seen to be cut.
    void longQuestion_isNotQuotedWrong()
    {
        const auto asked = [](const char *text) {
            for (const IntentScore &score : scoreIntents(QString::fromUtf8(text), {})) {
                if (score.intent == Intent::InformationRequest)
                    return score.phrases.join(QLatin1Char(' '));
            }
            return QString();
        };
        const QString cut = asked("Could you please send me your current and complete price list before Friday?");
        QVERIFY2(cut.contains(QStringLiteral("could you please send me your current and complete price…")), qPrintable(cut));
        QVERIFY2(!cut.contains(u'?'), qPrintable(cut));
        QVERIFY(asked("Could you send me the price list?").contains(QStringLiteral("could you send me the price list?")));
    }

    void garbage_isNoProblem()
    {
        for (const QString &text : {QString(), QString(100'000, u'?'), QString(100'000, u'n'), QStringLiteral("no ").repeated(50'000),
                 QString::fromUtf8("\xF0\x9F\x98\x80").repeated(20'000), QString(QChar(0xD800)).repeated(1000)})
            QVERIFY(proposeIntent(scoreIntents(text, text)).confidence <= 100);
    }

    void learnedWords_moveTheScale_withinBounds()
    {
        const QList<IntentScore> weak{{Intent::InformationRequest, 1.2, {QStringLiteral("?")}}};
        QCOMPARE(proposeIntent(weak).intent, Intent::None);
        const QHash<Intent, LearnedPoints> learned{{Intent::WrongPerson, {4.0, {QStringLiteral("procurement")}}}};
        const IntentProposal proposal = proposeIntent(weak, learned);
        QCOMPARE(proposal.intent, Intent::WrongPerson);
        QVERIFY(proposal.reasons.join(QString()).contains(QStringLiteral("procurement")));
    }

    void words_toLearnFrom_areBounded()
    {
        QCOMPARE(learnableWords(QStringLiteral("Not now. Maybe later, 5 pm")),
            (QStringList{QStringLiteral("not"), QStringLiteral("now"), QStringLiteral("not now"), QStringLiteral("maybe"),
                QStringLiteral("later"), QStringLiteral("maybe later"), QStringLiteral("pm")}));
        QString many;
        for (int i = 0; i < 2000; ++i)
            many += QStringLiteral("w%1 ").arg(QString(QChar(u'a' + i % 26)).repeated(2 + i / 26));
        QVERIFY(learnableWords(many).size() <= 300);
    }
};

INLET_TEST(tst_Intents)
#include "tst_Intents.moc"
