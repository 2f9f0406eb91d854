// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoWindow.h"
#include "support/TestMain.h"
#include "ui/models/PersonRecord.h"
#include "ui/panes/LeadPane.h"
#include "ui/panes/NoteView.h"
#include "ui/panes/PersonHistory.h"

#include <QAbstractButton>
#include <QDir>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace inlet;
using namespace inlet::test;

/// Tells when a conversation is being read, and when what was asked for then has been answered.
class AskedEngine : public FakeEngine
{
public:
    std::function<void()> onAsked; ///< once

    void fetchConversation(ConversationId id, QObject *context, Answer<engine::ConversationDetail> answer) override
    {
        FakeEngine::fetchConversation(id, context, std::move(answer));
        if (const auto asked = std::exchange(onAsked, nullptr))
            asked();
    }
    /// As a round of the reader: the conversation, then its decisions.
    void settle(QObject *context, std::function<void()> settled)
    {
        FakeEngine::fetchConversation(ConversationId(1), context, [this, context, settled](const engine::ConversationDetail &) {
            desk().fetchHistory(ConversationId(1), context, [settled](const QList<store::DecisionRecord> &) { settled(); });
        });
    }
};

/// What stands beside a conversation of all conversations of its person, and the note as it reads.
class tst_PersonHistory : public QObject, private DemoWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init() { prepareDemo(); }
    void cleanup() { closeDemo(); }

    void record_hasMailDecisionsAndFiles_newestFirst_withoutWhatWasTakenBack()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        engine::ConversationDetail detail;
        detail.row.id = ConversationId(7);
        detail.row.snoozedUntil = now.addDays(2);
        detail.row.muted = true;
        detail.messages = {message(1, triage::Kind::Own, now.addDays(-5)), message(2, triage::Kind::Human, now.addDays(-3)),
            message(3, triage::Kind::Bounce, now.addDays(-2))};
        detail.messages[1].attachments = {file("offer.pdf", false), file("logo.png", true)};
        ui::PersonRecord record;
        ui::addToRecord(record, detail,
            {decision("categorize", "Interested", now.addDays(-1)), decision("archive", "", now.addDays(-1), true),
                decision("note", "call her", now.addDays(-4)), decision("read", "", now)},
            now);
        QStringList texts;
        for (const ui::PersonEvent &event : record.events)
            texts += event.text;
        QCOMPARE(texts, (QStringList{QStringLiteral("Category set to Interested"), QStringLiteral("Came back: Subject 3"), QStringLiteral("They wrote: Subject 2"),
                            QStringLiteral("Note changed"), QStringLiteral("You wrote: Subject 1")}));
        QVERIFY(record.events.at(1).bad);
        QCOMPARE(record.files.size(), 1);
        QCOMPARE(record.files.first().name, QStringLiteral("offer.pdf"));
        QVERIFY(!record.files.first().ours);
        QCOMPARE(record.state.size(), 2);
        QVERIFY(record.state.first().text.startsWith(QStringLiteral("Snoozed until")));
    }

    void pane_tellsOfAllTheirConversations_andOpensThem()
    {
        openFirst();
        const auto texts = [this] {
            QStringList all;
            const auto rows = f().window->findChildren<QAbstractButton *>(QStringLiteral("personEventButton"));
            for (const QAbstractButton *row : rows) {
                if (row->isVisible())
                    all += row->accessibleName();
            }
            return all.join(QLatin1Char('\n'));
        };
        QTRY_VERIFY2(texts().contains(QStringLiteral("wrote: ")), qPrintable(texts()));
        keep("person");
        const auto rows = f().window->findChildren<QAbstractButton *>(QStringLiteral("personEventButton"));
        QVERIFY(rows.first()->focusPolicy() & Qt::TabFocus);
    }

    void another_whatIsOnItsWayOfTheFormer_isNotShown()
    {
        AskedEngine engine;
        fillDemo(engine, QDateTime::currentDateTimeUtc());
        QWidget pane;
        ui::PersonHistory history(engine, pane);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        QVERIFY(engine.messages.contains(ConversationId(1)));
        for (const ConversationId other : {ConversationId(), ConversationId(2)}) {
            // The conversation changes while what the former holds is being read.
            bool answered = false;
            engine.onAsked = [&, other] {
                history.setConversations({other});
                engine.settle(&pane, [&answered] { answered = true; });
            };
            history.setConversations({ConversationId(1)});
            QTRY_VERIFY(answered);
            QVERIFY(rowsOf(history).isEmpty());
            QVERIFY(history.isHidden());
        }
        QTRY_VERIFY(!rowsOf(history).isEmpty()); // of the second
    }

    void state_refreshed_theRowWithTheKeysStays()
    {
        AskedEngine engine;
        fillDemo(engine, QDateTime::currentDateTimeUtc());
        for (store::ConversationRow &row : engine.rows)
            row.muted = row.muted || row.id == ConversationId(1);
        QWidget pane;
        auto *column = new QVBoxLayout(&pane);
        auto *history = new ui::PersonHistory(engine, pane);
        column->addWidget(history);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        history->setConversations({ConversationId(1)});
        QTRY_VERIFY(!rowsOf(*history).isEmpty());
        const QPointer<QAbstractButton> first = rowsOf(*history).first();
        QCOMPARE(first->text().isEmpty() ? first->accessibleName() : first->text(), QStringLiteral("Muted"));
        first->setFocus();
        bool answered = false;
        engine.onAsked = [&] { engine.settle(&pane, [&answered] { answered = true; }); };
        history->refresh();
        QTRY_VERIFY(answered);
        QVERIFY(first && first->isVisible());
        QCOMPARE(pane.focusWidget(), first.data());
        QCOMPARE(rowsOf(*history).first(), first.data());
    }

    /// The button has done what it can and goes.
    void showAll_byKey_goesOnToTheFirstRowThatCame()
    {
        FakeEngine &engine = f().engine;
        QList<store::MessageItem> &mail = engine.messages[ConversationId(1)];
        for (int more = 0; more < 12; ++more) {
            store::MessageItem item = mail.last();
            item.id = StoredMessageId(9000 + more);
            item.subject = QStringLiteral("Older %1").arg(more);
            item.at = mail.last().at.addDays(-more - 1);
            mail.append(item);
        }
        openFirst();
        auto *more = f().find<QPushButton>("more-events");
        QTRY_VERIFY(more->isVisible());
        const auto *history = f().window->findChild<ui::PersonHistory *>();
        const qsizetype few = rowsOf(*history).size();
        more->setFocus();
        f().key(Qt::Key_Space);
        QTRY_VERIFY(rowsOf(*history).size() > few);
        const auto *row = qobject_cast<QAbstractButton *>(f().window->focusWidget());
        QVERIFY(row);
        QCOMPARE(row->objectName(), QStringLiteral("personEventButton"));
        QCOMPARE(rowsOf(*history).indexOf(row), few);
    }

    void open_changes_thePaneTellsSo_data()
    {
        QTest::addColumn<bool>("inNote");
        QTest::newRow("keys at the list") << false;
        QTest::newRow("keys in the note") << true;
    }
    void open_changes_thePaneTellsSo()
    {
        QFETCH(bool, inNote);
        openFirst();
        const auto *history = f().window->findChild<ui::PersonHistory *>();
        QTRY_VERIFY(!rowsOf(*history).isEmpty());
        const auto says = [history](const char *words) {
            const auto rows = rowsOf(*history);
            return std::any_of(rows.cbegin(), rows.cend(), [&](const QAbstractButton *row) { return row->accessibleName().startsWith(QLatin1String(words)); });
        };
        QVERIFY(!says("Muted"));
        if (inNote)
            f().find<QPlainTextEdit>("noteEdit")->setFocus();
        const auto change = [this] {
            store::ChangeSet changes;
            changes.conversations.insert(ConversationId(1));
            Q_EMIT f().engine.changed(changes);
        };
        for (store::ConversationRow &row : f().engine.rows)
            row.muted = row.muted || row.id == ConversationId(1);
        change();
        QTRY_VERIFY(says("Muted"));
        f().engine.messages[ConversationId(1)].last().attachments = {file("offer.pdf", false)};
        change();
        QTRY_VERIFY(f().find<QToolButton>("saveFileButton"));
        QTRY_VERIFY(f().find<QToolButton>("saveFileButton")->isVisible());
    }

    /// Another conversation of the same person counts as well.
    void another_ofThePerson_changes_thePaneTellsSo()
    {
        FakeEngine &engine = f().engine;
        store::LeadInfo &lead = engine.leadInfos[ConversationId(1)];
        for (store::ConversationRow row : std::as_const(engine.rows)) {
            row.prospectAddress = lead.addresses.value(0);
            if (row.id == ConversationId(2))
                lead.otherConversations = {row};
        }
        QVERIFY(!engine.messages.value(ConversationId(2)).isEmpty());
        ui::LeadPane pane(engine); // alone: nobody marks anything as read
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        pane.setConversation(ConversationId(1));
        const auto *history = pane.findChild<ui::PersonHistory *>();
        QTRY_COMPARE(history->conversations().size(), 2);
        QTRY_VERIFY(!rowsOf(*history).isEmpty());
        engine.messages[ConversationId(2)].last().attachments = {file("new offer.pdf", false)};
        store::ChangeSet changes;
        changes.conversations.insert(ConversationId(2));
        const auto hasFile = [history] {
            const auto buttons = history->findChildren<QToolButton *>(QStringLiteral("saveFileButton"));
            return std::any_of(buttons.cbegin(), buttons.cend(), [](const QToolButton *button) { return button->accessibleName().contains(QStringLiteral("new offer.pdf")); });
        };
        QVERIFY(!hasFile());
        Q_EMIT engine.changed(changes);
        QTRY_VERIFY(hasFile());
    }

    void files_areSavedFromThePane()
    {
        store::MessageItem &item = f().engine.messages[ConversationId(1)].last();
        item.attachments = {file("offer.pdf", false)};
        f().engine.parts.insert({item.id, "2"}, "octets");
        openFirst();
        QTRY_VERIFY(f().find<QToolButton>("saveFileButton"));
        QTRY_VERIFY(f().find<QToolButton>("saveFileButton")->isVisible());
        QTemporaryDir dir;
        f().prompts.fileToSave = dir.filePath(QStringLiteral("kept.pdf"));
        f().find<QToolButton>("saveFileButton")->click();
        QTRY_VERIFY(QFile::exists(dir.filePath(QStringLiteral("kept.pdf"))));
    }

    void note_readsAsMarkdown_untilSomebodyWrites()
    {
        f().engine.leadInfos[ConversationId(1)].note = QStringLiteral("# Plan\ncall **her**\n- Monday\n![x](file:///etc/passwd) <b>no</b>");
        openFirst();
        auto *edit = f().find<QPlainTextEdit>("noteEdit");
        auto *view = f().find<ui::NoteView>("noteView");
        QTRY_VERIFY(view->isVisible());
        QVERIFY2(view->toPlainText().contains(QStringLiteral("call her")), qPrintable(view->toPlainText()));
        QVERIFY(!view->toPlainText().contains(QLatin1Char('*')));
        QVERIFY(view->toPlainText().contains(QStringLiteral("<b>no</b>"))); // no HTML
        keep("note");
        QTest::mouseClick(view->viewport(), Qt::LeftButton);
        QTRY_VERIFY(edit->hasFocus());
        QTRY_VERIFY(!view->isVisible());
        QVERIFY(edit->toPlainText().contains(QStringLiteral("**her**")));
        f().find("conversationView")->setFocus();
        QTRY_VERIFY(view->isVisible());
    }

    void note_aPictureOfThisComputer_isNotRead()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("secret.png"));
        QImage picture(40, 30, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QVERIFY(picture.save(path));
        const QUrl url = QUrl::fromLocalFile(path);
        f().engine.leadInfos[ConversationId(1)].note = QStringLiteral("Her office:\n![office](%1)").arg(url.toString());
        openFirst();
        auto *view = f().find<ui::NoteView>("noteView");
        QTRY_VERIFY(view->isVisible());
        QTRY_VERIFY(view->toPlainText().contains(QStringLiteral("Her office")));
        QVERIFY(view->toHtml().contains(path)); // it is a picture of the text
        QCOMPARE(view->document()->resource(QTextDocument::ImageResource, url).value<QImage>().size(), QSize(1, 1));
        QCOMPARE(view->document()->resource(QTextDocument::StyleSheetResource, url).toByteArray(), QByteArray());
    }

    void note_linesStayLines()
    {
        QCOMPARE(ui::markdownOfNote(QStringLiteral("one\ntwo\n\nthree")), QStringLiteral("one  \ntwo  \n\nthree  "));
    }

