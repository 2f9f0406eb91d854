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
        m_fixture = std::make_unique<WindowFixture>();
        fillDemo(f().engine, QDateTime::currentDateTimeUtc());
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
