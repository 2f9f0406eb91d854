// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/ConversationDelegate.h"

#include "ui/CategoryBook.h"
#include "ui/Theme.h"
#include "ui/Phrases.h"
#include "ui/models/ConversationListModel.h"

#include <QApplication>
#include <QDateTime>
#include <QPainter>
#include <QPainterPath>

namespace inlet::ui
{

namespace
{

using theme::Token;

constexpr int kCutsKept = 400;
constexpr int kSmallIcon = 14;
constexpr int kDot = 8;
constexpr int kUnreadBar = 3;
constexpr QChar kMatchBegin(0xE000);
constexpr QChar kMatchEnd(0xE001);

QRect mirrored(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, QRect(QPoint(), option.rect.size()), rect);
}

Qt::Alignment leading(const QStyleOptionViewItem &option)
{
    return QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
}

int chipHeight(const QFontMetrics &metrics)
{
    return metrics.height() + theme::kGrid / 2;
}

} // namespace

ConversationDelegate::ConversationDelegate(QObject *parent) : QStyledItemDelegate(parent), m_cuts(kCutsKept) {}

void ConversationDelegate::setCompact(bool compact)
{
    m_compact = compact;
    forget();
}

void ConversationDelegate::forget()
{
    m_cuts.clear();
}

int ConversationDelegate::rowHeight() const
{
    const int line = QFontMetrics(theme::bodyFont()).height();
    if (m_compact)
        return std::max(theme::kRowCompact, line + theme::kSpace);
    return std::max(theme::kRowComfortable, 2 * line + theme::kGrid + 2 * theme::kGap);
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), rowHeight()};
}

const ConversationDelegate::Cut &ConversationDelegate::cut(const store::ConversationRow &row, const QModelIndex &index,
    const QSize &size) const
{
    constexpr qint64 kMsPerMinute = 60'000;
    const qint64 minute = QDateTime::currentMSecsSinceEpoch() / kMsPerMinute;
    const QRect rect(QPoint(), size);
    const Cut *known = m_cuts.object(row.id);
    if (known && known->rect == rect && known->minute == minute && known->row == row)
        return *known;
    auto *made = new Cut;
    made->row = row;
    made->rect = rect;
    made->minute = minute;
    made->manyMailboxes = index.data(int(ListRole::ManyMailboxes)).toBool();
    made->mailbox = index.data(int(ListRole::MailboxName)).toString();
    const QRect inner = rect.adjusted(kInset + theme::kGap, 0, -kInset - theme::kGap, 0);
    if (m_compact) {
        cutCompact(*made, inner);
    } else {
        const int line = QFontMetrics(theme::bodyFont()).height();
        const int top = (size.height() - 2 * line - theme::kGrid) / 2;
        cutFirstLine(*made, QRect(inner.left(), top, inner.width(), line));
        cutSecondLine(*made, QRect(inner.left(), top + line + theme::kGrid, inner.width(), line));
    }
    m_cuts.insert(row.id, made);
    return *made;
}

/// name · company ........ chip  3  12 min
void ConversationDelegate::cutFirstLine(Cut &made, const QRect &line) const
{
    const QFontMetrics small(theme::smallFont());
    const QFontMetrics bold(theme::nameFont(made.row.unread > 0));
    int right = line.right() + 1;
    const auto takeRight = [&](Piece &piece, const QString &text, int padding) {
        if (text.isEmpty())
            return;
        const int width = small.horizontalAdvance(text) + 2 * padding;
        piece = {text, QRect(right - width, line.top(), width, line.height())};
        right -= width + theme::kSpace;
    };
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString wakes = phrases::wakeTime(made.row.snoozedUntil, now);
    takeRight(made.time, wakes.isEmpty() ? phrases::relativeTime(made.row.lastAt, now) : wakes, 0);
    if (made.row.messages > 1)
        takeRight(made.count, QString::number(made.row.messages), 0);
    if (made.row.category != store::Category::Unsorted) {
        const bool automatic = phrases::isGuessed(made.row);
        const QString word = small.elidedText(phrases::shortCategory(made.row.category), Qt::ElideRight, line.width() / 3);
        takeRight(made.chip, automatic ? tr("%1 · auto").arg(word) : word, theme::kGrid + 2);
        const int height = chipHeight(small);
        made.chip.rect = QRect(made.chip.rect.left(), line.top() + (line.height() - height) / 2, made.chip.rect.width(), height);
    }
    const int room = std::max(0, right - line.left());
    const QString name = phrases::person(made.row.prospectName, made.row.prospectAddress);
    const bool isAddress = phrases::oneLine(made.row.prospectName).isEmpty();
    made.name.text = bold.elidedText(name, isAddress ? Qt::ElideMiddle : Qt::ElideRight, room);
    made.name.rect = QRect(line.left(), line.top(), std::min(room, bold.horizontalAdvance(made.name.text) + 2), line.height());
    const QString company = isAddress && made.row.company.isEmpty() ? QString() : phrases::company(made.row);
    const int left = made.name.rect.right() + 1 + theme::kSpace;
    const QFontMetrics body(theme::bodyFont());
    constexpr int kWorthwhile = 48;
    if (!company.isEmpty() && right - left > kWorthwhile) {
        made.company.text = body.elidedText(company, Qt::ElideRight, right - left);
        made.company.rect = QRect(left, line.top(), right - left, line.height());
    }
}

