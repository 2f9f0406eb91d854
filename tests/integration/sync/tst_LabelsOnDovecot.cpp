// SPDX-License-Identifier: GPL-3.0-or-later
// Labels as keywords on a private Dovecot, with another client beside us.
#include "mime/Mime.h"
#include "support/Profile.h"
#include "support/ServerHand.h"
#include "support/TestMain.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace inlet;
using namespace inlet::test;
using sync::SyncState;

namespace
{

constexpr int kPatience = Profile::kPatience;

} // namespace

class tst_LabelsOnDovecot : public QObject
{
    Q_OBJECT

private:
    MailServers m_servers;

    struct Mail {
        QByteArray uid;
        ConversationId conversation;
    };

    /// The newest one in the inbox.
    static Mail newest(Profile &profile)
    {
        const auto rows = profile.messages(profile.mailboxes.first().id, imap::FolderRole::Inbox);
        const auto found = std::max_element(rows.cbegin(), rows.cend(),
            [](const auto &one, const auto &other) { return one.location.uid < other.location.uid; });
        return found == rows.cend() ? Mail() : Mail{QByteArray::number(found->location.uid.number()), found->conversation};
    }
    static QStringList labels(Profile &profile, ConversationId id)
    {
        QStringList found;
        profile.store->readHere([&](store::ReadSession &session) {
            const auto rows = session.rows({id}, {.scope = store::Scope::All});
            found = rows && !rows->isEmpty() ? rows->first().labels : QStringList();
        });
        return found;
    }
    static store::TriageAction label(ConversationId id, const QStringList &add, const QStringList &remove = {})
    {
        store::TriageAction action;
        action.verb = store::TriageVerb::Label;
        action.conversations = {id};
        action.addLabels = add;
        action.removeLabels = remove;
        return action;
    }
    /// What the server says of that mail, as FETCH spells it.
    static QByteArray flagsThere(ServerHand &hand, const QByteArray &uid)
    {
        QByteArrayList lines;
        return hand.runIn("INBOX", "UID FETCH " + uid + " (FLAGS)", &lines) ? lines.join(' ') : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        mime::initialize();
        MailServers::Options options;
        options.users = 2;
        options.messages = 60;
        options.imapOnly = true;
        QVERIFY2(m_servers.start(options), qPrintable(m_servers.error()));
    }

    void ours_areKeywordsThere_andUndoTakesThemOff()
    {
        const QTemporaryDir dir;
        Profile profile(dir.path(), m_servers.caFile());
        const QString email = MailServers::user(1);
        profile.add(m_servers.account(email));
        profile.start();
        QVERIFY(profile.waitFor(SyncState::Live));
        const Mail mail = newest(profile);
        QVERIFY(mail.conversation.isValid());
        ServerHand hand(m_servers, email);
        QVERIFY(profile.apply(label(mail.conversation, {QStringLiteral("Später (50%)"), QStringLiteral("Work")})));
        QTRY_VERIFY_WITH_TIMEOUT(profile.operations() == 0, kPatience);
        QByteArray there = flagsThere(hand, mail.uid);
        QVERIFY2(there.contains("Sp&AOQ-ter_&ACg-50&ACUAKQ-") && there.contains("$label2"), there.constData());
        QVERIFY(profile.undo());
        profile.engine->operationsQueued(profile.mailboxes.first().id);
        QTRY_VERIFY_WITH_TIMEOUT(profile.operations() == 0, kPatience);
        there = flagsThere(hand, mail.uid);
        QVERIFY2(!there.contains("ter_") && !there.contains("$label2"), there.constData());
    }

    void anotherClientsTag_appears_isFound_andGoesAgain()
    {
        const QTemporaryDir dir;
        Profile profile(dir.path(), m_servers.caFile());
        const QString email = MailServers::user(2);
        profile.add(m_servers.account(email));
        profile.start();
        QVERIFY(profile.waitFor(SyncState::Live));
        const Mail mail = newest(profile);
        ServerHand hand(m_servers, email);
        QVERIFY(hand.runIn("INBOX", "UID STORE " + mail.uid + " +FLAGS ($label4 renewal NonJunk $Forwarded)"));
        QTRY_COMPARE_WITH_TIMEOUT(labels(profile, mail.conversation), (QStringList{QStringLiteral("renewal"), QStringLiteral("To Do")}), kPatience);
        qsizetype found = 0;
        profile.store->readHere([&](store::ReadSession &session) {
            const auto rows = session.page({.scope = store::Scope::All, .search = QStringLiteral("label:\"to do\""), .everywhere = true}, std::nullopt, 10);
            found = rows ? rows->size() : -1;
        });
        QCOMPARE(found, 1);
        QVERIFY(profile.apply(label(mail.conversation, {}, {QStringLiteral("Renewal")})));
        QTRY_VERIFY_WITH_TIMEOUT(profile.operations() == 0, kPatience);
        QVERIFY(!flagsThere(hand, mail.uid).contains("renewal"));
        QVERIFY(hand.runIn("INBOX", "UID STORE " + mail.uid + " -FLAGS ($label4)"));
        QTRY_COMPARE_WITH_TIMEOUT(labels(profile, mail.conversation), QStringList(), kPatience);
    }

    /// A new database has them from the server.
    void anotherProfile_hasThem()
    {
        const QString email = MailServers::user(1);
        {
            const QTemporaryDir dir;
            Profile profile(dir.path(), m_servers.caFile());
            profile.add(m_servers.account(email));
            profile.start();
            QVERIFY(profile.waitFor(SyncState::Live));
            QVERIFY(profile.apply(label(newest(profile).conversation, {QStringLiteral("Key account")})));
            QTRY_VERIFY_WITH_TIMEOUT(profile.operations() == 0, kPatience);
        }
        const QTemporaryDir dir;
        Profile profile(dir.path(), m_servers.caFile());
        profile.add(m_servers.account(email));
        profile.start();
        QVERIFY(profile.waitFor(SyncState::Live));
        QCOMPARE(labels(profile, newest(profile).conversation), QStringList{QStringLiteral("Key account")});
    }
};

INLET_TEST(tst_LabelsOnDovecot)
#include "tst_LabelsOnDovecot.moc"
