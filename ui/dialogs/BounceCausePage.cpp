// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/BounceCausePage.h"

#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"
#include "ui/dialogs/BounceTable.h"
#include "ui/dialogs/Words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QMap>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr qsizetype kMostAddress = 254;
constexpr qsizetype kMostCauseWords = 1000;
constexpr qsizetype kMostBounces = 1000; ///< newest; more would hold up the window
enum Column { Recipient, Mailbox, When, Said };

QString domainOf(const store::BounceFact &fact)
{
    return fact.recipient.mid(fact.recipient.lastIndexOf(QLatin1Char('@')) + 1);
}

} // namespace

BounceCausePage::BounceCausePage(engine::Engine &engine, QWidget *parent)
    : QWidget(parent), m_engine(engine), m_back(parts::button(tr("Back to the causes"), "flat", this)), m_reason(parts::title({}, this)),
      m_summary(parts::secondary({}, this)), m_domain(new QComboBox(this)), m_mailbox(new QComboBox(this)),
      m_table(bounceTable({tr("Recipient"), tr("Sent from"), tr("When"), tr("What the server said")}, "bouncesTable", this)),
      m_words(parts::secondary({}, this)), m_open(parts::button(tr("Open conversation"), "primary", this))
{
    build();
}

void BounceCausePage::build()
{
    m_back->setObjectName(QStringLiteral("backButton"));
    m_back->setAutoDefault(false);
    m_back->setIcon(theme::icon(QStringLiteral("arrow-left"), theme::Token::Text));
    m_reason->setObjectName(QStringLiteral("causeLabel"));
    m_summary->setObjectName(QStringLiteral("causeSummaryLabel"));
    m_domain->setObjectName(QStringLiteral("domainComboBox"));
    m_domain->setAccessibleName(tr("Domain of the recipients"));
    m_mailbox->setObjectName(QStringLiteral("mailboxComboBox"));
    m_mailbox->setAccessibleName(tr("Mailbox that sent"));
    m_table->setAccessibleName(tr("Bounces of this cause"));
    m_words->setObjectName(QStringLiteral("bounceWordsLabel"));
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_open->setObjectName(QStringLiteral("openConversationButton"));
    m_open->setAutoDefault(false);
    for (QComboBox *picker : {m_domain, m_mailbox}) {
        picker->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        picker->setMinimumContentsLength(20);
        connect(picker, &QComboBox::currentIndexChanged, this, &BounceCausePage::narrow);
    }
    auto *head = new QHBoxLayout;
    head->addWidget(m_back);
    head->addStretch(1);
    auto *filters = new QHBoxLayout;
    filters->addWidget(m_summary, 1);
    filters->addWidget(m_domain);
    filters->addWidget(m_mailbox);
    auto *layout = parts::column(this, theme::kSpace);
    layout->addLayout(head);
    layout->addWidget(m_reason);
    layout->addLayout(filters);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_words);
    layout->addLayout(parts::buttonLine({}, {m_open}));
    connect(m_back, &QPushButton::clicked, this, &BounceCausePage::backRequested);
    connect(m_open, &QPushButton::clicked, this, &BounceCausePage::openConversation);
    connect(m_table, &QTreeWidget::itemActivated, this, &BounceCausePage::openConversation);
    connect(m_table, &QTreeWidget::currentItemChanged, this, &BounceCausePage::showDetails);
}

void BounceCausePage::showCause(const store::BounceCause &cause, const QString &kind, const QDateTime &since, const QString &time)
{
    const QString reason = phrases::oneLine(cause.reason);
    m_reason->setText(reason.isEmpty() ? tr("No reason given") : reason);
    m_about = tr("%1 · %2").arg(kind, time);
    m_summary->setText(m_about);
    showFacts({});
    m_table->setFocus();
    m_engine.desk().fetchBouncesOf(cause.type, cause.reason, since, this, [this](const Result<QList<store::BounceFact>> &facts) {
        if (facts)
            showFacts(*facts);
        else
            m_summary->setText(words::ofError(facts.error()));
    });
}

