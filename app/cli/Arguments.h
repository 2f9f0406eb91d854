// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace inlet::cli
{

/// What a command understands beside the options that all of them share.
struct ArgumentRules {
    QSet<QString> switches; ///< "--dry-run"
    QSet<QString> valued; ///< "--limit": the next argument, or what follows "="
    int minPositional = 0;
    int maxPositional = 0; ///< -1: any number
};

/// A command line taken apart: options may stand anywhere, "--" ends them.
class Arguments
{
public:
    /// `words` without the command itself. Errors: Config, in words for the user (unknown option,
    /// missing value, an option twice, too few or too many arguments).
    static Result<Arguments> parse(const QStringList &words, const ArgumentRules &rules);

    [[nodiscard]] bool has(const QString &option) const { return m_switches.contains(option) || m_values.contains(option); }
    [[nodiscard]] QString value(const QString &option, const QString &fallback = {}) const { return m_values.value(option, fallback); }
    /// Every value of an option that may be given several times, in the order given.
    [[nodiscard]] QStringList values(const QString &option) const;
    [[nodiscard]] const QStringList &positional() const { return m_positional; }
    /// A whole number from `low` to `high`. Errors: Config.
    [[nodiscard]] Result<int> number(const QString &option, int fallback, int low, int high) const;

private:
    QSet<QString> m_switches;
    QMultiHash<QString, QString> m_values;
    QStringList m_positional;
};

/// Options of every command, taken out of `words`.
struct CommonOptions {
    QString dataDir;
    QString vault; ///< "keychain", "file", "session"; empty: as chosen before
    QString caFile;
    bool json = false;
    bool help = false;
    bool version = false;
};
Result<CommonOptions> takeCommonOptions(QStringList &words);

} // namespace inlet::cli
