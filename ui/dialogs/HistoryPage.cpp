// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/HistoryPage.h"

#include "ui/Parts.h"
#include "ui/dialogs/FolderPickers.h"
#include "ui/dialogs/Words.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QPushButton>
#include <QRadioButton>

namespace inlet::ui
{

namespace
{

engine::CheckStep stepOf(const QList<engine::CheckStep> &steps, const QString &wanted)
{
    for (const engine::CheckStep &step : steps) {
        if (step.step == wanted)
            return step;
    }
    return {};
}

} // namespace

HistoryPage::HistoryPage(ConnectState &state, QWidget *parent)
    : WizardPage(state, parent), m_intro(parts::secondary({}, this)), m_folders(parts::secondary({}, this)), m_sent(parts::secondary({}, this)),
      m_pickers(new FolderPickers(this)), m_choose(parts::button(tr("Choose other folders"), "link", this)), m_windows(new QButtonGroup(this))
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
    layout->addSpacing(theme::kGrid);
    layout->addWidget(m_pickers);
    m_choose->setObjectName(QStringLiteral("chooseFoldersButton"));
    m_choose->setAutoDefault(false);
    layout->addWidget(m_choose, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(m_choose, &QPushButton::clicked, this, [this] {
        m_pickers->show();
        m_choose->hide();
    });
}

void HistoryPage::enter()
{
    m_intro->setText(state().account.email);
    const engine::CheckStep found = stepOf(state().steps, QStringLiteral("folders"));
    const QString special = stepOf(state().steps, QStringLiteral("special-use")).message;
    m_folders->setText(special.isEmpty() ? found.message : special);
    m_sent->setText(stepOf(state().steps, QStringLiteral("sent-policy")).message);
    m_sent->setVisible(!m_sent->text().isEmpty());
    m_pickers->setFolders(found.folders, state().account.folderChoices);
    const bool clear = found.folders.isEmpty() || FolderPickers::serverSaysAll(found.folders);
    m_pickers->setVisible(!clear || state().account.folderChoices != accounts::FolderChoices());
    m_choose->setVisible(!found.folders.isEmpty() && m_pickers->isHidden());
    QAbstractButton *chosen = m_windows->button(int(state().account.history));
    chosen->setChecked(true);
    chosen->setFocus();
}

bool HistoryPage::accept()
{
    if (QWidget *wrong = m_pickers->readInto(state().account.folderChoices)) {
        wrong->setFocus();
        return false;
    }
    state().account.history = accounts::HistoryWindow(m_windows->checkedId());
    return true;
}

} // namespace inlet::ui
