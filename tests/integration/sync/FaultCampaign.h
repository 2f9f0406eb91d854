// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/FastClock.h"
#include "support/FaultProxy.h"
#include "support/HeldUp.h"
#include "support/Profile.h"
#include "support/ServerHand.h"

#include <QElapsedTimer>

#include <random>

namespace inlet::test
{

/// Mailboxes of a real engine, each behind a proxy of its own, and a seeded sequence of faults on the way
/// and of changes on the server. It notes every moment at which the told state was a lie.
/// Thread: the test's.
class FaultCampaign
{
public:
    FaultCampaign(MailServers &servers, MailServers::Options options, Profile &profile, quint32 seed);

    /// Empty, or why it did not come up. Starts the engine.
    QString start();
    void step();
    /// The line of a live mailbox falls silent for longer than a proof holds, and mail waits behind it.
    void silence();
    void restartServer();
    /// All faults end; the changes stay. `hurry`: so do the connections, or the engine would wait a minute
    /// for answers that were swallowed.
    void calm(bool hurry);
    /// Empty where store and server agree in every folder.
    QString difference();
    /// Empty, or what must never be: read marks of ours, one message twice, given up, Live without proof.
    QString broken();

    /// What every mailbox is told to be doing, for whoever has to find out why.
    QString states();

    [[nodiscard]] int faults() const { return m_faults; }
    [[nodiscard]] int changes() const { return m_changes; }
    [[nodiscard]] int connections() const; ///< that the engine made

private:
    struct Awaited {
        QElapsedTimer since;
        HeldUp heldUp; ///< since then
        qint64 liveFrom = -1; ///< ms after it came; told live although a proof does not hold that long
        qint64 liveTo = -1;
    };
    struct Mailbox {
        accounts::Account account;
        FaultProxy proxy;
        std::unique_ptr<ServerHand> hand;
        std::map<QString, Awaited> awaited; ///< delivered, not yet seen in the store
        QElapsedTimer ill; ///< of a fault that lasts
        qint64 illFor = 0; ///< ms, then it ends
        bool insideTls = false;
    };

    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(m_random); }
    int octets(); ///< small ones more often
    void change(Mailbox &mailbox);
    void deliver(Mailbox &mailbox);
    void breakOnce(Mailbox &mailbox);
    void makeIll(Mailbox &mailbox);
    void tell(Mailbox &mailbox, const QByteArray &command);
    void watch(Mailbox &mailbox);
    void tellLie(const Mailbox &mailbox, const std::pair<const QString, Awaited> &mail);
    QByteArray lastWords();

    MailServers &m_servers;
    MailServers::Options m_options;
    Profile &m_profile;
    std::mt19937 m_random;
    std::vector<std::unique_ptr<Mailbox>> m_mailboxes;
    QStringList m_lies;
    int m_number = 0; ///< of the last message
    int m_faults = 0;
    int m_changes = 0;
};

} // namespace inlet::test
