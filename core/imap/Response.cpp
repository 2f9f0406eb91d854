// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/Response.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace inlet::imap
{

namespace
{

constexpr qint64 kFirstReserve = 64 * 1024; // a server that only promises octets costs no more

bool equalWords(std::string_view a, std::string_view b)
{
    return a.size() == b.size()
        && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
               const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; };
               return lower(x) == lower(y);
           });
}

std::string_view takeWord(std::string_view &rest)
{
    const auto end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.size(), end + 1));
    return word;
}

QByteArray bytes(std::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

std::string_view statusWord(std::string_view word)
{
    static constexpr std::array<std::string_view, 5> kWords{"OK", "NO", "BAD", "BYE", "PREAUTH"};
    const auto found = std::find_if(kWords.begin(), kWords.end(),
        [word](std::string_view known) { return equalWords(word, known); });
    return found == kWords.end() ? std::string_view() : *found;
}

bool startsSection(std::string_view atom)
{
    return equalWords(atom, "BODY") || equalWords(atom, "BINARY") || equalWords(atom, "BINARY.SIZE");
}

} // namespace

QByteArrayView Response::text(std::size_t token) const
{
    if (token >= m_tokens.size())
        return {};
    const Token &found = m_tokens[token];
    switch (found.kind) {
    case Token::Kind::Atom:
    case Token::Kind::Quoted:
        return {m_text.data() + found.begin, qsizetype(found.size)};
    case Token::Kind::Literal:
        return m_literals[found.begin];
    case Token::Kind::Open:
    case Token::Kind::Close:
    case Token::Kind::Dropped:
        break;
    }
    return {};
}

QByteArray Response::takeText(std::size_t token)
{
    if (isKind(token, Token::Kind::Literal))
        return std::move(m_literals[m_tokens[token].begin]);
    return text(token).toByteArray();
}

bool Response::isWord(std::size_t token, QByteArrayView word) const
{
    if (!isKind(token, Token::Kind::Atom))
        return false;
    const QByteArrayView found = text(token);
    return equalWords({found.data(), std::size_t(found.size())}, {word.data(), std::size_t(word.size())});
}

bool Response::isKind(std::size_t token, Token::Kind kind) const
{
    return token < m_tokens.size() && m_tokens[token].kind == kind;
}

std::size_t Response::after(std::size_t token) const
{
    if (!isKind(token, Token::Kind::Open))
        return std::min(token + 1, m_tokens.size());
    int depth = 0;
    for (std::size_t at = token; at < m_tokens.size(); ++at) {
        if (m_tokens[at].kind == Token::Kind::Open)
            ++depth;
        else if (m_tokens[at].kind == Token::Kind::Close && --depth == 0)
            return at + 1;
    }
    return m_tokens.size();
}

void ResponseParser::begin(std::string_view &line)
{
    const std::string_view first = takeWord(line);
    if (first == "+") {
        m_response.m_kind = Response::Kind::Continuation;
        m_response.m_words = bytes(line);
        line = {};
        return;
    }
    m_response.m_kind = first == "*" ? Response::Kind::Untagged : Response::Kind::Tagged;
    m_response.m_tag = bytes(first);
    std::string_view rest = line;
    const std::string_view status = statusWord(takeWord(rest));
    if (!status.empty() || m_response.m_kind == Response::Kind::Tagged) {
        m_response.m_malformed = status.empty();
        m_response.m_status = bytes(status);
        m_response.m_words = bytes(status.empty() ? line : rest);
        line = {};
    }
}

Result<ResponseParser::Step> ResponseParser::addLine(std::string_view line)
{
    m_announced = false;
    if (!m_inside) {
        m_inside = true;
        begin(line);
    }
    if (m_response.m_text.size() + line.size() > m_limits.text)
        return Error{ErrorKind::Protocol, QStringLiteral("a response too long"), {}, {}};
    readData(line);
    if (!m_announced) {
        m_response.m_malformed |= m_depth != 0;
        return Step::Done;
    }
    if (++m_literalCount > m_limits.literals)
        return Error{ErrorKind::Protocol, QStringLiteral("too many literals in one response"), {}, {}};
    m_keepLiteral = !m_full && m_literalSize <= m_limits.literal
        && m_literalKept + m_literalSize <= m_limits.literalTotal;
    if (m_keepLiteral) {
        m_literalKept += m_literalSize;
        addToken(Token::Kind::Literal, m_response.m_literals.size(), 0);
        m_response.m_literals.emplace_back();
        m_response.m_literals.back().reserve(qsizetype(std::min(m_literalSize, kFirstReserve)));
    } else {
        addToken(Token::Kind::Dropped, 0, 0);
    }
    return Step::Literal;
}

