// SPDX-License-Identifier: GPL-3.0-or-later
// The real engine, session and store against a real Dovecot, over lines that break in every way.
// INLET_FAULT_SECONDS: how long the faults last (20); INLET_FAULT_SEED: which ones (1). See tests/README.md.
#include "FaultCampaign.h"
#include "mime/Mime.h"
#include "support/TestMain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace inlet;
using namespace inlet::test;

class tst_FaultCampaign : public QObject
{
    Q_OBJECT

private:
    static int setting(const char *name, int usual)
    {
        return qEnvironmentVariableIsSet(name) ? qEnvironmentVariableIntValue(name) : usual;
    }

private Q_SLOTS:
    void randomFaults_endEqual_andNothingWasALie()
    {
        mime::initialize();
        MailServers servers;
        const MailServers::Options options{.users = 6, .imapOnly = true};
        QVERIFY2(servers.start(options), qPrintable(servers.error()));
        const QTemporaryDir dir;
        const FastClock clock;
        Profile profile(dir.path(), servers.caFile(), clock);
        const int seed = setting("INLET_FAULT_SEED", 1);
        const qint64 duration = 1000 * qint64(setting("INLET_FAULT_SECONDS", 20));
        std::mt19937 pause{quint32(seed)};
        FaultCampaign campaign(servers, options, profile, quint32(seed));
        QCOMPARE(campaign.start(), QString());

        QVERIFY(profile.waitFor(sync::SyncState::Live));
        campaign.silence();

        QElapsedTimer timer;
        timer.start();
        qint64 nextRestart = duration * 3 / 4;
        while (timer.elapsed() < duration) {
            campaign.step();
            if (timer.elapsed() > nextRestart) {
                campaign.restartServer();
                nextRestart += 30'000;
            }
            // The engine gets a moment of random length, as long as it does not end a round.
            const auto rounds = [&] {
                int sum = 0;
                for (const accounts::Account &account : std::as_const(profile.mailboxes))
                    sum += profile.observer.rounds(account.id);
                return sum;
            };
            (void)QTest::qWaitFor([&, before = rounds()] { return rounds() > before; }, std::uniform_int_distribution<int>(0, 60)(pause));
        }
        const bool isLong = duration > 60'000;
        campaign.calm(!isLong);
        timer.start();
        const bool equal = QTest::qWaitFor([&] { return campaign.difference().isEmpty(); }, (isLong ? 3 : 1) * Profile::kPatience);
        qInfo() << "seed" << seed << "faults" << campaign.faults() << "changes" << campaign.changes() << "connections"
                << campaign.connections() << "equal after" << timer.elapsed() << "ms";
        QVERIFY2(equal, qPrintable(QStringList({campaign.difference(), campaign.states(), campaign.broken()}).join(QLatin1Char('\n'))));
        QVERIFY(profile.waitFor(sync::SyncState::Live));
        const QString broken = campaign.broken();
        QVERIFY2(broken.isEmpty(), qPrintable(broken));
    }
};

INLET_TEST(tst_FaultCampaign)
#include "tst_FaultCampaign.moc"
