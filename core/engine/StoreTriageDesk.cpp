// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/StoreTriageDesk.h"

#include "engine/RuleFile.h"
#include "engine/SlicedWrite.h"
#include "engine/StoreAnswers.h"
#include "engine/SuppressionFile.h"

#include <memory>

namespace inlet::engine
{

namespace
{

constexpr int kHistoryShown = 200;
constexpr int kCompletionsShown = 12;
constexpr qsizetype kEntriesAtOnce = 2'000; ///< of a do-not-contact list in one write

QByteArray deskSlot(const char *name, QObject *context)
{
    return name == nullptr ? QByteArray() : QByteArray(name) + '@' + QByteArray::number(quintptr(context), 16);
}

} // namespace

template <typename T>
void StoreTriageDesk::list(const char *slot, QObject *context, Answer<QList<T>> answer,
    std::function<Result<QList<T>>(store::ReadSession &)> read)
{
    const auto reply = m_relay.answer<QList<T>>(context, std::move(answer));
    m_store.read(deskSlot(slot, context), [reply, read = std::move(read)](store::ReadSession &session) {
        const auto found = read(session);
        if (found || found.error().kind != ErrorKind::Cancelled)
            reply(found.value_or(QList<T>()));
    });
}

template <typename T>
void StoreTriageDesk::readOrError(const char *slot, QObject *context, Answer<Result<T>> answer, std::function<Result<T>(store::ReadSession &)> read)
{
    const auto reply = m_relay.answer<Result<T>>(context, std::move(answer));
    m_store.read(deskSlot(slot, context), [reply, read = std::move(read)](store::ReadSession &session) {
        const auto found = read(session);
        if (found || found.error().kind != ErrorKind::Cancelled)
            reply(found);
    });
}

template <typename T>
void StoreTriageDesk::write(const char *name, QObject *context, Answer<Result<T>> answer,
    std::function<Result<T>(store::WriteTransaction &)> work)
{
    writeAndAnswer<T>(m_store, m_relay, name, context, std::move(answer), std::move(work), m_changed);
}

void StoreTriageDesk::change(const char *name, QObject *context, Answer<Result<void>> answer, store::Store::Write work)
{
    write<void>(name, context, std::move(answer), std::move(work));
}

void StoreTriageDesk::fetchSuppressions(QObject *context, Answer<QList<store::Suppression>> answer)
{
    list<store::Suppression>("suppressions", context, std::move(answer),
        [](store::ReadSession &session) { return session.suppressions(); });
}

void StoreTriageDesk::checkRecipients(const QStringList &addresses, QObject *context,
    Answer<QList<store::Suppression>> answer)
{
    list<store::Suppression>("recipients", context, std::move(answer),
        [addresses](store::ReadSession &session) -> Result<QList<store::Suppression>> {
            QList<store::Suppression> found;
            for (const QString &address : addresses) {
                const auto entry = session.suppressionOf(address);
                if (!entry)
                    return entry.error();
                if (*entry && !found.contains(**entry))
                    found.append(**entry);
            }
            return found;
        });
}

void StoreTriageDesk::suppress(const store::Suppression &entry, QObject *context, Answer<Result<bool>> answer)
{
    write<bool>("suppress", context, std::move(answer),
        [entry](store::WriteTransaction &transaction) { return transaction.suppress(entry); });
}

void StoreTriageDesk::unsuppress(const QString &pattern, QObject *context, Answer<Result<void>> answer)
{
    change("unsuppress", context, std::move(answer), [pattern](store::WriteTransaction &transaction) { return transaction.unsuppress(pattern); });
}

template <typename Import>
void StoreTriageDesk::importList(const char *name, bool dryRun, QObject *context, Answer<Result<Import>> answer, ReadImport<Import> read,
    qsizetype atOnce, std::function<Result<qint64>(store::WriteTransaction &, const Import &, qsizetype, qsizetype)> add)
{
    const auto reply = m_relay.answer<Result<Import>>(context, std::move(answer));
    // Large lists are read on a reader: neither the GUI thread nor the writer has the time.
    m_store.read({}, [this, name, dryRun, reply, read = std::move(read), atOnce, add = std::move(add)](store::ReadSession &session) {
        qsizetype count = 0;
        Result<Import> found = read(session, count);
        if (!found || dryRun)
            return reply(found);
        const auto list = std::make_shared<Import>(*std::move(found));
        writeInSlices(
            m_store, name, count, atOnce,
            [list, add](store::WriteTransaction &transaction, qsizetype first, qsizetype some) { return add(transaction, *list, first, some); },
            [this, list, reply](const Result<qint64> &added) {
                list->added = added.value_or(0);
                reply(added ? Result<Import>(*list) : Result<Import>(added.error()));
                if (m_changed)
                    m_relay.post(m_changed);
            });
    });
}

void StoreTriageDesk::importSuppressions(const QByteArray &text, bool dryRun, QObject *context,
    Answer<Result<SuppressionImport>> answer)
{
    importList<SuppressionImport>("import suppressions", dryRun, context, std::move(answer),
        [text](store::ReadSession &, qsizetype &count) -> Result<SuppressionImport> {
            SuppressionImport result = readSuppressionFile(text);
            count = result.entries.size();
            return result;
        },
        kEntriesAtOnce,
        [](store::WriteTransaction &transaction, const SuppressionImport &list, qsizetype first, qsizetype some) {
            return transaction.suppress(list.entries.mid(first, some));
        });
}

void StoreTriageDesk::exportSuppressions(QObject *context, Answer<Result<QByteArray>> answer)
{
    const auto reply = m_relay.answer<Result<QByteArray>>(context, std::move(answer));
    m_store.read({}, [reply](store::ReadSession &session) {
        const auto entries = session.suppressions();
        reply(entries ? Result<QByteArray>(writeSuppressionFile(*entries)) : Result<QByteArray>(entries.error()));
    });
}

void StoreTriageDesk::fetchRecipientFacts(const store::RecipientQuery &query, QObject *context,
    Answer<store::RecipientFacts> answer)
{
    const auto reply = m_relay.answer<store::RecipientFacts>(context, std::move(answer));
    m_store.read(deskSlot("recipient facts", context), [query, reply](store::ReadSession &session) {
        const auto facts = session.recipientFacts(query);
        if (facts || facts.error().kind != ErrorKind::Cancelled)
            reply(facts.value_or(store::RecipientFacts()));
    });
}

void StoreTriageDesk::fetchHistory(ConversationId conversation, QObject *context,
    Answer<QList<store::DecisionRecord>> answer)
{
    list<store::DecisionRecord>("history", context, std::move(answer),
        [conversation](store::ReadSession &session) { return session.history(conversation, kHistoryShown); });
}

void StoreTriageDesk::fetchDecisions(int limit, QObject *context, Answer<QList<store::DecisionRecord>> answer)
{
    list<store::DecisionRecord>("decisions", context, std::move(answer),
        [limit](store::ReadSession &session) { return session.decisions({}, limit); });
}

void StoreTriageDesk::fetchUndoStack(QObject *context, Answer<QList<store::UndoStep>> answer)
{
    list<store::UndoStep>(nullptr, context, std::move(answer),
        [](store::ReadSession &session) { return session.undoStack(); });
}

void StoreTriageDesk::undoSince(const QDateTime &since, QObject *context, Answer<Result<QList<store::UndoStep>>> answer)
{
    write<QList<store::UndoStep>>("undo since", context, std::move(answer),
        [since](store::WriteTransaction &transaction) { return transaction.undoSince(since); });
}

void StoreTriageDesk::fetchRules(QObject *context, Answer<QList<store::Rule>> answer)
{
    list<store::Rule>(nullptr, context, std::move(answer), [](store::ReadSession &session) { return session.rules(); });
}

void StoreTriageDesk::proposeRules(ConversationId conversation, store::Category category, QObject *context,
    Answer<QList<store::RulePreview>> answer)
{
    list<store::RulePreview>("rules", context, std::move(answer), [conversation, category](store::ReadSession &session) {
        return session.proposeRules(conversation, category);
    });
}

void StoreTriageDesk::previewRule(const store::Rule &rule, QObject *context, Answer<Result<store::RulePreview>> answer)
{
    readOrError<store::RulePreview>("preview", context, std::move(answer), [rule](store::ReadSession &session) { return session.previewRule(rule); });
}

void StoreTriageDesk::addRule(const store::Rule &rule, QObject *context, Answer<Result<RuleId>> answer)
{
    write<RuleId>("add rule", context, std::move(answer),
        [rule](store::WriteTransaction &transaction) { return transaction.addRule(rule); });
}

void StoreTriageDesk::removeRule(RuleId id, QObject *context, Answer<Result<void>> answer)
{
    change("remove rule", context, std::move(answer), [id](store::WriteTransaction &transaction) { return transaction.removeRule(id); });
}

void StoreTriageDesk::importRules(const QByteArray &text, bool dryRun, QObject *context, Answer<Result<RuleImport>> answer)
{
    const auto fresh = std::make_shared<QList<store::Rule>>();
    importList<RuleImport>("import rules", dryRun, context, std::move(answer),
        [text, fresh](store::ReadSession &session, qsizetype &count) -> Result<RuleImport> {
            const auto own = session.ownCategories();
            const auto there = session.rules();
            if (!own || !there)
                return own ? there.error() : own.error();
            RuleImport result = readRuleFile(text, *own);
            *fresh = newRules(result.rules, *there);
            count = fresh->size();
            return result;
        },
        1, // each sorts the mail that is there
        [fresh](store::WriteTransaction &transaction, const RuleImport &, qsizetype first, qsizetype) -> Result<qint64> {
            const auto added = transaction.addRule(fresh->at(first));
            return added ? Result<qint64>(1) : Result<qint64>(added.error());
        });
}

void StoreTriageDesk::exportRules(QObject *context, Answer<QByteArray> answer)
{
    const auto reply = m_relay.answer<QByteArray>(context, std::move(answer));
    m_store.read({}, [reply](store::ReadSession &session) {
        const auto rules = session.rules();
        reply(rules ? writeRuleFile(*rules) : QByteArray());
    });
}

void StoreTriageDesk::fetchKindFacts(const QList<ConversationId> &conversations, StoredMessageId message, QObject *context,
    Answer<Result<QList<store::KindFacts>>> answer)
{
    readOrError<QList<store::KindFacts>>(nullptr, context, std::move(answer),
        [conversations, message](store::ReadSession &session) { return session.kindFacts(conversations, message); });
}

void StoreTriageDesk::fetchLabels(QObject *context, Answer<Result<store::LabelFacts>> answer)
{
    readOrError<store::LabelFacts>("labels", context, std::move(answer), [](store::ReadSession &session) { return session.labels(); });
}

void StoreTriageDesk::fetchBounceCauses(const QDateTime &since, QObject *context,
    Answer<QList<store::BounceCause>> answer)
{
    list<store::BounceCause>("causes", context, std::move(answer),
        [since](store::ReadSession &session) { return session.bounceCauses(since); });
}

void StoreTriageDesk::fetchBouncesOf(triage::BounceType type, const QString &reason, const QDateTime &since, QObject *context,
    Answer<Result<QList<store::BounceFact>>> answer)
{
    readOrError<QList<store::BounceFact>>("cause", context, std::move(answer),
        [type, reason, since](store::ReadSession &session) { return session.bouncesOf(type, reason, since); });
}

void StoreTriageDesk::fetchSendingHealth(QObject *context, Answer<QList<store::SendingHealth>> answer)
{
    list<store::SendingHealth>("health", context, std::move(answer),
        [](store::ReadSession &session) { return session.sendingHealthNow(); });
}

void StoreTriageDesk::fetchSendingLimits(QObject *context, Answer<store::SendingLimits> answer)
{
    const auto reply = m_relay.answer<store::SendingLimits>(context, std::move(answer));
    m_store.read(deskSlot("limits", context), [reply](store::ReadSession &session) {
        if (const auto limits = session.sendingLimits())
            reply(*limits);
    });
}

void StoreTriageDesk::setSendingLimits(const store::SendingLimits &limits, QObject *context, Answer<Result<void>> answer)
{
    change("sending limits", context, std::move(answer), [limits](store::WriteTransaction &transaction) { return transaction.setSendingLimits(limits); });
}

void StoreTriageDesk::fetchBounces(const QString &recipient, QObject *context, Answer<QList<store::BounceFact>> answer)
{
    list<store::BounceFact>(nullptr, context, std::move(answer),
        [recipient](store::ReadSession &session) { return session.bounces(recipient); });
}

void StoreTriageDesk::completeSearch(const QString &typed, QObject *context,
    Answer<QList<store::SearchCompletion>> answer)
{
    list<store::SearchCompletion>("completion", context, std::move(answer),
        [typed](store::ReadSession &session) { return session.completeSearch(typed, kCompletionsShown); });
}

} // namespace inlet::engine
