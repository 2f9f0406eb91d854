// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "smtp/Envelope_p.h"
#include "smtp/Extensions_p.h"
#include "smtp/ReplyReader_p.h"
#include "smtp/SmtpSession.h"

namespace inlet::smtp
{

/// One mail transaction: MAIL, RCPT, DATA, text, dot, reply. See SmtpSession::send for the outcome.
/// DATA is sent only after every reply to MAIL and RCPT was read: with a refused recipient in the
/// same pipeline the text would otherwise be taken for commands, or go to nobody.
class Transaction
{
public:
    struct Channel {
        ReplyReader &replies;
        net::TlsStream &stream;
        const Extensions &extensions;
    };

    Transaction(Channel channel, std::stop_token stop);

    /// `reset`: a transaction may be open on the server; RSET comes first.
    Result<SendReport> run(const Envelope &envelope, const QByteArray &raw, bool reset);
    /// True after an error that ends the connection.
    [[nodiscard]] bool connectionIsDead() const { return m_dead; }

private:
    struct Step {
        QByteArray command;
        const char *name;
        qsizetype recipient = -1; ///< index in m_recipients
    };

    Result<void> prepare(const Envelope &envelope, const QByteArray &raw);
    [[nodiscard]] QByteArray mailCommand(const QByteArray &raw) const;
    bool tooLarge(const QByteArray &raw);
    bool runSteps(const QList<Step> &steps);
    bool runGroup(const QList<Step> &steps, qsizetype first, qsizetype last);
    bool takeReply(const Step &step, const Reply &reply);
    bool judgeRecipients();
    bool openData();
    bool sendText(const QByteArray &raw);
    void finish();

    void refuse(const Reply &reply, const char *command);
    void broke(const Error &error);

    Channel m_channel;
    std::stop_token m_stop;
    WireAddress m_sender;
    QList<WireAddress> m_recipients;
    QStringList m_recipientNames;
    bool m_needsUtf8 = false;
    qsizetype m_acceptedRecipients = 0;
    bool m_dead = false;
    SendReport m_report;
};

} // namespace inlet::smtp
