// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "support/TestMain.h"

#include <SQLiteCpp/SQLiteCpp.h>

using namespace inlet;
using namespace inlet::store;
using inlet::test::MailBuilder;
using inlet::test::StoreFixture;

namespace
{

constexpr int kProspects = 7;
constexpr int kPart = 3;

QList<ConversationId> prospects(StoreFixture &f)
{
    for (int i = 1; i <= kProspects; ++i) {
        const QByteArray who = "p" + QByteArray::number(i) + "@acme.test";
        const QByteArray out = "o" + QByteArray::number(i) + "@us.test";
        f.ingest(MailBuilder(out.constData()).from("anna@us.test").to(who.constData()).own().seen().minute(i).in(f.anna.sent, quint32(i)));
        f.ingest(MailBuilder(QStringLiteral("in%1@acme.test").arg(i)).from(who.constData()).to("anna@us.test").inReplyTo(out.constData())
                     .minute(100 + i).in(f.anna.inbox, quint32(i)));
    }
    QList<ConversationId> ids;
    const QList<ConversationRow> rows = f.list(Scope::All);
    for (const ConversationRow &row : rows)
        ids.append(row.id);
    return ids;
}

/// What of it a step changes and taking it back restores.
QString snapshot(StoreFixture &f)
{
    SQLite::Database db((f.dir.path() + QStringLiteral("/profile/inlet.db")).toStdString(), SQLite::OPEN_READONLY);
    QString out;
    for (const char *sql : {"SELECT id, category, category_source, archived_at, is_prospect, in_needs FROM conversations ORDER BY id",
             "SELECT id, flags, keywords, pending_role FROM locations ORDER BY id", "SELECT id, decision, conversation FROM people ORDER BY id",
             "SELECT pattern FROM suppressions ORDER BY pattern", "SELECT count(*) FROM operations WHERE done = 0"}) {
        SQLite::Statement statement(db, sql);
        while (statement.executeStep()) {
            for (int i = 0; i < statement.getColumnCount(); ++i)
                out += QString::fromUtf8(statement.getColumn(i).getText("NULL")) + QLatin1Char('|');
        }
    }
    return out;
}

} // namespace

/// One press on many conversations, done and taken back part by part.
class tst_LargeSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parts_areOneStep_andAreTakenBackInParts_data()
    {
        QTest::addColumn<int>("verb");
        for (const TriageVerb verb : {TriageVerb::Archive, TriageVerb::SetCategory, TriageVerb::SortAway, TriageVerb::MarkRead, TriageVerb::MoveToOther})
            QTest::newRow(qPrintable(nameOf(verb))) << int(verb);
    }
    void parts_areOneStep_andAreTakenBackInParts()
    {
        QFETCH(int, verb);
        StoreFixture f;
        const QList<ConversationId> all = prospects(f);
        QCOMPARE(all.size(), kProspects);
        const QString before = snapshot(f);
        TriageAction action;
        action.verb = TriageVerb(verb);
        action.category = Category::DoNotContact;
        for (int from = 0; from < kProspects; from += kPart) {
            action.conversations = all.mid(from, kPart);
            f.change([&](WriteTransaction &t) -> Result<void> {
                const auto step = t.apply(action);
                if (step)
                    action.continues = *step;
                return step ? Result<void>() : Result<void>(step.error());
            });
        }
        const auto stack = f.read([](ReadSession &s) { return s.undoStack(); });
        QCOMPARE(stack->size(), 1);
        QCOMPARE(stack->first().conversations, kProspects);
        const qsizetype queued = f.operations().size();
        QList<qint64> left;
        while (left.isEmpty() || left.last() > 0) {
            f.change([&](WriteTransaction &t) -> Result<void> {
                const auto part = t.undoPart(action.continues, kPart);
                if (part)
                    left.append(part->left);
                return part ? Result<void>() : Result<void>(part.error());
            });
            QCOMPARE(f.inconsistency(), QString());
            QCOMPARE(f.operations().size(), queued * left.last() / kProspects); // each has as many
            QVERIFY(left.size() < kProspects);
        }
        QCOMPARE(left, (QList<qint64>{4, 1, 0}));
        QCOMPARE(snapshot(f), before);
        QVERIFY(f.read([](ReadSession &s) { return s.undoStack(); })->isEmpty());
    }

    void stepThatWasTakenBack_isNotContinued()
    {
        StoreFixture f;
        const QList<ConversationId> all = prospects(f);
        TriageAction action;
        action.verb = TriageVerb::Archive;
        action.conversations = all.mid(0, kPart);
        f.change([&](WriteTransaction &t) -> Result<void> {
            action.continues = *t.apply(action);
            return {};
        });
        f.undo();
        action.conversations = all.mid(kPart);
        const auto done = f.subject->writeAndWait("part", [&](WriteTransaction &t) -> Result<void> {
            const auto step = t.apply(action);
            return step ? Result<void>() : Result<void>(step.error());
        });
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::NotFound);
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), kProspects);
    }
};

INLET_TEST(tst_LargeSteps)
#include "tst_LargeSteps.moc"
