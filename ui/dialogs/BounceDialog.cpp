// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/BounceDialog.h"

#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"
#include "ui/delegates/TableDelegate.h"
#include "ui/dialogs/BounceCausePage.h"
#include "ui/dialogs/BounceTable.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>

namespace inlet::ui
{

namespace
{

constexpr QSize kBounceSize(980, 660);
constexpr int kDefaultDays = 30;
constexpr qsizetype kNamedDomains = 4;
constexpr qsizetype kMostExample = 300;

QString kindOf(triage::BounceType type)
{
    switch (type) {
    case triage::BounceType::Hard: return BounceDialog::tr("dead address");
    case triage::BounceType::Soft: return BounceDialog::tr("for a while");
    case triage::BounceType::Block: return BounceDialog::tr("we are blocked");
    case triage::BounceType::Delayed: return BounceDialog::tr("on its way still");
    case triage::BounceType::None: break;
    }
    return BounceDialog::tr("not clear");
}

} // namespace

BounceDialog::BounceDialog(engine::Engine &engine, QWidget *parent)
    : QDialog(parent), m_engine(engine), m_pages(new QStackedWidget(this)), m_overview(new QWidget(m_pages)), m_cause(new BounceCausePage(engine, m_pages)),
      m_since(new QComboBox(m_overview)), m_causes(bounceTable({tr("Cause"), tr("Kind"), tr("How often"), tr("Where to")}, "causesTable", m_overview)),
      m_look(parts::button(tr("Show these bounces"), "", m_overview)),
      m_health(bounceTable({tr("Mailbox"), tr("Handed over"), tr("Dead"), tr("Blocked"), tr("Rate"), tr("What to do")}, "healthTable", m_overview)),
      m_none(parts::secondary({}, m_overview)), m_example(parts::secondary({}, m_overview)), m_warn(new QDoubleSpinBox(m_overview)),
      m_stop(new QDoubleSpinBox(m_overview)), m_limitsError(parts::secondary({}, m_overview))
{
    setWindowTitle(tr("Bounces"));
    build();
    parts::resizeToFit(this, kBounceSize);
    reload();
}

void BounceDialog::build()
{
    fillOverview(m_overview);
    m_pages->addWidget(m_overview);
    m_pages->addWidget(m_cause);
    auto *close = parts::button(tr("Close"), "", this);
    close->setAutoDefault(false); // Enter in a table goes on, it does not leave
    auto *layout = parts::column(this, theme::kSpace, theme::kMargin);
    layout->addWidget(m_pages, 1);
    layout->addLayout(parts::buttonLine({}, {close}));
    connect(m_since, &QComboBox::currentIndexChanged, this, &BounceDialog::reload);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_causes, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        const QString words = item ? item->data(0, Qt::UserRole).toString() : QString();
        m_example->setText(words.isEmpty() ? QString() : tr("For example: %1").arg(words));
    });
    connect(m_causes, &QTreeWidget::itemActivated, this, &BounceDialog::showCause);
    connect(m_look, &QPushButton::clicked, this, &BounceDialog::showCause);
    connect(m_cause, &BounceCausePage::backRequested, this, &BounceDialog::showOverview);
    connect(m_cause, &BounceCausePage::conversationRequested, this, [this](ConversationId id) {
        Q_EMIT conversationRequested(id);
        accept();
    });
}

void BounceDialog::fillOverview(QWidget *page)
{
    m_since->setObjectName(QStringLiteral("sinceComboBox"));
    m_since->setAccessibleName(tr("Time"));
    for (const int days : {7, kDefaultDays, 90})
        m_since->addItem(tr("Last %1 days").arg(days), days);
    m_since->setCurrentIndex(1);
    m_causes->setAccessibleName(tr("Bounces by cause"));
    m_look->setObjectName(QStringLiteral("showCauseButton"));
    m_look->setAutoDefault(false);
    m_health->setAccessibleName(tr("Mailboxes and their bounce rate"));
    m_none->setObjectName(QStringLiteral("noBouncesLabel"));
    m_example->setObjectName(QStringLiteral("exampleLabel"));
    m_example->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *head = new QHBoxLayout;
    head->addWidget(parts::title(tr("Why mail came back"), page), 1);
    head->addWidget(m_since);
    auto *below = new QHBoxLayout;
    below->addWidget(m_example, 1);
    below->addWidget(m_look, 0, Qt::AlignTop);
    auto *layout = parts::column(page, theme::kSpace);
    layout->addLayout(head);
    layout->addWidget(m_none);
    layout->addWidget(m_causes, 3);
    layout->addLayout(below);
    layout->addWidget(parts::strong(tr("How the mail of each mailbox fares"), page));
    layout->addWidget(parts::secondary(tr("Dead and blocked of what was handed over, in the last day or, where that is little, the last week. Above the first limit you are "
                                          "warned; above the second, new mail to people who never wrote to you is held in the outbox."),
        page));
    layout->addLayout(makeLimits());
    layout->addWidget(m_health, 2);
}

