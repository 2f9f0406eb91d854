// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/ActionTable.h"

#include <QDialog>
#include <QSet>

class QLineEdit;

namespace inlet::ui
{

/// The sheet of all keys, searchable. Made from the one table of actions. Thread: GUI.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    /// `used`: their keys were pressed once; they are marked.
    KeysDialog(const QSet<ActionId> &used, QWidget *parent);

Q_SIGNALS:
    void changeRequested();

private:
    void fill(const QString &filter);

    QSet<ActionId> m_used;
    QLineEdit *m_filter;
    QWidget *m_sheet;
};

} // namespace inlet::ui
