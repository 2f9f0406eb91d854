// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/ReplyReader_p.h"

#include "smtp/VmimeSocket_p.h"

#include <vmime/net/smtp/SMTPCommand.hpp>
#include <vmime/net/smtp/SMTPResponse.hpp>

namespace inlet::smtp
{

namespace
{

using vmime::net::smtp::SMTPCommand;
using vmime::net::smtp::SMTPResponse;

QByteArray enhancedCodeOf(const SMTPResponse::enhancedStatusCode &code)
{
    if (code.klass != 2 && code.klass != 4 && code.klass != 5)
        return {};
    return QByteArray::number(code.klass) + '.' + QByteArray::number(code.subject) + '.'
        + QByteArray::number(code.detail);
}

Reply replyOf(const SMTPResponse &response)
{
    Reply reply;
    reply.code = response.getLastLine().getCode();
    reply.enhancedCode = enhancedCodeOf(response.getLastLine().getEnhancedCode());
    QByteArray words;
    for (std::size_t i = 0; i < response.getLineCount(); ++i) {
        const SMTPResponse::responseLine line = response.getLineAt(i);
        const QByteArray text = QByteArray::fromStdString(line.getText());
        if (reply.enhancedCode.isEmpty())
            reply.enhancedCode = enhancedCodeOf(line.getEnhancedCode());
        reply.lines.append(text);
        words += QByteArray::number(line.getCode()) + ' ' + text + ' ';
    }
    reply.words = cleanServerText(words);
    return reply;
}

} // namespace

Error refusal(ErrorKind kind, const Reply &reply, const char *command, const QByteArray &cause)
{
    return {kind,
        QStringLiteral("%1 was answered with %2").arg(QLatin1String(command)).arg(reply.code),
        reply.words, cause};
}

ReplyReader::ReplyReader(net::TlsStream &stream) : m_socket(std::make_shared<VmimeSocket>(stream)) {}
ReplyReader::~ReplyReader() = default;

Error ReplyReader::errorNow(const QString &fallback) const
{
    return m_socket->lastError().value_or(Error{ErrorKind::Protocol, fallback, {}, {}});
}

Result<void> ReplyReader::put(const QByteArray &text, std::stop_token stop)
{
    m_socket->begin(std::move(stop));
    try {
        SMTPCommand::createCommand(text.toStdString())->writeToSocket(m_socket, nullptr);
    } catch (const std::exception &e) {
        return errorNow(QString::fromUtf8(e.what()));
    }
    return {};
}

Result<Reply> ReplyReader::read(std::stop_token stop)
{
    m_socket->begin(std::move(stop));
    try {
        const auto response
            = SMTPResponse::readResponse(nullptr, m_socket, nullptr, SMTPResponse::state());
        Reply reply = replyOf(*response);
        if (reply.code < 200 || reply.code > 599)
            return Error{ErrorKind::Protocol, QStringLiteral("not a reply code of SMTP"),
                reply.words, {}};
        return reply;
    } catch (const std::exception &e) {
        return errorNow(QString::fromUtf8(e.what()));
    }
}

Result<Reply> ReplyReader::command(const QByteArray &text, std::stop_token stop)
{
    if (const auto sent = put(text, stop); !sent)
        return sent.error();
    return read(std::move(stop));
}

} // namespace inlet::smtp
