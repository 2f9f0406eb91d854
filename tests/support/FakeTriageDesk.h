// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/TriageDesk.h"

#include <QTimer>

#include <optional>

namespace inlet::test
{

/// The desk without a database: answers what the members hold, through the event loop, and records
/// what it was asked to do.
class FakeTriageDesk : public engine::TriageDesk
{
public:
    QList<store::Suppression> suppressions;
    QHash<ConversationId, QList<store::DecisionRecord>> histories;
    QList<store::DecisionRecord> decisions; ///< of all conversations, newest first
    QHash<ConversationId, store::RecipientFacts> factsOfConversations; ///< go before those of addresses
    QHash<QString, store::RecipientFacts> factsOfAddresses; ///< by the first one, lower-case
    QList<store::RecipientQuery> factsAsked;
    QList<store::UndoStep> undoSteps;
    std::optional<Error> undoError; ///< what undoSince() answers
    QList<store::Rule> rules;
    QList<store::RulePreview> previews; ///< what proposeRules() and previewRule() answer
    QList<store::BounceCause> causes;
    QList<store::BounceFact> facts; ///< of all causes
    std::optional<Error> readError; ///< what lists that may fail answer
    QList<store::SendingHealth> health;
    store::SendingLimits limits;
    QHash<QString, QList<store::BounceFact>> bounces;
    QHash<QString, QList<store::SearchCompletion>> completions; ///< by what is typed
    QHash<ConversationId, store::KindFacts> kinds;
    store::LabelFacts labels;
    engine::SuppressionImport imported; ///< what an import finds
    engine::RuleImport importedRules; ///< the same of rules

    QStringList unsuppressed;
    QList<QByteArray> importedTexts;
    QList<QByteArray> importedRuleTexts;
    QList<QDateTime> undoneSince;
    QList<RuleId> removedRules;

