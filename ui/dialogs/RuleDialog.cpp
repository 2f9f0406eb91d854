// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/RuleDialog.h"

#include "engine/Engine.h"
#include "ui/CategoryBook.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"
#include "ui/dialogs/ChoiceList.h"
#include "ui/dialogs/Words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QPushButton>

namespace inlet::ui
{

namespace
{

constexpr QSize kRuleSize(620, 640);

QString effectOf(const store::RulePreview &preview)
{
    QString text = preview.changes == 0 ? RuleDialog::tr("Nothing that is stored would change; new mail like this is sorted so.")
                                        : phrases::plural(preview.changes, RuleDialog::tr("1 conversation gets that category."),
                                              RuleDialog::tr("%1 conversations get that category."));
    if (preview.chosenByHand > 0)
        text += QLatin1Char(' ')
            + phrases::plural(preview.chosenByHand, RuleDialog::tr("1 stays as you sorted it yourself."),
                RuleDialog::tr("%1 stay as you sorted them yourself."));
    if (!preview.complete)
        text += QLatin1Char(' ') + RuleDialog::tr("There are more than were looked at.");
    return text;
}

} // namespace

RuleDialog::RuleDialog(engine::Engine &engine, const store::ConversationRow &row, QWidget *parent)
    : QDialog(parent), m_engine(engine), m_conversation(row.id), m_category(new QComboBox(this)), m_rules(new ChoiceList(this)),
      m_examples(new ChoiceList(this)), m_effect(parts::body({}, this)), m_notice(new parts::NoticeBar(this)),
      m_apply(parts::button(tr("Sort them so"), "primary", this))
{
    setWindowTitle(tr("Fix for all like this"));
    setModal(true);
    build(row);
    parts::resizeToFit(this, kRuleSize);
    propose();
}

void RuleDialog::build(const store::ConversationRow &row)
{
    m_category->setObjectName(QStringLiteral("rightCategoryComboBox"));
    m_category->setAccessibleName(tr("Right category"));
    const QList<store::Category> all = allCategories();
    for (const store::Category category : all)
        m_category->addItem(phrases::category(category), int(category));
    // What the rep chose is right; what a machine proposed is what is wrong.
    const bool byHand = row.categorySource == store::CategorySource::Manual;
    m_category->setCurrentIndex(m_category->findData(byHand ? int(row.category) : int(store::Category::Unsorted)));
    m_rules->setObjectName(QStringLiteral("rulesList"));
    m_rules->setAccessibleName(tr("Rules"));
    m_examples->setObjectName(QStringLiteral("examplesList"));
    m_examples->setAccessibleName(tr("What changes"));
    m_examples->setSelectionMode(QAbstractItemView::NoSelection);
    m_effect->setObjectName(QStringLiteral("effectLabel"));
    m_notice->setObjectName(QStringLiteral("ruleNotice"));
    m_apply->setObjectName(QStringLiteral("applyRuleButton"));
    m_apply->setDefault(true);
    auto *cancel = parts::button(tr("Cancel"), "", this);
    cancel->setAutoDefault(false);
    auto *layout = parts::column(this, theme::kSpace, theme::kMargin);
    layout->addWidget(parts::title(tr("Fix for all like this"), this));
    layout->addWidget(parts::secondary(tr("%1 is sorted as %2 now.").arg(phrases::person(row.prospectName, row.prospectAddress),
        phrases::category(row.category)), this));
    layout->addWidget(m_notice);
    layout->addWidget(new parts::Field(tr("It should be"), m_category, this));
    layout->addWidget(parts::strong(tr("And so should"), this));
    layout->addWidget(m_rules, 2);
    layout->addWidget(m_effect);
    layout->addWidget(m_examples, 3);
    layout->addLayout(parts::buttonLine({}, {cancel, m_apply}));
    connect(m_category, &QComboBox::currentIndexChanged, this, &RuleDialog::propose);
    connect(m_rules, &QListWidget::currentRowChanged, this, &RuleDialog::showExamples);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QPushButton::clicked, this, &RuleDialog::apply);
    m_category->setFocus();
}

void RuleDialog::propose()
{
    m_apply->setEnabled(false);
    m_engine.desk().proposeRules(m_conversation, store::Category(m_category->currentData().toInt()), this,
        [this, wanted = m_category->currentIndex()](const QList<store::RulePreview> &previews) {
            if (wanted == m_category->currentIndex())
                showPreviews(previews);
        });
}

void RuleDialog::showPreviews(const QList<store::RulePreview> &previews)
{
    m_previews = previews;
    m_rules->clear();
    for (const store::RulePreview &preview : previews) {
        const QString what = phrases::oneLine(store::describe(preview.rule), 160);
        m_rules->add(what, phrases::plural(preview.changes, tr("changes 1"), tr("changes %1")), {}, QStringLiteral("tag"));
    }
    m_rules->selectFirst();
    showExamples();
    if (previews.isEmpty())
        m_effect->setText(tr("There is no rule that would tell mail like this from others. Set the category by its number key."));
}

const store::RulePreview *RuleDialog::selected() const
{
    const int row = m_rules->currentRow();
    return row >= 0 && row < m_previews.size() ? &m_previews.at(row) : nullptr;
}

void RuleDialog::showExamples()
{
    m_examples->clear();
    const store::RulePreview *preview = selected();
    m_apply->setEnabled(preview != nullptr);
    if (!preview)
        return;
    m_effect->setText(effectOf(*preview));
    for (const store::ConversationRow &row : preview->examples) {
        const QString subject = phrases::oneLine(row.subject, 100);
        m_examples->add(phrases::person(row.prospectName, row.prospectAddress),
            QStringLiteral("%1 · %2").arg(subject.isEmpty() ? tr("no subject") : subject, phrases::category(row.category)));
    }
}

void RuleDialog::apply()
{
    const store::RulePreview *preview = selected();
    if (!preview)
        return;
    m_apply->setEnabled(false);
    m_engine.desk().addRule(preview->rule, this, [this](const Result<RuleId> &added) {
        if (added) {
            accept();
            return;
        }
        m_apply->setEnabled(true);
        m_notice->show(parts::NoticeBar::Level::Error, words::ofError(added.error()));
    });
}

} // namespace inlet::ui
