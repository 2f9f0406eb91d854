// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/LedgerStrip.h"

#include "ui/DeliveryWords.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"
#include "ui/Theme.h"
#include "ui/panes/PaneParts.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>

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
    : QWidget(parent), m_label(panes::label({}, "secondary", this)), m_details(panes::textButton(tr("Details"), "link", this)),
      m_diagnostic(panes::label({}, "secondary", this)), m_cancel(panes::textButton(tr("Cancel"), "link", this)), m_now(panes::textButton(tr("Send now"), "link", this)),
      m_retry(panes::textButton(tr("Send again"), "link", this))
{
    setObjectName(QStringLiteral("ledgerStrip"));
    m_label->setObjectName(QStringLiteral("ledgerLabel"));
    m_label->setWordWrap(true);
    m_cancel->setObjectName(QStringLiteral("cancelSendButton"));
    m_now->setObjectName(QStringLiteral("sendNowButton"));
    m_retry->setObjectName(QStringLiteral("retrySendButton"));
    m_details->setObjectName(QStringLiteral("bounceDetailsButton"));
    m_details->setAccessibleName(tr("What the server said"));
    m_details->setCheckable(true);
    m_diagnostic->setObjectName(QStringLiteral("bounceDiagnostic"));
    m_diagnostic->setWordWrap(true);
    m_diagnostic->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_diagnostic->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_diagnostic->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kIconRoom, theme::kGrid, 0, 0);
    column->setSpacing(theme::kGrid);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme::kGrid);
    row->addWidget(m_label, 1);
    for (QPushButton *button : {m_details, m_cancel, m_now, m_retry})
        row->addWidget(button, 0, Qt::AlignTop);
    column->addLayout(row);
    column->addWidget(m_diagnostic);
    connect(m_details, &QPushButton::toggled, m_diagnostic, &QWidget::setVisible);
    connect(m_cancel, &QPushButton::clicked, this, &LedgerStrip::cancelRequested);
    connect(m_now, &QPushButton::clicked, this, &LedgerStrip::sendNowRequested);
    connect(m_retry, &QPushButton::clicked, this, &LedgerStrip::retryRequested);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &LedgerStrip::refresh);
}

bool LedgerStrip::tellsOf(const store::MessageItem &message)
{
    if (!message.bounces.isEmpty() || message.answered)
        return true;
    // The line below the message says when it was seen in Sent.
    return message.ledger && (message.ledger != LedgerState::Sent || !message.ledgerAt.isValid());
}

void LedgerStrip::setMessage(const store::MessageItem &message, const QDateTime &dueAt)
{
    m_state = message.ledger.value_or(LedgerState::Sent);
    // The sentence says "Not sent" and "Waiting" itself.
    static const QRegularExpression state(QStringLiteral("^(?:Not sent|Held): "));
    m_note = phrases::oneLine(phrases::ledgerNote(QString(message.ledgerNote).remove(state)), 400);
    m_at = message.at;
    m_dueAt = dueAt;
    m_bounces = phrases::bounces(message);
    m_answered = message.answered;
    m_diagnostic->setText(phrases::bounceDetails(message.bounces));
    m_details->setVisible(!message.bounces.isEmpty());
    if (message.bounces.isEmpty())
        m_details->setChecked(false);
    m_cancel->setVisible(m_state == LedgerState::UndoWindow || m_state == LedgerState::Queued);
    m_now->setVisible(m_state == LedgerState::UndoWindow);
    m_retry->setVisible(m_state == LedgerState::Failed || m_state == LedgerState::Unknown);
    if (m_state == LedgerState::UndoWindow && dueAt.isValid())
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
    const bool bad = m_state == LedgerState::Failed || !m_bounces.isEmpty();
    parts::setLook(m_label, bad ? "error" : m_state == LedgerState::Unknown ? "warning" : "secondary");
    update();
}

QString LedgerStrip::sentence() const
{
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
        if (!m_bounces.isEmpty())
            return m_bounces;
        return m_note.isEmpty() ? tr("Accepted, looking for it in Sent") : tr("Accepted: %1").arg(m_note);
    case LedgerState::Sent: return sentSentence();
    case LedgerState::Unknown:
        return m_note.isEmpty() ? tr("The connection broke at the last moment. We look for it in Sent before anything else happens.")
                                : tr("Not known whether it left: %1").arg(m_note);
    case LedgerState::Failed:
        if (!m_bounces.isEmpty())
            return tr("Not sent. %1").arg(m_bounces);
        return m_note.isEmpty() ? tr("Not sent. The text is kept.") : tr("Not sent: %1").arg(m_note);
    case LedgerState::Cancelled: return tr("Called back");
    }
    return {};
}

QString LedgerStrip::sentSentence() const
{
    if (!m_bounces.isEmpty())
        return m_bounces;
    if (m_answered)
        return tr("Answered");
    return m_at.isValid() ? tr("Sent %1, seen in Sent").arg(phrases::clockTime(m_at)) : tr("In Sent");
}

void LedgerStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    StripLook look = stripLook(m_state);
    if (!m_bounces.isEmpty())
        look = {"bounce", Token::Danger};
    else if (m_state == LedgerState::Sent && m_answered)
        look = {"reply", Token::Success};
    constexpr int kSize = 16;
    const QRect place(0, m_label->y() + (QFontMetrics(m_label->font()).height() - kSize) / 2, kSize, kSize);
    theme::icon(QString::fromLatin1(look.icon), look.tint)
        .paint(&painter, QStyle::visualRect(layoutDirection(), rect(), place));
}

} // namespace inlet::ui
