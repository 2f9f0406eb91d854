// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Preferences.h"

#include <QList>
#include <QPair>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QVBoxLayout;

namespace inlet::ui
{

/// One page of the settings: choices under each other. Each choice holds at once: changed() follows it,
/// and fill() says what the page holds.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    using Values = QList<QPair<QString, int>>; ///< words of a choice, and what it means

    explicit SettingsPage(QWidget *parent);

    /// Puts what is chosen here into `preferences`.
    virtual void fill(Preferences &preferences) const = 0;

    /// At the width it has: words that wrap would make it much too high at the least width.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed();

protected:
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }
    void addHeading(const QString &text);
    /// Wrapped, in the secondary colour.
    QLabel *addHint(const QString &text);
    QComboBox *addChoice(const char *name, const QString &label, const Values &values, int chosen);
    QCheckBox *addFlag(const char *name, const QString &words, bool on);
    /// The end of the page: what is above stays at the top.
    void finish();

private:
    QVBoxLayout *m_column;
};

} // namespace inlet::ui
