// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox/LedgerSteps_p.h"

#include "outbox/Plan_p.h"

#include <algorithm>

namespace inlet::outbox
{

namespace
{

using store::LedgerRow;
using store::LedgerState;
using store::ReadSession;
using store::WriteTransaction;

Error noMailbox()
{
    return {ErrorKind::NotFound, QStringLiteral("The mailbox was removed."), {}, {}};
}

} // namespace

void closeAsSent(LedgerRow &row)
{
    row.state = LedgerState::Sent;
    row.dueAt = {};
    if (!row.note.startsWith(QLatin1String("Not taken for"))) // stays true
        row.note.clear();
}

Result<LedgerRow> LedgerSteps::write(const char *name, LedgerId id,
    const std::function<Result<void>(WriteTransaction &, LedgerRow &)> &step)
{
    LedgerRow written;
    const auto done = m_store.writeAndWait(name, [&](WriteTransaction &transaction) -> Result<void> {
        auto row = transaction.ledgerRow(id);
        if (!row)
            return row.error();
        if (const auto stepped = step(transaction, *row); !stepped)
            return stepped;
        auto stored = transaction.ledgerRow(id);
        if (!stored)
            return stored.error();
        written = *stored;
        return {};
    });
    if (!done)
        return done.error();
    if (m_rowChanged)
        m_rowChanged(written);
    return written;
}

Result<QString> LedgerSteps::suppressedOne(ReadSession &session, const QStringList &recipients)
{
    for (const QString &recipient : recipients) {
        const auto suppressed = session.isSuppressed(recipient);
        if (!suppressed)
            return suppressed.error();
        if (*suppressed)
            return recipient;
    }
    return QString();
}

Result<std::optional<LedgerSteps::Claim>> LedgerSteps::claim(LedgerId id)
{
    Claim claim;
    const auto row = write("outbox claim", id, [&](WriteTransaction &t, LedgerRow &r) -> Result<void> {
        const LedgerState before = r.state;
        const bool free = before == LedgerState::UndoWindow || before == LedgerState::Queued;
        if (!free || waitsForUser(r))
            return Error{ErrorKind::Conflict, QStringLiteral("not due any more"), {}, {}};
        const auto blocked = suppressedOne(t, r.recipients);
        if (!blocked)
            return blocked.error();
        r.dueAt = {};
        if (!blocked->isEmpty()) {
            r.state = LedgerState::Failed;
            r.note = store::suppressedNote(*blocked);
            return t.updateLedger(r, before);
        }
        if (r.note != kReleasedNote) {
            const auto reason = t.reasonToHold(r);
            if (!reason)
                return reason.error();
            if (!reason->isEmpty()) {
                r.state = LedgerState::Queued;
                r.note = kHeldNote + QStringLiteral("%1 Send it now if you know better.").arg(*reason);
                return t.updateLedger(r, before);
            }
        }
        auto bytes = t.ledgerBytes(id);
        if (!bytes && (bytes.error().cause == "message-damaged" || bytes.error().kind == ErrorKind::NotFound)) {
            r.state = LedgerState::Failed;
            r.note = QStringLiteral("Not sent: this message was damaged on the disk. Write it again.");
            return t.updateLedger(r, before);
        }
        if (!bytes)
            return bytes.error();
        claim.bytes = *bytes;
        r.state = LedgerState::Sending;
        ++r.attempts;
        r.note.clear();
        return t.updateLedger(r, before);
    });
    if (!row) {
        const bool gone = row.error().kind == ErrorKind::Conflict || row.error().kind == ErrorKind::NotFound;
        if (gone)
            return std::optional<Claim>();
        return row.error();
    }
    if (row->state != LedgerState::Sending)
        return std::optional<Claim>();
    claim.row = *row;
    return std::optional<Claim>(std::move(claim));
}

Result<LedgerRow> LedgerSteps::change(LedgerId id, std::span<const LedgerState> from,
    const Change &change)
{
    return write("outbox step", id, [&](WriteTransaction &t, LedgerRow &r) -> Result<void> {
        const LedgerState before = r.state;
        if (std::find(from.begin(), from.end(), before) == from.end())
            return Error{ErrorKind::Conflict, QStringLiteral("the message is on its way already"), {}, {}};
        change(r);
        // The text is safe with the server now; until here it could have been needed again.
        const bool arrived = r.state == LedgerState::Accepted || r.state == LedgerState::Sent;
        if (arrived && r.draft.isValid()) {
            if (const auto removed = t.removeDraft(r.draft); !removed)
                return removed;
        }
        return t.updateLedger(r, before);
    });
}

QList<LedgerRow> LedgerSteps::unfinished()
{
    QList<LedgerRow> rows;
    m_store.readHere([&](ReadSession &session) {
        if (const auto found = session.unfinishedLedger())
            rows = *found;
    });
    return rows;
}

Result<accounts::Account> LedgerSteps::account(AccountId id)
{
    Result<accounts::Account> account = noMailbox();
    m_store.readHere([&](ReadSession &session) { account = session.account(id); });
    return account;
}

} // namespace inlet::outbox
