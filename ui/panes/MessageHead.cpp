// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/MessageHead.h"

#include "ui/Phrases.h"
#include "ui/panes/MessageCard.h"
#include "ui/panes/PaneParts.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace inlet::ui::head
{

namespace
{

QString listOf(const QList<mime::Address> &people)
{
    constexpr int kMost = 6;
    QStringList names;
    for (const mime::Address &person : people) {
        if (names.size() == kMost) {
            names += MessageCard::tr("%1 more").arg(people.size() - kMost);
            break;
        }
        names += phrases::person(person.name, person.address);
    }
    return names.join(QStringLiteral(", "));
}

} // namespace

void paint(QPainter &painter, const QWidget &card, const Look &look)
{
    const QFontMetrics body(theme::bodyFont());
    const QFontMetrics small(theme::smallFont());
    const int line = body.height();
    const int top = theme::kGrid;
    const bool ours = look.message.kind == triage::Kind::Own;
    const auto mirror = [&card](const QRect &place) { return QStyle::visualRect(card.layoutDirection(), card.rect(), place); };
    const int flags = int(QStyle::visualAlignment(card.layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine);
    panes::InitialsDot::paint(painter, mirror(QRect(kSide, top, kAvatar, kAvatar)),
        look.message.from.name.isEmpty() ? look.message.from.address : look.message.from.name, ours ? look.colour : QString());
    // Time at the end of the first line.
    const QString time = phrases::relativeTime(look.message.at, QDateTime::currentDateTimeUtc());
    const int timeWidth = small.horizontalAdvance(time);
    const int firstTop = look.isOpen ? top - 1 : top + (kAvatar - line) / 2;
    int right = card.width() - kSide;
    painter.setFont(theme::smallFont());
    painter.setPen(theme::color(theme::Token::Secondary));
    painter.drawText(mirror(QRect(right - timeWidth, firstTop, timeWidth, line)), flags, time);
    right -= timeWidth + theme::kGap;
    const QString name = ours ? MessageCard::tr("You") : phrases::person(look.message.from.name, look.message.from.address);
    const QFontMetrics bold(theme::nameFont(!look.message.seen || look.isOpen));
    const int nameRoom = look.isOpen ? right - kTextLeft : std::min(right - kTextLeft, std::max(120, card.width() / 4));
    const QString nameText = bold.elidedText(name, Qt::ElideRight, nameRoom);
    painter.setFont(theme::nameFont(!look.message.seen || look.isOpen));
    painter.setPen(theme::color(theme::Token::Text));
    painter.drawText(mirror(QRect(kTextLeft, firstTop, nameRoom, line)), flags, nameText);
    painter.setFont(theme::bodyFont());
    painter.setPen(theme::color(theme::Token::Secondary));
    const int afterName = kTextLeft + bold.horizontalAdvance(nameText) + theme::kSpace;
    if (look.isOpen) {
        const QString address = look.message.from.name.isEmpty() && !ours ? QString() : phrases::oneLine(look.message.from.address, 254);
        painter.drawText(mirror(QRect(afterName, firstTop, std::max(0, right - afterName), line)), flags,
            body.elidedText(address, Qt::ElideMiddle, std::max(0, right - afterName)));
        QString people = MessageCard::tr("to %1").arg(listOf(look.message.to));
        if (!look.message.cc.isEmpty())
            people += MessageCard::tr(", cc %1").arg(listOf(look.message.cc));
        if (const QString kind = phrases::kindMark(look.message); !kind.isEmpty())
            people += QStringLiteral(" · ") + kind;
        const int room = card.width() - kSide - kTextLeft;
        painter.drawText(mirror(QRect(kTextLeft, firstTop + line + 2, room, line)), flags, body.elidedText(people, Qt::ElideRight, room));
        return;
    }
    const int left = afterName + theme::kGrid;
    const QString preview = phrases::oneLine(look.message.preview);
    painter.drawText(mirror(QRect(left, firstTop, std::max(0, right - left), line)), flags,
        body.elidedText(preview, Qt::ElideRight, std::max(0, right - left)));
}

} // namespace inlet::ui::head
