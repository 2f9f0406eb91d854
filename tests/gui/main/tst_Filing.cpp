// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoWindow.h"
#include "support/TestMain.h"
#include "ui/Templates.h"
#include "ui/dialogs/ChoiceList.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/ConversationPane.h"
#include "ui/panes/FlatListView.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/StatusLine.h"

#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QToolButton>

using namespace inlet;
using namespace inlet::test;
using store::TriageVerb;

/// Keys that put conversations somewhere else, in the real window.
class tst_Filing : public QObject, private DemoWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { prepareDemo(); }
    void cleanup() { closeDemo(); }

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

    void move_typed_goesThere()
    {
        giveFolders(AccountId(1), {"INBOX", "Archive", "Clients/Acme", "Clients/Nordlicht", "Later"});
        f().engine.rows[0].accounts = {AccountId(1)};
        start();
        f().type("v");
        QTRY_VERIFY(f().dialog());
        auto *edit = f().dialog()->findChild<QLineEdit *>(QStringLiteral("pickEdit"));
        auto *list = f().dialog()->findChild<ui::ChoiceList *>(QStringLiteral("pickList"));
        QTRY_VERIFY(edit->hasFocus());
        QCOMPARE(list->count(), 5); // neither Sent nor Trash, and nothing that only holds others
        if (const QString dir = qEnvironmentVariable("INLET_SCREENSHOTS"); !dir.isEmpty())
            QVERIFY(f().dialog()->grab().save(QDir(dir).filePath(QStringLiteral("move.png"))));
        QTest::keyClicks(edit, QStringLiteral("cl"));
        QCOMPARE(list->count(), 2);
        QTest::keyClick(edit, Qt::Key_Down);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(f().engine.actions.size(), 1);
        const store::TriageAction action = f().engine.actions.first();
        QCOMPARE(action.verb, TriageVerb::MoveToFolder);
        QCOMPARE(action.conversations, QList{ConversationId(1)});
        QCOMPARE(action.folder, FolderId(104));
        QTRY_COMPARE(current(), ConversationId(2));
        QTRY_VERIFY(f().find<QLabel>("toastLabel")->text().startsWith(QStringLiteral("Moved to Clients/Nordlicht")));
    }

    void move_escape_leavesAllAsItIs()
    {
        giveFolders(AccountId(1), {"INBOX", "Clients"});
        f().engine.rows[0].accounts = {AccountId(1)};
        start();
        f().type("v");
        QTRY_VERIFY(f().dialog());
        QTest::keyClick(f().dialog()->findChild<QLineEdit *>(QStringLiteral("pickEdit")), Qt::Key_Escape);
        QTRY_VERIFY(!f().dialog());
        QVERIFY(f().engine.actions.isEmpty());
        QCOMPARE(current(), ConversationId(1));
    }

    void move_bulk_sameMailbox_movesAll()
    {
        giveFolders(AccountId(1), {"INBOX", "Clients"});
        f().engine.rows[0].accounts = {AccountId(1)};
        f().engine.rows[2].accounts = {AccountId(2), AccountId(1)};
        start();
        mark({0, 2});
        f().type("v");
        QTRY_VERIFY(f().dialog());
        auto *edit = f().dialog()->findChild<QLineEdit *>(QStringLiteral("pickEdit"));
        QTest::keyClicks(edit, QStringLiteral("clients"));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().conversations.size(), 2);
    }

    void move_bulk_noMailboxInCommon_saysSo()
    {
        f().engine.rows[0].accounts = {AccountId(1)};
        f().engine.rows[1].accounts = {AccountId(2)};
        start();
        mark({0, 1});
        f().type("v");
        QTRY_VERIFY(f().find<QLabel>("toastLabel")->text().contains(QStringLiteral("2 mailboxes")));
        QVERIFY(!f().dialog());
        QCOMPARE(f().window->listModel()->marked().size(), 2);
    }

    void move_severalMailboxes_namesThem()
    {
        giveFolders(AccountId(1), {"INBOX", "Clients"});
        giveFolders(AccountId(2), {"INBOX", "Deals"});
        f().engine.rows[0].accounts = {AccountId(1), AccountId(2)};
        start();
        f().type("v");
        QTRY_VERIFY(f().dialog());
        auto *list = f().dialog()->findChild<ui::ChoiceList *>(QStringLiteral("pickList"));
        QCOMPARE(list->count(), 4);
        QCOMPARE(list->item(2)->text(), QStringLiteral("Clients"));
        QCOMPARE(list->item(2)->data(ui::ChoiceList::Hint).toString(), f().engine.accountList.first().email);
    }

    void template_answersWithIt()
    {
        start();
        QVERIFY(ui::TemplateFile(ui::TemplateFile::pathBeside(*f().settings)).write({{QStringLiteral("Booking"), QStringLiteral("Hi {first_name}")}}));
        f().type("t");
        QTRY_VERIFY(f().dialog());
        auto *edit = f().dialog()->findChild<QLineEdit *>(QStringLiteral("pickEdit"));
        QTest::keyClicks(edit, QStringLiteral("boo"));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE(f().composed.size(), 1);
        QCOMPARE(f().composed.first().templateText, QStringLiteral("Hi {first_name}"));
        QCOMPARE(f().composed.first().mode, store::Draft::Mode::Reply);
        QCOMPARE(f().composed.first().message.conversation, ConversationId(1));
        // A plain answer begins with nothing. Keys are deaf for a moment, until the composer has the focus.
        QTRY_VERIFY((f().type("r"), f().composed.size() > 1));
        QVERIFY(f().composed.last().templateText.isEmpty());
    }

    /// Only where the key that is offered would answer that one conversation.
    void meetingRequest_offersTheTemplateWithALink()
    {
        start();
        QVERIFY(ui::TemplateFile(ui::TemplateFile::pathBeside(*f().settings)).write({{QStringLiteral("Booking"), QStringLiteral("https://cal.example/anna")}}));
        const auto said = [this] { return f().window->findChild<ui::StatusLine *>()->sideText(); };
        f().window->listModel()->setAllMarked({ConversationId(1), ConversationId(2)});
        f().type("2");
        QCOMPARE(f().engine.actions.size(), 1);
        QVERIFY2(!said().contains(QStringLiteral("Booking")), qPrintable(said()));
        f().window->listModel()->setAllMarked({});
        f().type("2");
        QVERIFY2(said().startsWith(QStringLiteral("“Booking” has a link")), qPrintable(said()));
    }

    void linkTemplate_isReadOnlyWhereTheFileHasChanged()
    {
        const QString path = f().profile.filePath(QStringLiteral("templates.json"));
        ui::LinkTemplate subject(path);
        QCOMPARE(subject.name(), QString());
        const ui::TemplateFile file(path);
        const auto writeAt = [&](const QList<ui::Template> &templates, const QDateTime &at) {
            QVERIFY(file.write(templates));
            QFile touched(path);
            QVERIFY(touched.open(QIODevice::ReadWrite) && touched.setFileTime(at, QFileDevice::FileModificationTime));
        };
        const QDateTime monday(QDate(2026, 11, 30), QTime(9, 0));
        writeAt({{QStringLiteral("Plain"), QStringLiteral("Hi")}, {QStringLiteral("Booking"), QStringLiteral("https://cal.example")}}, monday);
        QCOMPARE(subject.name(), QStringLiteral("Booking"));
        writeAt({{QStringLiteral("Other"), QStringLiteral("https://cal.example")}}, monday);
        QCOMPARE(subject.name(), QStringLiteral("Booking")); // not read
        writeAt({{QStringLiteral("Other"), QStringLiteral("https://cal.example")}}, monday.addSecs(1));
        QCOMPARE(subject.name(), QStringLiteral("Other"));
        QVERIFY(QFile::remove(path));
        QCOMPARE(subject.name(), QString());
    }

