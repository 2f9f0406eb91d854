// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/WriteContext.h"
#include "store/values/Bounces.h"
#include "store/values/Ledger.h"

namespace inlet::store
{

/// What is known of recipients that could not be reached. Throws. Thread: that of the connection.
class BounceReader
{
public:
    explicit BounceReader(Connection &db) : m_db(db) {}
    QList<BounceFact> of(const QString &recipient);
    QList<BounceCause> causes(const QDateTime &since);
    QList<BounceFact> ofCause(triage::BounceType type, const QString &reason, const QDateTime &since);
    QList<SendingHealth> health(const QDateTime &since);
    QList<SendingHealth> healthNow();
    SendingLimits limits();
    QString reasonToHold(const LedgerRow &row);

private:
    [[nodiscard]] bool isToStrangers(const LedgerRow &row);
    void addExamples(BounceCause &cause, qint64 since);

    Connection &m_db;
};

/// Takes down bounces and draws the consequences: a dead address of somebody we wrote to goes on the
/// do-not-contact list; full and disabled mailboxes do when it happens again and again.
/// Thread: the writer. Throws.
class BounceTable
{
public:
    explicit BounceTable(WriteContext &context) : m_context(context) {}

    /// A report stored just now. Taken down only where it is about mail of ours: its original
    /// Message-ID is one of our messages, or we have written to the recipient; so nobody can put an
    /// address on the list by sending a forged report about a stranger. What is about no mail of ours
    /// yet waits for it.
    struct Report {
        StoredMessageId message;
        AccountId account;
        QString messageId; ///< of the report
        QString originalMessageId;
        QList<triage::BouncedRecipient> recipients;
        qint64 at = 0;
        bool excused = false; ///< the rep said that it is no bounce: it is kept, and counts nowhere
    };
    void reported(const Report &report);
    /// Mail of ours stored just now, which reports may have come before: those that waited for it count.
    void wrote(const mime::MessageHeader &header, qint64 at);
    void refused(const BounceFact &refusal);
    /// In the rep's word that report is none: what it said counts no more. What the list has because of it stays.
    void excuse(StoredMessageId report);
    /// The other way round; a mail that names nobody is about the person of its conversation. Puts nobody on the list.
    void believe(StoredMessageId report);
    void setLimits(const SendingLimits &limits);

private:
    [[nodiscard]] bool isOurs(const QString &originalMessageId);
    [[nodiscard]] bool wroteTo(const QString &recipient);
    [[nodiscard]] LedgerId ledgerOf(const QString &originalMessageId);
    void store(const BounceFact &fact);
    void keepUnclaimed(const QString &reportId, qint64 original, const BounceFact &fact);
    void blamePerson(StoredMessageId report);
    void conclude(const BounceFact &fact, const QString &source);

    WriteContext &m_context;
};

} // namespace inlet::store
