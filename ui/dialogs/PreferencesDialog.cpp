// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/PreferencesDialog.h"

#include "ui/dialogs/Parts.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>

namespace inlet::ui
{

namespace
{

constexpr QSize kPreferencesSize(480, 620);

} // namespace

PreferencesDialog::PreferencesDialog(const Preferences &now, theme::Mode mode, QWidget *parent)
    : QDialog(parent), m_now(now), m_health(new QCheckBox(tr("Tell me when a mailbox needs me"), this)),
      m_hide(new QCheckBox(tr("Name nobody and quote nothing in notifications"), this))
{
    setWindowTitle(tr("Settings"));
    setObjectName(QStringLiteral("preferencesDialog"));
    build(mode);
    parts::resizeToFit(this, kPreferencesSize);
}

QComboBox *PreferencesDialog::choice(const char *name, const QString &label, const QList<QPair<QString, int>> &values, int chosen)
{
    auto *box = new QComboBox(this);
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleName(label);
    for (const auto &[words, value] : values)
        box->addItem(words, value);
    if (box->findData(chosen) < 0)
        box->addItem(tr("As it is (%1)").arg(chosen), chosen); // typed into the file by hand
    box->setCurrentIndex(box->findData(chosen));
    layout()->addWidget(new parts::Field(label, box, this));
    return box;
}

void PreferencesDialog::build(theme::Mode mode)
{
    auto *column = parts::column(this, theme::kSpace, theme::kMargin);
    column->addWidget(parts::title(tr("Settings"), this));
    m_mode = choice("modeComboBox", tr("Look"),
        {{tr("As the system"), int(theme::Mode::System)}, {tr("Light"), int(theme::Mode::Light)}, {tr("Dark"), int(theme::Mode::Dark)}}, int(mode));
    m_density = choice("densityComboBox", tr("Rows of the list"),
        {{tr("Comfortable: two lines"), int(Preferences::Density::Comfortable)}, {tr("Compact: one line"), int(Preferences::Density::Compact)}},
        int(m_now.density));
    m_read = choice("readComboBox", tr("An open conversation counts as read"),
        {{tr("At once"), 0}, {tr("After half a second"), 500}, {tr("After 3 seconds"), 3000}, {tr("Only by hand"), Preferences::kByHand}}, m_now.readAfterMs);
    m_undo = choice("undoComboBox", tr("A sent mail can be called back for"),
        {{tr("No time: it leaves at once"), 0}, {tr("5 seconds"), 5}, {tr("10 seconds"), 10}, {tr("30 seconds"), 30}, {tr("1 minute"), 60},
            {tr("2 minutes"), 120}},
        m_now.undoSeconds);
    m_notify = choice("notifyComboBox", tr("Notify me about"),
        {{tr("Interested, meetings and questions"), int(Preferences::Notify::Positive)}, {tr("Every reply of a person"), int(Preferences::Notify::EveryHuman)},
            {tr("No mail"), int(Preferences::Notify::Nothing)}},
        int(m_now.notify));
    m_health->setObjectName(QStringLiteral("healthCheckBox"));
    m_health->setChecked(m_now.notifyHealth);
    m_hide->setObjectName(QStringLiteral("hideTextCheckBox"));
    m_hide->setChecked(m_now.hideText);
    auto *close = parts::button(tr("Close"), "primary", this);
    close->setDefault(true);
    column->addWidget(m_health);
    column->addWidget(m_hide);
    auto *keys = parts::button(tr("Change keys…"), "", this);
    keys->setObjectName(QStringLiteral("changeKeysButton"));
    keys->setAutoDefault(false);
    connect(keys, &QPushButton::clicked, this, &PreferencesDialog::keysRequested);
    column->addStretch(1);
    auto *ending = new QHBoxLayout;
    ending->addWidget(keys);
    ending->addStretch(1);
    ending->addWidget(close);
    column->addLayout(ending);
    connect(m_mode, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT modeChanged(theme::Mode(m_mode->currentData().toInt())); });
    for (QComboBox *box : {m_density, m_read, m_undo, m_notify})
        connect(box, &QComboBox::currentIndexChanged, this, &PreferencesDialog::tell);
    for (QCheckBox *box : {m_health, m_hide})
        connect(box, &QCheckBox::toggled, this, &PreferencesDialog::tell);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    m_mode->setFocus();
}

void PreferencesDialog::tell()
{
    m_now.density = Preferences::Density(m_density->currentData().toInt());
    m_now.readAfterMs = m_read->currentData().toInt();
    m_now.undoSeconds = m_undo->currentData().toInt();
    m_now.notify = Preferences::Notify(m_notify->currentData().toInt());
    m_now.notifyHealth = m_health->isChecked();
    m_now.hideText = m_hide->isChecked();
    Q_EMIT changed(m_now);
}

} // namespace inlet::ui
