// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fixtures.h"
#include "support/FakeEngine.h"
#include "support/FakePrompts.h"
#include "support/TestMain.h"
#include "ui/Templates.h"
#include "ui/dialogs/BodyEdit.h"
#include "ui/dialogs/ChoiceList.h"
#include "ui/dialogs/ComposerWindow.h"
#include "ui/dialogs/OutgoingDocument.h"
#include "ui/dialogs/TemplateDialog.h"
#include "ui/dialogs/TemplateText.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
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

class tst_Templates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(); }
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_engine = std::make_unique<FakeEngine>();
        m_engine->accountList = {account(1, name("anna@try-acme.com"), name("Anna Keller"))};
        m_prompts = FakePrompts();
    }
    void cleanup() { delete m_window; }

    void firstName_data()
    {
        QTest::addColumn<QString>("whole");
        QTest::addColumn<QString>("first");
        QTest::newRow("plain") << name("Mara Petersen") << name("Mara");
        QTest::newRow("turned") << name("Petersen, Mara") << name("Mara");
        QTest::newRow("titles") << name("Prof. Dr. Mara Petersen") << name("Mara");
        QTest::newRow("Herr") << name("Herr Jonas Möller") << name("Jonas");
        QTest::newRow("shouted") << name("MARA PETERSEN") << name("Mara");
        QTest::newRow("double") << name("Jean-Luc Martin") << name("Jean-Luc");
        QTest::newRow("one word") << name("IKEA") << name("IKEA");
        QTest::newRow("initial") << name("M. Petersen") << QString();
        QTest::newRow("letter") << name("M Petersen") << QString();
        QTest::newRow("address") << name("mara@nordlicht.de") << QString();
        QTest::newRow("number") << name("4711 Service") << QString();
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("other script") << name("Мария Иванова") << name("Мария");
    }
    void firstName()
    {
        QFETCH(QString, whole);
        QFETCH(QString, first);
        QCOMPARE(firstNameOf(whole), first);
    }

    void fill_knownIsFilled_unknownStays()
    {
        TemplateFacts facts;
        facts.name = name("Mara Petersen");
        facts.address = name("mara@nordlicht.de");
        facts.myName = name("Anna Keller");
        const FilledTemplate filled = fillTemplate(name("Hi {first_name} at {company} ({domain}),\n{cursor}\n{my_name} {pain_point} {Not} {}"), facts);
        QCOMPARE(filled.text, name("Hi Mara at {company} (nordlicht.de),\n\nAnna Keller {pain_point} {Not} {}"));
        QCOMPARE(filled.text.mid(filled.caret), name("\nAnna Keller {pain_point} {Not} {}"));
        QCOMPARE(filled.open, (QSet<QString>{name("{company}"), name("{pain_point}"), name("{Not}")}));
        QCOMPARE(openVariables(filled.text, filled.open).size(), 3);
        facts.address = name("mara@gmail.com");
        QCOMPARE(fillTemplate(name("{domain}"), facts).text, name("{domain}")); // everybody can have an address there
        // What was filled in is not looked at again.
        facts.name = name("{email}");
        QCOMPARE(fillTemplate(name("{name}"), facts).text, name("{email}"));
    }

    void fill_everyVariableOfTheDialog_data()
    {
        QTest::addColumn<QString>("value");
        const auto row = [](const char *variable, const QString &value) { QTest::newRow(variable) << value; };
        row("{first_name}", name("Mara"));
        row("{name}", name("Mara Petersen"));
        row("{email}", name("mara@nordlicht.de"));
        row("{domain}", name("nordlicht.de"));
        row("{my_name}", name("Anna Keller"));
        row("{my_first_name}", name("Anna"));
        row("{my_email}", name("anna@try-acme.com"));
        row("{subject}", name("Prices and more"));
        row("{today}", QLocale().toString(QDate::currentDate(), QLocale::LongFormat));
        row("{cursor}", QString());
    }
    void fill_everyVariableOfTheDialog()
    {
        QFETCH(QString, value);
        const QString variable = QString::fromLatin1(QTest::currentDataTag());
        const auto known = templateVariables();
        QCOMPARE(known.size(), 10);
        QVERIFY(std::any_of(known.begin(), known.end(), [&](const auto &one) { return one.first == variable; }));
        const FilledTemplate filled = fillTemplate(variable,
            {name("Mara  Petersen"), name("mara@nordlicht.de"), name("Anna Keller"), name("anna@try-acme.com"), name("Prices and\n more")});
        QCOMPARE(filled.text, value);
        QVERIFY(filled.open.isEmpty());
    }

    void fill_caretIsAtTheFirst()
    {
        const FilledTemplate filled = fillTemplate(name("a{cursor}b{cursor}c"), {});
        QCOMPARE(filled.text, name("abc"));
        QCOMPARE(filled.caret, 1);
    }

    /// Reps write them as they like.
    void fill_anyBracesAreAVariable()
    {
        TemplateFacts facts;
        facts.name = name("Mara Petersen");
        const FilledTemplate filled = fillTemplate(name("{First_Name} {first name} {FIRST_NAME} {Cursor}{Company} {straße} {your team's goal} {a\nb}"), facts);
        QCOMPARE(filled.text, name("Mara Mara Mara {Company} {straße} {your team's goal} {a\nb}"));
        QCOMPARE(filled.caret, 15);
        QCOMPARE(filled.open, (QSet<QString>{name("{Company}"), name("{straße}"), name("{your team's goal}")}));
    }

    void open_quotesAndForwardedText_doNotCount()
    {
        QTextDocument document;
        outgoing::fromText(document, name("Hi {first_name}\n> Hi {name}\n{id}\n----------\n{x}\n---------- Forwarded message ----------\n{company}"));
        OwnPart part{{name("{first_name}"), name("{name}"), name("{x}"), name("{company}")}, {}};
        QCOMPARE(openVariables(document, part).size(), 3); // a line of dashes ends nothing in an answer
        part.forwardTitle = name("---------- Forwarded message ----------");
        const QList<OpenVariable> open = openVariables(document, part);
        QCOMPARE(open.size(), 2);
        QCOMPARE(open.first().name, name("{first_name}"));
        QCOMPARE(open.first().position, 3);
        QCOMPARE(open.last().name, name("{x}"));
    }

    void insert_fillsIn_andIsOneStepOfUndo()
    {
        QVERIFY(TemplateFile(path()).write({{name("Prices"), name("Hi {first_name},\n{cursor}\n{my_first_name}")}}));
        reply();
        const QString before = body()->toPlainText();
        QTest::keyClick(body(), Qt::Key_Semicolon, Qt::ControlModifier);
        QTRY_VERIFY(pick());
        QTest::keyClicks(pick(), name("pri"));
        QTest::keyClick(pick(), Qt::Key_Return);
        QTRY_VERIFY(body()->toPlainText().startsWith(name("Hi Mara,\n\nAnna")));
        QCOMPARE(body()->textCursor().position(), 9);
        QVERIFY(body()->hasFocus());
        QVERIFY(find<QPushButton>(m_window, "sendButton")->isEnabled());
        QTest::keyClick(body(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(body()->toPlainText(), before);
    }

    void insert_speaksOfTheOneAndTheMailboxThatAreChosen()
    {
        m_engine->accountList[0].aliases = {name("anna@acme.io")};
        ComposeRequest request = replyRequest();
        request.message.replyTo = {{QString(), name("MARA@nordlicht.de")}}; // often without the name
        open(request);
        auto *from = find<QComboBox>(m_window, "fromComboBox");
        from->setCurrentIndex(from->findText(name("anna@acme.io"), Qt::MatchContains));
        find<QLineEdit>(m_window, "subjectEdit")->setText(name("Prices"));
        QVERIFY(TemplateFile(path()).write({{name("A"), name("{first_name} {my_email} {subject}")}}));
        insert(name("A"));
        QTRY_VERIFY2(body()->toPlainText().startsWith(name("Mara anna@acme.io Prices")), qPrintable(body()->toPlainText()));
    }

    void insert_replacesWhatIsSelected_andNeverGoesIntoAQuote()
    {
        QVERIFY(TemplateFile(path()).write({{name("First"), name("one")}, {name("Second"), name("two{cursor}!")}}));
        reply();
        QTest::keyClicks(body(), name("word"));
        QTextCursor cursor = body()->textCursor();
        cursor.setPosition(0);
        cursor.setPosition(4, QTextCursor::KeepAnchor);
        body()->setTextCursor(cursor);
        insert(name("Second"));
        QTRY_VERIFY(body()->toPlainText().startsWith(name("two!\n")));
        QCOMPARE(body()->textCursor().position(), 3);
        body()->moveCursor(QTextCursor::End);
        while (outgoing::quoteLevel(body()->textCursor().block()) == 0 && body()->textCursor().position() > 0)
            body()->moveCursor(QTextCursor::PreviousBlock);
        QVERIFY(outgoing::quoteLevel(body()->textCursor().block()) > 0);
        insert(name("First"));
        QTRY_VERIFY(body()->toPlainText().startsWith(name("onetwo!\n")));
    }

    void openVariable_usedTwice_isNamedOnce()
    {
        ComposeRequest request = replyRequest();
        request.templateText = name("{company} and {company}");
        open(request);
        QTest::keyClick(body(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(find<QWidget>(m_window, "composerNotice")->accessibleName().contains(name("Fill in {company} first")));
    }

    void openVariable_blocksSending_f8GoesThere()
    {
        ComposeRequest request = replyRequest();
        request.templateText = name("Hi {first_name} of {company},\nabout {pain_point}: yes.");
        open(request);
        QVERIFY(body()->toPlainText().startsWith(name("Hi Mara of {company},")));
        QCOMPARE(body()->textCursor().selectedText(), name("{company}"));
        QVERIFY(!find<QPushButton>(m_window, "sendButton")->isEnabled());
        if (const QString shots = qEnvironmentVariable("INLET_SCREENSHOTS"); !shots.isEmpty())
            QVERIFY(m_window->grab().save(QDir(shots).filePath(name("open-variable.png"))));
        QTest::keyClick(body(), Qt::Key_F8);
        QCOMPARE(body()->textCursor().selectedText(), name("{pain_point}"));
        QTest::keyClick(body(), Qt::Key_F8); // around
        QCOMPARE(body()->textCursor().selectedText(), name("{company}"));
        QTest::keyClick(body(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_engine->sent.isEmpty());
        QVERIFY(find<QWidget>(m_window, "composerNotice")->accessibleName().contains(name("{company}, {pain_point}")));
        QCOMPARE(body()->textCursor().selectedText(), name("{pain_point}"));
        QTest::keyClicks(body(), name("speed"));
        QTest::keyClick(body(), Qt::Key_F8);
        QTest::keyClicks(body(), name("Nordlicht"));
        QVERIFY(find<QPushButton>(m_window, "sendButton")->isEnabled());
        QTest::keyClick(body(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_engine->sent.size(), 1);
        QVERIFY(m_engine->sent.first().first.text.startsWith(name("Hi Mara of Nordlicht,\nabout speed: yes.")));
    }

    void openVariable_inTheSubject_blocksAsWell()
    {
        ComposeRequest request;
        request.account = AccountId(1);
        request.to = name("mara@nordlicht.de");
        request.templateText = name("{company}");
        open(request);
        QTest::keyClicks(body(), name("Hello"));
        find<QLineEdit>(m_window, "subjectEdit")->setText(name("About {company}"));
        QTest::keyClick(body(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_engine->sent.isEmpty());
        QVERIFY(find<QWidget>(m_window, "composerNotice")->accessibleName().contains(name("in the subject")));
    }

    void openVariable_capitalsAndBlanks_blockBelowALineOfDashes()
    {
        ComposeRequest request = replyRequest();
        request.templateText = name("Hi {First Name},\n----------\n{Company} in {straße}.");
        open(request);
        QVERIFY(body()->toPlainText().startsWith(name("Hi Mara,")));
        QCOMPARE(body()->textCursor().selectedText(), name("{Company}"));
        QVERIFY(!find<QPushButton>(m_window, "sendButton")->isEnabled());
        QTest::keyClick(body(), Qt::Key_F8);
        QCOMPARE(body()->textCursor().selectedText(), name("{straße}"));
    }

    /// Code, addresses with {id} in them, and what somebody else wrote into the subject.
    void bracesTypedByHand_andTheAnsweredSubject_neverBlock()
    {
        ComposeRequest request = replyRequest();
        request.message.subject = name("Question about {company}");
        request.templateText = name("About {company}: ");
        open(request);
        QTest::keyClicks(body(), name("yes")); // over {company}, which is selected
        QTest::keyClicks(body(), name(" see /lead/{id} and {name}"));
        QVERIFY(find<QPushButton>(m_window, "sendButton")->isEnabled());
        QTest::keyClick(body(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_engine->sent.size(), 1);
    }

    void openVariable_ofADraftThatComesBack_stillBlocks()
    {
        QVERIFY(TemplateFile(path()).write({{name("Prices"), name("Hi {first_name} of {Company}")}}));
        store::Draft draft;
        draft.id = DraftId(55);
        draft.account = AccountId(1);
        draft.to = name("mara@nordlicht.de");
        draft.subject = name("Prices");
        draft.text = name("Hi Mara of {Company}, see {id}");
        m_engine->savedDrafts.append(draft);
        ComposeRequest request;
        request.draft = draft.id;
        open(request);
        QTRY_VERIFY(body()->toPlainText().startsWith(name("Hi Mara")));
        QVERIFY(!find<QPushButton>(m_window, "sendButton")->isEnabled());
        QTest::keyClick(body(), Qt::Key_F8);
        QCOMPARE(body()->textCursor().selectedText(), name("{Company}"));
        QTest::keyClicks(body(), name("Nordlicht"));
        QVERIFY(find<QPushButton>(m_window, "sendButton")->isEnabled());
    }

    void picker_fileThatCannotBeUnderstood_isSaid()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[{");
        file.close();
        reply();
        click(m_window, "templateButton");
        QTRY_VERIFY(pick());
        const QList<QLabel *> labels = pick()->window()->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](QLabel *label) { return label->text().contains(name("cannot be understood")); }));
    }

    void picker_withoutTemplates_leadsToTheDialog()
    {
        reply();
        click(m_window, "templateButton");
        QTRY_VERIFY(pick());
        QTest::keyClick(pick(), Qt::Key_Return);
        QTRY_VERIFY(m_window->findChild<TemplateDialog *>());
    }

private:
    [[nodiscard]] QString path() const { return m_dir->filePath(name("templates.json")); }
    [[nodiscard]] static ComposeRequest replyRequest()
    {
        ComposeRequest request;
        request.mode = store::Draft::Mode::Reply;
        request.message = inbound(AccountId(1), name("anna@try-acme.com"));
        request.body = inboundBody();
        return request;
    }
    void open(const ComposeRequest &request)
    {
        Composer::Options options;
        options.templates = path();
        m_window = new ComposerWindow(*m_engine, m_prompts, request, options);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
    }
    void reply() { open(replyRequest()); }
    void insert(const QString &wanted)
    {
        QTest::keyClick(body(), Qt::Key_Semicolon, Qt::ControlModifier);
        QTRY_VERIFY(pick());
        QTest::keyClicks(pick(), wanted);
        QTest::keyClick(pick(), Qt::Key_Return);
    }
    [[nodiscard]] BodyEdit *body() const { return find<BodyEdit>(m_window, "bodyEdit"); }
    [[nodiscard]] QLineEdit *pick() const
    {
        for (QLineEdit *edit : m_window->findChildren<QLineEdit *>(name("pickEdit"))) {
            if (edit->isVisible())
                return edit;
        }
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeEngine> m_engine;
    FakePrompts m_prompts;
    QPointer<ComposerWindow> m_window;
};

INLET_TEST(tst_Templates)
#include "tst_Templates.moc"
