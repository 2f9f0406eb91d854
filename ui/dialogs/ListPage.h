// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/SettingsPage.h"

#include <QHash>

namespace inlet::ui
{

/// How high the rows of the list are, and what they show.
class ListPage : public SettingsPage
{
    Q_OBJECT

public:
    ListPage(const Preferences &now, QWidget *parent);
    void fill(Preferences &preferences) const override;
    [[nodiscard]] static Values densities();

private:
    QComboBox *m_density;
    QHash<RowField, QCheckBox *> m_fields;
};

} // namespace inlet::ui
