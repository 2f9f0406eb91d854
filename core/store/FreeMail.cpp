// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/FreeMail_p.h"

#include <algorithm>
#include <array>

namespace inlet::store
{

bool isFreeMailDomain(const QString &domain)
{
    static constexpr std::array kDomains = {"gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com",
        "msn.com", "yahoo.com", "ymail.com", "aol.com", "icloud.com", "me.com", "mac.com", "gmx.de", "gmx.net",
        "gmx.com", "gmx.at", "web.de", "t-online.de", "freenet.de", "proton.me", "protonmail.com", "mail.com",
        "mail.ru", "yandex.ru", "yandex.com", "qq.com", "163.com", "126.com", "zoho.com", "fastmail.com",
        "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "libero.it", "naver.com", "comcast.net"};
    return std::any_of(kDomains.begin(), kDomains.end(), [&domain](const char *known) {
        return domain == QLatin1String(known) || domain.startsWith(QLatin1String("yahoo.co"));
    });
}

} // namespace inlet::store
