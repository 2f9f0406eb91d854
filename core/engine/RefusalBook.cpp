// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/RefusalBook.h"

#include "base/Clock.h"
#include "store/values/Label.h"

#include <QCoreApplication>

#include <algorithm>

namespace inlet::engine
{

namespace
{

using store::Operation;

constexpr int kTogetherSeconds = 120;
constexpr qsizetype kMostServerWords = 160;

QString moveWords(imap::FolderRole target)
{
    switch (target) {
    case imap::FolderRole::Archive:
    case imap::FolderRole::AllMail:
        return QCoreApplication::translate("Engine", "moved to the archive");
    case imap::FolderRole::Trash:
        return QCoreApplication::translate("Engine", "deleted");
    case imap::FolderRole::Junk:
        return QCoreApplication::translate("Engine", "moved to Junk");
    case imap::FolderRole::Inbox:
        return QCoreApplication::translate("Engine", "moved back to the inbox");
    case imap::FolderRole::None:
    case imap::FolderRole::Sent:
    case imap::FolderRole::Drafts:
        break;
    }
    return QCoreApplication::translate("Engine", "moved");
}

/// "could not be ...".
QString whatOf(const Operation &operation)
{
    const auto has = [&operation](const char *flag) {
        return std::any_of(operation.flags.cbegin(), operation.flags.cend(),
            [flag](const QByteArray &one) { return one.compare(flag, Qt::CaseInsensitive) == 0; });
    };
    const bool sets = operation.type == Operation::Type::SetFlags;
    if (operation.type == Operation::Type::Move)
        return moveWords(operation.target);
    if (has("\\Seen"))
        return sets ? QCoreApplication::translate("Engine", "marked as read") : QCoreApplication::translate("Engine", "marked as unread");
    if (has("\\Flagged"))
        return sets ? QCoreApplication::translate("Engine", "starred") : QCoreApplication::translate("Engine", "unstarred");
    for (const QByteArray &flag : operation.flags) {
        if (const QString label = store::labelOfKeyword(flag); !label.isEmpty())
            return (sets ? QCoreApplication::translate("Engine", "given the label “%1”") : QCoreApplication::translate("Engine", "freed of the label “%1”")).arg(label);
    }
    return QCoreApplication::translate("Engine", "changed");
}

QString subjectOf(const Refusal &refusal, qsizetype conversations)
{
    if (conversations > 1)
        return QCoreApplication::translate("Engine", "%1 conversations").arg(conversations);
    return refusal.who.isEmpty() ? QCoreApplication::translate("Engine", "A conversation") : refusal.who.simplified().left(80);
}

} // namespace

Notice RefusalBook::add(const Refusal &refusal, const accounts::Explanation &explanation)
{
    const QString what = whatOf(refusal.operation);
    Notice notice;
    notice.id = QStringLiteral("refused/%1/%2").arg(refusal.operation.account.number()).arg(what);
    notice.severity = Notice::Severity::Warning;
    notice.account = refusal.operation.account;
    notice.action.kind = QStringLiteral("none");

    Entry &entry = m_entries[notice.id];
    const QDateTime now = m_clock.nowUtc();
    if (entry.lastAt.isValid() && entry.lastAt.secsTo(now) > kTogetherSeconds)
        entry.conversations.clear();
    entry.conversations.insert(refusal.conversation);
    entry.lastAt = now;

    const QString said = QString::fromUtf8(refusal.error.serverReply).simplified().left(kMostServerWords);
    notice.text = QCoreApplication::translate("Engine", "%1 could not be %2: the server of %3 refused it, so the change is taken back here.")
                      .arg(subjectOf(refusal, entry.conversations.size()), what, refusal.email);
    notice.text += said.isEmpty() ? QLatin1Char(' ') + explanation.message : QCoreApplication::translate("Engine", " It said: %1").arg(said);
    notice.details = QStringLiteral("%1\n%2").arg(explanation.message, explanation.advice).trimmed();
    return notice;
}

} // namespace inlet::engine
