// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/SamePerson.h"

#include "accounts/values/Account.h"
#include "store/Decisions.h"
#include "store/Packing.h"
#include "store/values/Suppression.h"

#include <QRegularExpression>

#include <algorithm>

namespace inlet::store
{

namespace
{

constexpr qsizetype kMostHints = 3;
constexpr int kMostNamesakes = 20;
constexpr int kReadMails = 3; ///< newest mails of theirs in which a quote is looked for
constexpr qsizetype kReadText = 100'000;
constexpr qsizetype kMostQuoted = 50;

/// "Carla <carla@acme.test>" or the bare address.
QString addressIn(const QString &named)
{
    const qsizetype open = named.lastIndexOf(QLatin1Char('<'));
    const QString bare = open < 0 ? named : named.mid(open + 1).section(QLatin1Char('>'), 0, 0);
    return bare.contains(QLatin1Char('@')) ? addressKey(bare) : QString();
}

/// What stands below or between the author's own words.
QString quotedPart(const PackedTexts &texts)
{
    const QString own = texts.newText.trimmed();
    QString rest = texts.text.left(kReadText);
    const qsizetype at = own.isEmpty() ? -1 : rest.indexOf(own);
    if (at >= 0)
        return rest.remove(at, own.size());
    QStringList lines = rest.split(QLatin1Char('\n'));
    lines.removeIf([](const QString &line) { return !line.startsWith(QLatin1Char('>')); });
    return lines.join(QLatin1Char('\n'));
}

std::pair<QString, QString> ordered(const QString &address, const QString &other)
{
    const QString a = addressKey(address);
    const QString b = addressKey(other);
    return a < b ? std::pair(a, b) : std::pair(b, a);
}

} // namespace

QList<SamePersonHint> SamePersonReader::hints(ConversationId conversation)
{
    Asked asked;
    asked.conversation = conversation;
    {
        Query q = m_db.query("SELECT c.is_prospect, iif(c.who_name = '', ifnull(p.name, ''), c.who_name), c.who_address FROM conversations c "
                             "LEFT JOIN people p ON p.address = lower(c.who_address) WHERE c.id = ?");
        q.bind(conversation);
        if (!q.next())
            return {};
        asked.isProspect = q.flag(0);
        asked.name = q.text(1);
        asked.address = addressKey(q.text(2));
    }
    QList<SamePersonHint> hints;
    if (asked.address.isEmpty() || isOurs(asked.address))
        return hints;
    addNamed(asked, hints);
    addQuoted(asked, hints);
    addNamesakes(asked, hints);
    return hints.mid(0, kMostHints);
}

bool SamePersonReader::isOurs(const QString &address)
{
    return m_db.number("SELECT 1 FROM accounts WHERE email_key = ?1 UNION SELECT 1 FROM account_aliases "
                       "WHERE lower(address) = ?1", 0, address)
        != 0;
}

/// Where that address writes, if anywhere; one of the two must be a prospect.
void SamePersonReader::add(const Asked &asked, SamePersonReason reason, const QString &address, QList<SamePersonHint> &hints)
{
    const bool known = std::any_of(hints.begin(), hints.end(),
        [&](const SamePersonHint &hint) { return hint.otherAddress == address; });
    if (address.isEmpty() || address == asked.address || known || isOurs(address))
        return;
    SamePersonHint hint{reason, asked.address, address, {}, {}};
    bool isProspect = false;
    {
        Query q = m_db.query("SELECT p.name, c.id, c.is_prospect, p.conversation FROM people p LEFT JOIN conversations c ON c.id = "
                             "ifnull(p.conversation, (SELECT max(t.conversation) FROM participants t "
                             "JOIN conversations o ON o.id = t.conversation WHERE t.person = p.id AND o.listed = 1 "
                             "AND lower(o.who_address) = p.address)) WHERE p.address = ?");
        q.bind(address);
        if (q.next()) {
            hint.otherName = q.text(0);
            hint.other = q.id<ConversationId>(1);
            isProspect = q.flag(2);
            if (q.id<ConversationId>(3) == asked.conversation)
                return; // they are one already
        }
    }
    if (hint.other == asked.conversation || (!asked.isProspect && !isProspect))
        return;
    if (!hint.other.isValid() && reason != SamePersonReason::AddressChanged)
        return;
    const auto [first, second] = ordered(asked.address, address);
    if (m_db.number("SELECT 1 FROM different_people WHERE address = ? AND other = ?", 0, first, second) == 0)
        hints.append(hint);
}

/// They said so themselves: here, or in the conversation of the old address.
void SamePersonReader::addNamed(const Asked &asked, QList<SamePersonHint> &hints)
{
    QStringList found;
    {
        Query q = m_db.query("SELECT m.conversation, m.stand_in, c.who_address FROM messages m JOIN conversations c ON c.id = m.conversation "
                             "WHERE m.auto_type = 'address-changed' AND m.stand_in <> ''");
        while (q.next()) {
            const QString named = addressIn(q.text(1));
            if (q.id<ConversationId>(0) == asked.conversation)
                found.append(named);
            else if (named == asked.address)
                found.append(addressKey(q.text(2)));
        }
    }
    for (const QString &address : std::as_const(found))
        add(asked, SamePersonReason::AddressChanged, address, hints);
}

/// Who quotes our mail to a prospect has it from them, or is them.
void SamePersonReader::addQuoted(const Asked &asked, QList<SamePersonHint> &hints)
{
    if (asked.isProspect)
        return;
    const QStringList quoted = quotedAddresses(asked.conversation);
    const bool ours = std::any_of(quoted.begin(), quoted.end(), [this](const QString &address) { return isOurs(address); });
    if (!ours)
        return;
    for (const QString &address : quoted) {
        const bool written = m_db.number("SELECT 1 FROM people WHERE address = ? AND conversation IS NOT NULL AND first_out > 0", 0, address) != 0;
        if (written)
            add(asked, SamePersonReason::QuotedMail, address, hints);
    }
}

QStringList SamePersonReader::quotedAddresses(ConversationId conversation)
{
    static const QRegularExpression shape(QStringLiteral("[A-Za-z0-9._%+'=-]{1,64}@[A-Za-z0-9.-]{1,250}[A-Za-z0-9]"));
    QStringList out;
    Query q = m_db.query("SELECT x.packed FROM messages m JOIN contents x ON x.message = m.id WHERE m.conversation = ? "
                         "AND m.list_class = 1 ORDER BY m.at DESC, m.id DESC LIMIT ?");
    q.bind(conversation, kReadMails);
    while (q.next()) {
        QString quoted;
        try {
            quoted = quotedPart(unpackTexts(q.bytes(0)));
        } catch (const StoreError &) {
            continue; // damaged: no evidence
        }
        auto it = shape.globalMatch(quoted);
        while (it.hasNext() && out.size() < kMostQuoted) {
            const QString address = addressKey(it.next().captured(0));
            if (!out.contains(address))
                out.append(address);
        }
    }
    return out;
}

void SamePersonReader::addNamesakes(const Asked &asked, QList<SamePersonHint> &hints)
{
    const QString domain = accounts::domainOf(asked.address);
    // A first name alone is shared by many.
    if (!asked.name.trimmed().contains(QLatin1Char(' ')) || isFreeMailDomain(domain))
        return;
    QStringList found;
    {
        Query q = m_db.query("SELECT address FROM people WHERE name = ? COLLATE NOCASE AND name <> '' LIMIT ?");
        q.bind(asked.name, kMostNamesakes);
        while (q.next()) {
            if (accounts::domainOf(q.text(0)) == domain)
                found.append(q.text(0));
        }
    }
    for (const QString &address : std::as_const(found))
        add(asked, SamePersonReason::SameName, address, hints);
}

void SamePersonTable::reject(const QString &address, const QString &other)
{
    const auto [first, second] = ordered(address, other);
    if (first.isEmpty() || first == second)
        return;
    m_context.db.change("INSERT OR IGNORE INTO different_people (address, other, at) VALUES (?, ?, ?)", first, second, m_context.now);
    if (m_context.db.changes() > 0)
        appendDecision(m_context, {QStringLiteral("not-same-person"), first + QLatin1Char(' ') + second, {}, {}});
}

} // namespace inlet::store
