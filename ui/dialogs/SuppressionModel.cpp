// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/SuppressionModel.h"

#include "ui/Phrases.h"
#include "ui/dialogs/RecipientGuard.h"

#include <QLocale>

namespace inlet::ui
{

void SuppressionModel::setEntries(const QList<store::Suppression> &entries)
{
    m_entries = entries;
    refill();
}

void SuppressionModel::setSearch(const QString &wanted)
{
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    refill();
}

void SuppressionModel::refill()
{
    beginResetModel();
    m_shown.clear();
    for (qsizetype at = 0; at < m_entries.size(); ++at) {
        const store::Suppression &entry = m_entries.at(at);
        if (m_wanted.isEmpty() || entry.pattern.contains(m_wanted, Qt::CaseInsensitive) || entry.reason.contains(m_wanted, Qt::CaseInsensitive))
            m_shown.append(at);
    }
    endResetModel();
}

QString SuppressionModel::patternAt(int row) const
{
    return row >= 0 && row < m_shown.size() ? m_entries.at(m_shown.at(row)).pattern : QString();
}

int SuppressionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int SuppressionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

QVariant SuppressionModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const store::Suppression &entry = m_entries.at(m_shown.at(index.row()));
    switch (index.column()) {
    case Pattern: return entry.isDomain() ? tr("everyone at %1").arg(phrases::oneLine(entry.pattern)) : phrases::oneLine(entry.pattern);
    case Source: return wordsOf(entry.source);
    case Since: return entry.at.isValid() ? QLocale().toString(entry.at.toLocalTime().date(), QLocale::ShortFormat) : QString();
    case Reason: return phrases::oneLine(entry.reason);
    default: return {};
    }
}

QVariant SuppressionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Pattern: return tr("Address or domain");
    case Source: return tr("How it came here");
    case Since: return tr("Since");
    case Reason: return tr("Reason");
    default: return {};
    }
}

} // namespace inlet::ui
