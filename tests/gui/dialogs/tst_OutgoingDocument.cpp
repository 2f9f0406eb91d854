// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fixtures.h"
#include "support/TestMain.h"
#include "ui/dialogs/BodyEdit.h"
#include "ui/dialogs/ComposeWarnings.h"
#include "ui/dialogs/OutgoingDocument.h"

#include <QMimeData>
#include <QTextBlock>
#include <QTextDocument>

using namespace inlet;
using namespace inlet::test;
using namespace inlet::ui;

namespace
{

struct OpenBodyEdit : BodyEdit {
    OpenBodyEdit() : BodyEdit(nullptr) {}
    using BodyEdit::insertFromMimeData;
};

} // namespace

class tst_OutgoingDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUpLook(); }

    void text_roundTrip_isTheSame_data();
    void text_roundTrip_isTheSame();
    void html_roundTrip_isTheSame();
    void html_formats_areWrittenAndNothingElse();
    void html_hostileText_isEscaped();
    void html_foreignOrBroken_isRefused_data();
    void html_foreignOrBroken_isRefused();
    void html_themeColours_neverLeave();
    void paste_richText_losesItsFormats();
    void enter_inQuote_opensALineOfOnesOwn();
    void plain_afterRich_hasNoFormatsButItsLists();
    void signature_exchange_data();
    void signature_exchange();
    void signature_changedByHand_stays();
    void ownWords_leaveQuoteAndSignatureOut();
    void promisesFile_languages_data();
    void promisesFile_languages();
    void warnings_facts();
};

void tst_OutgoingDocument::text_roundTrip_isTheSame_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("lines") << QStringLiteral("Hi\n\nthere\n");
    QTest::newRow("quote") << QStringLiteral("On Monday, X wrote:\n> one\n>\n> two\n>> deeper");
    QTest::newRow("spaces") << QStringLiteral("a  b   c");
    QTest::newRow("signature") << QStringLiteral("x\n-- \nAnna");
    QTest::newRow("markup") << QStringLiteral("<b>no</b> & more");
}

void tst_OutgoingDocument::text_roundTrip_isTheSame()
{
    QFETCH(QString, text);
    QTextDocument document;
    outgoing::fromText(document, text);
    QCOMPARE(outgoing::toText(document), text);
}

void tst_OutgoingDocument::html_roundTrip_isTheSame()
{
    BodyEdit edit(nullptr);
    outgoing::fromText(*edit.document(), QStringLiteral("Hi  Mara,\n\nplain\none\ntwo\n> old\n>> older"));
    edit.setRich(true);
    QTextCursor cursor(edit.document()->findBlockByNumber(2));
    cursor.select(QTextCursor::BlockUnderCursor);
    edit.setTextCursor(cursor);
    edit.toggleBold();
    edit.toggleItalic();
    cursor = QTextCursor(edit.document()->findBlockByNumber(3));
    cursor.movePosition(QTextCursor::NextBlock, QTextCursor::KeepAnchor);
    edit.setTextCursor(cursor);
    edit.toggleList(true);
    const QString html = outgoing::toHtml(*edit.document());
    QTextDocument read;
    QVERIFY(outgoing::fromHtml(read, html));
    QCOMPARE(outgoing::toHtml(read), html);
    QCOMPARE(outgoing::toText(read), outgoing::toText(*edit.document()));
    QVERIFY2(html.contains(QStringLiteral("<ol>\n<li>one</li>\n<li>two</li>\n</ol>")), qPrintable(html));
    QVERIFY(html.count(QStringLiteral("<blockquote")) == 2);
    QVERIFY(outgoing::toText(read).contains(QStringLiteral("1. one\n2. two\n> old\n>> older")));
}

void tst_OutgoingDocument::html_formats_areWrittenAndNothingElse()
{
    BodyEdit edit(nullptr);
    edit.setPlainText(QStringLiteral("word"));
    edit.selectAll();
    edit.toggleBold();
    QVERIFY(edit.isRich());
    QCOMPARE(outgoing::toHtml(*edit.document()), QStringLiteral("<div><b>word</b></div>\n"));
    edit.toggleUnderline();
    QCOMPARE(outgoing::toHtml(*edit.document()), QStringLiteral("<div><b><u>word</u></b></div>\n"));
    edit.setPlainText(QStringLiteral("site"));
    edit.selectAll();
    edit.setCurrentCharFormat(QTextCharFormat());
    edit.setLink(QStringLiteral("https://acme.io/?a=1&b=\"2\""));
    QCOMPARE(outgoing::toHtml(*edit.document()),
        QStringLiteral("<div><a href=\"https://acme.io/?a=1&amp;b=&quot;2&quot;\">site</a></div>\n"));
    edit.setPlainText(QStringLiteral("evil"));
    edit.selectAll();
    edit.setCurrentCharFormat(QTextCharFormat());
    edit.setLink(QStringLiteral("javascript:alert(1)"));
    QCOMPARE(outgoing::toHtml(*edit.document()), QStringLiteral("<div>evil</div>\n"));
}

