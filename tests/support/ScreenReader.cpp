// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ScreenReader.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcessEnvironment>

#include <csignal>
#include <unistd.h>

namespace inlet::test
{

namespace
{

constexpr int kAnswerMs = 20000;
constexpr int kEndMs = 60000;

ScreenReader::Item itemOf(const QJsonObject &row)
{
    ScreenReader::Item item{row[QStringLiteral("role")].toString(), row[QStringLiteral("name")].toString(),
        row[QStringLiteral("description")].toString(), row[QStringLiteral("label")].toString(), {}, row[QStringLiteral("depth")].toInt(), row[QStringLiteral("children")].toInt()};
    const QJsonArray states = row[QStringLiteral("states")].toArray();
    for (const QJsonValue &state : states)
        item.states.append(state.toString());
    return item;
}

} // namespace

ScreenReader::~ScreenReader()
{
    m_reader.closeWriteChannel();
    m_reader.waitForFinished(kAnswerMs);
    if (m_program.state() != QProcess::NotRunning) {
        // The group: the script and the program, whose end lets the script stop its servers.
        kill(-pid_t(m_program.processId()), SIGTERM);
        m_program.waitForFinished(kEndMs);
    }
    m_bus.terminate();
    m_bus.waitForFinished(kAnswerMs);
}

bool ScreenReader::startBus()
{
    m_bus.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    if (!m_bus.waitForReadyRead(kAnswerMs)) {
        m_error = QStringLiteral("no bus: ") + QString::fromLocal8Bit(m_bus.readAllStandardError());
        return false;
    }
    m_address = QString::fromLatin1(m_bus.readLine().trimmed());
    return true;
}

bool ScreenReader::start()
{
    if (!startBus())
        return false;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), m_address);
    environment.insert(QStringLiteral("QT_LINUX_ACCESSIBILITY_ALWAYS_ON"), QStringLiteral("1"));
    environment.remove(QStringLiteral("AT_SPI_BUS_ADDRESS"));
    m_reader.setProcessEnvironment(environment);
    m_reader.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // Not an interpreter of the user's: the bindings are a package of the distribution.
    m_reader.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral(INLET_SOURCE_DIR "/tests/support/screen_reader.py")});
    m_program.setProcessEnvironment(environment);
    m_program.setChildProcessModifier([] { setsid(); });
    m_program.setProcessChannelMode(QProcess::MergedChannels);
    m_program.start(QStringLiteral(INLET_SOURCE_DIR "/packaging/sandbox.sh"), {QStringLiteral(INLET_BINARY_DIR "/app")});
    if (!m_reader.waitForStarted() || !m_program.waitForStarted()) {
        m_error = m_reader.errorString() + m_program.errorString();
        return false;
    }
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < kEndMs && m_program.state() == QProcess::Running) {
        if (windows().contains(QStringLiteral("Inlet")))
            return true;
        m_program.waitForReadyRead(100);
    }
    m_error = QStringLiteral("no window: ") + QString::fromLocal8Bit(m_program.readAll());
    return false;
}

bool ScreenReader::close()
{
    return press(QStringLiteral("ctrl+q")) && m_program.waitForFinished(kEndMs) && m_program.exitStatus() == QProcess::NormalExit
        && m_program.exitCode() == 0;
}

QJsonValue ScreenReader::ask(QJsonObject request)
{
    request.insert(QStringLiteral("id"), ++m_asked);
    m_reader.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    for (;;) {
        while (!m_reader.canReadLine()) {
            if (!m_reader.waitForReadyRead(kAnswerMs))
                return {};
        }
        const QJsonObject answer = QJsonDocument::fromJson(m_reader.readLine()).object();
        if (answer.value(QStringLiteral("id")).toInt() == m_asked)
            return answer.value(QStringLiteral("told"));
    }
}

QStringList ScreenReader::windows()
{
    QStringList titles;
    const QJsonArray rows = ask({{QStringLiteral("do"), QStringLiteral("windows")}}).toArray();
    for (const QJsonValue &row : rows)
        titles.append(itemOf(row.toObject()).name);
    return titles;
}

QList<ScreenReader::Item> ScreenReader::tree(const QString &window)
{
    QList<Item> items;
    const QJsonArray rows = ask({{QStringLiteral("do"), QStringLiteral("tree")}, {QStringLiteral("window"), window}}).toArray();
    for (const QJsonValue &row : rows)
        items.append(itemOf(row.toObject()));
    return items;
}

QList<ScreenReader::Event> ScreenReader::events()
{
    QList<Event> events;
    const QJsonArray rows = ask({{QStringLiteral("do"), QStringLiteral("events")}}).toArray();
    for (const QJsonValue &row : rows)
        events.append({row.toObject()[QStringLiteral("kind")].toString(), itemOf(row.toObject())});
    return events;
}

bool ScreenReader::press(const QString &key)
{
    return QProcess::execute(QStringLiteral("xdotool"), {QStringLiteral("key"), key}) == 0;
}

} // namespace inlet::test
