// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/LeadPane.h"

#include "ui/Accessible.h"
#include "ui/DeliveryWords.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"
#include "ui/Theme.h"
#include "ui/panes/LeadFacts.h"
#include "ui/panes/NoteKeeper.h"
#include "ui/panes/NoteView.h"
#include "ui/panes/PaneParts.h"
#include "ui/panes/PersonHistory.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr int kReadAgainMs = 5000;
constexpr int kClockMs = 15'000;
constexpr int kAvatarSize = 48;
constexpr int kMostOthers = 20;
constexpr int kNoteHeight = 110;
constexpr int kRowIcon = 16;
constexpr int kMostAddresses = 12;

QLabel *sectionTitle(const QString &text, QWidget *parent)
{
    QLabel *title = panes::label(text, "secondary", parent);
    QFont font = theme::smallFont();
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    return title;
}

QStringList stateWords(const store::AddressState &state)
{
    QStringList lines;
    if (state.bounce)
        lines += phrases::bounce(*state.bounce);
    if (state.suppression)
        lines += phrases::suppressed(*state.suppression);
    return lines;
}

/// One other conversation: who, what, when.
class OtherRow : public QAbstractButton
{
public:
    OtherRow(const store::ConversationRow &row, QWidget *parent) : QAbstractButton(parent), m_row(row)
    {
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::TabFocus);
        setFixedHeight(2 * QFontMetrics(theme::bodyFont()).height() + theme::kGap);
        setAccessibleName(QStringLiteral("%1, %2").arg(phrases::person(row.prospectName, row.prospectAddress), phrases::oneLine(row.subject)));
        setToolTip(phrases::oneLine(row.subject));
    }

    static QString says(const store::ConversationRow &row)
    {
        return QStringList{row.prospectName, row.prospectAddress, row.subject, QString::number(int(row.category)),
            QString::number(row.lastAt.toMSecsSinceEpoch())}.join(QLatin1Char('\n'));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        using theme::Token;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        panes::paintRowFrame(painter, *this);
        const QFontMetrics body(theme::bodyFont());
        const QString time = phrases::relativeTime(m_row.lastAt, QDateTime::currentDateTimeUtc());
        const QFontMetrics small(theme::smallFont());
        const int timeWidth = small.horizontalAdvance(time);
        const QRect inner = rect().adjusted(theme::kSpace, theme::kGrid + 2, -theme::kSpace, -theme::kGrid);
        const int flags = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignTop | Qt::TextSingleLine);
        const auto at = [this](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
        painter.setFont(theme::bodyFont());
        painter.setPen(theme::color(Token::Text));
        const int room = inner.width() - timeWidth - theme::kSpace;
        painter.drawText(at(QRect(inner.left(), inner.top(), room, body.height())), flags,
            body.elidedText(phrases::person(m_row.prospectName, m_row.prospectAddress), Qt::ElideRight, room));
        painter.setPen(theme::color(Token::Secondary));
        QString second = phrases::oneLine(m_row.subject);
        if (m_row.category != store::Category::Unsorted)
            second = phrases::shortCategory(m_row.category) + QStringLiteral(" · ") + second;
        painter.drawText(at(QRect(inner.left(), inner.top() + body.height(), inner.width(), body.height())), flags,
            body.elidedText(second, Qt::ElideRight, inner.width()));
        painter.setFont(theme::smallFont());
        painter.drawText(at(QRect(inner.right() - timeWidth + 1, inner.top(), timeWidth, body.height())), flags, time);
    }

private:
    store::ConversationRow m_row;
};

} // namespace