void tst_OutgoingDocument::html_hostileText_isEscaped()
{
    QTextDocument document;
    outgoing::fromText(document, QStringLiteral("<script>alert(1)</script>\n> </blockquote><img src=x>"));
    const QString html = outgoing::toHtml(document);
    QVERIFY(!html.contains(QStringLiteral("<script")));
    QVERIFY(!html.contains(QStringLiteral("<img")));
    QCOMPARE(html.count(QStringLiteral("</blockquote>")), 1);
}

void tst_OutgoingDocument::html_foreignOrBroken_isRefused_data()
{
    QTest::addColumn<QString>("html");
    QTest::newRow("image") << QStringLiteral("<div><img src=\"file:///etc/passwd\"/></div>");
    QTest::newRow("style") << QStringLiteral("<style>x</style>");
    QTest::newRow("not closed") << QStringLiteral("<div>x");
    QTest::newRow("entity") << QStringLiteral("<div>&nbsp;</div>");
    QTest::newRow("two roots") << QStringLiteral("</body><body>");
}

void tst_OutgoingDocument::html_foreignOrBroken_isRefused()
{
    QFETCH(QString, html);
    QTextDocument document;
    QVERIFY(!outgoing::fromHtml(document, html));
    QVERIFY(document.isEmpty());
}

void tst_OutgoingDocument::html_themeColours_neverLeave()
{
    setUpLook(ui::theme::Mode::Dark);
    OpenBodyEdit edit;
    edit.setRich(true);
    QMimeData coloured;
    coloured.setText(QStringLiteral("pasted"));
    coloured.setHtml(QStringLiteral("<span style=\"color:#ff0000;font-family:Comic Sans\">pasted</span>"));
    edit.insertFromMimeData(&coloured);
    outgoing::fromText(*edit.document(), QStringLiteral("a\n> b"));
    edit.insertFromMimeData(&coloured);
    edit.show();
    QCoreApplication::processEvents();
    const QString html = outgoing::toHtml(*edit.document());
    for (const char *trace : {"color", "font", "background", "#", "rgb", "span"})
        QVERIFY2(!html.contains(QString::fromLatin1(trace)), trace);
    setUpLook();
}

void tst_OutgoingDocument::paste_richText_losesItsFormats()
{
    OpenBodyEdit edit;
    QMimeData rich;
    rich.setHtml(QStringLiteral("<h1><a href=\"https://x.io\">Head</a></h1>"));
    rich.setText(QStringLiteral("Head"));
    edit.insertFromMimeData(&rich);
    QVERIFY(!edit.isRich());
    QCOMPARE(outgoing::toHtml(*edit.document()), QStringLiteral("<div>Head</div>\n"));
}

void tst_OutgoingDocument::enter_inQuote_opensALineOfOnesOwn()
{
    BodyEdit edit(nullptr);
    outgoing::fromText(*edit.document(), QStringLiteral("> first second"));
    QTextCursor cursor = edit.textCursor();
    cursor.setPosition(6);
    edit.setTextCursor(cursor);
    QTest::keyClick(&edit, Qt::Key_Return);
    QTest::keyClicks(&edit, QStringLiteral("mine"));
    QCOMPARE(outgoing::toText(*edit.document()), QStringLiteral("> first \nmine\n> second"));
}

void tst_OutgoingDocument::plain_afterRich_hasNoFormatsButItsLists()
{
    BodyEdit edit(nullptr);
    edit.setPlainText(QStringLiteral("one\ntwo"));
    edit.selectAll();
    edit.toggleList(false);
    edit.selectAll();
    edit.toggleBold();
    edit.setRich(false);
    QCOMPARE(outgoing::toText(*edit.document()), QStringLiteral("- one\n- two"));
    QVERIFY(!outgoing::toHtml(*edit.document()).contains(QStringLiteral("<b>")));
}

