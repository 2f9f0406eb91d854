// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ThemeStyle.h"

#include "ui/Theme.h"

#include <QHash>

namespace inlet::ui::theme
{

namespace
{

// @name is a token or a size, replaced below. Borders of 1 px become 2 px in @focus: the padding
// gives way, so that nothing moves.
constexpr auto kSheet = R"(
QToolTip { background: @raised; color: @text; border: 1px solid @field; padding: 4px 8px; }
QLabel[look="secondary"] { color: @secondary; }
QLabel[look="error"] { color: @danger; }
QLabel[look="warning"] { color: @warning; }
QLabel[look="success"] { color: @success; }
QLabel:disabled { color: @faint; }
QWidget[look="rail"] { background: @window; }
QWidget[look="list"] { background: @list; }
QWidget[look="surface"] { background: @surface; }
QWidget[look="raised"] { background: @raised; border: 1px solid @field; border-radius: @radiuspx; }

QPushButton { background: @raised; color: @text; border: 1px solid @field; border-radius: @radiuspx;
  padding: 0 13px; min-height: @controlInnerpx; }
QPushButton:hover { background: @raisedHover; }
QPushButton:pressed { background: @raisedPressed; }
QPushButton:focus { border: 2px solid @focus; padding: 0 12px; min-height: @controlFocuspx; }
QPushButton:disabled { color: @faint; }
QPushButton[look="primary"] { background: @accent; color: @accentText; border-color: @accent; font-weight: 600; }
QPushButton:focus, QToolButton:focus { outline: none; }
QPushButton[look="primary"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[look="primary"]:pressed { background: @accentPressed; }
QPushButton[look="primary"]:focus { border: 2px solid @accentRing; }
QPushButton[look="primary"]:disabled { background: @quiet; color: @secondary; border-color: @quiet; }
QPushButton[look="danger"] { color: @danger; }
QPushButton[look="danger"]:disabled { color: @faint; }
QPushButton[look="flat"] { background: transparent; border-color: transparent; }
QPushButton[look="flat"]:hover { background: @hover; }
QPushButton[look="flat"]:pressed { background: @pressed; }
QPushButton[look="flat"]:focus { border: 2px solid @focus; }
QPushButton[look="link"] { background: transparent; border-color: transparent; color: @accent; padding: 0 5px;
  min-height: 22px; text-align: left; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border: 2px solid @focus; padding: 0 4px; min-height: 20px; }
QPushButton[look="link"]:disabled { color: @faint; }

QPushButton[look="status"] { background: transparent; border: 2px solid transparent; color: @secondary; padding: 0 6px;
  min-height: 20px; }
QPushButton[look="status"]:hover { color: @text; }
QPushButton[look="status"]:focus { border-color: @focus; padding: 0 6px; min-height: 20px; }

QToolButton { background: transparent; color: @text; border: 2px solid transparent; border-radius: @radiuspx;
  padding: 4px; }
QToolButton[look="name"] { padding: 4px 4px 4px 4px; text-align: left; }
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:checked { background: @pressed; }
QToolButton:focus { border-color: @focus; }
QToolButton:disabled { color: @faint; }
QToolButton[look="chip"] { background: @raised; border: 1px solid @field; padding: 4px 9px; min-height: 20px; }
QToolButton[look="chip"]:hover { background: @raisedHover; }
QToolButton[look="chip"]:focus { border: 2px solid @focus; padding: 3px 8px; }
QToolButton[look="chip"]:checked { background: @selected; color: @selectedText; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit[look="field"], QTextEdit[look="field"], QSpinBox, QDateTimeEdit { background: @surface;
  border: 1px solid @field; border-radius: @radiuspx; padding: 0 9px; selection-background-color: @accent;
  selection-color: @accentText; }
QLineEdit, QSpinBox, QDateTimeEdit { min-height: @controlInnerpx; }
QPlainTextEdit[look="field"], QTextEdit[look="field"] { padding: 5px 6px; }
QLineEdit:focus, QSpinBox:focus, QDateTimeEdit:focus { border: 2px solid @focus; padding: 0 8px; min-height: @controlFocuspx; }
QPlainTextEdit[look="field"]:focus, QTextEdit[look="field"]:focus { border: 2px solid @focus; padding: 4px 5px; }
QLineEdit:disabled { color: @faint; background: @list; }
QLineEdit[look="bare"] { border: none; background: transparent; padding: 0; min-height: 24px; }
QLineEdit[invalid="true"] { border-color: @danger; }

QComboBox { background: @raised; color: @text; border: 1px solid @field; border-radius: @radiuspx; padding: 0 9px;
  min-height: @controlInnerpx; }
QComboBox:hover { background: @raisedHover; }
QComboBox:focus, QComboBox:on { border: 2px solid @focus; padding: 0 8px; min-height: @controlFocuspx; }
QComboBox:disabled { color: @faint; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(:/inlet/icons/control-arrow.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @raised; color: @text; border: 1px solid @field; padding: 4px;
  selection-background-color: @selected; selection-color: @selectedText; outline: none; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; border-radius: 4px; }

QCheckBox, QRadioButton { spacing: 8px; color: @text; min-height: 24px; }
QCheckBox:disabled, QRadioButton:disabled { color: @faint; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid @control; background: @surface; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @accent; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/inlet/icons/control-check-@mode.svg); }
QRadioButton::indicator:checked { background: @accent; border-color: @accent; image: url(:/inlet/icons/control-radio-@mode.svg); }
QCheckBox:focus, QRadioButton:focus { outline: none; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid @focus; width: 14px; height: 14px; }

QMenu { background: @raised; color: @text; border: 1px solid @field; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: @selected; color: @selectedText; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @hairlineOpaque; margin: 4px 8px; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @scrollHover; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }

QSplitter::handle { background: @hairlineOpaque; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[look="clear"] { background: transparent; }
QTextBrowser { background: transparent; border: none; selection-background-color: @accent; selection-color: @accentText; }

QProgressBar { background: @quiet; border: none; border-radius: 2px; min-height: 4px; max-height: 4px; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }

QAbstractItemView { outline: none; }
QHeaderView::section { background: @list; color: @secondary; border: none; border-bottom: 1px solid @hairlineOpaque;
  padding: 6px 8px; font-weight: 400; }
QTableView, QTableWidget, QTreeView, QListView[look="field"] { background: @surface; color: @text; border: 1px solid @hairlineOpaque;
  border-radius: @radiuspx; gridline-color: @hairlineOpaque; selection-background-color: @selected; selection-color: @selectedText; }
QTableView:focus, QTableWidget:focus, QTreeView:focus { border: 2px solid @focus; }
QTableView::item { padding: 0 8px; }
QListView[look="contents"] { background: @list; color: @text; border: 2px solid transparent; padding: 6px; }
QListView[look="contents"]:focus { border-color: @focus; }
QListView[look="contents"]::item { border-radius: @radiuspx; padding: 0 6px; }
QListView[look="contents"]::item:selected { background: @selected; color: @selectedText; }
QListView[look="contents"]::item:hover:!selected { background: @hover; }
QListView::indicator { width: 16px; height: 16px; border: 1px solid @control; background: @surface; border-radius: 4px; }
QListView::indicator:checked { background: @accent; border-color: @accent; image: url(:/inlet/icons/control-check-@mode.svg); }
QListView[look="field"]:focus { border: 2px solid @focus; }
QTableCornerButton::section { background: @list; border: none; }

QTabBar::tab { background: transparent; color: @secondary; padding: 6px 10px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @text; }
QTabWidget::pane { border: none; border-top: 1px solid @hairlineOpaque; }
QDialog, QMessageBox { background: @surface; }
QStatusBar::item { border: none; }
)";

void addTokens(QHash<QString, QString> &words)
{
    const auto name = [](const QColor &color) {
        return color.alpha() == 255 ? color.name()
                                    : QStringLiteral("rgba(%1,%2,%3,%4)").arg(color.red()).arg(color.green())
                                          .arg(color.blue()).arg(color.alpha());
    };
    const std::initializer_list<std::pair<const char *, Token>> tokens{{"window", Token::Window},
        {"list", Token::List}, {"surface", Token::Surface}, {"raised", Token::Raised}, {"hover", Token::Hover},
        {"pressed", Token::Pressed}, {"field", Token::Field}, {"selected", Token::Selected},
        {"selectedText", Token::SelectedText}, {"text", Token::Text}, {"secondary", Token::Secondary},
        {"faint", Token::Faint}, {"accent", Token::Accent}, {"accentText", Token::AccentText},
        {"danger", Token::Danger}, {"warning", Token::Warning}, {"success", Token::Success},
        {"focus", Token::Focus}};
    for (const auto &[word, token] : tokens)
        words.insert(QString::fromLatin1(word), name(color(token)));
    words.insert(QStringLiteral("hairlineOpaque"), name(blend(color(Token::Surface), color(Token::Hairline))));
    QColor quiet = color(Token::Text);
    quiet.setAlphaF(0.1F);
    words.insert(QStringLiteral("quiet"), name(blend(color(Token::Surface), quiet)));
    words.insert(QStringLiteral("raisedHover"), name(blend(color(Token::Raised), color(Token::Hover))));
    words.insert(QStringLiteral("raisedPressed"), name(blend(color(Token::Raised), color(Token::Pressed))));
    words.insert(QStringLiteral("accentHover"), name(blend(color(Token::Accent), QColor(255, 255, 255, 26))));
    words.insert(QStringLiteral("accentPressed"), name(blend(color(Token::Accent), QColor(0, 0, 0, 40))));
    words.insert(QStringLiteral("accentRing"), name(color(Token::Text)));
    words.insert(QStringLiteral("control"), name(blend(color(Token::Surface), [] {
        QColor edge = color(Token::Text);
        edge.setAlphaF(isHighContrast() ? 0.8F : 0.45F);
        return edge;
    }())));
    QColor scroll = color(Token::Text);
    scroll.setAlphaF(isHighContrast() ? 0.6F : 0.18F);
    words.insert(QStringLiteral("scroll"), name(scroll));
    scroll.setAlphaF(isHighContrast() ? 0.9F : 0.36F);
    words.insert(QStringLiteral("scrollHover"), name(scroll));
}

} // namespace

QString styleSheet()
{
    QHash<QString, QString> words;
    addTokens(words);
    words.insert(QStringLiteral("radius"), QString::number(kRadius));
    words.insert(QStringLiteral("controlInner"), QString::number(kControl - 2));
    words.insert(QStringLiteral("controlFocus"), QString::number(kControl - 4));
    words.insert(QStringLiteral("mode"), isDark() ? QStringLiteral("dark") : QStringLiteral("light"));
    QString sheet = QString::fromUtf8(kSheet);
    // The longest word first: "accent" must not eat the beginning of "accentHover".
    QStringList names = words.keys();
    std::sort(names.begin(), names.end(),
        [](const QString &one, const QString &other) { return one.size() > other.size(); });
    for (const QString &name : std::as_const(names))
        sheet.replace(QLatin1Char('@') + name, words.value(name));
    return sheet;
}

} // namespace inlet::ui::theme
