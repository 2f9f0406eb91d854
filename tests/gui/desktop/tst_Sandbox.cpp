// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/Sandbox.h"
#include "support/TestMain.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace inlet;

/// The way to the sandbox from a window without mailboxes. What opens is checked by hand: packaging/sandbox.sh.
class tst_Sandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checkout_hasIt_anInstallationHasNot()
    {
        QTemporaryDir tree;
        const QString programs = tree.filePath(QStringLiteral("build/dev/app"));
        QCOMPARE(desktop::Sandbox::scriptFor(programs), QString());
        for (const char *file : {"build/dev/app/inletctl", "packaging/sandbox.sh", "packaging/sandbox/fill.py"})
            write(tree.filePath(QLatin1String(file)), "#!/bin/sh\n");
        QCOMPARE(desktop::Sandbox::scriptFor(programs), QString()); // without its mail servers
        write(tree.filePath(QStringLiteral("tests/support/servers/start.sh")), "#!/bin/sh\n");
        QCOMPARE(desktop::Sandbox::scriptFor(programs), tree.filePath(QStringLiteral("packaging/sandbox.sh")));
        QFile::remove(tree.filePath(QStringLiteral("build/dev/app/inletctl")));
        QCOMPARE(desktop::Sandbox::scriptFor(programs), QString());
        const QString path = qEnvironmentVariable("PATH");
        write(tree.filePath(QStringLiteral("build/dev/app/inletctl")), "#!/bin/sh\n");
        qputenv("PATH", tree.path().toUtf8());
        const QString without = desktop::Sandbox::scriptFor(programs);
        qputenv("PATH", path.toUtf8());
        QCOMPARE(without, QString()); // no python3
    }

    void start_saysHowItEnded_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("problem");
        QTest::newRow("closed") << QByteArray("exit 0") << QString();
        QTest::newRow("said why") << QByteArray("echo one >&2; echo 'start.sh: dovecot not found' >&2; exit 3") << QStringLiteral("start.sh: dovecot not found");
        QTest::newRow("silent") << QByteArray("exit 1") << QStringLiteral("it ended too early.");
        QTest::newRow("killed") << QByteArray("kill -9 $$") << QStringLiteral("it ended too early.");
    }
    void start_saysHowItEnded()
    {
        QFETCH(QByteArray, script);
        QFETCH(QString, problem);
        QTemporaryDir dir;
        write(dir.filePath(QStringLiteral("s.sh")), script);
        desktop::Sandbox subject;
        QStringList said;
        subject.start(dir.filePath(QStringLiteral("s.sh")), dir.path(), [&said](const QString &text) { said.append(text); });
        QTRY_COMPARE(said, QStringList{problem});
    }

    void start_thatFails_leavesNoLog()
    {
        QTemporaryDir dir;
        const QByteArray path = qgetenv("PATH");
        const QByteArray temporary = qgetenv("TMPDIR");
        qputenv("PATH", "/nowhere"); // no bash
        qputenv("TMPDIR", dir.path().toUtf8());
        desktop::Sandbox subject;
        QStringList said;
        subject.start(QStringLiteral("s.sh"), dir.path(), [&said](const QString &text) { said.append(text); });
        qputenv("PATH", path);
        temporary.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", temporary);
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(!said.first().isEmpty());
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files).join(QLatin1Char(' ')), QString());
    }

    /// It gets the programs and nothing of the profile that is open, and goes on when this one closes.
    void start_isOnItsOwn()
    {
        QTemporaryDir dir;
        QCOMPARE(mkfifo(qPrintable(dir.filePath(QStringLiteral("go"))), 0600), 0);
        write(dir.filePath(QStringLiteral("s.sh")), "echo \"$# $1\" >\"$1/said.new\"; mv \"$1/said.new\" \"$1/said\"; cat \"$1/go\"; touch \"$1/over\"");
        auto subject = std::make_unique<desktop::Sandbox>();
        bool told = false;
        subject->start(dir.filePath(QStringLiteral("s.sh")), dir.path(), [&told](const QString &) { told = true; });
        QTRY_VERIFY(QFile::exists(dir.filePath(QStringLiteral("said"))));
        QFile said(dir.filePath(QStringLiteral("said")));
        QVERIFY(said.open(QIODevice::ReadOnly));
        QCOMPARE(said.readAll().trimmed(), "1 " + dir.path().toUtf8());
        subject->start(QStringLiteral("/nowhere"), dir.path(), [&told](const QString &) { told = true; }); // one is enough
        subject.reset();
        write(dir.filePath(QStringLiteral("go")), "");
        QTRY_VERIFY(QFile::exists(dir.filePath(QStringLiteral("over"))));
        QVERIFY(!told);
    }

private:
    static void write(const QString &path, const QByteArray &content)
    {
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.setPermissions(file.permissions() | QFile::ExeOwner | QFile::ExeUser);
    }
};

INLET_TEST(tst_Sandbox)
#include "tst_Sandbox.moc"
