// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FakeTriageDesk.h"

#include "support/Later.h"

#include <utility>

namespace inlet::test
{

void FakeTriageDesk::fetchSuppressions(QObject *context, Answer<QList<store::Suppression>> answer)
{
    later(context, answer, suppressions);
}

void FakeTriageDesk::checkRecipients(const QStringList &addresses, QObject *context, Answer<QList<store::Suppression>> answer)
{
    QList<store::Suppression> found;
    for (const store::Suppression &entry : std::as_const(suppressions)) {
        for (const QString &address : addresses) {
            const QString lower = address.toLower();
            if ((lower == entry.pattern || lower.endsWith(QLatin1Char('@') + entry.pattern)) && !found.contains(entry))
                found.append(entry);
        }
    }
    later(context, answer, found);
}

void FakeTriageDesk::suppress(const store::Suppression &entry, QObject *context, Answer<Result<bool>> answer)
{
    suppressions.append(entry);
    later(context, answer, Result<bool>(true));
}

void FakeTriageDesk::unsuppress(const QString &pattern, QObject *context, Answer<Result<void>> answer)
{
    unsuppressed.append(pattern);
    suppressions.removeIf([&](const store::Suppression &entry) { return entry.pattern == pattern; });
    later(context, answer, Result<void>());
}

void FakeTriageDesk::importSuppressions(const QByteArray &text, bool dryRun, QObject *context,
    Answer<Result<engine::SuppressionImport>> answer)
{
    if (!dryRun)
        importedTexts.append(text);
    later(context, answer, Result<engine::SuppressionImport>(imported));
}

void FakeTriageDesk::exportSuppressions(QObject *context, Answer<Result<QByteArray>> answer)
{
    QByteArray text = "address\r\n";
    for (const store::Suppression &entry : std::as_const(suppressions))
        text += entry.pattern.toUtf8() + "\r\n";
    later(context, answer, Result<QByteArray>(text));
}

void FakeTriageDesk::fetchHistory(ConversationId conversation, QObject *context, Answer<QList<store::DecisionRecord>> answer)
{
    later(context, answer, histories.value(conversation));
}

void FakeTriageDesk::fetchDecisions(int limit, QObject *context, Answer<QList<store::DecisionRecord>> answer)
{
    later(context, answer, decisions.mid(0, limit));
}

void FakeTriageDesk::fetchRecipientFacts(const store::RecipientQuery &query, QObject *context, Answer<store::RecipientFacts> answer)
{
    factsAsked.append(query);
    const auto found = factsOfConversations.constFind(query.conversation);
    later(context, answer,
        found != factsOfConversations.constEnd() ? *found : factsOfAddresses.value(query.addresses.value(0).toLower()));
}

void FakeTriageDesk::fetchUndoStack(QObject *context, Answer<QList<store::UndoStep>> answer)
{
    later(context, answer, undoSteps);
}

void FakeTriageDesk::undoSince(const QDateTime &since, QObject *context, Answer<Result<QList<store::UndoStep>>> answer)
{
    undoneSince.append(since);
    later(context, answer, undoError ? Result<QList<store::UndoStep>>(*undoError) : Result<QList<store::UndoStep>>(undoSteps));
}

void FakeTriageDesk::fetchRules(QObject *context, Answer<QList<store::Rule>> answer)
{
    later(context, answer, rules);
}

void FakeTriageDesk::proposeRules(ConversationId, store::Category, QObject *context, Answer<QList<store::RulePreview>> answer)
{
    later(context, answer, previews);
}

void FakeTriageDesk::previewRule(const store::Rule &rule, QObject *context, Answer<Result<store::RulePreview>> answer)
{
    store::RulePreview preview = previews.value(0);
    preview.rule = rule;
    later(context, answer, Result<store::RulePreview>(preview));
}

void FakeTriageDesk::addRule(const store::Rule &rule, QObject *context, Answer<Result<RuleId>> answer)
{
    rules.prepend(rule);
    rules.first().id = RuleId(rules.size());
    later(context, answer, Result<RuleId>(rules.first().id));
}

void FakeTriageDesk::removeRule(RuleId id, QObject *context, Answer<Result<void>> answer)
{
    removedRules.append(id);
    rules.removeIf([&](const store::Rule &rule) { return rule.id == id; });
    later(context, answer, Result<void>());
}

void FakeTriageDesk::importRules(const QByteArray &text, bool dryRun, QObject *context, Answer<Result<engine::RuleImport>> answer)
{
    if (!dryRun) {
        importedRuleTexts.append(text);
        rules = importedRules.rules + rules;
    }
    later(context, answer, Result<engine::RuleImport>(importedRules));
}

void FakeTriageDesk::exportRules(QObject *context, Answer<QByteArray> answer)
{
    QByteArray text = "field,pattern,category\r\n";
    for (const store::Rule &rule : std::as_const(rules))
        text += rule.pattern.toUtf8() + "\r\n";
    later(context, answer, text);
}

void FakeTriageDesk::fetchKindFacts(const QList<ConversationId> &conversations, StoredMessageId, QObject *context,
    Answer<Result<QList<store::KindFacts>>> answer)
{
    if (readError)
        return later(context, answer, Result<QList<store::KindFacts>>(*readError));
    QList<store::KindFacts> found;
    for (const ConversationId id : conversations) {
        if (kinds.contains(id))
            found.append(kinds.value(id));
    }
    later(context, answer, Result<QList<store::KindFacts>>(found));
}

void FakeTriageDesk::fetchLabels(QObject *context, Answer<Result<store::LabelFacts>> answer)
{
    later(context, answer, Result<store::LabelFacts>(labels));
}

void FakeTriageDesk::fetchBounceCauses(const QDateTime &, QObject *context, Answer<QList<store::BounceCause>> answer)
{
    later(context, answer, causes);
}

void FakeTriageDesk::fetchBouncesOf(triage::BounceType type, const QString &reason, const QDateTime &, QObject *context,
    Answer<Result<QList<store::BounceFact>>> answer)
{
    if (readError)
        return later(context, answer, Result<QList<store::BounceFact>>(*readError));
    QList<store::BounceFact> found = facts;
    found.removeIf([&](const store::BounceFact &fact) { return fact.type != type || fact.reason != reason; });
    later(context, answer, Result<QList<store::BounceFact>>(found));
}

void FakeTriageDesk::fetchSendingHealth(QObject *context, Answer<QList<store::SendingHealth>> answer)
{
    later(context, answer, health);
}

void FakeTriageDesk::fetchSendingLimits(QObject *context, Answer<store::SendingLimits> answer)
{
    later(context, answer, limits);
}

void FakeTriageDesk::setSendingLimits(const store::SendingLimits &wanted, QObject *context, Answer<Result<void>> answer)
{
    limits = wanted;
    later(context, answer, Result<void>());
}

void FakeTriageDesk::fetchBounces(const QString &recipient, QObject *context, Answer<QList<store::BounceFact>> answer)
{
    later(context, answer, bounces.value(recipient));
}

void FakeTriageDesk::completeSearch(const QString &typed, QObject *context, Answer<QList<store::SearchCompletion>> answer)
{
    later(context, answer, completions.value(typed));
}

} // namespace inlet::test
