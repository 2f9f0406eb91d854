// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/MailboxTable.h"

#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"
#include "ui/delegates/TableDelegate.h"
#include "ui/dialogs/MailboxDelegate.h"
#include "ui/dialogs/MailboxModel.h"
#include "ui/dialogs/MailboxRemoval.h"
#include "ui/dialogs/MailboxSettings.h"
#include "ui/dialogs/MailboxTags.h"
#include "ui/dialogs/Prompts.h"
#include "ui/dialogs/RepairMailbox.h"
#include "ui/dialogs/Words.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr QSize kTableSize(1200, 640);
constexpr int kTableRow = 36;
constexpr int kTableWidths[] = {232, 92, 96, 184, 96, 84, 72, 76, 0, 104};

} // namespace

MailboxTable::MailboxTable(engine::Engine &engine, Prompts &prompts, QWidget *parent)
    : QDialog(parent), m_engine(engine), m_prompts(prompts), m_model(new MailboxModel(engine, this)),
      m_summary(parts::secondary({}, this)), m_notice(new parts::NoticeBar(this)), m_why(parts::secondary({}, this)), m_table(new QTableView(this)), m_empty(new QWidget(this)),
      m_check(parts::button(tr("Check now"), "", this)), m_edit(parts::button(tr("Settings"), "", this)),
      m_tags(parts::button(tr("Tags"), "", this)),
      m_repair(parts::button(tr("Repair"), "", this)), m_pause(parts::button({}, "", this)), m_toggle(parts::button({}, "", this)),
      m_remove(parts::button(tr("Remove"), "danger", this))
{
    setWindowTitle(tr("Mailboxes"));
    build();
    bind();
    parts::resizeToFit(this, kTableSize);
    if (m_model->rowCount() > 0)
        m_table->selectRow(0);
    m_table->setFocus();
    refresh();
}

void MailboxTable::build()
{
    m_summary->setObjectName(QStringLiteral("summaryLabel"));
    m_why->setObjectName(QStringLiteral("whyLabel"));
    m_table->setObjectName(QStringLiteral("mailboxTable"));
    m_table->setAccessibleName(tr("Mailboxes"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new MailboxDelegate(m_table));
    TableDelegate::makeRows(*m_table, kTableRow);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    QHeaderView *header = m_table->horizontalHeader();
    for (int column = 0; column < MailboxModel::kColumns; ++column) {
        if (kTableWidths[column] > 0)
            header->resizeSection(column, std::max(kTableWidths[column], header->sectionSizeHint(column))); // words of other languages are longer
    }
    header->setSectionResizeMode(int(MailboxModel::Column::Reason), QHeaderView::Stretch);

    auto *add = parts::button(tr("Connect a mailbox"), "primary", this);
    add->setObjectName(QStringLiteral("addButton"));
    connect(add, &QPushButton::clicked, this, &MailboxTable::connectRequested);
    auto *many = parts::button(tr("Connect many"), "", this);
    many->setObjectName(QStringLiteral("addManyButton"));
    many->setAutoDefault(false);
    connect(many, &QPushButton::clicked, this, &MailboxTable::connectManyRequested);
    const std::pair<QPushButton *, const char *> names[] = {{m_check, "checkNowButton"}, {m_edit, "editButton"},
        {m_tags, "tagsButton"}, {m_repair, "repairButton"}, {m_pause, "pauseButton"}, {m_toggle, "toggleButton"}, {m_remove, "removeButton"}};
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kSpace);
    for (const auto &[button, name] : names) {
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    buttons->addWidget(many);
    buttons->addWidget(add);
    add->setAutoDefault(false);

    auto *empty = parts::column(m_empty, theme::kSpace);
    empty->addStretch(1);
    empty->addWidget(parts::title(tr("No mailbox yet"), m_empty));
    empty->addWidget(parts::secondary(tr("Connect a mailbox to see replies. Nothing leaves this computer except to your "
                                         "mail servers."), m_empty));
    empty->addStretch(2);
    auto *head = new QHBoxLayout;
    head->addWidget(parts::title(windowTitle(), this), 1);
    m_summary->setWordWrap(false);
    head->addWidget(m_summary, 0, Qt::AlignBottom);
    auto *layout = parts::column(this, theme::kGap, theme::kMargin * 3 / 2);
    layout->addLayout(head);
    m_notice->setObjectName(QStringLiteral("noticeBar"));
    layout->addWidget(m_notice);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_why);
    layout->addLayout(buttons);
}

