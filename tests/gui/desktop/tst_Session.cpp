// SPDX-License-Identifier: GPL-3.0-or-later
// Two runs on one profile: what the first one left, by closing or by being killed, the second one finds.
#include "AppContext.h"
#include "desktop/Shell.h"
#include "desktop/SingleStart.h"
#include "mime/Mime.h"
#include "resources/Resources.h"
#include "support/MailBuilder.h"
#include "support/TestMain.h"
#include "ui/MainWindow.h"
#include "ui/dialogs/BodyEdit.h"
#include "ui/dialogs/ComposeRequest.h"
#include "ui/dialogs/ComposerWindow.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/FlatListView.h"
#include "ui/panes/ListPane.h"

#include <QApplication>
#include <QDirIterator>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <array>
#include <memory>

using namespace inlet;
using inlet::test::MailBuilder;

class tst_Session : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initResources();
        mime::initialize();
    }
    void init()
    {
        m_profile = std::make_unique<QTemporaryDir>();
        start(m_profile->path());
        fill();
    }
    void cleanup()
    {
        end();
        m_profile.reset();
    }

    void nextRun_findsThePlace_data()
    {
        QTest::addColumn<bool>("killed");
        QTest::newRow("closed") << false;
        QTest::newRow("killed") << true;
    }
    void nextRun_findsThePlace();
    void composers_areOpenAgain_data() { nextRun_findsThePlace_data(); }
    void composers_areOpenAgain();
    void draftOpenTwice_isOneWindow();
    void secondStart_bringsTheWindowUp();

private:
    [[nodiscard]] ui::MainWindow &window() const { return m_shell->window(); }
    [[nodiscard]] QScrollBar *bar() const { return window().list()->view()->verticalScrollBar(); }
    void start(const QString &dir)
    {
        desktop::Options options;
        options.profile.dataDir = dir;
        options.profile.vault = QStringLiteral("session");
        auto context = app::AppContext::open(options.profile);
        QVERIFY2(bool(context), context ? "" : qPrintable(context.error().detail));
        m_context = std::move(*context);
        m_shell = std::make_unique<desktop::Shell>(*m_context, options);
        m_shell->show();
        QApplication::setActiveWindow(&window());
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }
    void end()
    {
        m_shell.reset();
        for (ui::ComposerWindow *composer : composers())
            delete composer;
        m_context.reset();
    }
    /// The run ends, and the next one begins.
    void again(bool killed)
    {
        QTemporaryDir *next = m_profile.get();
        std::unique_ptr<QTemporaryDir> copy;
        if (killed) {
            // The files as they are at this moment, which is what a kill leaves.
            copy = std::make_unique<QTemporaryDir>();
            QDirIterator files(m_profile->path(), QDir::Files);
            while (files.hasNext()) {
                const QString file = files.next();
                if (!file.endsWith(QLatin1String("inlet.lock")))
                    QVERIFY(QFile::copy(file, copy->filePath(QFileInfo(file).fileName())));
            }
            next = copy.get();
        } else {
            QSignalSpy closed(&window(), &ui::MainWindow::closed);
            window().close();
            QCOMPARE(closed.size(), 1);
            QTRY_VERIFY(composers().isEmpty());
        }
        end();
        start(next->path());
        if (copy)
            m_profile = std::move(copy);
    }
    [[nodiscard]] static QList<ui::ComposerWindow *> composers()
    {
        QList<ui::ComposerWindow *> open;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            auto *composer = qobject_cast<ui::ComposerWindow *>(widget);
            if (composer && composer->isVisible())
                open.append(composer);
        }
        return open;
    }
    [[nodiscard]] QStringList keptDrafts() const { return settings(QStringLiteral("place/drafts")).split(QLatin1Char(','), Qt::SkipEmptyParts); }
    /// As the file says it, not what waits to be written.
    [[nodiscard]] QString settings(const QString &key) const
    {
        return QSettings(m_profile->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat).value(key).toString();
    }
    void write(const QString &to, const QString &text)
    {
        window().perform(ui::ActionId::Compose);
        QTRY_VERIFY(QApplication::activeWindow() != &window());
        auto *composer = qobject_cast<ui::ComposerWindow *>(QApplication::activeWindow());
        QVERIFY(composer);
        composer->findChild<QLineEdit *>(QStringLiteral("toEdit"))->setText(to);
        composer->findChild<ui::BodyEdit *>()->insertPlainText(text);
        QTRY_VERIFY(composer->composer()->draftId().isValid());
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }
    void fill();

    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<app::AppContext> m_context;
    std::unique_ptr<desktop::Shell> m_shell;
    AccountId m_account;
};

