// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/Listener_p.h"

#include "base/Channel.h"
#include "support/FakeClock.h"
#include "support/TestMain.h"

#include <QTest>

#include <sys/eventfd.h>
#include <unistd.h>

using namespace inlet;
using namespace inlet::sync;
using namespace std::chrono_literals;

namespace
{

struct News {
    QByteArray what;
    AccountId account;
};

class Pipe
{
public:
    ~Pipe() { ::close(descriptor); }
    void speak() const
    {
        const quint64 one = 1;
        QCOMPARE(::write(descriptor, &one, sizeof one), ssize_t(sizeof one));
    }
    const int descriptor = ::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
};

} // namespace

class tst_Listener : public QObject
{
    Q_OBJECT

private:
    Channel<News> m_news;

    Listener::Hooks hooks()
    {
        return {[this](AccountId account) { m_news.push({"readable", account}); },
            [this](AccountId account) { m_news.push({"due", account}); },
            [this] { m_news.push({"slept", {}}); }, [] {}};
    }
    std::optional<News> next(std::chrono::milliseconds patience = 5s)
    {
        return m_news.popFor({}, patience);
    }

private Q_SLOTS:
    void cleanup()
    {
        while (m_news.tryPop())
            ;
    }

    void watch_manyConnections_tellsWhoseIsReadable()
    {
        const SystemClock clock;
        Listener subject(clock, hooks());
        std::vector<std::unique_ptr<Pipe>> pipes;
        for (int i = 1; i <= 200; ++i) {
            pipes.push_back(std::make_unique<Pipe>());
            subject.watch(AccountId(i), subject.newOwner(), pipes.back()->descriptor, clock.steadyNow() + 1h);
        }
        pipes[136]->speak();
        const auto news = next();
        QVERIFY(news);
        QCOMPARE(news->what, "readable");
        QCOMPARE(news->account, AccountId(137));
        QVERIFY(!next(50ms)); // once, although nobody has read
    }

    void watch_deadline_tellsOnce()
    {
        test::FakeClock clock;
        Listener subject(clock, hooks());
        subject.watch(AccountId(1), subject.newOwner(), -1, clock.steadyNow() + 9min);
        QVERIFY(!next(50ms));
        clock.advance(9min);
        const auto news = next();
        QVERIFY(news);
        QCOMPARE(news->what, "due");
        QVERIFY(!next(50ms));
    }

    void forget_ofAnEarlierConnection_leavesTheNewOne()
    {
        const SystemClock clock;
        Listener subject(clock, hooks());
        const Pipe pipe;
        const quint64 old = subject.newOwner();
        const quint64 fresh = subject.newOwner();
        subject.watch(AccountId(1), old, -1, clock.steadyNow() + 1h);
        subject.watch(AccountId(1), fresh, pipe.descriptor, clock.steadyNow() + 1h);
        subject.forget(AccountId(1), old);
        pipe.speak();
        QVERIFY(next());
        subject.watch(AccountId(1), fresh, pipe.descriptor, clock.steadyNow() + 1h);
        QVERIFY(next()); // still unread
        subject.forget(AccountId(1), fresh);
        QVERIFY(!next(50ms));
    }

    void clock_wallJumps_isSleep_data()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("it slept, or was set on") << 1;
        QTest::newRow("set back") << -1;
    }
    void clock_wallJumps_isSleep()
    {
        QFETCH(int, hours);
        test::FakeClock clock;
        Listener subject(clock, hooks());
        clock.jump(std::chrono::hours(hours));
        clock.advance(1s);
        const auto news = next();
        QVERIFY(news);
        QCOMPARE(news->what, "slept");
    }
};

INLET_TEST(tst_Listener)
#include "tst_Listener.moc"
