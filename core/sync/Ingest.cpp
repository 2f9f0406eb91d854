// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/Ingest_p.h"

#include "base/Log.h"
#include "imap/values/LabelFlag.h"
#include "mime/Mime.h"
#include "mime/Skeleton.h"
#include "store/values/ArrivedFlag.h"
#include "sync/WatchedStore_p.h"
#include "triage/Classifier.h"

#include <algorithm>

namespace inlet::sync
{

namespace
{

qsizetype endOfHeader(const QByteArray &raw)
{
    const qsizetype end = raw.indexOf("\r\n\r\n");
    return end < 0 ? raw.size() : end + 4;
}

/// What stayed on the server is shown as a file that is there. False: something of it would not be shown at all.
bool markLeft(const QList<imap::BodyPart> &parts, mime::ParsedMessage &parsed)
{
    for (const imap::BodyPart &part : parts) {
        if (!part.left)
            continue;
        const auto file = std::find_if(parsed.attachments.begin(), parsed.attachments.end(),
            [&](const mime::Attachment &attachment) { return attachment.part == part.section; });
        if (file == parsed.attachments.end())
            return false;
        file->onServer = part.octets;
        file->size = mime::decodedSizeOf(part.encoding, part.octets);
    }
    return true;
}

} // namespace

std::shared_ptr<Ingest> Ingest::create(store::Store &store, ParsePool &parsers, Target target)
{
    return std::shared_ptr<Ingest>(new Ingest(store, parsers, std::move(target)));
}

Ingest::Ingest(store::Store &store, ParsePool &parsers, Target target)
    : m_store(WatchedStore::lasting(store)) // batches on their way outlive the worker
    , m_parsers(parsers)
    , m_target(std::move(target))
{
}

Result<void> Ingest::add(imap::FetchedMessage message, store::BodyState state, const std::stop_token &stop)
{
    const qint64 octets = message.body.size();
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, stop, [&] {
            return m_error || m_underWay == 0 || m_underWay + octets <= kMostOctets;
        });
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}, {}};
        if (m_error)
            return *m_error;
        m_underWay += octets;
        ++m_parsing;
    }
    // std::function wants copies; the message is shared instead.
    auto shared = std::make_shared<imap::FetchedMessage>(std::move(message));
    m_parsers.submit([self = shared_from_this(), shared, state] {
        self->parse(std::move(*shared), state);
    });
    return {};
}

store::IncomingMessage Ingest::understand(imap::FetchedMessage &&message, const Target &target,
    store::BodyState state)
{
    store::IncomingMessage incoming;
    incoming.folder = target.folder;
    incoming.uidValidity = target.uidValidity;
    incoming.uid = message.uid;
    incoming.flags = std::move(message.flags);
    incoming.modSeq = message.modSeq;
    incoming.internalDate = message.internalDate;
    incoming.size = message.size >= 0 ? message.size : message.body.size();
    incoming.providerThread = message.gmailThreadId;
    incoming.parsed = mime::parseMessage(message.body);
    if (state == store::BodyState::Skeleton && !markLeft(message.parts, incoming.parsed)) {
        message.body.truncate(endOfHeader(message.body));
        incoming.parsed = mime::parseMessage(message.body);
        state = store::BodyState::Header;
    }
    incoming.headerOnly = state == store::BodyState::Header;
    incoming.isSkeleton = state == store::BodyState::Skeleton;
    incoming.verdict = triage::classify(incoming.parsed, target.ownAddresses);
    if (arrives(incoming, target))
        incoming.flags.keywords.append(store::kArrivedFlag);
    incoming.raw = std::move(message.body);
    store::prepare(incoming);
    return incoming;
}

bool Ingest::arrives(const store::IncomingMessage &message, const Target &target)
{
    const QByteArrayList &keywords = message.flags.keywords;
    const bool isLabelled = target.role == imap::FolderRole::AllMail && std::any_of(keywords.begin(), keywords.end(), imap::isLabelFlag)
        && !keywords.contains("\\Inbox") && !keywords.contains("\\Sent") && !keywords.contains("\\Draft");
    if (target.role != imap::FolderRole::None && !isLabelled)
        return false;
    // The rep reads on another screen too; after a night that was no first look.
    const bool cameNow = target.news && message.internalDate >= target.seenSince;
    if (message.flags.deleted || message.flags.draft || message.flags.answered || (message.flags.seen && !cameNow))
        return false;
    // Both: some servers give mail that is copied in the time of the copy.
    const QDateTime written = message.parsed.header.date;
    return message.internalDate >= target.arrivesSince && (!written.isValid() || written >= target.arrivesSince);
}

