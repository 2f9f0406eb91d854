// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/SeamLine.h"

#include "ui/Theme.h"

#include <QPainter>

#include <algorithm>

namespace inlet::ui
{

SeamLine::SeamLine(const QString &text, QWidget *parent) : QWidget(parent), m_text(text)
{
    setFixedHeight(QFontMetrics(theme::smallFont()).height() + theme::kGap);
    setAccessibleName(text);
    setToolTip(text);
}

void SeamLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(theme::smallFont());
    const QFontMetrics metrics(theme::smallFont());
    const QString shown = metrics.elidedText(m_text, Qt::ElideMiddle, width() - 4 * theme::kMargin);
    const int wide = metrics.horizontalAdvance(shown) + 2 * theme::kGap;
    const int left = (width() - wide) / 2;
    painter.setPen(theme::color(theme::Token::Secondary));
    painter.drawText(rect(), Qt::AlignCenter, shown);
    const QColor hairline = theme::color(theme::Token::Hairline);
    painter.fillRect(theme::kMargin, height() / 2, std::max(0, left - theme::kMargin), 1, hairline);
    painter.fillRect(left + wide, height() / 2, std::max(0, width() - left - wide - theme::kMargin), 1, hairline);
}

} // namespace inlet::ui
