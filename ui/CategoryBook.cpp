// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/CategoryBook.h"

#include "engine/Engine.h"

#include <algorithm>

namespace inlet::ui
{

void CategoryBook::set(const QList<store::OwnCategory> &own)
{
    if (own == m_own)
        return;
    m_own = own;
    Q_EMIT changed();
}

void CategoryBook::follow(engine::Engine &engine, QObject *context)
{
    const auto read = [this, &engine, context] {
        engine.categories().fetchOwn(context, [this](const Result<QList<store::OwnCategory>> &own) {
            if (own)
                set(*own);
        });
    };
    connect(&engine, &engine::Engine::changed, context, [read](const store::ChangeSet &changes) {
        if (changes.categories || changes.everything)
            read();
    });
    read();
}

const store::OwnCategory *CategoryBook::find(store::Category category) const
{
    const auto found = std::find_if(m_own.cbegin(), m_own.cend(), [category](const store::OwnCategory &one) { return one.category == category; });
    return found == m_own.cend() ? nullptr : &*found;
}

std::optional<store::Category> CategoryBook::withNumber(int number) const
{
    const auto found = std::find_if(m_own.cbegin(), m_own.cend(), [number](const store::OwnCategory &one) { return number > 0 && one.number == number; });
    return found == m_own.cend() ? std::nullopt : std::optional(found->category);
}

CategoryBook &categoryBook()
{
    static CategoryBook book;
    return book;
}

QList<store::Category> allCategories()
{
    QList<store::Category> all;
    for (int category = int(store::Category::Interested); category <= int(store::Category::Bounce); ++category)
        all.append(store::Category(category));
    for (const store::OwnCategory &one : categoryBook().own())
        all.append(one.category);
    all.append(store::Category::Unsorted);
    return all;
}

int chipOf(store::Category category)
{
    const store::OwnCategory *own = categoryBook().find(category);
    return own ? own->colour : int(category);
}

} // namespace inlet::ui
