// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/Resources.h"

#include <QDir>

// Outside every namespace: the macro declares what rcc defined there.
static void initAll()
{
    Q_INIT_RESOURCE(data);
    Q_INIT_RESOURCE(icons);
    Q_INIT_RESOURCE(translations);
}

void inlet::initResources()
{
    initAll();
}
