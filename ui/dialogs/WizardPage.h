// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Secret.h"
#include "engine/values/Engine.h"

#include <QWidget>

namespace inlet::ui
{

/// What the wizard has learned so far. Lives in memory only; nothing is stored before the end.
struct ConnectState {
    accounts::Account account;
    Secret password;
    engine::Detection detection;
    bool detected = false; ///< `detection` belongs to `account.email`
    bool editServers = false; ///< the user asked for the full form
    QList<engine::CheckStep> steps; ///< the last result of each check
    bool checked = false; ///< account and password passed the checks as they are
    AccountId stored; ///< after the end
    /// "Add another with the same settings": the mailbox before this one; no address: none.
    accounts::Account preset;
    engine::Detection presetDetection;

    /// True where the servers are to be typed rather than taken from the detection.
    [[nodiscard]] bool needsForm() const { return editServers || !detection.certain; }
};

/// One page of the wizard.
class WizardPage : public QWidget
{
    Q_OBJECT

public:
    WizardPage(ConnectState &state, QWidget *parent) : QWidget(parent), m_state(state) {}

    [[nodiscard]] virtual QString heading() const = 0;
    virtual void enter() {} ///< has become visible; gives the focus to its first field
    virtual void leave() {} ///< another page follows; stops what runs
    /// "Next" was pressed: checks and writes into the state. False: stay (the page says why), or
    /// finished() follows later.
    [[nodiscard]] virtual bool accept() { return true; }
    [[nodiscard]] virtual QString nextText() const { return tr("Continue"); } ///< empty: no button
    [[nodiscard]] virtual bool nextEnabled() const { return true; }
    [[nodiscard]] virtual QString backText() const { return tr("Back"); } ///< empty: no button
    /// Esc was pressed: true when the page had something of its own to stop.
    [[nodiscard]] virtual bool cancel() { return false; }

Q_SIGNALS:
    void changed(); ///< texts or states of the buttons
    void finished(); ///< go on
    void backRequested();
    void serversRequested(); ///< to the full form

protected:
    [[nodiscard]] ConnectState &state() { return m_state; }
    [[nodiscard]] const ConnectState &state() const { return m_state; }

private:
    ConnectState &m_state;
};

} // namespace inlet::ui
