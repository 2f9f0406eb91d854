// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Migrations.h"

#include "base/Log.h"
#include "store/Resources_p.h"
#include "store/sqlite/Connection.h"

#include <QCoreApplication>
#include <QFile>

#include <array>

// Outside of any namespace, as Qt demands.
static void initResourcesOfThisLibrary()
{
    Q_INIT_RESOURCE(store);
}

namespace inlet::store
{

void initStoreResources()
{
    initResourcesOfThisLibrary();
}

namespace
{

constexpr std::array kMigrations = {"0001_initial.sql", "0002_triage.sql", "0003_unindexed.sql",
    "0004_folder_choices.sql", "0005_unclaimed_bounces.sql", "0006_gmail_labels.sql",
    "0007_own_mail_by_time.sql", "0008_mute.sql", "0009_folders.sql",
    "0010_saved_views.sql", "0011_leads.sql", "0012_taken_off.sql",
    "0013_kinds.sql", "0014_own_categories.sql", "0015_labels.sql",
    "0016_account_tags.sql", "0017_large_messages.sql"};

QByteArray readMigration(const char *name)
{
    QFile file(QStringLiteral(":/inlet/store/migrations/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        throw StoreError(Error{ErrorKind::Bug, QStringLiteral("no migration ") + file.fileName(), {}, {}});
    return file.readAll();
}

void applyStep(Connection &db, int version)
{
    db.exec("BEGIN IMMEDIATE");
    try {
        // Another process may have been faster.
        if (db.number("SELECT user_version FROM pragma_user_version", 0) >= version) {
            db.exec("ROLLBACK");
            return;
        }
        db.exec(readMigration(kMigrations.at(size_t(version - 1))).constData());
        db.exec(("PRAGMA user_version = " + std::to_string(version)).c_str());
        db.exec("COMMIT");
        qCInfo(lcStore) << "database brought to version" << version;
    } catch (...) {
        if (db.inTransaction())
            db.exec("ROLLBACK");
        throw;
    }
}

} // namespace

int schemaVersion()
{
    return int(kMigrations.size());
}

int requireKnownVersion(Connection &db)
{
    const qint64 found = db.number("SELECT user_version FROM pragma_user_version", 0);
    if (found > schemaVersion() || found < 0) {
        throw StoreError(Error{ErrorKind::Storage,
            QCoreApplication::translate("Store", "The database is from a newer Inlet (version %1, this one knows %2). Start that one.").arg(found).arg(schemaVersion()), {},
            "database-newer"});
    }
    return int(found);
}

void migrate(Connection &db)
{
    initStoreResources();
    const int found = requireKnownVersion(db);
    for (int version = found + 1; version <= schemaVersion(); ++version)
        applyStep(db, version);
}

} // namespace inlet::store
