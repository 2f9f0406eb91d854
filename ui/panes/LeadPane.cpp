// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/LeadPane.h"

#include "ui/Accessible.h"
#include "ui/DeliveryWords.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"
#include "ui/Theme.h"
#include "ui/panes/LeadFacts.h"
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

constexpr int kSaveDelayMs = 600;
constexpr int kWriteAgainMs = 5000;
constexpr int kClockMs = 15'000;
constexpr int kAvatarSize = 48;
constexpr int kMostOthers = 20;
constexpr int kNoteHeight = 110;
constexpr int kRowIcon = 16;
constexpr int kMaxNote = 20'000;

QLabel *sectionTitle(const QString &text, QWidget *parent)
{
    QLabel *title = panes::label(text, "secondary", parent);
    QFont font = theme::smallFont();
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    return title;
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
      m_company(new parts::ElidedLabel(Qt::ElideMiddle, theme::Token::Secondary, this)), m_rows(new QVBoxLayout), m_note(new QPlainTextEdit(this)),
      m_saved(panes::label({}, "secondary", this)), m_history(new PersonHistory(engine, *this)), m_othersTitle(sectionTitle(tr("Other conversations"), this)), m_others(new QVBoxLayout)
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
    m_rows->setSpacing(0);
    column->addLayout(m_rows);
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
    m_others->setSpacing(0);
    column->addLayout(m_others);
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
    m_saveDelay.setSingleShot(true);
    m_saveDelay.setInterval(kSaveDelayMs);
    connect(&m_saveDelay, &QTimer::timeout, this, &LeadPane::flushNote);
    m_clock.setInterval(kClockMs);
    connect(&m_clock, &QTimer::timeout, this, &LeadPane::tellTime);
    m_clock.start();
    m_writeAgain.setSingleShot(true);
    m_writeAgain.setInterval(kWriteAgainMs);
    connect(&m_writeAgain, &QTimer::timeout, this, [this] {
        const QHash<ConversationId, QString> unsaved = m_unsaved;
        for (auto note = unsaved.cbegin(); note != unsaved.cend(); ++note)
            writeNote(note.key(), note.value());
    });
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] {
        m_saved->clear();
        m_dirty = true;
        m_saveDelay.start();
    });
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
    flushNote();
    m_id = id;
    if (!id.isValid()) {
        showLead({});
        return;
    }
    fetch();
}

