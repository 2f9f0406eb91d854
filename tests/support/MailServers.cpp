// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/MailServers.h"

#include <QFile>
#include <QProcess>
#include <QSslSocket>
#include <QTcpSocket>

namespace inlet::test
{

namespace
{

constexpr int kPatienceMs = 60000;

QString scriptPath(const char *name)
{
    return QStringLiteral(INLET_SOURCE_DIR "/tests/support/servers/") + QLatin1String(name);
}

QString nameOf(MailServers::Kind kind)
{
    switch (kind) {
    case MailServers::Kind::Dovecot:
        break;
    case MailServers::Kind::Cyrus:
        return QStringLiteral("cyrus");
    case MailServers::Kind::CyrusOld:
        return QStringLiteral("cyrus-old");
    case MailServers::Kind::Courier:
        return QStringLiteral("courier");
    }
    return QStringLiteral("dovecot");
}

/// Sends one line and answers the last line of the reply, whose first digit says how it went.
QByteArray lmtpCommand(QTcpSocket &socket, const QByteArray &line)
{
    if (!line.isEmpty())
        socket.write(line + "\r\n");
    for (;;) {
        while (!socket.canReadLine()) {
            if (!socket.waitForReadyRead(kPatienceMs))
                return {};
        }
        const QByteArray reply = socket.readLine();
        if (reply.size() < 4 || reply.at(3) != '-')
            return reply;
    }
}

QByteArray dotStuffed(QByteArray raw)
{
    raw.replace("\r\n", "\n");
    raw.replace("\n", "\r\n");
    if (!raw.endsWith("\r\n"))
        raw += "\r\n";
    raw.replace("\r\n.", "\r\n..");
    return raw.startsWith('.') ? '.' + raw : raw;
}

/// Reads one response line; a literal at its end is appended to it with the rest of the response.
QByteArray imapLine(QSslSocket &socket, QByteArray *literal)
{
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(kPatienceMs))
            return {};
    }
    const QByteArray line = socket.readLine().trimmed();
    const qsizetype brace = line.lastIndexOf('{');
    if (!line.endsWith('}') || brace < 0)
        return line;
    const qint64 size = line.mid(brace + 1, line.size() - brace - 2).toLongLong();
    while (socket.bytesAvailable() < size) {
        if (!socket.waitForReadyRead(kPatienceMs))
            return {};
    }
    *literal = socket.read(size);
    return line.left(brace) + imapLine(socket, literal);
}

} // namespace

MailServers::~MailServers()
{
    if (m_running)
        run(scriptPath("stop.sh"), {QStringLiteral("--dir"), dir(), QStringLiteral("--purge")}, nullptr);
}

bool MailServers::start(const Options &options)
{
    m_options = options;
    // The servers run as another user where the tests run as root.
    QFile::setPermissions(dir(), QFile::permissions(dir()) | QFile::ReadOther | QFile::ExeOther
            | QFile::ReadGroup | QFile::ExeGroup);
    QStringList arguments{QStringLiteral("--dir"), dir(), QStringLiteral("--users"),
        QString::number(options.users), QStringLiteral("--quiet")};
    const bool dovecot = options.kind == Kind::Dovecot;
    if (dovecot) {
        arguments << QStringLiteral("--messages") << QString::number(options.messages)
                  << QStringLiteral("--seed") << QString::number(options.seed);
        if (options.imapOnly)
            arguments << QStringLiteral("--imap-only");
    } else {
        arguments.prepend(nameOf(options.kind));
    }
    QByteArray output;
    if (!run(scriptPath(dovecot ? "start.sh" : "../../interop/start.sh"), arguments, &output))
        return false;
    QFile env(QString::fromUtf8(output.trimmed()));
    if (!env.open(QIODevice::ReadOnly)) {
        m_error = QStringLiteral("no env file: ") + env.fileName();
        return false;
    }
    m_env.clear();
    for (const QByteArray &line : env.readAll().split('\n')) {
        const qsizetype equals = line.indexOf('=');
        if (equals > 0)
            m_env.insert(QString::fromUtf8(line.left(equals)), QString::fromUtf8(line.mid(equals + 1)));
    }
    m_running = true;
    return true;
}

