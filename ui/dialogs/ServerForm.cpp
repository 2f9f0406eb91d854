// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ServerForm.h"

#include "ui/Parts.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr int kMaxField = 2000;
constexpr int kMaxUser = 320;
constexpr quint16 kImapTls = 993;
constexpr quint16 kImapStartTls = 143;
constexpr quint16 kSmtpTls = 465;
constexpr quint16 kSmtpStartTls = 587;
constexpr int kPortWidth = 72;
constexpr int kTlsWidth = 128;

bool hasControls(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
    });
}

/// No sign, no spaces, no other digits than 0-9; 0 when it is no port.
quint16 portOf(const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty() || typed.size() > 5)
        return 0;
    const bool digits = std::all_of(typed.cbegin(), typed.cend(),
        [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
    return digits ? typed.toUShort() : quint16(0);
}

} // namespace

EndpointForm::EndpointForm(Direction direction, QWidget *parent)
    : QWidget(parent), m_direction(direction), m_host(new QLineEdit(this)), m_port(new QLineEdit(this)),
      m_tls(new QComboBox(this)), m_user(new QLineEdit(this)),
      m_below(parts::secondary({}, this)), m_userField(new parts::Field(tr("User name"), m_user, this))
{
    const bool incoming = direction == Direction::Incoming;
    const QString prefix = incoming ? QStringLiteral("imap") : QStringLiteral("smtp");
    const QString side = incoming ? tr("incoming") : tr("outgoing");
    m_host->setObjectName(prefix + QStringLiteral("HostEdit"));
    m_host->setAccessibleName(tr("Server, %1").arg(side));
    m_host->setMaxLength(kMaxField);
    m_host->setPlaceholderText(incoming ? QStringLiteral("imap.acme.io") : QStringLiteral("smtp.acme.io"));
    m_port->setObjectName(prefix + QStringLiteral("PortEdit"));
    m_port->setAccessibleName(tr("Port, %1").arg(side));
    m_port->setMaxLength(kMaxField);
    m_tls->setObjectName(prefix + QStringLiteral("TlsComboBox"));
    m_tls->setAccessibleName(tr("Encryption, %1").arg(side));
    m_tls->addItem(tr("TLS"), int(accounts::TlsMode::Implicit));
    m_tls->addItem(tr("STARTTLS"), int(accounts::TlsMode::StartTls));
    m_user->setObjectName(prefix + QStringLiteral("UserEdit"));
    m_user->setAccessibleName(tr("User name, %1").arg(side));
    m_user->setMaxLength(kMaxField);
    layOut();

    for (QLineEdit *edit : {m_host, m_port, m_user})
        connect(edit, &QLineEdit::textEdited, this, &EndpointForm::edited);
    connect(m_host, &QLineEdit::editingFinished, this, &EndpointForm::splitHost);
    for (QLineEdit *edit : {m_host, m_port}) {
        connect(edit, &QLineEdit::textChanged, this, [this, edit] {
            parts::setInvalid(edit, false);
            m_problem.clear();
            refreshBelow();
        });
    }
    connect(m_user, &QLineEdit::textEdited, this, [this] { m_userField->setError({}); });
    connect(m_tls, &QComboBox::activated, this, &EndpointForm::onTlsChosen);
    refreshBelow();
}

void EndpointForm::layOut()
{
    const bool incoming = m_direction == Direction::Incoming;
    m_port->setFixedWidth(kPortWidth);
    m_tls->setFixedWidth(kTlsWidth);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme::kGap);
    grid->setVerticalSpacing(theme::kGrid);
    grid->setColumnStretch(0, 1);
    int column = 0;
    for (const auto &[name, field] : {std::pair<QString, QWidget *>{tr("Server"), m_host},
             std::pair<QString, QWidget *>{tr("Port"), m_port}, std::pair<QString, QWidget *>{tr("Encryption"), m_tls}}) {
        auto *label = new QLabel(name, this);
        label->setBuddy(field);
        grid->addWidget(label, 0, column);
        grid->addWidget(field, 1, column++);
    }
    auto *layout = parts::column(this, theme::kSpace);
    layout->addWidget(parts::strong(incoming ? tr("Incoming mail (IMAP)") : tr("Outgoing mail (SMTP)"), this));
    layout->addLayout(grid);
    layout->addWidget(m_below);
    layout->addWidget(m_userField);
}

