// SPDX-License-Identifier: GPL-3.0-or-later
#include "WindowFixture.h"
#include "support/TestMain.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/ConversationPane.h"
#include "ui/panes/ListPane.h"
#include "ui/panes/MessageCard.h"
#include "ui/panes/StatusLine.h"

#include <QTextBrowser>

using namespace inlet;
using namespace inlet::test;
using store::Draft;
using store::Scope;
using triage::Kind;

/// Whom an answer reaches where no person has written, and light paper for one sender.
class tst_Answers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        fillDemo(f().engine, QDateTime::currentDateTimeUtc());
        f().engine.inScope = [](const store::ConversationRow &, const store::ListQuery &) { return true; };
    }
    void cleanup() { m_fixture.reset(); }

    void report_ofAServer_isNotAnswered()
    {
        openOn(10);
        f().type("r");
        QTRY_VERIFY(status()->sideText().contains(QStringLiteral("report of a mail server")));
        QVERIFY(f().composed.isEmpty());
        QVERIFY(f().prompts.questions.isEmpty()); // there is no person to offer
        f().type("f"); // it can be passed on
        QTRY_COMPARE(f().composed.size(), 1);
    }

    void report_inAConversation_offersThePerson()
    {
        becomes(8, Kind::Bounce, QStringLiteral("mailer-daemon@mx.example"));
        openOn(8);
        f().prompts.answer = false;
        f().type("r");
        QTRY_COMPARE(f().prompts.questions.size(), 1);
        QVERIFY(f().prompts.questions.first().text.contains(QStringLiteral("grace.okafor@sunbridge.example")));
        QVERIFY(f().composed.isEmpty());
        f().prompts.answer = true;
        f().type("r");
        QTRY_COMPARE(f().composed.size(), 1);
        // Goes on from our own message to her.
        QCOMPARE(f().composed.first().mode, Draft::Mode::Reply);
        QCOMPARE(f().composed.first().message.id, StoredMessageId(8001));
    }

    void report_withoutOurMessage_opensANewOne()
    {
        becomes(8, Kind::Bounce, QStringLiteral("mailer-daemon@mx.example"));
        f().engine.messages[ConversationId(8)].removeFirst();
        openOn(8);
        f().type("a");
        QTRY_COMPARE(f().composed.size(), 1);
        QCOMPARE(f().composed.first().mode, Draft::Mode::New);
        QCOMPARE(f().composed.first().to, QStringLiteral("grace.okafor@sunbridge.example"));
        QCOMPARE(f().composed.first().account, AccountId(2));
    }

    void automaticReply_ofThePerson_isAnswered_ofAMachine_asks()
    {
        openOn(8);
        f().type("r");
        QTRY_COMPARE(f().composed.size(), 1);
        QCOMPARE(f().composed.first().message.id, StoredMessageId(8002));
        m_fixture = std::make_unique<WindowFixture>();
        fillDemo(f().engine, QDateTime::currentDateTimeUtc());
        becomes(8, Kind::AutoReply, QStringLiteral("noreply@sunbridge.example"));
        openOn(8);
        f().prompts.answer = false;
        f().type("r");
        QTRY_COMPARE(f().prompts.questions.size(), 1);
        QVERIFY(f().composed.isEmpty());
    }

    void paper_isOfOneMessage_andKeptForItsSender()
    {
        store::MessageItem first = f().engine.messages[ConversationId(1)].at(1);
        store::MessageItem other = first;
        other.id = StoredMessageId(1900);
        other.from = {QStringLiteral("Jan Petersen"), QStringLiteral("jan@nordlicht.example")};
        other.at = other.at.addSecs(-60);
        for (const StoredMessageId id : {first.id, other.id})
            f().engine.bodies[id].html = QStringLiteral("<p>plain words</p>");
        other.seen = false;
        f().engine.messages[ConversationId(1)].insert(1, other);
        f().theme->setMode(ui::theme::Mode::Dark);
        openOn(1);
        f().key(Qt::Key_L, Qt::AltModifier); // clean text has no paper
        QVERIFY(!status()->sideText().isEmpty());
        QTRY_COMPARE(f().window->conversation()->cards().size(), 3);
        f().key(Qt::Key_H, Qt::AltModifier);
        QTRY_COMPARE(textOf(2), QStringLiteral("plain words"));
        QVERIFY(!card(2)->isOnPaper() && !card(1)->isOnPaper());
        f().key(Qt::Key_L, Qt::AltModifier);
        QVERIFY(card(2)->isOnPaper());
        QVERIFY(!card(1)->isOnPaper());
        // Another look at the same sender's mail, and after a restart.
        f().window->close();
        f().window.reset();
        openOn(1);
        QTRY_COMPARE(f().window->conversation()->cards().size(), 3);
        f().key(Qt::Key_H, Qt::AltModifier);
        QTRY_VERIFY(card(2)->isOnPaper());
        QVERIFY(!card(1)->isOnPaper());
        f().theme->setMode(ui::theme::Mode::Light);
    }

private:
    [[nodiscard]] WindowFixture &f() const { return *m_fixture; }
    [[nodiscard]] ui::StatusLine *status() const { return f().window->findChild<ui::StatusLine *>(); }
    [[nodiscard]] ui::MessageCard *card(int at) const { return f().window->conversation()->cards().at(at); }
    [[nodiscard]] QString textOf(int at) const
    {
        return card(at)->findChild<QTextBrowser *>(QStringLiteral("bodyView"))->toPlainText();
    }
    /// The last message of theirs.
    void becomes(qint64 id, Kind kind, const QString &from) const
    {
        store::MessageItem &last = f().engine.messages[ConversationId(id)].last();
        last.kind = kind;
        last.from = {{}, from};
    }
    void openOn(qint64 id) const
    {
        f().open();
        f().window->showList({.scope = Scope::All, .account = {}, .category = {}, .search = {}});
        QTRY_VERIFY(f().window->listModel()->rowCount() > 5);
        QVERIFY(f().window->list()->select(ConversationId(id)));
        const auto isOpen = [this, id] {
            const QList<ui::MessageCard *> cards = f().window->conversation()->cards();
            return !cards.isEmpty() && cards.first()->message().conversation == ConversationId(id);
        };
        QTRY_VERIFY(isOpen());
        f().window->list()->setFocus();
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

INLET_TEST(tst_Answers)
#include "tst_Answers.moc"
