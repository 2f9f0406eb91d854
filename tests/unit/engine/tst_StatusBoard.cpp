// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Clock.h"
#include "engine/StatusBoard.h"
#include "support/TestMain.h"

#include <QSignalSpy>
#include <QTest>

using namespace inlet;

namespace
{

class TurnedClock : public Clock
{
public:
    QDateTime now = QDateTime({2026, 11, 25}, {9, 0}, Qt::UTC);
    [[nodiscard]] QDateTime nowUtc() const override { return now; }
    [[nodiscard]] std::chrono::steady_clock::time_point steadyNow() const override
    {
        return std::chrono::steady_clock::time_point(std::chrono::milliseconds(now.toMSecsSinceEpoch()));
    }
};

} // namespace

class tst_StatusBoard : public QObject
{
    Q_OBJECT

private:
    accounts::ProviderTable m_providers = *accounts::ProviderTable::load(QStringLiteral(INLET_RESOURCES "/providers.json"));
    accounts::ErrorDictionary m_dictionary = *accounts::ErrorDictionary::load(QStringLiteral(INLET_RESOURCES "/errors.json"));
    TurnedClock m_clock;

    static accounts::Account mailbox(qint64 id, bool enabled = true)
    {
        accounts::Account account;
        account.id = AccountId(id);
        account.email = QStringLiteral("m%1@acme.test").arg(id);
        account.provider = QStringLiteral("google");
        account.enabled = enabled;
        return account;
    }

private Q_SLOTS:
    void live_fallsToChecked_whenItsProofIsOld()
    {
        engine::StatusBoard subject(m_providers, m_dictionary, m_clock);
        subject.setAccounts({mailbox(1)});
        subject.update({.account = AccountId(1), .state = sync::SyncState::Live, .provedAt = m_clock.now, .error = {}});
        QCOMPARE(subject.status(AccountId(1)).state, engine::MailboxState::Live);
        m_clock.now = m_clock.now.addSecs(11 * 60);
        QCOMPARE(subject.status(AccountId(1)).state, engine::MailboxState::Checked);
    }

    void refusedSignIn_isExplained_andTheNoticeGoesWithTheTrouble()
    {
        engine::StatusBoard subject(m_providers, m_dictionary, m_clock);
        QSignalSpy notices(&subject, &engine::StatusBoard::noticeChanged);
        subject.setAccounts({mailbox(1)});
        const Error error{ErrorKind::Auth, QStringLiteral("refused"),
            "NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)", {}};
        subject.update({.account = AccountId(1), .state = sync::SyncState::NeedsUser, .error = error});
        const engine::MailboxStatus status = subject.status(AccountId(1));
        QCOMPARE(status.cause, QStringLiteral("app-password-needed"));
        QVERIFY(status.reason.contains(QStringLiteral("app password"), Qt::CaseInsensitive));
        QCOMPARE(subject.notices().size(), 1);
        QCOMPARE(subject.notices().first().account, AccountId(1));
        subject.update({.account = AccountId(1), .state = sync::SyncState::Live, .provedAt = m_clock.now, .error = {}});
        QVERIFY(subject.notices().isEmpty());
        QVERIFY(qvariant_cast<engine::Notice>(notices.last().first()).resolved);
        QVERIFY(subject.status(AccountId(1)).reason.isEmpty());
    }

    void lockedKeyring_isNoNoticeForEachMailbox()
    {
        engine::StatusBoard subject(m_providers, m_dictionary, m_clock);
        subject.setAccounts({mailbox(1), mailbox(2)});
        for (const qint64 id : {1, 2})
            subject.update({.account = AccountId(id), .state = sync::SyncState::NeedsUser,
                .error = Error{ErrorKind::Auth, QStringLiteral("locked"), {}, "keyring-locked"}});
        QVERIFY(subject.notices().isEmpty());
        QCOMPARE(subject.status(AccountId(2)).state, engine::MailboxState::NeedsUser);
        QVERIFY(!subject.status(AccountId(2)).reason.isEmpty());
    }

    void fullDisk_isOneNotice_untilMailIsStoredAgain()
    {
        engine::StatusBoard subject(m_providers, m_dictionary, m_clock);
        subject.setAccounts({mailbox(1), mailbox(2)});
        for (const qint64 id : {1, 2})
            subject.update({.account = AccountId(id), .state = sync::SyncState::Waiting,
                .error = Error{ErrorKind::Storage, QStringLiteral("full"), {}, "disk-full"}});
        QCOMPARE(subject.notices().size(), 1);
        QCOMPARE(subject.notices().first().text, QStringLiteral("The disk is full. Make room on the disk; Inlet goes on by itself."));
        QCOMPARE(subject.status(AccountId(2)).reason, QStringLiteral("The disk is full."));
        // To try again is not to succeed.
        subject.update({.account = AccountId(1), .state = sync::SyncState::CatchingUp, .error = {}, .done = 5, .total = 9});
        QCOMPARE(subject.notices().size(), 1);
        subject.update({.account = AccountId(1), .state = sync::SyncState::CatchingUp, .error = {}, .done = 6, .total = 9});
        QCOMPARE(subject.notices().size(), 1); // the other one still fails
        subject.update({.account = AccountId(2), .state = sync::SyncState::Live, .provedAt = m_clock.now, .error = {}});
        QVERIFY(subject.notices().isEmpty());
    }

