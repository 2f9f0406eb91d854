// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AppContext.h"
#include "desktop/Options.h"
#include "desktop/Sandbox.h"
#include "ui/Openers.h"
#include "ui/Tray.h"
#include "ui/dialogs/DialogPrompts.h"

#include <QObject>
#include <QPointer>
#include <QSettings>

#include <functional>
#include <memory>
#include <optional>

namespace inlet::ui
{
class ConnectWizard;
class MailboxTable;
class MainWindow;
class Notifier;
class OutboxDialog;
class ThemeController;
}

namespace inlet::desktop
{

class Composers;
class SingleStart;

/// Joins the windows: what a key in the main window opens, and what happens when it closes.
/// Thread: GUI.
class Shell : public QObject
{
    Q_OBJECT

public:
    /// `trayIsThere`: the desktop shows icons of programs now; asked again each time it matters.
    Shell(app::AppContext &context, const Options &options, std::function<bool()> trayIsThere = &ui::Tray::isThere);
    ~Shell() override;

    /// Where what the user chose is kept.
    [[nodiscard]] static QString settingsFile(const QString &dataDir);

    void show();
    /// The window, from wherever it is, to the front.
    void bringUp();
    /// A signal ends the program: whatever would be asked keeps things as they are.
    void askNoMore();
    [[nodiscard]] ui::MainWindow &window() { return *m_window; }

private:
    [[nodiscard]] ui::Openers openers();
    void connectMailbox();
    void connectMany();
    void repairMailbox(AccountId account);
    [[nodiscard]] std::optional<accounts::Account> account(AccountId id) const;
    void mailboxTable();
    void mailboxSettings(AccountId account);
    void outbox();
    void unlockSecrets();
    void startNotifier();
    bool hasTray();
    void startTray();

    app::AppContext &m_context;
    std::function<bool()> m_trayIsThere;
    bool m_pictureOnly;
    QSettings m_settings;
    ui::DialogPrompts m_prompts;
    Sandbox m_sandbox;
    std::unique_ptr<ui::ThemeController> m_theme;
    std::unique_ptr<Composers> m_composers;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ui::Notifier> m_notifier;
    std::unique_ptr<ui::Tray> m_tray;
    std::unique_ptr<SingleStart> m_single;
    QPointer<ui::ConnectWizard> m_wizard;
    QPointer<ui::MailboxTable> m_table;
    QPointer<ui::OutboxDialog> m_outbox;
    bool m_askedForSecrets = false;
};

} // namespace inlet::desktop
