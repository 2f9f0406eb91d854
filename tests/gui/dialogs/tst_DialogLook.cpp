// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fixtures.h"
#include "support/FakeEngine.h"
#include "support/FakePrompts.h"
#include "support/TestMain.h"
#include "ui/dialogs/BodyEdit.h"
#include "ui/dialogs/BounceDialog.h"
#include "ui/dialogs/Composer.h"
#include "ui/dialogs/ComposerWindow.h"
#include "ui/dialogs/ConnectWizard.h"
#include "ui/dialogs/DecisionLogDialog.h"
#include "ui/dialogs/LabelPicker.h"
#include "ui/dialogs/MailboxSettings.h"
#include "ui/dialogs/MailboxTable.h"
#include "ui/dialogs/OutboxDialog.h"
#include "ui/dialogs/RepairMailbox.h"
#include "ui/dialogs/RuleDialog.h"
#include "ui/dialogs/SecretsDialog.h"
#include "ui/dialogs/SuppressionDialog.h"

#include <QDir>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTimer>

using namespace inlet;
using namespace inlet::test;

/// Renders every window in light and dark, and fails on a label that does not fit. With
/// INLET_SCREENSHOTS=DIR the pictures are kept.
class tst_DialogLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void window_rendered_hasNoClippedText_data();
    void window_rendered_hasNoClippedText();

private:
    void shoot(QWidget *window, const QString &name, const QSize &size = {});
    void wizard();
    void form();
    void certificate();
    void refused();
    void noPassword();
    void identity();
    void history();
    void fleet();
    void secrets();
    void composer();
    void mailboxes();
    void triage();
    void decisions(FakeEngine &engine, FakePrompts &prompts);

    QString m_mode;
};

void tst_DialogLook::window_rendered_hasNoClippedText_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("window");
    for (const char *window : {"wizard", "form", "certificate", "refused", "noPassword", "identity", "history", "fleet", "secrets", "composer", "mailboxes", "triage"}) {
        QTest::newRow(qPrintable(QStringLiteral("%1 light").arg(QLatin1String(window)))) << int(ui::theme::Mode::Light) << QString::fromLatin1(window);
        QTest::newRow(qPrintable(QStringLiteral("%1 dark").arg(QLatin1String(window)))) << int(ui::theme::Mode::Dark) << QString::fromLatin1(window);
    }
}

void tst_DialogLook::window_rendered_hasNoClippedText()
{
    QFETCH(int, mode);
    QFETCH(QString, window);
    setUpLook(ui::theme::Mode(mode));
    m_mode = mode == int(ui::theme::Mode::Dark) ? QStringLiteral("dark") : QStringLiteral("light");
    const QHash<QString, void (tst_DialogLook::*)()> makers{{QStringLiteral("wizard"), &tst_DialogLook::wizard},
        {QStringLiteral("form"), &tst_DialogLook::form}, {QStringLiteral("certificate"), &tst_DialogLook::certificate},
        {QStringLiteral("refused"), &tst_DialogLook::refused}, {QStringLiteral("noPassword"), &tst_DialogLook::noPassword},
        {QStringLiteral("identity"), &tst_DialogLook::identity}, {QStringLiteral("history"), &tst_DialogLook::history},
        {QStringLiteral("fleet"), &tst_DialogLook::fleet}, {QStringLiteral("secrets"), &tst_DialogLook::secrets},
        {QStringLiteral("composer"), &tst_DialogLook::composer}, {QStringLiteral("mailboxes"), &tst_DialogLook::mailboxes},
        {QStringLiteral("triage"), &tst_DialogLook::triage}};
    (this->*makers.value(window))();
}

void tst_DialogLook::shoot(QWidget *window, const QString &name, const QSize &size)
{
    if (size.isValid()) // the screen of the test may be smaller than a user's
        window->resize(size);
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window));
    for (int round = 0; round < 3; ++round) // answers, what they change, the layout after that
        QCoreApplication::processEvents();
    const QList<QLabel *> labels = window->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        QVERIFY2(label->height() >= needed - 1, qPrintable(label->text()));
        QVERIFY2(label->wordWrap() || label->width() >= label->sizeHint().width() - 1, qPrintable(label->text()));
    }
    const QString where = qEnvironmentVariable("INLET_SCREENSHOTS");
    if (where.isEmpty())
        return;
    QVERIFY(QDir().mkpath(where));
    QVERIFY(window->grab().save(QStringLiteral("%1/%2-%3.png").arg(where, name, m_mode)));
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

void tst_DialogLook::wizard()
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

void tst_DialogLook::form()
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

