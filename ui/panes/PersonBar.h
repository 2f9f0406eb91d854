// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Conversation.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace inlet::ui
{

/// Above the messages: who this may be, or who is to be written to instead; with what can be done about it. Hidden while
/// there is nothing to say. Thread: GUI.
class PersonBar : public QWidget
{
    Q_OBJECT

public:
    explicit PersonBar(QWidget *parent);

    /// `hint` first, then whom the newest absence note of `row` names; neither: hides.
    void show(const store::ConversationRow &row, const std::optional<store::SamePersonHint> &hint);

Q_SIGNALS:
    void samePersonClicked();
    void notSamePersonClicked();
    void writeClicked(const QString &to); ///< "Carla Ruiz <carla@acme.test>"

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
    QPushButton *m_accept;
    QPushButton *m_reject;
    QPushButton *m_write;
    QString m_standIn;
};

} // namespace inlet::ui
