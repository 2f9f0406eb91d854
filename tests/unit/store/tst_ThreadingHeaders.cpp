// SPDX-License-Identifier: GPL-3.0-or-later
#include "Outreach.h"
#include "support/TestMain.h"

using namespace inlet;
using namespace inlet::store;
using namespace inlet::test;

/// Which headers a conversation is found by, where servers and programs have changed, cut or forged them.
class tst_ThreadingHeaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exchange_replacedMessageId_isFollowed()
    {
        StoreFixture f;
        // Exchange gave our mail another Message-ID; the answer refers to that one.
        f.ingest(outreach(f, "new-id@prod.outlook.test").header("X-Microsoft-Original-Message-ID", "<out1@us.test>"));
        f.ingest(reply(f, "in1@mail.test").from("m@mail.test").inReplyTo("new-id@prod.outlook.test"));
        f.ingest(reply(f, "in2@mail.test", 20).from("n@mail.test").inReplyTo("out1@us.test").in(f.anna.inbox, 2));
        QCOMPARE(f.everything().size(), 1);
        QCOMPARE(f.everything().first().messages, 3);
    }

    void exchange_threadIndexAlone_doesNotJoin()
    {
        StoreFixture f;
        f.ingest(outreach(f).header("Thread-Index", "AdT1abc=="));
        f.ingest(reply(f, "z@z.test").from("zoe@z.test").header("Thread-Index", "AdT1abc==").header("Thread-Topic", "Quick question"));
        QCOMPARE(f.everything().size(), 2);
    }

    void gmail_threadId_joinsAnAnswer_notAStranger()
    {
        StoreFixture f;
        f.ingest(outreach(f).providerThread(42));
        f.ingest(reply(f, "alias@mail.test").from("m@mail.test").inReplyTo("rewritten@x").providerThread(42));
        QCOMPARE(f.everything().size(), 1);
        f.ingest(reply(f, "z@z.test").from("zoe@z.test").providerThread(42).in(f.anna.inbox, 2));
        QCOMPARE(f.everything().size(), 2);
        // The number belongs to one mailbox.
        f.ingest(reply(f, "y@y.test").from("yan@y.test").inReplyTo("q@y").to("ben@us.test").providerThread(42).in(f.ben.inbox, 2));
        QCOMPARE(f.everything().size(), 3);
    }

    void trimmedReferences_stillJoin()
    {
        StoreFixture f;
        f.ingest(outreach(f));
        QStringList references{QStringLiteral("out1@us.test")};
        for (int i = 0; i < 400; ++i)
            references.append(QStringLiteral("r%1@acme.test").arg(i));
        f.ingest(reply(f).from("m@mail.test").references(references));
        QCOMPARE(f.everything().size(), 1);
        QVERIFY(f.messages(f.everything().first().id).last().references.size() <= 20);
    }

    void forgedMessageId_ofAStranger_doesNotJoin()
    {
        StoreFixture f;
        f.ingest(outreach(f));
        f.ingest(reply(f, "out1@us.test").from("mallory@evil.test"));
        QCOMPARE(f.everything().size(), 2);
        f.ingest(reply(f, "in1@acme.test", 20).from("m@mail.test").inReplyTo("out1@us.test").in(f.anna.inbox, 2));
        QCOMPARE(f.list(Scope::All).first().messages, 2);
    }
};

INLET_TEST(tst_ThreadingHeaders)
#include "tst_ThreadingHeaders.moc"
