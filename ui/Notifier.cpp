// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Notifier.h"

#include "ui/Phrases.h"

#include <map>
#include <utility>

namespace inlet::ui
{

namespace
{

// What is told about: a conversation by its number, else one of these.
constexpr qint64 kSummaryTag = 0;
constexpr qint64 kMailboxTag = -1;
constexpr qint64 kBounceTag = -2;

const QString kHealthNotice = QStringLiteral("sending-health-"); // how such a notice of the engine begins

constexpr qsizetype kMostBody = 160;
constexpr qsizetype kMostTitle = 80;
constexpr qsizetype kMostWaiting = 1000;
constexpr qsizetype kMostNamed = 3;
constexpr int kSnoozeSeconds = 3600;
constexpr int kTouchedMs = 400;
const store::ListQuery kAnyList{.scope = store::Scope::All, .account = {}, .category = {}, .search = {}};

} // namespace

Notifier::Notifier(const Context &context, QObject *parent) : QObject(parent), m_context(context), m_service(context.bus)
{
    for (QTimer *timer : {&m_batch, &m_healthTimer, &m_touchedTimer})
        timer->setSingleShot(true);
    m_batch.setInterval(m_context.batch);
    m_touchedTimer.setInterval(kTouchedMs);
    m_look.setInterval(m_context.look);
    connect(&m_batch, &QTimer::timeout, this, &Notifier::flush);
    connect(&m_healthTimer, &QTimer::timeout, this, &Notifier::tellHealth);
    connect(&m_touchedTimer, &QTimer::timeout, this, &Notifier::takeBackRead);
    connect(&m_look, &QTimer::timeout, this, &Notifier::lookAtHush);
    connect(&m_context.engine, &engine::Engine::newMail, this, &Notifier::onNewMail);
    connect(&m_context.engine, &engine::Engine::statusChanged, this, &Notifier::onStatus);
    connect(&m_context.engine, &engine::Engine::noticeChanged, this, &Notifier::onNotice);
    connect(&m_context.engine, &engine::Engine::changed, this, &Notifier::onChanged);
    connect(&m_service, &NotificationService::pressed, this, &Notifier::onPressed);
    connect(&m_service, &NotificationService::inhibitedChanged, this, &Notifier::lookAtHush);
}

void Notifier::setPreferences(const Preferences &preferences)
{
    m_preferences = preferences;
    lookAtHush();
}

bool Notifier::isHushed() const
{
    return m_service.isInhibited() || m_preferences.quietHours.contains(m_context.now());
}

/// When the quiet ends, what came meanwhile is one summary.
void Notifier::lookAtHush()
{
    const bool hushed = isHushed();
    const bool over = std::exchange(m_wasHushed, hushed) && !hushed;
    if (hushed && !m_look.isActive())
        m_look.start();
    else if (!hushed)
        m_look.stop();
    if (over) {
        flush();
        tellHealth();
    }
}

void Notifier::onNewMail(AccountId account, ConversationId conversation)
{
    if (m_preferences.silentMailboxes.contains(account))
        return;
    // A context of its own: the newest request of one context would push the others aside.
    auto *asking = new QObject(this);
    m_context.engine.fetchConversation(conversation, asking, [this, asking](const engine::ConversationDetail &detail) {
        asking->deleteLater();
        if (detail.problem.isEmpty())
            onRow(detail.row);
    });
}

bool Notifier::isUnseenReply(const store::ConversationRow &row) const
{
    const bool human = row.lastKind == triage::Kind::Human && !row.weWroteLast && !row.archived && !row.muted && row.unread > 0;
    return human && !(m_context.isOnScreen && m_context.isOnScreen(row.id));
}

bool Notifier::isWanted(const store::ConversationRow &row) const
{
    const bool chosen = row.isProspect && m_preferences.notifyCategories.contains(row.category);
    return isUnseenReply(row) && (chosen || m_inViews.contains(row.id));
}

void Notifier::onRow(const store::ConversationRow &row)
{
    m_inViews.remove(row.id); // it may have left them
    if (!isUnseenReply(row))
        return;
    if (isWanted(row)) {
        queue(row);
        return;
    }
    auto *asking = new QObject(this);
    m_context.engine.views().notifyingViews(row.id, asking, [this, asking, row](const QList<store::SavedView> &views) {
        asking->deleteLater();
        if (views.isEmpty() || m_inViews.size() >= kMostWaiting)
            return;
        m_inViews.insert(row.id);
        queue(row);
    });
}

void Notifier::queue(const store::ConversationRow &row)
{
    lookAtHush();
    if (isHushed() || m_batch.isActive()) {
        if (m_waiting.size() < kMostWaiting)
            m_waiting.insert(row.id);
        return;
    }
    m_batch.start();
    m_inViews.remove(row.id);
    m_service.show(messageOf(row), row.id.number());
}

NotificationService::Message Notifier::messageOf(const store::ConversationRow &row) const
{
    NotificationService::Message message;
    message.actions = {QStringLiteral("default"), tr("Open"), QStringLiteral("reply"), tr("Reply"), QStringLiteral("done"), tr("Done"),
        QStringLiteral("snooze"), tr("Snooze 1 h")};
    const QString category = row.category == store::Category::Unsorted ? tr("New reply") : phrases::category(row.category);
    if (m_preferences.hideText) {
        message.title = category;
        return message;
    }
    const QString company = phrases::company(row);
    const QString name = phrases::person(row.prospectName, row.prospectAddress).left(kMostTitle);
    message.title = company.isEmpty() ? name : tr("%1, %2").arg(name, company);
    message.body = QStringLiteral("%1 · %2").arg(category, phrases::oneLine(row.preview, kMostBody));
    return message;
}

/// "4 interested, 2 questions".
NotificationService::Message Notifier::summaryOf(const Rows &rows)
{
    std::map<int, int> counts;
    for (const store::ConversationRow &row : rows)
        ++counts[int(row.category)];
    QStringList parts;
    for (const auto &[category, count] : counts)
        parts.append(phrases::categoryCount(store::Category(category), count));
    NotificationService::Message message;
    message.title = phrases::plural(rows.size(), tr("1 new reply"), tr("%1 new replies"));
    message.body = parts.join(QStringLiteral(", "));
    message.actions = {QStringLiteral("default"), tr("Open")};
    return message;
}

/// What came since the first one; some of it may have been read by now, here or on a phone.
void Notifier::flush()
{
    if (m_waiting.isEmpty() || isHushed())
        return;
    const QSet<ConversationId> waiting = std::exchange(m_waiting, {});
    m_batch.start();
    m_context.engine.fetchRows(kAnyList, waiting.values(), &m_flushContext, [this, waiting](Rows rows) {
        rows.removeIf([this](const store::ConversationRow &row) { return !isWanted(row); });
        m_inViews.subtract(waiting);
        tell(rows);
    });
}

void Notifier::tell(const Rows &rows)
{
    if (rows.size() == 1)
        m_service.show(messageOf(rows.first()), rows.first().id.number());
    else if (!rows.isEmpty())
        m_service.show(summaryOf(rows), kSummaryTag);
    else
        m_batch.stop();
}

/// A notification about what has been read or done since is one too many.
void Notifier::onChanged(const store::ChangeSet &changes)
{
    const QList<qint64> shown = m_service.shown();
    for (const qint64 tag : shown) {
        if (tag > 0 && changes.conversations.contains(ConversationId(tag)))
            m_touched.insert(ConversationId(tag));
    }
    if (!m_touched.isEmpty() && !m_touchedTimer.isActive())
        m_touchedTimer.start();
}

void Notifier::takeBackRead()
{
    const QSet<ConversationId> touched = std::exchange(m_touched, {});
    m_context.engine.fetchRows(kAnyList, touched.values(), &m_touchedContext, [this](const Rows &rows) {
        for (const store::ConversationRow &row : rows) {
            if (row.unread == 0 || row.archived || row.muted || row.weWroteLast || row.snoozedUntil.isValid())
                m_service.close(row.id.number());
        }
    });
}

void Notifier::onStatus(AccountId account)
{
    const engine::MailboxStatus status = m_context.engine.status(account);
    const auto before = m_states.constFind(account);
    const bool fresh = status.state == engine::MailboxState::NeedsUser && (before == m_states.constEnd() || *before != status.state);
    m_states.insert(account, status.state);
    if (!fresh || m_broken.contains(account))
        return;
    m_broken.append(account);
    if (!m_healthTimer.isActive())
        m_healthTimer.start(m_context.gather);
}

/// Too many bounces: told when that begins and when it gets worse.
void Notifier::onNotice(const engine::Notice &notice)
{
    if (!notice.id.startsWith(kHealthNotice))
        return;
    if (notice.resolved) {
        m_bounces.remove(notice.id);
        m_bouncesTold.remove(notice.id);
        return;
    }
    const auto told = m_bouncesTold.constFind(notice.id);
    if (told != m_bouncesTold.constEnd() && *told >= notice.severity)
        return;
    m_bounces.insert(notice.id, notice);
    if (!m_healthTimer.isActive())
        m_healthTimer.start(m_context.gather);
}

/// The first ones after a moment, those that follow within the time of a batch as one more.
void Notifier::tellHealth()
{
    lookAtHush();
    if (isHushed())
        return; // they are told at the end of it
    tellBroken();
    tellBounces();
}

void Notifier::tellBounces()
{
    const QHash<QString, engine::Notice> bounces = std::exchange(m_bounces, {});
    if (bounces.isEmpty() || !m_preferences.notifyHealth)
        return;
    for (const engine::Notice &notice : bounces)
        m_bouncesTold.insert(notice.id, notice.severity);
    m_healthTimer.start(m_context.batch);
    NotificationService::Message message;
    message.title = phrases::plural(bounces.size(), tr("Too much of your mail comes back"), tr("Too much mail comes back, in %1 places"));
    message.urgent = true;
    message.actions = {QStringLiteral("default"), tr("See the bounces")};
    if (!m_preferences.hideText)
        message.body = phrases::oneLine(bounces.cbegin()->text, kMostBody);
    m_service.show(message, kBounceTag);
}

void Notifier::tellBroken()
{
    QList<AccountId> broken = std::exchange(m_broken, {});
    broken.removeIf([this](AccountId id) { return m_context.engine.status(id).state != engine::MailboxState::NeedsUser; });
    if (broken.isEmpty() || !m_preferences.notifyHealth)
        return;
    m_healthTimer.start(m_context.batch);
    NotificationService::Message message;
    message.title = phrases::plural(broken.size(), tr("A mailbox needs you"), tr("%1 mailboxes need you"));
    message.urgent = true;
    message.actions = {QStringLiteral("default"), tr("Show")};
    if (!m_preferences.hideText)
        message.body = namesOf(broken);
    m_service.show(message, kMailboxTag);
}

/// "anna@acme.test: the password was refused", or the first few of many.
QString Notifier::namesOf(const QList<AccountId> &broken) const
{
    QStringList names;
    const QList<accounts::Account> all = m_context.engine.accounts();
    for (const accounts::Account &one : all) {
        if (broken.contains(one.id))
            names.append(phrases::oneLine(one.email, kMostTitle));
    }
    if (names.size() == 1)
        return QStringLiteral("%1: %2").arg(names.first(), phrases::oneLine(m_context.engine.status(broken.first()).reason, kMostBody));
    const QString shown = names.mid(0, kMostNamed).join(QStringLiteral(", "));
    return names.size() > kMostNamed ? tr("%1 and %2 more").arg(shown, phrases::number(names.size() - kMostNamed)) : shown;
}

void Notifier::onPressed(qint64 tag, const QString &action)
{
    const ConversationId conversation(std::max<qint64>(tag, 0));
    store::TriageAction decision;
    decision.conversations = {conversation};
    if (tag == kMailboxTag) {
        Q_EMIT mailboxesRequested();
    } else if (tag == kBounceTag) {
        Q_EMIT bouncesRequested();
    } else if (action == QLatin1String("default")) {
        Q_EMIT openRequested(conversation);
    } else if (!conversation.isValid()) {
        return;
    } else if (action == QLatin1String("reply")) {
        Q_EMIT replyRequested(conversation);
    } else if (action == QLatin1String("done")) {
        decision.verb = store::TriageVerb::Archive;
        m_context.engine.apply(decision);
    } else if (action == QLatin1String("snooze")) {
        decision.verb = store::TriageVerb::Snooze;
        decision.until = m_context.now().toUTC().addSecs(kSnoozeSeconds);
        m_context.engine.apply(decision);
    }
}

} // namespace inlet::ui
