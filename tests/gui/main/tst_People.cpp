// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoWindow.h"
#include "support/TestMain.h"
#include "ui/Parts.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/ConversationHeader.h"
#include "ui/panes/LeadFacts.h"
#include "ui/panes/ListPane.h"

#include <QAbstractItemView>
#include <QDir>
#include <QHoverEvent>
#include <QLayout>
#include <QPushButton>
#include <QToolButton>

using namespace inlet;
using namespace inlet::test;
using store::TriageVerb;

/// Who conversations are with: what lists say, whom to write to instead, and who may be whom.
class tst_People : public QObject, private DemoWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { prepareDemo(); }
    void cleanup() { closeDemo(); }

    void listedLead_isInRowHeaderAndPane_andCanBeCopied()
    {
        row(1).company = QStringLiteral("Nordlicht Gebäude GmbH");
        row(1).campaign = QStringLiteral("Spring 26");
        store::Lead &lead = f().engine.leadInfos[ConversationId(1)].listed;
        lead.address = row(1).prospectAddress;
        lead.company = row(1).company;
        lead.title = QStringLiteral("Head of Facilities");
        lead.phone = QStringLiteral("+49 40 123456");
        lead.city = QStringLiteral("Tokyo");
        lead.fields = {{QStringLiteral("Size"), QStringLiteral("50 to 100")}};
        open();
        QTRY_VERIFY(f().find<ui::parts::ElidedLabel>("viaLabel")->text().startsWith(QStringLiteral("Head of Facilities · Nordlicht Gebäude GmbH · Spring 26")));
        const QModelIndex index = f().window->listModel()->index(0, 0);
        QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Nordlicht Gebäude GmbH")));
        QWidget *pane = f().find("leadPane");
        const auto shown = [pane] {
            QStringList texts;
            for (const ui::parts::ElidedLabel *label : pane->findChildren<ui::parts::ElidedLabel *>())
                texts.append(label->text());
            return texts;
        };
        QTRY_VERIFY(shown().contains(QStringLiteral("Head of Facilities")));
        QVERIFY(shown().contains(QStringLiteral("Size: 50 to 100")));
        QVERIFY(shown().filter(QStringLiteral("Tokyo · ")).size() == 1);
        QVERIFY(shown().filter(QStringLiteral("website")).isEmpty());
        const QList<QToolButton *> buttons = pane->findChildren<QToolButton *>();
        const auto copy = std::find_if(buttons.begin(), buttons.end(), [](const QToolButton *button) { return button->accessibleName().contains(QStringLiteral("Size")); });
        QVERIFY(copy != buttons.end());
        QTRY_VERIFY((*copy)->isVisible());
        (*copy)->click();
        QCOMPARE(f().prompts.copied, QStringList{QStringLiteral("50 to 100")});
        shoot(QStringLiteral("people-lead"));
    }

    /// What was painted for one look is not left over in the other.
    void factIcons_followTheTheme()
    {
        f().engine.leadInfos[ConversationId(1)].listed.title = QStringLiteral("Head of Facilities");
        open();
        const auto iconOfTitle = [this]() -> QWidget * {
            for (const ui::parts::ElidedLabel *label : f().find("leadPane")->findChildren<ui::parts::ElidedLabel *>()) {
                if (label->text() == QLatin1String("Head of Facilities") && label->isVisible())
                    return label->parentWidget()->layout()->itemAt(0)->widget();
            }
            return nullptr;
        };
        QTRY_VERIFY(iconOfTitle());
        for (const auto mode : {ui::theme::Mode::Dark, ui::theme::Mode::Light}) {
            f().theme->setMode(mode);
            const QImage shot = iconOfTitle()->grab().toImage();
            double best = 0;
            for (int y = 0; y < shot.height(); ++y) {
                for (int x = 0; x < shot.width(); ++x)
                    best = std::max(best, ui::theme::contrast(shot.pixelColor(x, y), ui::theme::color(ui::theme::Token::List)));
            }
            QVERIFY2(best > 4, qPrintable(QString::number(best)));
        }
    }

    void campaign_standsInTheSecondLineOfARow()
    {
        open();
        auto *view = f().find<QAbstractItemView>("conversationView");
        f().find("listPane")->setMinimumWidth(480);
        const auto shot = [view] { return view->viewport()->grab(view->visualRect(view->model()->index(0, 0))).toImage(); };
        QTRY_VERIFY(shot().width() > 440);
        const QImage without = shot();
        row(1).campaign = QStringLiteral("Spring 26");
        store::ChangeSet changes;
        changes.conversations.insert(ConversationId(1));
        Q_EMIT f().engine.changed(changes);
        QTRY_COMPARE(f().window->listModel()->rowData(ConversationId(1))->campaign, QStringLiteral("Spring 26"));
        const QImage with = shot();
        const int half = with.height() / 2;
        QCOMPARE(with.copy(0, 0, with.width(), half - 2), without.copy(0, 0, with.width(), half - 2));
        QVERIFY(with != without);
    }

    void times_areToldWithBothZones()
    {
        const QDateTime at(QDate(2026, 1, 15), QTime(20, 30), Qt::UTC);
        const QString mine = at.toLocalTime().timeZoneAbbreviation();
        QVERIFY(ui::bothTimes(at, {}).endsWith(QLatin1Char(' ') + mine));
        QVERIFY(!ui::bothTimes(at, {}).contains(QLatin1Char('\n')));
        const QString both = ui::bothTimes(at, QTimeZone("Pacific/Kiritimati")); // nobody is farther ahead
        QVERIFY2(both.section(QLatin1Char('\n'), 1).startsWith(QStringLiteral("10:30 there, Friday")), qPrintable(both));
        f().engine.leadInfos[ConversationId(1)].listed.timeZone = QStringLiteral("Pacific/Kiritimati");
        open();
        QVERIFY(f().window->listModel()->index(0, 0).data(Qt::ToolTipRole).toString().contains(QLatin1Char(' ') + mine));
        QTRY_VERIFY(!f().window->conversation()->cards().isEmpty());
        ui::MessageCard *card = f().window->conversation()->cards().first();
        QTRY_COMPARE(card->accessibleDescription(), ui::bothTimes(card->message().at, QTimeZone("Pacific/Kiritimati")));
        QVERIFY(card->accessibleDescription().contains(QStringLiteral(" there")));
        const auto hover = [card](int y) {
            QHoverEvent event(QEvent::HoverMove, QPointF(card->width() - 40, y), QPointF(card->width() - 40, y), QPointF());
            QCoreApplication::sendEvent(card, &event);
        };
        hover(10);
        QCOMPARE(card->toolTip(), card->accessibleDescription());
        card->setOpen(true);
        hover(card->height() - 2); // not over what they wrote
        QVERIFY(card->toolTip().isEmpty());
    }

    void timeZones_areFound()
    {
        const auto zone = [](const char *named, const char *city) {
            store::Lead lead;
            lead.timeZone = QString::fromUtf8(named);
            lead.city = QString::fromUtf8(city);
            return ui::zoneOf(lead);
        };
        const QDateTime noon(QDate(2026, 1, 15), QTime(12, 0), Qt::UTC);
        QCOMPARE(zone("Europe/Riga", "").offsetFromUtc(noon), 2 * 3600);
        QCOMPARE(zone("UTC+5:30", "").offsetFromUtc(noon), 19800);
        QCOMPARE(zone("GMT-3", "").offsetFromUtc(noon), -3 * 3600);
        QCOMPARE(zone("", "New York, NY").offsetFromUtc(noon), -5 * 3600);
        QCOMPARE(zone("", "São Paulo").offsetFromUtc(noon), -3 * 3600);
        QVERIFY(!zone("", "Nowhere").isValid());
        QVERIFY(!zone("UTC+99", "").isValid());
        QVERIFY(!zone("", "").isValid());
    }

    void standIn_isNamed_andWrittenToInstead()
    {
        row(1).standIn = QStringLiteral("Carla Ruiz <carla@acme.test>");
        row(1).absence = QStringLiteral("out-of-office");
        row(1).returnOn = QDate(2026, 12, 12);
        open();
        auto *write = f().find<QPushButton>("writeInsteadButton");
        QTRY_VERIFY(write->isVisible());
        QVERIFY(write->text().contains(QStringLiteral("Carla Ruiz")));
        QVERIFY(!f().find("samePersonButton")->isVisible());
        shoot(QStringLiteral("people-stand-in"));
        write->setFocus();
        QTRY_VERIFY(write->hasFocus());
        QTest::keyClick(write, Qt::Key_Space);
        QTRY_COMPARE(f().composed.size(), 1);
        QCOMPARE(f().composed.first().to, QStringLiteral("Carla Ruiz <carla@acme.test>"));
        QCOMPARE(f().composed.first().account, row(1).accounts.first());
    }

    void samePerson_byKey_joins_andUndoIsOffered()
    {
        f().engine.leadsFake.hints[ConversationId(1)] = {hint(2)};
        open();
        QTRY_VERIFY(f().find("samePersonButton")->isVisible());
        shoot(QStringLiteral("people-same"));
        f().type("y");
        QTRY_COMPARE(f().engine.actions.size(), 1);
        QCOMPARE(f().engine.actions.first().verb, TriageVerb::SamePerson);
        QCOMPARE(f().engine.actions.first().conversations, QList{ConversationId(1)});
        QCOMPARE(f().engine.actions.first().with, ConversationId(2));
        QCOMPARE(f().engine.actions.first().address, QStringLiteral("mara@old.test"));
        QTRY_VERIFY(!f().find("personBar")->isVisible());
        f().type("y"); // nothing is proposed any more
        f().key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(f().engine.undos, 1);
        QCOMPARE(f().engine.actions.size(), 1);
    }

    void samePerson_rejected_isRemembered()
    {
        f().engine.leadsFake.hints[ConversationId(1)] = {hint(2)};
        open();
        QTRY_VERIFY(f().find("notSamePersonButton")->isVisible());
        f().type("Y");
        QTRY_COMPARE(f().engine.leadsFake.rejected.size(), 1);
        QCOMPARE(f().engine.leadsFake.rejected.first().second, QStringLiteral("mara@old.test"));
        QTRY_VERIFY(!f().find("personBar")->isVisible());
        QVERIFY(f().engine.actions.isEmpty());
    }

    /// A proposal belongs to the conversation it was made for.
    void samePerson_ofAnotherRow_isNotJoined()
    {
        f().engine.leadsFake.hints[ConversationId(1)] = {hint(3)};
        open();
        QTRY_VERIFY(f().find("samePersonButton")->isVisible());
        f().type("jy");
        QTRY_VERIFY(!f().find("personBar")->isVisible());
        for (const store::TriageAction &action : std::as_const(f().engine.actions))
            QVERIFY(action.verb != TriageVerb::SamePerson);
    }

