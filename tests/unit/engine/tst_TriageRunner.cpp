// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/TriageRunner.h"
#include "support/MailBuilder.h"
#include "support/TestMain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace inlet;
using namespace inlet::engine;
using inlet::test::MailBuilder;

namespace
{

constexpr int kMany = int(TriageRunner::kPart) * 2 + 100;

/// A store with more prospects who answered than go into one part.
struct Full {
    Full()
    {
        store = *store::openStore(dir.path());
        [[maybe_unused]] const auto done = store->writeAndWait("fill", [this](store::WriteTransaction &t) -> Result<void> {
            accounts::Account mailbox;
            mailbox.email = QStringLiteral("anna@us.test");
            const AccountId account = *t.addAccount(mailbox);
            imap::RemoteFolder inbox;
            inbox.wireName = "INBOX";
            inbox.name = QStringLiteral("INBOX");
            inbox.role = imap::FolderRole::Inbox;
            imap::RemoteFolder sent;
            sent.wireName = "Sent";
            sent.name = QStringLiteral("Sent");
            sent.role = imap::FolderRole::Sent;
            const QList<store::StoredFolder> folders = *t.setFolders(account, {inbox, sent});
            QList<store::IncomingMessage> mails;
            for (int i = 1; i <= kMany; ++i) {
                const QByteArray who = "p" + QByteArray::number(i) + "@acme.test";
                const QByteArray out = "o" + QByteArray::number(i) + "@us.test";
                mails.append(MailBuilder(out.constData()).from("anna@us.test").to(who.constData()).own().seen().minute(1).in(folders.at(1).id, quint32(i)));
                mails.append(MailBuilder(QStringLiteral("in%1@acme.test").arg(i)).from(who.constData()).to("anna@us.test")
                                 .inReplyTo(out.constData()).minute(100).in(folders.at(0).id, quint32(i)));
            }
            const auto ingested = t.ingest(mails);
            return ingested ? Result<void>() : Result<void>(ingested.error());
        });
        Q_ASSERT(done);
        for (const store::ListKey &key : keys(store::Scope::NeedsAnswer))
            all.append(key.id);
    }
    [[nodiscard]] QList<store::ListKey> keys(store::Scope scope)
    {
        QList<store::ListKey> out;
        store->readHere([&](store::ReadSession &session) { out = session.keys({.scope = scope}).value_or(QList<store::ListKey>()); });
        return out;
    }
    [[nodiscard]] store::TriageAction archive() const
    {
        store::TriageAction action;
        action.verb = store::TriageVerb::Archive;
        action.conversations = all;
        return action;
    }

    QTemporaryDir dir;
    GuiRelay relay;
    std::unique_ptr<store::Store> store;
    QList<ConversationId> all;
};

} // namespace

class tst_TriageRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void many_goInParts_asOneStep_bothWays()
    {
        Full f;
        QCOMPARE(f.all.size(), kMany);
        TriageRunner subject(*f.store, f.relay);
        QSignalSpy done(&subject, &TriageRunner::done);
        QSignalSpy progress(&subject, &TriageRunner::progressed);
        subject.apply(f.archive(), 7);
        QTRY_COMPARE(done.size(), 1);
        const auto result = done.first().first().value<ActionResult>();
        QCOMPARE(result.tag, 7U);
        QCOMPARE(result.asked, kMany);
        QCOMPARE(result.step.conversations, kMany);
        QCOMPARE(progress.size(), 3);
        QVERIFY(progress.first().first().value<BulkProgress>().running);
        QVERIFY(!progress.last().first().value<BulkProgress>().running);
        QCOMPARE(f.keys(store::Scope::NeedsAnswer).size(), 0);
        subject.undo({});
        QTRY_COMPARE(done.size(), 2);
        QCOMPARE(done.last().first().value<ActionResult>().step.conversations, kMany);
        QCOMPARE(f.keys(store::Scope::NeedsAnswer).size(), kMany);
    }

    void stopped_saysHowFarItCame_andUndoTakesBackThat()
    {
        Full f;
        TriageRunner subject(*f.store, f.relay);
        QSignalSpy done(&subject, &TriageRunner::done);
        connect(&subject, &TriageRunner::progressed, this, [&subject](const BulkProgress &progress) {
            if (progress.running)
                subject.stop();
        });
        subject.apply(f.archive(), 1);
        QTRY_COMPARE(done.size(), 1);
        const auto result = done.first().first().value<ActionResult>();
        QVERIFY(result.problem.isEmpty());
        QCOMPARE(result.asked, kMany);
        QCOMPARE(result.step.conversations, 2 * int(TriageRunner::kPart)); // the part that was under way is ended
        QCOMPARE(f.keys(store::Scope::NeedsAnswer).size(), kMany - result.step.conversations);
        subject.disconnect(this);
        subject.undo(result.step.id);
        QTRY_COMPARE(done.size(), 2);
        QCOMPARE(f.keys(store::Scope::NeedsAnswer).size(), kMany);
    }

    void undo_ofAStepFromBefore_onlyTellsOfIt()
    {
        Full f;
        TriageRunner subject(*f.store, f.relay);
        QSignalSpy done(&subject, &TriageRunner::done);
        store::TriageAction action = f.archive();
        action.conversations = action.conversations.mid(0, 1);
        subject.apply(action, 1);
        QTRY_COMPARE(done.size(), 1);
        const UndoId step = done.first().first().value<ActionResult>().step.id;
        subject.undo({}, QDateTime::currentDateTimeUtc().addSecs(3600));
        QTRY_COMPARE(done.size(), 2);
        const auto told = done.last().first().value<ActionResult>();
        QVERIFY(told.undone && told.older && told.problem.isEmpty());
        QCOMPARE(told.step.id, step);
        QCOMPARE(told.step.verb, store::TriageVerb::Archive);
        QCOMPARE(f.keys(store::Scope::NeedsAnswer).size(), kMany - 1);
        // By its number it is taken back, however old; and one of this start without a question.
        subject.undo(step, QDateTime::currentDateTimeUtc().addSecs(3600));
        QTRY_COMPARE(done.size(), 3);
        QVERIFY(!done.last().first().value<ActionResult>().older);
        QCOMPARE(f.keys(store::Scope::NeedsAnswer).size(), kMany);
        subject.apply(action, 2);
        subject.undo({}, QDateTime::currentDateTimeUtc().addSecs(-3600));
        QTRY_COMPARE(done.size(), 5);
        QCOMPARE(f.keys(store::Scope::NeedsAnswer).size(), kMany);
    }

    void takenBackMeanwhile_isNoProblem()
    {
        Full f;
        TriageRunner subject(*f.store, f.relay);
        QList<ActionResult> results;
        connect(&subject, &TriageRunner::done, this, [&](const ActionResult &result) { results.append(result); });
        subject.apply(f.archive(), 1);
        subject.undo({}); // comes before the second part
        QTRY_COMPARE(results.size(), 2);
        for (const ActionResult &result : std::as_const(results))
            QVERIFY(result.problem.isEmpty());
        QCOMPARE(f.keys(store::Scope::NeedsAnswer).size(), kMany);
    }
};

INLET_TEST(tst_TriageRunner)
#include "tst_TriageRunner.moc"
