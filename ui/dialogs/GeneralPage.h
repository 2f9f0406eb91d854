// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/dialogs/SettingsPage.h"

namespace inlet::ui
{

/// Settings of look, reading, writing and of what closing the window means.
class GeneralPage : public SettingsPage
{
    Q_OBJECT

public:
    /// `hasTray`: the desktop shows icons of programs that have no window.
    GeneralPage(const Preferences &now, theme::Mode mode, theme::Contrast contrast, bool hasTray, QWidget *parent);

    void fill(Preferences &preferences) const override;

    // What can be chosen of the look, each with its value; the command palette offers the same.
    [[nodiscard]] static Values modes();
    [[nodiscard]] static Values contrasts();
    [[nodiscard]] static QString paperTitle();
    [[nodiscard]] static Values papers();

Q_SIGNALS:
    void modeChanged(inlet::ui::theme::Mode mode);
    void contrastChanged(inlet::ui::theme::Contrast contrast);

private:
    QComboBox *m_language;
    QComboBox *m_paper;
    QComboBox *m_read;
    QComboBox *m_undo;
    QComboBox *m_close;
};

} // namespace inlet::ui
