// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/TriageDesk.h"

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

    void fetchSuppressions(QObject *context, Answer<QList<store::Suppression>> answer) override;
    void checkRecipients(const QStringList &addresses, QObject *context, Answer<QList<store::Suppression>> answer) override;
    void suppress(const store::Suppression &entry, QObject *context, Answer<Result<bool>> answer) override;
    void unsuppress(const QString &pattern, QObject *context, Answer<Result<void>> answer) override;
    void importSuppressions(const QByteArray &text, bool dryRun, QObject *context,
        Answer<Result<engine::SuppressionImport>> answer) override;
    void exportSuppressions(QObject *context, Answer<Result<QByteArray>> answer) override;
    void fetchHistory(ConversationId conversation, QObject *context, Answer<QList<store::DecisionRecord>> answer) override;
    void fetchDecisions(int limit, QObject *context, Answer<QList<store::DecisionRecord>> answer) override;
    void fetchRecipientFacts(const store::RecipientQuery &query, QObject *context, Answer<store::RecipientFacts> answer) override;
    void fetchUndoStack(QObject *context, Answer<QList<store::UndoStep>> answer) override;
    void undoSince(const QDateTime &since, QObject *context, Answer<Result<QList<store::UndoStep>>> answer) override;
    void fetchRules(QObject *context, Answer<QList<store::Rule>> answer) override;
    void proposeRules(ConversationId, store::Category, QObject *context, Answer<QList<store::RulePreview>> answer) override;
    void previewRule(const store::Rule &rule, QObject *context, Answer<Result<store::RulePreview>> answer) override;
    void addRule(const store::Rule &rule, QObject *context, Answer<Result<RuleId>> answer) override;
    void removeRule(RuleId id, QObject *context, Answer<Result<void>> answer) override;
    void importRules(const QByteArray &text, bool dryRun, QObject *context, Answer<Result<engine::RuleImport>> answer) override;
    void exportRules(QObject *context, Answer<QByteArray> answer) override;
    void fetchKindFacts(const QList<ConversationId> &conversations, StoredMessageId, QObject *context,
        Answer<Result<QList<store::KindFacts>>> answer) override;
    void fetchLabels(QObject *context, Answer<Result<store::LabelFacts>> answer) override;
    void fetchBounceCauses(const QDateTime &, QObject *context, Answer<QList<store::BounceCause>> answer) override;
    void fetchBouncesOf(triage::BounceType type, const QString &reason, const QDateTime &, QObject *context,
        Answer<Result<QList<store::BounceFact>>> answer) override;
    void fetchSendingHealth(QObject *context, Answer<QList<store::SendingHealth>> answer) override;
    void fetchSendingLimits(QObject *context, Answer<store::SendingLimits> answer) override;
    void setSendingLimits(const store::SendingLimits &wanted, QObject *context, Answer<Result<void>> answer) override;
    void fetchBounces(const QString &recipient, QObject *context, Answer<QList<store::BounceFact>> answer) override;
    void completeSearch(const QString &typed, QObject *context, Answer<QList<store::SearchCompletion>> answer) override;
};

} // namespace inlet::test
