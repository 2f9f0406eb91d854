// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Mail.h"

namespace inlet::test
{

/// Makes a message as sync hands it to the store, with raw octets that fit. Short to write:
///     MailBuilder("m1@acme.test").from("Mara <mara@acme.test>").to("anna@us.test").text("Hello").in(inbox, 7)
/// Addresses are written "Name <a@b>" or "a@b". Kind follows what is set; default Human.
class MailBuilder
{
public:
    explicit MailBuilder(const QString &messageId = {});
    explicit MailBuilder(const char *messageId) : MailBuilder(QString::fromUtf8(messageId)) {}

    MailBuilder &from(const char *address);
    MailBuilder &to(const char *addresses); ///< commas part them
    MailBuilder &cc(const char *addresses);
    MailBuilder &subject(const QString &subject);
    MailBuilder &text(const QString &text);
    MailBuilder &html(const QString &html);
    MailBuilder &inReplyTo(const char *id);
    MailBuilder &references(const QStringList &ids);
    MailBuilder &header(const char *name, const QByteArray &value);
    MailBuilder &attachment(const QString &name, qint64 size);
    /// Date and INTERNALDATE.
    MailBuilder &at(const QDateTime &time);
    /// Minutes after 2026-03-02 09:00 UTC.
    MailBuilder &minute(int minute);
    MailBuilder &internalDate(const QDateTime &time);
    MailBuilder &own() { return kind(triage::Kind::Own); }
    MailBuilder &kind(triage::Kind kind);
    MailBuilder &bounceOf(const char *messageId, const char *recipient = nullptr);
    MailBuilder &outOfOffice(const char *answers = nullptr);
    MailBuilder &evidence(const QString &line);
    MailBuilder &seen(bool seen = true);
    MailBuilder &flagged(bool flagged = true);
    MailBuilder &keywords(const QByteArrayList &keywords);
    MailBuilder &providerThread(quint64 thread);
    MailBuilder &headerOnly();
    MailBuilder &in(FolderId folder, quint32 uid, quint32 uidValidity = 1);

    [[nodiscard]] store::IncomingMessage build() const;
    operator store::IncomingMessage() const { return build(); }

private:
    [[nodiscard]] QByteArray rawHeader() const;

    store::IncomingMessage m_message;
};

/// "Name <a@b>" or "a@b".
[[nodiscard]] mime::Address addressOf(const char *text);

} // namespace inlet::test
