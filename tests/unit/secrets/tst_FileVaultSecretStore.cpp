// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/FileVaultSecretStore.h"
#include "support/SecretAnswers.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <sys/stat.h>

using namespace inlet;
using namespace inlet::test;
using secrets::FileVaultSecretStore;

namespace
{

// The least that libsodium takes: the format is the same, the tests are quick.
const secrets::VaultCost kCheap{1, 8192};
const Secret kPassphrase("correct horse");
const QString kKey = QStringLiteral("account/1/imap");

Result<void> openVault(FileVaultSecretStore &store, const Secret &passphrase)
{
    return awaitAnswer<void>([&](auto done) { store.open(passphrase, std::move(done)); });
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void replace(const QString &path, const QByteArray &octets)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(octets), octets.size());
}

} // namespace

class tst_FileVaultSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(QStringLiteral("inlet/secrets.vault"));
    }

    void secrets_surviveARestart()
    {
        const Secret odd(std::string_view("p\0\xff\n\"ü", 7));
        {
            FileVaultSecretStore subject(m_path, kCheap);
            QVERIFY(openVault(subject, kPassphrase));
            QVERIFY(writeSecret(subject, kKey, odd));
            QVERIFY(writeSecret(subject, QStringLiteral("ключ/2"), Secret("two")));
            QVERIFY(writeSecret(subject, QStringLiteral("gone"), Secret("x")));
            QVERIFY(removeSecret(subject, QStringLiteral("gone")));
        }
        FileVaultSecretStore subject(m_path, kCheap);
        QVERIFY(openVault(subject, kPassphrase));
        QVERIFY(readSecret(subject, kKey)->equals(odd));
        QVERIFY(readSecret(subject, QStringLiteral("ключ/2"))->equals(Secret("two")));
        QCOMPARE(readSecret(subject, QStringLiteral("gone")).error().kind, ErrorKind::NotFound);
        QCOMPARE(subject.kind(), QStringLiteral("file"));
    }

    void file_isPrivate_andSaysNothing()
    {
        FileVaultSecretStore subject(m_path, kCheap);
        QVERIFY(openVault(subject, kPassphrase));
        QVERIFY(writeSecret(subject, QStringLiteral("account/77/imap"), Secret("hunter2hunter2")));
        struct stat facts = {};
        QCOMPARE(::stat(QFile::encodeName(m_path).constData(), &facts), 0);
        QCOMPARE(facts.st_mode & 0777U, 0600U);
        const QByteArray file = contents(m_path);
        QVERIFY(!file.contains("hunter2") && !file.contains("account") && !file.contains("horse"));
        const QByteArray before = file;
        QVERIFY(writeSecret(subject, QStringLiteral("account/77/imap"), Secret("hunter2hunter2")));
        QVERIFY(contents(m_path) != before); // another nonce each time
        QCOMPARE(QDir(m_dir->filePath(QStringLiteral("inlet")))
                     .entryList(QDir::Files | QDir::Hidden)
                     .size(),
            1);
    }

    void locked_saysSo()
    {
        FileVaultSecretStore subject(m_path, kCheap);
        QCOMPARE(readSecret(subject, kKey).error().kind, ErrorKind::Auth);
        QCOMPARE(
            writeSecret(subject, kKey, Secret("x")).error().cause, QByteArray("keyring-locked"));
        QCOMPARE(probeStore(subject).error().kind, ErrorKind::Auth);
        QVERIFY(!QFile::exists(m_path));
    }

    void wrongPassphrase_changesNothing()
    {
        makeVault();
        const QByteArray before = contents(m_path);
        FileVaultSecretStore subject(m_path, kCheap);
        const auto opened = openVault(subject, Secret("wrong"));
        QCOMPARE(opened.error().kind, ErrorKind::Auth);
        QCOMPARE(opened.error().cause, QByteArray("wrong-passphrase"));
        QCOMPARE(openVault(subject, Secret()).error().kind, ErrorKind::Config);
        QCOMPARE(readSecret(subject, kKey).error().kind, ErrorKind::Auth);
        QCOMPARE(contents(m_path), before);
        QVERIFY(openVault(subject, kPassphrase));
        QVERIFY(readSecret(subject, kKey)->equals(Secret("one")));
    }

    void damagedFile_isTold_data()
    {
        QTest::addColumn<int>("position"); // octet to flip, from the end when negative
        QTest::newRow("magic") << 0;
        QTest::newRow("version") << 8;
        QTest::newRow("cost") << 16;
        QTest::newRow("salt") << 30;
        QTest::newRow("key check") << 45;
        QTest::newRow("checksum") << 60;
        QTest::newRow("nonce") << 75;
        QTest::newRow("first entry") << 100;
        QTest::newRow("tag") << -1;
    }

    void damagedFile_isTold()
    {
        QFETCH(int, position);
        makeVault();
        QByteArray octets = contents(m_path);
        const qsizetype at = position < 0 ? octets.size() + position : position;
        octets[at] = static_cast<char>(octets.at(at) ^ 1);
        replace(m_path, octets);
        FileVaultSecretStore subject(m_path, kCheap);
        const auto opened = openVault(subject, kPassphrase);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Storage);
        QCOMPARE(opened.error().cause, QByteArray("vault-damaged"));
        QVERIFY(!writeSecret(subject, kKey, Secret("x")));
        QCOMPARE(contents(m_path), octets); // never overwritten
    }

    void anyCut_isTold()
    {
        makeVault();
        const QByteArray octets = contents(m_path);
        for (qsizetype length = 0; length < octets.size(); length += 7) {
            replace(m_path, octets.left(length));
            FileVaultSecretStore subject(m_path, kCheap);
            QCOMPARE(openVault(subject, kPassphrase).error().cause, QByteArray("vault-damaged"));
        }
    }

    void hugeFile_isTold()
    {
        makeVault();
        replace(m_path, contents(m_path) + QByteArray(17 * 1024 * 1024, 'x'));
        FileVaultSecretStore subject(m_path, kCheap);
        QCOMPARE(openVault(subject, kPassphrase).error().kind, ErrorKind::Storage);
    }

    void unwritableFolder_isTold()
    {
        // A file where the folder should be: also root cannot write there.
        replace(m_dir->filePath(QStringLiteral("inlet")), "x");
        FileVaultSecretStore subject(m_path, kCheap);
        QCOMPARE(openVault(subject, kPassphrase).error().kind, ErrorKind::Storage);
        QCOMPARE(readSecret(subject, kKey).error().kind, ErrorKind::Auth);
    }

    void failedWrite_keepsTheOldSecret()
    {
        FileVaultSecretStore subject(m_path, kCheap);
        QVERIFY(openVault(subject, kPassphrase));
        QVERIFY(writeSecret(subject, kKey, Secret("one")));
        QVERIFY(QDir(m_dir->filePath(QStringLiteral("inlet"))).removeRecursively());
        replace(m_dir->filePath(QStringLiteral("inlet")), "x");
        QCOMPARE(writeSecret(subject, kKey, Secret("two")).error().kind, ErrorKind::Storage);
        QVERIFY(readSecret(subject, kKey)->equals(Secret("one")));
    }

    void keyDerivation_leavesTheEventLoopFree()
    {
        FileVaultSecretStore subject(m_path, secrets::VaultCost()); // the real cost
        QElapsedTimer since;
        qint64 worst = 0;
        QTimer ticks;
        connect(&ticks, &QTimer::timeout, this, [&] { worst = qMax(worst, since.restart()); });
        since.start();
        ticks.start(5);
        QVERIFY(openVault(subject, kPassphrase));
        QVERIFY2(worst < 400, qPrintable(QString::number(worst)));
    }

    void destroyed_finishesItsWrites()
    {
        {
            FileVaultSecretStore subject(m_path, kCheap);
            subject.open(kPassphrase, [](const Result<void> &) {});
            subject.write(kKey, Secret("last"), [](const Result<void> &) {});
        }
        FileVaultSecretStore subject(m_path, kCheap);
        QVERIFY(openVault(subject, kPassphrase));
        QVERIFY(readSecret(subject, kKey)->equals(Secret("last")));
    }

private:
    void makeVault()
    {
        FileVaultSecretStore subject(m_path, kCheap);
        QVERIFY(openVault(subject, kPassphrase));
        QVERIFY(writeSecret(subject, kKey, Secret("one")));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

INLET_TEST(tst_FileVaultSecretStore)
#include "tst_FileVaultSecretStore.moc"
