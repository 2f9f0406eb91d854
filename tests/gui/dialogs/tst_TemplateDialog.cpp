// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fixtures.h"
#include "support/FakePrompts.h"
#include "support/TestMain.h"
#include "ui/Parts.h"
#include "ui/Templates.h"
#include "ui/dialogs/TemplateDialog.h"

#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>

#include <memory>

using namespace inlet;
using namespace inlet::test;
using namespace inlet::ui;

namespace
{

QString name(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// The dialog in which templates are written, and the file that keeps them.
class tst_TemplateDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(); }
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_prompts = FakePrompts();
    }

    void file_keepsOrderAndText()
    {
        const TemplateFile subject(path());
        QVERIFY(subject.read());
        QVERIFY(subject.read()->isEmpty());
        const QList<Template> templates{{name("Zwei"), name("a\n\"b\" {x}\tö")}, {name("Eins"), {}}};
        QVERIFY(subject.write(templates));
        QCOMPARE(*TemplateFile(path()).read(), templates);
        QCOMPARE(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void file_unreadable_isNeverOverwritten()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[{\"name\": \"Half");
        file.close();
        const TemplateFile subject(path());
        QVERIFY(!subject.read());
        QVERIFY(subject.read().error().detail.contains(path()));
        QVERIFY(subject.write({{name("New"), name("text")}}));
        QCOMPARE(subject.read()->size(), 1);
        QFile aside(m_dir->filePath(name("templates-unreadable.json")));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), QByteArray("[{\"name\": \"Half"));
    }

    void file_cannotBeWritten_saysSo()
    {
        QVERIFY(!TemplateFile(m_dir->filePath(name("no/such/place.json"))).write({{name("A"), name("b")}}));
    }

    void dialog_newRenamedMovedRemoved_isSaved()
    {
        auto dialog = std::make_unique<TemplateDialog>(path(), m_prompts, nullptr);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
        // Typing where there is none begins the first one.
        QTest::keyClicks(dialog->focusWidget(), name("Booking"));
        find<QPlainTextEdit>(dialog.get(), "templateTextEdit")->setPlainText(name("Hi {first_name}, pick a time."));
        click(dialog.get(), "newTemplateButton");
        QTest::keyClicks(dialog->focusWidget(), name("Prices"));
        auto *list = find<QListWidget>(dialog.get(), "templateList");
        QCOMPARE(list->count(), 2);
        click(dialog.get(), "templateUpButton");
        QTRY_COMPARE(names(), (QStringList{name("Prices"), name("Booking")}));
        QVERIFY(!find<QPushButton>(dialog.get(), "templateUpButton")->isEnabled());
        if (const QString shots = qEnvironmentVariable("INLET_SCREENSHOTS"); !shots.isEmpty()) {
            list->setCurrentRow(1);
            QVERIFY(dialog->grab().save(QDir(shots).filePath(name("templates.png"))));
            list->setCurrentRow(0);
        }
        m_prompts.answer = true;
        click(dialog.get(), "removeTemplateButton");
        dialog.reset(); // what was not saved yet is saved now
        QCOMPARE(names(), QStringList{name("Booking")});
        QCOMPARE(TemplateFile(path()).read()->first().text, name("Hi {first_name}, pick a time."));
    }

    void file_rowsWithoutAName_areLeftOut()
    {
        put(path(), "[{\"text\": \"nobody finds it\"}, {\"name\": \" A \\n b \", \"text\": \"y\"}, 7]");
        QCOMPARE(*TemplateFile(path()).read(), (QList<Template>{{name("A b"), name("y")}}));
        put(path(), "{\"name\": \"A\"}");
        QVERIFY(!TemplateFile(path()).read()); // no list
    }

    void file_unreadableAgain_keepsBoth()
    {
        const QString aside = m_dir->filePath(name("templates-unreadable.json"));
        put(aside, "the first");
        put(path(), "the second");
        const Result<void> written = TemplateFile(path()).write({{name("New"), name("text")}});
        QVERIFY(!written);
        QVERIFY(written.error().detail.contains(path()));
        QCOMPARE(octets(aside), QByteArray("the first"));
        QCOMPARE(octets(path()), QByteArray("the second"));
    }

    void dialog_fileThatCannotBeUnderstood_orWritten_isSaid()
    {
        put(path(), "[{");
        QVERIFY(notice(*open()).contains(name("cannot be understood")));
        TemplateDialog nowhere(m_dir->filePath(name("no/such/place.json")), m_prompts, nullptr);
        nowhere.show();
        QVERIFY(notice(nowhere).isEmpty());
        click(&nowhere, "newTemplateButton");
        QTRY_VERIFY(notice(nowhere).contains(name("were not saved")));
    }

    void dialog_showsTheOneThatIsChosen_andMovesIt()
    {
        QVERIFY(TemplateFile(path()).write({{name("A"), name("one")}, {name("B"), name("two")}, {name("C"), name("three")}}));
        const auto dialog = open();
        auto *list = find<QListWidget>(dialog.get(), "templateList");
        list->setCurrentRow(1);
        QCOMPARE(find<QLineEdit>(dialog.get(), "templateNameEdit")->text(), name("B"));
        QCOMPARE(find<QPlainTextEdit>(dialog.get(), "templateTextEdit")->toPlainText(), name("two"));
        click(dialog.get(), "templateDownButton");
        QTRY_COMPARE(names(), (QStringList{name("A"), name("C"), name("B")}));
        QCOMPARE(list->currentRow(), 2);
        QVERIFY(!find<QPushButton>(dialog.get(), "templateDownButton")->isEnabled());
        QCOMPARE(TemplateFile(path()).read()->last().text, name("two"));
    }

    void dialog_withoutAName_keepsTheOneBefore()
    {
        QVERIFY(TemplateFile(path()).write({{name("Prices"), name("one")}}));
        auto dialog = open();
        auto *edit = find<QLineEdit>(dialog.get(), "templateNameEdit");
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QVERIFY(edit->text().isEmpty());
        dialog.reset();
        QCOMPARE(names(), QStringList{name("Prices")});
    }

    void dialog_remove_asksFirst()
    {
        QVERIFY(TemplateFile(path()).write({{name("A"), name("one")}, {name("B"), name("two")}}));
        auto dialog = open();
        m_prompts.answer = false;
        click(dialog.get(), "removeTemplateButton");
        QCOMPARE(m_prompts.questions.size(), 1);
        QVERIFY(m_prompts.questions.first().text.contains(name("“A”")));
        QCOMPARE(find<QListWidget>(dialog.get(), "templateList")->count(), 2);
        dialog.reset();
        QCOMPARE(names().size(), 2);
    }

private:
    [[nodiscard]] QString path() const { return m_dir->filePath(name("templates.json")); }
    [[nodiscard]] QStringList names() const
    {
        QStringList out;
        for (const Template &one : TemplateFile(path()).read().value_or(QList<Template>()))
            out.append(one.name);
        return out;
    }
    [[nodiscard]] static QByteArray octets(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void put(const QString &path, const QByteArray &octets)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(octets);
    }
    [[nodiscard]] std::unique_ptr<TemplateDialog> open()
    {
        auto dialog = std::make_unique<TemplateDialog>(path(), m_prompts, nullptr);
        dialog->show();
        return dialog;
    }
    [[nodiscard]] static QString notice(TemplateDialog &dialog)
    {
        auto *bar = find<parts::NoticeBar>(&dialog, "templateNotice");
        return bar->isVisible() ? bar->text() : QString();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    FakePrompts m_prompts;
};

INLET_TEST(tst_TemplateDialog)
#include "tst_TemplateDialog.moc"
