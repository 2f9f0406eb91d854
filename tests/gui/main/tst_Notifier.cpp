// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/DemoMail.h"
#include "support/TestMain.h"
#include "ui/Notifier.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QProcess>
#include <QSignalSpy>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QTest>
#include <QVariantMap>

#include <algorithm>
#include <memory>

using namespace inlet;
using namespace inlet::test;
using store::Category;

/// A notification service that keeps what it is told.
class FakeService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
    Q_PROPERTY(bool Inhibited READ isInhibited)

public:
    struct Told {
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };
    QList<Told> told;
    QList<uint> taken; ///< back
    bool inhibited = false;
    int asked = 0; ///< whether it is inhibited
    [[nodiscard]] bool isInhibited()
    {
        ++asked;
        return inhibited;
    }

public Q_SLOTS:
    void CloseNotification(uint id) { taken.append(id); }
    uint Notify(const QString &, uint, const QString &, const QString &title, const QString &body, const QStringList &actions,
        const QVariantMap &hints, int)
    {
        told.append({title, body, actions, hints});
        return uint(told.size()) + 100;
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

/// Notifications over a private bus of their own.
class tst_Notifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_daemon.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        QVERIFY2(m_daemon.waitForStarted(), qPrintable(m_daemon.errorString()));
        QVERIFY(m_daemon.waitForReadyRead());
        const QString address = QString::fromUtf8(m_daemon.readLine()).trimmed();
        QVERIFY(QDBusConnection::connectToBus(address, QStringLiteral("service")).isConnected());
        QVERIFY(QDBusConnection::connectToBus(address, QStringLiteral("client")).isConnected());
    }
    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(QStringLiteral("service"));
        QDBusConnection::disconnectFromBus(QStringLiteral("client"));
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    void init()
    {
        engine = std::make_unique<FakeEngine>();
        fillDemo(*engine, QDateTime::currentDateTimeUtc());
        for (store::ConversationRow &row : engine->rows) {
            row.unread = 1;
            row.weWroteLast = false;
            row.lastKind = triage::Kind::Human;
        }
        service = std::make_unique<FakeService>();
        QDBusConnection bus(QStringLiteral("service"));
        QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), service.get(),
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals | QDBusConnection::ExportAllProperties));
        QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.Notifications")));
        onScreen.clear();
        time = QDateTime(QDate(2026, 11, 23), QTime(12, 0)); // a Monday
        make(std::chrono::minutes(5));
    }
    void cleanup()
    {
        subject.reset();
        QDBusConnection(QStringLiteral("service")).unregisterObject(QStringLiteral("/org/freedesktop/Notifications"));
    }

    void positiveReply_comesAtOnce_withWhoAndWhat()
    {
        arrive(1);
        QTRY_COMPARE(service->told.size(), 1);
        const FakeService::Told told = service->told.first();
        QVERIFY2(told.title.contains(QStringLiteral("Mara Petersen")), qPrintable(told.title));
        QVERIFY2(told.body.startsWith(QStringLiteral("Interested")), qPrintable(told.body));
        QCOMPARE(told.actions.size(), 8);
        QCOMPARE(told.hints.value(QStringLiteral("desktop-entry")).toString(), QStringLiteral("inlet"));
    }

    void body_ofStrangers_isNoMarkup()
    {
        engine->rows[0].preview = QStringLiteral("<img src='http://x'/> & more");
        arrive(1);
        QTRY_COMPARE(service->told.size(), 1);
        QVERIFY(!service->told.first().body.contains(QLatin1Char('<')));
    }

    void othersAndWhatIsOnScreen_areSilent()
    {
        onScreen = {ConversationId(2)};
        for (const store::ConversationRow &row : std::as_const(engine->rows)) {
            const bool positive = row.category == Category::Interested || row.category == Category::InformationRequest;
            if (!positive)
                arrive(row.id.number());
        }
        engine->rows[0].muted = true;
        arrive(1);
        arrive(3); // after them all, and wanted
        QTRY_COMPARE(service->told.size(), 1);
        QVERIFY(service->told.first().title.contains(QStringLiteral("Priya")));
    }

    void savedView_mayWantWhatNobodyElseDoes()
    {
        const auto unwanted = std::find_if(engine->rows.cbegin(), engine->rows.cend(),
            [](const store::ConversationRow &row) { return row.category == Category::NotInterested; });
        QVERIFY(unwanted != engine->rows.cend());
        arrive(unwanted->id.number());
        store::SavedView view;
        view.notify = true;
        engine->viewsFake.notifying.insert(unwanted->id, {view});
        arrive(unwanted->id.number());
        QTRY_COMPARE(service->told.size(), 1); // the second time
        onScreen = {unwanted->id};
        make(std::chrono::minutes(5));
        arrive(unwanted->id.number());
        arrive(3); // after it, and wanted
        QTRY_COMPARE(service->told.size(), 2);
        QVERIFY(service->told.last().title.contains(QStringLiteral("Priya")));
    }

    void followers_becomeOneSummary()
    {
        make(std::chrono::milliseconds(400));
        arrive(1);
        QTRY_COMPARE(service->told.size(), 1);
        arrive(3);
        arrive(5);
        arrive(7);
        arrive(5); // the same person again is no other reply
        QTRY_COMPARE(service->told.size(), 2);
        QCOMPARE(service->told.last().title, QStringLiteral("3 new replies"));
        QCOMPARE(service->told.last().body, QStringLiteral("2 interested, 1 question"));
    }

    void actions_decide()
    {
        QSignalSpy open(subject.get(), &ui::Notifier::openRequested);
        QSignalSpy reply(subject.get(), &ui::Notifier::replyRequested);
        arrive(1);
        QTRY_COMPARE(service->told.size(), 1);
        // The id is known once the answer is back; until then an action is nobody's, so it is told again.
        const auto press = [this](uint id, const char *action) { Q_EMIT service->ActionInvoked(id, QString::fromLatin1(action)); };
        const auto decided = [this](store::TriageVerb verb) { return !engine->actions.isEmpty() && engine->actions.last().verb == verb; };
        QTRY_VERIFY((press(101, "reply"), !reply.isEmpty()));
        QCOMPARE(reply.first().first().value<ConversationId>(), ConversationId(1));
        QTRY_VERIFY((press(101, "done"), decided(store::TriageVerb::Archive)));
        QTRY_VERIFY((press(101, "snooze"), decided(store::TriageVerb::Snooze)));
        const qint64 seconds = time.secsTo(engine->actions.last().until);
        QCOMPARE(seconds, 3600);
        // Of another program: nothing of it is here when what was told after it is.
        engine->actions.clear();
        press(999, "done");
        QTRY_VERIFY((press(101, "default"), !open.isEmpty()));
        QCOMPARE(open.first().first().value<ConversationId>(), ConversationId(1));
        QVERIFY(std::none_of(engine->actions.cbegin(), engine->actions.cend(),
            [](const store::TriageAction &action) { return action.verb == store::TriageVerb::Archive; }));
    }

    void mailboxThatNeedsItsUser_onceATime()
    {
        const AccountId account = engine->accountList.first().id;
        engine->statuses[account].state = engine::MailboxState::NeedsUser;
        engine->statuses[account].reason = QStringLiteral("The password was refused.");
        Q_EMIT engine->statusChanged(account);
        Q_EMIT engine->statusChanged(account);
        QTRY_COMPARE(service->told.size(), 1);
        QVERIFY(service->told.first().body.contains(QStringLiteral("refused")));
        QCOMPARE(service->told.first().hints.value(QStringLiteral("urgency")).value<uchar>(), uchar(2));
    }

    void mailboxesThatBreakTogether_areOneNotification()
    {
        const auto breakDown = [this](AccountId account, engine::MailboxState state) {
            engine->statuses[account].state = state;
            Q_EMIT engine->statusChanged(account);
        };
        QVERIFY(engine->accountList.size() >= 4);
        for (const accounts::Account &account : std::as_const(engine->accountList))
            breakDown(account.id, engine::MailboxState::NeedsUser);
        breakDown(engine->accountList.last().id, engine::MailboxState::Live); // it has come back by itself
        QTRY_COMPARE(service->told.size(), 1);
        const qsizetype broken = engine->accountList.size() - 1;
        QCOMPARE(service->told.first().title, QStringLiteral("%1 mailboxes need you").arg(broken));
        QVERIFY2(service->told.first().body.contains(engine->accountList.first().email), qPrintable(service->told.first().body));
        QVERIFY(!service->told.first().body.contains(engine->accountList.last().email));
        // The next one within five minutes waits for the summary; what came after it is told at once.
        breakDown(engine->accountList.last().id, engine::MailboxState::NeedsUser);
        arrive(1);
        QTRY_COMPARE(service->told.size(), 2);
        QVERIFY(service->told.last().title.contains(QStringLiteral("Mara")));
    }

    void hiddenText_namesNobody()
    {
        ui::Preferences chosen;
        chosen.hideText = true;
        subject->setPreferences(chosen);
        arrive(1);
        QTRY_COMPARE(service->told.size(), 1);
        QVERIFY(!service->told.first().title.contains(QStringLiteral("Mara")));
        QVERIFY(service->told.first().body.isEmpty());
    }

    void chosenCategories_areTold()
    {
        ui::Preferences chosen;
        chosen.notifyCategories = {Category::NotNow, Category::Bounce};
        subject->setPreferences(chosen);
        engine->rows[0].category = Category::Interested;
        engine->rows[1].category = Category::NotNow;
        engine->rows[1].lastKind = triage::Kind::AutoReply; // never, whatever was chosen
        engine->rows[2].category = Category::NotNow;
        for (int at = 0; at < 3; ++at)
            arrive(engine->rows.at(at).id.number());
        QTRY_COMPARE(service->told.size(), 1);
        QVERIFY2(service->told.first().body.startsWith(QStringLiteral("Not now")), qPrintable(service->told.first().body));
    }

    void silentMailbox_tellsNothing()
    {
        ui::Preferences chosen;
        chosen.silentMailboxes = {AccountId(2)};
        subject->setPreferences(chosen);
        Q_EMIT engine->newMail(AccountId(2), ConversationId(1));
        arrive(3);
        QTRY_COMPARE(service->told.size(), 1);
        QVERIFY(service->told.first().title.contains(QStringLiteral("Priya")));
    }

    /// What comes in quiet hours is one summary at their end: of what is still unread.
    void quietHours_endInOneSummary()
    {
        ui::Preferences chosen;
        chosen.quietHours = {.on = true, .from = QTime(19, 0), .to = QTime(7, 0), .weekdays = ui::QuietHours::kEveryDay};
        subject->setPreferences(chosen);
        time.setTime(QTime(23, 0));
        for (const qint64 id : {1, 3, 5, 7})
            arrive(id);
        const AccountId account = engine->accountList.first().id;
        engine->statuses[account].state = engine::MailboxState::NeedsUser;
        Q_EMIT engine->statusChanged(account);
        time = QDateTime(QDate(2026, 11, 24), QTime(6, 59));
        drain();
        QCOMPARE(service->told.size(), 0);
        row(5).unread = 0; // read on a phone
        time.setTime(QTime(7, 0));
        QTRY_COMPARE(service->told.size(), 2);
        const bool mailFirst = service->told.first().title.contains(QStringLiteral("replies"));
        const FakeService::Told mail = service->told.at(mailFirst ? 0 : 1);
        QCOMPARE(mail.title, QStringLiteral("3 new replies"));
        QCOMPARE(service->told.at(mailFirst ? 1 : 0).title, QStringLiteral("A mailbox needs you"));
        // From then on as ever.
        QSignalSpy open(subject.get(), &ui::Notifier::openRequested);
        QTRY_VERIFY((Q_EMIT service->ActionInvoked(mailFirst ? 101 : 102, QStringLiteral("default")), !open.isEmpty()));
        QVERIFY(!open.first().first().value<ConversationId>().isValid());
    }

    /// The desktop's own do-not-disturb, where it says so.
    void inhibitedService_isWaitedFor()
    {
        service->inhibited = true;
        make(std::chrono::minutes(5));
        const int before = service->asked;
        QTRY_VERIFY(service->asked > before);
        drain();
        arrive(1);
        drain();
        QCOMPARE(service->told.size(), 0);
        service->inhibited = false;
        QDBusMessage change = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/Notifications"), QStringLiteral("org.freedesktop.DBus.Properties"),
            QStringLiteral("PropertiesChanged"));
        change.setArguments({QStringLiteral("org.freedesktop.Notifications"), QVariantMap{{QStringLiteral("Inhibited"), false}}, QStringList()});
        QVERIFY(QDBusConnection(QStringLiteral("service")).send(change));
        QTRY_COMPARE(service->told.size(), 1);
        QVERIFY(service->told.first().title.contains(QStringLiteral("Mara")));
        QCOMPARE(service->told.first().actions.size(), 8); // one: not a summary, but itself
    }

    void bouncesThatAreTooMany_areToldOnce_andAgainWhenTheyStopTheSending()
    {
        make(std::chrono::milliseconds(50));
        QSignalSpy bounces(subject.get(), &ui::Notifier::bouncesRequested);
        engine::Notice notice;
        notice.id = QStringLiteral("sending-health-3");
        notice.severity = engine::Notice::Severity::Warning;
        notice.text = QStringLiteral("anna@try-acme.example: 2.4 % of 250 mails bounced.");
        Q_EMIT engine->noticeChanged(notice);
        Q_EMIT engine->noticeChanged(notice);
        QTRY_COMPARE(service->told.size(), 1);
        QVERIFY2(service->told.first().body.contains(QStringLiteral("2.4 %")), qPrintable(service->told.first().body));
        QTRY_VERIFY((Q_EMIT service->ActionInvoked(101, QStringLiteral("default")), !bounces.isEmpty()));
        Q_EMIT engine->noticeChanged(notice); // another count of the same
        engine::Notice other;
        other.id = QStringLiteral("store");
        Q_EMIT engine->noticeChanged(other); // has its bar in the window
        notice.severity = engine::Notice::Severity::Error;
        Q_EMIT engine->noticeChanged(notice);
        QTRY_COMPARE(service->told.size(), 2);
        notice.resolved = true;
        Q_EMIT engine->noticeChanged(notice);
        notice.resolved = false;
        ui::Preferences none;
        none.notifyHealth = false;
        subject->setPreferences(none);
        Q_EMIT engine->noticeChanged(notice);
        arrive(1); // after it, and wanted
        QTRY_COMPARE(service->told.size(), 3);
        QVERIFY(service->told.last().title.contains(QStringLiteral("Mara")));
    }

    void whatWasRead_isTakenBack()
    {
        arrive(1);
        QTRY_COMPARE(service->told.size(), 1);
        row(1).unread = 0;
        store::ChangeSet changes;
        changes.conversations.insert(ConversationId(1));
        // Its number is known once the answer is back; a change before that is told again.
        QTRY_VERIFY((Q_EMIT engine->changed(changes), !service->taken.isEmpty()));
        QCOMPARE(service->taken.first(), 101U);
    }

