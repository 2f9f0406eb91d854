// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/SyncServerSearch.h"

#include "accounts/values/Tags.h"
#include "base/Clock.h"
#include "store/SearchQuery.h"

#include <QCoreApplication>

#include <algorithm>

namespace inlet::engine
{

namespace
{

constexpr int kGatherMs = 100;
using State = MailboxSearch::State;

QString said(const char *text)
{
    return QCoreApplication::translate("Engine", text);
}

std::optional<imap::FindQuery::Field> serverField(store::SearchQuery::Field field)
{
    using Here = store::SearchQuery::Field;
    using There = imap::FindQuery::Field;
    switch (field) {
    case Here::Any: return There::Text;
    case Here::From: return There::From;
    case Here::To: return There::To;
    case Here::Domain: return There::Address;
    case Here::Subject: return There::Subject;
    case Here::Company:
    case Here::Campaign: break; // lists of leads know them, servers do not
    }
    return std::nullopt;
}

/// Servers count days in their own zone: one more on either side, and the list sorts out.
QDate dayOf(qint64 ms, int more)
{
    return QDateTime::fromMSecsSinceEpoch(ms).date().addDays(more);
}

bool names(const accounts::Account &account, const QString &part)
{
    return account.email.contains(part, Qt::CaseInsensitive) || account.displayName.contains(part, Qt::CaseInsensitive);
}

/// As the list does: a tag that some mailbox has is meant whole, else what is typed is its beginning.
bool isTagged(const accounts::Account &account, const QString &typed, const QList<accounts::Account> &all)
{
    const QString tag = typed.simplified();
    if (std::any_of(all.cbegin(), all.cend(), [&tag](const accounts::Account &one) { return accounts::hasTag(one, tag); }))
        return accounts::hasTag(account, tag);
    return std::any_of(account.tags.cbegin(), account.tags.cend(),
        [&tag](const QString &one) { return accounts::tagKey(one).startsWith(accounts::tagKey(tag)); });
}

/// As the list does: via: names one of its mailboxes, tag: their tags.
bool isMeant(const accounts::Account &account, const store::SearchQuery &search, const QList<accounts::Account> &all)
{
    const auto isNamed = [&account](const QString &part) { return names(account, part); };
    const auto hasTag = [&account, &all](const QString &tag) { return isTagged(account, tag, all); };
    return std::all_of(search.via.cbegin(), search.via.cend(), isNamed) && std::none_of(search.notVia.cbegin(), search.notVia.cend(), isNamed)
        && std::all_of(search.tags.cbegin(), search.tags.cend(), hasTag) && std::none_of(search.notTags.cbegin(), search.notTags.cend(), hasTag);
}

/// One of the rep's own: whether there is such a one is the list's concern, and no mail has it as a word.
bool namesCategory(const store::SearchQuery::Term &term)
{
    return term.field == store::SearchQuery::Field::Any
        && (term.text.startsWith(QLatin1String("cat:"), Qt::CaseInsensitive) || term.text.startsWith(QLatin1String("category:"), Qt::CaseInsensitive));
}

} // namespace

imap::FindQuery findQueryOf(const QString &search, const QDateTime &now)
{
    const store::SearchQuery typed = store::parseSearch(search, now);
    imap::FindQuery query;
    for (const store::SearchQuery::Term &term : typed.terms) {
        const auto field = serverField(term.field);
        if (field && !namesCategory(term))
            query.terms.append({term.text, *field, term.excluded});
    }
    if (typed.since)
        query.since = dayOf(*typed.since, -1);
    if (typed.before)
        query.before = dayOf(*typed.before, 2);
    query.larger = typed.larger.value_or(0);
    return query;
}

SyncServerSearch::SyncServerSearch(GuiRelay &relay, const Clock &clock, Parts parts)
    : m_relay(relay), m_clock(clock), m_parts(std::move(parts))
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(kGatherMs);
    connect(&m_gather, &QTimer::timeout, this, &ServerSearch::changed);
}

SyncServerSearch::~SyncServerSearch()
{
    m_stop.request_stop();
}

bool SyncServerSearch::canAsk(const QString &search) const
{
    return findQueryOf(search, m_clock.nowUtc()).asksForSomething();
}

