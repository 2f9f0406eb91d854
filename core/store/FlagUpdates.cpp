// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/FlagUpdates.h"

#include "store/MessageState.h"
#include "store/PlaceRole_p.h"
#include "store/ServerKeywords.h"
#include "store/values/ArrivedFlag.h"
#include "store/values/Triage.h"

namespace inlet::store
{

namespace
{

/// What queued operations of a place are about to change.
struct Pending {
    int bits = 0;
    QByteArrayList keywords;
};

Pending pendingOf(WriteContext &context, qint64 location)
{
    Pending pending;
    Query q = context.db.query("SELECT flags FROM operations WHERE location = ? AND done = 0 AND type <> ?");
    q.bind(location, Operation::Type::Move);
    while (q.next()) {
        const QByteArrayList flags = keywordList(q.text(0));
        for (const QByteArray &flag : flags) {
            const int bit = bitOfFlag(flag);
            pending.bits |= bit;
            if (bit == 0)
                pending.keywords.append(flag);
        }
    }
    return pending;
}

/// The mark that a rule filed it stays only while it lies where that rule put it: from the inbox it can be archived by
/// anybody, and then nothing else says so.
QByteArrayList joined(const QByteArrayList &ours, const QByteArrayList &theirs, const QByteArrayList &pending)
{
    QByteArrayList out;
    const bool isFiled = !theirs.contains(kInboxLabel);
    for (const QByteArray &keyword : theirs) {
        if (!pending.contains(keyword))
            out.append(keyword);
    }
    for (const QByteArray &keyword : ours) {
        if ((pending.contains(keyword) || (isFiled && keyword == kArrivedFlag)) && !out.contains(keyword))
            out.append(keyword);
    }
    return out;
}

} // namespace

void updateFlags(WriteContext &context, Aggregates &aggregates, FolderId folder, const FlagUpdate &update)
{
    qint64 location = 0;
    StoredMessageId message;
    int ours = 0;
    QString keywords;
    qint64 modSeq = 0;
    {
        Query q = context.db.query(
            "SELECT id, message, flags, keywords, modseq FROM locations WHERE folder = ? AND uid = ?");
        q.bind(folder, update.uid);
        if (!q.next())
            return;
        location = q.number(0);
        message = q.id<StoredMessageId>(1);
        ours = q.integer(2);
        keywords = q.text(3);
        modSeq = q.number(4);
    }
    const Pending pending = pendingOf(context, location);
    const int bits = (flagBits(update.flags) & ~pending.bits) | (ours & pending.bits);
    imap::MessageFlags now = update.flags;
    now.keywords = joined(keywordList(keywords), update.flags.keywords, pending.keywords);
    const QString nowText = keywordText(now);
    const qint64 nowModSeq = update.modSeq != 0 ? qint64(update.modSeq) : modSeq;
    if (bits == ours && nowText == keywords) {
        if (nowModSeq != modSeq)
            context.db.change("UPDATE locations SET modseq = ? WHERE id = ?", nowModSeq, location);
        return;
    }
    context.db.change("UPDATE locations SET flags = ?, keywords = ?, modseq = ? WHERE id = ?", bits, nowText,
        nowModSeq, location);
    refreshMessage(context, aggregates, message);
    followKeywords(
        context, aggregates, message, keywordList(keywords), keywordList(nowText), KeywordNews::Change);
    context.changes.folders = true;
}

} // namespace inlet::store
