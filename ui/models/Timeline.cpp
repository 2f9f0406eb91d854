// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/Timeline.h"

#include "ui/DeliveryWords.h"
#include "ui/HistoryWords.h"
#include "ui/Phrases.h"

#include <QCoreApplication>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr qsizetype kMostDecisions = 5; ///< between two messages

QString timelineWord(const char *text)
{
    return QCoreApplication::translate("inlet::ui::Timeline", text);
}

/// What the message itself tells: it left and was seen, it bounced, a rule sorted it.
void addOfMessage(const store::MessageItem &message, qsizetype index, const QDateTime &now, QList<TimelineEvent> &out)
{
    if (message.ledger == store::LedgerState::Sent && message.ledgerAt.isValid()) {
        out.append({index, message.ledgerAt, timelineWord("Sent, seen in Sent %1").arg(phrases::eventTime(message.ledgerAt, now)),
            QStringLiteral("sent"), false});
    }
    for (const store::BounceFact &fact : message.bounces) {
        // The time before the reason, which may be cut.
        const QString who = phrases::oneLine(fact.recipient, 254);
        const QString when = fact.at.isValid() ? timelineWord("%1, %2").arg(who, phrases::eventTime(fact.at, now)) : who;
        out.append({index, fact.at, timelineWord("Did not reach %1. %2").arg(when, phrases::bounce(fact)), QStringLiteral("bounce"), true});
    }
    if (message.ruled) {
        out.append({index, message.at,
            timelineWord("Category set to %1 by your rule “%2”").arg(phrases::category(*message.ruled), phrases::oneLine(message.ruleWords)),
            QStringLiteral("tag"), false});
    }
}

TimelineEvent eventOf(const store::DecisionRecord &record, qsizetype after, const QDateTime &now)
{
    const QString who = record.ours ? timelineWord("%1 by you, %2") : timelineWord("%1 on another computer, %2");
    return {after, record.at, who.arg(phrases::decision(record), phrases::eventTime(record.at, now)), phrases::decisionIcon(record), false};
}

/// The newest decisions of each gap; `records` newest first.
QList<TimelineEvent> decided(const QList<store::MessageItem> &messages, const QList<store::DecisionRecord> &records, const QDateTime &now)
{
    QList<TimelineEvent> out;
    qsizetype after = messages.size() - 1;
    qsizetype told = 0;
    qsizetype untold = 0;
    const auto endGap = [&] {
        if (untold > 0) {
            out.append({after, {}, phrases::plural(untold, timelineWord("1 earlier decision"), timelineWord("%1 earlier decisions")), QStringLiteral("clock"), false});
        }
        told = untold = 0;
    };
    for (const store::DecisionRecord &record : records) {
        if (!phrases::isEvent(record))
            continue;
        qsizetype place = after;
        while (place >= 0 && messages.at(place).at > record.at)
            --place;
        if (place != after) {
            endGap();
            after = place;
        }
        if (told < kMostDecisions) {
            out.append(eventOf(record, after, now));
            ++told;
        } else {
            ++untold;
        }
    }
    endGap();
    std::reverse(out.begin(), out.end());
    return out;
}

} // namespace

QList<TimelineEvent> timelineEvents(const QList<store::MessageItem> &messages, const QList<store::DecisionRecord> &decisions, const QDateTime &now)
{
    QList<TimelineEvent> out;
    for (qsizetype at = 0; at < messages.size(); ++at)
        addOfMessage(messages.at(at), at, now, out);
    out += decided(messages, decisions, now);
    std::stable_sort(out.begin(), out.end(), [](const TimelineEvent &one, const TimelineEvent &other) { return one.after < other.after; });
    return out;
}

} // namespace inlet::ui
