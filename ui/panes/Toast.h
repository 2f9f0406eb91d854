// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;
class QVariantAnimation;

namespace inlet::ui
{

/// One short notice at a time at the bottom left of its parent, with a way back. Goes after some seconds, or
/// stays until it is dismissed; the pointer or the focus on it stops the clock. Thread: GUI.
class Toast : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kShownMs = 8000;

    explicit Toast(QWidget *parent);

    /// `action` empty: no button. `leastSeconds`: not gone before, however short notices are shown.
    void showText(const QString &text, const QString &action = {}, int leastSeconds = 0);
    void dismiss();
    /// 0: until it is dismissed.
    void setShownFor(int seconds);
    [[nodiscard]] bool stays() const { return m_shownMs == 0; }
    [[nodiscard]] int shownMs() const; ///< of the present notice
    [[nodiscard]] QString text() const;
    void place();

Q_SIGNALS:
    void actionClicked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void slideIn();
    void startClock();

    QLabel *m_label;
    QPushButton *m_button;
    QToolButton *m_close; ///< where it stays
    QTimer m_timer;
    int m_shownMs = kShownMs;
    int m_leastMs = 0;
    QVariantAnimation *m_motion;
    int m_offset = 0;
};

} // namespace inlet::ui
