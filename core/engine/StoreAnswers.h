// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/GuiRelay.h"
#include "store/Store.h"

#include <memory>
#include <optional>
#include <type_traits>

namespace inlet::engine
{

/// Queues the write; `answer` gets what `work` made, on the GUI thread and only while `context` lives. `then`, where given,
/// runs there after it, whether it worked or not. `relay` outlives what the store does (Store::settle()). Thread: GUI.
template <typename T>
void writeAndAnswer(store::Store &store, GuiRelay &relay, const char *name, QObject *context,
    std::function<void(const Result<T> &)> answer, std::function<Result<T>(store::WriteTransaction &)> work, std::function<void()> then = {})
{
    const auto reply = relay.answer<Result<T>>(context, std::move(answer));
    const auto finish = [&relay, then = std::move(then)] {
        if (then)
            relay.post(then);
    };
    if constexpr (std::is_void_v<T>) {
        store.write(name, std::move(work), [reply, finish](const Result<void> &done) {
            reply(done);
            finish();
        });
    } else {
        const auto made = std::make_shared<std::optional<T>>();
        store.write(
            name,
            [made, work = std::move(work)](store::WriteTransaction &transaction) -> Result<void> {
                auto value = work(transaction);
                if (!value)
                    return value.error();
                made->emplace(*std::move(value));
                return {};
            },
            [made, reply, finish](const Result<void> &done) {
                reply(done ? Result<T>(**made) : Result<T>(done.error()));
                finish();
            });
    }
}

} // namespace inlet::engine
