// SPDX-License-Identifier: GPL-3.0-or-later
// Mail with 12 MB of files on a private Dovecot: its text is here at once, the files when somebody wants them.
#include "mime/Mime.h"
#include "support/FaultProxy.h"
#include "support/Profile.h"
#include "support/TestMain.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>

using namespace inlet;
using namespace inlet::test;
using sync::SyncState;

namespace
{

constexpr int kFileSize = 12 * 1024 * 1024;
constexpr int kLineRate = 3 * 1024 * 1024; ///< octets a second

QByteArray head(const QString &messageId, const QString &to, const QByteArray &subject, const QByteArray &from = "lead01@customers.test")
{
    return "Message-ID: <" + messageId.toUtf8() + ">\r\nFrom: <" + from + ">\r\nTo: <" + to.toUtf8() + ">\r\nSubject: " + subject
        + "\r\nDate: Thu, 01 Jan 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n";
}

QByteArray randomFile(int size, quint32 seed)
{
    QByteArray file(size, Qt::Uninitialized);
    QRandomGenerator random(seed);
    std::generate(file.begin(), file.end(), [&] { return char(random.bounded(256)); });
    return file;
}

QByteArray inLines(const QByteArray &file)
{
    QByteArray lines;
    for (qsizetype at = 0; at < file.size(); at += 57)
        lines += file.mid(at, 57).toBase64() + "\r\n";
    return lines;
}

QByteArray filePart(const char *name, const QByteArray &file)
{
    return QByteArray("--b\r\nContent-Type: application/octet-stream; name=\"") + name + "\"\r\nContent-Disposition: attachment; filename=\"" + name
        + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + inLines(file);
}

const QByteArray kBoth = "Content-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                         "Yes, let us talk on Friday. \xc3\xbc\r\n--a\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Yes, let us talk on Friday.</p>\r\n--a--\r\n";

QByteArray mixed(const QByteArray &start, const QByteArray &first, const QByteArray &second)
{
    return start + "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\n" + kBoth + filePart("plan.bin", first) + filePart("price list.bin", second)
        + "--b--\r\n";
}

QByteArray bounce(const QString &to, const QByteArray &file)
{
    return head(QStringLiteral("bounce@mx.test"), to, "Undelivered Mail Returned to Sender", "MAILER-DAEMON@mx.test")
        + "Content-Type: multipart/report; report-type=delivery-status; boundary=\"r\"\r\n\r\n--r\r\nContent-Type: text/plain\r\n\r\n"
          "I'm sorry to have to inform you that your message could not be delivered.\r\n"
          "--r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.test\r\n\r\nFinal-Recipient: rfc822; gone@customers.test\r\n"
          "Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\r\n\r\n--r\r\nContent-Type: message/rfc822\r\n\r\n"
        + head(QStringLiteral("mine@us.test"), QStringLiteral("gone@customers.test"), "Our plan") + "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n"
        + filePart("plan.bin", file) + "--b--\r\n\r\n--r--\r\n";
}

} // namespace

