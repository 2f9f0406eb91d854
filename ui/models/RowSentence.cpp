// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/RowSentence.h"

#include "ui/Phrases.h"

#include <QCoreApplication>

#include <array>

namespace inlet::ui
{

namespace
{

struct PartName {
    RowPart part;
    const char *name;
    const char *words;
};
constexpr std::array kParts = {PartName{RowPart::State, "state", QT_TRANSLATE_NOOP("inlet::ui::RowSentence", "Selected, unread, starred, not sent")},
    PartName{RowPart::Category, "category", QT_TRANSLATE_NOOP("inlet::ui::RowSentence", "Category")},
    PartName{RowPart::Person, "person", QT_TRANSLATE_NOOP("inlet::ui::RowSentence", "Name and company")},
    PartName{RowPart::Subject, "subject", QT_TRANSLATE_NOOP("inlet::ui::RowSentence", "Subject")},
    PartName{RowPart::Messages, "messages", QT_TRANSLATE_NOOP("inlet::ui::RowSentence", "Number of messages")},
    PartName{RowPart::Mailbox, "mailbox", QT_TRANSLATE_NOOP("inlet::ui::RowSentence", "Mailbox")},
    PartName{RowPart::Marks, "marks", QT_TRANSLATE_NOOP("inlet::ui::RowSentence", "File, labels, snooze, reminder, you wrote last")},
    PartName{RowPart::Time, "time", QT_TRANSLATE_NOOP("inlet::ui::RowSentence", "Time")}};

constexpr qsizetype kMostLabelsSaid = 200;

QString say(const char *text)
{
    return QCoreApplication::translate("inlet::ui::RowSentence", text);
}

QStringList stateOf(const store::ConversationRow &row, bool isMarked)
{
    QStringList said;
    if (isMarked)
        said += say("Selected");
    if (row.unread > 0)
        said += say("Unread");
    if (row.muted)
        said += say("Muted");
    if (row.starred)
        said += say("Starred");
    if (row.outgoing == store::LedgerState::Failed)
        said += say("A message was not sent");
    else if (row.outgoing == store::LedgerState::Unknown)
        said += say("Not known whether a message left");
    else if (row.outgoing && phrases::isUnsent(*row.outgoing))
        said += say("A message waits to be sent");
    return said;
}

QStringList categoryOf(const store::ConversationRow &row)
{
    if (row.category == store::Category::Unsorted)
        return {};
    const QString category = phrases::category(row.category);
    return {phrases::isGuessed(row) ? say("%1, automatic").arg(category) : category};
}

QString personOf(const store::ConversationRow &row)
{
    const QString company = phrases::company(row);
    const QString name = phrases::person(row.prospectName, row.prospectAddress);
    return company.isEmpty() ? name : say("%1, %2").arg(name, company);
}

QStringList marksOf(const store::ConversationRow &row)
{
    QStringList said;
    if (row.weWroteLast)
        said += say("you wrote last");
    if (row.hasAttachment)
        said += say("has a file");
    if (!row.labels.isEmpty())
        said += say("labels: %1").arg(phrases::oneLine(row.labels.join(QStringLiteral(", ")), kMostLabelsSaid));
    if (row.snoozedUntil.isValid())
        said += say("snoozed until %1").arg(phrases::exactTime(row.snoozedUntil));
    if (row.reminderDue)
        said += say("reminder: nobody has answered");
    else if (row.remindAt.isValid())
        said += say("reminder %1").arg(phrases::exactTime(row.remindAt));
    return said;
}

} // namespace

const QList<RowPart> &allRowParts()
{
    static const QList<RowPart> all = [] {
        QList<RowPart> parts;
        for (const PartName &part : kParts)
            parts.append(part.part);
        return parts;
    }();
    return all;
}

QString nameOf(RowPart part)
{
    return QLatin1String(kParts.at(size_t(part)).name);
}

QString wordsOf(RowPart part)
{
    return say(kParts.at(size_t(part)).words);
}

QString rowSentence(const store::ConversationRow &row, bool isMarked, const QString &mailbox, const QDateTime &now, const QList<RowPart> &parts)
{
    QStringList said;
    for (const RowPart part : parts) {
        switch (part) {
        case RowPart::State: said += stateOf(row, isMarked); break;
        case RowPart::Category: said += categoryOf(row); break;
        case RowPart::Person: said += personOf(row); break;
        case RowPart::Subject: said += phrases::oneLine(row.subject); break;
        case RowPart::Messages: said += phrases::plural(row.messages, say("1 message"), say("%1 messages")); break;
        case RowPart::Mailbox: said += mailbox.isEmpty() ? QString() : say("via %1").arg(mailbox); break;
        case RowPart::Marks: said += marksOf(row); break;
        case RowPart::Time: said += phrases::spokenTime(row.lastAt, now); break;
        }
    }
    said.removeAll(QString());
    return said.join(QStringLiteral(". ")) + QLatin1Char('.');
}

} // namespace inlet::ui
