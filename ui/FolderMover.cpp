// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/FolderMover.h"

#include "ui/InboxController.h"
#include "ui/Phrases.h"
#include "ui/StepWords.h"
#include "ui/dialogs/QuickPick.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/Toast.h"

#include <QSet>
#include <QWidget>

#include <algorithm>
#include <memory>

namespace inlet::ui
{

namespace
{

using imap::FolderRole;

constexpr qsizetype kMostFolders = 5000;
constexpr qsizetype kMostLetters = 120;

/// Trash, Junk and Sent have keys of their own, and Gmail's own views are no places.
bool canBeChosen(const store::StoredFolder &folder)
{
    const bool place = folder.role == FolderRole::None || folder.role == FolderRole::Inbox || folder.role == FolderRole::Archive;
    const bool view = folder.name.startsWith(QLatin1String("[Gmail]")) || folder.name.startsWith(QLatin1String("[Google Mail]"));
    return folder.selectable && place && !(view && folder.role == FolderRole::None);
}

QString iconOf(const store::StoredFolder &folder)
{
    return folder.role == FolderRole::Inbox ? QStringLiteral("inbox")
        : folder.role == FolderRole::Archive ? QStringLiteral("archive")
                                             : QStringLiteral("folder");
}

} // namespace

FolderMover::FolderMover(engine::Engine &engine, InboxController &inbox, ConversationListModel &list, ListPane &pane, QWidget &window)
    : QObject(&window), m_engine(engine), m_inbox(inbox), m_list(list), m_pane(pane), m_window(window)
{
}

QList<AccountId> FolderMover::mailboxesOf(const Rows &rows)
{
    QSet<AccountId> all;
    QList<AccountId> common = rows.isEmpty() ? QList<AccountId>() : rows.first().accounts;
    for (const store::ConversationRow &row : rows) {
        all.unite(QSet<AccountId>(row.accounts.cbegin(), row.accounts.cend()));
        common.removeIf([&row](AccountId account) { return !row.accounts.contains(account); });
    }
    if (common.isEmpty())
        m_pane.toast()->showText(tr("These are of %1 mailboxes. Select those of one mailbox to move them.").arg(phrases::number(all.size())));
    return common;
}

void FolderMover::ask(const Rows &rows, const QList<AccountId> &mailboxes, QObject *context, const std::function<bool()> &isWanted)
{
    const auto missing = std::make_shared<qsizetype>(mailboxes.size());
    const auto found = std::make_shared<QList<store::StoredFolder>>();
    for (const AccountId account : mailboxes) {
        m_engine.folders(account, context, [this, rows, mailboxes, missing, found, isWanted](const QList<store::StoredFolder> &folders) {
            *found += folders;
            if (--*missing == 0 && isWanted())
                onFolders(rows, mailboxes, *found);
        });
    }
}

void FolderMover::onFolders(const Rows &rows, const QList<AccountId> &mailboxes, const QList<store::StoredFolder> &folders)
{
    QList<store::StoredFolder> places;
    std::copy_if(folders.cbegin(), folders.cend(), std::back_inserter(places), canBeChosen);
    std::stable_sort(places.begin(), places.end(), [](const store::StoredFolder &one, const store::StoredFolder &other) {
        const bool special = one.role != FolderRole::None;
        const bool otherSpecial = other.role != FolderRole::None;
        return special != otherSpecial ? special : one.name.localeAwareCompare(other.name) < 0;
    });
    QList<QuickPick::Choice> choices;
    for (const store::StoredFolder &folder : std::as_const(places).mid(0, kMostFolders))
        choices.append({phrases::oneLine(folder.name, kMostLetters), mailboxes.size() > 1 ? addressOf(folder.account) : QString(),
            iconOf(folder), folder.id.number()});
    const QString where = mailboxes.size() == 1 ? addressOf(mailboxes.first()) : tr("the mailbox whose folder you choose");
    auto *dialog = new QuickPick({tr("Move to a folder"), tr("The mails of %1 in %2.").arg(steps::whose(rows.first(), rows.size()), where), tr("Name of the folder"),
                                     tr("No folders of this mailbox are known yet.")},
        choices, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QuickPick::chosen, this, [this, rows, places](const QVariant &value) {
        const auto chosen = std::find_if(places.cbegin(), places.cend(),
            [&value](const store::StoredFolder &folder) { return folder.id.number() == value.toLongLong(); });
        if (chosen != places.cend())
            moveTo(rows, *chosen);
    });
    dialog->open();
}

void FolderMover::moveTo(const Rows &rows, const store::StoredFolder &folder)
{
    store::TriageAction action;
    action.verb = store::TriageVerb::MoveToFolder;
    for (const store::ConversationRow &row : rows)
        action.conversations.append(row.id);
    action.folder = folder.id;
    const bool inDone = m_list.query().scope == store::Scope::Archived;
    m_inbox.decide(action, (folder.role == FolderRole::Inbox) == inDone, false,
        tr("Moved to %1").arg(phrases::oneLine(folder.name, kMostLetters)));
}

QString FolderMover::addressOf(AccountId account) const
{
    const QList<accounts::Account> all = m_engine.accounts();
    const auto found = std::find_if(all.cbegin(), all.cend(), [account](const accounts::Account &one) { return one.id == account; });
    return found == all.cend() ? QString() : phrases::oneLine(found->email, kMostLetters);
}

} // namespace inlet::ui