void Ingest::parse(imap::FetchedMessage &&message, store::BodyState state)
{
    const ImapUid uid = message.uid;
    const qint64 octets = message.body.size();
    Batch due;
    try {
        store::IncomingMessage understood = understand(std::move(message), m_target, state);
        const qint64 dropped = octets - understood.raw.size(); // of a skeleton that was none
        parsed(std::move(understood), dropped);
    } catch (const std::exception &) { // out of memory, or a mail like no other: the rest goes on
        qCWarning(lcSync) << "message of" << octets << "octets could not be understood, UID" << uid.number();
        const std::scoped_lock lock(m_mutex);
        m_underWay -= octets;
        --m_parsing;
        m_notUnderstood.append(uid);
        m_changed.notify_all();
        // Nothing else may come that takes the others along.
        if (batchIsDue())
            due = takeBatch();
    }
    if (!due.isEmpty())
        sendBatch(std::move(due));
}

bool Ingest::batchIsDue() const
{
    if (m_batch.isEmpty())
        return false;
    return m_writing == 0 || m_batch.size() >= kBatchMessages || m_batchOctets >= kBatchOctets
        || m_batchAge.elapsed() >= kBatchAge;
}

Ingest::Batch Ingest::takeBatch()
{
    ++m_writing;
    m_batchOctets = 0;
    return std::exchange(m_batch, {});
}

void Ingest::parsed(store::IncomingMessage &&message, qint64 dropped)
{
    Batch due;
    {
        const std::scoped_lock lock(m_mutex);
        --m_parsing;
        m_underWay -= dropped;
        if (m_batch.isEmpty())
            m_batchAge.start();
        m_batchOctets += message.raw.size();
        m_batch.append(std::move(message));
        if (!batchIsDue())
            return; // committed() takes it along
        due = takeBatch();
    }
    sendBatch(std::move(due));
}

void Ingest::sendBatch(Batch batch)
{
    const auto shared = std::make_shared<const Batch>(std::move(batch));
    m_store.write(
        "sync.ingest",
        [shared, words = m_target.words](store::WriteTransaction &write) { return write.ingest(*shared, words); },
        [self = shared_from_this(), shared](const Result<void> &result) {
            self->committed(*shared, result);
        },
        m_target.urgency);
}

void Ingest::committed(const Batch &batch, const Result<void> &result)
{
    Batch due;
    {
        const std::scoped_lock lock(m_mutex);
        --m_writing;
        for (const store::IncomingMessage &message : batch)
            m_underWay -= message.raw.size();
        if (result)
            m_stored += batch.size();
        else if (!m_error)
            m_error = result.error();
        if (result && m_target.keep) {
            for (store::IncomingMessage message : batch) {
                message.raw.clear(); // who reads the news asks the store for octets
                m_kept.append(std::move(message));
            }
        }
        if (batchIsDue())
            due = takeBatch();
        m_changed.notify_all();
    }
    if (!due.isEmpty())
        sendBatch(std::move(due));
}

Result<void> Ingest::finish(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, stop, [&] { return m_parsing == 0 && m_writing == 0 && m_batch.isEmpty(); });
    if (m_error)
        return *m_error;
    if (m_parsing != 0 || m_writing != 0 || !m_batch.isEmpty())
        return Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}, {}};
    return {};
}

qint64 Ingest::stored() const
{
    const std::scoped_lock lock(m_mutex);
    return m_stored;
}

QList<ImapUid> Ingest::notUnderstood() const
{
    const std::scoped_lock lock(m_mutex);
    return m_notUnderstood;
}

QList<store::IncomingMessage> Ingest::taken()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_kept, {});
}

} // namespace inlet::sync
