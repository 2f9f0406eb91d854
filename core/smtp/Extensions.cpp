// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/Extensions_p.h"

namespace inlet::smtp
{

namespace
{

void addMechanisms(const QByteArrayList &words, QByteArrayList *mechanisms)
{
    for (const QByteArray &word : words) {
        if (!word.isEmpty() && !mechanisms->contains(word))
            mechanisms->append(word);
    }
}

} // namespace

Extensions parseExtensions(const QByteArrayList &lines)
{
    Extensions found;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        QByteArrayList words = lines[i].simplified().toUpper().split(' ');
        const QByteArray name = words.takeFirst();
        if (name == "STARTTLS") {
            found.startTls = true;
        } else if (name == "PIPELINING") {
            found.pipelining = true;
        } else if (name == "8BITMIME") {
            found.eightBitMime = true;
        } else if (name == "SMTPUTF8") {
            found.smtpUtf8 = true;
        } else if (name == "SIZE" && !words.isEmpty()) {
            found.sizeLimit = qMax<qint64>(0, words.first().toLongLong());
        } else if (name == "AUTH") {
            addMechanisms(words, &found.mechanisms);
        } else if (name.startsWith("AUTH=")) {
            // The form from before RFC 4954, which some servers still add for old clients.
            addMechanisms({name.mid(5)}, &found.mechanisms);
            addMechanisms(words, &found.mechanisms);
        }
    }
    return found;
}

} // namespace inlet::smtp
