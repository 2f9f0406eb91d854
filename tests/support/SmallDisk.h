// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace inlet::test
{

/// A file system of a few megabytes, seen only by the programs that are started through it: a tmpfs in a mount
/// namespace of its own, as root or as an ordinary user (user namespaces). Where the system allows neither, a limit
/// on the size of files takes its place. It ends with the object.
class SmallDisk
{
public:
    /// Mounted on `dir`, which exists.
    SmallDisk(const QString &dir, int megabytes);
    ~SmallDisk();
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    /// To be put before a command line; another one after fill() or makeRoom().
    [[nodiscard]] QStringList prefix() const;
    /// Takes all room that is left; false where it cannot.
    bool fill();
    /// Room again, also for `running`, which was started through the prefix before.
    bool makeRoom(const QProcess *running = nullptr);

private:
    bool mount(const QStringList &namespaces, int megabytes);
    [[nodiscard]] int inside(const QStringList &command) const;

    QString m_dir;
    QProcess m_holder; ///< keeps the namespace; ends when its input does
    QStringList m_enter;
    QString m_limit; ///< instead of a mount, octets
};

} // namespace inlet::test
