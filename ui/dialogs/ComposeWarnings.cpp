// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ComposeWarnings.h"

#include "ui/Phrases.h"
#include "ui/dialogs/Words.h"
#include "ui/models/RecipientWatch.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

#include <algorithm>

namespace inlet::ui
{

namespace
{

QString warn(const char *text, int count = -1)
{
    return QCoreApplication::translate("inlet::ui::ComposeWarnings", text, nullptr, count);
}

QStringList readPhrases()
{
    QFile file(QStringLiteral(":/inlet/phrases/attached.txt"));
    QStringList phrases;
    if (!file.open(QIODevice::ReadOnly))
        return phrases;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        const QString phrase = line.trimmed();
        if (!phrase.isEmpty() && !phrase.startsWith(QLatin1Char('#')))
            phrases.append(phrase);
    }
    return phrases;
}

/// "UTC+9", "UTC-5:30".
QString zoneName(int minutes)
{
    const int size = std::abs(minutes);
    QString name = QStringLiteral("UTC%1%2").arg(minutes < 0 ? QLatin1Char('-') : QLatin1Char('+')).arg(size / 60);
    if (size % 60 != 0)
        name += QStringLiteral(":%1").arg(size % 60, 2, 10, QLatin1Char('0'));
    return name;
}

/// Whose company is named in our own words, but not in what they wrote.
QStringList strangeCompanies(const ComposeFacts &facts)
{
    QStringList found;
    for (const QString &domain : facts.known.otherCompanies) {
        const QString label = domain.section(QLatin1Char('.'), 0, 0);
        const bool quoted = facts.text.count(label, Qt::CaseInsensitive) > facts.ownWords.count(label, Qt::CaseInsensitive);
        if (!quoted)
            found.append(phrases::oneLine(domain, 100));
    }
    return found;
}

QString goesTo(const QStringList &addresses)
{
    QStringList domains;
    for (const QString &address : addresses)
        domains.append(phrases::oneLine(address.section(QLatin1Char('@'), 1).toLower(), 100));
    domains.removeDuplicates();
    return domains.mid(0, 2).join(QStringLiteral(", "));
}

bool holdsWord(const QString &text, const QString &phrase)
{
    for (qsizetype at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
        if (at == 0 || !text.at(at - 1).isLetter())
            return true;
    }
    return false;
}

} // namespace

bool promisesFile(const QString &text)
{
    static const QStringList phrases = readPhrases();
    const QString lower = text.toLower();
    return std::any_of(phrases.cbegin(), phrases.cend(),
        [&lower](const QString &phrase) { return holdsWord(lower, phrase); });
}

qint64 encodedSize(qint64 octets)
{
    const qint64 base64 = (octets + 2) / 3 * 4;
    return base64 + base64 / 76 * 2;
}

QString theirTimeWords(int utcOffset, const QDateTime &now)
{
    constexpr int kMorning = 7;
    constexpr int kEvening = 20;
    const QDateTime there = now.toUTC().addSecs(60LL * utcOffset);
    const int hour = there.time().hour();
    const QString when = QLocale().toString(there.date(), QStringLiteral("dddd ")) + there.time().toString(QStringLiteral("HH:mm"));
    if (hour < kMorning || hour >= kEvening)
        return warn("It is night where they are: %1 (%2).").arg(when, zoneName(utcOffset));
    if (there.date().dayOfWeek() >= Qt::Saturday)
        return warn("It is the weekend where they are: %1 (%2).").arg(when, zoneName(utcOffset));
    return {};
}

QList<ComposeWarning> composeWarnings(const ComposeFacts &facts)
{
    QList<ComposeWarning> found;
    if (facts.subject.trimmed().isEmpty())
        found.append({QStringLiteral("no-subject"), warn("There is no subject."), true});
    if (facts.files == 0 && promisesFile(facts.ownWords))
        found.append({QStringLiteral("no-file"), warn("The text speaks of an attachment, but there is none."), true});
    if (facts.recipients > kManyRecipients)
        found.append({QStringLiteral("many-recipients"), warn("This goes to %1 people who can see each other's address.").arg(facts.recipients), true});
    const qint64 encoded = encodedSize(facts.fileOctets);
    if (facts.sizeLimit > 0 && encoded > facts.sizeLimit)
        found.append({QStringLiteral("too-large"),
            warn("The files take %1 on the way; this mailbox usually sends at most %2.")
                .arg(words::fileSize(encoded), words::fileSize(facts.sizeLimit)), true});
    if (const QStringList companies = strangeCompanies(facts); !companies.isEmpty() && !facts.addresses.isEmpty()) {
        found.append({QStringLiteral("other-company"),
            warn("The text names another prospect, %1; this mail goes to %2.").arg(companies.join(QStringLiteral(", ")), goesTo(facts.addresses)), true});
    }
    const QList<store::ConversationRow> &others = facts.known.others;
    if (const QString words = otherConversationWords(others, facts.addresses, facts.now); !words.isEmpty())
        found.append({QStringLiteral("other-conversation"), words, saysNo(others)});
    if (facts.known.utcOffset && facts.addresses.size() == 1) {
        if (const QString words = theirTimeWords(*facts.known.utcOffset, facts.now); !words.isEmpty())
            found.append({QStringLiteral("their-time"), words, false});
    }
    return found;
}

} // namespace inlet::ui
