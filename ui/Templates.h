// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QDateTime>
#include <QList>
#include <QString>

class QSettings;

namespace inlet::ui
{

/// A text to answer with; its {variables} are filled in where it is used.
struct Template {
    QString name;
    QString text;

    bool operator==(const Template &) const = default;
    [[nodiscard]] bool hasLink() const { return text.contains(QLatin1String("https://"), Qt::CaseInsensitive); }
};

/// The templates of the profile, in the order of the rep: one file beside the settings, which can be copied to
/// another machine. Thread: any, one at a time.
class TemplateFile
{
public:
    explicit TemplateFile(QString path) : m_path(std::move(path)) {}
    /// templates.json beside that file of settings.
    [[nodiscard]] static QString pathBeside(const QSettings &settings);

    /// No file: no templates. Errors: Storage, with words for the user.
    [[nodiscard]] Result<QList<Template>> read() const;
    /// All of them or none. A file that cannot be understood is kept as templates-unreadable.json.
    [[nodiscard]] Result<void> write(const QList<Template> &templates) const;

private:
    QString m_path;
};

/// The first template with a link in it. Looks at the file each time and reads it only where it has changed, so that a key
/// can ask. Thread: GUI.
class LinkTemplate
{
public:
    explicit LinkTemplate(QString path) : m_path(std::move(path)) {}
    [[nodiscard]] QString name(); ///< empty: none has one

private:
    QString m_path;
    QDateTime m_changed;
    QString m_name;
};

} // namespace inlet::ui
