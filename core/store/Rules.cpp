// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Rules.h"

#include "mime/Mime.h"
#include "store/values/Suppression.h"
#include "store/ConversationReader.h"
#include "store/Packing.h"
#include "store/OwnCategories.h"
#include "store/Proposals.h"
#include "store/SearchQuery.h"

#include <array>

namespace inlet::store
{

namespace
{

constexpr int kMaxRules = 1000;
constexpr int kMaxCandidates = 20'000;
constexpr int kExamples = 50;
constexpr qsizetype kMaxRulePattern = 300;
constexpr qsizetype kMaxRuleWords = 5000; ///< of a text that are compared
constexpr qsizetype kPhraseWords = 8; ///< of a subject or a sentence taken as pattern

struct FieldName {
    Rule::Field field;
    const char *name;
    const char *words;
};
constexpr std::array kFieldNames = {FieldName{Rule::Field::Sender, "sender", "mail from "},
    FieldName{Rule::Field::Domain, "domain", "mail from "},
    FieldName{Rule::Field::Subject, "subject", "mail with the subject "},
    FieldName{Rule::Field::Words, "words", "mail that says "}};

bool hasWords(const QString &text, const QString &pattern)
{
    const QString wanted = foldedWords(pattern).join(QLatin1Char(' '));
    const QString there = foldedWords(text, kMaxRuleWords).join(QLatin1Char(' '));
    return !wanted.isEmpty()
        && (QLatin1Char(' ') + there + QLatin1Char(' ')).contains(QLatin1Char(' ') + wanted + QLatin1Char(' '));
}

Rule readRule(const Query &q)
{
    return {q.id<RuleId>(0), Rule::Field(q.integer(1)), q.text(2), Category(q.integer(3)), fromMs(q.number(4)), q.text(5)};
}

/// How the text begins, without marks.
QString firstWords(const QString &text)
{
    return foldedWords(text.left(400)).mid(0, kPhraseWords).join(QLatin1Char(' '));
}

} // namespace

QString nameOf(Rule::Field field)
{
    return QLatin1String(kFieldNames.at(size_t(field)).name);
}

std::optional<Rule::Field> ruleFieldFromName(const QString &name)
{
    for (const FieldName &entry : kFieldNames) {
        if (name.compare(QLatin1String(entry.name), Qt::CaseInsensitive) == 0)
            return entry.field;
    }
    return std::nullopt;
}

QString describe(const Rule &rule)
{
    const bool words = rule.field == Rule::Field::Subject || rule.field == Rule::Field::Words;
    const QString pattern = words ? QLatin1Char('"') + rule.pattern + QLatin1Char('"') : rule.pattern;
    return QLatin1String(kFieldNames.at(size_t(rule.field)).words) + pattern + QStringLiteral(" is ")
        + (rule.ownCategory.isEmpty() ? nameOf(rule.category) : rule.ownCategory);
}

bool matches(const Rule &rule, const RuleFacts &facts)
{
    const QString from = addressKey(facts.from);
    switch (rule.field) {
    case Rule::Field::Sender:
        return from == rule.pattern;
    case Rule::Field::Domain: {
        const QString domain = from.mid(from.lastIndexOf(QLatin1Char('@')) + 1);
        return domain == rule.pattern || domain.endsWith(QLatin1Char('.') + rule.pattern);
    }
    case Rule::Field::Subject:
        return hasWords(facts.subject, rule.pattern);
    case Rule::Field::Words:
        return hasWords(facts.newText, rule.pattern);
    }
    return false;
}

std::optional<Rule> ruleFor(WriteContext &context, const RuleFacts &facts)
{
    if (!context.rules)
        context.rules = RuleReader(context.db).rules();
    for (const Rule &rule : std::as_const(*context.rules)) {
        if (matches(rule, facts))
            return rule;
    }
    return std::nullopt;
}

QList<Rule> RuleReader::rules()
{
    QList<Rule> out;
    Query q = m_db.query("SELECT r.id, field, pattern, category, created_at, ifnull(o.name, '') FROM rules r "
                         "LEFT JOIN own_categories o ON o.id = r.category ORDER BY r.id DESC LIMIT ?");
    q.bind(kMaxRules);
    while (q.next())
        out.append(readRule(q));
    return out;
}

QList<ConversationId> RuleReader::candidates(const Rule &rule)
{
    std::string sql;
    QString first = rule.pattern;
    QString second;
    switch (rule.field) {
    case Rule::Field::Sender:
        sql = "SELECT t.conversation FROM people p JOIN participants t ON t.person = p.id WHERE p.address = ?1 AND ?2 = ''";
        break;
    case Rule::Field::Domain:
        sql = "SELECT id FROM conversations WHERE listed = 1 AND who_address <> '' AND who_domain = ?1 "
              "UNION SELECT id FROM conversations WHERE listed = 1 AND who_address <> '' AND who_domain LIKE ?2";
        second = QStringLiteral("%.") + rule.pattern;
        break;
    case Rule::Field::Subject:
    case Rule::Field::Words: {
        const SearchQuery::Term term{rule.pattern,
            rule.field == Rule::Field::Subject ? SearchQuery::Field::Subject : SearchQuery::Field::Any, false, false};
        sql = "SELECT DISTINCT m.conversation FROM message_index i CROSS JOIN messages m ON m.id = i.rowid "
              "WHERE i.message_index MATCH ?1 AND m.list_class = 1 AND ?2 = ''";
        first = matchExpression({term});
        break;
    }
    }
    QList<ConversationId> out;
    Query q = m_db.query(sql + " LIMIT ?3");
    q.bind(first, second, kMaxCandidates + 1);
    while (q.next())
        out.append(q.id<ConversationId>(0));
    return out;
}

std::optional<RuleMatch> RuleReader::newestFits(ConversationId conversation, const Rule &rule)
{
    Query q = m_db.query("SELECT m.id, m.from_address, m.subject, x.packed, c.category, c.category_source "
                         "FROM messages m JOIN contents x ON x.message = m.id "
                         "JOIN conversations c ON c.id = m.conversation WHERE m.conversation = ? "
                         "AND m.list_class = 1 ORDER BY m.at DESC, m.id DESC LIMIT 1");
    q.bind(conversation);
    if (!q.next())
        return std::nullopt;
    const QString newText = rule.field == Rule::Field::Words ? readableTexts(q.bytes(3)).newText : QString();
    if (!matches(rule, {q.text(1), q.text(2), newText}))
        return std::nullopt;
    return RuleMatch{conversation, q.id<StoredMessageId>(0), Category(q.integer(4)), CategorySource(q.integer(5))};
}

QList<RuleMatch> RuleReader::matchesOf(const Rule &rule, bool *complete)
{
    const QList<ConversationId> all = candidates(rule);
    *complete = all.size() <= kMaxCandidates;
    QList<RuleMatch> out;
    for (const ConversationId conversation : all.mid(0, kMaxCandidates)) {
        if (const auto match = newestFits(conversation, rule))
            out.append(*match);
    }
    return out;
}

RulePreview RuleReader::preview(const Rule &rule)
{
    RulePreview preview;
    preview.rule = rule;
    if (isOwn(rule.category))
        preview.rule.ownCategory = CategoryReader(m_db).nameOf(rule.category);
    QList<ConversationId> changing;
    const QList<RuleMatch> found = matchesOf(rule, &preview.complete);
    for (const RuleMatch &match : found) {
        ++preview.matches;
        if (match.source == CategorySource::Manual)
            ++preview.chosenByHand;
        else if (match.category != rule.category)
            changing.append(match.conversation);
    }
    preview.changes = changing.size();
    std::sort(changing.begin(), changing.end(), std::greater<>());
    preview.examples = ListReader(m_db).rows(changing.mid(0, kExamples), {});
    std::stable_sort(preview.examples.begin(), preview.examples.end(),
        [](const ConversationRow &a, const ConversationRow &b) { return a.sortAt > b.sortAt; });
    return preview;
}

QList<RulePreview> RuleReader::propose(ConversationId conversation, Category category)
{
    QString from;
    QString subject;
    QString newText;
    QString decided;
    {
        Query q = m_db.query("SELECT m.from_address, m.subject, x.packed, m.proposal_why FROM messages m "
                             "JOIN contents x ON x.message = m.id WHERE m.conversation = ? AND m.list_class = 1 "
                             "ORDER BY m.at DESC, m.id DESC LIMIT 1");
        q.bind(conversation);
        if (!q.next())
            return {};
        from = addressKey(q.text(0));
        subject = q.text(1);
        newText = readableTexts(q.bytes(2)).newText;
        // What decided, between the first quotation marks.
        decided = q.text(3).section(QLatin1Char('"'), 1, 1);
    }
    QList<Rule> rules{{{}, Rule::Field::Sender, from, category, {}}};
    const QString domain = from.mid(from.lastIndexOf(QLatin1Char('@')) + 1);
    if (!domain.isEmpty() && !isFreeMailDomain(domain))
        rules.append({{}, Rule::Field::Domain, domain, category, {}});
    // The subject of an answer is ours; one of theirs can be a mark.
    if (mime::bareSubject(subject) == subject.trimmed() && !foldedWords(subject).isEmpty())
        rules.append({{}, Rule::Field::Subject, subject.trimmed().left(kMaxRulePattern), category, {}});
    if (!foldedWords(decided).isEmpty() && hasWords(newText, decided))
        rules.append({{}, Rule::Field::Words, decided, category, {}});
    if (const QString words = firstWords(newText); words.contains(QLatin1Char(' ')))
        rules.append({{}, Rule::Field::Words, words, category, {}});
    QList<RulePreview> out;
    for (const Rule &rule : std::as_const(rules))
        out.append(preview(rule));
    return out;
}

RuleId RuleTable::add(const Rule &rule)
{
    const bool isAddress = rule.field == Rule::Field::Sender || rule.field == Rule::Field::Domain;
    QString pattern = isAddress ? addressKey(rule.pattern) : cleaned(rule.pattern.simplified(), kMaxRulePattern);
    if (rule.field == Rule::Field::Domain && pattern.startsWith(QLatin1Char('@')))
        pattern.remove(0, 1);
    if (pattern.isEmpty() || (!isAddress && foldedWords(pattern).isEmpty()))
        throw StoreError(Error{ErrorKind::Config, QStringLiteral("a rule needs something to compare"), {}, {}});
    CategoryTable(m_context).require(rule.category);
    m_context.db.change("DELETE FROM rules WHERE field = ? AND pattern = ?", rule.field, pattern);
    m_context.db.change("INSERT INTO rules (field, pattern, category, created_at) VALUES (?, ?, ?, ?)", rule.field,
        pattern, rule.category, m_context.now);
    const RuleId id(m_context.db.lastId());
    m_context.rules.reset();
    m_context.changes.rules = true;
    bool complete = true;
    const QList<RuleMatch> found = RuleReader(m_context.db).matchesOf({id, rule.field, pattern, rule.category, {}}, &complete);
    for (const RuleMatch &match : found) {
        Proposals(m_context).refresh(match.message);
        m_aggregates.touch(match.conversation);
    }
    return id;
}

void RuleTable::remove(RuleId id)
{
    m_context.db.change("DELETE FROM rules WHERE id = ?", id);
    if (m_context.db.changes() == 0)
        throwNotFound(QStringLiteral("rule %1").arg(id.number()));
    m_context.rules.reset();
    m_context.changes.rules = true;
    QList<QPair<StoredMessageId, ConversationId>> sorted;
    {
        Query q = m_context.db.query("SELECT id, conversation FROM messages WHERE proposal_rule > 0 AND proposal_rule = ?");
        q.bind(id);
        while (q.next())
            sorted.append({q.id<StoredMessageId>(0), q.id<ConversationId>(1)});
    }
    for (const auto &[message, conversation] : std::as_const(sorted)) {
        Proposals(m_context).refresh(message);
        m_aggregates.touch(conversation);
    }
}

} // namespace inlet::store
