// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QElapsedTimer>

#include <algorithm>
#include <limits>

namespace inlet::test
{

/// A limit of milliseconds on a machine that does other things, too: one of five tries has to keep it. A wait that is
/// wrong misses it every time.
///     Tries tries(50);
///     while (tries.next()) { ...; tries.begin(); ...; tries.end(); }
///     QVERIFY2(tries.kept(), tries.told().constData());
class Tries
{
public:
    explicit Tries(qint64 limit) : m_limit(limit) {}

    [[nodiscard]] bool next() { return !kept() && m_left-- > 0; }
    void begin() { m_timer.start(); } ///< from any thread, before end()
    qint64 end()
    {
        const qint64 took = m_timer.elapsed();
        m_best = std::min(m_best, took);
        return took;
    }
    [[nodiscard]] bool kept() const { return m_best < m_limit; }
    [[nodiscard]] QByteArray told() const { return QByteArray::number(m_best) + " ms"; }

private:
    QElapsedTimer m_timer;
    qint64 m_limit;
    qint64 m_best = std::numeric_limits<qint64>::max();
    int m_left = 5;
};

} // namespace inlet::test
