// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Completion.h"

#include "accounts/values/Tags.h"
#include "store/Labels.h"
#include "store/ListFilter.h"
#include "store/OwnCategories.h"

#include <algorithm>
#include <array>

namespace inlet::store
{

namespace
{

constexpr int kMaxScan = 200; ///< candidates that are counted before the best are taken
constexpr qint64 kFewConversations = 20'000; ///< below it counting everything is quick

struct OperatorHint {
    const char *name;
    const char *hint;
};
constexpr std::array kOperators = {OperatorHint{"from:", "who wrote"}, OperatorHint{"to:", "who received"},
    OperatorHint{"via:", "one of your mailboxes"}, OperatorHint{"domain:", "company domain"},
    OperatorHint{"company:", "of your list of leads"}, OperatorHint{"campaign:", "of your list of leads"},
    OperatorHint{"cat:", "category"}, OperatorHint{"label:", "label"}, OperatorHint{"tag:", "tag of your mailboxes"}, OperatorHint{"is:", "unread, unanswered, snoozed, starred, auto ..."},
    OperatorHint{"has:", "attachment, note, reminder"}, OperatorHint{"subject:", "words of the subject"},
    OperatorHint{"before:", "a day, such as 2026-11-25"}, OperatorHint{"after:", "a day, such as 2026-11-25"},
    OperatorHint{"older:", "30d, 2w, 3m, 1y"}, OperatorHint{"larger:", "500k, 5M"}};

struct StateHint {
    const char *name;
    const char *value;
    const char *cheap; ///< counted by an index of its own; empty: by its filter, which is quick; null: so where there are few
};
constexpr std::array kStates = {StateHint{"is", "unread", "in_unread = 1"},
    StateHint{"is", "unanswered", "in_needs = 1"}, StateHint{"is", "snoozed", "snoozed_until > 0"},
    StateHint{"is", "starred", "in_starred = 1"}, StateHint{"is", "archived", "in_archived = 1"},
    StateHint{"is", "bounced", "in_bounces = 1"}, StateHint{"is", "muted", nullptr}, StateHint{"is", "auto", nullptr}, StateHint{"is", "read", nullptr},
    StateHint{"has", "attachment", nullptr}, StateHint{"has", "note", ""},
    StateHint{"has", "reminder", nullptr}};

/// The last piece of what is typed: "-from:ma" is minus, "from", "ma".
struct LastPiece {
    QString minus;
    QString name;
    QString value;
};

LastPiece lastPieceOf(const QString &typed)
{
    qsizetype start = typed.size();
    // A blank inside quotes belongs to the value.
    const bool open = typed.count(QLatin1Char('"')) % 2 == 1;
    if (open)
        start = typed.lastIndexOf(QLatin1Char('"'));
    while (start > 0 && !typed.at(start - 1).isSpace())
        --start;
    QString piece = typed.mid(start);
    LastPiece last;
    if (piece.startsWith(QLatin1Char('-'))) {
        last.minus = QStringLiteral("-");
        piece.remove(0, 1);
    }
    const qsizetype colon = piece.indexOf(QLatin1Char(':'));
    last.name = colon < 0 ? QString() : piece.left(colon).toLower();
    last.value = piece.mid(colon + 1);
    last.value.remove(QLatin1Char('"'));
    return last;
}

QString quotedIfNeeded(const QString &value)
{
    const bool plain = std::none_of(value.begin(), value.end(), [](QChar c) { return c.isSpace(); });
    return plain ? value : QLatin1Char('"') + value + QLatin1Char('"');
}

/// The smallest text that sorts behind everything that begins with `prefix`.
QString behind(const QString &prefix)
{
    return prefix + QChar(0xFFFD);
}

void keepMost(QList<SearchCompletion> &list, int limit)
{
    std::stable_sort(list.begin(), list.end(),
        [](const SearchCompletion &a, const SearchCompletion &b) { return a.count > b.count; });
    list = list.mid(0, limit);
}

} // namespace

QList<SearchCompletion> Completion::of(const QString &typed, int limit)
{
    const LastPiece last = lastPieceOf(typed.right(300));
    const int most = std::clamp(limit, 1, 50);
    QList<SearchCompletion> found
        = last.name.isEmpty() ? operators(last.value.toLower(), most) : values(last.name, last.value, most);
    for (SearchCompletion &one : found) {
        one.insert.prepend(last.minus);
        if (!one.insert.endsWith(QLatin1Char(':')))
            one.insert.append(QLatin1Char(' '));
    }
    return found;
}

QList<SearchCompletion> Completion::operators(const QString &prefix, int limit)
{
    QList<SearchCompletion> out;
    for (const OperatorHint &known : kOperators) {
        const QString name = QLatin1String(known.name);
        if (name.startsWith(prefix))
            out.append({name, name, QLatin1String(known.hint), -1});
    }
    // A bare word may be the beginning of a name.
    if (prefix.size() >= 2)
        out += people(prefix, limit);
    return out.mid(0, limit);
}

QList<SearchCompletion> Completion::values(const QString &name, const QString &prefix, int limit)
{
    QList<SearchCompletion> out;
    if (name == QLatin1String("from") || name == QLatin1String("to"))
        out = people(prefix, limit);
    else if (name == QLatin1String("domain"))
        out = domains(prefix, limit);
    else if (name == QLatin1String("company") || name == QLatin1String("campaign"))
        out = listed(name, prefix, limit);
    else if (name == QLatin1String("via"))
        out = mailboxes(prefix);
    else if (name == QLatin1String("cat") || name == QLatin1String("category"))
        out = categories(prefix);
    else if (name == QLatin1String("label"))
        out = labels(prefix, limit);
    else if (name == QLatin1String("tag"))
        out = tags(prefix);
    else if (name == QLatin1String("is") || name == QLatin1String("has"))
        out = states(name, prefix);
    else
        return examples(name, prefix);
    for (SearchCompletion &one : out) {
        const QString value = one.insert.section(QLatin1Char(':'), 1);
        one.insert = name + QLatin1Char(':') + value;
    }
    return out.mid(0, limit);
}

QList<SearchCompletion> Completion::people(const QString &prefix, int limit)
{
    QList<SearchCompletion> out;
    const QString lower = prefix.toLower();
    Query q = m_db.query(
        "SELECT address, name, (SELECT count(*) FROM participants t WHERE t.person = p.id) FROM people p WHERE id IN ("
        "SELECT id FROM (SELECT id FROM people WHERE address >= ?1 AND address < ?2 LIMIT ?3) UNION "
        "SELECT id FROM (SELECT id FROM people WHERE name <> '' AND name >= ?1 COLLATE NOCASE AND name < ?2 COLLATE NOCASE LIMIT ?3))");
    q.bind(lower, behind(lower), kMaxScan);
    while (q.next()) {
        const QString label = q.text(1).isEmpty() ? q.text(0) : q.text(1) + QStringLiteral(" <%1>").arg(q.text(0));
        if (q.number(2) > 0)
            out.append({QStringLiteral("from:") + quotedIfNeeded(q.text(0)), label, {}, q.number(2)});
    }
    keepMost(out, limit);
    return out;
}

QList<SearchCompletion> Completion::domains(const QString &prefix, int limit)
{
    QList<SearchCompletion> out;
    const QString lower = prefix.toLower();
    Query q = m_db.query("SELECT who_domain, count(*) FROM conversations WHERE listed = 1 AND who_address <> '' "
                         "AND who_domain >= ? AND who_domain < ? GROUP BY who_domain ORDER BY who_domain LIMIT ?");
    q.bind(lower, behind(lower), kMaxScan);
    while (q.next())
        out.append({QStringLiteral("domain:") + q.text(0), q.text(0), {}, q.number(1)});
    keepMost(out, limit);
    return out;
}

QList<SearchCompletion> Completion::listed(const QString &column, const QString &prefix, int limit)
{
    QList<SearchCompletion> out;
    const std::string name = column.toStdString();
    {
        Query q = m_db.query("SELECT DISTINCT " + name + " COLLATE NOCASE FROM leads WHERE " + name + " <> '' AND " + name
            + " >= ? COLLATE NOCASE AND " + name + " < ? COLLATE NOCASE ORDER BY 1 LIMIT ?");
        q.bind(prefix, behind(prefix), limit);
        while (q.next())
            out.append({column + QLatin1Char(':') + quotedIfNeeded(q.text(0)), q.text(0), {}, -1});
    }
    for (SearchCompletion &one : out)
        one.count = m_db.number(("SELECT count(DISTINCT p.conversation) FROM leads l JOIN people p ON p.address = l.address WHERE l." + name + " = ? COLLATE NOCASE AND l."
                                    + name + " <> ''").c_str(), -1, one.label);
    return out;
}

QList<SearchCompletion> Completion::mailboxes(const QString &prefix)
{
    QList<SearchCompletion> out;
    Query q = m_db.query("SELECT email, display_name, (SELECT count(*) FROM conversation_accounts ca WHERE ca.account = a.id) "
                         "FROM accounts a ORDER BY id");
    while (q.next()) {
        const bool fits = q.text(0).startsWith(prefix, Qt::CaseInsensitive) || q.text(1).startsWith(prefix, Qt::CaseInsensitive);
        if (fits)
            out.append({QStringLiteral("via:") + q.text(0), q.text(0), q.text(1), q.number(2)});
    }
    keepMost(out, kMaxScan);
    return out;
}

QList<SearchCompletion> Completion::categories(const QString &prefix)
{
    QList<SearchCompletion> out;
    CategoryReader reader(m_db);
    const QList<Category> fitting = reader.beginning(prefix);
    for (const Category category : fitting) {
        const QString name = reader.nameOf(category);
        const qint64 count = m_db.number("SELECT count(*) FROM conversations WHERE in_all = 1 AND category = ?", 0, category);
        out.append({QStringLiteral("cat:") + quotedIfNeeded(name), name, {}, count});
    }
    return out;
}

QList<SearchCompletion> Completion::labels(const QString &prefix, int limit)
{
    QList<SearchCompletion> out;
    const bool few = m_db.number("SELECT ifnull(max(id), 0) FROM conversations", 0) < kFewConversations;
    LabelReader reader(m_db);
    const QStringList fitting = reader.beginning(prefix).mid(0, limit);
    for (const QString &name : fitting)
        out.append({QStringLiteral("label:") + quotedIfNeeded(QString(name).remove(QLatin1Char('"'))), name, {}, few ? reader.conversationsWith(name) : -1});
    return out;
}

QList<SearchCompletion> Completion::tags(const QString &prefix)
{
    QList<SearchCompletion> out;
    const bool few = m_db.number("SELECT ifnull(max(id), 0) FROM conversations", 0) < kFewConversations;
    Query q = m_db.query("SELECT key, min(tag) FROM account_tags GROUP BY key ORDER BY key");
    while (q.next()) {
        if (!q.text(0).startsWith(accounts::tagKey(prefix)))
            continue;
        const qint64 count = few ? m_db.number("SELECT count(DISTINCT conversation) FROM conversation_accounts WHERE account IN "
                                               "(SELECT account FROM account_tags WHERE key = ?)", -1, q.text(0)) : -1;
        out.append({QStringLiteral("tag:") + quotedIfNeeded(q.text(1)), q.text(1), {}, count});
    }
    return out;
}

QList<SearchCompletion> Completion::states(const QString &name, const QString &prefix)
{
    QList<SearchCompletion> out;
    const bool few = m_db.number("SELECT ifnull(max(id), 0) FROM conversations", 0) < kFewConversations;
    for (const StateHint &state : kStates) {
        const QString value = QLatin1String(state.value);
        if (name != QLatin1String(state.name) || !value.startsWith(prefix, Qt::CaseInsensitive))
            continue;
        qint64 count = -1;
        if (state.cheap && *state.cheap) {
            count = m_db.number((std::string("SELECT count(*) FROM conversations WHERE ") + state.cheap).c_str(), -1);
        } else if (state.cheap || few) {
            const ListFilter filter = makeFilter(m_db, {Scope::All, {}, {}, name + QLatin1Char(':') + value, true}, nowMs());
            Query q = m_db.once("SELECT count(*) " + filter.from + filter.where);
            filter.bindTo(q);
            count = q.next() ? q.number(0) : -1;
        }
        out.append({name + QLatin1Char(':') + value, value, {}, count});
    }
    return out;
}

QList<SearchCompletion> Completion::examples(const QString &name, const QString &prefix)
{
    const bool day = name == QLatin1String("before") || name == QLatin1String("after");
    const QDate today = fromMs(nowMs()).toLocalTime().date();
    QStringList found;
    if (day)
        found = {QStringLiteral("today"), QStringLiteral("yesterday"), today.addDays(-7).toString(Qt::ISODate), today.addMonths(-1).toString(Qt::ISODate),
            QDate(today.year(), 1, 1).toString(Qt::ISODate)};
    else if (name == QLatin1String("older"))
        found = {QStringLiteral("7d"), QStringLiteral("30d"), QStringLiteral("3m"), QStringLiteral("1y")};
    else if (name == QLatin1String("larger"))
        found = {QStringLiteral("500k"), QStringLiteral("1M"), QStringLiteral("5M"), QStringLiteral("10M")};
    QList<SearchCompletion> out;
    for (const QString &value : std::as_const(found)) {
        if (value.startsWith(prefix, Qt::CaseInsensitive))
            out.append({name + QLatin1Char(':') + value, value, {}, -1});
    }
    return out;
}

} // namespace inlet::store
