// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/ErrorDictionary.h"
#include "store/values/Ledger.h"

#include <chrono>

namespace inlet::outbox
{

/// What follows from an attempt that did not hand the message over.
struct Consequence {
    enum class Next { Retry, WaitForUser, Fail };
    Next next = Next::Retry;
    std::chrono::milliseconds delay{0}; ///< for Retry
    bool isNetwork = false; ///< worth another try as soon as the network is back
    QString note; ///< plain words

    bool operator==(const Consequence &) const = default;
};

struct Attempt {
    Error error;
    int code = 0; ///< of the reply that decided, 0: none
    int attempts = 1; ///< with this one
    QDateTime createdAt; ///< of the row
    QDateTime now;
};

/// 4xx: later; 5xx: failed, but for limits (the dictionary knows them); network: soon; sign-in and
/// certificate: the user. What a server has put off for two days has failed.
/// `dictionary` may be null. Pure.
[[nodiscard]] Consequence consequenceOf(const Attempt &attempt,
    const accounts::ErrorDictionary *dictionary, const accounts::ErrorContext &context);

} // namespace inlet::outbox