private:
    static QList<QAbstractButton *> rowsOf(const ui::PersonHistory &history)
    {
        QList<QAbstractButton *> rows = history.findChildren<QAbstractButton *>(QStringLiteral("personEventButton"));
        rows.removeIf([](const QAbstractButton *row) { return row->isHidden(); });
        return rows;
    }
    static mime::Attachment file(const char *name, bool isInline)
    {
        mime::Attachment made;
        made.part = "2";
        made.fileName = QString::fromLatin1(name);
        made.contentType = "application/pdf";
        made.size = 1200;
        made.isInline = isInline;
        made.contentId = isInline ? "id" : "";
        return made;
    }
    static store::MessageItem message(int number, triage::Kind kind, const QDateTime &at)
    {
        store::MessageItem item;
        item.id = StoredMessageId(number);
        item.conversation = ConversationId(7);
        item.kind = kind;
        item.subject = QStringLiteral("Subject %1").arg(number);
        item.at = at;
        return item;
    }
    static store::DecisionRecord decision(const char *verb, const char *argument, const QDateTime &at, bool takenBack = false)
    {
        store::DecisionRecord record;
        record.verb = QString::fromLatin1(verb);
        record.argument = QString::fromLatin1(argument);
        record.at = at;
        record.takenBack = takenBack;
        return record;
    }
    void openFirst() const
    {
        f().open();
        QTRY_VERIFY(f().window->listModel()->rowCount() > 0);
        f().window->showConversation(ConversationId(1));
        QTRY_VERIFY(f().find("leadPane")->isVisible());
    }
    /// For looking at: INLET_SCREENSHOTS=DIR.
    void keep(const char *name) const
    {
        const QString dir = qEnvironmentVariable("INLET_SCREENSHOTS");
        if (dir.isEmpty())
            return;
        for (const auto mode : {ui::theme::Mode::Light, ui::theme::Mode::Dark}) {
            f().theme->setMode(mode);
            QCoreApplication::processEvents();
            const QString look = mode == ui::theme::Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light");
            f().window->grab().save(QDir(dir).filePath(QStringLiteral("lead-%1-%2.png").arg(QLatin1String(name), look)));
        }
        f().theme->setMode(ui::theme::Mode::Light);
    }
};

INLET_TEST(tst_PersonHistory)
#include "tst_PersonHistory.moc"
