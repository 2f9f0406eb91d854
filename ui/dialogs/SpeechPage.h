// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/SettingsPage.h"

#include <QHash>

class QListWidget;
class QPushButton;

namespace inlet::ui
{

/// For people who hear what is on screen, or need more time: what is announced, how a row is read, and how
/// long a notice stays.
class SpeechPage : public SettingsPage
{
    Q_OBJECT

public:
    SpeechPage(const Preferences &now, QWidget *parent);

    void fill(Preferences &preferences) const override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addParts(const Preferences &now);
    void move(int by);
    void refreshButtons();

    QHash<accessible::Spoken, QCheckBox *> m_spoken;
    QListWidget *m_parts = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QComboBox *m_notice = nullptr;
};

} // namespace inlet::ui
