// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Wire_p.h"
#include "imap/ServerError.h"

#include <QHash>

namespace inlet::imap
{

namespace
{

constexpr int kInFlight = 4; // facts: more gains nothing, less waits for the network
constexpr qint64 kMostResponses = 20'000'000; // of one command; a million messages have a million
constexpr std::chrono::milliseconds kLogoutPatience{2000};

std::string_view view(const QByteArray &octets)
{
    return {octets.data(), std::size_t(octets.size())};
}

Error outOfStep()
{
    return {ErrorKind::Protocol, QStringLiteral("an answer to no command of ours"), {}, {}};
}

bool isProgress(const Response &response)
{
    return response.kind() != Response::Kind::Continuation
        && (response.kind() == Response::Kind::Tagged || response.status().isEmpty());
}

} // namespace

const Clock &Wire::realClock()
{
    static const SystemClock clock;
    return clock;
}

Error Wire::die(Error error)
{
    m_stream->close();
    if (!m_death)
        m_death = std::move(error);
    return *m_death;
}

Result<Response> Wire::read(std::stop_token stop)
{
    if (m_death)
        return *m_death;
    for (;;) {
        const auto line = m_stream->readLine(stop);
        if (!line)
            return die(line.error());
        const auto step = m_parser.addLine(*line);
        if (!step)
            return die(step.error());
        if (*step == ResponseParser::Step::Done)
            break;
        const auto got = m_stream->readExactly(m_parser.literalSize(),
            [this](std::string_view piece) { m_parser.addLiteral(piece); }, stop);
        if (!got)
            return die(got.error());
    }
    return m_parser.take();
}

Result<Response> Wire::readAnswer(std::stop_token stop)
{
    auto response = read(stop);
    if (!response)
        return response;
    const auto now = m_clock.steadyNow();
    if (isProgress(*response))
        m_progressAt = now;
    else if (now - m_progressAt > kPatience)
        return die({ErrorKind::Timeout, QStringLiteral("the server does not finish the command"), {}, {}});
    return response;
}

Result<void> Wire::write(const CommandLine::Piece &piece, std::stop_token stop)
{
    const auto written = m_stream->write(view(piece.octets), stop);
    if (!written)
        return die(written.error());
    m_progressAt = m_clock.steadyNow(); // a large message may have been long on its way
    return {};
}

Result<std::optional<Wire::Outcome>> Wire::awaitGoAhead(const QByteArray &tag,
    const TakeUntagged &take, std::stop_token stop)
{
    for (qint64 count = 0; count < kMostResponses; ++count) {
        auto response = readAnswer(stop);
        if (!response)
            return response.error();
        if (response->kind() == Response::Kind::Continuation)
            return std::optional<Outcome>();
        if (response->kind() == Response::Kind::Tagged) {
            if (response->tag() != tag)
                return die(outOfStep());
            return std::optional<Outcome>({response->status(), response->words()});
        }
        take(*response);
        if (m_death)
            return *m_death;
    }
    return die({ErrorKind::Protocol, QStringLiteral("no end of answers"), {}, {}});
}

Result<Wire::Sent> Wire::send(const CommandLine &command, const TakeUntagged &take,
    std::stop_token stop)
{
    if (m_death)
        return *m_death;
    Sent sent{"I" + QByteArray::number(++m_lastTag), std::nullopt};
    CommandLine::Piece start{sent.tag + ' ', false};
    if (const auto written = write(start, stop); !written)
        return written.error();
    for (const CommandLine::Piece &piece : command.pieces()) {
        if (piece.isLiteral) {
            const bool isFree = piece.octets.size() <= m_freeLiteral;
            const QByteArray head
                = '{' + QByteArray::number(piece.octets.size()) + (isFree ? "+}\r\n" : "}\r\n");
            if (const auto written = write({head, false}, stop); !written)
                return written.error();
            if (!isFree) {
                const auto refused = awaitGoAhead(sent.tag, take, stop);
                if (!refused)
                    return refused.error();
                sent.refused = *refused;
                if (sent.refused)
                    return sent;
            }
        }
        if (const auto written = write(piece, stop); !written)
            return written.error();
    }
    if (const auto written = write({"\r\n", false}, stop); !written)
        return written.error();
    return sent;
}

Result<void> Wire::sendLine(const QByteArray &line, std::stop_token stop)
{
    if (m_death)
        return *m_death;
    if (const auto written = write({line + "\r\n", false}, stop); !written)
        return written;
    if (const auto flushed = m_stream->flush(stop); !flushed)
        return die(flushed.error());
    return {};
}

Result<Wire::Outcome> Wire::finish(const QByteArray &tag, const TakeUntagged &take,
    std::stop_token stop)
{
    for (qint64 count = 0; count < kMostResponses; ++count) {
        auto response = readAnswer(stop);
        if (!response)
            return response.error();
        if (response->kind() == Response::Kind::Tagged) {
            if (response->tag() != tag)
                return die(outOfStep());
            return Outcome{response->status(), response->words()};
        }
        if (response->kind() == Response::Kind::Untagged)
            take(*response);
        if (m_death)
            return *m_death;
    }
    return die({ErrorKind::Protocol, QStringLiteral("no end of answers"), {}, {}});
}

Result<Wire::Outcome> Wire::run(const CommandLine &command, const TakeUntagged &take,
    std::stop_token stop)
{
    const auto sent = send(command, take, stop);
    if (!sent)
        return sent.error();
    if (sent->refused)
        return *sent->refused;
    return finish(sent->tag, take, stop);
}

Result<void> Wire::runAll(std::span<const CommandLine> commands, const TakeUntagged &take,
    const TakeOutcome &ended, std::stop_token stop)
{
    QHash<QByteArray, std::size_t> inFlight;
    std::size_t next = 0;
    for (qint64 count = 0; next < commands.size() || !inFlight.isEmpty(); ++count) {
        if (next < commands.size() && inFlight.size() < kInFlight) {
            const auto sent = send(commands[next], take, stop);
            if (!sent)
                return sent.error();
            inFlight.insert(sent->tag, next++);
            continue;
        }
        auto response = readAnswer(stop);
        if (!response)
            return response.error();
        if (response->kind() == Response::Kind::Untagged)
            take(*response);
        if (m_death)
            return *m_death;
        if (count > kMostResponses)
            return die({ErrorKind::Protocol, QStringLiteral("no end of answers"), {}, {}});
        if (response->kind() != Response::Kind::Tagged)
            continue;
        const auto command = inFlight.constFind(response->tag().toByteArray());
        if (command == inFlight.constEnd())
            return die(outOfStep());
        ended(*command, {response->status(), response->words()});
        inFlight.erase(command);
    }
    return {};
}

Result<bool> Wire::hasWholeLine(std::stop_token stop)
{
    if (m_death)
        return *m_death;
    const auto whole = m_stream->hasWholeLine(stop);
    if (!whole)
        return die(whole.error());
    return whole;
}

void Wire::logout()
{
    if (!m_death) {
        m_stream->setReadTimeout(kLogoutPatience);
        // The answer is not worth waiting for; the server ends the session as it reads this.
        [[maybe_unused]] const auto sent
            = sendLine("I" + QByteArray::number(++m_lastTag) + " LOGOUT", {});
    }
    die({ErrorKind::Network, QStringLiteral("signed out"), {}, "connection-lost"});
}

} // namespace inlet::imap
