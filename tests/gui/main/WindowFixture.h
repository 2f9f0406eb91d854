// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/DemoMail.h"
#include "support/FakePrompts.h"
#include "support/Patience.h"
#include "support/RunLanguage.h"
#include "ui/MainWindow.h"
#include "ui/ThemeController.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/ConversationPane.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/MessageCard.h"

#include <QApplication>
#include <QDialog>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace inlet::test
{

/// The real window over the fake engine, with a profile of its own.
struct WindowFixture {
    QTemporaryDir profile;
    FakeEngine engine;
    FakePrompts prompts;
    std::unique_ptr<QSettings> settings;
    std::unique_ptr<ui::ThemeController> theme;
    std::unique_ptr<ui::MainWindow> window;
    QList<ui::ComposeRequest> composed;
    bool hasTray = false;
    bool isSandbox = false;
    int connects = 0;
    int tables = 0;
    int outboxes = 0;
    int fleets = 0;
    std::function<void(const std::function<void(const QString &)> &)> trySandbox; ///< empty: there is none
    QList<AccountId> settingsOf;
    QList<AccountId> repaired;

    WindowFixture()
    {
        setUpLanguage();
        settings = std::make_unique<QSettings>(profile.filePath(QStringLiteral("ui.ini")), QSettings::IniFormat);
        theme = std::make_unique<ui::ThemeController>(*qApp, *settings);
        theme->setMode(ui::theme::Mode::Light);
    }

    void open(QSize size = {1360, 860})
    {
        ui::Openers openers;
        openers.compose = [this](const ui::ComposeRequest &request) { composed.append(request); };
        openers.connectMailbox = [this] { ++connects; };
        openers.outbox = [this] { ++outboxes; };
        openers.connectMany = [this] { ++fleets; };
        openers.mailboxSettings = [this](AccountId id) { settingsOf.append(id); };
        openers.trySandbox = trySandbox;
        openers.mailboxTable = [this] { ++tables; };
        openers.repairMailbox = [this](AccountId id) { repaired.append(id); };
        window = std::make_unique<ui::MainWindow>(ui::MainWindow::Context{engine, openers, prompts, *settings, *theme, [this] { return hasTray; }, isSandbox});
        window->resize(size);
        window->show();
        QApplication::setActiveWindow(window.get());
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }

    /// With so many rows, whatever list is asked for.
    void openMany(int rows, QSize size = {1360, 860})
    {
        fillDemo(engine, QDateTime::currentDateTimeUtc());
        engine.rows = manyRows(rows, QDateTime::currentDateTimeUtc());
        engine.inScope = [](const store::ConversationRow &, const store::ListQuery &) { return true; };
        open(size);
        QTRY_COMPARE_WITH_TIMEOUT(window->listModel()->rowCount(), rows, 30'000);
    }

    template <typename Widget = QWidget>
    Widget *find(const char *name) const
    {
        return window->findChild<Widget *>(QString::fromLatin1(name));
    }

    /// The dialog that is open, if it holds a widget of that name.
    [[nodiscard]] QDialog *dialog(const char *holds = nullptr) const
    {
        for (QDialog *one : window->findChildren<QDialog *>()) {
            if (one->isVisible() && (!holds || one->findChild<QWidget *>(QString::fromLatin1(holds))))
                return one;
        }
        return nullptr;
    }
    /// Its row in that list, with its messages on screen and the keys at the list.
    void openRow(qint64 id, const store::ListQuery &query) const
    {
        window->showList(query);
        QTRY_VERIFY(!window->listModel()->isLoading());
        QVERIFY(window->list()->select(ConversationId(id)));
        const auto isOpen = [this, id] {
            const QList<ui::MessageCard *> cards = window->conversation()->cards();
            return !cards.isEmpty() && cards.first()->message().conversation == ConversationId(id);
        };
        QTRY_VERIFY(isOpen());
        window->list()->setFocus();
    }

    /// To whatever has the focus, as a keyboard does.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(window->focusWidget() ? window->focusWidget() : window.get(), key, modifiers);
    }
    void type(const char *characters) const
    {
        for (const char *at = characters; *at; ++at)
            QTest::keyClick(window->focusWidget() ? window->focusWidget() : window.get(), *at, *at >= 'A' && *at <= 'Z' ? Qt::ShiftModifier : Qt::NoModifier);
    }
};

} // namespace inlet::test
