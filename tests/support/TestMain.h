// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/Patience.h"

#include <QObject>

#include <functional>
#include <memory>

namespace inlet::test
{

/// Makes a test class known to the binary of its domain, which runs it by name:
///     unit_mime tst_Parser [Qt Test options]
/// One binary a domain keeps the build short; ctest still knows every class by itself.
struct Registration {
    using Make = std::function<std::unique_ptr<QObject>()>;
    Registration(const char *name, Make make);
};

} // namespace inlet::test

#define INLET_TEST(Class)                                                                          \
    static const inlet::test::Registration registration_##Class(                                  \
        #Class, [] { return std::make_unique<Class>(); });