LeadPane::LeadPane(engine::Engine &engine, QWidget *parent)
    : QWidget(parent), m_engine(engine), m_dot(new panes::InitialsDot(kAvatarSize, this)), m_name(new parts::ElidedLabel(Qt::ElideRight, theme::Token::Text, this)),
      m_company(new parts::ElidedLabel(Qt::ElideMiddle, theme::Token::Secondary, this)), m_rowsColumn(new QVBoxLayout), m_rows(*m_rowsColumn), m_note(new QPlainTextEdit(this)),
      m_saved(panes::label({}, "secondary", this)), m_keeper(new NoteKeeper(engine, *m_note, *m_saved)), m_history(new PersonHistory(engine, *this)),
      m_othersTitle(sectionTitle(tr("Other conversations"), this)), m_othersColumn(new QVBoxLayout), m_others(*m_othersColumn)
{
    setObjectName(QStringLiteral("leadPane"));
    accessible::setRole(this, QAccessible::Grouping);
    setAccessibleName(tr("Person"));
    setMinimumWidth(240);
    m_name->setFont(theme::titleFont());
    m_name->setObjectName(QStringLiteral("leadName"));
    m_note->setObjectName(QStringLiteral("noteEdit"));
    m_note->setProperty("look", QStringLiteral("field"));
    m_note->setPlaceholderText(tr("Private notes, Markdown"));
    m_note->setAccessibleName(tr("Private notes"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(kNoteHeight);
    m_saved->setFont(theme::smallFont());
    m_saved->setObjectName(QStringLiteral("noteState"));
    auto *inside = new QWidget;
    inside->setProperty("look", QStringLiteral("clear"));
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(theme::kMargin, theme::kMargin, theme::kMargin, theme::kMargin);
    column->setSpacing(theme::kSpace);
    auto *head = new QHBoxLayout;
    head->setSpacing(theme::kGap);
    head->addWidget(m_dot);
    auto *who = new QVBoxLayout;
    who->setSpacing(0);
    who->addStretch();
    who->addWidget(m_name);
    who->addWidget(m_company);
    who->addStretch();
    head->addLayout(who, 1);
    column->addLayout(head);
    m_rowsColumn->setSpacing(0);
    column->addLayout(m_rowsColumn);
    column->addSpacing(theme::kGrid);
    m_noteTitle = sectionTitle(tr("Notes"), inside);
    auto *noteHead = new QHBoxLayout;
    noteHead->addWidget(m_noteTitle);
    noteHead->addStretch();
    noteHead->addWidget(m_saved);
    column->addLayout(noteHead);
    column->addWidget(m_note);
    column->addSpacing(theme::kGrid);
    column->addWidget(m_history);
    column->addSpacing(theme::kGrid);
    column->addWidget(m_othersTitle);
    m_othersColumn->setSpacing(0);
    column->addLayout(m_othersColumn);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(theme::kFocusRing, theme::kFocusRing, theme::kFocusRing, theme::kFocusRing);
    whole->addWidget(scroll);
    // Who steps here by key stands at the pane: in the note the next single key would be a letter of it.
    setFocusPolicy(Qt::StrongFocus);
    setProperty("takesEnter", true);
    connect(new NoteView(*m_note), &NoteView::linkActivated, this, &LeadPane::linkActivated);
    connect(m_history, &PersonHistory::conversationClicked, this, &LeadPane::conversationClicked);
    connect(m_history, &PersonHistory::saveRequested, this, &LeadPane::saveRequested);
    connect(m_history, &PersonHistory::openRequested, this, &LeadPane::openRequested);
    showLead({});
    m_readAgain.setSingleShot(true);
    m_readAgain.setInterval(kReadAgainMs);
    connect(&m_readAgain, &QTimer::timeout, this, &LeadPane::fetch);
    m_clock.setInterval(kClockMs);
    connect(&m_clock, &QTimer::timeout, this, &LeadPane::tellTime);
    m_clock.start();
    connect(m_history, &PersonHistory::filled, this, &LeadPane::orderTabs);
    connect(&engine, &engine::Engine::changed, this, &LeadPane::onChanged);
}

LeadPane::~LeadPane()
{
    flushNote();
}

void LeadPane::setConversation(ConversationId id)
{
    if (id == m_id)
        return;
    m_readAgain.stop();
    m_id = id;
    m_keeper->setConversation(id);
    if (!id.isValid()) {
        showLead({});
        return;
    }
    fetch();
}

void LeadPane::fetch()
{
    m_engine.fetchLead(m_id, &m_context, [this, id = m_id, edits = m_keeper->edits()](const Result<store::LeadInfo> &lead) {
        if (id != m_id)
            return;
        const bool isGone = !lead && lead.error().kind == ErrorKind::NotFound;
        if (lead || isGone) {
            const store::LeadInfo shown = lead.value_or(store::LeadInfo());
            m_keeper->take(shown.note, edits);
            showLead(shown);
            return;
        }
        // It cannot be read just now. What is known of the same person stays.
        if (m_shown != id)
            showLead({});
        m_readAgain.start();
    });
}

void LeadPane::onChanged(const store::ChangeSet &changes)
{
    const QList<ConversationId> &theirs = m_history->conversations();
    const bool concerns = changes.everything || changes.suppressions || changes.conversations.contains(m_id)
        || std::any_of(theirs.cbegin(), theirs.cend(), [&](ConversationId id) { return changes.conversations.contains(id); });
    if (!m_id.isValid() || !concerns)
        return;
    m_history->refresh();
    fetch();
}

void LeadPane::flushNote()
{
    m_keeper->flush();
}

void LeadPane::showLead(const store::LeadInfo &lead)
{
    m_shown = m_id;
    const QString address = lead.addresses.isEmpty() ? QString() : lead.addresses.first();
    const QString name = m_id.isValid() ? phrases::person(lead.name, address) : QString();
    m_dot->setVisible(m_id.isValid());
    m_dot->setPerson(name);
    m_name->setText(name);
    const QString company = lead.listed.company.isEmpty() ? lead.domain : lead.listed.company;
    m_company->setText(phrases::oneLine(company, 254));
    m_company->setVisible(!company.isEmpty());
    showRows(lead);
    m_note->setVisible(m_id.isValid());
    m_noteTitle->setVisible(m_id.isValid());
    QList<ConversationId> theirs{m_id};
    for (const store::ConversationRow &row : lead.otherConversations) {
        if (lead.addresses.contains(row.prospectAddress, Qt::CaseInsensitive))
            theirs.append(row.id);
    }
    m_history->setConversations(theirs);
    QList<KeyedRows::Row> others;
    for (const store::ConversationRow &row : lead.otherConversations.mid(0, kMostOthers))
        others.append({QString::number(row.id.number()), OtherRow::says(row), [this, row] { return makeConversation(row); }});
    m_others.show(others);
    m_othersTitle->setVisible(!others.isEmpty());
    orderTabs();
    Q_EMIT zoneTold(m_id, m_zone);
    Q_EMIT titleTold(m_id, lead.listed.title);
}

void LeadPane::showRows(const store::LeadInfo &lead)
{
    QList<KeyedRows::Row> rows;
    const auto add = [&](const LeadFact &fact) { rows.append({fact.icon + fact.what, fact.shown + QLatin1Char('\n') + fact.value, [this, fact] { return makeRow(fact); }}); };
    for (const QString &known : lead.addresses.mid(0, kMostAddresses)) {
        add({QStringLiteral("mail"), phrases::oneLine(known, 254), phrases::oneLine(known, 254), tr("address")});
        for (const store::AddressState &state : lead.states) {
            if (state.address == known)
                rows.append({QStringLiteral("state"), stateWords(state).join(QLatin1Char('\n')), [this, state] { return makeState(state); }});
        }
    }
    const QList<LeadFact> facts = factsOf(lead.listed);
    for (const LeadFact &fact : facts)
        add(fact);
    m_zone = zoneOf(lead.listed);
    m_city = phrases::oneLine(lead.listed.city, 100);
    const bool hasPlace = m_zone.isValid() || !m_city.isEmpty();
    if (hasPlace) { // the row says what time it is there: another zone is another row
        const LeadFact place{QStringLiteral("clock"), m_city, m_city.isEmpty() ? phrases::oneLine(lead.listed.timeZone, 100) : m_city, tr("place")};
        const QString says = QStringList{place.shown, place.value, QString::fromLatin1(m_zone.id())}.join(QLatin1Char('\n'));
        rows.append({place.icon + place.what, says, [this, place] { return makeRow(place); }});
    }
    const QList<QWidget *> shown = m_rows.show(rows);
    m_time = hasPlace ? shown.last()->findChild<parts::ElidedLabel *>() : nullptr;
    tellTime();
}

/// As they stand: new ones would come after all others of the window.
void LeadPane::orderTabs()
{
    QList<QWidget *> stops{this};
    for (QWidget *row : m_rows.widgets())
        stops += tabStops(*row);
    stops += m_note;
    stops += m_history->stops();
    for (QWidget *row : m_others.widgets())
        stops += tabStops(*row);
    for (qsizetype at = 1; at < stops.size(); ++at)
        setTabOrder(stops.at(at - 1), stops.at(at));
}

void LeadPane::tellTime()
{
    if (!m_time || !m_zone.isValid())
        return;
    const QString time = localTime(m_zone, QDateTime::currentDateTimeUtc());
    m_time->setText(m_city.isEmpty() ? time : QStringLiteral("%1 · %2").arg(m_city, time));
}

QWidget *LeadPane::makeRow(const LeadFact &fact)
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::kSpace);
    auto *symbol = new parts::IconLabel(fact.icon, theme::Token::Secondary, row, kRowIcon);
    auto *value = new parts::ElidedLabel(Qt::ElideMiddle, theme::Token::Text, row);
    value->setText(fact.shown);
    auto *copy = panes::iconButton(QStringLiteral("copy"), tr("Copy this %1").arg(fact.what), row);
    copy->setIconSize({kRowIcon, kRowIcon});
    connect(copy, &QToolButton::clicked, this, [this, text = fact.value] { Q_EMIT copyRequested(text); });
    line->addWidget(symbol);
    line->addWidget(value, 1);
    line->addWidget(copy);
    return row;
}

