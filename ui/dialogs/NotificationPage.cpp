// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/NotificationPage.h"

#include "accounts/values/Tags.h"
#include "ui/FlowLayout.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTimeEdit>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr int kDays = 7;
constexpr int kMailboxRows = 5;
constexpr int kMailboxRow = 28;

} // namespace

NotificationPage::NotificationPage(const Preferences &now, const QList<accounts::Account> &mailboxes, bool hasTray, QWidget *parent)
    : SettingsPage(parent)
{
    addCategories(now);
    addMailboxes(now, mailboxes);
    m_health = addFlag("healthCheckBox", tr("Tell me when a mailbox needs me, or too much mail bounces"), now.notifyHealth);
    m_hide = addFlag("hideTextCheckBox", tr("Name nobody and quote nothing: for shared screens"), now.hideText);
    addQuietHours(now.quietHours);
    m_tray = addChoice("trayComboBox", tr("The icon in the tray counts"),
        {{tr("Positive replies that wait for an answer"), int(Preferences::TrayCount::Positive)},
            {tr("Unread conversations"), int(Preferences::TrayCount::Unread)}, {tr("Nothing"), int(Preferences::TrayCount::Nothing)}},
        int(now.trayCount));
    m_tray->setEnabled(hasTray);
    finish();
}

