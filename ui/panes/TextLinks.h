// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace inlet::ui
{

/// Words of a mail that lead to the web, in the order of the mail.
struct TextLink {
    QString words; ///< as they are read: "Book here"
    QString target; ///< http or https

    bool operator==(const TextLink &) const = default;
};

/// Where the words of a sanitised mail lead to, for its clean text, which has only the words. Words that name
/// another place than the one they lead to are left out: there, what one reads is what one gets. Pure.
[[nodiscard]] QList<TextLink> textLinks(const QString &sanitisedHtml);

/// Where a link really leads to: no letters that look like others, no name before the host, no direction marks.
[[nodiscard]] QString shownTarget(const QUrl &target);

} // namespace inlet::ui
