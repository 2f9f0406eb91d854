// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/Shell.h"

#include "desktop/Composers.h"
#include "desktop/SingleStart.h"
#include "ui/MainWindow.h"
#include "ui/Notifier.h"
#include "ui/Preferences.h"
#include "ui/ThemeController.h"
#include "ui/dialogs/ComposeRequest.h"
#include "ui/dialogs/ConnectWizard.h"
#include "ui/dialogs/MailboxSettings.h"
#include "ui/dialogs/MailboxTable.h"
#include "ui/dialogs/OutboxDialog.h"
#include "ui/dialogs/RepairMailbox.h"
#include "ui/dialogs/SecretsDialog.h"

#include <QApplication>
#include <QDBusConnection>
#include <QTimer>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace inlet::desktop
{

namespace
{

using namespace std::chrono_literals;

/// Brings a window that is there already to the front.
void raise(QWidget &window)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

/// A desktop may start its tray after us.
constexpr std::array kLookForTray{5s, 20s, 60s};

} // namespace

Shell::Shell(app::AppContext &context, const Options &options, std::function<bool()> trayIsThere)
    : m_context(context), m_trayIsThere(std::move(trayIsThere)), m_pictureOnly(!options.screenshot.isEmpty()),
      m_settings(settingsFile(context.dataDir()), QSettings::IniFormat),
      m_theme(std::make_unique<ui::ThemeController>(*qApp, m_settings))
{
    if (options.theme)
        m_theme->setMode(*options.theme);
    m_composers = std::make_unique<Composers>(context.engine(), m_prompts, m_settings);
    m_window = std::make_unique<ui::MainWindow>(
        ui::MainWindow::Context{context.engine(), openers(), m_prompts, m_settings, *m_theme, [this] { return hasTray(); }, options.sandbox && !m_pictureOnly});
    // Their keys belong to the main window's life: closing that closes the program with drafts kept.
    connect(m_window.get(), &ui::MainWindow::closed, m_composers.get(), &Composers::closeAll);
    if (!m_pictureOnly) {
        connect(m_window.get(), &ui::MainWindow::firstRowsShown, m_composers.get(), &Composers::reopen);
        startNotifier();
        hasTray();
        for (const std::chrono::seconds later : kLookForTray)
            QTimer::singleShot(later, this, &Shell::hasTray);
        m_single = std::make_unique<SingleStart>(context.dataDir());
        connect(m_single.get(), &SingleStart::showRequested, this, &Shell::bringUp);
    } else {
        m_window->resize(options.size);
    }
    connect(&context.engine(), &engine::Engine::noticeChanged, this, [this](const engine::Notice &notice) {
        // A vault that waits for its passphrase is asked for once, at the start.
        if (notice.id == QLatin1String("secrets") && !notice.resolved && !std::exchange(m_askedForSecrets, true))
            unlockSecrets();
    });
}

Shell::~Shell() = default;

QString Shell::settingsFile(const QString &dataDir)
{
    return dataDir + QStringLiteral("/settings.ini");
}

void Shell::show()
{
    m_window->show();
}

void Shell::bringUp()
{
    QApplication::setQuitOnLastWindowClosed(true);
    raise(*m_window);
}

void Shell::askNoMore()
{
    m_window->askNoMore();
    // First, since a composer that sends refuses to close, and the end of the program stops there.
    m_window->close();
}

ui::Openers Shell::openers()
{
    ui::Openers openers{
        .compose = [this](const ui::ComposeRequest &request) { m_composers->open(request); },
        .connectMailbox = [this] { connectMailbox(); },
        .connectMany = [this] { connectMany(); },
        .repairMailbox = [this](AccountId account) { repairMailbox(account); },
        .mailboxTable = [this] { mailboxTable(); },
        .mailboxSettings = [this](AccountId account) { mailboxSettings(account); },
        .outbox = [this] { outbox(); },
        .trySandbox = {},
    };
    const QString programs = QCoreApplication::applicationDirPath();
    if (const QString script = Sandbox::scriptFor(programs); !script.isEmpty())
        openers.trySandbox = [this, script, programs](const std::function<void(const QString &)> &done) { m_sandbox.start(script, programs, done); };
    return openers;
}

void Shell::connectMailbox()
{
    if (!m_wizard) {
        m_wizard = new ui::ConnectWizard(m_context.engine(), m_prompts, m_window.get());
        m_wizard->setAttribute(Qt::WA_DeleteOnClose);
    }
    raise(*m_wizard);
}

void Shell::connectMany()
{
    connectMailbox();
    m_wizard->showFleet();
}

std::optional<accounts::Account> Shell::account(AccountId id) const
{
    const QList<accounts::Account> all = m_context.engine().accounts();
    const auto found = std::find_if(all.cbegin(), all.cend(), [id](const accounts::Account &one) { return one.id == id; });
    return found == all.cend() ? std::nullopt : std::optional(*found);
}

void Shell::repairMailbox(AccountId id)
{
    const auto known = account(id);
    if (!known)
        return;
    auto *dialog = new ui::RepairMailbox(m_context.engine(), m_prompts, *known, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Shell::mailboxSettings(AccountId id)
{
    const auto known = account(id);
    if (!known)
        return;
    auto *dialog = new ui::MailboxSettings(m_context.engine(), m_prompts, *known, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Shell::outbox()
{
    if (!m_outbox) {
        m_outbox = new ui::OutboxDialog(m_context.engine(), m_prompts, m_window.get());
        m_outbox->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_outbox, &ui::OutboxDialog::editRequested, this, [this](DraftId draft) {
            ui::ComposeRequest request;
            request.draft = draft;
            m_composers->open(request);
        });
        connect(m_outbox, &ui::OutboxDialog::conversationRequested, this, [this](ConversationId conversation) {
            m_window->showConversation(conversation);
            raise(*m_window);
        });
    }
    raise(*m_outbox);
}

void Shell::mailboxTable()
{
    if (!m_table) {
        m_table = new ui::MailboxTable(m_context.engine(), m_prompts, m_window.get());
        m_table->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_table, &ui::MailboxTable::connectRequested, this, &Shell::connectMailbox);
        connect(m_table, &ui::MailboxTable::connectManyRequested, this, &Shell::connectMany);
    }
    raise(*m_table);
}

void Shell::startNotifier()
{
    m_notifier = std::make_unique<ui::Notifier>(ui::Notifier::Context{
        m_context.engine(), QDBusConnection::sessionBus(), [this](ConversationId id) { return m_window->isOnScreen(id); }});
    m_notifier->setPreferences(ui::readPreferences(m_settings));
    connect(m_window.get(), &ui::MainWindow::preferencesChanged, m_notifier.get(), &ui::Notifier::setPreferences);
    connect(m_notifier.get(), &ui::Notifier::openRequested, this, [this](ConversationId id) {
        m_window->showFromOutside(id);
        bringUp();
    });
    connect(m_notifier.get(), &ui::Notifier::replyRequested, this, [this](ConversationId id) {
        m_window->showFromOutside(id);
        bringUp();
        m_window->perform(ui::ActionId::Reply);
    });
    connect(m_notifier.get(), &ui::Notifier::mailboxesRequested, this, [this] {
        bringUp();
        mailboxTable();
    });
    connect(m_notifier.get(), &ui::Notifier::bouncesRequested, this, [this] {
        bringUp();
        m_window->perform(ui::ActionId::BounceView);
    });
}

/// The program goes on without a window only where an icon leads back to it. A tray can come and go.
bool Shell::hasTray()
{
    if (m_pictureOnly || !m_trayIsThere())
        return false;
    if (!m_tray)
        startTray();
    return true;
}

void Shell::startTray()
{
    m_tray = std::make_unique<ui::Tray>(ui::Tray::Context{.engine = m_context.engine()});
    m_tray->setPreferences(ui::readPreferences(m_settings));
    connect(m_window.get(), &ui::MainWindow::preferencesChanged, m_tray.get(), &ui::Tray::setPreferences);
    connect(m_window.get(), &ui::MainWindow::hiddenInTray, this, [] { QApplication::setQuitOnLastWindowClosed(false); });
    connect(m_window.get(), &ui::MainWindow::closed, this, [] {
        if (QApplication::quitOnLastWindowClosed())
            return; // the last window ends the program
        QApplication::setQuitOnLastWindowClosed(true);
        QTimer::singleShot(0, qApp, &QCoreApplication::quit);
    });
    connect(m_tray.get(), &ui::Tray::openRequested, this, &Shell::bringUp);
    connect(m_tray.get(), &ui::Tray::composeRequested, this, [this] { m_window->perform(ui::ActionId::Compose); });
    connect(m_tray.get(), &ui::Tray::checkRequested, this, [this] { m_context.engine().checkNow({}); });
    connect(m_tray.get(), &ui::Tray::quitRequested, m_window.get(), &ui::MainWindow::quit);
}

void Shell::unlockSecrets()
{
    m_context.engine().probeSecrets(this, [this](const QString &kind, const QString &problem) {
        if (problem.isEmpty())
            return;
        auto *dialog = new ui::SecretsDialog(m_context.engine(), kind, problem, m_window.get());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

} // namespace inlet::desktop
