// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/BounceDetector_p.h"

#include "mime/Mime.h"
#include "triage/AddressFinder_p.h"
#include "triage/BounceReason_p.h"
#include "triage/BounceText_p.h"
#include "triage/DeliveryStatus_p.h"
#include "triage/ListRefusal_p.h"
#include "triage/Phrases_p.h"
#include "triage/SesNotification_p.h"

#include <QSet>

namespace inlet::triage
{

namespace
{

using mime::PhraseTable;

QByteArray machinePart(const mime::ParsedMessage &message, const QByteArray &suffix, int depth = 0)
{
    for (const mime::MachinePart &part : message.machineParts) {
        if (part.depth == depth && part.contentType.endsWith(suffix))
            return part.content;
    }
    return {};
}

/// Builds the verdict on one report step by step.
class ReportJudge
{
public:
    explicit ReportJudge(const mime::ParsedMessage &message)
        : m_message(message), m_split(splitBounceText(message.text))
    {
        readOriginal();
    }

    std::optional<Verdict> judge()
    {
        if (const auto verdict = judgeSpecialReport())
            return verdict;
        if (const auto verdict = judgeDeliveryStatus())
            return verdict;
        if (const auto verdict = judgeMarked())
            return verdict;
        if (const auto notification = readSesNotification(m_message.text)) {
            m_reportedId = notification->originalMessageId;
            return bounce(QStringLiteral("notification of Amazon SES: Bounce"), notification->recipients);
        }
        if (const auto verdict = judgeListManager())
            return verdict;
        return judgeWords();
    }

private:
    /// The returned message: attached, as header part, or pasted under the notice.
    void readOriginal()
    {
        for (const mime::MachinePart &part : m_message.machineParts) {
            const bool header = part.contentType == "message/rfc822" || part.contentType.startsWith("text/rfc822")
                || part.contentType == "message/global-headers" || part.contentType == "message/rfc822-headers";
            if (!header)
                continue;
            m_hasOriginal = true;
            m_original = mime::scanHeader(part.content);
            if (!m_original.messageId.isEmpty())
                return;
        }
        if (!m_hasOriginal && !m_split.original.isEmpty()) {
            m_original = mime::scanHeader(m_split.original.toUtf8());
            m_hasOriginal = !m_original.messageId.isEmpty() || !m_original.from.isEmpty();
        }
    }

    QString originalId() const
    {
        if (!m_original.messageId.isEmpty())
            return m_original.messageId;
        if (!m_reportedId.isEmpty())
            return m_reportedId;
        if (!m_message.header.inReplyTo.isEmpty())
            return m_message.header.inReplyTo.first();
        return m_message.header.references.isEmpty() ? QString() : m_message.header.references.last();
    }

    /// Complaints and read receipts look like reports but nothing failed.
    std::optional<Verdict> judgeSpecialReport()
    {
        const QByteArray type = m_message.contentType;
        if (type.contains("report-type=feedback-report") || !machinePart(m_message, "feedback-report").isEmpty())
            return other(QStringLiteral("complaint report (message/feedback-report)"));
        const QByteArray disposition = machinePart(m_message, "disposition-notification");
        if (disposition.isEmpty() && !type.contains("report-type=disposition-notification"))
            return std::nullopt;
        return other(QStringLiteral("read receipt (message/disposition-notification)"));
    }

    Verdict other(const QString &evidence)
    {
        Verdict verdict;
        verdict.kind = Kind::Other;
        verdict.evidence.append(evidence);
        verdict.originalMessageId = originalId();
        return verdict;
    }

