// SPDX-License-Identifier: GPL-3.0-or-later
// The rows beside a conversation and the keys: what stays keeps them, Tab walks as it stands.
#include "DemoWindow.h"
#include "support/TestMain.h"
#include "ui/Parts.h"

#include <QAbstractButton>
#include <QPointer>
#include <QToolButton>

using namespace inlet;
using namespace inlet::test;

class tst_PersonRows : public QObject, private DemoWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openDemo();
        QTRY_VERIFY(f().find("leadPane")->isVisible());
    }
    void cleanup() { closeDemo(); }

    /// Rows that stay are the same widgets: who is in one with the keys stays there.
    void rows_refreshed_theKeysStay()
    {
        store::LeadInfo &lead = f().engine.leadInfos[ConversationId(1)];
        QTRY_COMPARE(others().size(), lead.otherConversations.size());
        QVERIFY(others().size() > 1);
        const QPointer<QAbstractButton> last = others().last();
        last->setFocus();
        lead.addresses += QStringLiteral("new@petersen.example");
        tell(1);
        QTRY_COMPARE(copyButtons().size(), lead.addresses.size());
        QVERIFY(last && last->isVisible());
        QCOMPARE(f().window->focusWidget(), last.data());
        // In the row of an address, while another conversation is new.
        const QPointer<QToolButton> second = copyButtons().at(1);
        second->setFocus();
        lead.otherConversations.removeFirst();
        tell(1);
        QTRY_COMPARE(others().size(), lead.otherConversations.size());
        QCOMPARE(f().window->focusWidget(), second.data());
    }

    /// What it says has changed, or it has gone: the keys go to what takes its place.
    void rows_changed_theKeysGoToTheirPlace()
    {
        store::LeadInfo &lead = f().engine.leadInfos[ConversationId(1)];
        QTRY_COMPARE(others().size(), lead.otherConversations.size());
        others().last()->setFocus();
        lead.otherConversations.last().subject = QStringLiteral("Another subject");
        tell(1);
        QTRY_VERIFY(others().last()->accessibleName().contains(QStringLiteral("Another subject")));
        QCOMPARE(f().window->focusWidget(), others().last());
        lead.otherConversations.removeLast();
        tell(1);
        QTRY_COMPARE(others().size(), lead.otherConversations.size());
        QCOMPARE(f().window->focusWidget(), others().last());
    }

    /// Of the same town, and nobody knows what time it is there.
    void place_ofSomebodyElse_saysNoTimeOfTheOneBefore()
    {
        for (const qint64 id : {1, 2})
            f().engine.leadInfos[ConversationId(id)].listed.city = QStringLiteral("Springfield");
        f().engine.leadInfos[ConversationId(1)].listed.timeZone = QStringLiteral("Europe/Riga");
        f().engine.leadInfos[ConversationId(2)].listed.timeZone.clear();
        tell(1);
        QTRY_VERIFY(place().startsWith(QStringLiteral("Springfield · ")));
        f().type("j");
        waitOpen(2);
        QTRY_COMPARE(place(), QStringLiteral("Springfield"));
    }

    void tab_walksAsItStands()
    {
        QTRY_VERIFY(f().find("personHistory")->isVisible());
        f().engine.leadInfos[ConversationId(1)].addresses += QStringLiteral("new@petersen.example");
        tell(1);
        QTRY_COMPARE(copyButtons().size(), f().engine.leadInfos[ConversationId(1)].addresses.size());
        auto *pane = f().find("leadPane");
        pane->setFocus();
        int last = -1;
        for (int step = 0; step < 40; ++step) {
            f().key(Qt::Key_Tab);
            const QWidget *here = f().window->focusWidget();
            if (!pane->isAncestorOf(here))
                break;
            const int top = here->mapTo(pane, QPoint()).y();
            QVERIFY2(top >= last, qPrintable(here->accessibleName()));
            last = top;
        }
        QVERIFY(last > others().first()->mapTo(pane, QPoint()).y());
    }

private:
    [[nodiscard]] QString place() const
    {
        const QList<ui::parts::ElidedLabel *> all = f().find("leadPane")->findChildren<ui::parts::ElidedLabel *>();
        for (const ui::parts::ElidedLabel *label : all) {
            if (label->isVisible() && label->accessibleName().startsWith(QStringLiteral("Springfield")))
                return label->accessibleName();
        }
        return {};
    }
    [[nodiscard]] QList<QAbstractButton *> others() const
    {
        QList<QAbstractButton *> all = f().window->findChildren<QAbstractButton *>(QStringLiteral("otherConversationButton"));
        all.removeIf([](const QAbstractButton *button) { return button->isHidden(); });
        return all;
    }
    [[nodiscard]] QList<QToolButton *> copyButtons() const
    {
        QList<QToolButton *> all = f().find("leadPane")->findChildren<QToolButton *>();
        all.removeIf([](const QToolButton *button) { return button->isHidden() || !button->accessibleName().startsWith(QLatin1String("Copy this address")) || button->parentWidget()->isHidden(); });
        return all;
    }
    void tell(qint64 id) const
    {
        store::ChangeSet changes;
        changes.conversations.insert(ConversationId(id));
        Q_EMIT f().engine.changed(changes);
    }
};

INLET_TEST(tst_PersonRows)
#include "tst_PersonRows.moc"
