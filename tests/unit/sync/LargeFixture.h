// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SyncFixture.h"

#include <atomic>
#include <functional>
#include <mutex>

namespace inlet::test
{

inline constexpr int kMegabyte = 1024 * 1024;

/// A message that no compression makes small.
QByteArray largeMail(int number, int octets);

/// What one fetch told. Thread: any; the mutex guards all members.
struct Told {
    std::mutex mutex;
    QList<qint64> done;
    qint64 total = 0;
    bool fits = true; ///< never more than all of it
    std::optional<Result<void>> end;

    [[nodiscard]] bool ended()
    {
        const std::scoped_lock lock(mutex);
        return end.has_value();
    }
};

/// Live, with the large message here as its header: its late body was refused.
struct LargeFixture {
    SyncFixture f;
    QByteArray raw = largeMail(1, 3 * kMegabyte);
    ImapUid uid;
    StoredMessageId id;
    QByteArray part; ///< as in WholeFetch
    std::stop_source stop;
    std::shared_ptr<Told> told = std::make_shared<Told>();
    std::function<void()> onProgress = [] {}; ///< on a worker, after each report

    bool begin();
    void fetch();
    /// `trouble` happens in the middle, after the first part.
    void fetchWith(const std::function<void()> &trouble);
    bool waitForEnd();
    /// Where the parts that were asked for begin.
    [[nodiscard]] QList<qint64> offsets() const;
    /// Between two parts.
    [[nodiscard]] bool cameBetween(FakeCall call) const;
    QByteArray stored();
    bool isWhole() { return stored() == raw; }
    /// New mail comes over the connection that was there before.
    bool connectionGoesOn();
};

} // namespace inlet::test
