// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Tray.h"

#include "ui/Phrases.h"
#include "ui/Theme.h"

#include <QPainter>

#include <algorithm>
#include <limits>
#include <numeric>

namespace inlet::ui
{

namespace
{

constexpr std::array kPositive{store::Category::Interested, store::Category::MeetingRequest, store::Category::InformationRequest};
constexpr std::array kIconSizes{16, 22, 24, 32, 48, 64};
constexpr int kMinuteMs = 60'000;
constexpr qint64 kMostShown = 99;

QPixmap pixmap(qint64 count, int size)
{
    QPixmap drawn = theme::icon(QStringLiteral("inlet")).pixmap(QSize(size, size));
    if (count <= 0)
        return drawn;
    QPainter painter(&drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    const QString text = count > kMostShown ? QStringLiteral("99+") : QString::number(count);
    const qreal height = size * 0.56;
    QFont font = theme::smallFont();
    font.setPixelSize(std::max(7, int(height * 0.82)));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    const qreal width = std::min<qreal>(size, std::max(height, painter.fontMetrics().horizontalAdvance(text) + height * 0.4));
    const QRectF badge(size - width, size - height, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::color(theme::Token::Danger));
    painter.drawRoundedRect(badge, height / 2, height / 2);
    painter.setPen(theme::color(theme::Token::Surface));
    painter.drawText(badge, Qt::AlignCenter, text);
    return drawn;
}

} // namespace

Tray::Tray(const Context &context, QObject *parent) : QObject(parent), m_context(context)
{
    const auto add = [this](const QString &words, void (Tray::*signal)()) {
        connect(m_menu.addAction(words), &QAction::triggered, this, signal);
    };
    add(tr("Open Inlet"), &Tray::openRequested);
    add(tr("Write a mail"), &Tray::composeRequested);
    add(tr("Check for new mail"), &Tray::checkRequested);
    m_menu.addSeparator();
    add(tr("Quit"), &Tray::quitRequested);
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openRequested();
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(m_context.gatherMs);
    m_minute.setInterval(kMinuteMs);
    m_minute.start();
    connect(&m_soon, &QTimer::timeout, this, &Tray::ask);
    connect(&m_minute, &QTimer::timeout, this, &Tray::refresh);
    connect(&m_context.engine, &engine::Engine::changed, this, &Tray::soon);
    connect(&m_context.engine, &engine::Engine::statusChanged, this, &Tray::soon);
    refresh();
    ask();
    m_icon.show();
}

void Tray::setPreferences(const Preferences &preferences)
{
    m_what = preferences.trayCount;
    refresh();
}

void Tray::soon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void Tray::ask()
{
    for (size_t at = 0; at < kPositive.size(); ++at) {
        const store::ListQuery query{.scope = store::Scope::NeedsAnswer, .account = {}, .category = kPositive.at(at), .search = {}};
        m_context.engine.fetchList(query, &m_listContexts.at(at), [this, at](const engine::ListSnapshot &snapshot) {
            if (!snapshot.complete || !snapshot.problem.isEmpty())
                return;
            Waiting waiting{.count = snapshot.keys.size(), .oldest = 0, .known = true};
            if (!snapshot.keys.isEmpty())
                waiting.oldest = std::min_element(snapshot.keys.cbegin(), snapshot.keys.cend())->sortAt;
            m_waiting.at(at) = waiting;
            refresh();
        });
    }
    m_context.engine.fetchCounts(&m_countContext, [this](const Result<store::Counts> &counts) {
        if (counts)
            m_unread = counts->byScope.value(int(store::Scope::Unread));
        refresh();
    });
}

qint64 Tray::count() const
{
    if (m_what == Preferences::TrayCount::Nothing)
        return 0;
    if (m_what == Preferences::TrayCount::Unread)
        return m_unread;
    return std::accumulate(m_waiting.cbegin(), m_waiting.cend(), qint64(0), [](qint64 sum, const Waiting &one) { return sum + one.count; });
}

/// "3 positive replies wait, the oldest for 2 hours"; then what needs the user.
QString Tray::sentence() const
{
    qint64 waiting = 0;
    qint64 oldest = std::numeric_limits<qint64>::max();
    for (const Waiting &one : m_waiting) {
        waiting += one.count;
        if (one.count > 0)
            oldest = std::min(oldest, one.oldest);
    }
    QStringList parts;
    if (waiting > 0) {
        const QString since = phrases::duration(QDateTime::fromMSecsSinceEpoch(oldest, Qt::UTC).secsTo(m_context.now()));
        const QString many = phrases::plural(waiting, tr("1 positive reply waits"), tr("%1 positive replies wait"));
        parts += waiting == 1 ? tr("%1, for %2").arg(many, since) : tr("%1, the oldest for %2").arg(many, since);
    } else if (std::all_of(m_waiting.cbegin(), m_waiting.cend(), [](const Waiting &one) { return one.known; })) {
        parts += tr("No positive reply waits");
    }
    if (m_what == Preferences::TrayCount::Unread && m_unread > 0)
        parts += tr("%1 unread").arg(phrases::number(m_unread));
    const QList<accounts::Account> accounts = m_context.engine.accounts();
    const auto broken = std::count_if(accounts.cbegin(), accounts.cend(), [this](const accounts::Account &account) {
        return m_context.engine.status(account.id).state == engine::MailboxState::NeedsUser;
    });
    if (broken > 0)
        parts += phrases::plural(broken, tr("1 mailbox needs you"), tr("%1 mailboxes need you"));
    return parts.join(QLatin1Char('\n'));
}

void Tray::refresh()
{
    const QString words = sentence();
    m_icon.setToolTip(words.isEmpty() ? QStringLiteral("Inlet") : QStringLiteral("Inlet\n") + words);
    if (m_paintedCount != count()) {
        m_paintedCount = count();
        m_icon.setIcon(painted());
    }
}

QIcon Tray::painted() const
{
    QIcon icon;
    for (const int size : kIconSizes)
        icon.addPixmap(pixmap(m_paintedCount, size));
    return icon;
}

} // namespace inlet::ui
