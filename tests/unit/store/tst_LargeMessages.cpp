// SPDX-License-Identifier: GPL-3.0-or-later
// Messages whose attachments stay on the server.
#include "StoreFixture.h"

#include "mime/Mime.h"
#include "store/FetchedParts.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::store;
using namespace inlet::test;

namespace
{

constexpr qint64 kOnWire = 5'000'000;

QByteArray rawMail(const QByteArray &file, const QByteArray &id = "big@x.test")
{
    return "Message-ID: <" + id + ">\r\nFrom: <x@x.test>\r\nTo: <anna@us.test>\r\nSubject: The plan\r\nDate: Mon, 02 Mar 2026 09:00:00 +0000\r\n"
           "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee the zebra.\r\n"
           "--b\r\nContent-Type: application/pdf; name=plan.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + file + "\r\n--b--\r\n";
}

IncomingMessage parsedMail(const StoreFixture &f, const QByteArray &raw, quint32 uid)
{
    IncomingMessage message = MailBuilder("big@x.test").from("x@x.test").to("anna@us.test").in(f.anna.inbox, uid).build();
    message.raw = raw;
    message.parsed = mime::parseMessage(raw);
    message.size = 6'000'000;
    return message;
}

IncomingMessage skeleton(const StoreFixture &f, quint32 uid = 1, const QByteArray &id = "big@x.test")
{
    IncomingMessage message = parsedMail(f, rawMail({}, id), uid);
    message.isSkeleton = true;
    message.parsed.attachments.first().onServer = kOnWire;
    return message;
}

IncomingMessage whole(const StoreFixture &f)
{
    return parsedMail(f, rawMail(QByteArray("the plan").toBase64()), 1);
}

IncomingMessage header(const StoreFixture &f)
{
    const QByteArray raw = rawMail({});
    IncomingMessage message = parsedMail(f, raw.left(raw.indexOf("\r\n\r\n") + 4), 1);
    message.headerOnly = true;
    return message;
}

MessageItem only(StoreFixture &f)
{
    return f.messages(f.everything().first().id).first();
}

} // namespace

