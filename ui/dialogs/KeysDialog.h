// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;

namespace inlet::ui
{

/// The sheet of all keys, searchable. Made from the one table of actions. Thread: GUI.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    explicit KeysDialog(QWidget *parent);

Q_SIGNALS:
    void changeRequested();

private:
    void fill(const QString &filter);

    QLineEdit *m_filter;
    QWidget *m_sheet;
};

} // namespace inlet::ui
