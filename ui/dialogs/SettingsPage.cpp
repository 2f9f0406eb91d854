// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/SettingsPage.h"

#include "ui/Parts.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>

#include <algorithm>

namespace inlet::ui
{

SettingsPage::SettingsPage(QWidget *parent) : QWidget(parent), m_column(parts::column(this, theme::kGap, theme::kMargin))
{
    setProperty("look", QStringLiteral("clear")); // the colour of the dialog, within a scroll area too
}

QSize SettingsPage::minimumSizeHint() const
{
    const int least = layout()->totalMinimumSize().width();
    return {least, layout()->totalHeightForWidth(std::max(least, width()))};
}

void SettingsPage::addHeading(const QString &text)
{
    m_column->addWidget(parts::strong(text, this));
}

QLabel *SettingsPage::addHint(const QString &text)
{
    QLabel *hint = parts::secondary(text, this);
    m_column->addWidget(hint);
    return hint;
}

QComboBox *SettingsPage::addChoice(const char *name, const QString &label, const Values &values, int chosen)
{
    auto *box = new QComboBox(this);
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleName(label);
    for (const auto &[words, value] : values)
        box->addItem(words, value);
    if (box->findData(chosen) < 0)
        box->addItem(tr("As it is (%1)").arg(chosen), chosen); // typed into the file by hand
    box->setCurrentIndex(box->findData(chosen));
    connect(box, &QComboBox::currentIndexChanged, this, &SettingsPage::changed);
    m_column->addWidget(new parts::Field(label, box, this));
    return box;
}

QCheckBox *SettingsPage::addFlag(const char *name, const QString &words, bool on)
{
    auto *box = new QCheckBox(words, this);
    box->setObjectName(QString::fromLatin1(name));
    box->setChecked(on);
    connect(box, &QCheckBox::toggled, this, &SettingsPage::changed);
    m_column->addWidget(box);
    return box;
}

void SettingsPage::finish()
{
    m_column->addStretch(1);
}

} // namespace inlet::ui
