// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fixtures.h"
#include "support/FakeEngine.h"
#include "support/FakePrompts.h"
#include "support/TestMain.h"
#include "ui/Parts.h"
#include "ui/dialogs/MailboxModel.h"
#include "ui/dialogs/MailboxSettings.h"
#include "ui/dialogs/MailboxTable.h"

#include <QDir>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>

#include <memory>

using namespace inlet;
using namespace inlet::test;
using namespace inlet::ui;

/// Tags of mailboxes, typed in the settings of one and changed in the table for several.
class tst_MailboxTags : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(); }
    void init()
    {
        engine = std::make_unique<FakeEngine>();
        for (int number = 1; number <= 3; ++number) {
            accounts::Account account;
            account.id = AccountId(number);
            account.email = QStringLiteral("anna%1@try-acme.com").arg(number);
            engine->accountList.append(account);
        }
    }

    void settings_tags_areReadAsTyped()
    {
        engine->accountList[1].tags = {QStringLiteral("warmup")};
        MailboxSettings subject(*engine, prompts, engine->accountList.at(0), nullptr);
        subject.show();
        auto *edit = find<QLineEdit>(&subject, "tagsEdit");
        const QList<QLabel *> labels = edit->parentWidget()->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->isVisibleTo(label->window()) && label->text().endsWith(QStringLiteral("So far: warmup.")); }));
        edit->setText(QStringLiteral(" team-a,client: Acme; Team-A,"));
        click(&subject, "saveButton");
        QTRY_COMPARE(engine->updatedAccounts.size(), 1);
        QCOMPARE(engine->updatedAccounts.first().tags, QStringList({QStringLiteral("team-a"), QStringLiteral("client: Acme")}));
    }

    void settings_tooLongTag_isRefused()
    {
        MailboxSettings subject(*engine, prompts, engine->accountList.at(0), nullptr);
        subject.show();
        find<QLineEdit>(&subject, "tagsEdit")->setText(QString(41, QLatin1Char('a')));
        click(&subject, "saveButton");
        QVERIFY(find<QLineEdit>(&subject, "tagsEdit")->property("invalid").toBool());
        QVERIFY(engine->updatedAccounts.isEmpty());
    }

    /// What only some have stays as it is unless it is touched.
    void table_tags_ofSeveral_changeAtOnce()
    {
        engine->accountList[0].tags = {QStringLiteral("team-a"), QStringLiteral("old")};
        engine->accountList[1].tags = {QStringLiteral("old")};
        MailboxTable subject(*engine, prompts);
        subject.show();
        auto *table = find<QTableView>(&subject, "mailboxTable");
        QVERIFY(!table->isColumnHidden(int(MailboxModel::Column::Tags)));
        table->selectAll();
        click(&subject, "tagsButton");
        auto *dialog = subject.findChild<QDialog *>(QStringLiteral("labelPicker"));
        QVERIFY(dialog && dialog->isVisible());
        auto *edit = find<QLineEdit>(dialog, "labelEdit");
        QTest::keyClicks(edit, QStringLiteral("old"));
        QTest::keyClick(edit, Qt::Key_Return); // some have it: now all
        QTest::keyClick(edit, Qt::Key_Return); // and now none
        QTest::keyClicks(edit, QStringLiteral("warmup"));
        click(dialog, "applyButton"); // what was typed counts, too
        QTRY_COMPARE(engine->taggedAccounts, (QList<QList<AccountId>>{{AccountId(1), AccountId(2), AccountId(3)}})); // in one step
        QVERIFY(engine->updatedAccounts.isEmpty());
        QCOMPARE(engine->accountList.at(0).tags, QStringList({QStringLiteral("team-a"), QStringLiteral("warmup")}));
        QCOMPARE(engine->accountList.at(1).tags, QStringList{QStringLiteral("warmup")});
    }

    void table_tagsCannotBeStored_isSaid()
    {
        engine->onTags = [] { return Error{ErrorKind::Storage, QStringLiteral("The disk is full."), {}, "disk-full"}; };
        MailboxTable subject(*engine, prompts);
        subject.show();
        auto *notice = find<parts::NoticeBar>(&subject, "noticeBar");
        const auto addTag = [&] {
            click(&subject, "tagsButton");
            auto *dialog = subject.findChild<QDialog *>(QStringLiteral("labelPicker"));
            QTest::keyClicks(find<QLineEdit>(dialog, "labelEdit"), QStringLiteral("warmup"));
            click(dialog, "applyButton");
        };
        addTag();
        QTRY_VERIFY(notice->isVisible());
        QVERIFY2(notice->text().contains(QStringLiteral("disk"), Qt::CaseInsensitive), qPrintable(notice->text()));
        keep(subject, "failed");
        QTRY_VERIFY(!subject.findChild<QDialog *>(QStringLiteral("labelPicker")));
        engine->onTags = {};
        addTag();
        QVERIFY(!notice->isVisible());
        QTRY_COMPARE(engine->taggedAccounts.size(), 2);
    }

    void looksRight()
    {
        MailboxTable subject(*engine, prompts);
        subject.resize(1024, 640);
        subject.show();
        auto *table = find<QTableView>(&subject, "mailboxTable");
        QTRY_VERIFY(table->viewport()->width() > 900);
        const int beyond = table->horizontalScrollBar()->maximum();
        engine->accountList[0].tags = {QStringLiteral("team-a"), QStringLiteral("client: Acme")};
        Q_EMIT engine->accountsChanged();
        keep(subject, "table");
        QVERIFY(!table->isColumnHidden(int(MailboxModel::Column::Tags)));
        QVERIFY(table->isColumnHidden(int(MailboxModel::Column::Provider)));
        QTRY_VERIFY(table->horizontalScrollBar()->maximum() <= beyond); // no more out of sight than without them
        subject.resize(1300, 700);
        QVERIFY(!table->isColumnHidden(int(MailboxModel::Column::Provider)));
        table->selectAll();
        click(&subject, "tagsButton");
        keep(*subject.findChild<QDialog *>(QStringLiteral("labelPicker")), "picker");
        MailboxSettings settings(*engine, prompts, engine->accountList.at(0), nullptr);
        settings.show();
        keep(settings, "settings");
    }

private:
    static void keep(QWidget &widget, const char *name)
    {
        const QString directory = qEnvironmentVariable("INLET_SCREENSHOTS");
        if (!directory.isEmpty())
            QVERIFY(widget.grab().save(QDir(directory).filePath(QStringLiteral("mailbox-tags-%1.png").arg(QLatin1String(name)))));
    }

    std::unique_ptr<FakeEngine> engine;
    FakePrompts prompts;
};

INLET_TEST(tst_MailboxTags)
#include "tst_MailboxTags.moc"
