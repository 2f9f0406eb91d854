// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QVariantAnimation;

namespace inlet::ui
{

/// One short notice at a time at the bottom left of its parent, with a way back. Goes after 8 s; the
/// pointer or the focus on it stops the clock. Thread: GUI.
class Toast : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kShownMs = 8000;

    explicit Toast(QWidget *parent);

    /// `action` empty: no button.
    void showText(const QString &text, const QString &action = {});
    void dismiss();
    [[nodiscard]] QString text() const;
    void place();

Q_SIGNALS:
    void actionClicked();

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void slideIn();

    QLabel *m_label;
    QPushButton *m_button;
    QTimer m_timer;
    QVariantAnimation *m_motion;
    int m_offset = 0;
};

} // namespace inlet::ui
