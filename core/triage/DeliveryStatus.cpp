// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/DeliveryStatus_p.h"

#include "mime/Mime.h"
#include "triage/AddressFinder_p.h"
#include "triage/BounceReason_p.h"

namespace inlet::triage
{

namespace
{

constexpr qsizetype kMaxReported = 1000;
constexpr qsizetype kMaxGroups = 5000;
constexpr qsizetype kMaxDiagnostic = 4000;

/// "rfc822; <jo@x.com> (comment)" as address; empty where it names no mailbox.
QString addressOfField(const QByteArray &value)
{
    const auto semicolon = value.indexOf(';');
    return firstAddressIn(QString::fromUtf8(semicolon < 0 ? value : value.mid(semicolon + 1)));
}

QString diagnosticOf(const QByteArray &value)
{
    const auto semicolon = value.indexOf(';');
    const bool typed = semicolon > 0 && semicolon < 12 && !value.left(semicolon).contains(' ');
    return QString::fromUtf8(typed ? value.mid(semicolon + 1) : value).simplified();
}

QByteArray statusOf(const QByteArray &value)
{
    return enhancedCodeIn(QString::fromLatin1(value));
}

bool isRecipientField(const QByteArray &name)
{
    return name.compare("Final-Recipient", Qt::CaseInsensitive) == 0
        || name.compare("Original-Recipient", Qt::CaseInsensitive) == 0;
}

/// Gathers fields into recipients. A field that the current recipient has already starts the next
/// one: not all systems leave a blank line between.
class ReportReader
{
public:
    void take(const mime::HeaderField &field)
    {
        const QByteArray name = field.name.toLower();
        if (name == "x-original-message-id") {
            m_report.originalMessageId = bare(field.value);
        } else if (name == "reporting-mta" || name == "arrival-date") {
            m_report.isReport = true;
        } else if (isRecipientField(field.name)) {
            m_report.isReport = true;
            takeRecipient(name, addressOfField(field.value));
        } else if (name == "action") {
            m_current.action = field.value.left(20).trimmed().split(' ').first().toLower();
        } else if (name == "status") {
            m_current.status = statusOf(field.value);
            if (m_current.status.isEmpty())
                m_vagueStatus = QString::fromLatin1(field.value.left(200));
        } else if (name == "diagnostic-code") {
            append(diagnosticOf(field.value));
        } else if (name == "x-supplementary-info" || name == "x-display-name") {
            return;
        }
    }

    void endGroup()
    {
        if (!m_final.isEmpty() || !m_original.isEmpty())
            finish();
        else if (!m_seenRecipient)
            m_current = {};
    }

    DeliveryReport done()
    {
        endGroup();
        return std::move(m_report);
    }

private:
    static QString bare(const QByteArray &value)
    {
        QString id = QString::fromUtf8(value).trimmed();
        id.remove(u'<').remove(u'>');
        return id;
    }

    void append(const QString &text)
    {
        if (m_current.diagnostic.size() > kMaxDiagnostic)
            return;
        if (!m_current.diagnostic.isEmpty())
            m_current.diagnostic += u' ';
        m_current.diagnostic += text.left(kMaxDiagnostic);
    }

    void takeRecipient(const QByteArray &name, const QString &address)
    {
        QString &slot = name == "final-recipient" ? m_final : m_original;
        if (!slot.isEmpty())
            finish();
        slot = address;
        m_seenRecipient = true;
    }

    void finish()
    {
        // A final address inside a host ("jo@server") means nothing outside; then what we wrote counts.
        const bool outside = m_final.contains(u'@') && m_final.mid(m_final.lastIndexOf(u'@')).contains(u'.');
        const bool better = m_original.mid(m_original.lastIndexOf(u'@') + 1).contains(u'.') && m_original.contains(u'@');
        m_current.address = m_final.contains(u'@') && (outside || !better) ? m_final : m_original;
        if (m_current.address.isEmpty())
            m_current.address = m_final;
        if (!m_vagueStatus.isEmpty())
            append(m_vagueStatus);
        if (!m_current.address.isEmpty() && m_report.recipients.size() < kMaxReported)
            m_report.recipients.append(m_current);
        m_current = {};
        m_final.clear();
        m_original.clear();
        m_vagueStatus.clear();
    }

    DeliveryReport m_report;
    ReportedRecipient m_current;
    QString m_final;
    QString m_original;
    QString m_vagueStatus;
    bool m_seenRecipient = false;
};

} // namespace

DeliveryReport readDeliveryStatus(const QByteArray &content)
{
    QByteArray text = content;
    text.replace("\r\n", "\n");
    text.replace('\r', '\n');
    ReportReader reader;
    qsizetype at = 0;
    for (qsizetype groups = 0; at < text.size() && groups < kMaxGroups; ++groups) {
        while (at < text.size() && text.at(at) == '\n')
            ++at;
        qsizetype end = text.indexOf("\n\n", at);
        if (end < 0)
            end = text.size();
        const mime::MessageHeader header = mime::scanHeader(text.mid(at, end - at) + "\n\n");
        for (const mime::HeaderField &field : header.fields)
            reader.take(field);
        reader.endGroup();
        at = end + 2;
    }
    return reader.done();
}

} // namespace inlet::triage
