// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Preferences.h"
#include "ui/Theme.h"

#include <QDialog>

class QCheckBox;
class QComboBox;

namespace inlet::ui
{

/// Settings of the program. Each choice holds at once; there is nothing to save or to cancel.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    PreferencesDialog(const Preferences &now, theme::Mode mode, QWidget *parent);

Q_SIGNALS:
    void changed(const inlet::ui::Preferences &preferences);
    void modeChanged(inlet::ui::theme::Mode mode);
    void keysRequested();

private:
    void build(theme::Mode mode);
    void tell();
    [[nodiscard]] QComboBox *choice(const char *name, const QString &label, const QList<QPair<QString, int>> &values, int chosen);

    Preferences m_now;
    QComboBox *m_mode = nullptr;
    QComboBox *m_density = nullptr;
    QComboBox *m_read = nullptr;
    QComboBox *m_undo = nullptr;
    QComboBox *m_notify = nullptr;
    QCheckBox *m_health;
    QCheckBox *m_hide;
};

} // namespace inlet::ui
