// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/NetworkWatch.h"
#include "support/PrivateKeyring.h"
#include "support/TestMain.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace inlet;
using namespace inlet::test;
using namespace std::chrono_literals;

namespace
{

constexpr uint kDisconnected = 20; ///< NMState
constexpr uint kConnectedGlobal = 70;
const QString kName = QStringLiteral("org.freedesktop.NetworkManager");
const QString kPath = QStringLiteral("/org/freedesktop/NetworkManager");

} // namespace

/// What Qt reads of NetworkManager. On a thread of its own: the caller blocks while it asks.
class FakeNetworkManager : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.NetworkManager")
    Q_PROPERTY(uint State READ state CONSTANT)
    Q_PROPERTY(uint Connectivity READ connectivity CONSTANT)
    Q_PROPERTY(QDBusObjectPath PrimaryConnection READ primaryConnection CONSTANT)

public:
    [[nodiscard]] uint state() const { return kConnectedGlobal; }
    [[nodiscard]] uint connectivity() const { return 4; }
    [[nodiscard]] QDBusObjectPath primaryConnection() const { return QDBusObjectPath(QStringLiteral("/")); }
};

class tst_SystemNetwork : public QObject
{
    Q_OBJECT

private:
    PrivateKeyring m_bus;
    QThread m_thread;
    FakeNetworkManager m_manager;

    static QDBusConnection service(const QString &address)
    {
        return QDBusConnection::connectToBus(address, QStringLiteral("manager"));
    }
    static void tell(QDBusConnection bus, uint state)
    {
        QDBusMessage signal
            = QDBusMessage::createSignal(kPath, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("PropertiesChanged"));
        signal << kName << QVariantMap{{QStringLiteral("State"), state}} << QStringList();
        QVERIFY(bus.send(signal));
    }

private Q_SLOTS:
    void networkManager_comesBack_isTold()
    {
        QVERIFY2(m_bus.start(PrivateKeyring::Situation::BusOnly), qPrintable(m_bus.error()));
        const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", address);
        QDBusConnection bus = service(QString::fromLocal8Bit(address));
        m_manager.moveToThread(&m_thread);
        m_thread.start();
        QVERIFY(bus.registerObject(kPath, &m_manager, QDBusConnection::ExportAllProperties));
        QVERIFY(bus.registerService(kName));

        engine::NetworkWatch watch(0ms);
        QSignalSpy changed(&watch, &engine::NetworkWatch::networkChanged);
        QVERIFY(watch.followSystem());
        tell(bus, kDisconnected);
        tell(bus, kConnectedGlobal);
        QTRY_COMPARE(changed.size(), 1);
        tell(bus, kDisconnected);
        tell(bus, kConnectedGlobal);
        QTRY_COMPARE(changed.size(), 2);
    }
    void cleanupTestCase()
    {
        m_thread.quit();
        m_thread.wait();
    }
};

INLET_TEST(tst_SystemNetwork)
#include "tst_SystemNetwork.moc"
