// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/ServerSearchBar.h"

#include "ui/Accessible.h"
#include "ui/ServerSearchWords.h"
#include "ui/Theme.h"
#include "ui/actions/KeyBindings.h"
#include "ui/panes/PaneParts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr int kSearchSteps = 1000; ///< counts of messages can be larger than an int
constexpr int kLinesShown = 7;

} // namespace

ServerSearchBar::ServerSearchBar(QWidget *parent)
    : QWidget(parent), m_note(panes::label({}, "secondary", this)), m_words(panes::label({}, "", this)), m_bar(new QProgressBar(this)),
      m_search(panes::textButton({}, "link", this)), m_stop(panes::textButton(tr("Stop"), "link", this)),
      m_more(panes::textButton({}, "link", this)), m_mailboxes(new QListWidget(this))
{
    setObjectName(QStringLiteral("serverSearchBar"));
    accessible::setSpeaker(this, accessible::Spoken::Status);
    m_note->setObjectName(QStringLiteral("listNote"));
    m_words->setObjectName(QStringLiteral("serverSearchLabel"));
    for (QLabel *words : {m_note, m_words})
        words->setWordWrap(true);
    m_bar->setObjectName(QStringLiteral("serverSearchProgress"));
    m_bar->setRange(0, kSearchSteps);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the search"));
    m_search->setObjectName(QStringLiteral("serverSearchButton"));
    tipWithKey(m_search, ActionId::SearchServers);
    m_stop->setObjectName(QStringLiteral("stopServerSearchButton"));
    m_stop->setToolTip(tr("What was fetched stays"));
    m_more->setObjectName(QStringLiteral("serverMailboxesButton"));
    m_more->setCheckable(true);
    for (QPushButton *button : {m_search, m_stop, m_more})
        button->setFocusPolicy(Qt::TabFocus);
    m_mailboxes->setObjectName(QStringLiteral("serverMailboxes"));
    m_mailboxes->setAccessibleName(tr("Mailboxes of the search"));
    m_mailboxes->setSelectionMode(QAbstractItemView::NoSelection);
    m_mailboxes->setFocusPolicy(Qt::TabFocus);
    m_mailboxes->setWordWrap(true);
    m_mailboxes->setTextElideMode(Qt::ElideNone);
    m_mailboxes->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_mailboxes->setFrameShape(QFrame::NoFrame);
    m_mailboxes->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::kMargin, theme::kGrid, theme::kMargin, theme::kSpace);
    column->setSpacing(theme::kGrid);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kGap);
    for (QPushButton *button : {m_search, m_stop, m_more})
        buttons->addWidget(button);
    buttons->addStretch();
    column->addWidget(m_note);
    column->addWidget(m_words);
    column->addWidget(m_bar);
    column->addLayout(buttons);
    column->addWidget(m_mailboxes);
    connect(m_search, &QPushButton::clicked, this, &ServerSearchBar::searchClicked);
    connect(m_stop, &QPushButton::clicked, this, &ServerSearchBar::stopClicked);
    connect(m_more, &QPushButton::toggled, this, &ServerSearchBar::refreshMailboxes);
    refresh();
}

void ServerSearchBar::setOffer(const QString &note, bool canAsk)
{
    m_note->setText(note);
    m_canAsk = canAsk;
    refresh();
}

void ServerSearchBar::setStatus(const engine::ServerSearchStatus &status, const QList<accounts::Account> &accounts)
{
    if (status.query.search != m_status.query.search)
        m_more->setChecked(false);
    m_status = status;
    m_names.clear();
    for (const accounts::Account &account : accounts)
        m_names.insert(account.id, account.email);
    refresh();
}

void ServerSearchBar::refresh()
{
    const bool was = !m_status.query.search.isEmpty();
    const bool goesOn = hasMoreOnServers(m_status);
    m_note->setVisible(!m_note->text().isEmpty());
    m_words->setText(was ? serverSearchSummary(m_status) : QString());
    m_words->setVisible(was);
    setAccessibleName(was ? m_words->text() : m_note->text());
    qint64 looked = 0;
    qint64 total = 0;
    for (const engine::MailboxSearch &mailbox : std::as_const(m_status.mailboxes)) {
        looked += mailbox.looked;
        total += mailbox.total;
    }
    m_bar->setValue(total > 0 ? int(std::min(looked, total) * kSearchSteps / total) : 0);
    m_bar->setVisible(m_status.running);
    m_search->setText(goesOn ? tr("Fetch more") : was ? tr("Search again") : tr("Search on the servers"));
    m_search->setAccessibleName(m_search->text());
    m_more->setVisible(!m_status.mailboxes.isEmpty());
    showButton();
    refreshMailboxes();
    setVisible(was || m_canAsk || !m_note->text().isEmpty());
}

/// One takes the place of the other, and its focus: hidden first, it would throw the focus out of the bar.
void ServerSearchBar::showButton()
{
    QPushButton *next = m_status.running ? m_stop : m_search;
    QPushButton *last = m_status.running ? m_search : m_stop;
    next->setVisible(m_status.running || m_canAsk);
    if (last->hasFocus())
        (next->isVisible() ? next : m_more)->setFocus();
    last->hide();
}

void ServerSearchBar::refreshMailboxes()
{
    const bool isOpen = m_more->isChecked() && !m_status.mailboxes.isEmpty();
    m_more->setText(m_more->isChecked() ? tr("Hide the mailboxes") : tr("By mailbox"));
    m_more->setAccessibleName(m_more->text());
    m_mailboxes->setVisible(isOpen);
    if (!isOpen)
        return;
    while (m_mailboxes->count() > m_status.mailboxes.size())
        delete m_mailboxes->takeItem(m_mailboxes->count() - 1);
    while (m_mailboxes->count() < m_status.mailboxes.size())
        m_mailboxes->addItem(QString());
    for (int row = 0; row < m_mailboxes->count(); ++row) {
        const engine::MailboxSearch &mailbox = m_status.mailboxes.at(row);
        m_mailboxes->item(row)->setText(QStringLiteral("%1: %2").arg(m_names.value(mailbox.account), serverSearchLine(mailbox)));
    }
    // Most wrap once where the list is narrow.
    const int lines = std::min(2 * m_mailboxes->count(), kLinesShown);
    m_mailboxes->setFixedHeight(lines * QFontMetrics(m_mailboxes->font()).lineSpacing() + 2 * theme::kGrid);
}

} // namespace inlet::ui
