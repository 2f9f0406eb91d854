// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/WhenDialog.h"

#include "ui/Parts.h"
#include "ui/dialogs/ChoiceList.h"

#include <QBoxLayout>
#include <QLineEdit>

#include <utility>

namespace inlet::ui
{

namespace
{

constexpr QSize kWhenSize(420, 460);
constexpr int kMostTyped = 60;
constexpr int kMinuteMs = 60'000;

} // namespace

WhenDialog::WhenDialog(const Question &question, const std::function<QDateTime()> &now, QWidget *parent)
    : QDialog(parent), m_question(question), m_now(now), m_edit(new QLineEdit(this)), m_list(new ChoiceList(this)),
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
        choose(item->data(ChoiceList::Value).toDateTime());
    });
    m_minute.setInterval(kMinuteMs);
    connect(&m_minute, &QTimer::timeout, this, &WhenDialog::refresh);
    m_minute.start();
    refresh();
    parts::resizeToFit(this, kWhenSize);
    m_edit->setFocus();
}

void WhenDialog::choose(const QDateTime &at)
{
    if (at.isValid() && at <= m_now()) {
        refresh(); // it has passed while the question stood there
        return;
    }
    accept();
    if (at.isValid())
        Q_EMIT chosen(at.toUTC());
    else
        Q_EMIT takenBack();
}

void WhenDialog::refresh()
{
    const QDateTime now = m_now().toLocalTime();
    const QString marked = m_list->currentItem() ? m_list->currentItem()->text() : QString();
    const QString text = m_edit->text().simplified();
    const bool typed = std::exchange(m_typed, text) != text;
    m_list->clear();
    const QDateTime said = when::parse(text, now);
    if (said.isValid())
        m_list->add(when::words(said, now), tr("as you typed"), said, QStringLiteral("calendar"));
    for (const when::Choice &choice : when::choices(now, m_question.returnOn, m_question.horizon)) {
        const bool fits = text.isEmpty() || choice.words.contains(text, Qt::CaseInsensitive);
        if (fits && choice.at != said)
            m_list->add(choice.words, when::words(choice.at, now), choice.at, QStringLiteral("clock"));
    }
    if (!m_question.takeBack.isEmpty() && (text.isEmpty() || m_question.takeBack.contains(text, Qt::CaseInsensitive)))
        m_list->add(m_question.takeBack, {}, QDateTime(), QStringLiteral("close"));
    m_list->selectFirst();
    // What was marked stays marked where only time has passed.
    const QList<QListWidgetItem *> same = typed ? QList<QListWidgetItem *>() : m_list->findItems(marked, Qt::MatchExactly);
    if (!same.isEmpty())
        m_list->setCurrentItem(same.first());
    m_help->setText(m_list->count() == 0 ? tr("That is no time to come. Try “tomorrow”, “fri 14:00” or “in 2 weeks”.")
                                         : tr("Enter takes the marked time, Esc leaves everything as it is."));
}

} // namespace inlet::ui
