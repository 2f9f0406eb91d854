// SPDX-License-Identifier: GPL-3.0-or-later
#include "RealDesktop.h"
#include "support/Inletctl.h"
#include "support/TestMain.h"
#include "ui/Watchdog.h"
#include "ui/dialogs/ComposerWindow.h"

#include <QApplication>

using namespace inlet;
using namespace inlet::test;

/// The real window over the real engine, a real Dovecot and a real Postfix, driven by keys.
class tst_RealWindow : public QObject, private RealDesktop
{
    Q_OBJECT

private:
    /// As the wizard stores it after its check of a Dovecot host.
    [[nodiscard]] accounts::Account mailbox(const QString &email) const
    {
        accounts::Account account = m_servers.account(email);
        account.sentPolicy = accounts::SentPolicy::WeAppend;
        return account;
    }

    [[nodiscard]] store::LedgerState newestState() const
    {
        store::LedgerState state = store::LedgerState::Failed;
        m_context->store().readHere([&](store::ReadSession &session) {
            const auto rows = session.ledger(1);
            if (rows && !rows->isEmpty())
                state = rows->first().state;
        });
        return state;
    }

    [[nodiscard]] QString rowText(int row) const
    {
        const auto *model = m_shell->window().listModel();
        return model->index(row, 0).data(Qt::AccessibleTextRole).toString();
    }

    [[nodiscard]] static ui::ComposerWindow *openComposer()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            auto *composer = qobject_cast<ui::ComposerWindow *>(widget);
            if (composer && composer->isVisible())
                return composer;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { openDesktop({.users = 2, .messages = 200, .seed = 9}); }

    void mailbox_isConnected_andItsMailIsListed()
    {
        AccountId added;
        connectMailbox(mailbox(MailServers::user(1)), added);
        QTRY_VERIFY_WITH_TIMEOUT(m_shell->window().listModel()->rowCount() > 0, 30000);
    }

