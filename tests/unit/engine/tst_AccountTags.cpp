// SPDX-License-Identifier: GPL-3.0-or-later
#include "EngineFixture.h"
#include "support/TestMain.h"

#include <QSignalSpy>
#include <QTest>

using namespace inlet;
using namespace inlet::test;

class tst_AccountTags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Nothing else of a mailbox is written, and the list of mailboxes is read again once.
    void ofSeveral_changeAtOnce_andNothingElseDoes()
    {
        EngineFixture f;
        accounts::Account other = f.account;
        other.email = QStringLiteral("second@sales.test");
        other.enabled = false;
        AccountId second;
        write(f, [&](store::WriteTransaction &transaction) -> Result<void> {
            const auto id = transaction.addAccount(other);
            second = id.value_or(AccountId());
            return id ? Result<void>() : id.error();
        });
        f.start();
        QTRY_COMPARE(f.engine->accounts().size(), 2);
        // The server refuses the sign-in meanwhile.
        write(f, [&](store::WriteTransaction &transaction) -> Result<void> {
            auto account = *transaction.account(second);
            account.signInRefused = true;
            return transaction.updateAccount(account);
        });
        QTRY_VERIFY(f.engine->accounts().last().signInRefused);
        QSignalSpy reloads(f.engine.get(), &engine::Engine::accountsChanged);
        QList<bool> answers;
        f.engine->changeTags({f.mailbox, AccountId(999), second}, {QStringLiteral("team-a")}, {}, this, [&answers](const Result<void> &done) { answers.append(bool(done)); });
        const auto all = [&f](const QStringList &tags) {
            const QList<accounts::Account> now = f.engine->accounts();
            return now.size() == 2 && now.first().tags == tags && now.last().tags == tags;
        };
        QTRY_VERIFY(all({QStringLiteral("team-a")}));
        QTRY_COMPARE(answers, QList{true});
        QCOMPARE(reloads.size(), 1);
        f.store->readHere([&](store::ReadSession &session) { QVERIFY(session.account(second)->signInRefused); });
        f.engine->changeTags({f.mailbox, second}, {QStringLiteral("b")}, {QStringLiteral("team-a")}, this, [](const Result<void> &) {});
        QTRY_VERIFY(all({QStringLiteral("b")}));
    }

private:
    static void write(EngineFixture &f, const std::function<Result<void>(store::WriteTransaction &)> &change)
    {
        QVERIFY(bool(f.store->writeAndWait("test", change)));
    }
};

INLET_TEST(tst_AccountTags)
#include "tst_AccountTags.moc"
