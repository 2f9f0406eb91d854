// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "mime/values/Message.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace inlet::mime
{

/// Bounds on everything a sender controls.
struct ParseLimits {
    qsizetype headerBlock = 512 * 1024;
    qsizetype headerField = 64 * 1024;
    int nesting = 50;
    int parts = 1000;
    qsizetype textOctets = 4 * 1024 * 1024; ///< decoded text or HTML that is kept
};

/// Makes the MIME library ready. Once, on the main thread, before any worker exists.
void initialize();

/// Full parse. Never throws and never fails on a damaged message: it gives what can be read and
/// says in `damage` what cannot. Needs a stack of at least 16 MB for hostile input: call it on a
/// thread made for parsing (see ParsePool) or on small trusted mail.
/// Thread: any. Source: RFC 5322, 2045-2047, 2231.
ParsedMessage parseMessage(const QByteArray &raw, const ParseLimits &limits = {});

/// The header alone; cheap (no vmime). Thread: any.
MessageHeader scanHeader(const QByteArray &raw, const ParseLimits &limits = {});

/// How far the sender's clock is from UTC by the Date field, in minutes. Nothing where it says UTC: many
/// servers write that whatever the sender's place. Thread: any.
std::optional<int> senderOffset(const QByteArray &raw);

/// The decoded content of the leaf `part` ("2.1"). Errors: NotFound.
Result<QByteArray> extractPart(const QByteArray &raw, const QByteArray &part);

/// The bytes for the wire, CRLF line ends, Message-ID and Date as given, no Bcc.
/// Errors: Config when an address or header value is unusable (CR, LF, empty From or recipients).
Result<QByteArray> buildMessage(const OutgoingMessage &message);

/// `domain` is the right side: the sender's domain, RFC 5322 section 3.6.4. Unique and without any
/// trace of host or time.
QString newMessageId(const QString &domain);

/// "Re: " once, localised and repeated prefixes (AW:, SV:, RE:, TR: ...) stripped.
QString replySubject(const QString &subject);
QString forwardSubject(const QString &subject);
/// The subject without any reply or forward prefix.
QString bareSubject(const QString &subject);

/// "Jo Doe <jo@x.com>, b@y.org" as typed by a user. Errors: Config naming the bad part.
Result<QList<Address>> parseAddressList(const QString &typed);
QString formatAddress(const Address &address);

/// Readable text of HTML. Thread: any.
QString htmlToText(const QString &html);

struct SanitizedHtml {
    QString html; ///< for a QTextBrowser: no script, form, frame, style with url(), remote load
    int blockedImages = 0; ///< remote ones that were taken out
    QStringList remoteHosts;
    bool setsOwnBackground = false;
};
/// `allowRemoteImages` keeps http(s) images as they are; cid: images are kept as "cid:ID".
SanitizedHtml sanitizeHtml(const QString &html, bool allowRemoteImages);

struct TrimmedText {
    QString text; ///< the author's new words
    QString signature;
    QString quoted;
};
TrimmedText trimText(const QString &text);
TrimmedText trimHtml(const QString &html);
/// A program marked older messages in it; a block that is only set in is none.
bool marksHistory(const QString &html);
/// A parsed body again, with its signature and quotes: by that part which gave `newText`.
TrimmedText trimBody(const QString &text, const QString &html, const QString &newText);

} // namespace inlet::mime
