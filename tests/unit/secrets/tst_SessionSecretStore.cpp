// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/SessionSecretStore.h"
#include "support/SecretAnswers.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::test;

class tst_SessionSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secrets_liveForTheSession()
    {
        secrets::SessionSecretStore subject;
        const QString key = QStringLiteral("account/1/imap");
        QCOMPARE(readSecret(subject, key).error().kind, ErrorKind::NotFound);
        QVERIFY(writeSecret(subject, key, Secret("one")));
        QVERIFY(writeSecret(subject, key, Secret("two")));
        QVERIFY(readSecret(subject, key)->equals(Secret("two")));
        QVERIFY(removeSecret(subject, key));
        QVERIFY(removeSecret(subject, key));
        QCOMPARE(readSecret(subject, key).error().cause, QByteArray("secret-missing"));
        QVERIFY(probeStore(subject));
        QCOMPARE(subject.kind(), QStringLiteral("session"));
    }

    void destroyed_neverAnswers()
    {
        auto subject = std::make_unique<secrets::SessionSecretStore>();
        bool answered = false;
        subject->read(QStringLiteral("a"), [&](const Result<Secret> &) { answered = true; });
        subject.reset();
        QCoreApplication::processEvents();
        QVERIFY(!answered);
    }
};

INLET_TEST(tst_SessionSecretStore)
#include "tst_SessionSecretStore.moc"
