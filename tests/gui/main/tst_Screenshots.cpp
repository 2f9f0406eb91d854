// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowFixture.h"
#include "support/TestMain.h"
#include "ui/models/ConversationListModel.h"
#include "ui/models/RailModel.h"
#include "ui/panes/ConversationPane.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/MessageCard.h"

#include <QDialog>

#include <algorithm>

using namespace inlet;
using namespace inlet::test;

/// Renders the window in many shapes; keeps the pictures where INLET_SCREENSHOTS names a directory.
/// What is checked everywhere: nothing visible is wider than its window or has no size.
class tst_Screenshots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void window_everyShape_fits_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QString>("keys");
        const auto row = [](const char *name, QSize size, bool dark, const char *keys) {
            QTest::newRow(name) << QString::fromLatin1(name) << size << dark << QString::fromLatin1(keys);
        };
        row("light", {1440, 900}, false, "");
        row("dark", {1440, 900}, true, "");
        row("least", {1024, 640}, false, "j");
        row("least-dark", {1024, 640}, true, "jjj");
        row("icons", {900, 700}, false, "");
        row("turns-list", {680, 760}, false, "");
        row("turns-conversation", {680, 760}, false, "\n");
        row("ledger", {1440, 900}, false, "gajjjjjj");
        row("failed", {1440, 900}, true, "gajjjjjjjj");
        row("rtl-mail", {1440, 900}, false, "jjjj");
        row("long-names", {1240, 800}, false, "jjj");
        row("marked", {1440, 900}, false, "xjxjx");
        row("done", {1440, 900}, false, "e");
        row("done-dark", {1440, 900}, true, "e");
        row("unread", {1440, 900}, false, "gu");
        row("other", {1440, 900}, true, "O");
    }

    void window_everyShape_fits()
    {
        QFETCH(QString, name);
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        QFETCH(QString, keys);
        WindowFixture fixture;
        fillDemo(fixture.engine, QDateTime::currentDateTimeUtc());
        fixture.theme->setMode(dark ? ui::theme::Mode::Dark : ui::theme::Mode::Light);
        fixture.open(size);
        QTRY_VERIFY(fixture.window->listModel()->rowCount() > 0);
        for (const QChar key : keys) {
            if (key == QLatin1Char('\n'))
                fixture.key(Qt::Key_Return);
            else
                fixture.type(QString(key).toLatin1().constData());
            QTRY_VERIFY(!fixture.window->listModel()->isLoading());
            settle(fixture);
        }
        settle(fixture);
        checkInside(*fixture.window);
        save(fixture, name);
    }

    void html_darkAndLight()
    {
        for (const bool dark : {false, true}) {
            WindowFixture fixture;
            fillDemo(fixture.engine, QDateTime::currentDateTimeUtc());
            fixture.theme->setMode(dark ? ui::theme::Mode::Dark : ui::theme::Mode::Light);
            fixture.open({1440, 900});
            QTRY_VERIFY(fixture.window->listModel()->rowCount() > 0);
            settle(fixture);
            fixture.key(Qt::Key_H, Qt::AltModifier);
            settle(fixture);
            save(fixture, dark ? QStringLiteral("html-dark") : QStringLiteral("html-light"));
            fixture.window->showList({.scope = store::Scope::Other, .account = {}, .category = {}, .search = {}});
            QTRY_VERIFY(fixture.window->listModel()->rowCount() == 1);
            settle(fixture);
            save(fixture, dark ? QStringLiteral("newsletter-dark") : QStringLiteral("newsletter-light"));
        }
    }

    /// The header tells of mailboxes out of sight; the campaign stands before their words; a search has room.
    void folded_searching_lightAndDark()
    {
        for (const bool dark : {false, true}) {
            WindowFixture fixture;
            fillDemo(fixture.engine, QDateTime::currentDateTimeUtc());
            for (store::ConversationRow &row : fixture.engine.rows)
                row.campaign = QStringLiteral("Spring 26");
            fixture.theme->setMode(dark ? ui::theme::Mode::Dark : ui::theme::Mode::Light);
            fixture.open({1440, 900});
            QTRY_VERIFY(fixture.window->listModel()->rowCount() > 0);
            auto *rail = fixture.window->findChild<ui::RailModel *>();
            for (int row = rail->rowCount() - 1; row >= 0; --row) {
                if (rail->kindAt(row) == ui::RailKind::Header)
                    rail->toggle(row);
            }
            settle(fixture);
            save(fixture, dark ? QStringLiteral("folded-dark") : QStringLiteral("folded-light"));
            fixture.window->resize(1024, 640);
            fixture.type("/we");
            settle(fixture);
            QTRY_VERIFY(fixture.find("everywhereButton")->isVisible());
            checkInside(*fixture.window);
            save(fixture, dark ? QStringLiteral("searching-dark") : QStringLiteral("searching-light"));
        }
    }

    void emptyStates()
    {
        WindowFixture nothing;
        nothing.open({1280, 800});
        QTRY_VERIFY(!nothing.window->listModel()->isLoading());
        settle(nothing);
        save(nothing, QStringLiteral("empty-no-mailbox"));
        WindowFixture answered;
        fillDemo(answered.engine, QDateTime::currentDateTimeUtc());
        answered.engine.rows.clear();
        answered.engine.statuses[AccountId(3)].state = engine::MailboxState::Live;
        answered.open({1280, 800});
        QTRY_VERIFY(!answered.window->listModel()->isLoading());
        settle(answered);
        save(answered, QStringLiteral("empty-answered"));
        WindowFixture loading;
        fillDemo(loading.engine, QDateTime::currentDateTimeUtc());
        loading.engine.withholdRows = true;
        loading.open({1280, 800});
        QTRY_VERIFY(loading.window->listModel()->rowCount() > 0);
        settle(loading);
        save(loading, QStringLiteral("skeleton"));
    }

    /// What became of our mail and what was decided, also in the least window.
    void outcomes_lightAndDark()
    {
        for (const bool dark : {false, true}) {
            for (const QSize size : {QSize(1440, 900), QSize(1024, 640)}) {
                WindowFixture fixture;
                const QDateTime now = QDateTime::currentDateTimeUtc();
                fillDemo(fixture.engine, now);
                const QDateTime written = fixture.engine.messages.value(ConversationId(8)).first().at;
                const auto record = [&](int minutes, const char *verb, const char *argument) {
                    store::DecisionRecord made;
                    made.id = verb;
                    made.at = written.addSecs(60LL * minutes);
                    made.verb = QString::fromLatin1(verb);
                    made.argument = QString::fromLatin1(argument);
                    return made;
                };
                fixture.engine.deskFake.histories[ConversationId(8)] = {record(40, "snooze", "2031-03-02T08:00:00.000Z"), record(35, "kind", "auto-reply"), record(30, "categorize", "Out of office")};
                fixture.engine.messages[ConversationId(8)].last().kindFound = triage::Kind::Human;
                fixture.engine.deskFake.factsOfConversations[ConversationId(8)].others = {fixture.engine.rows.at(11)};
                fixture.theme->setMode(dark ? ui::theme::Mode::Dark : ui::theme::Mode::Light);
                fixture.open(size);
                fixture.window->showList({.scope = store::Scope::All, .account = {}, .category = store::Category::OutOfOffice, .search = {}});
                QTRY_VERIFY(fixture.window->listModel()->rowOf(ConversationId(8)) >= 0);
                fixture.window->list()->select(ConversationId(8));
                settle(fixture);
                fixture.type(";");
                settle(fixture);
                checkInside(*fixture.window);
                save(fixture, QStringLiteral("outcomes-%1%2").arg(size.width()).arg(dark ? QStringLiteral("-dark") : QString()));
            }
        }
    }

    void keysSheet()
    {
        WindowFixture fixture;
        fillDemo(fixture.engine, QDateTime::currentDateTimeUtc());
        fixture.open();
        fixture.type("?");
        QTRY_VERIFY(fixture.find("keysDialog"));
        settle(fixture);
        saveImage(fixture.find("keysDialog")->grab().toImage(), QStringLiteral("keys"));
        fixture.find("keysDialog")->close();
    }

    void decisions_lightAndDark()
    {
        for (const bool dark : {false, true}) {
            WindowFixture fixture;
            fillDemo(fixture.engine, QDateTime::currentDateTimeUtc());
            fixture.theme->setMode(dark ? ui::theme::Mode::Dark : ui::theme::Mode::Light);
            fixture.engine.deskFake.completions.insert(QStringLiteral("f"),
                {{QStringLiteral("from:"), QStringLiteral("from:"), QStringLiteral("who wrote: a name or an address"), -1},
                    {QStringLiteral("from:f "), QStringLiteral("Lucía Fernández"), {}, 4}});
            fixture.open({1280, 800});
            QTRY_VERIFY(fixture.window->listModel()->rowCount() > 0);
            settle(fixture);
            const QString look = dark ? QStringLiteral("-dark") : QStringLiteral("-light");
            const QPair<QString, const char *> asked[] = {{QStringLiteral("snooze"), "h"}, {QStringLiteral("do-not-contact"), "d"}};
            for (const auto &[name, key] : asked) {
                fixture.type(key);
                shootDialog(fixture, name + look);
            }
            fixture.key(Qt::Key_K, Qt::ControlModifier);
            shootDialog(fixture, QStringLiteral("palette") + look);
            fixture.window->showList({.scope = store::Scope::All, .account = {}, .category = {}, .search = {}});
            settle(fixture);
            QTest::mouseClick(fixture.find<QWidget>("categoryChip"), Qt::LeftButton);
            QTRY_VERIFY(fixture.find<QWidget>("categoryMenu") && fixture.find<QWidget>("categoryMenu")->isVisible());
            saveImage(fixture.find<QWidget>("categoryMenu")->grab().toImage(), QStringLiteral("why") + look);
            fixture.find<QWidget>("categoryMenu")->close();
            fixture.type("/");
            fixture.type("f");
            QTRY_VERIFY(fixture.find<QWidget>("completionList"));
            save(fixture, QStringLiteral("completion") + look);
        }
    }

