// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ListPage.h"

#include <QCheckBox>
#include <QComboBox>

namespace inlet::ui
{

SettingsPage::Values ListPage::densities()
{
    Values all;
    for (const Density density : allDensities())
        all.append({wordsOf(density), int(density)});
    return all;
}

ListPage::ListPage(const Preferences &now, QWidget *parent) : SettingsPage(parent)
{
    m_density = addChoice("densityComboBox", tr("Rows of the list"), densities(), int(now.rows.density));
    addHeading(tr("Shown in the list"));
    for (const RowField field : allRowFields())
        m_fields.insert(field, addFlag(qPrintable(nameOf(field) + QStringLiteral("FieldCheckBox")), wordsOf(field), now.rows.has(field)));
    addHint(tr("The name, the time and the marks at the end of a row are always there. What a search found is shown in any case."));
    finish();
}

void ListPage::fill(Preferences &preferences) const
{
    preferences.rows.density = Density(m_density->currentData().toInt());
    preferences.rows.fields.clear();
    for (auto box = m_fields.cbegin(); box != m_fields.cend(); ++box) {
        if ((*box)->isChecked())
            preferences.rows.fields.insert(box.key());
    }
}

} // namespace inlet::ui
