// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Transfer.h"

#include "engine/RuleFile.h"

#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>

namespace inlet::cli
{

namespace
{

const QString kDecisions = QStringLiteral("decisions.jsonl");
const QString kLedger = QStringLiteral("ledger.jsonl");
const QString kSuppression = QStringLiteral("suppression.jsonl");
const QString kRules = QStringLiteral("rules.csv"); // as `inletctl rule export` writes it

Error storageError(const QString &path, const QString &reason)
{
    return Error{ErrorKind::Storage, path + QStringLiteral(": ") + reason, {}, {}};
}

Result<void> writeLines(const QString &path, const QList<QJsonObject> &rows)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return storageError(path, file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    for (const QJsonObject &row : rows)
        file.write(QJsonDocument(row).toJson(QJsonDocument::Compact) + '\n');
    if (!file.commit())
        return storageError(path, file.errorString());
    return {};
}

Result<QList<QJsonObject>> readLines(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return storageError(path, file.errorString());
    QList<QJsonObject> rows;
    int line = 0;
    while (!file.atEnd()) {
        constexpr qint64 kLongestLine = 1024 * 1024;
        const QByteArray text = file.readLine(kLongestLine);
        ++line;
        if (text.trimmed().isEmpty())
            continue;
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(text, &error);
        if (!document.isObject())
            return Error{ErrorKind::Config, QStringLiteral("%1 line %2: %3").arg(path).arg(line).arg(error.errorString()), {}, {}};
        rows.append(document.object());
    }
    return rows;
}

/// Decisions of every conversation that has one. The newest message stands for the conversation: row
/// numbers mean nothing on another machine.
QList<QJsonObject> decisionRows(const Session &session)
{
    QList<QJsonObject> rows;
    const Emails emails = session.emails();
    session.store().readHere([&](store::ReadSession &reader) {
        QSet<ConversationId> seen;
        for (const store::Scope scope : {store::Scope::All, store::Scope::Archived, store::Scope::Snoozed, store::Scope::Other, store::Scope::Starred}) {
            const auto list = reader.page({.scope = scope}, std::nullopt, 10000000);
            for (const store::ConversationRow &row : list.value_or(QList<store::ConversationRow>())) {
                if (seen.contains(row.id))
                    continue;
                seen.insert(row.id);
                const QString note = reader.lead(row.id).value_or(store::LeadInfo()).note;
                const bool decided = row.categorySource == store::CategorySource::Manual || row.archived || row.starred || row.muted || row.snoozedUntil.isValid() || !note.isEmpty();
                const auto messages = reader.messages(row.id);
                if (!decided || !messages || messages->isEmpty())
                    continue;
                QJsonObject object = conversationJson(row, emails);
                for (const QString &key : {QStringLiteral("conversation"), QStringLiteral("preview"), QStringLiteral("unread"), QStringLiteral("messages")})
                    object.remove(key);
                object.insert(QStringLiteral("message_id"), messages->last().messageId);
                object.insert(QStringLiteral("account"), emails.value(messages->last().account));
                object.insert(QStringLiteral("note"), note);
                rows.append(object);
            }
        }
    });
    return rows;
}

QList<QJsonObject> ledgerRows(const Session &session)
{
    QList<QJsonObject> rows;
    const Emails emails = session.emails();
    session.store().readHere([&](store::ReadSession &reader) {
        for (const store::LedgerRow &row : reader.ledger(10000000).value_or(QList<store::LedgerRow>()))
            rows.append(ledgerJson(row, emails));
    });
    return rows;
}

QList<QJsonObject> suppressionRows(const Session &session)
{
    QList<QJsonObject> rows;
    session.store().readHere([&](store::ReadSession &reader) {
        for (const store::Suppression &entry : reader.suppressions().value_or(QList<store::Suppression>()))
            rows.append(suppressionJson(entry));
    });
    return rows;
}

ConversationId conversationNamed(store::ReadSession &reader, const QJsonObject &row, const QHash<QString, AccountId> &accounts)
{
    const AccountId account = accounts.value(row[QStringLiteral("account")].toString());
    const auto found = reader.findMessageId(account, row[QStringLiteral("message_id")].toString());
    if (!found || found->isEmpty())
        return {};
    return reader.conversationOf(found->first().message).value_or(ConversationId());
}

Result<void> applyDecision(store::WriteTransaction &transaction, ConversationId id, const QJsonObject &row)
{
    const auto present = transaction.rows({id}, {.scope = store::Scope::All});
    if (!present || present->isEmpty())
        return {};
    const store::ConversationRow &now = present->first();
    QList<store::TriageAction> actions;
    const bool manual = row[QStringLiteral("category_source")].toString() == QLatin1String("manual");
    const QString named = row[QStringLiteral("category")].toString();
    auto category = transaction.categoryNamed(named).value_or(std::nullopt);
    if (manual && !category && !named.isEmpty()) { // one of the rep's own on the other machine
        store::OwnCategory own;
        own.name = named;
        if (const auto made = transaction.saveCategory(own))
            category = *made;
    }
    if (manual && category && (*category != now.category || now.categorySource != store::CategorySource::Manual))
        actions.append({.verb = store::TriageVerb::SetCategory, .category = *category});
    if (row[QStringLiteral("archived")].toBool() && !now.archived)
        actions.append({.verb = store::TriageVerb::Archive});
    if (row[QStringLiteral("starred")].toBool() && !now.starred)
        actions.append({.verb = store::TriageVerb::Star});
    if (row[QStringLiteral("muted")].toBool() && !now.muted)
        actions.append({.verb = store::TriageVerb::Mute});
    const QDateTime until = QDateTime::fromString(row[QStringLiteral("snoozed_until")].toString(), Qt::ISODateWithMs);
    if (until.isValid() && until != now.snoozedUntil)
        actions.append({.verb = store::TriageVerb::Snooze, .until = until});
    for (store::TriageAction &action : actions) {
        action.conversations = {id};
        if (const auto done = transaction.apply(action); !done)
            return done.error();
    }
    const QString note = row[QStringLiteral("note")].toString();
    return note.isEmpty() ? Result<void>() : transaction.setNote(id, note);
}

} // namespace

Exit exportDecisions(const Session &session)
{
    const QDir dir(session.arguments.positional().first());
    if (!dir.mkpath(QStringLiteral(".")))
        return session.output.fail(storageError(dir.path(), QStringLiteral("cannot be made")));
    const std::pair<QString, QList<QJsonObject>> files[] = {{kDecisions, decisionRows(session)}, {kLedger, ledgerRows(session)}, {kSuppression, suppressionRows(session)}};
    for (const auto &[name, rows] : files) {
        if (const auto written = writeLines(dir.filePath(name), rows); !written)
            return session.output.fail(written.error());
        session.output.row({{QStringLiteral("file"), dir.filePath(name)}, {QStringLiteral("rows"), rows.size()}},
            QStringLiteral("%1: %2 rows").arg(dir.filePath(name)).arg(rows.size()));
    }
    const auto rules = readResult<QList<store::Rule>>(session.store(), [](store::ReadSession &reader) { return reader.rules(); });
    if (!rules)
        return session.output.fail(rules.error());
    const QString path = dir.filePath(kRules);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(engine::writeRuleFile(*rules)) < 0 || !file.commit())
        return session.output.fail(storageError(path, file.errorString()));
    session.output.row({{QStringLiteral("file"), path}, {QStringLiteral("rows"), rules->size()}}, QStringLiteral("%1: %2 rows").arg(path).arg(rules->size()));
    return Exit::Done;
}

