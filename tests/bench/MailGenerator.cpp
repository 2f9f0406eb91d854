// SPDX-License-Identifier: GPL-3.0-or-later
#include "MailGenerator.h"

#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>

namespace inlet::bench
{

namespace
{

constexpr int kVocabulary = 30'000;
constexpr std::size_t kMostOpen = 400;
constexpr std::array kSyllables = {"ba", "con", "de", "el", "for", "gra", "hi", "in", "jo", "ka", "lo", "men", "no", "or",
    "per", "qui", "re", "sta", "ti", "un", "ver", "win", "ex", "yo", "zan", "pro", "mar", "ket", "sel", "ler"};
constexpr std::array kCommon = {"the", "to", "and", "you", "of", "a", "we", "in", "for", "is", "your", "that", "it", "on",
    "with", "this", "are", "i", "have", "be", "as", "our", "at", "if", "can", "will", "would", "from", "or", "team"};
constexpr std::array kFirst = {"Anna", "Ben", "Carla", "David", "Elif", "Frank", "Grace", "Hugo", "Irene", "Jonas", "Kenji",
    "Laura", "Mei", "Noah", "Olga", "Priya"};
constexpr std::array kLast = {"Keller", "Carter", "Dubois", "Evans", "Fischer", "Garcia", "Horvat", "Ivanova", "Jensen",
    "Kovacs", "Lindt", "Moreau", "Novak", "Okafor", "Petrov", "Rossi"};

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

QByteArray mailDate(const QDateTime &at)
{
    return at.toString(Qt::RFC2822Date).toLatin1();
}

QString quoted(const QString &text)
{
    return QStringLiteral("> ") + QString(text).replace(QLatin1Char('\n'), QLatin1String("\n> "));
}

QString htmlOf(const QString &text)
{
    QString body = text.toHtmlEscaped();
    body.replace(QLatin1String("\n\n"), QLatin1String("</p>\n<p style=\"margin:0 0 12px 0\">"));
    return QStringLiteral("<html><head><meta charset=\"utf-8\"></head>\n<body style=\"font-family:Arial,sans-serif;font-size:14px\">"
                          "\n<p style=\"margin:0 0 12px 0\">")
        + body + QStringLiteral("</p>\n</body></html>\n");
}

} // namespace

MailGenerator::MailGenerator(const Settings &settings)
    : m_settings(settings)
    , m_us{QStringLiteral("Robin Seller"), settings.mailbox}
    , m_random(settings.seed * 2654435761U + 1)
    , m_weights(kVocabulary)
{
    double sum = 0;
    for (int rank = 0; rank < kVocabulary; ++rank)
        m_weights[std::size_t(rank)] = sum += 1.0 / std::pow(rank + 2.7, 1.07);
}

QString MailGenerator::word(int rank)
{
    if (rank < int(kCommon.size()))
        return latin(kCommon.at(std::size_t(rank)));
    QString text;
    for (int rest = rank; rest > 0; rest /= int(kSyllables.size()))
        text += latin(kSyllables.at(std::size_t(rest) % kSyllables.size()));
    return text;
}

QString MailGenerator::sentence()
{
    QString text;
    const qint64 words = 5 + below(14);
    for (qint64 i = 0; i < words; ++i) {
        const double dice = std::uniform_real_distribution<double>(0, m_weights.back())(m_random);
        const auto found = std::lower_bound(m_weights.begin(), m_weights.end(), dice);
        text += word(int(found - m_weights.begin())) + QLatin1Char(' ');
    }
    text[0] = text.at(0).toUpper();
    text.back() = QLatin1Char('.');
    return text;
}

QString MailGenerator::paragraphs(qsizetype characters)
{
    QString text;
    while (text.size() < characters)
        text += sentence() + QLatin1String(below(3) == 0 ? "\n\n" : "\n");
    return text;
}

QString MailGenerator::newId(const QString &domain)
{
    const quint64 noise = (quint64(m_random()) << 32U) ^ quint64(m_random());
    return QStringLiteral("%1.%2@%3").arg(noise, 16, 16, QLatin1Char('0')).arg(++m_serial).arg(domain);
}

MailGenerator::Prospect MailGenerator::newProspect()
{
    const QString first = latin(kFirst.at(std::size_t(below(kFirst.size()))));
    const QString last = latin(kLast.at(std::size_t(below(kLast.size()))));
    const QString company = word(int(300 + below(8000)));
    Prospect prospect;
    prospect.address = {first + QLatin1Char(' ') + last,
        QStringLiteral("%1.%2.%3@%4.test").arg(first.toLower(), last.toLower()).arg(m_settings.seed * 100'000 + ++m_serial).arg(company)};
    prospect.subject = sentence().left(50).trimmed();
    return prospect;
}

QByteArray MailGenerator::header(const GeneratedMail &mail, const QString &boundary) const
{
    const mime::MessageHeader &fields = mail.parsed.header;
    QByteArray out;
    const auto line = [&out](const char *name, const QString &value) {
        if (!value.isEmpty())
            out += QByteArray(name) + ": " + value.toUtf8() + "\r\n";
    };
    const auto person = [](const QList<mime::Address> &list) {
        return list.first().name + QStringLiteral(" <") + list.first().address + QLatin1Char('>');
    };
    line("Return-Path", QLatin1Char('<') + fields.from.first().address + QLatin1Char('>'));
    for (const mime::HeaderField &field : fields.fields)
        out += field.name + ": " + field.value + "\r\n";
    line("Date", fields.date.toString(Qt::RFC2822Date));
    line("From", person(fields.from));
    line("To", person(fields.to));
    line("Subject", fields.subject);
    line("Message-ID", QLatin1Char('<') + fields.messageId + QLatin1Char('>'));
    if (!fields.references.isEmpty()) {
        line("In-Reply-To", QLatin1Char('<') + fields.references.last() + QLatin1Char('>'));
        line("References", QLatin1Char('<') + fields.references.join(QLatin1String(">\r\n <")) + QLatin1Char('>'));
    }
    line("MIME-Version", QStringLiteral("1.0"));
    line("Content-Type", QStringLiteral("multipart/alternative; boundary=\"%1\"").arg(boundary));
    return out + "\r\n";
}

/// Headers on the way, then the octets.
void MailGenerator::finish(GeneratedMail &mail)
{
    mime::MessageHeader &fields = mail.parsed.header;
    fields.date = mail.at;
    fields.inReplyTo = fields.references.isEmpty() ? QStringList() : QStringList{fields.references.last()};
    if (mail.folder != imap::FolderRole::Sent) {
        QByteArray key(256, '\0');
        std::generate(key.begin(), key.end(), [this] { return char(below(256)); });
        fields.fields = {{"Received", "from mail-" + QByteArray::number(below(900)) + ".provider.test (198.51.100." + QByteArray::number(below(255))
                                 + ")\r\n by mx.sales.test with ESMTPS; " + mailDate(mail.at)},
            {"DKIM-Signature", "v=1; a=rsa-sha256; c=relaxed/relaxed; d=provider.test; s=20251;\r\n h=from:to:subject:date:message-id;\r\n b="
                    + key.toBase64()}};
    }
    const QString boundary = QStringLiteral("b1_%1").arg(m_random(), 8, 16, QLatin1Char('0'));
    const QByteArray edge = "--" + boundary.toLatin1();
    mail.parsed.html = htmlOf(mail.parsed.text);
    mail.parsed.contentType = "multipart/alternative";
    mail.parsed.preview = mail.parsed.newText.left(200).replace(QLatin1Char('\n'), QLatin1Char(' '));
    mail.parsed.partCount = 2;
    mail.raw = header(mail, boundary) + edge + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        + mail.parsed.text.toUtf8().replace("\n", "\r\n") + "\r\n" + edge + "\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        + mail.parsed.html.toUtf8().replace("\n", "\r\n") + "\r\n" + edge + "--\r\n";
}

void MailGenerator::writeOutreach(GeneratedMail &mail)
{
    Prospect prospect = newProspect();
    mail.folder = imap::FolderRole::Sent;
    mail.seen = true;
    mail.verdict.kind = triage::Kind::Own;
    mime::MessageHeader &fields = mail.parsed.header;
    fields.from = {m_us};
    fields.to = {prospect.address};
    fields.subject = prospect.subject;
    fields.messageId = newId(QStringLiteral("sales.test"));
    mail.parsed.newText = QStringLiteral("Hi %1,\n\n").arg(prospect.address.name.section(QLatin1Char(' '), 0, 0))
        + paragraphs(below(m_settings.octets * 2 / 3) + m_settings.octets / 10);
    mail.parsed.text = mail.parsed.newText + QStringLiteral("\n-- \nRobin Seller\nAccount Executive\n+49 30 1234567\n");
    prospect.references = {fields.messageId};
    prospect.lastText = mail.parsed.text;
    if (below(100) < 65 && m_open.size() < kMostOpen)
        m_open.push_back(prospect);
}

void MailGenerator::writeReply(GeneratedMail &mail)
{
    const auto place = m_open.begin() + below(qint64(m_open.size()));
    const Prospect prospect = *place;
    m_open.erase(place);
    mail.folder = imap::FolderRole::Inbox;
    mail.seen = below(100) < 70;
    mail.verdict.evidence = {QStringLiteral("Answers a mail of ours")};
    mime::MessageHeader &fields = mail.parsed.header;
    fields.from = {prospect.address};
    fields.to = {m_us};
    fields.subject = QStringLiteral("Re: ") + prospect.subject;
    fields.messageId = newId(prospect.address.address.section(QLatin1Char('@'), 1));
    fields.references = prospect.references;
    mail.parsed.newText = paragraphs(below(m_settings.octets / 8) + 40) + prospect.address.name;
    mail.parsed.text = mail.parsed.newText + QStringLiteral("\n\nOn %1 Robin Seller <%2> wrote:\n").arg(QString::fromLatin1(mailDate(mail.at)), m_us.address)
        + quoted(prospect.lastText);
}

void MailGenerator::writeNewsletter(GeneratedMail &mail)
{
    const QString sender = word(int(500 + below(200)));
    mail.folder = below(4) == 0 ? imap::FolderRole::Junk : imap::FolderRole::Inbox;
    mail.seen = below(2) == 0;
    mail.verdict.kind = triage::Kind::Other;
    mail.verdict.evidence = {QStringLiteral("Header List-Unsubscribe")};
    mime::MessageHeader &fields = mail.parsed.header;
    fields.from = {{sender, QStringLiteral("news@") + sender + QStringLiteral(".test")}};
    fields.to = {m_us};
    fields.subject = sentence().left(60).trimmed();
    fields.messageId = newId(sender + QStringLiteral(".test"));
    mail.parsed.newText = paragraphs(m_settings.octets / 2);
    mail.parsed.text = mail.parsed.newText;
}

GeneratedMail MailGenerator::next(qint64 index, qint64 count)
{
    GeneratedMail mail;
    mail.at = m_settings.newest.addSecs(-(count - index) * m_settings.spacing + below(m_settings.spacing));
    const qint64 dice = below(100);
    if (dice < 12)
        writeNewsletter(mail);
    else if (dice < 65 || m_open.empty())
        writeOutreach(mail);
    else
        writeReply(mail);
    finish(mail);
    if (mail.verdict.kind == triage::Kind::Other) // before the end of the header
        mail.raw.insert(mail.raw.indexOf("MIME-Version:"), "List-Unsubscribe: <mailto:leave@list.test>\r\nPrecedence: bulk\r\n");
    return mail;
}

} // namespace inlet::bench
