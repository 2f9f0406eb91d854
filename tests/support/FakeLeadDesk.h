// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/LeadFile.h"

#include <QTimer>

#include <optional>

namespace inlet::test
{

/// The desk of leads without a database: reads lists as the real one, answers what the members hold, and records what it
/// was asked to do.
class FakeLeadDesk : public engine::LeadDesk
{
public:
    QHash<ConversationId, QList<store::SamePersonHint>> hints;
    QSet<QString> known; ///< addresses
    qint64 suppressed = 0; ///< of each list
    bool withholdImport = false; ///< it starts and goes on until stopImport()
    std::optional<Error> importError; ///< how an import ends
    qint64 moved = 0; ///< conversations, by an import

    QList<engine::LeadSheet> imported;
    QList<store::Lead> added; ///< one by one
    Result<store::LeadCounts> addAnswer = store::LeadCounts{1, 0, 0, 0};
    QList<QPair<QString, QString>> rejected;
    int stops = 0;

    void openLeads(const QByteArray &octets, QObject *context, Answer<engine::LeadSheet> answer) override
    {
        later(context, answer, engine::openLeadFile(octets));
    }
    void checkLeads(const engine::LeadSheet &sheet, QObject *context, Answer<Result<engine::LeadList>> answer) override
    {
        engine::LeadList list = engine::readLeads(sheet);
        list.known = std::count_if(list.leads.begin(), list.leads.end(), [this](const store::Lead &lead) { return known.contains(lead.address); });
        list.suppressed = suppressed;
        later(context, answer, Result<engine::LeadList>(list));
    }
    void importLeads(const engine::LeadSheet &sheet, QObject *context, Answer<engine::LeadProgress> progress,
        Answer<Result<engine::LeadProgress>> done) override
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
    void stopImport() override
    {
        ++stops;
        m_state.stopped = true;
        m_state.done = m_state.total / 2;
        later(m_context, m_done, Result<engine::LeadProgress>(m_state));
    }
    void addLead(const store::Lead &lead, QObject *context, Answer<Result<store::LeadCounts>> answer) override
    {
        added.append(lead);
        later(context, answer, addAnswer);
    }
    void finish()
    {
        m_state.done = m_state.total;
        m_state.counts.added = m_state.total;
        m_state.counts.moved = moved;
        later(m_context, m_done, importError ? Result<engine::LeadProgress>(*importError) : Result<engine::LeadProgress>(m_state));
    }
    void fetchSamePerson(ConversationId conversation, QObject *context, Answer<QList<store::SamePersonHint>> answer) override
    {
        later(context, answer, hints.value(conversation));
    }
    void rejectSamePerson(const QString &address, const QString &other, QObject *context, Answer<Result<void>> answer) override
    {
        rejected.append({address, other});
        for (QList<store::SamePersonHint> &list : hints)
            list.removeIf([&](const store::SamePersonHint &hint) { return hint.otherAddress == other || hint.otherAddress == address; });
        later(context, answer, Result<void>());
    }

private:
    template <typename T>
    static void later(QObject *context, const Answer<T> &answer, const T &value)
    {
        QTimer::singleShot(0, context, [answer, value] { answer(value); });
    }

    engine::LeadProgress m_state;
    Answer<Result<engine::LeadProgress>> m_done;
    QObject *m_context = nullptr;
};

} // namespace inlet::test
