// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/ConversationPane.h"

#include "ui/Accessible.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"
#include "ui/Theme.h"
#include "ui/actions/KeyBindings.h"
#include "ui/dialogs/Words.h"
#include "ui/panes/ConversationHeader.h"
#include "ui/panes/EmptyState.h"
#include "ui/panes/EventLine.h"
#include "ui/panes/MessageCard.h"
#include "ui/panes/PaneParts.h"
#include "ui/panes/PersonBar.h"
#include "ui/panes/SeamLine.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace inlet::ui
{

namespace
{

using theme::Token;

constexpr int kReadingWidth = 820; // longer lines are hard to read

} // namespace

ConversationPane::ConversationPane(ConversationModel &model, MessageBodies &bodies, QWidget *parent)
    : QWidget(parent), m_model(model), m_bodies(bodies), m_stack(new QStackedLayout(this)), m_nothing(new EmptyState(this)),
      m_whole(new QWidget(this)), m_header(new ConversationHeader(m_whole)), m_related(new parts::NoticeBar(m_whole)), m_person(new PersonBar(m_whole)),
      m_scroll(new QScrollArea(m_whole)), m_page(new QWidget), m_column(new QVBoxLayout), m_replyBar(new QWidget)
{
    setObjectName(QStringLiteral("conversationPane"));
    accessible::setRole(this, QAccessible::Grouping);
    setAccessibleName(tr("Conversation"));
    setMinimumWidth(kLeastWidth);
    m_nothing->setObjectName(QStringLiteral("noConversation"));
    nameKeys();
    connect(&keyBindings(), &KeyBindings::changed, this, &ConversationPane::nameKeys);
    m_related->setObjectName(QStringLiteral("otherConversationBar"));
    m_related->actionButton()->setObjectName(QStringLiteral("showOtherButton"));
    m_related->actionButton()->setAccessibleName(tr("Show the other conversation"));
    connect(m_related, &parts::NoticeBar::actionRequested, this, [this] { Q_EMIT otherRequested(m_other); });
    m_scroll->setObjectName(QStringLiteral("conversationScroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setAccessibleName(tr("Messages"));
    m_page->setProperty("look", QStringLiteral("clear"));
    auto *centre = new QHBoxLayout(m_page);
    centre->setContentsMargins(0, theme::kSpace, 0, theme::kMargin);
    auto *column = new QWidget(m_page);
    column->setMaximumWidth(kReadingWidth);
    column->setLayout(m_column);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme::kGrid);
    centre->addWidget(column, 1);
    centre->addStretch(0);
    buildReplyBar();
    m_column->addWidget(m_replyBar);
    m_column->addStretch(1);
    m_scroll->setWidget(m_page);
    auto *whole = new QVBoxLayout(m_whole);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_header);
    whole->addWidget(m_person);
    auto *barRoom = new QVBoxLayout;
    barRoom->setContentsMargins(theme::kMargin, theme::kSpace, theme::kMargin, 0);
    barRoom->addWidget(m_related);
    whole->addLayout(barRoom);
    whole->addWidget(m_scroll, 1);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_whole);
    setFocusProxy(m_scroll);
    connect(&model, &QAbstractItemModel::modelReset, this, &ConversationPane::onReset);
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) { onRowsInserted(first, last); });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) { onRowsRemoved(first, last); });
    connect(&model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last) { onDataChanged(first.row(), last.row()); });
    connect(&model, &ConversationModel::headChanged, this, &ConversationPane::onHead);
    connect(&model, &ConversationModel::loaded, this, &ConversationPane::onLoaded);
    connect(m_header, &ConversationHeader::aboutToAsk, this, [this] {
        const store::MessageItem *theirs = theirMessage();
        m_header->setKind(theirs ? std::optional(theirs->kind) : std::nullopt);
    });
    connect(m_header, &ConversationHeader::actionRequested, this, &ConversationPane::actionRequested);
}

void ConversationPane::setMailboxes(const QList<accounts::Account> &accounts)
{
    m_accounts = accounts;
    onHead();
    onDataChanged(0, int(m_rows.size()) - 1);
}

QString ConversationPane::colourOf(AccountId account) const
{
    for (const accounts::Account &known : m_accounts) {
        if (known.id == account)
            return known.colour;
    }
    return {};
}

