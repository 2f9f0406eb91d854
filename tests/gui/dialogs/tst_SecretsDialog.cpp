// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fixtures.h"
#include "support/FakeEngine.h"
#include "support/TestMain.h"
#include "ui/dialogs/SecretsDialog.h"

#include <QRadioButton>

using namespace inlet;
using namespace inlet::test;

class tst_SecretsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(); }

    void vault_shortOrDifferent_isRefused();
    void vault_made_isAccepted();
    void session_chosen_needsNoPassphrase();
    void unlock_wrongPassphrase_saysSoAndStays();
    void keyring_back_isAccepted();
};

namespace
{
const QString kProblem = QStringLiteral("No unlocked password store was found.");

void type(QWidget *in, const char *name, const QString &text)
{
    auto *edit = find<QLineEdit>(in, name);
    edit->clear();
    QTest::keyClicks(edit, text);
}
}

void tst_SecretsDialog::vault_shortOrDifferent_isRefused()
{
    FakeEngine engine;
    ui::SecretsDialog subject(engine, QStringLiteral("keychain"), kProblem, nullptr);
    subject.show();
    type(&subject, "passphraseEdit", QStringLiteral("short"));
    click(&subject, "acceptButton");
    QVERIFY(find<QLineEdit>(&subject, "passphraseEdit")->isVisible());
    type(&subject, "passphraseEdit", QStringLiteral("long enough phrase"));
    type(&subject, "passphraseAgainEdit", QStringLiteral("long enough phrasf"));
    click(&subject, "acceptButton");
    QVERIFY(subject.isVisible());
    QVERIFY(engine.chosenSecretStores.isEmpty());
}

void tst_SecretsDialog::vault_made_isAccepted()
{
    FakeEngine engine;
    engine.secretProblem = kProblem;
    ui::SecretsDialog subject(engine, QStringLiteral("keychain"), kProblem, nullptr);
    subject.show();
    type(&subject, "passphraseEdit", QStringLiteral("long enough phrase"));
    type(&subject, "passphraseAgainEdit", QStringLiteral("long enough phrase"));
    QTest::keyClick(find<QLineEdit>(&subject, "passphraseAgainEdit"), Qt::Key_Return);
    QTRY_VERIFY(!subject.isVisible());
    QCOMPARE(subject.result(), int(QDialog::Accepted));
    QCOMPARE(engine.chosenSecretStores.first().first, QStringLiteral("file"));
    QVERIFY(engine.chosenSecretStores.first().second.equals(Secret("long enough phrase")));
}

void tst_SecretsDialog::session_chosen_needsNoPassphrase()
{
    FakeEngine engine;
    ui::SecretsDialog subject(engine, QStringLiteral("keychain"), kProblem, nullptr);
    subject.show();
    find<QRadioButton>(&subject, "sessionRadioButton")->setChecked(true);
    QVERIFY(!find<QLineEdit>(&subject, "passphraseEdit")->isVisible());
    click(&subject, "acceptButton");
    QTRY_COMPARE(subject.result(), int(QDialog::Accepted));
    QCOMPARE(engine.chosenSecretStores.first().first, QStringLiteral("session"));
    QVERIFY(engine.chosenSecretStores.first().second.isEmpty());
}

void tst_SecretsDialog::unlock_wrongPassphrase_saysSoAndStays()
{
    FakeEngine engine;
    engine.onUseSecretStore = [](const QString &, const Secret &passphrase) -> Result<void> {
        if (passphrase.equals(Secret("right")))
            return {};
        return Error{ErrorKind::Auth, QStringLiteral("passphrase"), {}, {}};
    };
    ui::SecretsDialog subject(engine, QStringLiteral("file"), QStringLiteral("locked"), nullptr);
    subject.show();
    QVERIFY(!find<QLineEdit>(&subject, "passphraseAgainEdit")->isVisible());
    type(&subject, "passphraseEdit", QStringLiteral("wrong"));
    click(&subject, "acceptButton");
    QTRY_VERIFY(find<QWidget>(&subject, "secretsNotice")->accessibleName().contains(QStringLiteral("does not open")));
    QVERIFY(subject.isVisible());
    type(&subject, "passphraseEdit", QStringLiteral("right"));
    click(&subject, "acceptButton");
    QTRY_COMPARE(subject.result(), int(QDialog::Accepted));
}

void tst_SecretsDialog::keyring_back_isAccepted()
{
    FakeEngine engine;
    engine.secretProblem = kProblem;
    ui::SecretsDialog subject(engine, QStringLiteral("keychain"), kProblem, nullptr);
    subject.show();
    click(&subject, "probeButton");
    QTRY_VERIFY(find<QWidget>(&subject, "secretsNotice")->isVisible());
    engine.secretProblem.clear();
    click(&subject, "probeButton");
    QTRY_COMPARE(subject.result(), int(QDialog::Accepted));
    QVERIFY(engine.chosenSecretStores.isEmpty());
}

INLET_TEST(tst_SecretsDialog)
#include "tst_SecretsDialog.moc"
