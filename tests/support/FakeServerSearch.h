// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ServerSearch.h"

namespace inlet::test
{

/// Records what is looked for; a test says how it goes on.
class FakeServerSearch : public engine::ServerSearch
{
    Q_OBJECT

public:
    QList<store::ListQuery> started;
    int stops = 0;
    bool canAskAnything = true;
    engine::ServerSearchStatus now;

    [[nodiscard]] bool canAsk(const QString &) const override { return canAskAnything; }
    void start(const store::ListQuery &query) override
    {
        started.append(query);
        set({query, true, {}});
    }
    void stop() override { ++stops; }
    [[nodiscard]] engine::ServerSearchStatus status() const override { return now; }

    void set(const engine::ServerSearchStatus &status)
    {
        now = status;
        Q_EMIT changed();
    }
};

} // namespace inlet::test
