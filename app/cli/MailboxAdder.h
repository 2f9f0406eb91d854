// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"

#include <QObject>

#include <functional>

namespace inlet::cli
{

/// Connects one mailbox: detects what is not given, checks both directions, stores.
/// Ends in exactly one call of `done`. Thread: GUI.
class MailboxAdder : public QObject
{
    Q_OBJECT

public:
    enum class Mode { Add, CheckOnly };
    struct Outcome {
        bool fine = false;
        bool needsUser = false; ///< the sign-in was refused
        engine::CheckStep failed; ///< the first failed step
        QString problem; ///< where no step failed
    };
    using StepSeen = std::function<void(const engine::CheckStep &)>;
    using Done = std::function<void(const Outcome &)>;

    MailboxAdder(engine::Engine &engine, Mode mode) : m_engine(engine), m_mode(mode) {}

    void run(const accounts::Account &account, const Secret &password, StepSeen step, Done done);

private:
    void detected(const engine::Detection &detection);
    void check();
    void checked(bool fine);
    void finish(bool fine, const QString &problem = {});

    engine::Engine &m_engine;
    Mode m_mode;
    accounts::Account m_account;
    Secret m_password;
    StepSeen m_step;
    Done m_done;
    Outcome m_outcome;
};

} // namespace inlet::cli
