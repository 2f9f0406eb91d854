// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Theme.h"

#include "accounts/values/Account.h"

#include "ui/ThemeStyle.h"

#include <QApplication>
#include <QFontInfo>
#include <QStyle>
#include <QStyleFactory>
#include <QToolTip>

#include <cmath>

namespace inlet::ui::theme
{

namespace
{

constexpr int kTokens = int(Token::Focus) + 1;

struct TokenPair {
    Token token;
    QRgb light;
    QRgb dark;
};

/// Both values of every token, ARGB.
constexpr std::array<TokenPair, kTokens> kTokenTable{{
    {Token::Window, 0xfff1f2f5, 0xff17181b},
    {Token::List, 0xfffafafb, 0xff1c1d21},
    {Token::Surface, 0xffffffff, 0xff212226},
    {Token::Raised, 0xffffffff, 0xff2b2d32},
    {Token::Hover, 0x0d1b1d21, 0x12ffffff},
    {Token::Pressed, 0x1a1b1d21, 0x1fffffff},
    {Token::Field, 0xffd4d7dd, 0xff3e4148},
    {Token::Selected, 0xffe2ebfb, 0xff283854},
    {Token::SelectedText, 0xff14171c, 0xffffffff},
    {Token::Text, 0xff1b1d21, 0xffe8e9ec},
    {Token::Secondary, 0xff5d6168, 0xffa8abb3},
    {Token::Faint, 0xffb4b8c0, 0xff5d6068},
    {Token::Hairline, 0x1a1b1d21, 0x1ae8e9ec},
    {Token::Accent, 0xff2563d4, 0xff7aa7ff},
    {Token::AccentText, 0xffffffff, 0xff10141b},
    {Token::Danger, 0xffc0281a, 0xffff8a7e},
    {Token::Warning, 0xff8f5600, 0xfff0b45a},
    {Token::Success, 0xff18753a, 0xff6ccf8a},
    {Token::Paper, 0xffffffff, 0xfff7f7f8},
    {Token::PaperText, 0xff1b1d21, 0xff1b1d21},
    {Token::Focus, 0xff2563d4, 0xff7aa7ff},
}};

/// The same for who needs high contrast: panes alike, told apart by borders that can be seen.
constexpr std::array<TokenPair, kTokens> kStrongTable{{
    {Token::Window, 0xffffffff, 0xff000000},
    {Token::List, 0xffffffff, 0xff000000},
    {Token::Surface, 0xffffffff, 0xff000000},
    {Token::Raised, 0xffffffff, 0xff0c0c0c},
    {Token::Hover, 0x1f000000, 0x2effffff},
    {Token::Pressed, 0x33000000, 0x45ffffff},
    {Token::Field, 0xff303234, 0xffd0d2d6},
    {Token::Selected, 0xffd3e3ff, 0xff0b2a66},
    {Token::SelectedText, 0xff000000, 0xffffffff},
    {Token::Text, 0xff000000, 0xffffffff},
    {Token::Secondary, 0xff2b2e33, 0xffdcdee2},
    {Token::Faint, 0xff63666c, 0xff9a9da3},
    {Token::Hairline, 0xff63666c, 0xff9a9da3},
    {Token::Accent, 0xff00308f, 0xff9cc2ff},
    {Token::AccentText, 0xffffffff, 0xff000000},
    {Token::Danger, 0xff8b0000, 0xffffb0a8},
    {Token::Warning, 0xff5a3500, 0xffffcf7a},
    {Token::Success, 0xff00471d, 0xff8ff0ae},
    {Token::Paper, 0xffffffff, 0xffffffff},
    {Token::PaperText, 0xff000000, 0xff000000},
    {Token::Focus, 0xff00308f, 0xffffe066},
}};

/// Hue of each category's chip in degrees and how colourful it is, by int(store::Category); then those that only the rep's own
/// have, between the others.
struct Hue {
    int degrees;
    double strength;
};
constexpr std::array<Hue, 16> kCategoryHues{{
    {220, 0.08}, // Unsorted
    {145, 0.60}, // Interested
    {175, 0.60}, // Meeting request
    {212, 0.75}, // Information request
    {262, 0.60}, // Not now
    {22, 0.35}, // Not interested
    {312, 0.50}, // Wrong person
    {44, 0.75}, // Out of office
    {355, 0.65}, // Do not contact
    {28, 0.80}, // Bounce
    {88, 0.60}, // lime
    {236, 0.60}, // indigo
    {286, 0.55}, // purple
    {335, 0.60}, // rose
    {195, 0.70}, // sky
    {64, 0.50}, // olive
}};

struct State {
    bool dark = false;
    bool systemDark = false;
    bool strong = false;
    bool systemStrong = false;
    QColor systemAccent;
    QPalette palette;
};

/// Set by apply() on the GUI thread, read by everything that paints on the same thread.
State &state()
{
    static State value;
    return value;
}

QColor tokenColor(Token token)
{
    const TokenPair &pair = (state().strong ? kStrongTable : kTokenTable).at(size_t(token));
    Q_ASSERT(pair.token == token);
    return QColor::fromRgba(state().dark ? pair.dark : pair.light);
}

double channelLuminance(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channelLuminance(color.redF()) + 0.7152 * channelLuminance(color.greenF())
        + 0.0722 * channelLuminance(color.blueF());
}

/// `color` moved towards black or white until it can be read on every pane.
QColor readable(QColor color)
{
    const QColor worst = tokenColor(Token::Selected);
    for (int step = 0; step < 20 && contrast(color, worst) < leastContrast(); ++step)
        color = blend(color, state().dark ? QColor(255, 255, 255, 30) : QColor(0, 0, 0, 30));
    return color;
}

QPalette makePalette()
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, Token token, Token disabled) {
        palette.setColor(role, color(token));
        palette.setColor(QPalette::Disabled, role, color(disabled));
    };
    set(QPalette::Window, Token::Surface, Token::Surface);
    set(QPalette::WindowText, Token::Text, Token::Faint);
    set(QPalette::Base, Token::Surface, Token::Surface);
    set(QPalette::AlternateBase, Token::List, Token::List);
    set(QPalette::Text, Token::Text, Token::Faint);
    set(QPalette::Button, Token::Raised, Token::Surface);
    set(QPalette::ButtonText, Token::Text, Token::Faint);
    set(QPalette::BrightText, Token::Danger, Token::Faint);
    set(QPalette::ToolTipBase, Token::Raised, Token::Raised);
    set(QPalette::ToolTipText, Token::Text, Token::Text);
    set(QPalette::PlaceholderText, Token::Secondary, Token::Faint);
    set(QPalette::Highlight, Token::Accent, Token::Faint);
    set(QPalette::HighlightedText, Token::AccentText, Token::Surface);
    set(QPalette::Link, Token::Accent, Token::Faint);
    set(QPalette::LinkVisited, Token::Accent, Token::Faint);
    // Fusion derives its frames from these.
    const QColor edge = blend(color(Token::Surface), color(Token::Hairline));
    palette.setColor(QPalette::Light, color(Token::Surface));
    palette.setColor(QPalette::Midlight, edge);
    palette.setColor(QPalette::Mid, edge);
    palette.setColor(QPalette::Dark, color(Token::Field));
    palette.setColor(QPalette::Shadow, color(Token::Field));
    return palette;
}