QWidget *LeadPane::makeState(const store::AddressState &state)
{
    auto *words = panes::label(stateWords(state).join(QLatin1Char('\n')), "error", this);
    words->setObjectName(QStringLiteral("addressState"));
    words->setFont(theme::smallFont());
    words->setWordWrap(true);
    words->setContentsMargins(kRowIcon + theme::kSpace, 0, 0, theme::kGrid);
    words->setAccessibleName(QStringLiteral("%1. %2").arg(state.address, words->text()));
    if (state.bounce)
        words->setToolTip(phrases::bounceDetails({*state.bounce}));
    return words;
}

QWidget *LeadPane::makeConversation(const store::ConversationRow &row)
{
    auto *button = new OtherRow(row, this);
    button->setObjectName(QStringLiteral("otherConversationButton"));
    connect(button, &QAbstractButton::clicked, this, [this, id = row.id] { Q_EMIT conversationClicked(id); });
    return button;
}

void LeadPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(theme::Token::List));
    if (!hasFocus())
        return;
    constexpr qreal kHalf = theme::kFocusRing / 2.0;
    painter.setPen(QPen(theme::color(theme::Token::Focus), theme::kFocusRing));
    painter.drawRect(QRectF(rect()).adjusted(kHalf, kHalf, -kHalf, -kHalf));
}

void LeadPane::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && hasFocus() && m_note->isVisible())
        m_note->setFocus(Qt::OtherFocusReason);
    else
        QWidget::keyPressEvent(event);
}

} // namespace inlet::ui
