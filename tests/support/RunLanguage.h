// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resources/Resources.h"
#include "ui/Languages.h"

#include <QtGlobal>

namespace inlet::test
{

/// Tests speak English; ctest runs those that look at the window once more with INLET_TEST_LANGUAGE.
inline void setUpLanguage()
{
    initResources();
    static const auto wanted = ui::languageFrom(qEnvironmentVariable("INLET_TEST_LANGUAGE", QStringLiteral("en")));
    if (!wanted)
        qFatal("INLET_TEST_LANGUAGE is no language of Inlet");
    static const auto *const kept = *wanted == ui::Language::English ? nullptr : new ui::Translation(*wanted); // to the end of the process
    Q_UNUSED(kept)
}

} // namespace inlet::test
