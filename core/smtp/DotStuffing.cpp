// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/DotStuffing_p.h"

#include <algorithm>

namespace inlet::smtp
{

Result<void> stuffDots(const QByteArray &raw,
    const std::function<Result<void>(std::string_view)> &put)
{
    std::string_view rest(raw.constData(), static_cast<std::size_t>(raw.size()));
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
        const std::string_view line = rest.substr(0, end);
        if (!line.empty() && line.front() == '.') {
            if (const auto sent = put("."); !sent)
                return sent;
        }
        if (const auto sent = put(line); !sent)
            return sent;
        if (const auto sent = put("\r\n"); !sent)
            return sent;
        const bool crlf = rest.substr(end, 2) == "\r\n";
        rest.remove_prefix(std::min(end + (crlf ? 2 : 1), rest.size()));
    }
    return {};
}

bool hasEightBit(const QByteArray &raw)
{
    return std::any_of(raw.begin(), raw.end(),
        [](char c) { return static_cast<unsigned char>(c) > 127; });
}

} // namespace inlet::smtp
