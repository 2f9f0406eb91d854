// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>

namespace inlet::test
{

/// Where labelled real mail lies on this machine (environment INLET_CORPORA); empty: nowhere, then
/// the tests over it have nothing to measure. It holds real people's words and stays outside.
inline QString corporaDir()
{
    return qEnvironmentVariable("INLET_CORPORA");
}

inline QByteArray corpusFile(const QString &path)
{
    QFile file(QDir(corporaDir()).filePath(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The rows of `<topic>/labels.jsonl`.
inline QList<QJsonObject> corpusLabels(const QString &topic)
{
    QList<QJsonObject> rows;
    const QList<QByteArray> lines = corpusFile(topic + QStringLiteral("/labels.jsonl")).split('\n');
    for (const QByteArray &line : lines) {
        const QJsonObject row = QJsonDocument::fromJson(line).object();
        if (!row.isEmpty())
            rows.append(row);
    }
    return rows;
}

} // namespace inlet::test
