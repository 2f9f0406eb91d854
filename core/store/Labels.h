// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/Connection.h"
#include "store/values/Label.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace inlet::store
{

/// Conversations, by the sets of keywords.
inline constexpr const char *kWithLabel = "SELECT m.conversation FROM locations l CROSS JOIN messages m ON m.id = l.message WHERE l.keywords <> '' "
                                          "AND l.keywords IN (SELECT value FROM json_each(?)) AND m.list_class > 0";

/// Labels as they stand among the keywords of places. There are few different sets of keywords, however many mails there
/// are: they are found by an index, and read once where names are looked for. Throws. Thread: that of the connection.
class LabelReader
{
public:
    explicit LabelReader(Connection &db) : m_db(db) {}

    LabelFacts facts(); ///< without counting
    LabelFacts countedFacts();
    QStringList of(ConversationId conversation); ///< by name
    /// Sets of keywords that have the label of that name; where none has, those of labels that begin so. A JSON array for
    /// kWithLabel; empty: there are none.
    QString setsWith(const QString &name);
    QStringList beginning(const QString &prefix); ///< labels whose name begins so
    qint64 conversationsWith(const QString &name);
    /// How other mails of that mailbox have the label; else as a new one is spelled.
    QByteArray keywordFor(const QString &name, bool gmail);

private:
    using Sets = QHash<QString, QStringList>; ///< keywords of a place -> names of its labels; only those that have any
    const Sets &sets();
    QStringList gmailFolders();

    Connection &m_db;
    std::optional<Sets> m_sets;
    Sets m_met; ///< those of conversations that were asked for, also without labels
};

} // namespace inlet::store
