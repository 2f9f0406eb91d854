// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/Engine.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace inlet::ui
{

namespace parts
{
class ElidedLabel;
class IconLabel;
}

/// One line of the live checks. A failed one opens below itself: what happened, what to do, one
/// button, and the server's own words behind "Details".
class CheckRow : public QWidget
{
    Q_OBJECT

public:
    CheckRow(const QString &step, QWidget *parent);
    void reset(); ///< not checked yet
    void show(const engine::CheckStep &result);
    [[nodiscard]] const QString &step() const { return m_step; }
    /// False before show(): the check has not begun.
    [[nodiscard]] bool isKnown() const { return m_known; }
    [[nodiscard]] engine::CheckStatus status() const { return m_result.status; }
    [[nodiscard]] const engine::CheckStep &result() const { return m_result; }
    /// Where the focus belongs when this is what failed; may be null.
    [[nodiscard]] QWidget *nextButton() const { return m_next; }

Q_SIGNALS:
    void actionRequested(const inlet::engine::NextAction &action);
    void stopRequested();
    void trustRequested(const QString &step, const QByteArray &sha256);

private:
    void buildProblem();
    void addButtons(QVBoxLayout *layout);
    void addDetails(QVBoxLayout *layout, QPushButton *toggle);
    void describe();

    QString m_step;
    engine::CheckStep m_result;
    bool m_known = false;
    parts::IconLabel *m_icon;
    QLabel *m_name;
    parts::ElidedLabel *m_message;
    QWidget *m_problem = nullptr;
    QWidget *m_next = nullptr;
};

} // namespace inlet::ui