bool MailServers::stop()
{
    m_running = false;
    return run(scriptPath("stop.sh"), {QStringLiteral("--dir"), dir()}, nullptr);
}

bool MailServers::run(const QString &script, const QStringList &arguments, QByteArray *output)
{
    QProcess process;
    process.start(script, arguments);
    // The servers inherit stdout's write end nowhere: the script closes it for them.
    if (!process.waitForFinished(kPatienceMs) || process.exitCode() != 0) {
        m_error = script + QStringLiteral(": ") + QString::fromUtf8(process.readAllStandardError());
        return false;
    }
    if (output)
        *output = process.readAllStandardOutput();
    return true;
}

QString MailServers::user(int number)
{
    return QStringLiteral("user%1@sales.test").arg(number, 3, 10, QLatin1Char('0'));
}

QString MailServers::lead(int number)
{
    return QStringLiteral("lead%1@customers.test").arg(number, 2, 10, QLatin1Char('0'));
}

Secret MailServers::password(const QString &email)
{
    return Secret::fromString(QStringLiteral("pw-") + email.section(QLatin1Char('@'), 0, 0));
}

accounts::ServerEndpoint MailServers::imap(const QString &email, const QString &address) const
{
    accounts::ServerEndpoint endpoint;
    endpoint.host = address;
    endpoint.port = port("IMAPS_PORT");
    endpoint.tls = accounts::TlsMode::Implicit;
    endpoint.user = email;
    return endpoint;
}

accounts::ServerEndpoint MailServers::smtp(const QString &email, const QString &address) const
{
    accounts::ServerEndpoint endpoint = imap(email, address);
    endpoint.port = port("SUBMISSIONS_PORT");
    return endpoint;
}

accounts::Account MailServers::account(const QString &email) const
{
    accounts::Account account;
    account.email = email;
    account.displayName = email.section(QLatin1Char('@'), 0, 0);
    account.provider = QStringLiteral("custom");
    account.imap = imap(email);
    account.smtp = smtp(email);
    account.history = accounts::HistoryWindow::All;
    account.secretStored = true;
    return account;
}

bool MailServers::deliver(const QString &recipient, const QByteArray &raw, const QString &sender)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port("LMTP_PORT"));
    if (!socket.waitForConnected(kPatienceMs) || !lmtpCommand(socket, {}).startsWith('2'))
        return false;
    const bool accepted = lmtpCommand(socket, "LHLO tests").startsWith('2')
        && lmtpCommand(socket, "MAIL FROM:<" + sender.toUtf8() + '>').startsWith('2')
        && lmtpCommand(socket, "RCPT TO:<" + recipient.toUtf8() + '>').startsWith('2')
        && lmtpCommand(socket, "DATA").startsWith('3')
        && lmtpCommand(socket, dotStuffed(raw) + '.').startsWith('2');
    lmtpCommand(socket, "QUIT");
    return accepted;
}

QList<QByteArray> MailServers::messagesIn(const QString &email, const QString &folder)
{
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port("IMAPS_PORT"));
    QList<QByteArray> messages;
    if (!socket.waitForEncrypted(kPatienceMs))
        return messages;
    const auto command = [&](const QByteArray &text) {
        socket.write("a " + text + "\r\n");
        for (;;) {
            QByteArray literal;
            const QByteArray line = imapLine(socket, &literal);
            if (line.isEmpty() || line.startsWith("a "))
                return line.startsWith("a OK");
            if (!literal.isNull())
                messages.append(literal);
        }
    };
    if (command("LOGIN \"" + email.toUtf8() + "\" \"" + QByteArray::fromStdString(password(email).reveal()) + '"')
        && command("EXAMINE \"" + folder.toUtf8() + '"'))
        command("FETCH 1:* BODY.PEEK[]");
    return messages;
}

} // namespace inlet::test