class tst_LargeMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mime::initialize(); }

    /// It is known by its header, whatever else of it is here.
    void withoutMessageId_headerAndSkeletonAreOneMessage()
    {
        StoreFixture f;
        const QByteArray raw = rawMail({}).replace("Message-ID: <big@x.test>\r\n", "");
        IncomingMessage first = parsedMail(f, raw.left(raw.indexOf("\r\n\r\n") + 4), 1);
        first.headerOnly = true;
        f.ingest(first);
        IncomingMessage second = parsedMail(f, raw, 1);
        second.folder = f.anna.archive;
        second.isSkeleton = true;
        second.parsed.attachments.first().onServer = kOnWire;
        f.ingest(second);
        QCOMPARE(f.everything().size(), 1);
        QCOMPARE(f.messages(f.everything().first().id).size(), 1);
        const StoredMessageId id = only(f).id;
        QVERIFY(only(f).hasBody);
        QCOMPARE(f.read([&](ReadSession &s) { return s.locations(id); })->size(), 2);
        QCOMPARE(f.inconsistency(), QString());
    }

    void skeleton_isReadAndFound_butIsNotTheMessage()
    {
        StoreFixture f;
        f.ingest(skeleton(f));
        const MessageItem item = only(f);
        QVERIFY(item.hasBody);
        QCOMPARE(item.preview, QStringLiteral("See the zebra."));
        QCOMPARE(item.attachments.size(), 1);
        QCOMPARE(item.attachments.first().onServer, kOnWire);
        QVERIFY(f.everything().first().hasAttachment);
        QCOMPARE(f.read([&](ReadSession &s) { return s.body(item.id); })->text.trimmed(), QStringLiteral("See the zebra."));
        QCOMPARE(f.read([&](ReadSession &s) { return s.raw(item.id); }).error().kind, ErrorKind::NotFound);
        QCOMPARE(f.read([&](ReadSession &s) { return s.part(item.id, "2"); }).error().cause, kOnServer.toByteArray());
        QCOMPARE(f.read([&](ReadSession &s) { return s.part(item.id, "1"); }).value_or(QByteArray()).trimmed(), QByteArray("See the zebra."));
        QCOMPARE(f.read([&](ReadSession &s) { return s.part(item.id, "9"); }).error().cause, kNoSuchPart.toByteArray());
        QCOMPARE(f.read([&](ReadSession &s) { return s.missingBodies(f.anna.id, 10); })->size(), 0);
        ListQuery query;
        query.search = QStringLiteral("zebra");
        query.everywhere = true;
        QCOMPARE(f.list(query).size(), 1);
        QCOMPARE(f.inconsistency(), QString());
    }

    void part_isKeptAndSurvivesARestart()
    {
        StoreFixture f;
        f.ingest(skeleton(f));
        const StoredMessageId id = only(f).id;
        QCOMPARE(f.read([&](ReadSession &s) { return s.leftPart(id, "2"); })->octets, kOnWire);
        f.change([&](WriteTransaction &t) { return t.keepPart(id, "2", "the plan"); });
        f.reopen();
        QCOMPARE(f.read([&](ReadSession &s) { return s.part(id, "2"); }).value_or(QByteArray()), QByteArray("the plan"));
        QVERIFY(!f.read([&](ReadSession &s) { return s.leftPart(id, "2"); }));
        QCOMPARE(only(f).attachments.first().onServer, 0);
        QCOMPARE(only(f).attachments.first().size, 8);
        QVERIFY(!f.read([&](ReadSession &s) { return s.raw(id); })); // its octets are not those of the server
    }

    void more_takesThePlaceOfLess_neverTheOtherWay()
    {
        StoreFixture f;
        f.ingest(header(f));
        const StoredMessageId id = only(f).id;
        QVERIFY(!only(f).hasBody);
        f.ingest(skeleton(f));
        QCOMPARE(only(f).id, id);
        QVERIFY(only(f).hasBody);
        f.ingest(header(f));
        QVERIFY(only(f).hasBody);
        f.change([&](WriteTransaction &t) { return t.keepPart(id, "2", "the plan"); });
        f.ingest(whole(f));
        QCOMPARE(f.read([&](ReadSession &s) { return s.raw(id); }).value_or(QByteArray()), whole(f).raw);
        QCOMPARE(f.read([&](ReadSession &s) { return s.part(id, "2"); }).value_or(QByteArray()), QByteArray("the plan"));
        f.ingest(skeleton(f));
        QVERIFY(f.read([&](ReadSession &s) { return s.raw(id); }));
        QCOMPARE(only(f).attachments.first().onServer, 0);
        f.change([&](WriteTransaction &t) { return t.keepPart(id, "2", "something else"); }); // came too late
        QCOMPARE(f.read([&](ReadSession &s) { return s.part(id, "2"); }).value_or(QByteArray()), QByteArray("the plan"));
        QCOMPARE(f.inconsistency(), QString());
    }

    void copyElsewhere_isTheSameMessage()
    {
        StoreFixture f;
        f.ingest(whole(f));
        IncomingMessage copy = skeleton(f, 5);
        copy.folder = f.anna.allMail;
        f.ingest(copy);
        QCOMPARE(f.everything().first().messages, 1);
        QVERIFY(f.read([&](ReadSession &s) { return s.raw(only(f).id); }));
    }

    void whatWasNotUsedForLongest_makesRoom()
    {
        StoreFixture f;
        QList<StoredMessageId> ids;
        for (const char *name : {"a@x.test", "b@x.test", "c@x.test"}) {
            f.ingest(skeleton(f, quint32(ids.size() + 1), name));
            ids.append(f.read([&](ReadSession &s) { return s.findMessageId(f.anna.id, QLatin1String(name)); })->first().message);
        }
        f.subject.reset();
        Connection db(f.dir.path() + QStringLiteral("/profile/inlet.db"), Connection::Mode::ReadWrite);
        FetchedParts parts(db);
        parts.keep(ids[0], "2", QByteArray(100, 'a'), 1, 250);
        parts.keep(ids[1], "2", QByteArray(100, 'b'), 2, 250);
        parts.use(ids[0], "2", 3);
        parts.keep(ids[2], "2", QByteArray(100, 'c'), 4, 250);
        QCOMPARE(parts.content(ids[0], "2").size(), 100);
        QCOMPARE(parts.content(ids[2], "2").size(), 100);
        QCOMPARE(parts.left(ids[1], "2").octets, kOnWire); // back on the server
        parts.keep(ids[1], "2", QByteArray(900, 'b'), 5, 250); // somebody waits for it
        QCOMPARE(parts.content(ids[1], "2").size(), 900);
        QCOMPARE(db.number("SELECT count(*) FROM fetched_parts", 0), 1);
    }
};

INLET_TEST(tst_LargeMessages)
#include "tst_LargeMessages.moc"
