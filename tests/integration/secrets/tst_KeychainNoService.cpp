// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/KeychainSecretStore.h"
#include "support/PrivateKeyring.h"
#include "support/SecretAnswers.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::test;

// A bus on which nobody offers a keyring.
class tst_KeychainNoService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everything_saysNoKeyring()
    {
        PrivateKeyring keyring;
        QVERIFY2(keyring.start(PrivateKeyring::Situation::BusOnly), qPrintable(keyring.error()));
        secrets::KeychainSecretStore subject(QStringLiteral("inlet-test"));
        const QString key = QStringLiteral("account/1/imap");
        for (const Error &error :
            {probeStore(subject).error(), writeSecret(subject, key, Secret("x")).error(),
                readSecret(subject, key).error()}) {
            QCOMPARE(error.kind, ErrorKind::Storage);
            QCOMPARE(error.cause, QByteArray("no-keyring"));
        }
    }
};

INLET_TEST(tst_KeychainNoService)
#include "tst_KeychainNoService.moc"