QFont scaled(double factor, QFont::Weight weight)
{
    QFont font = QApplication::font();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    font.setWeight(weight);
    return font;
}

/// Where no desktop names a font, Qt falls back to 9 pt, which nobody chose.
void chooseFont()
{
    static const bool once = [] {
        QFont font = QApplication::font();
        if (qEnvironmentVariableIsEmpty("XDG_CURRENT_DESKTOP") && font.pointSizeF() > 0
            && font.pointSizeF() < 10) {
            font.setPointSizeF(10);
            QApplication::setFont(font);
        }
        return true;
    }();
    Q_UNUSED(once)
}

} // namespace

void setSystemPrefersDark(bool dark)
{
    state().systemDark = dark;
}

void setSystemAccent(const QColor &accent)
{
    state().systemAccent = accent;
}

void setSystemPrefersContrast(bool high)
{
    state().systemStrong = high;
}

void apply(QApplication &application, Mode mode, Contrast contrast)
{
    state().strong = contrast == Contrast::High || (contrast == Contrast::System && state().systemStrong);
    state().dark = mode == Mode::Dark || (mode == Mode::System && state().systemDark);
    chooseFont();
    if (!application.style() || application.style()->name().compare(QLatin1String("fusion"), Qt::CaseInsensitive) != 0)
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    state().palette = makePalette();
    QApplication::setPalette(state().palette);
    QToolTip::setPalette(state().palette);
    application.setStyleSheet(styleSheet());
}