class tst_PartsOnDovecot : public QObject
{
    Q_OBJECT

private:
    MailServers m_servers;
    const QByteArray m_plan = randomFile(kFileSize, 5);
    const QByteArray m_prices = randomFile(300'000, 6);

    /// A mailbox behind a line of its own.
    struct Mailbox {
        MailServers &servers;
        QString email;
        QTemporaryDir dir;
        Profile profile;
        FaultProxy line;
        AccountId account;

        Mailbox(MailServers &all, int user) : servers(all), email(MailServers::user(user)), profile(dir.path(), all.caFile()) {}
        bool begin()
        {
            if (!line.start(servers.port("IMAPS_PORT")))
                return false;
            accounts::Account behind = servers.account(email);
            behind.imap.port = line.port();
            account = profile.add(behind).id;
            profile.start();
            return profile.waitFor(SyncState::Live);
        }
        /// None before it is here.
        std::optional<store::MessageItem> item(const QString &messageId)
        {
            std::optional<store::MessageItem> found;
            profile.store->readHere([&](store::ReadSession &read) {
                const auto places = read.findMessageId(account, messageId);
                if (!places || places->isEmpty())
                    return;
                const auto conversation = read.conversationOf(places->first().message);
                const auto items = read.messages(conversation.value_or(ConversationId()));
                for (const store::MessageItem &one : items.value_or(QList<store::MessageItem>())) {
                    if (one.id == places->first().message)
                        found = one;
                }
            });
            return found;
        }
        bool arrives(const QString &messageId)
        {
            return QTest::qWaitFor([&] { return item(messageId).has_value(); }, 30'000);
        }
        Result<QByteArray> part(StoredMessageId id, const QByteArray &number)
        {
            Result<QByteArray> content = Error{ErrorKind::Bug, {}, {}, {}};
            profile.store->readHere([&](store::ReadSession &read) { content = read.part(id, number); });
            return content;
        }
        store::MessageLocation location(StoredMessageId id)
        {
            store::MessageLocation place;
            profile.store->readHere([&](store::ReadSession &read) { place = read.locations(id)->first(); });
            return place;
        }
        qint64 octets()
        {
            return QJsonDocument::fromJson(line.command("status").mid(3)).object().value(QStringLiteral("s2c")).toInteger();
        }
        int connections()
        {
            return QJsonDocument::fromJson(line.command("status").mid(3)).object().value(QStringLiteral("total")).toInt();
        }
    };

    struct Fetch {
        std::stop_source stop;
        std::atomic<qint64> done = 0;
        std::atomic<qint64> total = 0;
        std::atomic<bool> wentBack = false;
        std::atomic<int> ended = 0; ///< 1: well, 2: called off, 3: else

        void start(Mailbox &mailbox, StoredMessageId id, const QByteArray &part)
        {
            sync::WholeFetch how;
            how.part = part;
            how.stop = stop.get_token();
            how.progress = [this](qint64 octets, qint64 all) {
                wentBack = wentBack || octets < done;
                done = octets;
                total = all;
            };
            mailbox.profile.engine->fetchWhole(mailbox.location(id), how,
                [this](const Result<void> &result) { ended = result ? 1 : result.error().kind == ErrorKind::Cancelled ? 2 : 3; });
        }
        bool waitForSome()
        {
            return QTest::qWaitFor([this] { return done > total / 4 && total > 0; }, 60'000);
        }
        bool waitForEnd()
        {
            return QTest::qWaitFor([this] { return ended != 0; }, 120'000);
        }
    };

private Q_SLOTS:
    void initTestCase()
    {
        mime::initialize();
        QVERIFY2(m_servers.start({.users = 6, .imapOnly = true}), qPrintable(m_servers.error()));
    }

    void textIsHere_beforeTheFile_andOnePartComesAlone()
    {
        Mailbox mailbox(m_servers, 1);
        QVERIFY(mailbox.begin());
        const qint64 before = mailbox.octets();
        const QString id = QStringLiteral("large1@customers.test");
        QVERIFY(m_servers.deliver(mailbox.email, mixed(head(id, mailbox.email, "Re: Friday"), m_plan, m_prices)));
        QVERIFY(mailbox.arrives(id));
        const auto item = mailbox.item(id);
        QVERIFY(item->hasBody);
        QCOMPARE(item->preview, QString::fromUtf8("Yes, let us talk on Friday. \xc3\xbc"));
        QCOMPARE(item->kind, triage::Kind::Human);
        QCOMPARE(item->attachments.size(), 2);
        QCOMPARE(item->attachments.at(0).fileName, QStringLiteral("plan.bin"));
        QVERIFY(item->attachments.at(0).onServer > kFileSize);
        QVERIFY2(std::abs(item->attachments.at(0).size - kFileSize) < 100, qPrintable(QString::number(item->attachments.at(0).size)));
        QTRY_COMPARE(mailbox.profile.observer.statusOf(mailbox.account).state, SyncState::Live);
        const qint64 read = mailbox.octets() - before;
        qInfo() << "a mail of 17 MB was readable with" << read << "octets from the server";
        QVERIFY2(read < 60'000, qPrintable(QString::number(read)));

        const qint64 beforePart = mailbox.octets();
        Fetch small;
        small.start(mailbox, item->id, "3");
        QVERIFY(small.waitForEnd());
        QCOMPARE(int(small.ended), 1);
        QCOMPARE(mailbox.part(item->id, "3").value_or(QByteArray()), m_prices);
        const qint64 readPart = mailbox.octets() - beforePart;
        qInfo() << "its file of 300 KB came with" << readPart << "octets";
        QVERIFY2(readPart < 600'000, qPrintable(QString::number(readPart)));
        QVERIFY(!mailbox.part(item->id, "2")); // the other one stayed there

        QVERIFY(mailbox.line.command("throttle " + QByteArray::number(kLineRate)).startsWith("ok"));
        Fetch large;
        large.start(mailbox, item->id, "2");
        QVERIFY(large.waitForSome());
        QVERIFY(large.waitForEnd());
        QCOMPARE(int(large.ended), 1);
        QVERIFY(!large.wentBack);
        QVERIFY(mailbox.part(item->id, "2").value_or(QByteArray()) == m_plan);
        QCOMPARE(mailbox.item(id)->attachments.at(0).onServer, 0);
        QCOMPARE(mailbox.item(id)->attachments.at(0).size, kFileSize);
    }

    void calledOff_andAgain_andTheWholeOnWish()
    {
        Mailbox mailbox(m_servers, 2);
        QVERIFY(mailbox.begin());
        const QString id = QStringLiteral("large2@customers.test");
        const QByteArray raw = mixed(head(id, mailbox.email, "Re: Friday"), m_plan, m_prices);
        QVERIFY(m_servers.deliver(mailbox.email, raw));
        QVERIFY(mailbox.arrives(id));
        const StoredMessageId message = mailbox.item(id)->id;
        const int connections = mailbox.connections();
        QVERIFY(mailbox.line.command("throttle " + QByteArray::number(kLineRate)).startsWith("ok"));
        {
            Fetch fetch;
            fetch.start(mailbox, message, "2");
            QVERIFY(fetch.waitForSome());
            fetch.stop.request_stop();
            QVERIFY(fetch.waitForEnd());
            QCOMPARE(int(fetch.ended), 2);
            QVERIFY(!mailbox.part(message, "2"));
        }
        QCOMPARE(mailbox.connections(), connections);
        QVERIFY(mailbox.line.command("throttle 0").startsWith("ok"));
        Fetch whole;
        whole.start(mailbox, message, {});
        QVERIFY(whole.waitForEnd());
        QCOMPARE(int(whole.ended), 1);
        QByteArray stored;
        mailbox.profile.store->readHere([&](store::ReadSession &read) { stored = read.raw(message).value_or(QByteArray()); });
        QVERIFY(stored.endsWith(raw)); // Dovecot puts lines before it
        QVERIFY(mailbox.part(message, "2").value_or(QByteArray()) == m_plan);
        QCOMPARE(mailbox.connections(), connections);
    }

    void lineBreaks_thePartGoesOnWhereItWas()
    {
        Mailbox mailbox(m_servers, 3);
        QVERIFY(mailbox.begin());
        const QString id = QStringLiteral("large3@customers.test");
        QVERIFY(m_servers.deliver(mailbox.email, mixed(head(id, mailbox.email, "Re: Friday"), m_plan, m_prices)));
        QVERIFY(mailbox.arrives(id));
        const StoredMessageId message = mailbox.item(id)->id;
        const int connections = mailbox.connections();
        QVERIFY(mailbox.line.command("throttle " + QByteArray::number(kLineRate)).startsWith("ok"));
        Fetch fetch;
        fetch.start(mailbox, message, "2");
        QVERIFY(fetch.waitForSome());
        mailbox.line.command("cut");
        QVERIFY(fetch.waitForEnd());
        QCOMPARE(int(fetch.ended), 1);
        QVERIFY(!fetch.wentBack);
        QVERIFY(mailbox.part(message, "2").value_or(QByteArray()) == m_plan);
        QCOMPARE(mailbox.connections(), connections + 1);
    }

    void bounceOfALargeMail_isTold_withoutIt()
    {
        Mailbox mailbox(m_servers, 4);
        QVERIFY(mailbox.begin());
        const qint64 before = mailbox.octets();
        QVERIFY(m_servers.deliver(mailbox.email, bounce(mailbox.email, m_plan)));
        const QString id = QStringLiteral("bounce@mx.test");
        QVERIFY(mailbox.arrives(id));
        const auto item = mailbox.item(id);
        QCOMPARE(item->kind, triage::Kind::Bounce);
        QCOMPARE(item->attachments.size(), 1);
        QCOMPARE(item->attachments.first().fileName, QStringLiteral("Our plan.eml"));
        QVERIFY(item->attachments.first().onServer > kFileSize);
        QVERIFY(mailbox.octets() - before < 60'000);
    }

    /// A signed mail is one thing with its signature.
    void signedMail_comesAsAWhole()
    {
        Mailbox mailbox(m_servers, 5);
        QVERIFY(mailbox.begin());
        const QString id = QStringLiteral("signed@customers.test");
        const QByteArray raw = head(id, mailbox.email, "Signed") + "Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=s\r\n\r\n--s\r\n"
            + mixed({}, m_prices, m_prices) + "\r\n--s\r\nContent-Type: application/pgp-signature\r\n\r\nabc\r\n--s--\r\n";
        QVERIFY(m_servers.deliver(mailbox.email, raw));
        QVERIFY(mailbox.arrives(id));
        QTRY_VERIFY_WITH_TIMEOUT(mailbox.item(id)->hasBody, 30'000);
        QByteArray stored;
        mailbox.profile.store->readHere([&](store::ReadSession &read) { stored = read.raw(mailbox.item(id)->id).value_or(QByteArray()); });
        QVERIFY(stored.endsWith(raw));
    }

    /// What an older Inlet left as a header is made readable at the next start, without its files.
    void headerOfAnOlderVersion_becomesReadable()
    {
        Mailbox mailbox(m_servers, 6);
        const QString id = QStringLiteral("old@customers.test");
        QVERIFY(m_servers.deliver(mailbox.email, mixed(head(id, mailbox.email, "Re: Friday"), m_plan, m_prices)));
        QVERIFY(mailbox.begin());
        QVERIFY(mailbox.arrives(id));
        mailbox.profile.engine.reset();
        store::IncomingMessage header;
        header.raw = head(id, mailbox.email, "Re: Friday");
        header.parsed = mime::parseMessage(header.raw);
        header.headerOnly = true;
        const StoredMessageId message = mailbox.item(id)->id;
        QVERIFY(mailbox.profile.store->writeAndWait("test", [&](store::WriteTransaction &write) { return write.completeBody(message, header); }));
        QVERIFY(!mailbox.item(id)->hasBody);
        const qint64 before = mailbox.octets();
        mailbox.profile.start();
        QTRY_VERIFY_WITH_TIMEOUT(mailbox.item(id)->hasBody, 30'000);
        QVERIFY(mailbox.item(id)->attachments.at(0).onServer > kFileSize);
        QTRY_COMPARE(mailbox.profile.observer.statusOf(mailbox.account).state, SyncState::Live);
        QVERIFY2(mailbox.octets() - before < 100'000, qPrintable(QString::number(mailbox.octets() - before)));
    }
};

INLET_TEST(tst_PartsOnDovecot)
#include "tst_PartsOnDovecot.moc"
