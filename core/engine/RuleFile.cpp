// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/RuleFile.h"

#include "accounts/Csv.h"
#include "store/Store.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

namespace inlet::engine
{

namespace
{

constexpr qsizetype kMaxRules = 1000;
constexpr qsizetype kMaxProblems = 1000;
constexpr qsizetype kMaxPattern = 300;
constexpr qsizetype kShownOfCell = 100;

enum RuleColumn { kField, kPattern, kCategory, kRuleColumns };
using RuleColumns = std::array<qsizetype, kRuleColumns>; // -1: not there
const std::array<const char *, kRuleColumns> kColumnTitles{"field", "pattern", "category"};

/// The columns a header names; nothing where the first line is a rule already.
std::optional<RuleColumns> columnsOf(const accounts::CsvRecord &first)
{
    RuleColumns columns;
    columns.fill(-1);
    for (qsizetype cell = 0; cell < first.cells.size(); ++cell) {
        const QByteArray title = first.cells.at(cell).trimmed().toLower();
        for (size_t column = 0; column < columns.size(); ++column) {
            if (title == kColumnTitles.at(column) && columns.at(column) < 0)
                columns.at(column) = cell;
        }
    }
    return std::count(columns.cbegin(), columns.cend(), -1) > 0 ? std::nullopt : std::optional(columns);
}

QString cellOf(const accounts::CsvRecord &record, qsizetype column)
{
    return accounts::csvText(record.cells.value(column)).trimmed();
}

/// Why a line is no rule; empty: it is one.
QString take(const accounts::CsvRecord &record, const RuleColumns &columns, const QList<store::OwnCategory> &own, store::Rule &rule)
{
    const QString written = cellOf(record, columns.at(kField));
    const auto field = store::ruleFieldFromName(written);
    if (record.broken)
        return QCoreApplication::translate("Engine", "A quotation mark is open.");
    if (!field)
        return QCoreApplication::translate("Engine", "'%1' is not one of sender, domain, subject, words.").arg(written.left(kShownOfCell));
    const QString named = cellOf(record, columns.at(kCategory));
    auto category = store::categoryFromName(named);
    QString ownName;
    for (const store::OwnCategory &one : own) {
        if (!category && one.name.compare(named, Qt::CaseInsensitive) == 0) {
            category = one.category;
            ownName = one.name;
        }
    }
    if (!category)
        return QCoreApplication::translate("Engine", "There is no category '%1'.").arg(named.left(kShownOfCell));
    QString pattern = cellOf(record, columns.at(kPattern)).simplified().left(kMaxPattern);
    const bool isDomain = *field == store::Rule::Field::Domain;
    if (isDomain || *field == store::Rule::Field::Sender) {
        pattern = pattern.toLower();
        if (isDomain && pattern.startsWith(QLatin1Char('@')))
            pattern.remove(0, 1);
        if (pattern.isEmpty() || pattern.contains(QLatin1Char(' ')) || pattern.contains(QLatin1Char('@')) == isDomain)
            return isDomain ? QCoreApplication::translate("Engine", "A rule for a domain needs one, like acme.com.") : QCoreApplication::translate("Engine", "A rule for a sender needs an address, like jo@acme.com.");
    } else if (pattern.isEmpty()) {
        return QCoreApplication::translate("Engine", "A rule needs something to compare.");
    }
    rule = {{}, *field, pattern, *category, {}, ownName};
    return {};
}

} // namespace

RuleImport readRuleFile(const QByteArray &text, const QList<store::OwnCategory> &own)
{
    RuleImport result;
    QByteArrayView view(text);
    if (view.startsWith("\xEF\xBB\xBF"))
        view = view.sliced(3);
    accounts::CsvReader reader(view, accounts::guessSeparator(view));
    RuleColumns columns{0, 1, 2};
    QSet<QPair<int, QString>> seen;
    bool first = true;
    while (const auto record = reader.next()) {
        const auto named = std::exchange(first, false) ? columnsOf(*record) : std::nullopt;
        const bool empty = std::all_of(record->cells.cbegin(), record->cells.cend(), [](const QByteArray &cell) { return cell.trimmed().isEmpty(); });
        if (named)
            columns = *named;
        if (named || empty || record->cells.first().startsWith('#'))
            continue;
        store::Rule rule;
        QString problem = take(*record, columns, own, rule);
        if (problem.isEmpty() && result.rules.size() >= kMaxRules)
            problem = QCoreApplication::translate("Engine", "More than 1,000 rules are not kept.");
        if (!problem.isEmpty()) {
            if (result.problems.size() < kMaxProblems)
                result.problems.append({record->line, problem});
            continue;
        }
        const QPair<int, QString> what(int(rule.field), rule.pattern.toLower());
        if (!seen.contains(what))
            result.rules.append(rule);
        seen.insert(what);
    }
    result.read = result.rules.size();
    return result;
}

QByteArray writeRuleFile(const QList<store::Rule> &rules)
{
    QByteArray out = "field,pattern,category\r\n";
    for (const store::Rule &rule : rules)
        out += accounts::csvCell(store::nameOf(rule.field)) + ',' + accounts::csvCell(rule.pattern) + ',' + accounts::csvCell(rule.ownCategory.isEmpty() ? store::nameOf(rule.category) : rule.ownCategory) + "\r\n";
    return out;
}

QList<store::Rule> newRules(const QList<store::Rule> &read, const QList<store::Rule> &there)
{
    QList<store::Rule> out;
    // The newest rule is asked first.
    for (auto rule = read.crbegin(); rule != read.crend(); ++rule) {
        const bool known = std::any_of(there.cbegin(), there.cend(), [&rule](const store::Rule &one) {
            return one.field == rule->field && one.pattern.compare(rule->pattern, Qt::CaseInsensitive) == 0;
        });
        if (!known)
            out.append(*rule);
    }
    return out;
}

Result<qint64> addRules(store::WriteTransaction &transaction, const QList<store::Rule> &rules)
{
    const auto there = transaction.rules();
    if (!there)
        return there.error();
    const QList<store::Rule> fresh = newRules(rules, *there);
    for (const store::Rule &rule : fresh) {
        if (const auto done = transaction.addRule(rule); !done)
            return done.error();
    }
    return fresh.size();
}

} // namespace inlet::engine
