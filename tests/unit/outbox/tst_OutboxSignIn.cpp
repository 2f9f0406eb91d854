// SPDX-License-Identifier: GPL-3.0-or-later
#include "OutboxFixture.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::test;
using namespace std::chrono_literals;
using store::LedgerState;

/// A sign-in that was refused is not tried again by itself.
class tst_OutboxSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedSignIn_waitsForTheUser()
    {
        OutboxFixture f;
        f.smtp.setPassword("right");
        const LedgerId first = f.add(QStringLiteral("a"));
        f.open();
        QTRY_COMPARE(f.row(first).attempts, 1);
        QTRY_VERIFY(!f.row(first).dueAt.isValid());
        QCOMPARE(f.state(first), LedgerState::Queued);
        QVERIFY(!f.row(first).note.isEmpty());
        const LedgerId second = f.add(QStringLiteral("b"));
        for (int i = 0; i < 5; ++i) {
            f.subject->wake();
            f.pass(1h);
            f.settle();
        }
        QCOMPARE(f.smtp.logins(), 1);
        QCOMPARE(f.state(second), LedgerState::UndoWindow);
        f.password = "right"; // noticed at the next wake, because it is another one
        f.subject->wake();
        QTRY_COMPARE(f.state(first), LedgerState::Accepted);
        QTRY_COMPARE(f.state(second), LedgerState::Accepted);
        QCOMPARE(f.smtp.logins(), 2);
    }

    void refusedSignIn_isNotTriedAgainByTheNextStart()
    {
        OutboxFixture f;
        f.smtp.setPassword("right");
        const LedgerId id = f.add(QStringLiteral("a"));
        f.open();
        QTRY_VERIFY(f.row(id).attempts == 1 && !f.row(id).dueAt.isValid());
        f.close();
        f.open();
        f.add(QStringLiteral("b"));
        f.subject->wake();
        f.settle();
        QCOMPARE(f.smtp.logins(), 1);
        f.password = "right";
        f.subject->signInChanged(f.account);
        QTRY_COMPARE(f.state(id), LedgerState::Accepted);
    }

    void accountWithRefusedSignIn_isNotEvenConnected()
    {
        OutboxFixture f;
        setAccount(f, [](accounts::Account &a) { a.signInRefused = true; });
        const LedgerId id = f.add(QStringLiteral("a"));
        f.open();
        QTRY_VERIFY(!f.row(id).note.isEmpty());
        QCOMPARE(f.smtp.connections(), 0);
        setAccount(f, [](accounts::Account &a) { a.signInRefused = false; });
        f.subject->wake();
        QTRY_COMPARE(f.state(id), LedgerState::Accepted);
    }

private:
    static void setAccount(OutboxFixture &f, const std::function<void(accounts::Account &)> &change)
    {
        QVERIFY(f.store->writeAndWait("account", [&](store::WriteTransaction &t) -> Result<void> {
            auto account = t.account(f.account);
            if (!account)
                return account.error();
            change(*account);
            return t.updateAccount(*account);
        }));
    }
};

INLET_TEST(tst_OutboxSignIn)
#include "tst_OutboxSignIn.moc"
