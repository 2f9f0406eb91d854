// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/SuppressionDialog.h"

#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"
#include "ui/actions/ActionTable.h"
#include "ui/delegates/TableDelegate.h"
#include "ui/dialogs/Prompts.h"
#include "ui/dialogs/SuppressionModel.h"
#include "ui/dialogs/Words.h"

#include <QBoxLayout>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QTableView>

namespace inlet::ui
{

namespace
{

constexpr QSize kListSize(820, 600);
constexpr qint64 kMostImport = 20'000'000;
constexpr int kPatternWidth = 280;
constexpr int kSourceWidth = 200;
constexpr int kSinceWidth = 120;

} // namespace

SuppressionDialog::SuppressionDialog(engine::Engine &engine, Prompts &prompts, QWidget *parent)
    : QDialog(parent), m_engine(engine), m_prompts(prompts), m_search(new QLineEdit(this)), m_new(new QLineEdit(this)),
      m_newField(new parts::Field(tr("Add an address or a whole domain"), m_new, this)), m_table(new QTableView(this)),
      m_model(new SuppressionModel(this)), m_count(parts::secondary({}, this)), m_notice(new parts::NoticeBar(this)),
      m_remove(parts::button(tr("Take off the list"), "danger", this))
{
    setWindowTitle(tr("Do-not-contact list"));
    build();
    parts::resizeToFit(this, kListSize);
    connect(&engine, &engine::Engine::changed, this, [this](const store::ChangeSet &changes) {
        if (changes.suppressions)
            reload();
    });
    reload();
}

void SuppressionDialog::build()
{
    m_search->setObjectName(QStringLiteral("suppressionSearch"));
    m_search->setAccessibleName(tr("Search the list"));
    m_search->setPlaceholderText(tr("Search address, domain or reason"));
    m_search->setClearButtonEnabled(true);
    m_new->setObjectName(QStringLiteral("newPatternEdit"));
    m_new->setPlaceholderText(tr("jo@acme.com or acme.com"));
    m_newField->setHint(tr("Nothing that goes there leaves Inlet, from whatever mailbox."));
    m_table->setObjectName(QStringLiteral("suppressionTable"));
    m_table->setAccessibleName(tr("Do-not-contact list"));
    m_table->setModel(m_model);
    TableDelegate::dress(*m_table);
    m_table->setColumnWidth(0, kPatternWidth);
    m_table->setColumnWidth(1, kSourceWidth);
    m_table->setColumnWidth(2, kSinceWidth);
    m_notice->setObjectName(QStringLiteral("suppressionNotice"));
    m_count->setObjectName(QStringLiteral("suppressionCount"));
    const auto plain = [this](const QString &words, const char *name) {
        auto *button = parts::button(words, "", this);
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(false);
        return button;
    };
    QPushButton *add = plain(tr("Add"), "addPatternButton");
    QPushButton *import = plain(tr("Import…"), "importButton");
    QPushButton *save = plain(tr("Export…"), "exportButton");
    QPushButton *close = plain(tr("Close"), "closeButton");
    m_remove->setObjectName(QStringLiteral("removePatternButton"));
    m_remove->setAutoDefault(false);
    auto *adding = new QHBoxLayout;
    adding->setSpacing(theme::kSpace);
    adding->addWidget(m_newField, 1);
    adding->addWidget(add, 0, Qt::AlignVCenter);
    auto *layout = parts::column(this, theme::kGap, theme::kMargin);
    layout->addWidget(parts::title(tr("Do not contact"), this));
    layout->addLayout(adding);
    layout->addWidget(m_notice);
    layout->addWidget(m_search);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_count);
    layout->addLayout(parts::buttonLine({m_remove, import, save}, {close}));
    connect(m_search, &QLineEdit::textChanged, this, &SuppressionDialog::refill);
    connect(m_new, &QLineEdit::returnPressed, this, &SuppressionDialog::add);
    connect(m_new, &QLineEdit::textEdited, this, [this] { m_newField->setError({}); });
    connect(add, &QPushButton::clicked, this, &SuppressionDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &SuppressionDialog::remove);
    connect(import, &QPushButton::clicked, this, &SuppressionDialog::importFile);
    connect(save, &QPushButton::clicked, this, &SuppressionDialog::exportFile);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SuppressionDialog::refreshButtons);
}

void SuppressionDialog::reload()
{
    m_engine.desk().fetchSuppressions(this, [this](const QList<store::Suppression> &entries) {
        m_model->setEntries(entries);
        refill();
    });
}

void SuppressionDialog::refill()
{
    const QString wanted = m_search->text().trimmed();
    m_model->setSearch(wanted);
    QString count = phrases::plural(m_model->entryCount(), tr("1 entry"), tr("%1 entries"));
    if (!wanted.isEmpty())
        count = tr("%1 of %2").arg(phrases::number(m_model->rowCount()), count);
    if (m_model->entryCount() == 0)
        count = tr("Nobody is on the list. “%1” on a conversation puts its sender here.").arg(withKey(ActionId::DoNotContact));
    m_count->setText(count);
    refreshButtons();
}

