// SPDX-License-Identifier: GPL-3.0-or-later
// A rep clears fifty mixed replies with the keyboard alone while twenty more arrive. Real window,
// engine and store; only the mail servers are missing. What was decided is read back from the
// decision log and compared with the row that had the focus at each key.
#include "AppContext.h"
#include "desktop/Shell.h"
#include "mime/Mime.h"
#include "resources/Resources.h"
#include "support/MailBuilder.h"
#include "support/TestMain.h"
#include "ui/MainWindow.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/FlatListView.h"
#include "ui/panes/ListPane.h"

#include <QApplication>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <atomic>
#include <memory>

using namespace inlet;
using inlet::test::MailBuilder;

namespace
{

constexpr int kReplies = 50;
constexpr int kArriving = 20;
constexpr int kMostKeys = 300;

struct Decided {
    QString address;
    QString verb;
};

QStringList wordsOf(const QList<Decided> &all)
{
    QStringList words;
    for (const Decided &one : all)
        words += one.verb + QLatin1Char(' ') + one.address;
    return words;
}

} // namespace

class tst_FiftyReplies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initResources();
        mime::initialize();
    }
    void init();
    void cleanup()
    {
        m_shell.reset();
        m_context.reset();
        m_profile.reset();
    }
    void cleared_everyDecisionOnTheFocusedRow();

private:
    [[nodiscard]] ui::MainWindow &window() const { return m_shell->window(); }
    [[nodiscard]] QModelIndex focused() const
    {
        return window().list()->view()->currentIndex();
    }
    [[nodiscard]] qint64 focusedId() const { return focused().data(int(ui::ListRole::Id)).toLongLong(); }
    [[nodiscard]] QString focusedAddress() const;
    [[nodiscard]] static QString addressOf(int number) { return QStringLiteral("mara%1@company%1.test").arg(number); }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QWidget *focus = window().focusWidget();
        QTest::keyClick(focus ? focus : &window(), Qt::Key(key), modifiers);
    }
    [[nodiscard]] store::IncomingMessage ours(int number) const;
    [[nodiscard]] store::IncomingMessage reply(int number, const QDateTime &at) const;
    void writeAndSpin(const store::Store::Write &work);
    void addMailbox();
    void arrive();
    void decide(QStringView verb, int keyCode, Qt::KeyboardModifiers modifiers = {});
    void snooze();
    [[nodiscard]] QList<Decided> log() const;
    /// Conversations that the list knows: its rows, and what waits above them.
    [[nodiscard]] qsizetype known() const { return window().listModel()->rowCount() + window().listModel()->heldCount() - window().listModel()->heldInList(); }

    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<app::AppContext> m_context;
    std::unique_ptr<desktop::Shell> m_shell;
    FolderId m_inbox;
    FolderId m_sent;
    QList<Decided> m_expected;
    int m_arrived = 0;
    QSet<QString> m_gone; ///< decided so that they leave the list
};

void tst_FiftyReplies::init()
{
    m_expected.clear();
    m_arrived = 0;
    m_gone.clear();
    m_profile = std::make_unique<QTemporaryDir>();
    desktop::Options options;
    options.profile.dataDir = m_profile->path();
    options.profile.vault = QStringLiteral("session");
    auto context = app::AppContext::open(options.profile);
    QVERIFY(bool(context));
    m_context = std::move(*context);
    m_shell = std::make_unique<desktop::Shell>(*m_context, options);
    addMailbox();
    writeAndSpin([this](store::WriteTransaction &t) {
        QList<store::IncomingMessage> mail;
        for (int number = 1; number <= kReplies; ++number)
            mail << ours(number) << reply(number, QDateTime::currentDateTimeUtc().addSecs(-60LL * number));
        return t.ingest(mail);
    });
    m_shell->show();
    QApplication::setActiveWindow(&window());
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    window().showList({.scope = store::Scope::All, .account = {}, .category = {}, .search = {}});
    QTRY_COMPARE(window().listModel()->rowCount(), kReplies);
    QTRY_VERIFY(focused().isValid());
}

void tst_FiftyReplies::addMailbox()
{
    accounts::Account account;
    account.email = QStringLiteral("anna@us.test");
    account.enabled = false; // no server: nothing but this test brings mail
    account.imap.host = account.smtp.host = QStringLiteral("mail.us.test");
    account.imap.port = 993;
    account.smtp.port = 465;
    std::optional<Result<AccountId>> added;
    m_context->engine().addAccount(account, Secret::fromString(QStringLiteral("pw")), this,
        [&](const Result<AccountId> &answer) { added = answer; });
    QTRY_VERIFY(added.has_value() && bool(*added));
    writeAndSpin([this, id = **added](store::WriteTransaction &t) -> Result<void> {
        QList<imap::RemoteFolder> remote(4);
        const std::array names{"INBOX", "Sent", "Trash", "Junk"};
        const std::array roles{imap::FolderRole::Inbox, imap::FolderRole::Sent, imap::FolderRole::Trash, imap::FolderRole::Junk};
        for (std::size_t at = 0; at < names.size(); ++at) {
            imap::RemoteFolder &folder = remote[qsizetype(at)];
            folder.wireName = names.at(at);
            folder.name = QString::fromLatin1(names.at(at));
            folder.role = roles.at(at);
        }
        const Result<QList<store::StoredFolder>> folders = t.setFolders(id, remote);
        if (!folders)
            return folders.error();
        m_inbox = folders->at(0).id;
        m_sent = folders->at(1).id;
        for (store::StoredFolder folder : *folders) {
            folder.uidValidity = UidValidity(1);
            if (const Result<void> set = t.setFolderState(folder); !set)
                return set;
        }
        return {};
    });
}

