// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "store/values/Bounces.h"
#include "store/values/Completion.h"
#include "store/values/History.h"
#include "store/values/Kinds.h"
#include "store/values/Label.h"
#include "store/values/Recipients.h"
#include "store/values/Rule.h"
#include "store/values/Suppression.h"
#include "store/values/Triage.h"

#include <QObject>
#include <QStringList>

#include <functional>

namespace inlet::engine
{

/// What an import of the do-not-contact list found, line by line.
struct SuppressionImport {
    struct Problem {
        int line = 0; ///< from 1
        QString text; ///< words for the user

        bool operator==(const Problem &) const = default;
    };
    qint64 read = 0; ///< entries that can be used
    qint64 added = 0; ///< of them, new ones; 0 in a dry run
    QList<store::Suppression> entries; ///< what would be or was stored
    QList<Problem> problems; ///< lines that were left out

    bool operator==(const SuppressionImport &) const = default;
};

/// What an import of rules found, line by line.
struct RuleImport {
    qint64 read = 0; ///< rules that can be used
    qint64 added = 0; ///< of them, new ones; 0 in a dry run
    QList<store::Rule> rules; ///< what would be or was stored, in the order in which they are asked
    QList<SuppressionImport::Problem> problems; ///< lines that were left out

    bool operator==(const RuleImport &) const = default;
};

/// The part of the façade that looks after decisions: who must not be written to, who decided what,
/// rules, bounces, and the search box. Belongs to Engine (Engine::desk()).
/// Thread: the GUI thread. Every function returns at once; answers come later on the same thread,
/// never from inside the call, and not at all once `context` is gone. What changes here is announced
/// by Engine::changed() (ChangeSet::suppressions, ::rules, ::conversations).
class TriageDesk
{
public:
    template <typename T>
    using Answer = std::function<void(const T &)>;

    virtual ~TriageDesk() = default;

    // The do-not-contact list. It is asked again in every mailbox when a message is queued and at the
    // moment of sending, so a window that does not ask loses time and nothing else.
    virtual void fetchSuppressions(QObject *context, Answer<QList<store::Suppression>> answer) = 0;
    /// The entries that forbid any of `addresses`, in their order, for the composer while one types:
    /// empty when all are free. Latest request wins within one `context`.
    virtual void checkRecipients(const QStringList &addresses, QObject *context,
        Answer<QList<store::Suppression>> answer) = 0;
    /// true: it is new; false: it was there before and stays as it was. Errors: Config with words for
    /// the user where the pattern is neither address nor domain.
    virtual void suppress(const store::Suppression &entry, QObject *context, Answer<Result<bool>> answer) = 0;
    virtual void unsuppress(const QString &pattern, QObject *context, Answer<Result<void>> answer) = 0;
    /// CSV with or without a header (address, reason, source, message_id, at; any order), or one
    /// address or domain a line. A dry run stores nothing.
    virtual void importSuppressions(const QByteArray &text, bool dryRun, QObject *context,
        Answer<Result<SuppressionImport>> answer) = 0;
    /// The whole list as CSV (UTF-8, CRLF) that importSuppressions() reads.
    virtual void exportSuppressions(QObject *context, Answer<Result<QByteArray>> answer) = 0;

    /// What else is known of the people a mail goes to. Latest request wins within one `context`.
    virtual void fetchRecipientFacts(const store::RecipientQuery &query, QObject *context,
        Answer<store::RecipientFacts> answer) = 0;

    // Who did what.
    /// Decisions about one conversation, newest first ("who archived this").
    virtual void fetchHistory(ConversationId conversation, QObject *context,
        Answer<QList<store::DecisionRecord>> answer) = 0;
    /// Decisions about all conversations, newest first, at most `limit`.
    virtual void fetchDecisions(int limit, QObject *context, Answer<QList<store::DecisionRecord>> answer) = 0;
    virtual void fetchUndoStack(QObject *context, Answer<QList<store::UndoStep>> answer) = 0;
    /// Takes back everything of the rep since then, newest first ("undo the last ten minutes");
    /// answers the steps that were taken back.
    virtual void undoSince(const QDateTime &since, QObject *context, Answer<Result<QList<store::UndoStep>>> answer) = 0;

    // "Wrong: fix for all like this."
    virtual void fetchRules(QObject *context, Answer<QList<store::Rule>> answer) = 0;
    /// Rules that would sort the conversation's newest mail as `category`, each with its preview.
    virtual void proposeRules(ConversationId conversation, store::Category category, QObject *context,
        Answer<QList<store::RulePreview>> answer) = 0;
    /// Latest request wins within one `context`.
    virtual void previewRule(const store::Rule &rule, QObject *context, Answer<Result<store::RulePreview>> answer) = 0;
    /// Stores and applies it; undo() takes it back. Errors: Config.
    virtual void addRule(const store::Rule &rule, QObject *context, Answer<Result<RuleId>> answer) = 0;
    virtual void removeRule(RuleId id, QObject *context, Answer<Result<void>> answer) = 0;
    /// CSV with the columns field, pattern, category. A dry run stores nothing; rules that are here already stay.
    virtual void importRules(const QByteArray &text, bool dryRun, QObject *context, Answer<Result<RuleImport>> answer) = 0;
    /// All rules as CSV (UTF-8, CRLF) that importRules() reads.
    /// Empty: they could not be read.
    virtual void exportRules(QObject *context, Answer<QByteArray> answer) = 0;

    /// Mails whose kind may be corrected: the newest of theirs of each conversation, or `message` alone.
    virtual void fetchKindFacts(const QList<ConversationId> &conversations, StoredMessageId message, QObject *context,
        Answer<Result<QList<store::KindFacts>>> answer) = 0;

    /// Which labels there are, and which mailboxes can have none.
    virtual void fetchLabels(QObject *context, Answer<Result<store::LabelFacts>> answer) = 0;

    // Bounces.
    virtual void fetchBounceCauses(const QDateTime &since, QObject *context,
        Answer<QList<store::BounceCause>> answer) = 0;
    /// All that fetchBounceCauses() counts as this one, newest first. Latest request wins within one `context`.
    virtual void fetchBouncesOf(triage::BounceType type, const QString &reason, const QDateTime &since, QObject *context,
        Answer<Result<QList<store::BounceFact>>> answer) = 0;
    virtual void fetchSendingHealth(QObject *context, Answer<QList<store::SendingHealth>> answer) = 0;
    virtual void fetchSendingLimits(QObject *context, Answer<store::SendingLimits> answer) = 0;
    /// Errors: Config where they make no sense.
    virtual void setSendingLimits(const store::SendingLimits &limits, QObject *context, Answer<Result<void>> answer) = 0;
    virtual void fetchBounces(const QString &recipient, QObject *context,
        Answer<QList<store::BounceFact>> answer) = 0;

    /// Ways to finish the last piece of what stands in the search box, most useful first.
    /// `insert` of the chosen one takes the place of that piece (all after the last blank outside
    /// quotes). Latest request wins within one `context`.
    virtual void completeSearch(const QString &typed, QObject *context,
        Answer<QList<store::SearchCompletion>> answer) = 0;
};

} // namespace inlet::engine
