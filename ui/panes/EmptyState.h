// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/EmptyWords.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace inlet::ui
{

/// An icon, a sentence, the reason, one way on. Thread: GUI.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);
    void setWords(const EmptyWords &words);
    [[nodiscard]] QString title() const;

Q_SIGNALS:
    void actionClicked(inlet::ui::EmptyWords::Action action);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showIcon();

    EmptyWords m_words;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_button;
    QPushButton *m_other;
};

} // namespace inlet::ui