    void answer_byKeys_isSeenInSent_andTheNextReplyComesByItself()
    {
        const QString email = MailServers::user(1);
        const QString lead = MailServers::lead(1);
        store::Draft first;
        first.account = m_context->engine().accounts().first().id;
        first.to = lead;
        first.subject = QStringLiteral("Fewer no-shows");
        first.text = QStringLiteral("Worth 15 minutes?\n");
        std::optional<Result<LedgerId>> sent;
        m_context->engine().send(first, std::chrono::seconds(0), this, [&](const Result<LedgerId> &answer) { sent = answer; });
        QTRY_VERIFY(sent.has_value() && bool(*sent));
        QTRY_COMPARE_WITH_TIMEOUT(newestState(), store::LedgerState::Sent, 30000);
        QString messageId;
        m_context->store().readHere([&](store::ReadSession &session) { messageId = session.ledger(1)->first().messageId; });

        QVERIFY(m_servers.deliver(email, "From: Tom Hadley <" + lead.toUtf8() + ">\nTo: " + email.toUtf8()
                + "\nSubject: Re: Fewer no-shows\nMessage-ID: <tom-1@customers.test>\nIn-Reply-To: <" + messageId.toUtf8() + ">\n\nWhat does it cost for forty seats?\n", lead));
        QTRY_VERIFY_WITH_TIMEOUT(rowText(0).contains(QStringLiteral("Tom Hadley")), 20000);

        m_shell->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_shell->window()));
        ConversationId conversation;
        m_context->store().readHere([&](store::ReadSession &session) {
            conversation = *session.conversationOf(session.findMessageId(first.account, QStringLiteral("tom-1@customers.test"))->first().message);
        });
        m_shell->window().showConversation(conversation);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_R);
        QTRY_VERIFY(openComposer() != nullptr);
        ui::ComposerWindow *composer = openComposer();
        QVERIFY(QTest::qWaitForWindowActive(composer));
        QTRY_COMPARE(composer->composer()->draft().to.contains(lead), true);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Four hundred a month."));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(openComposer() == nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(newestState(), store::LedgerState::Sent, 60000);

        const QList<QByteArray> received = m_servers.messagesIn(lead, QStringLiteral("INBOX"));
        QCOMPARE(received.size(), 2);
        QVERIFY(received.last().contains("Four hundred a month."));
        QVERIFY(received.last().contains("In-Reply-To: <tom-1@customers.test>"));
        QVERIFY(received.last().contains(email.toUtf8()));
        int copies = 0;
        for (const QByteArray &raw : m_servers.messagesIn(email, QStringLiteral("Sent")))
            copies += raw.contains("Four hundred a month.") ? 1 : 0;
        QCOMPARE(copies, 1);
    }

    void firstSync_neverBlocksTheWindow()
    {
        ui::Watchdog watchdog;
        AccountId added;
        connectMailbox(mailbox(MailServers::user(2)), added);
        const engine::WatchdogReport report = watchdog.report();
        qInfo("samples %lld, over 16 ms %lld, worst %lld ms in %s", static_cast<long long>(report.samples),
            static_cast<long long>(report.over16ms), static_cast<long long>(report.worstMs), qUtf8Printable(watchdog.worstPlace()));
        QVERIFY(report.samples > 0);
    }

    /// The command line beside this window: what reads is answered, what writes is refused with words.
    void inletctl_readsBesideTheWindow_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exit");
        QTest::addColumn<bool>("hasRows");
        const auto row = [](const char *words, int exit, bool hasRows) {
            QTest::newRow(words) << QString::fromUtf8(words).split(QLatin1Char(' ')) << exit << hasRows;
        };
        row("list", 0, true);
        row("search forty", 0, true);
        row("messages", 0, true);
        row("status", 0, true);
        row("doctor", 0, true);
        row("account list", 0, true);
        row("outbox list", 0, true);
        row("category list", 0, true);
        row("label list", 0, false);
        row("rule list", 0, false);
        row("rule add sender jo@acme.test Interested --dry-run", 0, true);
        row("suppress list", 0, true);
        row("suppress check jo@acme.test", 0, true);
        row("bounces", 0, true);
        row("suppress add jo@acme.test", 1, false);
        row("account pause", 1, false);
        row("archive 1", 1, false);
        row("sync --once", 1, false);
        row("rule add sender jo@acme.test Interested", 1, false);
    }
    void inletctl_readsBesideTheWindow()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exit);
        QFETCH(bool, hasRows);
        const Inletctl::Run run = Inletctl(m_profile.path(), m_servers.caFile()).run(arguments);
        QVERIFY2(run.exit == exit, run.err.constData());
        QCOMPARE(!run.rows.isEmpty(), hasRows);
        QCOMPARE(run.err.contains("close Inlet"), exit == 1);
    }

    void inletctl_watchesBesideTheWindow_andSaysWhatItCannotKnow()
    {
        const std::unique_ptr<QProcess> watching = Inletctl(m_profile.path(), m_servers.caFile()).start({QStringLiteral("status"), QStringLiteral("--watch")});
        QTRY_VERIFY_WITH_TIMEOUT(watching->canReadLine(), 30000);
        QVERIFY(Inletctl::parse(watching->readLine()).contains(QLatin1String("state")));
        QByteArray said;
        QTRY_VERIFY((said += watching->readAllStandardError()).contains("only its window tells"));
        watching->terminate();
        QVERIFY(watching->waitForFinished());
        const Inletctl::Run doctor = Inletctl(m_profile.path(), m_servers.caFile()).run({QStringLiteral("doctor")});
        QVERIFY(doctor.row("check", QStringLiteral("connections")).contains(QLatin1String("known")));
        QVERIFY(!doctor.row("check", QStringLiteral("database")).contains(QLatin1String("known")));
    }

    void inletctl_showsSavedViews()
    {
        store::SavedView view;
        view.name = QStringLiteral("About money");
        view.query = {.scope = store::Scope::All, .search = QStringLiteral("forty")};
        std::optional<bool> saved;
        m_context->engine().views().saveView(view, this, [&saved](const Result<SavedViewId> &id) { saved = bool(id); });
        QTRY_VERIFY(saved && *saved);
        const Inletctl subject(m_profile.path(), m_servers.caFile());
        const Inletctl::Run list = subject.run({QStringLiteral("view"), QStringLiteral("list")});
        const Inletctl::Run rows = subject.run({QStringLiteral("view"), QStringLiteral("show"), QStringLiteral("about money")});
        QVERIFY2(rows.exit == 0, rows.err.constData());
        QVERIFY(!rows.rows.isEmpty());
        QCOMPARE(list.row("view", view.name)[QStringLiteral("conversations")].toInteger(), rows.rows.size());
        const Inletctl::Run missing = subject.run({QStringLiteral("view"), QStringLiteral("show"), QStringLiteral("nothing")});
        QCOMPARE(missing.exit, 1);
        QVERIFY(missing.err.contains("view list"));
    }

    void cleanupTestCase()
    {
        m_shell.reset();
        m_context.reset();
    }
};

INLET_TEST(tst_RealWindow)
#include "tst_RealWindow.moc"
