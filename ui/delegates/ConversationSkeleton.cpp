// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Theme.h"
#include "ui/delegates/ConversationDelegate.h"

#include <QPainter>

namespace inlet::ui
{

void ConversationDelegate::paintSkeleton(QPainter *painter, const QRect &rect, int seed) const
{
    constexpr int kBar = 10;
    constexpr int kVariants = 5;
    QColor bar = theme::color(theme::Token::Faint);
    bar.setAlphaF(0.28F);
    painter->setPen(Qt::NoPen);
    painter->setBrush(bar);
    const QRect inner = rect.adjusted(kInset + theme::kGap, 0, -kInset - theme::kGap, 0);
    const int step = seed % kVariants;
    const auto draw = [&](int x, int y, int width) {
        painter->drawRoundedRect(QRect(inner.left() + x, rect.top() + y, width, kBar), kBar / 2.0, kBar / 2.0);
    };
    const int wide = inner.width();
    if (m_compact) {
        draw(0, (rect.height() - kBar) / 2, wide / 5 + step * 8);
        draw(wide / 3, (rect.height() - kBar) / 2, wide / 2 - step * 12);
        return;
    }
    const int first = rect.height() / 2 - kBar - theme::kGrid;
    const int second = rect.height() / 2 + theme::kGrid;
    draw(0, first, wide / 3 + step * 14);
    draw(wide - 36, first, 36);
    draw(0, second, wide / 2 + ((step * 37) % 97));
}

} // namespace inlet::ui
