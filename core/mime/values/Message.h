// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace inlet::mime
{

struct Address {
    QString name; ///< decoded, may be empty
    QString address; ///< addr-spec; not validated when it comes from a message

    bool operator==(const Address &) const = default;
};

struct HeaderField {
    QByteArray name; ///< as written
    QByteArray value; ///< unfolded, not decoded

    bool operator==(const HeaderField &) const = default;
};

/// The header of a message, RFC 5322. Identifiers are without angle brackets.
struct MessageHeader {
    QString messageId;
    QStringList inReplyTo;
    QStringList references; ///< oldest first
    QString subject; ///< decoded
    QList<Address> from;
    QList<Address> sender;
    QList<Address> replyTo;
    QList<Address> to;
    QList<Address> cc;
    QList<Address> bcc;
    QDateTime date; ///< UTC; invalid when absent or senseless
    QList<HeaderField> fields; ///< all of them in order, capped (see ParseLimits)

    bool operator==(const MessageHeader &) const = default;
    /// First field of that name (case-insensitive), unfolded; empty when absent.
    [[nodiscard]] QByteArray field(const char *name) const;
};

struct Attachment {
    QByteArray part; ///< path "2.1" (IMAP part specifier form)
    QString fileName; ///< sanitised: no path, no control characters, never empty
    QByteArray contentType;
    qint64 size = 0; ///< octets, decoded
    QByteArray contentId; ///< without brackets
    bool isInline = false;
    qint64 onServer = 0; ///< its content is not here; so many octets would have to come. 0: it is here

    bool operator==(const Attachment &) const = default;
};

/// A MIME leaf that is not for reading but for machines (delivery-status, calendar, headers).
struct MachinePart {
    QByteArray contentType; ///< lower-case, e.g. "message/delivery-status"
    QByteArray content; ///< decoded, at most 256 KB; of an attached message its header only
    int depth = 0; ///< 1: stands in an attached message, where only report parts are kept

    bool operator==(const MachinePart &) const = default;
};

/// A message made readable. Also what comes out of a damaged one: then `damage` says what is wrong.
struct ParsedMessage {
    MessageHeader header;
    QByteArray contentType; ///< of the top level, lower-case, with report-type where present
    QString text; ///< plain text; made from HTML where only that exists. LF line ends.
    QString html; ///< as sent, NOT sanitised; empty when there is none
    QList<Attachment> attachments;
    QList<MachinePart> machineParts;
    QString newText; ///< the author's own new words: quotes and signature removed
    QString preview; ///< one line, at most 200 characters, of newText
    QStringList damage; ///< English, e.g. "nested deeper than 50 parts"
    int partCount = 0; ///< MIME leaves

    bool operator==(const ParsedMessage &) const = default;
};

/// A file to send along.
struct OutgoingAttachment {
    QString fileName;
    QByteArray contentType; ///< empty: guessed from the name
    QByteArray content;
};

/// What the composer hands over. Text and HTML with LF line ends.
struct OutgoingMessage {
    Address from;
    QList<Address> to;
    QList<Address> cc;
    QList<Address> bcc; ///< never written into the message, envelope only
    QString subject;
    QString text;
    QString html; ///< empty: plain text only; else multipart/alternative
    QList<OutgoingAttachment> attachments;
    QString messageId; ///< ours, without brackets; required
    QString inReplyTo;
    QStringList references;
    QDateTime date; ///< required
};

} // namespace inlet::mime