void ConversationDelegate::addIcons(Cut &made, QRect &line) const
{
    const auto add = [&](bool wanted, const char *name) {
        if (!wanted)
            return;
        made.icons.append({QString::fromLatin1(name), QRect(line.right() + 1 - kSmallIcon,
            line.top() + (line.height() - kSmallIcon) / 2, kSmallIcon, kSmallIcon)});
        line.setRight(line.right() - kSmallIcon - theme::kGrid);
    };
    using store::LedgerState;
    const bool stuck = made.row.outgoing == LedgerState::Failed || made.row.outgoing == LedgerState::Unknown;
    add(made.row.starred, "star-filled");
    add(stuck, "warning");
    add(made.row.outgoing.has_value() && !stuck && made.row.outgoing != LedgerState::Sent
            && made.row.outgoing != LedgerState::Cancelled, "send");
    add(made.row.snoozedUntil.isValid(), "clock");
    add(made.row.muted, "bell-off");
    add(made.row.remindAt.isValid() || made.row.reminderDue, "bell");
    add(made.row.hasAttachment, "paperclip");
    add(made.row.weWroteLast, "arrow-out");
    if (!made.icons.isEmpty())
        line.setRight(line.right() - theme::kGrid);
}

/// As many as a third of the line has room for; "+2" for the others.
void ConversationDelegate::addLabels(Cut &made, QRect &line) const
{
    const QFontMetrics small(theme::smallFont());
    const int height = chipHeight(small);
    int room = line.width() / 3;
    const auto add = [&](const QString &text) {
        const int width = small.horizontalAdvance(text) + 2 * (theme::kGrid + 1);
        made.labels.append({text, QRect(line.left(), line.top() + (line.height() - height) / 2, width, height)});
        line.setLeft(line.left() + width + theme::kGrid);
        room -= width + theme::kGrid;
    };
    for (qsizetype at = 0; at < made.row.labels.size(); ++at) {
        constexpr int kWidest = 90;
        constexpr qsizetype kMostLetters = 60;
        const QString text = small.elidedText(phrases::oneLine(made.row.labels.at(at), kMostLetters), Qt::ElideRight, std::min(kWidest, line.width() / 4));
        if (small.horizontalAdvance(text) + 2 * (theme::kGrid + 1) > room) {
            add(QStringLiteral("+%1").arg(made.row.labels.size() - at));
            break;
        }
        add(text);
    }
    if (!made.labels.isEmpty())
        line.setLeft(line.left() + theme::kGrid);
}

/// ● anna  Spring 26 · first line of their newest text ......... icons
void ConversationDelegate::cutSecondLine(Cut &made, const QRect &whole) const
{
    QRect line = whole;
    addIcons(made, line);
    const QFontMetrics body(theme::bodyFont());
    if (made.manyMailboxes && !made.mailbox.isEmpty()) {
        made.dot = QRect(line.left(), line.top() + (line.height() - kDot) / 2, kDot, kDot);
        line.setLeft(line.left() + kDot + theme::kGrid + 1);
        made.shortName.text = body.elidedText(made.mailbox, Qt::ElideMiddle, line.width() / 3);
        made.shortName.rect = QRect(line.left(), line.top(), body.horizontalAdvance(made.shortName.text) + 2, line.height());
        line.setLeft(made.shortName.rect.right() + 1 + theme::kSpace);
    }
    addLabels(made, line);
    // Their words come first: the campaign stands where most of the line is left to them.
    constexpr int kRoomForCampaign = 240;
    const QString campaign = phrases::oneLine(made.row.campaign, 80);
    if (!m_compact && !campaign.isEmpty() && line.width() >= kRoomForCampaign) {
        made.campaign.text = body.elidedText(campaign, Qt::ElideRight, line.width() / 3) + QStringLiteral(" ·");
        made.campaign.rect = QRect(line.left(), line.top(), body.horizontalAdvance(made.campaign.text) + 2, line.height());
        line.setLeft(made.campaign.rect.right() + 1 + theme::kGrid);
    }
    const QString text = made.row.snippet.isEmpty() ? made.row.preview
        : made.row.snippetIsNote                   ? tr("Your note: %1").arg(made.row.snippet)
                                                   : made.row.snippet;
    const QString shown = phrases::oneLine(text.isEmpty() ? made.row.subject : text);
    made.preview.text = made.row.snippet.isEmpty() ? body.elidedText(shown, Qt::ElideRight, line.width()) : shown;
    made.preview.rect = line;
}

