// SPDX-License-Identifier: GPL-3.0-or-later
// What folds in the rail: groups behind their header, mailboxes below their tags, and what is told of those that are out of sight.
#include "accounts/values/Tags.h"
#include "ui/Phrases.h"
#include "ui/models/RailModel.h"

#include <algorithm>

namespace inlet::ui
{

QString tagSearch(const QString &tag)
{
    const bool plain = std::none_of(tag.cbegin(), tag.cend(), [](QChar c) { return c.isSpace(); });
    return plain ? QStringLiteral("tag:") + tag : QStringLiteral("tag:\"%1\"").arg(tag);
}

void RailModel::readTags()
{
    m_tags = accounts::allTags(m_accounts);
    QHash<QString, QString> names; // one tag may be written in several ways
    for (const QString &tag : std::as_const(m_tags))
        names.insert(accounts::tagKey(tag), tag);
    m_tagged.clear();
    for (const accounts::Account &account : std::as_const(m_accounts)) {
        m_tagged[QString()].append(account.id);
        for (const QString &tag : account.tags)
            m_tagged[names.value(accounts::tagKey(tag))].append(account.id);
    }
}

/// One with several tags stands below each of them.
void RailModel::addTags(QList<Entry> &entries) const
{
    QHash<AccountId, QString> emails;
    for (const accounts::Account &account : m_accounts)
        emails.insert(account.id, account.email);
    for (const QString &tag : m_tags) {
        const Entry group{.kind = RailKind::Tag, .label = phrases::oneLine(tag), .icon = QStringLiteral("tag"), .account = {}, .view = {}, .tag = tag};
        entries.append(group);
        if (isFolded(group))
            continue;
        const QList<AccountId> members = m_tagged.value(tag);
        for (const AccountId id : members)
            entries.append({.kind = RailKind::Mailbox, .label = phrases::oneLine(emails.value(id), 254), .icon = {}, .account = id, .view = {}, .tag = tag});
    }
}

bool RailModel::isFolded(const Entry &entry) const
{
    return entry.kind == RailKind::Tag ? !m_openTags.contains(accounts::tagKey(entry.tag)) : m_folded.contains(entry.group);
}

void RailModel::toggle(int row)
{
    const RailKind kind = kindAt(row);
    if (kind == RailKind::ShowAll) {
        m_showAll = true;
    } else if (kind == RailKind::Tag) {
        const QString key = accounts::tagKey(m_entries.at(row).tag);
        if (!m_openTags.remove(key))
            m_openTags.insert(key);
        Q_EMIT dataChanged(index(row), index(row));
    } else if (kind == RailKind::Header) {
        const RailGroup group = m_entries.at(row).group;
        if (!m_folded.remove(group))
            m_folded.insert(group);
        Q_EMIT dataChanged(index(row), index(row));
    }
    rebuild();
}

bool RailModel::sumsUp(const Entry &header) const
{
    if (header.kind == RailKind::Tag)
        return true; // also unfolded: its mailboxes may fill the rail
    return header.group == RailGroup::Mailboxes && (isFolded(header) || (!m_showAll && m_accounts.size() > kFewMailboxes));
}

qint64 RailModel::unreadOf(const QString &tag) const
{
    qint64 sum = 0;
    const QList<AccountId> members = m_tagged.value(tag);
    for (const AccountId id : members)
        sum += m_counts.unreadByAccount.value(id);
    return sum;
}

engine::MailboxStatus RailModel::worstStatus(const QString &tag) const
{
    engine::MailboxStatus worst;
    worst.state = engine::MailboxState::Live;
    const QList<AccountId> members = m_tagged.value(tag);
    for (const AccountId id : members) {
        const engine::MailboxStatus status = m_engine.status(id);
        if (badness(status.state) > badness(worst.state))
            worst = status;
    }
    return worst;
}

/// How much is unread, and how the worst of the mailboxes is.
QStringList RailModel::summaryWords(const Entry &group) const
{
    QStringList words;
    if (const qint64 unread = countOf(group); unread > 0)
        words += tr("%1 unread").arg(phrases::number(unread));
    if (const engine::MailboxStatus worst = worstStatus(group.tag); badness(worst.state) > badness(engine::MailboxState::Checked))
        words += tr("at least one: %1").arg(phrases::mailboxState(worst, QDateTime::currentDateTimeUtc()));
    return words;
}

QStringList RailModel::headerWords(const Entry &header) const
{
    return sumsUp(header) ? QStringList{header.label} + summaryWords(header) : QStringList{header.label};
}

QStringList RailModel::tagWords(const Entry &tag) const
{
    const qsizetype count = m_tagged.value(tag.tag).size();
    return QStringList{tag.label, count == 1 ? tr("1 mailbox") : tr("%1 mailboxes").arg(phrases::number(count))} + summaryWords(tag);
}

} // namespace inlet::ui
