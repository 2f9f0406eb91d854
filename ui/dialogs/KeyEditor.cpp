// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/KeyEditor.h"

#include "ui/Parts.h"
#include "ui/Phrases.h"
#include "ui/delegates/TableDelegate.h"
#include "ui/dialogs/KeyCapture.h"
#include "ui/dialogs/Prompts.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QSaveFile>
#include <QStandardItemModel>
#include <QTableView>

namespace inlet::ui
{

namespace
{

constexpr QSize kEditorSize(760, 640);
constexpr int kActionWidth = 320;
constexpr int kKeysWidth = 220;
constexpr qint64 kMostPlanFile = 256'000;
constexpr int kActionRole = Qt::UserRole + 1;

QPushButton *editorButton(const QString &words, const char *look, const char *name, QWidget *parent)
{
    QPushButton *button = parts::button(words, look, parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(false);
    return button;
}

QString wordsOfKeys(const QStringList &keys)
{
    QStringList words;
    for (const QString &key : keys)
        words += keyText(key);
    return words.join(KeyEditor::tr(" or "));
}

} // namespace

KeyEditor::KeyEditor(const KeyPlan &plan, Prompts &prompts, QWidget *parent)
    : QDialog(parent), m_plan(plan), m_before(plan), m_prompts(prompts), m_set(new QComboBox(this)), m_search(new QLineEdit(this)),
      m_model(new QStandardItemModel(0, 3, this)), m_table(new QTableView(this)), m_notice(new parts::NoticeBar(this)),
      m_add(new KeyCapture(this)), m_remove(editorButton(tr("Remove its keys"), "", "removeKeysButton", this)),
      m_reset(editorButton(tr("As in the set"), "", "resetKeysButton", this)),
      m_import(editorButton(tr("Import…"), "flat", "importKeysButton", this)),
      m_export(editorButton(tr("Export…"), "flat", "exportKeysButton", this)),
      m_save(editorButton(tr("Save"), "primary", "saveKeysButton", this)), m_cancel(editorButton(tr("Cancel"), "", "cancelKeysButton", this))
{
    setObjectName(QStringLiteral("keyEditor"));
    setWindowTitle(tr("Change keys"));
    build();
    connectParts();
    refill();
    parts::resizeToFit(this, kEditorSize);
    m_table->setFocus();
}

void KeyEditor::build()
{
    m_set->setObjectName(QStringLiteral("keySetComboBox"));
    m_set->setAccessibleName(tr("Set of keys"));
    m_set->addItems({tr("Gmail"), tr("Outlook"), tr("Apple Mail"), tr("Only with Ctrl, Alt or named keys")});
    m_set->setCurrentIndex(int(m_plan.set));
    m_search->setObjectName(QStringLiteral("keySearchEdit"));
    m_search->setPlaceholderText(tr("Find an action or a key"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_notice->setObjectName(QStringLiteral("keyNotice"));
    m_add->setObjectName(QStringLiteral("addKeyButton"));
    buildTable();
    auto *changing = new QHBoxLayout;
    changing->setSpacing(theme::kSpace);
    for (QPushButton *button : QList<QPushButton *>{m_add, m_remove, m_reset})
        changing->addWidget(button);
    changing->addStretch(1);
    auto *ending = new QHBoxLayout;
    ending->setSpacing(theme::kSpace);
    ending->addWidget(m_import);
    ending->addWidget(m_export);
    ending->addStretch(1);
    ending->addWidget(m_cancel);
    ending->addWidget(m_save);
    auto *layout = parts::column(this, theme::kGap, theme::kMargin);
    layout->addWidget(parts::title(tr("Keys"), this));
    layout->addWidget(new parts::Field(tr("Begin with the keys of"), m_set, this));
    layout->addWidget(m_search);
    layout->addWidget(m_table, 1);
    layout->addLayout(changing);
    layout->addWidget(m_notice);
    layout->addWidget(parts::rule(this));
    layout->addLayout(ending);
}

void KeyEditor::buildTable()
{
    m_table->setObjectName(QStringLiteral("keyTable"));
    m_table->setAccessibleName(tr("Actions and their keys"));
    m_model->setHorizontalHeaderLabels({tr("Action"), tr("Keys"), tr("Group")});
    m_table->setModel(m_model);
    TableDelegate::dress(*m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setColumnWidth(0, kActionWidth);
    m_table->setColumnWidth(1, kKeysWidth);
}

void KeyEditor::connectParts()
{
    connect(m_set, &QComboBox::activated, this, &KeyEditor::chooseSet);
    connect(m_search, &QLineEdit::textChanged, this, &KeyEditor::refill);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &KeyEditor::refreshState);
    connect(m_table, &QTableView::doubleClicked, m_add, &QPushButton::click);
    connect(m_add, &KeyCapture::captured, this, &KeyEditor::addKey);
    connect(m_remove, &QPushButton::clicked, this, &KeyEditor::removeKeys);
    connect(m_reset, &QPushButton::clicked, this, &KeyEditor::resetKeys);
    connect(m_notice, &parts::NoticeBar::actionRequested, this, &KeyEditor::solve);
    connect(m_import, &QPushButton::clicked, this, &KeyEditor::importFile);
    connect(m_export, &QPushButton::clicked, this, &KeyEditor::exportFile);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        Q_EMIT saved(m_plan);
        accept();
    });
}

/// The user's own keys belonged to the set before; they are only dropped with their word.
void KeyEditor::chooseSet(int set)
{
    if (KeySet(set) == m_plan.set)
        return;
    if (!m_plan.own.isEmpty()
        && !m_prompts.ask(this, {tr("Drop your own keys?"), tr("You have changed %1. Another set begins without them.")
                                     .arg(phrases::plural(m_plan.own.size(), tr("1 action"), tr("%1 actions"))),
                                    tr("Drop them"), {}, true})) {
        m_set->setCurrentIndex(int(m_plan.set));
        return;
    }
    m_plan = KeyPlan{KeySet(set), {}};
    refill();
}

void KeyEditor::refill()
{
    const std::optional<ActionId> before = current();
    const QString wanted = m_search->text().trimmed();
    m_model->setRowCount(0);
    int row = 0;
    const QList<ActionSpec> table = tableOf(m_plan);
    for (const ActionSpec &spec : table) {
        const QString keys = wordsOfKeys(spec.keys);
        if (!wanted.isEmpty() && !spec.words.contains(wanted, Qt::CaseInsensitive) && !keys.contains(wanted, Qt::CaseInsensitive))
            continue;
        QList<QStandardItem *> cells{new QStandardItem(spec.words), new QStandardItem(keys), new QStandardItem(spec.group)};
        cells.first()->setData(int(spec.id), kActionRole);
        if (before == spec.id)
            row = m_model->rowCount();
        m_model->appendRow(cells);
    }
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
    refreshRows();
}

/// Keys and their colours anew; the rows stay, and the one that is being changed stays selected.
void KeyEditor::refreshRows()
{
    QSet<ActionId> wrong;
    for (const KeyConflict &conflict : conflictsOf(m_plan))
        wrong << conflict.first << conflict.second;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const auto action = ActionId(m_model->item(row, 0)->data(kActionRole).toInt());
        QStandardItem *keys = m_model->item(row, 1);
        keys->setText(wordsOfKeys(keysOf(m_plan, action)));
        const theme::Token tint = wrong.contains(action) ? theme::Token::Danger
            : m_plan.own.contains(action)                ? theme::Token::Accent
                                                         : theme::Token::Text;
        keys->setData(int(tint), TableDelegate::kTintRole);
        keys->setToolTip(m_plan.own.contains(action) ? tr("Your own; the set has %1").arg(wordsOfKeys(keysInSet(m_plan.set, action))) : QString());
    }
    refreshState();
}

void KeyEditor::refreshState()
{
    const std::optional<ActionId> action = current();
    const QStringList keys = action ? keysOf(m_plan, *action) : QStringList();
    m_add->setEnabled(action && keys.size() < KeyPlan::kMostKeys);
    m_remove->setEnabled(!keys.isEmpty());
    m_reset->setEnabled(action && m_plan.own.contains(*action));
    const QList<KeyConflict> conflicts = conflictsOf(m_plan);
    m_save->setEnabled(conflicts.isEmpty() && m_plan != m_before);
    if (conflicts.isEmpty()) {
        m_notice->clear();
        return;
    }
    const KeyConflict &one = conflicts.first();
    const QString first = actionSpec(one.first).words;
    const QString second = actionSpec(one.second).words;
    QString text = one.prefix ? tr("%1 is “%2” and also begins a key of “%3”.") : tr("%1 is “%2” and “%3”.");
    text = text.arg(keyText(one.key), first, second);
    if (conflicts.size() > 1)
        text += QLatin1Char(' ') + phrases::plural(conflicts.size() - 1, tr("1 more conflict."), tr("%1 more conflicts."));
    const bool keepsFirst = action == one.first;
    m_notice->show(parts::NoticeBar::Level::Warning, text, tr("Take it from “%1”").arg(keepsFirst ? second : first));
    layout()->activate(); // the bar takes room from the table
    m_table->scrollTo(m_table->currentIndex());
}

std::optional<ActionId> KeyEditor::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? std::optional(ActionId(index.siblingAtColumn(0).data(kActionRole).toInt())) : std::nullopt;
}

