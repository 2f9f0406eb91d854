// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/PreferencesDialog.h"

#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/dialogs/CategoriesPage.h"
#include "ui/dialogs/GeneralPage.h"
#include "ui/dialogs/ListPage.h"
#include "ui/dialogs/NotificationPage.h"
#include "ui/dialogs/RulesPage.h"
#include "ui/dialogs/SpeechPage.h"

#include <QBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace inlet::ui
{

namespace
{

constexpr QSize kPreferencesSize(720, 600);
constexpr int kContentsWidth = 176;
constexpr int kContentsRow = 36;

} // namespace

PreferencesDialog::PreferencesDialog(const Context &context, QWidget *parent)
    : QDialog(parent), m_now(context.now), m_contents(new QListWidget(this)), m_pages(new QStackedWidget(this))
{
    setWindowTitle(tr("Settings"));
    setObjectName(QStringLiteral("preferencesDialog"));
    build();
    addPages(context);
    m_contents->setCurrentRow(0);
    m_contents->setFocus();
    parts::resizeToFit(this, kPreferencesSize);
}

void PreferencesDialog::build()
{
    m_contents->setObjectName(QStringLiteral("settingsContents"));
    m_contents->setAccessibleName(tr("Pages of the settings"));
    m_contents->setProperty("look", QStringLiteral("contents"));
    m_contents->setFixedWidth(kContentsWidth);
    m_contents->setIconSize(QSize(theme::kIcon, theme::kIcon));
    m_contents->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *keys = parts::button(tr("Change keys…"), "", this);
    keys->setObjectName(QStringLiteral("changeKeysButton"));
    keys->setAutoDefault(false);
    auto *close = parts::button(tr("Close"), "primary", this);
    close->setAutoDefault(false); // Enter in a field finishes that field
    auto *ending = new QHBoxLayout;
    ending->setContentsMargins(theme::kMargin, 0, theme::kMargin, 0);
    ending->addWidget(keys);
    ending->addStretch(1);
    ending->addWidget(close);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, theme::kMargin);
    right->setSpacing(theme::kSpace);
    right->addWidget(m_pages, 1);
    right->addLayout(ending);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_contents);
    row->addLayout(right, 1);
    connect(keys, &QPushButton::clicked, this, &PreferencesDialog::keysRequested);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_contents, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
}

void PreferencesDialog::addPages(const Context &context)
{
    auto *general = new GeneralPage(context.now, context.mode, context.contrast, context.hasTray, this);
    connect(general, &GeneralPage::modeChanged, this, &PreferencesDialog::modeChanged);
    connect(general, &GeneralPage::contrastChanged, this, &PreferencesDialog::contrastChanged);
    follow(general);
    addPage(tr("General"), QStringLiteral("settings"), general);
    auto *list = new ListPage(context.now, this);
    follow(list);
    addPage(tr("List"), QStringLiteral("panel-left"), list);
    auto *notifications = new NotificationPage(context.now, context.engine.accounts(), context.hasTray, this);
    follow(notifications);
    addPage(tr("Notifications"), QStringLiteral("bell"), notifications);
    addPage(tr("Categories"), QStringLiteral("tag"), new CategoriesPage(context.engine, context.prompts, this));
    addPage(tr("Rules"), QStringLiteral("list"), new RulesPage(context.engine, context.prompts, this));
    auto *speech = new SpeechPage(context.now, this);
    follow(speech);
    addPage(tr("Accessibility"), QStringLiteral("user"), speech);
}

void PreferencesDialog::follow(SettingsPage *page)
{
    connect(page, &SettingsPage::changed, this, [this, page] {
        page->fill(m_now);
        Q_EMIT changed(m_now);
    });
}

void PreferencesDialog::addPage(const QString &title, const QString &icon, QWidget *page)
{
    auto *item = new QListWidgetItem(theme::icon(icon), title, m_contents);
    item->setSizeHint(QSize(0, kContentsRow));
    auto *area = new QScrollArea(m_pages);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus); // what is in it scrolls with the focus
    area->setWidget(page);
    m_pages->addWidget(area);
}

} // namespace inlet::ui
