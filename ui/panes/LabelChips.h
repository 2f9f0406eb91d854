// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/PaneParts.h"

#include "base/Ids.h"

#include <QStringList>

namespace inlet::ui
{

/// A label as a small chip; what can be done with it is in its menu.
class LabelChip : public panes::Chip
{
    Q_OBJECT

public:
    LabelChip(const QString &label, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// The labels of a conversation in as many lines as they need; hidden where there are none. Thread: GUI.
class LabelChips : public QWidget
{
    Q_OBJECT

public:
    explicit LabelChips(QWidget *parent);
    void setLabels(ConversationId conversation, const QStringList &labels);

Q_SIGNALS:
    void removeRequested(inlet::ConversationId conversation, const QString &label);
    void searchRequested(const QString &label);

private:
    void showMenu(LabelChip *chip, const QString &label);

    ConversationId m_conversation;
    QStringList m_labels;
};

} // namespace inlet::ui
