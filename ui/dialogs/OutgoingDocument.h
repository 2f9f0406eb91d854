// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QTextBlock;
class QTextCursor;
class QTextDocument;

namespace inlet::ui::outgoing
{

// Between the editor's document and what is sent. Written are paragraphs, bold, italic, underline,
// links, lists and quotes, and nothing else: no font, no size, no colour of ours can leave.

[[nodiscard]] int quoteLevel(const QTextBlock &block);
/// Makes the block a quote of that depth, 0: none; also its look in the editor.
void setQuoteLevel(QTextCursor &cursor, int level);

/// Quotes with "> ", lists with "- " and "1. ". LF line ends.
[[nodiscard]] QString toText(const QTextDocument &document);
/// Well-formed XHTML fragment.
[[nodiscard]] QString toHtml(const QTextDocument &document);
/// Lines that begin with ">" become quotes. Replaces what is there.
void fromText(QTextDocument &document, const QString &text);
/// Reads what toHtml() wrote. False for anything else; then the document is empty.
[[nodiscard]] bool fromHtml(QTextDocument &document, const QString &html);

/// The user's own words: no quotes, no signature, no forwarded text.
[[nodiscard]] QString ownWords(const QTextDocument &document, const QString &signature);

/// Puts the signature of the mailbox (without "-- ") where `before` was, or where it belongs when
/// there was none: above the quote, else at the end. A signature that was changed by hand stays.
void exchangeSignature(QTextDocument &document, const QString &before, const QString &now);

/// Only http, https and mailto may be linked.
[[nodiscard]] bool isLinkable(const QString &address);

} // namespace inlet::ui::outgoing