void BounceCausePage::showFacts(const QList<store::BounceFact> &facts)
{
    m_table->clear();
    m_facts = facts.mid(0, kMostBounces);
    m_count = facts.size();
    const QHash<AccountId, QString> mailboxes = bounceMailboxes(m_engine, m_facts);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const store::BounceFact &fact : std::as_const(m_facts)) {
        const QString recipient = phrases::oneLine(fact.recipient, kMostAddress);
        const QString said = phrases::oneLine(fact.diagnostic, kMostCauseWords);
        auto *item = new QTreeWidgetItem(m_table, {recipient, mailboxes.value(fact.account), phrases::relativeTime(fact.at, now),
                                                      said.isEmpty() ? QString::fromLatin1(fact.status) : said});
        item->setToolTip(Recipient, recipient);
        item->setToolTip(When, phrases::exactTime(fact.at));
        item->setToolTip(Said, item->text(Said));
    }
    fillPicker(m_domain, tr("All domains"), domainOf);
    fillPicker(m_mailbox, tr("All mailboxes"), [&mailboxes](const store::BounceFact &fact) { return mailboxes.value(fact.account); });
    narrow();
}

/// What they have, most frequent first, with how often.
void BounceCausePage::fillPicker(QComboBox *picker, const QString &all, const std::function<QString(const store::BounceFact &)> &keyOf)
{
    QMap<QString, qint64> counts;
    for (const store::BounceFact &fact : std::as_const(m_facts))
        ++counts[keyOf(fact)];
    QStringList keys = counts.keys();
    std::stable_sort(keys.begin(), keys.end(), [&counts](const QString &a, const QString &b) { return counts.value(a) > counts.value(b); });
    const QSignalBlocker quiet(picker);
    picker->clear();
    picker->addItem(all);
    for (const QString &key : std::as_const(keys))
        picker->addItem(tr("%1 (%2)").arg(phrases::oneLine(key, kMostAddress), phrases::number(counts.value(key))), key);
    picker->setEnabled(keys.size() > 1);
}

void BounceCausePage::narrow()
{
    const QVariant domain = m_domain->currentData();
    const QVariant mailbox = m_mailbox->currentData();
    qint64 shown = 0;
    QTreeWidgetItem *first = nullptr;
    for (int row = 0; row < m_table->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_table->topLevelItem(row);
        const store::BounceFact &fact = m_facts.at(row);
        const bool fits = (!domain.isValid() || domain.toString() == domainOf(fact)) && (!mailbox.isValid() || mailbox.toString() == item->text(Mailbox));
        item->setHidden(!fits);
        shown += fits ? 1 : 0;
        if (fits && !first)
            first = item;
    }
    if (!m_table->currentItem() || m_table->currentItem()->isHidden())
        m_table->setCurrentItem(first);
    const QString count = phrases::plural(shown, tr("1 bounce"), tr("%1 bounces"));
    if (shown == m_facts.size() && shown < m_count)
        m_summary->setText(tr("The newest %1 of %2 · %3").arg(count, phrases::number(m_count), m_about));
    else if (shown < m_count)
        m_summary->setText(tr("%1 of %2 · %3").arg(count, phrases::number(m_count), m_about));
    else if (m_count > 0)
        m_summary->setText(tr("%1 · %2").arg(count, m_about));
    showDetails();
}

void BounceCausePage::showDetails()
{
    const store::BounceFact *fact = factOf(m_table->currentItem());
    QStringList lines;
    if (fact && !fact->status.isEmpty() && !fact->diagnostic.contains(QLatin1String(fact->status)))
        lines += QString::fromLatin1(fact->status);
    if (fact && !fact->diagnostic.isEmpty())
        lines += phrases::oneLine(fact->diagnostic, kMostCauseWords);
    if (fact && !fact->message.isValid())
        lines += tr("Refused while we were sending.");
    if (fact && !fact->conversation.isValid())
        lines += tr("Its conversation is not here any more.");
    m_words->setText(lines.join(QLatin1Char('\n')));
    m_open->setEnabled(fact && fact->conversation.isValid());
}

const store::BounceFact *BounceCausePage::factOf(const QTreeWidgetItem *item) const
{
    const int row = item ? m_table->indexOfTopLevelItem(const_cast<QTreeWidgetItem *>(item)) : -1;
    return row >= 0 && row < m_facts.size() && !item->isHidden() ? &m_facts.at(row) : nullptr;
}

void BounceCausePage::openConversation()
{
    const store::BounceFact *fact = factOf(m_table->currentItem());
    if (fact && fact->conversation.isValid())
        Q_EMIT conversationRequested(fact->conversation);
}

} // namespace inlet::ui
