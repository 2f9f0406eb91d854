// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/HistoryPage.h"

#include "ui/dialogs/Parts.h"
#include "ui/dialogs/Words.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QRadioButton>

namespace inlet::ui
{

namespace
{

QString messageOf(const QList<engine::CheckStep> &steps, const QString &wanted)
{
    for (const engine::CheckStep &step : steps) {
        if (step.step == wanted)
            return step.message;
    }
    return {};
}

} // namespace

HistoryPage::HistoryPage(ConnectState &state, QWidget *parent)
    : WizardPage(state, parent), m_intro(parts::secondary({}, this)), m_folders(parts::secondary({}, this)), m_sent(parts::secondary({}, this)),
      m_windows(new QButtonGroup(this))
{
    auto *layout = parts::column(this, theme::kSpace);
    layout->addWidget(m_intro);
    layout->addSpacing(theme::kSpace);
    layout->addWidget(parts::strong(tr("How far back should Inlet read?"), this));
    layout->addWidget(parts::secondary(
        tr("The newest mail comes first and can be answered within seconds. Older mail stays on the server and can be "
           "fetched at any time."), this));
    for (const auto window : {accounts::HistoryWindow::Days30, accounts::HistoryWindow::Days90,
             accounts::HistoryWindow::Year1, accounts::HistoryWindow::All}) {
        auto *choice = new QRadioButton(words::ofHistory(window), this);
        choice->setObjectName(QStringLiteral("history-") + accounts::nameOf(window));
        m_windows->addButton(choice, int(window));
        layout->addWidget(choice);
    }
    layout->addSpacing(theme::kMargin);
    layout->addWidget(parts::strong(tr("Folders on the server"), this));
    layout->addWidget(m_folders);
    layout->addWidget(m_sent);
    layout->addStretch(1);
}

void HistoryPage::enter()
{
    m_intro->setText(state().account.email);
    const QString folders = messageOf(state().steps, QStringLiteral("folders"));
    const QString special = messageOf(state().steps, QStringLiteral("special-use"));
    m_folders->setText(special.isEmpty() ? folders : special);
    m_sent->setText(messageOf(state().steps, QStringLiteral("sent-policy")));
    m_sent->setVisible(!m_sent->text().isEmpty());
    QAbstractButton *chosen = m_windows->button(int(state().account.history));
    chosen->setChecked(true);
    chosen->setFocus();
}

bool HistoryPage::accept()
{
    state().account.history = accounts::HistoryWindow(m_windows->checkedId());
    return true;
}

} // namespace inlet::ui
