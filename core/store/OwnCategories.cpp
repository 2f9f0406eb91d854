// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/OwnCategories.h"

#include "store/Categories_p.h"

#include <QCoreApplication>

#include <algorithm>

namespace inlet::store
{

namespace
{

bool sameKeyword(const QByteArray &one, const QByteArray &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0; // RFC 3501 section 2.3.2
}

} // namespace

QList<OwnCategory> CategoryReader::own()
{
    QList<OwnCategory> out;
    Query q = m_db.query("SELECT id, name, colour, keyword, number FROM own_categories ORDER BY place, id");
    while (q.next())
        out.append({Category(q.integer(0)), q.text(1), q.integer(2), q.text(3).toLatin1(), q.integer(4)});
    return out;
}

QString CategoryReader::nameOf(Category category)
{
    if (!isOwn(category))
        return store::nameOf(category);
    Query q = m_db.query("SELECT name FROM own_categories WHERE id = ?");
    q.bind(category);
    return q.next() ? q.text(0) : QString();
}

std::optional<Category> CategoryReader::named(const QString &name)
{
    if (const auto builtIn = categoryFromName(name))
        return builtIn;
    const QList<OwnCategory> all = own();
    const auto found = std::find_if(all.begin(), all.end(), [&](const OwnCategory &one) { return squeezedName(one.name) == squeezedName(name); });
    return found == all.end() ? std::nullopt : std::optional(found->category);
}

QList<Category> CategoryReader::beginning(const QString &prefix)
{
    return categoriesFromPrefix(prefix, own());
}

QByteArray CategoryReader::keywordOf(Category category)
{
    if (!isOwn(category))
        return store::keywordOf(category);
    Query q = m_db.query("SELECT keyword FROM own_categories WHERE id = ?");
    q.bind(category);
    return q.next() ? q.text(0).toLatin1() : QByteArray();
}

Category CategoryReader::ofKeywords(const QByteArrayList &keywords)
{
    if (std::none_of(keywords.cbegin(), keywords.cend(), isCategoryKeyword))
        return Category::Unsorted; // nearly all mail
    if (const Category builtIn = categoryOfKeywords(keywords); builtIn != Category::Unsorted)
        return builtIn;
    const QList<OwnCategory> all = own();
    for (const QByteArray &keyword : keywords) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const OwnCategory &one) { return sameKeyword(one.keyword, keyword); });
        if (found != all.end())
            return found->category;
    }
    return Category::Unsorted;
}

qint64 CategoryReader::conversationsIn(Category category)
{
    return m_db.number("SELECT count(*) FROM conversations WHERE category = ? AND category_source <> 0", 0, category);
}

OwnCategory CategoryTable::checked(const OwnCategory &category)
{
    OwnCategory clean = category;
    clean.name = cleaned(category.name, OwnCategory::kMostName).simplified();
    clean.colour = std::clamp(category.colour, 1, OwnCategory::kColours);
    clean.number = std::max(0, category.number);
    if (squeezedName(clean.name).isEmpty())
        refuse(QCoreApplication::translate("Store", "Give the category a name."));
    CategoryReader reader(m_context.db);
    if (const auto other = reader.named(clean.name); other && *other != category.category)
        refuse(QCoreApplication::translate("Store", "There is a category “%1” already. Choose another name.").arg(reader.nameOf(*other)));
    if (category.category == Category::Unsorted && reader.own().size() >= OwnCategory::kMost)
        refuse(QCoreApplication::translate("Store", "There are %1 categories of your own already. Remove one first.").arg(OwnCategory::kMost));
    return clean;
}

/// Names that were changed may have left their keyword behind.
QByteArray CategoryTable::freeKeyword(const QString &name)
{
    const QList<OwnCategory> all = CategoryReader(m_context.db).own();
    const auto taken = [&](const QByteArray &keyword) {
        return isMuteKeyword(keyword) || categoryOfKeywords({keyword}) != Category::Unsorted
            || std::any_of(all.begin(), all.end(), [&](const OwnCategory &one) { return sameKeyword(one.keyword, keyword); });
    };
    QByteArray keyword = ownKeywordFor(name);
    for (int again = 2; taken(keyword); ++again)
        keyword = ownKeywordFor(QStringLiteral("%1 %2").arg(name.left(OwnCategory::kMostName - 3)).arg(again));
    return keyword;
}

Category CategoryTable::insert(const OwnCategory &category)
{
    m_context.db.change("INSERT INTO own_categories (name, colour, keyword, number, place) SELECT ?, ?, ?, 0, ifnull(max(place), 0) + 1 FROM own_categories",
        category.name, category.colour, QString::fromLatin1(category.keyword));
    m_context.changes.categories = true;
    return Category(m_context.db.lastId());
}

