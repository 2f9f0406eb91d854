// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/OwnCategory.h"

#include <QList>
#include <QObject>

#include <optional>

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

/// Which categories there are now, for the whole program, as the theme and the keys. Whoever shows them listens to
/// changed(). Thread: GUI.
class CategoryBook : public QObject
{
    Q_OBJECT

public:
    static constexpr int kNumbers = 9; ///< own categories that can have a key

    [[nodiscard]] const QList<store::OwnCategory> &own() const { return m_own; } ///< in their order
    void set(const QList<store::OwnCategory> &own);
    /// Reads them now and after each change, as long as `context` is there.
    void follow(engine::Engine &engine, QObject *context);
    [[nodiscard]] const store::OwnCategory *find(store::Category category) const; ///< null: built in, or gone
    [[nodiscard]] std::optional<store::Category> withNumber(int number) const;

Q_SIGNALS:
    void changed();

private:
    QList<store::OwnCategory> m_own;
};

[[nodiscard]] CategoryBook &categoryBook();
/// Built-in ones in the order of their keys, the rep's own, and Unsorted at the end.
[[nodiscard]] QList<store::Category> allCategories();
/// For theme::chip().
[[nodiscard]] int chipOf(store::Category category);

} // namespace inlet::ui
