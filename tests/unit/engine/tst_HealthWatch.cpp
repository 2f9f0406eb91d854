// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Clock.h"
#include "engine/HealthWatch.h"
#include "engine/StatusBoard.h"
#include "support/TestMain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace inlet;

namespace
{

class RealClock : public Clock
{
public:
    [[nodiscard]] QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
    [[nodiscard]] std::chrono::steady_clock::time_point steadyNow() const override { return std::chrono::steady_clock::now(); }
};

} // namespace

class tst_HealthWatch : public QObject
{
    Q_OBJECT

private:
    accounts::ProviderTable m_providers = *accounts::ProviderTable::load(QStringLiteral(INLET_RESOURCES "/providers.json"));
    accounts::ErrorDictionary m_dictionary = *accounts::ErrorDictionary::load(QStringLiteral(INLET_RESOURCES "/errors.json"));
    RealClock m_clock;

    /// A mailbox that sent 40 mails, of which `dead` came back.
    static AccountId sender(store::Store &store, int dead)
    {
        AccountId account;
        const auto done = store.writeAndWait("sender", [&](store::WriteTransaction &t) -> Result<void> {
            accounts::Account mailbox;
            mailbox.email = QStringLiteral("anna@us.test");
            account = *t.addAccount(mailbox);
            for (int i = 0; i < 40; ++i) {
                store::LedgerRow row;
                row.account = account;
                row.messageId = QStringLiteral("o%1@us.test").arg(i);
                row.recipients = {QStringLiteral("p%1@acme.test").arg(i)};
                row.state = store::LedgerState::Sent;
                const LedgerId id = *t.addLedger(row, "bytes");
                mime::ParsedMessage parsed;
                parsed.header.messageId = row.messageId;
                parsed.header.from = {{{}, mailbox.email}};
                parsed.header.to = {{{}, row.recipients.first()}};
                if (const auto filed = t.fileOwnMessage(id, parsed); !filed)
                    return filed;
                store::BounceFact fact;
                fact.account = account;
                fact.ledger = id;
                fact.recipient = row.recipients.first();
                fact.type = triage::BounceType::Hard;
                if (i < dead) {
                    if (const auto noted = t.recordRefusal(fact); !noted)
                        return noted;
                }
            }
            return {};
        });
        Q_ASSERT(done);
        return account;
    }

private Q_SLOTS:
    void rate_isTold_andTakenBack_data()
    {
        QTest::addColumn<int>("dead");
        QTest::addColumn<int>("severity");
        QTest::addColumn<bool>("holds");
        QTest::newRow("2.5 %") << 1 << int(engine::Notice::Severity::Warning) << false;
        QTest::newRow("7.5 %") << 3 << int(engine::Notice::Severity::Error) << true;
    }
    void rate_isTold_andTakenBack()
    {
        QFETCH(int, dead);
        QFETCH(int, severity);
        QFETCH(bool, holds);
        QTemporaryDir dir;
        const auto opened = store::openStore(dir.path());
        QVERIFY(opened);
        const AccountId account = sender(**opened, dead);
        engine::GuiRelay relay;
        engine::StatusBoard board(m_providers, m_dictionary, m_clock);
        engine::HealthWatch subject(**opened, relay, board, [](AccountId) { return QStringLiteral("anna@us.test"); });
        subject.look();
        QTRY_COMPARE(board.notices().size(), 1);
        const engine::Notice notice = board.notices().first();
        QCOMPARE(int(notice.severity), severity);
        QCOMPARE(notice.account, account);
        QVERIFY(notice.text.startsWith(QLatin1String("anna@us.test: ")));
        QCOMPARE(notice.text.contains(QLatin1String("held")), holds);
        QVERIFY((*opened)->writeAndWait("limits", [](store::WriteTransaction &t) { return t.setSendingLimits({50, 60}); }));
        subject.look();
        QTRY_VERIFY(board.notices().isEmpty());
    }
};

INLET_TEST(tst_HealthWatch)
#include "tst_HealthWatch.moc"
