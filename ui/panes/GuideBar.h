// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/GuidedRun.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace inlet::ui
{

/// The guided run as a quiet bar above the lists: one step, the keys it is about with those that are done, and ways to go on
/// without it. It never takes the keys. Thread: GUI.
class GuideBar : public QWidget
{
    Q_OBJECT

public:
    /// `isSandbox`: the mailboxes are invented and go with the window.
    GuideBar(GuidedRun &run, bool isSandbox, QWidget *parent);

    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void connectClicked();
    void ended(); ///< here, by its buttons: the keys go back to the list

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void showCaps();
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString wordsOf(GuidedRun::Step step) const;
    [[nodiscard]] QString buttonWords() const;
    void press();

    GuidedRun &m_run;
    bool m_isSandbox;
    QLabel *m_words;
    QWidget *m_caps;
    QPushButton *m_button;
};

} // namespace inlet::ui