void MailboxTable::bind()
{
    connect(m_model, &MailboxModel::refreshed, this, &MailboxTable::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MailboxTable::refresh);
    connect(m_table, &QTableView::activated, this, &MailboxTable::act);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == int(MailboxModel::Column::Action))
            act(index);
    });
    connect(m_check, &QPushButton::clicked, this, &MailboxTable::checkNow);
    connect(m_edit, &QPushButton::clicked, this, &MailboxTable::edit);
    connect(m_tags, &QPushButton::clicked, this, &MailboxTable::editTags);
    connect(m_repair, &QPushButton::clicked, this, &MailboxTable::repair);
    connect(m_pause, &QPushButton::clicked, this, &MailboxTable::togglePaused);
    connect(m_toggle, &QPushButton::clicked, this, &MailboxTable::toggleEnabled);
    connect(m_remove, &QPushButton::clicked, this, &MailboxTable::remove);
    connect(new QShortcut(QKeySequence(Qt::Key_F5), this), &QShortcut::activated, this, &MailboxTable::checkNow);
}

void MailboxTable::select(AccountId account)
{
    if (const int row = m_model->rowOf(account); row >= 0) {
        m_table->selectRow(row);
        m_table->scrollTo(m_model->index(row, 0));
    }
}

QList<AccountId> MailboxTable::selected() const
{
    QList<AccountId> ids;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        ids.append(m_model->accountAt(row.row()));
    return ids;
}

AccountId MailboxTable::single() const
{
    const QList<AccountId> ids = selected();
    return ids.size() == 1 ? ids.first() : AccountId();
}

void MailboxTable::refresh()
{
    const QList<AccountId> ids = selected();
    const accounts::Account *first = ids.isEmpty() ? nullptr : m_model->account(ids.first());
    const bool enables = first && !first->enabled;
    m_summary->setText(m_model->rowCount() > 0 ? m_model->summary() : QString());
    showColumns();
    m_table->setVisible(m_model->rowCount() > 0);
    m_empty->setVisible(m_model->rowCount() == 0);
    const engine::MailboxStatus status = first ? m_engine.status(first->id) : engine::MailboxStatus();
    m_why->setText(ids.size() == 1 ? explained(status) : QString());
    m_why->setVisible(!m_why->text().isEmpty());
    m_pause->setText(status.historyPaused ? tr("Continue reading") : tr("Pause reading"));
    m_pause->setToolTip(status.historyPaused ? tr("Older mail is read again, newest first.")
                                             : tr("No older mail is read until you continue; new mail still comes in. Ctrl+A selects all mailboxes."));
    m_toggle->setText(enables ? tr("Enable") : tr("Disable"));
    for (QPushButton *button : {m_check, m_tags, m_repair, m_pause, m_toggle, m_remove})
        button->setEnabled(!ids.isEmpty());
    m_edit->setEnabled(ids.size() == 1);
}

/// Where there is not room for both, the tags that the user gave say more than the provider.
void MailboxTable::showColumns()
{
    constexpr int kRoomForBoth = 1120;
    const bool tags = m_model->hasTags();
    m_table->setColumnHidden(int(MailboxModel::Column::Tags), !tags);
    m_table->setColumnHidden(int(MailboxModel::Column::Provider), tags && width() < kRoomForBoth);
}

void MailboxTable::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    showColumns();
}