void KeyEditor::change(ActionId action, const QStringList &keys)
{
    setKeys(m_plan, action, keys);
    refreshRows();
}

void KeyEditor::addKey(const QString &key)
{
    const std::optional<ActionId> action = current();
    if (!action)
        return;
    QStringList keys = keysOf(m_plan, *action);
    if (keys.contains(key) || keys.size() >= KeyPlan::kMostKeys)
        return;
    keys.prepend(key); // the first one is shown: the one somebody chose
    change(*action, keys);
}

void KeyEditor::removeKeys()
{
    if (const std::optional<ActionId> action = current())
        change(*action, {});
}

void KeyEditor::resetKeys()
{
    if (const std::optional<ActionId> action = current())
        change(*action, keysInSet(m_plan.set, *action));
}

/// The action under the cursor keeps the key, the other one loses it.
void KeyEditor::solve()
{
    const QList<KeyConflict> conflicts = conflictsOf(m_plan);
    if (conflicts.isEmpty())
        return;
    const KeyConflict &one = conflicts.first();
    const bool keepsFirst = current() == one.first;
    const ActionId loser = keepsFirst ? one.second : one.first;
    QStringList keys = keysOf(m_plan, loser);
    if (keepsFirst && one.prefix)
        keys.removeIf([&one](const QString &key) { return key.startsWith(one.key + QLatin1Char(' ')); });
    else
        keys.removeAll(one.key);
    change(loser, keys);
}

