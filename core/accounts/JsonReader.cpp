// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/JsonReader_p.h"

#include <QFile>
#include <QJsonDocument>

namespace inlet::accounts
{

namespace
{

constexpr qint64 kMaxDataFile = 4 * 1024 * 1024;

} // namespace

Result<QByteArray> readDataFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Storage,
            QStringLiteral("cannot read %1: %2").arg(path, file.errorString()), {}, {}};
    QByteArray json = file.read(kMaxDataFile + 1);
    if (json.size() > kMaxDataFile)
        return Error{ErrorKind::Config, QStringLiteral("%1 is too large").arg(path), {}, {}};
    return json;
}

Result<QJsonObject> parseJsonObject(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError || !document.isObject()) {
        return Error{ErrorKind::Config,
            QStringLiteral("not a JSON object: %1 at %2")
                .arg(problem.errorString())
                .arg(problem.offset),
            {}, {}};
    }
    return document.object();
}

void JsonRow::fail(const QString &why)
{
    if (m_problem.isEmpty())
        m_problem = QStringLiteral("%1: %2").arg(m_where, why);
}

QString JsonRow::text(const char *field, bool required)
{
    const QJsonValue value = m_object.value(QLatin1String(field));
    if (!value.isUndefined() && !value.isString())
        fail(QStringLiteral("%1 is not a text").arg(QLatin1String(field)));
    const QString text = value.toString();
    if (required && text.isEmpty())
        fail(QStringLiteral("%1 is missing").arg(QLatin1String(field)));
    return text;
}

bool JsonRow::flag(const char *field)
{
    const QJsonValue value = m_object.value(QLatin1String(field));
    if (!value.isUndefined() && !value.isBool())
        fail(QStringLiteral("%1 is not true or false").arg(QLatin1String(field)));
    return value.toBool();
}

int JsonRow::number(const char *field, int low, int high)
{
    const QJsonValue value = m_object.value(QLatin1String(field));
    const int number = value.toInt(low - 1);
    if (number < low || number > high)
        fail(QStringLiteral("%1 is not a number from %2 to %3")
                 .arg(QLatin1String(field))
                 .arg(low)
                 .arg(high));
    return number;
}

QStringList JsonRow::texts(const char *field)
{
    QStringList texts;
    for (const QJsonValue &value : array(field)) {
        if (value.toString().isEmpty())
            fail(QStringLiteral("%1 holds something else than texts").arg(QLatin1String(field)));
        texts.append(value.toString());
    }
    return texts;
}

QJsonArray JsonRow::array(const char *field)
{
    const QJsonValue value = m_object.value(QLatin1String(field));
    if (!value.isUndefined() && !value.isArray())
        fail(QStringLiteral("%1 is not a list").arg(QLatin1String(field)));
    return value.toArray();
}

QJsonObject JsonRow::object(const char *field)
{
    const QJsonValue value = m_object.value(QLatin1String(field));
    if (!value.isUndefined() && !value.isObject())
        fail(QStringLiteral("%1 is not an object").arg(QLatin1String(field)));
    return value.toObject();
}

void JsonRow::allowOnly(const QStringList &fields)
{
    for (const QString &key : m_object.keys()) {
        if (!fields.contains(key))
            fail(QStringLiteral("unknown field %1").arg(key));
    }
}

} // namespace inlet::accounts
