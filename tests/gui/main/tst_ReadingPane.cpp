// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoWindow.h"
#include "support/TestMain.h"
#include "ui/Preferences.h"
#include "ui/panes/BodyView.h"
#include "ui/panes/DarkBody.h"
#include "ui/panes/StatusLine.h"

#include <QComboBox>
#include <QTextBrowser>

using namespace inlet;
using namespace inlet::test;

/// The conversation on screen: its header, HTML and links.
class tst_ReadingPane : public QObject, private DemoWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openDemo(); }
    void cleanup() { closeDemo(); }

    void header_nameStandsUnderTheSubject();
    void html_blocksRemoteImagesUntilAsked();
    void html_inTheDark_asTheSettingsSay();
    void html_dark_canBeRead();
    void links_onlyKnownKindsOpen();
};

void tst_ReadingPane::header_nameStandsUnderTheSubject()
{
    waitOpen(1);
    // Where the first letter begins, in the window.
    const auto left = [this](const char *name) {
        QWidget *widget = f().find(name);
        const QRect place(widget->mapTo(f().window.get(), QPoint(0, 0)), widget->size());
        const QImage image = f().window->grab(place).toImage().convertToFormat(QImage::Format_RGB32);
        const QRgb ground = image.pixel(image.width() / 2, 1); // above the words
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 4; y < image.height() - 4; ++y) {
                if (std::abs(qGray(image.pixel(x, y)) - qGray(ground)) > 100)
                    return place.left() + int(x / image.devicePixelRatio());
            }
        }
        return -1;
    };
    // Narrow, and with more room than anybody needs.
    for (const QSize size : {QSize(1360, 860), QSize(1024, 640), QSize(2000, 900)}) {
        f().window->resize(size);
        QTRY_COMPARE(f().window->size(), size);
        QTRY_VERIFY2(std::abs(left("personButton") - left("subjectLabel")) <= 2,
            qPrintable(QStringLiteral("%1 under %2").arg(left("personButton")).arg(left("subjectLabel"))));
    }
}

void tst_ReadingPane::html_blocksRemoteImagesUntilAsked()
{
    waitOpen(1);
    f().key(Qt::Key_H, Qt::AltModifier);
    ui::MessageCard *card = f().window->conversation()->cards().last();
    QTRY_VERIFY(card->findChild<QWidget *>(QStringLiteral("imagesBar"))->isVisible());
    auto *body = card->findChild<QTextBrowser *>(QStringLiteral("bodyView"));
    QVERIFY(!body->toHtml().contains(QStringLiteral("track.nordlicht")));
    // Nothing but pictures of the mail itself can be loaded: no files, no other schemes.
    QCOMPARE(body->document()->resource(QTextDocument::HtmlResource, QUrl(QStringLiteral("file:///etc/passwd"))).toByteArray(), QByteArray());
    QCOMPARE(body->document()->resource(QTextDocument::StyleSheetResource, QUrl(QStringLiteral("file:///etc/passwd"))).toByteArray(), QByteArray());
    QTest::mouseClick(card->findChild<QWidget *>(QStringLiteral("loadImagesButton")), Qt::LeftButton);
    QTRY_VERIFY(body->toHtml().contains(QStringLiteral("cdn.nordlicht.example")));
    QVERIFY(!card->findChild<QWidget *>(QStringLiteral("imagesBar"))->isVisible());
}

