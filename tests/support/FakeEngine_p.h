// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"
#include "support/Later.h"

namespace inlet::test
{

inline Error storageError()
{
    return Error{ErrorKind::Storage, QStringLiteral("disk I/O error"), {}, "database"};
}

inline Error notFound()
{
    return Error{ErrorKind::NotFound, QStringLiteral("no such entry"), {}, {}};
}

} // namespace inlet::test
