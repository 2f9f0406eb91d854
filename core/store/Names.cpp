// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Categories_p.h"
#include "store/values/Conversation.h"
#include "store/values/Triage.h"

#include <array>

namespace inlet::store
{

namespace
{

struct ScopeName {
    Scope scope;
    const char *name;
};
constexpr std::array kScopeNames = {
    ScopeName{Scope::NeedsAnswer, "needs-answer"},
    ScopeName{Scope::All, "all"},
    ScopeName{Scope::Unread, "unread"},
    ScopeName{Scope::Today, "today"},
    ScopeName{Scope::AwaitingReply, "awaiting-reply"},
    ScopeName{Scope::Snoozed, "snoozed"},
    ScopeName{Scope::Scheduled, "scheduled"},
    ScopeName{Scope::Outbox, "outbox"},
    ScopeName{Scope::Bounces, "bounces"},
    ScopeName{Scope::Other, "other"},
    ScopeName{Scope::Starred, "starred"},
    ScopeName{Scope::Sent, "sent"},
    ScopeName{Scope::Archived, "archived"},
};

struct OrderName {
    ListOrder order;
    const char *name;
};
constexpr std::array kOrderNames = {
    OrderName{ListOrder::NewestFirst, "newest"},
    OrderName{ListOrder::LongestWaiting, "waiting"},
    OrderName{ListOrder::HottestFirst, "hottest"},
};

struct CategoryName {
    Category category;
    const char *name;
    const char *keyword; ///< IMAP keyword: an atom
};
constexpr std::array kCategoryNames = {
    CategoryName{Category::Unsorted, "Unsorted", ""},
    CategoryName{Category::Interested, "Interested", "$Inlet_Interested"},
    CategoryName{Category::MeetingRequest, "Meeting request", "$Inlet_MeetingRequest"},
    CategoryName{Category::InformationRequest, "Information request", "$Inlet_InformationRequest"},
    CategoryName{Category::NotNow, "Not now", "$Inlet_NotNow"},
    CategoryName{Category::NotInterested, "Not interested", "$Inlet_NotInterested"},
    CategoryName{Category::WrongPerson, "Wrong person", "$Inlet_WrongPerson"},
    CategoryName{Category::OutOfOffice, "Out of office", "$Inlet_OutOfOffice"},
    CategoryName{Category::DoNotContact, "Do not contact", "$Inlet_DoNotContact"},
    CategoryName{Category::Bounce, "Bounce", "$Inlet_Bounce"},
};

} // namespace

QString squeezedName(const QString &name)
{
    QString out;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            out += c.toLower();
    }
    return out;
}

QString nameOf(Scope scope)
{
    for (const ScopeName &entry : kScopeNames) {
        if (entry.scope == scope)
            return QLatin1String(entry.name);
    }
    return {};
}

std::optional<Scope> scopeFromName(const QString &name)
{
    for (const ScopeName &entry : kScopeNames) {
        if (squeezedName(QLatin1String(entry.name)) == squeezedName(name))
            return entry.scope;
    }
    return std::nullopt;
}

QString nameOf(ListOrder order)
{
    for (const OrderName &entry : kOrderNames) {
        if (entry.order == order)
            return QLatin1String(entry.name);
    }
    return {};
}

std::optional<ListOrder> listOrderFromName(const QString &name)
{
    for (const OrderName &entry : kOrderNames) {
        if (QLatin1String(entry.name) == name.toLower())
            return entry.order;
    }
    return std::nullopt;
}

QString nameOf(Category category)
{
    for (const CategoryName &entry : kCategoryNames) {
        if (entry.category == category)
            return QLatin1String(entry.name);
    }
    return {};
}

std::optional<Category> categoryFromName(const QString &name)
{
    for (const CategoryName &entry : kCategoryNames) {
        if (squeezedName(QLatin1String(entry.name)) == squeezedName(name))
            return entry.category;
    }
    return std::nullopt;
}

QList<Category> categoriesFromPrefix(const QString &prefix, const QList<OwnCategory> &own)
{
    QList<Category> out;
    for (const CategoryName &entry : kCategoryNames) {
        if (squeezedName(QLatin1String(entry.name)).startsWith(squeezedName(prefix)))
            out.append(entry.category);
    }
    for (const OwnCategory &category : own) {
        if (squeezedName(category.name).startsWith(squeezedName(prefix)))
            out.append(category.category);
    }
    return out;
}

