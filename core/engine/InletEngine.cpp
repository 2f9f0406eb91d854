// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/InletEngine.h"

#include "base/Clock.h"

#include <QCoreApplication>

#include <utility>

namespace inlet::engine
{

namespace
{

constexpr int kFirstPage = 60;
constexpr int kNewsGapMs = 40;

QByteArray slotFor(const char *what, const QObject *context)
{
    return QByteArray(what) + '/' + QByteArray::number(quintptr(context), 16);
}

/// Stands where a read could not even begin.
Error unreadable()
{
    return Error{ErrorKind::Storage, QCoreApplication::translate("Engine", "The local database cannot be read."), {}, "database"};
}

/// Not here, or damaged here: the server has it.
bool isOnServerOnly(const Error &error)
{
    return (error.kind == ErrorKind::NotFound && error.cause != store::kNoSuchPart) || error.cause == "message-damaged";
}

/// With what the user can do about it, where the dictionary knows.
Error inWords(Error error, const accounts::ErrorDictionary &dictionary)
{
    if (dictionary.hasCause(error.cause)) {
        const accounts::Explanation words = dictionary.describe(error.cause, {});
        error.detail = words.message + QLatin1Char(' ') + words.advice;
    }
    return error;
}

} // namespace

InletEngine::InletEngine(EngineParts parts)
    : m_parts(std::move(parts)), m_store(m_parts.store), m_broker(std::move(m_parts.secrets), m_relay),
      m_board(m_parts.providers, m_parts.dictionary, m_parts.clock),
      m_health(m_parts.store, m_relay, m_board, [this](AccountId id) {
          const accounts::Account *account = find(id);
          return account ? account->email : QString();
      }), m_triage(m_parts.store, m_relay), m_refusals(m_parts.clock),
      m_desk(m_parts.store, m_relay, [this] { operationsQueued({}); }), m_views(m_parts.store, m_relay),
      m_categories(m_parts.store, m_relay, [this] { operationsQueued({}); }),
      m_leads(m_parts.store, m_relay), m_serverSearch(m_relay, m_parts.clock, searchParts()),
      m_wholes(m_relay, [this](StoredMessageId id, const sync::WholeFetch &how, const WholeFetches::Done &done) {
          startFetch(id, how, done);
      })
{
    m_newsTimer.setSingleShot(true);
    m_newsTimer.setInterval(kNewsGapMs);
    connect(&m_newsTimer, &QTimer::timeout, this, &InletEngine::deliverNews);
    connect(&m_board, &StatusBoard::statusChanged, this, &Engine::statusChanged);
    connect(&m_board, &StatusBoard::noticeChanged, this, &Engine::noticeChanged);
    connect(&m_wholes, &WholeFetches::progressed, this, &Engine::wholeProgress);
    connect(&m_triage, &TriageRunner::progressed, this, [this](const BulkProgress &progress) {
        operationsQueued({});
        Q_EMIT bulkProgress(progress);
    });
    connect(&m_triage, &TriageRunner::done, this, [this](const ActionResult &result) {
        operationsQueued({});
        Q_EMIT actionDone(result);
    });
    connect(&m_broker, &SecretBroker::failed, this, &InletEngine::secretsFailed);
    connect(&m_broker, &SecretBroker::recovered, this, &InletEngine::secretsRecovered);
    connect(&m_broker, &SecretBroker::arrived, this, &InletEngine::secretArrived);
    m_store.observe([this](const store::ChangeSet &changes) { storeChanged(changes); });
}

InletEngine::~InletEngine()
{
    m_outbox.reset();
    m_sync.reset();
    m_store.observe({});
}

void InletEngine::start()
{
    m_sync = m_parts.makeSync(secretSource(), *this);
    m_outbox = m_parts.makeOutbox(secretSource(),
        [this](AccountId account, outbox::SessionWork work, std::function<void(Result<void>)> done) {
            m_sync->withSession(account, std::move(work), std::move(done));
        },
        [this](const store::LedgerRow &row) { ledgerRowChanged(row); });
    for (const AccountId id : std::as_const(m_parts.pausedHistory)) {
        m_sync->pauseHistory(id, true);
        m_board.setHistoryPaused(id, true);
    }
    reloadAccounts();
    tellOfSalvage();
    m_health.look();
}

// Lists and conversations

void InletEngine::fetchList(const store::ListQuery &query, QObject *context, Answer<ListSnapshot> answer)
{
    const auto reply = m_relay.answer<ListSnapshot>(context, std::move(answer));
    m_store.read(slotFor("list", context), [query, reply](store::ReadSession &session) {
        const auto rows = session.page(query, std::nullopt, kFirstPage);
        if (!rows) {
            if (rows.error().kind != ErrorKind::Cancelled)
                reply({{}, {}, true, rows.error().detail});
            return;
        }
        ListSnapshot snapshot;
        snapshot.rows = *rows;
        for (const store::ConversationRow &row : *rows)
            snapshot.keys.append({row.sortAt, row.id});
        snapshot.complete = rows->size() < kFirstPage;
        // The first screen at once; the keys of a long list follow.
        reply(snapshot);
        if (snapshot.complete)
            return;
        const auto keys = session.keys(query);
        if (!keys && keys.error().kind == ErrorKind::Cancelled)
            return;
        // A list that ends after its first page must not look like the whole of it.
        if (keys)
            snapshot.keys = *keys;
        else
            snapshot.problem = keys.error().detail;
        snapshot.complete = bool(keys);
        reply(snapshot);
    });
}

void InletEngine::fetchRows(const store::ListQuery &query, const QList<ConversationId> &ids,
    QObject *context, Answer<QList<store::ConversationRow>> answer)
{
    const auto reply = m_relay.answer<QList<store::ConversationRow>>(context, std::move(answer));
    m_store.read({}, [query, ids, reply](store::ReadSession &session) {
        reply(session.rows(ids, query).value_or(QList<store::ConversationRow>()));
    });
}

void InletEngine::fetchMembership(const store::ListQuery &query, const QList<ConversationId> &ids,
    QObject *context, Answer<Result<QList<store::ListKey>>> answer)
{
    const auto reply = m_relay.answer<Result<QList<store::ListKey>>>(context, std::move(answer));
    m_store.read({}, [query, ids, reply](store::ReadSession &session) {
        reply(session.membership(ids, query));
    });
}

void InletEngine::fetchCounts(QObject *context, Answer<Result<store::Counts>> answer)
{
    const auto reply = m_relay.answer<Result<store::Counts>>(context, std::move(answer));
    m_store.read(slotFor("counts", context), [reply](store::ReadSession &session) {
        if (const auto counts = session.counts(); counts || counts.error().kind != ErrorKind::Cancelled)
            reply(counts);
    });
}

void InletEngine::fetchSplits(const store::ListQuery &query, QObject *context, Answer<Result<store::SplitCounts>> answer)
{
    const auto reply = m_relay.answer<Result<store::SplitCounts>>(context, std::move(answer));
    m_store.read(slotFor("splits", context), [query, reply](store::ReadSession &session) {
        if (const auto splits = session.splits(query); splits || splits.error().kind != ErrorKind::Cancelled)
            reply(splits);
    });
}

void InletEngine::fetchListFacts(const store::ListQuery &query, QObject *context, Answer<Result<store::ListFacts>> answer)
{
    const auto reply = m_relay.answer<Result<store::ListFacts>>(context, std::move(answer));
    m_store.read(slotFor("facts", context), [query, reply](store::ReadSession &session) {
        if (const auto facts = session.facts(query); facts || facts.error().kind != ErrorKind::Cancelled)
            reply(facts);
    });
}

void InletEngine::fetchConversation(ConversationId id, QObject *context, Answer<ConversationDetail> answer)
{
    const auto reply = m_relay.answer<ConversationDetail>(context, std::move(answer));
    m_store.read(slotFor("conversation", context), [id, reply](store::ReadSession &session) {
        ConversationDetail detail;
        const auto rows = session.rows({id}, {.scope = store::Scope::All});
        const auto messages = session.messages(id);
        if (!rows || !messages) {
            const Error &error = rows ? messages.error() : rows.error();
            if (error.kind == ErrorKind::Cancelled)
                return;
            detail.problem = error.detail;
        } else if (rows->isEmpty()) {
            detail.problem = QCoreApplication::translate("Engine", "This conversation is no longer here.");
        } else {
            detail.row = rows->first();
            detail.messages = *messages;
        }
        reply(detail);
    });
}

void InletEngine::fetchBody(StoredMessageId id, QObject *context, Answer<Result<store::MessageBody>> answer)
{
    const auto reply = m_relay.answer<Result<store::MessageBody>>(context, std::move(answer));
    m_store.read({}, [this, id, reply](store::ReadSession &session) {
        const auto body = session.body(id);
        if (body || !isOnServerOnly(body.error())) {
            reply(body);
            return;
        }
        fetchWhole(id, sync::kTextOnly.toByteArray(), [this, id, reply](const Result<void> &fetched) {
            if (!fetched) {
                reply(fetched.error());
                return;
            }
            m_store.read({}, [id, reply](store::ReadSession &again) { reply(again.body(id)); });
        });
    });
}

void InletEngine::fetchLead(ConversationId id, QObject *context, Answer<Result<store::LeadInfo>> answer)
{
    const auto reply = m_relay.answer<Result<store::LeadInfo>>(context, std::move(answer));
    m_store.read(slotFor("lead", context),
        [id, reply](store::ReadSession &session) { reply(session.lead(id)); });
}

void InletEngine::fetchPart(StoredMessageId id, const QByteArray &part, QObject *context,
    Answer<Result<QByteArray>> answer)
{
    const auto reply = m_relay.answer<Result<QByteArray>>(context, std::move(answer));
    const auto use = [this, id, part](const Result<QByteArray> &content) {
        if (content) // what is used stays longest
            m_store.write("usePart", [id, part](store::WriteTransaction &write) { return write.usePart(id, part); }, {});
    };
    withContent(id, part, [id, part](store::ReadSession &session) { return session.part(id, part); }, [reply, use](const Result<QByteArray> &content) {
        use(content);
        reply(content);
    });
}

void InletEngine::fetchRaw(StoredMessageId id, QObject *context, Answer<Result<QByteArray>> answer)
{
    const auto reply = m_relay.answer<Result<QByteArray>>(context, std::move(answer));
    withContent(id, {}, [id](store::ReadSession &session) { return session.raw(id); },
        [reply](const Result<QByteArray> &raw) { reply(raw); });
}

void InletEngine::withContent(StoredMessageId id, const QByteArray &part, ReadContent read, std::function<void(Result<QByteArray>)> use)
{
    m_worker.run([this, id, part, read = std::move(read), use = std::move(use)](std::stop_token) {
        const auto look = [this, read] {
            Result<QByteArray> content = unreadable();
            m_store.readHere([&](store::ReadSession &session) { content = read(session); });
            return content;
        };
        const Result<QByteArray> content = look();
        if (content || !isOnServerOnly(content.error())) {
            use(content);
            return;
        }
        fetchWhole(id, part, [this, look, use](const Result<void> &fetched) {
            if (!fetched) {
                use(fetched.error());
                return;
            }
            m_worker.run([look, use](std::stop_token) { use(look()); });
        });
    });
}

void InletEngine::fetchWhole(StoredMessageId id, const QByteArray &part, std::function<void(Result<void>)> done)
{
    m_relay.post([this, id, part, done = std::move(done)] {
        m_wholes.want(id, part, [this, done](const Result<void> &result) {
            done(result ? result : inWords(result.error(), m_parts.dictionary));
        });
    });
}

void InletEngine::startFetch(StoredMessageId id, const sync::WholeFetch &how, const std::function<void(Result<void>)> &done)
{
    m_store.read({}, [this, id, how, done](store::ReadSession &session) {
        const auto locations = session.locations(id);
        if (!locations || locations->isEmpty()) {
            done(Error{ErrorKind::NotFound, QCoreApplication::translate("Engine", "The server no longer has this message."), {}, {}});
            return;
        }
        m_relay.post([this, location = locations->first(), how, done] { m_sync->fetchWhole(location, how, done); });
    });
}

SyncServerSearch::Parts InletEngine::searchParts()
{
    return {[this] { return m_accounts; }, [this](AccountId id) { return status(id); },
        [this](AccountId id, sync::FindOnServer how, std::function<void(Result<void>)> done) {
            m_sync->findOnServer(id, std::move(how), std::move(done));
        },
        [this](AccountId id, const Error &error) {
            const bool refused = error.kind == ErrorKind::ServerRefused;
            return refused ? QCoreApplication::translate("Engine", "The server could not search.")
                           : m_board.explain(id, error, accounts::Protocol::Imap, accounts::Phase::Use).message;
        }};
}

// Triage

void InletEngine::setNote(ConversationId id, const QString &note, QObject *context, Answer<Result<void>> answer)
{
    const auto reply = m_relay.answer<Result<void>>(context, std::move(answer));
    m_store.write("note",
        [id, note](store::WriteTransaction &transaction) { return transaction.setNote(id, note); },
        [reply](const Result<void> &done) { reply(done); });
}

void InletEngine::addToNote(ConversationId id, const QString &text, QObject *context, Answer<Result<void>> answer)
{
    const auto reply = m_relay.answer<Result<void>>(context, std::move(answer));
    m_store.write("note",
        [id, text](store::WriteTransaction &transaction) -> Result<void> {
            const auto lead = transaction.lead(id);
            return lead ? transaction.setNote(id, joinedNote(lead->note, text)) : Result<void>(lead.error());
        },
        [reply](const Result<void> &done) { reply(done); });
}

void InletEngine::apply(const store::TriageAction &action, quint64 tag)
{
    m_triage.apply(action, tag);
}

void InletEngine::undo(UndoId wanted, const QDateTime &since)
{
    m_triage.undo(wanted, since);
}

void InletEngine::stopBulk()
{
    m_triage.stop();
}

void InletEngine::operationsQueued(const QList<AccountId> &accounts)
{
    if (!m_sync)
        return;
    for (const accounts::Account &account : std::as_const(m_accounts)) {
        if (account.enabled && (accounts.isEmpty() || accounts.contains(account.id)))
            m_sync->operationsQueued(account.id);
    }
}

const accounts::Account *InletEngine::find(AccountId id) const
{
    for (const accounts::Account &account : m_accounts) {
        if (account.id == id)
            return &account;
    }
    return nullptr;
}

} // namespace inlet::engine
