// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/PersonHistory.h"

#include "ui/Parts.h"
#include "ui/Phrases.h"
#include "ui/Theme.h"
#include "ui/panes/PaneParts.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr int kReadDelayMs = 250; ///< who goes from row to row by key reads nothing of this
constexpr qsizetype kFewRows = 6;
constexpr qsizetype kMostRows = 200;
constexpr int kHistoryIcon = 16;

/// One thing that happened, and when; leads to its conversation.
class EventRow : public QAbstractButton
{
public:
    EventRow(const PersonEvent &event, bool hasTime, QWidget *parent) : QAbstractButton(parent), m_event(event)
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        m_time = hasTime ? phrases::relativeTime(event.at, now) : QString();
        setObjectName(QStringLiteral("personEventButton"));
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setFixedHeight(QFontMetrics(theme::bodyFont()).height() + theme::kSpace);
        setAccessibleName(hasTime ? QStringLiteral("%1, %2").arg(event.text, m_time) : event.text);
        setToolTip(hasTime ? QStringLiteral("%1\n%2").arg(event.text, phrases::zonedTime(event.at)) : event.text);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        using theme::Token;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        panes::paintRowFrame(painter, *this);
        const auto at = [this](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
        const int flags = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine);
        theme::icon(m_event.icon, m_event.bad ? Token::Danger : Token::Secondary)
            .paint(&painter, at(QRect(theme::kGrid, (height() - kHistoryIcon) / 2, kHistoryIcon, kHistoryIcon)));
        const QFontMetrics small(theme::smallFont());
        const int timeWidth = m_time.isEmpty() ? 0 : small.horizontalAdvance(m_time);
        const int left = theme::kGrid + kHistoryIcon + theme::kSpace;
        const int room = std::max(0, width() - left - timeWidth - theme::kSpace - theme::kGrid);
        painter.setFont(theme::bodyFont());
        painter.setPen(theme::color(m_event.bad ? Token::Danger : Token::Text));
        painter.drawText(at(QRect(left, 0, room, height())), flags, QFontMetrics(theme::bodyFont()).elidedText(m_event.text, Qt::ElideRight, room));
        painter.setFont(theme::smallFont());
        painter.setPen(theme::color(Token::Secondary));
        painter.drawText(at(QRect(width() - timeWidth - theme::kGrid, 0, timeWidth, height())), flags, m_time);
    }

private:
    PersonEvent m_event;
    QString m_time;
};

} // namespace

PersonHistory::PersonHistory(engine::Engine &engine, QWidget &pane) : QWidget(&pane), m_pane(pane), m_reader(engine)
{
    setObjectName(QStringLiteral("personHistory"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kSpace);
    m_state = makeSection(tr("State"), "state");
    m_files = makeSection(tr("Files"), "files");
    m_events = makeSection(tr("Timeline"), "events");
    for (Section *section : {&m_state, &m_files, &m_events}) {
        connect(section->more, &QPushButton::clicked, this, [this, section] {
            section->whole = true;
            fill();
        });
    }
    m_soon.setSingleShot(true);
    m_soon.setInterval(kReadDelayMs);
    connect(&m_soon, &QTimer::timeout, this, &PersonHistory::read);
    connect(&m_reader, &PersonRecordReader::ready, this, &PersonHistory::take);
    pane.installEventFilter(this);
    fill();
}

PersonHistory::Section PersonHistory::makeSection(const QString &title, const char *name)
{
    Section section;
    section.title = panes::label(title, "secondary", this);
    QFont font = theme::smallFont();
    font.setWeight(QFont::DemiBold);
    section.title->setFont(font);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(0);
    section.rows = std::make_shared<KeyedRows>(*rows);
    section.more = panes::textButton({}, "link", this);
    section.more->setFocusPolicy(Qt::TabFocus);
    section.more->setObjectName(QStringLiteral("more-%1").arg(QLatin1String(name)));
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(section.title);
    column->addLayout(rows);
    column->addWidget(section.more, 0, Qt::AlignLeft);
    return section;
}

void PersonHistory::setConversations(const QList<ConversationId> &conversations)
{
    const bool isAnother = conversations.value(0) != m_conversations.value(0);
    m_conversations = conversations;
    if (isAnother) { // what is shown, or on its way, is of somebody else
        m_events.whole = m_files.whole = m_state.whole = false;
        m_soon.stop();
        m_reader.read({});
    }
    refresh();
}

/// A burst of changes reads once.
void PersonHistory::refresh()
{
    m_isRead = false;
    if (m_pane.isVisible() && !m_soon.isActive())
        m_soon.start();
}

bool PersonHistory::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && !m_isRead)
        m_soon.start();
    return QWidget::eventFilter(watched, event);
}

void PersonHistory::read()
{
    if (m_conversations.isEmpty() || !m_conversations.first().isValid())
        return;
    m_isRead = true; // what changes from now on is read again
    m_reader.read(m_conversations);
}

