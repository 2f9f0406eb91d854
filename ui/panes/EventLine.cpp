// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/EventLine.h"

#include "ui/Accessible.h"
#include "ui/Theme.h"
#include "ui/panes/MessageCard.h"

#include <QPainter>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr int kEventIcon = 14;

} // namespace

EventLine::EventLine(const QString &text, const QString &icon, bool bad, QWidget *parent)
    : QWidget(parent), m_text(text), m_icon(icon), m_bad(bad)
{
    setObjectName(QStringLiteral("eventLine"));
    setFixedHeight(std::max(QFontMetrics(theme::smallFont()).height(), kEventIcon) + theme::kGrid);
    accessible::setRole(this, QAccessible::StaticText);
    setAccessibleName(text);
    setToolTip(text);
}

void EventLine::paintEvent(QPaintEvent *)
{
    using theme::Token;
    QPainter painter(this);
    const Token tint = m_bad ? Token::Danger : Token::Secondary;
    const auto at = [this](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    const int left = MessageCard::textLeft();
    theme::icon(m_icon, tint).paint(&painter, at(QRect(left, (height() - kEventIcon) / 2, kEventIcon, kEventIcon)));
    painter.setFont(theme::smallFont());
    painter.setPen(theme::color(tint));
    const int textLeft = left + kEventIcon + theme::kSpace;
    const int room = std::max(0, width() - textLeft - theme::kMargin);
    painter.drawText(at(QRect(textLeft, 0, room, height())),
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine),
        QFontMetrics(theme::smallFont()).elidedText(m_text, Qt::ElideRight, room));
}

} // namespace inlet::ui
