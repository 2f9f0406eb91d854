// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/SpeechPage.h"

#include "ui/Parts.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>

namespace inlet::ui
{

namespace
{

constexpr int kPartRow = 28;

} // namespace

SpeechPage::SpeechPage(const Preferences &now, QWidget *parent) : SettingsPage(parent)
{
    using accessible::Spoken;
    addHeading(tr("Screen readers are told"));
    const auto spoken = [&](Spoken kind, const char *name, const QString &words) {
        m_spoken.insert(kind, addFlag(name, words, now.spoken.contains(kind)));
    };
    spoken(Spoken::Result, "resultsCheckBox", tr("Results: what a key has done"));
    spoken(Spoken::Status, "statusCheckBox", tr("Status: new mail, at most once a minute, and mailboxes that need you"));
    spoken(Spoken::Hint, "hintsCheckBox", tr("Hints: what goes on by itself, such as checking for mail"));
    addParts(now);
    m_notice = addChoice("noticeComboBox", tr("A notice with Undo stays for"),
        {{tr("8 seconds"), 8}, {tr("15 seconds"), 15}, {tr("30 seconds"), 30}, {tr("1 minute"), 60}, {tr("Until it is dismissed"), Preferences::kUntilDismissed}},
        now.noticeSeconds);
    addHint(tr("Undo works for the last 100 steps, whether the notice is there or not."));
    finish();
}

void SpeechPage::addParts(const Preferences &now)
{
    m_parts = new QListWidget(this);
    m_parts->setObjectName(QStringLiteral("rowPartList"));
    m_parts->setAccessibleName(tr("What is read of a row, in this order"));
    m_parts->setProperty("look", QStringLiteral("field"));
    QList<RowPart> all = now.rowParts;
    for (const RowPart part : allRowParts()) {
        if (!all.contains(part))
            all.append(part);
    }
    for (const RowPart part : std::as_const(all)) {
        auto *item = new QListWidgetItem(wordsOf(part), m_parts);
        item->setData(Qt::UserRole, int(part));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(now.rowParts.contains(part) ? Qt::Checked : Qt::Unchecked);
        item->setSizeHint(QSize(0, kPartRow));
    }
    m_parts->setCurrentRow(0);
    m_parts->setFixedHeight(int(all.size()) * kPartRow + theme::kSpace);
    const auto mover = [this](const QString &words, const char *name, Qt::Key key, int by) {
        auto *button = parts::button(words, "", this);
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(false);
        button->setToolTip(QKeySequence(Qt::ALT | key).toString(QKeySequence::NativeText));
        connect(button, &QPushButton::clicked, this, [this, by] { move(by); });
        return button;
    };
    m_up = mover(tr("Up"), "partUpButton", Qt::Key_Up, -1);
    m_down = mover(tr("Down"), "partDownButton", Qt::Key_Down, 1);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(theme::kSpace);
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    buttons->addStretch(1);
    auto *line = new QHBoxLayout;
    line->setSpacing(theme::kGap);
    line->addWidget(m_parts, 1);
    line->addLayout(buttons);
    m_parts->installEventFilter(this);
    addHeading(tr("What is read of a row, in this order"));
    column()->addLayout(line);
    connect(m_parts, &QListWidget::itemChanged, this, &SettingsPage::changed);
    connect(m_parts, &QListWidget::currentRowChanged, this, &SpeechPage::refreshButtons);
    refreshButtons();
}

/// Alt with an arrow moves the row, not the mark.
bool SpeechPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_parts && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool up = key->key() == Qt::Key_Up;
        if (key->modifiers().testFlag(Qt::AltModifier) && (up || key->key() == Qt::Key_Down)) {
            move(up ? -1 : 1);
            return true;
        }
    }
    return SettingsPage::eventFilter(watched, event);
}

void SpeechPage::move(int by)
{
    const int from = m_parts->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_parts->count())
        return;
    QListWidgetItem *item = m_parts->takeItem(from);
    m_parts->insertItem(to, item);
    m_parts->setCurrentRow(to);
    Q_EMIT changed();
}

void SpeechPage::refreshButtons()
{
    m_up->setEnabled(m_parts->currentRow() > 0);
    m_down->setEnabled(m_parts->currentRow() + 1 < m_parts->count());
}

void SpeechPage::fill(Preferences &preferences) const
{
    preferences.spoken.clear();
    for (auto box = m_spoken.cbegin(); box != m_spoken.cend(); ++box) {
        if ((*box)->isChecked())
            preferences.spoken.insert(box.key());
    }
    preferences.rowParts.clear();
    for (int row = 0; row < m_parts->count(); ++row) {
        if (m_parts->item(row)->checkState() == Qt::Checked)
            preferences.rowParts.append(RowPart(m_parts->item(row)->data(Qt::UserRole).toInt()));
    }
    if (preferences.rowParts.isEmpty()) // a row that says nothing is no row
        preferences.rowParts = allRowParts();
    preferences.noticeSeconds = m_notice->currentData().toInt();
}

} // namespace inlet::ui
