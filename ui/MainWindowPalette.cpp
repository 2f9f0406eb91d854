// SPDX-License-Identifier: GPL-3.0-or-later
// Everything by name: what the command palette offers. The layout is in MainWindow.cpp.
#include "accounts/values/Tags.h"
#include "ui/CategoryBook.h"
#include "ui/MainWindow.h"
#include "ui/Phrases.h"
#include "ui/Preferences.h"
#include "ui/ThemeController.h"
#include "ui/dialogs/CommandPalette.h"
#include "ui/dialogs/GeneralPage.h"
#include "ui/dialogs/ListPage.h"
#include "ui/models/RailModel.h"
#include "ui/panes/ListPane.h"

#include <QSet>

namespace inlet::ui
{

/// Actions with their keys, then lists, categories, saved views and mailboxes.
QList<Command> MainWindow::commands()
{
    QList<Command> all;
    QSet<ActionId> known{ActionId::Palette};
    for (const ActionSpec &spec : actionTable()) {
        const bool isView = spec.id >= ActionId::View1 && spec.id <= ActionId::View9; // those there are follow by name
        const bool isOwn = spec.id >= ActionId::OwnCategory1 && spec.id <= ActionId::OwnCategory9; // the same
        if (known.contains(spec.id) || isView || isOwn)
            continue;
        known.insert(spec.id);
        const QString key = spec.keys.isEmpty() ? QString() : keyText(spec.keys.first());
        const bool sorts = spec.id >= ActionId::CategoryUnsorted && spec.id <= ActionId::Category9;
        all.append({sorts ? tr("Sort as %1").arg(spec.words) : spec.words, key, {}, [this, id = spec.id] { perform(id); }});
    }
    const auto list = [&](const QString &words, const QString &hint, const char *icon, const store::ListQuery &query) {
        all.append({words, hint, QString::fromLatin1(icon), [this, query] {
                        showList(query);
                        m_list->setFocus();
                    }});
    };
    for (int scope = 0; scope <= int(store::Scope::Archived); ++scope)
        list(tr("Go to %1").arg(phrases::scope(store::Scope(scope))), tr("list"), "inbox", {.scope = store::Scope(scope), .account = {}, .category = {}, .search = {}});
    for (const store::OwnCategory &own : categoryBook().own()) {
        const QString key = own.number > 0 ? firstKey(ownCategoryAction(own.number)) : QString();
        all.append({tr("Sort as %1").arg(phrases::category(own.category)), key, {}, [this, category = own.category] { sortAs(category); }});
    }
    const QList<store::Category> categories = allCategories();
    for (const store::Category category : categories)
        list(tr("Show %1").arg(phrases::category(category)), tr("category"), "tag",
            {.scope = store::Scope::All, .account = {}, .category = category, .search = {}});
    for (const store::SavedView &view : m_railModel->views()) {
        const QString key = view.number > 0 ? firstKey(viewAction(view.number)) : QString();
        all.append({phrases::oneLine(view.name), key.isEmpty() ? tr("saved view") : tr("saved view, %1").arg(key), QStringLiteral("bookmark"),
            [this, id = view.id] {
                showView(id);
                m_list->setFocus();
            }});
    }
    const QList<accounts::Account> accounts = m_context.engine.accounts();
    const QStringList tags = accounts::allTags(accounts);
    for (const QString &tag : tags) {
        all.append({phrases::oneLine(tag), tr("tag of mailboxes"), QStringLiteral("tag"), [this, tag] {
                        showRail({.scope = store::Scope::All, .account = {}, .category = {}, .search = tagSearch(tag)});
                        m_list->setFocus();
                    }});
    }
    for (const accounts::Account &account : accounts)
        list(account.email, tr("mailbox"), "mail", {.scope = store::Scope::All, .account = account.id, .category = {}, .search = {}});
    return all + lookCommands();
}

/// What the settings say of the look, each choice by itself. They hold at once.
QList<Command> MainWindow::lookCommands()
{
    QList<Command> all;
    const auto choices = [&](const QString &title, const SettingsPage::Values &values, int now, const std::function<void(int)> &choose, const QString &also = {}) {
        for (const auto &[words, value] : values)
            all.append({QStringLiteral("%1: %2").arg(title, words), value == now ? tr("chosen now") : tr("look"), QStringLiteral("settings"), [choose, chosen = value] { choose(chosen); }, also});
    };
    const Preferences now = readPreferences(m_context.settings);
    choices(GeneralPage::tr("Look"), GeneralPage::modes(), int(m_context.theme.mode()), [this](int mode) { m_context.theme.setMode(theme::Mode(mode)); }, tr("theme, colors, dark mode"));
    choices(GeneralPage::tr("Contrast"), GeneralPage::contrasts(), int(m_context.theme.contrast()),
        [this](int contrast) { m_context.theme.setContrast(theme::Contrast(contrast)); });
    choices(GeneralPage::paperTitle(), GeneralPage::papers(), int(now.paper),
        [this](int paper) { changePreferences([paper](Preferences &changed) { changed.paper = Preferences::Paper(paper); }); });
    choices(ListPage::tr("Rows of the list"), ListPage::densities(), int(now.rows.density), [this](int density) { setDensity(Density(density)); }, tr("density, height"));
    for (const RowField field : allRowFields()) {
        const bool shown = now.rows.has(field);
        all.append({(shown ? tr("Hide in the list: %1") : tr("Show in the list: %1")).arg(wordsOf(field)), shown ? tr("shown now") : tr("hidden now"), QStringLiteral("settings"), [this, field, shown] {
                        changePreferences([field, shown](Preferences &changed) {
                            if (shown)
                                changed.rows.fields.remove(field);
                            else
                                changed.rows.fields.insert(field);
                        });
                    }});
    }
    return all;
}

} // namespace inlet::ui
