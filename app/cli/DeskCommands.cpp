// SPDX-License-Identifier: GPL-3.0-or-later
// The do-not-contact list, the log of decisions, rules and bounces: what follows from sorting mail.
#include "cli/Command.h"

#include "engine/RuleFile.h"
#include "engine/SuppressionFile.h"

#include <QFile>
#include <QSaveFile>

namespace inlet::cli
{

namespace
{

constexpr int kMostDecisions = 1000;
constexpr qint64 kLargestList = 64LL * 1024 * 1024;

Exit wrong(const Session &session, const QString &text)
{
    return session.output.fail({ErrorKind::Config, text, {}, {}});
}

Exit listSuppressions(const Session &session)
{
    using Rows = QList<store::Suppression>;
    const auto rows = readResult<Rows>(session.store(), [](store::ReadSession &reader) { return reader.suppressions(); });
    if (!rows)
        return session.output.fail(rows.error());
    for (const store::Suppression &entry : *rows)
        session.output.row(suppressionJson(entry), QStringLiteral("%1 (%2, %3) %4").arg(entry.pattern, store::nameOf(entry.source), entry.at.date().toString(Qt::ISODate), entry.reason));
    return Exit::Done;
}

Exit exportSuppressions(const Session &session, const QString &path)
{
    using Rows = QList<store::Suppression>;
    const auto rows = readResult<Rows>(session.store(), [](store::ReadSession &reader) { return reader.suppressions(); });
    if (!rows)
        return session.output.fail(rows.error());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(engine::writeSuppressionFile(*rows)) < 0 || !file.commit())
        return session.output.fail({ErrorKind::Storage, QStringLiteral("%1 cannot be written").arg(path), {}, {}});
    session.output.row({{QStringLiteral("file"), path}, {QStringLiteral("rows"), rows->size()}}, QStringLiteral("%1: %2 rows").arg(path).arg(rows->size()));
    return Exit::Done;
}

Result<QByteArray> listFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Storage, QStringLiteral("%1 cannot be read").arg(path), {}, {}};
    if (file.size() > kLargestList)
        return Error{ErrorKind::Storage, QStringLiteral("%1 is larger than 64 MB").arg(path), {}, {}};
    return file.readAll();
}

Exit importSuppressions(const Session &session, const QString &path)
{
    const auto text = listFile(path);
    if (!text)
        return session.output.fail(text.error());
    const engine::SuppressionImport found = engine::readSuppressionFile(*text);
    for (const auto &problem : found.problems)
        session.output.message(QStringLiteral("line %1: %2").arg(problem.line).arg(problem.text));
    qint64 added = 0;
    const bool dry = session.arguments.has(QStringLiteral("--dry-run"));
    if (!dry) {
        const auto done = session.store().writeAndWait("import suppressions", [&](store::WriteTransaction &transaction) -> Result<void> {
            const auto all = transaction.suppress(found.entries);
            if (!all)
                return all.error();
            added = *all;
            return {};
        });
        if (!done)
            return session.output.fail(done.error());
    }
    session.output.row({{QStringLiteral("read"), found.read}, {QStringLiteral("added"), added}, {QStringLiteral("left_out"), found.problems.size()}, {QStringLiteral("dry_run"), dry}},
        QStringLiteral("%1 entries read, %2 new, %3 lines left out").arg(found.read).arg(added).arg(found.problems.size()));
    return Exit::Done;
}

Exit changeSuppression(const Session &session, const QString &typed, bool add)
{
    const QString pattern = store::suppressionPattern(typed);
    if (pattern.isEmpty())
        return wrong(session, QStringLiteral("'%1' is neither an address nor a domain").arg(typed.left(100)));
    if (add && !pattern.contains(QLatin1Char('@')) && store::isFreeMailDomain(pattern))
        return wrong(session, QStringLiteral("millions of people have their mailbox at %1; add single addresses").arg(pattern));
    const QString reason = session.arguments.value(QStringLiteral("--reason"), QStringLiteral("command line"));
    const auto done = session.store().writeAndWait("suppress", [&](store::WriteTransaction &transaction) {
        return add ? transaction.suppress(pattern, reason) : transaction.unsuppress(pattern);
    });
    if (!done)
        return session.output.fail(done.error());
    session.output.row({{QStringLiteral("address"), pattern}, {QStringLiteral("suppressed"), add}}, pattern);
    return Exit::Done;
}

