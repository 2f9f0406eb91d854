// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "WindowFixture.h"

namespace inlet::test
{

/// The window on the demo mail; its first conversation is open, and the keys are at the list.
class DemoWindow
{
protected:
    void openDemo()
    {
        prepareDemo();
        start();
    }
    /// The mail, and no window yet.
    void prepareDemo()
    {
        m_fixture = std::make_unique<WindowFixture>();
        fillDemo(f().engine, QDateTime::currentDateTimeUtc());
    }
    void start() const
    {
        f().open();
        QTRY_VERIFY(f().window->listModel()->rowCount() > 5);
        QTRY_COMPARE(current(), ConversationId(1));
    }
    /// The window of somebody who has connected nothing yet.
    void openEmpty()
    {
        m_fixture = std::make_unique<WindowFixture>();
        f().open();
    }
    void closeDemo() { m_fixture.reset(); }

    [[nodiscard]] WindowFixture &f() const { return *m_fixture; }
    [[nodiscard]] ConversationId current() const { return f().window->list()->current(); }
    /// Selected, and on screen.
    void waitOpen(qint64 id) const
    {
        QTRY_COMPARE(current(), ConversationId(id));
        const auto isOpen = [this, id] {
            const QList<ui::MessageCard *> cards = f().window->conversation()->cards();
            return !cards.isEmpty() && cards.first()->message().conversation == ConversationId(id);
        };
        QTRY_VERIFY(isOpen());
    }
    /// Rows of a test that looks at the window, for showAsRow().
    static void addLooks()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("strong");
        QTest::newRow("light") << QSize(1440, 900) << false << false;
        QTest::newRow("dark") << QSize(1440, 900) << true << false;
        QTest::newRow("least") << QSize(1024, 640) << false << false;
        QTest::newRow("strong") << QSize(1440, 900) << false << true;
        QTest::newRow("strong-dark") << QSize(1440, 900) << true << true;
    }
    void showAsRow() const
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        QFETCH(bool, strong);
        f().theme->setMode(dark ? ui::theme::Mode::Dark : ui::theme::Mode::Light);
        f().theme->setContrast(strong ? ui::theme::Contrast::High : ui::theme::Contrast::Normal);
        f().window->resize(size);
    }
    /// New mail of somebody new, at the top.
    void arrive(qint64 id) const
    {
        store::ConversationRow fresh = f().engine.rows.first();
        fresh.id = ConversationId(id);
        fresh.sortAt += 60'000;
        f().engine.rows.prepend(fresh);
        store::ChangeSet changes;
        changes.conversations.insert(fresh.id);
        Q_EMIT f().engine.changed(changes);
    }

private:
    std::unique_ptr<WindowFixture> m_fixture;
};

} // namespace inlet::test
