// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/SyncServerSearch.h"
#include "support/FakeClock.h"
#include "support/TestMain.h"

#include <QSignalSpy>
#include <QTest>

using namespace inlet;
using namespace inlet::engine;
using Field = imap::FindQuery::Field;
using State = MailboxSearch::State;

/// Which mailboxes are asked on the servers, what they are asked, and what is said of those that are not.
class tst_SyncServerSearch : public QObject
{
    Q_OBJECT

private:
    struct Asked {
        AccountId account;
        sync::FindOnServer how;
        std::function<void(Result<void>)> done;
    };
    struct Searches {
        GuiRelay relay;
        test::FakeClock clock;
        QList<accounts::Account> accounts;
        QHash<AccountId, MailboxStatus> statuses;
        QList<Asked> asked;
        SyncServerSearch subject{relay, clock,
            {[this] { return accounts; }, [this](AccountId id) { return statuses.value(id); },
                [this](AccountId id, const sync::FindOnServer &how, const std::function<void(Result<void>)> &done) {
                    asked.append({id, how, done});
                },
                [](AccountId, const Error &error) { return error.detail; }}};

        AccountId add(const QString &email, MailboxState state = MailboxState::Live, accounts::HistoryWindow history = accounts::HistoryWindow::Days30)
        {
            accounts::Account account;
            account.id = AccountId(accounts.size() + 1);
            account.email = email;
            account.history = history;
            accounts.append(account);
            MailboxStatus status;
            status.state = state;
            status.reason = state == MailboxState::NeedsUser ? QStringLiteral("The password was refused.") : QString();
            statuses.insert(account.id, status);
            return account.id;
        }
        void start(const QString &search, AccountId account = {})
        {
            subject.start({.scope = store::Scope::All, .account = account, .category = {}, .search = search});
        }
        MailboxSearch of(AccountId id) const
        {
            for (const MailboxSearch &one : subject.status().mailboxes) {
                if (one.account == id)
                    return one;
            }
            return {};
        }
    };

private Q_SLOTS:
    void words_becomeWhatServersUnderstand()
    {
        const QDateTime now(QDate(2026, 11, 30), QTime(12, 0), Qt::UTC);
        const auto query = findQueryOf(
            QStringLiteral("pricing from:mara to:anna subject:\"quick question\" domain:acme.io -robot is:unread company:Acme larger:2k"), now);
        using Term = imap::FindQuery::Term;
        QCOMPARE(query.terms,
            (QList<Term>{{QStringLiteral("pricing"), Field::Text}, {QStringLiteral("mara"), Field::From}, {QStringLiteral("anna"), Field::To},
                {QStringLiteral("quick question"), Field::Subject}, {QStringLiteral("acme.io"), Field::Address}, {QStringLiteral("robot"), Field::Text, true}}));
        QCOMPARE(query.larger, 2048);
        // A day more on either side: servers have zones of their own, and the list sorts out.
        const auto dates = findQueryOf(QStringLiteral("after:2025-03-10 before:2025-04-01"), now);
        QCOMPARE(dates.since, QDate(2025, 3, 9));
        QVERIFY(dates.before >= QDate(2025, 4, 2));
        QVERIFY(dates.asksForSomething());
    }

    void onlyLocalWords_askNobody()
    {
        Searches f;
        f.add(QStringLiteral("anna@sales.example"));
        for (const char *search : {"", "is:unread", "cat:interested", "cat:hiring", "Category:\"big fish\"", "-cat:hiring", "company:Acme", "-robot", "via:anna"})
            QVERIFY2(!f.subject.canAsk(QString::fromLatin1(search)), search);
        QVERIFY(f.subject.canAsk(QStringLiteral("is:unread pricing")));
        f.start(QStringLiteral("is:unread"));
        QVERIFY(f.asked.isEmpty());
    }

    void mailboxes_thatCannotBeAsked_sayWhy()
    {
        Searches f;
        const AccountId live = f.add(QStringLiteral("anna@sales.example"));
        const AccountId locked = f.add(QStringLiteral("ben@sales.example"), MailboxState::NeedsUser);
        const AccountId waiting = f.add(QStringLiteral("cleo@sales.example"), MailboxState::Waiting);
        const AccountId whole = f.add(QStringLiteral("dora@sales.example"), MailboxState::Live, accounts::HistoryWindow::All);
        const AccountId reading = f.add(QStringLiteral("emil@sales.example"), MailboxState::CatchingUp, accounts::HistoryWindow::All);
        const AccountId off = f.add(QStringLiteral("fred@sales.example"));
        f.accounts.last().enabled = false;
        f.start(QStringLiteral("pricing"));
        QCOMPARE(f.asked.size(), 2);
        QCOMPARE(f.asked.first().account, live);
        QCOMPARE(f.asked.last().account, reading);
        QCOMPARE(f.of(locked).state, State::Skipped);
        QCOMPARE(f.of(locked).reason, QStringLiteral("The password was refused."));
        QCOMPARE(f.of(waiting).state, State::Skipped);
        QVERIFY(!f.of(waiting).reason.isEmpty());
        QCOMPARE(f.of(whole).state, State::Complete);
        QVERIFY(!f.of(off).account.isValid());
        f.start(QStringLiteral("pricing"), off); // its own list: then it says why
        QCOMPARE(f.of(off).state, State::Skipped);
        f.asked.clear();
        f.start(QStringLiteral("pricing via:anna"));
        QCOMPARE(f.asked.size(), 1);
        QCOMPARE(f.subject.status().mailboxes.size(), 1);
    }