/// One line: ● name  preview ... icons chip time
void ConversationDelegate::cutCompact(Cut &made, const QRect &whole) const
{
    constexpr double kNameShare = 0.34;
    QRect line = whole;
    cutFirstLine(made, line);
    const int end = made.chip.text.isEmpty() ? (made.count.text.isEmpty() ? made.time.rect.left() : made.count.rect.left())
                                             : made.chip.rect.left();
    const QFontMetrics bold(theme::nameFont(made.row.unread > 0));
    const int width = int(line.width() * kNameShare);
    made.company = {};
    made.name.text = bold.elidedText(phrases::person(made.row.prospectName, made.row.prospectAddress), Qt::ElideRight, width);
    made.name.rect.setWidth(width);
    QRect rest(line.left() + width + theme::kGap, line.top(), end - theme::kSpace - line.left() - width - theme::kGap, line.height());
    cutSecondLine(made, rest);
}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->translate(option.rect.topLeft());
    painter->setRenderHint(QPainter::Antialiasing);
    paintBackground(painter, option, index);
    const QVariant value = index.data(int(ListRole::Row));
    if (!index.data(int(ListRole::IsLoaded)).toBool()) {
        paintSkeleton(painter, QRect(QPoint(), option.rect.size()), index.row());
    } else {
        const auto row = value.value<store::ConversationRow>();
        paintTexts(painter, cut(row, index, option.rect.size()), option, index);
    }
    painter->restore();
}

void ConversationDelegate::paintBackground(QPainter *painter, const QStyleOptionViewItem &option,
    const QModelIndex &index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool marked = index.data(int(ListRole::IsMarked)).toBool();
    const QRectF box = QRectF(QPoint(), option.rect.size()).adjusted(kInset, 1, -kInset, -1);
    painter->setPen(Qt::NoPen);
    if (selected || marked) {
        painter->setBrush(theme::color(Token::Selected));
        painter->drawRoundedRect(box, theme::kRadius, theme::kRadius);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->setBrush(theme::color(Token::Hover));
        painter->drawRoundedRect(box, theme::kRadius, theme::kRadius);
    }
    if (selected && (option.state & QStyle::State_HasFocus)) {
        constexpr qreal kHalf = theme::kFocusRing / 2.0;
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(theme::color(Token::Focus), theme::kFocusRing));
        painter->drawRoundedRect(box.adjusted(kHalf, kHalf, -kHalf, -kHalf), theme::kRadius - kHalf, theme::kRadius - kHalf);
    }
    if (!marked)
        return;
    const QRectF badge(mirrored(option, QRect(kInset - 2, option.rect.height() / 2 - 8, 16, 16)));
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme::color(Token::Accent));
    painter->drawEllipse(badge);
    theme::icon(QStringLiteral("check"), Token::AccentText).paint(painter, badge.toRect().adjusted(2, 2, -2, -2));
}

