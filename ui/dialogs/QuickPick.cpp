// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/QuickPick.h"

#include "ui/Parts.h"
#include "ui/dialogs/ChoiceList.h"
#include "ui/dialogs/CommandPalette.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr QSize kPickSize(440, 420);
constexpr int kMostTyped = 80;
constexpr qsizetype kMostFound = 200;

} // namespace

QuickPick::QuickPick(const Question &question, const QList<Choice> &choices, QWidget *parent)
    : QDialog(parent), m_choices(choices), m_edit(new QLineEdit(this)), m_list(new ChoiceList(this)),
      m_help(parts::secondary({}, this)), m_nothing(question.nothing)
{
    setWindowTitle(question.title);
    setModal(true);
    m_edit->setObjectName(QStringLiteral("pickEdit"));
    m_edit->setAccessibleName(question.field);
    m_edit->setPlaceholderText(question.field);
    m_edit->setMaxLength(kMostTyped);
    m_list->setObjectName(QStringLiteral("pickList"));
    m_list->setAccessibleName(question.title);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->steerFrom(m_edit);
    m_help->setObjectName(QStringLiteral("pickHelp"));
    auto *layout = parts::column(this, theme::kSpace, theme::kMargin);
    layout->addWidget(parts::title(question.title, this));
    layout->addWidget(parts::secondary(question.text, this));
    layout->addWidget(m_edit);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_help);
    connect(m_edit, &QLineEdit::textChanged, this, &QuickPick::refresh);
    connect(m_list, &ChoiceList::chosen, this, [this](QListWidgetItem *item) {
        const QVariant value = m_choices.at(item->data(ChoiceList::Value).toLongLong()).value;
        accept();
        Q_EMIT chosen(value);
    });
    refresh({});
    parts::resizeToFit(this, kPickSize);
    m_edit->setFocus();
}

void QuickPick::refresh(const QString &typed)
{
    QStringList words;
    for (const Choice &choice : std::as_const(m_choices))
        words.append(choice.words);
    m_list->clear();
    for (const qsizetype at : bestFits(words, typed, kMostFound)) {
        const Choice &choice = m_choices.at(at);
        m_list->add(choice.words, choice.hint, at, choice.icon);
    }
    m_list->selectFirst();
    m_help->setText(m_choices.isEmpty() ? m_nothing
            : m_list->count() == 0      ? tr("Nothing is called that.")
                                        : tr("Enter takes the marked one, Esc leaves everything as it is."));
}

} // namespace inlet::ui
