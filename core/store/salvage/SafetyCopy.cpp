// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvage/SafetyCopy.h"

#include "store/DatabaseFile.h"
#include "store/Migrations.h"
#include "store/salvage/CarryOver.h"
#include "store/salvage/Rebuild.h"

namespace inlet::store
{

QString safetyCopyIn(const QString &dir)
{
    return dir + QStringLiteral("/inlet-safety.db");
}

bool writeSafetyCopy(const QString &dir)
{
    const QString path = safetyCopyIn(dir) + QStringLiteral(".new");
    removeDatabase(path);
    createPrivately(path);
    {
        Connection source(databaseIn(dir), Connection::Mode::ReadOnly);
        Connection copy(path, Connection::Mode::ReadWrite);
        prepareThrowaway(copy);
        migrate(copy);
        source.exec("BEGIN");
        CarryOver carry(source.handle(), copy);
        carry.carryRows();
        carry.join();
        // A new database would not mend a single damaged message.
        if (!carry.readEverything())
            return false;
    }
    putInPlace(path, safetyCopyIn(dir));
    return true;
}

} // namespace inlet::store
