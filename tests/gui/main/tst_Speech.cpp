// SPDX-License-Identifier: GPL-3.0-or-later
// What screen readers are told, and how long a notice stays: as the rep chose.
#include "WindowFixture.h"
#include "support/TestMain.h"
#include "ui/Accessible.h"
#include "ui/Preferences.h"
#include "ui/models/ConversationListModel.h"
#include "ui/models/RowSentence.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/NewMailSpeaker.h"
#include "ui/panes/StatusLine.h"
#include "ui/panes/Toast.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>

using namespace inlet;
using namespace inlet::test;
using ui::Preferences;
using ui::RowPart;
using ui::accessible::Spoken;

class tst_Speech : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        fillDemo(f().engine, QDateTime::currentDateTimeUtc());
        f().open();
        QTRY_VERIFY(f().window->list()->current().isValid());
    }
    void cleanup()
    {
        m_fixture.reset();
        ui::accessible::setSpoken(ui::accessible::allSpoken());
    }

    void kinds_canBeSwitchedOff_data()
    {
        QTest::addColumn<QSet<Spoken>>("kinds");
        QTest::newRow("all") << ui::accessible::allSpoken();
        QTest::newRow("results only") << QSet<Spoken>{Spoken::Result};
        QTest::newRow("hints only") << QSet<Spoken>{Spoken::Hint};
        QTest::newRow("none") << QSet<Spoken>();
    }
    void kinds_canBeSwitchedOff()
    {
        QFETCH(QSet<Spoken>, kinds);
        Preferences chosen;
        chosen.spoken = kinds;
        f().window->applyPreferences(chosen);
        const auto isNotification = [this](const char *name) {
            return QAccessible::queryAccessibleInterface(f().find(name))->role() == QAccessible::Notification;
        };
        QCOMPARE(isNotification("toast"), kinds.contains(Spoken::Result));
        QCOMPARE(isNotification("statusSide"), kinds.contains(Spoken::Hint));
        QCOMPARE(isNotification("newMailSpeaker"), kinds.contains(Spoken::Status));
        QCOMPARE(isNotification("runBar"), kinds.contains(Spoken::Status));
    }

    void newMail_isACount_onceAMinute()
    {
        ui::NewMailSpeaker subject(f().engine, {.gatherMs = 30, .quietMs = 300}, f().window.get());
        for (const qint64 id : {1, 2, 3, 3})
            Q_EMIT f().engine.newMail(AccountId(1), ConversationId(id));
        QTRY_COMPARE(subject.accessibleName(), QStringLiteral("New mail in 3 conversations"));
        // What follows within the minute is one more word at its end.
        QElapsedTimer since;
        since.start();
        Q_EMIT f().engine.newMail(AccountId(1), ConversationId(4));
        Q_EMIT f().engine.newMail(AccountId(1), ConversationId(5));
        QTRY_COMPARE(subject.accessibleName(), QStringLiteral("New mail in 2 conversations"));
        QVERIFY2(since.elapsed() >= 200, qPrintable(QString::number(since.elapsed())));
    }

    void row_isReadInTheChosenOrder()
    {
        const QModelIndex first = f().window->listModel()->index(0);
        const auto sentence = [&] { return first.data(Qt::AccessibleTextRole).toString(); };
        QVERIFY2(sentence().indexOf(QStringLiteral("Interested")) < sentence().indexOf(QStringLiteral("Mara")), qPrintable(sentence()));
        Preferences chosen;
        chosen.rowParts = {RowPart::Person, RowPart::Category};
        f().window->applyPreferences(chosen);
        QVERIFY2(sentence().startsWith(QStringLiteral("Mara Petersen")), qPrintable(sentence()));
        QVERIFY2(sentence().endsWith(QStringLiteral("Interested.")) || sentence().endsWith(QStringLiteral("automatic.")), qPrintable(sentence()));
    }

    void row_saysWhatBecameOfOurMail_data()
    {
        QTest::addColumn<store::LedgerState>("state");
        QTest::addColumn<QString>("words");
        QTest::newRow("failed") << store::LedgerState::Failed << QStringLiteral("A message was not sent");
        QTest::newRow("unknown") << store::LedgerState::Unknown << QStringLiteral("Not known whether a message left");
        QTest::newRow("queued") << store::LedgerState::Queued << QStringLiteral("A message waits to be sent");
        QTest::newRow("undo") << store::LedgerState::UndoWindow << QStringLiteral("A message waits to be sent");
        QTest::newRow("sent") << store::LedgerState::Sent << QString();
    }
    void row_saysWhatBecameOfOurMail()
    {
        QFETCH(store::LedgerState, state);
        QFETCH(QString, words);
        store::ConversationRow row = f().engine.rows.first();
        row.outgoing = state;
        const QString said = ui::rowSentence(row, false, {}, QDateTime::currentDateTimeUtc(), {RowPart::State});
        QVERIFY2(words.isEmpty() ? !said.contains(QStringLiteral("message")) : said.contains(words), qPrintable(said));
    }

    /// A decision after which nobody can be written to is shown longer than others.
    void notice_ofDoNotContact_staysTenSeconds()
    {
        ui::Toast *toast = f().window->list()->toast();
        const auto block = [this] {
            f().type("8");
            QTRY_VERIFY(f().dialog("confirmButton"));
            f().dialog()->findChild<QPushButton *>(QStringLiteral("confirmButton"))->click();
            QTRY_VERIFY(!f().dialog());
            QVERIFY(QTest::qWaitForWindowActive(f().window.get()));
        };
        f().window->list()->setFocus();
        f().type("e");
        QTRY_VERIFY(toast->isVisible());
        QCOMPARE(toast->shownMs(), ui::Toast::kShownMs);
        toast->dismiss();
        block();
        QTRY_VERIFY(toast->isVisible());
        QCOMPARE(toast->shownMs(), 10'000);
        f().type("e");
        QTRY_VERIFY(toast->text().startsWith(QStringLiteral("Done")));
        QCOMPARE(toast->shownMs(), ui::Toast::kShownMs);
        toast->setShownFor(0);
        block();
        QTRY_VERIFY(toast->text().contains(QStringLiteral("Do not contact")));
        QVERIFY(toast->stays());
    }

    void settings_moveTheParts_byKey()
    {
        auto *list = openPage<QListWidget>("rowPartList");
        QVERIFY(QTest::qWaitForWindowActive(list->window()));
        list->setFocus();
        list->setCurrentRow(2); // the person
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier); // it is first already
        QCOMPARE(ui::readPreferences(*f().settings).rowParts.first(), RowPart::Person);
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(ui::readPreferences(*f().settings).rowParts.mid(0, 2), (QList{RowPart::State, RowPart::Person}));
        QTest::keyClick(list, Qt::Key_Space);
        QVERIFY(!ui::readPreferences(*f().settings).rowParts.contains(RowPart::Person));
        list->window()->findChild<QPushButton *>(QStringLiteral("partDownButton"))->click();
        QCOMPARE(list->currentRow(), 2);
        list->window()->findChild<QCheckBox *>(QStringLiteral("hintsCheckBox"))->click();
        QCOMPARE(ui::readPreferences(*f().settings).spoken, (QSet<Spoken>{Spoken::Status, Spoken::Result}));
    }

    void notice_staysUntilItIsDismissed()
    {
        auto *box = openPage<QComboBox>("noticeComboBox");
        box->setCurrentIndex(box->findData(Preferences::kUntilDismissed));
        QCOMPARE(ui::readPreferences(*f().settings).noticeSeconds, Preferences::kUntilDismissed);
        static_cast<QDialog *>(box->window())->accept();
        QVERIFY(QTest::qWaitForWindowActive(f().window.get()));
        ui::Toast *toast = f().window->list()->toast();
        f().type("e");
        QTRY_VERIFY(toast->isVisible());
        QVERIFY(toast->stays());
        auto *close = f().find<QToolButton>("toastCloseButton");
        QVERIFY(close->isVisible());
        close->click();
        QVERIFY(!toast->isVisible());
        f().type("e");
        QTRY_VERIFY(toast->isVisible());
        f().key(Qt::Key_Escape);
        QVERIFY(!toast->isVisible());
    }

    /// A shorter time, for one that goes by itself; with the focus on it the clock stands.
    void notice_waitsWhileItHasTheFocus()
    {
        ui::Toast *toast = f().window->list()->toast();
        toast->setShownFor(1);
        f().type("e");
        QTRY_VERIFY(toast->isVisible());
        QVERIFY(!toast->stays());
        auto *button = f().find<QPushButton>("toastButton");
        button->setFocus();
        QElapsedTimer clock;
        clock.start();
        QTRY_VERIFY(clock.hasExpired(1500));
        QVERIFY(toast->isVisible());
        f().window->list()->setFocus();
        QTRY_VERIFY(!toast->isVisible());
    }

private:
    [[nodiscard]] WindowFixture &f() const { return *m_fixture; }
    /// Of the settings, whatever page it is on.
    template <typename Widget>
    [[nodiscard]] Widget *openPage(const char *name) const
    {
        f().window->perform(ui::ActionId::Preferences);
        auto *dialog = f().find<QDialog>("preferencesDialog");
        auto *contents = dialog->findChild<QListWidget *>(QStringLiteral("settingsContents"));
        contents->setCurrentRow(contents->count() - 1);
        return dialog->findChild<Widget *>(QString::fromLatin1(name));
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

INLET_TEST(tst_Speech)
#include "tst_Speech.moc"
