// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/EngineWorker.h"
#include "engine/GuiRelay.h"
#include "engine/LeadDesk.h"
#include "store/Store.h"

#include <atomic>
#include <memory>

namespace inlet::engine
{

/// The desk of leads over the store: lists are read on a thread of its own and stored in pieces, so that neither the
/// window nor the writer waits. Thread: GUI.
class StoreLeadDesk final : public LeadDesk
{
public:
    StoreLeadDesk(store::Store &store, GuiRelay &relay) : m_store(store), m_relay(relay) {}
    ~StoreLeadDesk() override;

    void openLeads(const QByteArray &octets, QObject *context, Answer<LeadSheet> answer) override;
    void checkLeads(const LeadSheet &sheet, QObject *context, Answer<Result<LeadList>> answer) override;
    void importLeads(const LeadSheet &sheet, QObject *context, Answer<LeadProgress> progress,
        Answer<Result<LeadProgress>> done) override;
    void stopImport() override;
    void addLead(const store::Lead &lead, QObject *context, Answer<Result<store::LeadCounts>> answer) override;
    void fetchSamePerson(ConversationId conversation, QObject *context, Answer<QList<store::SamePersonHint>> answer) override;
    void rejectSamePerson(const QString &address, const QString &other, QObject *context, Answer<Result<void>> answer) override;

private:
    struct Import;
    static void storeNext(store::Store &store, const std::shared_ptr<Import> &import);

    store::Store &m_store;
    GuiRelay &m_relay;
    std::shared_ptr<Import> m_import; ///< the last one
    std::shared_ptr<std::atomic<int>> m_newestCheck = std::make_shared<std::atomic<int>>(0);
    EngineWorker m_worker; // last: it ends first
};

} // namespace inlet::engine
