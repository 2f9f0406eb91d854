// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace inlet::test
{

/// A session bus and a gnome-keyring of our own, without a display (so no prompt can open). Sets
/// the environment of this process, once and before anything talks to a bus: the libraries below
/// remember their bus, so each situation needs a process of its own.
class PrivateKeyring
{
public:
    enum class Situation {
        NoBus,
        BusOnly, ///< nobody offers a keyring
        Unlocked,
    };

    ~PrivateKeyring();
    /// False with error(): the test must fail then.
    bool start(Situation situation);
    bool lock();
    bool unlock();
    [[nodiscard]] QString error() const { return m_error; }

private:
    bool startBus(bool withServices);
    bool startKeyring();
    void end(QProcess &process);

    QTemporaryDir m_dir;
    QProcess m_bus;
    QProcess m_keyring;
    QString m_error;
};

} // namespace inlet::test
