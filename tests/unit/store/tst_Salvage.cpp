// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "store/salvage/DamagedTable.h"
#include "store/salvage/LogCheck.h"
#include "store/salvage/SafetyCopy.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

using namespace inlet;
using namespace inlet::store;
using inlet::test::MailBuilder;
using inlet::test::StoreFixture;

namespace
{

constexpr int kPage = 8192;
constexpr int kProspects = 60;
const QDateTime kFar = QDateTime(QDate(2090, 1, 1), QTime(9, 0), Qt::UTC);

/// What the servers have: our mail to each prospect, the answer, and a newsletter.
QList<IncomingMessage> mailOf(FolderId inbox, FolderId sent)
{
    QList<IncomingMessage> mails;
    for (int i = 1; i <= kProspects; ++i) {
        const QByteArray who = "p" + QByteArray::number(i) + "@acme.test";
        const QByteArray out = "out" + QByteArray::number(i) + "@us.test";
        mails.append(MailBuilder(out.constData()).from("anna@us.test").to(who.constData()).own().seen().minute(i)
                         .text(QStringLiteral("offer %1 ").arg(i).repeated(60)).in(sent, quint32(i)));
        mails.append(MailBuilder(QStringLiteral("in%1@acme.test").arg(i)).from(who.constData()).to("anna@us.test")
                         .inReplyTo(out.constData()).minute(100 + i).text(QStringLiteral("answer %1 ").arg(i).repeated(60))
                         .in(inbox, quint32(i)));
    }
    return mails;
}

/// A profile at work: mail, and one of everything that no server has.
class Damaged
{
public:
    enum class Leave { Closed, Open };
    explicit Damaged(Leave leave = Leave::Closed)
    {
        f.ingest(mailOf(f.anna.inbox, f.anna.sent));
        const QList<ConversationRow> all = f.list(Scope::All);
        for (const ConversationRow &row : all)
            ids.insert(row.prospectAddress, row.id);
        f.apply(TriageVerb::SetCategory, of(1), Category::Interested);
        f.apply(TriageVerb::Snooze, of(2), Category::Unsorted, kFar);
        f.apply(TriageVerb::Remind, of(3), Category::Unsorted, kFar);
        f.apply(TriageVerb::Archive, of(4));
        f.apply(TriageVerb::SortAway, of(6), Category::NotInterested);
        f.change([&](WriteTransaction &t) { return t.setNote(of(5), QStringLiteral("call on Monday")); });
        f.change([&](WriteTransaction &t) { return t.suppress(QStringLiteral("rival.test"), QStringLiteral("competitor")); });
        f.change([&](WriteTransaction &t) -> Result<void> {
            const auto rule = t.addRule({{}, Rule::Field::Domain, QStringLiteral("lists.test"), Category::NotInterested, {}});
            return rule ? Result<void>() : Result<void>(rule.error());
        });
        f.change([&](WriteTransaction &t) -> Result<void> {
            Draft draft;
            draft.account = f.anna.id;
            draft.conversation = of(6);
            draft.text = QStringLiteral("Ten a month.");
            draft.files = {{QStringLiteral("a.txt"), "text/plain", "octets"}};
            const auto id = t.saveDraft(draft);
            return id ? Result<void>() : Result<void>(id.error());
        });
        for (const LedgerState state : {LedgerState::Queued, LedgerState::Sending, LedgerState::Sent})
            send(state);
        if (leave == Leave::Closed)
            f.subject.reset();
    }

    [[nodiscard]] ConversationId of(int prospect) const { return ids.value(QStringLiteral("p%1@acme.test").arg(prospect)); }
    [[nodiscard]] QString database() const { return f.dir.path() + QStringLiteral("/profile/inlet.db"); }
    [[nodiscard]] QString copy() const { return f.dir.path() + QStringLiteral("/profile/inlet-safety.db"); }
    [[nodiscard]] QByteArray contentOfCopy() const
    {
        QFile file(copy());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void setContentOfCopy(const QByteArray &octets) const
    {
        QFile file(copy());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(octets), octets.size());
    }
    [[nodiscard]] qint64 pages() const { return QFileInfo(database()).size() / kPage; }

