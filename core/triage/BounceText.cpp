// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/BounceText_p.h"

#include "triage/AddressFinder_p.h"
#include "triage/BounceReason_p.h"

namespace inlet::triage
{

namespace
{

constexpr qsizetype kMaxNotice = 20000;
constexpr int kMaxCandidates = 200;
constexpr qsizetype kMaxDiagnosticLines = 12;

/// Fields that every message has and that a notice has no reason to write in a row.
bool isMessageField(QStringView line)
{
    static const QStringList names = {QStringLiteral("received:"), QStringLiteral("return-path:"),
        QStringLiteral("from:"), QStringLiteral("to:"), QStringLiteral("subject:"),
        QStringLiteral("message-id:"), QStringLiteral("date:"), QStringLiteral("mime-version:"),
        QStringLiteral("content-type:"), QStringLiteral("x-mailer:"), QStringLiteral("reply-to:"),
        QStringLiteral("dkim-signature:"), QStringLiteral("user-agent:"), QStringLiteral("cc:"),
        QStringLiteral("delivered-to:"), QStringLiteral("sender:")};
    for (const QString &name : names) {
        if (line.startsWith(name, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

bool isSeparator(QStringView line)
{
    static const QStringList phrases = {QStringLiteral("copy of the message"),
        QStringLiteral("copy of your message"), QStringLiteral("original message"),
        QStringLiteral("message headers follow"), QStringLiteral("header of the original"),
        QStringLiteral("headers of the original"), QStringLiteral("original headers"),
        QStringLiteral("returned message"), QStringLiteral("unsent message"),
        QStringLiteral("undelivered message"), QStringLiteral("original mail"),
        QStringLiteral("message header"), QStringLiteral("your message follows"),
        QStringLiteral("message follows"), QStringLiteral("forwarded message"),
        QStringLiteral("text of the message"), QStringLiteral("your original message"),
        QStringLiteral("contents of the message")};
    const QStringView clean = line.trimmed();
    if (clean.size() > 120 || clean.size() < 8)
        return false;
    const bool dashed = clean.startsWith(u"--") || clean.startsWith(u"==") || clean.startsWith(u"**")
        || clean.startsWith(u"__") || clean.startsWith(u"|---");
    const bool leads = clean.endsWith(u':') || clean.endsWith(u"follow") || clean.endsWith(u"follows")
        || clean.endsWith(u"follows.") || clean.endsWith(u"follow.") || clean.endsWith(u"following.");
    if (!dashed && !leads)
        return false;
    for (const QString &phrase : phrases) {
        if (clean.contains(phrase, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

/// A field that tells who sent it or which way it came: what "To, Date, Subject" alone does not.
bool isOriginField(QStringView line)
{
    for (const char *name : {"received:", "return-path:", "from:", "message-id:"}) {
        if (line.startsWith(QLatin1String(name), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

/// Three message fields within a few lines are a header, not prose. Indented ones are quoted by the
/// notice ("a message you sent with the following header fields"), which goes on below.
bool startsHeader(const QList<QStringView> &lines, qsizetype at)
{
    if (!isMessageField(lines.at(at)))
        return false;
    int fields = 0;
    bool origin = false;
    for (qsizetype i = at; i < lines.size() && i < at + 12 && !lines.at(i).trimmed().isEmpty(); ++i) {
        fields += isMessageField(lines.at(i)) ? 1 : 0;
        origin = origin || isOriginField(lines.at(i));
    }
    return fields >= 3 && origin;
}

bool isDaemonAddress(const QString &address)
{
    const QString local = address.left(address.indexOf(u'@')).toLower();
    return local == QStringLiteral("mailer-daemon") || local == QStringLiteral("postmaster")
        || local.startsWith(QStringLiteral("microsoftexchange")) || local == QStringLiteral("abuse");
}

/// How surely a line names a failed recipient.
enum class Claim { None, Mention, Command, Leading };

struct Candidate {
    QString address;
    Claim claim = Claim::None;
    qsizetype line = 0;
    QString rest; ///< of the line, behind the address
};

/// Brackets, bullets, or a reply code ("554 <jo@x.com>... User unknown").
bool isLeadPunctuation(QStringView text)
{
    QStringView rest = text.trimmed();
    if (rest.size() >= 3 && (rest.front() == u'4' || rest.front() == u'5') && rest.at(1).isDigit() && rest.at(2).isDigit())
        rest = rest.mid(3);
    for (const QChar c : rest) {
        if (!c.isSpace() && !QStringView(u"<([{*-\"'|>#=").contains(c) && c != QChar(0x2022) && c != QChar(0x30FB))
            return false;
    }
    return true;
}

/// Words before an address that say the address is the recipient.
bool isRecipientLabel(QStringView before)
{
    static const QStringList labels = {QStringLiteral("recipient"), QStringLiteral("recipients"),
        QStringLiteral("rcpt to"), QStringLiteral("to"), QStringLiteral("address"),
        QStringLiteral("recipient address"), QStringLiteral("final-recipient"),
        QStringLiteral("original-recipient"), QStringLiteral("email address"), QStringLiteral("delivery to"),
        QStringLiteral("addressee"), QStringLiteral("user"), QStringLiteral("mailbox"),
        QStringLiteral("destinataire"), QStringLiteral("empfänger"), QStringLiteral("destinatario"),
        QStringLiteral("invalid recipient"), QStringLiteral("failed recipient"), QStringLiteral("intended recipient"),
        QStringLiteral("delivery failed"), QStringLiteral("送信先"), QStringLiteral("宛先"), QStringLiteral("收件人")};
    QString label = before.toString().trimmed().toLower();
    while (!label.isEmpty() && QStringView(u"<:(=\"' [").contains(label.back()))
        label.chop(1);
    if (label.endsWith(QStringLiteral("rfc822;")))
        label.chop(7);
    label = label.trimmed();
    while (!label.isEmpty() && QStringView(u"*-. :").contains(label.back()))
        label.chop(1);
    for (const QString &known : labels) {
        if (label == known || (label.endsWith(known) && label.size() > known.size()
                && !label.at(label.size() - known.size() - 1).isLetterOrNumber()))
            return true;
    }
    return false;
}

Claim claimOf(QStringView line, const FoundAddress &found)
{
    const QStringView before = line.left(found.at);
    const QStringView after = line.mid(found.end);
    if (isLeadPunctuation(before)) {
        const QStringView rest = after.trimmed();
        // "<a@b>:", "a@b", "a@b: reason", "a@b (reason)", "a@b<mailto:a@b>", "a@b... User unknown"
        if (rest.isEmpty() || QStringView(u":(<[-,;.>)]\"'").contains(rest.front()) || rest.startsWith(u"...")
            || rest.startsWith(u"on "))
            return Claim::Leading;
        return found.at < found.end && line.at(found.at) == u'<' ? Claim::Leading : Claim::Mention;
    }
    if (before.contains(u"mail from", Qt::CaseInsensitive) || before.trimmed().endsWith(u"from", Qt::CaseInsensitive)
        || before.contains(u"sender", Qt::CaseInsensitive))
        return Claim::None;
    return isRecipientLabel(before) ? Claim::Command : Claim::Mention;
}

QList<Candidate> candidatesIn(const QList<QStringView> &lines, const QStringList &never)
{
    QList<Candidate> all;
    for (qsizetype i = 0; i < lines.size() && all.size() < kMaxCandidates; ++i) {
        const auto found = addressesIn(lines.at(i));
        for (const FoundAddress &one : found) {
            const Claim claim = claimOf(lines.at(i), one);
            if (claim == Claim::None || never.contains(one.address.toLower()) || isDaemonAddress(one.address))
                continue;
            all.append({one.address, claim, i, lines.at(i).mid(one.end).toString()});
        }
    }
    return all;
}

/// What is written from a recipient's line to the next paragraph or recipient.
QString wordsAbout(const QList<QStringView> &lines, const Candidate &candidate, const QList<Candidate> &all)
{
    QString words = candidate.rest;
    bool anyText = words.trimmed().size() > 3;
    for (qsizetype i = candidate.line + 1; i < lines.size() && i < candidate.line + kMaxDiagnosticLines; ++i) {
        bool others = false;
        for (const Candidate &other : all)
            others = others || (other.line == i && other.claim == Claim::Leading && other.address != candidate.address);
        const QStringView line = lines.at(i).trimmed();
        if (others || (line.isEmpty() && anyText))
            break;
        anyText = anyText || line.size() > 3;
        words.append(u' ').append(line);
    }
    return words.simplified();
}

} // namespace

BounceText splitBounceText(const QString &text)
{
    const QString bounded = text.left(kMaxNotice);
    const auto lines = QStringView(bounded).split(u'\n');
    qsizetype offset = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool separates = isSeparator(lines.at(i));
        // The first line may itself be "Subject: ..." in a notice that quotes; three fields decide.
        if (separates || startsHeader(lines, i)) {
            const qsizetype start = separates ? offset + lines.at(i).size() + 1 : offset;
            if (!QStringView(bounded).left(offset).trimmed().isEmpty())
                return {bounded.left(offset), bounded.mid(start).trimmed()};
        }
        offset += lines.at(i).size() + 1;
    }
    return {bounded, {}};
}

QList<ReportedRecipient> recipientsInNotice(const QString &notice, const QStringList &never)
{
    const auto lines = QStringView(notice).split(u'\n');
    const QList<Candidate> all = candidatesIn(lines, never);
    Claim best = Claim::None;
    for (const Candidate &candidate : all)
        best = qMax(best, candidate.claim);
    QList<ReportedRecipient> out;
    QStringList seen;
    for (const Candidate &candidate : all) {
        if (candidate.claim != best || seen.contains(candidate.address.toLower()))
            continue;
        // A bare mention proves little: the first one only.
        if (best == Claim::Mention && !out.isEmpty())
            break;
        seen.append(candidate.address.toLower());
        ReportedRecipient recipient;
        recipient.address = candidate.address;
        recipient.diagnostic = wordsAbout(lines, candidate, all);
        recipient.status = enhancedCodeIn(recipient.diagnostic);
        out.append(std::move(recipient));
    }
    return out;
}

QString diagnosticInNotice(const QString &notice)
{
    const auto lines = QStringView(notice).split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines.at(i).trimmed().toString();
        if (replyCodeIn(line) == 0 && enhancedCodeIn(line).isEmpty())
            continue;
        QString words = line;
        for (qsizetype k = i + 1; k < lines.size() && k < i + 4 && !lines.at(k).trimmed().isEmpty(); ++k)
            words.append(u' ').append(lines.at(k).trimmed());
        return words.simplified();
    }
    return {};
}

} // namespace inlet::triage