void ConversationPane::onReset()
{
    for (QWidget *row : std::as_const(m_rows)) {
        m_column->removeWidget(row);
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
    m_replyBar->hide();
    m_related->clear();
    m_scroll->verticalScrollBar()->setValue(0);
    m_stack->setCurrentWidget(m_model.conversation().isValid() ? m_whole : static_cast<QWidget *>(m_nothing));
}

void ConversationPane::onHead()
{
    const store::ConversationRow &head = m_model.head();
    if (!head.id.isValid())
        return;
    QStringList via;
    for (const AccountId id : head.accounts) {
        for (const accounts::Account &account : std::as_const(m_accounts)) {
            if (account.id == id)
                via += words::ofAccount(account);
        }
    }
    m_header->setRow(head, via.isEmpty() ? QString() : tr("via %1").arg(via.join(QStringLiteral(", "))));
}

QWidget *ConversationPane::makeRow(int row)
{
    const QModelIndex index = m_model.index(row);
    switch (TimelineKind(index.data(int(TimelineRole::Kind)).toInt())) {
    case TimelineKind::Seam:
        return new SeamLine(index.data().toString(), m_page);
    case TimelineKind::Event:
        return new EventLine(index.data().toString(), index.data(int(TimelineRole::Icon)).toString(),
            index.data(int(TimelineRole::IsBad)).toBool(), m_page);
    case TimelineKind::Fold: {
        auto *more = panes::textButton(index.data().toString(), "flat", m_page);
        more->setObjectName(QStringLiteral("olderButton"));
        more->setIcon(theme::icon(QStringLiteral("chevron-down")));
        connect(more, &QPushButton::clicked, &m_model, &ConversationModel::showMore);
        return more;
    }
    case TimelineKind::Message:
        break;
    }
    return makeCard(index.data(int(TimelineRole::Message)).value<store::MessageItem>());
}

MessageCard *ConversationPane::makeCard(const store::MessageItem &message)
{
    auto *card = new MessageCard(m_bodies, m_page);
    card->setMessage(message, colourOf(message.account));
    card->setDueAt(dueAt(message.ledgerId));
    card->setPaper(paperOf(message));
    card->setHtml(m_html);
    connect(card, &MessageCard::toggled, this, [this, card](bool open) { m_model.setOpen(int(m_rows.indexOf(card)), open); });
    connect(card, &MessageCard::linkHovered, this, &ConversationPane::linkHovered);
    connect(card, &MessageCard::linkActivated, this, &ConversationPane::linkActivated);
    connect(card, &MessageCard::saveRequested, this,
        [this, card](const QByteArray &part, const QString &name) { Q_EMIT saveRequested(card->message().id, part, name); });
    connect(card, &MessageCard::openRequested, this,
        [this, card](const QByteArray &part, const QString &name) { Q_EMIT openRequested(card->message().id, part, name); });
    connect(card, &MessageCard::cancelSendRequested, this, [this, card] { Q_EMIT cancelSendRequested(card->message().ledgerId); });
    connect(card, &MessageCard::sendNowRequested, this, [this, card] { Q_EMIT sendNowRequested(card->message().ledgerId); });
    connect(card, &MessageCard::retryRequested, this, [this, card] { Q_EMIT retryRequested(card->message().ledgerId); });
    return card;
}

void ConversationPane::onRowsInserted(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        QWidget *made = makeRow(row);
        m_rows.insert(row, made);
        m_column->insertWidget(row, made);
        made->show();
    }
    onDataChanged(first, last);
}

void ConversationPane::onRowsRemoved(int first, int last)
{
    for (int row = last; row >= first; --row) {
        QWidget *gone = m_rows.takeAt(row);
        m_column->removeWidget(gone);
        gone->hide();
        gone->deleteLater();
    }
}

void ConversationPane::onDataChanged(int first, int last)
{
    for (int row = std::max(0, first); row <= last && row < m_rows.size() && row < m_model.rowCount(); ++row) {
        auto *card = qobject_cast<MessageCard *>(m_rows.at(row));
        if (!card)
            continue;
        const QModelIndex index = m_model.index(row);
        const auto message = index.data(int(TimelineRole::Message)).value<store::MessageItem>();
        card->setMessage(message, colourOf(message.account));
        card->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
        tellTime(*card);
        card->setDueAt(dueAt(message.ledgerId));
        card->setOpen(index.data(int(TimelineRole::IsOpen)).toBool());
    }
}

void ConversationPane::onLoaded()
{
    m_replyBar->setVisible(!m_model.messages().isEmpty());
    // The first open message in sight, once its text has got its place.
    QTimer::singleShot(0, this, [this] {
        for (int row = 0; row < m_rows.size(); ++row) {
            const auto *card = qobject_cast<MessageCard *>(m_rows.at(row));
            if (card && card->isOpen()) {
                scrollToRow(row);
                return;
            }
        }
    });
}

