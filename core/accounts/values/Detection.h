// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"

#include <QList>
#include <QString>

namespace inlet::accounts
{

/// What the detection of an address came to.
struct Detection {
    Account account; ///< filled with the best guess
    QString providerName; ///< "Google", empty: unknown
    QString howWeKnow; ///< one sentence
    bool certain = false; ///< false: show the full form
    bool needsAppPassword = false;
    bool prefersOAuth = false; ///< the provider's own sign-in is the recommended way
    bool passwordRefused = false; ///< passwords do not work there at all
    QString appPasswordUrl;
    QString helpUrl;
    QString note; ///< what has to be switched on first
    /// Further servers that were offered, best first, for when the first one does not answer.
    QList<ServerEndpoint> imapAlternatives;
    QList<ServerEndpoint> smtpAlternatives;

    bool operator==(const Detection &) const = default;
};

} // namespace inlet::accounts
