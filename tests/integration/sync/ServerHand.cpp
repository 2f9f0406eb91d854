// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServerHand.h"

#include <QRegularExpression>

namespace inlet::test
{

namespace
{

constexpr int kHandPatienceMs = 20'000;

} // namespace

bool ServerHand::connectNow()
{
    if (m_socket.state() == QAbstractSocket::ConnectedState)
        return true;
    m_socket.abort();
    m_socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_servers.port("IMAPS_PORT"));
    return m_socket.waitForEncrypted(kHandPatienceMs)
        && command("LOGIN \"" + m_email.toUtf8() + "\" \""
                + QByteArray::fromStdString(MailServers::password(m_email).reveal()) + '"', nullptr);
}

void ServerHand::hangUp()
{
    m_socket.abort();
}

bool ServerHand::command(const QByteArray &text, QByteArrayList *lines)
{
    m_socket.write("h " + text + "\r\n");
    for (;;) {
        while (!m_socket.canReadLine()) {
            if (!m_socket.waitForReadyRead(kHandPatienceMs))
                return false;
        }
        const QByteArray line = m_socket.readLine().trimmed();
        if (line.startsWith("h "))
            return line.startsWith("h OK");
        if (lines)
            lines->append(line);
    }
}

bool ServerHand::run(const QByteArray &text, QByteArrayList *lines)
{
    return connectNow() && command(text, lines);
}

bool ServerHand::runIn(const QByteArray &folder, const QByteArray &text, QByteArrayList *lines)
{
    return run("SELECT " + folder) && command(text, lines);
}

QStringList ServerHand::picture(const QByteArray &folder)
{
    static const QRegularExpression row(QStringLiteral("FETCH \\(UID (\\d+) FLAGS \\(([^)]*)\\)"));
    QByteArrayList lines;
    QStringList out;
    if (!run("EXAMINE " + folder) || !command("UID FETCH 1:* (UID FLAGS)", &lines))
        return {QStringLiteral("not readable")};
    for (const QByteArray &line : std::as_const(lines)) {
        const auto match = row.match(QString::fromUtf8(line));
        if (match.hasMatch()) {
            out.append(match.captured(1) + (match.captured(2).contains(QLatin1String("\\Seen")) ? QStringLiteral(" S") : QString())
                + (match.captured(2).contains(QLatin1String("\\Flagged")) ? QStringLiteral(" F") : QString()));
        }
    }
    out.sort();
    return out;
}

bool ServerHand::replaceArchive()
{
    return run("CREATE Interim") && runIn("Archive", "UID COPY 1:* Interim") && command("CLOSE", nullptr)
        && command("DELETE Archive", nullptr) && command("RENAME Interim Archive", nullptr);
}

} // namespace inlet::test
