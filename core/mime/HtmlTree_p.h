// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <gumbo.h>

#include <functional>
#include <memory>

namespace inlet::mime
{

/// A parsed HTML text. Depth and size are bounded before the parser sees it: gumbo frees its tree
/// recursively and its time grows with unclosed formatting tags.
class HtmlTree
{
public:
    explicit HtmlTree(const QString &html);

    /// The body element, or null for nothing.
    [[nodiscard]] const GumboNode *body() const;
    [[nodiscard]] const GumboNode *root() const;

private:
    struct Free {
        void operator()(GumboOutput *output) const;
    };
    QByteArray m_source; ///< the tree points into it
    std::unique_ptr<GumboOutput, Free> m_output;
};

/// Drops tags nested deeper than `maxDepth` and cuts at `maxOctets`; the text stays.
QByteArray boundedHtml(const QByteArray &html, int maxDepth, qsizetype maxOctets);

/// Value of an attribute, or a null view.
QByteArrayView attributeOf(const GumboNode *node, const char *name);
/// Lower-case name of an element, also of unknown ones; empty for text.
QByteArray tagNameOf(const GumboNode *node);
bool isElement(const GumboNode *node);
bool isText(const GumboNode *node); ///< text, white space, CDATA
QString textOf(const GumboNode *node); ///< of a text node
/// The children of an element; empty for text.
const GumboVector &childrenOf(const GumboNode *node);
inline const GumboNode *childAt(const GumboVector &children, unsigned int index)
{
    return static_cast<const GumboNode *>(children.data[index]);
}

/// Calls `enter` and `leave` over the tree without recursion. `enter` returns false to skip the
/// children (leave is still called).
void walkHtml(const GumboNode *root, const std::function<bool(const GumboNode *)> &enter,
    const std::function<void(const GumboNode *)> &leave);

} // namespace inlet::mime
