// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <string>
#include <string_view>
#include <vector>

namespace inlet::imap
{

/// What one response may cost us. Past `tokens` or `nesting` a response is marked malformed and the
/// rest of it is read but not kept; past `literals` or `text` the connection is given up.
struct ResponseLimits {
    std::size_t tokens = 300'000;
    int nesting = 100;
    int literals = 2'000;
    std::size_t text = 8 * 1024 * 1024; ///< octets of all lines of one response
    qint64 literal = 64 * 1024 * 1024; ///< larger ones are read and dropped
    qint64 literalTotal = 96 * 1024 * 1024; ///< kept in one response
};

struct Token {
    enum class Kind : quint8 { Open, Close, Atom, Quoted, Literal, Dropped };
    Kind kind = Kind::Atom;
    quint32 begin = 0; ///< in the text, or the number of the literal
    quint32 size = 0;
};

/// One response of the server, cut into tokens. Status responses (OK, NO, BAD, BYE, PREAUTH) and
/// continuations keep their text whole instead: people's words need not have matching brackets.
/// Thread: like a value.
class Response
{
public:
    enum class Kind { Untagged, Continuation, Tagged };

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QByteArrayView tag() const { return m_tag; }
    /// OK, NO, BAD, BYE or PREAUTH in upper case; empty for data.
    [[nodiscard]] const QByteArray &status() const { return m_status; }
    /// What follows the status word, or the "+".
    [[nodiscard]] const QByteArray &words() const { return m_words; }
    /// Something in it was no IMAP, or too much; what could be read is there.
    [[nodiscard]] bool isMalformed() const { return m_malformed; }

    /// Untagged data, without the "*".
    [[nodiscard]] const std::vector<Token> &tokens() const { return m_tokens; }
    /// Octets of an atom, quoted string (unescaped) or literal; empty for the others.
    [[nodiscard]] QByteArrayView text(std::size_t token) const;
    /// Moves a literal out; copies a quoted string.
    [[nodiscard]] QByteArray takeText(std::size_t token);
    /// True for an atom that is `word` in any case.
    [[nodiscard]] bool isWord(std::size_t token, QByteArrayView word) const;
    [[nodiscard]] bool isNil(std::size_t token) const { return isWord(token, "NIL"); }
    [[nodiscard]] bool isKind(std::size_t token, Token::Kind kind) const;
    /// Position after the value that begins at `token`: one token, or all up to the matching Close.
    [[nodiscard]] std::size_t after(std::size_t token) const;

private:
    friend class ResponseParser;

    Kind m_kind = Kind::Untagged;
    QByteArray m_tag;
    QByteArray m_status;
    QByteArray m_words;
    bool m_malformed = false;
    std::string m_text;
    std::vector<Token> m_tokens;
    std::vector<QByteArray> m_literals;
};

/// Cuts the octets of a server into responses. Fed line by line, as the literals in between are
/// announced only at the end of a line. Never recursive, never fails on what is merely odd.
/// Source: RFC 3501 section 9, RFC 7888 (literals), RFC 6855 section 3 (8-bit in quoted strings).
class ResponseParser
{
public:
    enum class Step { Done, Literal };

    explicit ResponseParser(ResponseLimits limits = {}) : m_limits(limits) {}

    /// One line without CRLF: the first of a response, or what follows a literal.
    /// Literal: literalSize() octets come next, for addLiteral(). Error: Protocol, give up.
    Result<Step> addLine(std::string_view line);
    [[nodiscard]] qint64 literalSize() const { return m_literalSize; }
    /// Pieces of the announced literal, in order.
    void addLiteral(std::string_view piece);
    /// After Done; the parser is ready for the next response.
    Response take();

private:
    void begin(std::string_view &line);
    void addToken(Token::Kind kind, std::size_t begin, std::size_t size);
    void readData(std::string_view line);
    std::size_t readQuoted(std::string_view line, std::size_t at);
    std::size_t readAtom(std::string_view line, std::size_t at);
    bool announcesLiteral(std::string_view rest);

    ResponseLimits m_limits;
    Response m_response;
    bool m_inside = false;
    bool m_full = false; ///< no more tokens are kept
    int m_depth = 0;
    int m_literalCount = 0;
    qint64 m_literalSize = 0;
    qint64 m_literalKept = 0;
    bool m_keepLiteral = false;
    bool m_announced = false;
};

/// All whole responses in `octets`, for tests and fuzzing. Stops at the first Protocol error.
std::vector<Response> parseResponses(std::string_view octets, const ResponseLimits &limits = {});

} // namespace inlet::imap
