// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/ConversationHeader.h"

#include "ui/CategoryBook.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"
#include "ui/Theme.h"
#include "ui/actions/KeyBindings.h"
#include "ui/panes/LabelChips.h"
#include "ui/panes/PaneParts.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr int kCategories = 10;
constexpr int kWhyLetters = 50; ///< wide ones, in a line of the menu

/// Its words, and its key where menus have theirs.
QString withMenuKey(ActionId action)
{
    return actionSpec(action).words + QLatin1Char('\t') + firstKey(action);
}

void check(QAction *entry, bool holds)
{
    entry->setCheckable(true);
    entry->setChecked(holds);
}

constexpr int kPersonFrame = 2 + theme::kGrid; ///< border and padding of the button around the name

/// A menu is as wide as its widest entry, and a label that wraps has no width of its own.
QLabel *wrappedLabel(const QString &text, QWidget *parent)
{
    QLabel *label = panes::label(text, "secondary", parent);
    label->setWordWrap(true);
    label->setContentsMargins(theme::kGap, theme::kSpace, theme::kGap, theme::kSpace);
    const QFontMetrics metrics(theme::bodyFont());
    const int widest = metrics.size(0, text).width();
    label->setFixedWidth(std::min(widest, kWhyLetters * metrics.averageCharWidth()) + 2 * theme::kGap + 2);
    label->setFixedHeight(label->heightForWidth(label->width()));
    return label;
}

/// As wide as its words: a tool button would add room for two blanks and stand further in.
class NameButton : public QToolButton
{
public:
    using QToolButton::QToolButton;
    [[nodiscard]] QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + 2 * kPersonFrame, QToolButton::sizeHint().height()};
    }
};

} // namespace

ConversationHeader::ConversationHeader(QWidget *parent)
    : QWidget(parent), m_subject(new parts::ElidedLabel(Qt::ElideRight, theme::Token::Text, this)), m_person(new NameButton(this)),
      m_via(new parts::ElidedLabel(Qt::ElideMiddle, theme::Token::Secondary, this)), m_muted(new QToolButton(this)), m_chip(new panes::CategoryChip(this)),
      m_labels(new LabelChips(this)),
      m_back(panes::iconButton(QStringLiteral("arrow-left"), actionSpec(ActionId::BackToList).words, this))
{
    setObjectName(QStringLiteral("conversationHeader"));
    m_subject->setObjectName(QStringLiteral("subjectLabel"));
    m_subject->setFont(theme::titleFont());
    m_via->setObjectName(QStringLiteral("viaLabel"));
    m_chip->setObjectName(QStringLiteral("categoryChip"));
    m_muted->setObjectName(QStringLiteral("mutedButton"));
    m_muted->setText(tr("Muted"));
    m_muted->setIcon(theme::icon(QStringLiteral("bell-off")));
    m_muted->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_muted->setFocusPolicy(Qt::TabFocus);
    m_muted->setProperty("look", QStringLiteral("name"));
    m_muted->setAccessibleDescription(tr("What comes does not bring it back. Press to hear from it again."));
    m_muted->hide();
    m_person->setObjectName(QStringLiteral("personButton"));
    m_person->setFocusPolicy(Qt::TabFocus);
    m_person->setProperty("look", QStringLiteral("name"));
    tipWithKey(m_person, ActionId::ToggleLead);
    tipWithKey(m_muted, ActionId::Mute);
    tipWithKey(m_back, ActionId::BackToList);
    m_back->setObjectName(QStringLiteral("backButton"));
    m_back->hide();
    auto *first = new QHBoxLayout;
    first->setSpacing(theme::kGrid / 2);
    first->addWidget(m_back);
    first->addWidget(m_subject, 1);
    addButton(ActionId::ToggleHtml, QStringLiteral("code"), *first);
    addButton(ActionId::Label, QStringLiteral("tag"), *first);
    addButton(ActionId::Star, QStringLiteral("star"), *first);
    addButton(ActionId::Archive, QStringLiteral("archive"), *first);
    addButton(ActionId::Delete, QStringLiteral("trash"), *first);
    addButton(ActionId::ToggleLead, QStringLiteral("panel-right"), *first);
    auto *second = new QHBoxLayout;
    second->setSpacing(theme::kGrid);
    second->addWidget(m_person);
    second->addWidget(m_chip);
    second->addWidget(m_muted);
    second->addSpacing(theme::kGrid);
    second->addWidget(m_via, 1);
    auto *column = new QVBoxLayout(this);
    // The name stands under the subject, not its frame. (Margins of a layout cannot be negative.)
    first->setContentsMargins(kPersonFrame, 0, 0, 0);
    column->setContentsMargins(theme::kMargin - kPersonFrame, theme::kSpace, theme::kSpace, theme::kSpace);
    column->setSpacing(0);
    m_labels->setContentsMargins(kPersonFrame, theme::kGrid, 0, 0);
    column->addLayout(first);
    column->addLayout(second);
    column->addWidget(m_labels);
    connect(m_back, &QToolButton::clicked, this, [this] { Q_EMIT actionRequested(ActionId::BackToList); });
    connect(m_person, &QToolButton::clicked, this, &ConversationHeader::personClicked);
    connect(m_muted, &QToolButton::clicked, this, [this] { Q_EMIT actionRequested(ActionId::Mute); });
    connect(m_chip, &QToolButton::clicked, this, &ConversationHeader::showCategories);
    connect(&keyBindings(), &KeyBindings::changed, this, [this] { m_chip->setToolTip(why()); });
}

