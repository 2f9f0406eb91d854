// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <optional>
#include <unordered_map>

namespace inlet::mime
{

/// Phrases in many languages, read once from a JSON resource and then only looked at:
/// `{"group": {"language": ["phrase", ...]}}`. A phrase matches whole words; letter case, kinds of
/// apostrophes and blanks do not matter. Cost of a search: linear in the text, whatever the number
/// of phrases. Thread: any, after construction.
class PhraseTable
{
public:
    struct Hit {
        QString phrase; ///< as in the table
        QString language;
        qsizetype at = 0; ///< in the folded text
        qsizetype length = 0;

        bool operator==(const Hit &) const = default;
    };

    /// `resource` as in ":/inlet/phrases/autoreply.json". A table that cannot be read is empty.
    explicit PhraseTable(const QString &resource);

    /// First phrase of `group` in `folded` (see fold).
    [[nodiscard]] std::optional<Hit> find(const QString &group, const QString &folded) const;
    /// The phrase `folded` starts with; the longest one.
    [[nodiscard]] std::optional<Hit> atStart(const QString &group, const QString &folded) const;
    /// Every phrase of every group, from left to right; where some overlap the longest one that
    /// starts first.
    struct GroupHit {
        QString group;
        Hit hit;
    };
    [[nodiscard]] QList<GroupHit> all(const QString &folded) const;
    [[nodiscard]] bool isEmpty() const { return m_groups.isEmpty(); }

    /// Lower case, single blanks, plain apostrophes and hyphens: what phrases are compared in.
    static QString fold(const QString &text);

private:
    struct Entry {
        QString folded;
        QString phrase;
        QString language;
    };
    /// Looked up by a part of the text, without a copy of it.
    struct HashOfView {
        using is_transparent = void;
        std::size_t operator()(QStringView text) const { return qHash(text); }
    };
    struct EqualViews {
        using is_transparent = void;
        bool operator()(QStringView a, QStringView b) const { return a == b; }
    };
    template <typename T>
    using ByStart = std::unordered_map<QString, QList<T>, HashOfView, EqualViews>;

    struct Group {
        /// By first word, or by first character for scripts without blanks.
        ByStart<Entry> byStart;
    };

    struct GroupEntry {
        QString group;
        Entry entry;
    };

    void addPhrase(const QString &group, const QString &phrase, const QString &language);
    void addWithTwin(const QString &group, const QString &phrase, const QString &language);
    static bool matches(const Entry &entry, const QString &folded, qsizetype at);
    static std::optional<Hit> matchAt(const Group &group, const QString &folded, qsizetype at);

    QHash<QString, Group> m_groups;
    ByStart<GroupEntry> m_every; ///< of all groups, by start
};

} // namespace inlet::mime