void EndpointForm::refreshBelow()
{
    m_below->setText(m_problem.isEmpty() ? portHint() : m_problem);
    parts::setLook(m_below, m_problem.isEmpty() ? "secondary" : "error");
    m_below->setVisible(!m_below->text().isEmpty());
    m_host->setAccessibleDescription(m_below->text());
    m_port->setAccessibleDescription(m_below->text());
}

void EndpointForm::setEndpoint(const accounts::ServerEndpoint &endpoint)
{
    m_host->setText(endpoint.host);
    m_tls->setCurrentIndex(m_tls->findData(int(endpoint.tls)));
    m_port->setText(QString::number(endpoint.port ? endpoint.port : defaultPort()));
    m_user->setText(endpoint.user);
    m_fingerprint = endpoint.trustedFingerprint;
    m_fingerprintHost = endpoint.host;
}

accounts::ServerEndpoint EndpointForm::endpoint() const
{
    accounts::ServerEndpoint made;
    made.host = m_host->text().trimmed().toLower();
    made.port = portOf(m_port->text());
    made.tls = tls();
    made.user = m_user->text().trimmed();
    if (made.host == m_fingerprintHost)
        made.trustedFingerprint = m_fingerprint;
    return made;
}

bool EndpointForm::isBlank() const
{
    return m_host->text().trimmed().isEmpty();
}

QWidget *EndpointForm::validate(const QString &missing)
{
    splitHost();
    const QString user = m_user->text().trimmed();
    const QString host = hostProblem(missing);
    const QString port = isBlank() ? QString() : portProblem();
    m_problem = host.isEmpty() ? port : host;
    parts::setInvalid(m_host, !host.isEmpty());
    parts::setInvalid(m_port, !port.isEmpty());
    refreshBelow();
    if (isBlank())
        m_userField->setError({});
    else if (user.isEmpty())
        m_userField->setError(tr("Type the user name; mostly the whole email address."));
    else if (user.size() > kMaxUser || hasControls(user))
        m_userField->setError(tr("This user name is too long or holds invisible characters."));
    else
        m_userField->setError({});
    if (!m_problem.isEmpty())
        return host.isEmpty() ? m_port : m_host;
    return m_userField->error().isEmpty() ? nullptr : m_user;
}

/// A pasted "imap.acme.io:993" or "imap.acme.io:993:starttls" fills its fields.
void EndpointForm::splitHost()
{
    const QString typed = m_host->text().trimmed();
    if (typed.count(QLatin1Char(':')) == 2) {
        if (const auto endpoint = accounts::parseEndpoint(typed)) {
            m_host->setText(endpoint->host);
            m_tls->setCurrentIndex(m_tls->findData(int(endpoint->tls)));
            m_port->setText(QString::number(endpoint->port));
        }
    } else if (typed.count(QLatin1Char(':')) == 1 && portOf(typed.section(QLatin1Char(':'), 1))) {
        m_host->setText(typed.section(QLatin1Char(':'), 0, 0));
        m_port->setText(typed.section(QLatin1Char(':'), 1).trimmed());
    }
}

void EndpointForm::onTlsChosen()
{
    const bool incoming = m_direction == Direction::Incoming;
    const quint16 other = tls() == accounts::TlsMode::Implicit ? (incoming ? kImapStartTls : kSmtpStartTls)
                                                               : (incoming ? kImapTls : kSmtpTls);
    if (portOf(m_port->text()) == other || m_port->text().trimmed().isEmpty())
        m_port->setText(QString::number(defaultPort()));
    refreshBelow();
    Q_EMIT edited();
}

