// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "imap/CommandLine_p.h"
#include "imap/Response.h"
#include "net/TlsStream.h"

#include <memory>
#include <span>

namespace inlet::imap
{

/// Commands out, responses in, over one stream. Any error of the stream, of the framing, or a BYE
/// ends it: the stream is closed and every later call fails with the same error. So does a command to which for
/// `kPatience` neither data nor an end comes, whatever status lines ("* OK still working") are sent instead: Timeout.
/// Thread: one at a time.
class Wire
{
public:
    /// How a command ended: OK, NO or BAD, and the text after it.
    struct Outcome {
        QByteArray status;
        QByteArray words;
        [[nodiscard]] bool isOk() const { return status == "OK"; }
    };
    using TakeUntagged = std::function<void(Response &)>;
    using TakeOutcome = std::function<void(std::size_t command, const Outcome &)>;

    static constexpr std::chrono::minutes kPatience{10};

    explicit Wire(std::unique_ptr<net::TlsStream> stream, const Clock &clock = realClock())
        : m_clock(clock), m_stream(std::move(stream))
    {
    }

    [[nodiscard]] net::TlsStream &stream() { return *m_stream; }
    [[nodiscard]] const std::optional<Error> &death() const { return m_death; }
    /// Closes the stream for good and hands `error` back.
    Error die(Error error);
    /// `{n+}` may be used for literals up to this size; 0: never (RFC 7888).
    void setFreeLiteral(qint64 octets) { m_freeLiteral = octets; }

    /// The next response, whenever it comes: a greeting, or news while nothing is asked.
    Result<Response> read(std::stop_token stop);
    /// The next one while a command runs: see kPatience.
    Result<Response> readAnswer(std::stop_token stop);
    /// Sends with a new tag; waits for "+" before literals that need it. Answers the tag, or the
    /// outcome where the server refused the command before its end.
    struct Sent {
        QByteArray tag;
        std::optional<Outcome> refused;
    };
    Result<Sent> send(const CommandLine &command, const TakeUntagged &take, std::stop_token stop);
    Result<void> sendLine(const QByteArray &line, std::stop_token stop);
    /// Reads until the outcome of `tag`.
    Result<Outcome> finish(const QByteArray &tag, const TakeUntagged &take, std::stop_token stop);
    Result<Outcome> run(const CommandLine &command, const TakeUntagged &take, std::stop_token stop);
    /// Several commands without literals, up to four in flight, outcomes as they come.
    Result<void> runAll(std::span<const CommandLine> commands, const TakeUntagged &take,
        const TakeOutcome &ended, std::stop_token stop);
    [[nodiscard]] Result<bool> hasWholeLine(std::stop_token stop);
    /// Best effort, short patience, then closed.
    void logout();

private:
    static const Clock &realClock();
    Result<void> write(const CommandLine::Piece &piece, std::stop_token stop);
    Result<std::optional<Outcome>> awaitGoAhead(const QByteArray &tag, const TakeUntagged &take,
        std::stop_token stop);

    const Clock &m_clock;
    std::unique_ptr<net::TlsStream> m_stream;
    std::chrono::steady_clock::time_point m_progressAt; ///< of the command that runs
    ResponseParser m_parser;
    qint64 m_freeLiteral = 0;
    quint32 m_lastTag = 0;
    std::optional<Error> m_death;
};

} // namespace inlet::imap