bool isDark()
{
    return state().dark;
}

bool isHighContrast()
{
    return state().strong;
}

double leastContrast()
{
    return state().strong ? 7 : 4.5;
}

QColor color(Token token)
{
    if ((token == Token::Accent || (token == Token::Focus && !state().strong)) && state().systemAccent.isValid())
        return readable(state().systemAccent);
    if (token == Token::AccentText && state().systemAccent.isValid()) {
        const QColor accent = readable(state().systemAccent);
        return contrast(accent, Qt::white) >= leastContrast() ? QColor(Qt::white) : QColor(0x10, 0x14, 0x1b);
    }
    return tokenColor(token);
}

ChipColors chip(int category)
{
    const Hue hue = kCategoryHues.at(size_t(category) < kCategoryHues.size() ? size_t(category) : 0);
    const auto made = [&hue](double strength, double lightness) {
        return QColor::fromHslF(float(hue.degrees / 360.0), float(hue.strength * strength), float(lightness));
    };
    if (isHighContrast())
        return isDark() ? ChipColors{made(0.7, 0.13), made(0.9, 0.90)} : ChipColors{made(0.9, 0.95), made(1.0, 0.14)};
    if (isDark())
        return {made(0.55, 0.23), made(0.9, 0.82)};
    return {made(0.9, 0.915), made(1.0, 0.24)};
}

QPen chipEdge(const ChipColors &colours, bool automatic)
{
    if (!automatic)
        return isHighContrast() ? QPen(colours.text, 1) : QPen(Qt::NoPen);
    QColor soft = colours.text;
    soft.setAlpha(140);
    QPen edge(isHighContrast() ? colours.text : blend(colours.background, soft), 1, Qt::CustomDashLine);
    edge.setDashPattern({2, 2});
    return edge;
}

ChipColors mailboxDot(const QString &colour)
{
    QColor background(colour);
    if (!background.isValid())
        background = color(Token::Secondary);
    const QColor dark(0x10, 0x14, 0x1b);
    if (!isHighContrast())
        return {background, contrast(background, Qt::white) >= contrast(background, dark) ? QColor(Qt::white) : dark};
    // Away from what is behind it, so that a dot without a letter is seen, too.
    const QColor text = isDark() ? dark : QColor(Qt::white);
    for (int step = 0; step < 30 && contrast(background, text) < leastContrast(); ++step)
        background = blend(background, isDark() ? QColor(255, 255, 255, 30) : QColor(0, 0, 0, 30));
    return {background, text};
}

const std::array<QString, 10> &mailboxColours()
{
    return accounts::mailboxColours();
}

QFont bodyFont()
{
    return QApplication::font();
}

QFont nameFont(bool unread)
{
    return scaled(1.0, unread ? QFont::DemiBold : QFont::Normal);
}

QFont secondaryFont()
{
    return QApplication::font();
}

QFont titleFont()
{
    return scaled(1.2, QFont::DemiBold);
}

QFont smallFont()
{
    return scaled(0.88, QFont::Normal);
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor blend(const QColor &under, const QColor &over)
{
    const double alpha = over.alphaF();
    const auto mix = [alpha](float below, float above) {
        return float(below * (1 - alpha) + above * alpha);
    };
    return QColor::fromRgbF(mix(under.redF(), over.redF()), mix(under.greenF(), over.greenF()),
        mix(under.blueF(), over.blueF()));
}

bool reducedMotion()
{
    const QByteArray asked = qgetenv("GTK_ENABLE_ANIMATIONS");
    return asked == "0" || (qApp && !QApplication::isEffectEnabled(Qt::UI_General))
        || (qApp && qApp->property("inletReducedMotion").toBool());
}

} // namespace inlet::ui::theme
