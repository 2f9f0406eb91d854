// SPDX-License-Identifier: GPL-3.0-or-later
#include "RealDesktop.h"
#include "support/TestMain.h"

#include <QFile>
#include <QLabel>
#include <QToolButton>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace inlet;
using namespace inlet::test;

/// The real window while its database breaks on the disk: it heals in front of the rep, with one notice.
class tst_DamagedWindow : public QObject, private RealDesktop
{
    Q_OBJECT

private:
    AccountId m_account;

    [[nodiscard]] int rows() const { return m_shell->window().listModel()->rowCount(); }

    /// Rows of the open list in the store; the window shows them a moment later.
    [[nodiscard]] int stored() const
    {
        int found = -1;
        m_context->store().readHere([&](store::ReadSession &session) {
            const auto keys = session.keys(m_shell->window().listModel()->query());
            found = keys ? int(keys->size()) : found;
        });
        return found;
    }

    /// Garbage over all pages of a table or an index, behind the program's back.
    void destroy(const char *name) const
    {
        constexpr int kPage = 8192;
        const QString path = m_profile.path() + QStringLiteral("/inlet.db");
        QList<qint64> pages;
        {
            SQLite::Database db(path.toStdString(), SQLite::OPEN_READWRITE);
            db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
            SQLite::Statement q(db, "SELECT pageno FROM dbstat WHERE name = ?");
            q.bind(1, name);
            while (q.executeStep())
                pages.append(q.getColumn(0).getInt64());
        }
        QVERIFY(!pages.isEmpty());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (const qint64 page : std::as_const(pages)) {
            QVERIFY(file.seek((page - 1) * kPage));
            QCOMPARE(file.write(QByteArray(kPage, '\xa5')), kPage);
        }
    }

    [[nodiscard]] QStringList noticeTexts() const
    {
        QStringList texts;
        const auto bars = m_shell->window().findChildren<QWidget *>(QStringLiteral("noticeBar"));
        for (const QWidget *bar : bars) {
            if (bar->isVisible())
                texts.append(bar->accessibleName());
        }
        return texts;
    }

    [[nodiscard]] std::optional<store::SalvageReport> report() const
    {
        std::optional<store::SalvageReport> found;
        m_context->store().readHere([&](store::ReadSession &session) { found = session.salvageReport().value_or(std::nullopt); });
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        openDesktop({.users = 1, .messages = 300, .seed = 9});
        if (!QTest::currentTestFailed())
            connectMailbox(m_servers.account(MailServers::user(1)), m_account);
    }

    void brokenUnderTheWindow_isReplaced_andFilledAgain()
    {
        QTRY_VERIFY(rows() > 5 && rows() == stored());
        const int before = rows();
        const ConversationId first = m_shell->window().listModel()->idAt(0);
        QVERIFY(first.isValid());
        destroy("messages_conversation");
        store::TriageAction interested{.verb = store::TriageVerb::SetCategory, .conversations = {first}, .category = store::Category::Interested};
        m_context->engine().apply(interested, 0);
        QTRY_VERIFY_WITH_TIMEOUT(report(), 20000);
        QTRY_COMPARE(noticeTexts().filter(QStringLiteral("was damaged and has been replaced")).size(), 1);
        const QString text = noticeTexts().filter(QStringLiteral("was damaged")).first();
        QVERIFY(text.contains(QStringLiteral("1 mailbox,")));
        QVERIFY(text.contains(QStringLiteral("fetched again")));
        QVERIFY(text.contains(report()->oldFile));
        QTRY_COMPARE_WITH_TIMEOUT(rows(), before, 30000);
        QTRY_COMPARE_WITH_TIMEOUT(m_context->engine().status(m_account).state, engine::MailboxState::Live, 30000);
        store::Category category = store::Category::Unsorted;
        m_context->store().readHere([&](store::ReadSession &session) {
            const auto row = session.rows({first}, {.scope = store::Scope::All});
            category = row && !row->isEmpty() ? row->first().category : category;
        });
        QCOMPARE(category, store::Category::Interested);
    }

    void notice_closedByTheRep_isForgotten()
    {
        QToolButton *close = nullptr;
        const auto bars = m_shell->window().findChildren<QWidget *>(QStringLiteral("noticeBar"));
        for (const QWidget *bar : bars) {
            if (bar->isVisible() && bar->accessibleName().contains(QStringLiteral("was damaged")))
                close = bar->findChild<QToolButton *>();
        }
        QVERIFY(close);
        QTest::mouseClick(close, Qt::LeftButton);
        QTRY_VERIFY(noticeTexts().filter(QStringLiteral("was damaged")).isEmpty());
        QTRY_VERIFY(!report());
    }
};

INLET_TEST(tst_DamagedWindow)
#include "tst_DamagedWindow.moc"
