// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/Listener_p.h"

#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

namespace inlet::sync
{

namespace
{

// Also without any timer: "live" has to fall by itself, and sleep of the machine to be noticed.
constexpr std::chrono::milliseconds kTick{1000};
constexpr std::chrono::seconds kSlept{20};

} // namespace

Listener::Listener(const Clock &clock, Hooks hooks)
    : m_clock(clock)
    , m_hooks(std::move(hooks))
    , m_wakeUp(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
    , m_lastTick(clock.steadyNow())
    , m_lastWall(clock.nowUtc())
    , m_thread([this](std::stop_token stop) { run(stop); })
{
    pthread_setname_np(m_thread.native_handle(), "inlet-listener");
}

Listener::~Listener()
{
    m_thread.request_stop();
    post({});
    m_thread.join();
    ::close(m_wakeUp);
}

void Listener::watch(AccountId account, quint64 owner, int descriptor, Moment deadline)
{
    post({account, owner, Watch{owner, descriptor, deadline}});
}

void Listener::forget(AccountId account, quint64 owner)
{
    post({account, owner, std::nullopt});
}

void Listener::post(Command command)
{
    m_commands.push(std::move(command));
    const quint64 one = 1;
    [[maybe_unused]] const auto written = ::write(m_wakeUp, &one, sizeof one);
}

void Listener::run(std::stop_token stop)
{
    while (!stop.stop_requested()) {
        takeCommands();
        pollOnce();
        tellDue();
        tickOnce();
    }
}

void Listener::takeCommands()
{
    while (const auto command = m_commands.tryPop()) {
        const auto known = m_watches.find(command->account);
        const quint64 owner = known == m_watches.end() ? 0 : known->second.owner;
        if (command->watch && command->owner >= owner)
            m_watches[command->account] = *command->watch;
        else if (!command->watch && command->owner == owner)
            m_watches.erase(command->account);
    }
}

void Listener::pollOnce()
{
    std::vector<pollfd> descriptors{{m_wakeUp, POLLIN, 0}};
    std::vector<AccountId> owners{AccountId()};
    auto wait = kTick;
    const Moment now = m_clock.steadyNow();
    for (const auto &[account, watch] : m_watches) {
        if (watch.descriptor >= 0) {
            descriptors.push_back({watch.descriptor, POLLIN, 0});
            owners.push_back(account);
        }
        wait = std::min(wait, std::chrono::ceil<std::chrono::milliseconds>(watch.deadline - now));
    }
    const int timeout = int(std::max(wait, std::chrono::milliseconds(0)).count());
    if (::poll(descriptors.data(), descriptors.size(), timeout) <= 0)
        return;
    if (descriptors.front().revents != 0) {
        quint64 count = 0;
        [[maybe_unused]] const auto read = ::read(m_wakeUp, &count, sizeof count);
    }
    for (std::size_t i = 1; i < descriptors.size(); ++i) {
        if (descriptors[i].revents == 0)
            continue;
        m_watches.erase(owners[i]); // once: the worker watches again
        m_hooks.readable(owners[i]);
    }
}

void Listener::tellDue()
{
    const Moment now = m_clock.steadyNow();
    for (auto entry = m_watches.begin(); entry != m_watches.end();) {
        if (entry->second.deadline > now) {
            ++entry;
            continue;
        }
        const AccountId account = entry->first;
        entry = m_watches.erase(entry);
        m_hooks.due(account);
    }
}

void Listener::tickOnce()
{
    const Moment now = m_clock.steadyNow();
    if (now - m_lastTick < kTick)
        return;
    const QDateTime wall = m_clock.nowUtc();
    const std::chrono::milliseconds passed(m_lastWall.msecsTo(wall));
    // Also where it was set back: proofs carry its time, and a Live must not grow older than they hold.
    if (std::chrono::abs(passed - (now - m_lastTick)) > kSlept)
        m_hooks.slept();
    m_lastTick = now;
    m_lastWall = wall;
    m_hooks.tick();
}

} // namespace inlet::sync
