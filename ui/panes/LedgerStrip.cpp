// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/LedgerStrip.h"

#include "ui/Phrases.h"
#include "ui/Theme.h"
#include "ui/panes/PaneParts.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace inlet::ui
{

namespace
{

using store::LedgerState;
using theme::Token;

constexpr int kIconRoom = 24;

struct StripLook {
    const char *icon;
    Token tint;
};

StripLook stripLook(LedgerState state)
{
    switch (state) {
    case LedgerState::UndoWindow: return {"clock", Token::Accent};
    case LedgerState::Queued: return {"hourglass", Token::Secondary};
    case LedgerState::Sending: return {"send", Token::Accent};
    case LedgerState::Accepted: return {"check", Token::Secondary};
    case LedgerState::Sent: return {"sent", Token::Success};
    case LedgerState::Unknown: return {"help", Token::Warning};
    case LedgerState::Failed: return {"error", Token::Danger};
    case LedgerState::Cancelled: return {"undo", Token::Secondary};
    }
    return {"info", Token::Secondary};
}

} // namespace

LedgerStrip::LedgerStrip(QWidget *parent)
    : QWidget(parent), m_label(panes::label({}, "secondary", this)),
      m_cancel(panes::textButton(tr("Cancel"), "link", this)), m_now(panes::textButton(tr("Send now"), "link", this)),
      m_retry(panes::textButton(tr("Send again"), "link", this))
{
    setObjectName(QStringLiteral("ledgerStrip"));
    m_label->setObjectName(QStringLiteral("ledgerLabel"));
    m_label->setWordWrap(true);
    m_cancel->setObjectName(QStringLiteral("cancelSendButton"));
    m_now->setObjectName(QStringLiteral("sendNowButton"));
    m_retry->setObjectName(QStringLiteral("retrySendButton"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kIconRoom, theme::kGrid, 0, 0);
    row->setSpacing(theme::kGrid);
    row->addWidget(m_label, 1);
    for (QPushButton *button : {m_cancel, m_now, m_retry})
        row->addWidget(button, 0, Qt::AlignTop);
    connect(m_cancel, &QPushButton::clicked, this, &LedgerStrip::cancelRequested);
    connect(m_now, &QPushButton::clicked, this, &LedgerStrip::sendNowRequested);
    connect(m_retry, &QPushButton::clicked, this, &LedgerStrip::retryRequested);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &LedgerStrip::refresh);
}

void LedgerStrip::setState(LedgerState state, const QString &note, const QDateTime &at, const QDateTime &dueAt)
{
    m_state = state;
    m_note = phrases::oneLine(note, 400);
    m_at = at;
    m_dueAt = dueAt;
    m_cancel->setVisible(state == LedgerState::UndoWindow || state == LedgerState::Queued);
    m_now->setVisible(state == LedgerState::UndoWindow);
    m_retry->setVisible(state == LedgerState::Failed || state == LedgerState::Unknown);
    if (state == LedgerState::UndoWindow && dueAt.isValid())
        m_second.start();
    else
        m_second.stop();
    refresh();
}

QString LedgerStrip::text() const
{
    return m_label->text();
}

void LedgerStrip::refresh()
{
    m_label->setText(sentence());
    m_label->setAccessibleName(m_label->text());
    const bool loud = m_state == LedgerState::Failed || m_state == LedgerState::Unknown;
    panes::setLook(m_label, m_state == LedgerState::Failed ? "error" : loud ? "warning" : "secondary");
    update();
}

QString LedgerStrip::sentence() const
{
    const QString time = m_at.isValid() ? phrases::clockTime(m_at) : QString();
    switch (m_state) {
    case LedgerState::UndoWindow: {
        if (!m_dueAt.isValid())
            return tr("Leaves in a moment");
        const qint64 seconds = std::max<qint64>(0, (QDateTime::currentDateTimeUtc().msecsTo(m_dueAt) + 999) / 1000);
        return seconds > 0 ? tr("Leaves in %1 s").arg(seconds) : tr("Leaves now");
    }
    case LedgerState::Queued:
        return m_note.isEmpty() ? (m_dueAt.isValid() ? tr("Waiting until %1").arg(phrases::clockTime(m_dueAt)) : tr("Waiting for its turn"))
                                : tr("Waiting: %1").arg(m_note);
    case LedgerState::Sending: return tr("Sending");
    case LedgerState::Accepted:
        return m_note.isEmpty() ? tr("Accepted, looking for it in Sent") : tr("Accepted: %1").arg(m_note);
    case LedgerState::Sent: return time.isEmpty() ? tr("In Sent") : tr("Sent %1, seen in Sent").arg(time);
    case LedgerState::Unknown:
        return m_note.isEmpty() ? tr("The connection broke at the last moment. We look for it in Sent before anything else happens.")
                                : tr("Not known whether it left: %1").arg(m_note);
    case LedgerState::Failed: return m_note.isEmpty() ? tr("Not sent. The text is kept.") : tr("Not sent: %1").arg(m_note);
    case LedgerState::Cancelled: return tr("Called back");
    }
    return {};
}

void LedgerStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StripLook look = stripLook(m_state);
    constexpr int kSize = 16;
    const QRect place(0, m_label->y() + (QFontMetrics(m_label->font()).height() - kSize) / 2, kSize, kSize);
    theme::icon(QString::fromLatin1(look.icon), look.tint)
        .paint(&painter, QStyle::visualRect(layoutDirection(), rect(), place));
}

} // namespace inlet::ui
