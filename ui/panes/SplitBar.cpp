// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/SplitBar.h"

#include "ui/Accessible.h"
#include "ui/CategoryBook.h"
#include "ui/Phrases.h"
#include "ui/Theme.h"
#include "ui/actions/KeyBindings.h"

#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <array>
#include <numeric>

namespace inlet::ui
{

namespace
{

using theme::Token;

constexpr int kTabPadding = 9;
constexpr int kMoreWidth = 28;

constexpr std::array kOrder = {store::Category::Interested, store::Category::MeetingRequest, store::Category::InformationRequest,
    store::Category::NotNow, store::Category::OutOfOffice, store::Category::NotInterested, store::Category::WrongPerson,
    store::Category::DoNotContact, store::Category::Bounce};

QList<store::Category> splitOrder()
{
    QList<store::Category> order(kOrder.begin(), kOrder.end());
    for (const store::OwnCategory &own : categoryBook().own())
        order.append(own.category);
    return order << store::Category::Unsorted;
}

} // namespace

std::optional<store::Category> nextSplit(const store::SplitCounts &counts)
{
    const QList<store::Category> order = splitOrder();
    for (const store::Category category : order) {
        if (counts.value(int(category)) > 0)
            return category;
    }
    return std::nullopt;
}

SplitBar::SplitBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    accessible::setRole(this, QAccessible::PageTabList);
    setAccessibleName(tr("Splits"));
    nameKeys();
    connect(&keyBindings(), &KeyBindings::changed, this, &SplitBar::nameKeys);
    connect(&categoryBook(), &CategoryBook::changed, this, &SplitBar::rebuild);
    rebuild();
}

void SplitBar::nameKeys()
{
    const QString next = firstKey(ActionId::NextSplit);
    const QString previous = firstKey(ActionId::PreviousSplit);
    setToolTip(next.isEmpty() || previous.isEmpty() ? QString() : tr("%1 and %2 walk through the splits").arg(next, previous));
}

QSize SplitBar::sizeHint() const
{
    return {200, std::max(theme::kControlCompact, fontMetrics().height() + theme::kGap)};
}

void SplitBar::setCounts(const store::SplitCounts &counts)
{
    if (counts == m_counts)
        return;
    m_counts = counts;
    describe();
    rebuild();
}

void SplitBar::setCurrent(std::optional<store::Category> category)
{
    m_current = category;
    describe();
    rebuild();
}

void SplitBar::describe()
{
    const QString name = m_current ? phrases::category(*m_current) : tr("All");
    setAccessibleDescription(tr("%1, %2").arg(name, phrases::number(countOf(m_current))));
}

qint64 SplitBar::countOf(std::optional<store::Category> category) const
{
    return category ? m_counts.value(int(*category)) : std::accumulate(m_counts.cbegin(), m_counts.cend(), qint64(0));
}

void SplitBar::rebuild()
{
    m_tabs = {{std::nullopt, tr("All"), {}}};
    const QList<store::Category> order = splitOrder();
    for (const store::Category category : order) {
        if (m_counts.value(int(category)) > 0 || category == m_current)
            m_tabs.append({category, phrases::shortCategory(category), {}});
    }
    place();
}

void SplitBar::place()
{
    const QFontMetrics metrics(theme::nameFont(true));
    int needed = 0;
    for (const Tab &tab : std::as_const(m_tabs))
        needed += metrics.horizontalAdvance(tab.text) + 2 * kTabPadding;
    const int room = needed > width() ? width() - kMoreWidth : width();
    int x = 0;
    bool full = false;
    for (Tab &tab : m_tabs) {
        const int wide = metrics.horizontalAdvance(tab.text) + 2 * kTabPadding;
        full = full || x + wide > room;
        tab.rect = full ? QRect() : QRect(x, 0, wide, height());
        if (!full)
            x += wide;
    }
    m_more = full ? QRect(x, 0, kMoreWidth, height()) : QRect();
    // The chosen one is always in sight: it takes the place of the last that fits.
    for (Tab &tab : m_tabs) {
        if (tab.category != m_current || !tab.rect.isNull())
            continue;
        const int wide = metrics.horizontalAdvance(tab.text) + 2 * kTabPadding;
        for (auto other = m_tabs.rbegin(); other != m_tabs.rend() && x + wide > room; ++other) {
            if (other->rect.isNull() || !other->category)
                continue;
            x = other->rect.left();
            other->rect = {};
        }
        tab.rect = QRect(x, 0, wide, height());
        m_more.moveLeft(x + wide);
    }
    update();
}

void SplitBar::step(int by)
{
    const auto count = int(m_tabs.size());
    for (int at = 0; at < count; ++at) {
        if (m_tabs.at(at).category == m_current) {
            Q_EMIT chosen(m_tabs.at((at + by + count) % count).category);
            return;
        }
    }
}

void SplitBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto mirror = [this](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    for (int at = 0; at < m_tabs.size(); ++at) {
        const Tab &tab = m_tabs.at(at);
        if (tab.rect.isNull())
            continue;
        const bool isCurrent = tab.category == m_current;
        const QRect place = mirror(tab.rect);
        if (isCurrent || at == m_hover) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme::color(isCurrent ? Token::Pressed : Token::Hover));
            painter.drawRoundedRect(place.adjusted(1, 2, -1, -2), theme::kRadius, theme::kRadius);
        }
        painter.setFont(theme::nameFont(isCurrent));
        painter.setPen(theme::color(isCurrent ? Token::Text : Token::Secondary));
        painter.drawText(place, Qt::AlignCenter, tab.text);
    }
    if (!m_more.isNull()) {
        constexpr int kIconSize = 16;
        QRect icon(0, 0, kIconSize, kIconSize);
        icon.moveCenter(mirror(m_more).center());
        theme::icon(QStringLiteral("more")).paint(&painter, icon);
    }
}

int SplitBar::tabAt(const QPoint &point) const
{
    for (int at = 0; at < m_tabs.size(); ++at) {
        if (QStyle::visualRect(layoutDirection(), rect(), m_tabs.at(at).rect).contains(point))
            return at;
    }
    return -1;
}

void SplitBar::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const int at = tabAt(point);
    if (at >= 0)
        Q_EMIT chosen(m_tabs.at(at).category);
    else if (QStyle::visualRect(layoutDirection(), rect(), m_more).contains(point))
        showRest();
}

void SplitBar::showRest()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("splitMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Tab &tab : std::as_const(m_tabs)) {
        if (!tab.rect.isNull())
            continue;
        const QString name = QString(tab.text).replace(QLatin1Char('&'), QLatin1String("&&"));
        QAction *entry = menu->addAction(name + QLatin1Char('\t') + phrases::count(countOf(tab.category)));
        connect(entry, &QAction::triggered, this, [this, category = tab.category] { Q_EMIT chosen(category); });
    }
    menu->popup(mapToGlobal(m_more.bottomLeft()));
}

void SplitBar::mouseMoveEvent(QMouseEvent *event)
{
    m_hover = tabAt(event->position().toPoint());
    update();
}

void SplitBar::leaveEvent(QEvent *)
{
    m_hover = -1;
    update();
}

void SplitBar::resizeEvent(QResizeEvent *)
{
    place();
}

} // namespace inlet::ui
