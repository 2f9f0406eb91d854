// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/KeysDialog.h"

#include "ui/Theme.h"
#include "ui/actions/KeyBindings.h"
#include "ui/Parts.h"
#include "ui/panes/PaneParts.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr QSize kSheetSize(940, 600);
constexpr int kUsedMark = 14;

/// Keys as little caps.
class KeyCaps : public QWidget
{
public:
    KeyCaps(const QStringList &keys, QWidget *parent) : QWidget(parent)
    {
        for (const QString &key : keys)
            m_keys += keyText(key);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(theme::smallFont());
        int width = 0;
        for (const QString &key : m_keys)
            width += std::max(metrics.horizontalAdvance(key) + 2 * theme::kSpace, 24) + theme::kGrid;
        return {width, metrics.height() + theme::kSpace};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(theme::smallFont());
        const QFontMetrics metrics(theme::smallFont());
        int x = 0;
        for (const QString &key : m_keys) {
            const int wide = std::max(metrics.horizontalAdvance(key) + 2 * theme::kSpace, 24);
            const QRect cap = QStyle::visualRect(layoutDirection(), rect(), QRect(x, 1, wide, height() - 2));
            painter.setPen(QPen(theme::color(theme::Token::Field), 1));
            painter.setBrush(theme::color(theme::Token::List));
            painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
            painter.setPen(theme::color(theme::Token::Text));
            painter.drawText(cap, Qt::AlignCenter, key);
            x += wide + theme::kGrid;
        }
    }

private:
    QStringList m_keys;
};

} // namespace

KeysDialog::KeysDialog(const QSet<ActionId> &used, QWidget *parent) : QDialog(parent), m_used(used), m_filter(new QLineEdit(this)), m_sheet(nullptr)
{
    setObjectName(QStringLiteral("keysDialog"));
    setWindowTitle(tr("All keys"));
    m_filter->setObjectName(QStringLiteral("keysFilterEdit"));
    m_filter->setPlaceholderText(tr("Find an action or a key"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(theme::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("keysScroll"));
    scroll->setAccessibleName(tr("Actions and their keys"));
    scroll->setWidgetResizable(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme::kMargin, theme::kMargin, theme::kMargin, theme::kMargin);
    column->setSpacing(theme::kGap);
    auto *change = panes::textButton(tr("Change keys…"), "", this);
    change->setObjectName(QStringLiteral("changeKeysButton"));
    auto *top = new QHBoxLayout;
    top->setSpacing(theme::kSpace);
    top->addWidget(m_filter, 1);
    top->addWidget(change);
    column->addLayout(top);
    column->addWidget(scroll, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &KeysDialog::fill);
    connect(change, &QPushButton::clicked, this, &KeysDialog::changeRequested);
    connect(&keyBindings(), &KeyBindings::changed, this, [this] { fill(m_filter->text()); });
    fill({});
    // As wide as the words of the language need.
    const int needed = m_sheet->sizeHint().width() + scroll->verticalScrollBar()->sizeHint().width() + 2 * theme::kMargin + 2 * scroll->frameWidth();
    parts::resizeToFit(this, kSheetSize.expandedTo(QSize(needed, 0)));
    m_filter->setFocus();
}

void KeysDialog::fill(const QString &filter)
{
    auto *scroll = findChild<QScrollArea *>(QStringLiteral("keysScroll"));
    m_sheet = new QWidget;
    m_sheet->setProperty("look", QStringLiteral("clear"));
    auto *row = new QHBoxLayout(m_sheet);
    row->setSpacing(2 * theme::kMargin);
    QString group;
    QVBoxLayout *sides[2] = {new QVBoxLayout, new QVBoxLayout};
    QGridLayout *grid = nullptr;
    int groups = 0;
    for (const ActionSpec &spec : actionTable()) {
        QStringList keys;
        for (const QString &key : spec.keys)
            keys += keyText(key);
        if (!filter.isEmpty() && !spec.words.contains(filter, Qt::CaseInsensitive) && !keys.contains(filter, Qt::CaseInsensitive)
            && !spec.group.contains(filter, Qt::CaseInsensitive))
            continue;
        if (spec.group != group || !grid) {
            group = spec.group;
            // Long groups on the left, the rest on the right.
            QVBoxLayout *side = sides[groups++ % 2];
            QLabel *title = panes::label(group, "", m_sheet);
            title->setFont(theme::nameFont(true));
            title->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
            side->addWidget(title);
            grid = new QGridLayout;
            grid->setColumnStretch(0, 1);
            grid->setColumnMinimumWidth(2, kUsedMark);
            grid->setHorizontalSpacing(theme::kGrid);
            grid->setVerticalSpacing(theme::kGrid);
            side->addLayout(grid);
            side->addSpacing(theme::kMargin);
        }
        const int line = grid->count() == 0 ? 0 : grid->rowCount();
        if (m_used.contains(spec.id)) {
            auto *mark = panes::label({}, "", m_sheet);
            mark->setObjectName(QStringLiteral("usedMark"));
            mark->setPixmap(theme::icon(QStringLiteral("check"), theme::Token::Faint).pixmap(kUsedMark, kUsedMark));
            mark->setToolTip(tr("You have used this key"));
            mark->setAccessibleName(tr("%1: used").arg(spec.words));
            grid->addWidget(mark, line, 2);
        }
        auto *words = panes::label(spec.words, "secondary", m_sheet);
        words->setObjectName(QStringLiteral("keyWords"));
        grid->addWidget(words, line, 0);
        auto *caps = new KeyCaps(spec.keys, m_sheet);
        caps->setAccessibleName(keys.join(QStringLiteral(", ")));
        grid->addWidget(caps, line, 1, Qt::AlignRight);
    }
    for (QVBoxLayout *side : sides) {
        side->addStretch(1);
        row->addLayout(side, 1);
    }
    scroll->setWidget(m_sheet);
}

} // namespace inlet::ui
