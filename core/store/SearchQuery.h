// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/OwnCategory.h"

#include <QDate>

namespace inlet::store
{

/// What was typed into the search box, understood. All parts must hold.
struct SearchQuery {
    enum class Field { Any, From, To, Domain, Subject, Company, Campaign };
    struct Term {
        QString text; ///< a word or a phrase
        Field field = Field::Any;
        bool prefix = false; ///< also longer words that begin so
        bool excluded = false; ///< -word: no message of the conversation has it

        bool operator==(const Term &) const = default;
    };
    enum class Flag { Unread, Read, Unanswered, Snoozed, Auto, Starred, Archived, Bounced, Attachment, Note, Reminder, Muted };
    struct State {
        Flag flag = Flag::Unread;
        bool excluded = false;

        bool operator==(const State &) const = default;
    };

    QList<Term> terms;
    QList<Term> listed; ///< company: and campaign:, what lists of leads say
    QList<State> states;
    QStringList via; ///< part of a mailbox's address or name
    QStringList notVia;
    std::optional<QList<Category>> categories; ///< one of them
    QList<Category> notCategories;
    QStringList labels; ///< names, or how they begin
    QStringList notLabels;
    QStringList tags; ///< of mailboxes: names, or how they begin
    QStringList notTags;
    std::optional<qint64> since; ///< milliseconds: a message at or after
    std::optional<qint64> before; ///< a message before
    std::optional<qint64> larger; ///< a message of more octets

    bool operator==(const SearchQuery &) const = default;
    [[nodiscard]] bool isEmpty() const { return *this == SearchQuery{}; }
};

/// Never fails: an operator that makes no sense is searched for as text. At most 32 parts.
/// from: to: via: domain: company: campaign: subject: cat: (category:) label: tag: is: has: before: after: older: larger: "phrase" -not.
/// Days are local days; `now` is for older:. The last word matches longer words while it is typed.
/// `own`: categories that cat: may name beside the built-in ones.
[[nodiscard]] SearchQuery parseSearch(const QString &typed, const QDateTime &now, const QList<OwnCategory> &own = {});

/// The full text part for the messages that must match, in FTS5's own language with every word
/// quoted; empty when there is none.
[[nodiscard]] QString matchExpression(const QList<SearchQuery::Term> &terms);

/// Words that are looked for in `text` as the index sees it: lower-case, without accents.
/// At most `most` of them.
[[nodiscard]] QStringList foldedWords(const QString &text, qsizetype most = 20);

} // namespace inlet::store
