// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppContext.h"
#include "mime/Mime.h"
#include "resources/Resources.h"
#include "support/TestMain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace inlet;

/// The real engine over a database whose tables are damaged under its feet: nobody may wait for ever.
class tst_StoreFailure : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_profile;
    std::unique_ptr<app::AppContext> m_context;

    void damage() const
    {
        sqlite3 *db = nullptr;
        QCOMPARE(sqlite3_open(qUtf8Printable(m_profile.path() + QStringLiteral("/inlet.db")), &db), SQLITE_OK);
        const int done = sqlite3_exec(db, "PRAGMA foreign_keys = OFF; ALTER TABLE conversations RENAME TO gone; "
                                          "ALTER TABLE messages RENAME TO gone2; ALTER TABLE accounts RENAME TO gone3",
            nullptr, nullptr, nullptr);
        sqlite3_close(db);
        QCOMPARE(done, SQLITE_OK);
    }

private Q_SLOTS:
    void initTestCase()
    {
        initResources();
        mime::initialize();
        app::AppOptions options;
        options.dataDir = m_profile.path();
        options.vault = QStringLiteral("session");
        auto context = app::AppContext::open(options);
        QVERIFY(bool(context));
        m_context = std::move(*context);
        QSignalSpy loaded(&m_context->engine(), &engine::Engine::accountsChanged);
        QVERIFY(loaded.wait());
        damage();
    }

    void everyRead_isAnswered()
    {
        engine::Engine &engine = m_context->engine();
        std::optional<bool> membership, counts, list, conversation, body, lead, raw;
        int rows = 0;
        engine.fetchMembership({}, {ConversationId(1)}, this, [&](const Result<QList<store::ListKey>> &answer) { membership = bool(answer); });
        engine.fetchCounts(this, [&](const Result<store::Counts> &answer) { counts = bool(answer); });
        engine.fetchList({}, this, [&](const engine::ListSnapshot &answer) { list = answer.problem.isEmpty(); });
        engine.fetchConversation(ConversationId(1), this, [&](const engine::ConversationDetail &answer) { conversation = answer.problem.isEmpty(); });
        engine.fetchBody(StoredMessageId(1), this, [&](const Result<store::MessageBody> &answer) { body = bool(answer); });
        engine.fetchLead(ConversationId(1), this, [&](const Result<store::LeadInfo> &answer) { lead = bool(answer); });
        engine.fetchRaw(StoredMessageId(1), this, [&](const Result<QByteArray> &answer) { raw = bool(answer); });
        engine.fetchRows({}, {ConversationId(1)}, this, [&](const QList<store::ConversationRow> &) { ++rows; });
        for (const auto *answer : {&membership, &counts, &list, &conversation, &body, &lead, &raw}) {
            QTRY_VERIFY(answer->has_value());
            QVERIFY(!**answer);
        }
        QTRY_COMPARE(rows, 1);
    }

    void mailboxThatCannotBeStored_isRefused()
    {
        engine::Engine &engine = m_context->engine();
        accounts::Account account;
        account.email = QStringLiteral("anna@shell.example");
        std::optional<bool> added;
        engine.addAccount(account, Secret::fromString(QStringLiteral("pw")), this, [&](const Result<AccountId> &answer) { added = bool(answer); });
        QTRY_VERIFY(added.has_value());
        QVERIFY(!*added);
    }
};

INLET_TEST(tst_StoreFailure)
#include "tst_StoreFailure.moc"
