// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/HeaderScanner_p.h"
#include "mime/PartTree_p.h"

namespace inlet::mime
{

/// Attached messages inside attached messages that are still looked into.
inline constexpr int kMaxMessageNesting = 10;

/// Turns the structure into what a person reads: one text, one HTML, attachments, machine parts.
class PartCollector
{
public:
    PartCollector(const QByteArray &raw, const PartTree &tree, const ParseLimits &limits,
        ParsedMessage *out);

    /// Fills text, html, attachments, machineParts, partCount, damage.
    /// True where the text was made from HTML only.
    bool collect();

private:
    struct Body {
        QString text;
        QString html;
        bool hasPlain = false; ///< `text` was sent as text, at least in part
    };

    Body collectNode(const PartNode &node);
    Body collectAlternative(const PartNode &node);
    Body collectRelated(const PartNode &node);
    Body collectSequence(const PartNode &node);
    Body collectLeaf(const PartNode &node);
    Body textLeaf(const PartNode &node);
    void takeAttachment(const PartNode &node, bool isInline);
    void takeMessage(const PartNode &node);
    void takeInnerReport(const QByteArray &inner, const FieldBlock &block);
    void takeMachinePart(const PartNode &node);
    const PartNode &childOf(const PartNode &node, size_t index) const;
    QByteArray bodyOf(const PartNode &node) const;

    const QByteArray &m_raw;
    const PartTree &m_tree;
    const ParseLimits &m_limits;
    ParsedMessage *m_out;
    qsizetype m_textLeft; ///< decoded octets that may still be kept
};

/// Leaves of a message, those of attached messages included, to a bounded depth.
int countLeaves(const QByteArray &raw, const PartTree &tree, const ParseLimits &limits, int level);

} // namespace inlet::mime
