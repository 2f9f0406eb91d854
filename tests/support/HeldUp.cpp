// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/HeldUp.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace inlet::test
{

std::map<int, qint64> HeldUp::waits()
{
    std::map<int, qint64> found;
    const QStringList threads = QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &thread : threads) {
        QFile file(QStringLiteral("/proc/self/task/%1/schedstat").arg(thread));
        if (file.open(QIODevice::ReadOnly)) // time it ran, time it waited to run, turns
            found[thread.toInt()] = file.readAll().split(' ').value(1).toLongLong();
    }
    return found;
}

qint64 HeldUp::longest() const
{
    qint64 most = 0;
    for (const auto &[thread, waited] : waits()) {
        const auto before = m_before.find(thread);
        most = std::max(most, waited - (before == m_before.end() ? 0 : before->second));
    }
    return most / 1'000'000;
}

} // namespace inlet::test
