// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/TemplateText.h"

#include "store/values/Suppression.h"
#include "ui/dialogs/OutgoingDocument.h"

#include <QCoreApplication>
#include <QDate>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>

namespace inlet::ui
{

namespace
{

QString variableWord(const char *text)
{
    return QCoreApplication::translate("Templates", text);
}

const QRegularExpression &variable()
{
    static const QRegularExpression pattern(QStringLiteral("\\{[^{}\\n\\x{2028}\\x{2029}]{1,60}\\}"));
    return pattern;
}

/// "{First Name}" is "{first_name}".
QString variableKey(const QString &written)
{
    return QLatin1Char('{') + written.mid(1, written.size() - 2).simplified().toLower().replace(QLatin1Char(' '), QLatin1Char('_')) + QLatin1Char('}');
}

QString cursorVariable()
{
    return QStringLiteral("{cursor}");
}

QString companyDomainOf(const QString &address)
{
    const QString domain = address.section(QLatin1Char('@'), -1).toLower();
    return store::isFreeMailDomain(domain) ? QString() : domain;
}

QHash<QString, QString> valuesOf(const TemplateFacts &facts)
{
    return {{QStringLiteral("{first_name}"), firstNameOf(facts.name)}, {QStringLiteral("{name}"), facts.name.simplified()},
        {QStringLiteral("{email}"), facts.address},
        {QStringLiteral("{domain}"), companyDomainOf(facts.address)}, {QStringLiteral("{my_name}"), facts.myName.simplified()},
        {QStringLiteral("{my_first_name}"), firstNameOf(facts.myName)}, {QStringLiteral("{my_email}"), facts.myAddress},
        {QStringLiteral("{subject}"), facts.subject.simplified()},
        {QStringLiteral("{today}"), QLocale().toString(QDate::currentDate(), QLocale::LongFormat)}};
}

} // namespace

QList<QPair<QString, QString>> templateVariables()
{
    return {{QStringLiteral("{first_name}"), variableWord("their first name")}, {QStringLiteral("{name}"), variableWord("their whole name")},
        {QStringLiteral("{email}"), variableWord("their address")},
        {QStringLiteral("{domain}"), variableWord("their company's domain")}, {QStringLiteral("{my_name}"), variableWord("your name in that mailbox")},
        {QStringLiteral("{my_first_name}"), variableWord("your first name")}, {QStringLiteral("{my_email}"), variableWord("your address")},
        {QStringLiteral("{subject}"), variableWord("the subject")}, {QStringLiteral("{today}"), variableWord("the date of today")},
        {cursorVariable(), variableWord("where you go on typing")}};
}

QString firstNameOf(const QString &name)
{
    static const QSet<QString> titles{QStringLiteral("dr"), QStringLiteral("prof"), QStringLiteral("mr"), QStringLiteral("mrs"), QStringLiteral("ms"),
        QStringLiteral("herr"), QStringLiteral("frau"), QStringLiteral("ing"), QStringLiteral("dipl"), QStringLiteral("sir")};
    QString plain = name.simplified();
    if (plain.contains(QLatin1Char('@')))
        return {};
    if (plain.count(QLatin1Char(',')) == 1)
        plain = plain.section(QLatin1Char(','), 1).trimmed() + QLatin1Char(' ') + plain.section(QLatin1Char(','), 0, 0);
    const QStringList words = plain.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words) {
        QString bare = word.toLower();
        bare.remove(QLatin1Char('.'));
        if (titles.contains(bare))
            continue;
        if (!word.at(0).isLetter() || word.size() == 1 || word.endsWith(QLatin1Char('.')))
            return {}; // an initial is no name to be called by
        const bool shouted = word.size() > 2 && word == word.toUpper() && words.size() > 1;
        return shouted ? word.at(0) + word.mid(1).toLower() : word;
    }
    return {};
}

FilledTemplate fillTemplate(const QString &text, const TemplateFacts &facts)
{
    const QHash<QString, QString> values = valuesOf(facts);
    FilledTemplate filled;
    qsizetype from = 0;
    for (auto match = variable().globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        filled.text += text.mid(from, one.capturedStart() - from);
        from = one.capturedEnd();
        const QString name = variableKey(one.captured());
        if (name == cursorVariable()) {
            if (filled.caret < 0)
                filled.caret = filled.text.size();
            continue;
        }
        const QString value = values.value(name);
        filled.text += value.isEmpty() ? one.captured() : value;
        if (value.isEmpty())
            filled.open.insert(one.captured());
    }
    filled.text += text.mid(from);
    return filled;
}

QSet<QString> variablesIn(const QList<Template> &templates)
{
    QSet<QString> names;
    for (const Template &one : templates)
        names += fillTemplate(one.text, {}).open;
    return names;
}

QList<OpenVariable> openVariables(const QString &text, const QSet<QString> &names)
{
    QList<OpenVariable> open;
    if (names.isEmpty())
        return open;
    for (auto match = variable().globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        if (names.contains(one.captured()))
            open.append({int(one.capturedStart()), int(one.capturedLength()), one.captured()});
    }
    return open;
}

bool OwnPart::endsAt(const QTextBlock &block) const
{
    return !forwardTitle.isEmpty() && block.text() == forwardTitle;
}

QList<OpenVariable> openVariables(const QTextDocument &document, const OwnPart &part)
{
    QList<OpenVariable> open;
    for (QTextBlock block = document.begin(); block.isValid() && !part.endsAt(block); block = block.next()) {
        if (outgoing::quoteLevel(block) > 0)
            continue;
        const QList<OpenVariable> here = openVariables(block.text(), part.variables);
        for (const OpenVariable &one : here)
            open.append({block.position() + one.position, one.length, one.name});
    }
    return open;
}

} // namespace inlet::ui
