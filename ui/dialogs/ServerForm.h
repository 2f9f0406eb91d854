// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/values/Account.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace inlet::ui
{

namespace parts
{
class Field;
}

/// Host, port, encryption and user of one direction.
class EndpointForm : public QWidget
{
    Q_OBJECT

public:
    enum class Direction { Incoming, Outgoing };

    EndpointForm(Direction direction, QWidget *parent);
    void setEndpoint(const accounts::ServerEndpoint &endpoint);
    /// As typed; call only after validate().
    [[nodiscard]] accounts::ServerEndpoint endpoint() const;
    [[nodiscard]] bool isBlank() const; ///< no host
    /// Marks what is wrong; the first wrong field, or null. `missing`: why an empty host will not do.
    [[nodiscard]] QWidget *validate(const QString &missing);

Q_SIGNALS:
    void edited();

private:
    void layOut();
    void refreshBelow();
    void onTlsChosen();
    void splitHost();
    [[nodiscard]] QString hostProblem(const QString &missing) const;
    [[nodiscard]] QString portProblem() const;
    [[nodiscard]] QString portHint() const;
    [[nodiscard]] quint16 defaultPort() const;
    [[nodiscard]] accounts::TlsMode tls() const;

    Direction m_direction;
    QLineEdit *m_host;
    QLineEdit *m_port;
    QComboBox *m_tls;
    QLineEdit *m_user;
    QLabel *m_below; ///< of host and port: what is wrong, or what the port means
    QString m_problem;
    parts::Field *m_userField;
    QByteArray m_fingerprint; ///< belongs to m_fingerprintHost only
    QString m_fingerprintHost;
};

/// Both directions. A mailbox needs both: one alone is refused with the reason.
class ServerForm : public QWidget
{
    Q_OBJECT

public:
    explicit ServerForm(QWidget *parent);
    void setAccount(const accounts::Account &account);
    /// Writes into `account` and gives null; or marks what is wrong and gives the first wrong field.
    [[nodiscard]] QWidget *readInto(accounts::Account &account);

Q_SIGNALS:
    void edited();

private:
    EndpointForm *m_imap;
    EndpointForm *m_smtp;
};

} // namespace inlet::ui