Exit checkSuppression(const Session &session, const QString &address)
{
    using Entry = std::optional<store::Suppression>;
    const auto entry = readResult<Entry>(session.store(), [&](store::ReadSession &reader) { return reader.suppressionOf(address); });
    if (!entry)
        return session.output.fail(entry.error());
    QJsonObject row = *entry ? suppressionJson(**entry) : QJsonObject();
    row.insert(QStringLiteral("asked"), address);
    row.insert(QStringLiteral("suppressed"), entry->has_value());
    session.output.row(row, *entry ? QStringLiteral("%1 must not be written to: %2 %3").arg(address, (*entry)->pattern, (*entry)->reason) : QStringLiteral("%1 is free").arg(address));
    return Exit::Done;
}

Exit suppress(const Session &session)
{
    const QStringList &words = session.arguments.positional();
    const QString &verb = words.first();
    if (verb == QLatin1String("list") && words.size() == 1)
        return listSuppressions(session);
    if (words.size() == 2) {
        if (verb == QLatin1String("add") || verb == QLatin1String("remove"))
            return changeSuppression(session, words.at(1), verb == QLatin1String("add"));
        if (verb == QLatin1String("check"))
            return checkSuppression(session, words.at(1));
        if (verb == QLatin1String("import"))
            return importSuppressions(session, words.at(1));
        if (verb == QLatin1String("export"))
            return exportSuppressions(session, words.at(1));
    }
    return wrong(session, QStringLiteral("suppress wants: add|remove|check ADDRESS|DOMAIN, import|export FILE, or list"));
}

Exit history(const Session &session)
{
    using Records = QList<store::DecisionRecord>;
    const auto id = idFrom<ConversationId>(session.arguments.positional().first());
    if (!id)
        return session.output.fail(id.error());
    const auto records = readResult<Records>(session.store(), [&](store::ReadSession &reader) { return reader.history(*id, kMostDecisions); });
    if (!records)
        return session.output.fail(records.error());
    for (const store::DecisionRecord &record : *records) {
        session.output.row({{QStringLiteral("at"), isoTime(record.at)}, {QStringLiteral("author"), record.author}, {QStringLiteral("ours"), record.ours},
                               {QStringLiteral("verb"), record.verb}, {QStringLiteral("argument"), record.argument}, {QStringLiteral("message_id"), record.messageId},
                               {QStringLiteral("taken_back"), record.takenBack}},
            QStringLiteral("%1 %2 %3%4").arg(isoTime(record.at), record.verb, record.argument, record.takenBack ? QStringLiteral(" (taken back)") : QString()));
    }
    return Exit::Done;
}

QJsonObject ruleJson(const store::Rule &rule)
{
    return {{QStringLiteral("rule"), rule.id.number()}, {QStringLiteral("field"), store::nameOf(rule.field)}, {QStringLiteral("pattern"), rule.pattern},
        {QStringLiteral("category"), rule.ownCategory.isEmpty() ? store::nameOf(rule.category) : rule.ownCategory}, {QStringLiteral("words"), store::describe(rule)}};
}

void printPreview(const Session &session, const store::RulePreview &preview)
{
    QJsonObject row = ruleJson(preview.rule);
    row.insert(QStringLiteral("matches"), preview.matches);
    row.insert(QStringLiteral("changes"), preview.changes);
    row.insert(QStringLiteral("chosen_by_hand"), preview.chosenByHand);
    row.insert(QStringLiteral("complete"), preview.complete);
    QJsonArray examples;
    for (const store::ConversationRow &example : preview.examples)
        examples.append(example.id.number());
    row.insert(QStringLiteral("examples"), examples);
    session.output.row(row, QStringLiteral("%1: %2 match, %3 change, %4 stay as chosen by hand").arg(store::describe(preview.rule)).arg(preview.matches).arg(preview.changes).arg(preview.chosenByHand));
}

Exit listRules(const Session &session)
{
    const auto rules = readResult<QList<store::Rule>>(session.store(), [](store::ReadSession &reader) { return reader.rules(); });
    if (!rules)
        return session.output.fail(rules.error());
    for (const store::Rule &rule : *rules)
        session.output.row(ruleJson(rule), QStringLiteral("%1 %2").arg(rule.id.number(), 5).arg(store::describe(rule)));
    return Exit::Done;
}

Exit addRule(const Session &session, const store::Rule &rule)
{
    if (session.arguments.has(QStringLiteral("--dry-run"))) {
        const auto preview = readResult<store::RulePreview>(session.store(), [&](store::ReadSession &reader) { return reader.previewRule(rule); });
        if (!preview)
            return session.output.fail(preview.error());
        printPreview(session, *preview);
        return Exit::Done;
    }
    store::Rule stored = rule;
    const auto done = session.store().writeAndWait("add rule", [&](store::WriteTransaction &transaction) -> Result<void> {
        const auto added = transaction.addRule(rule);
        if (!added)
            return added.error();
        stored.id = *added;
        return {};
    });
    if (!done)
        return session.output.fail(done.error());
    session.output.row(ruleJson(stored), store::describe(stored));
    return Exit::Done;
}

