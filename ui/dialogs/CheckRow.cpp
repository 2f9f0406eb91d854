// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/CheckRow.h"

#include "ui/Parts.h"
#include "ui/dialogs/CertificatePanel.h"
#include "ui/dialogs/Words.h"

#include <QBoxLayout>
#include <QFontDatabase>
#include <QPushButton>

namespace inlet::ui
{

namespace
{

constexpr int kNameWidth = 168;
constexpr int kRowHeight = 28;
constexpr qsizetype kMaxServerText = 2000;

struct StatusLook {
    const char *icon;
    theme::Token tint;
};

StatusLook lookOf(engine::CheckStatus status)
{
    switch (status) {
    case engine::CheckStatus::Running:
        return {"progress", theme::Token::Accent};
    case engine::CheckStatus::Ok:
        return {"circle-check", theme::Token::Success};
    case engine::CheckStatus::Warning:
        return {"warning", theme::Token::Warning};
    case engine::CheckStatus::Failed:
        return {"error", theme::Token::Danger};
    case engine::CheckStatus::Skipped:
        break;
    }
    return {"circle-dash", theme::Token::Faint};
}

/// Kinds that lead nowhere by a button.
bool hasButton(const engine::NextAction &action)
{
    return !action.label.isEmpty() && action.kind != QLatin1String("none") && action.kind != QLatin1String("wait")
        && action.kind != QLatin1String("trust-certificate");
}

} // namespace

CheckRow::CheckRow(const QString &step, QWidget *parent)
    : QWidget(parent), m_step(step), m_icon(new parts::IconLabel(QStringLiteral("circle"), theme::Token::Faint, this)),
      m_name(parts::body(words::ofStep(step), this)),
      m_message(new parts::ElidedLabel(Qt::ElideRight, theme::Token::Secondary, this))
{
    setObjectName(QStringLiteral("check-") + step);
    m_message->setObjectName(QStringLiteral("message"));
    m_name->setWordWrap(false);
    m_name->setFixedWidth(kNameWidth);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::kSpace);
    line->addWidget(m_icon);
    line->addWidget(m_name);
    line->addWidget(m_message, 1);
    line->addStrut(kRowHeight);
    QVBoxLayout *layout = parts::column(this, 0);
    layout->addLayout(line);
    reset();
}

void CheckRow::reset()
{
    m_known = false;
    m_result = {};
    m_result.step = m_step;
    m_result.status = engine::CheckStatus::Skipped;
    m_icon->setIcon(QStringLiteral("circle"), theme::Token::Faint);
    m_message->setText({});
    delete m_problem;
    m_problem = nullptr;
    m_next = nullptr;
    describe();
}

void CheckRow::show(const engine::CheckStep &result)
{
    m_known = true;
    m_result = result;
    delete m_problem;
    m_problem = nullptr;
    m_next = nullptr;
    const StatusLook look = lookOf(result.status);
    m_icon->setIcon(QString::fromLatin1(look.icon), look.tint);
    const bool failed = result.status == engine::CheckStatus::Failed;
    const bool warning = result.status == engine::CheckStatus::Warning;
    m_message->setText(failed ? QString() : result.message);
    m_message->setTint(warning ? theme::Token::Warning : theme::Token::Secondary);
    if (failed || (warning && !result.advice.isEmpty()))
        buildProblem();
    describe();
}

void CheckRow::buildProblem()
{
    m_problem = new QWidget(this);
    auto *layout = parts::column(m_problem, theme::kSpace);
    layout->setContentsMargins(theme::kIcon + theme::kSpace, 0, 0, theme::kGap);
    if (m_result.status == engine::CheckStatus::Failed) {
        QLabel *what = parts::strong(m_result.message, m_problem);
        what->setObjectName(QStringLiteral("problemLabel"));
        layout->addWidget(what);
    }
    if (!m_result.advice.isEmpty())
        layout->addWidget(parts::secondary(m_result.advice, m_problem));
    addButtons(layout);
    this->layout()->addWidget(m_problem);
    m_problem->setVisible(true);
}

void CheckRow::addButtons(QVBoxLayout *layout)
{
    QPushButton *details = nullptr;
    if (!m_result.serverReply.isEmpty()) {
        details = parts::button(tr("Details"), "link", m_problem);
        details->setObjectName(QStringLiteral("detailsButton"));
        details->setCheckable(true);
        details->setAutoDefault(false);
    }
    if (m_result.certificate) {
        auto *certificate = new CertificatePanel(*m_result.certificate, m_problem);
        layout->addWidget(certificate);
        m_next = certificate->stopButton();
        connect(certificate, &CertificatePanel::stopped, this, &CheckRow::stopRequested);
        connect(certificate, &CertificatePanel::trusted, this,
            [this](const QByteArray &sha256) { Q_EMIT trustRequested(m_step, sha256); });
        if (details)
            layout->addWidget(details, 0, Qt::AlignLeft);
    } else {
        auto *buttons = new QHBoxLayout;
        buttons->setSpacing(theme::kSpace);
        if (hasButton(m_result.action)) {
            auto *next = parts::button(m_result.action.label, "", m_problem);
            next->setObjectName(QStringLiteral("nextActionButton"));
            connect(next, &QPushButton::clicked, this, [this] { Q_EMIT actionRequested(m_result.action); });
            buttons->addWidget(next);
            m_next = next;
        }
        if (details)
            buttons->addWidget(details);
        buttons->addStretch(1);
        layout->addLayout(buttons);
    }
    if (details)
        addDetails(layout, details);
}

void CheckRow::addDetails(QVBoxLayout *layout, QPushButton *toggle)
{
    QLabel *text = parts::secondary(m_result.serverReply.left(kMaxServerText), m_problem);
    text->setObjectName(QStringLiteral("serverReplyLabel"));
    text->setAccessibleName(tr("The server's words"));
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setVisible(false);
    layout->addWidget(text);
    connect(toggle, &QPushButton::toggled, text, &QWidget::setVisible);
}

void CheckRow::describe()
{
    const QString state = m_known ? words::ofStatus(m_result.status) : tr("not checked yet");
    setAccessibleName(QStringLiteral("%1: %2. %3").arg(words::ofStep(m_step), state, m_result.message));
}

} // namespace inlet::ui
