// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTextDocument;

namespace inlet::ui
{

/// Whether mail with its own colours can be read on the dark surface: it sets no background, and its text has contrast.
/// Of a long mail, its beginning.
[[nodiscard]] bool isReadableInTheDark(const QTextDocument &document);

/// Takes the backgrounds away, and gives text that could not be read the colour of the theme. Pictures stay as they are.
void makeReadableInTheDark(QTextDocument &document);

} // namespace inlet::ui
