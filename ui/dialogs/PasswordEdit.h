// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Secret.h"

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace inlet::ui
{

/// A password field with "show". A pasted line end is always dropped; spaces are dropped too while
/// the provider wants an app password, which is shown in groups of four.
class PasswordEdit : public QWidget
{
    Q_OBJECT

public:
    explicit PasswordEdit(QWidget *parent);

    void setIsAppPassword(bool isAppPassword) { m_appPassword = isAppPassword; }
    [[nodiscard]] Secret secret() const;
    [[nodiscard]] bool isEmpty() const;
    void clear();
    [[nodiscard]] QLineEdit *lineEdit() const { return m_edit; }

Q_SIGNALS:
    void edited();

private:
    void clean(const QString &text);
    void showText(bool shown);

    QLineEdit *m_edit;
    QToolButton *m_show;
    qsizetype m_lastSize = 0;
    bool m_appPassword = false;
};

} // namespace inlet::ui