void LeadPane::fetch()
{
    m_engine.fetchLead(m_id, &m_context, [this, id = m_id](const Result<store::LeadInfo> &lead) {
        if (id == m_id)
            showLead(lead ? *lead : store::LeadInfo());
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
    // While somebody types, the field is the truth.
    if (!m_dirty && !m_note->hasFocus())
        fetch();
}

void LeadPane::flushNote()
{
    m_saveDelay.stop();
    if (!std::exchange(m_dirty, false))
        return;
    writeNote(m_id, m_note->toPlainText().left(kMaxNote));
}

void LeadPane::writeNote(ConversationId id, const QString &text)
{
    m_unsaved.insert(id, text);
    m_engine.setNote(id, text, &m_noteContext, [this, id, text](const Result<void> &written) {
        const auto newest = m_unsaved.constFind(id);
        if (newest == m_unsaved.constEnd() || *newest != text)
            return; // an older note than the one that is on its way, or was stored
        if (written || written.error().kind == ErrorKind::NotFound)
            m_unsaved.erase(newest);
        else
            m_writeAgain.start();
        if (id != m_id || m_dirty)
            return;
        m_saved->setText(written ? tr("Saved") : tr("Not saved"));
        m_saved->setToolTip(written ? QString() : written.error().detail);
    });
}

void LeadPane::showLead(const store::LeadInfo &lead)
{
    const QString address = lead.addresses.isEmpty() ? QString() : lead.addresses.first();
    const QString name = m_id.isValid() ? phrases::person(lead.name, address) : QString();
    m_dot->setVisible(m_id.isValid());
    m_dot->setPerson(name);
    m_name->setText(name);
    const QString company = lead.listed.company.isEmpty() ? lead.domain : lead.listed.company;
    m_company->setText(phrases::oneLine(company, 254));
    m_company->setVisible(!company.isEmpty());
    clearRows(*m_rows);
    m_time = nullptr;
    constexpr int kMostAddresses = 12;
    for (const QString &known : lead.addresses.mid(0, kMostAddresses)) {
        addRow({QStringLiteral("mail"), phrases::oneLine(known, 254), phrases::oneLine(known, 254), tr("address")});
        for (const store::AddressState &state : lead.states) {
            if (state.address == known)
                addState(state);
        }
    }
    const QList<LeadFact> facts = factsOf(lead.listed);
    for (const LeadFact &fact : facts)
        addRow(fact);
    showTime(lead.listed);
    {
        const QSignalBlocker quiet(m_note);
        m_note->setPlainText(m_unsaved.value(m_id, lead.note));
    }
    m_note->setVisible(m_id.isValid());
    m_noteTitle->setVisible(m_id.isValid());
    m_saved->clear();
    QList<ConversationId> theirs{m_id};
    for (const store::ConversationRow &row : lead.otherConversations) {
        if (lead.addresses.contains(row.prospectAddress, Qt::CaseInsensitive))
            theirs.append(row.id);
    }
    m_history->setConversations(theirs);
    clearRows(*m_others);
    for (const store::ConversationRow &row : lead.otherConversations.mid(0, kMostOthers))
        addConversation(row);
    m_othersTitle->setVisible(!lead.otherConversations.isEmpty());
    Q_EMIT zoneTold(m_id, m_zone);
    Q_EMIT titleTold(m_id, lead.listed.title);
}

void LeadPane::showTime(const store::Lead &lead)
{
    m_zone = zoneOf(lead);
    const QString city = phrases::oneLine(lead.city, 100);
    if (!m_zone.isValid() && city.isEmpty())
        return;
    parts::ElidedLabel *line = addRow({QStringLiteral("clock"), city, city.isEmpty() ? phrases::oneLine(lead.timeZone, 100) : city, tr("place")});
    m_time = m_zone.isValid() ? line : nullptr;
    m_city = city;
    tellTime();
}

void LeadPane::tellTime()
{
    if (!m_time)
        return;
    const QString time = localTime(m_zone, QDateTime::currentDateTimeUtc());
    m_time->setText(m_city.isEmpty() ? time : QStringLiteral("%1 · %2").arg(m_city, time));
}

parts::ElidedLabel *LeadPane::addRow(const LeadFact &fact)
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
    m_rows->addWidget(row);
    return value;
}

void LeadPane::addState(const store::AddressState &state)
{
    QStringList lines;
    if (state.bounce)
        lines += phrases::bounce(*state.bounce);
    if (state.suppression)
        lines += phrases::suppressed(*state.suppression);
    auto *words = panes::label(lines.join(QLatin1Char('\n')), "error", this);
    words->setObjectName(QStringLiteral("addressState"));
    words->setFont(theme::smallFont());
    words->setWordWrap(true);
    words->setContentsMargins(kRowIcon + theme::kSpace, 0, 0, theme::kGrid);
    words->setAccessibleName(QStringLiteral("%1. %2").arg(state.address, words->text()));
    if (state.bounce)
        words->setToolTip(phrases::bounceDetails({*state.bounce}));
    m_rows->addWidget(words);
}

void LeadPane::addConversation(const store::ConversationRow &row)
{
    auto *button = new OtherRow(row, this);
    button->setObjectName(QStringLiteral("otherConversationButton"));
    connect(button, &QAbstractButton::clicked, this, [this, id = row.id] { Q_EMIT conversationClicked(id); });
    m_others->addWidget(button);
}

void LeadPane::clearRows(QVBoxLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
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