Exit exportRules(const Session &session, const QString &path)
{
    const auto rules = readResult<QList<store::Rule>>(session.store(), [](store::ReadSession &reader) { return reader.rules(); });
    if (!rules)
        return session.output.fail(rules.error());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(engine::writeRuleFile(*rules)) < 0 || !file.commit())
        return session.output.fail({ErrorKind::Storage, QStringLiteral("%1 cannot be written").arg(path), {}, {}});
    session.output.row({{QStringLiteral("file"), path}, {QStringLiteral("rows"), rules->size()}}, QStringLiteral("%1: %2 rows").arg(path).arg(rules->size()));
    return Exit::Done;
}

Exit importRules(const Session &session, const QString &path)
{
    const auto text = listFile(path);
    if (!text)
        return session.output.fail(text.error());
    const engine::RuleImport found = engine::readRuleFile(*text, session.ownCategories());
    for (const auto &problem : found.problems)
        session.output.message(QStringLiteral("line %1: %2").arg(problem.line).arg(problem.text));
    qint64 added = 0;
    const bool dry = session.arguments.has(QStringLiteral("--dry-run"));
    if (!dry) {
        const auto done = session.store().writeAndWait("import rules", [&](store::WriteTransaction &transaction) -> Result<void> {
            const auto all = engine::addRules(transaction, found.rules);
            if (!all)
                return all.error();
            added = *all;
            return {};
        });
        if (!done)
            return session.output.fail(done.error());
    }
    session.output.row({{QStringLiteral("read"), found.read}, {QStringLiteral("added"), added}, {QStringLiteral("left_out"), found.problems.size()}, {QStringLiteral("dry_run"), dry}},
        QStringLiteral("%1 rules read, %2 new, %3 lines left out").arg(found.read).arg(added).arg(found.problems.size()));
    return Exit::Done;
}

Exit rule(const Session &session)
{
    const QStringList &words = session.arguments.positional();
    if (words.first() == QLatin1String("list") && words.size() == 1)
        return listRules(session);
    if (words.first() == QLatin1String("import") && words.size() == 2)
        return importRules(session, words.at(1));
    if (words.first() == QLatin1String("export") && words.size() == 2)
        return exportRules(session, words.at(1));
    if (words.first() == QLatin1String("remove") && words.size() == 2) {
        const auto id = idFrom<RuleId>(words.at(1));
        if (!id)
            return session.output.fail(id.error());
        const auto done = session.store().writeAndWait("remove rule", [&](store::WriteTransaction &transaction) { return transaction.removeRule(*id); });
        return done ? Exit::Done : session.output.fail(done.error());
    }
    if (words.first() == QLatin1String("add") && words.size() == 4) {
        const auto field = store::ruleFieldFromName(words.at(1));
        const auto category = session.categoryNamed(words.at(3));
        if (!category)
            return session.output.fail(category.error());
        if (field) {
            const QString own = session.ownNameOf(*category);
            return addRule(session, {{}, *field, words.at(2).trimmed().toLower(), *category, {}, own});
        }
    }
    return wrong(session, QStringLiteral("rule wants: add sender|domain|subject|words PATTERN CATEGORY [--dry-run], remove RULE, import FILE [--dry-run], export FILE, or list"));
}

/// The bounces that make up a cause, named as the list of causes names it.
Exit bouncesOf(const Session &session, const QString &reason, const QList<store::BounceCause> &causes, const QDateTime &since)
{
    QList<store::BounceCause> meant = causes;
    meant.removeIf([&reason](const store::BounceCause &cause) { return cause.reason.compare(reason, Qt::CaseInsensitive) != 0; });
    if (meant.isEmpty())
        return session.output.fail({ErrorKind::NotFound, QStringLiteral("no bounce of the cause '%1' in that time; 'inletctl bounces' lists the causes").arg(reason.left(100)), {}, {}});
    const Emails emails = session.emails();
    for (const store::BounceCause &cause : std::as_const(meant)) {
        const auto facts = readResult<QList<store::BounceFact>>(session.store(), [&](store::ReadSession &reader) { return reader.bouncesOf(cause.type, cause.reason, since); });
        if (!facts)
            return session.output.fail(facts.error());
        for (const store::BounceFact &fact : *facts) {
            const QString sender = emails.value(fact.account);
            session.output.row({{QStringLiteral("recipient"), fact.recipient}, {QStringLiteral("sender"), sender}, {QStringLiteral("cause"), fact.reason},
                                   {QStringLiteral("type"), triage::nameOf(fact.type)}, {QStringLiteral("status"), QString::fromLatin1(fact.status)},
                                   {QStringLiteral("diagnostic"), fact.diagnostic}, {QStringLiteral("at"), isoTime(fact.at)}, {QStringLiteral("conversation"), fact.conversation.number()}},
                QStringLiteral("%1 %2, from %3: %4").arg(isoTime(fact.at), fact.recipient, sender, fact.diagnostic.isEmpty() ? QString::fromLatin1(fact.status) : fact.diagnostic));
        }
    }
    return Exit::Done;
}