    std::optional<Verdict> judgeDeliveryStatus()
    {
        QByteArray content = machinePart(m_message, "delivery-status");
        // A gateway's notice around another system's report. A person who forwards one is no daemon.
        if (content.isEmpty() && !daemonEvidence(m_message.header).isEmpty())
            content = machinePart(m_message, "delivery-status", 1);
        DeliveryReport report = readDeliveryStatus(content);
        if (content.isEmpty() && m_message.text.left(20000).contains(QStringLiteral("final-recipient"), Qt::CaseInsensitive)
            && !daemonEvidence(m_message.header).isEmpty())
            report = readDeliveryStatus(m_message.text.left(20000).toUtf8());
        if (report.recipients.isEmpty())
            return std::nullopt;
        m_reportedId = report.originalMessageId;
        QStringList actions;
        QList<ReportedRecipient> undelivered;
        for (ReportedRecipient &recipient : report.recipients) {
            recipient.action = actionOf(recipient);
            if (recipient.action == "failed" || recipient.action == "delayed")
                undelivered.append(recipient);
            actions.append(QString::fromLatin1(recipient.action));
        }
        if (actions.contains(QStringLiteral("failed")))
            return bounce(QStringLiteral("delivery report says Action: failed"), undelivered);
        if (actions.contains(QStringLiteral("delayed")))
            return delayedVerdict(QStringLiteral("delivery report says Action: delayed"), undelivered);
        return other(QStringLiteral("delivery report says Action: %1").arg(actions.value(0)));
    }

    /// Where no action is said the class of the status tells.
    static QByteArray actionOf(const ReportedRecipient &recipient)
    {
        for (const char *known : {"failed", "delayed", "delivered", "relayed", "expanded"}) {
            if (recipient.action == known)
                return recipient.action;
        }
        if (recipient.action.startsWith("fail") || recipient.action.startsWith("undeliver"))
            return "failed";
        if (recipient.status.startsWith('2'))
            return "delivered";
        return recipient.action.contains("delay") ? "delayed" : "failed";
    }

    std::optional<Verdict> judgeMarked()
    {
        const QByteArray failed = m_message.header.field("X-Failed-Recipients");
        if (failed.contains('@')) {
            QList<ReportedRecipient> recipients;
            const QList<ReportedRecipient> named = recipientsInNotice(m_split.notice, {});
            for (const FoundAddress &found : addressesIn(QString::fromUtf8(failed)))
                recipients.append({found.address, "failed", {}, wordsOn(found.address, named)});
            addDiagnostics(&recipients);
            return textBounce(QStringLiteral("header X-Failed-Recipients"), recipients);
        }
        const bool ndr = !m_message.header.field("X-MS-Exchange-Message-Is-Ndr").isNull()
            && hasField("X-MS-Exchange-Message-Is-Ndr");
        if (ndr)
            return textBounce(QStringLiteral("header X-MS-Exchange-Message-Is-Ndr"), namedRecipients());
        if (m_message.contentType.contains("report-type=delivery-status"))
            return textBounce(QStringLiteral("Content-Type multipart/report; report-type=delivery-status"),
                namedRecipients());
        return std::nullopt;
    }

    /// What the notice says of that recipient: more than the first line with a code, such as at
    /// which command it was refused.
    static QString wordsOn(const QString &address, const QList<ReportedRecipient> &named)
    {
        for (const ReportedRecipient &one : named) {
            if (one.address.compare(address, Qt::CaseInsensitive) == 0)
                return one.diagnostic;
        }
        return {};
    }

    std::optional<Verdict> judgeListManager()
    {
        const auto refusal = findListRefusal(m_message.header, m_split.notice, neverRecipients());
        if (!refusal)
            return std::nullopt;
        Verdict verdict = other(QStringLiteral("a list manager says \"%1\"").arg(refusal->phrase));
        verdict.kind = Kind::Bounce;
        verdict.bounce = BounceType::Block;
        verdict.bouncedRecipients.append({refusal->list, BounceType::Block, {},
            QStringLiteral("the mailing list takes no mail from us"), m_split.notice.left(1000).simplified()});
        return verdict;
    }

    bool hasField(const char *name) const
    {
        for (const mime::HeaderField &field : m_message.header.fields) {
            if (field.name.compare(name, Qt::CaseInsensitive) == 0)
                return true;
        }
        return false;
    }

