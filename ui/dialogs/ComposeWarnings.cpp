// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ComposeWarnings.h"

#include "ui/dialogs/Words.h"

#include <QCoreApplication>
#include <QFile>

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

QList<ComposeWarning> composeWarnings(const ComposeFacts &facts)
{
    QList<ComposeWarning> found;
    if (facts.subject.trimmed().isEmpty())
        found.append({QStringLiteral("no-subject"), warn("There is no subject.")});
    if (facts.files == 0 && promisesFile(facts.ownWords))
        found.append({QStringLiteral("no-file"), warn("The text speaks of an attachment, but there is none.")});
    if (facts.recipients > kManyRecipients)
        found.append({QStringLiteral("many-recipients"), warn("This goes to %1 people who can see each other's address.").arg(facts.recipients)});
    const qint64 encoded = encodedSize(facts.fileOctets);
    if (facts.sizeLimit > 0 && encoded > facts.sizeLimit)
        found.append({QStringLiteral("too-large"),
            warn("The files take %1 on the way; this mailbox usually sends at most %2.")
                .arg(words::fileSize(encoded), words::fileSize(facts.sizeLimit))});
    return found;
}

} // namespace inlet::ui
