// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fixtures.h"
#include "support/FakeEngine.h"
#include "support/FakePrompts.h"
#include "ui/dialogs/BodyEdit.h"
#include "ui/dialogs/ComposerWindow.h"

#include <QPointer>

#include <memory>

namespace inlet::test
{

/// The composer in a window of its own over the fake engine, with two mailboxes.
class ComposerFixture
{
protected:
    using Mode = store::Draft::Mode;

    void makeEngine()
    {
        engine = std::make_unique<FakeEngine>();
        prompts = FakePrompts();
        engine->accountList = {account(1, QStringLiteral("anna@try-acme.com"), QStringLiteral("Anna Keller")),
            account(2, QStringLiteral("jo@get-acme.com"), QStringLiteral("Jo Brandt"))};
        engine->accountList[1].aliases = {QStringLiteral("hello@get-acme.com")};
    }
    void open(const ui::ComposeRequest &request, const ui::Composer::Options &options = {})
    {
        delete window;
        window = new ui::ComposerWindow(*engine, prompts, request, options);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window));
    }
    void reply(Mode mode = Mode::Reply)
    {
        ui::ComposeRequest request;
        request.mode = mode;
        request.message = inbound(AccountId(2), QStringLiteral("jo@get-acme.com"));
        request.body = inboundBody();
        open(request);
    }
    void fresh()
    {
        ui::ComposeRequest request;
        request.account = AccountId(1);
        open(request);
    }
    [[nodiscard]] ui::BodyEdit *body() const { return find<ui::BodyEdit>(window, "bodyEdit"); }
    [[nodiscard]] QString notice() const
    {
        auto *shown = find<QWidget>(window, "composerNotice");
        return shown->isVisible() ? shown->accessibleName() : QString();
    }
    [[nodiscard]] QString warnings() const
    {
        auto *shown = find<QWidget>(window, "composerWarnings");
        return shown->isVisible() ? shown->accessibleName() : QString();
    }
    void key(Qt::Key pressed, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(window->focusWidget() ? window->focusWidget() : window.data(), pressed, modifiers);
    }
    void type(const char *name, const QString &text)
    {
        auto *edit = find<QLineEdit>(window, name);
        edit->clear();
        QTest::keyClicks(edit, text);
    }

    std::unique_ptr<FakeEngine> engine;
    FakePrompts prompts;
    QPointer<ui::ComposerWindow> window;
};

} // namespace inlet::test