    void overwrite(qint64 at, const QByteArray &octets, const char *end = "") const
    {
        QFile file(database() + QLatin1String(end));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(at));
        QCOMPARE(file.write(octets), octets.size());
    }
    /// Garbage over all pages of a table or an index.
    void destroy(const char *name) const
    {
        QList<qint64> pages;
        {
            SQLite::Database db(database().toStdString());
            SQLite::Statement q(db, "SELECT pageno FROM dbstat WHERE name = ?");
            q.bind(1, name);
            while (q.executeStep())
                pages.append(q.getColumn(0).getInt64());
        }
        QVERIFY(!pages.isEmpty());
        for (const qint64 page : std::as_const(pages))
            overwrite((page - 1) * kPage, QByteArray(kPage, '\xa5'));
    }
    bool open()
    {
        auto opened = openStore(f.dir.path() + QStringLiteral("/profile"), OnDamage::Rebuild);
        if (!opened) {
            qWarning("%s", qPrintable(opened.error().detail));
            return false;
        }
        f.subject = std::move(*opened);
        f.subject->observe([this](const ChangeSet &changes) { f.lastChanges.merge(changes); });
        return true;
    }
    [[nodiscard]] std::optional<SalvageReport> report()
    {
        return f.read([](ReadSession &session) { return session.salvageReport().value_or(std::nullopt); });
    }
    /// As sync does after the replacement.
    void fetchAgain()
    {
        const QList<StoredFolder> folders = f.read([&](ReadSession &session) { return *session.folders(f.anna.id); });
        QVERIFY(folders.size() >= 2);
        for (const StoredFolder &folder : folders)
            QCOMPARE(folder.uidValidity, UidValidity());
        f.ingest(mailOf(folders.at(0).id, folders.at(1).id));
    }
    /// Empty, or what is missing of the decisions.
    [[nodiscard]] QString missing()
    {
        QStringList out;
        const auto expect = [&out](bool there, const char *what) {
            if (!there)
                out.append(QLatin1String(what));
        };
        f.subject->readHere([&](ReadSession &session) {
            const auto rows = session.rows({of(1), of(2), of(3), of(4), of(5), of(6)}, {.scope = Scope::All});
            expect(rows && rows->size() == 6, "conversations");
            if (!rows || rows->size() != 6)
                return;
            expect(rows->at(0).category == Category::Interested && rows->at(0).categorySource == CategorySource::Manual, "category");
            expect(rows->at(0).messages == 2, "mails of the conversation");
            expect(rows->at(5).category == Category::NotInterested && rows->at(5).archived, "category that clears the row");
            expect(rows->at(1).snoozedUntil == kFar, "snooze");
            expect(rows->at(2).remindAt == kFar, "reminder");
            expect(session.lead(of(5)).value_or(LeadInfo()).note == QLatin1String("call on Monday"), "note");
            expect(session.isSuppressed(QStringLiteral("any@rival.test")).value_or(false), "do not contact");
            expect(session.rules().value_or(QList<Rule>()).size() == 1, "rule");
            const auto drafts = session.drafts();
            expect(drafts && drafts->size() == 1 && session.draft(drafts->first().id)->files.size() == 1, "draft");
            expect(session.operationCount().value_or(0) > 0, "operations");
            QList<LedgerState> states;
            for (const LedgerRow &row : session.ledger(10).value_or(QList<LedgerRow>()))
                states.prepend(row.state);
            expect(states == QList{LedgerState::Queued, LedgerState::Unknown, LedgerState::Sent}, "ledger");
            expect(!session.history(of(1), 10).value_or(QList<DecisionRecord>()).isEmpty(), "history");
        });
        return out.join(QStringLiteral(", "));
    }

