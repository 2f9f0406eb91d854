// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Inletctl.h"

#include <QJsonDocument>
#include <QProcessEnvironment>

namespace inlet::test
{

namespace
{

constexpr int kRunMs = 120000;

} // namespace

QJsonObject Inletctl::Run::row(const char *key, const QString &value) const
{
    for (const QJsonObject &row : rows) {
        if (row.value(QLatin1String(key)).toVariant().toString() == value)
            return row;
    }
    return {};
}

QJsonObject Inletctl::parse(const QByteArray &line)
{
    return QJsonDocument::fromJson(line).object();
}

void Inletctl::prepare(QProcess &process, const QStringList &arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("INLET_VAULT_PASSPHRASE"), QStringLiteral("for the tests"));
    process.setProcessEnvironment(environment);
    QStringList all = m_prefix;
    all << QStringLiteral(INLET_BINARY_DIR "/app/inletctl") << QStringLiteral("--json") << QStringLiteral("--data-dir") << m_dataDir
        << QStringLiteral("--vault") << QStringLiteral("file");
    if (!m_caFile.isEmpty())
        all << QStringLiteral("--ca-file") << m_caFile;
    all += arguments;
    process.setProgram(all.takeFirst());
    process.setArguments(all);
}

Inletctl::Run Inletctl::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    prepare(process, arguments);
    process.start();
    process.write(input);
    process.closeWriteChannel();
    Run run;
    if (process.waitForFinished(kRunMs) && process.exitStatus() == QProcess::NormalExit)
        run.exit = process.exitCode();
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    for (const QByteArray &line : run.out.split('\n')) {
        const QJsonObject row = parse(line);
        if (!row.isEmpty())
            run.rows.append(row);
    }
    return run;
}

std::unique_ptr<QProcess> Inletctl::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    prepare(*process, arguments);
    process->start();
    return process;
}

} // namespace inlet::test
