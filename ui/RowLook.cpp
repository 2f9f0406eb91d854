// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/RowLook.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace inlet::ui
{

namespace
{

struct FieldName {
    RowField field;
    const char *name;
    const char *words;
};
constexpr std::array kFields = {FieldName{RowField::Company, "company", QT_TRANSLATE_NOOP("inlet::ui::RowLook", "Company")},
    FieldName{RowField::Category, "category", QT_TRANSLATE_NOOP("inlet::ui::RowLook", "Category")},
    FieldName{RowField::Count, "count", QT_TRANSLATE_NOOP("inlet::ui::RowLook", "Number of messages")},
    FieldName{RowField::Mailbox, "mailbox", QT_TRANSLATE_NOOP("inlet::ui::RowLook", "Mailbox, where there are several")},
    FieldName{RowField::Labels, "labels", QT_TRANSLATE_NOOP("inlet::ui::RowLook", "Labels")},
    FieldName{RowField::Campaign, "campaign", QT_TRANSLATE_NOOP("inlet::ui::RowLook", "Campaign")},
    FieldName{RowField::Preview, "preview", QT_TRANSLATE_NOOP("inlet::ui::RowLook", "First words of their newest mail")}};

constexpr std::array kDensities = {"comfortable", "compact", "three-lines"};
constexpr std::array kDensityWords = {QT_TRANSLATE_NOOP("inlet::ui::RowLook", "Comfortable: two lines"),
    QT_TRANSLATE_NOOP("inlet::ui::RowLook", "Compact: one line"), QT_TRANSLATE_NOOP("inlet::ui::RowLook", "Roomy: three lines")};

const FieldName &entryOf(RowField field)
{
    return *std::find_if(kFields.cbegin(), kFields.cend(), [field](const FieldName &one) { return one.field == field; });
}

} // namespace

QString nameOf(Density density)
{
    return QLatin1String(kDensities.at(size_t(density)));
}

std::optional<Density> densityFrom(const QString &name)
{
    const auto found = std::find_if(kDensities.cbegin(), kDensities.cend(), [&name](const char *one) { return name == QLatin1String(one); });
    return found == kDensities.cend() ? std::nullopt : std::optional(Density(found - kDensities.cbegin()));
}

QList<Density> allDensities()
{
    return {Density::Compact, Density::Comfortable, Density::ThreeLines};
}

QString wordsOf(Density density)
{
    return QCoreApplication::translate("inlet::ui::RowLook", kDensityWords.at(size_t(density)));
}

const QList<RowField> &allRowFields()
{
    static const QList<RowField> all = [] {
        QList<RowField> fields;
        for (const FieldName &one : kFields)
            fields.append(one.field);
        return fields;
    }();
    return all;
}

QString nameOf(RowField field)
{
    return QLatin1String(entryOf(field).name);
}

QString wordsOf(RowField field)
{
    return QCoreApplication::translate("inlet::ui::RowLook", entryOf(field).words);
}

} // namespace inlet::ui
