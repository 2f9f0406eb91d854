// SPDX-License-Identifier: GPL-3.0-or-later
// Labels: Gmail's, and keywords elsewhere.
#include "cli/Command.h"

namespace inlet::cli
{

namespace
{

Exit listLabels(const Session &session)
{
    const auto facts = readResult<store::LabelFacts>(session.store(), [](store::ReadSession &reader) { return reader.countedLabels(); });
    if (!facts)
        return session.output.fail(facts.error());
    for (const store::Label &label : facts->labels)
        session.output.row({{QStringLiteral("label"), label.name}, {QStringLiteral("conversations"), label.conversations}},
            QStringLiteral("%1: %2").arg(label.name).arg(label.conversations));
    return Exit::Done;
}

Exit label(const Session &session)
{
    const QStringList &words = session.arguments.positional();
    if (words.first() == QLatin1String("list") && words.size() == 1)
        return listLabels(session);
    const bool adds = words.first() == QLatin1String("add");
    if ((adds || words.first() == QLatin1String("remove")) && words.size() > 2) {
        const QString name = store::cleanLabel(words.at(1));
        if (name.isEmpty())
            return session.output.fail({ErrorKind::Config, QStringLiteral("give the label a name"), {}, {}});
        store::TriageAction action{.verb = store::TriageVerb::Label};
        (adds ? action.addLabels : action.removeLabels).append(name);
        return applyTriage(session, action, words.mid(2));
    }
    return session.output.fail({ErrorKind::Config, QStringLiteral("label wants: list, add NAME CONVERSATION..., or remove NAME CONVERSATION..."), {}, {}});
}

} // namespace

QList<Command> labelCommands()
{
    return {{"label", "list | add NAME CONVERSATION... | remove NAME CONVERSATION...", "labels of Gmail, keywords elsewhere; add makes one that is new",
        Needs::Write, {.switches = {}, .valued = {}, .minPositional = 1, .maxPositional = -1}, label, {}, {QStringLiteral("list")}}};
}

} // namespace inlet::cli
