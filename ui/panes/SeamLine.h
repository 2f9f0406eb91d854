// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace inlet::ui
{

/// "from here via ..." between two hairlines: where mailbox or subject change in a conversation.
/// Thread: GUI.
class SeamLine : public QWidget
{
    Q_OBJECT

public:
    SeamLine(const QString &text, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace inlet::ui
