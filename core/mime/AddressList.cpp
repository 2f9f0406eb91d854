// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/AddressList_p.h"

#include "mime/EncodedWords_p.h"
#include "mime/Mime.h"

#include <algorithm>

namespace inlet::mime
{

namespace
{

constexpr qsizetype kMaxAddresses = 10000;
constexpr qsizetype kMaxAddressLength = 254; // RFC 5321 section 4.5.3.1.3, errata 1690

/// Cuts one field into addresses: a state machine over octets.
class AddressReader
{
public:
    explicit AddressReader(const QByteArray &value) : m_value(value) {}

    QList<Address> read()
    {
        for (m_at = 0; m_at < m_value.size() && m_found.size() < kMaxAddresses; ++m_at)
            step(m_value.at(m_at));
        finish();
        return std::move(m_found);
    }

private:
    void step(char c)
    {
        if (m_comment > 0) {
            stepComment(c);
        } else if (m_quoted) {
            stepQuoted(c);
        } else if (m_angle) {
            if (c == '>')
                m_angle = false;
            else if (c == '<')
                m_spec.clear();
            else
                m_spec.append(c);
        } else {
            stepPlain(c);
        }
    }

    void stepPlain(char c)
    {
        switch (c) {
        case '"':
            m_quoted = true;
            break;
        case '(':
            m_comment = 1;
            break;
        case '<':
            m_angle = true;
            m_spec.clear();
            break;
        case ',':
        case ';':
            finish();
            break;
        case ':':
            // The name of a group; "user:host" inside a word with "@" is no group.
            if (m_phrase.contains('@') || m_literal)
                m_phrase.append(c);
            else
                m_phrase.clear();
            break;
        default:
            if (c == '[')
                m_literal = true;
            if (c == ']')
                m_literal = false;
            m_phrase.append(c == '\t' ? ' ' : c);
        }
    }

    void stepQuoted(char c)
    {
        if (c == '\\' && m_at + 1 < m_value.size()) {
            m_phrase.append(m_value.at(++m_at));
        } else if (c == '"') {
            m_quoted = false;
        } else {
            m_phrase.append(c);
        }
    }

    void stepComment(char c)
    {
        if (c == '\\' && m_at + 1 < m_value.size())
            m_commentText.append(m_value.at(++m_at));
        else if (c == '(')
            ++m_comment;
        else if (c == ')')
            --m_comment;
        else
            m_commentText.append(c);
    }

    void finish()
    {
        Address address;
        QByteArray name = m_phrase.trimmed();
        QByteArray spec = m_spec.trimmed();
        if (spec.isEmpty() && name.contains('@'))
            splitBare(&name, &spec);
        // A route ("<@relay,@other:jo@x.com>", RFC 5322 section 4.4) is of no use to anybody.
        if (spec.startsWith('@') && spec.contains(':'))
            spec = spec.mid(spec.indexOf(':') + 1);
        spec.removeIf([](char c) { return c == ' ' || c == '\t' || c == '\0'; });
        if (spec.startsWith("mailto:"))
            spec.remove(0, 7);
        address.name = decodeWords(name.isEmpty() ? m_commentText : name).simplified();
        if (address.name.size() >= 2 && address.name.startsWith(u'\'') && address.name.endsWith(u'\''))
            address.name = address.name.mid(1, address.name.size() - 2);
        address.address = decodeWords(spec);
        // A name alone is kept: in a From field it may be all that tells who wrote.
        if (!address.address.isEmpty() || !address.name.isEmpty())
            m_found.append(std::move(address));
        reset();
    }

    /// "Jane Doe jane@x.com": the word with the sign is the address.
    static void splitBare(QByteArray *name, QByteArray *spec)
    {
        const auto at = name->lastIndexOf('@');
        auto start = name->lastIndexOf(' ', at);
        auto end = name->indexOf(' ', at);
        if (end < 0)
            end = name->size();
        *spec = name->mid(start + 1, end - start - 1);
        *name = (name->left(qMax<qsizetype>(start, 0)) + name->mid(end)).trimmed();
    }

    void reset()
    {
        m_phrase.clear();
        m_spec.clear();
        m_commentText.clear();
        m_literal = false;
    }

    const QByteArray &m_value;
    qsizetype m_at = 0;
    QList<Address> m_found;
    QByteArray m_phrase;
    QByteArray m_spec;
    QByteArray m_commentText;
    int m_comment = 0;
    bool m_quoted = false;
    bool m_angle = false;
    bool m_literal = false;
};

bool needsQuotes(const QString &name)
{
    return std::any_of(name.cbegin(), name.cend(), [](QChar c) {
        return QStringLiteral("()<>[]:;@\\,.\"").contains(c);
    });
}

/// Commas, semicolons and line ends outside quotes and brackets separate what a user typed.
QStringList splitTyped(const QString &typed)
{
    QStringList pieces;
    QString piece;
    bool quoted = false;
    bool angle = false;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const QChar c = typed.at(i);
        if (c == u'\\' && quoted && i + 1 < typed.size()) {
            piece += c;
            piece += typed.at(++i);
            continue;
        }
        if (c == u'"')
            quoted = !quoted;
        else if (!quoted && (c == u'<' || c == u'>'))
            angle = c == u'<';
        const bool separates = c == u',' || c == u';' || c == u'\n' || c == u'\r';
        if (separates && !quoted && !angle) {
            pieces.append(piece.trimmed());
            piece.clear();
        } else {
            piece += c;
        }
    }
    pieces.append(piece.trimmed());
    pieces.removeAll(QString());
    return pieces;
}

} // namespace

QList<Address> parseAddressField(const QByteArray &value)
{
    return AddressReader(value).read();
}

bool isUsableAddress(const QString &address)
{
    const auto at = address.lastIndexOf(u'@');
    if (at < 1 || at + 1 >= address.size() || address.toUtf8().size() > kMaxAddressLength)
        return false;
    for (const QChar c : address) {
        if (c.isSpace() || c.unicode() < 0x21 || c.unicode() == 0x7F || c.category() == QChar::Other_Control
            || QStringLiteral("<>,;\"()\\").contains(c))
            return false;
    }
    const QString domain = address.mid(at + 1);
    return address.count(u'@') == 1 && !domain.startsWith(u'.') && !domain.endsWith(u'.')
        && !domain.contains(QStringLiteral("..")) && !address.startsWith(u'.');
}

Result<QList<Address>> parseAddressList(const QString &typed)
{
    QList<Address> all;
    const QStringList pieces = splitTyped(typed);
    for (const QString &piece : pieces) {
        const QList<Address> found = parseAddressField(piece.toUtf8());
        if (found.size() != 1 || !isUsableAddress(found.first().address))
            return Error{ErrorKind::Config, QStringLiteral("not an address: %1").arg(piece.left(200)),
                {}, {}};
        all.append(found.first());
    }
    return all;
}

QString formatAddress(const Address &address)
{
    if (address.name.isEmpty())
        return address.address;
    QString name = address.name;
    if (needsQuotes(name)) {
        name.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
        name = u'"' + name + u'"';
    }
    return QStringLiteral("%1 <%2>").arg(name, address.address);
}

} // namespace inlet::mime