void NotificationPage::addCategories(const Preferences &now)
{
    addHeading(tr("Tell me about replies of people that are"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme::kMargin);
    grid->setVerticalSpacing(0);
    const QList<store::Category> all = Preferences::tellableCategories();
    const int rows = int(all.size() + 1) / 2;
    for (int at = 0; at < all.size(); ++at) {
        const store::Category category = all.at(at);
        auto *box = new QCheckBox(category == store::Category::Unsorted ? tr("Not sorted yet") : phrases::category(category).replace(QLatin1Char('&'), QLatin1String("&&")), this);
        box->setObjectName(QStringLiteral("tell%1CheckBox").arg(int(category)));
        box->setChecked(now.notifyCategories.contains(category));
        connect(box, &QCheckBox::toggled, this, &SettingsPage::changed);
        m_categories.insert(category, box);
        grid->addWidget(box, at % rows, at / rows);
    }
    grid->setColumnStretch(1, 1);
    column()->addLayout(grid);
    addHint(tr("Automatic replies and bounces are never told. The first reply comes at once, what follows within five minutes as one summary."));
}

void NotificationPage::addMailboxes(const Preferences &now, const QList<accounts::Account> &mailboxes)
{
    m_unknown = now.silentMailboxes;
    m_mailboxes = new QListWidget(this);
    m_mailboxes->setObjectName(QStringLiteral("tellMailboxes"));
    m_mailboxes->setAccessibleName(tr("Mailboxes that may tell"));
    m_mailboxes->setProperty("look", QStringLiteral("field"));
    m_mailboxes->setUniformItemSizes(true);
    for (const accounts::Account &account : mailboxes) {
        auto *item = new QListWidgetItem(phrases::oneLine(account.email), m_mailboxes);
        item->setData(Qt::UserRole, account.id.number());
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(now.silentMailboxes.contains(account.id) ? Qt::Unchecked : Qt::Checked);
        item->setSizeHint(QSize(0, kMailboxRow));
        m_unknown.remove(account.id);
    }
    if (m_mailboxes->count() > 0)
        m_mailboxes->setCurrentRow(0);
    m_mailboxes->setFixedHeight(std::clamp(m_mailboxes->count(), 1, kMailboxRows) * kMailboxRow + theme::kSpace);
    m_mailboxes->setEnabled(!mailboxes.isEmpty());
    auto *all = parts::button(tr("All"), "link", this);
    auto *none = parts::button(tr("None"), "link", this);
    all->setObjectName(QStringLiteral("allMailboxesButton"));
    none->setObjectName(QStringLiteral("noMailboxButton"));
    all->setAccessibleName(tr("All mailboxes may tell"));
    none->setAccessibleName(tr("No mailbox may tell"));
    auto *line = new QHBoxLayout;
    line->addWidget(parts::strong(tr("From these mailboxes"), this), 1);
    addTags(mailboxes, *line);
    for (QPushButton *button : {all, none}) {
        button->setAutoDefault(false);
        button->setEnabled(!mailboxes.isEmpty());
        line->addWidget(button);
    }
    column()->addLayout(line);
    column()->addWidget(m_mailboxes);
    connect(all, &QPushButton::clicked, this, [this] { setMailboxes(true, [](AccountId) { return true; }); });
    connect(none, &QPushButton::clicked, this, [this] { setMailboxes(false, [](AccountId) { return true; }); });
    connect(m_mailboxes, &QListWidget::itemChanged, this, &SettingsPage::changed);
}

/// All mailboxes of a tag at once; checked where each of them may tell.
void NotificationPage::addTags(const QList<accounts::Account> &mailboxes, QBoxLayout &line)
{
    const QStringList tags = accounts::allTags(mailboxes);
    if (tags.isEmpty())
        return;
    auto *button = parts::button(tr("By tag"), "link", this);
    button->setObjectName(QStringLiteral("tellTagsButton"));
    button->setAccessibleName(tr("Mailboxes that may tell, by tag"));
    button->setAutoDefault(false);
    auto *menu = new QMenu(button);
    for (const QString &tag : tags) {
        QSet<AccountId> theirs;
        for (const accounts::Account &account : mailboxes) {
            if (accounts::hasTag(account, tag))
                theirs.insert(account.id);
        }
        QAction *entry = menu->addAction(phrases::oneLine(tag).replace(QLatin1Char('&'), QLatin1String("&&")));
        entry->setCheckable(true);
        connect(menu, &QMenu::aboutToShow, entry, [this, entry, theirs] {
            Preferences now;
            fill(now);
            entry->setChecked(!now.silentMailboxes.intersects(theirs));
        });
        connect(entry, &QAction::triggered, this, [this, theirs](bool told) { setMailboxes(told, [&theirs](AccountId id) { return theirs.contains(id); }); });
    }
    button->setMenu(menu);
    line.addWidget(button);
}

void NotificationPage::setMailboxes(bool told, const std::function<bool(AccountId)> &which)
{
    {
        const QSignalBlocker once(m_mailboxes);
        for (int row = 0; row < m_mailboxes->count(); ++row) {
            QListWidgetItem *item = m_mailboxes->item(row);
            if (which(AccountId(item->data(Qt::UserRole).toLongLong())))
                item->setCheckState(told ? Qt::Checked : Qt::Unchecked);
        }
    }
    m_mailboxes->viewport()->update();
    Q_EMIT changed();
}

void NotificationPage::addQuietHours(const QuietHours &now)
{
    m_quiet = addFlag("quietCheckBox", tr("Quiet hours"), now.on);
    const auto timeEdit = [this](const char *name, const QString &label, const QTime &time) {
        auto *edit = new QTimeEdit(time, this);
        edit->setObjectName(QString::fromLatin1(name));
        edit->setAccessibleName(label);
        edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
        edit->setWrapping(true);
        edit->setDisplayFormat(QLocale().timeFormat(QLocale::ShortFormat).contains(QLatin1String("AP"), Qt::CaseInsensitive) ? QStringLiteral("h:mm AP")
                                                                                                                          : QStringLiteral("HH:mm"));
        connect(edit, &QTimeEdit::timeChanged, this, &SettingsPage::changed);
        return edit;
    };
    m_from = timeEdit("quietFromEdit", tr("Quiet from"), now.from);
    m_to = timeEdit("quietToEdit", tr("Quiet until"), now.to);
    auto *times = new QHBoxLayout;
    times->setSpacing(theme::kGap);
    times->addWidget(new parts::Field(tr("From"), m_from, this), 1);
    times->addWidget(new parts::Field(tr("Until"), m_to, this), 1);
    column()->addLayout(times);
    auto *row = new QWidget(this);
    auto *days = new FlowLayout(row, theme::kGap);
    m_days.resize(kDays);
    for (int at = 0; at < kDays; ++at) {
        const int day = (QLocale().firstDayOfWeek() - 1 + at) % kDays + 1;
        auto *box = new QCheckBox(QLocale().dayName(day, QLocale::ShortFormat), row);
        box->setObjectName(QStringLiteral("quietDay%1CheckBox").arg(day));
        box->setAccessibleName(tr("Quiet hours that begin on %1").arg(QLocale().dayName(day)));
        box->setChecked(now.hasDay(day));
        connect(box, &QCheckBox::toggled, this, &SettingsPage::changed);
        m_days[day - 1] = box;
        days->addWidget(box);
    }
    column()->addWidget(row);
    addHint(tr("What comes meanwhile is one summary at their end. While your system asks not to be disturbed, Inlet waits the same way."));
    connect(m_quiet, &QCheckBox::toggled, this, &NotificationPage::refreshQuiet);
    refreshQuiet();
}

void NotificationPage::refreshQuiet()
{
    m_from->setEnabled(m_quiet->isChecked());
    m_to->setEnabled(m_quiet->isChecked());
    for (QCheckBox *day : std::as_const(m_days))
        day->setEnabled(m_quiet->isChecked());
}

void NotificationPage::fill(Preferences &preferences) const
{
    preferences.notifyCategories.removeIf([this](store::Category category) { return m_categories.contains(category); });
    for (auto box = m_categories.cbegin(); box != m_categories.cend(); ++box) {
        if ((*box)->isChecked())
            preferences.notifyCategories.insert(box.key());
    }
    preferences.silentMailboxes = m_unknown;
    for (int row = 0; row < m_mailboxes->count(); ++row) {
        const QListWidgetItem *item = m_mailboxes->item(row);
        if (item->checkState() != Qt::Checked)
            preferences.silentMailboxes.insert(AccountId(item->data(Qt::UserRole).toLongLong()));
    }
    preferences.notifyHealth = m_health->isChecked();
    preferences.hideText = m_hide->isChecked();
    preferences.quietHours.on = m_quiet->isChecked();
    preferences.quietHours.from = m_from->time();
    preferences.quietHours.to = m_to->time();
    preferences.quietHours.weekdays = 0;
    for (int day = 0; day < kDays; ++day)
        preferences.quietHours.weekdays |= m_days.at(day)->isChecked() ? 1 << day : 0;
    preferences.trayCount = Preferences::TrayCount(m_tray->currentData().toInt());
}

} // namespace inlet::ui
