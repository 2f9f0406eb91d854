// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/TriageDialogs.h"

#include "ui/InboxController.h"
#include "ui/Phrases.h"
#include "ui/dialogs/DoNotContactDialog.h"
#include "ui/dialogs/RuleDialog.h"
#include "ui/dialogs/WhenDialog.h"
#include "ui/models/ConversationListModel.h"
#include "ui/models/ConversationModel.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/Toast.h"

#include <QWidget>

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
    : QObject(&window), m_engine(engine), m_inbox(inbox), m_list(list), m_openModel(open), m_pane(pane), m_window(window)
{
}

const store::ConversationRow *TriageDialogs::rowOf(ConversationId id) const
{
    if (m_openModel.head().id == id && id.isValid())
        return &m_openModel.head();
    return m_list.rowData(id);
}

QString TriageDialogs::namesOf(const QList<ConversationId> &ids) const
{
    if (ids.size() > 1)
        return tr("%1 conversations").arg(phrases::number(ids.size()));
    const store::ConversationRow *row = ids.isEmpty() ? nullptr : rowOf(ids.first());
    return row ? phrases::person(row->prospectName, row->prospectAddress) : QString();
}

void TriageDialogs::askSnooze(const QList<ConversationId> &ids, const QString &title)
{
    if (ids.isEmpty())
        return;
    const store::ConversationRow *row = rowOf(ids.first());
    WhenDialog::Question question;
    question.title = title;
    question.text = tr("%1 leaves the list and comes back then, or as soon as they write.").arg(namesOf(ids));
    if (row && row->snoozedUntil.isValid())
        question.takeBack = tr("Wake it now");
    if (row)
        question.returnOn = row->returnOn;
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
    const QList<ConversationId> ids = m_inbox.targets();
    m_inbox.perform(ActionId::Category4);
    askSnooze(ids, tr("Not now: when to ask again"));
}

void TriageDialogs::remind()
{
    const QList<ConversationId> ids = m_inbox.targets();
    if (ids.isEmpty())
        return;
    const store::ConversationRow *row = rowOf(ids.first());
    WhenDialog::Question question;
    question.title = tr("Remind me if nobody answers");
    question.text = tr("%1 needs an answer again then, unless they write before.").arg(namesOf(ids));
    if (row && row->remindAt.isValid())
        question.takeBack = tr("Remove the reminder");
    if (row)
        question.returnOn = row->returnOn;
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
    QStringList addresses;
    QList<ConversationId> unknown;
    for (const ConversationId id : ids) {
        const store::ConversationRow *row = rowOf(id);
        if (row)
            addresses.append(row->prospectAddress);
        else
            unknown.append(id);
    }
    if (unknown.isEmpty()) {
        askDoNotContact(ids, addresses);
        return;
    }
    // The list holds only the rows that somebody has looked at; the question is about all of them.
    Q_EMIT opensLater();
    m_engine.fetchRows(m_list.query(), unknown, &m_rowsContext, [this, ids, addresses](const QList<store::ConversationRow> &rows) {
        QStringList all = addresses;
        for (const store::ConversationRow &row : rows)
            all.append(row.prospectAddress);
        askDoNotContact(ids, all);
    });
}

void TriageDialogs::askDoNotContact(const QList<ConversationId> &ids, QStringList addresses)
{
    addresses.removeDuplicates();
    addresses.removeAll(QString());
    if (addresses.isEmpty())
        return;
    auto *dialog = new DoNotContactDialog(addresses, &m_window);
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
    const QList<ConversationId> ids = m_inbox.targets();
    const store::ConversationRow *row = ids.isEmpty() ? nullptr : rowOf(ids.first());
    if (!row)
        return;
    auto *dialog = new RuleDialog(m_engine, *row, &m_window);
    connect(dialog, &QDialog::accepted, this, [this] { m_pane.toast()->showText(tr("Rule applied"), tr("Undo  %1").arg(firstKey(ActionId::Undo)).trimmed()); });
    openDialog(dialog);
}

} // namespace inlet::ui
