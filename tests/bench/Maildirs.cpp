// SPDX-License-Identifier: GPL-3.0-or-later
// maildirs: mail for the private Dovecot, written before its start.
#include "Commands.h"
#include "MailGenerator.h"

#include <QDir>
#include <QFile>

#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <thread>

namespace inlet::bench
{

namespace
{

QString folderPath(const QString &maildir, imap::FolderRole role)
{
    if (role == imap::FolderRole::Sent)
        return maildir + QStringLiteral("/.Sent");
    if (role == imap::FolderRole::Junk)
        return maildir + QStringLiteral("/.Junk");
    return maildir;
}

bool makeFolders(const QString &maildir)
{
    bool made = true;
    for (const auto role : {imap::FolderRole::Inbox, imap::FolderRole::Sent, imap::FolderRole::Junk}) {
        const QString folder = folderPath(maildir, role);
        for (const char *part : {"/cur", "/new", "/tmp"})
            made = QDir().mkpath(folder + QLatin1String(part)) && made;
        if (role != imap::FolderRole::Inbox)
            made = QFile(folder + QStringLiteral("/maildirfolder")).open(QIODevice::WriteOnly) && made;
    }
    return made;
}

bool writeMail(const QString &maildir, const GeneratedMail &mail, qint64 index)
{
    const QByteArray octets = QByteArray(mail.raw).replace("\r\n", "\n");
    const qint64 when = mail.at.toSecsSinceEpoch();
    const QString path = QStringLiteral("%1/cur/%2.M%3P1.bench,S=%4,W=%5:2,%6")
                             .arg(folderPath(maildir, mail.folder))
                             .arg(when)
                             .arg(index, 6, 10, QLatin1Char('0'))
                             .arg(octets.size())
                             .arg(mail.raw.size())
                             .arg(mail.seen ? QStringLiteral("S") : QString());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(octets) != octets.size())
        return false;
    file.close();
    // Dovecot takes the time of arrival from the file.
    const timespec times[2] = {{when, 0}, {when, 0}};
    return ::utimensat(AT_FDCWD, QFile::encodeName(path).constData(), times, 0) == 0;
}

bool writeMailbox(const QString &root, qint64 number, qint64 messages, int octets)
{
    const QString mailbox = mailboxName(number);
    const QString maildir = QStringLiteral("%1/mail/sales.test/%2/Maildir").arg(root, mailbox.section(QLatin1Char('@'), 0, 0));
    if (!makeFolders(maildir))
        return false;
    MailGenerator generator({mailbox, octets, quint32(number), QDateTime::currentDateTimeUtc(), 600});
    for (qint64 index = 0; index < messages; ++index) {
        if (!writeMail(maildir, generator.next(index, messages), index))
            return false;
    }
    return true;
}

} // namespace

int writeMaildirs(const QStringList &arguments)
{
    const Options options(arguments, {QStringLiteral("dir"), QStringLiteral("mailboxes"), QStringLiteral("messages"), QStringLiteral("octets")});
    const qint64 mailboxes = options.number("mailboxes", 20);
    const qint64 messages = options.number("messages", 2000);
    const int octets = int(options.number("octets", 4096));
    std::atomic<qint64> next = 1;
    std::atomic<bool> fine = true;
    const auto work = [&] {
        for (qint64 number = next++; number <= mailboxes; number = next++)
            fine = writeMailbox(options.text("dir"), number, messages, octets) && fine;
    };
    {
        const std::jthread other(work);
        work();
    }
    if (!fine)
        std::fputs("inlet_bench: mail could not be written\n", stderr);
    return fine ? 0 : 1;
}

} // namespace inlet::bench
