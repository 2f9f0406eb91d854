// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QLocale>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

class QTranslator;

namespace inlet::ui
{

enum class Language { System, English, German };

/// As it is written in the settings and on the command line: "system", "en", "de".
[[nodiscard]] QString nameOf(Language language);
[[nodiscard]] std::optional<Language> languageFrom(const QString &name);
/// All that can be chosen, System first.
[[nodiscard]] QList<Language> languages();
/// In its own words, so that everybody finds theirs: "English", "Deutsch". Not for System.
[[nodiscard]] QString ownNameOf(Language language);
/// The first of `wanted` ("de-AT", "de", "fr") that the window has texts in; English where there is none. Never System.
[[nodiscard]] Language closestLanguage(const QStringList &wanted);
/// How dates and numbers are written beside texts in `language`: as the system does, as far as that goes together.
[[nodiscard]] QLocale localeFor(Language language, const QLocale &system);

/// Texts, dates, numbers and the direction of the window in one language, for as long as this lives. Windows
/// that are there already keep theirs. Thread: GUI.
class Translation
{
public:
    explicit Translation(Language language, const QLocale &system = QLocale::system());
    ~Translation();
    Translation(const Translation &) = delete;
    Translation &operator=(const Translation &) = delete;

private:
    void add(const QString &file, const QString &folder);

    QLocale m_before;
    Qt::LayoutDirection m_directionBefore;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace inlet::ui
