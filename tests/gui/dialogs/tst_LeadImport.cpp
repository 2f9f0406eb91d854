// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fixtures.h"
#include "support/FakeEngine.h"
#include "support/FakePrompts.h"
#include "support/TestMain.h"
#include "ui/Parts.h"
#include "ui/dialogs/ChoiceList.h"
#include "ui/dialogs/LeadImportDialog.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QTemporaryDir>
#include <QWheelEvent>

#include <memory>

using namespace inlet;
using namespace inlet::test;
using namespace inlet::ui;
using engine::LeadTarget;

class tst_LeadImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(); }
    void init()
    {
        engine = std::make_unique<FakeEngine>();
        prompts = FakePrompts();
    }

    void list_isMapped_checked_andImported_byKeysAlone()
    {
        choose("Vorname;Mail;Firma;Note\nMara;mara@acme.test;Acme;x\nTom;tom@acme.test;Acme;y\nNo;nonsense;Acme;z\nTwice;TOM@acme.test;Acme;\n");
        engine->leadsFake.known = {QStringLiteral("tom@acme.test")};
        const QPointer<LeadImportDialog> subject = show();
        QTRY_COMPARE(text("leadEffect"), QStringLiteral("1 new · 1 known · 1 line cannot be used · 1 is in the list twice"));
        auto *problems = find<ChoiceList>(subject, "leadProblems");
        QCOMPARE(problems->count(), 2);
        QVERIFY(problems->item(0)->text().contains(QStringLiteral("Line 4")) && problems->item(0)->text().contains(QStringLiteral("nonsense")));
        auto *firm = find<QComboBox>(subject, "leadUse2");
        QCOMPARE(firm->currentData().toInt(), int(LeadTarget::Company));
        QCOMPARE(find<QComboBox>(subject, "leadUse3")->currentData().toInt(), int(LeadTarget::Custom));
        // Two columns for the same thing: named, and nothing can be imported.
        auto *note = find<QComboBox>(subject, "leadUse3");
        note->setFocus();
        QTRY_VERIFY(note->hasFocus());
        QTest::keyClick(note, Qt::Key_Home);
        QCOMPARE(note->currentData().toInt(), int(LeadTarget::Ignore));
        QTest::keyClick(note, Qt::Key_Down);
        QVERIFY(!find<QPushButton>(subject, "importLeadsButton")->isEnabled());
        QVERIFY(find<QWidget>(subject, "leadNotice")->isVisible());
        QTest::keyClick(note, Qt::Key_End);
        QTRY_VERIFY(find<QPushButton>(subject, "importLeadsButton")->isEnabled());
        QVERIFY(engine->leadsFake.imported.isEmpty());
        QTest::keyClick(subject, Qt::Key_Return);
        QTRY_COMPARE(engine->leadsFake.imported.size(), 1);
        QCOMPARE(engine->leadsFake.imported.first().columns.at(3).target, LeadTarget::Custom);
        QTRY_VERIFY(!subject->isImporting());
        QVERIFY(!find<QPushButton>(subject, "importLeadsButton")->isVisible()); // once is enough
        QTest::keyClick(subject, Qt::Key_Escape);
        QTRY_VERIFY(!subject);
    }

    void import_goesOnWhileClosed_andStops()
    {
        choose("email\na@x.test\nb@x.test\n");
        engine->leadsFake.withholdImport = true;
        const QPointer<LeadImportDialog> subject = show();
        QTRY_VERIFY(find<QPushButton>(subject, "importLeadsButton")->isEnabled());
        click(subject, "importLeadsButton");
        QVERIFY(subject->isImporting());
        QTRY_COMPARE(find<QProgressBar>(subject, "leadProgress")->value(), 1);
        subject->reject();
        QVERIFY(!subject->isVisible());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(subject);
        subject->open();
        QVERIFY(find<QProgressBar>(subject, "leadProgress")->isVisible());
        click(subject, "stopLeadsButton");
        QTRY_VERIFY(!subject->isImporting());
        QCOMPARE(engine->leadsFake.stops, 1);
        QVERIFY(find<QPushButton>(subject, "importLeadsButton")->isVisible()); // the rest
        // Closed when it ends: nothing is left behind.
        click(subject, "importLeadsButton");
        subject->reject();
        engine->leadsFake.finish();
        QTRY_VERIFY(!subject);
    }

    void whatHappened_isSaid()
    {
        choose("email\na@x.test\nb@x.test\n");
        engine->leadsFake.suppressed = 1;
        engine->leadsFake.moved = 3;
        const QPointer<LeadImportDialog> subject = show();
        auto *button = find<QPushButton>(subject, "importLeadsButton");
        QTRY_COMPARE(button->text(), QStringLiteral("Import 2 leads"));
        QCOMPARE(text("leadEffect"), QStringLiteral("2 new · 0 known · 1 is on the do-not-contact list"));
        engine->leadsFake.importError = Error{ErrorKind::Storage, QStringLiteral("full"), {}, "disk-full"};
        button->click();
        QTRY_VERIFY(!subject->isImporting());
        QCOMPARE(notice(), words::ofError(*engine->leadsFake.importError));
        QVERIFY(button->isVisible()); // once more
        engine->leadsFake.importError.reset();
        button->click();
        QTRY_VERIFY(!subject->isImporting());
        QCOMPARE(notice(), QStringLiteral("2 new, 0 brought up to date. 3 conversations came from other mail to the inbox."));
        QVERIFY(!button->isVisible());
        choose("");
        click(subject, "chooseLeadsButton");
        QTRY_VERIFY(notice().contains(QStringLiteral("empty")));
        QVERIFY(button->isVisible() && !button->isEnabled());
        // Another list, and one that is not chosen after all.
        choose("email\nc@x.test\n");
        click(subject, "chooseLeadsButton");
        QTRY_COMPARE(button->text(), QStringLiteral("Import 1 lead"));
        QVERIFY(button->isVisible());
        prompts.filesToOpen.clear();
        click(subject, "chooseLeadsButton");
        QVERIFY(notice().isEmpty());
        prompts.filesToOpen = {dir.filePath(QStringLiteral("gone.csv"))};
        click(subject, "chooseLeadsButton");
        QVERIFY(notice().contains(QStringLiteral("gone.csv cannot be read")));
        QVERIFY(!button->isEnabled());
        delete subject;
    }

    void import_onItsWay_cannotBeChanged_andSaysWhereItStopped()
    {
        choose("email,name\na@x.test,A\nb@x.test,B\n");
        engine->leadsFake.withholdImport = true;
        const QPointer<LeadImportDialog> subject = show();
        QTRY_VERIFY(find<QPushButton>(subject, "importLeadsButton")->isEnabled());
        click(subject, "importLeadsButton");
        QVERIFY(!find<QPushButton>(subject, "chooseLeadsButton")->isEnabled());
        QVERIFY(!find<QComboBox>(subject, "leadUse1")->isEnabled());
        click(subject, "stopLeadsButton");
        QTRY_VERIFY(!subject->isImporting());
        QVERIFY(notice().startsWith(QStringLiteral("Stopped after 1 of 2.")));
        QVERIFY(find<QComboBox>(subject, "leadUse1")->isEnabled());
        delete subject;
    }

    void columns_showSamples_andTheWheelLeavesThem()
    {
        choose("email,Size\na@x.test,Small\nb@x.test,Large\n");
        const QPointer<LeadImportDialog> subject = show();
        QTRY_VERIFY(find<QPushButton>(subject, "importLeadsButton")->isEnabled());
        const QList<parts::ElidedLabel *> labels = subject->findChildren<parts::ElidedLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](parts::ElidedLabel *label) { return label->text() == QStringLiteral("Small · Large"); }));
        auto *use = find<QComboBox>(subject, "leadUse1");
        const int before = use->currentIndex();
        use->setFocus();
        const QPoint middle = use->rect().center();
        QWheelEvent up(middle, use->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(use, &up);
        QCOMPARE(use->currentIndex(), before);
        delete subject;
    }

    void answerOfAnOlderChoice_isNotBelieved()
    {
        choose("email,Other\na@x.test,b@x.test\n");
        const QPointer<LeadImportDialog> subject = show();
        QTRY_VERIFY(find<QPushButton>(subject, "importLeadsButton")->isEnabled());
        auto *use = find<QComboBox>(subject, "leadUse1");
        use->setCurrentIndex(use->findData(int(LeadTarget::Company)));
        use->setCurrentIndex(use->findData(int(LeadTarget::Email))); // two of them
        QCoreApplication::processEvents();
        QVERIFY(!find<QPushButton>(subject, "importLeadsButton")->isEnabled());
        QVERIFY(text("leadEffect").isEmpty());
        delete subject;
    }

    void manyBadLines_areShownInPart()
    {
        QByteArray octets = "email\na@x.test\n";
        for (int i = 0; i < 300; ++i)
            octets += "nonsense" + QByteArray::number(i) + "\n";
        choose(octets);
        const QPointer<LeadImportDialog> subject = show();
        auto *problems = find<ChoiceList>(subject, "leadProblems");
        QTRY_COMPARE(problems->count(), 201);
        QVERIFY(problems->item(200)->text().contains(QStringLiteral("And 100 more lines.")));
        delete subject;
    }

    void nonsense_isRefusedWithWords_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QString>("word");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
        QTest::newRow("binary") << QByteArray("PK\x03\x04\0\0\0x,y\n", 12) << QStringLiteral("CSV");
        QTest::newRow("no addresses") << QByteArray("name,company\nMara,Acme\n") << QStringLiteral("addresses");
    }
    void nonsense_isRefusedWithWords()
    {
        QFETCH(QByteArray, octets);
        QFETCH(QString, word);
        choose(octets);
        const QPointer<LeadImportDialog> subject = show();
        QTRY_VERIFY(find<QWidget>(subject, "leadNotice")->isVisible());
        const QList<QLabel *> labels = find<QWidget>(subject, "leadNotice")->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&](QLabel *label) { return label->text().contains(word); }));
        QVERIFY(!find<QPushButton>(subject, "importLeadsButton")->isEnabled());
        delete subject;
    }

    /// With INLET_SCREENSHOTS=DIR the pictures are kept.
    void look_hasNoClippedText_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("light") << int(theme::Mode::Light);
        QTest::newRow("dark") << int(theme::Mode::Dark);
    }
    void look_hasNoClippedText()
    {
        QFETCH(int, mode);
        setUpLook(theme::Mode(mode));
        QByteArray text = "Vorname;Nachname;E-Mail-Adresse;Firma;Position;Telefon;Ort;Kampagne;Mitarbeiter;Quelle\n";
        for (int i = 0; i < 412; ++i)
            text += "Mara;Petersen;mara" + QByteArray::number(i) + "@nordlicht.example;Nordlicht Geb\xC3\xA4udetechnik GmbH;Leitung Einkauf;+49 40 123456;Hamburg;Fr\xC3\xBChjahr;51-200;Messe\n";
        text += "Jo;;nonsense;;;;;;;\nMara;Petersen;mara1@nordlicht.example;;;;;;;\n;;;Ohne Adresse;;;;;;\n";
        choose(text);
        const QPointer<LeadImportDialog> subject = show();
        QTRY_VERIFY(find<QPushButton>(subject, "importLeadsButton")->isEnabled());
        QCoreApplication::processEvents();
        for (const QLabel *label : subject->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->wordWrap())
                QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
        }
        QVERIFY(subject->height() <= 640);
        const QString kept = qEnvironmentVariable("INLET_SCREENSHOTS");
        if (!kept.isEmpty())
            subject->grab().save(QDir(kept).filePath(QStringLiteral("leads-%1.png").arg(QString::fromLatin1(QTest::currentDataTag()))));
        delete subject;
        setUpLook();
    }

private:
    void choose(const QByteArray &octets)
    {
        QFile file(dir.filePath(QStringLiteral("leads.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(octets);
        file.close();
        prompts.filesToOpen = {file.fileName()};
    }
    LeadImportDialog *show()
    {
        m_shown = new LeadImportDialog(*engine, prompts, nullptr);
        m_shown->show();
        m_shown->activateWindow();
        (void)QTest::qWaitForWindowActive(m_shown); // who has the focus matters to one test only
        m_shown->chooseFile();
        return m_shown;
    }
    QString text(const char *name) { return find<QLabel>(m_shown, name)->text(); }
    QString notice()
    {
        auto *bar = find<parts::NoticeBar>(m_shown, "leadNotice");
        return bar->isVisible() ? bar->text() : QString();
    }

    std::unique_ptr<FakeEngine> engine;
    FakePrompts prompts;
    QTemporaryDir dir;
    LeadImportDialog *m_shown = nullptr;
};

INLET_TEST(tst_LeadImport)
#include "tst_LeadImport.moc"
