// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/DeliveryWords.h"

#include "ui/Phrases.h"
#include "ui/dialogs/RecipientGuard.h"

#include <QCoreApplication>

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

QString suppressed(const store::Suppression &entry)
{
    QString why = wordsOf(entry.source);
    if (const QString reason = oneLine(entry.reason, kMostReason); !reason.isEmpty())
        why += QStringLiteral(" (%1)").arg(reason);
    return entry.isDomain() ? deliveryWord("Do not contact anybody at %1: %2").arg(oneLine(entry.pattern, 254), why)
                            : deliveryWord("Do not contact: %1").arg(why);
}

} // namespace inlet::ui::phrases