private:
    store::ConversationRow &row(int id)
    {
        for (store::ConversationRow &one : f().engine.rows) {
            if (one.id == ConversationId(id))
                return one;
        }
        qFatal("no row %d", id);
    }
    void open()
    {
        f().open();
        QTRY_COMPARE(f().window->list()->current(), ConversationId(1));
        QTRY_VERIFY(f().find("replyBar")->isVisible());
    }
    static store::SamePersonHint hint(int other)
    {
        return {store::SamePersonReason::SameName, QStringLiteral("m.petersen@old.test"), QStringLiteral("mara@old.test"), QStringLiteral("Mara Petersen"), ConversationId(other)};
    }
    void shoot(const QString &name)
    {
        const QString dir = qEnvironmentVariable("INLET_SCREENSHOTS");
        if (dir.isEmpty())
            return;
        for (const auto mode : {ui::theme::Mode::Light, ui::theme::Mode::Dark}) {
            f().theme->setMode(mode);
            QCoreApplication::processEvents();
            f().window->grab().save(QDir(dir).filePath(name + (mode == ui::theme::Mode::Light ? QStringLiteral("-light.png") : QStringLiteral("-dark.png"))));
        }
        f().theme->setMode(ui::theme::Mode::Light);
    }
};

INLET_TEST(tst_People)
#include "tst_People.moc"
