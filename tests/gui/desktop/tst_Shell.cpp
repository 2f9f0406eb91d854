// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppContext.h"
#include "desktop/Shell.h"
#include "mime/Mime.h"
#include "resources/Resources.h"
#include "support/TestMain.h"
#include "ui/MainWindow.h"
#include "ui/Preferences.h"
#include "ui/dialogs/ConnectWizard.h"
#include "ui/dialogs/FleetInputPage.h"
#include "ui/dialogs/MailboxSettings.h"
#include "ui/dialogs/MailboxTable.h"
#include "ui/dialogs/OutboxDialog.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace inlet;

/// The program as it starts, over a profile of its own with one mailbox that is switched off: what
/// every window opens, by key and by mouse.
class tst_Shell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void outbox_byKeyMenuAndRail();
    void outbox_isOneWindow();
    void mailboxSettings_byKeyMenuAndTable();
    void manyMailboxes_byKeyMenuAndTable();
    void minimised_comesUp();
    void tray_isAskedForWhenTheWindowCloses();
    void signal_closesTheWindowFirst();

private:
    template <typename Dialog>
    [[nodiscard]] Dialog *shown() const
    {
        const QList<Dialog *> all = m_shell->window().findChildren<Dialog *>();
        for (Dialog *dialog : all) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    template <typename Dialog>
    void expectAndClose()
    {
        QTRY_VERIFY(shown<Dialog>());
        QPointer<Dialog> dialog = shown<Dialog>();
        dialog->close();
        QTRY_VERIFY(!dialog || !dialog->isVisible());
        QApplication::setActiveWindow(&m_shell->window());
        QTRY_COMPARE(QApplication::activeWindow(), &m_shell->window());
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = m_shell->window().focusWidget();
        QTest::keyClick(focus ? focus : &m_shell->window(), Qt::Key(key), modifiers);
    }
    void choose(const QString &words)
    {
        const auto *menu = m_shell->window().findChild<QMenu *>(QStringLiteral("mainMenu"));
        for (QAction *action : menu->actions()) {
            if (action->text().section(QLatin1Char('\t'), 0, 0) == words) {
                action->trigger();
                return;
            }
        }
        QFAIL(qPrintable(words));
    }

    bool m_trayIsThere = false;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<app::AppContext> m_context;
    std::unique_ptr<desktop::Shell> m_shell;
};

void tst_Shell::initTestCase()
{
    initResources();
    mime::initialize();
}

void tst_Shell::init()
{
    m_profile = std::make_unique<QTemporaryDir>();
    desktop::Options options;
    options.profile.dataDir = m_profile->path();
    options.profile.vault = QStringLiteral("session");
    auto context = app::AppContext::open(options.profile);
    QVERIFY(bool(context));
    m_context = std::move(*context);
    m_trayIsThere = false;
    m_shell = std::make_unique<desktop::Shell>(*m_context, options, [this] { return m_trayIsThere; });
    accounts::Account account;
    account.email = QStringLiteral("anna@shell.example");
    account.enabled = false;
    account.imap.host = account.smtp.host = QStringLiteral("mail.shell.example");
    account.imap.port = 993;
    account.smtp.port = 465;
    std::optional<Result<AccountId>> added;
    m_context->engine().addAccount(account, Secret::fromString(QStringLiteral("pw")), this,
        [&](const Result<AccountId> &answer) { added = answer; });
    QTRY_VERIFY(added.has_value() && bool(*added));
    QTRY_COMPARE(m_context->engine().accounts().size(), 1);
    m_shell->show();
    QApplication::setActiveWindow(&m_shell->window());
    QVERIFY(QTest::qWaitForWindowActive(&m_shell->window()));
}

void tst_Shell::cleanup()
{
    m_shell.reset();
    m_context.reset();
    m_profile.reset();
}

