// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowFixture.h"
#include "support/TestMain.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/ConversationPane.h"
#include "ui/panes/FlatListView.h"
#include "ui/panes/ListPane.h"

#include <QDir>
#include <QLabel>
#include <QToolButton>

using namespace inlet;
using namespace inlet::test;
using store::TriageVerb;

/// Keys that put conversations somewhere else, in the real window.
class tst_Filing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        fillDemo(f().engine, QDateTime::currentDateTimeUtc());
    }
    void cleanup() { m_fixture.reset(); }

    void mute_goesOn_andUndoComesBack()
    {
        start();
        f().type("m");
        QCOMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().verb, TriageVerb::Mute);
        QCOMPARE(f().engine.actions.first().conversations, QList{ConversationId(1)});
        QTRY_COMPARE(current(), ConversationId(2));
        QTRY_VERIFY(f().find<QLabel>("toastLabel")->text().startsWith(QStringLiteral("Muted")));
        QTRY_COMPARE(f().window->listModel()->rowOf(ConversationId(1)), -1);
        f().key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f().engine.undos, 1);
    }

    void mute_isShown_andTheSameKeyTakesItBack()
    {
        f().engine.rows[0].muted = true;
        f().open();
        showDone();
        const auto *model = f().window->listModel();
        QVERIFY(model->index(model->rowOf(ConversationId(1))).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Muted")));
        auto *mark = f().find<QToolButton>("mutedButton");
        QTRY_VERIFY(mark->isVisible());
        QCOMPARE(mark->text(), QStringLiteral("Muted"));
        if (const QString dir = qEnvironmentVariable("INLET_SCREENSHOTS"); !dir.isEmpty())
            QVERIFY(f().window->grab().save(QDir(dir).filePath(QStringLiteral("muted.png"))));
        f().type("m");
        QTRY_COMPARE(f().engine.actions.last().verb, TriageVerb::Unmute);
        f().window->showList({.scope = store::Scope::NeedsAnswer, .account = {}, .category = {}, .search = {}});
        QTRY_VERIFY(model->rowOf(ConversationId(1)) >= 0);
        QTRY_VERIFY(!mark->isVisible());
    }

    void mute_marked_takesAllOfThem()
    {
        start();
        f().window->listModel()->setAllMarked({ConversationId(1), ConversationId(3)});
        f().type("m");
        QCOMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().conversations.size(), 2);
        QTRY_COMPARE(current(), ConversationId(2));
    }

private:
    [[nodiscard]] WindowFixture &f() const { return *m_fixture; }
    [[nodiscard]] ConversationId current() const { return f().window->list()->current(); }
    void start() const
    {
        f().open();
        QTRY_VERIFY(f().window->listModel()->rowCount() > 5);
        QTRY_COMPARE(current(), ConversationId(1));
    }
    void showDone() const
    {
        f().window->showList({.scope = store::Scope::Archived, .account = {}, .category = {}, .search = {}});
        QTRY_VERIFY(f().window->listModel()->rowOf(ConversationId(1)) >= 0);
        QVERIFY(f().window->list()->select(ConversationId(1)));
        f().window->list()->setFocus();
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

INLET_TEST(tst_Filing)
#include "tst_Filing.moc"
