// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/ListRefusal_p.h"

#include "triage/AddressFinder_p.h"
#include "triage/Phrases_p.h"

namespace inlet::triage
{

namespace
{

constexpr qsizetype kRefusalText = 1500;

/// "name@host" of "name-owner@host"; empty where the sender manages no list.
QString listOf(const QString &manager)
{
    const qsizetype at = manager.lastIndexOf(u'@');
    const QString local = manager.left(at);
    for (const QLatin1String suffix : {QLatin1String("-admin"), QLatin1String("-owner"), QLatin1String("-request"),
             QLatin1String("-bounces"), QLatin1String("-help")}) {
        if (local.endsWith(suffix) && local.size() > suffix.size())
            return local.chopped(suffix.size()) + manager.mid(at);
    }
    return {};
}

} // namespace

std::optional<ListRefusal> findListRefusal(const mime::MessageHeader &header, const QString &notice,
    const QStringList &never)
{
    const QString sender = header.from.isEmpty() ? QString() : header.from.first().address.toLower();
    const QString list = listOf(sender);
    if (list.isEmpty())
        return std::nullopt;
    const QString text = notice.left(kRefusalText);
    const auto hit = bouncePhrases().find(QStringLiteral("listRefusal"), mime::PhraseTable::fold(text));
    if (!hit)
        return std::nullopt;
    // The notice may name the list itself.
    const QString domain = sender.mid(sender.lastIndexOf(u'@'));
    const QList<FoundAddress> named = addressesIn(text);
    for (const FoundAddress &found : named) {
        const QString address = found.address.toLower();
        if (address.endsWith(domain) && address != sender && !never.contains(address))
            return ListRefusal{found.address, hit->phrase};
    }
    return ListRefusal{list, hit->phrase};
}

} // namespace inlet::triage