void tst_DialogLook::certificate()
{
    Stage stage(googleDetection());
    stage.engine.checkSteps = certificateSteps();
    stage.toChecks(QStringLiteral("Not connected yet"));
    shoot(stage.wizard.get(), QStringLiteral("wizard-3-certificate"));
}

void tst_DialogLook::refused()
{
    Stage stage(googleDetection());
    stage.engine.checkSteps = refusedSteps();
    stage.toChecks(QStringLiteral("Not connected yet"));
    shoot(stage.wizard.get(), QStringLiteral("wizard-3-refused"));
}

void tst_DialogLook::noPassword()
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

void tst_DialogLook::history()
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

void tst_DialogLook::identity()
{
    Stage stage(googleDetection());
    stage.toChecks(QStringLiteral("Everything works"));
    stage.next();
    stage.next();
    find<QPlainTextEdit>(stage.wizard.get(), "signatureEdit")->setPlainText(QStringLiteral("Anna Keller\nAccount Executive, Try Acme\n+49 30 901820"));
    shoot(stage.wizard.get(), QStringLiteral("wizard-5-identity"));
}

void tst_DialogLook::fleet()
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

void tst_DialogLook::secrets()
{
    FakeEngine engine;
    ui::SecretsDialog choose(engine, QStringLiteral("keychain"), QStringLiteral("Your system has no unlocked password store."), nullptr);
    shoot(&choose, QStringLiteral("secrets-choose"));
    ui::SecretsDialog unlock(engine, QStringLiteral("file"), QStringLiteral("locked"), nullptr);
    shoot(&unlock, QStringLiteral("secrets-unlock"));
}

void tst_DialogLook::composer()
{
    FakeEngine engine;
    FakePrompts prompts;
    engine.accountList = {account(1, QStringLiteral("anna@try-acme.com"), QStringLiteral("Anna Keller")),
        account(2, QStringLiteral("jo@get-acme.com"), QStringLiteral("Jo Brandt"))};
    engine.sizeLimit = 25'000'000;
    ui::ComposeRequest request;
    request.mode = store::Draft::Mode::Reply;
    request.message = inbound(AccountId(2), QStringLiteral("jo@get-acme.com"));
    request.body = inboundBody();
    auto *plain = new ui::ComposerWindow(engine, prompts, request, {});
    plain->show();
    QTest::keyClicks(find<ui::BodyEdit>(plain, "bodyEdit"), QStringLiteral("Hi Mara, of course. For 40 seats it is 1,160 a month; the deck is attached."));
    shoot(plain, QStringLiteral("composer-plain"));
    find<ui::BodyEdit>(plain, "bodyEdit")->setRich(true);
    prompts.filesToOpen = {QStringLiteral(INLET_SOURCE_DIR "/CMakeLists.txt"), QStringLiteral(INLET_SOURCE_DIR "/LICENSE")};
    click(plain, "attachButton");
    find<QLineEdit>(plain, "subjectEdit")->clear();
    click(plain, "copiesButton");
    plain->composer()->send();
    shoot(plain, QStringLiteral("composer-rich"));
    delete plain;
}

namespace
{

void fillMailboxes(FakeEngine &engine)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QStringList names{QStringLiteral("anna"), QStringLiteral("jo"), QStringLiteral("kim")};
    const QStringList domains{QStringLiteral("try-acme"), QStringLiteral("get-acme"), QStringLiteral("acme-mail"),
        QStringLiteral("useacme")};
    for (int i = 1; i <= 12; ++i) {
        const QString email = QStringLiteral("%1@%2.com").arg(names.at(i % 3), domains.at(i % 4));
        engine.accountList.append(account(i, email, QStringLiteral("Anna Keller")));
        engine::MailboxStatus status;
        status.account = AccountId(i);
        status.state = i == 4 ? engine::MailboxState::NeedsUser : i == 7 ? engine::MailboxState::Waiting
            : i == 9 ? engine::MailboxState::CatchingUp : i == 11 ? engine::MailboxState::Paused : i % 5 == 0 ? engine::MailboxState::Checked : engine::MailboxState::Live;
        status.provedAt = now.addSecs(-60 * i);
        status.lastNewMail = now.addSecs(-900 * i);
        status.until = now.addSecs(600);
        status.syncDone = 1240;
        status.syncTotal = 3900;
        status.syncedBackTo = now.addDays(-30);
        status.historyPaused = i == 11;
        if (i == 9)
            status.secondsLeft = 230;
        if (i == 4) {
            status.cause = QStringLiteral("wrong-password");
            status.reason = QStringLiteral("Google did not accept this password. If you changed your Google password, old app passwords are void.");
            status.advice = QStringLiteral("Make a new app password and type it above.");
            status.serverReply = QStringLiteral("NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)");
        }
        if (i == 7)
            status.reason = QStringLiteral("Other programs use this mailbox as well; Google allows 15 links.");
        engine.statuses.insert(status.account, status);
        engine.countsValue.messagesByAccount.insert(status.account, 371 * i);
        engine.countsValue.unreadByAccount.insert(status.account, i % 6);
    }
    engine.accountList[5].enabled = false;
}

