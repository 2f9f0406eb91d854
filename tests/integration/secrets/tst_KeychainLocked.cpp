// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/KeychainSecretStore.h"
#include "support/PrivateKeyring.h"
#include "support/SecretAnswers.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::test;

// A real gnome-keyring that is locked while we run, as after a suspend.
class tst_KeychainLocked : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void locked_isNotTakenForMissing()
    {
        PrivateKeyring keyring;
        QVERIFY2(keyring.start(PrivateKeyring::Situation::Unlocked), qPrintable(keyring.error()));
        secrets::KeychainSecretStore subject(QStringLiteral("inlet-test"));
        const QString key = QStringLiteral("account/1/imap");
        QVERIFY(writeSecret(subject, key, Secret("one")));
        QVERIFY(keyring.lock());

        const auto read = readSecret(subject, key);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Auth);
        QCOMPARE(read.error().cause, QByteArray("keyring-locked"));
        const auto written = writeSecret(subject, key, Secret("two"));
        QCOMPARE(written.error().kind, ErrorKind::Auth);
        QCOMPARE(probeStore(subject).error().cause, QByteArray("keyring-locked"));
    }
};

INLET_TEST(tst_KeychainLocked)
#include "tst_KeychainLocked.moc"
