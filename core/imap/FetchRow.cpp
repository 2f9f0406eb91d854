// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/DataRows.h"

#include "imap/BodyStructure.h"
#include "imap/Flags.h"
#include "imap/StatusText.h"
#include "imap/values/LabelFlag.h"

#include <algorithm>
#include <array>

namespace inlet::imap
{

namespace
{

constexpr qsizetype kLongestLabel = 1000;

int monthOf(QByteArrayView name)
{
    static constexpr std::array<QByteArrayView, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
        "jul", "aug", "sep", "oct", "nov", "dec"};
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (name.size() == 3 && name.compare(kMonths[i], Qt::CaseInsensitive) == 0)
            return int(i) + 1;
    }
    return 0;
}

std::optional<int> smallNumber(QByteArrayView digits)
{
    const auto number = numberOf(digits, 9999);
    return number ? std::optional(int(*number)) : std::nullopt;
}

/// "+0130" in seconds; nullopt for what is no zone.
std::optional<int> zoneOffset(QByteArrayView zone)
{
    if (zone.size() != 5 || (zone.front() != '+' && zone.front() != '-'))
        return std::nullopt;
    const auto number = smallNumber(zone.sliced(1));
    if (!number || *number / 100 > 14 || *number % 100 > 59)
        return std::nullopt;
    const int seconds = (*number / 100 * 60 + *number % 100) * 60;
    return zone.front() == '-' ? -seconds : seconds;
}

constexpr qsizetype kMostSections = 500; ///< of one row

bool isBodyKey(QByteArrayView key)
{
    const auto starts = [key](QByteArrayView prefix) {
        return key.size() >= prefix.size()
            && key.first(prefix.size()).compare(prefix, Qt::CaseInsensitive) == 0;
    };
    return starts("BODY[]") || starts("BODY[HEADER");
}

void readFlags(MessageFlags &flags, const Response &response, std::size_t list)
{
    const std::size_t end = response.after(list);
    for (std::size_t at = list + 1; at < end; ++at) {
        if (response.isKind(at, Token::Kind::Atom) || response.isKind(at, Token::Kind::Quoted))
            addFlag(flags, response.text(at));
    }
}

/// Those that say where a message is, and those of the user's own making. Others, as \Important, say nothing here.
void readLabels(FetchRow &row, QByteArrayList &places, QByteArrayList &labels, const Response &response, std::size_t list)
{
    row.hasLabels = response.isKind(list, Token::Kind::Open);
    const std::size_t end = response.after(list);
    for (std::size_t at = list + 1; at < end; ++at) {
        const QByteArray label = response.text(at).toByteArray();
        const bool isOwn = !label.isEmpty() && !label.startsWith('\\') && label.size() <= kLongestLabel;
        if (isPlaceLabel(label) && !places.contains(label))
            places.append(label);
        else if (isOwn && labels.size() < kMaxKeywords && !labels.contains(labelFlag(label)))
            labels.append(labelFlag(label));
    }
}

/// MODSEQ has its number in parentheses.
quint64 readModSeq(const Response &response, std::size_t value)
{
    const std::size_t at = response.isKind(value, Token::Kind::Open) ? value + 1 : value;
    return numberOf(response.text(at)).value_or(0);
}

std::optional<quint64> originIn(QByteArrayView key)
{
    const qsizetype open = key.lastIndexOf('<');
    return open < 0 || !key.endsWith('>') ? std::nullopt : numberOf(key.sliced(open + 1).chopped(1));
}

void readBody(FetchRow &row, Response &response, std::size_t key, std::size_t value)
{
    row.bodyNamed = true;
    row.origin = originIn(response.text(key));
    const bool literal = response.isKind(value, Token::Kind::Literal);
    if (!literal && !response.isKind(value, Token::Kind::Quoted))
        return;
    row.message.body = response.takeText(value);
    row.message.hasBody = true;
}

/// "2.1.MIME" of "BODY[2.1.MIME]<0>"; empty for what is no such section.
QByteArray sectionIn(QByteArrayView key)
{
    constexpr qsizetype kLongest = 200;
    const qsizetype close = key.indexOf(']');
    if (key.size() > kLongest || close < 6 || key.first(5).compare("BODY[", Qt::CaseInsensitive) != 0)
        return {};
    return key.first(close).sliced(5).toByteArray().toUpper();
}

