// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/MailboxTags.h"

#include "accounts/values/Tags.h"
#include "engine/Engine.h"
#include "ui/Phrases.h"
#include "ui/dialogs/LabelPicker.h"

#include <QCoreApplication>

#include <algorithm>

namespace inlet::ui
{

namespace
{

QString tagsSaid(const char *text)
{
    return QCoreApplication::translate("MailboxTags", text);
}

/// What they have stands first.
QList<LabelPicker::Entry> entriesFor(const QStringList &known, const QList<accounts::Account> &mailboxes)
{
    using State = LabelPicker::State;
    QList<LabelPicker::Entry> entries;
    for (const QString &tag : known) {
        const auto with = std::count_if(mailboxes.cbegin(), mailboxes.cend(), [&tag](const accounts::Account &account) { return accounts::hasTag(account, tag); });
        entries.append({tag, with == 0 ? State::Off : with == mailboxes.size() ? State::On : State::Some, {}});
    }
    std::stable_sort(entries.begin(), entries.end(),
        [](const LabelPicker::Entry &one, const LabelPicker::Entry &other) { return (one.state != State::Off) > (other.state != State::Off); });
    return entries;
}

} // namespace

void askTags(engine::Engine &engine, const QList<accounts::Account> &mailboxes, QWidget *parent, const std::function<void(const Result<void> &)> &done)
{
    const QString whose = mailboxes.size() == 1 ? phrases::oneLine(mailboxes.first().email) : tagsSaid("%1 mailboxes").arg(phrases::number(mailboxes.size()));
    auto *dialog = new LabelPicker(whose, {}, entriesFor(accounts::allTags(engine.accounts()), mailboxes), parent, LabelPicker::Kind::Tags);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &LabelPicker::chosen, parent, [&engine, mailboxes, parent, done](const QStringList &added, const QStringList &removed) {
        QList<AccountId> ids;
        for (const accounts::Account &mailbox : mailboxes)
            ids.append(mailbox.id);
        if (!added.isEmpty() || !removed.isEmpty())
            engine.changeTags(ids, added, removed, parent, done);
    });
    dialog->open();
}

} // namespace inlet::ui
