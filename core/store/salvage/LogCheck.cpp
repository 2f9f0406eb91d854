// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvage/LogCheck.h"

#include <QFile>
#include <QtEndian>

namespace inlet::store
{

namespace
{

constexpr qint64 kHeader = 32;
constexpr qint64 kFrameHeader = 24;
constexpr quint32 kMagic = 0x377f0682; ///< the last bit: checksums over big-endian words
constexpr quint32 kFormat = 3007000;
constexpr quint32 kSmallestPage = 512;
constexpr quint32 kLargestPage = 65536;

quint32 word(const uchar *at)
{
    return qFromBigEndian<quint32>(at);
}

/// The running checksum of the log, 8 octets a step.
class Checksum
{
public:
    explicit Checksum(bool bigEndian) : m_bigEndian(bigEndian) {}

    void add(const uchar *octets, qint64 size)
    {
        for (qint64 at = 0; at + 8 <= size; at += 8) {
            m_one += read(octets + at) + m_two;
            m_two += read(octets + at + 4) + m_one;
        }
    }
    [[nodiscard]] bool is(const uchar *stored) const { return m_one == word(stored) && m_two == word(stored + 4); }

private:
    [[nodiscard]] quint32 read(const uchar *at) const
    {
        return m_bigEndian ? qFromBigEndian<quint32>(at) : qFromLittleEndian<quint32>(at);
    }

    bool m_bigEndian;
    quint32 m_one = 0;
    quint32 m_two = 0;
};

bool isPageSize(quint32 size)
{
    return size >= kSmallestPage && size <= kLargestPage && (size & (size - 1)) == 0;
}

} // namespace

/// Read, not mapped: another process may shorten the log meanwhile, and a mapped page that is gone ends the program.
bool losesCommits(const QString &logFile)
{
    QFile file(logFile);
    if (!file.open(QIODevice::ReadOnly) || file.size() < kHeader)
        return false;
    const QByteArray header = file.read(kHeader);
    if (header.size() != kHeader)
        return false; // SQLite will say why
    const auto *log = reinterpret_cast<const uchar *>(header.constData());
    Checksum sum((word(log) & 1) != 0);
    sum.add(log, kHeader - 8);
    const quint32 pageSize = word(log + 8);
    if ((word(log) & ~1U) != kMagic || word(log + 4) != kFormat || !isPageSize(pageSize) || !sum.is(log + 24))
        return true;
    QByteArray octets(qsizetype(kFrameHeader) + qsizetype(pageSize), Qt::Uninitialized);
    bool readable = true;
    int commitsBehind = 0;
    while (file.read(octets.data(), octets.size()) == octets.size()) {
        const auto *frame = reinterpret_cast<const uchar *>(octets.constData());
        // Another salt: left over from before the last checkpoint, or damaged.
        const bool ofThisLog = word(frame + 8) == word(log + 16) && word(frame + 12) == word(log + 20);
        if (readable && ofThisLog) {
            sum.add(frame, 8);
            sum.add(frame + kFrameHeader, pageSize);
        }
        readable = readable && ofThisLog && sum.is(frame + 16);
        if (!readable && ofThisLog && word(frame + 4) != 0)
            ++commitsBehind;
    }
    // One commit may be there in parts after a power cut; nobody was told of it. Each commit is on the disk
    // before the next begins, so a second one behind the break was told.
    return commitsBehind > 1;
}

} // namespace inlet::store