store::LedgerRow ledgerRow(qint64 id, store::LedgerState state, const QString &note)
{
    store::LedgerRow row;
    row.id = LedgerId(id);
    row.account = AccountId(id);
    row.recipients = {QStringLiteral("mara@nordlicht.de")};
    row.subject = QStringLiteral("Re: Quick question");
    row.state = state;
    row.note = note;
    row.dueAt = QDateTime::currentDateTimeUtc();
    return row;
}

} // namespace

void tst_DialogLook::mailboxes()
{
    FakeEngine engine;
    FakePrompts prompts;
    fillMailboxes(engine);
    ui::MailboxTable table(engine, prompts);
    shoot(&table, QStringLiteral("mailboxes"), QSize(1200, 640));
    table.select(AccountId(9));
    shoot(&table, QStringLiteral("mailboxes-reading"), QSize(1024, 640));
    table.select(AccountId(11));
    shoot(&table, QStringLiteral("mailboxes-paused"), QSize(1024, 640));
    ui::RepairMailbox repair(engine, prompts, engine.accountList.at(3), nullptr);
    shoot(&repair, QStringLiteral("repair"));
    engine.accountList[0].imap.trustedFingerprint = test::certificate().sha256;
    ui::MailboxSettings settings(engine, prompts, engine.accountList.at(0), nullptr);
    shoot(&settings, QStringLiteral("settings"), QSize(600, 816));
    engine.outbox = {ledgerRow(1, store::LedgerState::Unknown, {}),
        ledgerRow(2, store::LedgerState::Failed, QStringLiteral("Sign-in worked for reading, but not for sending.")),
        ledgerRow(3, store::LedgerState::Queued, {}), ledgerRow(5, store::LedgerState::Sending, {})};
    engine.outbox[0].serverReply = "354 End data with <CR><LF>.<CR><LF>";
    ui::OutboxDialog outbox(engine, prompts);
    shoot(&outbox, QStringLiteral("outbox"), QSize(1080, 560));
}

