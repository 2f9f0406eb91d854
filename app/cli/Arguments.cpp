// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Arguments.h"

namespace inlet::cli
{

namespace
{

Error usage(const QString &words)
{
    return Error{ErrorKind::Config, words, {}, {}};
}

bool isOption(const QString &word)
{
    return word.startsWith(QLatin1String("--")) && word.size() > 2;
}

/// Takes the value of the option at `index`, either after "=" or the next word.
Result<QString> takeValue(const QStringList &words, qsizetype &index)
{
    const QString &word = words.at(index);
    const qsizetype equals = word.indexOf(QLatin1Char('='));
    if (equals > 0)
        return word.mid(equals + 1);
    if (index + 1 >= words.size())
        return usage(QStringLiteral("%1 wants a value").arg(word));
    return words.at(++index);
}

// Attached files, headers and columns may be given several times; anything else twice is a mistake.
bool mayRepeat(const QString &option)
{
    return option == QLatin1String("--attach") || option == QLatin1String("--cc")
        || option == QLatin1String("--bcc") || option == QLatin1String("--to") || option == QLatin1String("--map");
}

} // namespace

Result<Arguments> Arguments::parse(const QStringList &words, const ArgumentRules &rules)
{
    Arguments parsed;
    bool options = true;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (options && word == QLatin1String("--")) {
            options = false;
            continue;
        }
        if (!options || !isOption(word)) {
            parsed.m_positional.append(word);
            continue;
        }
        const QString name = word.section(QLatin1Char('='), 0, 0);
        if (rules.switches.contains(word)) {
            parsed.m_switches.insert(word);
        } else if (rules.valued.contains(name)) {
            const auto value = takeValue(words, i);
            if (!value)
                return value.error();
            if (parsed.m_values.contains(name) && !mayRepeat(name))
                return usage(QStringLiteral("%1 is given twice").arg(name));
            parsed.m_values.insert(name, *value);
        } else {
            return usage(QStringLiteral("unknown option %1").arg(name.left(100)));
        }
    }
    const auto count = parsed.m_positional.size();
    if (count < rules.minPositional)
        return usage(QStringLiteral("too few arguments"));
    if (rules.maxPositional >= 0 && count > rules.maxPositional)
        return usage(QStringLiteral("too many arguments, starting at '%1'").arg(parsed.m_positional.at(rules.maxPositional).left(100)));
    return parsed;
}

QStringList Arguments::values(const QString &option) const
{
    // QMultiHash answers the newest first.
    const QStringList newestFirst = m_values.values(option);
    return {newestFirst.crbegin(), newestFirst.crend()};
}

Result<int> Arguments::number(const QString &option, int fallback, int low, int high) const
{
    if (!m_values.contains(option))
        return fallback;
    bool ok = false;
    const int number = value(option).toInt(&ok);
    if (!ok || number < low || number > high)
        return usage(QStringLiteral("%1 wants a whole number from %2 to %3").arg(option).arg(low).arg(high));
    return number;
}

Result<CommonOptions> takeCommonOptions(QStringList &words)
{
    CommonOptions options;
    QStringList rest;
    const QHash<QString, QString CommonOptions::*> valued{{QStringLiteral("--data-dir"), &CommonOptions::dataDir},
        {QStringLiteral("--vault"), &CommonOptions::vault}, {QStringLiteral("--ca-file"), &CommonOptions::caFile}};
    const QHash<QString, bool CommonOptions::*> switches{{QStringLiteral("--json"), &CommonOptions::json},
        {QStringLiteral("--help"), &CommonOptions::help}, {QStringLiteral("-h"), &CommonOptions::help},
        {QStringLiteral("--version"), &CommonOptions::version}};
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (word == QLatin1String("--")) {
            rest += words.mid(i);
            break;
        }
        const QString name = word.section(QLatin1Char('='), 0, 0);
        if (switches.contains(word)) {
            options.*switches.value(word) = true;
        } else if (valued.contains(name)) {
            const auto value = takeValue(words, i);
            if (!value)
                return value.error();
            options.*valued.value(name) = *value;
        } else {
            rest.append(word);
        }
    }
    if (!options.vault.isEmpty()
        && !QStringList{QStringLiteral("keychain"), QStringLiteral("file"), QStringLiteral("session")}.contains(options.vault))
        return usage(QStringLiteral("--vault wants keychain, file or session"));
    words = rest;
    return options;
}

} // namespace inlet::cli
