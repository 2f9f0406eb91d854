// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryFile>

namespace inlet::test
{

/// A real DNS server (UDP, port 53) on a loopback address of its own, see dns_double.py for the
/// zone. The resolver of Qt 6.4 knows no other port, so this needs root or `sudo -n`.
class DnsDouble
{
public:
    ~DnsDouble();
    /// False with error(): the test must fail then.
    bool start(const QJsonObject &zone);
    [[nodiscard]] QHostAddress address() const { return m_address; }
    [[nodiscard]] QString error() const { return m_error; }

private:
    bool launch(const QString &program, const QStringList &arguments);

    QTemporaryFile m_zone;
    QProcess m_process;
    QHostAddress m_address;
    QString m_error;
};

} // namespace inlet::test
