// SPDX-License-Identifier: GPL-3.0-or-later
#include "FaultCampaign.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace inlet::test
{

namespace
{

constexpr int kFirstMail = 40;
/// ms of ours. A proof holds 5000; the engine looks at its proofs once a second, and all of it takes its time.
constexpr qint64 kMostWait = 5000 + 3500;

const std::array<std::pair<imap::FolderRole, const char *>, 4> kFolders{{{imap::FolderRole::Inbox, "INBOX"},
    {imap::FolderRole::Archive, "Archive"}, {imap::FolderRole::Sent, "Sent"}, {imap::FolderRole::Junk, "Junk"}}};

QString onlyIn(QStringList lines, const QStringList &others)
{
    lines.removeIf([&](const QString &line) { return others.contains(line); });
    return lines.join(QLatin1Char(','));
}

} // namespace

FaultCampaign::FaultCampaign(MailServers &servers, MailServers::Options options, Profile &profile, quint32 seed)
    : m_servers(servers)
    , m_options(options)
    , m_profile(profile)
    , m_random(seed)
{
}

QString FaultCampaign::start()
{
    for (int number = 1; number <= m_options.users; ++number) {
        auto mailbox = std::make_unique<Mailbox>();
        const QString email = MailServers::user(number);
        mailbox->hand = std::make_unique<ServerHand>(m_servers, email);
        mailbox->insideTls = number > 1; // the first one keeps the server's own TLS
        const bool up = mailbox->insideTls
            ? mailbox->proxy.startInsideTls(m_servers.port("IMAP_PORT"), m_servers.dir() + QStringLiteral("/certs"))
            : mailbox->proxy.start(m_servers.port("IMAPS_PORT"));
        if (!up)
            return QStringLiteral("no proxy");
        mailbox->account = m_servers.account(email);
        mailbox->account.imap.port = mailbox->proxy.port();
        mailbox->account = m_profile.add(mailbox->account);
        for (int i = 0; i < kFirstMail; ++i)
            deliver(*mailbox);
        mailbox->awaited.clear(); // nothing is told live yet
        m_mailboxes.push_back(std::move(mailbox));
    }
    m_profile.start();
    return {};
}

int FaultCampaign::octets()
{
    return int(std::exp(std::uniform_real_distribution<double>(0, std::log(120'000.0))(m_random)));
}

void FaultCampaign::tell(Mailbox &mailbox, const QByteArray &command)
{
    const QByteArray answer = mailbox.proxy.command(command);
    if (!answer.startsWith("ok"))
        m_lies.append(QStringLiteral("the proxy refused %1: %2").arg(QString::fromUtf8(command), QString::fromUtf8(answer)));
}

void FaultCampaign::deliver(Mailbox &mailbox)
{
    const QString id = QStringLiteral("fault-%1@customers.test").arg(++m_number);
    QByteArray text;
    for (int left = 40 + octets() / 2; left > 0; left -= 60)
        text += "Is it still there? This line is here to be cut in the middle.\r\n";
    const QByteArray raw = "Message-ID: <" + id.toUtf8() + ">\r\nFrom: <lead01@customers.test>\r\nTo: <" + mailbox.account.email.toUtf8()
        + ">\r\nSubject: Question " + QByteArray::number(m_number) + "\r\nDate: Thu, 01 Jan 2026 10:00:00 +0000\r\n\r\n" + text;
    if (m_servers.deliver(mailbox.account.email, raw)) {
        Awaited &mail = mailbox.awaited[id];
        mail.heldUp.start();
        mail.since.start();
    } else {
        m_lies.append(QStringLiteral("not delivered: ") + id);
    }
}

void FaultCampaign::change(Mailbox &mailbox)
{
    ++m_changes;
    // Where few are left the oldest ones are awaited too, and one that is moved away before we saw it never comes.
    if (mailbox.hand->picture("INBOX").size() < kFirstMail)
        return deliver(mailbox);
    const QByteArray any = QByteArray::number(1 + below(10)); // the oldest ones: new mail is awaited
    switch (below(8)) {
    case 0:
        mailbox.hand->runIn("INBOX", "STORE " + any + (below(2) ? " +" : " -") + "FLAGS.SILENT (\\Flagged)");
        break;
    case 1:
        if (mailbox.hand->runIn("INBOX", "STORE " + any + " +FLAGS.SILENT (\\Deleted)"))
            mailbox.hand->run("EXPUNGE");
        break;
    case 2:
    case 3:
        mailbox.hand->runIn("INBOX", "MOVE " + any + ' ' + (below(3) ? "Archive" : "Junk"));
        break;
    case 4:
        mailbox.hand->replaceArchive();
        break;
    default:
        deliver(mailbox);
    }
}

QByteArray FaultCampaign::lastWords()
{
    static const QByteArrayList words{"* BYE going down", "* BYE", "* 7 FETCH (UID 4000 BODY[] {5000}\r\nSubject: cut o",
        "* 1 EXPUNGE", "* 100000 EXISTS", "* OK [UIDVALIDITY 1] new", "* 1 FETCH (UID 99999999999999 FLAGS (\\Seen))", "+ ",
        "* NO disk problem", "* SEARCH 1 2 3 x", "* LIST (", "{999999999999}", "* 2 FETCH (FLAGS (((((((((("};
    return words.at(below(int(words.size())));
}

void FaultCampaign::breakOnce(Mailbox &mailbox)
{
    ++m_faults;
    switch (below(7)) {
    case 0:
        return tell(mailbox, "cut");
    case 1:
        return tell(mailbox, "close");
    case 2:
        // In the server's own TLS a foreign octet ends the session; inside it is what the server says.
        return tell(mailbox, "garbage " + QByteArray::number(1 + below(200)));
    case 3:
    case 4:
        return tell(mailbox, "last " + lastWords());
    default:
        // From now on every connection ends there, until it is ill otherwise or well again.
        tell(mailbox, "cutafter " + QByteArray::number(1 + octets()) + (below(5) ? " s2c" : " c2s"));
        mailbox.illFor = 300;
        mailbox.ill.start();
    }
}

void FaultCampaign::makeIll(Mailbox &mailbox)
{
    ++m_faults;
    mailbox.illFor = 200 + below(400);
    mailbox.ill.start();
    switch (below(mailbox.insideTls ? 9 : 10)) {
    case 0:
        mailbox.illFor = below(8) ? 500 : 11'000; // longer than a proof holds
        return tell(mailbox, below(2) ? "stall s2c" : "stall both");
    case 1:
        return tell(mailbox, "halfclose");
    case 2:
        return tell(mailbox, "throttle " + QByteArray::number(500 + below(20'000)));
    case 3:
        return tell(mailbox, "split " + QByteArray::number(1 + below(7)));
    case 4:
        tell(mailbox, "refuse on");
        return tell(mailbox, "cut");
    case 5:
        tell(mailbox, below(2) ? "greeting * BYE too busy" : "greeting \x01\x02 what is this");
        return tell(mailbox, "cut");
    case 6:
        tell(mailbox, "blackhole on");
        return tell(mailbox, "close");
    case 7:
        return tell(mailbox, "latency 40 30");
    case 8:
        return tell(mailbox, "cutonce " + QByteArrayList{"FETCH", "OK ", "VANISHED", "+ idling"}.at(below(4)));
    default:
        return tell(mailbox, "corrupt 200"); // only outside of TLS, where it is noticed
    }
}

void FaultCampaign::step()
{
    Mailbox &mailbox = *m_mailboxes.at(std::size_t(below(int(m_mailboxes.size()))));
    for (const auto &each : m_mailboxes) {
        if (each->illFor > 0 && each->ill.elapsed() > each->illFor) {
            tell(*each, "reset");
            each->illFor = 0;
        }
        watch(*each);
    }
    const int what = below(11);
    const bool silent = std::any_of(m_mailboxes.begin(), m_mailboxes.end(), [](const auto &each) { return each->illFor > kMostWait; });
    if (what == 10 && !silent) // somebody moves about with the machine; that would end the silence
        m_profile.engine->networkChanged();
    else if (what < 4)
        change(mailbox);
    else if (mailbox.illFor == 0 && what < 7)
        makeIll(mailbox);
    else if (mailbox.illFor < kMostWait)
        breakOnce(mailbox);
}

void FaultCampaign::silence()
{
    ++m_faults;
    Mailbox &mailbox = *m_mailboxes.back();
    tell(mailbox, "reset");
    tell(mailbox, "stall both");
    mailbox.illFor = kMostWait + 5000; // also where the machine holds us up
    mailbox.ill.start();
    deliver(mailbox);
}

void FaultCampaign::restartServer()
{
    ++m_faults;
    for (const auto &mailbox : m_mailboxes)
        mailbox->hand->hangUp();
    if (!m_servers.stop() || !m_servers.start(m_options))
        m_lies.append(QStringLiteral("no restart: ") + m_servers.error());
    for (const auto &mailbox : m_mailboxes)
        tell(*mailbox, "target " + QByteArray::number(m_servers.port(mailbox->insideTls ? "IMAP_PORT" : "IMAPS_PORT")));
}

void FaultCampaign::calm(bool hurry)
{
    for (const auto &mailbox : m_mailboxes) {
        tell(*mailbox, "reset");
        if (hurry)
            tell(*mailbox, "cut");
        mailbox->illFor = 0;
    }
}

void FaultCampaign::watch(Mailbox &mailbox)
{
    const AccountId account = mailbox.account.id;
    const sync::SyncStatus before = m_profile.observer.statusOf(account);
    if (before.state == sync::SyncState::NeedsUser)
        m_lies.append(QStringLiteral("gave up: ") + (before.error ? before.error->detail : QString()));
    if (mailbox.awaited.empty())
        return;
    for (const store::StoredMessageRow &row : m_profile.messages(account, imap::FolderRole::Inbox)) {
        const auto arrived = mailbox.awaited.find(row.messageId);
        if (arrived != mailbox.awaited.end()) {
            tellLie(mailbox, *arrived);
            mailbox.awaited.erase(arrived);
        }
    }
    if (before.state != sync::SyncState::Live || m_profile.observer.statusOf(account).state != before.state)
        return;
    for (auto &[id, mail] : mailbox.awaited) {
        const qint64 waited = mail.since.elapsed();
        if (waited > kMostWait && waited - mail.heldUp.longest() > kMostWait) {
            mail.liveFrom = mail.liveFrom < 0 ? waited : mail.liveFrom;
            mail.liveTo = waited;
        }
    }
}

void FaultCampaign::tellLie(const Mailbox &mailbox, const std::pair<const QString, Awaited> &mail)
{
    const auto &[id, waited] = mail;
    if (waited.liveFrom >= 0) {
        m_lies.append(QStringLiteral("%1 was told live from %2 to %3 ms after %4 came, which was here after %5 ms")
                          .arg(mailbox.account.email).arg(waited.liveFrom).arg(waited.liveTo).arg(id).arg(waited.since.elapsed()));
    }
}

QString FaultCampaign::difference()
{
    QStringList out;
    for (const auto &mailbox : m_mailboxes) {
        for (const auto &[role, name] : kFolders) {
            const QStringList there = mailbox->hand->picture(name);
            const QStringList here = pictureOf(m_profile.messages(mailbox->account.id, role));
            if (here != there) {
                out.append(QStringLiteral("%1 %2: only here %3; only there %4 (%5 and %6)").arg(mailbox->account.email,
                    QLatin1String(name), onlyIn(here, there), onlyIn(there, here)).arg(here.size()).arg(there.size()));
            }
        }
    }
    return out.join(QLatin1Char('\n'));
}

QString FaultCampaign::states()
{
    QStringList out;
    for (const auto &mailbox : m_mailboxes) {
        const sync::SyncStatus status = m_profile.observer.statusOf(mailbox->account.id);
        out.append(QStringLiteral("%1: state %2, proved %3, until %4, %5 (now %6)").arg(mailbox->account.email).arg(int(status.state))
                       .arg(status.provedAt.toString(Qt::ISODate), status.until.toString(Qt::ISODate),
                           status.error ? status.error->detail : QStringLiteral("no error"), m_profile.now().toString(Qt::ISODate)));
    }
    return out.join(QLatin1Char('\n'));
}

QString FaultCampaign::broken()
{
    QStringList out;
    for (const auto &mailbox : m_mailboxes) {
        for (const auto &mail : mailbox->awaited)
            tellLie(*mailbox, mail);
        QHash<QString, QSet<StoredMessageId>> stored;
        for (const auto &[role, name] : kFolders) {
            for (const QString &line : mailbox->hand->picture(name)) {
                if (line.contains(QLatin1Char('S')))
                    out.append(QStringLiteral("read on the server: %1 %2 %3").arg(mailbox->account.email, QLatin1String(name), line));
            }
            for (const store::StoredMessageRow &row : m_profile.messages(mailbox->account.id, role))
                stored[row.messageId].insert(row.location.message);
        }
        for (auto each = stored.cbegin(); each != stored.cend(); ++each) {
            if (each.value().size() > 1)
                out.append(QStringLiteral("stored twice: %1 %2").arg(mailbox->account.email, each.key()));
        }
    }
    out += m_lies;
    return out.join(QLatin1Char('\n'));
}

int FaultCampaign::connections() const
{
    int sum = 0;
    for (const auto &mailbox : m_mailboxes)
        sum += QJsonDocument::fromJson(mailbox->proxy.command("status").mid(3)).object().value(QStringLiteral("total")).toInt();
    return sum;
}

} // namespace inlet::test
