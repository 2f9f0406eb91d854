// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/SecretBroker.h"
#include "support/TestMain.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace inlet;

namespace
{

/// A keyring whose mood the test decides.
class MoodyStore : public secrets::SecretStore
{
public:
    struct State {
        QHash<QString, Secret> kept;
        std::optional<Error> failure;
        int reads = 0;
        bool open = true;
        bool slow = false; ///< reads wait in `waiting`, as behind a prompt
        QList<std::function<void()>> waiting;
    };
    explicit MoodyStore(State &state) : m_state(state) {}

    void read(const QString &key, ReadDone done) override
    {
        ++m_state.reads;
        if (std::exchange(m_state.slow, false))
            m_state.waiting.append([this, key, done] { read(key, done); });
        else if (m_state.failure)
            done(*m_state.failure);
        else if (m_state.kept.contains(key))
            done(m_state.kept.value(key));
        else
            done(Error{ErrorKind::NotFound, QStringLiteral("no such entry"), {}, {}});
    }
    void write(const QString &key, const Secret &secret, WriteDone done) override
    {
        if (m_state.failure) {
            done(*m_state.failure);
            return;
        }
        m_state.kept.insert(key, secret);
        done({});
    }
    void remove(const QString &key, WriteDone done) override
    {
        m_state.kept.remove(key);
        done({});
    }
    void probe(WriteDone done) override { done({}); }
    void isOpen(OpenDone done) override { done(m_state.open); }
    [[nodiscard]] QString kind() const override { return QStringLiteral("moody"); }

private:
    State &m_state;
};

} // namespace

class tst_SecretBroker : public QObject
{
    Q_OBJECT

private:
    static Result<Secret> fetched(engine::SecretBroker &subject, const QString &email)
    {
        std::optional<Result<Secret>> answer;
        // Workers ask, so the test does as well.
        std::jthread worker([&] { subject.fetch(email, [&](Result<Secret> secret) { answer = std::move(secret); }); });
        worker.join();
        if (!QTest::qWaitFor([&] { return answer.has_value(); }))
            return Error{ErrorKind::Timeout, {}, {}, {}};
        return *answer;
    }

private Q_SLOTS:
    void kept_isAnsweredFromMemory_alsoWhenTheKeyringLocks()
    {
        MoodyStore::State state;
        engine::GuiRelay relay;
        engine::SecretBroker subject(std::make_unique<MoodyStore>(state), relay);
        subject.keep(QStringLiteral("a@x.test"), Secret("one"), [](const Result<void> &) {});
        state.failure = Error{ErrorKind::Auth, QStringLiteral("locked"), {}, {}};
        const auto answer = fetched(subject, QStringLiteral("a@x.test"));
        QVERIFY(answer);
        QVERIFY(answer->equals(Secret("one")));
    }

    void notFound_asksForThePassword()
    {
        MoodyStore::State state;
        engine::GuiRelay relay;
        engine::SecretBroker subject(std::make_unique<MoodyStore>(state), relay);
        const auto answer = fetched(subject, QStringLiteral("a@x.test"));
        QCOMPARE(answer.error().kind, ErrorKind::Auth);
        QCOMPARE(answer.error().cause, QByteArray("secret-missing"));
    }

    void failure_isToldOnce_untilItWorksAgain()
    {
        MoodyStore::State state;
        state.failure = Error{ErrorKind::Storage, QStringLiteral("no service"), {}, {}};
        engine::GuiRelay relay;
        engine::SecretBroker subject(std::make_unique<MoodyStore>(state), relay);
        QSignalSpy failed(&subject, &engine::SecretBroker::failed);
        QSignalSpy recovered(&subject, &engine::SecretBroker::recovered);
        for (int i = 0; i < 5; ++i)
            QVERIFY(!fetched(subject, QStringLiteral("m%1@x.test").arg(i)));
        QCOMPARE(failed.count(), 1);
        QCOMPARE(qvariant_cast<Error>(failed.first().first()).cause, QByteArray("no-keyring"));
        state.failure.reset();
        state.kept.insert(QStringLiteral("mailbox/m1@x.test"), Secret("back"));
        QVERIFY(fetched(subject, QStringLiteral("m1@x.test")));
        QCOMPARE(recovered.count(), 1);
    }

