// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/LabelPicker.h"

#include "accounts/values/Tags.h"
#include "store/values/Label.h"
#include "ui/Parts.h"
#include "ui/dialogs/ChoiceList.h"
#include "ui/dialogs/CommandPalette.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr QSize kLabelPickSize(440, 460);
constexpr qsizetype kMostLabelsFound = 200;
constexpr qsizetype kNew = -1;

QString iconOf(LabelPicker::State state)
{
    return state == LabelPicker::State::On ? QStringLiteral("check") : state == LabelPicker::State::Some ? QStringLiteral("minus") : QStringLiteral("tag");
}

} // namespace

LabelPicker::LabelPicker(const QString &whose, const QString &note, const QList<Entry> &entries, QWidget *parent, Kind kind)
    : QDialog(parent), m_kind(kind), m_entries(entries), m_edit(new QLineEdit(this)), m_list(new ChoiceList(this)), m_help(parts::secondary({}, this))
{
    const bool tags = kind == Kind::Tags;
    setWindowTitle(tags ? tr("Tags") : tr("Labels"));
    setObjectName(QStringLiteral("labelPicker"));
    setModal(true);
    for (Entry &entry : m_entries)
        entry.wanted = entry.state;
    m_edit->setObjectName(QStringLiteral("labelEdit"));
    m_edit->setAccessibleName(tags ? tr("Name of the tag") : tr("Name of the label"));
    m_edit->setPlaceholderText(tags ? tr("Name of the tag, also of a new one") : tr("Name of the label, also of a new one"));
    m_edit->setMaxLength(tags ? int(accounts::kMaxTag) : int(store::Label::kMostName));
    m_list->setObjectName(QStringLiteral("labelList"));
    m_list->setAccessibleName(windowTitle());
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->steerFrom(m_edit);
    m_help->setObjectName(QStringLiteral("labelHelp"));
    auto *apply = parts::button(tr("Apply"), "primary", this);
    apply->setObjectName(QStringLiteral("applyButton"));
    auto *cancel = parts::button(tr("Cancel"), "", this);
    auto *layout = parts::column(this, theme::kSpace, theme::kMargin);
    layout->addWidget(parts::title(windowTitle(), this));
    layout->addWidget(parts::secondary(whose, this));
    layout->addWidget(m_edit);
    layout->addWidget(m_list, 1);
    if (!note.isEmpty()) {
        auto *shown = parts::secondary(note, this);
        shown->setObjectName(QStringLiteral("labelNote"));
        layout->addWidget(shown);
    }
    layout->addWidget(m_help);
    layout->addLayout(parts::buttonLine({}, {cancel, apply}));
    connect(m_edit, &QLineEdit::textEdited, this, [this] { m_isTyping = true; });
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        refresh();
        m_list->selectFirst();
    });
    connect(m_list, &ChoiceList::chosen, this, [this](QListWidgetItem *item) {
        const qsizetype entry = entryOf(item);
        if (entry == kNew)
            make();
        else
            toggle(entry);
    });
    connect(apply, &QPushButton::clicked, this, &LabelPicker::apply);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, this, &LabelPicker::apply);
    refresh();
    m_list->selectFirst();
    parts::resizeToFit(this, kLabelPickSize);
    m_edit->setFocus();
}

QString LabelPicker::hintOf(const Entry &entry) const
{
    if (entry.wanted != entry.state)
        return entry.wanted == State::On ? tr("will be put on") : tr("will be taken off");
    return entry.state == State::On ? tr("on") : entry.state == State::Some ? tr("on some of them") : QString();
}

void LabelPicker::refresh()
{
    const QString typed = m_edit->text();
    const QString name = cleaned(typed);
    QStringList names;
    for (const Entry &entry : std::as_const(m_entries))
        names.append(entry.name);
    const int row = m_list->currentRow();
    m_list->clear();
    for (const qsizetype at : bestFits(names, name.isEmpty() ? QString() : typed, kMostLabelsFound)) {
        const Entry &entry = m_entries.at(at);
        m_list->add(entry.name, hintOf(entry), at, iconOf(entry.wanted));
    }
    const bool isKnown = std::any_of(m_entries.cbegin(), m_entries.cend(),
        [&name](const Entry &entry) { return store::labelKey(entry.name) == store::labelKey(name); });
    if (!name.isEmpty() && !isKnown)
        m_list->add((m_kind == Kind::Tags ? tr("New tag “%1”") : tr("New label “%1”")).arg(name), {}, kNew, QStringLiteral("plus"));
    if (m_list->count() > 0)
        m_list->setCurrentRow(std::clamp(row, 0, m_list->count() - 1));
    const QString none = m_kind == Kind::Tags ? tr("There are no tags yet. Type a word that groups these mailboxes.") : tr("There are no labels yet. Type the name of a new one.");
    m_help->setText(m_list->count() == 0 ? none
                                         : tr("Enter puts it on or takes it off, Ctrl+Enter applies, Esc leaves everything as it is."));
}

QString LabelPicker::cleaned(const QString &typed) const
{
    return m_kind == Kind::Tags ? accounts::cleanTags({typed}).value(0) : store::cleanLabel(typed);
}

qsizetype LabelPicker::entryOf(const QListWidgetItem *item)
{
    return item->data(ChoiceList::Value).toLongLong();
}

/// What some have comes back as it was after on and off.
void LabelPicker::toggle(qsizetype at)
{
    Entry &entry = m_entries[at];
    if (entry.wanted != State::On)
        entry.wanted = entry.wanted == State::Off && entry.state == State::Some ? State::Some : State::On;
    else
        entry.wanted = State::Off;
    m_isTyping = false;
    refresh();
    m_edit->selectAll(); // the next name takes its place
}

void LabelPicker::make()
{
    m_entries.prepend({cleaned(m_edit->text()), State::Off, State::On});
    m_isTyping = false;
    m_edit->clear();
}

/// A name that was typed and not entered is meant, too.
void LabelPicker::apply()
{
    if (const QListWidgetItem *item = m_list->currentItem(); m_isTyping && item && !cleaned(m_edit->text()).isEmpty()) {
        const qsizetype entry = entryOf(item);
        if (entry == kNew)
            make();
        else
            m_entries[entry].wanted = State::On;
    }
    QStringList add;
    QStringList remove;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.wanted != entry.state)
            (entry.wanted == State::On ? add : remove).append(entry.name);
    }
    accept();
    if (!add.isEmpty() || !remove.isEmpty())
        Q_EMIT chosen(add, remove);
}

} // namespace inlet::ui
