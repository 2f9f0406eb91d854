// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SavedViews.h"

#include "store/OwnCategories.h"

#include <QCoreApplication>

#include <algorithm>

namespace inlet::store
{

namespace
{

constexpr int kAnyCategory = -1;

int numberOf(const std::optional<Category> &category)
{
    return category ? int(*category) : kAnyCategory;
}

} // namespace

QList<SavedView> ViewReader::all()
{
    QList<SavedView> views;
    Query q = m_db.query("SELECT id, account, scope, category, search, everywhere, name, number, notify "
                         "FROM saved_views ORDER BY place, id");
    while (q.next()) {
        SavedView view;
        view.id = q.id<SavedViewId>(0);
        view.query.account = q.id<AccountId>(1);
        view.query.scope = Scope(q.integer(2));
        if (q.integer(3) != kAnyCategory)
            view.query.category = Category(q.integer(3));
        view.query.search = q.text(4);
        view.query.everywhere = q.flag(5);
        view.name = q.text(6);
        view.number = q.integer(7);
        view.notify = q.flag(8);
        views.append(view);
    }
    return views;
}

SavedView ViewTable::checked(const SavedView &view)
{
    SavedView clean = view;
    clean.name = view.name.simplified().left(SavedView::kMostName);
    clean.query.search = view.query.search.left(SavedView::kMostSearch);
    clean.number = view.number >= 1 && view.number <= SavedView::kMostNumber ? view.number : 0;
    if (clean.name.isEmpty())
        refuse(QCoreApplication::translate("Store", "Give the view a name."));
    const QList<SavedView> others = ViewReader(m_context.db).all();
    if (!view.id.isValid() && others.size() >= SavedView::kMostViews)
        refuse(QCoreApplication::translate("Store", "There are %1 saved views already. Remove one first.").arg(others.size()));
    for (const SavedView &other : others) {
        if (other.id != view.id && other.name.compare(clean.name, Qt::CaseInsensitive) == 0)
            refuse(QCoreApplication::translate("Store", "Another view is called “%1”. Choose another name.").arg(other.name));
    }
    return clean;
}

/// Two views that change places with each other keep a key each.
void ViewTable::takeNumber(const SavedView &view)
{
    if (view.number == 0)
        return;
    const qint64 former = m_context.db.number("SELECT number FROM saved_views WHERE id = ?", 0, view.id);
    m_context.db.change("UPDATE saved_views SET number = ? WHERE number = ? AND id <> ?", former, view.number, view.id);
}

SavedViewId ViewTable::save(const SavedView &view)
{
    const SavedView clean = checked(view);
    Connection &db = m_context.db;
    if (clean.id.isValid() && db.number("SELECT 1 FROM saved_views WHERE id = ?", 0, clean.id) == 0)
        throwNotFound(QStringLiteral("view %1").arg(clean.id.number()));
    if (clean.query.category)
        CategoryTable(m_context).require(*clean.query.category);
    takeNumber(clean);
    SavedViewId id = clean.id;
    if (!id.isValid()) {
        db.run("INSERT INTO saved_views (account, scope, category, search, everywhere, name, number, notify, place) "
               "SELECT 0, 0, 0, '', 0, '', 0, 0, ifnull(max(place), 0) + 1 FROM saved_views");
        id = SavedViewId(db.lastId());
    }
    db.change("UPDATE saved_views SET account = ?, scope = ?, category = ?, search = ?, everywhere = ?, name = ?, "
              "number = ?, notify = ? WHERE id = ?",
        clean.query.account, clean.query.scope, numberOf(clean.query.category), clean.query.search,
        clean.query.everywhere, clean.name, clean.number, clean.notify, id);
    m_context.changes.views = true;
    return id;
}

void ViewTable::remove(SavedViewId id)
{
    m_context.db.change("DELETE FROM saved_views WHERE id = ?", id);
    if (m_context.db.changes() == 0)
        throwNotFound(QStringLiteral("view %1").arg(id.number()));
    m_context.changes.views = true;
}

void ViewTable::removeOf(AccountId account)
{
    m_context.db.change("DELETE FROM saved_views WHERE account = ?", account);
    m_context.changes.views = m_context.changes.views || m_context.db.changes() > 0;
}

void ViewTable::order(const QList<SavedViewId> &order)
{
    QList<SavedView> views = ViewReader(m_context.db).all();
    const auto placeOf = [&order](const SavedView &view) {
        const qsizetype at = order.indexOf(view.id);
        return at < 0 ? order.size() : at;
    };
    std::stable_sort(views.begin(), views.end(),
        [&](const SavedView &one, const SavedView &other) { return placeOf(one) < placeOf(other); });
    for (qsizetype place = 0; place < views.size(); ++place)
        m_context.db.change("UPDATE saved_views SET place = ? WHERE id = ?", place + 1, views.at(place).id);
    m_context.changes.views = true;
}

} // namespace inlet::store