void ConversationDelegate::paintTexts(QPainter *painter, const Cut &made, const QStyleOptionViewItem &option,
    const QModelIndex &index) const
{
    const bool unread = made.row.unread > 0;
    const auto draw = [&](const Piece &piece, const QFont &font, Token token) {
        if (piece.text.isEmpty())
            return;
        painter->setFont(font);
        painter->setPen(theme::color(token));
        painter->drawText(mirrored(option, piece.rect), int(leading(option) | Qt::TextSingleLine), piece.text);
    };
    if (unread && !index.data(int(ListRole::IsMarked)).toBool()) {
        const int inset = made.rect.height() / 4;
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme::color(Token::Accent));
        painter->drawRoundedRect(mirrored(option, QRect(kInset + theme::kGrid, inset, kUnreadBar, made.rect.height() - 2 * inset)),
            kUnreadBar / 2.0, kUnreadBar / 2.0);
    }
    draw(made.name, theme::nameFont(unread), Token::Text);
    draw(made.company, theme::bodyFont(), Token::Secondary);
    draw(made.count, theme::smallFont(), Token::Secondary);
    draw(made.time, theme::smallFont(), unread ? Token::Accent : Token::Secondary);
    paintChip(painter, made, option);
    if (!made.dot.isNull()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme::mailboxDot(index.data(int(ListRole::MailboxColour)).toString()).background);
        painter->drawEllipse(mirrored(option, made.dot));
        draw(made.shortName, theme::bodyFont(), Token::Secondary);
    }
    paintLabels(painter, made, option);
    draw(made.campaign, theme::bodyFont(), Token::Secondary);
    paintPreview(painter, made, option);
    for (const auto &[name, place] : made.icons) {
        const bool isStar = name == QLatin1String("star-filled");
        const bool isWarning = name == QLatin1String("warning") || (name == QLatin1String("bell") && made.row.reminderDue);
        theme::icon(name, isWarning ? Token::Danger : isStar ? Token::Warning : Token::Secondary)
            .paint(painter, mirrored(option, place));
    }
}

/// Matches of a search are shown bold, with the first one in sight.
void ConversationDelegate::paintPreview(QPainter *painter, const Cut &made, const QStyleOptionViewItem &option) const
{
    const QRect place = mirrored(option, made.preview.rect);
    painter->setFont(theme::bodyFont());
    painter->setPen(theme::color(Token::Secondary));
    if (!made.preview.text.contains(kMatchBegin)) {
        painter->drawText(place, int(leading(option) | Qt::TextSingleLine), made.preview.text);
        return;
    }
    QFont strong = theme::bodyFont();
    strong.setWeight(QFont::DemiBold);
    const QFontMetrics plainMetrics(theme::bodyFont());
    const QFontMetrics strongMetrics(strong);
    int x = place.left();
    bool inMatch = false;
    QString run;
    const auto flush = [&] {
        const QFontMetrics &metrics = inMatch ? strongMetrics : plainMetrics;
        const QString fitting = metrics.elidedText(run, Qt::ElideRight, place.right() - x);
        painter->setFont(inMatch ? strong : theme::bodyFont());
        painter->setPen(theme::color(inMatch ? Token::Text : Token::Secondary));
        painter->drawText(QRect(x, place.top(), place.right() - x + 1, place.height()), int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), fitting);
        x += metrics.horizontalAdvance(run);
        run.clear();
    };
    for (const QChar character : made.preview.text) {
        if (x >= place.right())
            return;
        if (character == kMatchBegin || character == kMatchEnd) {
            flush();
            inMatch = character == kMatchBegin;
        } else {
            run.append(character);
        }
    }
    if (x < place.right())
        flush();
}

void ConversationDelegate::paintLabels(QPainter *painter, const Cut &made, const QStyleOptionViewItem &option) const
{
    for (const Piece &label : made.labels) {
        const QRectF box = QRectF(mirrored(option, label.rect)).adjusted(0.5, 0.5, -0.5, -0.5);
        painter->setPen(QPen(theme::color(Token::Faint), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(box, theme::kGrid, theme::kGrid);
        painter->setPen(theme::color(Token::Secondary));
        painter->setFont(theme::smallFont());
        painter->drawText(box, Qt::AlignCenter, label.text);
    }
}

/// A soft chip with its word; the automatic ones have a dashed edge.
void ConversationDelegate::paintChip(QPainter *painter, const Cut &made, const QStyleOptionViewItem &option) const
{
    if (made.chip.text.isEmpty())
        return;
    const theme::ChipColors colours = theme::chip(chipOf(made.row.category));
    const QRectF box = QRectF(mirrored(option, made.chip.rect)).adjusted(0.5, 0.5, -0.5, -0.5);
    QPen edge(Qt::NoPen);
    if (phrases::isGuessed(made.row))
        edge = QPen(theme::blend(colours.background, QColor(colours.text.red(), colours.text.green(), colours.text.blue(), 140)), 1, Qt::CustomDashLine);
    if (edge.style() == Qt::CustomDashLine)
        edge.setDashPattern({2, 2});
    painter->setPen(edge);
    painter->setBrush(colours.background);
    painter->drawRoundedRect(box, theme::kGrid, theme::kGrid);
    painter->setPen(colours.text);
    painter->setFont(theme::smallFont());
    painter->drawText(box, Qt::AlignCenter, made.chip.text);
}

} // namespace inlet::ui
