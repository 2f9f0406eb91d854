// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/values/Imap.h"
#include "store/Store.h"
#include "sync/ParsePool_p.h"

#include <QElapsedTimer>
#include <QSet>

#include <condition_variable>
#include <memory>
#include <mutex>

namespace inlet::sync
{

/// The way of fetched messages into the store: parse pool, then writer, in batches. What is under
/// way is bounded: add() waits while more than kMostOctets are between the wire and the disk, so a
/// slow disk slows the network and not the memory.
/// A batch goes out as soon as the writer has nothing of ours left to do (a single new mail waits
/// for nobody), at kBatchMessages or kBatchOctets, or when its first message is kBatchAge old.
/// Thread: add() and finish() on one worker; the rest runs on parse threads and the writer. The
/// mutex guards all members below it.
class Ingest : public std::enable_shared_from_this<Ingest>
{
public:
    static constexpr qint64 kMostOctets = 4 * 1024 * 1024;
    static constexpr qsizetype kBatchMessages = 200;
    static constexpr qint64 kBatchOctets = 1024 * 1024;
    static constexpr qint64 kBatchAge = 50; ///< ms

    struct Target {
        FolderId folder;
        UidValidity uidValidity;
        QSet<QString> ownAddresses;
        imap::FolderRole role = imap::FolderRole::Inbox;
        QDateTime arrivesSince; ///< older mail was filed there long ago
        QDateTime seenSince; ///< what came before that and is read by now was read elsewhere
        bool news = false; ///< came since the last look; else only what is unread can be new
        bool keep = false; ///< taken() answers what was stored
        store::TextIndex words = store::TextIndex::Later;
        store::Urgency urgency = store::Urgency::Bulk;
    };

    static std::shared_ptr<Ingest> create(store::Store &store, ParsePool &parsers, Target target);

    /// Errors: Cancelled, and what the store said to an earlier batch.
    Result<void> add(imap::FetchedMessage message, store::BodyState state, const std::stop_token &stop);
    /// Waits until everything added is committed.
    Result<void> finish(const std::stop_token &stop);

    [[nodiscard]] qint64 stored() const; ///< messages committed so far
    /// What could not be parsed; the rest was stored. After finish().
    [[nodiscard]] QList<ImapUid> notUnderstood() const;
    /// What was stored, without the octets, where `keep`. After finish().
    [[nodiscard]] QList<store::IncomingMessage> taken();

    /// Parsed and classified on the calling thread, which needs the stack of ParsePool. A skeleton of which something
    /// would be missing without a word is taken as its header.
    static store::IncomingMessage understand(imap::FetchedMessage &&message, const Target &target,
        store::BodyState state);
    /// A rule of the user's put it into a folder of theirs (or below a label of Gmail's), and it is news all the same.
    static bool arrives(const store::IncomingMessage &message, const Target &target);

private:
    using Batch = QList<store::IncomingMessage>;

    Ingest(store::Store &store, ParsePool &parsers, Target target);
    void parse(imap::FetchedMessage &&message, store::BodyState state);
    void parsed(store::IncomingMessage &&message, qint64 dropped);
    void sendBatch(Batch batch);
    void committed(const Batch &batch, const Result<void> &result);
    [[nodiscard]] bool batchIsDue() const;
    Batch takeBatch();

    store::Store &m_store;
    ParsePool &m_parsers;
    const Target m_target;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    Batch m_batch;
    QElapsedTimer m_batchAge;
    qint64 m_batchOctets = 0;
    qint64 m_underWay = 0; ///< octets
    int m_parsing = 0; ///< messages
    int m_writing = 0; ///< batches
    qint64 m_stored = 0;
    Batch m_kept;
    QList<ImapUid> m_notUnderstood;
    std::optional<Error> m_error; ///< the first one
};

} // namespace inlet::sync
