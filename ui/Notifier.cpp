// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Notifier.h"

#include "ui/Phrases.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

#include <map>
#include <utility>

namespace inlet::ui
{

namespace
{

const QString kNotifyService = QStringLiteral("org.freedesktop.Notifications");
const QString kNotifyPath = QStringLiteral("/org/freedesktop/Notifications");
constexpr qsizetype kMostBody = 160;
constexpr qsizetype kMostTitle = 80;
constexpr qsizetype kMostWaiting = 1000;
constexpr qsizetype kMostRemembered = 200;
constexpr qsizetype kMostNamed = 3;
constexpr int kSnoozeSeconds = 3600;

bool isPositive(store::Category category)
{
    using enum store::Category;
    return category == Interested || category == MeetingRequest || category == InformationRequest;
}

} // namespace

Notifier::Notifier(const Context &context, QObject *parent) : QObject(parent), m_context(context)
{
    m_batch.setSingleShot(true);
    m_batch.setInterval(m_context.batch);
    connect(&m_batch, &QTimer::timeout, this, &Notifier::flush);
    m_brokenTimer.setSingleShot(true);
    connect(&m_brokenTimer, &QTimer::timeout, this, &Notifier::tellBroken);
    connect(&m_context.engine, &engine::Engine::newMail, this,
        [this](AccountId, ConversationId conversation) { onNewMail(conversation); });
    connect(&m_context.engine, &engine::Engine::statusChanged, this, &Notifier::onStatus);
    // Another service counts from 1 again: its numbers are not those of ours.
    auto *watcher = new QDBusServiceWatcher(kNotifyService, m_context.bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, [this] { m_shown.clear(); });
    m_context.bus.connect(kNotifyService, kNotifyPath, kNotifyService, QStringLiteral("ActionInvoked"), this, SLOT(onAction(uint, QString)));
    m_context.bus.connect(kNotifyService, kNotifyPath, kNotifyService, QStringLiteral("NotificationClosed"), this, SLOT(onClosed(uint)));
}

void Notifier::onNewMail(ConversationId conversation)
{
    if (m_preferences.notify == Preferences::Notify::Nothing)
        return;
    // A context of its own: the newest request of one context would push the others aside.
    auto *asking = new QObject(this);
    m_context.engine.fetchConversation(conversation, asking, [this, asking](const engine::ConversationDetail &detail) {
        asking->deleteLater();
        if (detail.problem.isEmpty())
            onRow(detail.row);
    });
}

bool Notifier::isWanted(const store::ConversationRow &row) const
{
    const bool human = row.lastKind == triage::Kind::Human && row.isProspect && !row.weWroteLast && row.unread > 0 && !row.muted;
    const bool category = m_preferences.notify == Preferences::Notify::EveryHuman ? row.category != store::Category::Bounce
                                                                                  : isPositive(row.category);
    return human && category && !(m_context.isOnScreen && m_context.isOnScreen(row.id));
}

void Notifier::onRow(const store::ConversationRow &row)
{
    if (!isWanted(row))
        return;
    if (m_batch.isActive()) {
        m_waiting.removeIf([&row](const store::ConversationRow &one) { return one.id == row.id; });
        if (m_waiting.size() < kMostWaiting)
            m_waiting.append(row);
        return;
    }
    m_batch.start();
    show(messageOf(row), {.conversation = row.id});
}

Notifier::Message Notifier::messageOf(const store::ConversationRow &row) const
{
    Message message;
    message.actions = {QStringLiteral("default"), tr("Open"), QStringLiteral("reply"), tr("Reply"), QStringLiteral("done"), tr("Done"),
        QStringLiteral("snooze"), tr("Snooze 1 h")};
    const QString category = row.category == store::Category::Unsorted ? tr("New reply") : phrases::category(row.category);
    if (m_preferences.hideText) {
        message.title = category;
        return message;
    }
    const QString company = phrases::company(row.prospectAddress);
    const QString name = phrases::person(row.prospectName, row.prospectAddress).left(kMostTitle);
    message.title = company.isEmpty() ? name : tr("%1, %2").arg(name, company);
    message.body = QStringLiteral("%1 · %2").arg(category, phrases::oneLine(row.preview, kMostBody));
    return message;
}

/// What came since the first one, as one line: "4 interested, 2 questions".
void Notifier::flush()
{
    QList<store::ConversationRow> rows = std::exchange(m_waiting, {});
    rows.removeIf([this](const store::ConversationRow &row) { return m_context.isOnScreen && m_context.isOnScreen(row.id); });
    if (rows.isEmpty())
        return;
    m_batch.start();
    if (rows.size() == 1) {
        show(messageOf(rows.first()), {.conversation = rows.first().id});
        return;
    }
    std::map<int, int> counts;
    for (const store::ConversationRow &row : std::as_const(rows))
        ++counts[int(row.category)];
    QStringList parts;
    for (const auto &[category, count] : counts)
        parts.append(tr("%1 %2").arg(phrases::number(count), phrases::shortCategory(store::Category(category)).toLower()));
    Message message;
    message.title = phrases::plural(rows.size(), tr("1 new reply"), tr("%1 new replies"));
    message.body = parts.join(QStringLiteral(", "));
    message.actions = {QStringLiteral("default"), tr("Open")};
    show(message, {});
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
    if (!m_brokenTimer.isActive())
        m_brokenTimer.start(m_context.gather);
}

/// The first ones after a moment, those that follow within the time of a batch as one more.
void Notifier::tellBroken()
{
    QList<AccountId> broken = std::exchange(m_broken, {});
    broken.removeIf([this](AccountId id) { return m_context.engine.status(id).state != engine::MailboxState::NeedsUser; });
    if (broken.isEmpty() || !m_preferences.notifyHealth)
        return;
    m_brokenTimer.start(m_context.batch);
    Message message;
    message.title = phrases::plural(broken.size(), tr("A mailbox needs you"), tr("%1 mailboxes need you"));
    message.urgent = true;
    message.actions = {QStringLiteral("default"), tr("Show")};
    if (!m_preferences.hideText)
        message.body = namesOf(broken);
    show(message, {.conversation = {}, .isMailbox = true});
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

/// The body is markup for most services: what strangers wrote is escaped.
void Notifier::show(const Message &message, const Shown &about)
{
    QDBusMessage call = QDBusMessage::createMethodCall(kNotifyService, kNotifyPath, kNotifyService, QStringLiteral("Notify"));
    QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("inlet")}, {QStringLiteral("category"), QStringLiteral("email.arrived")}};
    hints.insert(QStringLiteral("urgency"), QVariant::fromValue(uchar(message.urgent ? 2 : 1)));
    constexpr int kServiceDecides = -1;
    call.setArguments({QStringLiteral("Inlet"), 0U, QStringLiteral("inlet"), message.title, message.body.toHtmlEscaped(), message.actions, hints,
        kServiceDecides});
    auto *watcher = new QDBusPendingCallWatcher(m_context.bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, about](QDBusPendingCallWatcher *finished) {
        const QDBusPendingReply<uint> reply = *finished;
        finished->deleteLater();
        if (reply.isError())
            return; // a desktop without notifications
        if (m_shown.size() >= kMostRemembered)
            m_shown.clear();
        m_shown.insert(reply.value(), about);
    });
}

void Notifier::onAction(uint id, const QString &action)
{
    const auto found = m_shown.constFind(id);
    if (found == m_shown.constEnd())
        return; // of another program
    const Shown about = *found;
    store::TriageAction decision;
    decision.conversations = {about.conversation};
    if (about.isMailbox) {
        Q_EMIT mailboxesRequested();
    } else if (action == QLatin1String("reply")) {
        Q_EMIT replyRequested(about.conversation);
    } else if (action == QLatin1String("done") && about.conversation.isValid()) {
        decision.verb = store::TriageVerb::Archive;
        m_context.engine.apply(decision);
    } else if (action == QLatin1String("snooze") && about.conversation.isValid()) {
        decision.verb = store::TriageVerb::Snooze;
        decision.until = QDateTime::currentDateTimeUtc().addSecs(kSnoozeSeconds);
        m_context.engine.apply(decision);
    } else if (action == QLatin1String("default")) {
        Q_EMIT openRequested(about.conversation);
    }
}

void Notifier::onClosed(uint id)
{
    m_shown.remove(id);
}

} // namespace inlet::ui
