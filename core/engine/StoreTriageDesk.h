// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/GuiRelay.h"
#include "engine/TriageDesk.h"
#include "store/Store.h"

namespace inlet::engine
{

/// The desk over the store. Thread: GUI.
class StoreTriageDesk final : public TriageDesk
{
public:
    /// `changed` is called on the GUI thread after something was queued for the servers.
    StoreTriageDesk(store::Store &store, GuiRelay &relay, std::function<void()> changed)
        : m_store(store), m_relay(relay), m_changed(std::move(changed))
    {
    }

    void fetchSuppressions(QObject *context, Answer<QList<store::Suppression>> answer) override;
    void checkRecipients(const QStringList &addresses, QObject *context,
        Answer<QList<store::Suppression>> answer) override;
    void suppress(const store::Suppression &entry, QObject *context, Answer<Result<bool>> answer) override;
    void unsuppress(const QString &pattern, QObject *context, Answer<Result<void>> answer) override;
    void importSuppressions(const QByteArray &text, bool dryRun, QObject *context,
        Answer<Result<SuppressionImport>> answer) override;
    void exportSuppressions(QObject *context, Answer<Result<QByteArray>> answer) override;
    void fetchRecipientFacts(const store::RecipientQuery &query, QObject *context,
        Answer<store::RecipientFacts> answer) override;
    void fetchHistory(ConversationId conversation, QObject *context,
        Answer<QList<store::DecisionRecord>> answer) override;
    void fetchDecisions(int limit, QObject *context, Answer<QList<store::DecisionRecord>> answer) override;
    void fetchUndoStack(QObject *context, Answer<QList<store::UndoStep>> answer) override;
    void undoSince(const QDateTime &since, QObject *context, Answer<Result<QList<store::UndoStep>>> answer) override;
    void fetchRules(QObject *context, Answer<QList<store::Rule>> answer) override;
    void proposeRules(ConversationId conversation, store::Category category, QObject *context,
        Answer<QList<store::RulePreview>> answer) override;
    void previewRule(const store::Rule &rule, QObject *context, Answer<Result<store::RulePreview>> answer) override;
    void addRule(const store::Rule &rule, QObject *context, Answer<Result<RuleId>> answer) override;
    void removeRule(RuleId id, QObject *context, Answer<Result<void>> answer) override;
    void importRules(const QByteArray &text, bool dryRun, QObject *context, Answer<Result<RuleImport>> answer) override;
    void exportRules(QObject *context, Answer<QByteArray> answer) override;
    void fetchKindFacts(const QList<ConversationId> &conversations, StoredMessageId message, QObject *context,
        Answer<Result<QList<store::KindFacts>>> answer) override;
    void fetchLabels(QObject *context, Answer<Result<store::LabelFacts>> answer) override;
    void fetchBounceCauses(const QDateTime &since, QObject *context, Answer<QList<store::BounceCause>> answer) override;
    void fetchBouncesOf(triage::BounceType type, const QString &reason, const QDateTime &since, QObject *context,
        Answer<Result<QList<store::BounceFact>>> answer) override;
    void fetchSendingHealth(QObject *context, Answer<QList<store::SendingHealth>> answer) override;
    void fetchSendingLimits(QObject *context, Answer<store::SendingLimits> answer) override;
    void setSendingLimits(const store::SendingLimits &limits, QObject *context, Answer<Result<void>> answer) override;
    void fetchBounces(const QString &recipient, QObject *context, Answer<QList<store::BounceFact>> answer) override;
    void completeSearch(const QString &typed, QObject *context, Answer<QList<store::SearchCompletion>> answer) override;

private:
    /// Reads a list; none where the store cannot be read. Nothing is answered to what was superseded.
    template <typename T>
    void list(const char *slot, QObject *context, Answer<QList<T>> answer,
        std::function<Result<QList<T>>(store::ReadSession &)> read);
    /// The same of anything, and it says why it cannot be read.
    template <typename T>
    void readOrError(const char *slot, QObject *context, Answer<Result<T>> answer, std::function<Result<T>(store::ReadSession &)> read);
    /// Reads a file, and how many things of it are to be stored; stores them `atOnce` a write.
    template <typename Import>
    using ReadImport = std::function<Result<Import>(store::ReadSession &, qsizetype &count)>;
    template <typename Import>
    void importList(const char *name, bool dryRun, QObject *context, Answer<Result<Import>> answer, ReadImport<Import> read, qsizetype atOnce,
        std::function<Result<qint64>(store::WriteTransaction &, const Import &, qsizetype first, qsizetype count)> add);
    /// Writes and answers what `work` made.
    void change(const char *name, QObject *context, Answer<Result<void>> answer, store::Store::Write work);
    template <typename T>
    void write(const char *name, QObject *context, Answer<Result<T>> answer,
        std::function<Result<T>(store::WriteTransaction &)> work);

    store::Store &m_store;
    GuiRelay &m_relay;
    std::function<void()> m_changed;
};

} // namespace inlet::engine
