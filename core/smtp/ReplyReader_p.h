// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "net/TlsStream.h"

#include <QByteArrayList>

#include <memory>
#include <stop_token>

namespace inlet::smtp
{

/// One reply of the server, RFC 5321 section 4.2 and RFC 3463.
struct Reply {
    int code = 0;
    QByteArray enhancedCode; ///< "5.1.1"; empty: none
    QByteArrayList lines; ///< without codes, for EHLO and SASL; not cleaned
    QByteArray words; ///< with codes, cleaned: may be shown and logged

    [[nodiscard]] bool isPositive() const { return code >= 200 && code < 300; }
    [[nodiscard]] bool isTemporary() const { return code >= 400 && code < 500; }
};

/// An Error of `kind` that carries the server's words.
[[nodiscard]] Error refusal(ErrorKind kind, const Reply &reply, const char *command,
    const QByteArray &cause = {});

class VmimeSocket;

/// Sends commands and reads replies with vmime's SMTP classes over our stream.
/// Errors: those of the stream; Protocol for what is no SMTP. After an error the dialogue is over.
/// Thread: one at a time.
class ReplyReader
{
public:
    explicit ReplyReader(net::TlsStream &stream);
    ~ReplyReader();

    /// Buffers the command; read() sends what is buffered. `text` without CRLF.
    Result<void> put(const QByteArray &text, std::stop_token stop);
    Result<Reply> read(std::stop_token stop);
    Result<Reply> command(const QByteArray &text, std::stop_token stop);

private:
    Error errorNow(const QString &fallback) const;

    std::shared_ptr<VmimeSocket> m_socket;
};

} // namespace inlet::smtp
