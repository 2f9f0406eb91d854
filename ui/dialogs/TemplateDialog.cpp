// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/TemplateDialog.h"

#include "ui/Parts.h"
#include "ui/dialogs/Prompts.h"
#include "ui/dialogs/TemplateText.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

namespace inlet::ui
{

namespace
{

constexpr QSize kTemplatesSize(820, 560);
constexpr int kListWidth = 220;
constexpr int kSaveAfterMs = 400;
constexpr int kLongestName = 120;

} // namespace

TemplateDialog::TemplateDialog(const QString &path, Prompts &prompts, QWidget *parent)
    : QDialog(parent), m_file(path), m_prompts(prompts), m_list(new QListWidget(this)), m_name(new QLineEdit(this)),
      m_text(new QPlainTextEdit(this)), m_notice(new parts::NoticeBar(this)), m_remove(parts::button(tr("Remove"), "danger", this)),
      m_up(parts::button(tr("Up"), "", this)), m_down(parts::button(tr("Down"), "", this))
{
    setWindowTitle(tr("Templates"));
    setModal(true);
    build();
    parts::resizeToFit(this, kTemplatesSize);
    m_saving.setSingleShot(true);
    m_saving.setInterval(kSaveAfterMs);
    connect(&m_saving, &QTimer::timeout, this, &TemplateDialog::save);
    const Result<QList<Template>> read = m_file.read();
    if (read)
        m_templates = *read;
    else
        m_notice->show(parts::NoticeBar::Level::Error, read.error().detail);
    fill(0);
    if (m_templates.isEmpty())
        m_name->setFocus();
    else
        m_list->setFocus();
}

TemplateDialog::~TemplateDialog()
{
    if (m_saving.isActive())
        save();
}

void TemplateDialog::build()
{
    m_list->setObjectName(QStringLiteral("templateList"));
    m_list->setAccessibleName(tr("Templates"));
    m_list->setFixedWidth(kListWidth);
    parts::setLook(m_list, "contents");
    m_name->setObjectName(QStringLiteral("templateNameEdit"));
    m_name->setMaxLength(kLongestName);
    m_text->setObjectName(QStringLiteral("templateTextEdit"));
    m_text->setTabChangesFocus(true);
    parts::setLook(m_text, "field");
    m_notice->setObjectName(QStringLiteral("templateNotice"));
    m_remove->setObjectName(QStringLiteral("removeTemplateButton"));
    m_up->setObjectName(QStringLiteral("templateUpButton"));
    m_down->setObjectName(QStringLiteral("templateDownButton"));
    QPushButton *add = parts::button(tr("New template"), "", this);
    add->setObjectName(QStringLiteral("newTemplateButton"));
    QPushButton *close = parts::button(tr("Close"), "", this);
    close->setObjectName(QStringLiteral("closeButton"));
    for (QPushButton *button : {add, m_up, m_down, m_remove, close})
        button->setAutoDefault(false);
    QStringList known;
    const auto variables = templateVariables();
    for (const auto &[name, meaning] : variables)
        known.append(QStringLiteral("%1 %2").arg(name, meaning));
    auto *left = new QVBoxLayout;
    left->setSpacing(theme::kSpace);
    left->addWidget(m_list, 1);
    left->addWidget(add);
    auto *right = new QVBoxLayout;
    right->setSpacing(theme::kSpace);
    right->addWidget(new parts::Field(tr("Name"), m_name, this));
    right->addWidget(new parts::Field(tr("Text"), m_text, this), 1);
    right->addWidget(parts::secondary(tr("Filled in where it is used: %1. Anything else in braces is marked, and you fill it in.").arg(known.join(QStringLiteral(", "))), this));
    auto *middle = new QHBoxLayout;
    middle->setSpacing(theme::kMargin);
    middle->addLayout(left);
    middle->addLayout(right, 1);
    auto *layout = parts::column(this, theme::kGap, theme::kMargin);
    layout->addWidget(parts::title(tr("Templates"), this));
    layout->addWidget(m_notice);
    layout->addLayout(middle, 1);
    layout->addLayout(parts::buttonLine({m_remove, m_up, m_down}, {close}));
    connect(m_list, &QListWidget::currentRowChanged, this, &TemplateDialog::showTemplate);
    connect(m_name, &QLineEdit::textEdited, this, &TemplateDialog::onEdited);
    connect(m_text, &QPlainTextEdit::textChanged, this, &TemplateDialog::onEdited);
    connect(add, &QPushButton::clicked, this, &TemplateDialog::addNew);
    connect(m_remove, &QPushButton::clicked, this, &TemplateDialog::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

void TemplateDialog::fill(int current)
{
    m_list->clear();
    for (const Template &one : std::as_const(m_templates))
        m_list->addItem(one.name);
    m_list->setCurrentRow(std::min(current, int(m_templates.size()) - 1));
    showTemplate(m_list->currentRow());
}

void TemplateDialog::showTemplate(int row)
{
    m_loading = true;
    const Template one = m_templates.value(row);
    m_name->setText(one.name);
    m_text->setPlainText(one.text);
    m_loading = false;
    refreshButtons();
}

/// Typing where there is none yet begins the first one.
void TemplateDialog::onEdited()
{
    if (m_loading)
        return;
    const Template typed{m_name->text().simplified(), m_text->toPlainText()};
    if (m_list->currentRow() < 0) {
        m_templates.append({typed.name.isEmpty() ? tr("New template") : typed.name, typed.text});
        m_loading = true;
        m_list->addItem(m_templates.last().name);
        m_list->blockSignals(true);
        m_list->setCurrentRow(m_list->count() - 1);
        m_list->blockSignals(false);
        m_loading = false;
        refreshButtons();
    }
    Template &one = m_templates[m_list->currentRow()];
    one.text = typed.text;
    if (!typed.name.isEmpty())
        one.name = typed.name; // without a name nobody would find it
    m_list->currentItem()->setText(one.name);
    m_saving.start();
}

void TemplateDialog::addNew()
{
    m_templates.append({tr("New template"), {}});
    fill(int(m_templates.size()) - 1);
    m_saving.start();
    m_name->setFocus();
    m_name->selectAll();
}

void TemplateDialog::remove()
{
    const int row = m_list->currentRow();
    if (row < 0 || !m_prompts.ask(this, {tr("Remove this template?"), tr("“%1” is gone for good.").arg(m_templates.at(row).name), tr("Remove"), {}, true}))
        return;
    m_templates.removeAt(row);
    fill(row);
    m_saving.start();
}

void TemplateDialog::move(int by)
{
    const int row = m_list->currentRow();
    if (row < 0 || row + by < 0 || row + by >= m_templates.size())
        return;
    m_templates.swapItemsAt(row, row + by);
    fill(row + by);
    m_saving.start();
}

void TemplateDialog::save()
{
    m_saving.stop();
    const Result<void> written = m_file.write(m_templates);
    if (written)
        m_notice->clear();
    else
        m_notice->show(parts::NoticeBar::Level::Error, written.error().detail);
}

void TemplateDialog::refreshButtons()
{
    const int row = m_list->currentRow();
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_templates.size());
}

} // namespace inlet::ui
