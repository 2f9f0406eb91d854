// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/KeychainSecretStore.h"
#include "support/PrivateKeyring.h"
#include "support/SecretAnswers.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::test;
using secrets::KeychainSecretStore;

// A real gnome-keyring, unlocked.
class tst_KeychainUnlocked : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(
            m_keyring.start(PrivateKeyring::Situation::Unlocked), qPrintable(m_keyring.error()));
    }

    void secrets_areKept()
    {
        const QString key = QStringLiteral("account/1/imap");
        const Secret odd(std::string_view("p\0\xff\n\"ü", 7));
        {
            KeychainSecretStore subject(QStringLiteral("inlet-test"));
            QVERIFY(probeStore(subject));
            QCOMPARE(readSecret(subject, key).error().kind, ErrorKind::NotFound);
            QVERIFY(writeSecret(subject, key, Secret("one")));
            QVERIFY(writeSecret(subject, key, odd));
        }
        KeychainSecretStore subject(QStringLiteral("inlet-test"));
        const auto read = readSecret(subject, key);
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QVERIFY(read->equals(odd));
        QVERIFY(removeSecret(subject, key));
        QVERIFY(removeSecret(subject, key));
        QCOMPARE(readSecret(subject, key).error().cause, QByteArray("secret-missing"));
        QCOMPARE(subject.kind(), QStringLiteral("keychain"));
    }

    void profiles_doNotMeet()
    {
        KeychainSecretStore one(QStringLiteral("inlet-one"));
        KeychainSecretStore two(QStringLiteral("inlet-two"));
        QVERIFY(writeSecret(one, QStringLiteral("k"), Secret("1")));
        QCOMPARE(readSecret(two, QStringLiteral("k")).error().kind, ErrorKind::NotFound);
    }

    void manyJobs_comeInOrder()
    {
        KeychainSecretStore subject(QStringLiteral("inlet-many"));
        QList<int> order;
        int right = 0;
        for (int i = 0; i < 50; ++i) {
            const Secret secret(std::to_string(i));
            subject.write(QStringLiteral("k%1").arg(i), secret, [](const Result<void> &) {});
            subject.read(QStringLiteral("k%1").arg(i), [&, i, secret](const Result<Secret> &read) {
                order.append(i);
                right += read && read->equals(secret) ? 1 : 0;
            });
        }
        QVERIFY(order.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(order.size(), 50, 30000);
        QCOMPARE(right, 50);
        QVERIFY(std::is_sorted(order.cbegin(), order.cend()));
    }

    void destroyed_whileBusy_neverAnswers()
    {
        auto subject = std::make_unique<KeychainSecretStore>(QStringLiteral("inlet-test"));
        bool answered = false;
        subject->write(
            QStringLiteral("a"), Secret("x"), [&](const Result<void> &) { answered = true; });
        subject->read(QStringLiteral("a"), [&](const Result<Secret> &) { answered = true; });
        QCoreApplication::processEvents(); // the first job is running
        subject.reset();
        KeychainSecretStore other(QStringLiteral("inlet-test"));
        QVERIFY(probeStore(other));
        QVERIFY(!answered);
    }

private:
    PrivateKeyring m_keyring;
};

INLET_TEST(tst_KeychainUnlocked)
#include "tst_KeychainUnlocked.moc"
