// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/values/Suppression.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace inlet::store
{

namespace
{

/// Providers with a domain in each country: hotmail.fr, yahoo.co.uk, live.com.au.
bool isCountryDomain(const QString &domain)
{
    static constexpr std::array kBrands = {"yahoo", "ymail", "hotmail", "outlook", "live", "msn", "gmx", "yandex"};
    const QStringList labels = domain.split(QLatin1Char('.'));
    const bool shape = labels.size() == 2
        || (labels.size() == 3 && (labels.at(1) == QLatin1String("co") || labels.at(1) == QLatin1String("com")));
    return shape && std::any_of(kBrands.begin(), kBrands.end(), [&labels](const char *brand) {
        return labels.first() == QLatin1String(brand);
    });
}

} // namespace

bool isFreeMailDomain(const QString &domain)
{
    static constexpr std::array kDomains = {"gmail.com", "googlemail.com", "aol.com", "icloud.com", "me.com", "mac.com",
        "web.de", "t-online.de", "freenet.de", "arcor.de", "posteo.de", "mailbox.org", "proton.me", "protonmail.com",
        "pm.me", "tutanota.com", "mail.com", "mail.ru", "bk.ru", "list.ru", "inbox.ru", "rambler.ru", "qq.com", "163.com",
        "126.com", "sina.com", "zoho.com", "fastmail.com", "hey.com", "orange.fr", "wanadoo.fr", "free.fr", "sfr.fr",
        "laposte.net", "libero.it", "virgilio.it", "tiscali.it", "naver.com", "hanmail.net", "comcast.net", "verizon.net",
        "att.net", "sbcglobal.net", "bellsouth.net", "cox.net", "btinternet.com", "sky.com", "bluewin.ch", "wp.pl", "o2.pl",
        "onet.pl", "interia.pl", "seznam.cz", "ziggo.nl", "kpnmail.nl", "uol.com.br", "bol.com.br", "terra.com.br",
        "inbox.lv", "rediffmail.com"};
    return isCountryDomain(domain) || std::any_of(kDomains.begin(), kDomains.end(), [&domain](const char *known) {
        return domain == QLatin1String(known);
    });
}

} // namespace inlet::store
