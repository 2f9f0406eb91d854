// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/DecisionLogModel.h"

#include "store/values/Triage.h"
#include "ui/HistoryWords.h"
#include "ui/Phrases.h"
#include "ui/Theme.h"
#include "ui/delegates/TableDelegate.h"

#include <QHash>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr qsizetype kMostNames = 3;

/// What of a conversation a verb changes, as bits: undo brings back that and no more.
int reachOf(const QString &verb)
{
    static const QHash<QString, int> reach = [] {
        using Verb = store::TriageVerb;
        enum Part { Place = 1, Category = 2, Snooze = 4, Reminder = 8, Kind = 16, Star = 32, Seen = 64, Silence = 128, Labels = 256 };
        const std::pair<Verb, int> parts[] = {{Verb::Archive, Place}, {Verb::Unarchive, Place}, {Verb::Delete, Place}, {Verb::Junk, Place},
            {Verb::SortAway, Place | Category}, {Verb::SetCategory, Category}, {Verb::Snooze, Snooze}, {Verb::Unsnooze, Snooze},
            {Verb::Remind, Reminder}, {Verb::Unremind, Reminder}, {Verb::MoveToOther, Kind}, {Verb::MoveToProspects, Kind},
            {Verb::Star, Star}, {Verb::Unstar, Star}, {Verb::MarkRead, Seen}, {Verb::MarkUnread, Seen},
            {Verb::MoveToFolder, Place}, {Verb::Mute, Silence | Place | Snooze | Reminder}, {Verb::Unmute, Silence}, {Verb::Label, Labels}};
        QHash<QString, int> made;
        for (const auto &[decided, part] : parts)
            made.insert(store::nameOf(decided), part);
        return made;
    }();
    return reach.value(verb);
}

} // namespace

/// The same key press; or the same note, which is saved again and again while somebody types.
bool DecisionLogModel::belongs(const Row &row, const store::DecisionRecord &record)
{
    if (row.record.verb != record.verb || row.record.author != record.author || row.record.takenBack != record.takenBack)
        return false;
    if (record.verb == QLatin1String("note"))
        return row.record.conversation == record.conversation;
    if (row.record.step.isValid() && row.record.step == record.step)
        return true; // a large one is done part by part
    return row.record.at == record.at && row.record.argument == record.argument && row.record.step == record.step
        && record.conversation.isValid();
}

void DecisionLogModel::setRecords(const QList<store::DecisionRecord> &records)
{
    m_rows.clear();
    for (const store::DecisionRecord &record : records) {
        if (record.verb == QLatin1String("undo"))
            continue; // said by what it took back
        if (!m_rows.isEmpty() && belongs(m_rows.last(), record)) {
            Row &row = m_rows.last();
            ++row.count;
            if (!row.conversations.contains(record.conversation)) {
                row.conversations.append(record.conversation);
                if (row.names.size() < kMostNames)
                    row.names.append(record.name);
            }
            continue;
        }
        m_rows.append({record, {record.conversation}, {record.name}, 1});
    }
    refill();
}

void DecisionLogModel::setSearch(const QString &wanted)
{
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    refill();
}

void DecisionLogModel::refill()
{
    beginResetModel();
    m_shown.clear();
    for (qsizetype at = 0; at < m_rows.size(); ++at) {
        const Row &row = m_rows.at(at);
        const auto has = [&](const QString &text) { return text.contains(m_wanted, Qt::CaseInsensitive); };
        if (m_wanted.isEmpty() || has(text(row, What)) || has(text(row, About)) || has(row.record.address))
            m_shown.append(at);
    }
    endResetModel();
}

const DecisionLogModel::Row *DecisionLogModel::row(int row) const
{
    return row >= 0 && row < m_shown.size() ? &m_rows.at(m_shown.at(row)) : nullptr;
}

int DecisionLogModel::rowOf(const QByteArray &decision) const
{
    for (int at = 0; at < m_shown.size(); ++at) {
        if (!decision.isEmpty() && row(at)->record.id == decision)
            return at;
    }
    return -1;
}

QList<UndoId> DecisionLogModel::laterSteps(int row) const
{
    QList<UndoId> steps;
    const Row *chosen = this->row(row);
    if (!chosen)
        return steps;
    for (qsizetype at = 0; at < m_shown.at(row); ++at) {
        const Row &later = m_rows.at(at);
        const bool touches = std::any_of(later.conversations.begin(), later.conversations.end(),
            [&](ConversationId id) { return id.isValid() && chosen->conversations.contains(id); });
        const bool same = (reachOf(later.record.verb) & reachOf(chosen->record.verb)) != 0;
        if (touches && same && later.record.step.isValid() && later.record.step != chosen->record.step && !steps.contains(later.record.step))
            steps.append(later.record.step);
    }
    return steps;
}

int DecisionLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int DecisionLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

QString DecisionLogModel::text(const Row &row, int column)
{
    switch (column) {
    case When: return phrases::eventTime(row.record.at, QDateTime::currentDateTimeUtc());
    case What:
        return row.record.takenBack ? tr("%1 (taken back)").arg(phrases::decision(row.record)) : phrases::decision(row.record);
    case About: {
        QStringList names;
        for (const QString &name : row.names)
            names += phrases::oneLine(name, 254);
        names.removeAll(QString());
        const qsizetype more = row.conversations.size() - row.names.size();
        return more > 0 ? tr("%1 and %2 more").arg(names.join(QStringLiteral(", ")), phrases::number(more)) : names.join(QStringLiteral(", "));
    }
    case By: return phrases::decidedBy(row.record);
    default: return {};
    }
}

QVariant DecisionLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &found = *row(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(found, index.column());
    case Qt::ToolTipRole: return index.column() == When ? phrases::exactTime(found.record.at) : text(found, index.column());
    case Qt::AccessibleTextRole: return index.column() == When ? phrases::spokenTime(found.record.at, QDateTime::currentDateTimeUtc())
                                                               : text(found, index.column());
    case TableDelegate::kTintRole: return found.record.takenBack ? QVariant(int(theme::Token::Secondary)) : QVariant();
    default: return {};
    }
}

QVariant DecisionLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case When: return tr("When");
    case What: return tr("What");
    case About: return tr("About");
    case By: return tr("By");
    default: return {};
    }
}

} // namespace inlet::ui
