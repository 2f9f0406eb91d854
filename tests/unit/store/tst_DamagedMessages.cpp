// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "support/TestMain.h"

#include <QDir>
#include <SQLiteCpp/SQLiteCpp.h>

using namespace inlet;
using namespace inlet::store;
using inlet::test::MailBuilder;
using inlet::test::StoreFixture;

namespace
{

/// A profile with one answered mail and one message in the outbox. SQLite reads what damage() leaves
/// without an error: only who unpacks it notices.
class Profile
{
public:
    Profile()
    {
        f.ingest({mail("out@us.test", true, 1), mail("in@acme.test", false, 2)});
        conversation = f.list(Scope::All).first().id;
        const QList<MessageItem> items = f.messages(conversation);
        message = items.last().id;
        f.change([&](WriteTransaction &t) -> Result<void> {
            LedgerRow row;
            row.account = f.anna.id;
            row.messageId = QStringLiteral("queued@us.test");
            row.recipients = {QStringLiteral("bob@acme.test")};
            row.state = LedgerState::Queued;
            row.dueAt = QDateTime(QDate(2090, 1, 1), QTime(9, 0), Qt::UTC);
            const auto id = t.addLedger(row, "bytes");
            if (!id)
                return id.error();
            ledger = *id;
            return {};
        });
    }

    [[nodiscard]] QString path() const { return f.dir.path() + QStringLiteral("/profile"); }
    [[nodiscard]] IncomingMessage mail(const char *id, bool own, quint32 uid) const
    {
        MailBuilder builder(id);
        if (own)
            return builder.from("anna@us.test").to("bob@acme.test").own().minute(1).text(QStringLiteral("offer")).in(f.anna.sent, uid);
        return builder.from("bob@acme.test").to("anna@us.test").inReplyTo("out@us.test").minute(2).text(text()).in(f.anna.inbox, uid);
    }
    [[nodiscard]] static QString text() { return QStringLiteral("tell me about the heliotrope ").repeated(20); }

    void damage(const char *table)
    {
        f.subject.reset();
        SQLite::Database db((path() + QStringLiteral("/inlet.db")).toStdString(), SQLite::OPEN_READWRITE);
        QVERIFY(db.exec(std::string("UPDATE ") + table + " SET packed = substr(packed, 1, length(packed) / 2)") > 0);
    }
    void damageMails()
    {
        damage("contents");
        open();
    }
    void open()
    {
        f.subject.reset();
        auto opened = openStore(path(), OnDamage::Rebuild);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        f.subject = std::move(*opened);
    }
    /// As if pages were damaged, too.
    void replace()
    {
        f.subject.reset();
        QFile file(path() + QStringLiteral("/inlet.db"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(16, '\xa5'));
        file.close();
        open();
    }
    [[nodiscard]] qsizetype setAside() const { return QDir(path()).entryList({QStringLiteral("inlet-damaged-*.db")}).size(); }
    [[nodiscard]] LedgerRow row()
    {
        return f.read([&](ReadSession &session) { return session.ledgerRow(ledger).value_or(LedgerRow()); });
    }
    [[nodiscard]] Result<MessageBody> body(StoredMessageId id)
    {
        return f.read([&](ReadSession &session) { return session.body(id); });
    }

    StoreFixture f;
    ConversationId conversation;
    StoredMessageId message;
    LedgerId ledger;
};

} // namespace

/// One stored message that cannot be unpacked, in a database that is sound.
class tst_DamagedMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void body_isFetchedAgain_andTheDatabaseStays()
    {
        Profile p;
        p.damageMails();
        const auto body = p.body(p.message);
        QVERIFY(!body);
        QCOMPARE(body.error().cause, QByteArray("message-damaged"));
        const auto missing = [&] {
            return p.f.read([&](ReadSession &session) { return session.missingBodies(p.f.anna.id, 10)->size(); });
        };
        QTRY_COMPARE(missing(), 1);
        p.f.ingest(p.mail("in@acme.test", false, 2));
        QCOMPARE(p.body(p.message)->text.simplified(), Profile::text().simplified());
        QCOMPARE(missing(), 0);
        QVERIFY(!p.f.read([](ReadSession &session) { return session.salvageReport().value_or(std::nullopt); }));
        QCOMPARE(p.setAside(), 0);
        QCOMPARE(p.f.inconsistency(), QString());
        ListQuery query;
        query.scope = Scope::All;
        query.search = QStringLiteral("heliotrope");
        QCOMPARE(p.f.list(query).size(), 1);
    }

    void decisions_goOnWithoutTheWords()
    {
        Profile p;
        p.damageMails();
        p.f.apply(TriageVerb::SetCategory, p.conversation, Category::Interested);
        QCOMPARE(p.f.list(Scope::All).first().category, Category::Interested);
        p.f.change([&](WriteTransaction &t) { return t.removeUids(p.f.anna.inbox, {ImapUid(2)}); });
        QCOMPARE(p.setAside(), 0);
    }

    void outboxBytes_areNotCarriedOver_andNothingIsReplacedTwice()
    {
        Profile p;
        p.damage("ledger_bytes");
        p.open();
        const auto bytes = p.f.read([&](ReadSession &session) { return session.ledgerBytes(p.ledger); });
        QCOMPARE(bytes.error().cause, QByteArray("message-damaged"));
        QCOMPARE(p.setAside(), 0);
        p.replace();
        QCOMPARE(p.setAside(), 1);
        QCOMPARE(p.row().state, LedgerState::Unknown);
        QVERIFY(!p.row().note.isEmpty());
        const auto report = p.f.read([](ReadSession &session) { return session.salvageReport().value_or(std::nullopt); });
        QVERIFY(report);
        QCOMPARE(report->incomplete, QStringList{QStringLiteral("the outbox")});
        p.f.subject.reset(); // writes the copy, which knows nothing of the bytes
        p.open();
        QCOMPARE(p.setAside(), 1);
    }

    /// The copy has them whole.
    void outboxBytes_comeFromTheSafetyCopy()
    {
        Profile p;
        p.open();
        p.f.subject.reset();
        p.damage("ledger_bytes");
        p.replace();
        QCOMPARE(p.row().state, LedgerState::Queued);
        QCOMPARE(p.f.read([&](ReadSession &session) { return session.ledgerBytes(p.ledger).value_or(QByteArray()); }), QByteArray("bytes"));
    }

    /// A change that waits is not lost with the text of its mail.
    void waitingChange_isKept_andItsMailFetchedAgain()
    {
        Profile p;
        p.f.apply(TriageVerb::Archive, p.conversation);
        const auto waiting = [&] { return p.f.read([](ReadSession &session) { return *session.operationCount(); }); };
        QCOMPARE(waiting(), 1);
        p.damageMails();
        p.replace();
        QCOMPARE(waiting(), 1);
        const MessageItem item = p.f.messages(p.conversation).first();
        QVERIFY(!item.hasBody);
        QCOMPARE(p.body(item.id).error().kind, ErrorKind::NotFound); // so it is fetched when it is opened
        const auto folders = p.f.read([&](ReadSession &session) { return *session.folders(p.f.anna.id); });
        IncomingMessage again = p.mail("in@acme.test", false, 2);
        again.folder = folders.first().id;
        p.f.ingest(again);
        QCOMPARE(p.body(item.id)->text.simplified(), Profile::text().simplified());
        QCOMPARE(p.f.inconsistency(), QString());
    }
};

INLET_TEST(tst_DamagedMessages)
#include "tst_DamagedMessages.moc"
