// SPDX-License-Identifier: GPL-3.0-or-later
#include "OutboxFixture.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::test;
using store::LedgerState;

/// A host that takes connections and never answers holds up its own mail, not that of the others.
class tst_StalledHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void othersAreSent_meanwhile()
    {
        FakeSmtpServer stalled; // outlives the outbox
        OutboxFixture f;
        f.factory = [&stalled, own = f.factory](const accounts::ServerEndpoint &endpoint) {
            return endpoint.host.toLower() == QLatin1String("stalled.test") ? stalled.factory()(endpoint) : own(endpoint);
        };
        stalled.hold();
        const auto from = [](AccountId account) { return [account](store::LedgerRow &row) { row.account = account; }; };
        QList<LedgerId> held;
        for (int i = 0; i < 6; ++i) {
            const AccountId account = f.addAccount(QStringLiteral("rep%1@stalled.test").arg(i), accounts::SentPolicy::ProviderFiles, QStringLiteral("Stalled.test"));
            held.append(f.add(QStringLiteral("held%1").arg(i), {}, from(account)));
        }
        const LedgerId free = f.add(QStringLiteral("free"), {}, from(f.addAccount(QStringLiteral("zoe@sales.test"), accounts::SentPolicy::ProviderFiles)));
        f.open({.workers = 4});
        QTRY_COMPARE(f.state(free), LedgerState::Accepted);
        for (const LedgerId id : held)
            QVERIFY(f.state(id) != LedgerState::Accepted);
        QVERIFY(stalled.connections() <= 2);
        // When it answers all of them go, and each once.
        stalled.release();
        for (const LedgerId id : held)
            QTRY_COMPARE(f.state(id), LedgerState::Accepted);
        QCOMPARE(stalled.mails().size(), 6);
        QCOMPARE(stalled.mostSessions(), 2);
    }

    void oneWorker_isEnough()
    {
        OutboxFixture f;
        const LedgerId first = f.add(QStringLiteral("a"));
        const LedgerId second = f.add(QStringLiteral("b"), {}, [&](store::LedgerRow &row) {
            row.account = f.addAccount(QStringLiteral("zoe@sales.test"), accounts::SentPolicy::ProviderFiles);
        });
        f.open({.workers = 1});
        QTRY_COMPARE(f.state(first), LedgerState::Accepted);
        QTRY_COMPARE(f.state(second), LedgerState::Accepted);
    }
};

INLET_TEST(tst_StalledHost)
#include "tst_StalledHost.moc"
