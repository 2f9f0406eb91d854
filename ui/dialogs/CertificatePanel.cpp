// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/CertificatePanel.h"

#include "ui/Parts.h"
#include "ui/dialogs/Words.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>

namespace inlet::ui
{

namespace
{

constexpr qsizetype kMaxNames = 8;
constexpr qsizetype kMaxFact = 300;

QString date(const QDateTime &at)
{
    return at.isValid() ? QLocale().toString(at.toLocalTime().date(), QLocale::LongFormat) : QStringLiteral("?");
}

QString names(const net::CertificateFacts &facts)
{
    QString shown = facts.names.mid(0, kMaxNames).join(QStringLiteral(", ")).left(kMaxFact);
    if (facts.names.size() > kMaxNames)
        shown += QStringLiteral(" … (%1)").arg(facts.names.size());
    return shown;
}

/// Two lines of sixteen pairs, to be compared by eye.
QString twoLines(const QByteArray &sha256)
{
    const QString text = words::fingerprint(sha256);
    constexpr qsizetype half = 16 * 3 - 1;
    return text.size() > half ? text.left(half) + QLatin1Char('\n') + text.mid(half + 1) : text;
}

} // namespace

CertificatePanel::CertificatePanel(const net::CertificateFacts &facts, QWidget *parent)
    : QWidget(parent), m_stop(parts::button(tr("Stop"), "primary", this))
{
    setObjectName(QStringLiteral("certificatePanel"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme::kMargin);
    grid->setVerticalSpacing(theme::kGrid);
    grid->setColumnStretch(1, 1);
    const auto add = [this, grid](const QString &name, const QString &value) {
        const int row = grid->rowCount();
        QLabel *label = parts::secondary(name, this);
        label->setWordWrap(false);
        QLabel *shown = parts::body(value, this);
        shown->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        shown->setFocusPolicy(Qt::ClickFocus);
        shown->setAccessibleName(name + QLatin1Char(' ') + value);
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(shown, row, 1);
        return shown;
    };
    add(tr("Issued to"), facts.subject.left(kMaxFact));
    add(tr("Issued by"), facts.issuer.left(kMaxFact));
    add(tr("Good for"), names(facts));
    add(tr("Valid"), tr("%1 to %2").arg(date(facts.validFrom), date(facts.validTo)));
    QLabel *print = add(tr("SHA-256"), twoLines(facts.sha256));
    print->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));

    auto *trust = parts::button(tr("Trust this one certificate for this mailbox"), "flat", this);
    trust->setObjectName(QStringLiteral("trustButton"));
    trust->setAutoDefault(false);
    m_stop->setObjectName(QStringLiteral("stopButton"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kSpace);
    buttons->addWidget(m_stop);
    buttons->addWidget(trust);
    buttons->addStretch(1);
    auto *layout = parts::column(this, theme::kGap);
    layout->addLayout(grid);
    layout->addLayout(buttons);
    connect(m_stop, &QPushButton::clicked, this, &CertificatePanel::stopped);
    connect(trust, &QPushButton::clicked, this, [this, print = facts.sha256] { Q_EMIT trusted(print); });
}

} // namespace inlet::ui
