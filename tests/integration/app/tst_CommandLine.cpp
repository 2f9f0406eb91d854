// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Inletctl.h"
#include "support/MailServers.h"
#include "support/TestMain.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace inlet;
using namespace inlet::test;

/// A rep's day without windows: the built program against a real Dovecot and Postfix.
class tst_CommandLine : public QObject
{
    Q_OBJECT

private:
    MailServers m_servers;
    QTemporaryDir m_profile;
    QTemporaryDir m_files;

    [[nodiscard]] Inletctl subject() const { return {m_profile.path(), m_servers.caFile()}; }

    [[nodiscard]] QStringList addArguments(const QString &email) const
    {
        return {QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("--email"), email,
            QStringLiteral("--imap"), QStringLiteral("127.0.0.1:%1:tls").arg(m_servers.port("IMAPS_PORT")),
            QStringLiteral("--smtp"), QStringLiteral("127.0.0.1:%1:starttls").arg(m_servers.port("SUBMISSION_PORT")),
            QStringLiteral("--history"), QStringLiteral("all"), QStringLiteral("--password-stdin")};
    }

    [[nodiscard]] static QByteArray passwordLine(const QString &email)
    {
        return QByteArray::fromStdString(MailServers::password(email).reveal()) + '\n';
    }

    /// Message files of a mailbox by whether the server calls them seen.
    [[nodiscard]] QPair<int, int> filesAndSeen(const QString &email) const
    {
        const QString maildir = m_servers.dir() + QStringLiteral("/mail/") + email.section(QLatin1Char('@'), 1)
            + QLatin1Char('/') + email.section(QLatin1Char('@'), 0, 0) + QStringLiteral("/Maildir");
        QPair<int, int> counts{0, 0};
        QDirIterator files(maildir, QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (!path.contains(QStringLiteral("/cur/")) && !path.contains(QStringLiteral("/new/")))
                continue;
            ++counts.first;
            counts.second += path.section(QStringLiteral(":2,"), 1).contains(QLatin1Char('S')) ? 1 : 0;
        }
        return counts;
    }

    QString bodyFile(const QByteArray &text)
    {
        QFile file(m_files.filePath(QStringLiteral("body.txt")));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return file.fileName();
    }

