// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/SmallDisk.h"

#include <unistd.h>

namespace inlet::test
{

namespace
{

constexpr int kStartMs = 10000;

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

SmallDisk::SmallDisk(const QString &dir, int megabytes) : m_dir(dir)
{
    const bool root = ::geteuid() == 0;
    const bool mounted = (root && mount({word("-m")}, megabytes)) || mount({word("-r"), word("-m")}, megabytes);
    if (!mounted)
        m_limit = QString::number(qint64(megabytes) * 1024 * 1024 / 2);
}

SmallDisk::~SmallDisk()
{
    m_holder.closeWriteChannel();
    m_holder.waitForFinished(kStartMs);
}

bool SmallDisk::mount(const QStringList &namespaces, int megabytes)
{
    m_holder.start(word("unshare"),
        namespaces
            + QStringList{word("sh"), word("-c"), word("mount -t tmpfs -o size=\"$1\"m tmpfs \"$0\" && echo ready && exec cat"), m_dir, QString::number(megabytes)});
    if (!m_holder.waitForReadyRead(kStartMs) || !m_holder.readAllStandardOutput().startsWith("ready")) {
        m_holder.kill();
        m_holder.waitForFinished(kStartMs);
        return false;
    }
    m_enter = {word("nsenter"), word("-t"), QString::number(m_holder.processId()), word("-m")};
    if (namespaces.size() > 1)
        m_enter += {word("-U"), word("--preserve-credentials")};
    return true;
}

QStringList SmallDisk::prefix() const
{
    return m_limit.isEmpty() ? m_enter : QStringList{word("prlimit"), word("--fsize=") + m_limit};
}

int SmallDisk::inside(const QStringList &command) const
{
    const QStringList words = m_enter + command;
    return QProcess::execute(words.first(), words.mid(1));
}

bool SmallDisk::fill() const
{
    if (!m_limit.isEmpty())
        return true; // every file that would grow is refused already
    return inside({word("sh"), word("-c"), word("dd if=/dev/zero of=\"$0\"/ballast bs=1k status=none 2>/dev/null; ! echo more > \"$0\"/more"), m_dir}) == 0;
}

bool SmallDisk::makeRoom(const QProcess *running)
{
    if (m_limit.isEmpty())
        return inside({word("sh"), word("-c"), word("rm -f \"$0\"/ballast \"$0\"/more; mount -o remount,size=256m \"$0\""), m_dir}) == 0;
    m_limit = word("unlimited");
    return !running || QProcess::execute(word("prlimit"), {word("--pid"), QString::number(running->processId()), word("--fsize=unlimited")}) == 0;
}

} // namespace inlet::test
