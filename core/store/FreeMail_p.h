// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inlet::store
{

/// Everybody can have an address there, so the domain says nothing about a company. Lower-case.
[[nodiscard]] bool isFreeMailDomain(const QString &domain);

} // namespace inlet::store