void ResponseParser::addLiteral(std::string_view piece)
{
    if (m_keepLiteral)
        m_response.m_literals.back().append(piece.data(), qsizetype(piece.size()));
}

Response ResponseParser::take()
{
    Response done = std::move(m_response);
    m_response = Response();
    m_inside = m_full = m_keepLiteral = m_announced = false;
    m_depth = m_literalCount = 0;
    m_literalSize = m_literalKept = 0;
    return done;
}

void ResponseParser::addToken(Token::Kind kind, std::size_t begin, std::size_t size)
{
    if (m_full || m_response.m_tokens.size() >= m_limits.tokens) {
        m_full = m_response.m_malformed = true;
        return;
    }
    m_response.m_tokens.push_back({kind, quint32(begin), quint32(size)});
}

void ResponseParser::readData(std::string_view line)
{
    std::size_t at = 0;
    while (at < line.size() && !m_announced) {
        const char c = line[at];
        if (c == ' ' || c == '\0' || c == '\t') {
            ++at;
        } else if (c == '(') {
            m_full |= ++m_depth > m_limits.nesting;
            addToken(Token::Kind::Open, 0, 0);
            ++at;
        } else if (c == ')') {
            m_response.m_malformed |= m_depth == 0;
            m_depth = std::max(0, m_depth - 1);
            addToken(Token::Kind::Close, 0, 0);
            ++at;
        } else if (c == '"') {
            at = readQuoted(line, at + 1);
        } else if (announcesLiteral(line.substr(at))) {
            return;
        } else {
            at = readAtom(line, at);
        }
    }
}

/// `{12}`, `{12+}` or `~{12}` up to the end of the line.
bool ResponseParser::announcesLiteral(std::string_view rest)
{
    if (rest.starts_with('~'))
        rest.remove_prefix(1);
    if (rest.size() < 3 || rest.front() != '{' || rest.back() != '}')
        return false;
    rest = rest.substr(1, rest.size() - 2);
    if (rest.ends_with('+'))
        rest.remove_suffix(1);
    qint64 size = -1;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), size);
    if (error != std::errc() || end != rest.data() + rest.size() || size < 0)
        return false;
    m_literalSize = size;
    m_announced = true;
    return true;
}

std::size_t ResponseParser::readQuoted(std::string_view line, std::size_t at)
{
    const std::size_t begin = m_response.m_text.size();
    while (at < line.size()) {
        const auto special = std::min(line.find_first_of("\\\"", at), line.size());
        m_response.m_text.append(line.substr(at, special - at));
        at = special;
        if (at == line.size())
            break;
        if (line[at] == '"') {
            addToken(Token::Kind::Quoted, begin, m_response.m_text.size() - begin);
            return at + 1;
        }
        if (++at < line.size())
            m_response.m_text.push_back(line[at++]);
    }
    m_response.m_malformed = true; // no closing quote
    addToken(Token::Kind::Quoted, begin, m_response.m_text.size() - begin);
    return line.size();
}

std::size_t ResponseParser::readAtom(std::string_view line, std::size_t at)
{
    const std::size_t start = at;
    while (at < line.size()) {
        at = std::min(line.find_first_of(" ()[{\"", at), line.size());
        if (at == line.size() || line[at] == ' ' || line[at] == '(' || line[at] == ')')
            break;
        if (line[at] == '[' && startsSection(line.substr(start, at - start))) {
            // BODY[HEADER.FIELDS (A B)]<0> is one atom; without its bracket it is not.
            const auto close = line.find(']', at);
            m_response.m_malformed |= close == std::string_view::npos;
            at = close == std::string_view::npos ? at + 1 : close + 1;
            continue;
        }
        // A few servers leave out the space before a literal.
        if (line[at] == '{' && at > start && announcesLiteral(line.substr(at)))
            break;
        ++at;
    }
    const std::size_t begin = m_response.m_text.size();
    m_response.m_text.append(line.substr(start, at - start));
    addToken(Token::Kind::Atom, begin, at - start);
    return at;
}

std::vector<Response> parseResponses(std::string_view octets, const ResponseLimits &limits)
{
    std::vector<Response> responses;
    ResponseParser parser(limits);
    while (!octets.empty()) {
        const auto end = octets.find('\n');
        if (end == std::string_view::npos)
            break;
        std::string_view line = octets.substr(0, end);
        octets.remove_prefix(end + 1);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        const auto step = parser.addLine(line);
        if (!step)
            break;
        if (*step == ResponseParser::Step::Done) {
            responses.push_back(parser.take());
            continue;
        }
        const auto size = std::size_t(parser.literalSize());
        if (size > octets.size())
            break;
        parser.addLiteral(octets.substr(0, size));
        octets.remove_prefix(size);
    }
    return responses;
}

} // namespace inlet::imap