/// What belongs to decisions: the do-not-contact list, bounces, a rule before it applies.
void tst_DialogLook::triage()
{
    FakeEngine engine;
    FakePrompts prompts;
    engine.accountList = {account(1, QStringLiteral("anna@try-acme.com"), QStringLiteral("Anna")), account(2, QStringLiteral("jo@get-acme.com"), QStringLiteral("Jo"))};
    using Source = store::SuppressionSource;
    const std::tuple<const char *, const char *, Source> listed[] = {{"jo@acme.test", "they asked us to stop", Source::OptOut},
        {"rival.test", "competitor", Source::Rep}, {"kim.long.name.of.a.person@department.of.a.large.company.test", "5.1.1 no such user", Source::Bounce}};
    for (const auto &[pattern, reason, source] : listed)
        engine.deskFake.suppressions.append({QString::fromLatin1(pattern), QString::fromLatin1(reason), source, {}, QDateTime(QDate(2026, 11, 3), QTime(9, 0), Qt::UTC)});
    ui::SuppressionDialog list(engine, prompts, nullptr);
    shoot(&list, QStringLiteral("suppressions"));
    engine.deskFake.causes = {{triage::BounceType::Hard, QStringLiteral("no such mailbox"), 12, {QStringLiteral("acme.test"), QStringLiteral("nordlicht.de")},
                                  {AccountId(1)}, QStringLiteral("550 5.1.1 The email account that you tried to reach does not exist"), {}},
        {triage::BounceType::Block, QStringLiteral("the sender's address is on a block list"), 3, {QStringLiteral("kessler.example")}, {AccountId(2)},
            QStringLiteral("554 5.7.1 Service unavailable; client host blocked"), {}}};
    store::SendingHealth bad{.account = AccountId(2), .domain = {}, .sent = 120, .hard = 6, .soft = 1, .block = 3, .rate = 7.5,
        .level = store::SendingHealth::Level::Stop, .words = QStringLiteral("Stop sending from here and clean the list.")};
    store::SendingHealth good{.account = AccountId(1), .domain = {}, .sent = 900, .hard = 6, .soft = 1, .block = 0, .rate = 0.7,
        .level = store::SendingHealth::Level::Good, .words = {}};
    engine.deskFake.health = {bad, good};
    using Label = ui::LabelPicker;
    Label labels(QStringLiteral("3 conversations"), QStringLiteral("The mail server of jo@get-acme.com keeps no labels: mails there stay without."),
        {{QStringLiteral("Key account"), Label::State::On, {}}, {QStringLiteral("A label with a name that is far too long for its line"), Label::State::Some, {}},
            {QStringLiteral("Berlin"), Label::State::Off, {}}},
        nullptr);
    shoot(&labels, QStringLiteral("labels"));
    ui::BounceDialog bounces(engine, nullptr);
    shoot(&bounces, QStringLiteral("bounces"));
    const QDateTime at(QDate(2026, 11, 3), QTime(9, 0), Qt::UTC);
    for (const char *who : {"jo@acme.test", "kim.long.name.of.a.person@department.of.a.large.company.test", "mara@nordlicht.de"})
        engine.deskFake.facts.append({AccountId(1), StoredMessageId(1), {}, QString::fromLatin1(who), triage::BounceType::Hard, "5.1.1", QStringLiteral("no such mailbox"),
            QStringLiteral("550 5.1.1 The email account that you tried to reach does not exist"), at, ConversationId(1)});
    bounces.findChild<QPushButton *>(QStringLiteral("showCauseButton"))->click();
    QTRY_VERIFY(bounces.findChild<QPushButton *>(QStringLiteral("openConversationButton"))->isEnabled());
    shoot(&bounces, QStringLiteral("bounces-of-cause"));
    shoot(&bounces, QStringLiteral("bounces-of-cause-small"), QSize(1024, 640));
    store::ConversationRow row;
    row.id = ConversationId(4);
    row.prospectName = QStringLiteral("Mara Petersen");
    row.subject = QStringLiteral("Re: onboarding a warehouse in nine days");
    row.category = store::Category::Interested;
    row.categorySource = store::CategorySource::Automatic;
    store::RulePreview preview;
    preview.rule.pattern = QStringLiteral("nordlicht.de");
    preview.rule.category = store::Category::Unsorted;
    preview.changes = 5;
    preview.chosenByHand = 2;
    preview.examples = {row, row, row};
    engine.deskFake.previews = {preview, preview};
    ui::RuleDialog rule(engine, row, nullptr);
    shoot(&rule, QStringLiteral("rule"));
    decisions(engine, prompts);
    ui::Composer composer(engine, prompts, {}, {}, nullptr);
    composer.setVisible(true);
    QTest::keyClicks(find<QLineEdit>(&composer, "toEdit"), QStringLiteral("any@rival.test"));
    QTRY_VERIFY(find<QWidget>(&composer, "forbiddenNotice")->isVisible());
    shoot(&composer, QStringLiteral("composer-forbidden"), {860, 560});
}

void tst_DialogLook::decisions(FakeEngine &engine, FakePrompts &prompts)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const std::tuple<int, const char *, const char *, const char *> made[] = {{2, "sort-away", "Not interested", "Mara Petersen"},
        {9, "snooze", "2031-03-02T08:00:00.000Z", "Jean-Baptiste Grandmaison de la Rochefoucauld-Montmorency"},
        {300, "rule", "Interested", "Jo Bell"}, {5000, "suppress", "rival.test", ""}, {9000, "archive", "", "Kim Lee"}};
    for (const auto &[minutes, verb, argument, name] : made) {
        store::DecisionRecord record;
        record.id = QByteArray::number(minutes);
        record.at = now.addSecs(-60LL * minutes);
        record.verb = QString::fromLatin1(verb);
        record.argument = QString::fromLatin1(argument);
        record.name = QString::fromUtf8(name);
        record.conversation = ConversationId(minutes);
        record.step = UndoId(minutes < 100 ? minutes : 0);
        record.takenBack = minutes == 9000;
        engine.deskFake.decisions.append(record);
    }
    engine.deskFake.undoSteps = {{UndoId(2), store::TriageVerb::SortAway, 1, QStringLiteral("Mara Petersen"), now.addSecs(-120)},
        {UndoId(9), store::TriageVerb::Snooze, 1, QStringLiteral("Jean-Baptiste"), now.addSecs(-540)}};
    ui::DecisionLogDialog log(engine, prompts, nullptr);
    log.show();
    QTRY_VERIFY(find<QPushButton>(&log, "undoSinceButton")->isEnabled());
    shoot(&log, QStringLiteral("decisions"));
}

INLET_TEST(tst_DialogLook)
#include "tst_DialogLook.moc"
