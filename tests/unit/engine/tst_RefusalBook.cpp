// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Clock.h"
#include "engine/RefusalBook.h"
#include "support/FakeClock.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::test;
using engine::Notice;
using engine::Refusal;
using store::Operation;

class tst_RefusalBook : public QObject
{
    Q_OBJECT

private:
    FakeClock m_clock;

    static Refusal refusal(Operation::Type type, const QByteArrayList &flags, imap::FolderRole target, qint64 conversation = 1)
    {
        Refusal refused;
        refused.operation.account = AccountId(7);
        refused.operation.type = type;
        refused.operation.flags = flags;
        refused.operation.target = target;
        refused.email = QStringLiteral("anna@acme.test");
        refused.conversation = ConversationId(conversation);
        refused.who = QStringLiteral("Mara Petersen");
        refused.error = Error{ErrorKind::ServerRefused, QStringLiteral("refused"), "NO [OVERQUOTA] Archive is full", {}};
        return refused;
    }

private Q_SLOTS:
    void words_sayWhatAndWhere_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QByteArrayList>("flags");
        QTest::addColumn<int>("target");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, Operation::Type type, const QByteArrayList &flags, imap::FolderRole target, const char *words) {
            QTest::newRow(name) << int(type) << flags << int(target) << QString::fromUtf8(words);
        };
        using enum imap::FolderRole;
        row("archive", Operation::Type::Move, {}, Archive, "could not be moved to the archive");
        row("delete", Operation::Type::Move, {}, Trash, "could not be deleted");
        row("junk", Operation::Type::Move, {}, Junk, "could not be moved to Junk");
        row("undo", Operation::Type::Move, {}, Inbox, "could not be moved back to the inbox");
        row("read", Operation::Type::SetFlags, {"\\seen"}, None, "could not be marked as read");
        row("unread", Operation::Type::ClearFlags, {"\\Seen"}, None, "could not be marked as unread");
        row("star", Operation::Type::SetFlags, {"\\Flagged"}, None, "could not be starred");
        row("keyword", Operation::Type::SetFlags, {"$Forwarded"}, None, "could not be changed");
        row("label", Operation::Type::SetFlags, {"$Label1"}, None, "could not be given the label “Important”");
        row("label off", Operation::Type::ClearFlags, {"Key_account"}, None, "could not be freed of the label “Key account”");
    }
    void words_sayWhatAndWhere()
    {
        QFETCH(int, type);
        QFETCH(QByteArrayList, flags);
        QFETCH(int, target);
        QFETCH(QString, words);
        engine::RefusalBook subject(m_clock);
        const Notice notice = subject.add(refusal(Operation::Type(type), flags, imap::FolderRole(target)), {});
        QVERIFY2(notice.text.startsWith(QStringLiteral("Mara Petersen ") + words), qPrintable(notice.text));
        QVERIFY(notice.text.contains(QStringLiteral("anna@acme.test")));
        QVERIFY(notice.text.contains(QStringLiteral("taken back")));
        QVERIFY(notice.text.contains(QStringLiteral("Archive is full")));
        QCOMPARE(notice.severity, Notice::Severity::Warning);
        QCOMPARE(notice.account, AccountId(7));
    }

    void many_areOneNotice_untilAMomentHasPassed()
    {
        engine::RefusalBook subject(m_clock);
        const auto archive = [](qint64 conversation) { return refusal(Operation::Type::Move, {}, imap::FolderRole::Archive, conversation); };
        const QString id = subject.add(archive(1), {}).id;
        const Notice second = subject.add(archive(2), {});
        QCOMPARE(second.id, id);
        QVERIFY(second.text.startsWith(QStringLiteral("2 conversations ")));
        // Two messages of one conversation are still one conversation.
        QVERIFY(subject.add(archive(2), {}).text.startsWith(QStringLiteral("2 conversations ")));
        QVERIFY(subject.add(refusal(Operation::Type::Move, {}, imap::FolderRole::Trash), {}).id != id);
        m_clock.advance(std::chrono::minutes(5));
        QVERIFY(subject.add(archive(3), {}).text.startsWith(QStringLiteral("Mara Petersen ")));
    }

    void serverThatSaysNothing_isExplained()
    {
        engine::RefusalBook subject(m_clock);
        Refusal refused = refusal(Operation::Type::Move, {}, imap::FolderRole::Archive);
        refused.error = Error{ErrorKind::NotFound, QStringLiteral("no folder"), {}, {}};
        refused.who.clear();
        accounts::Explanation explanation;
        explanation.message = QStringLiteral("This mailbox has no archive folder.");
        const Notice notice = subject.add(refused, explanation);
        QVERIFY(notice.text.startsWith(QStringLiteral("A conversation could not be")));
        QVERIFY(notice.text.endsWith(explanation.message));
    }
};

INLET_TEST(tst_RefusalBook)
#include "tst_RefusalBook.moc"