private:
    void make(std::chrono::milliseconds batch)
    {
        subject = std::make_unique<ui::Notifier>(ui::Notifier::Context{*engine, QDBusConnection(QStringLiteral("client")),
            [this](ConversationId id) { return onScreen.contains(id); }, batch, std::chrono::milliseconds(50), [this] { return time; },
            std::chrono::milliseconds(30)});
    }
    void arrive(qint64 id) { Q_EMIT engine->newMail(AccountId(1), ConversationId(id)); }
    [[nodiscard]] store::ConversationRow &row(qint64 id)
    {
        return *std::find_if(engine->rows.begin(), engine->rows.end(), [id](const store::ConversationRow &one) { return one.id == ConversationId(id); });
    }
    /// What was asked before is answered, and what that tells has reached the service: the bus keeps the order.
    void drain()
    {
        bool answered = false;
        engine->fetchCounts(this, [&answered](const Result<store::Counts> &) { answered = true; });
        QTRY_VERIFY(answered);
        QDBusConnection client(QStringLiteral("client"));
        QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
            QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
        call.setArguments({QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Inhibited")});
        QDBusPendingCall pending = client.asyncCall(call);
        QTRY_VERIFY(pending.isFinished());
    }

    QProcess m_daemon;
    std::unique_ptr<FakeEngine> engine;
    std::unique_ptr<FakeService> service;
    std::unique_ptr<ui::Notifier> subject;
    QList<ConversationId> onScreen;
    QDateTime time;
};

INLET_TEST(tst_Notifier)
#include "tst_Notifier.moc"
