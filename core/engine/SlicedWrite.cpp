// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/SlicedWrite.h"

#include <algorithm>
#include <memory>

namespace inlet::engine
{

namespace
{

struct SlicedWrite : std::enable_shared_from_this<SlicedWrite> {
    store::Store &store;
    const char *name;
    qsizetype all;
    qsizetype atOnce;
    SliceWork work;
    std::function<void(const Result<qint64> &)> done;
    qint64 isNew = 0;
    qint64 newInSlice = 0; ///< counted when it is committed: a write may be run again

    SlicedWrite(store::Store &where, const char *named, qsizetype many, qsizetype some, SliceWork doing, std::function<void(const Result<qint64> &)> after)
        : store(where), name(named), all(many), atOnce(some), work(std::move(doing)), done(std::move(after))
    {
    }

    void from(qsizetype first)
    {
        if (first >= all)
            return done(isNew);
        store.write(
            name,
            [self = shared_from_this(), first](store::WriteTransaction &transaction) -> Result<void> {
                const auto found = self->work(transaction, first, std::min(self->atOnce, self->all - first));
                if (!found)
                    return found.error();
                self->newInSlice = *found;
                return {};
            },
            [self = shared_from_this(), first](const Result<void> &written) {
                if (!written)
                    return self->done(written.error());
                self->isNew += self->newInSlice;
                self->from(first + self->atOnce);
            });
    }
};

} // namespace

void writeInSlices(store::Store &store, const char *name, qsizetype all, qsizetype atOnce, SliceWork work,
    std::function<void(const Result<qint64> &)> done)
{
    std::make_shared<SlicedWrite>(store, name, all, atOnce, std::move(work), std::move(done))->from(0);
}

} // namespace inlet::engine
