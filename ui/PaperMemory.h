// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

class QSettings;

namespace inlet::ui
{

/// Whose HTML mail is shown on light paper, or dark, because the user said so; the others have the usual one. Thread: GUI.
class PaperMemory
{
public:
    explicit PaperMemory(QSettings &settings) : m_settings(settings) {}
    /// Of senders that nothing was said about. Empty: the colours of the mail decide.
    void setUsual(std::optional<bool> paper) { m_usual = paper; }
    [[nodiscard]] std::optional<bool> usual() const { return m_usual; }
    [[nodiscard]] std::optional<bool> of(const QString &sender) const;
    void set(const QString &sender, bool paper);

private:
    QSettings &m_settings;
    std::optional<bool> m_usual;
};

} // namespace inlet::ui
