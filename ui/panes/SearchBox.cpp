// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/SearchBox.h"

#include "store/values/SearchWords.h"
#include "ui/CategoryBook.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"
#include "ui/Theme.h"
#include "ui/actions/KeyBindings.h"
#include "ui/dialogs/ChoiceList.h"
#include "ui/panes/PaneParts.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr int kTypingMs = 80; // a search per keystroke of a fast typist would be waste
constexpr int kMaxQuery = 500;
constexpr int kMostChoices = 8;
constexpr int kChoicesWidth = 340;

/// Where the last piece begins: after the last blank outside quotes.
qsizetype lastPiece(const QString &typed)
{
    bool quoted = false;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < typed.size(); ++at) {
        if (typed.at(at) == QLatin1Char('"'))
            quoted = !quoted;
        else if (typed.at(at).isSpace() && !quoted)
            begin = at + 1;
    }
    return begin;
}

} // namespace

SearchBox::SearchBox(QWidget *parent) : QWidget(parent), m_row(new QHBoxLayout(this)), m_edit(new QLineEdit(this)), m_buttons(new QWidget(this)), m_everywhere(new QToolButton(m_buttons)),
      m_keep(panes::iconButton(QStringLiteral("bookmark"), actionSpec(ActionId::KeepView).words, m_buttons))
{
    m_edit->setObjectName(QStringLiteral("searchEdit"));
    m_edit->setAccessibleName(tr("Search"));
    m_edit->setClearButtonEnabled(true);
    m_edit->setMaxLength(kMaxQuery);
    m_edit->addAction(theme::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_edit->setToolTip(tr("Words, \"a phrase\", from:, to:, via:, is:unread, has:attachment, before:, after:, -not"));
    m_edit->installEventFilter(this);
    m_everywhere->setObjectName(QStringLiteral("everywhereButton"));
    m_everywhere->setText(tr("Everywhere"));
    m_everywhere->setAccessibleName(tr("Search everywhere"));
    m_everywhere->setCheckable(true);
    m_everywhere->setProperty("look", QStringLiteral("chip"));
    m_keep->setObjectName(QStringLiteral("keepViewButton"));
    tipWithKey(m_keep, ActionId::KeepView);
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(theme::kSpace);
    buttons->addWidget(m_everywhere);
    buttons->addStretch();
    buttons->addWidget(m_keep);
    m_buttons->hide();
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(theme::kSpace);
    m_row->addWidget(m_edit, 1);
    m_row->addWidget(m_buttons);
    setFocusProxy(m_edit);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kTypingMs);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        // "is:un" finds nothing, and an empty list tells nothing: what is shown stays until the value is whole, or Enter.
        if (!store::isHalfTyped(m_edit->text(), QDateTime::currentDateTimeUtc(), categoryBook().own()))
            tell();
    });
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &typed) {
        showButtons(!typed.trimmed().isEmpty());
        m_delay.start();
    });
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &typed) {
        if (typed.trimmed().isEmpty())
            hideCompletions();
        else
            Q_EMIT completionWanted(typed);
    });
    connect(m_everywhere, &QToolButton::toggled, this, &SearchBox::tell);
    connect(m_keep, &QToolButton::clicked, this, &SearchBox::keepClicked);
    setScopeName({});
}

void SearchBox::tell()
{
    m_delay.stop();
    const bool everywhere = m_everywhere->isChecked() && !text().isEmpty();
    if (text() == m_told && everywhere == m_toldEverywhere)
        return;
    m_told = text();
    m_toldEverywhere = everywhere;
    Q_EMIT searchChanged(m_told, everywhere);
}

void SearchBox::start()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void SearchBox::clear()
{
    setSearch({}, false);
}

void SearchBox::setSearch(const QString &text, bool everywhere)
{
    hideCompletions();
    const QSignalBlocker quiet(m_edit);
    const QSignalBlocker quietToo(m_everywhere);
    m_edit->setText(text);
    m_everywhere->setChecked(everywhere);
    showButtons(!this->text().isEmpty());
    m_delay.stop();
    m_told = this->text();
    m_toldEverywhere = everywhere && !m_told.isEmpty();
}

