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
    if (m_look.density == Density::Compact) {
        draw(0, (rect.height() - kBar) / 2, wide / 5 + step * 8);
        draw(wide / 3, (rect.height() - kBar) / 2, wide / 2 - step * 12);
        return;
    }
    const bool three = m_look.density == Density::ThreeLines;
    const int pitch = kBar + 2 * theme::kGrid;
    const int first = (rect.height() - kBar - (three ? 2 : 1) * pitch) / 2;
    draw(0, first, wide / 3 + step * 14);
    draw(wide - 36, first, 36);
    draw(0, first + pitch, three ? wide * 9 / 10 : wide / 2 + ((step * 37) % 97));
    if (three)
        draw(0, first + 2 * pitch, wide / 2 + ((step * 37) % 97));
}

} // namespace inlet::ui
