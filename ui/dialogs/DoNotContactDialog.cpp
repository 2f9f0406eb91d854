// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/DoNotContactDialog.h"

#include "accounts/values/Account.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace inlet::ui
{

namespace
{

constexpr int kMostReason = 200;
constexpr int kDialogWidth = 460;

} // namespace

QString sharedCompany(const QStringList &addresses)
{
    QString shared;
    for (const QString &address : addresses) {
        const QString domain = phrases::company(address).isEmpty() ? QString() : accounts::domainOf(address);
        if (domain.isEmpty() || (!shared.isEmpty() && domain != shared))
            return {};
        shared = domain;
    }
    return shared;
}

DoNotContactDialog::DoNotContactDialog(const QStringList &addresses, qsizetype missing, QWidget *parent)
    : QDialog(parent), m_domain(sharedCompany(addresses)),
      m_one(new QRadioButton(addresses.size() == 1 ? tr("Only %1").arg(phrases::oneLine(addresses.first(), 80))
                                                   : tr("These %1 addresses").arg(addresses.size()), this)),
      m_all(new QRadioButton(tr("Everyone at %1").arg(m_domain), this)), m_reason(new QLineEdit(this))
{
    setWindowTitle(tr("Do not contact"));
    setModal(true);
    m_one->setObjectName(QStringLiteral("oneAddressRadio"));
    m_all->setObjectName(QStringLiteral("wholeDomainRadio"));
    m_all->setVisible(!m_domain.isEmpty());
    m_one->setChecked(true);
    m_reason->setObjectName(QStringLiteral("reasonEdit"));
    m_reason->setMaxLength(kMostReason);
    m_reason->setPlaceholderText(tr("They asked us to stop"));
    auto *confirm = parts::button(tr("Do not contact"), "danger", this);
    confirm->setObjectName(QStringLiteral("confirmButton"));
    confirm->setDefault(true);
    auto *cancel = parts::button(tr("Cancel"), "", this);
    cancel->setAutoDefault(false);
    auto *layout = parts::column(this, theme::kGap, theme::kMargin);
    layout->addWidget(parts::title(tr("Do not contact"), this));
    layout->addWidget(parts::secondary(
        tr("Nothing is sent to them any more, from any of your mailboxes. What waits in the outbox for them does not leave. You can undo it."), this));
    if (missing > 0) {
        auto *left = parts::secondary(phrases::plural(missing, tr("1 conversation could not be read and stays as it is."),
                                          tr("%1 conversations could not be read and stay as they are.")), this);
        left->setObjectName(QStringLiteral("missingLabel"));
        layout->addWidget(left);
    }
    layout->addWidget(m_one);
    layout->addWidget(m_all);
    layout->addWidget(new parts::Field(tr("Why (for the list)"), m_reason, this));
    layout->addLayout(parts::buttonLine({}, {cancel, confirm}));
    layout->setSizeConstraint(QLayout::SetMinimumSize);
    setMinimumWidth(kDialogWidth);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(confirm, &QPushButton::clicked, this, [this] {
        const QString domain = m_all->isChecked() ? m_domain : QString();
        const QString reason = m_reason->text().simplified();
        accept();
        Q_EMIT confirmed(domain, reason);
    });
    m_one->setFocus();
}

} // namespace inlet::ui
