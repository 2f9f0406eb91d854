// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Bounces.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLayout;
class QTreeWidget;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

/// Why mail came back, grouped by cause, and how the mail of each mailbox fares.
class BounceDialog : public QDialog
{
    Q_OBJECT

public:
    BounceDialog(engine::Engine &engine, QWidget *parent);

private:
    void build();
    [[nodiscard]] QLayout *makeLimits();
    void saveLimits();
    void reload();
    void showCauses(const QList<store::BounceCause> &causes);
    void showHealth(const QList<store::SendingHealth> &health);
    [[nodiscard]] QString mailboxName(AccountId account) const;

    engine::Engine &m_engine;
    QComboBox *m_since;
    QTreeWidget *m_causes;
    QTreeWidget *m_health;
    QLabel *m_none;
    QLabel *m_example;
    QDoubleSpinBox *m_warn;
    QDoubleSpinBox *m_stop;
    QLabel *m_limitsError;
    std::optional<store::SendingLimits> m_limits; ///< as stored; none: not known yet
};

} // namespace inlet::ui