void readSection(FetchRow &row, Response &response, const QByteArray &section, std::size_t key, std::size_t value)
{
    row.origin = originIn(response.text(key));
    const bool isText = response.isKind(value, Token::Kind::Literal) || response.isKind(value, Token::Kind::Quoted);
    if ((isText || response.isNil(value)) && row.message.sections.size() < kMostSections)
        row.message.sections.insert(section, isText ? response.takeText(value) : QByteArray());
}

void readAttribute(FetchRow &row, Response &response, std::size_t key, std::size_t value)
{
    FetchedMessage &message = row.message;
    if (isBodyKey(response.text(key))) {
        readBody(row, response, key, value);
    } else if (const QByteArray section = sectionIn(response.text(key)); !section.isEmpty()) {
        readSection(row, response, section, key, value);
    } else if (response.isWord(key, "BODYSTRUCTURE")) {
        message.parts = response.isMalformed() ? QList<BodyPart>() : bodyStructure(response, value);
    } else if (response.isWord(key, "FLAGS")) {
        message.flags = {};
        message.hasFlags = response.isKind(value, Token::Kind::Open);
        readFlags(message.flags, response, value);
    } else if (response.isWord(key, "UID")) {
        message.uid = ImapUid(number32Of(response.text(value)));
    } else if (response.isWord(key, "RFC822.SIZE")) {
        const auto size = numberOf(response.text(value), quint64(std::numeric_limits<qint64>::max()));
        message.size = size ? qint64(*size) : -1;
    } else if (response.isWord(key, "INTERNALDATE")) {
        message.internalDate = internalDate(response.text(value));
    } else if (response.isWord(key, "MODSEQ")) {
        message.modSeq = readModSeq(response, value);
    } else if (response.isWord(key, "X-GM-MSGID")) {
        message.gmailMessageId = numberOf(response.text(value)).value_or(0);
    } else if (response.isWord(key, "X-GM-THRID")) {
        message.gmailThreadId = numberOf(response.text(value)).value_or(0);
    }
}

} // namespace

QDateTime internalDate(QByteArrayView text)
{
    const QByteArrayList parts = text.toByteArray().simplified().split(' ');
    if (parts.size() < 2 || parts.size() > 3)
        return {};
    const QByteArrayList day = parts.at(0).split('-');
    const QByteArrayList time = parts.at(1).split(':');
    if (day.size() != 3 || time.size() != 3)
        return {};
    const auto dayOfMonth = smallNumber(day.at(0));
    const auto year = smallNumber(day.at(2));
    const auto hour = smallNumber(time.at(0));
    const auto minute = smallNumber(time.at(1));
    const auto second = smallNumber(time.at(2));
    const auto offset = parts.size() == 3 ? zoneOffset(parts.at(2)) : std::optional(0);
    if (!dayOfMonth || !year || !hour || !minute || !second || !offset)
        return {};
    // A leap second is no time to QTime.
    const QTime clock(*hour, *minute, std::min(*second, 59));
    const QDate date(*year, monthOf(day.at(1)), *dayOfMonth);
    if (!date.isValid() || !clock.isValid())
        return {};
    return QDateTime(date, clock, Qt::UTC).addSecs(-*offset);
}

std::optional<FetchRow> fetchRow(Response &response)
{
    const auto sequence = countOf(response, "FETCH");
    if (!sequence || !response.isKind(2, Token::Kind::Open))
        return std::nullopt;
    FetchRow row;
    row.sequence = *sequence;
    QByteArrayList places;
    QByteArrayList labels;
    const std::size_t end = response.after(2);
    std::size_t key = 3;
    while (key + 1 < end && response.isKind(key, Token::Kind::Atom)) {
        if (response.isWord(key, "X-GM-LABELS"))
            readLabels(row, places, labels, response, key + 1);
        else
            readAttribute(row, response, key, key + 1);
        key = response.after(key + 1);
    }
    std::sort(places.begin(), places.end());
    std::sort(labels.begin(), labels.end());
    // Where it is comes first: what is too many is cut behind.
    row.message.flags.keywords = places + row.message.flags.keywords + labels;
    return row;
}

} // namespace inlet::imap