void BounceDialog::showCause()
{
    const int row = m_causes->indexOfTopLevelItem(m_causes->currentItem());
    if (row < 0 || row >= m_shown.size())
        return;
    m_pages->setCurrentWidget(m_cause);
    m_cause->showCause(m_shown.at(row), kindOf(m_shown.at(row).type), m_from, tr("last %1 days").arg(m_since->currentData().toInt()));
}

void BounceDialog::showOverview()
{
    m_pages->setCurrentWidget(m_overview);
    m_causes->setFocus();
}

/// One step back first.
void BounceDialog::keyPressEvent(QKeyEvent *event)
{
    const bool back = event->matches(QKeySequence::Back) || event->key() == Qt::Key_Escape || event->key() == Qt::Key_Backspace;
    if (back && m_pages->currentWidget() == m_cause)
        return showOverview();
    QDialog::keyPressEvent(event);
}

QLayout *BounceDialog::makeLimits()
{
    auto *row = new QHBoxLayout;
    const auto add = [&](QDoubleSpinBox *box, const QString &words, const char *name) {
        box->setObjectName(QLatin1String(name));
        box->setRange(0, 100);
        box->setDecimals(1);
        box->setSingleStep(0.5);
        box->setSuffix(tr(" %"));
        box->setAccessibleName(words);
        auto *label = parts::secondary(words, m_overview);
        label->setBuddy(box);
        row->addWidget(label);
        row->addWidget(box);
        row->addSpacing(theme::kMargin);
        // A value that is being typed is none yet.
        connect(box, &QDoubleSpinBox::editingFinished, this, &BounceDialog::saveLimits);
    };
    add(m_warn, tr("Warn above"), "warnSpinBox");
    add(m_stop, tr("Hold above"), "stopSpinBox");
    row->addWidget(m_limitsError, 1);
    m_limitsError->setObjectName(QStringLiteral("limitsLabel"));
    m_engine.desk().fetchSendingLimits(this, [this](const store::SendingLimits &limits) {
        m_warn->setValue(limits.warn);
        m_stop->setValue(limits.stop);
        m_limits = limits;
    });
    return row;
}

void BounceDialog::saveLimits()
{
    const store::SendingLimits limits{m_warn->value(), m_stop->value()};
    if (!m_limits || limits == *m_limits)
        return;
    m_limits = limits;
    m_engine.desk().setSendingLimits(limits, this, [this](const Result<void> &done) {
        m_limitsError->setText(done ? QString() : done.error().detail);
        if (done)
            reload();
    });
}

void BounceDialog::reload()
{
    const QDateTime since = QDateTime::currentDateTimeUtc().addDays(-m_since->currentData().toInt());
    m_engine.desk().fetchBounceCauses(since, this, [this, since](const QList<store::BounceCause> &causes) {
        m_from = since;
        showCauses(causes);
    });
    m_engine.desk().fetchSendingHealth(this, [this](const QList<store::SendingHealth> &health) { showHealth(health); });
}

void BounceDialog::showCauses(const QList<store::BounceCause> &causes)
{
    m_causes->clear();
    m_shown = causes;
    for (const store::BounceCause &cause : causes) {
        QString where = phrases::oneLine(cause.domains.mid(0, kNamedDomains).join(QStringLiteral(", ")));
        if (cause.domains.size() > kNamedDomains)
            where += QStringLiteral(" …");
        const QString reason = phrases::oneLine(cause.reason);
        auto *item = new QTreeWidgetItem(m_causes, {reason.isEmpty() ? tr("No reason given") : reason, kindOf(cause.type), phrases::number(cause.count), where});
        item->setData(0, Qt::UserRole, phrases::oneLine(cause.example, kMostExample));
        item->setToolTip(0, reason);
        item->setToolTip(3, where);
    }
    m_none->setText(tr("No bounces in the last %1 days.").arg(m_since->currentData().toInt()));
    m_none->setVisible(causes.isEmpty());
    m_causes->setVisible(!causes.isEmpty());
    m_look->setVisible(!causes.isEmpty());
    m_example->setText({});
    if (m_causes->topLevelItemCount() > 0)
        m_causes->setCurrentItem(m_causes->topLevelItem(0));
}

void BounceDialog::showHealth(const QList<store::SendingHealth> &health)
{
    m_health->clear();
    for (const store::SendingHealth &one : health) {
        const QString who = one.account.isValid() ? bounceMailbox(m_engine, one.account) : tr("all at %1").arg(phrases::oneLine(one.domain));
        auto *item = new QTreeWidgetItem(m_health, {who, phrases::number(one.sent), phrases::number(one.hard), phrases::number(one.block),
                                                       tr("%1 %").arg(QLocale().toString(one.rate, 'f', 1)), phrases::oneLine(one.words)});
        item->setToolTip(5, phrases::oneLine(one.words));
        if (one.level != store::SendingHealth::Level::Good) {
            const auto token = one.level == store::SendingHealth::Level::Stop ? theme::Token::Danger : theme::Token::Warning;
            item->setIcon(4, theme::icon(QStringLiteral("warning"), token));
            item->setData(4, TableDelegate::kTintRole, int(token));
        }
    }
}

} // namespace inlet::ui