void tst_Shell::outbox_byKeyMenuAndRail()
{
    key(Qt::Key_G);
    key(Qt::Key_O);
    expectAndClose<ui::OutboxDialog>();
    choose(QStringLiteral("Outbox"));
    expectAndClose<ui::OutboxDialog>();
    auto *rail = m_shell->window().findChild<QAbstractItemView *>(QStringLiteral("railView"));
    const QModelIndexList rows = rail->model()->match(rail->model()->index(0, 0), Qt::DisplayRole, QStringLiteral("Outbox"));
    QCOMPARE(rows.size(), 1);
    QTest::mouseClick(rail->viewport(), Qt::LeftButton, {}, rail->visualRect(rows.first()).center());
    expectAndClose<ui::OutboxDialog>();
}

void tst_Shell::outbox_isOneWindow()
{
    choose(QStringLiteral("Outbox"));
    QTRY_VERIFY(shown<ui::OutboxDialog>());
    choose(QStringLiteral("Outbox"));
    QCOMPARE(m_shell->window().findChildren<ui::OutboxDialog *>().size(), 1);
}

void tst_Shell::mailboxSettings_byKeyMenuAndTable()
{
    // Nothing is open and no mailbox is chosen: one chooses in the table, and goes on from there.
    key(Qt::Key_Comma, Qt::ControlModifier);
    expectAndClose<ui::MailboxTable>();
    m_shell->window().showList({.scope = store::Scope::All, .account = m_context->engine().accounts().first().id, .category = {}, .search = {}});
    key(Qt::Key_Comma, Qt::ControlModifier);
    expectAndClose<ui::MailboxSettings>();
    choose(QStringLiteral("Settings of this mailbox"));
    expectAndClose<ui::MailboxSettings>();
}

void tst_Shell::manyMailboxes_byKeyMenuAndTable()
{
    const auto onFleetPage = [this] {
        const auto *wizard = shown<ui::ConnectWizard>();
        const auto *page = wizard ? wizard->findChild<ui::FleetInputPage *>() : nullptr;
        return page && page->isVisible();
    };
    key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(onFleetPage());
    expectAndClose<ui::ConnectWizard>();
    choose(QStringLiteral("Connect many mailboxes"));
    QTRY_VERIFY(onFleetPage());
    expectAndClose<ui::ConnectWizard>();
    key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(shown<ui::MailboxTable>());
    shown<ui::MailboxTable>()->findChild<QAbstractButton *>(QStringLiteral("addManyButton"))->click();
    QTRY_VERIFY(onFleetPage());
}

void tst_Shell::minimised_comesUp()
{
    m_shell->window().showMinimized();
    QTRY_VERIFY(m_shell->window().isMinimized());
    m_shell->bringUp();
    QTRY_VERIFY(!m_shell->window().isMinimized());
    QVERIFY(m_shell->window().isVisible());
}

/// The panel may start after the program, and go before it.
void tst_Shell::tray_isAskedForWhenTheWindowCloses()
{
    QSettings settings(m_profile->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    ui::Preferences preferences = ui::readPreferences(settings);
    preferences.onClose = ui::Preferences::OnClose::Stay;
    ui::writePreferences(settings, preferences);
    QSignalSpy hidden(&m_shell->window(), &ui::MainWindow::hiddenInTray);
    QSignalSpy closed(&m_shell->window(), &ui::MainWindow::closed);
    m_trayIsThere = true;
    m_shell->window().close();
    QCOMPARE(hidden.size(), 1);
    QVERIFY(closed.isEmpty());
    QVERIFY(!QApplication::quitOnLastWindowClosed());
    m_shell->bringUp();
    QVERIFY(m_shell->window().isVisible());
    m_trayIsThere = false;
    m_shell->window().close();
    QCOMPARE(hidden.size(), 1);
    QCOMPARE(closed.size(), 1);
    QVERIFY(QApplication::quitOnLastWindowClosed());
}

void tst_Shell::signal_closesTheWindowFirst()
{
    QSignalSpy closed(&m_shell->window(), &ui::MainWindow::closed);
    m_shell->askNoMore();
    QCOMPARE(closed.size(), 1);
    QVERIFY(!m_shell->window().isVisible());
}

INLET_TEST(tst_Shell)
#include "tst_Shell.moc"
