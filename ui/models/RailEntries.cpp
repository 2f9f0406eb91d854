// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the rail, from the top. What the rows tell is in RailModel.cpp, what groups of mailboxes tell in RailGroups.cpp.
#include "ui/CategoryBook.h"
#include "ui/Phrases.h"
#include "ui/models/RailModel.h"

#include <algorithm>

namespace inlet::ui
{

namespace
{

struct ScopeEntry {
    store::Scope scope;
    const char *icon;
};

constexpr ScopeEntry kScopes[] = {
    {store::Scope::NeedsAnswer, "inbox"},
    {store::Scope::All, "mail"},
    {store::Scope::Unread, "mail-open"},
    {store::Scope::Today, "calendar"},
    {store::Scope::AwaitingReply, "hourglass"},
    {store::Scope::Starred, "star"},
    {store::Scope::Snoozed, "clock"},
    {store::Scope::Scheduled, "send"},
    {store::Scope::Outbox, "outbox"},
    {store::Scope::Bounces, "bounce"},
    {store::Scope::Other, "folder"},
    {store::Scope::Sent, "sent"},
    {store::Scope::Archived, "archive"},
};

} // namespace

QList<RailModel::Entry> RailModel::makeEntries() const
{
    QList<Entry> entries;
    for (const ScopeEntry &scope : kScopes) {
        const RailKind kind = scope.scope == store::Scope::Outbox ? RailKind::Outbox : RailKind::Scope;
        entries.append({.kind = kind, .label = phrases::scope(scope.scope), .icon = QString::fromLatin1(scope.icon), .scope = scope.scope, .account = {}, .view = {}});
        if (scope.scope == store::Scope::Outbox && m_drafts > 0)
            entries.append({.kind = RailKind::Drafts, .label = tr("Drafts"), .icon = QStringLiteral("edit"), .scope = scope.scope, .account = {}, .view = {}});
    }
    entries.append({.kind = RailKind::Header, .label = tr("Categories"), .icon = {}, .account = {}, .view = {}, .group = RailGroup::Categories});
    if (!m_folded.contains(RailGroup::Categories)) {
        const auto categoryEntry = [](store::Category category) {
            return Entry{.kind = RailKind::Category, .label = phrases::category(category), .icon = {}, .category = int(category), .account = {}, .view = {}};
        };
        const QList<store::Category> all = allCategories();
        for (const store::Category category : all)
            entries.append(categoryEntry(category));
    }
    if (!m_views.isEmpty())
        addViews(entries);
    if (!m_accounts.isEmpty())
        addMailboxes(entries);
    return entries;
}

void RailModel::addViews(QList<Entry> &entries) const
{
    entries.append({.kind = RailKind::Header, .label = tr("Saved views"), .icon = {}, .account = {}, .view = {}, .group = RailGroup::Views});
    if (m_folded.contains(RailGroup::Views))
        return;
    for (const store::SavedView &view : m_views)
        entries.append({.kind = RailKind::View, .label = phrases::oneLine(view.name), .icon = QStringLiteral("bookmark"), .account = {}, .view = view.id});
}

void RailModel::addMailboxes(QList<Entry> &entries) const
{
    entries.append({.kind = RailKind::Header, .label = tr("Mailboxes"), .icon = {}, .account = {}, .view = {}, .group = RailGroup::Mailboxes});
    if (m_folded.contains(RailGroup::Mailboxes))
        return;
    const bool filtering = !m_filter.isEmpty();
    if (!filtering)
        addTags(entries);
    const qsizetype loose = std::count_if(m_accounts.cbegin(), m_accounts.cend(), [](const accounts::Account &account) { return account.tags.isEmpty(); });
    const bool all = m_showAll || filtering || loose <= kFewMailboxes;
    int shown = 0;
    for (const accounts::Account &account : m_accounts) {
        if (!filtering && !account.tags.isEmpty())
            continue; // below its tags
        const bool fits = account.email.contains(m_filter, Qt::CaseInsensitive) || account.displayName.contains(m_filter, Qt::CaseInsensitive)
            || std::any_of(account.tags.cbegin(), account.tags.cend(), [this](const QString &tag) { return tag.contains(m_filter, Qt::CaseInsensitive); });
        if (!fits)
            continue;
        // A mailbox that needs the user is never hidden behind "Show all".
        const bool urgent = m_engine.status(account.id).state == engine::MailboxState::NeedsUser;
        if (!all && shown >= kFewMailboxes && !urgent)
            continue;
        ++shown;
        entries.append({.kind = RailKind::Mailbox, .label = phrases::oneLine(account.email, 254), .icon = {}, .account = account.id, .view = {}});
    }
    if (!all)
        entries.append({.kind = RailKind::ShowAll, .label = tr("Show all %1").arg(loose), .icon = QStringLiteral("chevron-down"), .account = {}, .view = {}});
}

} // namespace inlet::ui
