// SPDX-License-Identifier: GPL-3.0-or-later
#include "AppContext.h"
#include "mime/Mime.h"
#include "resources/Resources.h"
#include "support/MailServers.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace inlet;
using namespace inlet::test;

/// The engine as the window has it, on a real server.
class tst_EngineOnDovecot : public QObject
{
    Q_OBJECT

private:
    MailServers m_servers;
    QTemporaryDir m_profile;
    std::unique_ptr<app::AppContext> m_context;
    AccountId m_account;

    /// What is stored of every message cannot be unpacked any more; the database itself is sound.
    void damageMessages() const
    {
        SQLite::Database db((m_profile.path() + QStringLiteral("/inlet.db")).toStdString(), SQLite::OPEN_READWRITE);
        db.setBusyTimeout(10'000);
        db.exec("UPDATE contents SET packed = substr(packed, 1, length(packed) / 2)");
    }

    [[nodiscard]] QList<StoredMessageId> messages() const
    {
        QList<StoredMessageId> ids;
        m_context->store().readHere([&](store::ReadSession &read) {
            const auto rows = static_cast<store::MailReads &>(read).messages(m_account, FolderId());
            for (const store::StoredMessageRow &row : rows.value_or(QList<store::StoredMessageRow>()))
                ids.append(row.location.message);
        });
        return ids;
    }

private Q_SLOTS:
    void initTestCase()
    {
        initResources();
        mime::initialize();
        QVERIFY2(m_servers.start({.users = 1, .messages = 20, .seed = 3, .imapOnly = true}), qPrintable(m_servers.error()));
        auto context = app::AppContext::open({.dataDir = m_profile.path(), .vault = QStringLiteral("session"), .caFile = m_servers.caFile()});
        QVERIFY2(bool(context), context ? "" : qPrintable(context.error().detail));
        m_context = std::move(*context);
        const QString email = MailServers::user(1);
        std::optional<Result<AccountId>> added;
        m_context->engine().addAccount(m_servers.account(email), MailServers::password(email), this,
            [&](const Result<AccountId> &answer) { added = answer; });
        QTRY_VERIFY(added.has_value());
        QVERIFY(*added);
        m_account = **added;
        QTRY_COMPARE_WITH_TIMEOUT(m_context->engine().status(m_account).state, engine::MailboxState::Live, 30'000);
    }

    void damagedMessage_isFetchedWhenItIsOpened()
    {
        const QList<StoredMessageId> ids = messages();
        QVERIFY(ids.size() >= 2);
        damageMessages();
        std::optional<Result<store::MessageBody>> body;
        m_context->engine().fetchBody(ids.at(0), this, [&](const Result<store::MessageBody> &answer) { body = answer; });
        QTRY_VERIFY_WITH_TIMEOUT(body, 10'000);
        QVERIFY2(bool(*body), *body ? "" : qPrintable((*body).error().detail));
        QVERIFY(!(*body)->text.isEmpty());
        std::optional<Result<QByteArray>> raw;
        m_context->engine().fetchRaw(ids.at(1), this, [&](const Result<QByteArray> &answer) { raw = answer; });
        QTRY_VERIFY_WITH_TIMEOUT(raw, 10'000);
        QVERIFY2(bool(*raw), *raw ? "" : qPrintable((*raw).error().detail));
        QVERIFY((*raw)->contains("Message-ID:"));
    }

    /// The store lives longer than the engine; what it still answers must find nobody gone.
    void end_waitsForWhatWasAskedOfTheStore()
    {
        std::atomic<bool> begun = false;
        std::atomic<bool> ended = false;
        m_context->store().write("slow", [](store::WriteTransaction &) -> Result<void> { return {}; },
            [&](const Result<void> &) {
                begun = true;
                QElapsedTimer watch;
                for (watch.start(); watch.elapsed() < 200;) { }
                ended = true;
            });
        QTRY_VERIFY(begun);
        for (const StoredMessageId id : messages())
            m_context->engine().fetchBody(id, this, [](const Result<store::MessageBody> &) {});
        m_context->engine().setNote(ConversationId(1), QStringLiteral("spoke on the phone"), this, [](const Result<void> &) {});
        bool endedBefore = false;
        connect(&m_context->engine(), &QObject::destroyed, this, [&] { endedBefore = ended; });
        m_context.reset();
        QVERIFY(endedBefore);
    }
};

INLET_TEST(tst_EngineOnDovecot)
#include "tst_EngineOnDovecot.moc"
