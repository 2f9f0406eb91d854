// SPDX-License-Identifier: GPL-3.0-or-later
// How the window looks: what its menu offers of it, and what stands in it before the first mailbox.
#include "ui/MainWindow.h"
#include "ui/Preferences.h"
#include "ui/ThemeController.h"
#include "ui/panes/EmptyState.h"
#include "ui/panes/EmptyWords.h"

#include <QActionGroup>
#include <QMenu>
#include <QSplitter>

namespace inlet::ui
{

namespace
{

constexpr int kSandboxStartMs = 60'000;

} // namespace

/// They can be chosen in the settings too, so the marks are set when the menu opens.
void MainWindow::addLooks(QMenu &menu)
{
    const auto add = [this](QMenu &to, QActionGroup *group, const QString &words, const std::function<bool()> &isChosen, const std::function<void()> &choose) {
        QAction *action = to.addAction(words);
        action->setCheckable(true);
        group->addAction(action);
        connect(&to, &QMenu::aboutToShow, action, [action, isChosen] { action->setChecked(isChosen()); });
        connect(action, &QAction::triggered, this, choose);
    };
    auto *looks = new QActionGroup(&menu);
    const QPair<theme::Mode, QString> modes[] = {{theme::Mode::System, tr("Look of the system")}, {theme::Mode::Light, tr("Light")},
        {theme::Mode::Dark, tr("Dark")}};
    for (const auto &[mode, words] : modes)
        add(menu, looks, words, [this, chosen = mode] { return m_context.theme.mode() == chosen; }, [this, chosen = mode] { m_context.theme.setMode(chosen); });
    QMenu *rows = menu.addMenu(tr("Rows of the list"));
    rows->setObjectName(QStringLiteral("rowsMenu"));
    auto *heights = new QActionGroup(rows);
    for (const Density density : allDensities())
        add(*rows, heights, wordsOf(density), [this, density] { return readPreferences(m_context.settings).rows.density == density; }, [this, density] { setDensity(density); });
}

void MainWindow::setDensity(Density density)
{
    changePreferences([density](Preferences &changed) { changed.rows.density = density; });
}

void MainWindow::changePreferences(const std::function<void(Preferences &)> &change)
{
    Preferences preferences = readPreferences(m_context.settings);
    change(preferences);
    writePreferences(m_context.settings, preferences);
    applyPreferences(preferences);
}

/// Before the first mailbox there is nothing to look at but the way to it.
void MainWindow::refreshWelcome()
{
    const bool none = m_context.engine.accounts().isEmpty();
    if (none) {
        EmptyFacts facts;
        facts.hasSandbox = bool(m_context.openers.trySandbox);
        facts.sandboxNote = m_sandboxNote;
        m_welcome->setWords(emptyWords(facts));
    }
    const bool first = !none && !m_welcome->isHidden();
    m_welcome->setVisible(none);
    m_splitter->setVisible(!none);
    if (first) // what comes in is worked on without a look for the keyboard
        m_list->setFocus();
}

/// It is a program of its own; this one only says how its start goes.
void MainWindow::trySandbox()
{
    if (!m_context.openers.trySandbox || m_sandboxRuns)
        return;
    m_sandboxRuns = true;
    const auto say = [this](const QString &words) {
        m_sandboxNote = words;
        refreshWelcome();
    };
    say(tr("The sandbox starts. Its window opens in about half a minute, with mailboxes and people that are invented."));
    auto *started = new QTimer(this); // nobody tells when its window is there, only when it is closed
    started->setObjectName(QStringLiteral("sandboxTimer"));
    started->setSingleShot(true);
    connect(started, &QTimer::timeout, this, [say] { say(MainWindow::tr("The sandbox has a window of its own. When you close that window, everything in it is removed.")); });
    started->start(kSandboxStartMs);
    m_context.openers.trySandbox([guard = QPointer(this), started = QPointer(started), say](const QString &problem) {
        if (!guard)
            return;
        delete started;
        guard->m_sandboxRuns = false;
        say(problem.isEmpty() ? QString() : MainWindow::tr("The sandbox could not be started: %1").arg(problem));
    });
}

} // namespace inlet::ui
