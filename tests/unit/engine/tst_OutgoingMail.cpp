// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/OutgoingMail.h"
#include "mime/Mime.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;

class tst_OutgoingMail : public QObject
{
    Q_OBJECT

private:
    static accounts::Account anna()
    {
        accounts::Account account;
        account.id = AccountId(3);
        account.email = QStringLiteral("anna@try-acme.test");
        account.displayName = QStringLiteral("Anna Keller");
        account.aliases = {QStringLiteral("hello@acme.test")};
        return account;
    }
    static store::Draft draft()
    {
        store::Draft draft;
        draft.account = AccountId(3);
        draft.to = QStringLiteral("Mara <mara@nordlicht.test>");
        draft.subject = QStringLiteral("Re: hi");
        draft.text = QStringLiteral("Yes.\n");
        return draft;
    }
    static QDateTime now() { return QDateTime({2026, 11, 25}, {9, 0}, Qt::UTC); }

private Q_SLOTS:
    void initTestCase() { mime::initialize(); }

    void reply_carriesThreadHeadersAndOurMessageId()
    {
        store::Draft reply = draft();
        reply.inReplyTo = QStringLiteral("b@nordlicht.test");
        reply.references = {QStringLiteral("a@try-acme.test"), QStringLiteral("b@nordlicht.test")};
        const auto mail = engine::makeOutgoing(reply, anna(), now(), std::chrono::seconds(10));
        QVERIFY(mail);
        const mime::MessageHeader header = mime::scanHeader(mail->bytes);
        QCOMPARE(header.inReplyTo, QStringList{reply.inReplyTo});
        QCOMPARE(header.references, reply.references);
        QCOMPARE(header.messageId, mail->row.messageId);
        QVERIFY(header.messageId.endsWith(QStringLiteral("@try-acme.test")));
        QCOMPARE(header.from.first(), (mime::Address{QStringLiteral("Anna Keller"), QStringLiteral("anna@try-acme.test")}));
    }

    void undoWindow_setsTheStateAndWhenItIsDue()
    {
        const auto held = engine::makeOutgoing(draft(), anna(), now(), std::chrono::seconds(10));
        QCOMPARE(held->row.state, store::LedgerState::UndoWindow);
        QCOMPARE(held->row.dueAt, now().addSecs(10));
        const auto direct = engine::makeOutgoing(draft(), anna(), now(), std::chrono::seconds(0));
        QCOMPARE(direct->row.state, store::LedgerState::Queued);
    }

    void bcc_isInTheEnvelopeAndNotInTheMessage()
    {
        store::Draft secretive = draft();
        secretive.cc = QStringLiteral("Tom <tom@brightline.test>, MARA@nordlicht.test");
        secretive.bcc = QStringLiteral("boss@acme.test");
        const auto mail = engine::makeOutgoing(secretive, anna(), now(), std::chrono::seconds(0));
        QVERIFY(mail);
        QCOMPARE(mail->row.recipients,
            QStringList({QStringLiteral("mara@nordlicht.test"), QStringLiteral("tom@brightline.test"), QStringLiteral("boss@acme.test")}));
        QVERIFY(!mail->bytes.contains("boss@acme.test"));
    }

    void alias_mayBeTheSender_aStrangerMayNot()
    {
        store::Draft fromAlias = draft();
        fromAlias.from = QStringLiteral("hello@acme.test");
        const auto mail = engine::makeOutgoing(fromAlias, anna(), now(), std::chrono::seconds(0));
        QVERIFY(mail);
        QCOMPARE(mail->row.sender, QStringLiteral("hello@acme.test"));
        fromAlias.from = QStringLiteral("ceo@other.test");
        QCOMPARE(engine::makeOutgoing(fromAlias, anna(), now(), std::chrono::seconds(0)).error().kind, ErrorKind::Config);
    }

    void unusableDraft_isRefusedWithWords_data()
    {
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("subject");
        QTest::newRow("no recipient") << QString() << QStringLiteral("s");
        QTest::newRow("blank recipient") << QStringLiteral(" \t ") << QStringLiteral("s");
        QTest::newRow("no address") << QStringLiteral("Mara Petersen") << QStringLiteral("s");
        QTest::newRow("injected header in To") << QStringLiteral("a@b.test\r\nBcc: c@d.test") << QStringLiteral("s");
        QTest::newRow("injected header in Subject") << QStringLiteral("a@b.test") << QStringLiteral("s\r\nBcc: c@d.test");
    }

    void unusableDraft_isRefusedWithWords()
    {
        QFETCH(QString, to);
        QFETCH(QString, subject);
        store::Draft bad = draft();
        bad.to = to;
        bad.subject = subject;
        const auto mail = engine::makeOutgoing(bad, anna(), now(), std::chrono::seconds(0));
        QVERIFY(!mail || !mail->bytes.contains("\r\nBcc:"));
        if (!mail) {
            QCOMPARE(mail.error().kind, ErrorKind::Config);
            QVERIFY(!mail.error().detail.isEmpty());
        }
    }
};

INLET_TEST(tst_OutgoingMail)
#include "tst_OutgoingMail.moc"
