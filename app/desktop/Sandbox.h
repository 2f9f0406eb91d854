// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>

class QProcess;

namespace inlet::desktop
{

/// Opens Inlet on a private mail server with invented mailboxes: packaging/sandbox.sh, which makes a profile of its own and
/// removes everything afterwards. It knows nothing of the profile that is open here. Thread: GUI.
class Sandbox : public QObject
{
    Q_OBJECT

public:
    /// The script beside the sources that the program in `programDir` was built from; empty where there is none, as after an
    /// installation, or where something that it needs is missing.
    [[nodiscard]] static QString scriptFor(const QString &programDir);

    explicit Sandbox(QObject *parent = nullptr);
    /// `done` is called once, with a problem in words or with nothing; not at all while another one runs. What has started outlives us.
    void start(const QString &script, const QString &programDir, const std::function<void(const QString &problem)> &done);

private:
    QPointer<QProcess> m_running;
};

} // namespace inlet::desktop