QString EndpointForm::hostProblem(const QString &missing) const
{
    const QString host = m_host->text().trimmed();
    if (host.isEmpty())
        return missing;
    if (host.contains(QLatin1String("://")))
        return tr("Only the name of the server, without %1").arg(host.left(host.indexOf(QLatin1String("://")) + 3).left(12));
    if (host.contains(QLatin1Char('@')))
        return tr("This is an email address. The server's name looks like mail.acme.io.");
    if (hasControls(m_host->text()) || !accounts::isValidHost(host))
        return tr("This is not the name of a server.");
    return {};
}

QString EndpointForm::portProblem() const
{
    const quint16 port = portOf(m_port->text());
    if (port == 0)
        return tr("A port is a number from 1 to 65535.");
    if (m_direction == Direction::Incoming && (port == 110 || port == 995))
        return portHint();
    return {};
}

/// What the port says about the settings.
QString EndpointForm::portHint() const
{
    const quint16 port = portOf(m_port->text());
    const bool incoming = m_direction == Direction::Incoming;
    if (incoming && (port == 110 || port == 995))
        return tr("POP3 is not offered: it cannot keep a mailbox and Inlet in step. Use IMAP, port 993.");
    if (!incoming && port == 25)
        return tr("Port 25 is for servers among themselves and blocked in most networks. Use 465 with TLS or 587 "
                  "with STARTTLS.");
    const quint16 implicit = incoming ? kImapTls : kSmtpTls;
    const quint16 upgrade = incoming ? kImapStartTls : kSmtpStartTls;
    if (port == implicit && tls() == accounts::TlsMode::StartTls)
        return tr("Port %1 is mostly TLS, not STARTTLS.").arg(port);
    if (port == upgrade && tls() == accounts::TlsMode::Implicit)
        return tr("Port %1 is mostly STARTTLS, not TLS.").arg(port);
    return {};
}

quint16 EndpointForm::defaultPort() const
{
    if (m_direction == Direction::Incoming)
        return tls() == accounts::TlsMode::Implicit ? kImapTls : kImapStartTls;
    return tls() == accounts::TlsMode::Implicit ? kSmtpTls : kSmtpStartTls;
}

accounts::TlsMode EndpointForm::tls() const
{
    return accounts::TlsMode(m_tls->currentData().toInt());
}

ServerForm::ServerForm(QWidget *parent)
    : QWidget(parent), m_imap(new EndpointForm(EndpointForm::Direction::Incoming, this)),
      m_smtp(new EndpointForm(EndpointForm::Direction::Outgoing, this))
{
    auto *layout = parts::column(this, theme::kMargin);
    layout->addWidget(m_imap);
    layout->addWidget(m_smtp);
    connect(m_imap, &EndpointForm::edited, this, &ServerForm::edited);
    connect(m_smtp, &EndpointForm::edited, this, &ServerForm::edited);
}

void ServerForm::setAccount(const accounts::Account &account)
{
    m_imap->setEndpoint(account.imap);
    m_smtp->setEndpoint(account.smtp);
}

QWidget *ServerForm::readInto(accounts::Account &account)
{
    const bool both = m_imap->isBlank() && m_smtp->isBlank();
    QWidget *imap = m_imap->validate(both ? tr("Type the server for incoming mail.")
                                          : tr("A mailbox that can only send is not enough: Inlet has to read the "
                                               "replies. Type the IMAP server."));
    QWidget *smtp = m_smtp->validate(both ? tr("Type the server for outgoing mail.")
                                          : tr("A mailbox that can only read is not enough: answers have to leave "
                                               "from it. Type the SMTP server."));
    if (imap || smtp)
        return imap ? imap : smtp;
    account.imap = m_imap->endpoint();
    account.smtp = m_smtp->endpoint();
    return nullptr;
}

} // namespace inlet::ui
