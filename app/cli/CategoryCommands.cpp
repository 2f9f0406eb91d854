// SPDX-License-Identifier: GPL-3.0-or-later
// The rep's own categories.
#include "cli/Command.h"

#include <algorithm>

namespace inlet::cli
{

namespace
{

QJsonObject categoryJson(const store::OwnCategory &category, qint64 conversations)
{
    return {{QStringLiteral("category"), category.name}, {QStringLiteral("own"), true}, {QStringLiteral("colour"), category.colour},
        {QStringLiteral("number"), category.number}, {QStringLiteral("keyword"), QString::fromLatin1(category.keyword)},
        {QStringLiteral("conversations"), conversations}};
}

qint64 conversationsIn(const Session &session, store::Category category)
{
    return readResult<qint64>(session.store(), [category](store::ReadSession &reader) { return reader.conversationsIn(category); }).value_or(0);
}

Exit listCategories(const Session &session)
{
    for (int number = 0; number <= int(store::Category::Bounce); ++number) {
        const auto category = store::Category(number);
        const qint64 conversations = conversationsIn(session, category);
        session.output.row({{QStringLiteral("category"), store::nameOf(category)}, {QStringLiteral("own"), false}, {QStringLiteral("conversations"), conversations}},
            QStringLiteral("%1: %2").arg(store::nameOf(category)).arg(conversations));
    }
    const QList<store::OwnCategory> own = session.ownCategories();
    for (const store::OwnCategory &category : own) {
        const qint64 conversations = conversationsIn(session, category.category);
        session.output.row(categoryJson(category, conversations), QStringLiteral("%1: %2").arg(category.name).arg(conversations));
    }
    return Exit::Done;
}

/// A new one, or what the options change of one that is there.
Exit save(const Session &session, store::OwnCategory category)
{
    const auto colour = session.arguments.number(QStringLiteral("--colour"), category.colour, 1, store::OwnCategory::kColours);
    const auto number = session.arguments.number(QStringLiteral("--number"), category.number, 0, 9);
    if (!colour || !number)
        return session.output.fail(colour ? number.error() : colour.error());
    category.colour = *colour;
    category.number = *number;
    category.name = session.arguments.value(QStringLiteral("--name"), category.name);
    const auto done = session.store().writeAndWait("save category", [&](store::WriteTransaction &transaction) -> Result<void> {
        const auto saved = transaction.saveCategory(category);
        category.category = saved.value_or(store::Category::Unsorted);
        return saved ? Result<void>() : Result<void>(saved.error());
    });
    if (!done)
        return session.output.fail(done.error());
    const QList<store::OwnCategory> own = session.ownCategories();
    const auto stored = std::find_if(own.begin(), own.end(), [&](const store::OwnCategory &one) { return one.category == category.category; });
    if (stored != own.end())
        session.output.row(categoryJson(*stored, conversationsIn(session, stored->category)), stored->name);
    return Exit::Done;
}

Exit removeCategory(const Session &session, const store::OwnCategory &category)
{
    const qint64 conversations = conversationsIn(session, category.category);
    const auto done = session.store().writeAndWait("remove category", [&](store::WriteTransaction &transaction) -> Result<void> {
        const auto step = transaction.removeCategory(category.category);
        return step ? Result<void>() : Result<void>(step.error());
    });
    if (!done)
        return session.output.fail(done.error());
    session.output.row(categoryJson(category, conversations), QStringLiteral("removed: %1, %2 conversations are Unsorted now").arg(category.name).arg(conversations));
    return Exit::Done;
}

Exit category(const Session &session)
{
    const QStringList &words = session.arguments.positional();
    if (words.first() == QLatin1String("list") && words.size() == 1)
        return listCategories(session);
    if (words.first() == QLatin1String("add") && words.size() == 2) {
        store::OwnCategory fresh;
        fresh.name = words.at(1);
        return save(session, fresh);
    }
    const bool changes = words.first() == QLatin1String("set");
    if ((changes || words.first() == QLatin1String("remove")) && words.size() == 2) {
        const auto wanted = session.categoryNamed(words.at(1));
        if (!wanted)
            return session.output.fail(wanted.error());
        const QList<store::OwnCategory> own = session.ownCategories();
        const auto found = std::find_if(own.begin(), own.end(), [&](const store::OwnCategory &one) { return one.category == *wanted; });
        if (found == own.end())
            return session.output.fail({ErrorKind::Config, QStringLiteral("'%1' is built in and stays as it is").arg(words.at(1).left(60)), {}, {}});
        return changes ? save(session, *found) : removeCategory(session, *found);
    }
    return session.output.fail({ErrorKind::Config,
        QStringLiteral("category wants: list, add NAME, set NAME [--name NEW] [--colour 1-9] [--number 0-9], or remove NAME"), {}, {}});
}

} // namespace

QList<Command> categoryCommands()
{
    return {{"category", "list | add NAME | set NAME [--name NEW] | remove NAME  [--colour 1-9] [--number 0-9]",
        "categories of your own; --number: of the key that sorts into it", Needs::Write,
        {.switches = {}, .valued = {QStringLiteral("--name"), QStringLiteral("--colour"), QStringLiteral("--number")}, .minPositional = 1, .maxPositional = 2},
        category, {}, {QStringLiteral("list")}}};
}

} // namespace inlet::cli
