// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/RunBar.h"

#include "ui/Accessible.h"
#include "ui/CategoryBook.h"
#include "ui/Phrases.h"
#include "ui/Theme.h"
#include "ui/actions/KeyBindings.h"
#include "ui/models/ConversationListModel.h"
#include "ui/panes/PaneParts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace inlet::ui
{

namespace
{

constexpr int kRunMinuteMs = 60'000;
constexpr int kLine = 3;

} // namespace

RunBar::RunBar(engine::Engine &engine, ConversationListModel &list, QWidget *parent)
    : QWidget(parent), m_engine(engine), m_list(list), m_words(panes::label({}, "", this)), m_end(panes::textButton(tr("End the run"), "link", this))
{
    setObjectName(QStringLiteral("runBar"));
    accessible::setSpeaker(this, accessible::Spoken::Status);
    m_words->setObjectName(QStringLiteral("runLabel"));
    m_end->setObjectName(QStringLiteral("endRunButton"));
    m_end->setFocusPolicy(Qt::TabFocus);
    tipWithKey(m_end, ActionId::ZeroRun);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme::kMargin, theme::kGrid, theme::kSpace, theme::kGrid + kLine);
    row->addWidget(m_words, 1);
    row->addWidget(m_end);
    m_minute.setInterval(kRunMinuteMs);
    connect(&m_minute, &QTimer::timeout, this, &RunBar::refresh);
    connect(m_end, &QPushButton::clicked, this, &RunBar::stop);
    connect(&list, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) {
        for (int at = first; m_running && at <= last; ++at)
            m_handled.insert(m_list.idAt(at));
    });
    connect(&list, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        for (int at = first; m_running && at <= last; ++at)
            m_handled.remove(m_list.idAt(at));
    });
    connect(&list, &ConversationListModel::updated, this, &RunBar::refresh);
    connect(&list, &ConversationListModel::heldChanged, this, &RunBar::refresh);
    connect(&list, &QAbstractItemModel::modelAboutToBeReset, this, &RunBar::stop);
    hide();
}

void RunBar::start()
{
    if (m_running)
        return;
    m_running = true;
    m_finished = false;
    m_kinds.clear();
    m_handled.clear();
    m_clock.start();
    m_minute.start();
    refresh();
    show();
    Q_EMIT runningChanged(true);
}

void RunBar::stop()
{
    if (!m_running)
        return;
    m_running = false;
    m_minute.stop();
    hide();
    Q_EMIT runningChanged(false);
}

qsizetype RunBar::remaining() const
{
    return m_list.rowCount() + m_list.heldCount() - m_list.heldInList();
}

void RunBar::refresh()
{
    if (!m_running || m_list.isLoading())
        return;
    m_handled.removeIf([this](ConversationId id) { return m_list.isHeld(id); }); // back, and waiting
    if (!m_finished) // a run that is over takes no longer
        m_minutes = int(m_clock.elapsed() / kRunMinuteMs);
    const QString time = m_minutes < 1 ? tr("less than a minute") : phrases::plural(m_minutes, tr("1 minute"), tr("%1 minutes"));
    const bool done = remaining() == 0;
    QString words = tr("%1 to go · %2 handled").arg(phrases::number(remaining()), phrases::number(m_handled.size()));
    if (done)
        words = m_handled.isEmpty() ? tr("There is nothing to answer") : tr("Nothing left · %1 handled in %2").arg(phrases::number(m_handled.size()), time);
    else if (m_minutes > 0)
        words += QStringLiteral(" · ") + time;
    if (done && !m_kinds.isEmpty())
        words += QStringLiteral(" · ") + m_kinds;
    say(words);
    const bool ends = done && !m_finished;
    m_finished = done;
    if (ends && !m_handled.isEmpty())
        askWhatTheyAre();
    else if (ends)
        accessible::announce(this);
}

void RunBar::say(const QString &words)
{
    m_words->setText(words);
    setAccessibleName(words);
    update();
}

/// Their rows have left the list, with the category that was given last.
void RunBar::askWhatTheyAre()
{
    m_kinds.clear();
    m_engine.fetchRows(m_list.query(), m_handled.values(), &m_kindsContext, [this](const QList<store::ConversationRow> &rows) {
        if (!m_running || !m_finished)
            return;
        QHash<store::Category, int> counts;
        for (const store::ConversationRow &row : rows)
            ++counts[row.category];
        QStringList parts;
        const QList<store::Category> all = allCategories();
        for (const store::Category category : all) {
            if (const int count = counts.value(category); count > 0 && category != store::Category::Unsorted)
                parts += phrases::categoryCount(category, count);
        }
        m_kinds = parts.join(QStringLiteral(", "));
        refresh();
        accessible::announce(this);
    });
}

QString RunBar::text() const
{
    return m_words->text();
}

void RunBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(theme::Token::Surface));
    const QRect line(0, height() - kLine, width(), kLine);
    painter.fillRect(line, theme::color(theme::Token::Hairline));
    const qsizetype total = remaining() + m_handled.size();
    const int done = total == 0 ? width() : int(width() * m_handled.size() / total);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, line.top(), done, kLine)), theme::color(theme::Token::Accent));
}

} // namespace inlet::ui
