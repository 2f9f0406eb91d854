// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/DeliveryWords.h"

#include "ui/Phrases.h"
#include "ui/dialogs/RecipientGuard.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace inlet::ui::phrases
{

namespace
{

constexpr qsizetype kMostReason = 200;
constexpr qsizetype kMostDiagnostic = 1000;
constexpr qsizetype kMostShown = 5;

QString deliveryWord(const char *text)
{
    return QCoreApplication::translate("inlet::ui::DeliveryWords", text);
}

QString reasonOf(const store::BounceFact &fact)
{
    const QString reason = oneLine(fact.reason, kMostReason);
    return reason.isEmpty() ? deliveryWord("no reason was given") : reason;
}

} // namespace

QString bounce(const store::BounceFact &fact)
{
    switch (fact.type) {
    case triage::BounceType::Soft: return deliveryWord("Bounced for now: %1").arg(reasonOf(fact));
    case triage::BounceType::Block: return deliveryWord("Blocked: %1").arg(reasonOf(fact));
    case triage::BounceType::Hard:
    case triage::BounceType::None:
    case triage::BounceType::Delayed: break;
    }
    return deliveryWord("Bounced: %1").arg(reasonOf(fact));
}

QString bounces(const store::MessageItem &message)
{
    const bool several = message.to.size() + message.cc.size() > 1 || message.bounces.size() > 1;
    QStringList lines;
    for (const store::BounceFact &fact : message.bounces.mid(0, kMostShown))
        lines += several ? deliveryWord("%1. %2").arg(oneLine(fact.recipient, 254), bounce(fact)) : bounce(fact);
    if (message.bounces.size() > kMostShown)
        lines += deliveryWord("And %1 more.").arg(number(message.bounces.size() - kMostShown));
    return lines.join(QLatin1Char('\n'));
}

QString bounceDetails(const QList<store::BounceFact> &facts)
{
    QStringList lines;
    for (const store::BounceFact &fact : facts.mid(0, kMostShown)) {
        QStringList head{oneLine(fact.recipient, 254), QString::fromLatin1(fact.status), fact.at.isValid() ? exactTime(fact.at) : QString()};
        head.removeAll(QString());
        const QString words = oneLine(fact.diagnostic, kMostDiagnostic);
        lines += head.join(QStringLiteral(", ")) + (words.isEmpty() ? QString() : QStringLiteral(":\n") + words);
    }
    return lines.join(QLatin1Char('\n'));
}

QString ledgerNote(const QString &stored)
{
    constexpr std::array kKnown = {QT_TRANSLATE_NOOP("Ledger", "Not sent:"), QT_TRANSLATE_NOOP("Ledger", "Held:"),
        QT_TRANSLATE_NOOP("Ledger", "Given up after two days."), QT_TRANSLATE_NOOP("Ledger", "The server said:"), QT_TRANSLATE_NOOP("Ledger", "Not taken for:"),
        QT_TRANSLATE_NOOP("Ledger", "Send it now if you know better."), QT_TRANSLATE_NOOP("Ledger", "You chose to send it all the same."),
        QT_TRANSLATE_NOOP("Ledger", "this message was damaged on the disk. Write it again."),
        QT_TRANSLATE_NOOP("Ledger", "Waits until this mailbox can sign in again."),
        QT_TRANSLATE_NOOP("Ledger", "Inlet ended while this was being sent. Looking in Sent."),
        QT_TRANSLATE_NOOP("Ledger", "The connection was lost before the server confirmed. Looking in Sent."),
        QT_TRANSLATE_NOOP("Ledger", "The server did not confirm this message and it is not in Sent. It may have arrived all the same: ask the recipient, or send it again."),
        QT_TRANSLATE_NOOP("Ledger", "Accepted by the server; no copy in Sent so far."),
        QT_TRANSLATE_NOOP("Ledger", "Accepted, but the copy could not be filed in Sent:"), QT_TRANSLATE_NOOP("Ledger", "Sent could not be looked at yet:")};
    static const QRegularExpression listed(QStringLiteral("(\\S+) is on your do-not-contact list\\."));
    QString note = stored;
    for (const char *known : kKnown)
        note.replace(QLatin1String(known), QCoreApplication::translate("Ledger", known));
    if (const QRegularExpressionMatch match = listed.match(note); match.hasMatch())
        note.replace(match.capturedStart(), match.capturedLength(), deliveryWord("%1 is on your do-not-contact list.").arg(match.captured(1)));
    return note;
}

QString suppressed(const store::Suppression &entry)
{
    QString why = wordsOf(entry.source);
    if (const QString reason = oneLine(entry.reason, kMostReason); !reason.isEmpty())
        why += QStringLiteral(" (%1)").arg(reason);
    return entry.isDomain() ? deliveryWord("Do not contact anybody at %1: %2").arg(oneLine(entry.pattern, 254), why)
                            : deliveryWord("Do not contact: %1").arg(why);
}

} // namespace inlet::ui::phrases
