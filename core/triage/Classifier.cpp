// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/Classifier.h"

#include "triage/AutoReplyDetector_p.h"
#include "triage/BounceDetector_p.h"
#include "triage/Intents.h"
#include "triage/MachineMail_p.h"

#include <QRegularExpression>

namespace inlet::triage
{

namespace
{

bool isOwn(const mime::MessageHeader &header, const QSet<QString> &ownAddresses)
{
    const QList<mime::Address> &writers = header.from.isEmpty() ? header.sender : header.from;
    for (const mime::Address &writer : writers) {
        if (ownAddresses.contains(writer.address.toLower()))
            return true;
    }
    return false;
}

bool isMeetingAnswer(const mime::ParsedMessage &message)
{
    for (const mime::MachinePart &part : message.machineParts) {
        if (part.contentType == "text/calendar" && part.content.toUpper().contains("METHOD:REPLY"))
            return true;
    }
    return false;
}

/// What a mail program or a service sends for the address in List-Unsubscribe (RFC 2369): the word, and at
/// most a token behind it.
bool isUnsubscribeMail(const QString &subject)
{
    static const QRegularExpression shape(QStringLiteral("^unsubscribe(\\W+(?=\\S*\\d)\\S+)?$"), QRegularExpression::CaseInsensitiveOption);
    return shape.match(subject.trimmed()).hasMatch();
}

/// Through a list somebody may still ask to be taken off; a newsletter's footer does not ask. So only
/// a short text that says little else counts, and nothing but that request.
QList<IntentScore> requestInList(const mime::ParsedMessage &message)
{
    constexpr qsizetype kShortText = 400;
    constexpr double kPlainRequest = 5.0; ///< a whole sentence, not the word alone
    if (message.newText.size() > kShortText)
        return {};
    if (isUnsubscribeMail(message.header.subject))
        return scoreIntents({}, QStringLiteral("unsubscribe"));
    if (message.header.field("List-Id").isEmpty())
        return {};
    QList<IntentScore> intents = scoreIntents(message.newText, message.header.subject);
    intents.removeIf([](const IntentScore &score) {
        return score.intent != Intent::DoNotContact || score.points < kPlainRequest;
    });
    return intents;
}

Verdict make(Kind kind, const QString &evidence)
{
    Verdict verdict;
    verdict.kind = kind;
    verdict.evidence.append(evidence);
    return verdict;
}

} // namespace

Verdict classify(const mime::ParsedMessage &message, const QSet<QString> &ownAddresses)
{
    if (auto report = detectReport(message))
        return *std::move(report);
    if (isOwn(message.header, ownAddresses))
        return make(Kind::Own, QStringLiteral("sent by one of your mailboxes"));
    // Exchange marks the answer to an invitation as automatic, but a person pressed the button.
    if (isMeetingAnswer(message))
        return make(Kind::Human, QStringLiteral("answer to a meeting invitation"));
    if (auto reply = detectAutoReply(message))
        return *std::move(reply);
    if (const QString machine = machineEvidence(message); !machine.isEmpty()) {
        Verdict other = make(Kind::Other, machine);
        other.intents = requestInList(message);
        return other;
    }
    Verdict human = make(Kind::Human, QStringLiteral("nothing shows that a program wrote it"));
    human.intents = scoreIntents(message.newText, message.header.subject);
    return human;
}

} // namespace inlet::triage