Exit importDecisions(const Session &session)
{
    const QDir dir(session.arguments.positional().first());
    const auto decisions = readLines(dir.filePath(kDecisions));
    const auto suppression = readLines(dir.filePath(kSuppression));
    if (!decisions || !suppression)
        return session.output.fail(decisions ? suppression.error() : decisions.error());
    engine::RuleImport rules; // what older versions wrote has none
    if (QFile file(dir.filePath(kRules)); file.open(QIODevice::ReadOnly))
        rules = engine::readRuleFile(file.readAll(), session.ownCategories());
    for (const auto &problem : std::as_const(rules.problems))
        session.output.message(QStringLiteral("%1 line %2: %3").arg(kRules).arg(problem.line).arg(problem.text));
    QHash<QString, AccountId> accounts;
    for (const accounts::Account &account : session.accounts())
        accounts.insert(account.email, account.id);
    qint64 applied = 0;
    const auto done = session.store().writeAndWait("import", [&](store::WriteTransaction &transaction) -> Result<void> {
        QList<store::Suppression> entries;
        for (const QJsonObject &row : *suppression)
            entries.append(suppressionFrom(row));
        if (const auto listed = transaction.suppress(entries); !listed)
            return listed.error();
        const auto added = engine::addRules(transaction, rules.rules);
        if (!added)
            return added.error();
        rules.added = *added;
        for (const QJsonObject &row : *decisions) {
            const ConversationId id = conversationNamed(transaction, row, accounts);
            if (!id.isValid())
                continue;
            if (const auto one = applyDecision(transaction, id, row); !one)
                return one;
            ++applied;
        }
        return {};
    });
    if (!done)
        return session.output.fail(done.error());
    const qint64 unknown = decisions->size() - applied;
    session.output.row({{QStringLiteral("decisions"), applied}, {QStringLiteral("not_here"), unknown}, {QStringLiteral("suppressed"), suppression->size()}, {QStringLiteral("rules"), rules.added}},
        QStringLiteral("%1 decisions applied, %2 belong to mail that is not here, %3 do-not-contact entries, %4 new rules")
            .arg(applied).arg(unknown).arg(suppression->size()).arg(rules.added));
    return Exit::Done;
}

} // namespace inlet::cli
