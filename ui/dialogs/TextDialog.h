// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/Prompts.h"

#include <QDialog>

class QLineEdit;

namespace inlet::ui
{

/// Asks for one line. Thread: GUI.
class TextDialog : public QDialog
{
    Q_OBJECT

public:
    TextDialog(const Prompts::TextQuestion &question, QWidget *parent);
    [[nodiscard]] QString text() const;

private:
    QLineEdit *m_edit;
};

} // namespace inlet::ui
