// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/WizardPage.h"

class QButtonGroup;
class QLabel;
class QPushButton;

namespace inlet::ui
{

class FolderPickers;

/// Which folders were found, with a choice where the server does not say; and how far back to read.
class HistoryPage : public WizardPage
{
    Q_OBJECT

public:
    HistoryPage(ConnectState &state, QWidget *parent);

    [[nodiscard]] QString heading() const override { return tr("Folders and history"); }
    void enter() override;
    [[nodiscard]] bool accept() override;

private:
    QLabel *m_intro;
    QLabel *m_folders;
    QLabel *m_sent;
    FolderPickers *m_pickers;
    QPushButton *m_choose;
    QButtonGroup *m_windows;
};

} // namespace inlet::ui
