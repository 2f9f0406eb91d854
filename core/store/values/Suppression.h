// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace inlet::store
{

/// Who or what put an entry on the do-not-contact list. Stored as number: append, never reorder.
enum class SuppressionSource {
    Rep, ///< by hand
    Bounce, ///< a report said that the address is dead
    Refusal, ///< a server said so while we were sending
    OptOut, ///< they asked, and the rep agreed (category Do not contact)
    Import,
};
[[nodiscard]] QString nameOf(SuppressionSource source); ///< "rep", "bounce", "refusal", "opt-out", "import"
[[nodiscard]] std::optional<SuppressionSource> suppressionSourceFromName(const QString &name);

/// One entry: nothing that goes to this address, or to any address at or below this domain, leaves
/// Inlet, from whatever mailbox.
struct Suppression {
    QString pattern; ///< "jo@acme.test" or "acme.test"; lower-case, domains in their ASCII form
    QString reason; ///< words for the rep
    SuppressionSource source = SuppressionSource::Rep;
    QString messageId; ///< header of the message that is the reason; empty: none
    QDateTime at;

    bool operator==(const Suppression &) const = default;
    [[nodiscard]] bool isDomain() const { return !pattern.contains(QLatin1Char('@')); }
};

/// What was typed or imported as a pattern: trimmed, lower-case, without "@" before a domain,
/// international domains in ASCII form (RFC 5891). Empty where it is neither address nor domain.
[[nodiscard]] QString suppressionPattern(const QString &typed);

/// Everybody can have an address there, so the domain says nothing about a company, and it is never
/// suppressed as a whole. Lower-case.
[[nodiscard]] bool isFreeMailDomain(const QString &domain);

} // namespace inlet::store
