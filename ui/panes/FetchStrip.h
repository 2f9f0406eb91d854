// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace inlet::ui
{

class MessageBodies;

/// How far a large message is on its way from the server, with a way to call it off. Shows itself.
/// Thread: GUI.
class FetchStrip : public QWidget
{
    Q_OBJECT

public:
    FetchStrip(MessageBodies &bodies, QWidget *parent);

    void setMessage(StoredMessageId message);

Q_SIGNALS:
    void calledOff(); ///< by the user; the strip is about to hide

private:
    void refresh();

    MessageBodies &m_bodies;
    StoredMessageId m_message;
    QLabel *m_words;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
};

} // namespace inlet::ui
