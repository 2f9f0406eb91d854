// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inlet::accounts
{

/// The one button under an error.
struct NextStep {
    /// open-url, edit, retry, wait, trust-certificate, copy-note, pick-folder, provider-sign-in,
    /// unlock-keyring, sent-policy, bounces, none.
    QString kind;
    QString label;
    QString url;

    bool operator==(const NextStep &) const = default;
};

} // namespace inlet::accounts