void SearchBox::showButtons(bool searching)
{
    m_buttons->setVisible(searching);
}

void SearchBox::arrange()
{
    constexpr int kSeenLetters = 25;
    constexpr int kIcons = 64; // at the start of the field and at its end
    const int least = kSeenLetters * QFontMetrics(theme::bodyFont()).averageCharWidth() + kIcons;
    const bool beside = width() - m_buttons->sizeHint().width() - theme::kSpace >= least;
    m_row->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void SearchBox::resizeEvent(QResizeEvent *)
{
    arrange();
}

void SearchBox::showCompletions(const QString &typed, const QList<store::SearchCompletion> &found)
{
    if (typed != m_edit->text())
        return;
    if (found.isEmpty() || !m_edit->hasFocus()) {
        hideCompletions();
        return;
    }
    if (!m_choices) {
        m_choices = new ChoiceList(window());
        m_choices->setObjectName(QStringLiteral("completionList"));
        m_choices->setAccessibleName(tr("Ways to go on"));
        m_choices->setFocusPolicy(Qt::NoFocus);
        parts::setLook(m_choices, "raised");
        connect(m_choices, &ChoiceList::chosen, this, [this](QListWidgetItem *item) { take(item->data(ChoiceList::Value).toString()); });
    }
    m_choices->clear();
    for (const store::SearchCompletion &one : found.mid(0, kMostChoices)) {
        const QString hint = one.count >= 0 ? phrases::number(one.count) : phrases::oneLine(one.hint, 80);
        m_choices->add(phrases::oneLine(one.label, 100), hint, one.insert);
    }
    m_choices->setCurrentRow(-1);
    const int rows = m_choices->count() * m_choices->sizeHintForRow(0) + 2 * theme::kGrid;
    const QPoint below = m_edit->mapTo(window(), QPoint(0, m_edit->height() + theme::kGrid / 2));
    m_choices->setGeometry(below.x(), below.y(), std::max(width(), kChoicesWidth), std::min(rows, window()->height() - below.y()));
    m_choices->show();
    m_choices->raise();
}

void SearchBox::hideCompletions()
{
    if (m_choices)
        m_choices->hide();
}

void SearchBox::take(const QString &insert)
{
    const QString typed = m_edit->text();
    m_edit->setText(typed.left(lastPiece(typed)) + insert);
    hideCompletions();
    m_edit->setFocus();
    // After "from:" come the values.
    if (insert.endsWith(QLatin1Char(':')))
        Q_EMIT completionWanted(m_edit->text());
}

/// True: it was meant for the choices.
bool SearchBox::onKey(int key)
{
    if (!m_choices || !m_choices->isVisible())
        return false;
    const int row = m_choices->currentRow();
    switch (key) {
    case Qt::Key_Down:
        m_choices->setCurrentRow(std::min(row + 1, m_choices->count() - 1));
        return true;
    case Qt::Key_Up:
        m_choices->setCurrentRow(std::max(row - 1, -1));
        return true;
    case Qt::Key_Tab:
        take(m_choices->item(std::max(row, 0))->data(ChoiceList::Value).toString());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (row >= 0)
            take(m_choices->item(row)->data(ChoiceList::Value).toString());
        return row >= 0;
    case Qt::Key_Escape:
        hideCompletions();
        return row >= 0;
    default: return false;
    }
}

void SearchBox::setScopeName(const QString &name)
{
    m_edit->setPlaceholderText(name.isEmpty() ? tr("Search") : tr("Search in %1").arg(name));
}

QString SearchBox::text() const
{
    return m_edit->text().trimmed();
}

void SearchBox::setEverywhere(bool everywhere)
{
    m_everywhere->setChecked(everywhere);
}

bool SearchBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::FocusOut)
        hideCompletions();
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (onKey(key))
        return true;
    hideCompletions();
    if (key == Qt::Key_Escape) {
        m_edit->clear();
        tell();
        Q_EMIT left();
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
        tell();
        Q_EMIT left();
        return true;
    }
    return false;
}

} // namespace inlet::ui