private:
    void giveFolders(AccountId account, const QList<const char *> &names) const
    {
        const auto add = [&](const QString &name, imap::FolderRole role, bool selectable = true) {
            QList<store::StoredFolder> &list = f().engine.folderLists[account];
            store::StoredFolder folder;
            folder.id = FolderId(100 * account.number() + list.size() + 1);
            folder.account = account;
            folder.name = name;
            folder.role = role;
            folder.selectable = selectable;
            list.append(folder);
        };
        f().engine.folderLists[account].clear();
        for (const char *name : names) {
            const QString text = QString::fromLatin1(name);
            add(text, text == QLatin1String("INBOX") ? imap::FolderRole::Inbox
                    : text == QLatin1String("Archive") ? imap::FolderRole::Archive
                                                       : imap::FolderRole::None);
        }
        add(QStringLiteral("Sent"), imap::FolderRole::Sent);
        add(QStringLiteral("Trash"), imap::FolderRole::Trash);
        add(QStringLiteral("Clients"), imap::FolderRole::None, false);
        add(QStringLiteral("[Gmail]/Important"), imap::FolderRole::None);
    }
    void mark(const QList<int> &rows) const
    {
        QList<ConversationId> ids;
        for (const int row : rows)
            ids.append(f().engine.rows.at(row).id);
        f().window->listModel()->setAllMarked(ids);
    }
    void showDone() const
    {
        f().window->showList({.scope = store::Scope::Archived, .account = {}, .category = {}, .search = {}});
        QTRY_VERIFY(f().window->listModel()->rowOf(ConversationId(1)) >= 0);
        QVERIFY(f().window->list()->select(ConversationId(1)));
        f().window->list()->setFocus();
    }
};

INLET_TEST(tst_Filing)
#include "tst_Filing.moc"
