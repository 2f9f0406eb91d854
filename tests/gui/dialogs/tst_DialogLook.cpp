// SPDX-License-Identifier: GPL-3.0-or-later
#include "DialogPictures.h"
#include "support/FakeEngine.h"
#include "support/FakePrompts.h"
#include "support/TestMain.h"
#include "ui/dialogs/BodyEdit.h"
#include "ui/dialogs/BounceDialog.h"
#include "ui/dialogs/ComposerWindow.h"
#include "ui/dialogs/DecisionLogDialog.h"
#include "ui/dialogs/LabelPicker.h"
#include "ui/dialogs/MailboxSettings.h"
#include "ui/dialogs/MailboxTable.h"
#include "ui/dialogs/OutboxDialog.h"
#include "ui/dialogs/RepairMailbox.h"
#include "ui/dialogs/RuleDialog.h"
#include "ui/dialogs/SecretsDialog.h"
#include "ui/dialogs/SuppressionDialog.h"

using namespace inlet;
using namespace inlet::test;

/// How every window beside the mail looks; those of connecting are in tst_WizardLook.
class tst_DialogLook : public QObject, private DialogPictures
{
    Q_OBJECT

private Q_SLOTS:
    void window_rendered_hasNoClippedText_data() { addWindows({"secrets", "composer", "mailboxes", "triage"}); }
    void window_rendered_hasNoClippedText();

private:
    void secrets();
    void composer();
    void mailboxes();
    void triage();
    void decisions(FakeEngine &engine, FakePrompts &prompts);
};

void tst_DialogLook::window_rendered_hasNoClippedText()
{
    QFETCH(int, mode);
    QFETCH(QString, window);
    setMode(mode);
    const QHash<QString, void (tst_DialogLook::*)()> makers{{QStringLiteral("secrets"), &tst_DialogLook::secrets},
        {QStringLiteral("composer"), &tst_DialogLook::composer},
        {QStringLiteral("mailboxes"), &tst_DialogLook::mailboxes},
        {QStringLiteral("triage"), &tst_DialogLook::triage}};
    (this->*makers.value(window))();
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
