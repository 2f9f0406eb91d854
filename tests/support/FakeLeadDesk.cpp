// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FakeLeadDesk.h"

#include "support/Later.h"

#include <algorithm>

namespace inlet::test
{

void FakeLeadDesk::openLeads(const QByteArray &octets, QObject *context, Answer<engine::LeadSheet> answer)
{
    later(context, answer, engine::openLeadFile(octets));
}

void FakeLeadDesk::checkLeads(const engine::LeadSheet &sheet, QObject *context, Answer<Result<engine::LeadList>> answer)
{
    engine::LeadList list = engine::readLeads(sheet);
    list.known = std::count_if(list.leads.begin(), list.leads.end(), [this](const store::Lead &lead) { return known.contains(lead.address); });
    list.suppressed = suppressed;
    later(context, answer, Result<engine::LeadList>(list));
}

void FakeLeadDesk::importLeads(const engine::LeadSheet &sheet, QObject *context, Answer<engine::LeadProgress> progress,
    Answer<Result<engine::LeadProgress>> done)
{
    imported.append(sheet);
    m_state = {};
    m_state.total = engine::readLeads(sheet).leads.size();
    m_done = done;
    m_context = context;
    engine::LeadProgress half = m_state;
    half.done = half.total / 2;
    later(context, progress, half);
    if (!withholdImport)
        finish();
}

void FakeLeadDesk::stopImport()
{
    ++stops;
    m_state.stopped = true;
    m_state.done = m_state.total / 2;
    later(m_context, m_done, Result<engine::LeadProgress>(m_state));
}

void FakeLeadDesk::addLead(const store::Lead &lead, QObject *context, Answer<Result<store::LeadCounts>> answer)
{
    added.append(lead);
    later(context, answer, addAnswer);
}

void FakeLeadDesk::finish()
{
    m_state.done = m_state.total;
    m_state.counts.added = m_state.total;
    m_state.counts.moved = moved;
    later(m_context, m_done, importError ? Result<engine::LeadProgress>(*importError) : Result<engine::LeadProgress>(m_state));
}

void FakeLeadDesk::fetchSamePerson(ConversationId conversation, QObject *context, Answer<QList<store::SamePersonHint>> answer)
{
    later(context, answer, hints.value(conversation));
}

void FakeLeadDesk::rejectSamePerson(const QString &address, const QString &other, QObject *context, Answer<Result<void>> answer)
{
    rejected.append({address, other});
    for (QList<store::SamePersonHint> &list : hints)
        list.removeIf([&](const store::SamePersonHint &hint) { return hint.otherAddress == other || hint.otherAddress == address; });
    later(context, answer, Result<void>());
}

} // namespace inlet::test
