// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/StoreLeadDesk.h"

#include "engine/LeadFile.h"

#include <QCoreApplication>

#include <algorithm>

namespace inlet::engine
{

namespace
{

/// Leads in one write: 20 ms, which a key press can wait for.
constexpr qsizetype kLeadsAtOnce = 200;

Error unreadableStore()
{
    return Error{ErrorKind::Storage, QCoreApplication::translate("Engine", "The local database cannot be read."), {}, "database"};
}

/// What of `lead` is not known yet.
store::Lead newIn(const store::Lead &lead, const store::Lead &known)
{
    store::Lead rest = lead;
    if (!known.firstName.isEmpty() || !known.lastName.isEmpty())
        rest.firstName = rest.lastName = QString();
    for (QString store::Lead::*value : {&store::Lead::company, &store::Lead::title, &store::Lead::phone, &store::Lead::web, &store::Lead::city,
             &store::Lead::timeZone, &store::Lead::campaign}) {
        if (!(known.*value).isEmpty())
            (rest.*value).clear();
    }
    rest.fields.removeIf([&](const store::LeadField &field) {
        return std::any_of(known.fields.cbegin(), known.fields.cend(),
            [&](const store::LeadField &one) { return one.name.compare(field.name, Qt::CaseInsensitive) == 0; });
    });
    return rest;
}

} // namespace

/// An import on its way. The pieces follow each other, so only one thread at a time has it.
struct StoreLeadDesk::Import {
    std::atomic<bool> stop = false;
    std::atomic<bool> isSilent = false; ///< nobody is there to be told
    QList<store::Lead> leads;
    LeadProgress state;
    store::LeadCounts piece;
    std::function<void(LeadProgress)> progress;
    std::function<void(Result<LeadProgress>)> done;
};

StoreLeadDesk::~StoreLeadDesk()
{
    if (m_import) {
        m_import->isSilent = true;
        m_import->stop = true;
    }
}

void StoreLeadDesk::openLeads(const QByteArray &octets, QObject *context, Answer<LeadSheet> answer)
{
    const auto reply = m_relay.answer<LeadSheet>(context, std::move(answer));
    m_worker.run([octets, reply](const std::stop_token &) { reply(openLeadFile(octets)); });
}

void StoreLeadDesk::checkLeads(const LeadSheet &sheet, QObject *context, Answer<Result<LeadList>> answer)
{
    const auto reply = m_relay.answer<Result<LeadList>>(context, std::move(answer));
    const int number = ++*m_newestCheck;
    m_worker.run([this, sheet, reply, number, newest = m_newestCheck](const std::stop_token &) {
        if (number != *newest)
            return;
        LeadList list = readLeads(sheet);
        Result<void> compared = unreadableStore();
        m_store.readHere([&](store::ReadSession &session) { compared = compareLeads(session, list); });
        if (number == *newest)
            reply(compared ? Result<LeadList>(std::move(list)) : Result<LeadList>(compared.error()));
    });
}

void StoreLeadDesk::importLeads(const LeadSheet &sheet, QObject *context, Answer<LeadProgress> progress,
    Answer<Result<LeadProgress>> done)
{
    stopImport();
    const auto import = std::make_shared<Import>();
    import->progress = m_relay.answer<LeadProgress>(context, std::move(progress));
    import->done = m_relay.answer<Result<LeadProgress>>(context, std::move(done));
    m_import = import;
    m_worker.run([&store = m_store, sheet, import](const std::stop_token &) {
        import->leads = readLeads(sheet).leads;
        import->state.total = import->leads.size();
        storeNext(store, import);
    });
}

void StoreLeadDesk::storeNext(store::Store &store, const std::shared_ptr<Import> &import)
{
    if (import->isSilent)
        return;
    LeadProgress &state = import->state;
    state.stopped = import->stop && state.done < state.total;
    if (state.stopped || state.done >= state.total) {
        import->done(state);
        return;
    }
    store.write(
        "import leads",
        [import](store::WriteTransaction &transaction) -> Result<void> {
            const auto counts = transaction.importLeads(import->leads.mid(import->state.done, kLeadsAtOnce));
            if (!counts)
                return counts.error();
            import->piece = *counts;
            return {};
        },
        [&store, import](const Result<void> &stored) {
            if (!stored) {
                if (!import->isSilent)
                    import->done(stored.error());
                return;
            }
            LeadProgress &now = import->state;
            now.done = std::min<qint64>(now.done + kLeadsAtOnce, now.total);
            now.counts.added += import->piece.added;
            now.counts.updated += import->piece.updated;
            now.counts.unchanged += import->piece.unchanged;
            now.counts.moved += import->piece.moved;
            if (!import->isSilent)
                import->progress(now);
            storeNext(store, import);
        },
        store::Urgency::Bulk);
}

void StoreLeadDesk::stopImport()
{
    if (m_import)
        m_import->stop = true;
}

void StoreLeadDesk::addLead(const store::Lead &lead, QObject *context, Answer<Result<store::LeadCounts>> answer)
{
    const auto reply = m_relay.answer<Result<store::LeadCounts>>(context, std::move(answer));
    const auto counts = std::make_shared<store::LeadCounts>(); // the writer's until it has answered
    m_store.write(
        "add lead",
        [lead, counts](store::WriteTransaction &transaction) -> Result<void> {
            const auto known = transaction.listedLead(lead.address);
            if (!known)
                return known.error();
            const auto stored = transaction.importLeads({newIn(lead, *known)});
            if (!stored)
                return stored.error();
            *counts = *stored;
            return {};
        },
        [reply, counts](const Result<void> &written) {
            reply(written ? Result<store::LeadCounts>(*counts) : Result<store::LeadCounts>(written.error()));
        },
        store::Urgency::Normal);
}

void StoreLeadDesk::fetchSamePerson(ConversationId conversation, QObject *context, Answer<QList<store::SamePersonHint>> answer)
{
    const auto reply = m_relay.answer<QList<store::SamePersonHint>>(context, std::move(answer));
    m_store.read("same person@" + QByteArray::number(quintptr(context), 16), [conversation, reply](store::ReadSession &session) {
        const auto hints = session.samePerson(conversation);
        if (hints || hints.error().kind != ErrorKind::Cancelled)
            reply(hints.value_or(QList<store::SamePersonHint>()));
    });
}

void StoreLeadDesk::rejectSamePerson(const QString &address, const QString &other, QObject *context, Answer<Result<void>> answer)
{
    m_store.write(
        "reject same person",
        [address, other](store::WriteTransaction &transaction) { return transaction.rejectSamePerson(address, other); },
        m_relay.answer<Result<void>>(context, std::move(answer)));
}

} // namespace inlet::engine
