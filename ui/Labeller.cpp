// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Labeller.h"

#include "ui/InboxController.h"
#include "ui/Phrases.h"
#include "ui/StepWords.h"
#include "ui/dialogs/LabelPicker.h"
#include "ui/dialogs/Words.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/Toast.h"

#include <QHash>
#include <QWidget>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr qsizetype kMostLettersOfLabel = 60;
constexpr qsizetype kMostToldLabels = 3;

QString listOf(const QStringList &labels)
{
    QStringList shown;
    for (const QString &label : labels.mid(0, kMostToldLabels))
        shown.append(phrases::oneLine(label, kMostLettersOfLabel));
    if (labels.size() > kMostToldLabels)
        shown.append(QStringLiteral("…"));
    return shown.join(QStringLiteral(", "));
}

} // namespace

Labeller::Labeller(engine::Engine &engine, InboxController &inbox, ListPane &pane, QWidget &window)
    : QObject(&window), m_engine(engine), m_inbox(inbox), m_pane(pane), m_window(window)
{
}

void Labeller::ask(const Rows &rows, QObject *context, const std::function<bool()> &isWanted)
{
    m_engine.desk().fetchLabels(context, [this, rows, isWanted](const Result<store::LabelFacts> &facts) {
        if (!isWanted())
            return;
        if (facts)
            onLabels(rows, *facts);
        else
            m_pane.toast()->showText(words::ofError(facts.error()));
    });
}

void Labeller::onLabels(const Rows &rows, const store::LabelFacts &facts)
{
    QHash<QString, qsizetype> with;
    QStringList names;
    for (const store::Label &label : facts.labels)
        names.append(label.name);
    QList<ConversationId> ids;
    for (const store::ConversationRow &row : rows) {
        ids.append(row.id);
        for (const QString &label : row.labels)
            ++with[store::labelKey(label)];
    }
    QList<LabelPicker::Entry> entries;
    for (const QString &name : std::as_const(names)) {
        const qsizetype count = with.value(store::labelKey(name));
        entries.append({name, count == 0 ? LabelPicker::State::Off : count == rows.size() ? LabelPicker::State::On : LabelPicker::State::Some, {}});
    }
    // What they have stands first.
    std::stable_sort(entries.begin(), entries.end(), [](const LabelPicker::Entry &one, const LabelPicker::Entry &other) {
        return (one.state != LabelPicker::State::Off) > (other.state != LabelPicker::State::Off);
    });
    auto *dialog = new LabelPicker(steps::whose(rows.first(), rows.size()), noteFor(rows, facts.without), entries, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LabelPicker::chosen, this, [this, ids](const QStringList &add, const QStringList &remove) { change(ids, add, remove); });
    dialog->open();
}

QString Labeller::noteFor(const Rows &rows, const QList<AccountId> &without) const
{
    QStringList emails;
    const QList<accounts::Account> all = m_engine.accounts();
    for (const accounts::Account &account : all) {
        const bool takesPart = std::any_of(rows.cbegin(), rows.cend(), [&](const store::ConversationRow &row) { return row.accounts.contains(account.id); });
        if (takesPart && without.contains(account.id))
            emails.append(phrases::oneLine(account.email, kMostLettersOfLabel));
    }
    return emails.isEmpty() ? QString() : tr("The mail server of %1 keeps no labels: mails there stay without.").arg(listOf(emails));
}

void Labeller::remove(ConversationId conversation, const QString &label)
{
    change({conversation}, {}, {label});
}

void Labeller::change(const QList<ConversationId> &conversations, const QStringList &add, const QStringList &remove)
{
    store::TriageAction action;
    action.verb = store::TriageVerb::Label;
    action.conversations = conversations;
    action.addLabels = add;
    action.removeLabels = remove;
    m_inbox.decide(action, false, false,
        remove.isEmpty()    ? tr("Labelled %1").arg(listOf(add))
            : add.isEmpty() ? tr("Label %1 taken off").arg(listOf(remove))
                            : tr("Labels changed"));
}

} // namespace inlet::ui