    void lockedThenOpened_isTriedByItself_butNeverWhileLocked()
    {
        MoodyStore::State state;
        state.failure = Error{ErrorKind::Auth, QStringLiteral("locked"), {}, "keyring-locked"};
        state.open = false;
        state.kept.insert(QStringLiteral("mailbox/a@x.test"), Secret("one"));
        engine::GuiRelay relay;
        engine::SecretBroker subject(std::make_unique<MoodyStore>(state), relay);
        QSignalSpy recovered(&subject, &engine::SecretBroker::recovered);
        QVERIFY(!fetched(subject, QStringLiteral("a@x.test")));
        QVERIFY(!recovered.wait(4000)); // longer than it looks apart
        QCOMPARE(state.reads, 1);
        state.failure.reset();
        state.open = true;
        QVERIFY(recovered.wait(10'000));
        QVERIFY(fetched(subject, QStringLiteral("a@x.test")));
        QCOMPARE(state.reads, 2);
    }

    void lockedThenOpened_theMailboxAskedForIsGone_theOthersComeBack()
    {
        MoodyStore::State state;
        state.failure = Error{ErrorKind::Storage, QStringLiteral("no service"), {}, {}};
        engine::GuiRelay relay;
        engine::SecretBroker subject(std::make_unique<MoodyStore>(state), relay);
        QSignalSpy recovered(&subject, &engine::SecretBroker::recovered);
        QVERIFY(!fetched(subject, QStringLiteral("a@x.test")));
        state.failure.reset();
        QVERIFY(recovered.wait(10'000));
        QVERIFY(!recovered.wait(4000)); // and once
    }

    void slowAnswer_isTold()
    {
        MoodyStore::State state;
        state.slow = true;
        state.kept.insert(QStringLiteral("mailbox/a@x.test"), Secret("one"));
        engine::GuiRelay relay;
        engine::SecretBroker subject(std::make_unique<MoodyStore>(state), relay);
        QSignalSpy arrived(&subject, &engine::SecretBroker::arrived);
        subject.fetch(QStringLiteral("a@x.test"), [](const Result<Secret> &) {}); // who asked has given up meanwhile
        QTRY_COMPARE(state.waiting.size(), 1);
        state.waiting.first()();
        QCOMPARE(arrived.count(), 1);
        QCOMPARE(arrived.first().first().toString(), QStringLiteral("a@x.test"));
    }

    void sharing_namesMailboxesWithTheSamePassword()
    {
        MoodyStore::State state;
        engine::GuiRelay relay;
        engine::SecretBroker subject(std::make_unique<MoodyStore>(state), relay);
        for (const char *email : {"b@x.test", "a@x.test"})
            subject.keep(QLatin1String(email), Secret("same"), [](const Result<void> &) {});
        subject.keep(QStringLiteral("c@x.test"), Secret("other"), [](const Result<void> &) {});
        QCOMPARE(subject.sharing(Secret("same")), QStringList({QStringLiteral("a@x.test"), QStringLiteral("b@x.test")}));
    }

    void anotherStore_getsWhatIsKnown()
    {
        MoodyStore::State before;
        MoodyStore::State after;
        engine::GuiRelay relay;
        engine::SecretBroker subject(std::make_unique<MoodyStore>(before), relay);
        subject.keep(QStringLiteral("a@x.test"), Secret("one"), [](const Result<void> &) {});
        subject.replaceStore(std::make_unique<MoodyStore>(after));
        QVERIFY(after.kept.value(QStringLiteral("mailbox/a@x.test")).equals(Secret("one")));
    }
};

INLET_TEST(tst_SecretBroker)
#include "tst_SecretBroker.moc"