Exit bounces(const Session &session)
{
    const auto days = session.arguments.number(QStringLiteral("--days"), 30, 1, 3650);
    if (!days)
        return session.output.fail(days.error());
    const QDateTime since = session.context.clock().nowUtc().addDays(-*days);
    const Emails emails = session.emails();
    const auto causes = readResult<QList<store::BounceCause>>(session.store(), [&](store::ReadSession &reader) { return reader.bounceCauses(since); });
    const auto health = readResult<QList<store::SendingHealth>>(session.store(), [&](store::ReadSession &reader) { return reader.sendingHealth(since); });
    if (!causes || !health)
        return session.output.fail(causes ? health.error() : causes.error());
    if (const QString cause = session.arguments.value(QStringLiteral("--cause")); !cause.isEmpty())
        return bouncesOf(session, cause, *causes, since);
    for (const store::BounceCause &cause : *causes) {
        session.output.row({{QStringLiteral("cause"), cause.reason}, {QStringLiteral("type"), triage::nameOf(cause.type)}, {QStringLiteral("count"), cause.count},
                               {QStringLiteral("domains"), QJsonArray::fromStringList(cause.domains)}, {QStringLiteral("example"), cause.example}, {QStringLiteral("last_at"), isoTime(cause.lastAt)}},
            QStringLiteral("%1 %2: %3 (%4)").arg(cause.count, 6).arg(triage::nameOf(cause.type), cause.reason, cause.domains.join(QStringLiteral(", "))));
    }
    for (const store::SendingHealth &one : *health) {
        const QString who = one.account.isValid() ? emails.value(one.account) : one.domain;
        session.output.row({{QStringLiteral("sender"), who}, {QStringLiteral("sent"), one.sent}, {QStringLiteral("hard"), one.hard}, {QStringLiteral("soft"), one.soft},
                               {QStringLiteral("block"), one.block}, {QStringLiteral("rate"), one.rate},
                               {QStringLiteral("level"), one.level == store::SendingHealth::Level::Good ? QStringLiteral("good") : one.level == store::SendingHealth::Level::Warn ? QStringLiteral("warn") : QStringLiteral("stop")},
                               {QStringLiteral("words"), one.words}},
            QStringLiteral("%1: %2 sent, %3 %").arg(who).arg(one.sent).arg(one.rate, 0, 'f', 1));
    }
    return Exit::Done;
}

} // namespace

QList<Command> deskCommands()
{
    const QString dry = QStringLiteral("--dry-run");
    return {
        {"suppress", "add|remove|check ADDRESS|DOMAIN [--reason R] | import FILE [--dry-run] | export FILE | list", "who must not be written to", Needs::Write,
            {.switches = {dry}, .valued = {QStringLiteral("--reason")}, .minPositional = 1, .maxPositional = 2}, suppress, {}, {QStringLiteral("list"), QStringLiteral("check"), QStringLiteral("export"), QStringLiteral("import --dry-run")}},
        {"history", "CONVERSATION", "who decided what about it", Needs::Read, {.switches = {}, .valued = {}, .minPositional = 1, .maxPositional = 1}, history, {}},
        {"rule", "add sender|domain|subject|words PATTERN CATEGORY [--dry-run] | remove RULE | import FILE [--dry-run] | export FILE | list", "mail like this is of that category", Needs::Write,
            {.switches = {dry}, .valued = {}, .minPositional = 1, .maxPositional = 4}, rule, {}, {QStringLiteral("list"), QStringLiteral("export"), QStringLiteral("add --dry-run"), QStringLiteral("import --dry-run")}},
        {"bounces", "[--days N] [--cause CAUSE]", "bounces by cause, and how each mailbox fares; or those of one cause", Needs::Read, {.switches = {}, .valued = {QStringLiteral("--days"), QStringLiteral("--cause")}, .minPositional = 0, .maxPositional = 0}, bounces, {}},
    };
}

} // namespace inlet::cli
