// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/Resources.h"

#include <QDir>

void inlet::initResources()
{
    Q_INIT_RESOURCE(data);
    Q_INIT_RESOURCE(icons);
}
