// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QHelpEvent;
class QWidget;

namespace inlet::ui
{

/// Shows every tool tip of the program as plain text. Many carry a subject, a name or a server's words,
/// and Qt takes what looks like HTML for HTML: a stranger's subject could have a file read or look like
/// a word of ours. Applies to the whole application while it lives. Thread: GUI.
class PlainToolTips : public QObject
{
    Q_OBJECT

public:
    explicit PlainToolTips(QObject *parent = nullptr);
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace inlet::ui