void ConversationPane::scrollToRow(int row)
{
    m_page->layout()->activate();
    const int y = m_rows.at(row)->mapTo(m_page, QPoint()).y();
    m_scroll->verticalScrollBar()->setValue(row == 0 ? 0 : y - theme::kMargin);
}

void ConversationPane::setOutgoing(const QList<store::LedgerRow> &rows)
{
    m_outgoing = rows;
    onDataChanged(0, int(m_rows.size()) - 1);
}

QDateTime ConversationPane::dueAt(LedgerId id) const
{
    for (const store::LedgerRow &row : m_outgoing) {
        if (id.isValid() && row.id == id)
            return row.dueAt;
    }
    return {};
}

void ConversationPane::setRelated(const QString &text, bool grave, ConversationId other)
{
    m_other = other;
    m_related->show(grave ? parts::NoticeBar::Level::Warning : parts::NoticeBar::Level::Info, text, tr("Show it"));
}

void ConversationPane::setBackVisible(bool visible)
{
    m_header->setBackVisible(visible);
}

int ConversationPane::focusedRow() const
{
    const QWidget *focus = QApplication::focusWidget(); // the pane's own is where the focus was, also when it has gone
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row) == focus || m_rows.at(row)->isAncestorOf(focus))
            return row;
    }
    return -1;
}

void ConversationPane::stepMessage(int by)
{
    int row = focusedRow();
    if (row < 0)
        row = by > 0 ? -1 : int(m_rows.size());
    for (row += by; row >= 0 && row < m_rows.size(); row += by) {
        if (auto *card = qobject_cast<MessageCard *>(m_rows.at(row))) {
            card->setFocus(Qt::TabFocusReason);
            m_scroll->ensureWidgetVisible(card, 0, theme::kMargin);
            return;
        }
    }
}

void ConversationPane::toggleHtml()
{
    m_html = !m_html;
    m_header->setHtml(m_html);
    for (MessageCard *card : cards())
        card->setHtml(m_html);
}

const store::MessageItem *ConversationPane::target() const
{
    if (const int row = focusedRow(); row >= 0) {
        if (const auto *card = qobject_cast<const MessageCard *>(m_rows.at(row)))
            return &card->message();
    }
    return m_model.answerable();
}

const store::MessageItem *ConversationPane::theirMessage() const
{
    const auto isTheirs = [](const store::MessageItem &message) { return message.kind != triage::Kind::Own; };
    if (const int row = focusedRow(); row >= 0) {
        if (const auto *card = qobject_cast<const MessageCard *>(m_rows.at(row)); card && isTheirs(card->message()))
            return &card->message();
    }
    const QList<store::MessageItem> &all = m_model.messages();
    const auto newest = std::find_if(all.crbegin(), all.crend(), isTheirs);
    return newest == all.crend() ? nullptr : &*newest;
}

QList<MessageCard *> ConversationPane::cards() const
{
    QList<MessageCard *> found;
    for (QWidget *row : m_rows) {
        if (auto *card = qobject_cast<MessageCard *>(row))
            found.append(card);
    }
    return found;
}

void ConversationPane::refreshLook()
{
    for (MessageCard *card : cards())
        card->refreshLook();
    onHead();
    update();
}

void ConversationPane::takeFocus()
{
    if (m_stack->currentWidget() == m_whole)
        m_scroll->setFocus(Qt::OtherFocusReason);
    else
        m_nothing->setFocus(Qt::OtherFocusReason);
}

void ConversationPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(Token::Surface));
}

void ConversationPane::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = m_scroll->verticalScrollBar();
    constexpr int kLine = 60;
    switch (event->key()) {
    case Qt::Key_Down: bar->setValue(bar->value() + kLine); return;
    case Qt::Key_Up: bar->setValue(bar->value() - kLine); return;
    case Qt::Key_Space:
        bar->setValue(bar->value() + (event->modifiers() & Qt::ShiftModifier ? -1 : 1) * (bar->pageStep() - kLine));
        return;
    case Qt::Key_PageDown: bar->setValue(bar->value() + bar->pageStep() - kLine); return;
    case Qt::Key_PageUp: bar->setValue(bar->value() - bar->pageStep() + kLine); return;
    case Qt::Key_Home: bar->setValue(0); return;
    case Qt::Key_End: bar->setValue(bar->maximum()); return;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace inlet::ui