/// Why the mailbox is as it is, or how far it has come.
QString MailboxTable::explained(const engine::MailboxStatus &status)
{
    const QString why = QStringLiteral("%1 %2").arg(status.reason, status.advice).trimmed();
    if (!why.isEmpty())
        return why;
    const QString progress = phrases::syncProgress(status);
    if (status.state != engine::MailboxState::Paused)
        return progress.isEmpty() ? QString() : tr("%1.").arg(progress);
    const QString waits = tr("New mail comes in. Older mail waits until you continue reading.");
    return progress.isEmpty() ? waits : tr("%1. %2").arg(progress, waits);
}

void MailboxTable::act(const QModelIndex &index)
{
    const AccountId id = m_model->accountAt(index.row());
    const bool onAction = index.column() == int(MailboxModel::Column::Action);
    select(id);
    switch (MailboxAction(index.data(int(MailboxModel::Role::Action)).toInt())) {
    case MailboxAction::Repair:
        repair();
        return;
    case MailboxAction::CheckNow:
        if (onAction) {
            m_engine.checkNow(id);
            return;
        }
        break;
    case MailboxAction::Continue:
        if (onAction) {
            m_engine.pauseHistory({id}, false);
            return;
        }
        break;
    case MailboxAction::Enable:
        if (onAction) {
            toggleEnabled();
            return;
        }
        break;
    case MailboxAction::None:
        break;
    }
    edit();
}

void MailboxTable::edit()
{
    if (const accounts::Account *account = m_model->account(single())) {
        MailboxSettings dialog(m_engine, m_prompts, *account, this);
        dialog.exec();
    }
}

void MailboxTable::editTags()
{
    QList<accounts::Account> chosen;
    const QList<AccountId> ids = selected();
    for (const AccountId id : ids) {
        if (const accounts::Account *account = m_model->account(id))
            chosen.append(*account);
    }
    m_notice->clear();
    if (!chosen.isEmpty())
        askTags(m_engine, chosen, this, [this](const Result<void> &done) { sayIfFailed(done); });
}

void MailboxTable::repair()
{
    const QList<AccountId> ids = selected(); // before the first repair moves the rows
    for (const AccountId id : ids) {
        const accounts::Account *account = m_model->account(id);
        if (!account)
            continue;
        RepairMailbox dialog(m_engine, m_prompts, *account, this);
        if (dialog.exec() == QDialog::Rejected)
            return; // who leaves one does not want to see the others
    }
}

void MailboxTable::checkNow()
{
    for (const AccountId id : selected())
        m_engine.checkNow(id);
}

void MailboxTable::togglePaused()
{
    const QList<AccountId> ids = selected();
    if (!ids.isEmpty())
        m_engine.pauseHistory(ids, !m_engine.status(ids.first()).historyPaused);
}

void MailboxTable::toggleEnabled()
{
    const QList<AccountId> ids = selected();
    const accounts::Account *first = ids.isEmpty() ? nullptr : m_model->account(ids.first());
    if (!first)
        return;
    const bool enabled = !first->enabled;
    m_notice->clear();
    for (const AccountId id : ids) {
        const accounts::Account *known = m_model->account(id);
        if (!known)
            continue;
        accounts::Account changed = *known;
        changed.enabled = enabled;
        m_engine.updateAccount(*known, changed, Secret(), this, [this](const Result<void> &done) { sayIfFailed(done); });
    }
}

void MailboxTable::sayIfFailed(const Result<void> &done)
{
    if (!done)
        m_notice->show(parts::NoticeBar::Level::Error, words::ofError(done.error()));
}

void MailboxTable::remove()
{
    m_notice->clear();
    removeMailboxes(m_engine, m_prompts, selected(), this, [this](const QStringList &problems) {
        if (!problems.isEmpty())
            m_notice->show(parts::NoticeBar::Level::Error, problems.join(QLatin1Char('\n')));
    });
}

} // namespace inlet::ui
