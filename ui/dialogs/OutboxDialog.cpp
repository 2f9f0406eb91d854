// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/OutboxDialog.h"

#include "engine/Engine.h"
#include "ui/DeliveryWords.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"
#include "ui/delegates/TableDelegate.h"
#include "ui/dialogs/OutboxModel.h"
#include "ui/dialogs/Prompts.h"
#include "ui/dialogs/Words.h"

#include <QBoxLayout>
#include <QFontDatabase>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr QSize kOutboxSize(1080, 560);
constexpr int kOutboxRow = 36;
constexpr qsizetype kMostRefused = 5; ///< recipients of a refused message
constexpr int kOutboxWidths[] = {200, 200, 184, 176, 0};

class OutboxDelegate : public TableDelegate
{
public:
    using TableDelegate::TableDelegate;

protected:
    [[nodiscard]] theme::Token tint(const QModelIndex &index, bool selected) const override
    {
        if (OutboxModel::Column(index.column()) != OutboxModel::Column::State)
            return TableDelegate::tint(index, selected);
        const auto state = store::LedgerState(index.data(int(OutboxModel::Role::State)).toInt());
        const bool bad = state == store::LedgerState::Failed || state == store::LedgerState::Unknown;
        return bad ? theme::Token::Danger : theme::Token::Text;
    }
};

} // namespace

OutboxDialog::OutboxDialog(engine::Engine &engine, Prompts &prompts, QWidget *parent)
    : QDialog(parent), m_engine(engine), m_prompts(prompts), m_model(new OutboxModel(engine, this)),
      m_table(new QTableView(this)),
      m_empty(parts::secondary(tr("Nothing is on its way, and nothing is stuck."), this)),
      m_why(parts::body({}, this)), m_reply(parts::secondary({}, this)), m_notice(new parts::NoticeBar(this)),
      m_callBack(parts::button(tr("Call back"), "", this)), m_edit(parts::button(tr("Edit"), "", this)),
      m_sendNow(parts::button(tr("Send now"), "", this)), m_retry(parts::button(tr("Try again"), "", this)),
      m_show(parts::button(tr("Show conversation"), "", this))
{
    setWindowTitle(tr("Outbox"));
    build();
    parts::resizeToFit(this, kOutboxSize);
    connect(m_model, &OutboxModel::modelAboutToBeReset, this, [this] {
        const store::LedgerRow *row = m_model->row(m_table->currentIndex().row());
        m_selected = row ? row->id : LedgerId();
    });
    connect(m_model, &OutboxModel::reloaded, this, &OutboxDialog::restoreSelection);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &OutboxDialog::refresh);
    connect(m_table, &QTableView::activated, this, &OutboxDialog::edit);
    connect(m_callBack, &QPushButton::clicked, this, [this] { callBack(false); });
    connect(m_edit, &QPushButton::clicked, this, &OutboxDialog::edit);
    connect(m_sendNow, &QPushButton::clicked, this, &OutboxDialog::sendNow);
    connect(m_retry, &QPushButton::clicked, this, &OutboxDialog::retry);
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (const store::LedgerRow *row = m_model->row(m_table->currentIndex().row()))
            Q_EMIT conversationRequested(row->conversation);
    });
    refresh();
}

void OutboxDialog::build()
{
    m_table->setObjectName(QStringLiteral("outboxTable"));
    m_table->setAccessibleName(tr("Outgoing mail"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new OutboxDelegate(m_table));
    TableDelegate::makeRows(*m_table, kOutboxRow);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    for (int column = 0; column < OutboxModel::kColumns; ++column) {
        if (kOutboxWidths[column] > 0)
            m_table->horizontalHeader()->resizeSection(column, kOutboxWidths[column]);
    }
    m_table->horizontalHeader()->setSectionResizeMode(int(OutboxModel::Column::Note), QHeaderView::Stretch);
    m_reply->setObjectName(QStringLiteral("serverReplyLabel"));
    m_reply->setAccessibleName(tr("The server's words"));
    m_reply->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_reply->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_notice->setObjectName(QStringLiteral("outboxNotice"));
    const std::pair<QPushButton *, const char *> names[] = {{m_callBack, "callBackButton"}, {m_edit, "editButton"},
        {m_sendNow, "sendNowButton"}, {m_retry, "retryButton"}, {m_show, "showConversationButton"}};
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kSpace);
    for (const auto &[button, name] : names) {
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *close = parts::button(tr("Close"), "", this);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    buttons->addWidget(close);
    m_empty->setAlignment(Qt::AlignCenter);
    auto *layout = parts::column(this, theme::kGap, theme::kMargin * 3 / 2);
    layout->addWidget(parts::title(windowTitle(), this));
    layout->addWidget(m_notice);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_why);
    layout->addWidget(m_reply);
    layout->addLayout(buttons);
}