    /// Categories that the rep made are known here only.
    void ownCategory_isNoWordForServers()
    {
        const QDateTime now(QDate(2026, 11, 30), QTime(12, 0), Qt::UTC);
        const auto query = findQueryOf(QStringLiteral("cat:\"big fish\" pricing -category:hiring http:x"), now);
        using Term = imap::FindQuery::Term;
        QCOMPARE(query.terms, (QList<Term>{{QStringLiteral("pricing"), Field::Text}, {QStringLiteral("http:x"), Field::Text}}));
    }

    void tags_chooseTheMailboxes()
    {
        Searches f;
        const AccountId acme = f.add(QStringLiteral("anna@sales.example"));
        f.accounts.last().tags = QStringList{QStringLiteral("Client Acme")};
        const AccountId acmeToo = f.add(QStringLiteral("ben@sales.example"));
        f.accounts.last().tags = QStringList{QStringLiteral("client acme west"), QStringLiteral("warm")};
        const AccountId none = f.add(QStringLiteral("cleo@sales.example"));
        const auto asked = [&f](const char *search) {
            f.asked.clear();
            f.start(QString::fromLatin1(search));
            QList<AccountId> out;
            for (const Asked &one : std::as_const(f.asked))
                out.append(one.account);
            return out;
        };
        QCOMPARE(asked("pricing tag:\"client acme\""), QList<AccountId>{acme}); // whole, because one has it
        QCOMPARE(asked("pricing tag:client"), (QList<AccountId>{acme, acmeToo}));
        QCOMPARE(asked("pricing tag:client -tag:WARM"), QList<AccountId>{acme});
        QCOMPARE(asked("pricing -tag:client"), QList<AccountId>{none});
        QCOMPARE(asked("pricing tag:nobody"), QList<AccountId>());
    }

    void progressAndEnd_areTold_ofTheLastSearchOnly()
    {
        Searches f;
        const AccountId anna = f.add(QStringLiteral("anna@sales.example"));
        const AccountId ben = f.add(QStringLiteral("ben@sales.example"));
        QSignalSpy told(&f.subject, &ServerSearch::changed);
        f.start(QStringLiteral("old"));
        f.start(QStringLiteral("pricing"));
        QCOMPARE(f.asked.size(), 4);
        QVERIFY(f.asked.at(0).how.stop.stop_requested());
        f.asked.at(0).how.progress({5, 10, 1, false, false});
        f.asked.at(2).how.progress({20, 40, 2, true, true});
        QTRY_COMPARE(f.of(anna).state, State::Searching);
        QCOMPARE(f.of(anna).looked, 20);
        QCOMPARE(f.of(anna).fetched, 2);
        QVERIFY(f.of(anna).more);
        QVERIFY(!f.of(anna).reason.isEmpty());
        f.asked.at(2).done({});
        f.asked.at(3).done(Error{ErrorKind::Network, QStringLiteral("The line broke."), {}, {}});
        QTRY_VERIFY(!f.subject.status().running);
        QCOMPARE(f.of(anna).state, State::Done);
        QCOMPARE(f.of(ben).state, State::Failed);
        QCOMPARE(f.of(ben).reason, QStringLiteral("The line broke."));
        QTRY_VERIFY(told.size() >= 1);
    }

    void stopped_saysSo_andWhatComesLaterDoesNotCount()
    {
        Searches f;
        const AccountId anna = f.add(QStringLiteral("anna@sales.example"));
        f.start(QStringLiteral("pricing"));
        f.subject.stop();
        QVERIFY(f.asked.first().how.stop.stop_requested());
        QVERIFY(!f.subject.status().running);
        QCOMPARE(f.of(anna).state, State::Stopped);
        f.asked.first().how.progress({20, 40, 2, false, false}); // of the command that was under way
        f.asked.first().done(Error{ErrorKind::Cancelled, QStringLiteral("called off"), {}, {}});
        QTRY_COMPARE(f.of(anna).fetched, 2);
        QCOMPARE(f.of(anna).state, State::Stopped);
    }
};

INLET_TEST(tst_SyncServerSearch)
#include "tst_SyncServerSearch.moc"
