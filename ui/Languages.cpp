// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Languages.h"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <array>

namespace inlet::ui
{

namespace
{

struct LanguageName {
    Language language;
    const char *name;
    const char16_t *own;
    QLocale::Language locale;
};

constexpr std::array kLanguages = {LanguageName{Language::System, "system", u"", QLocale::AnyLanguage},
    LanguageName{Language::English, "en", u"English", QLocale::English}, LanguageName{Language::German, "de", u"Deutsch", QLocale::German}};

const LanguageName &entryOf(Language language)
{
    return kLanguages[std::size_t(language)];
}

} // namespace

QString nameOf(Language language)
{
    return QString::fromLatin1(entryOf(language).name);
}

std::optional<Language> languageFrom(const QString &name)
{
    for (const LanguageName &one : kLanguages) {
        if (name == QLatin1String(one.name))
            return one.language;
    }
    return std::nullopt;
}

QList<Language> languages()
{
    QList<Language> all;
    for (const LanguageName &one : kLanguages)
        all.append(one.language);
    return all;
}

QString ownNameOf(Language language)
{
    return QString::fromUtf16(entryOf(language).own);
}

Language closestLanguage(const QStringList &wanted)
{
    for (const QString &one : wanted) {
        const auto found = languageFrom(one.section(QLatin1Char('-'), 0, 0).toLower());
        if (found && *found != Language::System)
            return *found;
    }
    return Language::English;
}

QLocale localeFor(Language language, const QLocale &system)
{
    const QLocale::Language wanted = entryOf(language).locale;
    // "C" is English that counts days from Monday and hours to 24.
    if (system.language() == wanted || (language == Language::English && system.language() == QLocale::C))
        return system;
    const QLocale there(wanted, system.territory());
    if (there.territory() == system.territory() && system.territory() != QLocale::AnyTerritory)
        return there;
    return language == Language::English && system.firstDayOfWeek() == Qt::Monday ? QLocale(QLocale::English, QLocale::UnitedKingdom) : QLocale(wanted);
}

Translation::Translation(Language language, const QLocale &system) : m_directionBefore(QGuiApplication::layoutDirection())
{
    const Language shown = language == Language::System ? closestLanguage(system.uiLanguages()) : language;
    QLocale::setDefault(localeFor(shown, system));
    if (shown != Language::English) {
        // Later ones are asked first: what both know is ours.
        add(QStringLiteral("qtbase_") + nameOf(shown), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
        add(QStringLiteral("inlet_") + nameOf(shown), QStringLiteral(":/inlet/translations"));
    }
    QGuiApplication::setLayoutDirection(QLocale(entryOf(shown).locale).textDirection());
}

Translation::~Translation()
{
    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    QGuiApplication::setLayoutDirection(m_directionBefore);
    QLocale::setDefault(m_before);
}

void Translation::add(const QString &file, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    // Qt's own texts may not be installed: its few words stay English then.
    if (!translator->load(file, folder))
        return;
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

} // namespace inlet::ui
