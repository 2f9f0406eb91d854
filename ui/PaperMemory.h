// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

class QSettings;

namespace inlet::ui
{

/// Whose HTML mail is shown on light paper, or not, because the user said so. Thread: GUI.
class PaperMemory
{
public:
    explicit PaperMemory(QSettings &settings) : m_settings(settings) {}
    /// Empty: nobody said anything, the colours of the mail decide.
    [[nodiscard]] std::optional<bool> of(const QString &sender) const;
    void set(const QString &sender, bool paper);

private:
    QSettings &m_settings;
};

} // namespace inlet::ui
