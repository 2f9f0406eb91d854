// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ServerHand.h"

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
            if (!m_socket.waitForReadyRead(kHandPatienceMs)) {
                m_socket.abort(); // a late answer would be taken for the next one's
                return false;
            }
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
    // In any order: Cyrus tells the flags first.
    static const QRegularExpression uid(QStringLiteral("FETCH \\(.*\\bUID (\\d+)"));
    static const QRegularExpression flags(QStringLiteral("FLAGS \\(([^)]*)\\)"));
    QByteArrayList lines;
    QStringList out;
    if (!run("EXAMINE " + folder) || !command("UID FETCH 1:* (UID FLAGS)", &lines))
        return {QStringLiteral("not readable")};
    for (const QByteArray &line : std::as_const(lines)) {
        const auto number = uid.match(QString::fromUtf8(line));
        const QString set = flags.match(QString::fromUtf8(line)).captured(1);
        if (number.hasMatch()) {
            out.append(number.captured(1) + (set.contains(QLatin1String("\\Seen")) ? QStringLiteral(" S") : QString())
                + (set.contains(QLatin1String("\\Flagged")) ? QStringLiteral(" F") : QString()));
        }
    }
    out.sort();
    return out;
}

QByteArray ServerHand::uidValidity(const QByteArray &folder)
{
    static const QRegularExpression number(QStringLiteral("UIDVALIDITY (\\d+)"));
    QByteArrayList lines;
    run("STATUS " + folder + " (UIDVALIDITY)", &lines);
    return number.match(QString::fromUtf8(lines.join(' '))).captured(1).toUtf8();
}

bool ServerHand::replaceArchive()
{
    const QByteArray archive = m_servers.folderPrefix() + "Archive";
    const QByteArray interim = m_servers.folderPrefix() + "Interim";
    const auto isSame = [&] { return uidValidity(interim) == uidValidity(archive); };
    // Cyrus and Courier number by the second: what is made in one has the same.
    do {
        if (!run("CREATE " + interim))
            return false;
    } while (isSame() && run("DELETE " + interim));
    return runIn(archive, "UID COPY 1:* " + interim) && command("CLOSE", nullptr)
        && command("DELETE " + archive, nullptr) && command("RENAME " + interim + ' ' + archive, nullptr);
}

} // namespace inlet::test
