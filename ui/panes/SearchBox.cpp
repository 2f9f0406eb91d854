// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/SearchBox.h"

#include "ui/Theme.h"
#include "ui/panes/PaneParts.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

namespace inlet::ui
{

namespace
{

constexpr int kTypingMs = 80; // a search per keystroke of a fast typist would be waste
constexpr int kMaxQuery = 500;

} // namespace

SearchBox::SearchBox(QWidget *parent) : QWidget(parent), m_edit(new QLineEdit(this)), m_everywhere(new QToolButton(this))
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
    m_everywhere->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kSpace);
    row->addWidget(m_edit, 1);
    row->addWidget(m_everywhere);
    setFocusProxy(m_edit);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kTypingMs);
    connect(&m_delay, &QTimer::timeout, this, &SearchBox::tell);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_everywhere->setVisible(!typed.trimmed().isEmpty());
        m_delay.start();
    });
    connect(m_everywhere, &QToolButton::toggled, this, &SearchBox::tell);
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
    const QSignalBlocker quiet(m_edit);
    const QSignalBlocker quietToo(m_everywhere);
    m_edit->clear();
    m_everywhere->setChecked(false);
    m_everywhere->hide();
    m_delay.stop();
    m_told.clear();
    m_toldEverywhere = false;
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

bool SearchBox::isEverywhere() const
{
    return m_everywhere->isChecked();
}

bool SearchBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
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
