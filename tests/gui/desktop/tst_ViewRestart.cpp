// SPDX-License-Identifier: GPL-3.0-or-later
// A search becomes a view, and the program is ended and started again. Real window, engine and store; only the
// mail servers are missing.
#include "AppContext.h"
#include "desktop/Shell.h"
#include "mime/Mime.h"
#include "resources/Resources.h"
#include "support/MailBuilder.h"
#include "support/TestMain.h"
#include "ui/MainWindow.h"
#include "ui/dialogs/KeepViewDialog.h"
#include "ui/models/ConversationListModel.h"
#include "ui/models/RailModel.h"
#include "ui/panes/FlatListView.h"

#include <QApplication>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>

using namespace inlet;
using inlet::test::MailBuilder;

namespace
{

constexpr int kReplies = 12;

} // namespace

class tst_ViewRestart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initResources();
        mime::initialize();
    }
    void view_isOpenAfterARestart_andCountsOn();

private:
    [[nodiscard]] ui::MainWindow &window() const { return m_shell->window(); }
    [[nodiscard]] ui::RailModel *rail() const { return window().findChild<ui::RailModel *>(); }
    /// Of the view's row; the first number may come a moment after the row.
    [[nodiscard]] qint64 count() const
    {
        const store::SavedView *view = rail()->viewNumber(1);
        return view ? rail()->index(rail()->rowOf(view->id)).data(int(ui::RailRole::Count)).toLongLong() : -1;
    }
    void start();
    void end()
    {
        window().close();
        m_shell.reset();
        m_context.reset();
    }
    void write(const store::Store::Write &work);
    void addMailbox();
    void arrive(int number);
    void key(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(window().focusWidget() ? window().focusWidget() : &window(), Qt::Key(key), modifiers);
    }

    QTemporaryDir m_profile;
    std::unique_ptr<app::AppContext> m_context;
    std::unique_ptr<desktop::Shell> m_shell;
    FolderId m_inbox;
    FolderId m_sent;
};

void tst_ViewRestart::start()
{
    desktop::Options options;
    options.profile.dataDir = m_profile.path();
    options.profile.vault = QStringLiteral("session");
    auto context = app::AppContext::open(options.profile);
    QVERIFY(bool(context));
    m_context = std::move(*context);
    m_shell = std::make_unique<desktop::Shell>(*m_context, options);
    m_shell->show();
    QApplication::setActiveWindow(&window());
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void tst_ViewRestart::write(const store::Store::Write &work)
{
    std::atomic<int> done = 0;
    m_context->store().write("test", work, [&done](const Result<void> &result) { done = result ? 1 : 2; });
    QTRY_COMPARE(done.load(), 1);
}

void tst_ViewRestart::addMailbox()
{
    accounts::Account account;
    account.email = QStringLiteral("anna@us.test");
    account.enabled = false; // no server: nothing but this test brings mail
    account.imap.host = account.smtp.host = QStringLiteral("mail.us.test");
    account.imap.port = 993;
    account.smtp.port = 465;
    std::optional<Result<AccountId>> added;
    m_context->engine().addAccount(account, Secret::fromString(QStringLiteral("pw")), this, [&added](const Result<AccountId> &id) { added = id; });
    QTRY_VERIFY(added.has_value());
    QVERIFY(bool(*added));
    imap::RemoteFolder inbox;
    inbox.wireName = "INBOX";
    inbox.role = imap::FolderRole::Inbox;
    imap::RemoteFolder sent;
    sent.wireName = "Sent";
    sent.role = imap::FolderRole::Sent;
    write([&](store::WriteTransaction &t) -> Result<void> {
        const auto folders = t.setFolders(**added, {inbox, sent});
        if (!folders)
            return folders.error();
        for (const store::StoredFolder &folder : *folders)
            (folder.role == imap::FolderRole::Inbox ? m_inbox : m_sent) = folder.id;
        return {};
    });
}

/// Every third answer asks for the price.
void tst_ViewRestart::arrive(int number)
{
    const QByteArray who = "mara" + QByteArray::number(number) + "@company.test";
    const QByteArray out = "o" + QByteArray::number(number) + "@us.test";
    write([&](store::WriteTransaction &t) {
        return t.ingest({MailBuilder(out.constData()).from("anna@us.test").to(who.constData()).own().seen().minute(number).in(m_sent, quint32(number)),
            MailBuilder(QStringLiteral("i%1@company.test").arg(number)).from(who.constData()).to("anna@us.test").inReplyTo(out.constData())
                .minute(100 + number).text(number % 3 == 0 ? QStringLiteral("What is your price?") : QStringLiteral("Thank you"))
                .in(m_inbox, quint32(number))});
    });
}

void tst_ViewRestart::view_isOpenAfterARestart_andCountsOn()
{
    start();
    addMailbox();
    for (int number = 1; number <= kReplies; ++number)
        arrive(number);
    QTRY_COMPARE(window().listModel()->rowCount(), kReplies);
    key(Qt::Key_Slash);
    QTest::keyClicks(window().focusWidget(), QStringLiteral("price"));
    QTRY_COMPARE(window().listModel()->rowCount(), kReplies / 3);
    key(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    const auto dialog = [this] { return window().findChild<ui::KeepViewDialog *>(); };
    QTRY_VERIFY(dialog());
    QTest::keyClick(dialog()->findChild<QLineEdit *>(QStringLiteral("viewNameEdit")), Qt::Key_Return);
    QTRY_COMPARE(count(), kReplies / 3);

    end();
    start();
    QCOMPARE(window().listModel()->query().search, QStringLiteral("price"));
    QTRY_COMPARE(window().listModel()->rowCount(), kReplies / 3);
    QTRY_COMPARE(count(), kReplies / 3);
    auto *view = window().findChild<ui::FlatListView *>(QStringLiteral("railView"));
    QCOMPARE(rail()->viewAt(view->currentIndex().row()), rail()->viewNumber(1)->id);

    // What comes and what is done is counted too, and stays that of the rows.
    arrive(15);
    QTRY_COMPARE(count(), kReplies / 3 + 1);
    QTRY_COMPARE(window().listModel()->rowCount() + window().listModel()->heldCount(), kReplies / 3 + 1);
    key(Qt::Key_E);
    QTRY_COMPARE(count(), kReplies / 3);
    key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(count(), kReplies / 3 + 1);
    end();
}

INLET_TEST(tst_ViewRestart)
#include "tst_ViewRestart.moc"
