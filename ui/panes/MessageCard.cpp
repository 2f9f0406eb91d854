// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/MessageCard.h"

#include "ui/Accessible.h"
#include "ui/Phrases.h"
#include "ui/Theme.h"
#include "ui/actions/ActionTable.h"
#include "ui/panes/BodyView.h"
#include "ui/panes/FetchStrip.h"
#include "ui/panes/FileChips.h"
#include "ui/panes/LedgerStrip.h"
#include "ui/panes/MessageHead.h"
#include "ui/panes/PaneParts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace inlet::ui
{

namespace
{

using theme::Token;

using head::kAvatar;
using head::kSide;
using head::kTextLeft;

} // namespace

MessageCard::MessageCard(MessageBodies &bodies, QWidget *parent)
    : QWidget(parent), m_bodies(bodies), m_column(new QVBoxLayout(this))
{
    setFocusPolicy(Qt::TabFocus);
    accessible::setRole(this, QAccessible::Grouping);
    setAttribute(Qt::WA_Hover);
    m_column->setSpacing(0);
    m_column->setContentsMargins(kTextLeft, headHeight(), kSide, 0);
    connect(&m_bodies, &MessageBodies::ready, this, [this](StoredMessageId id) {
        if (id == m_message.id && m_open)
            showBody();
    });
    connect(&m_bodies, &MessageBodies::failed, this, [this](StoredMessageId id, const Error &error) {
        if (id == m_message.id && m_open)
            showFailure(error);
    });
}

int MessageCard::textLeft()
{
    return kTextLeft;
}

int MessageCard::headHeight() const
{
    const int line = QFontMetrics(theme::bodyFont()).height();
    return m_open ? std::max(2 * line + theme::kGrid, kAvatar) + theme::kGap : std::max(line, kAvatar) + theme::kSpace;
}

void MessageCard::setMessage(const store::MessageItem &message, const QString &mailboxColour)
{
    m_message = message;
    if (m_fetch)
        m_fetch->setMessage(message.id);
    m_colour = mailboxColour;
    if (m_inside) {
        m_files->setFiles(message.attachments);
        updateLedger();
    }
    update();
}

void MessageCard::setOpen(bool open)
{
    if (open == m_open)
        return;
    m_open = open;
    m_column->setContentsMargins(kTextLeft, headHeight(), kSide, open ? theme::kMargin : 0);
    if (open && !m_inside)
        build();
    if (m_inside)
        m_inside->setVisible(open);
    if (open)
        showBody();
    updateGeometry();
    update();
}

void MessageCard::build()
{
    m_inside = new QWidget(this);
    auto *inside = new QVBoxLayout(m_inside);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(theme::kSpace);
    m_status = panes::label({}, "secondary", m_inside);
    m_status->setWordWrap(true);
    m_again = panes::textButton(tr("Try again"), "link", m_inside);
    m_again->setObjectName(QStringLiteral("fetchAgainButton"));
    m_again->setAccessibleName(tr("Try again to fetch this message"));
    m_fetch = new FetchStrip(m_bodies, m_inside);
    m_fetch->setMessage(m_message.id);
    connect(m_fetch, &FetchStrip::calledOff, this, [this] { m_focusAgain = true; });
    connect(m_again, &QPushButton::clicked, this, &MessageCard::showBody);
    m_imagesBar = new QWidget(m_inside);
    m_imagesBar->setObjectName(QStringLiteral("imagesBar"));
    auto *bar = new QHBoxLayout(m_imagesBar);
    bar->setContentsMargins(0, 0, 0, 0);
    m_imagesLabel = panes::label({}, "secondary", m_imagesBar);
    m_imagesLabel->setObjectName(QStringLiteral("imagesLabel"));
    auto *load = panes::textButton(tr("Load"), "link", m_imagesBar);
    load->setObjectName(QStringLiteral("loadImagesButton"));
    load->setAccessibleName(tr("Load the remote images of this message"));
    connect(load, &QPushButton::clicked, this, &MessageCard::loadRemoteImages);
    bar->addWidget(m_imagesLabel);
    bar->addWidget(load);
    bar->addStretch();
    m_body = new BodyView(m_inside);
    m_body->setObjectName(QStringLiteral("bodyView"));
    m_body->setInlineParts(m_message.attachments);
    connectBody(m_body);
    m_fold = panes::iconButton(QStringLiteral("more"), tr("Show quoted text and signature"), m_inside);
    m_fold->setObjectName(QStringLiteral("foldButton"));
    m_fold->setCheckable(true);
    connect(m_fold, &QToolButton::toggled, this, &MessageCard::showFold);
    m_folded = new BodyView(m_inside);
    m_folded->setObjectName(QStringLiteral("foldedView"));
    m_folded->setAccessibleName(tr("Quoted text and signature"));
    connectBody(m_folded);
    m_rest = panes::textButton(tr("Show the rest"), "link", m_inside);
    m_rest->setObjectName(QStringLiteral("restButton"));
    m_rest->setAccessibleName(tr("Show the rest of this long message"));
    connect(m_rest, &QPushButton::clicked, this, [this] {
        m_whole = true;
        showBody();
    });
    m_files = new FileChips(m_inside);
    connect(m_files, &FileChips::saveRequested, this, &MessageCard::saveRequested);
    connect(m_files, &FileChips::openRequested, this, &MessageCard::openRequested);
    m_ledger = new LedgerStrip(m_inside);
    connect(m_ledger, &LedgerStrip::cancelRequested, this, &MessageCard::cancelSendRequested);
    connect(m_ledger, &LedgerStrip::sendNowRequested, this, &MessageCard::sendNowRequested);
    connect(m_ledger, &LedgerStrip::retryRequested, this, &MessageCard::retryRequested);
    inside->addWidget(m_imagesBar);
    inside->addWidget(m_status);
    inside->addWidget(m_fetch);
    inside->addWidget(m_body);
    inside->addWidget(m_rest, 0, Qt::AlignLeft);
    inside->addWidget(m_again, 0, Qt::AlignLeft);
    inside->addWidget(m_fold, 0, Qt::AlignLeft);
    inside->addWidget(m_folded);
    inside->addWidget(m_files);
    inside->addWidget(m_ledger);
    for (QWidget *part : QList<QWidget *>{m_imagesBar, m_again, m_rest, m_fold, m_folded, m_body})
        part->hide();
    m_column->addWidget(m_inside);
    m_files->setFiles(m_message.attachments);
    updateLedger();
}

void MessageCard::connectBody(BodyView *view)
{
    connect(view, &BodyView::linkHovered, this, &MessageCard::linkHovered);
    connect(view, &BodyView::linkActivated, this, &MessageCard::linkActivated);
    connect(view, &BodyView::inlinePartWanted, this, [this, view](const QByteArray &part) {
        m_bodies.fetchPart(m_message.id, part, view, [view, part](const Result<QByteArray> &content) {
            if (content)
                view->setInlineContent(part, *content);
        });
    });
}

void MessageCard::updateLedger()
{
    m_ledger->setVisible(LedgerStrip::tellsOf(m_message));
    m_ledger->setMessage(m_message, m_dueAt);
}

void MessageCard::setDueAt(const QDateTime &dueAt)
{
    m_dueAt = dueAt;
    if (m_ledger)
        updateLedger();
}

void MessageCard::showBody()
{
    m_again->hide();
    const engine::PresentedBody *body = m_bodies.find(m_message.id);
    if (!body) {
        m_status->hide(); // of a large message the strip tells
        m_bodies.request(m_message.id, false);
        return;
    }
    const bool html = m_html && !body->html.isEmpty();
    m_body->setRemoteImages(m_bodies.allowsRemoteImages(m_message.id));
    if (html) {
        m_body->showHtml(*body, m_paper, m_whole);
    } else {
        m_body->showText(body->text, false, m_whole);
        m_body->markLinksOf(body->html);
    }
    m_body->show();
    m_rest->setVisible(m_body->isCut());
    QStringList notes;
    if (m_html && body->html.isEmpty())
        notes += tr("This message has no HTML part.");
    if (!body->damage.isEmpty())
        notes += tr("This message is damaged; what could be read is shown.");
    m_status->setText(notes.join(QLatin1Char(' ')));
    m_status->setToolTip(body->damage.mid(0, 10).join(QLatin1Char('\n')));
    m_status->setVisible(!notes.isEmpty());
    showImagesBar();
    const bool folds = !html && (!body->quoted.isEmpty() || !body->signature.isEmpty());
    m_fold->setVisible(folds);
    showFold();
    updateGeometry();
}

void MessageCard::showFold()
{
    const engine::PresentedBody *body = m_bodies.find(m_message.id);
    const bool shown = body && m_fold->isChecked() && !m_fold->isHidden();
    if (shown) {
        QStringList parts{body->signature, body->quoted};
        parts.removeAll(QString());
        m_folded->showText(parts.join(QStringLiteral("\n\n")), true, true);
    }
    m_folded->setVisible(shown);
}

void MessageCard::showImagesBar()
{
    const engine::PresentedBody *body = m_bodies.find(m_message.id);
    const bool html = m_html && body && !body->html.isEmpty();
    const bool blocked = html && body->blockedImages > 0 && !m_bodies.allowsRemoteImages(m_message.id);
    if (blocked) {
        m_imagesLabel->setText(phrases::plural(body->blockedImages, tr("1 remote image not loaded"), tr("%1 remote images not loaded")));
        m_imagesLabel->setToolTip(body->remoteHosts.mid(0, 20).join(QLatin1Char('\n')));
    }
    m_imagesBar->setVisible(blocked);
}

void MessageCard::loadRemoteImages()
{
    m_imagesBar->hide();
    m_bodies.request(m_message.id, true);
}

void MessageCard::showFailure(const Error &error)
{
    const QString what = phrases::fetchProblem(error);
    m_status->setText(m_message.preview.isEmpty() ? what : tr("%1 It begins: %2").arg(what, phrases::oneLine(m_message.preview)));
    m_status->show();
    m_again->show();
    if (std::exchange(m_focusAgain, false)) // the button that was pressed is gone
        m_again->setFocus();
}

void MessageCard::setHtml(bool html)
{
    m_html = html;
    if (m_open)
        showBody();
}

bool MessageCard::togglePaper()
{
    const engine::PresentedBody *body = m_bodies.find(m_message.id);
    if (!m_open || !m_html || !body || body->html.isEmpty())
        return false;
    m_paper = !m_body->isOnPaper();
    showBody();
    return true;
}

bool MessageCard::isOnPaper() const
{
    return m_body && m_body->isOnPaper();
}

void MessageCard::refreshLook()
{
    if (m_open)
        showBody();
    update();
}

void MessageCard::setCurrent(bool current)
{
    m_current = current;
    update();
}

void MessageCard::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && event->position().y() < headHeight())
        event->accept();
    else
        QWidget::mousePressEvent(event);
}

void MessageCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && event->position().y() < headHeight() && rect().contains(event->position().toPoint()))
        Q_EMIT toggled(!m_open);
    else
        QWidget::mouseReleaseEvent(event);
}

void MessageCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        Q_EMIT toggled(!m_open);
    else
        QWidget::keyPressEvent(event);
}

bool MessageCard::event(QEvent *event)
{
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::HoverLeave) {
        const bool over = event->type() == QEvent::HoverMove
            && static_cast<QHoverEvent *>(event)->position().y() < headHeight();
        if (over != m_hover) {
            m_hover = over;
            setCursor(over ? Qt::PointingHandCursor : Qt::ArrowCursor);
            setToolTip(over ? m_timeInFull : QString()); // of the head only: when it is of
            update();
        }
    }
    return QWidget::event(event);
}

void MessageCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_hover && !m_open) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme::color(Token::Hover));
        painter.drawRoundedRect(rect().adjusted(theme::kGrid, 0, -theme::kGrid, 0), theme::kRadius, theme::kRadius);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme::color(Token::Focus), theme::kFocusRing));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(5, 1, -5, -1), theme::kRadius, theme::kRadius);
    }
    head::paint(painter, *this, {m_message, m_colour, m_open});
}

} // namespace inlet::ui
