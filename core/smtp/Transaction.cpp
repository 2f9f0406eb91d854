// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/Transaction_p.h"

#include "smtp/DotStuffing_p.h"

#include <algorithm>

namespace inlet::smtp
{

namespace
{

// So many commands may be on their way before we read: their replies fit into any socket buffer,
// so neither side ever waits for the other (RFC 2920 section 3.1).
constexpr qsizetype kGroup = 50;
constexpr qsizetype kMaxRecipients = 1000;
// RFC 5321 section 4.5.3.2: a server may need long, most of all to decide about a message.
constexpr std::chrono::minutes kReply{5};
constexpr std::chrono::minutes kFinalReply{10};

Error configError(const QString &detail, const QByteArray &cause)
{
    return {ErrorKind::Config, detail, {}, cause};
}

} // namespace

Transaction::Transaction(Channel channel, std::stop_token stop)
    : m_channel(channel), m_stop(std::move(stop))
{
}

void Transaction::refuse(const Reply &reply, const char *command)
{
    m_report.outcome = SendOutcome::Refused;
    m_report.code = reply.code;
    m_report.enhancedCode = reply.enhancedCode;
    m_report.reply = reply.words;
    m_report.error = refusal(ErrorKind::ServerRefused, reply, command);
}

/// Before the final dot: nothing can have been accepted (RFC 5321 section 4.1.1.4).
void Transaction::broke(const Error &error)
{
    m_dead = true;
    m_report.outcome = SendOutcome::Refused;
    m_report.error = error;
}

Result<void> Transaction::prepare(const Envelope &envelope, const QByteArray &raw)
{
    if (envelope.recipients.isEmpty() || envelope.recipients.size() > kMaxRecipients || raw.isEmpty())
        return configError(QStringLiteral("nobody or nothing to send"), "settings");
    auto sender = wireAddress(envelope.sender);
    if (!sender)
        return sender.error();
    m_sender = *sender;
    m_needsUtf8 = m_sender.needsUtf8;
    for (const QString &recipient : envelope.recipients) {
        auto address = wireAddress(recipient);
        if (!address)
            return address.error();
        m_needsUtf8 = m_needsUtf8 || address->needsUtf8;
        m_recipients.append(*address);
    }
    m_recipientNames = envelope.recipients;
    if (m_needsUtf8 && !m_channel.extensions.smtpUtf8)
        return configError(
            QStringLiteral("the server takes no addresses outside ASCII"), "recipient-refused");
    return {};
}

QByteArray Transaction::mailCommand(const QByteArray &raw) const
{
    QByteArray command = "MAIL FROM:<" + m_sender.octets + '>';
    if (m_channel.extensions.sizeLimit > 0)
        command += " SIZE=" + QByteArray::number(raw.size());
    if (m_channel.extensions.eightBitMime && hasEightBit(raw))
        command += " BODY=8BITMIME";
    if (m_needsUtf8)
        command += " SMTPUTF8";
    return command;
}

/// RFC 1870: why send 30 MB to hear what EHLO said already?
bool Transaction::tooLarge(const QByteArray &raw)
{
    const qint64 limit = m_channel.extensions.sizeLimit;
    if (limit == 0 || raw.size() <= limit)
        return false;
    m_report.outcome = SendOutcome::Refused;
    m_report.code = 552;
    m_report.enhancedCode = "5.3.4";
    m_report.error = {ErrorKind::ServerRefused,
        QStringLiteral("the message has %1 octets, the server takes %2").arg(raw.size()).arg(limit),
        {}, "message-too-large"};
    return true;
}

Result<SendReport> Transaction::run(const Envelope &envelope, const QByteArray &raw, bool reset)
{
    if (const auto prepared = prepare(envelope, raw); !prepared)
        return prepared.error();
    if (tooLarge(raw))
        return m_report;
    m_channel.stream.setReadTimeout(kReply);
    QList<Step> steps;
    if (reset)
        steps.append(Step{"RSET", "RSET"});
    steps.append(Step{mailCommand(raw), "MAIL FROM"});
    for (qsizetype i = 0; i < m_recipients.size(); ++i)
        steps.append(Step{"RCPT TO:<" + m_recipients[i].octets + '>', "RCPT TO", i});
    if (runSteps(steps) && judgeRecipients() && openData() && sendText(raw))
        finish();
    return m_report;
}

bool Transaction::runSteps(const QList<Step> &steps)
{
    const qsizetype group = m_channel.extensions.pipelining ? kGroup : 1;
    for (qsizetype first = 0; first < steps.size(); first += group) {
        if (!runGroup(steps, first, std::min(first + group, steps.size())))
            return false;
    }
    return true;
}

/// Reads the replies of the whole group also when one of them decides: the dialogue stays in step.
bool Transaction::runGroup(const QList<Step> &steps, qsizetype first, qsizetype last)
{
    for (qsizetype i = first; i < last; ++i) {
        if (const auto sent = m_channel.replies.put(steps[i].command, m_stop); !sent) {
            broke(sent.error());
            return false;
        }
    }
    bool goOn = true;
    for (qsizetype i = first; i < last; ++i) {
        const auto reply = m_channel.replies.read(m_stop);
        if (!reply) {
            // The reason is better than "connection lost" after it: a 421 before the hang-up.
            if (goOn)
                broke(reply.error());
            m_dead = true;
            return false;
        }
        goOn = goOn && takeReply(steps[i], *reply);
    }
    return goOn;
}

/// False when the transaction cannot go on.
bool Transaction::takeReply(const Step &step, const Reply &reply)
{
    if (step.recipient >= 0) {
        if (reply.isPositive())
            ++m_acceptedRecipients;
        else
            m_report.refused.append(RefusedRecipient{m_recipientNames[step.recipient], reply.code,
                reply.enhancedCode, reply.words});
        if (reply.code == 421)
            refuse(reply, step.name);
        return reply.code != 421;
    }
    if (!reply.isPositive())
        refuse(reply, step.name);
    return reply.isPositive();
}

/// With nobody left the temporary refusal decides, where there is one: trying again makes sense.
bool Transaction::judgeRecipients()
{
    if (m_acceptedRecipients > 0)
        return true;
    const auto isTemporary = [](const RefusedRecipient &r) { return r.code >= 400 && r.code < 500; };
    auto decides = std::find_if(m_report.refused.cbegin(), m_report.refused.cend(), isTemporary);
    if (decides == m_report.refused.cend())
        decides = m_report.refused.cbegin();
    refuse({decides->code, decides->enhancedCode, {}, decides->reply}, "RCPT TO");
    return false;
}

bool Transaction::openData()
{
    const auto reply = m_channel.replies.command("DATA", m_stop);
    if (!reply) {
        broke(reply.error());
        return false;
    }
    if (reply->code == 354)
        return true;
    refuse(*reply, "DATA");
    if (reply->isPositive()) // "fine" without waiting for the text: not SMTP, nothing was sent
        broke(refusal(ErrorKind::Protocol, *reply, "DATA"));
    return false;
}

bool Transaction::sendText(const QByteArray &raw)
{
    auto sent = stuffDots(raw,
        [this](std::string_view piece) { return m_channel.stream.write(piece, m_stop); });
    // Out with all of it before the dot, so that an error up to here is certainly before the dot.
    if (sent)
        sent = m_channel.stream.flush(m_stop);
    if (sent && m_stop.stop_requested())
        sent = Error{ErrorKind::Cancelled, QStringLiteral("stopped on request"), {}, {}};
    if (!sent)
        broke(sent.error());
    return sent.has_value();
}

/// From here on only a reply of the server tells what became of the message.
void Transaction::finish()
{
    m_channel.stream.setReadTimeout(kFinalReply);
    const auto reply = m_channel.replies.command(".", m_stop);
    if (!reply) {
        m_dead = true;
        m_report.outcome = SendOutcome::Unknown;
        m_report.error = reply.error();
        return;
    }
    if (reply->code >= 400) {
        refuse(*reply, "the message");
        return;
    }
    m_report.code = reply->code;
    m_report.enhancedCode = reply->enhancedCode;
    m_report.reply = reply->words;
    if (reply->isPositive()) {
        m_report.outcome = SendOutcome::Accepted;
        return;
    }
    m_dead = true;
    m_report.outcome = SendOutcome::Unknown;
    m_report.error = refusal(ErrorKind::Protocol, *reply, "the message");
}

} // namespace inlet::smtp
