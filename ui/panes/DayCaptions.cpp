// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/DayCaptions.h"

#include "ui/models/ConversationListModel.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace inlet::ui
{

namespace
{

bool isByDay(const ConversationListModel &model)
{
    switch (model.query().scope) {
    case store::Scope::Snoozed: // their rows tell when they come back, when something leaves
    case store::Scope::Scheduled:
    case store::Scope::Outbox:
    case store::Scope::AwaitingReply: // and what we sent last
    case store::Scope::Sent:
    case store::Scope::Today:
        return false;
    case store::Scope::NeedsAnswer:
    case store::Scope::All:
    case store::Scope::Unread:
    case store::Scope::Bounces:
    case store::Scope::Other:
    case store::Scope::Starred:
    case store::Scope::Archived:
        break;
    }
    return model.order() == store::ListOrder::NewestFirst;
}

QDate weekBegin(QDate day)
{
    constexpr int kDays = 7;
    return day.addDays(-((day.dayOfWeek() - int(QLocale().firstDayOfWeek()) + kDays) % kDays));
}

QString said(const char *words)
{
    return QCoreApplication::translate("DayCaptions", words);
}

} // namespace

QList<FlatListView::Caption> dayCaptions(const ConversationListModel &model, QDate today)
{
    if (!isByDay(model))
        return {};
    QList<FlatListView::Caption> captions;
    int row = 0;
    const auto add = [&](const QString &words, int end) {
        if (end > row)
            captions.append({row, words});
        row = std::max(row, end);
    };
    const auto begin = [&](QDate day) { return model.firstRowBefore(day.startOfDay().toMSecsSinceEpoch()); };
    add(said("Today"), begin(today));
    add(said("Yesterday"), begin(today.addDays(-1)));
    add(said("This week"), begin(weekBegin(today)));
    add(said("Earlier"), model.rowCount());
    return captions.size() > 1 ? captions : QList<FlatListView::Caption>();
}

} // namespace inlet::ui
