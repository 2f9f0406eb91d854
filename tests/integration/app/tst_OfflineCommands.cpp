// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Inletctl.h"
#include "support/TestMain.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace inlet::test;

/// classify, trim and thread: no profile, no network, one row a file or message.
class tst_OfflineCommands : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    [[nodiscard]] Inletctl subject() const { return {m_dir.filePath(QStringLiteral("profile")), QString()}; }
    QString write(const char *name, const QByteArray &contents)
    {
        QFile file(m_dir.filePath(QLatin1String(name)));
        [[maybe_unused]] const bool open = file.open(QIODevice::WriteOnly);
        file.write(contents);
        return file.fileName();
    }

private Q_SLOTS:
    void classify_saysWhatAndWhy()
    {
        const QString data = QStringLiteral(INLET_TEST_DATA "/triage/");
        const Inletctl::Run run = subject().run({QStringLiteral("classify"), data + QStringLiteral("dsn_postfix_unknown.eml"), data + QStringLiteral("ooo_de.eml"),
            m_dir.filePath(QStringLiteral("missing.eml"))});
        QVERIFY(run.exit != 0); // one could not be read, the others were
        QCOMPARE(run.row("kind", QStringLiteral("bounce")).value(QLatin1String("category")).toString(), QStringLiteral("Bounce"));
        const QJsonObject away = run.row("kind", QStringLiteral("auto-reply"));
        QVERIFY(away.contains(QLatin1String("auto_reply")));
        QVERIFY(!away.value(QLatin1String("evidence")).toArray().isEmpty());
    }

    void trim_findsOutTheCharset_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("contents");
        QTest::newRow("text in Latin-1") << QByteArray("a.txt") << QByteArray("Gr\xfc\xdf" "e\n\nAm 3.3.2026 schrieb Anna:\n> Hallo\n");
        QTest::newRow("text in UTF-8") << QByteArray("b.txt") << QByteArray("Gr\xc3\xbc\xc3\x9f" "e\n\nAm 3.3.2026 schrieb Anna:\n> Hallo\n");
        QTest::newRow("HTML in Latin-1") << QByteArray("c.html") << QByteArray("<meta charset=\"iso-8859-1\"><p>Gr\xfc\xdf" "e</p>");
        QTest::newRow("message") << QByteArray("d.eml") << QByteArray("From: a@b.test\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\nGr\xfc\xdf" "e\r\n");
    }
    void trim_findsOutTheCharset()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, contents);
        const Inletctl::Run run = subject().run({QStringLiteral("trim"), write(name.constData(), contents)});
        QCOMPARE(run.exit, 0);
        QCOMPARE(run.rows.size(), 1);
        QVERIFY2(run.out.contains("Gr\xc3\xbc\xc3\x9f" "e"), run.out.constData());
        QVERIFY(!run.rows.first().value(QLatin1String("text")).toString().contains(QLatin1String("Hallo")));
    }

    void thread_joinsByHeaders_neverBySubject()
    {
        const QByteArray mbox = "From a Mon Mar  2 10:00:00 2026\nFrom: a@b.test\nTo: c@d.test\nSubject: Hi\nMessage-ID: <1@b.test>\nDate: Mon, 2 Mar 2026 10:00:00 +0000\n\none\n\n"
                                "From c Mon Mar  2 11:00:00 2026\nFrom: c@d.test\nTo: a@b.test\nSubject: Re: Hi\nMessage-ID: <2@d.test>\nIn-Reply-To: <1@b.test>\nDate: Mon, 2 Mar 2026 11:00:00 +0000\n\ntwo\n\n"
                                "From e Mon Mar  2 12:00:00 2026\nFrom: e@f.test\nTo: a@b.test\nSubject: Hi\nMessage-ID: <3@f.test>\nDate: Mon, 2 Mar 2026 12:00:00 +0000\n\nthree\n";
        const Inletctl::Run run = subject().run({QStringLiteral("thread"), write("t.mbox", mbox)});
        QCOMPARE(run.exit, 0);
        QCOMPARE(run.rows.size(), 2);
        QCOMPARE(run.rows.at(0).value(QLatin1String("message_ids")).toArray(), (QJsonArray{QStringLiteral("1@b.test"), QStringLiteral("2@d.test")}));
        QCOMPARE(run.rows.at(1).value(QLatin1String("message_ids")).toArray(), QJsonArray{QStringLiteral("3@f.test")});
    }
};

INLET_TEST(tst_OfflineCommands)
#include "tst_OfflineCommands.moc"
