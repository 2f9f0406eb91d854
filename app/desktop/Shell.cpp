// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/Shell.h"

#include "ui/MainWindow.h"
#include "ui/ThemeController.h"
#include "ui/dialogs/ComposerWindow.h"
#include "ui/dialogs/ConnectWizard.h"
#include "ui/dialogs/MailboxTable.h"
#include "ui/dialogs/RepairMailbox.h"
#include "ui/dialogs/SecretsDialog.h"

#include <QApplication>

#include <utility>

namespace inlet::desktop
{

namespace
{

/// Brings a window that is there already to the front.
void raise(QWidget &window)
{
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace

Shell::Shell(app::AppContext &context, const Options &options)
    : m_context(context), m_settings(context.dataDir() + QStringLiteral("/settings.ini"), QSettings::IniFormat),
      m_theme(std::make_unique<ui::ThemeController>(*qApp, m_settings))
{
    if (options.theme)
        m_theme->setMode(*options.theme);
    m_window = std::make_unique<ui::MainWindow>(
        ui::MainWindow::Context{context.engine(), openers(), m_prompts, m_settings, *m_theme});
    if (!options.screenshot.isEmpty())
        m_window->resize(options.size);
    connect(&context.engine(), &engine::Engine::noticeChanged, this, [this](const engine::Notice &notice) {
        // A vault that waits for its passphrase is asked for once, at the start.
        if (notice.id == QLatin1String("secrets") && !notice.resolved && !std::exchange(m_askedForSecrets, true))
            unlockSecrets();
    });
}

Shell::~Shell() = default;

void Shell::show()
{
    m_window->show();
}

ui::Openers Shell::openers()
{
    return {
        .compose = [this](const ui::ComposeRequest &request) { compose(request); },
        .connectMailbox = [this] { connectMailbox(); },
        .repairMailbox = [this](AccountId account) { repairMailbox(account); },
        .mailboxTable = [this] { mailboxTable(); },
    };
}

void Shell::compose(const ui::ComposeRequest &request)
{
    auto *composer = new ui::ComposerWindow(m_context.engine(), m_prompts, request, {}, nullptr);
    composer->setAttribute(Qt::WA_DeleteOnClose);
    // Its keys belong to the main window's life: closing that closes the program with drafts kept.
    connect(m_window.get(), &QObject::destroyed, composer, &QWidget::close);
    raise(*composer);
}

void Shell::connectMailbox()
{
    if (!m_wizard) {
        m_wizard = new ui::ConnectWizard(m_context.engine(), m_prompts, m_window.get());
        m_wizard->setAttribute(Qt::WA_DeleteOnClose);
    }
    raise(*m_wizard);
}

void Shell::repairMailbox(AccountId id)
{
    for (const accounts::Account &account : m_context.engine().accounts()) {
        if (account.id != id)
            continue;
        auto *dialog = new ui::RepairMailbox(m_context.engine(), m_prompts, account, m_window.get());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

void Shell::mailboxTable()
{
    if (!m_table) {
        m_table = new ui::MailboxTable(m_context.engine(), m_prompts, m_window.get());
        m_table->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_table, &ui::MailboxTable::connectRequested, this, &Shell::connectMailbox);
    }
    raise(*m_table);
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
