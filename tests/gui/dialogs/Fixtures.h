// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/Engine.h"
#include "engine/values/Fleet.h"
#include "support/RunLanguage.h"
#include "ui/Theme.h"
#include "ui/dialogs/Words.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace inlet::test
{

inline void setUpLook(ui::theme::Mode mode = ui::theme::Mode::Light)
{
    setUpLanguage();
    ui::theme::apply(*qApp, mode);
}

template <typename Widget>
Widget *find(QWidget *in, const char *name)
{
    const QList<Widget *> all = in->findChildren<Widget *>(QString::fromLatin1(name));
    if (all.isEmpty())
        qFatal("there is no %s", name);
    for (Widget *one : all) {
        if (one->isVisible()) // pages of a stack may have the same fields
            return one;
    }
    return all.first();
}

inline void click(QWidget *in, const char *name)
{
    auto *button = find<QAbstractButton>(in, name);
    if (!button->isEnabled())
        qFatal("%s is not enabled", name);
    button->click();
}

inline accounts::ServerEndpoint endpoint(const QString &host, quint16 port, const QString &user,
    accounts::TlsMode tls = accounts::TlsMode::Implicit)
{
    accounts::ServerEndpoint made;
    made.host = host;
    made.port = port;
    made.tls = tls;
    made.user = user;
    return made;
}

inline accounts::Account account(qint64 id, const QString &email, const QString &name)
{
    accounts::Account made;
    made.id = AccountId(id);
    made.email = email;
    made.displayName = name;
    made.provider = QStringLiteral("google");
    made.imap = endpoint(QStringLiteral("imap.gmail.com"), 993, email);
    made.smtp = endpoint(QStringLiteral("smtp.gmail.com"), 465, email);
    made.colour = ui::theme::mailboxColours().at(size_t(id) % 10);
    made.signature = name + QStringLiteral("\nTry Acme");
    return made;
}

/// A mailbox at Google: an app password is wanted, OAuth would be better.
inline engine::Detection googleDetection()
{
    engine::Detection found;
    found.account.provider = QStringLiteral("google");
    found.account.imap = endpoint(QStringLiteral("imap.gmail.com"), 993, QStringLiteral("anna.keller@try-acme.com"));
    found.account.smtp = endpoint(QStringLiteral("smtp.gmail.com"), 465, QStringLiteral("anna.keller@try-acme.com"));
    found.providerName = QStringLiteral("Google");
    found.howWeKnow = QStringLiteral("Mail for try-acme.com is handled by Google (MX aspmx.l.google.com).");
    found.certain = true;
    found.needsAppPassword = true;
    found.prefersOAuth = true;
    found.appPasswordUrl = QStringLiteral("https://myaccount.google.com/apppasswords");
    found.helpUrl = QStringLiteral("https://support.google.com/mail/answer/78892");
    found.note = QStringLiteral("2-Step Verification has to be on before Google offers app passwords.");
    return found;
}

/// A domain with its own servers that nobody describes.
inline engine::Detection unknownDetection()
{
    engine::Detection found;
    found.account.provider = QStringLiteral("custom");
    found.account.imap = endpoint(QStringLiteral("mail.acme.io"), 993, QStringLiteral("anna@acme.io"));
    found.account.smtp = endpoint(QStringLiteral("mail.acme.io"), 465, QStringLiteral("anna@acme.io"));
    found.howWeKnow = QStringLiteral("acme.io does not say where its mail servers are; these are guesses.");
    return found;
}

inline engine::CheckStep step(const QString &name, engine::CheckStatus status, const QString &message = {})
{
    engine::CheckStep made;
    made.step = name;
    made.status = status;
    made.message = message;
    return made;
}

/// Every check is fine, with the words a server at Google would lead to.
inline QList<engine::CheckStep> goodSteps()
{
    using engine::CheckStatus;
    return {step(QStringLiteral("dns"), CheckStatus::Ok, QStringLiteral("imap.gmail.com, smtp.gmail.com")),
        step(QStringLiteral("connect"), CheckStatus::Ok, QStringLiteral("imap.gmail.com, port 993")),
        step(QStringLiteral("tls"), CheckStatus::Ok, QStringLiteral("TLS 1.3, certificate valid until 12 Feb 2027")),
        step(QStringLiteral("login"), CheckStatus::Ok, QStringLiteral("Signed in")),
        step(QStringLiteral("folders"), CheckStatus::Ok, QStringLiteral("14 folders")),
        step(QStringLiteral("special-use"), CheckStatus::Ok,
            QStringLiteral("Sent: [Gmail]/Sent Mail, Junk: [Gmail]/Spam, Archive: [Gmail]/All Mail")),
        step(QStringLiteral("push"), CheckStatus::Ok, QStringLiteral("The server tells us at once (IDLE)")),
        step(QStringLiteral("smtp-connect"), CheckStatus::Ok, QStringLiteral("smtp.gmail.com, port 465")),
        step(QStringLiteral("smtp-tls"), CheckStatus::Ok, QStringLiteral("TLS 1.3")),
        step(QStringLiteral("smtp-login"), CheckStatus::Ok, QStringLiteral("Signed in")),
        step(QStringLiteral("sender"), CheckStatus::Ok, QStringLiteral("Google lets anna.keller@try-acme.com send")),
        step(QStringLiteral("sent-policy"), CheckStatus::Ok, QStringLiteral("Google files a copy itself"))};
}

inline void replaceStep(QList<engine::CheckStep> &steps, const engine::CheckStep &with)
{
    for (engine::CheckStep &one : steps) {
        if (one.step == with.step)
            one = with;
    }
}

/// The sign-in is refused; what follows from it is skipped.
inline QList<engine::CheckStep> refusedSteps()
{
    QList<engine::CheckStep> steps = goodSteps();
    for (const char *name : {"folders", "special-use", "push", "sender", "sent-policy"})
        replaceStep(steps, step(QString::fromLatin1(name), engine::CheckStatus::Skipped));
    engine::CheckStep failed = step(QStringLiteral("login"), engine::CheckStatus::Failed,
        QStringLiteral("Google wants an app password here, not your normal one."));
    failed.cause = QStringLiteral("app-password-needed");
    failed.advice = QStringLiteral("Make one at Google, go back and paste it. Spaces do not matter.");
    failed.action = {QStringLiteral("open-url"), QStringLiteral("Open app passwords"),
        QStringLiteral("https://myaccount.google.com/apppasswords")};
    failed.serverReply = QStringLiteral("NO [ALERT] Application-specific password required: "
                                        "https://support.google.com/accounts/answer/185833 (Failure)");
    replaceStep(steps, failed);
    failed.step = QStringLiteral("smtp-login");
    failed.serverReply = QStringLiteral("534 5.7.9 Application-specific password required");
    replaceStep(steps, failed);
    return steps;
}

inline net::CertificateFacts certificate()
{
    net::CertificateFacts facts;
    facts.subject = QStringLiteral("CN=mail.acme.io, O=Acme");
    facts.issuer = QStringLiteral("CN=mail.acme.io, O=Acme");
    facts.names = {QStringLiteral("mail.acme.io"), QStringLiteral("localhost")};
    facts.validFrom = QDateTime(QDate(2025, 3, 1), QTime(0, 0), Qt::UTC);
    facts.validTo = QDateTime(QDate(2026, 3, 1), QTime(0, 0), Qt::UTC);
    facts.sha256 = QByteArray::fromHex("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    return facts;
}

/// The certificate does not prove the server's name.
inline QList<engine::CheckStep> certificateSteps()
{
    QList<engine::CheckStep> steps = goodSteps();
    for (const char *name : {"login", "folders", "special-use", "push"})
        replaceStep(steps, step(QString::fromLatin1(name), engine::CheckStatus::Skipped));
    engine::CheckStep failed = step(QStringLiteral("tls"), engine::CheckStatus::Failed,
        QStringLiteral("The certificate of mail.acme.io signs for itself, so it proves nothing."));
    failed.cause = QStringLiteral("certificate-self-signed");
    failed.advice = QStringLiteral("Somebody may be reading along. Ask who runs the server for the SHA-256 before you "
                                   "trust it.");
    failed.action = {QStringLiteral("trust-certificate"), QStringLiteral("Trust"), {}};
    failed.certificate = certificate();
    replaceStep(steps, failed);
    return steps;
}

/// A reply of a prospect to the first of two mailboxes.
inline store::MessageItem inbound(AccountId account, const QString &to)
{
    store::MessageItem message;
    message.id = StoredMessageId(70);
    message.conversation = ConversationId(7);
    message.account = account;
    message.messageId = QStringLiteral("abc@nordlicht.de");
    message.from = {QStringLiteral("Mara Petersen"), QStringLiteral("mara@nordlicht.de")};
    message.to = {{QStringLiteral("Anna Keller"), to}};
    message.subject = QStringLiteral("AW: Quick question");
    message.references = {QStringLiteral("first@try-acme.com")};
    message.at = QDateTime(QDate(2026, 11, 24), QTime(9, 14), Qt::UTC);
    return message;
}

inline store::MessageBody inboundBody()
{
    store::MessageBody body;
    body.id = StoredMessageId(70);
    body.text = QStringLiteral("Hi Anna,\n\nsounds interesting. Could you send pricing for 40 seats?\n\nBest\nMara\n\n"
                               "> Are you the right person for this?");
    return body;
}

inline engine::FleetRow fleetRow(int line, const QString &email)
{
    engine::FleetRow row;
    row.line = line;
    row.account = account(0, email, {});
    row.account.displayName.clear();
    row.account.colour.clear();
    row.password = Secret::fromString(QStringLiteral("pw-%1").arg(line));
    return row;
}

} // namespace inlet::test