void tst_OutgoingDocument::signature_exchange_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("result");
    const QString none;
    const QString anna = QStringLiteral("Anna\nAcme");
    const QString jo = QStringLiteral("Jo");
    QTest::newRow("none to none") << QStringLiteral("hi") << none << none << QStringLiteral("hi");
    QTest::newRow("inserted at the end") << QStringLiteral("hi") << none << anna << QStringLiteral("hi\n-- \nAnna\nAcme");
    QTest::newRow("inserted above the quote") << QStringLiteral("hi\n\nX wrote:\n> q") << none << jo
                                              << QStringLiteral("hi\n\n-- \nJo\n\nX wrote:\n> q");
    QTest::newRow("inserted above a forward") << QStringLiteral("hi\n\n---------- Forwarded") << none << jo
                                              << QStringLiteral("hi\n\n-- \nJo\n\n---------- Forwarded");
    QTest::newRow("exchanged") << QStringLiteral("hi\n-- \nAnna\nAcme\n\nX wrote:\n> q") << anna << jo
                               << QStringLiteral("hi\n-- \nJo\n\nX wrote:\n> q");
    QTest::newRow("longer") << QStringLiteral("hi\n-- \nJo") << jo << anna << QStringLiteral("hi\n-- \nAnna\nAcme");
    QTest::newRow("removed") << QStringLiteral("hi\n-- \nJo") << jo << none << QStringLiteral("hi\n");
    QTest::newRow("quoted one stays") << QStringLiteral("hi\n-- \nJo\n\nX wrote:\n> -- \n> Jo") << jo << anna
                                      << QStringLiteral("hi\n-- \nAnna\nAcme\n\nX wrote:\n> -- \n> Jo");
}

void tst_OutgoingDocument::signature_exchange()
{
    QFETCH(QString, text);
    QFETCH(QString, before);
    QFETCH(QString, now);
    QTextDocument document;
    outgoing::fromText(document, text);
    outgoing::exchangeSignature(document, before, now);
    QTEST(outgoing::toText(document), "result");
}

void tst_OutgoingDocument::signature_changedByHand_stays()
{
    QTextDocument document;
    outgoing::fromText(document, QStringLiteral("hi\n-- \nAnna, on holiday"));
    outgoing::exchangeSignature(document, QStringLiteral("Anna"), QStringLiteral("Jo"));
    QCOMPARE(outgoing::toText(document), QStringLiteral("hi\n-- \nAnna, on holiday"));
}

void tst_OutgoingDocument::ownWords_leaveQuoteAndSignatureOut()
{
    QTextDocument document;
    outgoing::fromText(document, QStringLiteral("see the deck\n-- \nAnna\n\nX wrote:\n> attached"));
    QVERIFY(!outgoing::ownWords(document, QStringLiteral("Anna")).contains(QStringLiteral("attached")));
    QVERIFY(!outgoing::ownWords(document, QStringLiteral("Anna")).contains(QStringLiteral("Anna")));
    QVERIFY(outgoing::ownWords(document, QStringLiteral("Anna")).contains(QStringLiteral("deck")));
}

void tst_OutgoingDocument::promisesFile_languages_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("promise");
    QTest::newRow("English") << QStringLiteral("Please find ATTACHED the deck") << true;
    QTest::newRow("German") << QStringLiteral("Die Unterlagen sind im Anhang.") << true;
    QTest::newRow("French") << QString::fromUtf8("Vous trouverez en pi\u00e8ce jointe") << true;
    QTest::newRow("Spanish") << QStringLiteral("Te adjunto la oferta") << true;
    QTest::newRow("Polish") << QString::fromUtf8("Oferta w za\u0142\u0105czeniu") << true;
    QTest::newRow("none") << QStringLiteral("I am in a meeting") << false;
    QTest::newRow("inside a word") << QStringLiteral("unattached") << false;
}

void tst_OutgoingDocument::promisesFile_languages()
{
    QFETCH(QString, text);
    QTEST(promisesFile(text), "promise");
}

void tst_OutgoingDocument::warnings_facts()
{
    ComposeFacts facts;
    facts.subject = QStringLiteral("x");
    facts.recipients = 1;
    QVERIFY(composeWarnings(facts).isEmpty());
    facts.subject.clear();
    facts.recipients = 11;
    facts.ownWords = QStringLiteral("attached");
    QCOMPARE(composeWarnings(facts).size(), 3);
    facts.files = 1;
    facts.fileOctets = 20'000'000;
    facts.sizeLimit = 25'000'000;
    const QList<ComposeWarning> warnings = composeWarnings(facts); // 27.4 MB encoded
    QCOMPARE(warnings.last().id, QStringLiteral("too-large"));
    facts.fileOctets = 18'000'000;
    QVERIFY(composeWarnings(facts).last().id != QStringLiteral("too-large"));
}

INLET_TEST(tst_OutgoingDocument)
#include "tst_OutgoingDocument.moc"