store::IncomingMessage tst_FiftyReplies::ours(int number) const
{
    return MailBuilder(QStringLiteral("ours%1@us.test").arg(number)).from("anna@us.test").to(addressOf(number).toUtf8().constData())
        .subject(QStringLiteral("Quick question")).text(QStringLiteral("Hello")).own().seen().minute(number).in(m_sent, quint32(number)).build();
}

store::IncomingMessage tst_FiftyReplies::reply(int number, const QDateTime &at) const
{
    const QByteArray ours = QStringLiteral("ours%1@us.test").arg(number).toUtf8();
    MailBuilder mail(QStringLiteral("theirs%1@company.test").arg(number));
    mail.from(QStringLiteral("Mara %1 <%2>").arg(number).arg(addressOf(number)).toUtf8().constData())
        .to("anna@us.test").subject(QStringLiteral("Re: Quick question")).text(QStringLiteral("Answer %1").arg(number))
        .inReplyTo(ours.constData()).at(at).in(m_inbox, quint32(number));
    if (number % 7 == 0)
        mail.outOfOffice();
    return mail.build();
}

void tst_FiftyReplies::writeAndSpin(const store::Store::Write &work)
{
    const auto state = std::make_shared<std::atomic<int>>(0);
    m_context->store().write("test", work, [state](const Result<void> &done) { *state = done ? 1 : 2; });
    QTRY_COMPARE(state->load(), 1);
}

/// The next of the twenty, newer than everything: it wants to stand first. Nobody waits for it.
void tst_FiftyReplies::arrive()
{
    if (m_arrived == kArriving)
        return;
    const int number = kReplies + ++m_arrived;
    const QList<store::IncomingMessage> mail{ours(number), reply(number, QDateTime::currentDateTimeUtc().addSecs(number))};
    m_context->store().write("test", [mail](store::WriteTransaction &t) { return t.ingest(mail); });
}

QString tst_FiftyReplies::focusedAddress() const
{
    return focused().data(int(ui::ListRole::Row)).value<store::ConversationRow>().prospectAddress;
}

void tst_FiftyReplies::decide(QStringView verb, int keyCode, Qt::KeyboardModifiers modifiers)
{
    m_expected.append({focusedAddress(), verb.toString()});
    key(keyCode, modifiers);
}

/// Mail comes while the question is open: it must not matter.
void tst_FiftyReplies::snooze()
{
    decide(u"snooze", Qt::Key_H);
    QPointer<QLineEdit> edit;
    QTRY_VERIFY((edit = window().findChild<QLineEdit *>(QStringLiteral("whenEdit"))) && edit->isVisible());
    arrive();
    QTest::keyClicks(edit, QStringLiteral("3d"));
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY(!edit || !edit->isVisible());
}

QList<Decided> tst_FiftyReplies::log() const
{
    QList<Decided> found;
    m_context->store().readHere([&](store::ReadSession &session) {
        const auto decisions = session.decisions(QDateTime::currentDateTimeUtc().addDays(-1), 2 * kMostKeys);
        if (!decisions)
            return;
        for (const store::DecisionRecord &one : *decisions)
            found.prepend({one.address, one.verb});
    });
    return found;
}

void tst_FiftyReplies::cleared_everyDecisionOnTheFocusedRow()
{
    QSet<QString> sorted;
    int keys = 0;
    for (; keys < kMostKeys; ++keys) {
        const qint64 looking = focusedId();
        if (keys % 2 == 1)
            arrive();
        if (keys % 5 == 0)
            QTRY_COMPARE(known(), kReplies + m_arrived - m_gone.size()); // the rep looks; what has arrived comes in
        if (looking != 0)
            QCOMPARE(focusedId(), looking); // no mail moves the focus
        if (!focused().isValid()) {
            if (m_arrived == kArriving && m_gone.size() == kReplies + kArriving)
                break;
            // Everything that was there is done: what came meanwhile is next, without a key.
            arrive();
            QTRY_VERIFY(focused().isValid());
        }
        QTRY_VERIFY(!focusedAddress().isEmpty()); // the rep reads whom the row is from
        const QString address = focusedAddress();
        if (keys % 3 == 0 && !sorted.contains(address)) {
            sorted.insert(address);
            decide(u"categorize", Qt::Key_1 + keys % 2);
            continue;
        }
        if (keys % 8 != 2)
            m_gone.insert(address); // what is snoozed stays in All
        switch (keys % 8) {
        case 1: decide(u"junk", Qt::Key_Exclam, Qt::ShiftModifier); break;
        case 2: snooze(); break;
        case 5: decide(u"delete", Qt::Key_Delete); break;
        case 7: decide(u"archive", Qt::Key_BracketRight); break;
        default: decide(u"archive", Qt::Key_E); break;
        }
    }
    QCOMPARE(m_arrived, kArriving);
    QVERIFY(m_expected.size() > kReplies + kArriving);
    QTRY_COMPARE(log().size(), m_expected.size());
    // Two decisions in one millisecond have no order in the log.
    QStringList decided = wordsOf(log());
    QStringList expected = wordsOf(m_expected);
    decided.sort();
    expected.sort();
    QCOMPARE(decided, expected);
    QTRY_COMPARE(window().listModel()->rowCount(), 0);
}

INLET_TEST(tst_FiftyReplies)
#include "tst_FiftyReplies.moc"