    void fetchSuppressions(QObject *context, Answer<QList<store::Suppression>> answer) override
    {
        later(context, answer, suppressions);
    }
    void checkRecipients(const QStringList &addresses, QObject *context, Answer<QList<store::Suppression>> answer) override
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
    void suppress(const store::Suppression &entry, QObject *context, Answer<Result<bool>> answer) override
    {
        suppressions.append(entry);
        later(context, answer, Result<bool>(true));
    }
    void unsuppress(const QString &pattern, QObject *context, Answer<Result<void>> answer) override
    {
        unsuppressed.append(pattern);
        suppressions.removeIf([&](const store::Suppression &entry) { return entry.pattern == pattern; });
        later(context, answer, Result<void>());
    }
    void importSuppressions(const QByteArray &text, bool dryRun, QObject *context,
        Answer<Result<engine::SuppressionImport>> answer) override
    {
        if (!dryRun)
            importedTexts.append(text);
        later(context, answer, Result<engine::SuppressionImport>(imported));
    }
    void exportSuppressions(QObject *context, Answer<Result<QByteArray>> answer) override
    {
        QByteArray text = "address\r\n";
        for (const store::Suppression &entry : std::as_const(suppressions))
            text += entry.pattern.toUtf8() + "\r\n";
        later(context, answer, Result<QByteArray>(text));
    }
    void fetchHistory(ConversationId conversation, QObject *context, Answer<QList<store::DecisionRecord>> answer) override
    {
        later(context, answer, histories.value(conversation));
    }
    void fetchDecisions(int limit, QObject *context, Answer<QList<store::DecisionRecord>> answer) override
    {
        later(context, answer, decisions.mid(0, limit));
    }
    void fetchRecipientFacts(const store::RecipientQuery &query, QObject *context, Answer<store::RecipientFacts> answer) override
    {
        factsAsked.append(query);
        const auto found = factsOfConversations.constFind(query.conversation);
        later(context, answer,
            found != factsOfConversations.constEnd() ? *found : factsOfAddresses.value(query.addresses.value(0).toLower()));
    }
    void fetchUndoStack(QObject *context, Answer<QList<store::UndoStep>> answer) override { later(context, answer, undoSteps); }
    void undoSince(const QDateTime &since, QObject *context, Answer<Result<QList<store::UndoStep>>> answer) override
    {
        undoneSince.append(since);
        later(context, answer, undoError ? Result<QList<store::UndoStep>>(*undoError) : Result<QList<store::UndoStep>>(undoSteps));
    }
    void fetchRules(QObject *context, Answer<QList<store::Rule>> answer) override { later(context, answer, rules); }
    void proposeRules(ConversationId, store::Category, QObject *context, Answer<QList<store::RulePreview>> answer) override
    {
        later(context, answer, previews);
    }
    void previewRule(const store::Rule &rule, QObject *context, Answer<Result<store::RulePreview>> answer) override
    {
        store::RulePreview preview = previews.value(0);
        preview.rule = rule;
        later(context, answer, Result<store::RulePreview>(preview));
    }
    void addRule(const store::Rule &rule, QObject *context, Answer<Result<RuleId>> answer) override
    {
        rules.prepend(rule);
        rules.first().id = RuleId(rules.size());
        later(context, answer, Result<RuleId>(rules.first().id));
    }
    void removeRule(RuleId id, QObject *context, Answer<Result<void>> answer) override
    {
        removedRules.append(id);
        rules.removeIf([&](const store::Rule &rule) { return rule.id == id; });
        later(context, answer, Result<void>());
    }
    void importRules(const QByteArray &text, bool dryRun, QObject *context, Answer<Result<engine::RuleImport>> answer) override
    {
        if (!dryRun) {
            importedRuleTexts.append(text);
            rules = importedRules.rules + rules;
        }
        later(context, answer, Result<engine::RuleImport>(importedRules));
    }
    void exportRules(QObject *context, Answer<QByteArray> answer) override
    {
        QByteArray text = "field,pattern,category\r\n";
        for (const store::Rule &rule : std::as_const(rules))
            text += rule.pattern.toUtf8() + "\r\n";
        later(context, answer, text);
    }
    void fetchKindFacts(const QList<ConversationId> &conversations, StoredMessageId, QObject *context,
        Answer<Result<QList<store::KindFacts>>> answer) override
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
    void fetchLabels(QObject *context, Answer<Result<store::LabelFacts>> answer) override
    {
        later(context, answer, Result<store::LabelFacts>(labels));
    }
    void fetchBounceCauses(const QDateTime &, QObject *context, Answer<QList<store::BounceCause>> answer) override
    {
        later(context, answer, causes);
    }
    void fetchBouncesOf(triage::BounceType type, const QString &reason, const QDateTime &, QObject *context,
        Answer<Result<QList<store::BounceFact>>> answer) override
    {
        if (readError)
            return later(context, answer, Result<QList<store::BounceFact>>(*readError));
        QList<store::BounceFact> found = facts;
        found.removeIf([&](const store::BounceFact &fact) { return fact.type != type || fact.reason != reason; });
        later(context, answer, Result<QList<store::BounceFact>>(found));
    }
    void fetchSendingHealth(QObject *context, Answer<QList<store::SendingHealth>> answer) override
    {
        later(context, answer, health);
    }
    void fetchSendingLimits(QObject *context, Answer<store::SendingLimits> answer) override { later(context, answer, limits); }
    void setSendingLimits(const store::SendingLimits &wanted, QObject *context, Answer<Result<void>> answer) override
    {
        limits = wanted;
        later(context, answer, Result<void>());
    }
    void fetchBounces(const QString &recipient, QObject *context, Answer<QList<store::BounceFact>> answer) override
    {
        later(context, answer, bounces.value(recipient));
    }
    void completeSearch(const QString &typed, QObject *context, Answer<QList<store::SearchCompletion>> answer) override
    {
        later(context, answer, completions.value(typed));
    }

private:
    template <typename T>
    static void later(QObject *context, const Answer<T> &answer, const T &value)
    {
        QTimer::singleShot(0, context, [answer, value] { answer(value); });
    }
};

} // namespace inlet::test
