// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/StoreTriageDesk.h"

#include "engine/RuleFile.h"
#include "engine/StoreAnswers.h"
#include "engine/SuppressionFile.h"

namespace inlet::engine
{

namespace
{

constexpr int kHistoryShown = 200;
constexpr int kCompletionsShown = 12;

QByteArray deskSlot(const char *name, QObject *context)
{
    return name == nullptr ? QByteArray() : QByteArray(name) + '@' + QByteArray::number(quintptr(context), 16);
}

Result<qint64> addAll(store::WriteTransaction &transaction, const QList<store::Suppression> &entries)
{
    qint64 added = 0;
    for (const store::Suppression &entry : entries) {
        const auto done = transaction.suppress(entry);
        if (!done)
            return done.error();
        added += *done ? 1 : 0;
    }
    return added;
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
void StoreTriageDesk::listOrError(const char *slot, QObject *context, Answer<Result<QList<T>>> answer,
    std::function<Result<QList<T>>(store::ReadSession &)> read)
{
    const auto reply = m_relay.answer<Result<QList<T>>>(context, std::move(answer));
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

void StoreTriageDesk::importSuppressions(const QByteArray &text, bool dryRun, QObject *context,
    Answer<Result<SuppressionImport>> answer)
{
    // Large lists are read on the writer: it must not be the GUI thread.
    write<SuppressionImport>("import suppressions", context, std::move(answer),
        [text, dryRun](store::WriteTransaction &transaction) -> Result<SuppressionImport> {
            SuppressionImport result = readSuppressionFile(text);
            if (dryRun)
                return result;
            const auto added = addAll(transaction, result.entries);
            if (!added)
                return added.error();
            result.added = *added;
            return result;
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
    const auto reply = m_relay.answer<Result<store::RulePreview>>(context, std::move(answer));
    m_store.read(deskSlot("preview", context), [rule, reply](store::ReadSession &session) {
        const auto preview = session.previewRule(rule);
        if (preview || preview.error().kind != ErrorKind::Cancelled)
            reply(preview);
    });
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
    write<RuleImport>("import rules", context, std::move(answer), [text, dryRun](store::WriteTransaction &transaction) -> Result<RuleImport> {
        const auto own = transaction.ownCategories();
        if (!own)
            return own.error();
        RuleImport result = readRuleFile(text, *own);
        if (dryRun)
            return result;
        const auto added = addRules(transaction, result.rules);
        if (!added)
            return added.error();
        result.added = *added;
        return result;
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
    listOrError<store::KindFacts>(nullptr, context, std::move(answer),
        [conversations, message](store::ReadSession &session) { return session.kindFacts(conversations, message); });
}

void StoreTriageDesk::fetchLabels(QObject *context, Answer<Result<store::LabelFacts>> answer)
{
    const auto reply = m_relay.answer<Result<store::LabelFacts>>(context, std::move(answer));
    m_store.read(deskSlot("labels", context), [reply](store::ReadSession &session) {
        const auto facts = session.labels();
        if (facts || facts.error().kind != ErrorKind::Cancelled)
            reply(facts);
    });
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
    listOrError<store::BounceFact>("cause", context, std::move(answer),
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