private:
    static void shootDialog(const WindowFixture &fixture, const QString &name)
    {
        const auto open = [&fixture]() -> QDialog * {
            for (QDialog *one : fixture.window->findChildren<QDialog *>()) {
                if (one->isVisible())
                    return one;
            }
            return nullptr;
        };
        QTRY_VERIFY(open());
        QVERIFY(QTest::qWaitForWindowActive(open()));
        saveImage(open()->grab().toImage(), name);
        open()->reject();
        QTRY_VERIFY(!open());
        QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
        settle(fixture);
    }

    /// Until the texts of the open messages are there.
    static void settle(const WindowFixture &fixture)
    {
        QTRY_VERIFY(!fixture.window->listModel()->isLoading());
        const auto textsAreThere = [&fixture] {
            const ConversationId current = fixture.window->list()->current();
            const QList<ui::MessageCard *> cards = fixture.window->conversation()->cards();
            if (current.isValid() && (cards.isEmpty() || cards.first()->message().conversation != current))
                return false;
            return std::all_of(cards.cbegin(), cards.cend(), [](const ui::MessageCard *card) {
                const auto *body = card->findChild<QWidget *>(QStringLiteral("bodyView"));
                return !card->isOpen() || (body && !body->isHidden());
            });
        };
        QTRY_VERIFY(textsAreThere());
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    static void checkInside(const QWidget &window)
    {
        const QList<QWidget *> all = window.findChildren<QWidget *>();
        for (const QWidget *widget : all) {
            if (!widget->isVisible() || widget->isWindow())
                continue;
            QVERIFY2(widget->width() > 0 && widget->width() <= window.width(),
                qPrintable(QStringLiteral("%1 %2: %3 px").arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName()).arg(widget->width())));
        }
    }

    static void save(const WindowFixture &fixture, const QString &name) { saveImage(fixture.window->grab().toImage(), name); }

    static void saveImage(const QImage &image, const QString &name)
    {
        QVERIFY(!image.isNull());
        const QString directory = qEnvironmentVariable("INLET_SCREENSHOTS");
        if (!directory.isEmpty())
            QVERIFY(image.save(QStringLiteral("%1/%2.png").arg(directory, name)));
    }
};

INLET_TEST(tst_Screenshots)
#include "tst_Screenshots.moc"