void ConversationHeader::addButton(ActionId action, const QString &icon, QHBoxLayout &row)
{
    QToolButton *button = panes::iconButton(icon, actionSpec(action).words, this);
    tipWithKey(button, action);
    button->setObjectName(QStringLiteral("%1Button").arg(icon));
    connect(button, &QToolButton::clicked, this, [this, action] { Q_EMIT actionRequested(action); });
    if (action == ActionId::Star)
        m_star = button;
    if (action == ActionId::ToggleHtml)
        m_html = button;
    row.addWidget(button);
}

void ConversationHeader::setRow(const store::ConversationRow &row, const QString &via)
{
    m_row = row;
    const QString subject = phrases::oneLine(row.subject);
    m_subject->setText(subject.isEmpty() ? tr("(no subject)") : subject);
    const QString name = phrases::person(row.prospectName, row.prospectAddress);
    constexpr int kNameWidth = 240;
    // A name is a stranger's: its "&" is no shortcut.
    m_person->setText(fontMetrics().elidedText(name, Qt::ElideRight, kNameWidth).replace(QLatin1Char('&'), QLatin1String("&&")));
    m_person->setAccessibleName(tr("Person: %1").arg(name));
    m_chip->setVisible(row.id.isValid());
    m_chip->setCategory(int(row.category), phrases::isGuessed(row));
    m_chip->setToolTip(why());
    m_muted->setVisible(row.muted);
    m_labels->setLabels(row.id, row.labels);
    m_way = via;
    showLine();
    m_star->setIcon(row.starred ? theme::icon(QStringLiteral("star-filled"), theme::Token::Warning) : theme::icon(QStringLiteral("star")));
    m_star->setAccessibleDescription(row.starred ? tr("starred") : QString());
}

/// It is told a moment after the row.
void ConversationHeader::setTitle(ConversationId id, const QString &title)
{
    m_titled = id;
    m_title = phrases::oneLine(title, 80);
    showLine();
}

void ConversationHeader::showLine()
{
    QStringList line{m_titled == m_row.id ? m_title : QString(), phrases::oneLine(m_row.company, 80), phrases::oneLine(m_row.campaign, 80), m_way};
    line.removeAll(QString());
    m_via->setText(line.join(QStringLiteral(" · ")));
}

void ConversationHeader::setKind(std::optional<triage::Kind> kind)
{
    m_kind = kind;
}

void ConversationHeader::setBackVisible(bool visible)
{
    m_back->setVisible(visible);
}

void ConversationHeader::setHtml(bool html)
{
    m_html->setIcon(theme::icon(html ? QStringLiteral("list") : QStringLiteral("code")));
    m_html->setToolTip(withKey(html ? tr("Clean text") : tr("Show as sent"), ActionId::ToggleHtml));
    m_html->setAccessibleName(m_html->toolTip());
}

QString ConversationHeader::why() const
{
    // The digits as long as nobody has changed them; else each key stands in the menu.
    bool digits = firstKey(ActionId::CategoryUnsorted) == QLatin1String("0");
    for (int category = 1; category < kCategories; ++category)
        digits = digits && firstKey(ActionId(int(ActionId::CategoryUnsorted) + category)) == QString::number(category);
    return phrases::whyCategory(m_row) + QLatin1Char('\n') + (digits ? tr("Change with 1 to 9, 0 for none") : tr("Click to change it"));
}

/// Why it is sorted so, what else it could be, and the way to teach the difference.
void ConversationHeader::showCategories()
{
    Q_EMIT aboutToAsk();
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("categoryMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QLabel *reasons = wrappedLabel(phrases::whyCategory(m_row), menu);
    reasons->setObjectName(QStringLiteral("whyLabel"));
    auto *shown = new QWidgetAction(menu);
    shown->setDefaultWidget(reasons);
    menu->addAction(shown);
    menu->addSeparator();
    for (int at = 1; at <= kCategories; ++at) {
        const int category = at % kCategories;
        const auto action = ActionId(int(ActionId::CategoryUnsorted) + category);
        QAction *entry = menu->addAction(withMenuKey(action));
        check(entry, m_row.category == store::Category(category));
        connect(entry, &QAction::triggered, this, [this, action] { Q_EMIT actionRequested(action); });
    }
    for (const store::OwnCategory &own : categoryBook().own()) {
        const QString key = own.number > 0 ? firstKey(ownCategoryAction(own.number)) : QString();
        QAction *entry = menu->addAction(phrases::category(own.category).replace(QLatin1Char('&'), QLatin1String("&&")) + QLatin1Char('\t') + key);
        check(entry, m_row.category == own.category);
        connect(entry, &QAction::triggered, this, [this, category = own.category] { Q_EMIT sortRequested(category); });
    }
    menu->addSeparator();
    for (const auto &[action, kind] : {std::pair{ActionId::FromPerson, triage::Kind::Human}, std::pair{ActionId::FromAutomat, triage::Kind::AutoReply},
             std::pair{ActionId::IsBounce, triage::Kind::Bounce}}) {
        QAction *entry = menu->addAction(withMenuKey(action));
        check(entry, m_kind == kind);
        connect(entry, &QAction::triggered, this, [this, chosen = action] { Q_EMIT actionRequested(chosen); });
    }
    menu->addSeparator();
    connect(menu->addAction(withMenuKey(ActionId::Label)), &QAction::triggered, this, [this] { Q_EMIT actionRequested(ActionId::Label); });
    menu->addSeparator();
    connect(menu->addAction(tr("Wrong: fix for all like this…")), &QAction::triggered, this,
        [this] { Q_EMIT actionRequested(ActionId::FixForAll); });
    menu->popup(m_chip->mapToGlobal(QPoint(0, m_chip->height())));
}

void ConversationHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(theme::Token::Surface));
    painter.fillRect(0, height() - 1, width(), 1, theme::color(theme::Token::Hairline));
}

} // namespace inlet::ui
