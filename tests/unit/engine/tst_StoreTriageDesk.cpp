// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/StoreTriageDesk.h"
#include "support/TestMain.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>

using namespace inlet;
using namespace inlet::engine;

namespace
{

/// The desk over a real store.
struct Desk {
    Desk()
    {
        auto opened = store::openStore(dir.path());
        Q_ASSERT(opened);
        store = std::move(*opened);
        subject = std::make_unique<StoreTriageDesk>(*store, relay, [this] { ++changed; });
    }

    template <typename T>
    T answered(const std::function<void(QObject *, std::function<void(const T &)>)> &ask)
    {
        std::optional<T> value;
        ask(&context, [&](const T &answer) { value.emplace(answer); });
        [[maybe_unused]] const bool in = QTest::qWaitFor([&] { return value.has_value(); });
        Q_ASSERT(in);
        return *value;
    }

    QTemporaryDir dir;
    QObject context;
    GuiRelay relay;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<StoreTriageDesk> subject;
    int changed = 0;
};

} // namespace

class tst_StoreTriageDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void suppressed_isFoundWhileTyping_andTakenBack()
    {
        Desk f;
        QVERIFY(*f.answered<Result<bool>>([&](QObject *context, auto answer) {
            f.subject->suppress({QStringLiteral("ACME.test"), QStringLiteral("asked"), store::SuppressionSource::Rep, {}, {}}, context, answer);
        }));
        const auto check = [&] {
            return f.answered<QList<store::Suppression>>([&](QObject *context, auto answer) {
                f.subject->checkRecipients({QStringLiteral("mara@eu.acme.test"), QStringLiteral("jo@free.test"), QStringLiteral("tom@acme.test")}, context, answer);
            });
        };
        QCOMPARE(check().size(), 1); // one entry forbids both
        QCOMPARE(check().first().reason, QStringLiteral("asked"));
        QVERIFY(f.answered<Result<void>>([&](QObject *context, auto answer) { f.subject->unsuppress(QStringLiteral("acme.test"), context, answer); }));
        QVERIFY(check().isEmpty());
        QTRY_COMPARE(f.changed, 2);
    }

    void nonsense_isRefusedWithWords()
    {
        Desk f;
        const auto refused = f.answered<Result<bool>>([&](QObject *context, auto answer) {
            f.subject->suppress({QStringLiteral("com"), {}, store::SuppressionSource::Rep, {}, {}}, context, answer);
        });
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Config);
        QVERIFY(!refused.error().detail.isEmpty());
    }

    void import_dryRunStoresNothing()
    {
        Desk f;
        const QByteArray text("mara@acme.test\nnonsense\n");
        for (const bool dry : {true, false}) {
            const auto result = f.answered<Result<SuppressionImport>>([&](QObject *context, auto answer) {
                f.subject->importSuppressions(text, dry, context, answer);
            });
            QVERIFY(result);
            QCOMPARE(result->read, 1);
            QCOMPARE(result->added, dry ? 0 : 1);
            QCOMPARE(result->problems.size(), 1);
            const auto all = f.answered<QList<store::Suppression>>([&](QObject *context, auto answer) { f.subject->fetchSuppressions(context, answer); });
            QCOMPARE(all.size(), dry ? 0 : 1);
        }
        const auto exported = f.answered<Result<QByteArray>>([&](QObject *context, auto answer) { f.subject->exportSuppressions(context, answer); });
        QVERIFY(exported && exported->contains("mara@acme.test"));
    }

    void rules_areImportedInTheirOrder_once()
    {
        Desk f;
        const QByteArray text("field,pattern,category\ndomain,acme.test,Not interested\nsender,mara@acme.test,Interested\nnonsense,x,y\n");
        for (const bool dry : {true, false, false}) {
            const auto before = f.answered<QList<store::Rule>>([&](QObject *context, auto answer) { f.subject->fetchRules(context, answer); });
            const auto result = f.answered<Result<RuleImport>>([&](QObject *context, auto answer) { f.subject->importRules(text, dry, context, answer); });
            QVERIFY(result);
            QCOMPARE(result->read, 2);
            QCOMPARE(result->added, dry || !before.isEmpty() ? 0 : 2);
            QCOMPARE(result->problems.size(), 1);
            QCOMPARE(result->problems.first().line, 4);
        }
        const auto rules = f.answered<QList<store::Rule>>([&](QObject *context, auto answer) { f.subject->fetchRules(context, answer); });
        QCOMPARE(rules.size(), 2);
        QCOMPARE(rules.first().pattern, QStringLiteral("acme.test"));
        const auto exported = f.answered<QByteArray>([&](QObject *context, auto answer) { f.subject->exportRules(context, answer); });
        QCOMPARE(exported, QByteArray("field,pattern,category\r\ndomain,acme.test,Not interested\r\nsender,mara@acme.test,Interested\r\n"));
    }

    /// A key that is pressed when the first piece is stored is not behind all the others.
    void imports_leaveRoomForAKeyPress()
    {
        Desk f;
        qint64 atKey = -1; // how many are stored when the key has its turn; the writer's
        const auto pressOnce = [&](const std::function<qint64(store::WriteTransaction &)> &stored) {
            atKey = -1;
            const auto pressed = std::make_shared<std::atomic<bool>>(false);
            f.store->observe([&f, &atKey, stored, pressed](const store::ChangeSet &) {
                if (!pressed->exchange(true)) {
                    f.store->write("key", [&atKey, stored](store::WriteTransaction &transaction) -> Result<void> {
                        atKey = stored(transaction);
                        return {};
                    });
                }
            });
        };
        QByteArray list;
        for (int n = 0; n < 7000; ++n)
            list += "p" + QByteArray::number(n) + "@acme.test\n";
        pressOnce([](store::WriteTransaction &transaction) { return transaction.suppressions()->size(); });
        const auto entries = f.answered<Result<SuppressionImport>>([&](QObject *context, auto answer) { f.subject->importSuppressions(list, false, context, answer); });
        f.store->settle();
        QCOMPARE(entries->added, 7000);
        QVERIFY2(atKey > 0 && atKey < 7000, QByteArray::number(atKey).constData());
        QByteArray file = "field,pattern,category\n";
        for (int n = 0; n < 20; ++n)
            file += "sender,p" + QByteArray::number(n) + "@acme.test,Interested\n";
        pressOnce([](store::WriteTransaction &transaction) { return transaction.rules()->size(); });
        const auto rules = f.answered<Result<RuleImport>>([&](QObject *context, auto answer) { f.subject->importRules(file, false, context, answer); });
        f.store->settle();
        QCOMPARE(rules->added, 20);
        QVERIFY2(atKey > 0 && atKey < 20, QByteArray::number(atKey).constData());
        f.store->observe({});
    }

    void answers_stopWithTheirContext()
    {
        Desk f;
        bool answered = false;
        {
            QObject gone;
            f.subject->fetchRules(&gone, [&](const QList<store::Rule> &) { answered = true; });
        }
        f.answered<QList<store::SearchCompletion>>([&](QObject *context, auto answer) { f.subject->completeSearch(QStringLiteral("fr"), context, answer); });
        QVERIFY(!answered);
    }
};

INLET_TEST(tst_StoreTriageDesk)
#include "tst_StoreTriageDesk.moc"