QByteArray keywordOf(Category category)
{
    for (const CategoryName &entry : kCategoryNames) {
        if (entry.category == category)
            return entry.keyword;
    }
    return {};
}

Category categoryOfKeywords(const QByteArrayList &keywords)
{
    for (const QByteArray &keyword : keywords) {
        for (const CategoryName &entry : kCategoryNames) {
            // Servers may change the case of keywords (RFC 3501 section 2.3.2).
            if (*entry.keyword && keyword.compare(entry.keyword, Qt::CaseInsensitive) == 0)
                return entry.category;
        }
    }
    return Category::Unsorted;
}

bool isCategoryKeyword(const QByteArray &keyword)
{
    return keyword.left(7).compare("$Inlet_", Qt::CaseInsensitive) == 0 && !isMuteKeyword(keyword);
}

bool isMuteKeyword(const QByteArray &keyword)
{
    return keyword.compare(kMuteKeyword, Qt::CaseInsensitive) == 0;
}

QString nameOf(LedgerState state)
{
    switch (state) {
    case LedgerState::UndoWindow:
        return QStringLiteral("undo");
    case LedgerState::Queued:
        return QStringLiteral("queued");
    case LedgerState::Sending:
        return QStringLiteral("sending");
    case LedgerState::Accepted:
        return QStringLiteral("accepted");
    case LedgerState::Sent:
        return QStringLiteral("sent");
    case LedgerState::Unknown:
        return QStringLiteral("unknown");
    case LedgerState::Failed:
        return QStringLiteral("failed");
    case LedgerState::Cancelled:
        return QStringLiteral("cancelled");
    }
    return {};
}

QString nameOf(TriageVerb verb)
{
    switch (verb) {
    case TriageVerb::MarkRead:
        return QStringLiteral("read");
    case TriageVerb::MarkUnread:
        return QStringLiteral("unread");
    case TriageVerb::Star:
        return QStringLiteral("star");
    case TriageVerb::Unstar:
        return QStringLiteral("unstar");
    case TriageVerb::Archive:
        return QStringLiteral("archive");
    case TriageVerb::Unarchive:
        return QStringLiteral("unarchive");
    case TriageVerb::Delete:
        return QStringLiteral("delete");
    case TriageVerb::Junk:
        return QStringLiteral("junk");
    case TriageVerb::SetCategory:
        return QStringLiteral("categorize");
    case TriageVerb::Snooze:
        return QStringLiteral("snooze");
    case TriageVerb::Unsnooze:
        return QStringLiteral("unsnooze");
    case TriageVerb::MoveToOther:
        return QStringLiteral("move-to-other");
    case TriageVerb::MoveToProspects:
        return QStringLiteral("move-to-prospects");
    case TriageVerb::Remind:
        return QStringLiteral("remind");
    case TriageVerb::Unremind:
        return QStringLiteral("unremind");
    case TriageVerb::AddRule:
        return QStringLiteral("add-rule");
    case TriageVerb::SortAway:
        return QStringLiteral("sort-away");
    case TriageVerb::Mute:
        return QStringLiteral("mute");
    case TriageVerb::Unmute:
        return QStringLiteral("unmute");
    case TriageVerb::MoveToFolder:
        return QStringLiteral("move");
    case TriageVerb::SamePerson:
        return QStringLiteral("same-person");
    case TriageVerb::SetKind:
        return QStringLiteral("kind");
    case TriageVerb::RemoveCategory:
        return QStringLiteral("remove-category");
    case TriageVerb::Label:
        return QStringLiteral("label");
    }
    return {};
}

QString suppressedNote(const QString &recipient)
{
    return QStringLiteral("Not sent: %1 is on your do-not-contact list.").arg(recipient);
}

bool ChangeSet::isEmpty() const
{
    return conversations.isEmpty() && newMessages.isEmpty() && accounts.isEmpty() && ledger.isEmpty()
        && !folders && !suppressions && !rules && !bounces && !views && !categories && !indexed && !everything;
}

void ChangeSet::merge(const ChangeSet &other)
{
    conversations.unite(other.conversations);
    newMessages.unite(other.newMessages);
    accounts.unite(other.accounts);
    ledger.unite(other.ledger);
    folders = folders || other.folders;
    suppressions = suppressions || other.suppressions;
    rules = rules || other.rules;
    bounces = bounces || other.bounces;
    views = views || other.views;
    categories = categories || other.categories;
    indexed = indexed || other.indexed;
    everything = everything || other.everything;
}

} // namespace inlet::store