void OutboxDialog::restoreSelection()
{
    const int before = m_model->rowOf(m_selected);
    if (m_model->rowCount() > 0)
        m_table->selectRow(before >= 0 ? before : 0);
    refresh();
}

void OutboxDialog::refresh()
{
    const store::LedgerRow *row = m_model->row(m_table->currentIndex().row());
    using State = store::LedgerState;
    const bool waits = row && (row->state == State::UndoWindow || row->state == State::Queued);
    const bool stuck = row && (row->state == State::Failed || row->state == State::Unknown);
    m_table->setVisible(m_model->rowCount() > 0);
    m_empty->setVisible(m_model->rowCount() == 0);
    m_callBack->setEnabled(waits);
    m_sendNow->setEnabled(waits);
    m_retry->setEnabled(stuck);
    m_show->setEnabled(row && row->conversation.isValid());
    m_edit->setEnabled(waits || (row && row->state == State::Failed && row->draft.isValid()));
    const QModelIndex note = m_table->currentIndex().siblingAtColumn(int(OutboxModel::Column::Note));
    m_why->setText(row ? note.data().toString() : QString());
    m_why->setVisible(!m_why->text().isEmpty());
    m_reply->setText(row ? QString::fromUtf8(row->serverReply) : QString());
    m_reply->setVisible(!m_reply->text().isEmpty());
    if (row && row->state == State::Failed)
        fetchRefusals(*row);
}

/// Which recipients were refused and why: with several, the note alone does not tell.
void OutboxDialog::fetchRefusals(const store::LedgerRow &row)
{
    for (const QString &recipient : row.recipients.mid(0, kMostRefused)) {
        m_engine.desk().fetchBounces(recipient, this, [this, id = row.id, recipient](const QList<store::BounceFact> &facts) {
            const store::LedgerRow *shown = m_model->row(m_table->currentIndex().row());
            const auto refusal = std::find_if(facts.cbegin(), facts.cend(), [&](const store::BounceFact &fact) { return fact.ledger == id; });
            if (!shown || shown->id != id || refusal == facts.cend())
                return;
            const QString line = QStringLiteral("%1. %2").arg(phrases::oneLine(recipient, 254), phrases::bounce(*refusal));
            if (!m_why->text().contains(line))
                m_why->setText(m_why->text().isEmpty() ? line : m_why->text() + QLatin1Char('\n') + line);
            m_why->show();
        });
    }
}

void OutboxDialog::callBack(bool edit)
{
    const store::LedgerRow *row = m_model->row(m_table->currentIndex().row());
    if (!row)
        return;
    m_engine.cancelSend(row->id, this, [this, edit](const Result<DraftId> &answer) { onCalledBack(answer, edit); });
}

void OutboxDialog::onCalledBack(const Result<DraftId> &answer, bool edit)
{
    if (!answer) {
        m_notice->show(parts::NoticeBar::Level::Warning, words::ofError(answer.error()));
    } else {
        m_notice->show(parts::NoticeBar::Level::Success, tr("Called back. It will not go out; the draft is kept."));
        if (edit)
            Q_EMIT editRequested(*answer);
    }
    m_model->reload();
}

void OutboxDialog::edit()
{
    const store::LedgerRow *row = m_model->row(m_table->currentIndex().row());
    if (!row || !m_edit->isEnabled())
        return;
    if (row->state == store::LedgerState::Failed)
        Q_EMIT editRequested(row->draft);
    else
        callBack(true); // an old version must not go out while the new one is written
}

void OutboxDialog::sendNow()
{
    if (const store::LedgerRow *row = m_model->row(m_table->currentIndex().row()))
        m_engine.sendNow(row->id);
    m_model->reload();
}

void OutboxDialog::retry()
{
    const store::LedgerRow *row = m_model->row(m_table->currentIndex().row());
    if (!row)
        return;
    const LedgerId id = row->id;
    if (row->state == store::LedgerState::Unknown
        && !m_prompts.ask(this,
            {tr("Send it again?"), tr("It may have arrived already. If it has, %1 gets it twice.").arg(row->recipients.value(0)),
                tr("Send again"), {}, true}))
        return;
    m_engine.retrySend(id);
    m_model->reload();
}

} // namespace inlet::ui
