// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of leads: who is a prospect beside whom we have written to.
#include "cli/Command.h"

#include "engine/LeadFile.h"

#include <QFile>

namespace inlet::cli
{

namespace
{

constexpr qsizetype kLeadsAtOnce = 1'000;

Exit refused(const Session &session, const QString &text)
{
    return session.output.fail({ErrorKind::Config, text, {}, {}});
}

Result<QByteArray> leadFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Storage, QStringLiteral("%1 cannot be read").arg(path), {}, {}};
    if (file.size() > engine::kMostLeadOctets)
        return Error{ErrorKind::Storage, QStringLiteral("%1 is larger than 256 MB").arg(path), {}, {}};
    return file.readAll();
}

/// "--map COLUMN=USE", the column by its title or its number.
Result<void> map(engine::LeadSheet &sheet, const QStringList &wishes)
{
    for (const QString &wish : wishes) {
        const QString title = wish.section(QLatin1Char('='), 0, -2).trimmed();
        const auto target = engine::leadTargetFromName(wish.section(QLatin1Char('='), -1).trimmed());
        if (title.isEmpty() || !target)
            return Error{ErrorKind::Config, QStringLiteral("--map wants COLUMN=USE, where USE is email, first-name, last-name, name, company, title, phone, web, city, timezone, campaign, custom or ignore"), {}, {}};
        qsizetype at = title.toLongLong() - 1;
        for (qsizetype i = 0; i < sheet.columns.size(); ++i) {
            if (sheet.columns.at(i).header.compare(title, Qt::CaseInsensitive) == 0)
                at = i;
        }
        if (at < 0 || at >= sheet.columns.size())
            return Error{ErrorKind::Config, QStringLiteral("there is no column '%1'").arg(title.left(100)), {}, {}};
        // What was guessed gives way to what was said.
        for (engine::LeadColumn &column : sheet.columns) {
            if (column.target == *target && *target != engine::LeadTarget::Custom && *target != engine::LeadTarget::Ignore)
                column.target = engine::LeadTarget::Custom;
        }
        sheet.columns[at].target = *target;
    }
    const QString problem = sheet.mappingProblem();
    return problem.isEmpty() ? Result<void>() : Result<void>(Error{ErrorKind::Config, problem, {}, {}});
}

Result<store::LeadCounts> storeAll(const Session &session, const QList<store::Lead> &leads)
{
    store::LeadCounts all;
    for (qsizetype at = 0; at < leads.size(); at += kLeadsAtOnce) {
        const auto done = session.store().writeAndWait("import leads", [&](store::WriteTransaction &transaction) -> Result<void> {
            const auto counts = transaction.importLeads(leads.mid(at, kLeadsAtOnce));
            if (!counts)
                return counts.error();
            all.added += counts->added;
            all.updated += counts->updated;
            all.unchanged += counts->unchanged;
            all.moved += counts->moved;
            return {};
        });
        if (!done)
            return done.error();
    }
    return all;
}

Exit importLeads(const Session &session, const QString &path)
{
    const auto octets = leadFile(path);
    if (!octets)
        return session.output.fail(octets.error());
    engine::LeadSheet sheet = engine::openLeadFile(*octets);
    if (!sheet.problem.isEmpty())
        return refused(session, sheet.problem);
    if (const auto mapped = map(sheet, session.arguments.values(QStringLiteral("--map"))); !mapped)
        return session.output.fail(mapped.error());
    for (const engine::LeadColumn &column : std::as_const(sheet.columns))
        session.output.message(QStringLiteral("%1: %2").arg(column.header, engine::nameOf(column.target)));
    engine::LeadList list = engine::readLeads(sheet);
    Result<void> compared = Error{ErrorKind::Storage, QStringLiteral("the database cannot be read"), {}, {}};
    session.store().readHere([&](store::ReadSession &reader) { compared = engine::compareLeads(reader, list); });
    if (!compared)
        return session.output.fail(compared.error());
    for (const engine::LeadProblem &problem : std::as_const(list.problems))
        session.output.message(QStringLiteral("line %1: %2").arg(problem.line).arg(problem.text));
    const bool dry = session.arguments.has(QStringLiteral("--dry-run"));
    store::LeadCounts counts;
    if (!dry) {
        const auto stored = storeAll(session, list.leads);
        if (!stored)
            return session.output.fail(stored.error());
        counts = *stored;
    }
    session.output.row({{QStringLiteral("new"), list.fresh()}, {QStringLiteral("known"), list.known}, {QStringLiteral("left_out"), list.unusable},
                           {QStringLiteral("duplicates"), list.duplicates}, {QStringLiteral("suppressed"), list.suppressed}, {QStringLiteral("added"), counts.added},
                           {QStringLiteral("updated"), counts.updated}, {QStringLiteral("moved"), counts.moved}, {QStringLiteral("dry_run"), dry}},
        QStringLiteral("%1 new, %2 known, %3 lines cannot be used, %4 twice in the list, %5 on the do-not-contact list")
            .arg(list.fresh()).arg(list.known).arg(list.unusable).arg(list.duplicates).arg(list.suppressed));
    return Exit::Done;
}

Exit showLead(const Session &session, const QString &address)
{
    const auto lead = readResult<store::Lead>(session.store(), [&](store::ReadSession &reader) { return reader.listedLead(address); });
    if (!lead)
        return session.output.fail(lead.error());
    if (lead->isEmpty())
        return session.output.fail({ErrorKind::NotFound, QStringLiteral("%1 is in no list").arg(address), {}, {}});
    QJsonObject fields;
    for (const store::LeadField &field : lead->fields)
        fields.insert(field.name, field.value);
    session.output.row({{QStringLiteral("address"), lead->address}, {QStringLiteral("first_name"), lead->firstName}, {QStringLiteral("last_name"), lead->lastName},
                           {QStringLiteral("company"), lead->company}, {QStringLiteral("title"), lead->title}, {QStringLiteral("phone"), lead->phone},
                           {QStringLiteral("web"), lead->web}, {QStringLiteral("city"), lead->city}, {QStringLiteral("timezone"), lead->timeZone},
                           {QStringLiteral("campaign"), lead->campaign}, {QStringLiteral("fields"), fields}},
        QStringLiteral("%1: %2 %3, %4, %5").arg(lead->address, lead->firstName, lead->lastName, lead->company, lead->campaign));
    return Exit::Done;
}

Exit leads(const Session &session)
{
    const QStringList &words = session.arguments.positional();
    if (words.first() == QLatin1String("import"))
        return importLeads(session, words.at(1));
    if (words.first() == QLatin1String("show"))
        return showLead(session, words.at(1));
    return refused(session, QStringLiteral("leads wants: import FILE [--dry-run] [--map COLUMN=USE]..., or show ADDRESS"));
}

} // namespace

QList<Command> leadCommands()
{
    return {{"leads", "import FILE [--dry-run] [--map COLUMN=USE]... | show ADDRESS", "lists of leads: whoever is in one is a prospect", Needs::Write,
        {.switches = {QStringLiteral("--dry-run")}, .valued = {QStringLiteral("--map")}, .minPositional = 2, .maxPositional = 2}, leads, {}, {QStringLiteral("show"), QStringLiteral("import --dry-run")}}};
}

} // namespace inlet::cli
