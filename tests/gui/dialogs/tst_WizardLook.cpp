// SPDX-License-Identifier: GPL-3.0-or-later
#include "DialogPictures.h"
#include "support/FakeEngine.h"
#include "support/FakePrompts.h"
#include "support/TestMain.h"
#include "ui/dialogs/ConnectWizard.h"

#include <QPlainTextEdit>

using namespace inlet;
using namespace inlet::test;

/// How the ways to connect a mailbox look, page by page.
class tst_WizardLook : public QObject, private DialogPictures
{
    Q_OBJECT

private Q_SLOTS:
    void window_rendered_hasNoClippedText_data() { addWindows({"wizard", "form", "certificate", "refused", "noPassword", "history", "identity", "fleet"}); }
    void window_rendered_hasNoClippedText();

private:
    void wizard();
    void form();
    void certificate();
    void refused();
    void noPassword();
    void history();
    void identity();
    void fleet();
};

void tst_WizardLook::window_rendered_hasNoClippedText()
{
    QFETCH(int, mode);
    QFETCH(QString, window);
    setMode(mode);
    const QHash<QString, void (tst_WizardLook::*)()> makers{{QStringLiteral("wizard"), &tst_WizardLook::wizard},
        {QStringLiteral("form"), &tst_WizardLook::form},
        {QStringLiteral("certificate"), &tst_WizardLook::certificate},
        {QStringLiteral("refused"), &tst_WizardLook::refused},
        {QStringLiteral("noPassword"), &tst_WizardLook::noPassword},
        {QStringLiteral("history"), &tst_WizardLook::history},
        {QStringLiteral("identity"), &tst_WizardLook::identity},
        {QStringLiteral("fleet"), &tst_WizardLook::fleet}};
    (this->*makers.value(window))();
}

namespace
{

/// A heading of the wizard in the language of this run.
QString inLanguage(const QString &english)
{
    const std::tuple<const char *, const char *, QStringList> headings[] = {{"SignInPage", "Sign in to %1", {QStringLiteral("Google")}},
        {"SignInPage", "Sign in to %1", {QStringLiteral("Microsoft")}}, {"ChecksPage", "Everything works", {}}, {"ChecksPage", "Not connected yet", {}},
        {"DonePage", "Connected", {}}, {"ServersPage", "Mail servers", {}}, {"FleetPage", "%1 of %2 connected", {QStringLiteral("18"), QStringLiteral("25")}}};
    for (const auto &[context, text, values] : headings) {
        QString plain = QString::fromLatin1(text);
        QString own = QCoreApplication::translate((QByteArray("inlet::ui::") + context).constData(), text);
        for (const QString &value : values) {
            plain = plain.arg(value);
            own = own.arg(value);
        }
        if (plain == english)
            return own;
    }
    return english;
}

struct Stage {
    FakeEngine engine;
    FakePrompts prompts;
    std::unique_ptr<ui::ConnectWizard> wizard;

    explicit Stage(const engine::Detection &detection)
    {
        engine.detection = detection;
        engine.checkSteps = goodSteps();
        wizard = std::make_unique<ui::ConnectWizard>(engine, prompts);
        wizard->show();
    }
    void next() { find<QPushButton>(wizard.get(), "nextButton")->click(); }
    void to(const QString &heading)
    {
        QTRY_COMPARE(find<QLabel>(wizard.get(), "headingLabel")->text(), inLanguage(heading));
    }
    void address(const QString &email)
    {
        find<QLineEdit>(wizard.get(), "emailEdit")->setText(email);
    }
    void password()
    {
        QTest::keyClicks(find<QLineEdit>(wizard.get(), "passwordEdit"), QStringLiteral("abcdefghijkl"));
    }
    void toChecks(const QString &heading)
    {
        address(QStringLiteral("anna.keller@try-acme.com"));
        next();
        to(QStringLiteral("Sign in to Google"));
        password();
        next();
        to(heading);
    }
};

} // namespace

void tst_WizardLook::wizard()
{
    Stage stage(googleDetection());
    shoot(stage.wizard.get(), QStringLiteral("wizard-1-address-empty"));
    stage.address(QStringLiteral("anna.keller@try-acme.com"));
    QTRY_COMPARE(find<QLabel>(stage.wizard.get(), "providerLabel")->text(), QStringLiteral("Google"));
    shoot(stage.wizard.get(), QStringLiteral("wizard-1-address"));
    stage.next();
    stage.to(QStringLiteral("Sign in to Google"));
    stage.engine.onMailboxesWithPassword = [](const Secret &) { return QStringList{QStringLiteral("jo@get-acme.com"), QStringLiteral("x@y.io")}; };
    stage.password();
    QTRY_VERIFY(find<QWidget>(stage.wizard.get(), "reuseNotice")->isVisible());
    shoot(stage.wizard.get(), QStringLiteral("wizard-2-signin"));
    stage.next();
    stage.to(QStringLiteral("Everything works"));
    shoot(stage.wizard.get(), QStringLiteral("wizard-3-checks"));
    for (int page = 0; page < 3; ++page)
        stage.next();
    stage.to(QStringLiteral("Connected"));
    engine::MailboxStatus status;
    status.state = engine::MailboxState::CatchingUp;
    status.syncDone = 1240;
    status.syncTotal = 3900;
    stage.engine.statuses.insert(stage.engine.addedAccounts.first().id, status);
    Q_EMIT stage.engine.statusChanged(stage.engine.addedAccounts.first().id);
    shoot(stage.wizard.get(), QStringLiteral("wizard-6-done"));
}

