// SPDX-License-Identifier: GPL-3.0-or-later
#include "EngineFixture.h"
#include "secrets/FileVaultSecretStore.h"
#include "support/TestMain.h"

#include <SQLiteCpp/Database.h>

#include <QTest>

#include <algorithm>
#include <optional>

using namespace inlet;
using namespace inlet::test;

class tst_AccountChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A form knows the mailbox as it was when it was opened.
    void whatChangedMeanwhile_stays()
    {
        EngineFixture f;
        f.start();
        QTRY_COMPARE(f.engine->accounts().size(), 1);
        const accounts::Account before = f.engine->accounts().first();
        write(f, [&](accounts::Account &stored) {
            stored.tags = QStringList{QStringLiteral("team-a")};
            stored.signInRefused = true;
            stored.folderChoices.sent = "Sent Mail";
        });
        accounts::Account after = before;
        after.enabled = false;
        after.folderChoices.trash = "Bin";
        QVERIFY(update(f, before, after));
        const accounts::Account now = stored(f);
        QVERIFY(!now.enabled);
        QVERIFY(now.signInRefused);
        QCOMPARE(now.tags, QStringList{QStringLiteral("team-a")});
        QCOMPARE(now.folderChoices.sent, QByteArray("Sent Mail"));
        QCOMPARE(now.folderChoices.trash, QByteArray("Bin"));
    }

    void newPassword_endsTheRefusal()
    {
        EngineFixture f;
        f.start();
        QTRY_COMPARE(f.engine->accounts().size(), 1);
        const accounts::Account before = f.engine->accounts().first();
        write(f, [](accounts::Account &stored) { stored.signInRefused = true; });
        QVERIFY(update(f, before, before, Secret("new")));
        QVERIFY(!stored(f).signInRefused);
    }

    /// The window has not heard of the tags yet when the server refuses the sign-in.
    void refusal_isWrittenBesideWhatChangedMeanwhile()
    {
        EngineFixture f;
        f.imap.setPassword("another");
        f.imap.hold(FakeCall::Connect);
        f.start();
        QTRY_COMPARE(f.engine->accounts().size(), 1);
        QVERIFY(f.imap.waitUntilHeld(FakeCall::Connect));
        {
            const auto unheard = store::openStore(f.dir.path());
            QVERIFY(bool(unheard));
            QVERIFY(bool((*unheard)->writeAndWait("test", [&](store::WriteTransaction &transaction) -> Result<void> {
                accounts::Account tagged = *transaction.account(f.mailbox);
                tagged.tags = QStringList{QStringLiteral("team-a")};
                return transaction.updateAccount(tagged);
            })));
        }
        QVERIFY(f.engine->accounts().first().tags.isEmpty());
        f.imap.release(FakeCall::Connect);
        QTRY_VERIFY(stored(f).signInRefused);
        QCOMPARE(stored(f).tags, QStringList{QStringLiteral("team-a")});
    }

    /// The mail, the password and the work on the mailbox are as they were.
    void removal_thatTheDatabaseRefuses_losesNothing()
    {
        EngineFixture f;
        f.imap.setPassword("pw");
        SQLite::Database(f.dir.filePath(QStringLiteral("inlet.db")).toStdString(), SQLite::OPEN_READWRITE)
            .exec("CREATE TRIGGER stays BEFORE DELETE ON accounts BEGIN SELECT RAISE(ABORT, 'the disk says no'); END");
        f.start();
        QTRY_VERIFY(f.isLive());
        const Result<void> removed = remove(f);
        QVERIFY(!removed);
        QVERIFY2(removed.error().detail.startsWith(QStringLiteral("rep@sales.test was not removed")), qPrintable(removed.error().detail));
        QVERIFY(removed.error().detail.contains(QStringLiteral("the disk says no")));
        QCOMPARE(stored(f).email, f.account.email);
        f.imap.cutConnections();
        QTRY_VERIFY(f.isLive());
        QStringList sharing;
        f.engine->mailboxesWithPassword(Secret("pw"), this, [&sharing](const QStringList &emails) { sharing = emails; });
        QTRY_COMPARE(sharing, QStringList{f.account.email});
    }

    void removal_whosePasswordCannotBeDeleted_saysSo()
    {
        EngineFixture f;
        f.secrets = std::make_unique<secrets::FileVaultSecretStore>(f.dir.filePath(QStringLiteral("vault"))); // locked
        f.start();
        QTRY_COMPARE(f.engine->accounts().size(), 1);
        const Result<void> removed = remove(f);
        QVERIFY(!removed);
        QVERIFY2(removed.error().detail.startsWith(QStringLiteral("rep@sales.test is removed, but its password")), qPrintable(removed.error().detail));
        QTRY_VERIFY(f.engine->accounts().isEmpty());
    }

    /// Who asked has closed its window meanwhile.
    void removal_thatFailsBehindAClosedDialog_isANotice()
    {
        EngineFixture f;
        f.secrets = std::make_unique<secrets::FileVaultSecretStore>(f.dir.filePath(QStringLiteral("vault")));
        f.start();
        QTRY_COMPARE(f.engine->accounts().size(), 1);
        {
            QObject dialog;
            f.engine->removeAccount(f.mailbox, &dialog, [](const Result<void> &) {});
        }
        const auto isTold = [&f] {
            const QList<engine::Notice> notices = f.engine->notices();
            return std::any_of(notices.cbegin(), notices.cend(), [](const engine::Notice &notice) { return notice.text.contains(QStringLiteral("is removed, but")); });
        };
        QTRY_VERIFY(isTold());
    }

private:
    Result<void> remove(EngineFixture &f)
    {
        std::optional<Result<void>> done;
        f.engine->removeAccount(f.mailbox, this, [&done](const Result<void> &answer) { done = answer; });
        (void)QTest::qWaitFor([&] { return done.has_value(); });
        return done ? *done : Result<void>(Error{ErrorKind::Timeout, QStringLiteral("no answer"), {}, {}});
    }

    static void write(EngineFixture &f, const std::function<void(accounts::Account &)> &change)
    {
        QVERIFY(bool(f.store->writeAndWait("test", [&](store::WriteTransaction &transaction) -> Result<void> {
            auto account = transaction.account(f.mailbox);
            if (!account)
                return account.error();
            change(*account);
            return transaction.updateAccount(*account);
        })));
    }

    static accounts::Account stored(EngineFixture &f)
    {
        accounts::Account found;
        f.store->readHere([&](store::ReadSession &session) { found = session.account(f.mailbox).value_or(found); });
        return found;
    }

    bool update(EngineFixture &f, const accounts::Account &before, const accounts::Account &after, const Secret &password = {})
    {
        std::optional<bool> done;
        f.engine->updateAccount(before, after, password, this, [&done](const Result<void> &answer) { done = bool(answer); });
        return QTest::qWaitFor([&] { return done.has_value(); }) && *done;
    }
};

INLET_TEST(tst_AccountChanges)
#include "tst_AccountChanges.moc"
