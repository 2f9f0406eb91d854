// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace inlet::accounts
{

/// Reads our data files. A file of ours that does not parse is Config, one that cannot be read
/// Storage. Files over 4 MB are refused.
Result<QByteArray> readDataFile(const QString &path);
Result<QJsonObject> parseJsonObject(const QByteArray &json);

/// Reads fields of one row and remembers the first thing that is wrong with it, so that a typing
/// mistake in a data file becomes one readable sentence.
class JsonRow
{
public:
    JsonRow(QJsonObject object, QString where)
        : m_object(std::move(object))
        , m_where(std::move(where))
    {
    }

    QString text(const char *field, bool required);
    bool flag(const char *field);
    int number(const char *field, int low, int high);
    QStringList texts(const char *field);
    QJsonArray array(const char *field);
    QJsonObject object(const char *field);
    /// Refuses fields that nobody knows.
    void allowOnly(const QStringList &fields);
    void fail(const QString &why);

    [[nodiscard]] bool isOk() const { return m_problem.isEmpty(); }
    [[nodiscard]] Error error() const { return Error{ErrorKind::Config, m_problem, {}, {}}; }

private:
    QJsonObject m_object;
    QString m_where;
    QString m_problem;
};

} // namespace inlet::accounts
