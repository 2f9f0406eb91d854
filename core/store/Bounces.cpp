// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Bounces.h"

#include "store/Suppressions.h"
#include "store/ThreadKeys.h"
#include "triage/Refusal.h"

#include <QCoreApplication>

#include <algorithm>

namespace inlet::store
{

namespace
{

using triage::BounceType;

constexpr int kMaxCauses = 100;
constexpr int kMaxOfCause = 10;
constexpr int kMaxFacts = 100;
constexpr qint64 kPatience = 14LL * 24 * 3600 * 1000; ///< in which soft bounces add up
constexpr qint64 kFullTimes = 3;
constexpr qint64 kDisabledTimes = 2;
constexpr qint64 kEnoughSent = 20; ///< below it a rate says nothing
constexpr qint64 kClockSkew = 3600 * 1000; ///< ms by which a report that names its mail may seem older
constexpr qint64 kMostUnclaimed = 5000;

BounceFact readFact(const Query &q)
{
    return {q.id<AccountId>(0), q.id<StoredMessageId>(1), q.id<LedgerId>(2), q.text(3), BounceType(q.integer(4)),
        q.text(5).toLatin1(), q.text(6), q.text(7), fromMs(q.number(8))};
}

QString domainOf(const QString &address)
{
    return address.mid(address.lastIndexOf(QLatin1Char('@')) + 1);
}

void judge(SendingHealth &health, const SendingLimits &limits)
{
    const qint64 bad = health.hard + health.block;
    health.rate = health.sent > 0 ? 100.0 * double(bad) / double(health.sent) : 0.0;
    if (health.sent < kEnoughSent || health.rate <= limits.warn)
        return;
    health.level = health.rate > limits.stop ? SendingHealth::Level::Stop : SendingHealth::Level::Warn;
    const bool blocked = health.block > health.hard;
    health.words = blocked ? QCoreApplication::translate("Store", "%1 of %2 messages were refused by filters. Look at the content and at the sender's reputation.")
                                 .arg(health.block).arg(health.sent)
                           : QCoreApplication::translate("Store", "%1 of %2 messages went to dead addresses. Check the list before you go on.")
                                 .arg(health.hard).arg(health.sent);
}

} // namespace

QList<BounceFact> BounceReader::of(const QString &recipient)
{
    QList<BounceFact> out;
    Query q = m_db.query("SELECT account, message, ledger, recipient, type, status, reason, diagnostic, at "
                         "FROM bounces WHERE recipient = ? ORDER BY at DESC LIMIT ?");
    q.bind(addressKey(recipient), kMaxFacts);
    while (q.next())
        out.append(readFact(q));
    return out;
}

QList<BounceCause> BounceReader::causes(const QDateTime &since)
{
    QList<BounceCause> out;
    {
        Query q = m_db.query("SELECT type, reason, count(*), max(at) FROM bounces WHERE at >= ? "
                             "GROUP BY type, reason ORDER BY 3 DESC, 2 LIMIT ?");
        q.bind(toMs(since), kMaxCauses);
        while (q.next())
            out.append({BounceType(q.integer(0)), q.text(1), q.number(2), {}, {}, {}, fromMs(q.number(3))});
    }
    for (BounceCause &cause : out)
        addExamples(cause, toMs(since));
    return out;
}

QList<BounceFact> BounceReader::ofCause(BounceType type, const QString &reason, const QDateTime &since)
{
    QList<BounceFact> out;
    // The report, else our mail, else whoever has that address now.
    Query q = m_db.query("SELECT b.account, b.message, b.ledger, b.recipient, b.type, b.status, b.reason, b.diagnostic, b.at, "
                         "ifnull((SELECT c.id FROM conversations c WHERE c.id = coalesce((SELECT m.conversation FROM messages m WHERE m.id = b.message), "
                         "(SELECT g.conversation FROM ledger g WHERE g.id = b.ledger AND g.conversation > 0), "
                         "(SELECT p.conversation FROM people p WHERE p.address = b.recipient))), 0) "
                         "FROM bounces b WHERE b.at >= ? AND b.type = ? AND b.reason = ? ORDER BY b.at DESC, b.id DESC");
    q.bind(toMs(since), type, reason);
    while (q.next()) {
        BounceFact fact = readFact(q);
        fact.conversation = q.id<ConversationId>(9);
        out.append(fact);
    }
    return out;
}

void BounceReader::addExamples(BounceCause &cause, qint64 since)
{
    Query domains = m_db.query("SELECT domain FROM bounces WHERE at >= ? AND type = ? AND reason = ? "
                               "GROUP BY domain ORDER BY count(*) DESC, domain LIMIT ?");
    domains.bind(since, cause.type, cause.reason, kMaxOfCause);
    while (domains.next())
        cause.domains.append(domains.text(0));
    Query accounts = m_db.query("SELECT account FROM bounces WHERE at >= ? AND type = ? AND reason = ? "
                                "GROUP BY account ORDER BY count(*) DESC, account LIMIT ?");
    accounts.bind(since, cause.type, cause.reason, kMaxOfCause);
    while (accounts.next())
        cause.accounts.append(accounts.id<AccountId>(0));
    Query example = m_db.query("SELECT diagnostic FROM bounces WHERE at >= ? AND type = ? AND reason = ? "
                               "AND diagnostic <> '' ORDER BY at DESC LIMIT 1");
    example.bind(since, cause.type, cause.reason);
    if (example.next())
        cause.example = example.text(0);
}

QList<SendingHealth> BounceReader::health(const QDateTime &since)
{
    const qint64 from = toMs(since);
    QHash<AccountId, SendingHealth> byAccount;
    {
        // Handed over: accepted, seen in Sent, unknown. What other programs sent is read in Sent.
        Query q = m_db.query("SELECT a.id, a.email_key, (SELECT count(*) FROM messages m WHERE m.account = a.id "
                             "AND m.kind = 3 AND m.at >= ?1) FROM accounts a");
        q.bind(from);
        while (q.next())
            byAccount.insert(q.id<AccountId>(0), {q.id<AccountId>(0), domainOf(q.text(1)), q.number(2)});
    }
    Query q = m_db.query("SELECT account, type, count(*) FROM bounces WHERE at >= ? GROUP BY account, type");
    q.bind(from);
    while (q.next()) {
        const auto found = byAccount.find(q.id<AccountId>(0));
        if (found == byAccount.end())
            continue; // of a mailbox that is gone
        const BounceType type = BounceType(q.integer(1));
        if (type == BounceType::Hard)
            found->hard += q.number(2);
        else if (type == BounceType::Block)
            found->block += q.number(2);
        else if (type == BounceType::Soft)
            found->soft += q.number(2);
    }
    const SendingLimits limits = this->limits();
    QHash<QString, SendingHealth> byDomain;
    QHash<QString, int> mailboxes;
    QList<SendingHealth> out;
    for (SendingHealth health : std::as_const(byAccount)) {
        ++mailboxes[health.domain];
        SendingHealth &sum = byDomain[health.domain];
        sum.domain = health.domain;
        sum.sent += health.sent;
        sum.hard += health.hard;
        sum.soft += health.soft;
        sum.block += health.block;
        judge(health, limits);
        out.append(health);
    }
    for (SendingHealth sum : std::as_const(byDomain)) {
        if (mailboxes.value(sum.domain) < 2)
            continue; // says the same as its mailbox
        judge(sum, limits);
        out.append(sum);
    }
    std::sort(out.begin(), out.end(), [](const SendingHealth &a, const SendingHealth &b) {
        return std::tuple(-int(a.level), -a.rate, a.domain, a.account) < std::tuple(-int(b.level), -b.rate, b.domain, b.account);
    });
    return out;
}

QList<SendingHealth> BounceReader::healthNow()
{
    const QDateTime now = fromMs(nowMs());
    QList<SendingHealth> out = health(now.addDays(-7));
    const QList<SendingHealth> today = health(now.addDays(-1));
    for (SendingHealth &one : out) {
        const auto same = std::find_if(today.begin(), today.end(),
            [&](const SendingHealth &day) { return day.account == one.account && day.domain == one.domain; });
        if (same != today.end() && same->sent >= kEnoughSent)
            one = *same;
    }
    return out;
}

SendingLimits BounceReader::limits()
{
    SendingLimits limits;
    Query q = m_db.query("SELECT value FROM meta WHERE key = 'sending_limits'");
    if (q.next()) {
        const QStringList parts = q.text(0).split(QLatin1Char('/'));
        if (parts.size() == 2)
            limits = {parts.first().toDouble(), parts.last().toDouble()};
    }
    return limits;
}

bool BounceReader::isToStrangers(const LedgerRow &row)
{
    if (row.conversation.isValid() && m_db.number("SELECT n_human FROM conversations WHERE id = ?", 0, row.conversation) > 0)
        return false;
    return std::none_of(row.recipients.begin(), row.recipients.end(), [this](const QString &recipient) {
        return m_db.number("SELECT p.first_in <> 0 OR ifnull(c.n_human, 0) > 0 FROM people p LEFT JOIN conversations c ON c.id = p.conversation "
                           "WHERE p.address = ?",
                   0, addressKey(recipient))
            != 0;
    });
}

QString BounceReader::reasonToHold(const LedgerRow &row)
{
    if (!isToStrangers(row))
        return {};
    QString domain;
    {
        Query q = m_db.query("SELECT email_key FROM accounts WHERE id = ?");
        q.bind(row.account);
        if (q.next())
            domain = domainOf(q.text(0));
    }
    const QList<SendingHealth> all = healthNow();
    for (const SendingHealth &one : all) {
        const bool concerns = one.account == row.account || (!one.account.isValid() && one.domain == domain);
        if (concerns && one.level == SendingHealth::Level::Stop)
            return one.words;
    }
    return {};
}

bool BounceTable::isOurs(const QString &originalMessageId)
{
    const qint64 key = threadKey(originalMessageId);
    return key != 0
        && (m_context.db.number("SELECT 1 FROM messages WHERE message_key = ? AND kind = ? LIMIT 1", 0, key, triage::Kind::Own) != 0
            || ledgerOf(originalMessageId).isValid());
}

bool BounceTable::wroteTo(const QString &recipient)
{
    return m_context.db.number("SELECT first_out FROM people WHERE address = ?", 0, addressKey(recipient)) != 0;
}

LedgerId BounceTable::ledgerOf(const QString &originalMessageId)
{
    const qint64 key = threadKey(originalMessageId);
    return LedgerId(key == 0 ? 0 : m_context.db.number("SELECT id FROM ledger WHERE message_key = ? LIMIT 1", 0, key));
}

void BounceTable::reported(const Report &report)
{
    m_context.db.change("DELETE FROM bounces WHERE message > 0 AND message = ?", report.message);
    m_context.db.change("DELETE FROM unclaimed_bounces WHERE message = ?", report.message);
    m_context.db.change("DELETE FROM excused_bounces WHERE message = ?", report.message);
    const bool ours = isOurs(report.originalMessageId);
    const LedgerId ledger = ledgerOf(report.originalMessageId);
    for (const triage::BouncedRecipient &recipient : report.recipients) {
        const bool counts = recipient.type == BounceType::Hard || recipient.type == BounceType::Soft
            || recipient.type == BounceType::Block;
        // The address must be one that we wrote to, also where the report names a mail of ours: an
        // alias behind it is not ours to judge.
        if (!counts || isOwnAddress(m_context, addressKey(recipient.recipient)))
            continue;
        const BounceFact fact{report.account, report.message, ledger, addressKey(recipient.recipient), recipient.type,
            recipient.status, recipient.reason, recipient.diagnostic, fromMs(report.at)};
        const bool known = wroteTo(recipient.recipient);
        if (ours || known)
            store(fact);
        if (known && !report.excused)
            conclude(fact, report.messageId);
        else if (!known)
            keepUnclaimed(report.messageId, threadKey(report.originalMessageId), fact);
    }
    if (report.excused)
        excuse(report.message);
}

void BounceTable::keepUnclaimed(const QString &reportId, qint64 original, const BounceFact &fact)
{
    m_context.db.change("INSERT INTO unclaimed_bounces (account, message, message_id, original_key, recipient, type, status, "
                        "reason, diagnostic, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        fact.account, fact.message, cleaned(reportId, 998), original, fact.recipient,
        fact.type, cleaned(QString::fromLatin1(fact.status), 20), cleaned(fact.reason, 200), cleaned(fact.diagnostic, 1000),
        toMs(fact.at));
    m_context.db.change("DELETE FROM unclaimed_bounces WHERE id <= (SELECT max(id) FROM unclaimed_bounces) - ?", kMostUnclaimed);
}

/// A report answers mail that was there before: one that is older, forged perhaps, stays where it is. Only
/// one that knows the Message-ID may be older by what clocks differ.
void BounceTable::wrote(const mime::MessageHeader &header, qint64 at)
{
    if (m_context.db.number("SELECT 1 FROM unclaimed_bounces LIMIT 1", 0) == 0)
        return;
    struct Waiting {
        qint64 row = 0;
        QString messageId;
        BounceFact fact;
    };
    QList<Waiting> waiting;
    const auto collect = [&](Query q) {
        while (q.next())
            waiting.append({q.number(9), q.text(10), readFact(q)});
    };
    const std::string columns = "SELECT account, message, 0, recipient, type, status, reason, diagnostic, at, id, message_id "
                                "FROM unclaimed_bounces WHERE at >= ? AND ";
    for (const QList<mime::Address> *addresses : {&header.to, &header.cc, &header.bcc}) {
        for (const mime::Address &address : *addresses) {
            Query q = m_context.db.query((columns + "recipient = ?").c_str());
            q.bind(at, addressKey(address.address));
            collect(std::move(q));
        }
    }
    if (const qint64 key = threadKey(header.messageId); key != 0) {
        Query q = m_context.db.query((columns + "original_key = ?").c_str());
        q.bind(at - kClockSkew, key);
        collect(std::move(q));
    }
    for (const Waiting &one : std::as_const(waiting)) {
        m_context.db.change("DELETE FROM unclaimed_bounces WHERE id = ?", one.row);
        if (m_context.db.number("SELECT 1 FROM bounces WHERE message = ? AND recipient = ?", 0, one.fact.message, one.fact.recipient) == 0)
            store(one.fact);
        if (wroteTo(one.fact.recipient))
            conclude(one.fact, one.messageId);
    }
}

void BounceTable::refused(const BounceFact &refusal)
{
    if (m_context.db.number("SELECT 1 FROM bounces WHERE ledger > 0 AND ledger = ? AND recipient = ? AND message = 0", 0,
            refusal.ledger, addressKey(refusal.recipient))
        != 0)
        return; // told again after a retry
    BounceFact fact = refusal;
    fact.recipient = addressKey(refusal.recipient);
    if (fact.type == BounceType::None) {
        const triage::BouncedRecipient judged = triage::judgeRefusal(fact.recipient, fact.diagnostic);
        fact.type = judged.type;
        fact.status = judged.status;
        fact.reason = judged.reason;
    }
    fact.message = {};
    if (!fact.at.isValid())
        fact.at = fromMs(m_context.now);
    store(fact);
    QString ours;
    {
        Query q = m_context.db.query("SELECT message_id FROM ledger WHERE id = ?");
        q.bind(refusal.ledger);
        if (q.next())
            ours = q.text(0);
    }
    conclude(fact, ours);
}

void BounceTable::setLimits(const SendingLimits &limits)
{
    const bool sensible = limits.warn >= 0 && limits.warn <= limits.stop && limits.stop <= 100;
    if (!sensible)
        throw StoreError(Error{ErrorKind::Config, QStringLiteral("The warning must come before the stop, and both lie between 0 and 100 %."), {}, {}});
    m_context.db.change("INSERT INTO meta (key, value) VALUES ('sending_limits', ?1) ON CONFLICT (key) DO UPDATE SET value = ?1",
        QStringLiteral("%1/%2").arg(limits.warn).arg(limits.stop));
    m_context.changes.bounces = true;
}

void BounceTable::store(const BounceFact &fact)
{
    m_context.changes.bounces = true;
    m_context.db.change("INSERT INTO bounces (account, message, ledger, recipient, domain, type, status, reason, "
                        "diagnostic, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        fact.account, fact.message, fact.ledger, fact.recipient, domainOf(fact.recipient), fact.type,
        cleaned(QString::fromLatin1(fact.status), 20), cleaned(fact.reason, 200), cleaned(fact.diagnostic, 1000),
        toMs(fact.at));
}

void BounceTable::conclude(const BounceFact &fact, const QString &source)
{
    QString reason;
    if (fact.type == BounceType::Hard) {
        reason = fact.reason;
    } else if (fact.type == BounceType::Soft) {
        // The words are those of triage/BounceReason; see the test that holds them together.
        const bool full = fact.reason == QLatin1String("the mailbox is full");
        const bool disabled = fact.reason == QLatin1String("the mailbox is disabled");
        const qint64 times = m_context.db.number("SELECT count(*) FROM bounces WHERE recipient = ? AND reason = ? AND at > ?",
            0, fact.recipient, fact.reason, toMs(fact.at) - kPatience);
        if ((full && times >= kFullTimes) || (disabled && times >= kDisabledTimes))
            reason = QStringLiteral("%1, %2 times in two weeks").arg(fact.reason).arg(times);
    }
    if (reason.isEmpty() || suppressionPattern(fact.recipient).isEmpty())
        return;
    SuppressionTable suppressions(m_context);
    if (suppressions.wasRemoved(fact.recipient, fact.at))
        return; // the rep knew better, and the same report is read again
    const bool whileSending = !fact.message.isValid();
    suppressions.add({fact.recipient, reason,
        whileSending ? SuppressionSource::Refusal : SuppressionSource::Bounce, source, fact.at});
}

} // namespace inlet::store
