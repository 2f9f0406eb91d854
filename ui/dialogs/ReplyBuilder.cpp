// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ReplyBuilder.h"

#include "ui/dialogs/AddressText.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr qsizetype kMaxReferences = 20;
constexpr qsizetype kMaxSubject = 900;

QString quoteWord(const char *text)
{
    return QCoreApplication::translate("inlet::ui::ReplyBuilder", text);
}

bool same(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

bool isAnyOwn(const QList<accounts::Account> &accounts, const QString &address)
{
    return std::any_of(accounts.cbegin(), accounts.cend(),
        [&address](const accounts::Account &account) { return isOwn(account, address); });
}

/// Without own addresses and without what is in `known` already, which grows.
QList<mime::Address> others(const QList<mime::Address> &addresses, const QList<accounts::Account> &accounts,
    QStringList &known)
{
    QList<mime::Address> left;
    for (const mime::Address &address : addresses) {
        const QString lower = address.address.toLower();
        if (lower.isEmpty() || known.contains(lower) || isAnyOwn(accounts, lower))
            continue;
        known.append(lower);
        left.append(address);
    }
    return left;
}

QString withoutPrefix(QString subject, const QRegularExpression &prefix)
{
    subject = subject.simplified().left(kMaxSubject);
    for (auto match = prefix.match(subject); match.hasMatch(); match = prefix.match(subject))
        subject.remove(0, match.capturedLength());
    return subject;
}

void address(store::Draft &draft, const ComposeRequest &request, const QList<accounts::Account> &accounts)
{
    const store::MessageItem &message = request.message;
    const bool wroteIt = isAnyOwn(accounts, message.from.address);
    const QList<mime::Address> authors = wroteIt ? message.to
        : message.replyTo.isEmpty()              ? QList<mime::Address>{message.from}
                                                 : message.replyTo;
    QStringList known;
    QList<mime::Address> to = others(authors, accounts, known);
    if (to.isEmpty())
        to = authors;
    if (request.mode == store::Draft::Mode::ReplyAll) {
        to += others(message.to, accounts, known);
        draft.cc = formatRecipients(others(message.cc, accounts, known));
    }
    draft.to = formatRecipients(to);
}

/// The alias that the message was written to, or that we wrote it from.
QString ownAlias(const accounts::Account &account, const store::MessageItem &message)
{
    const QList<mime::Address> all = QList<mime::Address>{message.from} + message.to + message.cc;
    for (const mime::Address &one : all) {
        if (same(one.address, account.email))
            return {};
        for (const QString &alias : account.aliases) {
            if (same(one.address, alias))
                return alias;
        }
    }
    return {};
}

const accounts::Account *accountOf(const QList<accounts::Account> &accounts, AccountId id)
{
    const auto found = std::find_if(accounts.cbegin(), accounts.cend(),
        [id](const accounts::Account &account) { return account.id == id; });
    return found == accounts.cend() ? nullptr : &*found;
}

/// Some languages have seconds in their short form, the C locale among them; nobody writes them into a letter.
QString shortTime(const QTime &time, const QLocale &locale)
{
    static const QRegularExpression seconds(QStringLiteral("[^\\w\\s]?s+"));
    return locale.toString(time, locale.timeFormat(QLocale::ShortFormat).remove(seconds));
}

} // namespace

bool isOwn(const accounts::Account &account, const QString &address)
{
    return same(account.email, address)
        || std::any_of(account.aliases.cbegin(), account.aliases.cend(),
            [&address](const QString &alias) { return same(alias, address); });
}

store::Draft beginDraft(const ComposeRequest &request, const QList<accounts::Account> &accounts)
{
    using Mode = store::Draft::Mode;
    store::Draft draft;
    draft.mode = request.mode;
    if (request.mode == Mode::New) {
        draft.to = request.to;
        draft.subject = request.subject;
        draft.account = accountOf(accounts, request.account) ? request.account
            : accounts.isEmpty()                        ? AccountId()
                                                        : accounts.first().id;
        return draft;
    }
    const store::MessageItem &message = request.message;
    draft.account = message.account;
    draft.conversation = message.conversation;
    draft.answers = message.id;
    if (const accounts::Account *account = accountOf(accounts, message.account))
        draft.from = ownAlias(*account, message);
    if (request.mode == Mode::Forward) {
        draft.subject = forwardSubject(message.subject);
        return draft;
    }
    draft.subject = replySubject(message.subject);
    draft.inReplyTo = message.messageId;
    draft.references = referencesFor(message);
    address(draft, request, accounts);
    return draft;
}

QString replySubject(const QString &subject)
{
    static const QRegularExpression prefix(
        QStringLiteral("^(re|aw|sv|vs|antw|antwort|odp|ynt|res|rif|tr)(\\[\\d+\\]|\\(\\d+\\))?\\s*:\\s*"),
        QRegularExpression::CaseInsensitiveOption);
    return QStringLiteral("Re: ") + withoutPrefix(subject, prefix);
}

QString forwardSubject(const QString &subject)
{
    static const QRegularExpression prefix(QStringLiteral("^(fwd?|wg|vb|vl|i|enc|doorst)\\s*:\\s*"),
        QRegularExpression::CaseInsensitiveOption);
    return QStringLiteral("Fwd: ") + withoutPrefix(subject, prefix);
}

QString attribution(const store::MessageItem &message, const QLocale &locale)
{
    const QString who = message.from.address.isEmpty() ? quoteWord("somebody") : formatRecipient(message.from).simplified();
    if (!message.at.isValid())
        return quoteWord("%1 wrote:").arg(who);
    const QDateTime at = message.at.toLocalTime();
    return quoteWord("On %1 %2, %3 wrote:")
        .arg(locale.toString(at.date(), QLocale::LongFormat), shortTime(at.time(), locale), who);
}

QString forwardTitle()
{
    return quoteWord("---------- Forwarded message ----------");
}

QStringList forwardHead(const store::MessageItem &message, const QLocale &locale)
{
    QStringList lines{forwardTitle()};
    const auto add = [&lines](const QString &name, const QString &value) {
        if (!value.isEmpty())
            lines.append(QStringLiteral("%1: %2").arg(name, value.simplified()));
    };
    add(quoteWord("From"), formatRecipient(message.from));
    if (const QDateTime at = message.at.toLocalTime(); at.isValid())
        add(quoteWord("Date"), locale.toString(at.date(), QLocale::ShortFormat) + QLatin1Char(' ') + shortTime(at.time(), locale));
    add(quoteWord("Subject"), message.subject);
    add(quoteWord("To"), formatRecipients(message.to));
    add(quoteWord("Cc"), formatRecipients(message.cc));
    return lines;
}

QStringList referencesFor(const store::MessageItem &message)
{
    QStringList references = message.references;
    references.removeAll(message.messageId);
    if (!message.messageId.isEmpty())
        references.append(message.messageId);
    if (references.size() > kMaxReferences)
        references = references.mid(0, 1) + references.last(kMaxReferences - 1);
    return references;
}

} // namespace inlet::ui
