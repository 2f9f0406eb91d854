// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "engine/values/Fleet.h"
#include "ui/dialogs/WizardPage.h"

#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

namespace parts
{
class NoticeBar;
}
class FleetModel;
class FleetRunner;
class Prompts;
struct FleetGroup;

/// The table of a list that is being connected, and its failures by cause.
class FleetPage : public WizardPage
{
    Q_OBJECT

public:
    FleetPage(engine::Engine &engine, Prompts &prompts, ConnectState &state, QWidget *parent);

    void setFleet(const engine::Fleet &fleet);
    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QString nextText() const override { return tr("Open inbox"); }
    [[nodiscard]] bool nextEnabled() const override;
    [[nodiscard]] QString backText() const override;
    void enter() override;
    void leave() override;
    [[nodiscard]] bool cancel() override;

Q_SIGNALS:
    void mailboxAdded(inlet::AccountId account);

private:
    void start();
    void refresh();
    void refreshGroups();
    [[nodiscard]] QWidget *groupCard(const FleetGroup &group);

    engine::Engine &m_engine;
    Prompts &m_prompts;
    FleetModel *m_model;
    FleetRunner *m_runner;
    QLabel *m_summary;
    QPushButton *m_stop;
    QProgressBar *m_progress;
    parts::NoticeBar *m_notice;
    QScrollArea *m_groups;
    QTimer m_pause; ///< many rows change at once; the page follows them together
    bool m_started = false;
};

} // namespace inlet::ui
