// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/LeadFile.h"

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

    void openLeads(const QByteArray &octets, QObject *context, Answer<engine::LeadSheet> answer) override;
    void checkLeads(const engine::LeadSheet &sheet, QObject *context, Answer<Result<engine::LeadList>> answer) override;
    void importLeads(const engine::LeadSheet &sheet, QObject *context, Answer<engine::LeadProgress> progress,
        Answer<Result<engine::LeadProgress>> done) override;
    void stopImport() override;
    void addLead(const store::Lead &lead, QObject *context, Answer<Result<store::LeadCounts>> answer) override;
    void finish();
    void fetchSamePerson(ConversationId conversation, QObject *context, Answer<QList<store::SamePersonHint>> answer) override;
    void rejectSamePerson(const QString &address, const QString &other, QObject *context, Answer<Result<void>> answer) override;

private:
    engine::LeadProgress m_state;
    Answer<Result<engine::LeadProgress>> m_done;
    QObject *m_context = nullptr;
};

} // namespace inlet::test
