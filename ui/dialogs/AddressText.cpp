// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/AddressText.h"

#include "accounts/values/Account.h"

#include <QCoreApplication>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr qsizetype kMaxRecipients = 1000;
constexpr qsizetype kShown = 60;

QString say(const char *text)
{
    return QCoreApplication::translate("inlet::ui::AddressText", text);
}

bool isInvisible(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

/// For a message about `text`: short and without what could turn the sentence round.
QString shown(const QString &text)
{
    QString clean = text.left(kShown);
    clean.removeIf(isInvisible);
    return text.size() > kShown ? clean + QChar(0x2026) : clean;
}

} // namespace

QString explainAddress(const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return say("Type the email address of the mailbox.");
    if (typed.contains(QLatin1Char('\n')) || typed.contains(QLatin1Char('\r')) || typed.contains(QChar(0x2029)))
        return say("This is more than one line. For several mailboxes use \"Add many mailboxes\".");
    if (std::any_of(typed.cbegin(), typed.cend(), isInvisible))
        return say("This address holds invisible characters. Type it by hand.");
    if (typed.size() > 254)
        return say("This is too long for an email address.");
    if (typed.count(QLatin1Char('@')) > 1)
        return say("This looks like more than one address. For several mailboxes use \"Add many mailboxes\".");
    if (!typed.contains(QLatin1Char('@')))
        return say("The @ is missing, as in anna@acme.io.");
    if (typed.startsWith(QLatin1Char('@')))
        return say("The name before the @ is missing.");
    if (typed.endsWith(QLatin1Char('@')))
        return say("The part after the @ is missing, as in acme.io.");
    if (accounts::normalizedEmail(typed).isEmpty())
        return say("This is not a valid email address.");
    return {};
}

QString guessName(const QString &email)
{
    static const QStringList roles{QStringLiteral("info"), QStringLiteral("sales"), QStringLiteral("hello"),
        QStringLiteral("contact"), QStringLiteral("team"), QStringLiteral("office"), QStringLiteral("mail"),
        QStringLiteral("support"), QStringLiteral("admin")};
    QString local = email.left(email.indexOf(QLatin1Char('@')));
    local.truncate(local.contains(QLatin1Char('+')) ? local.indexOf(QLatin1Char('+')) : local.size());
    local.replace(QLatin1Char('_'), QLatin1Char('.'));
    if (roles.contains(local.toLower()))
        return {};
    QStringList words = local.split(QLatin1Char('.'), Qt::SkipEmptyParts);
    for (QString &word : words) {
        if (!std::all_of(word.cbegin(), word.cend(), [](QChar c) { return c.isLetter() || c == QLatin1Char('-'); }))
            return {};
        word[0] = word.at(0).toUpper();
    }
    return words.join(QLatin1Char(' '));
}

namespace
{

QStringList splitRecipients(const QString &text)
{
    QStringList pieces;
    QString piece;
    bool quoted = false;
    bool bracketed = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool lineEnd = c == QLatin1Char('\n') || c == QLatin1Char('\r');
        if (quoted && c == QLatin1Char('\\') && i + 1 < text.size()) {
            piece += c;
            piece += text.at(++i);
            continue;
        }
        if (c == QLatin1Char('"'))
            quoted = !quoted;
        else if (!quoted && c == QLatin1Char('<'))
            bracketed = true;
        else if (!quoted && c == QLatin1Char('>'))
            bracketed = false;
        const bool separator = c == QLatin1Char(',') || c == QLatin1Char(';');
        if (lineEnd || (separator && !quoted && !bracketed)) {
            pieces.append(piece);
            piece.clear();
            quoted = bracketed = false;
        } else {
            piece += c;
        }
    }
    pieces.append(piece);
    for (QString &one : pieces)
        one = one.trimmed();
    pieces.removeAll(QString());
    return pieces;
}

QString unquoted(QString name)
{
    name = name.trimmed();
    if (name.size() < 2 || !name.startsWith(QLatin1Char('"')) || !name.endsWith(QLatin1Char('"')))
        return name;
    name = name.mid(1, name.size() - 2);
    name.replace(QLatin1String("\\\""), QLatin1String("\""));
    name.replace(QLatin1String("\\\\"), QLatin1String("\\"));
    return name;
}

TypedAddress recipientOf(const QString &piece)
{
    TypedAddress typed;
    const qsizetype open = piece.lastIndexOf(QLatin1Char('<'));
    if (open >= 0 && piece.endsWith(QLatin1Char('>'))) {
        typed.address.name = unquoted(piece.left(open));
        typed.address.address = piece.mid(open + 1, piece.size() - open - 2).trimmed();
    } else {
        typed.address.address = piece;
        if (typed.address.address.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive))
            typed.address.address.remove(0, 7);
    }
    if (std::any_of(typed.address.name.cbegin(), typed.address.name.cend(), isInvisible)) {
        typed.problem = say("\"%1\" holds invisible characters.").arg(shown(piece));
        return typed;
    }
    const QString normalized = accounts::normalizedEmail(typed.address.address);
    if (normalized.isEmpty())
        typed.problem = say("\"%1\" is not an email address.").arg(shown(piece));
    else
        typed.address.address = normalized;
    return typed;
}

} // namespace

QList<TypedAddress> parseRecipients(const QString &text)
{
    QList<TypedAddress> found;
    const QStringList pieces = splitRecipients(text);
    for (const QString &piece : pieces) {
        if (found.size() == kMaxRecipients) {
            found.append({{}, say("There are more than 1,000 recipients.")});
            break;
        }
        found.append(recipientOf(piece));
    }
    return found;
}

QString formatRecipient(const mime::Address &address)
{
    if (address.name.isEmpty())
        return address.address;
    static const QString specials = QStringLiteral("()<>[]:;@\\,.\"");
    QString name = address.name;
    if (std::any_of(name.cbegin(), name.cend(), [](QChar c) { return specials.contains(c); })) {
        name.replace(QLatin1String("\\"), QLatin1String("\\\\"));
        name.replace(QLatin1String("\""), QLatin1String("\\\""));
        name = QLatin1Char('"') + name + QLatin1Char('"');
    }
    return QStringLiteral("%1 <%2>").arg(name, address.address);
}

QString formatRecipients(const QList<mime::Address> &addresses)
{
    QStringList texts;
    for (const mime::Address &address : addresses)
        texts.append(formatRecipient(address));
    return texts.join(QStringLiteral(", "));
}

} // namespace inlet::ui
