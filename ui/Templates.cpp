// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Templates.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QSettings>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr qsizetype kMostTemplates = 2000;
constexpr qsizetype kMostTemplateName = 120;
constexpr qsizetype kMostText = 100'000;
constexpr qint64 kMostOctets = 50'000'000;

QString templateWord(const char *text)
{
    return QCoreApplication::translate("Templates", text);
}

Error problem(const QString &words)
{
    return Error{ErrorKind::Storage, words, {}, {}};
}

} // namespace

QString TemplateFile::pathBeside(const QSettings &settings)
{
    return QFileInfo(settings.fileName()).dir().filePath(QStringLiteral("templates.json"));
}

Result<QList<Template>> TemplateFile::read() const
{
    QFile file(m_path);
    if (!file.exists())
        return QList<Template>();
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostOctets)
        return problem(templateWord("Your templates in %1 cannot be read.").arg(m_path));
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &parsed);
    if (!document.isArray())
        return problem(templateWord("Your templates in %1 cannot be understood: %2.").arg(m_path, parsed.errorString()));
    QList<Template> templates;
    const QJsonArray rows = document.array();
    for (const QJsonValue &row : rows) {
        const Template one{row[QStringLiteral("name")].toString().simplified().left(kMostTemplateName), row[QStringLiteral("text")].toString().left(kMostText)};
        if (!one.name.isEmpty() && templates.size() < kMostTemplates)
            templates.append(one);
    }
    return templates;
}

Result<void> TemplateFile::write(const QList<Template> &templates) const
{
    if (!read()) {
        const QString aside = QFileInfo(m_path).dir().filePath(QStringLiteral("templates-unreadable.json"));
        if (QFile::exists(aside) || !QFile::rename(m_path, aside))
            return problem(templateWord("%1 cannot be understood and was not overwritten. Move it away, then save again.").arg(m_path));
    }
    QJsonArray rows;
    for (const Template &one : templates)
        rows.append(QJsonObject{{QStringLiteral("name"), one.name}, {QStringLiteral("text"), one.text}});
    const QByteArray octets = QJsonDocument(rows).toJson();
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || file.write(octets) != octets.size() || !file.commit())
        return problem(templateWord("Your templates were not saved: %1. Is the disk full?").arg(file.errorString()));
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

QString LinkTemplate::name()
{
    const QDateTime changed = QFileInfo(m_path).lastModified();
    if (changed == m_changed)
        return m_name;
    m_changed = changed;
    m_name.clear();
    if (const auto templates = TemplateFile(m_path).read()) {
        const auto found = std::find_if(templates->cbegin(), templates->cend(), [](const Template &one) { return one.hasLink(); });
        if (found != templates->cend())
            m_name = found->name;
    }
    return m_name;
}

} // namespace inlet::ui