    std::optional<Verdict> judgeWords()
    {
        const QString notice = PhraseTable::fold(m_split.notice.left(6000));
        const QString subject = PhraseTable::fold(m_message.header.subject);
        const QString start = notice.left(400);
        const auto template_ = bouncePhrases().find(QStringLiteral("template"), start);
        QString daemon = daemonEvidence(m_message.header);
        const bool returned = daemon.isEmpty() && returnsMessage();
        if (returned)
            daemon = QStringLiteral("a no-reply sender returns a message");
        if (daemon.isEmpty() && !template_)
            return std::nullopt;
        auto inSubject = bouncePhrases().find(QStringLiteral("subject"), subject);
        if (!inSubject)
            inSubject = bouncePhrases().find(QStringLiteral("delayed"), subject);
        auto inBody = bouncePhrases().find(QStringLiteral("body"), notice);
        if (!inBody)
            inBody = bouncePhrases().find(QStringLiteral("delayed"), notice);
        if (returned && !(inSubject && inBody))
            return std::nullopt;
        // TMDA opens with Exim's words; what is only held has not failed and has no code.
        if (template_ && !inSubject && replyCodeIn(notice) == 0 && autoReplyPhrases().find(QStringLiteral("challenge"), notice))
            return std::nullopt;
        if (template_)
            return textBounce(QStringLiteral("the words of a mail system: \"%1\"").arg(template_->phrase), namedRecipients());
        if (!inSubject && !inBody)
            return std::nullopt;
        const QString phrase = inSubject ? inSubject->phrase : inBody->phrase;
        const QList<ReportedRecipient> recipients = namedRecipients();
        // One phrase alone in a machine's mail is no proof: somebody must have been refused.
        if (recipients.isEmpty() && !(inSubject && (inBody || m_hasOriginal)))
            return std::nullopt;
        return textBounce(QStringLiteral("%1; \"%2\"").arg(daemon, phrase), recipients);
    }

    /// Some gateways bounce in the name of "no-reply" and attach what they return.
    bool returnsMessage() const
    {
        if (!m_hasOriginal || m_message.header.from.isEmpty())
            return false;
        QString sender = m_message.header.from.first().address.toLower();
        sender.remove(u'-').remove(u'_');
        return sender.startsWith(QStringLiteral("noreply")) || sender.startsWith(QStringLiteral("donotreply"));
    }

    QStringList neverRecipients() const
    {
        QStringList never;
        for (const mime::Address &address : m_message.header.to)
            never.append(address.address.toLower());
        for (const mime::Address &address : m_message.header.from)
            never.append(address.address.toLower());
        for (const mime::Address &address : m_original.from)
            never.append(address.address.toLower());
        return never;
    }

    QList<ReportedRecipient> namedRecipients() const
    {
        QList<ReportedRecipient> found = recipientsInNotice(m_split.notice, neverRecipients());
        if (found.isEmpty()) {
            const QList<mime::Address> sentTo = m_original.to + m_original.cc;
            for (const mime::Address &address : sentTo) {
                if (sentTo.size() == 1 || m_split.notice.contains(address.address, Qt::CaseInsensitive))
                    found.append({address.address, "failed", {}, {}});
            }
        }
        addDiagnostics(&found);
        return found;
    }

    void addDiagnostics(QList<ReportedRecipient> *recipients) const
    {
        const QString general = diagnosticInNotice(m_split.notice);
        for (ReportedRecipient &recipient : *recipients) {
            const bool says = judgesSomething(recipient.diagnostic);
            if (recipient.diagnostic.isEmpty() || (!says && !general.isEmpty()))
                recipient.diagnostic = (recipient.diagnostic + u' ' + general).trimmed();
            if (recipient.diagnostic.isEmpty())
                recipient.diagnostic = m_split.notice.left(1500).simplified();
            if (recipient.status.isEmpty())
                recipient.status = enhancedCodeIn(recipient.diagnostic);
            if (recipient.status.isEmpty() && recipients->size() == 1)
                recipient.status = enhancedCodeIn(general);
        }
    }

    bool judgesSomething(const QString &diagnostic) const
    {
        return replyCodeIn(diagnostic) != 0 || !enhancedCodeIn(diagnostic).isEmpty()
            || m_reasons.judge({}, diagnostic) != m_reasons.judge({}, QString());
    }

