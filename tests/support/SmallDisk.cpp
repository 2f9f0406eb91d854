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
    // An ordinary user cannot change the size of a mount later: most of it is taken by a file at first.
    m_holder.start(word("unshare"),
        namespaces
            + QStringList{word("sh"), word("-c"),
                word("mount -t tmpfs -o size=$(($1 + 64))m tmpfs \"$0\" && head -c 64M /dev/zero > \"$0\"/ballast && echo ready && exec cat"), m_dir,
                QString::number(megabytes)});
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
    return m_limit.isEmpty() ? m_enter : QStringList{word("prlimit"), QStringLiteral("--fsize=%1:").arg(m_limit)};
}

int SmallDisk::inside(const QStringList &command) const
{
    const QStringList words = m_enter + command;
    return QProcess::execute(words.first(), words.mid(1));
}

bool SmallDisk::fill()
{
    if (!m_limit.isEmpty()) {
        m_limit = word("0");
        return true;
    }
    return inside({word("sh"), word("-c"), word("! cat /dev/zero > \"$0\"/more 2>/dev/null"), m_dir}) == 0;
}

bool SmallDisk::makeRoom(const QProcess *running)
{
    if (m_limit.isEmpty())
        return inside({word("sh"), word("-c"), word("rm -f \"$0\"/ballast \"$0\"/more"), m_dir}) == 0;
    m_limit = word("unlimited");
    return !running || QProcess::execute(word("prlimit"), {word("--pid"), QString::number(running->processId()), word("--fsize=unlimited:")}) == 0;
}

} // namespace inlet::test
