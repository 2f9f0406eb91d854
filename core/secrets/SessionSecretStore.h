// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/SecretStore.h"

#include <QHash>
#include <QObject>

namespace inlet::secrets
{

/// Keeps secrets in memory only; they are wiped when the program ends.
class SessionSecretStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    using QObject::QObject;

    void read(const QString &key, ReadDone done) override;
    void write(const QString &key, const Secret &secret, WriteDone done) override;
    void remove(const QString &key, WriteDone done) override;
    void probe(WriteDone done) override;
    void isOpen(OpenDone done) override;
    [[nodiscard]] QString kind() const override { return QStringLiteral("session"); }

private:
    void answer(const WriteDone &done);

    QHash<QString, Secret> m_secrets;
};

} // namespace inlet::secrets
