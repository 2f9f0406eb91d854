// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FakeEngine.h"
#include "support/TestMain.h"
#include "ui/Phrases.h"
#include "ui/models/MessageBodies.h"
#include "ui/panes/MessageCard.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace inlet;

namespace
{

constexpr qint64 kMegabyte = 1024 * 1024;
const StoredMessageId kId(7);

} // namespace

/// A large message in its card: how far it is, called off, failed, tried again.
class tst_FetchStrip : public QObject
{
    Q_OBJECT

private:
    struct Card {
        test::FakeEngine engine;
        ui::MessageBodies bodies{engine};
        QWidget window;
        std::unique_ptr<ui::MessageCard> card;

        Card()
        {
            window.resize(700, 300);
            window.show();
            reopen();
        }
        void reopen()
        {
            card = std::make_unique<ui::MessageCard>(bodies, &window);
            card->resize(window.size());
            store::MessageItem message;
            message.id = kId;
            message.hasBody = false;
            card->setMessage(message, {});
            card->setOpen(true);
            card->show();
        }
        void tell(qint64 done, qint64 total, bool running = true, StoredMessageId id = kId)
        {
            Q_EMIT engine.wholeProgress({id, done, total, running});
        }
        template <typename Widget = QWidget>
        Widget *find(const char *name)
        {
            return card->findChild<Widget *>(QString::fromLatin1(name));
        }
    };

private Q_SLOTS:
    void showsHowFar_andHidesAtTheEnd()
    {
        Card c;
        QVERIFY(!c.find("fetchStrip")->isVisible());
        c.tell(0, 0);
        QVERIFY(c.find("fetchStrip")->isVisible());
        QCOMPARE(c.find<QLabel>("fetchLabel")->text(), QStringLiteral("Waiting to be fetched"));
        c.tell(9 * kMegabyte, 18 * kMegabyte);
        QCOMPARE(c.find<QLabel>("fetchLabel")->text(),
            QStringLiteral("Fetching %1 of %2").arg(ui::phrases::fileSize(9 * kMegabyte), ui::phrases::fileSize(18 * kMegabyte)));
        QCOMPARE(c.find("fetchStrip")->accessibleName(), c.find<QLabel>("fetchLabel")->text());
        QCOMPARE(c.find<QProgressBar>("fetchBar")->value(), 500);
        c.tell(1, 2, true, StoredMessageId(8)); // another message
        QCOMPARE(c.find<QProgressBar>("fetchBar")->value(), 500);
        c.tell(0, 0, false);
        QVERIFY(!c.find("fetchStrip")->isVisible());
    }

    void cancel_byKey()
    {
        Card c;
        c.tell(kMegabyte, 18 * kMegabyte);
        auto *cancel = c.find<QPushButton>("cancelFetchButton");
        QVERIFY(cancel->focusPolicy() & Qt::TabFocus);
        QCOMPARE(cancel->accessibleName(), QStringLiteral("Cancel fetching this message"));
        QTest::keyClick(cancel, Qt::Key_Space);
        QCOMPARE(c.engine.cancelledFetches, QList<StoredMessageId>{kId});
        c.tell(0, 0, false);
        Q_EMIT c.bodies.failed(kId, Error{ErrorKind::Cancelled, QStringLiteral("called off"), {}, {}});
        QCOMPARE(c.window.focusWidget(), c.find("fetchAgainButton")); // not lost with the button that was pressed
    }

    void closedAndOpenedAgain_goesOnShowing()
    {
        Card c;
        c.tell(kMegabyte, 2 * kMegabyte);
        c.card.reset();
        QVERIFY(c.engine.cancelledFetches.isEmpty());
        c.reopen();
        QVERIFY(c.find("fetchStrip")->isVisible());
        QCOMPARE(c.find<QProgressBar>("fetchBar")->value(), 500);
    }

    void failure_inWords_andTriedAgain()
    {
        Card c;
        auto *again = c.find<QPushButton>("fetchAgainButton");
        QTRY_VERIFY(again->isVisible()); // the fake has no such message
        QVERIFY(!c.find("fetchStrip")->isVisible());
        Q_EMIT c.bodies.failed(kId, Error{ErrorKind::Cancelled, QStringLiteral("called off"), {}, {}});
        QVERIFY(hasLabel(*c.card, QStringLiteral("This message was not fetched.")));
        Q_EMIT c.bodies.failed(kId, Error{ErrorKind::Network, QStringLiteral("reset"), {}, {}});
        QVERIFY(hasLabel(*c.card, QStringLiteral("The connection was lost before the whole message was here.")));
        Q_EMIT c.bodies.failed(kId, Error{ErrorKind::ServerRefused, QStringLiteral("Too large. Open it on the web."), {}, "fetch-too-large"});
        QVERIFY(hasLabel(*c.card, QStringLiteral("Too large. Open it on the web."))); // the engine's words
        store::MessageBody body;
        body.text = QStringLiteral("all of it");
        c.engine.bodies.insert(kId, body);
        QTest::keyClick(again, Qt::Key_Space);
        QVERIFY(!again->isVisible());
        QTRY_VERIFY(c.bodies.find(kId));
        QTRY_VERIFY(c.find("bodyView")->isVisible());
        QVERIFY(!again->isVisible());
    }

private:
    static bool hasLabel(QWidget &card, const QString &text)
    {
        const auto labels = card.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
    }
};

INLET_TEST(tst_FetchStrip)
#include "tst_FetchStrip.moc"