void PersonHistory::take(const PersonRecord &record)
{
    if (record == m_record)
        return; // the row that has the keys stays
    m_record = record;
    fill();
}

void PersonHistory::fill()
{
    QList<KeyedRows::Row> state;
    for (const PersonEvent &event : std::as_const(m_record.state))
        state.append(rowOf(event, false));
    QList<KeyedRows::Row> events;
    for (const PersonEvent &event : std::as_const(m_record.events))
        events.append(rowOf(event, true));
    QList<KeyedRows::Row> files;
    for (const PersonFile &file : std::as_const(m_record.files))
        files.append(rowOf(file));
    fillRows(m_state, state);
    fillRows(m_events, events);
    fillRows(m_files, files);
    setVisible(!state.isEmpty() || !events.isEmpty() || !files.isEmpty());
    Q_EMIT filled();
}

void PersonHistory::fillRows(const Section &section, const QList<KeyedRows::Row> &all)
{
    const qsizetype most = std::min(all.size(), kMostRows);
    const qsizetype shown = section.whole ? most : std::min(most, kFewRows);
    section.rows->show(all.mid(0, shown));
    section.title->setVisible(!all.isEmpty());
    section.more->setText(tr("Show all %1").arg(phrases::number(most)));
    section.more->setAccessibleName(section.more->text());
    if (const QList<QWidget *> rows = section.rows->widgets(); shown == most && section.more->hasFocus() && shown > kFewRows)
        tabStops(*rows.at(kFewRows)).first()->setFocus(Qt::OtherFocusReason); // the button goes: on to the first row that came
    section.more->setVisible(shown < most);
}

QList<QWidget *> PersonHistory::stops() const
{
    QList<QWidget *> all;
    for (const Section *section : {&m_state, &m_files, &m_events}) {
        for (QWidget *row : section->rows->widgets())
            all += tabStops(*row);
        all += section->more;
    }
    return all;
}

KeyedRows::Row PersonHistory::rowOf(const PersonEvent &event, bool hasTime)
{
    const QString time = hasTime ? phrases::relativeTime(event.at, QDateTime::currentDateTimeUtc()) : QString();
    const QString id = QStringLiteral("%1 %2 %3").arg(event.conversation.number()).arg(event.at.toMSecsSinceEpoch()).arg(event.text);
    return {id, QStringList{event.icon, event.bad ? QStringLiteral("!") : QString(), time}.join(QLatin1Char('\n')), [this, event, hasTime] { return makeEvent(event, hasTime); }};
}

KeyedRows::Row PersonHistory::rowOf(const PersonFile &file)
{
    const QString id = QStringLiteral("%1 %2").arg(file.message.number()).arg(QString::fromLatin1(file.part));
    return {id, QStringLiteral("%1\n%2").arg(file.name).arg(file.size), [this, file] { return makeFile(file); }};
}

QWidget *PersonHistory::makeEvent(const PersonEvent &event, bool hasTime)
{
    auto *row = new EventRow(event, hasTime, this);
    connect(row, &QAbstractButton::clicked, this, [this, id = event.conversation] { Q_EMIT conversationClicked(id); });
    return row;
}

QWidget *PersonHistory::makeFile(const PersonFile &file)
{
    auto *row = new QWidget(this);
    row->setObjectName(QStringLiteral("personFile"));
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::kGrid);
    const QString name = phrases::oneLine(file.name, 200);
    const QString when = phrases::relativeTime(file.at, QDateTime::currentDateTimeUtc());
    auto *symbol = new parts::IconLabel(file.ours ? QStringLiteral("send") : QStringLiteral("paperclip"), theme::Token::Secondary, row, kHistoryIcon);
    auto *words = new parts::ElidedLabel(Qt::ElideMiddle, theme::Token::Text, row);
    words->setText(name);
    words->setToolTip(QStringLiteral("%1\n%2 · %3 · %4").arg(name, file.ours ? tr("from you") : tr("from them"), phrases::fileSize(file.size), when));
    words->setAccessibleName(words->toolTip());
    auto *open = panes::iconButton(QStringLiteral("external-link"), tr("Open %1").arg(name), row);
    auto *save = panes::iconButton(QStringLiteral("download"), tr("Save %1").arg(name), row);
    open->setObjectName(QStringLiteral("openFileButton"));
    save->setObjectName(QStringLiteral("saveFileButton"));
    for (QToolButton *button : {open, save}) {
        button->setIconSize({kHistoryIcon, kHistoryIcon});
        button->setFocusPolicy(Qt::TabFocus);
    }
    connect(open, &QToolButton::clicked, this, [this, file] { Q_EMIT openRequested(file.message, file.part, file.name); });
    connect(save, &QToolButton::clicked, this, [this, file] { Q_EMIT saveRequested(file.message, file.part, file.name); });
    line->addWidget(symbol);
    line->addWidget(words, 1);
    line->addWidget(open);
    line->addWidget(save);
    return row;
}

} // namespace inlet::ui
