// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/UidSets.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace inlet::imap
{

namespace
{

/// Octets that one more UID may add to a set: ten digits, a sign, and as much again for a range.
constexpr qsizetype kOctetsPerUid = 22;

void appendRange(QByteArray &set, quint32 first, quint32 last)
{
    if (!set.isEmpty())
        set += ',';
    set += QByteArray::number(first);
    if (last != first)
        set += ':' + QByteArray::number(last);
}

std::optional<quint32> uidNumber(std::string_view digits)
{
    quint32 number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size() || number == 0)
        return std::nullopt;
    return number;
}

/// False when the range is malformed or would exceed `most`.
bool appendUids(std::vector<ImapUid> &uids, std::string_view range, qsizetype most)
{
    const auto colon = range.find(':');
    const auto first = uidNumber(range.substr(0, colon));
    const auto last = colon == std::string_view::npos ? first : uidNumber(range.substr(colon + 1));
    if (!first || !last)
        return false;
    const auto [low, high] = std::minmax(*first, *last);
    if (qint64(high) - qint64(low) >= most - qint64(uids.size()))
        return false;
    for (qint64 number = low; number <= qint64(high); ++number)
        uids.emplace_back(quint32(number));
    return true;
}

} // namespace

QByteArray uidSet(std::span<const ImapUid> uids)
{
    std::vector<quint32> numbers;
    numbers.reserve(uids.size());
    for (const ImapUid uid : uids) {
        if (uid.isValid())
            numbers.push_back(uid.number());
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());

    QByteArray set;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1)
            ++last;
        appendRange(set, numbers[i], numbers[last]);
        i = last + 1;
    }
    return set;
}

std::vector<std::span<const ImapUid>> splitUids(std::span<const ImapUid> uids,
    std::span<const qint64> sizes, const BatchLimits &limits)
{
    const qsizetype most
        = std::max<qsizetype>(1, std::min(limits.uids, limits.setLength / kOctetsPerUid));
    const bool sized = sizes.size() == uids.size();
    std::vector<std::span<const ImapUid>> runs;
    std::size_t begin = 0;
    qint64 octets = 0;
    for (std::size_t i = 0; i < uids.size(); ++i) {
        const qint64 size = sized ? std::max<qint64>(0, sizes[i]) : 0;
        const bool full = qsizetype(i - begin) >= most || octets + size > limits.octets;
        if (full && i > begin) {
            runs.push_back(uids.subspan(begin, i - begin));
            begin = i;
            octets = 0;
        }
        octets += size;
    }
    if (begin < uids.size())
        runs.push_back(uids.subspan(begin));
    return runs;
}

std::vector<ImapUid> uidsOfSet(QByteArrayView set, qsizetype most)
{
    std::vector<ImapUid> uids;
    std::string_view rest(set.data(), std::size_t(set.size()));
    while (true) {
        const auto comma = rest.find(',');
        if (!appendUids(uids, rest.substr(0, comma), most))
            return {};
        if (comma == std::string_view::npos)
            return uids;
        rest.remove_prefix(comma + 1);
    }
}

QList<UidRange> rangesOfSet(QByteArrayView set, qsizetype most)
{
    QList<UidRange> ranges;
    qsizetype begin = 0;
    while (begin <= set.size()) {
        qsizetype end = set.indexOf(',', begin);
        if (end < 0)
            end = set.size();
        const QByteArrayView part = set.sliced(begin, end - begin);
        const qsizetype colon = part.indexOf(':');
        const quint32 one = number32Of(colon < 0 ? part : part.first(colon));
        const quint32 other = colon < 0 ? one : number32Of(part.sliced(colon + 1));
        if (one == 0 || other == 0 || ranges.size() >= most)
            return {};
        ranges.append({ImapUid(std::min(one, other)), ImapUid(std::max(one, other))});
        begin = end + 1;
    }
    return ranges;
}

} // namespace inlet::imap
