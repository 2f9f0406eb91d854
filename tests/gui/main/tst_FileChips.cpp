// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestMain.h"
#include "ui/panes/FileChips.h"

#include <QMenu>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace inlet;

/// The files of a message while they come in.
class tst_FileChips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fetched_theChipStays_andSaysSo()
    {
        ui::FileChips subject(nullptr);
        subject.setFiles({file("2", "offer.pdf", 5000), file("3", "terms.pdf", 7000)});
        const QList<QToolButton *> before = chips(subject);
        QCOMPARE(before.size(), 2);
        QVERIFY(subject.isVisible());
        QVERIFY(before.first()->accessibleName().contains(QStringLiteral("still on the server")));
        subject.setFiles({file("2", "offer.pdf", 0), file("3", "terms.pdf", 7000)});
        QCOMPARE(chips(subject), before);
        QVERIFY(!before.first()->accessibleName().contains(QStringLiteral("still on the server")));
        QVERIFY(before.last()->accessibleName().contains(QStringLiteral("still on the server")));
    }

    /// While "Save as…" asks for a name the message may be read anew.
    void otherFilesWhileOneIsSaved_theMenuIsNotOnTheStack()
    {
        ui::FileChips subject(nullptr);
        subject.setFiles({file("2", "offer.pdf", 0)});
        const QPointer<QMenu> menu = chips(subject).first()->menu();
        bool inMenu = false;
        bool asked = false;
        connect(&subject, &ui::FileChips::saveRequested, this, [&](const QByteArray &part, const QString &name) {
            QCOMPARE(part, QByteArray("2"));
            QCOMPARE(name, QStringLiteral("offer.pdf"));
            asked = true;
            QVERIFY(!inMenu);
            subject.setFiles({file("2", "another.pdf", 0)});
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        });
        inMenu = true;
        menu->actions().first()->trigger();
        inMenu = false;
        QTRY_VERIFY(asked);
        QTRY_VERIFY(!menu);
        QTRY_COMPARE(chips(subject).size(), 1);
        QVERIFY(chips(subject).first()->accessibleName().contains(QStringLiteral("another.pdf")));
    }

    void otherFiles_theKeysStayInTheirPlace()
    {
        ui::FileChips subject(nullptr);
        subject.setFiles({file("2", "offer.pdf", 0), file("3", "terms.pdf", 0)});
        QVERIFY(QTest::qWaitForWindowActive(&subject));
        chips(subject).last()->setFocus();
        QTRY_VERIFY(chips(subject).last()->hasFocus());
        subject.setFiles({file("2", "another.pdf", 0), file("3", "terms.pdf", 0)});
        QVERIFY(subject.focusWidget() && subject.focusWidget()->accessibleName().contains(QStringLiteral("terms.pdf")));
        QVERIFY(!subject.focusWidget()->isHidden());
    }

    void inTheText_isNoChip()
    {
        ui::FileChips subject(nullptr);
        mime::Attachment inText = file("2", "logo.png", 0);
        inText.isInline = true;
        inText.contentId = "logo";
        subject.setFiles({inText});
        QVERIFY(chips(subject).isEmpty());
        QVERIFY(subject.isHidden());
    }

private:
    static mime::Attachment file(const char *part, const char *name, qint64 onServer)
    {
        mime::Attachment made;
        made.part = part;
        made.fileName = QString::fromLatin1(name);
        made.contentType = "application/pdf";
        made.size = 5000;
        made.onServer = onServer;
        return made;
    }
    static QList<QToolButton *> chips(const ui::FileChips &subject)
    {
        QList<QToolButton *> shown = subject.findChildren<QToolButton *>(QStringLiteral("attachmentButton"));
        shown.removeIf([](const QToolButton *chip) { return chip->isHidden(); });
        return shown;
    }
};

INLET_TEST(tst_FileChips)
#include "tst_FileChips.moc"