    Verdict textBounce(const QString &evidence, const QList<ReportedRecipient> &recipients)
    {
        const QString text = PhraseTable::fold(m_split.notice.left(6000));
        const QString subject = PhraseTable::fold(m_message.header.subject);
        const auto late = bouncePhrases().find(QStringLiteral("delayed"), text);
        const bool delaySubject = subject.contains(QStringLiteral("(delay)")) || subject.contains(QStringLiteral("delayed"))
            || subject.startsWith(QStringLiteral("warning")) || bouncePhrases().find(QStringLiteral("delayed"), subject);
        if (late && (delaySubject || !bouncePhrases().find(QStringLiteral("final"), text)))
            return delayedVerdict(QStringLiteral("\"%1\"").arg(late->phrase), recipients);
        return bounce(evidence, recipients);
    }

    Verdict delayedVerdict(const QString &evidence, const QList<ReportedRecipient> &recipients)
    {
        Verdict verdict = other(evidence);
        verdict.kind = Kind::Bounce;
        verdict.bounce = BounceType::Delayed;
        for (const ReportedRecipient &recipient : recipients)
            verdict.bouncedRecipients.append({recipient.address, BounceType::Delayed, recipient.status,
                QStringLiteral("delivery is still being tried"), recipient.diagnostic});
        return verdict;
    }

    Verdict bounce(const QString &evidence, const QList<ReportedRecipient> &recipients)
    {
        Verdict verdict = other(evidence);
        verdict.kind = Kind::Bounce;
        QSet<QString> seen;
        for (const ReportedRecipient &recipient : recipients) {
            const QString address = recipient.address.toLower();
            if (seen.contains(address))
                continue;
            seen.insert(address);
            verdict.bouncedRecipients.append(judged(recipient));
        }
        if (verdict.bouncedRecipients.isEmpty())
            verdict.bounce = judgeBounce({}, m_split.notice).type;
        // The message as a whole is as bad as its worst recipient.
        for (const BouncedRecipient &recipient : std::as_const(verdict.bouncedRecipients)) {
            const bool worse = verdict.bounce == BounceType::None || verdict.bounce == BounceType::Delayed
                || recipient.type == BounceType::Hard;
            if (worse)
                verdict.bounce = recipient.type;
        }
        return verdict;
    }

    BouncedRecipient judged(const ReportedRecipient &recipient) const
    {
        BouncedRecipient out;
        out.recipient = recipient.address;
        if (recipient.action == "delayed") {
            out.type = BounceType::Delayed;
            out.status = recipient.status;
            out.reason = QStringLiteral("delivery is still being tried");
            out.diagnostic = recipient.diagnostic.left(1000);
            return out;
        }
        out.status = recipient.status;
        out.diagnostic = recipient.diagnostic.left(1000);
        BounceJudgement judgement = m_reasons.judge(recipient.status, recipient.diagnostic);
        // Reports with "5.0.0" and nothing else often say it in the notice.
        const bool unclear = isVague(recipient.status) || recipient.status.startsWith("5.5.")
            || recipient.status.startsWith("5.3.");
        if (unclear && !judgesSomething(recipient.diagnostic))
            judgement = m_reasons.judge(recipient.status, recipient.diagnostic + u' ' + m_split.notice.left(3000));
        if (isVague(out.status)) {
            if (const QByteArray better = enhancedCodeIn(recipient.diagnostic); !better.isEmpty())
                out.status = better;
        }
        out.type = judgement.type;
        out.reason = judgement.reason;
        return out;
    }

    const mime::ParsedMessage &m_message;
    BounceText m_split;
    mime::MessageHeader m_original;
    bool m_hasOriginal = false;
    QString m_reportedId;
    mutable BounceReasons m_reasons;
};

} // namespace

std::optional<Verdict> detectReport(const mime::ParsedMessage &message)
{
    return ReportJudge(message).judge();
}

} // namespace inlet::triage