Category CategoryTable::save(const OwnCategory &category)
{
    OwnCategory clean = checked(category);
    if (clean.category == Category::Unsorted) {
        clean.keyword = freeKeyword(clean.name);
        clean.category = insert(clean);
    }
    if (clean.number > 0)
        m_context.db.change("UPDATE own_categories SET number = 0 WHERE number = ? AND id <> ?", clean.number, clean.category);
    m_context.db.change("UPDATE own_categories SET name = ?, colour = ?, number = ? WHERE id = ?", clean.name, clean.colour, clean.number, clean.category);
    if (m_context.db.changes() == 0)
        throwNotFound(QStringLiteral("category %1").arg(int(clean.category)));
    m_context.changes.categories = true;
    return clean.category;
}

void CategoryTable::order(const QList<Category> &order)
{
    QList<OwnCategory> all = CategoryReader(m_context.db).own();
    const auto placeOf = [&order](const OwnCategory &one) {
        const qsizetype at = order.indexOf(one.category);
        return at < 0 ? order.size() : at;
    };
    std::stable_sort(all.begin(), all.end(), [&](const OwnCategory &one, const OwnCategory &other) { return placeOf(one) < placeOf(other); });
    for (qsizetype place = 0; place < all.size(); ++place)
        m_context.db.change("UPDATE own_categories SET place = ? WHERE id = ?", place + 1, all.at(place).category);
    m_context.changes.categories = true;
}

void CategoryTable::remove(Category category, UndoId step)
{
    Connection &db = m_context.db;
    if (db.number("SELECT 1 FROM own_categories WHERE id = ?", 0, category) == 0)
        throwNotFound(QStringLiteral("category %1").arg(int(category)));
    if (const qint64 rules = db.number("SELECT count(*) FROM rules WHERE category = ?", 0, category); rules > 0)
        refuse(rules == 1 ? QCoreApplication::translate("Store", "A rule sorts mail into this category. Remove the rule first.")
                          : QCoreApplication::translate("Store", "%1 rules sort mail into this category. Remove them first.").arg(rules));
    Query view = db.query("SELECT name FROM saved_views WHERE category = ? LIMIT 1");
    view.bind(category);
    if (view.next())
        refuse(QCoreApplication::translate("Store", "The saved view “%1” shows this category. Remove the view first.").arg(view.text(0)));
    db.change("INSERT INTO undo_categories (step, id, name, colour, keyword, number, place) SELECT ?, id, name, colour, keyword, number, place "
              "FROM own_categories WHERE id = ?",
        step, category);
    db.change("DELETE FROM own_categories WHERE id = ?", category);
    m_context.changes.categories = true;
}

/// Its key may be another one's by now: then that one keeps it. Where one of its name or keyword was made since, the
/// conversations come back into that one.
void CategoryTable::restore(UndoId step)
{
    Connection &db = m_context.db;
    Category before = Category::Unsorted;
    Category heir = Category::Unsorted;
    {
        Query q = db.query("SELECT id, name, keyword FROM undo_categories WHERE step = ?");
        q.bind(step);
        if (!q.next())
            return;
        before = Category(q.integer(0));
        CategoryReader reader(db);
        const QByteArray keyword = q.text(2).toLatin1();
        heir = reader.ofKeywords({keyword});
        if (heir == Category::Unsorted)
            heir = reader.named(q.text(1)).value_or(Category::Unsorted);
    }
    if (heir != Category::Unsorted) {
        db.change("UPDATE undo_conversations SET category = ? WHERE category = ?", heir, before); // of all parts
        return;
    }
    db.change("INSERT INTO own_categories (id, name, colour, keyword, number, place) SELECT id, name, colour, keyword, "
              "iif(number IN (SELECT number FROM own_categories), 0, number), place FROM undo_categories WHERE step = ?",
        step);
    m_context.changes.categories = true;
}

void CategoryTable::require(Category category)
{
    if (isOwn(category) && m_context.db.number("SELECT 1 FROM own_categories WHERE id = ?", 0, category) == 0)
        throw StoreError(Error{ErrorKind::NotFound, QCoreApplication::translate("Store", "This category is not there any more."), {}, {}});
}

void CategoryTable::forgetMissing(UndoId step)
{
    m_context.db.change("UPDATE undo_conversations SET category = 0, category_source = 0 WHERE step = ? AND category > ? "
                        "AND category NOT IN (SELECT id FROM own_categories)",
        step, Category::Bounce);
}

void CategoryTable::learn(const QByteArrayList &keywords)
{
    for (const QByteArray &keyword : keywords) {
        if (!isCategoryKeyword(keyword) || CategoryReader(m_context.db).ofKeywords({keyword}) != Category::Unsorted)
            continue;
        const QList<OwnCategory> all = CategoryReader(m_context.db).own();
        if (all.size() >= OwnCategory::kMost)
            return; // whoever sends mail with keywords must not fill the lists
        OwnCategory category{.name = nameFromOwnKeyword(keyword), .colour = nextColour(all), .keyword = keyword};
        for (int again = 2; CategoryReader(m_context.db).named(category.name); ++again)
            category.name = QStringLiteral("%1 %2").arg(nameFromOwnKeyword(keyword)).arg(again);
        insert(category);
    }
}

} // namespace inlet::store
