// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

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

} // namespace inlet::ui
