// SPDX-License-Identifier: GPL-3.0-or-later
#include "RealMailFixture.h"

#include "imap/VmimeImapSession.h"
#include "smtp/VmimeSmtpSession.h"

namespace inlet::test
{

RealSessionThread::RealSessionThread(imap::ImapSessionFactory sessions, const accounts::Account &account)
    : m_thread([sessions = std::move(sessions), account, channel = m_channel](const std::stop_token &stop) {
          while (auto next = channel->pop(stop)) {
              auto session = sessions(account.imap);
              Result<void> result = session->connect(stop);
              if (result)
                  result = session->login(MailServers::password(account.email), stop);
              if (result)
                  result = next->work(*session, stop);
              session->logout();
              next->done(result);
          }
      })
{
}

outbox::SessionRunner RealSessionThread::runner()
{
    return [channel = m_channel](AccountId, outbox::SessionWork work, std::function<void(Result<void>)> done) {
        channel->push({std::move(work), std::move(done)});
    };
}

RealMailFixture::RealMailFixture(MailServers &servers, quint16 smtpPort, accounts::TlsMode tls,
    accounts::SentPolicy policy)
    : m_servers(servers), m_account(servers.account(MailServers::user(1)))
{
    m_account.smtp.port = smtpPort;
    m_account.smtp.tls = tls;
    m_account.sentPolicy = policy;
    m_sessions = std::make_unique<RealSessionThread>(
        imap::makeImapSessionFactory({servers.caFile()}), m_account);
}

void RealMailFixture::open(const outbox::OutboxOptions &options)
{
    auto opened = store::openStore(m_dir.path());
    if (!opened)
        qFatal("no store: %s", qPrintable(opened.error().detail));
    m_store = *std::move(opened);
    if (!m_account.id.isValid()) {
        const auto added = m_store->writeAndWait("account", [&](store::WriteTransaction &t) -> Result<void> {
            const auto id = t.addAccount(m_account);
            if (!id)
                return id.error();
            m_account.id = *id;
            return {};
        });
        if (!added)
            qFatal("no account: %s", qPrintable(added.error().detail));
    }
    subject = outbox::makeOutbox(*m_store,
        smtp::makeVmimeSmtpSessions([ca = m_servers.caFile()] { return net::TlsStream::create({ca}); }),
        [email = m_account.email](AccountId, const std::function<void(Result<Secret>)> &answer) {
            answer(MailServers::password(email));
        },
        m_sessions->runner(), {}, clock, options);
}

void RealMailFixture::close()
{
    subject.reset();
    m_store.reset();
}

LedgerId RealMailFixture::add(const QString &name, const QString &recipient)
{
    store::LedgerRow row;
    row.account = m_account.id;
    row.messageId = name + QStringLiteral("@sales.test");
    row.sender = m_account.email;
    row.recipients = QStringList{recipient};
    row.createdAt = clock.nowUtc();
    row.dueAt = clock.nowUtc();
    const QByteArray bytes = "From: user001@sales.test\r\nTo: " + recipient.toUtf8() + "\r\nSubject: " + name.toUtf8()
        + "\r\nDate: Wed, 25 Nov 2026 08:00:00 +0000\r\nMessage-ID: <" + row.messageId.toUtf8() + ">\r\n\r\n"
        + QByteArray("The quick brown fox jumps over the lazy dog.\r\n").repeated(40);
    LedgerId id;
    const auto done = m_store->writeAndWait("send", [&](store::WriteTransaction &t) -> Result<void> {
        const auto added = t.addLedger(row, bytes);
        if (!added)
            return added.error();
        id = *added;
        return {};
    });
    if (!done)
        qFatal("no ledger row: %s", qPrintable(done.error().detail));
    subject->wake();
    return id;
}

store::LedgerRow RealMailFixture::row(LedgerId id)
{
    store::LedgerRow found;
    m_store->readHere([&](store::ReadSession &session) {
        if (const auto row = session.ledgerRow(id))
            found = *row;
    });
    return found;
}

void RealMailFixture::pass(std::chrono::milliseconds time)
{
    clock.advance(time);
    subject->wake();
}

int RealMailFixture::copies(const QString &email, const QString &folder, const QString &name)
{
    int found = 0;
    for (const QByteArray &raw : m_servers.messagesIn(email, folder))
        found += raw.contains("Message-ID: <" + name.toUtf8() + "@sales.test>") ? 1 : 0;
    return found;
}

} // namespace inlet::test