/// Automatic, light and dark, at once; what was said of a sender goes before it.
void tst_ReadingPane::html_inTheDark_asTheSettingsSay()
{
    const StoredMessageId id = f().engine.messages[ConversationId(1)].at(1).id;
    f().engine.bodies[id].html = QStringLiteral("<p>plain words</p>");
    f().theme->setMode(ui::theme::Mode::Dark);
    waitOpen(1);
    f().key(Qt::Key_H, Qt::AltModifier);
    const auto card = [this] { return f().window->conversation()->cards().last(); };
    const auto isThere = [&card] {
        const auto *body = card()->findChild<QTextBrowser *>(QStringLiteral("bodyView"));
        return body && body->toPlainText() == QStringLiteral("plain words");
    };
    QTRY_VERIFY(isThere());
    QVERIFY(!card()->isOnPaper());
    f().key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(f().dialog("paperComboBox"));
    auto *box = f().dialog()->findChild<QComboBox *>(QStringLiteral("paperComboBox"));
    box->setCurrentIndex(box->findData(int(ui::Preferences::Paper::Light)));
    QVERIFY(card()->isOnPaper());
    QCOMPARE(ui::readPreferences(*f().settings).paper, ui::Preferences::Paper::Light);
    f().dialog()->accept();
    QTRY_VERIFY(!f().dialog());
    QVERIFY(QTest::qWaitForWindowActive(f().window.get()));
    f().key(Qt::Key_L, Qt::AltModifier);
    QVERIFY(!card()->isOnPaper());
    ui::Preferences again = ui::readPreferences(*f().settings);
    again.paper = ui::Preferences::Paper::Light;
    ui::writePreferences(*f().settings, again);
    f().window.reset();
    f().open();
    waitOpen(1);
    f().key(Qt::Key_H, Qt::AltModifier);
    QTRY_VERIFY(isThere());
    QVERIFY(!card()->isOnPaper()); // of this sender
    f().theme->setMode(ui::theme::Mode::Light);
}

/// Dark is dark: no background of the mail's own is left, and every word has contrast.
void tst_ReadingPane::html_dark_canBeRead()
{
    f().theme->setMode(ui::theme::Mode::Dark);
    ui::BodyView subject;
    engine::PresentedBody body;
    body.setsOwnBackground = true;
    body.html = QStringLiteral("<body bgcolor=\"#ffffff\"><p style=\"color:#222222\">dark words</p><p style=\"color:#ffcc00;background-color:#fffff0\">yellow</p>"
                               "<table bgcolor=\"#eeeeee\"><tr><td style=\"background-color:#dddddd; color:#000000\">cell</td></tr></table>"
                               "<p><a href=\"https://x.example\" style=\"color:#000080\">link</a></p></body>");
    subject.showHtml(body, std::nullopt);
    QVERIFY(subject.isOnPaper());
    subject.showHtml(body, false);
    QVERIFY(!subject.isOnPaper());
    QVERIFY(ui::isReadableInTheDark(*subject.document()));
    QVERIFY(!subject.toHtml().contains(QStringLiteral("#eeeeee")) && !subject.toHtml().contains(QStringLiteral("#dddddd")));
    QVERIFY(subject.toHtml().contains(QStringLiteral("#ffcc00"))); // it could be read already
    QCOMPARE(subject.toPlainText().simplified(), QStringLiteral("dark words yellow cell link"));
    QVERIFY(subject.toHtml().contains(QStringLiteral("https://x.example")));
    // High contrast asks for more.
    f().theme->setContrast(ui::theme::Contrast::High);
    body.setsOwnBackground = false;
    body.html = QStringLiteral("<p style=\"color:#8a8a8a\">grey on black is 6:1</p>");
    subject.showHtml(body, std::nullopt);
    QVERIFY(subject.isOnPaper());
    f().theme->setContrast(ui::theme::Contrast::System);
    f().theme->setMode(ui::theme::Mode::Light);
}

void tst_ReadingPane::links_onlyKnownKindsOpen()
{
    waitOpen(1);
    ui::ConversationPane *pane = f().window->conversation();
    Q_EMIT pane->linkActivated(QUrl(QStringLiteral("https://a.example/")));
    Q_EMIT pane->linkActivated(QUrl(QStringLiteral("file:///etc/passwd")));
    Q_EMIT pane->linkActivated(QUrl(QStringLiteral("javascript:alert(1)")));
    QCOMPARE(f().prompts.openedUrls, QList<QUrl>{QUrl(QStringLiteral("https://a.example/"))});
    Q_EMIT pane->linkActivated(QUrl(QStringLiteral("mailto:x@y.example?subject=Hi%0d%0aBcc:z@z.example")));
    QCOMPARE(f().composed.last().to, QStringLiteral("x@y.example"));
    QVERIFY(!f().composed.last().subject.contains(QLatin1Char('\n')));
    Q_EMIT pane->linkHovered(QStringLiteral("https://real.example/target"));
    QCOMPARE(f().find<ui::StatusLine>("statusLine")->sideText(), QStringLiteral("https://real.example/target"));
}

INLET_TEST(tst_ReadingPane)
#include "tst_ReadingPane.moc"
