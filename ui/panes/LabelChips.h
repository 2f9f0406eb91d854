// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QToolButton>
#include <QWidget>

namespace inlet::ui
{

/// A label as a small chip; what can be done with it is in its menu.
class LabelChip : public QToolButton
{
    Q_OBJECT

public:
    LabelChip(const QString &label, QWidget *parent);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// The labels of a conversation in as many lines as they need; hidden where there are none. Thread: GUI.
class LabelChips : public QWidget
{
    Q_OBJECT

public:
    explicit LabelChips(QWidget *parent);
    void setLabels(const QStringList &labels);

Q_SIGNALS:
    void removeRequested(const QString &label);
    void searchRequested(const QString &label);

private:
    void showMenu(LabelChip *chip, const QString &label);

    QStringList m_labels;
};

} // namespace inlet::ui
