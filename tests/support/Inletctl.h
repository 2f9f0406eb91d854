// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <memory>

namespace inlet::test
{

/// Runs the built `inletctl --json` on one profile with a sealed file vault.
class Inletctl
{
public:
    struct Run {
        int exit = -1; ///< -1: crashed or did not end in time
        QList<QJsonObject> rows;
        QByteArray out;
        QByteArray err;
        /// The first row whose `key` is `value`; empty object when there is none.
        [[nodiscard]] QJsonObject row(const char *key, const QString &value) const;
    };

    Inletctl(const QString &dataDir, const QString &caFile, const QStringList &prefix = {})
        : m_dataDir(dataDir), m_caFile(caFile), m_prefix(prefix) {} ///< `prefix`: a program that runs it

    [[nodiscard]] Run run(const QStringList &arguments, const QByteArray &input = {}) const;
    /// Started and left running; rows can be read from it line by line.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    [[nodiscard]] static QJsonObject parse(const QByteArray &line);

private:
    void prepare(QProcess &process, const QStringList &arguments) const;

    QString m_dataDir;
    QString m_caFile;
    QStringList m_prefix;
};

} // namespace inlet::test
