// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"

#include <QJsonObject>
#include <QString>

namespace inlet::cli
{

/// The process's exit codes, part of the command line's contract.
enum class Exit { Done = 0, Failed = 1, Usage = 2, NeedsUser = 3 };

/// Answers on stdout: one JSON object a line with --json, else a line for people; flushed line by
/// line so that a script can follow. Messages go to stderr.
class Output
{
public:
    explicit Output(bool json) : m_json(json) {}

    /// `text` is what a person reads; with --json `row` is printed instead.
    void row(const QJsonObject &row, const QString &text) const;
    void raw(const QByteArray &octets) const;
    void message(const QString &text) const;
    /// Prints the error and says how the process should end.
    [[nodiscard]] Exit fail(const Error &error) const;

private:
    bool m_json;
};

} // namespace inlet::cli
