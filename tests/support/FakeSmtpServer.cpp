// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FakeSmtpServer.h"

#include <algorithm>

namespace inlet::test
{

using smtp::SendOutcome;
using smtp::SendReport;

namespace
{

SendReport refused(const QByteArray &reply)
{
    SendReport report;
    report.outcome = SendOutcome::Refused;
    report.code = reply.left(3).toInt();
    report.enhancedCode = reply.split(' ').value(1);
    report.reply = reply;
    report.error = {ErrorKind::ServerRefused, QStringLiteral("refused"), reply, {}};
    return report;
}

} // namespace

/// A session on a FakeSmtpServer; dead after a lost connection, as the real one.
class FakeSmtpSession final : public smtp::SmtpSession
{
public:
    explicit FakeSmtpSession(FakeSmtpServer &server) : m_server(server) {}
    ~FakeSmtpSession() override { leave(); }

    Result<void> connect(std::stop_token stop) override
    {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, {}, {}, {}};
        const auto opened = m_server.open();
        m_open = opened.has_value();
        return opened;
    }
    Result<void> login(const Secret &password, std::stop_token) override
    {
        const auto signedIn = m_server.signIn(password);
        m_alive = signedIn.has_value();
        return signedIn;
    }
    Result<void> verifySender(const QString &, std::stop_token) override { return {}; }
    Result<SendReport> send(const smtp::Envelope &envelope, const QByteArray &raw,
        std::stop_token stop) override
    {
        if (!m_alive)
            return FakeSmtpServer::lost();
        SendReport report = m_server.take({envelope.sender, envelope.recipients, raw}, stop);
        m_alive = report.outcome == SendOutcome::Accepted || report.code != 0;
        return report;
    }
    [[nodiscard]] qint64 sizeLimit() const override { return 0; }
    [[nodiscard]] net::TlsStream &stream() override { return *m_stream; }
    void quit() override { leave(); }

private:
    void leave()
    {
        if (std::exchange(m_open, false))
            m_server.closeOne();
        m_alive = false;
    }

    FakeSmtpServer &m_server;
    std::unique_ptr<net::TlsStream> m_stream = net::TlsStream::create({});
    bool m_open = false;
    bool m_alive = false;
};

smtp::SmtpSessionFactory FakeSmtpServer::factory()
{
    return [this](const accounts::ServerEndpoint &) { return std::make_unique<FakeSmtpSession>(*this); };
}

void FakeSmtpServer::setPassword(const QByteArray &password)
{
    const std::scoped_lock lock(m_mutex);
    m_password = password;
}

void FakeSmtpServer::failConnect(const Error &error, int times)
{
    const std::scoped_lock lock(m_mutex);
    for (int i = 0; i < times; ++i)
        m_connectFailures.push_back(error);
}

void FakeSmtpServer::refuseNext(const QByteArray &reply)
{
    const std::scoped_lock lock(m_mutex);
    m_plans.push_back({Fate::Refuse, reply, {}});
}

void FakeSmtpServer::refuseRecipientOfNext(const QString &recipient, const QByteArray &reply)
{
    const std::scoped_lock lock(m_mutex);
    m_plans.push_back({Fate::TakeInPart, reply, recipient});
}

void FakeSmtpServer::loseConnectionBeforeDot()
{
    const std::scoped_lock lock(m_mutex);
    m_plans.push_back({Fate::LoseBefore, {}, {}});
}

void FakeSmtpServer::loseAnswer()
{
    const std::scoped_lock lock(m_mutex);
    m_plans.push_back({Fate::LoseAfter, {}, {}});
}

void FakeSmtpServer::hold()
{
    const std::scoped_lock lock(m_mutex);
    m_held = true;
}

void FakeSmtpServer::release()
{
    const std::scoped_lock lock(m_mutex);
    m_held = false;
    m_changed.notify_all();
}

bool FakeSmtpServer::waitUntilHeld(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, patience, [this] { return m_waiting > 0; });
}

void FakeSmtpServer::onTaken(std::function<void(const Mail &)> taken)
{
    const std::scoped_lock lock(m_mutex);
    m_taken = std::move(taken);
}

QList<FakeSmtpServer::Mail> FakeSmtpServer::mails() const
{
    const std::scoped_lock lock(m_mutex);
    return m_mails;
}

int FakeSmtpServer::connections() const
{
    const std::scoped_lock lock(m_mutex);
    return m_connections;
}

int FakeSmtpServer::logins() const
{
    const std::scoped_lock lock(m_mutex);
    return m_logins;
}

int FakeSmtpServer::mostSessions() const
{
    const std::scoped_lock lock(m_mutex);
    return m_mostOpen;
}

Error FakeSmtpServer::lost()
{
    return {ErrorKind::Network, QStringLiteral("the server closed the connection"), {}, "connection-lost"};
}

Result<void> FakeSmtpServer::open()
{
    const std::scoped_lock lock(m_mutex);
    ++m_connections;
    if (!m_connectFailures.empty()) {
        const Error error = m_connectFailures.front();
        m_connectFailures.pop_front();
        return error;
    }
    m_mostOpen = std::max(m_mostOpen, ++m_open);
    return {};
}

void FakeSmtpServer::closeOne()
{
    const std::scoped_lock lock(m_mutex);
    --m_open;
}

Result<void> FakeSmtpServer::signIn(const Secret &password)
{
    const std::scoped_lock lock(m_mutex);
    ++m_logins;
    if (!m_password.isEmpty() && m_password != QByteArray::fromStdString(password.reveal()))
        return Error{ErrorKind::Auth, QStringLiteral("refused"), "535 5.7.8 no", "wrong-password"};
    return {};
}

/// False when the client stopped waiting.
bool FakeSmtpServer::waitForRelease(std::unique_lock<std::mutex> &lock, const std::stop_token &stop)
{
    ++m_waiting;
    m_changed.notify_all();
    m_changed.wait(lock, stop, [this] { return !m_held; });
    --m_waiting;
    return !m_held;
}

SendReport FakeSmtpServer::take(const Mail &mail, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    Plan plan;
    if (!m_plans.empty()) {
        plan = m_plans.front();
        m_plans.pop_front();
    }
    if (plan.fate == Fate::Refuse)
        return refused(plan.reply);
    SendReport report;
    if (plan.fate == Fate::LoseBefore) {
        report.error = lost();
        return report;
    }
    m_mails.append(mail);
    if (m_taken)
        m_taken(mail);
    const bool heard = !m_held || waitForRelease(lock, stop);
    if (plan.fate == Fate::LoseAfter || !heard) {
        report.outcome = SendOutcome::Unknown;
        report.error = heard ? lost() : Error{ErrorKind::Cancelled, {}, {}, {}};
        return report;
    }
    report.outcome = SendOutcome::Accepted;
    report.code = 250;
    report.enhancedCode = "2.0.0";
    report.reply = "250 2.0.0 queued";
    if (plan.fate == Fate::TakeInPart)
        report.refused.append({plan.recipient, plan.reply.left(3).toInt(), {}, plan.reply});
    return report;
}

} // namespace inlet::test
