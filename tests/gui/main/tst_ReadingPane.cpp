// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoWindow.h"
#include "support/TestMain.h"
#include "ui/panes/StatusLine.h"

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
    QVERIFY(!body->loadResource(QTextDocument::HtmlResource, QUrl(QStringLiteral("file:///etc/passwd"))).isValid());
    QVERIFY(!body->loadResource(QTextDocument::StyleSheetResource, QUrl(QStringLiteral("file:///etc/passwd"))).isValid());
    QTest::mouseClick(card->findChild<QWidget *>(QStringLiteral("loadImagesButton")), Qt::LeftButton);
    QTRY_VERIFY(body->toHtml().contains(QStringLiteral("cdn.nordlicht.example")));
    QVERIFY(!card->findChild<QWidget *>(QStringLiteral("imagesBar"))->isVisible());
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
