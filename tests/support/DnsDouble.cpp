// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/DnsDouble.h"

#include <QJsonDocument>

namespace inlet::test
{

namespace
{

constexpr int kMayNotBind = 13;

} // namespace

DnsDouble::~DnsDouble()
{
    // It may run as another user, so no signal: it ends when its input does.
    m_process.closeWriteChannel();
    m_process.waitForFinished(5000);
}

bool DnsDouble::start(const QJsonObject &zone)
{
    if (!m_zone.open())
        return false;
    m_zone.write(QJsonDocument(zone).toJson());
    m_zone.flush();
    const QString script = QStringLiteral(INLET_SOURCE_DIR "/tests/support/dns_double.py");
    const QStringList arguments{script, m_zone.fileName()};
    const QString python = QStringLiteral("python3");
    if (launch(python, arguments))
        return true;
    if (m_process.exitCode() != kMayNotBind)
        return false;
    return launch(QStringLiteral("sudo"), QStringList{QStringLiteral("-n"), python} + arguments);
}

bool DnsDouble::launch(const QString &program, const QStringList &arguments)
{
    m_process.start(program, arguments);
    if (!m_process.waitForReadyRead(10000)) {
        m_process.waitForFinished(1000);
        m_error = QStringLiteral(
            "the DNS double did not start (it needs root or sudo -n for port 53): %1")
                      .arg(QString::fromUtf8(m_process.readAllStandardError()));
        return false;
    }
    m_address = QHostAddress(QString::fromLatin1(m_process.readLine()).trimmed());
    return !m_address.isNull();
}

} // namespace inlet::test
