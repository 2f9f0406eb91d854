// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/Words.h"

#include "ui/Phrases.h"

#include <QCoreApplication>
#include <QLocale>

namespace inlet::ui::words
{

namespace
{

QString checkWord(const char *text)
{
    return QCoreApplication::translate("inlet::ui::words", text);
}

} // namespace

QString ofError(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Network:
        return checkWord("The server cannot be reached. Check the network, then try again.");
    case ErrorKind::Tls:
        return checkWord("The encrypted connection could not be made.");
    case ErrorKind::Auth:
        return checkWord("The password was not accepted.");
    case ErrorKind::Timeout:
        return checkWord("The server did not answer in time.");
    case ErrorKind::Cancelled:
        return checkWord("Cancelled.");
    case ErrorKind::ServerRefused:
        return checkWord("The server refused this.");
    case ErrorKind::Protocol:
        return checkWord("The server answered something we do not understand.");
    case ErrorKind::NotFound:
        return checkWord("This is not here any more.");
    case ErrorKind::Conflict:
        return checkWord("Too late: this has changed in the meantime.");
    case ErrorKind::Storage:
        // The store says what to do; the password store says only that it failed.
        if (error.cause.startsWith("disk-") || error.cause.startsWith("database-"))
            return error.detail;
        return checkWord("This could not be saved on this computer. Check the free space and the password store.");
    case ErrorKind::Config:
        return error.detail.isEmpty() ? checkWord("One of the settings makes no sense.") : error.detail;
    case ErrorKind::Bug:
        break;
    }
    return checkWord("Something went wrong inside Inlet. Nothing was changed.");
}

const QStringList &checkSteps()
{
    static const QStringList steps{QStringLiteral("dns"), QStringLiteral("connect"), QStringLiteral("tls"),
        QStringLiteral("login"), QStringLiteral("folders"), QStringLiteral("special-use"),
        QStringLiteral("push"), QStringLiteral("smtp-connect"), QStringLiteral("smtp-tls"),
        QStringLiteral("smtp-login"), QStringLiteral("sender"), QStringLiteral("sent-policy")};
    return steps;
}

namespace
{

struct StepWords {
    const char *step;
    const char *name;
    const char *column;
};

constexpr StepWords kSteps[] = {
    {"dns", QT_TRANSLATE_NOOP("inlet::ui::words", "Find the servers"), QT_TRANSLATE_NOOP("inlet::ui::words", "Find")},
    {"connect", QT_TRANSLATE_NOOP("inlet::ui::words", "Reach incoming mail"), QT_TRANSLATE_NOOP("inlet::ui::words", "Reach")},
    {"tls", QT_TRANSLATE_NOOP("inlet::ui::words", "Encryption"), QT_TRANSLATE_NOOP("inlet::ui::words", "Encryption")},
    {"login", QT_TRANSLATE_NOOP("inlet::ui::words", "Sign in"), QT_TRANSLATE_NOOP("inlet::ui::words", "Sign in")},
    {"folders", QT_TRANSLATE_NOOP("inlet::ui::words", "Folders"), QT_TRANSLATE_NOOP("inlet::ui::words", "Folders")},
    {"special-use", QT_TRANSLATE_NOOP("inlet::ui::words", "Sent, Junk, Archive"), QT_TRANSLATE_NOOP("inlet::ui::words", "Sent folder")},
    {"push", QT_TRANSLATE_NOOP("inlet::ui::words", "New mail at once"), QT_TRANSLATE_NOOP("inlet::ui::words", "Push")},
    {"smtp-connect", QT_TRANSLATE_NOOP("inlet::ui::words", "Reach outgoing mail"), QT_TRANSLATE_NOOP("inlet::ui::words", "Reach out")},
    {"smtp-tls", QT_TRANSLATE_NOOP("inlet::ui::words", "Encryption"), QT_TRANSLATE_NOOP("inlet::ui::words", "Encryption")},
    {"smtp-login", QT_TRANSLATE_NOOP("inlet::ui::words", "Sign in"), QT_TRANSLATE_NOOP("inlet::ui::words", "Sign in")},
    {"sender", QT_TRANSLATE_NOOP("inlet::ui::words", "Sender address"), QT_TRANSLATE_NOOP("inlet::ui::words", "Sender")},
    {"sent-policy", QT_TRANSLATE_NOOP("inlet::ui::words", "Copy in Sent"), QT_TRANSLATE_NOOP("inlet::ui::words", "Sent copy")},
};

const StepWords *find(const QString &step)
{
    for (const StepWords &words : kSteps) {
        if (step == QLatin1String(words.step))
            return &words;
    }
    return nullptr;
}

} // namespace

QString ofStep(const QString &step)
{
    const StepWords *words = find(step);
    return words ? checkWord(words->name) : step;
}

QString ofStepShort(const QString &step)
{
    const StepWords *words = find(step);
    return words ? checkWord(words->column) : step;
}

