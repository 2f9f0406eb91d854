// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/RulesPage.h"

#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"
#include "ui/dialogs/Prompts.h"
#include "ui/dialogs/Words.h"

#include <QBoxLayout>
#include <QFile>
#include <QListWidget>
#include <QPushButton>
#include <QSaveFile>

namespace inlet::ui
{

namespace
{

constexpr qint64 kMostRuleFile = 2'000'000;
constexpr int kRuleRow = 32;

} // namespace

RulesPage::RulesPage(engine::Engine &engine, Prompts &prompts, QWidget *parent)
    : QWidget(parent), m_engine(engine), m_prompts(prompts), m_rules(new QListWidget(this)), m_count(parts::secondary({}, this)),
      m_notice(new parts::NoticeBar(this)), m_remove(parts::button(tr("Remove"), "danger", this)), m_export(parts::button(tr("Export…"), "", this))
{
    setProperty("look", QStringLiteral("clear"));
    build();
    connect(&engine, &engine::Engine::changed, this, [this](const store::ChangeSet &changes) {
        if (changes.rules)
            reload();
    });
    reload();
}

void RulesPage::build()
{
    m_rules->setObjectName(QStringLiteral("ruleList"));
    m_rules->setAccessibleName(tr("Rules"));
    m_rules->setProperty("look", QStringLiteral("field"));
    m_rules->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_rules->setUniformItemSizes(true);
    m_rules->setTextElideMode(Qt::ElideRight);
    m_count->setObjectName(QStringLiteral("ruleCount"));
    m_notice->setObjectName(QStringLiteral("ruleNotice"));
    auto *import = parts::button(tr("Import…"), "", this);
    m_remove->setObjectName(QStringLiteral("removeRuleButton"));
    import->setObjectName(QStringLiteral("importRulesButton"));
    m_export->setObjectName(QStringLiteral("exportRulesButton"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::kSpace);
    for (QPushButton *button : {m_remove, import, m_export}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *layout = parts::column(this, theme::kGap, theme::kMargin);
    layout->addWidget(parts::strong(tr("Rules that sort mail"), this));
    layout->addWidget(parts::secondary(
        tr("They come from “Wrong: fix for all like this”. The first one that fits decides. What you have sorted by hand stays as it is."), this));
    layout->addWidget(m_notice);
    layout->addWidget(m_rules, 1);
    layout->addWidget(m_count);
    layout->addLayout(buttons);
    connect(m_remove, &QPushButton::clicked, this, &RulesPage::remove);
    connect(import, &QPushButton::clicked, this, &RulesPage::importFile);
    connect(m_export, &QPushButton::clicked, this, &RulesPage::exportFile);
    connect(m_rules, &QListWidget::itemSelectionChanged, this, &RulesPage::refreshButtons);
}

void RulesPage::reload()
{
    m_engine.desk().fetchRules(this, [this](const QList<store::Rule> &rules) {
        const int row = m_rules->currentRow();
        m_rules->clear();
        for (const store::Rule &rule : rules) {
            const QString words = phrases::oneLine(store::describe(rule));
            auto *item = new QListWidgetItem(words.left(1).toUpper() + words.mid(1), m_rules);
            item->setData(Qt::UserRole, rule.id.number());
            item->setToolTip(item->text());
            item->setSizeHint(QSize(0, kRuleRow));
        }
        m_rules->setCurrentRow(std::min(row, m_rules->count() - 1));
        m_count->setText(rules.isEmpty() ? tr("There is no rule. The menu of a category that was wrong makes one.")
                                         : phrases::plural(rules.size(), tr("1 rule"), tr("%1 rules")));
        refreshButtons();
    });
}

void RulesPage::refreshButtons()
{
    m_remove->setEnabled(!m_rules->selectedItems().isEmpty());
    m_export->setEnabled(m_rules->count() > 0);
}

QList<RuleId> RulesPage::selected() const
{
    QList<RuleId> ids;
    for (const QListWidgetItem *item : m_rules->selectedItems())
        ids.append(RuleId(item->data(Qt::UserRole).toLongLong()));
    return ids;
}

void RulesPage::remove()
{
    const QList<RuleId> ids = selected();
    if (ids.isEmpty()
        || !m_prompts.ask(this, {phrases::plural(ids.size(), tr("Remove this rule?"), tr("Remove these %1 rules?")),
               tr("What it sorted is sorted again as if there had been no such rule."), tr("Remove"), {}, true}))
        return;
    for (const RuleId id : ids) {
        m_engine.desk().removeRule(id, this, [this](const Result<void> &done) {
            if (!done)
                m_notice->show(parts::NoticeBar::Level::Error, words::ofError(done.error()));
            reload();
        });
    }
}

/// First a look at what it would do, then the question, then the rules.
void RulesPage::importFile()
{
    const QString path = m_prompts.openFile(this, tr("Import rules"), tr("Rules (*.csv);;All files (*)"));
    if (path.isEmpty())
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostRuleFile) {
        m_notice->show(parts::NoticeBar::Level::Error, file.isOpen() ? tr("This file is too large for rules.") : tr("This file cannot be read."));
        return;
    }
    const QByteArray text = file.read(kMostRuleFile);
    m_engine.desk().importRules(text, true, this, [this, text](const Result<engine::RuleImport> &found) { onDryRun(text, found); });
}

void RulesPage::onDryRun(const QByteArray &text, const Result<engine::RuleImport> &found)
{
    if (!found) {
        m_notice->show(parts::NoticeBar::Level::Error, words::ofError(found.error()));
        return;
    }
    const QString leftOut = words::ofProblems(found->problems);
    if (found->rules.isEmpty()) {
        m_notice->show(parts::NoticeBar::Level::Error,
            (tr("There is no rule in this file. Its columns are field, pattern and category.") + QLatin1Char('\n') + leftOut).trimmed());
        return;
    }
    const QString what = phrases::plural(found->rules.size(), tr("1 rule is in this file. It sorts the mail that is here, too."),
        tr("%1 rules are in this file. They sort the mail that is here, too."));
    if (m_prompts.ask(this, {tr("Import these rules?"), (what + QLatin1Char('\n') + leftOut).trimmed(), tr("Import"), {}, false}))
        storeImport(text);
}

void RulesPage::storeImport(const QByteArray &text)
{
    m_engine.desk().importRules(text, false, this, [this](const Result<engine::RuleImport> &done) {
        if (done)
            m_notice->show(parts::NoticeBar::Level::Success, phrases::plural(done->added, tr("1 new rule."), tr("%1 new rules.")));
        else
            m_notice->show(parts::NoticeBar::Level::Error, words::ofError(done.error()));
        reload();
    });
}

void RulesPage::exportFile()
{
    const QString path = m_prompts.saveFile(this, tr("Export rules"), QStringLiteral("rules.csv"));
    if (path.isEmpty())
        return;
    m_engine.desk().exportRules(this, [this, path](const QByteArray &text) {
        QSaveFile file(path);
        const bool written = !text.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
        m_notice->show(written ? parts::NoticeBar::Level::Success : parts::NoticeBar::Level::Error,
            written ? tr("The rules are in %1.").arg(path) : tr("%1 cannot be written.").arg(path));
    });
}

} // namespace inlet::ui
