// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/Sandbox.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>

#include <algorithm>
#include <array>
#include <memory>

namespace inlet::desktop
{

namespace
{

constexpr int kStepsUp = 4; // from build/dev/app to the sources

/// What tests/support/servers/start.sh asks for.
bool hasTools()
{
    constexpr std::array kTools = {"bash", "python3", "dovecot", "openssl", "setpriv", "flock", "cc"};
    constexpr std::array kFiles = {"/usr/lib/dovecot/imap", "/usr/lib/dovecot/lmtp", "/usr/lib/postfix/sbin/master"};
    const QStringList beside{QStringLiteral("/usr/sbin"), QStringLiteral("/sbin")};
    return std::all_of(kTools.cbegin(), kTools.cend(), [&beside](const char *tool) {
        const QString name = QLatin1String(tool);
        return !QStandardPaths::findExecutable(name).isEmpty() || !QStandardPaths::findExecutable(name, beside).isEmpty();
    }) && std::all_of(kFiles.cbegin(), kFiles.cend(), [](const char *file) { return QFileInfo(QLatin1String(file)).isExecutable(); });
}

QString lastLineOf(QFile &file)
{
    file.seek(0);
    const QStringList lines = QString::fromUtf8(file.readAll().right(4000)).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    return lines.isEmpty() ? QString() : lines.last().trimmed();
}

} // namespace

QString Sandbox::scriptFor(const QString &programDir)
{
    if (!QFileInfo(programDir + QStringLiteral("/inletctl")).isExecutable() || !hasTools())
        return {};
    QDir dir(programDir);
    for (int up = 0; up < kStepsUp; ++up) {
        const bool whole = dir.exists(QStringLiteral("packaging/sandbox.sh")) && dir.exists(QStringLiteral("packaging/sandbox/fill.py"))
            && dir.exists(QStringLiteral("tests/support/servers/start.sh"));
        if (whole)
            return dir.absoluteFilePath(QStringLiteral("packaging/sandbox.sh"));
        if (!dir.cdUp())
            break;
    }
    return {};
}

Sandbox::Sandbox(QObject *parent) : QObject(parent)
{
}

void Sandbox::start(const QString &script, const QString &programDir, const std::function<void(const QString &problem)> &done)
{
    if (m_running)
        return;
    const auto log = std::make_shared<QTemporaryFile>();
    if (!log->open()) {
        done(log->errorString());
        return;
    }
    // Not ours to end: a process object that goes kills its process, which then could not clean up. It goes by itself at the end.
    auto *process = new QProcess;
    m_running = process;
    process->setStandardInputFile(QProcess::nullDevice());
    process->setStandardOutputFile(QProcess::nullDevice());
    process->setStandardErrorFile(log->fileName()); // outlives us, as a pipe does not
    log->setAutoRemove(false);
    connect(process, &QProcess::started, process, [log] { QFile::remove(log->fileName()); }); // both have it open
    const auto answer = [here = QPointer(this), done, log, process](const QString &problem) {
        process->deleteLater();
        if (!here)
            return;
        here->m_running.clear();
        done(problem);
    };
    connect(process, &QProcess::errorOccurred, process, [answer, process, log](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        QFile::remove(log->fileName()); // nobody else has it open
        answer(process->errorString());
    });
    connect(process, &QProcess::finished, process, [answer, log](int code, QProcess::ExitStatus status) {
        const QString last = lastLineOf(*log);
        if (status == QProcess::CrashExit || code != 0)
            answer(last.isEmpty() ? QCoreApplication::translate("Sandbox", "it ended too early.") : last);
        else
            answer({});
    });
    process->start(QStringLiteral("bash"), {script, programDir});
}

} // namespace inlet::desktop
