// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/HtmlStyle_p.h"

#include <QSet>
#include <QStringList>

namespace inlet::mime
{

namespace
{

constexpr qsizetype kMaxStyle = 4000;
constexpr qsizetype kMaxValue = 120;
constexpr double kMaxLength = 200; ///< px, pt, em: beyond it a line covers the window

const QSet<QString> &allowedProperties()
{
    static const QSet<QString> properties = {QStringLiteral("color"), QStringLiteral("background-color"),
        QStringLiteral("font-size"), QStringLiteral("font-weight"), QStringLiteral("font-style"),
        QStringLiteral("font-family"), QStringLiteral("text-align"), QStringLiteral("text-decoration"),
        QStringLiteral("text-transform"), QStringLiteral("vertical-align"), QStringLiteral("margin-left"),
        QStringLiteral("margin-right"), QStringLiteral("margin-top"), QStringLiteral("margin-bottom"),
        QStringLiteral("padding-left"), QStringLiteral("padding-right"), QStringLiteral("padding-top"),
        QStringLiteral("padding-bottom"), QStringLiteral("padding"), QStringLiteral("text-indent"),
        QStringLiteral("white-space"), QStringLiteral("list-style-type"), QStringLiteral("line-height")};
    return properties;
}

/// Letters, digits and what colours, lengths and font lists are written with.
bool isPlainValue(const QString &value)
{
    if (value.isEmpty() || value.size() > kMaxValue)
        return false;
    for (const QChar c : value) {
        const bool plain = c.isLetterOrNumber() || QStringView(u" #%.,-()'\"").contains(c);
        if (!plain || c.unicode() < 0x20)
            return false;
    }
    return !value.contains(QStringLiteral("url"), Qt::CaseInsensitive)
        && !value.contains(QStringLiteral("expression"), Qt::CaseInsensitive)
        && !value.contains(QStringLiteral("script"), Qt::CaseInsensitive);
}

bool isHuge(const QString &value)
{
    double number = 0;
    for (const QString &word : value.split(u' ', Qt::SkipEmptyParts)) {
        QString digits;
        for (const QChar c : word) {
            if (!c.isDigit() && c != u'.' && c != u'-')
                break;
            digits += c;
        }
        number = qMax(number, qAbs(digits.toDouble()));
    }
    return number > kMaxLength;
}

bool isLengthProperty(const QString &property)
{
    return property == QStringLiteral("font-size") || property.startsWith(QStringLiteral("margin"))
        || property.startsWith(QStringLiteral("padding")) || property == QStringLiteral("text-indent")
        || property == QStringLiteral("line-height");
}

bool hides(const QString &property, const QString &value)
{
    return (property == QStringLiteral("display") && value == QStringLiteral("none"))
        || (property == QStringLiteral("visibility") && value == QStringLiteral("hidden"))
        || (property == QStringLiteral("mso-hide") && value == QStringLiteral("all"))
        || (property == QStringLiteral("max-height") && (value == QStringLiteral("0") || value == QStringLiteral("0px")));
}

} // namespace

SafeStyle safeStyle(QByteArrayView style)
{
    SafeStyle out;
    QStringList kept;
    const QStringList declarations = QString::fromUtf8(style.first(qMin(style.size(), kMaxStyle))).split(u';');
    for (const QString &declaration : declarations) {
        const auto colon = declaration.indexOf(u':');
        if (colon < 0)
            continue;
        QString property = declaration.left(colon).trimmed().toLower();
        QString value = declaration.mid(colon + 1).trimmed();
        value.remove(QStringLiteral("!important"), Qt::CaseInsensitive);
        value = value.trimmed();
        out.hidden = out.hidden || hides(property, value.toLower());
        const bool loads = value.contains(QStringLiteral("url("), Qt::CaseInsensitive);
        if (loads && value.contains(QStringLiteral("//")))
            ++out.remoteImages;
        if (property == QStringLiteral("background"))
            property = QStringLiteral("background-color");
        if (!allowedProperties().contains(property) || !isPlainValue(value))
            continue;
        if (isLengthProperty(property) && isHuge(value))
            continue;
        out.background = out.background || (property == QStringLiteral("background-color")
            && value.compare(QStringLiteral("transparent"), Qt::CaseInsensitive) != 0
            && value.compare(QStringLiteral("none"), Qt::CaseInsensitive) != 0);
        kept.append(property + u':' + value);
    }
    out.text = kept.join(u';');
    return out;
}

} // namespace inlet::mime
