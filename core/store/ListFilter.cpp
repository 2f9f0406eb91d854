// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ListFilter.h"

#include "accounts/values/Tags.h"
#include "store/Codec_p.h"
#include "store/Labels.h"
#include "store/ManyFound.h"
#include "store/NoteBook.h"
#include "store/OwnCategories.h"
#include "store/WordsBeside.h"

namespace inlet::store
{

namespace
{

void addCondition(ListFilter &filter, const char *condition, const QVariantList &values = {})
{
    filter.where += filter.where.empty() ? "WHERE " : " AND ";
    filter.where += condition;
    filter.values += values;
}

void addCondition(ListFilter &filter, const std::string &condition, const QVariantList &values)
{
    addCondition(filter, condition.c_str(), values);
    filter.dynamic = true;
}

void addScope(ListFilter &filter, Scope scope, qint64 now)
{
    switch (scope) {
    case Scope::NeedsAnswer:
        return addCondition(filter, "c.in_needs = 1 AND c.snoozed_until <= ?", {now});
    case Scope::All:
        return addCondition(filter, "c.in_all = 1");
    case Scope::Unread:
        return addCondition(filter, "c.in_unread = 1");
    case Scope::Today: {
        const QDateTime today = fromMs(now).toLocalTime().date().startOfDay();
        return addCondition(filter, "c.in_all = 1 AND c.sort_at >= ?", {today.toMSecsSinceEpoch()});
    }
    case Scope::AwaitingReply:
        return addCondition(filter, "c.in_awaiting = 1 AND c.snoozed_until <= ?", {now});
    case Scope::Snoozed:
        // "+" keeps the planner on the index of this list.
        return addCondition(filter, "c.snoozed_until > 0 AND +c.snoozed_until > ? AND +c.listed = 1", {now});
    case Scope::Scheduled:
        return addCondition(filter, "c.scheduled_at > 0 AND +c.scheduled_at > ?", {now});
    case Scope::Outbox:
        return addCondition(filter, "c.in_outbox = 1");
    case Scope::Bounces:
        return addCondition(filter, "c.in_bounces = 1");
    case Scope::Other:
        return addCondition(filter, "c.in_other = 1");
    case Scope::Starred:
        return addCondition(filter, "c.in_starred = 1");
    case Scope::Sent:
        return addCondition(filter, "c.in_sent = 1");
    case Scope::Archived:
        return addCondition(filter, "c.in_archived = 1");
    }
}

void addAccount(ListFilter &filter, Connection &db, AccountId account)
{
    if (account.isValid()) {
        // CROSS JOIN: one mailbox has few of all conversations, so its index comes first.
        filter.from = "FROM conversation_accounts ca CROSS JOIN conversations c ON c.id = ca.conversation ";
        return addCondition(filter, "ca.account = ?", {account.number()});
    }
    if (db.number("SELECT 1 FROM accounts WHERE unified = 0 LIMIT 1", 0) != 0) {
        addCondition(filter, "EXISTS (SELECT 1 FROM conversation_accounts ca JOIN accounts a ON a.id = ca.account "
                             "WHERE ca.conversation = c.id AND a.unified = 1)");
    }
}

const char *conditionOf(SearchQuery::Flag flag)
{
    switch (flag) {
    case SearchQuery::Flag::Unread:
        return "c.n_unread > 0";
    case SearchQuery::Flag::Read:
        return "c.n_unread = 0";
    case SearchQuery::Flag::Unanswered:
        return "c.in_needs = 1";
    case SearchQuery::Flag::Snoozed:
        return "c.snoozed_until > ?";
    case SearchQuery::Flag::Auto:
        return "(c.category_source = 1 OR c.last_kind = 1)";
    case SearchQuery::Flag::Starred:
        return "c.n_flagged > 0";
    case SearchQuery::Flag::Archived:
        return "c.in_archived = 1";
    case SearchQuery::Flag::Bounced:
        return "c.category = 9";
    case SearchQuery::Flag::Reminder:
        return "(c.remind_at > 0 OR c.reminded_at > 0)";
    case SearchQuery::Flag::Attachment:
        return "c.n_attachment > 0";
    case SearchQuery::Flag::Note:
        return "c.note <> ''";
    case SearchQuery::Flag::Muted:
        return "c.muted = 1";
    }
    return "1";
}

QString likePattern(const QString &part)
{
    QString escaped = part;
    escaped.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    escaped.replace(QLatin1Char('%'), QLatin1String("\\%")).replace(QLatin1Char('_'), QLatin1String("\\_"));
    return QLatin1Char('%') + escaped + QLatin1Char('%');
}

std::string categoryList(const QList<Category> &categories)
{
    QStringList numbers;
    for (const Category category : categories)
        numbers.append(QString::number(int(category)));
    return numbers.join(QLatin1Char(',')).toStdString();
}

void addStates(ListFilter &filter, Connection &db, const SearchQuery &search, qint64 now)
{
    for (const SearchQuery::State &state : search.states) {
        // No index has the few notes among all conversations.
        if (state.flag == SearchQuery::Flag::Note && !state.excluded) {
            addCondition(filter, kOfNumbers, {jsonList(NoteBook::of(db).all())});
            continue;
        }
        const QVariantList values
            = state.flag == SearchQuery::Flag::Snoozed ? QVariantList{now} : QVariantList{};
        addCondition(filter, (state.excluded ? "NOT " : "") + std::string("(") + conditionOf(state.flag) + ")",
            values);
    }
    if (search.categories)
        addCondition(filter, "c.category IN (" + categoryList(*search.categories) + ")", {});
    if (!search.notCategories.isEmpty())
        addCondition(filter, "c.category NOT IN (" + categoryList(search.notCategories) + ")", {});
    for (const SearchQuery::Term &term : search.listed)
        addCondition(filter, (term.excluded ? "NOT " : "") + std::string("(") + kOfListedLead + ")", {matchExpression({term})});
    const std::string mailbox = "EXISTS (SELECT 1 FROM conversation_accounts v JOIN accounts a ON a.id = v.account "
                                "WHERE v.conversation = c.id AND (a.email LIKE ? ESCAPE '\\' "
                                "OR a.display_name LIKE ? ESCAPE '\\'))";
    for (const QString &part : search.via)
        addCondition(filter, mailbox, {likePattern(part), likePattern(part)});
    for (const QString &part : search.notVia)
        addCondition(filter, "NOT " + mailbox, {likePattern(part), likePattern(part)});
}

void addLabels(ListFilter &filter, Connection &db, const SearchQuery &search)
{
    LabelReader labels(db);
    const auto add = [&](const QString &name, bool excluded) {
        const QString sets = labels.setsWith(name);
        if (!sets.isEmpty())
            addCondition(filter, std::string(excluded ? "c.id NOT IN (" : "c.id IN (") + kWithLabel + ")", {sets});
        else if (!excluded)
            addCondition(filter, "0"); // nobody has it
    };
    for (const QString &name : search.labels)
        add(name, false);
    for (const QString &name : search.notLabels)
        add(name, true);
}

/// A tag that some mailbox has is meant whole; else what is typed is its beginning.
void addTags(ListFilter &filter, Connection &db, const SearchQuery &search)
{
    const auto add = [&](const QString &typed, bool excluded) {
        const QString key = accounts::tagKey(typed.simplified());
        const bool whole = db.number("SELECT 1 FROM account_tags WHERE key = ? LIMIT 1", 0, key) != 0;
        const std::string tagged = "EXISTS (SELECT 1 FROM conversation_accounts t WHERE t.conversation = c.id AND t.account IN "
                                   "(SELECT account FROM account_tags WHERE ";
        const std::string condition = (excluded ? "NOT " : "") + tagged + (whole ? "key = ?))" : "key LIKE ? ESCAPE '\\'))");
        addCondition(filter, condition, {whole ? key : likePattern(key).mid(1)});
    };
    for (const QString &tag : search.tags)
        add(tag, false);
    for (const QString &tag : search.notTags)
        add(tag, true);
}

/// Words that many messages have, where only mails have them.
std::optional<std::string> manyFound(Connection &db, const QList<SearchQuery::Term> &wanted, const ListFilter &filter, const SearchQuery &search)
{
    if (!filter.besideTerms.isEmpty() || search.larger) // the size is in no index
        return std::nullopt;
    ManyFound::Wanted asked{.expression = matchExpression(wanted), .before = search.before};
    if (search.since)
        asked.since = *search.since;
    return ManyFound::condition(db, asked);
}

/// One message has all the words, is in the time span and large enough.
void addWords(ListFilter &filter, Connection &db, const SearchQuery &search, WordSearch how)
{
    QList<SearchQuery::Term> wanted;
    for (const SearchQuery::Term &term : search.terms) {
        if (!term.excluded)
            wanted.append(term);
    }
    std::string bounds;
    QVariantList values;
    const auto bound = [&](const char *condition, const std::optional<qint64> &value) {
        if (value) {
            bounds += condition;
            values.append(*value);
        }
    };
    bound(" AND m.at >= ?", search.since);
    bound(" AND m.at < ?", search.before);
    bound(" AND m.size > ?", search.larger);
    if (!wanted.isEmpty()) {
        filter.besideTerms = termsBeside(db, wanted);
        if (how == WordSearch::Left) {
            filter.wordBounds = bounds;
            filter.wordValues = QVariantList{matchExpression(wanted)} + values;
        } else if (const auto many = manyFound(db, wanted, filter, search)) {
            addCondition(filter, *many, {});
        } else {
            const WordCondition condition = conditionFor(db, wanted, filter.besideTerms, bounds, values);
            addCondition(filter, condition.sql, condition.values);
        }
    } else if (!values.isEmpty()) {
        addCondition(filter, "EXISTS (SELECT 1 FROM messages m WHERE m.conversation = c.id "
                             "AND m.list_class > 0" + bounds + ")",
            values);
    }
    for (const SearchQuery::Term &term : search.terms) {
        if (term.excluded) {
            if (const auto many = ManyFound::condition(db, {.expression = matchExpression({term})}))
                addCondition(filter, "NOT " + *many, {});
            else
                addCondition(filter, "c.id NOT IN (SELECT m.conversation FROM message_index i CROSS JOIN messages m "
                                     "ON m.id = i.rowid WHERE i.message_index MATCH ? AND m.list_class > 0)",
                    {matchExpression({term})});
            if (term.field == SearchQuery::Field::Any) {
                const QList<qint64> noted = NoteBook::of(db).with(term);
                if (!noted.isEmpty())
                    addCondition(filter, std::string("NOT ") + kOfNumbers, {jsonList(noted)});
            }
        }
    }
    filter.terms = wanted;
}

} // namespace

void bindValues(Query &query, const QVariantList &values)
{
    for (const QVariant &value : values) {
        if (value.userType() == QMetaType::QString)
            query.add(value.toString());
        else
            query.add(value.toLongLong());
    }
}

void ListFilter::bindTo(Query &query) const
{
    bindValues(query, values);
}

ListFilter filterEverywhere(Connection &db)
{
    ListFilter filter;
    filter.from = "FROM conversations c ";
    addAccount(filter, db, {});
    addCondition(filter, "c.listed = 1");
    return filter;
}

ListFilter makeFilter(Connection &db, const ListQuery &query, qint64 now, WordSearch words)
{
    ListFilter filter;
    filter.from = "FROM conversations c ";
    addAccount(filter, db, query.account);
    const bool searching = !query.search.trimmed().isEmpty();
    if (query.everywhere && searching)
        addCondition(filter, "c.listed = 1");
    else
        addScope(filter, query.scope, now);
    if (query.category)
        addCondition(filter, "c.category = ?", {int(*query.category)});
    if (searching) {
        const SearchQuery search = parseSearch(query.search, fromMs(now), CategoryReader(db).own());
        const std::string list = filter.where;
        addStates(filter, db, search, now);
        addLabels(filter, db, search);
        addTags(filter, db, search);
        addWords(filter, db, search, words);
        // A category, or mailboxes that are not in the common inbox, are looked up row by row.
        filter.onlyWords = filter.where == list && !query.account.isValid() && !query.category && list.find("EXISTS") == std::string::npos;
        filter.dynamic = true;
    }
    return filter;
}

} // namespace inlet::store
