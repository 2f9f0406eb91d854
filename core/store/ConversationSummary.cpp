// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ConversationSummary.h"

#include "store/Aggregates.h"
#include "store/values/Ledger.h"
#include "triage/values/Verdict.h"

namespace inlet::store
{

namespace
{

constexpr int kNewestOfMany = 200;

/// The columns that decide.
struct Facts {
    qint64 person = 0;
    bool isProspect = false;
    Category category = Category::Unsorted;
    CategorySource source = CategorySource::None;
    qint64 archivedAt = 0;
    qint64 deletedAt = 0;
    int human = 0;
    int own = 0;
    int machine = 0;
    int unread = 0;
    int flagged = 0;
    int inbox = 0;
    qint64 remindedAt = 0;
    bool muted = false;
    int confidence = 0; ///< percent, of an automatic category
    QString why;
    QString returnOn;
    QString standIn;
};

/// The newest message of a class.
struct Newest {
    bool exists = false;
    qint64 at = 0;
    triage::Kind kind = triage::Kind::Human;
    triage::BounceType bounce = triage::BounceType::None;
    QString autoType;
    QString subject;
    QString preview;
    QString fromName;
    QString fromAddress;
    QString to;
    Category proposal = Category::Unsorted;
    int confidence = 0;
    QString why;
    QString evidence;
    QString returnOn;
    QString standIn;
    bool said = false; ///< `kind` is the rep's word
};

std::optional<Facts> readFacts(WriteContext &context, ConversationId conversation)
{
    Query q = context.db.query(
        "SELECT person, is_prospect, category, category_source, archived_at, deleted_at, n_human, n_own, "
        "n_machine, n_unread, n_flagged, n_inbox, reminded_at, muted, category_confidence, category_why FROM conversations WHERE id = ?");
    q.bind(conversation);
    if (!q.next())
        return std::nullopt;
    return Facts{q.number(0), q.flag(1), Category(q.integer(2)), CategorySource(q.integer(3)), q.number(4),
        q.number(5), q.integer(6), q.integer(7), q.integer(8), q.integer(9), q.integer(10), q.integer(11), q.number(12),
        q.integer(13) > 0, q.integer(14), q.text(15)};
}

Newest readNewest(WriteContext &context, ConversationId conversation, int listClass, int count)
{
    if (count <= 0)
        return {};
    Query q = context.db.query("SELECT at, kind, bounce, auto_type, subject, preview, from_name, from_address, "
                               "to_line, proposal, proposal_confidence, proposal_why, evidence, return_on, stand_in, "
                               "kind_found FROM messages WHERE conversation = ? AND list_class = ? "
                               "ORDER BY at DESC, id DESC LIMIT 1");
    q.bind(conversation, listClass);
    if (!q.next())
        return {};
    return {true, q.number(0), triage::Kind(q.integer(1)), triage::BounceType(q.integer(2)), q.text(3),
        q.text(4), q.text(5), q.text(6), q.text(7), q.text(8), Category(q.integer(9)), q.integer(10), q.text(11),
        q.text(12), q.text(13), q.text(14), q.integer(15) >= 0};
}

const Newest &laterOf(const Newest &a, const Newest &b)
{
    if (!a.exists || !b.exists)
        return a.exists ? a : b;
    return b.at > a.at ? b : a;
}

void takeProposal(Facts &facts, const Newest &mail)
{
    facts.category = mail.proposal;
    facts.source = mail.proposal == Category::Unsorted ? CategorySource::None : CategorySource::Automatic;
    facts.confidence = mail.confidence;
    facts.why = mail.why;
}

bool isFailure(const Newest &machine)
{
    return machine.exists && machine.kind == triage::Kind::Bounce && machine.bounce != triage::BounceType::Delayed;
}

/// What the newest mail of theirs says by itself. A choice of the rep is final.
void proposeCategory(Facts &facts, const Newest &human, const Newest &machine)
{
    if (facts.source == CategorySource::Manual)
        return;
    if (human.exists && (!machine.exists || human.at >= machine.at)) {
        takeProposal(facts, human);
        return;
    }
    if (!machine.exists)
        return;
    if (machine.proposal == Category::DoNotContact) { // asked for through a list's manager
        takeProposal(facts, machine);
        return;
    }
    const bool bounced = isFailure(machine);
    const bool away = machine.kind == triage::Kind::AutoReply && machine.autoType == QLatin1String("out-of-office");
    if (bounced || away) {
        facts.category = bounced ? Category::Bounce : Category::OutOfOffice;
        facts.source = CategorySource::Automatic;
        facts.confidence = 100;
        facts.why = machine.said ? QString() : machine.evidence;
    } else if (facts.source == CategorySource::None && human.exists) {
        takeProposal(facts, human);
    }
}

/// An absence counts until they write themselves.
void noteAbsence(Facts &facts, const Newest &human, const Newest &machine)
{
    if (machine.exists && machine.kind == triage::Kind::AutoReply && (!human.exists || machine.at > human.at)) {
        facts.returnOn = machine.returnOn;
        facts.standIn = machine.standIn;
    }
}

struct Who {
    QString name;
    QString address;
};

Who whoOf(WriteContext &context, const Facts &facts, const Newest &inbound, const Newest &own)
{
    if (facts.isProspect && facts.person != 0) {
        Query q = context.db.query("SELECT name, address FROM people WHERE id = ?");
        q.bind(facts.person);
        if (q.next())
            return {q.text(0), q.text(1)};
    }
    if (inbound.exists)
        return {inbound.fromName, inbound.fromAddress};
    const QList<mime::Address> recipients = addressesOf(own.to);
    return recipients.isEmpty() ? Who{} : Who{recipients.first().name, recipients.first().address};
}

struct Outgoing {
    std::optional<int> state;
    qint64 scheduledAt = 0;
};

Outgoing outgoingOf(WriteContext &context, ConversationId conversation)
{
    Outgoing out;
    Query q = context.db.query("SELECT state FROM ledger WHERE conversation = ? AND state NOT IN (4, 7) "
                               "ORDER BY id DESC LIMIT 1");
    q.bind(conversation);
    if (q.next())
        out.state = q.integer(0);
    if (out.state) {
        out.scheduledAt = context.db.number(
            "SELECT ifnull(max(due_at), 0) FROM ledger WHERE conversation = ? AND state = 1", 0, conversation);
    }
    return out;
}

struct Membership {
    bool listed = false;
    bool archived = false;
    bool shown = false; ///< in the lists of the inbox
    bool weWroteLast = false;
    bool answerFailed = false; ///< what we wrote to somebody who had written has bounced
    bool needs = false;
    bool reminded = false;
};

/// An absence note or a bounce in the inbox does not bring back what the rep is done with.
bool humanInInbox(WriteContext &context, ConversationId conversation, const Facts &facts)
{
    if (facts.inbox == 0 || facts.machine == 0)
        return facts.inbox > 0;
    return context.db.number("SELECT max(inbox) FROM (SELECT inbox FROM messages WHERE conversation = ? AND list_class = ? "
                             "ORDER BY at DESC LIMIT ?)", 0, conversation, kHuman, kNewestOfMany) != 0;
}

Membership membershipOf(const Facts &facts, const Newest &human, const Newest &own, const Newest &machine, qint64 lastAt, bool humanInInbox)
{
    Membership m;
    const int inbound = facts.human + facts.machine;
    const bool deleted = facts.deletedAt > 0 && inbound == 0 && lastAt <= facts.deletedAt;
    m.listed = inbound + facts.own > 0 && !deleted;
    m.archived = facts.inbox == 0 && (inbound > 0 || (facts.archivedAt > 0 && lastAt <= facts.archivedAt));
    m.shown = m.listed && !m.archived && !facts.muted;
    // Same second: better one row too many than an answer forgotten.
    m.weWroteLast = own.exists && (!human.exists || own.at > human.at);
    // Done or not: who waits for an answer that did not reach them is not done with. Archiving the report says so.
    m.answerFailed = human.exists && m.weWroteLast && isFailure(machine) && machine.at >= own.at && !m.archived;
    m.needs = m.listed && !facts.muted && facts.isProspect && ((humanInInbox && human.exists && !m.weWroteLast) || m.answerFailed);
    // A reminder that became due stays until somebody writes.
    m.reminded = facts.remindedAt > 0 && m.listed && facts.isProspect && own.at <= facts.remindedAt
        && human.at <= facts.remindedAt;
    return m;
}

} // namespace

void updateSummary(WriteContext &context, ConversationId conversation)
{
    std::optional<Facts> read = readFacts(context, conversation);
    if (!read)
        return;
    Facts &facts = *read;
    const Newest human = readNewest(context, conversation, kHuman, facts.human);
    const Newest own = readNewest(context, conversation, kOwn, facts.own);
    const Newest machine = readNewest(context, conversation, kMachine, facts.machine);
    const Newest &inbound = laterOf(human, machine);
    const Newest &last = laterOf(inbound, own);
    proposeCategory(facts, human, machine);
    noteAbsence(facts, human, machine);
    const bool automatic = facts.source == CategorySource::Automatic;
    const Membership m = membershipOf(facts, human, own, machine, last.at, humanInInbox(context, conversation, facts));
    const Who who = whoOf(context, facts, inbound, own);
    const Outgoing outgoing = outgoingOf(context, conversation);
    const bool inAll = m.shown && facts.isProspect;
    const QString preview = human.exists ? human.preview : inbound.exists ? inbound.preview : own.preview;

    Query q = context.db.query(
        "UPDATE conversations SET category = ?, category_source = ?, category_confidence = ?, category_why = ?, "
        "return_on = ?, stand_in = ?, kind_said = ?, subject = ?, who_name = ?, "
        "who_address = ?, preview = ?, sort_at = ?, last_at = ?, last_kind = ?, we_wrote_last = ?, "
        "outgoing = ?, scheduled_at = ?, listed = ?, archived = ?, in_needs = ?, in_all = ?, in_unread = ?, "
        "in_awaiting = ?, in_outbox = ?, in_bounces = ?, in_other = ?, in_starred = ?, in_sent = ?, "
        "in_archived = ? WHERE id = ?");
    q.bind(facts.category, facts.source, automatic ? facts.confidence : 0, automatic ? facts.why : QString(),
        facts.returnOn, facts.standIn, inbound.said ? int(inbound.kind) : -1);
    q.bind(last.subject, who.name, who.address, preview,
        inbound.exists ? inbound.at : own.at, last.at, last.kind, m.weWroteLast);
    if (outgoing.state)
        q.add(*outgoing.state);
    else
        q.addNull();
    q.bind(outgoing.scheduledAt, m.listed, m.archived, m.needs || m.reminded, inAll, inAll && facts.unread > 0,
        inAll && m.weWroteLast && !m.answerFailed, outgoing.state.has_value(),
        m.listed && !m.archived && facts.category == Category::Bounce,
        m.shown && !facts.isProspect, m.listed && facts.flagged > 0,
        m.listed && facts.isProspect && facts.own > 0, m.listed && (m.archived || facts.muted), conversation);
    q.run();
}

} // namespace inlet::store
