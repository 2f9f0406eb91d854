// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DemoWindow.h"
#include "ui/models/RailModel.h"
#include "ui/panes/FlatListView.h"

namespace inlet::test
{

/// The demo window with saved views, and the ways to look at them.
class ViewsWindow : protected DemoWindow
{
protected:
    [[nodiscard]] FakeViewDesk &desk() const { return f().engine.viewsFake; }
    [[nodiscard]] store::ListQuery shown() const { return f().window->listModel()->query(); }
    [[nodiscard]] ui::RailModel *rail() const { return f().window->findChild<ui::RailModel *>(); }
    [[nodiscard]] ui::FlatListView *railView() const { return f().find<ui::FlatListView>("railView"); }
    [[nodiscard]] SavedViewId viewInRail() const { return rail()->viewAt(railView()->currentIndex().row()); }
    template <typename Dialog>
    [[nodiscard]] Dialog *dialog() const
    {
        for (Dialog *one : f().window->findChildren<Dialog *>()) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    void keyTo(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(widget, key, modifiers); }
    /// "Pricing" on Ctrl+1 and "Questions" without a key.
    void addViews() const
    {
        store::SavedView pricing;
        pricing.id = SavedViewId(101);
        pricing.name = QStringLiteral("Pricing");
        pricing.number = 1;
        pricing.notify = true;
        pricing.query = {.scope = store::Scope::All, .search = QStringLiteral("pricing"), .everywhere = true};
        store::SavedView questions;
        questions.id = SavedViewId(102);
        questions.name = QStringLiteral("Questions");
        questions.query = {.scope = store::Scope::Unread, .category = store::Category::InformationRequest};
        desk().views = {pricing, questions};
        desk().counts = {{pricing.id, 12}, {questions.id, 3}};
        store::ChangeSet changes;
        changes.views = true;
        Q_EMIT f().engine.changed(changes);
        QTRY_COMPARE(rail()->views().size(), 2);
    }
    void searchFor(const char *text) const
    {
        f().type("/");
        QTest::keyClicks(f().window->focusWidget(), QString::fromLatin1(text));
        QTRY_COMPARE(shown().search, QString::fromLatin1(text));
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList out;
        for (const store::SavedView &view : std::as_const(desk().views))
            out.append(view.name);
        return out;
    }
};

} // namespace inlet::test