void KeyEditor::importFile()
{
    const QString path = m_prompts.openFile(this, tr("Import keys"), tr("Keys of Inlet (*.json)"));
    if (path.isEmpty())
        return;
    QFile file(path);
    const std::optional<ReadPlan> read = file.open(QIODevice::ReadOnly) ? readPlan(file.read(kMostPlanFile)) : std::nullopt;
    if (!read) {
        m_notice->show(parts::NoticeBar::Level::Error, tr("This is no file of keys. Nothing has changed."));
        return;
    }
    m_plan = read->plan;
    m_set->setCurrentIndex(int(m_plan.set));
    refill();
    if (read->ignored > 0 && conflictsOf(m_plan).isEmpty())
        m_notice->show(parts::NoticeBar::Level::Warning,
            phrases::plural(read->ignored, tr("1 entry is not known here and was left out."), tr("%1 entries are not known here and were left out.")));
}

void KeyEditor::exportFile()
{
    const QString path = m_prompts.saveFile(this, tr("Export keys"), QStringLiteral("inlet-keys.json"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const QByteArray bytes = writePlan(m_plan);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        m_notice->show(parts::NoticeBar::Level::Error, tr("The file could not be written: %1").arg(file.errorString()));
    else
        m_notice->show(parts::NoticeBar::Level::Success, tr("Your keys are in the file."));
}

} // namespace inlet::ui
