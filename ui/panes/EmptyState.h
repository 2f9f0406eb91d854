// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace inlet::ui
{

/// What an empty list has to know to tell the truth.
struct EmptyFacts {
    store::ListQuery query;
    QString problem; ///< the store could not answer
    int mailboxes = 0; ///< enabled ones
    int live = 0;
    int needUser = 0;
    bool firstSync = false; ///< some mailbox is still being read
    QString offAddress; ///< of the one mailbox shown, when it is not connected
    QString offReason;
};

struct EmptyWords {
    QString icon;
    QString title;
    QString text;
    QString action; ///< empty: none
    enum class Action { None, Connect, SearchEverywhere, ClearSearch, ShowAll, Repair } kind = Action::None;
};

/// A zero must be true: says in how many mailboxes it holds. Pure.
[[nodiscard]] EmptyWords emptyWords(const EmptyFacts &facts);

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
};

} // namespace inlet::ui
