// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace inlet::ui
{

/// What happened between two messages, on one thin line: "Archived by you, 09:14". Thread: GUI.
class EventLine : public QWidget
{
    Q_OBJECT

public:
    EventLine(const QString &text, const QString &icon, bool bad, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QString m_icon;
    bool m_bad;
};

} // namespace inlet::ui
