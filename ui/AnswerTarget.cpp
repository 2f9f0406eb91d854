// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/AnswerTarget.h"

#include "ui/Phrases.h"

#include <QCoreApplication>

#include <algorithm>

namespace inlet::ui
{

namespace
{

QString answerSaid(const char *text)
{
    return QCoreApplication::translate("AnswerTarget", text);
}

bool isSame(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

} // namespace

bool takesAnswers(const QString &address)
{
    static const QStringList deaf{QStringLiteral("mailer-daemon"), QStringLiteral("postmaster"), QStringLiteral("noreply"),
        QStringLiteral("no-reply"), QStringLiteral("no_reply"), QStringLiteral("donotreply"), QStringLiteral("do-not-reply")};
    return !address.isEmpty() && !deaf.contains(address.section(QLatin1Char('@'), 0, 0).toLower());
}

QString whyNobodyReads(const store::MessageItem &message, const store::ConversationRow &head)
{
    const mime::Address to = message.replyTo.isEmpty() ? message.from : message.replyTo.first();
    switch (message.kind) {
    case triage::Kind::Own: return {};
    case triage::Kind::Bounce: return answerSaid("This is a report of a mail server; nobody reads an answer to it.");
    case triage::Kind::AutoReply:
        if (!isSame(to.address, head.prospectAddress) || !takesAnswers(to.address))
            return answerSaid("This is an automatic reply from %1; perhaps nobody reads an answer to it.").arg(phrases::oneLine(to.address, 120));
        return {};
    case triage::Kind::Human:
    case triage::Kind::Other: break;
    }
    if (to.address.isEmpty())
        return answerSaid("This mail does not say who sent it.");
    return takesAnswers(to.address) ? QString() : answerSaid("%1 takes no answers.").arg(phrases::oneLine(to.address, 120));
}

const store::MessageItem *ownToPerson(const QList<store::MessageItem> &messages, const store::ConversationRow &head)
{
    const auto found = std::find_if(messages.crbegin(), messages.crend(), [&](const store::MessageItem &message) {
        return message.kind == triage::Kind::Own
            && std::any_of(message.to.cbegin(), message.to.cend(), [&](const mime::Address &to) { return isSame(to.address, head.prospectAddress); });
    });
    return found == messages.crend() ? nullptr : &*found;
}

} // namespace inlet::ui
