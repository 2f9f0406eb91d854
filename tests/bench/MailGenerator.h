// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/values/Imap.h"
#include "mime/values/Message.h"
#include "triage/values/Verdict.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <random>
#include <vector>

namespace inlet::bench
{

/// One mail, as octets and as what a parser would make of them.
struct GeneratedMail {
    imap::FolderRole folder = imap::FolderRole::Inbox;
    QByteArray raw; ///< CRLF line ends
    QDateTime at;
    bool seen = false;
    mime::ParsedMessage parsed;
    triage::Verdict verdict;
};

/// Mail of one mailbox the way sales mail looks: outreach in Sent, answers of about two in three
/// prospects with the question quoted below, newsletters, notices. Text and HTML of the same words,
/// headers of a large provider with a signature of random octets; words by Zipf's law out of a
/// vocabulary of 30,000, so that compression and the search index see what they see in life.
/// The same seed gives the same mail. Thread: one.
class MailGenerator
{
public:
    struct Settings {
        QString mailbox = QStringLiteral("user001@sales.test");
        int octets = 4096; ///< mean size of a mail
        quint32 seed = 1;
        QDateTime newest; ///< date of the last mail
        qint64 spacing = 600; ///< seconds between two mails, mean
    };

    explicit MailGenerator(const Settings &settings);
    /// Oldest first: `index` of `count`.
    GeneratedMail next(qint64 index, qint64 count);

    /// The `rank`th word of the vocabulary, 0 the most frequent.
    [[nodiscard]] static QString word(int rank);

private:
    struct Prospect {
        mime::Address address;
        QString subject;
        QStringList references;
        QString lastText;
    };

    QString sentence();
    QString paragraphs(qsizetype characters);
    Prospect newProspect();
    QString newId(const QString &domain);
    QByteArray header(const GeneratedMail &mail, const QString &boundary) const;
    void finish(GeneratedMail &mail);
    void writeOutreach(GeneratedMail &mail);
    void writeReply(GeneratedMail &mail);
    void writeNewsletter(GeneratedMail &mail);
    qint64 below(qint64 limit) { return std::uniform_int_distribution<qint64>(0, limit - 1)(m_random); }

    const Settings m_settings;
    const mime::Address m_us;
    std::minstd_rand m_random;
    std::vector<double> m_weights; ///< cumulated
    std::vector<Prospect> m_open; ///< wait for an answer
    quint64 m_serial = 0;
};

} // namespace inlet::bench
