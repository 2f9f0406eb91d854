// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/PrivateKeyring.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QElapsedTimer>
#include <QFile>
#include <QVariant>

namespace inlet::test
{

PrivateKeyring::~PrivateKeyring()
{
    end(m_keyring);
    end(m_bus);
}

void PrivateKeyring::end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(5000)) {
        process.kill();
        process.waitForFinished(5000);
    }
}

bool PrivateKeyring::start(Situation situation)
{
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS",
             "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION", "KDE_FULL_SESSION", "GNOME_KEYRING_CONTROL"})
        qunsetenv(name);
    for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME"})
        qputenv(name, m_dir.path().toLocal8Bit());
    if (situation == Situation::NoBus)
        return true;
    if (!startBus(situation == Situation::Unlocked))
        return false;
    return situation == Situation::BusOnly || startKeyring();
}

bool PrivateKeyring::startBus(bool withServices)
{
    // Of our own making, so that nothing installed can be activated where nothing should be.
    QFile config(m_dir.filePath(QStringLiteral("bus.conf")));
    if (!config.open(QIODevice::WriteOnly))
        return false;
    config.write("<busconfig><type>session</type><listen>unix:dir=" + m_dir.path().toLocal8Bit()
        + "</listen>" + (withServices ? "<standard_session_servicedirs/>" : "")
        + "<policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/><allow "
          "eavesdrop=\"true\"/>"
          "<allow own=\"*\"/></policy></busconfig>");
    config.close();
    m_bus.start(QStringLiteral("dbus-daemon"),
        {QStringLiteral("--config-file=") + config.fileName(), QStringLiteral("--nofork"),
            QStringLiteral("--print-address")});
    if (!m_bus.waitForReadyRead(10000)) {
        m_error = QStringLiteral("no bus: ") + QString::fromLocal8Bit(m_bus.readAllStandardError());
        return false;
    }
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
    return true;
}

bool PrivateKeyring::startKeyring()
{
    m_keyring.start(QStringLiteral("gnome-keyring-daemon"),
        {QStringLiteral("--foreground"), QStringLiteral("--unlock"),
            QStringLiteral("--components=secrets")});
    m_keyring.write("test");
    m_keyring.closeWriteChannel();
    QElapsedTimer timer;
    timer.start();
    // Ready when the default collection can be asked; the daemon itself says nothing.
    while (timer.elapsed() < 20000) {
        QDBusMessage ask = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
            QStringLiteral("/org/freedesktop/secrets"),
            QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"));
        ask << QStringLiteral("default");
        ask.setAutoStartService(false);
        const QDBusMessage reply = QDBusConnection::sessionBus().call(ask, QDBus::Block, 2000);
        const auto path = reply.arguments().value(0).value<QDBusObjectPath>().path();
        if (path.size() > 1)
            return true;
        m_keyring.waitForReadyRead(20);
    }
    m_error =
        QStringLiteral("no keyring: ") + QString::fromLocal8Bit(m_keyring.readAllStandardError());
    return false;
}

bool PrivateKeyring::lock()
{
    QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
        QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("Lock"));
    call << QVariant::fromValue(QList<QDBusObjectPath>{
        QDBusObjectPath(QStringLiteral("/org/freedesktop/secrets/collection/login"))});
    return QDBusConnection::sessionBus().call(call).type() == QDBusMessage::ReplyMessage;
}

bool PrivateKeyring::unlock()
{
    const QString service = QStringLiteral("org.freedesktop.secrets");
    const QString root = QStringLiteral("/org/freedesktop/secrets");
    QDBusMessage open = QDBusMessage::createMethodCall(
        service, root, QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("OpenSession"));
    open << QStringLiteral("plain") << QVariant::fromValue(QDBusVariant(QString()));
    const auto session = QDBusConnection::sessionBus().call(open).arguments().value(1).value<QDBusObjectPath>();
    if (session.path().isEmpty())
        return false;
    QDBusArgument master;
    master.beginStructure();
    master << session << QByteArray() << QByteArray("test") << QStringLiteral("text/plain");
    master.endStructure();
    // Without a display no prompt can open; the sign-in of a desktop uses this door as well.
    QDBusMessage call = QDBusMessage::createMethodCall(service, root,
        QStringLiteral("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"), QStringLiteral("UnlockWithMasterPassword"));
    call << QVariant::fromValue(QDBusObjectPath(root + QStringLiteral("/collection/login"))) << QVariant::fromValue(master);
    return QDBusConnection::sessionBus().call(call).type() == QDBusMessage::ReplyMessage;
}

} // namespace inlet::test
