// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/Toast.h"

#include "ui/Accessible.h"
#include "ui/Theme.h"
#include "ui/panes/PaneParts.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVariantAnimation>

#include <algorithm>

namespace inlet::ui
{

namespace
{

using theme::Token;

constexpr int kToastMargin = 12;
constexpr int kSlide = 12;
constexpr int kShadow = 6;

} // namespace

Toast::Toast(QWidget *parent)
    : QWidget(parent), m_label(panes::label({}, "", this)), m_button(panes::textButton({}, "link", this)),
      m_close(panes::iconButton(QStringLiteral("close"), tr("Dismiss"), this)),
      m_motion(new QVariantAnimation(this))
{
    setObjectName(QStringLiteral("toast"));
    accessible::setSpeaker(this, accessible::Spoken::Result);
    m_label->setObjectName(QStringLiteral("toastLabel"));
    m_button->setObjectName(QStringLiteral("toastButton"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kShadow + theme::kGap, kShadow + theme::kSpace, kShadow + theme::kSpace, kShadow + theme::kSpace);
    row->setSpacing(theme::kSpace);
    row->addWidget(m_label, 1);
    row->addWidget(m_button);
    row->addWidget(m_close);
    m_close->setObjectName(QStringLiteral("toastCloseButton"));
    m_close->hide();
    for (QWidget *part : {static_cast<QWidget *>(m_button), static_cast<QWidget *>(m_close)})
        part->installEventFilter(this);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Toast::dismiss);
    connect(m_button, &QPushButton::clicked, this, &Toast::actionClicked);
    connect(m_close, &QToolButton::clicked, this, &Toast::dismiss);
    m_motion->setDuration(theme::kMotionMs);
    m_motion->setEasingCurve(QEasingCurve::OutCubic);
    m_motion->setStartValue(kSlide);
    m_motion->setEndValue(0);
    connect(m_motion, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        m_offset = value.toInt();
        place();
    });
    hide();
}

void Toast::showText(const QString &text, const QString &action, int leastSeconds)
{
    m_leastMs = leastSeconds * 1000;
    m_label->setText(text);
    setAccessibleName(text);
    m_button->setText(action);
    m_button->setAccessibleName(action);
    m_button->setVisible(!action.isEmpty());
    const bool wasVisible = isVisible();
    show();
    raise();
    place();
    startClock();
    if (!wasVisible)
        slideIn();
    // Appearing says it; one that was there with other words has to be told.
    if (wasVisible)
        accessible::announce(this);
}

void Toast::slideIn()
{
    if (theme::reducedMotion())
        return;
    m_motion->stop();
    m_motion->start();
}

void Toast::dismiss()
{
    m_timer.stop();
    hide();
}

QString Toast::text() const
{
    return m_label->text();
}

void Toast::place()
{
    const int room = parentWidget()->width() - 2 * kToastMargin;
    // A long name is cut by the label's own width, never by the window's edge.
    m_label->setMaximumWidth(std::max(80, room - m_button->sizeHint().width() - (stays() ? m_close->sizeHint().width() : 0) - 60));
    layout()->activate();
    const QSize size(std::min(room, layout()->sizeHint().width()), layout()->sizeHint().height());
    const int x = isRightToLeft() ? parentWidget()->width() - size.width() - kToastMargin : kToastMargin;
    setGeometry(QRect(QPoint(x, parentWidget()->height() - size.height() - kToastMargin + m_offset), size));
}

void Toast::enterEvent(QEnterEvent *)
{
    m_timer.stop();
}

void Toast::leaveEvent(QEvent *)
{
    startClock();
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        m_timer.stop();
    else if (event->type() == QEvent::FocusOut)
        startClock();
    return QWidget::eventFilter(watched, event);
}

void Toast::setShownFor(int seconds)
{
    m_shownMs = seconds * 1000;
    m_close->setVisible(stays());
    m_timer.stop();
    startClock();
}

void Toast::startClock()
{
    if (isVisible() && !stays() && !underMouse() && !m_button->hasFocus() && !m_close->hasFocus())
        m_timer.start(shownMs());
}

int Toast::shownMs() const
{
    return stays() ? 0 : std::max(m_shownMs, m_leastMs);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(kShadow, kShadow, -kShadow, -kShadow);
    // A soft shadow from a few rings; an effect would repaint the whole pane.
    painter.setPen(Qt::NoPen);
    for (int ring = kShadow; ring > 0; --ring) {
        painter.setBrush(QColor(0, 0, 0, 7));
        painter.drawRoundedRect(box.adjusted(-ring, -ring + 2, ring, ring), theme::kRadius + ring, theme::kRadius + ring);
    }
    painter.setBrush(theme::color(Token::Raised));
    painter.setPen(QPen(theme::color(Token::Field), 1));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme::kRadius, theme::kRadius);
}

} // namespace inlet::ui
