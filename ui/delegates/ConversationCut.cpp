// SPDX-License-Identifier: GPL-3.0-or-later
// What a row of the list says, cut to its width. What is painted of it is in ConversationDelegate.cpp.
#include "ui/Phrases.h"
#include "ui/Theme.h"
#include "ui/delegates/ConversationDelegate.h"
#include "ui/models/ConversationListModel.h"

#include <QDateTime>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr int kSmallIcon = 14;
constexpr int kDot = 8;

int chipHeight(const QFontMetrics &metrics)
{
    return metrics.height() + theme::kGrid / 2;
}

/// The words of `text` that one line has room for; they are taken off it. What a search found is bold, so it is measured as such,
/// and a match that goes on in the next line is one there, too.
QString takeLine(QString &text, int width)
{
    QFont strong = theme::bodyFont();
    strong.setWeight(QFont::DemiBold);
    // Letter by letter, so whole pixels would add up to much less or more than the line has.
    const QFontMetricsF plainMetrics(theme::bodyFont());
    const QFontMetricsF strongMetrics(strong);
    qsizetype end = 0; // behind the last word that fits
    bool inMatch = false;
    bool endsInMatch = false;
    qreal used = 1;
    for (qsizetype at = 0; at <= text.size() && used < width; ++at) {
        if (at == text.size() || text.at(at).isSpace()) {
            end = at;
            endsInMatch = inMatch;
        }
        if (at == text.size())
            break;
        const QChar c = text.at(at);
        if (c == ConversationDelegate::kMatchBegin || c == ConversationDelegate::kMatchEnd)
            inMatch = c == ConversationDelegate::kMatchBegin;
        else
            used += (inMatch ? strongMetrics : plainMetrics).horizontalAdvance(c);
    }
    QString line = text.left(end);
    text = text.mid(end).trimmed();
    if (endsInMatch && !line.isEmpty()) {
        line += ConversationDelegate::kMatchEnd;
        text.prepend(ConversationDelegate::kMatchBegin);
    }
    return line;
}

} // namespace

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
    if (m_look.density == Density::Compact) {
        cutCompact(*made, inner);
    } else {
        const bool three = m_look.density == Density::ThreeLines;
        const int line = QFontMetrics(theme::bodyFont()).height();
        const int between = three ? theme::kGrid / 2 : theme::kGrid;
        const int lines = three ? 3 : 2;
        const int top = (size.height() - lines * line - (lines - 1) * between) / 2;
        const QRect first(inner.left(), top, inner.width(), line);
        cutFirstLine(*made, first);
        cutSecondLine(*made, first.translated(0, line + between), three ? first.translated(0, 2 * (line + between)) : QRect());
    }
    m_cuts.insert(row.id, made);
    return *made;
}

QStringList ConversationDelegate::previewLines(const store::ConversationRow &row, const QSize &size) const
{
    QStringList lines;
    for (const Piece &line : cut(row, {}, size).preview)
        lines.append(line.text);
    return lines;
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
    if (made.row.messages > 1 && m_look.has(RowField::Count))
        takeRight(made.count, QString::number(made.row.messages), 0);
    if (made.row.category != store::Category::Unsorted && m_look.has(RowField::Category)) {
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
    if (!company.isEmpty() && m_look.has(RowField::Company) && right - left > kWorthwhile) {
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
/// `third`: where it goes on; empty: nowhere.
void ConversationDelegate::cutSecondLine(Cut &made, const QRect &whole, const QRect &third) const
{
    QRect line = whole;
    addIcons(made, line);
    const QFontMetrics body(theme::bodyFont());
    if (made.manyMailboxes && !made.mailbox.isEmpty() && m_look.has(RowField::Mailbox)) {
        made.dot = QRect(line.left(), line.top() + (line.height() - kDot) / 2, kDot, kDot);
        line.setLeft(line.left() + kDot + theme::kGrid + 1);
        made.shortName.text = body.elidedText(made.mailbox, Qt::ElideMiddle, line.width() / 3);
        made.shortName.rect = QRect(line.left(), line.top(), body.horizontalAdvance(made.shortName.text) + 2, line.height());
        line.setLeft(made.shortName.rect.right() + 1 + theme::kSpace);
    }
    if (m_look.has(RowField::Labels))
        addLabels(made, line);
    // Their words come first: the campaign stands where most of the line is left to them.
    constexpr int kRoomForCampaign = 240;
    const QString campaign = phrases::oneLine(made.row.campaign, 80);
    const bool isAlone = !m_look.has(RowField::Preview);
    if (m_look.density != Density::Compact && m_look.has(RowField::Campaign) && !campaign.isEmpty() && (isAlone || line.width() >= kRoomForCampaign)) {
        made.campaign.text = isAlone ? body.elidedText(campaign, Qt::ElideRight, line.width()) : body.elidedText(campaign, Qt::ElideRight, line.width() / 3) + QStringLiteral(" ·");
        made.campaign.rect = QRect(line.left(), line.top(), body.horizontalAdvance(made.campaign.text) + 2, line.height());
        line.setLeft(made.campaign.rect.right() + 1 + theme::kGrid);
    }
    addPreview(made, line, third);
}

/// What a search found is shown also where previews are not wanted: it says why the row is there.
void ConversationDelegate::addPreview(Cut &made, const QRect &line, const QRect &third) const
{
    if (!m_look.has(RowField::Preview) && made.row.snippet.isEmpty())
        return;
    const QString text = made.row.snippet.isEmpty() ? made.row.preview
        : made.row.snippetIsNote                   ? tr("Your note: %1").arg(made.row.snippet)
                                                   : made.row.snippet;
    QString rest = phrases::oneLine(text.isEmpty() ? made.row.subject : text);
    if (!third.isNull()) {
        const QString first = takeLine(rest, line.width());
        if (!first.isEmpty())
            made.preview.append({first, line});
        if (rest.isEmpty())
            return;
    }
    const QRect &last = third.isNull() ? line : third;
    made.preview.append({made.row.snippet.isEmpty() ? QFontMetrics(theme::bodyFont()).elidedText(rest, Qt::ElideRight, last.width()) : rest, last});
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
    cutSecondLine(made, rest, {});
}

} // namespace inlet::ui
