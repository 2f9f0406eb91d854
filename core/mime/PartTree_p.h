// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/Mime.h"

#include <vector>

namespace inlet::mime
{

/// What the Content- fields of an entity say, decoded and lower-cased where case means nothing.
struct PartHeader {
    QByteArray type = "text/plain"; ///< "text/plain" also where nothing is said (RFC 2045 5.2)
    QByteArray charset;
    QByteArray boundary;
    QByteArray reportType;
    QByteArray startId; ///< multipart/related
    QByteArray encoding = "7bit";
    QByteArray disposition; ///< "attachment", "inline" or empty
    QByteArray contentId; ///< without brackets
    QString fileName; ///< as sent, decoded, not sanitised
    bool flowed = false; ///< RFC 3676
    bool delSp = false;

    bool isMultipart() const { return type.startsWith("multipart/"); }
    bool isMessage() const { return type == "message/rfc822" || type == "message/global"; }
};

/// One entity; octet ranges are into the raw message.
struct PartNode {
    PartHeader header;
    QList<HeaderField> fields; ///< of the root only
    QByteArray path; ///< "2.1"; empty for a root that is multipart, "1" for a single leaf
    qsizetype bodyStart = 0;
    qsizetype bodyEnd = 0;
    int parent = -1;
    int depth = 0;
    std::vector<int> children;
};

/// The structure of a message, found in one pass over its lines.
struct PartTree {
    std::vector<PartNode> nodes; ///< [0] is the message
    QStringList damage;

    bool isLeaf(const PartNode &node) const { return node.children.empty(); }
};

/// Linear in the size of `raw` (at most `limits.nesting` comparisons for a line that starts with
/// "--"); bounded in depth and number of parts. What is deeper or more is left out and said in
/// `damage`. Does not look into attached messages.
PartTree parseStructure(const QByteArray &raw, const ParseLimits &limits);

/// Reads the Content- fields with the MIME library; never throws.
PartHeader readPartHeader(const QList<HeaderField> &fields, const QByteArray &defaultType);

} // namespace inlet::mime