/// One mailbox without a server, and two hundred conversations in it.
void tst_Session::fill()
{
    constexpr int kConversations = 200;
    accounts::Account account;
    account.email = QStringLiteral("anna@us.test");
    account.enabled = false;
    account.imap.host = account.smtp.host = QStringLiteral("mail.us.test");
    account.imap.port = 993;
    account.smtp.port = 465;
    std::optional<Result<AccountId>> added;
    m_context->engine().addAccount(account, Secret::fromString(QStringLiteral("pw")), this, [&](const Result<AccountId> &answer) { added = answer; });
    QTRY_VERIFY(added.has_value() && bool(*added));
    m_account = **added;
    const auto done = m_context->store().writeAndWait("fill", [this](store::WriteTransaction &t) -> Result<void> {
        imap::RemoteFolder remote;
        remote.wireName = "INBOX";
        remote.name = QStringLiteral("INBOX");
        remote.role = imap::FolderRole::Inbox;
        const auto folders = t.setFolders(m_account, {remote});
        if (!folders)
            return folders.error();
        store::StoredFolder inbox = folders->first();
        inbox.uidValidity = UidValidity(1);
        if (const auto set = t.setFolderState(inbox); !set)
            return set;
        QList<store::IncomingMessage> mail;
        for (int number = 1; number <= kConversations; ++number) {
            const QByteArray from = QStringLiteral("lead%1@company%1.test").arg(number).toUtf8();
            mail << MailBuilder(QStringLiteral("m%1@company.test").arg(number)).from(from.constData()).to("anna@us.test")
                        .subject(QStringLiteral("Offer %1").arg(number)).text(QStringLiteral("Have a look")).minute(kConversations - number)
                        .in(inbox.id, quint32(number)).build();
        }
        return t.ingest(mail);
    });
    QVERIFY2(bool(done), done ? "" : qPrintable(done.error().detail));
}

void tst_Session::nextRun_findsThePlace()
{
    QFETCH(bool, killed);
    window().showList({.scope = store::Scope::Other, .account = m_account, .category = {}, .search = {}});
    auto *search = window().findChild<QLineEdit *>(QStringLiteral("searchEdit"));
    search->setText(QStringLiteral("offer"));
    QTRY_COMPARE(window().listModel()->query().search, QStringLiteral("offer"));
    QTRY_COMPARE(window().listModel()->rowCount(), 200);
    window().resize(1210, 777);
    auto *splitter = window().findChild<QSplitter *>();
    QList<int> sizes = splitter->sizes();
    sizes[1] += 40;
    sizes[2] -= 40;
    splitter->setSizes(sizes);
    Q_EMIT splitter->splitterMoved(0, 1); // as the hand on the handle does
    const QList<int> before = splitter->sizes();
    const ConversationId open = window().listModel()->idAt(120);
    QVERIFY(window().list()->select(open));
    bar()->setValue(bar()->value() + 17);
    const int scrolled = bar()->value();
    QVERIFY(scrolled > 1000);
    if (killed) {
        QTRY_COMPARE(settings(QStringLiteral("place/conversation")), QString::number(open.number()));
        QTRY_COMPARE(settings(QStringLiteral("place/topHidden")).toInt(), scrolled - window().list()->view()->topOf(window().list()->view()->firstVisibleRow()));
        QTRY_COMPARE(QSettings(m_profile->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat).value(QStringLiteral("window/sizes0")).toByteArray(),
            splitter->saveState());
    }
    again(killed);
    QTRY_COMPARE(window().list()->current(), open);
    const store::ListQuery &query = window().listModel()->query();
    QCOMPARE(query.scope, store::Scope::Other);
    QCOMPARE(query.account, m_account);
    QCOMPARE(query.search, QStringLiteral("offer"));
    QCOMPARE(window().findChild<QLineEdit *>(QStringLiteral("searchEdit"))->text(), QStringLiteral("offer"));
    QTRY_COMPARE(bar()->value(), scrolled);
    QCOMPARE(window().size(), QSize(1210, 777));
    QTRY_COMPARE(window().findChild<QSplitter *>()->sizes(), before);
}