/// Who cannot be asked now is not asked: a mailbox that waits for its server has been told to.
MailboxSearch SyncServerSearch::entryOf(const accounts::Account &account) const
{
    MailboxSearch entry;
    entry.account = account.id;
    const MailboxStatus status = m_parts.status(account.id);
    const bool isRead = status.state == MailboxState::Live || status.state == MailboxState::Checked;
    if (!account.enabled) {
        entry.state = State::Skipped;
        entry.reason = said("The mailbox is switched off.");
    } else if (status.state == MailboxState::NeedsUser || status.state == MailboxState::Waiting) {
        entry.state = State::Skipped;
        entry.reason = status.reason.isEmpty() ? said("The mailbox is not connected.") : status.reason;
    } else if (account.history == accounts::HistoryWindow::All && isRead) {
        entry.state = State::Complete;
    }
    return entry;
}

void SyncServerSearch::start(const store::ListQuery &query)
{
    m_stop.request_stop();
    m_stop = {};
    ++m_number;
    m_status = {query, true, {}};
    const QDateTime now = m_clock.nowUtc();
    const imap::FindQuery wanted = findQueryOf(query.search, now);
    const store::SearchQuery typed = store::parseSearch(query.search, now);
    const QList<accounts::Account> accounts = m_parts.accounts();
    for (const accounts::Account &account : accounts) {
        const bool isListed = query.account.isValid() ? account.id == query.account : account.enabled && account.inUnifiedInbox;
        if (isListed && isMeant(account, typed, accounts))
            m_status.mailboxes.append(entryOf(account));
    }
    if (wanted.asksForSomething()) {
        for (const MailboxSearch &entry : std::as_const(m_status.mailboxes)) {
            if (entry.state == State::Waiting)
                ask(entry.account, wanted);
        }
    }
    tell();
}

void SyncServerSearch::ask(AccountId account, const imap::FindQuery &query)
{
    sync::FindOnServer how;
    how.query = query;
    how.stop = m_stop.get_token();
    how.progress = [this, account, search = m_number](const sync::FindOnServer::Progress &progress) {
        m_relay.post([this, account, search, progress] { take(search, account, progress); });
    };
    m_parts.find(account, std::move(how), [this, account, search = m_number](const Result<void> &result) {
        m_relay.post([this, account, search, result] { finish(search, account, result); });
    });
}

MailboxSearch *SyncServerSearch::find(quint64 search, AccountId account)
{
    const auto found = std::find_if(m_status.mailboxes.begin(), m_status.mailboxes.end(),
        [account](const MailboxSearch &entry) { return entry.account == account; });
    return search == m_number && found != m_status.mailboxes.end() ? &*found : nullptr;
}

void SyncServerSearch::take(quint64 search, AccountId account, const sync::FindOnServer::Progress &progress)
{
    MailboxSearch *entry = find(search, account);
    if (!entry)
        return;
    entry->looked = progress.looked;
    entry->total = progress.total;
    entry->fetched = progress.fetched;
    entry->more = progress.more;
    if (progress.someRefused)
        entry->reason = said("A folder could not be searched.");
    if (entry->state == State::Waiting)
        entry->state = State::Searching;
    tell();
}

void SyncServerSearch::finish(quint64 search, AccountId account, const Result<void> &result)
{
    MailboxSearch *entry = find(search, account);
    if (!entry || entry->state == State::Stopped)
        return;
    if (result) {
        entry->state = State::Done;
    } else {
        entry->state = State::Failed;
        entry->reason = m_parts.inWords(account, result.error());
    }
    tell();
}

void SyncServerSearch::stop()
{
    if (!m_status.running)
        return;
    m_stop.request_stop();
    for (MailboxSearch &entry : m_status.mailboxes) {
        if (entry.state == State::Waiting || entry.state == State::Searching)
            entry.state = State::Stopped;
    }
    tell();
}

void SyncServerSearch::tell()
{
    const bool was = m_status.running;
    m_status.running = std::any_of(m_status.mailboxes.cbegin(), m_status.mailboxes.cend(),
        [](const MailboxSearch &entry) { return entry.state == State::Waiting || entry.state == State::Searching; });
    if (was && !m_status.running) { // the end is told at once
        m_gather.stop();
        QMetaObject::invokeMethod(this, &ServerSearch::changed, Qt::QueuedConnection);
    } else if (!m_gather.isActive()) {
        m_gather.start();
    }
}

} // namespace inlet::engine
