// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/DirectionChecks_p.h"

#include <QCoreApplication>

#include <array>

namespace inlet::engine
{

namespace
{

using accounts::Phase;
using imap::FolderRole;

/// Names of the rows for the stages of connect(), DNS first.
using StageSteps = std::array<QString, 4>;

const StageSteps &readingStages()
{
    static const StageSteps steps{QStringLiteral("dns"), QStringLiteral("connect"),
        QStringLiteral("tls"), QStringLiteral("login")};
    return steps;
}

// Sending has no row of its own for the name.
const StageSteps &sendingStages()
{
    static const StageSteps steps{QString(), QStringLiteral("smtp-connect"),
        QStringLiteral("smtp-tls"), QStringLiteral("smtp-login")};
    return steps;
}

QString encryptedWith(const QString &protocol)
{
    return protocol.isEmpty() ? QCoreApplication::translate("Engine", "Encrypted.")
                              : QCoreApplication::translate("Engine", "Encrypted with %1.").arg(protocol);
}

void sayStages(CheckRows &rows, const StageSteps &steps, const accounts::ServerEndpoint &server,
    const net::TlsStream &stream, int upTo)
{
    if (upTo > 0 && !steps[0].isEmpty())
        rows.ok(steps[0], QCoreApplication::translate("Engine", "%1 was found.").arg(server.host));
    if (upTo > 1)
        rows.ok(
            steps[1], QCoreApplication::translate("Engine", "%1 answers on port %2.").arg(server.host).arg(server.port));
    if (upTo > 2)
        rows.ok(steps[2], encryptedWith(stream.protocolName()));
}

/// The rows of connect(), whatever came of it.
bool sayConnected(const Result<void> &connected, CheckRows &rows, const StageSteps &steps,
    const accounts::ServerEndpoint &server, const net::TlsStream &stream)
{
    if (connected) {
        sayStages(rows, steps, server, stream, 3);
        return true;
    }
    const Error &error = connected.error();
    // A session closes its stream when it fails; the certificate stays known.
    const bool encrypted = stream.isEncrypted() || stream.certificate().has_value();
    const ConnectStage stage = stageOf(error, server.tls, encrypted);
    const auto index = static_cast<std::size_t>(stage);
    sayStages(rows, steps, server, stream, static_cast<int>(index));
    const QString step = steps[index].isEmpty() ? steps[1] : steps[index];
    rows.fail(step, Phase::Connect, error,
        stage == ConnectStage::Tls ? stream.certificate() : std::nullopt);
    return false;
}

// An empty password is never sent: it would count as a failed attempt.
bool signIn(const std::function<Result<void>()> &login, const QString &step,
    const accounts::ServerEndpoint &server, const Secret &password, CheckRows &rows)
{
    rows.begin(step);
    if (password.isEmpty()) {
        rows.fail(step, Phase::SignIn,
            Error{ErrorKind::Config, QStringLiteral("no password"), {}, "secret-missing"});
        return false;
    }
    const auto signedIn = login();
    if (!signedIn) {
        rows.fail(step, Phase::SignIn, signedIn.error());
        return false;
    }
    rows.ok(step, QCoreApplication::translate("Engine", "Signed in as %1.").arg(server.user));
    return true;
}

QString describeFolder(const imap::RemoteFolder &folder, const QString &role)
{
    return folder.name.compare(role, Qt::CaseInsensitive) == 0
        ? role
        : QStringLiteral("%1 (%2)").arg(role, folder.name.left(60));
}

const imap::RemoteFolder *findRole(const QList<imap::RemoteFolder> &folders, FolderRole role)
{
    for (const imap::RemoteFolder &folder : folders) {
        if (folder.role == role && folder.selectable)
            return &folder;
    }
    return nullptr;
}

QString describeFolders(const QList<imap::RemoteFolder> &folders)
{
    static const std::array<std::pair<FolderRole, const char *>, 6> roles{
        {{FolderRole::Inbox, QT_TRANSLATE_NOOP("Engine", "Inbox")}, {FolderRole::Sent, QT_TRANSLATE_NOOP("Engine", "Sent")},
            {FolderRole::Junk, QT_TRANSLATE_NOOP("Engine", "Junk")}, {FolderRole::Trash, QT_TRANSLATE_NOOP("Engine", "Trash")},
            {FolderRole::Archive, QT_TRANSLATE_NOOP("Engine", "Archive")}, {FolderRole::AllMail, QT_TRANSLATE_NOOP("Engine", "All Mail")}}};
    QStringList found;
    for (const auto &[role, name] : roles) {
        if (const imap::RemoteFolder *folder = findRole(folders, role))
            found.append(describeFolder(*folder, QCoreApplication::translate("Engine", name)));
    }
    return QCoreApplication::translate("Engine", "Found: %1.").arg(found.join(QStringLiteral(", ")));
}

bool checkFolders(imap::ImapSession &session, CheckRows &rows, const std::stop_token &stop)
{
    const QString step = QStringLiteral("folders");
    const QString special = QStringLiteral("special-use");
    rows.begin(step);
    const auto folders = session.listFolders(stop);
    if (!folders) {
        rows.fail(step, Phase::Use, folders.error());
        return false;
    }
    if (!findRole(*folders, FolderRole::Inbox)) {
        rows.fail(step, Phase::Use,
            Error{ErrorKind::NotFound, QStringLiteral("no INBOX"), {}, "no-inbox"});
        return false;
    }
    rows.ok(step, describeFolders(*folders), *folders);
    const imap::RemoteFolder *sent = findRole(*folders, FolderRole::Sent);
    if (!sent)
        rows.warn(special, "no-sent-folder");
    else if (!sent->roleFromServer)
        rows.warn(special, "folders-guessed");
    else
        rows.ok(special, QCoreApplication::translate("Engine", "The server says what each folder is for."));
    return true;
}

} // namespace

bool checkReading(imap::ImapSession &session, const accounts::ServerEndpoint &server,
    const Secret &password, CheckRows &rows, std::stop_token stop)
{
    rows.begin(readingStages()[0]);
    if (!sayConnected(session.connect(stop), rows, readingStages(), server, session.stream()))
        return false;
    const auto login = [&] { return session.login(password, stop); };
    if (!signIn(login, QStringLiteral("login"), server, password, rows))
        return false;
    if (!checkFolders(session, rows, stop))
        return false;
    const QString push = QStringLiteral("push");
    if (session.capabilities().idle)
        rows.ok(push, QCoreApplication::translate("Engine", "The server announces new mail by itself."));
    else
        rows.warn(push, "push-missing");
    session.logout();
    return true;
}

bool checkSending(smtp::SmtpSession &session, const accounts::ServerEndpoint &server,
    const QString &sender, const Secret &password, CheckRows &rows, std::stop_token stop)
{
    rows.begin(sendingStages()[1]);
    if (!sayConnected(session.connect(stop), rows, sendingStages(), server, session.stream()))
        return false;
    const auto login = [&] { return session.login(password, stop); };
    if (!signIn(login, QStringLiteral("smtp-login"), server, password, rows))
        return false;
    const QString step = QStringLiteral("sender");
    rows.begin(step);
    const auto allowed = session.verifySender(sender, stop);
    if (!allowed) {
        rows.fail(step, Phase::Sender, allowed.error());
        return false;
    }
    rows.ok(step, QCoreApplication::translate("Engine", "You may send as %1.").arg(sender));
    session.quit();
    return true;
}

} // namespace inlet::engine
