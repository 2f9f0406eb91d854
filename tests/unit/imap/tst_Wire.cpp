// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Wire_p.h"
#include "support/FakeClock.h"
#include "support/FakeImapStream.h"
#include "support/TestMain.h"

#include <QTest>

#include <deque>

using namespace inlet;
using namespace inlet::imap;
using namespace std::chrono_literals;

namespace
{

/// Says one line after the other, each after a while; the last one again and again.
class SlowStream final : public test::FakeImapStream
{
public:
    SlowStream(test::FakeClock &clock, std::chrono::seconds pause, std::deque<std::string> lines)
        : m_clock(clock), m_pause(pause), m_lines(std::move(lines))
    {
    }
    Result<void> write(std::string_view, std::stop_token) override { return {}; }
    Result<void> flush(std::stop_token) override { return {}; }
    Result<std::string_view> readLine(std::stop_token) override
    {
        m_clock.advance(m_pause);
        m_line = m_lines.front();
        if (m_lines.size() > 1)
            m_lines.pop_front();
        return std::string_view(m_line);
    }

private:
    test::FakeClock &m_clock;
    const std::chrono::seconds m_pause;
    std::deque<std::string> m_lines;
    std::string m_line;
};

enum class How { Alone, InFlight, WithLiteral, AfterDone };

Result<void> ask(Wire &wire, How how)
{
    const auto take = [](Response &) {};
    CommandLine command("UID SEARCH ALL");
    if (how == How::InFlight)
        return wire.runAll(std::span(&command, 1), take, [](std::size_t, const Wire::Outcome &) {}, {});
    if (how == How::WithLiteral)
        command.addLiteral("x");
    if (how == How::AfterDone) {
        if (const auto sent = wire.sendLine("DONE", {}); !sent)
            return sent;
    }
    const auto outcome = how == How::AfterDone ? wire.finish("I1", take, {}) : wire.run(command, take, {});
    return outcome ? Result<void>() : Result<void>(outcome.error());
}

} // namespace

/// How long a command is waited for; the clock is turned by what the server lets pass between its lines.
class tst_Wire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void command_neverEnds_isGivenUp_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("alone") << int(How::Alone) << QByteArray("* OK still working");
        QTest::newRow("NO") << int(How::Alone) << QByteArray("* NO patience");
        QTest::newRow("go-ahead for nothing") << int(How::Alone) << QByteArray("+ go");
        QTest::newRow("in flight") << int(How::InFlight) << QByteArray("* OK still working");
        QTest::newRow("before a literal") << int(How::WithLiteral) << QByteArray("* BAD day");
        QTest::newRow("end of IDLE") << int(How::AfterDone) << QByteArray("* OK still here");
    }
    void command_neverEnds_isGivenUp()
    {
        QFETCH(int, how);
        QFETCH(QByteArray, line);
        test::FakeClock clock;
        const auto begin = clock.steadyNow();
        Wire subject(std::make_unique<SlowStream>(clock, 50s, std::deque{line.toStdString()}), clock);
        const auto result = ask(subject, How(how));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Timeout);
        QVERIFY(clock.steadyNow() - begin > Wire::kPatience);
        QVERIFY(clock.steadyNow() - begin < Wire::kPatience + 2min);
        QVERIFY(subject.death());
    }

    void command_data_isProgress_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("alone") << int(How::Alone);
        QTest::newRow("in flight") << int(How::InFlight);
        QTest::newRow("end of IDLE") << int(How::AfterDone);
    }
    /// A huge folder takes its time: nine minutes without data, again and again, are waited for.
    void command_data_isProgress()
    {
        QFETCH(int, how);
        test::FakeClock clock;
        std::deque<std::string> lines;
        for (int i = 0; i < 5; ++i)
            lines.insert(lines.end(), {"* OK Searched 10%", "* OK Searched 20%", "* SEARCH 1 2 3"});
        lines.emplace_back("I1 OK done");
        Wire subject(std::make_unique<SlowStream>(clock, 3min, lines), clock);
        QVERIFY(ask(subject, How(how)));
    }

    void command_afterAnotherOne_hasItsOwnTime()
    {
        test::FakeClock clock;
        Wire subject(std::make_unique<SlowStream>(clock, 4min,
                         std::deque<std::string>{"* OK wait", "I1 OK done", "* OK wait", "I2 OK done"}), clock);
        QVERIFY(ask(subject, How::Alone));
        clock.advance(1h); // nothing was asked
        QVERIFY(ask(subject, How::Alone));
    }

    /// "* OK Still here" every two minutes while nothing is asked.
    void read_whileNothingIsAsked_hasNoEnd()
    {
        test::FakeClock clock;
        Wire subject(std::make_unique<SlowStream>(clock, 2min, std::deque<std::string>{"* OK Still here"}), clock);
        for (int i = 0; i < 60; ++i)
            QVERIFY(subject.read({}));
    }
};

INLET_TEST(tst_Wire)
#include "tst_Wire.moc"
