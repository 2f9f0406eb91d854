// SPDX-License-Identifier: GPL-3.0-or-later
// Tags of mailboxes in the rail: folded and unfolded, and the list of what their mailboxes have.
#include "DemoWindow.h"
#include "support/TestMain.h"
#include "ui/dialogs/KeepViewDialog.h"
#include "ui/models/RailModel.h"
#include "ui/panes/FlatListView.h"
#include "ui/panes/RailPane.h"

#include <QDir>
#include <QLineEdit>

using namespace inlet;
using namespace inlet::test;
using ui::RailKind;
using ui::RailRole;

class tst_Tags : public QObject, DemoWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openDemo();
        f().engine.accountList[0].tags = {QStringLiteral("team-a"), QStringLiteral("client: Acme")};
        f().engine.accountList[1].tags = {QStringLiteral("team-a")};
        f().engine.accountList[3].tags = {QStringLiteral("warmup")};
        Q_EMIT f().engine.accountsChanged();
        QVERIFY(rowOf("team-a") > 0);
    }
    void cleanup() { closeDemo(); }

    void click_showsWhatItsMailboxesHave()
    {
        click(rowOf("client: Acme"), false);
        QCOMPARE(shown().search, QStringLiteral("tag:\"client: Acme\""));
        QCOMPARE(shown().scope, store::Scope::All);
        QCOMPARE(f().find<QLineEdit>("searchEdit")->text(), QStringLiteral("tag:\"client: Acme\""));
        QCOMPARE(rail()->currentIndex().row(), rowOf("client: Acme"));
        QVERIFY(isFolded("client: Acme")); // only its mark folds it
        // Its words go on in the search box: another list, so no tag is chosen any more.
        f().type("/");
        f().key(Qt::Key_End);
        QTest::keyClicks(f().window->focusWidget(), QStringLiteral(" price"));
        QTRY_COMPARE(shown().search, QStringLiteral("tag:\"client: Acme\" price"));
        QCOMPARE(model()->kindAt(rail()->currentIndex().row()), RailKind::Scope);
        // A row of the rail is a list without a search.
        click(model()->rowOf(store::ListQuery{.scope = store::Scope::All}), false);
        QCOMPARE(shown().search, QString());
    }

    void mark_foldsAndShowsNoOtherList()
    {
        const store::ListQuery before = shown();
        click(rowOf("team-a"), true);
        QVERIFY(!isFolded("team-a"));
        QCOMPARE(model()->accountAt(rowOf("team-a") + 2), AccountId(2));
        QCOMPARE(shown(), before);
        click(rowOf("team-a"), true);
        QVERIFY(isFolded("team-a"));
    }

    /// The list was chosen elsewhere since the row was clicked.
    void mark_afterAClickOnTheRow_showsNoOtherList()
    {
        click(rowOf("team-a"), false);
        f().window->perform(ui::ActionId::GoAll);
        const store::ListQuery before = shown();
        click(rowOf("team-a"), true);
        QVERIFY(!isFolded("team-a"));
        QCOMPARE(shown(), before);
    }

    /// The row that has the keys goes, and another one takes its place.
    void fold_overTheRowWithTheKeys_showsNoOtherList()
    {
        click(rowOf("team-a"), true);
        click(rowOf("team-a") + 2, false);
        rail()->setFocus();
        const store::ListQuery before = shown();
        QCOMPARE(before.account, AccountId(2));
        click(rowOf("team-a"), true);
        QVERIFY(isFolded("team-a"));
        QCOMPARE(shown(), before);
    }

    void arrows_walkAndFold()
    {
        click(rowOf("client: Acme"), false);
        rail()->setFocus();
        QTest::keyClick(rail(), Qt::Key_Down);
        QCOMPARE(shown().search, QStringLiteral("tag:team-a"));
        QTest::keyClick(rail(), Qt::Key_Right);
        QVERIFY(!isFolded("team-a"));
        QTest::keyClick(rail(), Qt::Key_Down);
        QCOMPARE(shown().account, AccountId(1));
        QCOMPARE(shown().search, QString());
        QTest::keyClick(rail(), Qt::Key_Up);
        QTest::keyClick(rail(), Qt::Key_Left);
        QVERIFY(isFolded("team-a"));
    }

    void mailboxOfTwoTags_isPassedByKey()
    {
        click(rowOf("client: Acme"), true);
        click(rowOf("team-a"), true);
        const int first = rowOf("client: Acme") + 1;
        const int second = rowOf("team-a") + 1;
        QCOMPARE(model()->accountAt(first), AccountId(1));
        QCOMPARE(model()->accountAt(second), AccountId(1));
        click(rowOf("team-a"), false);
        rail()->setFocus();
        QTest::keyClick(rail(), Qt::Key_Down);
        QCOMPARE(shown().account, AccountId(1));
        QCOMPARE(rail()->currentIndex().row(), second);
        QTest::keyClick(rail(), Qt::Key_Down);
        QCOMPARE(shown().account, AccountId(2));
        QCOMPARE(rail()->currentIndex().row(), second + 1);
        QTest::keyClick(rail(), Qt::Key_Up);
        QCOMPARE(rail()->currentIndex().row(), second);
        click(first, false);
        QCOMPARE(rail()->currentIndex().row(), first);
        // From elsewhere: the first of them.
        f().window->showList(store::ListQuery{.scope = store::Scope::All});
        f().window->showList(*model()->queryAt(second));
        QCOMPARE(rail()->currentIndex().row(), first);
    }

    void tag_isKeptAsAView()
    {
        click(rowOf("team-a"), false);
        f().key(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(f().window->findChild<ui::KeepViewDialog *>());
        auto *dialog = f().window->findChild<ui::KeepViewDialog *>();
        auto *name = dialog->findChild<QLineEdit *>();
        name->setText(QStringLiteral("Team A"));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(f().engine.viewsFake.views.size(), 1);
        QCOMPARE(f().engine.viewsFake.views.first().query.search, QStringLiteral("tag:team-a"));
    }

    void looksRight_data() { addLooks(); }
    void looksRight()
    {
        showAsRow();
        click(rowOf("team-a"), true);
        click(rowOf("team-a"), false);
        rail()->scrollToBottom();
        QTRY_VERIFY(!f().window->listModel()->isLoading());
        const QRect row = rail()->visualRect(model()->index(rowOf("team-a")));
        QVERIFY(rail()->viewport()->rect().contains(row));
        const QString directory = qEnvironmentVariable("INLET_SCREENSHOTS");
        if (!directory.isEmpty())
            QVERIFY(f().window->grab().save(QDir(directory).filePath(QStringLiteral("tags-%1.png").arg(QLatin1String(QTest::currentDataTag())))));
        f().theme->setContrast(ui::theme::Contrast::System);
    }

private:
    [[nodiscard]] ui::RailModel *model() const { return f().window->findChild<ui::RailModel *>(); }
    [[nodiscard]] ui::FlatListView *rail() const { return f().find<ui::FlatListView>("railView"); }
    [[nodiscard]] store::ListQuery shown() const { return f().window->listModel()->query(); }
    [[nodiscard]] int rowOf(const char *tag) const
    {
        for (int row = 0; row < model()->rowCount(); ++row) {
            if (model()->kindAt(row) == RailKind::Tag && model()->index(row).data().toString() == QLatin1String(tag))
                return row;
        }
        return -1;
    }
    [[nodiscard]] bool isFolded(const char *tag) const { return model()->index(rowOf(tag)).data(int(RailRole::IsFolded)).toBool(); }
    void click(int row, bool onMark) const
    {
        rail()->scrollTo(model()->index(row));
        const QRect place = rail()->visualRect(model()->index(row));
        QTest::mouseClick(rail()->viewport(), Qt::LeftButton, {}, onMark ? QPoint(place.right() - 20, place.center().y()) : place.center());
    }
};

INLET_TEST(tst_Tags)
#include "tst_Tags.moc"
