// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "support/TestMain.h"

#include <sqlite3.h>

#include <atomic>

using namespace inlet;
using namespace inlet::store;
using namespace inlet::test;

namespace
{

std::atomic<bool> endIsInterrupted = false; ///< the next end of a read

int authorize(void *db, int action, const char *what, const char *, const char *, const char *)
{
    if (action == SQLITE_TRANSACTION && qstrcmp(what, "ROLLBACK") == 0 && endIsInterrupted.exchange(false))
        sqlite3_interrupt(static_cast<sqlite3 *>(db));
    return SQLITE_OK;
}

int watch(sqlite3 *db, char **, const void *)
{
    return sqlite3_set_authorizer(db, authorize, db);
}

} // namespace

class tst_ReadSnapshots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A newer read interrupts the one before; where that has just ended, it hits the end of its snapshot.
    void interruptAtTheEnd_leavesNothingOldToTheNextRead()
    {
        const auto extension = reinterpret_cast<void (*)()>(watch);
        QCOMPARE(sqlite3_auto_extension(extension), SQLITE_OK);
        StoreFixture f;
        const auto mailboxes = [&f] { return f.read([](ReadSession &session) { return session.accounts()->size(); }); };
        endIsInterrupted = true;
        QCOMPARE(mailboxes(), 2);
        QVERIFY(!endIsInterrupted);
        f.change([](WriteTransaction &write) -> Result<void> {
            accounts::Account third;
            third.email = QStringLiteral("carla@us.test");
            const auto id = write.addAccount(third);
            return id ? Result<void>() : id.error();
        });
        QCOMPARE(mailboxes(), 3);
        sqlite3_cancel_auto_extension(extension);
    }
};

INLET_TEST(tst_ReadSnapshots)
#include "tst_ReadSnapshots.moc"
