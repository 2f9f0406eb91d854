// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Suppressions.h"

#include "store/Aggregates.h"
#include "store/Decisions.h"
#include "store/values/Ledger.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace inlet::store
{

namespace
{

constexpr qsizetype kMaxPattern = 320; ///< RFC 5321 section 4.5.3.1: 64 + 1 + 255
constexpr const char *kSuppressionColumns = "SELECT pattern, reason, source, message_id, at FROM suppressions ";

struct SourceName {
    SuppressionSource source;
    const char *name;
};
constexpr std::array kSourceNames = {SourceName{SuppressionSource::Rep, "rep"},
    SourceName{SuppressionSource::Bounce, "bounce"}, SourceName{SuppressionSource::Refusal, "refusal"},
    SourceName{SuppressionSource::OptOut, "opt-out"}, SourceName{SuppressionSource::Import, "import"}};

Suppression readSuppression(const Query &q)
{
    return {q.text(0), q.text(1), SuppressionSource(q.integer(2)), q.text(3), fromMs(q.number(4))};
}

/// In ASCII form where it has one; what is no domain name stays as it is, so that it matches itself.
QString asciiDomain(const QString &domain)
{
    const QString ascii = QString::fromLatin1(QUrl::toAce(domain));
    return ascii.isEmpty() ? domain : ascii.toLower();
}

/// The key under which an address or domain is looked up; lenient, because what is asked for may
/// come from a message.
QString lookupKey(const QString &address)
{
    QString key = addressKey(address);
    while (key.endsWith(QLatin1Char('.')))
        key.chop(1);
    const qsizetype at = key.lastIndexOf(QLatin1Char('@'));
    return at < 0 ? asciiDomain(key) : key.left(at + 1) + asciiDomain(key.mid(at + 1));
}

bool isHidden(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

} // namespace

QString nameOf(SuppressionSource source)
{
    for (const SourceName &entry : kSourceNames) {
        if (entry.source == source)
            return QLatin1String(entry.name);
    }
    return {};
}

std::optional<SuppressionSource> suppressionSourceFromName(const QString &name)
{
    for (const SourceName &entry : kSourceNames) {
        if (name.compare(QLatin1String(entry.name), Qt::CaseInsensitive) == 0)
            return entry.source;
    }
    return std::nullopt;
}

QString suppressionPattern(const QString &typed)
{
    QString key = lookupKey(typed);
    if (key.startsWith(QLatin1Char('@')))
        key.remove(0, 1);
    const bool hidden = std::any_of(key.cbegin(), key.cend(), [](QChar c) { return isHidden(c); });
    if (key.isEmpty() || key.size() > kMaxPattern || hidden)
        return {};
    const qsizetype at = key.lastIndexOf(QLatin1Char('@'));
    const QString domain = key.mid(at + 1);
    // "com" would silence the world; an address without a domain is a typing mistake.
    const bool whole = domain.contains(QLatin1Char('.')) && !domain.startsWith(QLatin1Char('.'))
        && !domain.contains(QLatin1String(".."));
    return whole && at != 0 ? key : QString();
}

QList<Suppression> SuppressionReader::all()
{
    QList<Suppression> out;
    Query q = m_db.query(std::string(kSuppressionColumns) + "ORDER BY pattern");
    while (q.next())
        out.append(readSuppression(q));
    return out;
}

std::optional<Suppression> SuppressionReader::covering(const QString &address)
{
    QString pattern = lookupKey(address);
    // The address, then its domain, then the domains above it.
    while (!pattern.isEmpty()) {
        Query q = m_db.query(std::string(kSuppressionColumns) + "WHERE pattern = ?");
        q.bind(pattern);
        if (q.next())
            return readSuppression(q);
        const qsizetype at = pattern.lastIndexOf(QLatin1Char('@'));
        const qsizetype cut = at >= 0 ? at : pattern.indexOf(QLatin1Char('.'));
        pattern = cut >= 0 ? pattern.mid(cut + 1) : QString();
    }
    return std::nullopt;
}

bool SuppressionTable::add(const Suppression &entry, bool asDecision)
{
    const bool isNew = insert(entry, asDecision);
    if (isNew)
        stopWaiting(suppressionPattern(entry.pattern));
    return isNew;
}

qint64 SuppressionTable::add(const QList<Suppression> &entries)
{
    qint64 added = 0;
    for (const Suppression &entry : entries)
        added += insert(entry, true) ? 1 : 0;
    if (added > 0)
        stopWaiting();
    return added;
}

bool SuppressionTable::insert(const Suppression &entry, bool asDecision)
{
    const QString pattern = suppressionPattern(entry.pattern);
    if (pattern.isEmpty())
        throw StoreError(Error{ErrorKind::Config,
            QStringLiteral("'%1' is neither an address nor a domain").arg(cleaned(entry.pattern, 100)), {}, {}});
    const qint64 at = entry.at.isValid() ? toMs(entry.at) : m_context.now;
    m_context.db.change("INSERT OR IGNORE INTO suppressions (pattern, reason, source, message_id, at) "
                        "VALUES (?, ?, ?, ?, ?)",
        pattern, cleaned(entry.reason, 500), entry.source, cleaned(entry.messageId, 998), at);
    if (m_context.db.changes() == 0) {
        if (entry.source == SuppressionSource::Bounce || entry.source == SuppressionSource::Refusal || entry.source == SuppressionSource::Import)
            addGrounds(pattern, entry);
        return false;
    }
    m_context.changes.suppressions = true;
    if (asDecision)
        appendDecision(m_context, {QStringLiteral("suppress"), pattern, {}, {}});
    return true;
}

void SuppressionTable::stopWaiting(const QString &pattern)
{
    QList<QPair<LedgerId, QString>> stopped;
    {
        // As the condition of ledger_unfinished.
        Query q = m_context.db.query("SELECT id, recipients FROM ledger WHERE state IN (0, 1, 2, 3, 5) AND state IN (?, ?) "
                                     "AND instr(lower(recipients), ?) > 0");
        q.bind(LedgerState::UndoWindow, LedgerState::Queued, pattern);
        while (q.next()) {
            const QStringList recipients = q.text(1).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
            const auto one = std::find_if(recipients.begin(), recipients.end(),
                [this](const QString &recipient) { return SuppressionReader(m_context.db).covering(recipient).has_value(); });
            if (one != recipients.end())
                stopped.append({q.id<LedgerId>(0), *one});
        }
    }
    Aggregates aggregates(m_context);
    for (const auto &[id, recipient] : std::as_const(stopped)) {
        // The time stays: who takes the entry back takes this back, too.
        m_context.db.change("UPDATE ledger SET state = ?, state_at = ?, note = ? WHERE id = ?", LedgerState::Failed, m_context.now,
            suppressedNote(recipient), id);
        m_context.changes.ledger.insert(id);
        const ConversationId conversation(m_context.db.number("SELECT conversation FROM ledger WHERE id = ?", 0, id));
        if (conversation.isValid())
            aggregates.touch(conversation);
    }
    aggregates.flush();
}

void SuppressionTable::resume(const QDateTime &since, const QStringList &only)
{
    QList<QPair<LedgerId, ConversationId>> stopped;
    {
        Query q = m_context.db.query("SELECT id, conversation, recipients, note FROM ledger WHERE state = ? AND state_at >= ? AND due_at > ?");
        q.bind(LedgerState::Failed, toMs(since), m_context.now);
        while (q.next()) {
            const QStringList recipients = q.text(2).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
            const bool wasThis = std::any_of(recipients.begin(), recipients.end(), [&](const QString &one) {
                return q.text(3) == suppressedNote(one) && (only.isEmpty() || only.contains(suppressionPattern(one)));
            });
            const bool stays = std::any_of(recipients.begin(), recipients.end(),
                [this](const QString &one) { return SuppressionReader(m_context.db).covering(one).has_value(); });
            if (wasThis && !stays)
                stopped.append({q.id<LedgerId>(0), q.id<ConversationId>(1)});
        }
    }
    Aggregates aggregates(m_context);
    for (const auto &[id, conversation] : std::as_const(stopped)) {
        m_context.db.change("UPDATE ledger SET state = ?, state_at = ?, note = '' WHERE id = ?", LedgerState::Queued, m_context.now, id);
        m_context.changes.ledger.insert(id);
        if (conversation.isValid())
            aggregates.touch(conversation);
    }
    aggregates.flush();
}

void SuppressionTable::addGrounds(const QString &pattern, const Suppression &entry)
{
    m_context.db.change("DELETE FROM undo_suppressions WHERE pattern = ?", pattern);
    if (m_context.db.changes() == 0)
        return;
    m_context.db.change("UPDATE suppressions SET reason = ?, source = ?, message_id = ? WHERE pattern = ?", cleaned(entry.reason, 500),
        entry.source, cleaned(entry.messageId, 998), pattern);
    m_context.changes.suppressions = true;
}

bool SuppressionTable::wasRemoved(const QString &address, const QDateTime &since)
{
    return m_context.db.number("SELECT 1 FROM decisions WHERE verb = 'unsuppress' AND argument = ? AND at >= ? LIMIT 1", 0,
               suppressionPattern(address), toMs(since)) // as the condition of decisions_taken_off
        != 0;
}

bool SuppressionTable::remove(const QString &typed)
{
    m_context.db.change("DELETE FROM suppressions WHERE pattern = ?", suppressionPattern(typed));
    if (m_context.db.changes() == 0)
        return false;
    m_context.changes.suppressions = true;
    appendDecision(m_context, {QStringLiteral("unsuppress"), suppressionPattern(typed), {}, {}});
    return true;
}

} // namespace inlet::store
