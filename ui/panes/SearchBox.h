// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace inlet::ui
{

/// The search field with the switch "everywhere". Thread: GUI.
class SearchBox : public QWidget
{
    Q_OBJECT

public:
    explicit SearchBox(QWidget *parent = nullptr);

    void start(); ///< focus, all selected
    void clear(); ///< without a signal
    void setScopeName(const QString &name);
    [[nodiscard]] QString text() const;
    void setEverywhere(bool everywhere);
    [[nodiscard]] bool isEverywhere() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void searchChanged(const QString &text, bool everywhere);
    void left(); ///< Enter, Down or Esc: the list wants the focus

private:
    void tell();

    QLineEdit *m_edit;
    QToolButton *m_everywhere;
    QTimer m_delay;
    QString m_told;
    bool m_toldEverywhere = false;
};

} // namespace inlet::ui