void tst_WizardLook::form()
{
    Stage stage(unknownDetection());
    stage.address(QStringLiteral("anna@acme.io"));
    stage.next();
    stage.to(QStringLiteral("Mail servers"));
    shoot(stage.wizard.get(), QStringLiteral("wizard-2-servers"));
    find<QLineEdit>(stage.wizard.get(), "imapPortEdit")->setText(QStringLiteral("995"));
    find<QLineEdit>(stage.wizard.get(), "smtpHostEdit")->clear();
    stage.next();
    shoot(stage.wizard.get(), QStringLiteral("wizard-2-servers-wrong"));
}

void tst_WizardLook::certificate()
{
    Stage stage(googleDetection());
    stage.engine.checkSteps = certificateSteps();
    stage.toChecks(QStringLiteral("Not connected yet"));
    shoot(stage.wizard.get(), QStringLiteral("wizard-3-certificate"));
}

void tst_WizardLook::refused()
{
    Stage stage(googleDetection());
    stage.engine.checkSteps = refusedSteps();
    stage.toChecks(QStringLiteral("Not connected yet"));
    shoot(stage.wizard.get(), QStringLiteral("wizard-3-refused"));
}

void tst_WizardLook::noPassword()
{
    engine::Detection microsoft = googleDetection();
    microsoft.providerName = QStringLiteral("Microsoft");
    microsoft.passwordRefused = true;
    microsoft.note.clear();
    Stage stage(microsoft);
    stage.address(QStringLiteral("anna@contoso.com"));
    stage.next();
    stage.to(QStringLiteral("Sign in to Microsoft"));
    shoot(stage.wizard.get(), QStringLiteral("wizard-2-no-password"));
}

void tst_WizardLook::history()
{
    Stage stage(googleDetection());
    stage.toChecks(QStringLiteral("Everything works"));
    stage.next();
    shoot(stage.wizard.get(), QStringLiteral("wizard-4-history"));
    Stage silent(googleDetection());
    for (engine::CheckStep &one : silent.engine.checkSteps) {
        if (one.step != QLatin1String("folders"))
            continue;
        for (const char *name : {"INBOX", "INBOX.Gesendete Post", "INBOX.Kunden", "INBOX.Spam"}) {
            imap::RemoteFolder folder;
            folder.wireName = name;
            folder.name = QString::fromLatin1(name);
            folder.delimiter = '.';
            folder.role = one.folders.isEmpty() ? imap::FolderRole::Inbox : imap::FolderRole::None;
            one.folders.append(folder);
        }
        one.folders.last().role = imap::FolderRole::Junk;
    }
    silent.toChecks(QStringLiteral("Everything works"));
    silent.next();
    shoot(silent.wizard.get(), QStringLiteral("wizard-4-folders"));
}

void tst_WizardLook::identity()
{
    Stage stage(googleDetection());
    stage.toChecks(QStringLiteral("Everything works"));
    stage.next();
    stage.next();
    find<QPlainTextEdit>(stage.wizard.get(), "signatureEdit")->setPlainText(QStringLiteral("Anna Keller\nAccount Executive, Try Acme\n+49 30 901820"));
    shoot(stage.wizard.get(), QStringLiteral("wizard-5-identity"));
}

void tst_WizardLook::fleet()
{
    Stage stage(googleDetection());
    QList<engine::FleetRow> rows;
    for (int i = 0; i < 24; ++i)
        rows.append(fleetRow(i + 2, QStringLiteral("%1.keller@try-acme%2.com").arg(QChar(u'a' + i)).arg(i % 4)));
    engine::FleetRow wrong;
    wrong.line = 26;
    wrong.problem = QStringLiteral("\"anna.acme.io\" is not an email address.");
    rows.append(wrong);
    stage.engine.onParseFleet = [rows](const QByteArray &) { return engine::Fleet{rows, {}}; };
    stage.engine.onCheck = [](const accounts::Account &account, const Secret &) {
        QList<engine::CheckStep> steps = account.email.contains(QStringLiteral("acme2")) ? refusedSteps() : goodSteps();
        if (account.email.startsWith(QLatin1Char('f')))
            replaceStep(steps, step(QStringLiteral("push"), engine::CheckStatus::Warning, QStringLiteral("No IDLE")));
        return steps;
    };
    stage.wizard->showFleet();
    shoot(stage.wizard.get(), QStringLiteral("fleet-1-empty"), QSize(1040, 700));
    find<QPlainTextEdit>(stage.wizard.get(), "fleetEdit")->setPlainText(QStringLiteral("email,password\n"));
    stage.next();
    stage.to(QStringLiteral("18 of 25 connected"));
    shoot(stage.wizard.get(), QStringLiteral("fleet-2-table"), QSize(1040, 700));
}

INLET_TEST(tst_WizardLook)
#include "tst_WizardLook.moc"
