// SPDX-License-Identifier: GPL-3.0-or-later
#include "OutboxFixture.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

namespace inlet::test
{

SessionThread::SessionThread(FakeImapServer &server)
    : m_thread([&server, channel = m_channel, answered = m_answered](const std::stop_token &stop) {
          while (auto next = channel->pop(stop)) {
              accounts::ServerEndpoint endpoint;
              endpoint.user = QStringLiteral("rep");
              auto session = server.factory()(endpoint);
              Result<void> result = session->connect(stop);
              if (result)
                  result = session->login(Secret("pw"), stop);
              if (result)
                  result = next->work(*session, stop);
              next->done(result);
              ++*answered;
          }
      })
{
}

outbox::SessionRunner SessionThread::runner()
{
    return [channel = m_channel](AccountId, outbox::SessionWork work, std::function<void(Result<void>)> done) {
        channel->push({std::move(work), std::move(done)});
    };
}

void SessionThread::stop()
{
    m_thread.request_stop();
    m_thread.join();
}

OutboxFixture::OutboxFixture(accounts::SentPolicy policy) : m_policy(policy)
{
    openStore();
    account = addAccount(QStringLiteral("rep@sales.test"), policy);
}

void OutboxFixture::openStore()
{
    auto opened = store::openStore(m_dir.path());
    if (!opened)
        qFatal("no store: %s", qPrintable(opened.error().detail));
    store = *std::move(opened);
}

void OutboxFixture::open(const outbox::OutboxOptions &options)
{
    if (!store)
        openStore();
    subject = outbox::makeOutbox(*store, factory,
        [this](AccountId, const std::function<void(Result<Secret>)> &answer) {
            answer(Secret(password.toStdString()));
        },
        sessions.runner(), {}, clock, options);
}

void OutboxFixture::close()
{
    subject.reset();
    store.reset();
}

AccountId OutboxFixture::addAccount(const QString &email, accounts::SentPolicy policy, const QString &host)
{
    accounts::Account added;
    added.email = email;
    added.sentPolicy = policy;
    added.secretStored = true;
    added.smtp.host = host;
    added.smtp.port = 465;
    added.smtp.user = email;
    AccountId id;
    const auto done = store->writeAndWait("account", [&](store::WriteTransaction &t) -> Result<void> {
        const auto made = t.addAccount(added);
        if (!made)
            return made.error();
        id = *made;
        return {};
    });
    if (!done)
        qFatal("no account: %s", qPrintable(done.error().detail));
    return id;
}

QByteArray OutboxFixture::bytesOf(const QString &name)
{
    return "From: rep@sales.test\r\nTo: lead@customers.test\r\nSubject: " + name.toUtf8()
        + "\r\nMessage-ID: <" + name.toUtf8() + "@sales.test>\r\n\r\nhello\r\n";
}

void OutboxFixture::damage(LedgerId id)
{
    SQLite::Database db((m_dir.path() + QStringLiteral("/inlet.db")).toStdString(), SQLite::OPEN_READWRITE);
    SQLite::Statement q(db, "UPDATE ledger_bytes SET packed = substr(packed, 1, length(packed) / 2) WHERE ledger = ?");
    q.bind(1, int64_t{id.number()});
    q.exec();
}

LedgerId OutboxFixture::add(const QString &name, std::chrono::seconds undo,
    const std::function<void(store::LedgerRow &)> &change)
{
    store::LedgerRow row;
    row.account = account;
    row.messageId = name + QStringLiteral("@sales.test");
    row.sender = QStringLiteral("rep@sales.test");
    row.recipients = QStringList{QStringLiteral("lead@customers.test")};
    row.subject = name;
    row.createdAt = clock.nowUtc();
    row.dueAt = clock.nowUtc().addSecs(undo.count());
    if (change)
        change(row);
    LedgerId id;
    const auto done = store->writeAndWait("send", [&](store::WriteTransaction &t) -> Result<void> {
        const auto added = t.addLedger(row, bytesOf(name));
        if (!added)
            return added.error();
        id = *added;
        return {};
    });
    if (!done)
        qFatal("no ledger row: %s", qPrintable(done.error().detail));
    return id;
}

store::LedgerRow OutboxFixture::row(LedgerId id)
{
    store::LedgerRow found;
    store->readHere([&](store::ReadSession &session) {
        if (const auto row = session.ledgerRow(id))
            found = *row;
    });
    return found;
}

void OutboxFixture::pass(std::chrono::milliseconds time)
{
    clock.advance(time);
    subject->sentCopySeen(AccountId(999), QStringLiteral("nobody"));
}

void OutboxFixture::settle()
{
    // The planner plans once more after each task, so the second answer comes after a whole pass.
    for (int i = 0; i < 2; ++i) {
        Channel<int> answered;
        subject->cancel(LedgerId(999'999), [&](const Result<void> &) { answered.push(0); });
        answered.pop({});
    }
}

int OutboxFixture::copiesInSent(const QString &name) const
{
    int copies = 0;
    for (const FakeMessage &message : imap.messages("Sent"))
        copies += message.raw.contains("<" + name.toUtf8() + "@") ? 1 : 0;
    return copies;
}

int OutboxFixture::timesTaken(const QString &name) const
{
    int times = 0;
    for (const FakeSmtpServer::Mail &mail : smtp.mails())
        times += mail.raw.contains("<" + name.toUtf8() + "@") ? 1 : 0;
    return times;
}

} // namespace inlet::test