    void removedMailbox_takesItsNoticeAlong()
    {
        engine::StatusBoard subject(m_providers, m_dictionary, m_clock);
        subject.setAccounts({mailbox(1)});
        subject.update({.account = AccountId(1), .state = sync::SyncState::NeedsUser,
            .error = Error{ErrorKind::Auth, QStringLiteral("refused"), "NO LOGIN failed.", {}}});
        QCOMPARE(subject.notices().size(), 1);
        subject.setAccounts({});
        QVERIFY(subject.notices().isEmpty());
        // A late word of a worker about it changes nothing.
        subject.update({.account = AccountId(1), .state = sync::SyncState::Live, .provedAt = m_clock.now, .error = {}});
        QCOMPARE(subject.status(AccountId(1)).state, engine::MailboxState::Connecting);
    }

    void progress_isGathered_aNewStateIsToldAtOnce()
    {
        engine::StatusBoard subject(m_providers, m_dictionary, m_clock);
        subject.setAccounts({mailbox(1), mailbox(2)});
        QSignalSpy told(&subject, &engine::StatusBoard::statusChanged);
        const auto reads = [&](qint64 id, qint64 done) {
            subject.update({.account = AccountId(id), .state = sync::SyncState::CatchingUp, .error = {}, .done = done, .total = 900});
        };
        reads(1, 0);
        reads(2, 0);
        QCOMPARE(told.size(), 2);
        for (qint64 done = 1; done <= 50; ++done) {
            reads(1, done);
            reads(2, done);
        }
        QCOMPARE(told.size(), 2);
        QCOMPARE(subject.status(AccountId(1)).syncDone, 50);
        subject.update({.account = AccountId(2), .state = sync::SyncState::Live, .provedAt = m_clock.now, .error = {}});
        QCOMPARE(told.size(), 3);
        QTRY_COMPARE(told.size(), 4);
        QCOMPARE(told.last().first().value<AccountId>(), AccountId(1));
    }

    void timeLeft_isToldWhileReading_andGoneWhenPaused()
    {
        engine::StatusBoard subject(m_providers, m_dictionary, m_clock);
        subject.setAccounts({mailbox(1)});
        for (qint64 done = 0; done <= 200; done += 10) {
            subject.update({.account = AccountId(1), .state = sync::SyncState::CatchingUp, .error = {}, .done = done, .total = 2600});
            m_clock.now = m_clock.now.addSecs(1);
        }
        QCOMPARE(subject.status(AccountId(1)).secondsLeft, 240);
        QSignalSpy told(&subject, &engine::StatusBoard::statusChanged);
        subject.setHistoryPaused(AccountId(1), true);
        QCOMPARE(told.size(), 1);
        QVERIFY(subject.status(AccountId(1)).historyPaused);
        QCOMPARE(subject.status(AccountId(1)).secondsLeft, engine::MailboxStatus::kUnknownTime);
        subject.update({.account = AccountId(1), .state = sync::SyncState::Paused, .provedAt = m_clock.now, .error = {}, .done = 200, .total = 2600});
        QCOMPARE(subject.status(AccountId(1)).state, engine::MailboxState::Paused);
        m_clock.now = m_clock.now.addSecs(11 * 60); // a worker that hangs keeps nothing true
        QCOMPARE(subject.status(AccountId(1)).state, engine::MailboxState::Checked);
        subject.setHistoryPaused(AccountId(1), false);
        subject.update({.account = AccountId(1), .state = sync::SyncState::CatchingUp, .error = {}, .done = 200, .total = 2600});
        QCOMPARE(subject.status(AccountId(1)).secondsLeft, engine::MailboxStatus::kUnknownTime);
    }

    void disabledMailbox_isOff()
    {
        engine::StatusBoard subject(m_providers, m_dictionary, m_clock);
        subject.setAccounts({mailbox(1, false)});
        QCOMPARE(subject.status(AccountId(1)).state, engine::MailboxState::Off);
    }
};

INLET_TEST(tst_StatusBoard)
#include "tst_StatusBoard.moc"
