// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

class QLineEdit;

namespace inlet::ui
{

/// A list of things to choose with a hint on the right of each, steered from the text field above it.
class ChoiceList : public QListWidget
{
    Q_OBJECT

public:
    enum Role { Hint = Qt::UserRole + 1, Value, IconName };

    explicit ChoiceList(QWidget *parent);
    QListWidgetItem *add(const QString &text, const QString &hint, const QVariant &value = {}, const QString &icon = {});
    /// Arrow keys, Page Up and Page Down pressed in `edit` move here; Enter there chooses.
    void steerFrom(QLineEdit *edit);
    void selectFirst();

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void chosen(QListWidgetItem *item);
};

} // namespace inlet::ui