bool isSending(const QString &step)
{
    return step.startsWith(QLatin1String("smtp-")) || step == QLatin1String("sender")
        || step == QLatin1String("sent-policy");
}

QString ofStatus(engine::CheckStatus status)
{
    switch (status) {
    case engine::CheckStatus::Running:
        return checkWord("running");
    case engine::CheckStatus::Ok:
        return checkWord("done");
    case engine::CheckStatus::Warning:
        return checkWord("warning");
    case engine::CheckStatus::Failed:
        return checkWord("failed");
    case engine::CheckStatus::Skipped:
        break;
    }
    return checkWord("not checked");
}

QString ofMailbox(const engine::MailboxStatus &status, const QDateTime &now)
{
    switch (status.state) {
    case engine::MailboxState::Off:
        return checkWord("Off");
    case engine::MailboxState::Connecting:
        return checkWord("Connecting");
    case engine::MailboxState::CatchingUp:
        if (status.syncTotal > 0)
            return checkWord("Catching up, %1 of %2").arg(QLocale().toString(status.syncDone), QLocale().toString(status.syncTotal));
        return checkWord("Catching up");
    case engine::MailboxState::Paused:
        if (status.syncTotal > 0)
            return checkWord("Paused, %1 of %2 read").arg(QLocale().toString(status.syncDone), QLocale().toString(status.syncTotal));
        return checkWord("Paused");
    case engine::MailboxState::Live:
        return checkWord("Live");
    case engine::MailboxState::Checked:
        return status.provedAt.isValid() ? checkWord("Checked %1").arg(ago(status.provedAt, now)) : checkWord("Not checked yet");
    case engine::MailboxState::Waiting:
        if (status.until.isValid())
            return checkWord("Waiting until %1").arg(QLocale().toString(status.until.toLocalTime().time(), QLocale::ShortFormat));
        return checkWord("Waiting");
    case engine::MailboxState::NeedsUser:
        break;
    }
    return checkWord("Needs you");
}

QString ofLedger(store::LedgerState state)
{
    switch (state) {
    case store::LedgerState::UndoWindow:
        return checkWord("Can be called back");
    case store::LedgerState::Queued:
        return checkWord("Waiting");
    case store::LedgerState::Sending:
        return checkWord("Sending");
    case store::LedgerState::Accepted:
        return checkWord("Accepted by the server");
    case store::LedgerState::Sent:
        return checkWord("In Sent");
    case store::LedgerState::Unknown:
        return checkWord("Not known if it went out");
    case store::LedgerState::Failed:
        return checkWord("Failed");
    case store::LedgerState::Cancelled:
        break;
    }
    return checkWord("Called back");
}

QString ago(const QDateTime &at, const QDateTime &now)
{
    if (!at.isValid())
        return checkWord("never");
    const qint64 seconds = qMax<qint64>(0, at.secsTo(now));
    if (seconds < 60)
        return checkWord("just now");
    if (seconds < 3600)
        return checkWord("%1 min ago").arg(seconds / 60);
    const QDateTime local = at.toLocalTime();
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return QLocale().toString(local.time(), QLocale::ShortFormat);
    if (days == 1)
        return checkWord("yesterday");
    return phrases::shortDay(local.date());
}

QString fileSize(qint64 octets)
{
    return QLocale().formattedDataSize(octets, octets < 1'000'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString fingerprint(const QByteArray &octets)
{
    return QString::fromLatin1(octets.toHex(':').toUpper());
}

QString ofHistory(accounts::HistoryWindow window)
{
    switch (window) {
    case accounts::HistoryWindow::Days30:
        return checkWord("The last 30 days");
    case accounts::HistoryWindow::Days90:
        return checkWord("The last 90 days");
    case accounts::HistoryWindow::Year1:
        return checkWord("The last year");
    case accounts::HistoryWindow::All:
        break;
    }
    return checkWord("Everything");
}

QString ofProblems(const QList<engine::SuppressionImport::Problem> &problems)
{
    constexpr qsizetype kMostProblems = 6;
    QStringList lines;
    for (const engine::SuppressionImport::Problem &problem : problems.mid(0, kMostProblems))
        lines.append(checkWord("Line %1 is left out: %2").arg(problem.line).arg(phrases::oneLine(problem.text)));
    if (problems.size() > kMostProblems)
        lines.append(checkWord("And %1 more lines.").arg(phrases::number(problems.size() - kMostProblems)));
    return lines.join(QLatin1Char('\n'));
}

QString ofProvider(const accounts::Account &account)
{
    if (account.provider == QLatin1String("custom"))
        return {};
    return account.provider.left(1).toUpper() + account.provider.mid(1);
}

QString ofAccount(const accounts::Account &account)
{
    const QString provider = ofProvider(account);
    return provider.isEmpty() ? account.email : QStringLiteral("%1 (%2)").arg(account.email, provider);
}

} // namespace inlet::ui::words
