// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>

namespace inlet::test
{

/// A throw-away certificate with its key, in PEM, and those it is signed by.
struct TestIdentity {
    QByteArray chainPem; ///< leaf first, without the root
    QByteArray keyPem;
    QByteArray certificatePem;
};

/// What a certificate is to say.
struct TestCertificate {
    QString commonName = QStringLiteral("localhost");
    QStringList dnsNames{QStringLiteral("localhost")};
    QStringList addresses{QStringLiteral("127.0.0.1")};
    std::chrono::hours validFrom{-1}; ///< from now
    std::chrono::hours validTo{24};
    bool isCa = false;
};

/// Made by GnuTLS at run time: no key lies in the source tree, nothing expires.
/// `issuer` nullptr: self-signed.
[[nodiscard]] TestIdentity makeIdentity(const TestCertificate &wanted, const TestIdentity *issuer);

/// The CA of this test process and a good certificate of it for 127.0.0.1 and localhost.
[[nodiscard]] const TestIdentity &testCa();
[[nodiscard]] const TestIdentity &testServerIdentity();
/// File with the CA's certificate for TlsSettings::caFile; lives as long as the process.
[[nodiscard]] QString testCaFile();

} // namespace inlet::test
