// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/TriageDialogs.h"

#include "ui/FolderMover.h"
#include "ui/InboxController.h"
#include "ui/Labeller.h"
#include "ui/Phrases.h"
#include "ui/StepWords.h"
#include "ui/dialogs/DoNotContactDialog.h"
#include "ui/dialogs/RuleDialog.h"
#include "ui/dialogs/WhenDialog.h"
#include "ui/models/ConversationListModel.h"
#include "ui/models/ConversationModel.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/Toast.h"

#include <QHash>
#include <QSet>
#include <QWidget>

#include <utility>

namespace inlet::ui
{

namespace
{

void openDialog(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

TriageDialogs::TriageDialogs(engine::Engine &engine, InboxController &inbox, ConversationListModel &list,
    const ConversationModel &open, ListPane &pane, QWidget &window)
    : QObject(&window), m_engine(engine), m_inbox(inbox), m_list(list), m_openModel(open), m_pane(pane), m_window(window),
      m_mover(new FolderMover(engine, inbox, list, pane, window)), m_labeller(new Labeller(engine, inbox, pane, window))
{
}

const store::ConversationRow *TriageDialogs::rowOf(ConversationId id) const
{
    if (m_openModel.head().id == id && id.isValid())
        return &m_openModel.head();
    return m_list.rowData(id);
}

void TriageDialogs::stopWaiting()
{
    if (!isWaiting())
        return;
    std::exchange(m_reading, nullptr)->deleteLater(); // an answer runs for it
    Q_EMIT waitingChanged(false);
}

void TriageDialogs::withRows(const QList<ConversationId> &ids, const std::function<void(const Rows &)> &ask)
{
    if (ids.isEmpty() || isWaiting())
        return;
    QHash<ConversationId, store::ConversationRow> known;
    QList<ConversationId> unknown;
    for (const ConversationId id : ids) {
        if (const store::ConversationRow *row = rowOf(id))
            known.insert(id, *row);
        else
            unknown.append(id);
    }
    const auto go = [this, ids, ask](const QHash<ConversationId, store::ConversationRow> &all) {
        Rows rows;
        for (const ConversationId id : ids) {
            if (const auto row = all.constFind(id); row != all.cend())
                rows.append(*row);
        }
        if (rows.isEmpty())
            m_pane.toast()->showText(tr("Not found any more. Nothing was changed; please try again."));
        else
            ask(rows);
    };
    if (unknown.isEmpty()) {
        go(known);
        return;
    }
    m_reading = new QObject(this);
    Q_EMIT waitingChanged(true);
    m_pane.toast()->showText(phrases::plural(unknown.size(), tr("Reading 1 conversation"), tr("Reading %1 conversations")));
    m_engine.fetchRows(m_list.query(), unknown, m_reading, [this, go, known, asked = m_reading](const Rows &read) {
        if (asked != m_reading)
            return; // given up
        auto all = known;
        for (const store::ConversationRow &row : read)
            all.insert(row.id, row);
        m_pane.toast()->dismiss();
        stopWaiting();
        go(all);
    });
}

void TriageDialogs::moveToFolder()
{
    const QList<ConversationId> ids = m_inbox.targets();
    if (ids.isEmpty() || isWaiting())
        return;
    withRows(ids, [this](const Rows &rows) {
        const QList<AccountId> mailboxes = m_mover->mailboxesOf(rows);
        if (mailboxes.isEmpty())
            return;
        const auto isWanted = startReading();
        m_mover->ask(rows, mailboxes, m_reading, isWanted);
    });
}

std::function<bool()> TriageDialogs::startReading()
{
    m_reading = new QObject(this);
    Q_EMIT waitingChanged(true);
    return [this, asked = m_reading] {
        if (asked != m_reading)
            return false; // given up
        stopWaiting();
        return true;
    };
}

void TriageDialogs::label()
{
    const QList<ConversationId> ids = m_inbox.targets();
    if (ids.isEmpty() || isWaiting())
        return;
    withRows(ids, [this](const Rows &rows) {
        const auto isWanted = startReading();
        m_labeller->ask(rows, m_reading, isWanted);
    });
}

void TriageDialogs::removeLabel(ConversationId conversation, const QString &label)
{
    m_labeller->remove(conversation, label);
}

/// The first one says what can be taken back; of many only the number is told.
void TriageDialogs::askSnooze(const QList<ConversationId> &ids, const QString &title)
{
    withRows(ids.mid(0, 1), [this, ids, title](const Rows &rows) { askSnoozeOf(rows.first(), ids, title, when::Horizon::Days); });
}

void TriageDialogs::askSnoozeOf(const store::ConversationRow &row, const QList<ConversationId> &ids, const QString &title, when::Horizon horizon)
{
    WhenDialog::Question question;
    question.title = title;
    question.horizon = horizon;
    question.text = tr("%1 leaves the list and comes back then, or as soon as they write.").arg(steps::whose(row, ids.size()));
    if (row.snoozedUntil.isValid())
        question.takeBack = tr("Wake it now");
    question.returnOn = row.returnOn;
    auto *dialog = new WhenDialog(question, &QDateTime::currentDateTime, &m_window);
    store::TriageAction action;
    action.conversations = ids;
    connect(dialog, &WhenDialog::chosen, this, [this, action](const QDateTime &at) mutable {
        action.verb = store::TriageVerb::Snooze;
        action.until = at;
        m_inbox.decide(action, m_list.query().scope != store::Scope::Snoozed);
    });
    connect(dialog, &WhenDialog::takenBack, this, [this, action]() mutable {
        action.verb = store::TriageVerb::Unsnooze;
        m_inbox.decide(action, m_list.query().scope == store::Scope::Snoozed);
    });
    openDialog(dialog);
}

void TriageDialogs::snooze()
{
    askSnooze(m_inbox.targets(), tr("Snooze until"));
}

void TriageDialogs::notNow()
{
    if (isWaiting())
        return;
    const QList<ConversationId> ids = m_inbox.targets();
    m_inbox.perform(ActionId::Category4);
    withRows(ids.mid(0, 1), [this, ids](const Rows &rows) {
        askSnoozeOf(rows.first(), ids, tr("Not now: when to ask again"), when::Horizon::Weeks);
    });
}

void TriageDialogs::remind()
{
    const QList<ConversationId> ids = m_inbox.targets();
    withRows(ids.mid(0, 1), [this, ids](const Rows &rows) { askReminderOf(rows.first(), ids); });
}

void TriageDialogs::askReminderOf(const store::ConversationRow &row, const QList<ConversationId> &ids)
{
    WhenDialog::Question question;
    question.title = tr("Remind me if nobody answers");
    question.text = tr("%1 needs an answer again then, unless they write before.").arg(steps::whose(row, ids.size()));
    if (row.remindAt.isValid())
        question.takeBack = tr("Remove the reminder");
    question.returnOn = row.returnOn;
    auto *dialog = new WhenDialog(question, &QDateTime::currentDateTime, &m_window);
    store::TriageAction action;
    action.conversations = ids;
    connect(dialog, &WhenDialog::chosen, this, [this, action](const QDateTime &at) mutable {
        action.verb = store::TriageVerb::Remind;
        action.until = at;
        m_inbox.decide(action, false);
    });
    connect(dialog, &WhenDialog::takenBack, this, [this, action]() mutable {
        action.verb = store::TriageVerb::Unremind;
        m_inbox.decide(action, false);
    });
    openDialog(dialog);
}

void TriageDialogs::doNotContact()
{
    const QList<ConversationId> ids = m_inbox.targets();
    withRows(ids, [this, wanted = ids.size()](const Rows &rows) { askDoNotContact(rows, wanted - rows.size()); });
}

/// Only what could be read is decided about: nobody gets on the list without having been named.
void TriageDialogs::askDoNotContact(const Rows &rows, qsizetype missing)
{
    QStringList addresses;
    QSet<QString> seen;
    QList<ConversationId> ids;
    for (const store::ConversationRow &row : rows) {
        ids.append(row.id);
        if (!row.prospectAddress.isEmpty() && !seen.contains(row.prospectAddress))
            addresses.append(row.prospectAddress);
        seen.insert(row.prospectAddress);
    }
    if (addresses.isEmpty()) {
        m_pane.toast()->showText(tr("There is no address to put on the list"));
        return;
    }
    auto *dialog = new DoNotContactDialog(addresses, missing, &m_window);
    connect(dialog, &DoNotContactDialog::confirmed, this, [this, ids, addresses](const QString &domain, const QString &reason) {
        // The category alone lists the addresses; with a reason of the rep they are listed before.
        QList<store::Suppression> entries;
        if (!reason.isEmpty()) {
            for (const QString &address : addresses) {
                if (!store::suppressionPattern(address).isEmpty())
                    entries.append({.pattern = address, .reason = reason, .source = store::SuppressionSource::OptOut, .messageId = {}, .at = {}});
            }
        }
        if (!domain.isEmpty())
            entries.append({.pattern = domain, .reason = reason.isEmpty() ? tr("Nobody at this company") : reason,
                .source = store::SuppressionSource::Rep, .messageId = {}, .at = {}});
        m_inbox.sortAway(store::Category::DoNotContact, ids, entries);
    });
    openDialog(dialog);
}

void TriageDialogs::fixForAll()
{
    withRows(m_inbox.targets().mid(0, 1), [this](const Rows &rows) { askRule(rows.first()); });
}

void TriageDialogs::askRule(const store::ConversationRow &row)
{
    auto *dialog = new RuleDialog(m_engine, row, &m_window);
    connect(dialog, &QDialog::accepted, &m_inbox, &InboxController::offerUndoOfRule);
    openDialog(dialog);
}

} // namespace inlet::ui
