// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowFixture.h"
#include "support/TestMain.h"
#include "ui/panes/BodyView.h"
#include "ui/panes/ConversationPane.h"
#include "ui/panes/MessageCard.h"

#include <QElapsedTimer>
#include <QPushButton>

using namespace inlet;
using namespace inlet::test;

/// Messages of hundreds of kilobytes: their beginning at once, the rest on request.
class tst_LongBody : public QObject
{
    Q_OBJECT

private:
    static QString newsletter(qsizetype size)
    {
        QString html = QStringLiteral("<table width=\"600\">");
        for (int row = 0; html.size() < size; ++row) {
            html += QStringLiteral("<tr><td style=\"padding:8px\"><b>Offer %1</b><br>Something <i>rather</i> good with "
                                   "<a href=\"https://shop.example/%1\">a link</a></td><td>%1 EUR</td></tr>").arg(row);
        }
        return html + QStringLiteral("</table><p>the very end</p>");
    }
    static qint64 millisecondsFor(const std::function<void()> &work)
    {
        QElapsedTimer timer;
        timer.start();
        work();
        return timer.elapsed();
    }

private Q_SLOTS:
    void initTestCase()
    {
        initResources();
        ui::theme::apply(*qApp, ui::theme::Mode::Light);
    }

    void html_isCutAtATag_andShownWholeOnRequest()
    {
        ui::BodyView subject;
        subject.resize(700, 100);
        engine::PresentedBody body;
        body.html = newsletter(600'000);
        const qint64 first = millisecondsFor([&] { subject.showHtml(body, false); });
        QVERIFY(subject.isCut());
        QVERIFY(subject.toPlainText().contains(QStringLiteral("Offer 0")));
        QVERIFY(!subject.toPlainText().contains(QLatin1Char('<')));
        const qint64 whole = millisecondsFor([&] { subject.showHtml(body, false, true); });
        QVERIFY(!subject.isCut());
        qInfo("600 kB of HTML: first part %lld ms, whole %lld ms", static_cast<long long>(first), static_cast<long long>(whole));
        QVERIFY2(first * 4 < whole, "the first part must cost a fraction of the whole");
    }

    void text_isCutAndShownWholeOnRequest()
    {
        ui::BodyView subject;
        subject.resize(700, 100);
        QString text;
        while (text.size() < 190'000)
            text += QStringLiteral("A line of a long log that somebody has pasted, see https://logs.example/1\n");
        const qint64 first = millisecondsFor([&] { subject.showText(text); });
        QVERIFY(subject.isCut());
        const qint64 whole = millisecondsFor([&] { subject.showText(text, false, true); });
        QVERIFY(!subject.isCut());
        qInfo("190 kB of text: first part %lld ms, whole %lld ms", static_cast<long long>(first), static_cast<long long>(whole));
        subject.showText(QStringLiteral("short"));
        QVERIFY(!subject.isCut());
    }

    void card_offersTheRest()
    {
        WindowFixture f;
        fillDemo(f.engine, QDateTime::currentDateTimeUtc());
        const StoredMessageId last = f.engine.messages.value(ConversationId(1)).last().id;
        store::MessageBody &body = f.engine.bodies[last];
        body.text = QStringLiteral("A long line of words.\n").repeated(4000) + QStringLiteral("the very end");
        body.newText = body.text;
        f.open();
        const auto rest = [&f]() -> QPushButton * {
            const QList<ui::MessageCard *> cards = f.window->conversation()->cards();
            return cards.isEmpty() ? nullptr : cards.last()->findChild<QPushButton *>(QStringLiteral("restButton"));
        };
        QTRY_VERIFY(rest() && rest()->isVisible());
        auto *view = f.window->conversation()->cards().last()->findChild<ui::BodyView *>(QStringLiteral("bodyView"));
        QVERIFY(!view->toPlainText().contains(QStringLiteral("the very end")));
        QTest::mouseClick(rest(), Qt::LeftButton);
        QVERIFY(view->toPlainText().contains(QStringLiteral("the very end")));
        QVERIFY(!rest()->isVisible());
    }
};

INLET_TEST(tst_LongBody)
#include "tst_LongBody.moc"
