// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>
#include <QPen>

#include <array>

class QApplication;

namespace inlet::ui
{

/// The one place with colours, spacing, radii, type and durations. Light and dark are two values of
/// each token; nothing else in ui/ names a colour or a pixel number for its look.
/// Thread: GUI.
namespace theme
{

enum class Mode { System, Light, Dark };
/// High: strong borders, text of at least 7:1, in light and in dark.
enum class Contrast { System, Normal, High };

enum class Token {
    Window, ///< rail and frame of the window
    List, ///< background of the list pane
    Surface, ///< conversation, dialogs, text fields
    Raised, ///< toast, popups, cards
    Hover, ///< row or flat button under the pointer
    Pressed,
    Field, ///< border of text fields and buttons; 3:1 is not needed, they have words
    Selected, ///< selected row, focused pane
    SelectedText,
    Text,
    Secondary, ///< still 4.5:1 on every background above
    Faint, ///< disabled text and skeleton rows
    Hairline,
    Accent,
    AccentText, ///< on Accent
    Danger, ///< "needs you"
    Warning,
    Success,
    Paper, ///< under HTML mail that cannot be shown in the dark
    PaperText,
    Focus, ///< the 2 px ring
};

// The 4 px grid.
constexpr int kGrid = 4;
constexpr int kSpace = 8; ///< inside a control
constexpr int kGap = 12; ///< between controls
constexpr int kMargin = 16; ///< of a pane
constexpr int kControl = 32; ///< height of a control
constexpr int kControlCompact = 28;
constexpr int kRadius = 6;
constexpr int kRowComfortable = 56;
constexpr int kRowCompact = 28;
constexpr int kRowThreeLines = 76;
constexpr int kFocusRing = 2;
constexpr int kIcon = 20;
constexpr int kMotionMs = 120;

/// Palette, Fusion style and the small style sheet. Who follows the system calls it again when the
/// system changes its mind: see ThemeController.
void apply(QApplication &application, Mode mode, Contrast contrast = Contrast::System);
/// What the system said last (ThemeController tells); used by Mode::System.
void setSystemPrefersDark(bool dark);
void setSystemPrefersContrast(bool high); ///< used by Contrast::System
/// The system's accent; an invalid colour brings back our own. One that cannot be read on our
/// backgrounds is made lighter or darker until it can.
void setSystemAccent(const QColor &accent);
[[nodiscard]] bool isDark();
[[nodiscard]] bool isHighContrast();
/// Of text on what is behind it (WCAG 2.1): 4.5, in high contrast 7.
[[nodiscard]] double leastContrast();
[[nodiscard]] QColor color(Token token);

/// Soft chip of a category: background and text, by int(store::Category).
struct ChipColors {
    QColor background;
    QColor text;
};
[[nodiscard]] ChipColors chip(int category);
/// Around a chip: dashed where a program chose what it says, else only in high contrast.
[[nodiscard]] QPen chipEdge(const ChipColors &colours, bool automatic);
/// Dot of a mailbox, with a text colour that can be read on it.
[[nodiscard]] ChipColors mailboxDot(const QString &colour);
/// Colours offered for mailboxes, "#rrggbb".
[[nodiscard]] const std::array<QString, 10> &mailboxColours();

[[nodiscard]] QFont bodyFont();
[[nodiscard]] QFont nameFont(bool unread); ///< semibold when unread
[[nodiscard]] QFont secondaryFont();
[[nodiscard]] QFont titleFont(); ///< of a page or an empty state
[[nodiscard]] QFont smallFont(); ///< chips, counts, times
/// Relative luminance contrast of WCAG 2.1, 1..21.
[[nodiscard]] double contrast(const QColor &one, const QColor &other);
/// `over` with its alpha painted on `under`.
[[nodiscard]] QColor blend(const QColor &under, const QColor &over);

/// "archive", "reply" ...: resources/icons/<name>.svg, tinted from the palette, sharp at every scale.
[[nodiscard]] QIcon icon(const QString &name);
[[nodiscard]] QIcon icon(const QString &name, Token tint);

/// True where the system asks for reduced motion.
[[nodiscard]] bool reducedMotion();

} // namespace theme

} // namespace inlet::ui
