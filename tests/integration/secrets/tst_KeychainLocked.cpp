// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/SecretBroker.h"
#include "secrets/KeychainSecretStore.h"
#include "support/PrivateKeyring.h"
#include "support/SecretAnswers.h"
#include "support/TestMain.h"

#include <QSignalSpy>
#include <QTest>

using namespace inlet;
using namespace inlet::test;

// A real gnome-keyring that is locked while we run, as after a suspend.
class tst_KeychainLocked : public QObject
{
    Q_OBJECT

private:
    /// By another broker, while the keyring is open; afterwards it is locked again.
    static bool keepWhileOpen(PrivateKeyring &keyring)
    {
        engine::GuiRelay relay;
        engine::SecretBroker broker(std::make_unique<secrets::KeychainSecretStore>(QStringLiteral("inlet-test")), relay);
        std::optional<bool> kept;
        broker.keep(QStringLiteral("a@x.test"), Secret("mailbox's"), [&](const Result<void> &written) { kept = bool(written); });
        return QTest::qWaitFor([&] { return kept.has_value(); }, 10'000) && *kept && keyring.lock();
    }

private Q_SLOTS:
    void locked_isNotTakenForMissing_andComesBackWhenUnlocked()
    {
        PrivateKeyring keyring;
        QVERIFY2(keyring.start(PrivateKeyring::Situation::Unlocked), qPrintable(keyring.error()));
        secrets::KeychainSecretStore subject(QStringLiteral("inlet-test"));
        const QString key = QStringLiteral("account/1/imap");
        QVERIFY(writeSecret(subject, key, Secret("one")));
        QVERIFY(keepWhileOpen(keyring));

        const auto read = readSecret(subject, key);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::Auth);
        QCOMPARE(read.error().cause, QByteArray("keyring-locked"));
        const auto written = writeSecret(subject, key, Secret("two"));
        QCOMPARE(written.error().kind, ErrorKind::Auth);
        QCOMPARE(probeStore(subject).error().cause, QByteArray("keyring-locked"));
        const auto removed = removeSecret(subject, key);

        // As at the start of the program: nothing is known, and nobody asks again.
        engine::GuiRelay relay;
        engine::SecretBroker broker(std::make_unique<secrets::KeychainSecretStore>(QStringLiteral("inlet-test")), relay);
        std::optional<Error> refusal;
        broker.fetch(QStringLiteral("a@x.test"), [&](const Result<Secret> &secret) { refusal = secret ? Error() : secret.error(); });
        QSignalSpy recovered(&broker, &engine::SecretBroker::recovered);
        QTRY_VERIFY(refusal);
        QCOMPARE(refusal->cause, QByteArray("keyring-locked"));
        QVERIFY(keyring.unlock());
        QVERIFY(recovered.wait(20'000));
        std::optional<Secret> secret;
        broker.fetch(QStringLiteral("a@x.test"), [&](const Result<Secret> &answer) { secret = answer.value_or(Secret()); });
        QTRY_VERIFY(secret);
        QVERIFY(secret->equals(Secret("mailbox's")));
        // What is said to be deleted is.
        QCOMPARE(readSecret(subject, key).has_value(), !removed.has_value());
        if (!removed)
            QCOMPARE(removed.error().cause, QByteArray("keyring-locked"));
    }
};

INLET_TEST(tst_KeychainLocked)
#include "tst_KeychainLocked.moc"
