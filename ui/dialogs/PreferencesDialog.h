// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Preferences.h"
#include "ui/Theme.h"

#include <QDialog>

class QListWidget;
class QStackedWidget;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

class Prompts;
class SettingsPage;

/// Settings of the program, in pages. Each choice holds at once; there is nothing to save or to cancel.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    struct Context {
        engine::Engine &engine;
        Prompts &prompts;
        Preferences now;
        theme::Mode mode = theme::Mode::System;
        theme::Contrast contrast = theme::Contrast::System;
        bool hasTray = false; ///< the desktop shows icons of programs that have no window
    };
    PreferencesDialog(const Context &context, QWidget *parent);

Q_SIGNALS:
    void changed(const inlet::ui::Preferences &preferences);
    void modeChanged(inlet::ui::theme::Mode mode);
    void contrastChanged(inlet::ui::theme::Contrast contrast);
    void keysRequested();

private:
    void build();
    void addPages(const Context &context);
    void addPage(const QString &title, const QString &icon, QWidget *page);
    void follow(SettingsPage *page);

    Preferences m_now;
    QListWidget *m_contents;
    QStackedWidget *m_pages;
};

} // namespace inlet::ui