void tst_Session::composers_areOpenAgain()
{
    QFETCH(bool, killed);
    write(QStringLiteral("mara@nordlicht.test"), QStringLiteral("first text"));
    write(QStringLiteral("tom@brightline.test"), QStringLiteral("second text"));
    QTRY_COMPARE(keptDrafts().size(), 2);
    // One that was closed by its window is a draft, but it is not opened again.
    write(QStringLiteral("third@x.test"), QStringLiteral("third text"));
    QTRY_COMPARE(keptDrafts().size(), 3);
    for (ui::ComposerWindow *composer : composers()) {
        if (composer->composer()->draft().to.startsWith(QLatin1String("third")))
            composer->close();
    }
    QTRY_COMPARE(keptDrafts().size(), 2);
    again(killed);
    QTRY_COMPARE(composers().size(), 2);
    QStringList texts;
    const auto collect = [&texts] {
        texts.clear();
        for (const ui::ComposerWindow *composer : composers())
            texts.append(composer->composer()->draft().to + QLatin1Char(' ') + composer->composer()->draft().text.trimmed().section(QLatin1Char('\n'), 0, 0));
        texts.sort();
        return texts;
    };
    QTRY_COMPARE(collect(), (QStringList{QStringLiteral("mara@nordlicht.test first text"), QStringLiteral("tom@brightline.test second text")}));
    // Sent or thrown away: the run after that opens nothing.
    for (ui::ComposerWindow *composer : composers())
        composer->close();
    QTRY_VERIFY(keptDrafts().isEmpty());
    again(killed);
    QTRY_VERIFY(window().listModel()->isComplete());
    QVERIFY(composers().isEmpty());
}

void tst_Session::draftOpenTwice_isOneWindow()
{
    write(QStringLiteral("mara@nordlicht.test"), QStringLiteral("first text"));
    const DraftId id = composers().first()->composer()->draftId();
    again(false);
    QTRY_COMPARE(composers().size(), 1);
    QTRY_COMPARE(composers().first()->composer()->draftId(), id);
    window().perform(ui::ActionId::GoDrafts);
    const auto menu = [this] { return window().findChild<QWidget *>(QStringLiteral("draftsMenu")); };
    QTRY_VERIFY(menu() && !menu()->actions().isEmpty());
    QTest::keyClick(menu(), Qt::Key_Down);
    QTest::keyClick(menu(), Qt::Key_Return);
    QTRY_COMPARE(QApplication::activeWindow(), composers().first());
    QCOMPARE(composers().size(), 1);
}

void tst_Session::secondStart_bringsTheWindowUp()
{
    window().hide();
    QVERIFY(!desktop::SingleStart::showRunning(m_profile->path() + QStringLiteral("/other")));
    // From another thread, since the answer comes from this one's event loop.
    bool answered = false;
    const std::unique_ptr<QThread> second(QThread::create([&answered, path = m_profile->path()] { answered = desktop::SingleStart::showRunning(path); }));
    second->start();
    QTRY_VERIFY(second->isFinished());
    QVERIFY(answered);
    QVERIFY(window().isVisible());
}

INLET_TEST(tst_Session)
#include "tst_Session.moc"