    [[nodiscard]] int copiesOf(const QString &email, const QString &folder, const QString &messageId)
    {
        int copies = 0;
        for (const QByteArray &raw : m_servers.messagesIn(email, folder))
            copies += raw.contains(messageId.toUtf8()) ? 1 : 0;
        return copies;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_servers.start({.users = 3, .messages = 480, .seed = 3}), qPrintable(m_servers.error()));
    }

    void wrongPassword_isAskedOnceAndNotStored()
    {
        const Inletctl::Run run = subject().run(addArguments(MailServers::user(1)), "wrong\n");
        QCOMPARE(run.exit, 3);
        const QJsonObject login = run.row("step", QStringLiteral("login"));
        QCOMPARE(login[QStringLiteral("status")].toString(), QStringLiteral("failed"));
        QCOMPARE(login[QStringLiteral("cause")].toString(), QStringLiteral("wrong-password"));
        QVERIFY(!login[QStringLiteral("advice")].toString().isEmpty());
        QVERIFY(!run.out.contains("\"wrong\""));
        // Both directions are tried at once, so two faults show at once.
        QCOMPARE(run.row("step", QStringLiteral("smtp-login"))[QStringLiteral("status")].toString(), QStringLiteral("failed"));
        QFile log(m_servers.dir() + QStringLiteral("/log/dovecot.log"));
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray text = log.readAll();
        QCOMPARE(text.count("imap-login: Disconnected: Connection closed (auth failed, 1 attempts") + text.count("(auth failed, 1 attempts"), text.count("(auth failed"));
        QVERIFY(subject().run({QStringLiteral("account"), QStringLiteral("list")}).rows.isEmpty());
    }

    void mailboxes_areCheckedAndConnected()
    {
        for (const int user : {1, 2, 3}) {
            const Inletctl::Run run = subject().run(addArguments(MailServers::user(user)), passwordLine(MailServers::user(user)));
            QVERIFY2(run.exit == 0, (run.out + run.err).constData());
            for (const char *step : {"dns", "connect", "tls", "login", "folders", "push", "smtp-connect", "smtp-tls", "smtp-login", "sender"})
                QVERIFY2(run.row("step", QLatin1String(step))[QStringLiteral("status")].toString() == QLatin1String("ok"), step);
        }
        QCOMPARE(subject().run({QStringLiteral("account"), QStringLiteral("list")}).rows.size(), 3);
        QCOMPARE(subject().run(addArguments(MailServers::user(1)), passwordLine(MailServers::user(1))).exit, 1);
    }

    void tags_arePutOnAndTakenOff()
    {
        const auto tag = [this](const QStringList &more) { return subject().run(QStringList{QStringLiteral("account"), QStringLiteral("tag")} + more); };
        const auto tagsOf = [](const Inletctl::Run &run, int user) { return run.row("account", MailServers::user(user))[QStringLiteral("tags")].toArray(); };
        Inletctl::Run run = tag({QStringLiteral("--add"), QStringLiteral("team-a, client: Acme")});
        QVERIFY2(run.exit == 0, (run.out + run.err).constData());
        QCOMPARE(run.rows.size(), 3);
        run = tag({MailServers::user(2), QStringLiteral("--remove"), QStringLiteral("TEAM-A"), QStringLiteral("--add"), QStringLiteral("warmup")});
        QCOMPARE(run.rows.size(), 1);
        run = tag({});
        QCOMPARE(tagsOf(run, 1), QJsonArray({QStringLiteral("team-a"), QStringLiteral("client: Acme")}));
        QCOMPARE(tagsOf(run, 2), QJsonArray({QStringLiteral("client: Acme"), QStringLiteral("warmup")}));
        QCOMPARE(tagsOf(subject().run({QStringLiteral("account"), QStringLiteral("list")}), 2), tagsOf(run, 2));
        QCOMPARE(tag({QStringLiteral("nobody@elsewhere.test"), QStringLiteral("--add"), QStringLiteral("x")}).exit, 1);
    }

    void pausedMailbox_readsTheNewestOnly_untilItIsToGoOn()
    {
        const QString email = MailServers::user(1);
        const QStringList status{QStringLiteral("status")};
        const QStringList sync{QStringLiteral("sync"), QStringLiteral("--once"), QStringLiteral("--account"), email};
        const QStringList messages{QStringLiteral("messages"), QStringLiteral("--account"), email};
        QCOMPARE(subject().run({QStringLiteral("account"), QStringLiteral("pause"), QStringLiteral("nobody@elsewhere.test")}).exit, 1);
        QCOMPARE(subject().run({QStringLiteral("account"), QStringLiteral("pause"), email}).rows.size(), 1);
        Inletctl::Run run = subject().run(sync);
        QVERIFY2(run.exit == 0, (run.out + run.err).constData());
        QCOMPARE(run.row("account", email)[QStringLiteral("state")].toString(), QStringLiteral("paused"));
        run = subject().run(status);
        QCOMPARE(run.row("account", email)[QStringLiteral("state")].toString(), QStringLiteral("paused"));
        QVERIFY(run.row("account", email)[QStringLiteral("history_paused")].toBool());
        QVERIFY(!run.row("account", MailServers::user(2))[QStringLiteral("history_paused")].toBool());
        const qsizetype newest = subject().run(messages).rows.size();
        QVERIFY2(newest > 0 && newest < filesAndSeen(email).first, QByteArray::number(newest).constData());
        QCOMPARE(subject().run({QStringLiteral("account"), QStringLiteral("continue")}).rows.size(), 3);
        QVERIFY(!subject().run(status).row("account", email)[QStringLiteral("history_paused")].toBool());
        run = subject().run(sync);
        QCOMPARE(run.row("account", email)[QStringLiteral("state")].toString(), QStringLiteral("checked"));
        QCOMPARE(subject().run(messages).rows.size(), filesAndSeen(email).first);
    }

    void sync_readsEverything_marksNothing_andSoDoesTheNext()
    {
        QPair<int, int> before;
        for (const int user : {1, 2, 3}) {
            const auto counts = filesAndSeen(MailServers::user(user));
            before = {before.first + counts.first, before.second + counts.second};
        }
        for (int round = 0; round < 2; ++round) {
            const Inletctl::Run sync = subject().run({QStringLiteral("sync"), QStringLiteral("--once")});
            QVERIFY2(sync.exit == 0, (sync.out + sync.err).constData());
            QCOMPARE(subject().run({QStringLiteral("messages")}).rows.size(), before.first);
        }
        QPair<int, int> after;
        for (const int user : {1, 2, 3}) {
            const auto counts = filesAndSeen(MailServers::user(user));
            after = {after.first + counts.first, after.second + counts.second};
        }
        QCOMPARE(after, before);
        QVERIFY(!subject().run({QStringLiteral("list"), QStringLiteral("--scope"), QStringLiteral("all"), QStringLiteral("--limit"), QStringLiteral("1000")}).rows.isEmpty());
        const Inletctl::Run bounces = subject().run({QStringLiteral("list"), QStringLiteral("--scope"), QStringLiteral("bounces")});
        QVERIFY(!bounces.rows.isEmpty());
        const auto causes = [this](const QStringList &more) {
            return subject().run(QStringList{QStringLiteral("bounces"), QStringLiteral("--days"), QStringLiteral("3650")} + more);
        };
        QHash<QString, qint64> counts;
        const Inletctl::Run all = causes({});
        for (const QJsonObject &row : all.rows)
            counts[row[QStringLiteral("cause")].toString()] += row[QStringLiteral("count")].toInteger();
        counts.remove({}); // how the mailboxes fare
        QVERIFY(!counts.isEmpty());
        for (auto cause = counts.cbegin(); cause != counts.cend(); ++cause)
            QCOMPARE(causes({QStringLiteral("--cause"), cause.key()}).rows.size(), cause.value());
        QVERIFY(causes({QStringLiteral("--cause"), QStringLiteral("bad weather")}).exit != 0);
    }

    void sent_isProvedOnce_andAnswerComesBackToTheSameConversation()
    {
        const QString from = MailServers::user(1);
        const QString to = MailServers::lead(1);
        const Inletctl::Run sent = subject().run({QStringLiteral("send"), QStringLiteral("--from"), from, QStringLiteral("--to"), to,
            QStringLiteral("--subject"), QStringLiteral("Grüße"), QStringLiteral("--body-file"), bodyFile("Hi,\n.dot line\nline\n"), QStringLiteral("--now")});
        QVERIFY2(sent.exit == 0, (sent.out + sent.err).constData());
        const QString messageId = sent.rows.first()[QStringLiteral("message_id")].toString();
        QCOMPARE(sent.rows.first()[QStringLiteral("state")].toString(), QStringLiteral("sent"));
        QCOMPARE(copiesOf(from, QStringLiteral("Sent"), messageId), 1);
        QTRY_COMPARE_WITH_TIMEOUT(copiesOf(to, QStringLiteral("INBOX"), messageId), 1, 20000); // the next server takes its time

        QVERIFY(m_servers.deliver(from, "From: Lead <" + to.toUtf8() + ">\nTo: " + from.toUtf8() + "\nSubject: Re: hi\nMessage-ID: <answer-1@customers.test>\nIn-Reply-To: <"
                + messageId.toUtf8() + ">\nDate: Wed, 25 Nov 2026 09:00:00 +0000\n\nYes please\n", to));
        QCOMPARE(subject().run({QStringLiteral("sync"), QStringLiteral("--once")}).exit, 0);
        const Inletctl::Run found = subject().run({QStringLiteral("search"), QStringLiteral("from:") + to, QStringLiteral("please")});
        QCOMPARE(found.rows.size(), 1);
        const QString conversation = found.rows.first()[QStringLiteral("conversation")].toVariant().toString();
        const Inletctl::Run shown = subject().run({QStringLiteral("show"), conversation});
        QVERIFY(!shown.row("message_id", messageId).isEmpty());
        QVERIFY(!shown.row("message_id", QStringLiteral("answer-1@customers.test")).isEmpty());

        const Inletctl::Run reply = subject().run({QStringLiteral("reply"), conversation, QStringLiteral("--body-file"), bodyFile("Great\n"), QStringLiteral("--now")});
        QVERIFY2(reply.exit == 0, (reply.out + reply.err).constData());
        const QString replyId = reply.rows.first()[QStringLiteral("message_id")].toString();
        QTRY_COMPARE_WITH_TIMEOUT(copiesOf(to, QStringLiteral("INBOX"), replyId), 1, 20000); // the next server takes its time
        for (const QByteArray &raw : m_servers.messagesIn(to, QStringLiteral("INBOX"))) {
            if (!raw.contains(replyId.toUtf8()))
                continue;
            QVERIFY(raw.contains("In-Reply-To: <answer-1@customers.test>"));
            QVERIFY(raw.contains("From: ") && raw.contains(from.toUtf8()));
        }
    }

    void suppressed_isNeverWrittenTo()
    {
        const QString to = MailServers::lead(2);
        QCOMPARE(subject().run({QStringLiteral("suppress"), QStringLiteral("add"), to}).exit, 0);
        const Inletctl::Run sent = subject().run({QStringLiteral("send"), QStringLiteral("--from"), MailServers::user(1), QStringLiteral("--to"), to,
            QStringLiteral("--subject"), QStringLiteral("s"), QStringLiteral("--body-file"), bodyFile("x"), QStringLiteral("--now")});
        QCOMPARE(sent.exit, 2);
        QVERIFY(sent.err.contains(to.toUtf8()));
        QCOMPARE(subject().run({QStringLiteral("suppress"), QStringLiteral("remove"), to}).exit, 0);
    }

    void leads_areLookedAtFirst_importedTwice_andFound()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("leads.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Mail;Firma;Etat\n" + MailServers::lead(1).toUtf8() + ";Nordlicht GmbH;500\nnonsense;x;\n");
        file.close();
        const auto import = [&](const QStringList &more) { return subject().run(QStringList{QStringLiteral("leads"), QStringLiteral("import"), path} + more); };
        const Inletctl::Run dry = import({QStringLiteral("--dry-run")});
        QVERIFY2(dry.exit == 0, dry.err.constData());
        QVERIFY(dry.err.contains("line 3"));
        QCOMPARE(dry.rows.first()[QStringLiteral("new")].toInt(), 1);
        QCOMPARE(dry.rows.first()[QStringLiteral("left_out")].toInt(), 1);
        QCOMPARE(subject().run({QStringLiteral("leads"), QStringLiteral("show"), MailServers::lead(1)}).exit, 1); // nothing is stored
        QVERIFY(import({QStringLiteral("--map"), QStringLiteral("Nope=company")}).exit != 0);
        QCOMPARE(import({QStringLiteral("--map"), QStringLiteral("Etat=campaign"), QStringLiteral("--map"), QStringLiteral("2=company")}).rows.first()[QStringLiteral("added")].toInt(), 1);
        QCOMPARE(import({}).rows.first()[QStringLiteral("known")].toInt(), 1);
        const Inletctl::Run shown = subject().run({QStringLiteral("leads"), QStringLiteral("show"), MailServers::lead(1)});
        QCOMPARE(shown.rows.first()[QStringLiteral("company")].toString(), QStringLiteral("Nordlicht GmbH"));
        QCOMPARE(shown.rows.first()[QStringLiteral("campaign")].toString(), QStringLiteral("500"));
        const Inletctl::Run found = subject().run({QStringLiteral("search"), QStringLiteral("company:nordlicht")});
        QVERIFY(!found.rows.isEmpty());
        QCOMPARE(found.rows.first()[QStringLiteral("company")].toString(), QStringLiteral("Nordlicht GmbH"));
    }

    void triage_travelsToTheServer_andBack()
    {
        const Inletctl::Run found = subject().run({QStringLiteral("search"), QStringLiteral("please"), QStringLiteral("from:") + MailServers::lead(1)});
        QVERIFY(!found.rows.isEmpty());
        const QString conversation = found.rows.first()[QStringLiteral("conversation")].toVariant().toString();
        QCOMPARE(subject().run({QStringLiteral("categorize"), conversation, QStringLiteral("Interested")}).exit, 0);
        QCOMPARE(subject().run({QStringLiteral("archive"), conversation}).exit, 0);
        QCOMPARE(subject().run({QStringLiteral("sync"), QStringLiteral("--once")}).exit, 0);
        const auto count = [this](const QString &folder) { return copiesOf(MailServers::user(1), folder, QStringLiteral("Message-ID: <answer-1@customers.test>")); };
        QCOMPARE(count(QStringLiteral("Archive")), 1);
        QCOMPARE(count(QStringLiteral("INBOX")), 0);
        QCOMPARE(subject().run({QStringLiteral("undo")}).exit, 0);
        QCOMPARE(subject().run({QStringLiteral("sync"), QStringLiteral("--once")}).exit, 0);
        QCOMPARE(count(QStringLiteral("Archive")), 0);
        QCOMPARE(count(QStringLiteral("INBOX")), 1);
        QCOMPARE(subject().run({QStringLiteral("show"), conversation}).row("message_id", QStringLiteral("answer-1@customers.test"))[QStringLiteral("seen")].toBool(), false);
    }

    void label_isPutOn_listed_found_andTakenOff()
    {
        const auto run = [this](const QStringList &words) { return subject().run(words); };
        const Inletctl::Run found = run({QStringLiteral("search"), QStringLiteral("please"), QStringLiteral("from:") + MailServers::lead(1)});
        QVERIFY(!found.rows.isEmpty());
        const QString conversation = found.rows.first()[QStringLiteral("conversation")].toVariant().toString();
        QCOMPARE(run({QStringLiteral("label"), QStringLiteral("add"), QStringLiteral("Key account"), conversation}).exit, 0);
        const Inletctl::Run listed = run({QStringLiteral("label"), QStringLiteral("list")});
        QCOMPARE(listed.row("label", QStringLiteral("Key account"))[QStringLiteral("conversations")].toInt(), 1);
        QCOMPARE(run({QStringLiteral("sync"), QStringLiteral("--once")}).exit, 0);
        const Inletctl::Run with = run({QStringLiteral("search"), QStringLiteral("label:\"key account\"")});
        QCOMPARE(with.rows.size(), 1);
        QCOMPARE(with.rows.first()[QStringLiteral("labels")].toArray().toVariantList(), QVariantList{QStringLiteral("Key account")});
        QCOMPARE(run({QStringLiteral("label"), QStringLiteral("remove"), QStringLiteral("key account"), conversation}).exit, 0);
        QVERIFY(run({QStringLiteral("label"), QStringLiteral("list")}).rows.isEmpty());
        QCOMPARE(run({QStringLiteral("undo")}).exit, 0);
        QCOMPARE(run({QStringLiteral("label"), QStringLiteral("list")}).rows.size(), 1);
        QCOMPARE(run({QStringLiteral("label"), QStringLiteral("add"), QStringLiteral("x")}).exit, 2);
        QCOMPARE(run({QStringLiteral("label"), QStringLiteral("add"), QStringLiteral("x"), QStringLiteral("99999")}).exit, 1);
    }

    void kind_isSaid_shown_andTakenBack()
    {
        const Inletctl::Run found = subject().run({QStringLiteral("search"), QStringLiteral("please"), QStringLiteral("from:") + MailServers::lead(1)});
        QVERIFY(!found.rows.isEmpty());
        const QString conversation = found.rows.first()[QStringLiteral("conversation")].toVariant().toString();
        const auto mail = [&] { return subject().run({QStringLiteral("show"), conversation}).row("message_id", QStringLiteral("answer-1@customers.test")); };
        QCOMPARE(mail()[QStringLiteral("kind")].toString(), QStringLiteral("human"));
        QCOMPARE(mail()[QStringLiteral("kind_source")].toString(), QStringLiteral("automatic"));
        QCOMPARE(subject().run({QStringLiteral("kind"), conversation, QStringLiteral("auto-reply"), QStringLiteral("--lift")}).exit, 0);
        QCOMPARE(mail()[QStringLiteral("kind")].toString(), QStringLiteral("auto-reply"));
        QCOMPARE(mail()[QStringLiteral("kind_source")].toString(), QStringLiteral("manual"));
        QCOMPARE(subject().run({QStringLiteral("undo")}).exit, 0);
        QCOMPARE(mail()[QStringLiteral("kind")].toString(), QStringLiteral("human"));
    }

    void watch_tellsOfNewMail_andHoldsTheProfile()
    {
        const std::unique_ptr<QProcess> watch = subject().start({QStringLiteral("sync"), QStringLiteral("--watch")});
        QList<QJsonObject> events;
        const auto seen = [&](const char *event, const char *key, const QString &value) {
            watch->waitForReadyRead(50);
            while (watch->canReadLine())
                events.append(Inletctl::parse(watch->readLine()));
            for (const QJsonObject &row : std::as_const(events)) {
                if (row[QStringLiteral("event")].toString() == QLatin1String(event) && row[QLatin1String(key)].toString() == value)
                    return true;
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(seen("live", "account", MailServers::user(2)), 30000);
        QVERIFY(m_servers.deliver(MailServers::user(2), "From: x@new.test\nTo: y@sales.test\nSubject: fresh\nMessage-ID: <fresh-1@new.test>\n\nhi\n"));
        QTRY_VERIFY_WITH_TIMEOUT(seen("new", "message_id", QStringLiteral("fresh-1@new.test")), 30000);
        // Beside a running program one may read, not write.
        QCOMPARE(subject().run({QStringLiteral("list")}).exit, 0);
        QCOMPARE(subject().run({QStringLiteral("undo")}).exit, 1);
        watch->terminate();
        QVERIFY(watch->waitForFinished(10000));
        QCOMPARE(watch->exitStatus(), QProcess::NormalExit);
    }

    void changedPassword_stopsTheMailbox_untilItIsChecked()
    {
        const Inletctl::Run removed = subject().run({QStringLiteral("account"), QStringLiteral("remove"), MailServers::user(3)});
        QCOMPARE(removed.exit, 0);
        QCOMPARE(subject().run({QStringLiteral("account"), QStringLiteral("list")}).rows.size(), 2);
        QCOMPARE(subject().run({QStringLiteral("messages"), QStringLiteral("--account"), MailServers::user(3)}).exit, 1);
        const Inletctl::Run missing = subject().run({QStringLiteral("message"), QStringLiteral("99999")});
        QCOMPARE(missing.exit, 1);
        QVERIFY2(missing.err.contains("open it in Inlet"), missing.err.constData());
    }

    void doctor_andExport_work()
    {
        QVERIFY2(subject().run({QStringLiteral("doctor")}).exit == 0, "doctor");
        QTemporaryDir out;
        const Inletctl::Run exported = subject().run({QStringLiteral("export"), out.path()});
        QCOMPARE(exported.exit, 0);
        QCOMPARE(exported.rows.size(), 4);
        QCOMPARE(subject().run({QStringLiteral("import"), out.path()}).exit, 0);
    }
};

INLET_TEST(tst_CommandLine)
#include "tst_CommandLine.moc"
