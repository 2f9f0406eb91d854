// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Proposals.h"

#include "store/Learning.h"
#include "store/Packing.h"
#include "store/Rules.h"

namespace inlet::store
{

Proposals::Answer Proposals::answerFor(const Mail &mail, const QList<triage::IntentScore> &intents)
{
    if (const auto rule = ruleFor(m_context, {mail.from, mail.subject, mail.newText}))
        return {rule->category, 100, kRuleWhy + describe(*rule), rule->id};
    const triage::IntentProposal proposal = triage::proposeIntent(intents, Learning(m_context).pointsFor(mail.newText));
    return {categoryOf(proposal.intent), proposal.confidence, proposal.reasons.join(QLatin1Char('\n')), {}};
}

void Proposals::write(StoredMessageId message, const Answer &answer)
{
    m_context.db.change("UPDATE messages SET proposal = ?, proposal_confidence = ?, proposal_why = ?, "
                        "proposal_rule = ? WHERE id = ?",
        answer.category, answer.confidence, cleaned(answer.why, 1000), answer.rule, message);
}

void Proposals::propose(const Mail &mail, const triage::Verdict &verdict)
{
    if (mail.kind == triage::Kind::Human) {
        const Answer answer = answerFor(mail, verdict.intents);
        if (answer.category != Category::Unsorted || answer.rule.isValid())
            write(mail.id, answer);
    } else if (mail.kind == triage::Kind::Other && !verdict.intents.isEmpty()) {
        // Only a plain request to be taken off, which a list's manager hands on.
        const triage::IntentProposal proposal = triage::proposeIntent(verdict.intents);
        write(mail.id, {categoryOf(proposal.intent), proposal.confidence, proposal.reasons.join(QLatin1Char('\n')), {}});
    } else if (mail.kind == triage::Kind::AutoReply && (verdict.returnDate.isValid() || !verdict.standIn.isEmpty())) {
        m_context.db.change("UPDATE messages SET return_on = ?, stand_in = ? WHERE id = ?",
            verdict.returnDate.toString(Qt::ISODate), cleaned(verdict.standIn, 400), mail.id);
    }
}

void Proposals::refresh(StoredMessageId message)
{
    Mail mail;
    {
        Query q = m_context.db.query("SELECT m.kind, m.from_address, m.subject, x.packed FROM messages m "
                                     "JOIN contents x ON x.message = m.id WHERE m.id = ?");
        q.bind(message);
        if (!q.next())
            return;
        mail = {message, triage::Kind(q.integer(0)), q.text(1), q.text(2), readableTexts(q.bytes(3)).newText};
    }
    if (mail.kind == triage::Kind::Human)
        write(message, answerFor(mail, triage::scoreIntents(mail.newText, mail.subject)));
    else // of a time when it was taken for a person's; a list's manager may have handed a request on
        m_context.db.change("UPDATE messages SET proposal = 0, proposal_confidence = 0, proposal_why = '', proposal_rule = 0 "
                            "WHERE id = ? AND NOT (kind = ? AND proposal = ?)",
            message, triage::Kind::Other, Category::DoNotContact);
}

} // namespace inlet::store
