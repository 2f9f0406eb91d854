// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/WriteContext.h"
#include "store/values/OwnCategory.h"

namespace inlet::store
{

/// All categories by name, the built-in ones and the rep's own. Throws. Thread: that of the connection.
class CategoryReader
{
public:
    explicit CategoryReader(Connection &db) : m_db(db) {}

    QList<OwnCategory> own(); ///< in their order
    QString nameOf(Category category);
    std::optional<Category> named(const QString &name);
    QList<Category> beginning(const QString &prefix); ///< "meet" -> Meeting request
    QByteArray keywordOf(Category category); ///< empty: Unsorted, or it is gone
    /// Of the first category keyword; Unsorted: there is none, or only one that no category here has.
    Category ofKeywords(const QByteArrayList &keywords);
    qint64 conversationsIn(Category category);

private:
    Connection &m_db;
};

/// The rep's own categories. Thread: the writer. Throws.
class CategoryTable
{
public:
    explicit CategoryTable(WriteContext &context) : m_context(context) {}

    /// A number that another one has is taken from it. Throws Config with words for the user, NotFound.
    Category save(const OwnCategory &category);
    void order(const QList<Category> &order);
    /// Throws Config where rules or saved views need it. Its conversations are the caller's.
    void remove(Category category, UndoId step);
    /// What remove() took, or another one in its place.
    void restore(UndoId step);
    /// Throws NotFound, with words for the user, where it is one of the rep's own that is not there.
    void require(Category category);
    /// Of what the step would bring back, categories that are not there any more become none.
    void forgetMissing(UndoId step);
    /// Another Inlet of the rep has categories that are not known here: they are from now on.
    void learn(const QByteArrayList &keywords);

private:
    [[nodiscard]] OwnCategory checked(const OwnCategory &category);
    [[nodiscard]] QByteArray freeKeyword(const QString &name);
    Category insert(const OwnCategory &category);

    WriteContext &m_context;
};

} // namespace inlet::store
