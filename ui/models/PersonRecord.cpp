// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/PersonRecord.h"

#include "ui/DeliveryWords.h"
#include "ui/HistoryWords.h"
#include "ui/Phrases.h"

#include <QCoreApplication>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr qsizetype kMostSubject = 120;

QString recordWord(const char *text)
{
    return QCoreApplication::translate("PersonRecord", text);
}

PersonEvent mailEvent(const store::MessageItem &message)
{
    const QString subject = phrases::oneLine(message.subject, kMostSubject);
    const auto made = [&](const QString &words, const char *icon, bool bad = false) {
        return PersonEvent{message.at, words.arg(subject), QString::fromLatin1(icon), bad, message.conversation};
    };
    switch (message.kind) {
    case triage::Kind::Own: return made(recordWord("You wrote: %1"), "send", message.ledger == store::LedgerState::Failed);
    case triage::Kind::Bounce: return made(recordWord("Came back: %1"), "bounce", true);
    case triage::Kind::AutoReply: return made(recordWord("Automatic reply: %1"), "mail");
    case triage::Kind::Human:
    case triage::Kind::Other: break;
    }
    return made(recordWord("They wrote: %1"), "mail-open");
}

/// What the rep did and no program undid; also what stands between no messages: notes, the do-not-contact list.
bool isTold(const store::DecisionRecord &decision)
{
    static const QStringList others{QStringLiteral("note"), QStringLiteral("suppress"), QStringLiteral("unsuppress")};
    return phrases::isEvent(decision) || (!decision.takenBack && others.contains(decision.verb));
}

void addState(PersonRecord &record, const store::ConversationRow &row, const QDateTime &now)
{
    const auto add = [&](const QString &words, const char *icon) {
        record.state.append({{}, words, QString::fromLatin1(icon), false, row.id});
    };
    if (row.snoozedUntil.isValid() && row.snoozedUntil > now)
        add(recordWord("Snoozed until %1").arg(phrases::wakeTime(row.snoozedUntil, now)), "clock");
    if (row.remindAt.isValid())
        add(recordWord("Reminder: %1").arg(phrases::wakeTime(row.remindAt, now)), "bell");
    if (row.muted)
        add(recordWord("Muted"), "bell-off");
    if (row.outgoing && *row.outgoing == store::LedgerState::Failed)
        record.state.append({{}, recordWord("A message could not be sent"), QStringLiteral("warning"), true, row.id});
}

} // namespace

void addToRecord(PersonRecord &record, const engine::ConversationDetail &conversation, const QList<store::DecisionRecord> &decisions,
    const QDateTime &now)
{
    addState(record, conversation.row, now);
    for (const store::MessageItem &message : conversation.messages) {
        record.events.append(mailEvent(message));
        for (const mime::Attachment &file : message.attachments) {
            if (!file.isInline || file.contentId.isEmpty())
                record.files.append({message.id, file.part, file.fileName, file.size, message.at, message.kind == triage::Kind::Own});
        }
    }
    for (const store::DecisionRecord &decision : decisions) {
        if (isTold(decision))
            record.events.append({decision.at, phrases::decision(decision), phrases::decisionIcon(decision), false, conversation.row.id});
    }
    const auto newestFirst = [](const auto &one, const auto &other) { return one.at > other.at; };
    std::stable_sort(record.events.begin(), record.events.end(), newestFirst);
    std::stable_sort(record.files.begin(), record.files.end(), newestFirst);
}

PersonRecordReader::PersonRecordReader(engine::Engine &engine, QObject *parent) : QObject(parent), m_engine(engine) {}

void PersonRecordReader::read(const QList<ConversationId> &conversations)
{
    ++m_round;
    m_left = conversations.mid(0, kMost);
    m_record = {};
    next();
}

void PersonRecordReader::next()
{
    if (m_left.isEmpty()) {
        Q_EMIT ready(m_record);
        return;
    }
    const ConversationId id = m_left.takeFirst();
    m_engine.fetchConversation(id, &m_context, [this, id, round = m_round](const engine::ConversationDetail &detail) {
        if (round != m_round)
            return;
        m_engine.desk().fetchHistory(id, &m_context, [this, detail, round](const QList<store::DecisionRecord> &decisions) {
            if (round != m_round)
                return;
            if (detail.problem.isEmpty())
                addToRecord(m_record, detail, decisions, QDateTime::currentDateTimeUtc());
            next();
        });
    });
}

} // namespace inlet::ui