void SuppressionDialog::refreshButtons()
{
    m_remove->setEnabled(m_table->selectionModel()->hasSelection());
}

void SuppressionDialog::add()
{
    const QString typed = m_new->text().trimmed();
    const QString pattern = store::suppressionPattern(typed);
    if (pattern.isEmpty()) {
        m_newField->setError(tr("Type an address like jo@acme.com or a domain like acme.com."));
        m_new->setFocus();
        return;
    }
    store::Suppression entry;
    entry.pattern = pattern;
    if (entry.isDomain()) {
        if (store::isFreeMailDomain(pattern)) {
            m_newField->setError(tr("Millions of people have their mailbox at %1. Add single addresses.").arg(pattern));
            return;
        }
        if (!m_prompts.ask(this, {tr("Nobody at %1?").arg(pattern), tr("Nothing is sent to any address at or below this domain any more."),
                                     tr("Add the domain"), {}, true}))
            return;
    }
    m_engine.desk().suppress(entry, this, [this, pattern](const Result<bool> &added) {
        if (!added) {
            m_newField->setError(words::ofError(added.error()));
            return;
        }
        m_new->clear();
        m_notice->show(parts::NoticeBar::Level::Success, *added ? tr("%1 is on the list.").arg(pattern) : tr("%1 was on the list before.").arg(pattern));
        reload();
    });
}

void SuppressionDialog::remove()
{
    QStringList patterns;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        patterns.append(m_model->patternAt(index.row()));
    if (patterns.isEmpty()
        || !m_prompts.ask(this, {tr("Take them off the list?"),
               phrases::plural(patterns.size(), tr("%2 can be written to again.").arg(patterns.first()), tr("%1 entries can be written to again.")),
               tr("Take off"), {}, true}))
        return;
    for (const QString &pattern : std::as_const(patterns))
        m_engine.desk().unsuppress(pattern, this, [this](const Result<void> &done) {
            if (!done)
                m_notice->show(parts::NoticeBar::Level::Error, words::ofError(done.error()));
            reload();
        });
}

/// First a look at what it would do, then the question, then the list.
void SuppressionDialog::importFile()
{
    const QString path = m_prompts.openFile(this, tr("Import a list"), tr("Lists (*.csv *.txt);;All files (*)"));
    if (path.isEmpty())
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostImport) {
        m_notice->show(parts::NoticeBar::Level::Error, file.isOpen() ? tr("This file is too large for a list.") : tr("This file cannot be read."));
        return;
    }
    const QByteArray text = file.read(kMostImport);
    m_engine.desk().importSuppressions(text, true, this, [this, text](const Result<engine::SuppressionImport> &found) {
        if (!found || found->entries.isEmpty()) {
            m_notice->show(parts::NoticeBar::Level::Error,
                found ? tr("There is no address and no domain in this file.") : words::ofError(found.error()));
            return;
        }
        const QString what = phrases::plural(found->entries.size(), tr("1 entry is put on the list."), tr("%1 entries are put on the list.")) + QLatin1Char('\n')
            + words::ofProblems(found->problems);
        if (m_prompts.ask(this, {tr("Import this list?"), what.trimmed(), tr("Import"), {}, false}))
            storeImport(text);
    });
}

void SuppressionDialog::storeImport(const QByteArray &text)
{
    m_engine.desk().importSuppressions(text, false, this, [this](const Result<engine::SuppressionImport> &done) {
        if (done)
            m_notice->show(parts::NoticeBar::Level::Success, phrases::plural(done->added, tr("1 new entry."), tr("%1 new entries.")));
        else
            m_notice->show(parts::NoticeBar::Level::Error, words::ofError(done.error()));
        reload();
    });
}

void SuppressionDialog::exportFile()
{
    const QString path = m_prompts.saveFile(this, tr("Export the list"), QStringLiteral("do-not-contact.csv"));
    if (path.isEmpty())
        return;
    m_engine.desk().exportSuppressions(this, [this, path](const Result<QByteArray> &text) {
        if (!text) { // what was in the file before stays
            m_notice->show(parts::NoticeBar::Level::Error, words::ofError(text.error()));
            return;
        }
        QSaveFile file(path);
        const bool written = file.open(QIODevice::WriteOnly) && file.write(*text) == text->size() && file.commit();
        m_notice->show(written ? parts::NoticeBar::Level::Success : parts::NoticeBar::Level::Error,
            written ? tr("The list is in %1.").arg(path) : tr("%1 cannot be written.").arg(path));
    });
}

} // namespace inlet::ui
