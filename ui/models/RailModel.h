// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"

#include <QAbstractListModel>
#include <QTimer>

namespace inlet::ui
{

enum class RailRole {
    Kind = Qt::UserRole + 1, ///< int(RailKind)
    Icon, ///< QString, name of an icon; empty for mailboxes and headers
    Count, ///< qint64; of the mailboxes' header: the sum, where they are not all in sight
    Category, ///< int(store::Category) or -1
    Colour, ///< QString "#rrggbb" of a mailbox
    State, ///< int(engine::MailboxState) of a mailbox; of their header: the worst, where they are not all in sight
    Progress, ///< int 0..100 of a first sync, -1: none
    IsFolded, ///< bool, headers and tags
    IsInGroup, ///< bool, mailboxes below their tag
    IsUrgent, ///< bool: the count needs a decision
};

enum class RailKind { Header, Scope, Category, View, Tag, Mailbox, Drafts, Outbox, ShowAll };
/// What folds together behind its header.
enum class RailGroup { None, Categories, Views, Mailboxes };

/// The rail: scopes, categories, saved views, mailboxes, with counts that come from the same clauses as the rows.
/// Thread: GUI.
class RailModel : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int kFewMailboxes = 12; ///< more are folded behind "Show all"

    explicit RailModel(engine::Engine &engine, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// What choosing that row shows; nothing for headers, drafts and the outbox.
    [[nodiscard]] std::optional<store::ListQuery> queryAt(int row) const;
    [[nodiscard]] int rowOf(const store::ListQuery &query) const; ///< the first; -1: not shown
    [[nodiscard]] int rowOf(SavedViewId view) const;
    [[nodiscard]] SavedViewId viewAt(int row) const;
    [[nodiscard]] AccountId accountAt(int row) const;
    [[nodiscard]] RailKind kindAt(int row) const;
    /// A header or a tag folds its group, "Show all" shows every mailbox.
    void toggle(int row);
    void setFilter(const QString &text); ///< mailboxes only, by address, name and tag
    [[nodiscard]] const store::Counts &counts() const { return m_counts; }
    /// In their order.
    [[nodiscard]] const QList<store::SavedView> &views() const { return m_views; }
    [[nodiscard]] const store::SavedView *view(SavedViewId id) const; ///< null: not there
    [[nodiscard]] const store::SavedView *viewNumber(int number) const; ///< by its key; null: none has it
    [[nodiscard]] qint64 countOf(SavedViewId view) const { return m_viewCounts.value(view); }
    [[nodiscard]] int mailboxCount() const { return int(m_accounts.size()); }
    void refreshCounts();

Q_SIGNALS:
    void countsChanged();
    void viewsChanged();

private:
    struct Entry {
        RailKind kind = RailKind::Scope;
        QString label;
        QString icon;
        store::Scope scope = store::Scope::All;
        int category = -1;
        AccountId account;
        SavedViewId view;
        RailGroup group = RailGroup::None; ///< headers: of what
        QString tag; ///< of a tag, and of a mailbox below it

        bool operator==(const Entry &) const = default;
    };
    void rebuild();
    [[nodiscard]] QList<Entry> makeEntries() const;
    void addViews(QList<Entry> &entries) const;
    void addMailboxes(QList<Entry> &entries) const;
    void readTags();
    void addTags(QList<Entry> &entries) const;
    [[nodiscard]] qint64 countOf(const Entry &entry) const;
    [[nodiscard]] QString toolTipOf(const Entry &entry) const;
    [[nodiscard]] QString sentenceOf(const Entry &entry) const;
    [[nodiscard]] QStringList viewWords(const store::SavedView &view) const;
    [[nodiscard]] QString outboxWords(const QString &label) const;
    /// Its mailboxes are not all in sight: the header tells of them.
    [[nodiscard]] bool sumsUp(const Entry &header) const;
    /// Of the mailboxes with a tag; empty: of all.
    [[nodiscard]] engine::MailboxStatus worstStatus(const QString &tag) const;
    [[nodiscard]] qint64 unreadOf(const QString &tag) const;
    /// What the mailboxes together are like.
    [[nodiscard]] QStringList summaryWords(const Entry &group) const;
    [[nodiscard]] QStringList headerWords(const Entry &header) const;
    [[nodiscard]] QStringList tagWords(const Entry &tag) const;
    [[nodiscard]] bool isFolded(const Entry &entry) const;
    void onStatusChanged(AccountId account);
    void refreshOutbox();
    void refreshViews();
    void countsCame();

    engine::Engine &m_engine;
    QList<Entry> m_entries;
    QList<accounts::Account> m_accounts;
    QStringList m_tags; ///< of them, by name
    QHash<QString, QList<AccountId>> m_tagged; ///< who has which; empty: all of them
    store::Counts m_counts;
    QList<store::SavedView> m_views;
    engine::ViewCounts m_viewCounts;
    qint64 m_drafts = 0;
    qint64 m_waiting = 0; ///< messages that have not left
    qint64 m_stuck = 0; ///< of them: failed, or nobody knows
    QSet<RailGroup> m_folded;
    QSet<QString> m_openTags; ///< their keys; the others are folded
    QString m_filter;
    bool m_showAll = false;
    QTimer m_countTimer;
    QObject m_countContext;
    QObject m_viewContext;
};

/// The search that finds what the mailboxes with that tag have.
[[nodiscard]] QString tagSearch(const QString &tag);
/// Worse states are larger: what a group of mailboxes shows.
[[nodiscard]] int badness(engine::MailboxState state);

} // namespace inlet::ui
