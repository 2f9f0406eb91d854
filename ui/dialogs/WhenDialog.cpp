// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/WhenDialog.h"

#include "ui/dialogs/ChoiceList.h"
#include "ui/dialogs/Parts.h"
#include "ui/dialogs/When.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace inlet::ui
{

namespace
{

constexpr QSize kWhenSize(420, 460);
constexpr int kMostTyped = 60;

} // namespace

WhenDialog::WhenDialog(const Question &question, const QDateTime &now, QWidget *parent)
    : QDialog(parent), m_question(question), m_now(now.toLocalTime()), m_edit(new QLineEdit(this)), m_list(new ChoiceList(this)),
      m_help(parts::secondary({}, this))
{
    setWindowTitle(question.title);
    setModal(true);
    m_edit->setObjectName(QStringLiteral("whenEdit"));
    m_edit->setAccessibleName(question.title);
    m_edit->setPlaceholderText(tr("tomorrow, fri 14:00, 3d, 12 dec"));
    m_edit->setMaxLength(kMostTyped);
    m_list->setObjectName(QStringLiteral("whenList"));
    m_list->setAccessibleName(tr("Times"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->steerFrom(m_edit);
    m_help->setObjectName(QStringLiteral("whenHelp"));
    auto *layout = parts::column(this, theme::kSpace, theme::kMargin);
    layout->addWidget(parts::title(question.title, this));
    layout->addWidget(parts::secondary(question.text, this));
    layout->addWidget(m_edit);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_help);
    connect(m_edit, &QLineEdit::textChanged, this, &WhenDialog::refresh);
    connect(m_list, &ChoiceList::chosen, this, [this](QListWidgetItem *item) {
        const QDateTime at = item->data(ChoiceList::Value).toDateTime();
        accept();
        if (at.isValid())
            Q_EMIT chosen(at.toUTC());
        else
            Q_EMIT takenBack();
    });
    refresh({});
    parts::resizeToFit(this, kWhenSize);
    m_edit->setFocus();
}

void WhenDialog::refresh(const QString &typed)
{
    m_list->clear();
    const QString text = typed.simplified();
    const QDateTime said = when::parse(text, m_now);
    if (said.isValid())
        m_list->add(when::words(said, m_now), tr("as you typed"), said, QStringLiteral("calendar"));
    for (const when::Choice &choice : when::choices(m_now, m_question.returnOn)) {
        const bool fits = text.isEmpty() || choice.words.contains(text, Qt::CaseInsensitive);
        if (fits && choice.at != said)
            m_list->add(choice.words, when::words(choice.at, m_now), choice.at, QStringLiteral("clock"));
    }
    if (!m_question.takeBack.isEmpty() && (text.isEmpty() || m_question.takeBack.contains(text, Qt::CaseInsensitive)))
        m_list->add(m_question.takeBack, {}, QDateTime(), QStringLiteral("close"));
    m_list->selectFirst();
    m_help->setText(m_list->count() == 0 ? tr("That is no time to come. Try “tomorrow”, “fri 14:00” or “in 2 weeks”.")
                                         : tr("Enter takes the marked time, Esc leaves everything as it is."));
}

} // namespace inlet::ui
