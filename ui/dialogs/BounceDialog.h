// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Bounces.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLayout;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

class BounceCausePage;

/// Why mail came back, grouped by cause, and how the mail of each mailbox fares. A cause leads to its bounces, and from there
/// back or on to a conversation.
class BounceDialog : public QDialog
{
    Q_OBJECT

public:
    BounceDialog(engine::Engine &engine, QWidget *parent);

Q_SIGNALS:
    void conversationRequested(inlet::ConversationId id); ///< the dialog closes

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void fillOverview(QWidget *page);
    [[nodiscard]] QLayout *makeLimits();
    void saveLimits();
    void reload();
    void showCauses(const QList<store::BounceCause> &causes);
    void showCause();
    void showOverview();
    void showHealth(const QList<store::SendingHealth> &health);

    engine::Engine &m_engine;
    QStackedWidget *m_pages;
    QWidget *m_overview;
    BounceCausePage *m_cause;
    QComboBox *m_since;
    QTreeWidget *m_causes;
    QPushButton *m_look;
    QTreeWidget *m_health;
    QLabel *m_none;
    QLabel *m_example;
    QDoubleSpinBox *m_warn;
    QDoubleSpinBox *m_stop;
    QLabel *m_limitsError;
    QDateTime m_from; ///< what the causes were counted since
    QList<store::BounceCause> m_shown; ///< in the order of the rows
    std::optional<store::SendingLimits> m_limits; ///< as stored; none: not known yet
};

} // namespace inlet::ui
