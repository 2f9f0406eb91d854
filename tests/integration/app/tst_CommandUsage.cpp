// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Inletctl.h"
#include "support/TestMain.h"

#include <QFile>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

using namespace inlet;
using namespace inlet::test;

/// What the command line refuses before it talks to anybody.
class tst_CommandUsage : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_profile;

    [[nodiscard]] Inletctl subject() const { return {m_profile.path(), {}}; }

private Q_SLOTS:
    void usage_isRefusedWithWords_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char *name, const QStringList &arguments) { QTest::newRow(name) << arguments; };
        row("no command", {});
        row("unknown command", {QStringLiteral("frobnicate")});
        row("unknown option", {QStringLiteral("list"), QStringLiteral("--nonsense")});
        row("value missing", {QStringLiteral("list"), QStringLiteral("--limit")});
        row("no number", {QStringLiteral("list"), QStringLiteral("--limit"), QStringLiteral("ten")});
        row("negative", {QStringLiteral("list"), QStringLiteral("--limit"), QStringLiteral("-1")});
        row("unknown scope", {QStringLiteral("list"), QStringLiteral("--scope"), QStringLiteral("everything")});
        row("empty email", {QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("--email"), QString(), QStringLiteral("--password-stdin")});
        row("two addresses", {QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("--email"), QStringLiteral("a@b.test,c@d.test"), QStringLiteral("--password-stdin")});
        row("CR LF in the email", {QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("--email"), QStringLiteral("a@b.test\r\nx"), QStringLiteral("--password-stdin")});
        row("huge email", {QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("--email"), QString(100000, QLatin1Char('a')) + QStringLiteral("@b.test"), QStringLiteral("--password-stdin")});
        row("right to left override", {QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("--email"), QStringLiteral("a\u202e@b.test"), QStringLiteral("--password-stdin")});
        row("plain text server", {QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("--email"), QStringLiteral("a@b.test"), QStringLiteral("--imap"), QStringLiteral("b.test:143:plain"), QStringLiteral("--password-stdin")});
        row("port out of range", {QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("--email"), QStringLiteral("a@b.test"), QStringLiteral("--imap"), QStringLiteral("b.test:99999:tls"), QStringLiteral("--password-stdin")});
        row("no id", {QStringLiteral("show"), QStringLiteral("abc")});
        row("unknown kind", {QStringLiteral("kind"), QStringLiteral("1"), QStringLiteral("robot")});
        row("unknown category", {QStringLiteral("categorize"), QStringLiteral("1"), QStringLiteral("Perhaps")});
    }

    void usage_isRefusedWithWords()
    {
        QFETCH(QStringList, arguments);
        const Inletctl::Run run = subject().run(arguments, "pw\n");
        QCOMPARE(run.exit, 2);
        QVERIFY(!run.err.isEmpty());
        QVERIFY(run.rows.isEmpty());
        QVERIFY(subject().run({QStringLiteral("account"), QStringLiteral("list")}).rows.isEmpty());
    }

    void options_standAnywhere()
    {
        const QString option = QStringLiteral("--limit");
        const QString command = QStringLiteral("list");
        QCOMPARE(subject().run({option, QStringLiteral("1"), command}).exit, 0);
        QCOMPARE(subject().run({command, option, QStringLiteral("1")}).exit, 0);
        const Inletctl::Run wrong = subject().run({QStringLiteral("--nonsense")});
        QCOMPARE(wrong.exit, 2);
        QVERIFY2(wrong.err.contains("unknown option --nonsense"), wrong.err.constData());
    }

    void lockOfTheProfile_livesAsLongAsItsHolder()
    {
        const QTemporaryDir profile;
        const Inletctl other(profile.path(), {});
        const QStringList writing{QStringLiteral("suppress"), QStringLiteral("add"), QStringLiteral("no@prospect.test")};
        QLockFile held(profile.filePath(QStringLiteral("inlet.lock")));
        held.setStaleLockTime(0);
        QVERIFY(held.tryLock());
        QVERIFY(other.run(writing).err.contains("running with this profile"));
        held.unlock();
        // Killed before it wrote its process id.
        QFile left(profile.filePath(QStringLiteral("inlet.lock")));
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.close();
        const Inletctl::Run run = other.run(writing);
        QVERIFY2(run.exit == 0, run.err.constData());
    }
};

INLET_TEST(tst_CommandUsage)
#include "tst_CommandUsage.moc"