    StoreFixture f;
    QHash<QString, ConversationId> ids;

private:
    void send(LedgerState state)
    {
        f.change([&](WriteTransaction &t) -> Result<void> {
            LedgerRow row;
            row.account = f.anna.id;
            row.messageId = QStringLiteral("l%1@us.test").arg(int(state));
            row.recipients = {QStringLiteral("p7@acme.test")};
            row.state = state;
            row.dueAt = kFar;
            const auto id = t.addLedger(row, "bytes");
            return id ? Result<void>() : Result<void>(id.error());
        });
    }
};

QByteArray garbage(qsizetype octets)
{
    return QByteArray(octets, '\xa5');
}

} // namespace

class tst_Salvage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Hundreds of databases are made and put on the disk; no power is cut here.
        if (QFileInfo(QStringLiteral("/dev/shm")).isWritable())
            qputenv("TMPDIR", "/dev/shm");
    }

    void soundDatabase_isLeftAlone()
    {
        Damaged d;
        QVERIFY(d.open());
        QVERIFY(!d.report());
        QCOMPARE(QDir(d.f.dir.path() + QStringLiteral("/profile")).entryList({QStringLiteral("*damaged*")}).size(), 0);
    }

    void header_isMended_andNothingIsLost_data()
    {
        QTest::addColumn<int>("octets");
        QTest::newRow("magic") << 16;
        QTest::newRow("header") << 100;
        QTest::newRow("header and root of the schema") << 2000;
        QTest::newRow("first page") << kPage;
    }
    void header_isMended_andNothingIsLost()
    {
        QFETCH(int, octets);
        Damaged d;
        d.overwrite(0, garbage(octets));
        QVERIFY(d.open());
        const auto report = d.report();
        QVERIFY(report);
        QVERIFY2(report->incomplete.isEmpty(), qPrintable(report->incomplete.join(QLatin1Char(','))));
        QVERIFY(QFileInfo::exists(report->oldFile));
        QVERIFY(QFileInfo(report->oldFile).fileName().startsWith(QStringLiteral("inlet-damaged-20")));
        QCOMPARE(report->mailboxes, 2);
        QCOMPARE(report->uncertain, 1);
        d.fetchAgain();
        QCOMPARE(d.missing(), QString());
        QCOMPARE(d.f.everything().size(), kProspects);
        QCOMPARE(d.f.inconsistency(), QString());
    }

    /// Each page in turn: what is lost is named, what is not named is there.
    void anyPage_losesWhatTheReportNames_andNoMore()
    {
        Damaged d;
        QFile file(d.database());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray sound = file.readAll();
        file.close();
        const qint64 pages = d.pages();
        int whole = 0;
        for (qint64 page = 1; page < pages; ++page) {
            QByteArray broken = sound;
            broken.replace(page * kPage, kPage, garbage(kPage));
            broken.replace(0, 16, garbage(16)); // so that the damage is seen at once
            d.f.subject.reset();
            QFile::remove(d.copy());
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(broken);
            file.close();
            QVERIFY2(d.open(), qPrintable(QString::number(page)));
            const auto report = d.report();
            QVERIFY(report);
            for (const LedgerRow &row : d.f.read([](ReadSession &s) { return *s.ledger(10); }))
                QVERIFY(row.state != LedgerState::Sending);
            if (!report->incomplete.isEmpty())
                continue;
            ++whole;
            d.fetchAgain();
            QVERIFY2(d.missing().isEmpty(), qPrintable(QStringLiteral("page %1: %2").arg(page).arg(d.missing())));
            QCOMPARE(d.f.inconsistency(), QString());
        }
        qInfo() << whole << "of" << pages - 1 << "pages can go without a loss";
        QVERIFY(whole > pages / 2);
    }

    void rowsAroundSeveralHoles_areRead_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("counted") << QStringLiteral("i");
        QTest::newRow("hashes") << QStringLiteral("(i * 7919 % 10007 - 5000) * 1000000000000003");
    }
    void rowsAroundSeveralHoles_areRead()
    {
        QFETCH(QString, id);
        constexpr int kRows = 10000;
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("holes.db"));
        QHash<qint64, int> rowsOnPage;
        QList<qint64> leaves;
        {
            SQLite::Database db(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            db.exec("CREATE TABLE t (id INTEGER PRIMARY KEY, words TEXT); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                    "WHERE i < 10000) INSERT INTO t SELECT "
                + id.toStdString() + ", 'words of a row' FROM n");
            SQLite::Statement q(db, "SELECT pageno, ncell FROM dbstat WHERE name = 't' AND pagetype = 'leaf' ORDER BY path");
            while (q.executeStep()) {
                leaves.append(q.getColumn(0).getInt64());
                rowsOnPage.insert(leaves.last(), q.getColumn(1).getInt());
            }
        }
        QVERIFY(leaves.size() > 30);
        int lost = 0;
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (const qsizetype hole : {qsizetype(0), qsizetype(5), qsizetype(6), leaves.size() / 2, leaves.size() - 1}) {
            QVERIFY(file.seek((leaves.at(hole) - 1) * 4096));
            file.write(QByteArray(4096, '\xa5'));
            lost += rowsOnPage.value(leaves.at(hole));
        }
        file.close();
        SQLite::Database db(path.toStdString());
        QSet<qint64> read;
        DamagedTable subject(db.getHandle(), "t", "id, words", "1");
        QVERIFY(!subject.readByRowId([&](sqlite3_stmt *row) { read.insert(sqlite3_column_int64(row, 0)); }));
        QCOMPARE(read.size(), kRows - lost);
    }

    /// Persons, and the history of decisions, know enough to make the rows anew.
    void lostConversations_areDecidedAgain()
    {
        Damaged d;
        d.destroy("conversations");
        d.overwrite(0, garbage(16));
        QVERIFY(d.open());
        QCOMPARE(d.report()->incomplete, QStringList{QStringLiteral("what you decided about conversations")});
        d.fetchAgain();
        QCOMPARE(d.missing(), QString());
        QCOMPARE(d.f.everything().size(), kProspects);
        QCOMPARE(d.f.inconsistency(), QString());
    }

    /// Who only reads may not replace the database: the next who may does, but not another one in its place.
    void damageMetByAReader_isKeptInMind_forThisDatabaseOnly()
    {
        Damaged d;
        d.destroy("contents");
        const QString profile = d.f.dir.path() + QStringLiteral("/profile");
        const auto readThere = [&] {
            const auto reader = openStore(profile, OnDamage::Refuse);
            QVERIFY(reader);
            (*reader)->readHere([](ReadSession &session) { QVERIFY(!session.raw(StoredMessageId(1))); });
        };
        readThere();
        QVERIFY(QFile::exists(profile + QStringLiteral("/inlet.damaged")));
        QVERIFY(d.open());
        QVERIFY(d.report());
        QVERIFY(!QFile::exists(profile + QStringLiteral("/inlet.damaged")));
        d.f.subject.reset();
        QFile mark(profile + QStringLiteral("/inlet.damaged"));
        QVERIFY(mark.open(QIODevice::WriteOnly) && mark.write("1:1") > 0);
        mark.close();
        QVERIFY(d.open());
        QCOMPARE(QDir(profile).entryList({QStringLiteral("inlet-damaged-*.db")}).size(), 1);
    }

    void truncated_keepsWhatIsThere()
    {
        Damaged d;
        QVERIFY(QFile::resize(d.database(), (d.pages() - 20) * kPage + 100));
        QVERIFY(d.open());
        QVERIFY(d.report());
        QCOMPARE(d.report()->mailboxes, 2);
        d.fetchAgain();
        QCOMPARE(d.f.everything().size(), kProspects);
        QCOMPARE(d.f.inconsistency(), QString());
    }

    /// Nothing can be read any more: the copy that is kept beside the database knows it all.
    void zeroOctets_isReadFromTheSafetyCopy_data()
    {
        QTest::addColumn<bool>("all");
        QTest::newRow("no octets") << false;
        QTest::newRow("garbage only") << true;
    }
    void zeroOctets_isReadFromTheSafetyCopy()
    {
        QFETCH(bool, all);
        Damaged d;
        QVERIFY(d.open());
        d.f.subject.reset(); // writes the copy
        QVERIFY(QFileInfo(d.copy()).size() > 0);
        if (all)
            d.overwrite(0, garbage(QFileInfo(d.database()).size()));
        else
            QVERIFY(QFile::resize(d.database(), 0));
        QVERIFY(d.open());
        const auto report = d.report();
        QVERIFY(report && report->fromCopy);
        QCOMPARE(report->mailboxes, 2);
        d.fetchAgain();
        // What waited then may have left since.
        QCOMPARE(d.missing(), QStringLiteral("ledger"));
        for (const LedgerRow &row : d.f.read([](ReadSession &s) { return *s.ledger(10); }))
            QVERIFY(row.state == LedgerState::Unknown || row.state == LedgerState::Sent);
        QCOMPARE(d.f.everything().size(), kProspects);
        QCOMPARE(d.f.inconsistency(), QString());
    }

    void oneLostTable_comesFromTheCopy_theOthersAreNewer()
    {
        Damaged d;
        QVERIFY(d.open());
        d.f.subject.reset();
        const QByteArray before = d.contentOfCopy();
        QVERIFY(d.open());
        d.f.change([&](WriteTransaction &t) { return t.setNote(d.of(5), QStringLiteral("newer than the copy")); });
        d.f.change([&](WriteTransaction &t) { return t.removeDraft(t.drafts()->first().id); });
        d.f.subject.reset();
        d.setContentOfCopy(before);
        d.destroy("suppressions");
        d.overwrite(0, garbage(16));
        QVERIFY(d.open());
        QCOMPARE(d.report()->incomplete, QStringList{QStringLiteral("the do-not-contact list")});
        QVERIFY(d.f.read([](ReadSession &s) { return *s.isSuppressed(QStringLiteral("any@rival.test")); }));
        QCOMPARE(d.f.read([&](ReadSession &s) { return s.lead(d.of(5))->note; }), QStringLiteral("newer than the copy"));
        QVERIFY(d.f.read([](ReadSession &s) { return s.drafts()->isEmpty(); }));
    }

    void oneBadAttachment_takesNoOtherWithIt()
    {
        Damaged d;
        QVERIFY(d.open());
        for (const char *name : {"one", "two", "three"}) {
            d.f.change([&](WriteTransaction &t) -> Result<void> {
                Draft draft;
                draft.account = d.f.anna.id;
                draft.files = {{QString::fromLatin1(name), "text/plain", QByteArray(7000, name[0])}};
                const auto id = t.saveDraft(draft);
                return id ? Result<void>() : Result<void>(id.error());
            });
        }
        d.f.subject.reset();
        QFile::remove(d.copy());
        QFile file(d.database());
        QVERIFY(file.open(QIODevice::ReadWrite));
        // A leaf of the table, in the middle: each holds one attachment.
        const qint64 at = file.readAll().indexOf("twotext/plain");
        QVERIFY(at > 0);
        file.close();
        d.overwrite(at / kPage * kPage, garbage(kPage));
        d.overwrite(0, garbage(16));
        QVERIFY(d.open());
        QCOMPARE(d.report()->incomplete, QStringList{QStringLiteral("drafts")});
        QStringList names;
        d.f.subject->readHere([&](ReadSession &session) {
            const QList<Draft> drafts = *session.drafts();
            for (const Draft &draft : drafts) {
                for (const Draft::File &kept : draft.files)
                    names.append(kept.name);
            }
        });
        names.sort();
        QCOMPARE(names, (QStringList{QStringLiteral("a.txt"), QStringLiteral("one"), QStringLiteral("three")}));
    }

    void damagedDatabase_neverReplacesTheCopy()
    {
        Damaged d;
        QVERIFY(d.open());
        d.f.subject.reset();
        const QByteArray before = d.contentOfCopy();
        d.destroy("suppressions");
        QVERIFY(!writeSafetyCopy(d.f.dir.path() + QStringLiteral("/profile")));
        QCOMPARE(d.contentOfCopy(), before);
    }

    void zeroOctets_isNotTakenForAFirstStart()
    {
        Damaged d;
        QVERIFY(QFile::resize(d.database(), 0));
        QVERIFY(!openStore(d.f.dir.path() + QStringLiteral("/profile"))); // who is not alone leaves it
        QVERIFY(d.open());
        const auto report = d.report();
        QVERIFY(report);
        QCOMPARE(report->mailboxes, 0);
        QVERIFY(report->incomplete.contains(QStringLiteral("mailboxes")));
        QVERIFY(report->incomplete.contains(QStringLiteral("what you decided about conversations")));
    }

    /// A profile that was killed: the newest commits are in the log alone.
    void garbageInTheLog_neverBringsAnOlderLedgerBack_data()
    {
        QTest::addColumn<qint64>("at");
        QTest::newRow("its header") << qint64(4);
        QTest::newRow("its first frame") << qint64(32 + 24 + 100);
    }
    void garbageInTheLog_neverBringsAnOlderLedgerBack()
    {
        QFETCH(qint64, at);
        Damaged d;
        copyOfALiveProfile(d);
        QVERIFY(QFileInfo(d.database() + QStringLiteral("-wal")).size() > 3 * kPage);
        QVERIFY(!losesCommits(d.database() + QStringLiteral("-wal")));
        d.overwrite(at, garbage(64), "-wal");
        QVERIFY(losesCommits(d.database() + QStringLiteral("-wal")));
        QVERIFY(d.open());
        const auto report = d.report();
        QVERIFY(report && report->newestLost);
        // In the old state it waits; in truth it has left.
        const auto ledger = d.f.read([](ReadSession &s) { return *s.ledger(10); });
        QCOMPARE(ledger.size(), 3);
        for (const LedgerRow &row : ledger)
            QVERIFY(row.state == LedgerState::Unknown || row.state == LedgerState::Sent);
        QCOMPARE(report->uncertain, 2);
    }

    void tornEndOfTheLog_isNoDamage()
    {
        Damaged d;
        copyOfALiveProfile(d);
        const QString log = d.database() + QStringLiteral("-wal");
        QVERIFY(QFile::resize(log, QFileInfo(log).size() - kPage / 2));
        QVERIFY(d.open());
        QVERIFY(!d.report());
    }

    void emptyFileWithItsLog_isReadFromTheLog()
    {
        Damaged d(Damaged::Leave::Open);
        leaveAsKilled(d);
        QVERIFY(QFile::resize(d.database(), 0));
        QVERIFY(d.open());
        const auto report = d.report();
        QVERIFY(report);
        QVERIFY2(report->incomplete.isEmpty(), qPrintable(report->incomplete.join(QLatin1Char(','))));
        d.fetchAgain();
        QCOMPARE(d.missing(), QString());
    }

    /// The command that meets the damage, and everything after it, goes on in the new database.
    void damageWhileRunning_isHealed_andTheCommandIsNotLost()
    {
        Damaged d;
        d.destroy("messages_conversation");
        QVERIFY(d.open());
        QVERIFY(!d.report());
        d.f.lastChanges = {};
        d.f.change([&](WriteTransaction &t) { return t.setNote(d.of(1), QStringLiteral("after the damage")); });
        QVERIFY(d.f.lastChanges.everything);
        QVERIFY(d.report());
        QCOMPARE(d.f.read([&](ReadSession &s) { return s.lead(d.of(1)).value_or(LeadInfo()).note; }), QStringLiteral("after the damage"));
        d.fetchAgain();
        QCOMPARE(d.missing(), QString());
        QCOMPARE(d.f.inconsistency(), QString());
    }

    void damageMetByAReader_isHealed()
    {
        Damaged d;
        d.destroy("contents");
        QVERIFY(d.open());
        const auto readAll = [&] {
            bool whole = true;
            d.f.subject->readHere([&](ReadSession &session) {
                for (const ConversationId id : std::as_const(d.ids)) {
                    const auto messages = session.messages(id);
                    whole = whole && messages;
                    for (const MessageItem &message : messages.value_or(QList<MessageItem>()))
                        whole = whole && session.body(message.id);
                }
            });
            return whole;
        };
        QVERIFY(!readAll());
        QTRY_VERIFY(d.report());
        QVERIFY(readAll());
        d.fetchAgain();
        QCOMPARE(d.f.everything().size(), kProspects);
        QCOMPARE(d.f.inconsistency(), QString());
    }

    /// Killed at each step: the next start goes on, and nothing is set aside twice.
    void interruptedReplacement_isEnded_data()
    {
        QTest::addColumn<int>("step");
        for (const int step : {1, 2, 3, 4})
            QTest::addRow("after step %d", step) << step;
    }
    void interruptedReplacement_isEnded()
    {
        QFETCH(int, step);
        Damaged d;
        const QString profile = d.f.dir.path() + QStringLiteral("/profile/");
        d.overwrite(0, garbage(16));
        QFile marker(profile + QStringLiteral("inlet.rebuild"));
        QVERIFY(marker.open(QIODevice::WriteOnly));
        marker.write("inlet-damaged-x.db\n\n");
        marker.close();
        if (step >= 2)
            QVERIFY(QFile::rename(d.database(), profile + QStringLiteral("inlet-damaged-x.db")));
        if (step >= 3) {
            QFile half(d.database() + QStringLiteral(".new"));
            QVERIFY(half.open(QIODevice::WriteOnly));
            half.write("half");
        }
        if (step == 4) {
            QVERIFY(d.open()); // all but the last step
            d.f.subject.reset();
            QVERIFY(marker.open(QIODevice::WriteOnly));
            marker.write("inlet-damaged-x.db\n\n");
            marker.close();
        }
        QVERIFY(d.open());
        QVERIFY(!marker.exists());
        QCOMPARE(d.report()->oldFile, profile + QStringLiteral("inlet-damaged-x.db"));
        QCOMPARE(QDir(profile).entryList({QStringLiteral("*damaged*")}).size(), 1);
        d.fetchAgain();
        QCOMPARE(d.missing(), QString());
    }

    void report_staysUntilItWasRead()
    {
        Damaged d;
        d.overwrite(0, garbage(16));
        QVERIFY(d.open());
        const auto before = d.report();
        QVERIFY(before);
        d.f.subject.reset();
        QVERIFY(d.open());
        QCOMPARE(d.report(), before);
        d.f.change([](WriteTransaction &t) { return t.forgetSalvage(); });
        QVERIFY(!d.report());
    }

    void olderVersion_isReplacedAsWell()
    {
        QFile kept(QStringLiteral(INLET_TEST_DATA "/store/v1.db.z"));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QByteArray octets = qUncompress(kept.readAll());
        octets.replace(octets.size() - kPage, kPage, garbage(kPage));
        octets.replace(0, 16, garbage(16));
        QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("inlet.db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(octets);
        file.close();
        const auto opened = openStore(dir.path(), OnDamage::Rebuild);
        QVERIFY(opened);
        (*opened)->readHere([](ReadSession &session) {
            QVERIFY(*session.salvageReport());
            QCOMPARE(session.drafts()->size(), 1);
            QCOMPARE(session.accounts()->size(), 2);
        });
        SQLite::Database db(file.fileName().toStdString());
        SQLite::Statement q(db, "SELECT count(*) FROM conversations WHERE category = 1 AND category_source = 2");
        QVERIFY(q.executeStep());
        QCOMPARE(q.getColumn(0).getInt(), 1);
    }

    void onlyTheNewestOldFiles_areKept()
    {
        Damaged d;
        const QDir profile(QFileInfo(d.database()).path());
        for (const char *name : {"inlet-damaged-20200101-000000.db", "inlet-damaged-20200102-000000.db", "inlet-damaged-20200102-000000.db-wal"}) {
            QFile file(profile.filePath(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        d.overwrite(0, garbage(16));
        QVERIFY(d.open());
        const QStringList kept = profile.entryList({QStringLiteral("inlet-damaged-*.db")}, QDir::Files, QDir::Name);
        QCOMPARE(kept.size(), 2);
        QCOMPARE(kept.first(), QStringLiteral("inlet-damaged-20200102-000000.db"));
        QCOMPARE(profile.filePath(kept.last()), d.report()->oldFile);
    }

    void addressTakenOffTheList_staysOff_whenItsBounceComesAgain()
    {
        Damaged d;
        QVERIFY(d.open());
        const auto reportIn = [](FolderId folder) {
            IncomingMessage report = MailBuilder("b1@acme.test").from("mailer-daemon@acme.test").to("anna@us.test").minute(300)
                                         .bounceOf("out1@us.test", "p1@acme.test").in(folder, 500);
            report.verdict.bounce = triage::BounceType::Hard;
            report.verdict.bouncedRecipients = {{QStringLiteral("p1@acme.test"), triage::BounceType::Hard, "5.1.1", QStringLiteral("no such user"), {}}};
            return report;
        };
        const auto silenced = [&d] {
            return d.f.read([](ReadSession &session) { return session.isSuppressed(QStringLiteral("p1@acme.test")).value_or(false); });
        };
        d.f.ingest(reportIn(d.f.anna.inbox));
        QVERIFY(silenced());
        d.f.change([](WriteTransaction &t) { return t.unsuppress(QStringLiteral("p1@acme.test")); });
        d.f.subject.reset();
        d.overwrite(0, garbage(16));
        QVERIFY(d.open());
        const QList<StoredFolder> folders = d.f.read([&](ReadSession &session) { return *session.folders(d.f.anna.id); });
        d.f.ingest(mailOf(folders.at(0).id, folders.at(1).id));
        d.f.ingest(reportIn(folders.at(0).id));
        QVERIFY(!silenced());
        QCOMPARE(d.f.read([](ReadSession &session) { return session.bounces(QStringLiteral("p1@acme.test")); })->size(), 1);
    }

private:
    /// The ledger row that waits in the database is on its way in the log.
    static void copyOfALiveProfile(Damaged &d)
    {
        QVERIFY(d.open());
        for (int i = 0; i < 5; ++i) {
            d.f.change([&](WriteTransaction &t) -> Result<void> {
                LedgerRow row = t.ledger(10)->at(2);
                const LedgerState before = row.state;
                row.state = LedgerState::Sending;
                row.attempts = i;
                return t.updateLedger(row, before);
            });
        }
        leaveAsKilled(d);
    }

    /// The files of an open profile, as a killed program leaves them.
    static void leaveAsKilled(Damaged &d)
    {
        QTemporaryDir copies;
        const QStringList ends{QString(), QStringLiteral("-wal")};
        for (const QString &end : ends)
            QVERIFY(QFile::copy(d.database() + end, copies.filePath(QStringLiteral("copy") + end)));
        d.f.subject.reset();
        for (const QString &end : ends) {
            QFile::remove(d.database() + end);
            QVERIFY(QFile::copy(copies.filePath(QStringLiteral("copy") + end), d.database() + end));
        }
    }
};

INLET_TEST(tst_Salvage)
#include "tst_Salvage.moc"
