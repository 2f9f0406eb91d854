// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ServerProbe.h"

#include "engine/CheckPool_p.h"

#include <QPointer>

#include <string>

namespace inlet::engine
{

namespace
{

using accounts::ProbeResult;
using accounts::ServerEndpoint;
using accounts::TlsMode;

constexpr int kProbeThreads = 8;
constexpr int kMaxLines = 100;
constexpr std::chrono::milliseconds kPatience{4000};

bool speaksSmtp(quint16 port)
{
    return port == 465 || port == 587;
}

// Reads lines until `last` accepts one; false when there is none in time or too many.
bool readUntil(net::TlsStream &stream, const std::function<bool(std::string_view)> &last,
    const std::stop_token &stop)
{
    for (int i = 0; i < kMaxLines; ++i) {
        const auto line = stream.readLine(stop);
        if (!line)
            return false;
        if (last(*line))
            return true;
    }
    return false;
}

// A whole SMTP reply with `code`: its last line has a blank after the number.
bool smtpReply(net::TlsStream &stream, std::string_view code, const std::stop_token &stop)
{
    bool right = true;
    const bool ended = readUntil(
        stream,
        [&](std::string_view line) {
            right = right && line.starts_with(code);
            return !right || line.size() == 3 || line[3] == ' ';
        },
        stop);
    return ended && right;
}

bool readGreeting(net::TlsStream &stream, bool smtp, const std::stop_token &stop)
{
    if (smtp)
        return smtpReply(stream, "220", stop);
    const auto line = stream.readLine(stop);
    return line && line->starts_with("* OK");
}

bool say(net::TlsStream &stream, std::string_view line, const std::stop_token &stop)
{
    return stream.write(line, stop) && stream.flush(stop);
}

bool askForTls(net::TlsStream &stream, bool smtp, const std::stop_token &stop)
{
    if (smtp)
        return say(stream, "EHLO [127.0.0.1]\r\n", stop) && smtpReply(stream, "250", stop)
            && say(stream, "STARTTLS\r\n", stop) && smtpReply(stream, "220", stop);
    bool agreed = false;
    const bool ended = say(stream, "a STARTTLS\r\n", stop)
        && readUntil(
            stream,
            [&](std::string_view line) {
                agreed = line.starts_with("a OK");
                return line.starts_with("a ");
            },
            stop);
    return ended && agreed;
}

ProbeResult ask(net::TlsStream &stream, const ServerEndpoint &endpoint, const std::stop_token &stop)
{
    net::ConnectTarget target;
    target.host = endpoint.host;
    target.port = endpoint.port;
    target.connectTimeout = kPatience;
    target.readTimeout = kPatience;
    if (!stream.connectTcp(target, stop))
        return ProbeResult::Nothing;
    const bool smtp = speaksSmtp(endpoint.port);
    const bool implicit = endpoint.tls == TlsMode::Implicit;
    if (!implicit && !(readGreeting(stream, smtp, stop) && askForTls(stream, smtp, stop)))
        return ProbeResult::Nothing;
    if (!stream.startTls(stop))
        return stream.certificate() ? ProbeResult::Unproven : ProbeResult::Nothing;
    if (implicit && !readGreeting(stream, smtp, stop))
        return ProbeResult::Nothing;
    return ProbeResult::Good;
}

} // namespace

// Touched on the thread of the probe only.
struct ServerProbe::Question {
    QPointer<QObject> context;
    std::function<void(ProbeResult)> done;
    std::stop_source stop;
};

ServerProbe::ServerProbe(net::StreamFactory streams, QObject *parent)
    : QObject(parent)
    , m_streams(std::move(streams))
    , m_pool(std::make_unique<CheckPool>(kProbeThreads))
{
}

ServerProbe::~ServerProbe()
{
    for (const auto &question : std::as_const(m_questions))
        question->stop.request_stop();
}

void ServerProbe::probe(
    const ServerEndpoint &endpoint, QObject *context, std::function<void(ProbeResult)> done)
{
    const quint64 id = ++m_lastId;
    const auto question = std::make_shared<Question>();
    question->context = context;
    question->done = std::move(done);
    m_questions.insert(id, question);
    connect(context, &QObject::destroyed, this, [this, id] {
        if (const auto gone = m_questions.take(id))
            gone->stop.request_stop();
    });
    m_pool->run(question->stop.get_token(), [this, id, endpoint](const std::stop_token &stop) {
        const auto stream = m_streams();
        const ProbeResult result = ask(*stream, endpoint, stop);
        stream->close();
        QMetaObject::invokeMethod(
            this,
            [this, id, result] {
                const auto asked = m_questions.take(id);
                if (asked && asked->context)
                    asked->done(result);
            },
            Qt::QueuedConnection);
    });
}

} // namespace inlet::engine
