// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/LeadImportDialog.h"

#include "engine/Engine.h"
#include "engine/LeadFile.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"
#include "ui/dialogs/ChoiceList.h"
#include "ui/dialogs/LeadColumnTable.h"
#include "ui/dialogs/Prompts.h"
#include "ui/dialogs/Words.h"

#include <QBoxLayout>
#include <QFile>
#include <QFileInfo>
#include <QProgressBar>
#include <QPushButton>

namespace inlet::ui
{

namespace
{

constexpr QSize kImportSize(760, 620);
constexpr qsizetype kShownProblems = 200;

QString kindOf(engine::LeadProblem::Kind kind)
{
    switch (kind) {
    case engine::LeadProblem::Kind::Unusable: return LeadImportDialog::tr("left out");
    case engine::LeadProblem::Kind::Duplicate: return LeadImportDialog::tr("twice in the list");
    case engine::LeadProblem::Kind::Suppressed: return LeadImportDialog::tr("imported, never written to");
    }
    return {};
}

QString effectOf(const engine::LeadList &list)
{
    QStringList said{phrases::plural(list.fresh(), LeadImportDialog::tr("1 new"), LeadImportDialog::tr("%1 new")),
        phrases::plural(list.known, LeadImportDialog::tr("1 known"), LeadImportDialog::tr("%1 known"))};
    if (list.unusable > 0)
        said += phrases::plural(list.unusable, LeadImportDialog::tr("1 line cannot be used"), LeadImportDialog::tr("%1 lines cannot be used"));
    if (list.duplicates > 0)
        said += phrases::plural(list.duplicates, LeadImportDialog::tr("1 is in the list twice"), LeadImportDialog::tr("%1 are in the list twice"));
    if (list.suppressed > 0)
        said += phrases::plural(list.suppressed, LeadImportDialog::tr("1 is on the do-not-contact list"), LeadImportDialog::tr("%1 are on the do-not-contact list"));
    return said.join(QStringLiteral(" · "));
}

} // namespace

LeadImportDialog::LeadImportDialog(engine::Engine &engine, Prompts &prompts, QWidget *parent)
    : QDialog(parent), m_engine(engine), m_prompts(prompts), m_file(parts::secondary({}, this)), m_notice(new parts::NoticeBar(this)),
      m_columns(new LeadColumnTable(this)), m_effect(parts::strong({}, this)), m_problems(new ChoiceList(this)),
      m_progress(new QProgressBar(this)), m_choose(parts::button(tr("Choose a file…"), "", this)), m_stop(parts::button(tr("Stop"), "", this)),
      m_close(parts::button(tr("Close"), "", this)), m_import(parts::button(tr("Import"), "primary", this))
{
    setWindowTitle(tr("Import leads"));
    build();
    parts::resizeToFit(this, kImportSize);
    refreshButtons();
}

void LeadImportDialog::build()
{
    m_file->setObjectName(QStringLiteral("leadFileLabel"));
    m_file->setText(tr("A CSV file with a line for each person. Whoever is in it is a prospect: their mail goes to the inbox. To import a list "
                       "again does no harm, known addresses are brought up to date."));
    m_notice->setObjectName(QStringLiteral("leadNotice"));
    m_effect->setObjectName(QStringLiteral("leadEffect"));
    m_problems->setObjectName(QStringLiteral("leadProblems"));
    m_problems->setAccessibleName(tr("Lines to look at"));
    m_problems->setSelectionMode(QAbstractItemView::NoSelection);
    m_problems->setVisible(false);
    m_columns->setVisible(false);
    m_progress->setObjectName(QStringLiteral("leadProgress"));
    m_progress->setAccessibleName(tr("Progress of the import"));
    m_progress->setTextVisible(false);
    m_progress->setVisible(false);
    m_choose->setObjectName(QStringLiteral("chooseLeadsButton"));
    m_stop->setObjectName(QStringLiteral("stopLeadsButton"));
    m_close->setObjectName(QStringLiteral("closeLeadsButton"));
    m_import->setObjectName(QStringLiteral("importLeadsButton"));
    m_import->setDefault(true);
    for (QPushButton *button : {m_choose, m_stop, m_close})
        button->setAutoDefault(false);
    auto *layout = parts::column(this, theme::kGap, theme::kMargin);
    layout->addWidget(parts::title(tr("Import leads"), this));
    layout->addWidget(m_file);
    layout->addWidget(m_notice);
    layout->addWidget(m_columns, 3);
    layout->addWidget(m_effect);
    layout->addWidget(m_problems, 2);
    layout->addWidget(m_progress);
    layout->addStretch();
    layout->addLayout(parts::buttonLine({m_choose}, {m_stop, m_close, m_import}));
    connect(m_choose, &QPushButton::clicked, this, &LeadImportDialog::chooseFile);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_stop->setEnabled(false);
        m_engine.leads().stopImport();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_import, &QPushButton::clicked, this, &LeadImportDialog::start);
    connect(m_columns, &LeadColumnTable::changed, this, [this](qsizetype column, engine::LeadTarget target) {
        m_sheet.columns[column].target = target;
        check();
    });
}

void LeadImportDialog::chooseFile()
{
    const QString path = m_prompts.openFile(this, tr("Choose a list of leads"), tr("Tables as text (*.csv *.tsv *.txt);;All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void LeadImportDialog::openFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        fail(tr("%1 cannot be read.").arg(path));
        return;
    }
    if (file.size() > engine::kMostLeadOctets) {
        fail(tr("This file is too large. Split it into parts of at most 256 MB."));
        return;
    }
    m_file->setText(QFileInfo(path).fileName());
    m_engine.leads().openLeads(file.readAll(), this, [this](const engine::LeadSheet &sheet) { showSheet(sheet); });
}

void LeadImportDialog::showSheet(const engine::LeadSheet &sheet)
{
    m_sheet = sheet;
    m_imported = false;
    m_notice->clear();
    if (!sheet.problem.isEmpty()) {
        fail(sheet.problem);
        return;
    }
    m_columns->setColumns(sheet.columns);
    m_columns->setVisible(true);
    check();
}

void LeadImportDialog::fail(const QString &text)
{
    m_sheet = {};
    m_checked = false;
    m_columns->setVisible(false);
    m_problems->setVisible(false);
    m_effect->clear();
    m_notice->show(parts::NoticeBar::Level::Error, text);
    refreshButtons();
}

void LeadImportDialog::check()
{
    m_checked = false;
    m_imported = false;
    refreshButtons();
    const QString problem = m_sheet.mappingProblem();
    if (!problem.isEmpty()) {
        m_problems->setVisible(false);
        m_effect->clear();
        m_notice->show(parts::NoticeBar::Level::Warning, problem);
        return;
    }
    m_notice->clear();
    m_effect->setText(tr("Reading the list…"));
    m_engine.leads().checkLeads(m_sheet, this, [this, columns = m_sheet.columns](const Result<engine::LeadList> &list) {
        if (columns != m_sheet.columns)
            return; // a newer one is on its way
        if (list)
            showCheck(*list);
        else
            m_notice->show(parts::NoticeBar::Level::Error, words::ofError(list.error()));
    });
}

void LeadImportDialog::showCheck(const engine::LeadList &list)
{
    m_checked = true;
    m_ready = list.leads.size();
    m_effect->setText(effectOf(list));
    m_problems->clear();
    for (const engine::LeadProblem &problem : list.problems.mid(0, kShownProblems))
        m_problems->add(tr("Line %1: %2").arg(problem.line).arg(phrases::oneLine(problem.text, 200)), kindOf(problem.kind));
    const qint64 more = list.unusable + list.duplicates + list.suppressed - std::min(kShownProblems, list.problems.size());
    if (more > 0)
        m_problems->add(phrases::plural(more, tr("And 1 more line."), tr("And %1 more lines.")), {});
    m_problems->setVisible(m_problems->count() > 0);
    refreshButtons();
}

void LeadImportDialog::start()
{
    m_importing = true;
    m_progress->setRange(0, 0);
    m_progress->setVisible(true);
    refreshButtons();
    m_stop->setFocus();
    m_engine.leads().importLeads(
        m_sheet, this, [this](const engine::LeadProgress &progress) { showProgress(progress); },
        [this](const Result<engine::LeadProgress> &result) { finish(result); });
}

void LeadImportDialog::showProgress(const engine::LeadProgress &progress)
{
    if (!m_importing)
        return;
    m_progress->setRange(0, int(progress.total));
    m_progress->setValue(int(progress.done));
    m_effect->setText(tr("%1 of %2").arg(phrases::number(progress.done), phrases::number(progress.total)));
}

void LeadImportDialog::finish(const Result<engine::LeadProgress> &result)
{
    m_importing = false;
    m_imported = true;
    m_progress->setVisible(false);
    if (!result) {
        m_imported = false;
        m_notice->show(parts::NoticeBar::Level::Error, words::ofError(result.error()));
    } else {
        const store::LeadCounts &counts = result->counts;
        QString said = tr("%1 new, %2 brought up to date.").arg(phrases::number(counts.added), phrases::number(counts.updated));
        if (counts.moved > 0)
            said += QLatin1Char(' ') + phrases::plural(counts.moved, tr("1 conversation came from other mail to the inbox."), tr("%1 conversations came from other mail to the inbox."));
        if (result->stopped)
            said = tr("Stopped after %1 of %2.").arg(phrases::number(result->done), phrases::number(result->total)) + QLatin1Char(' ') + said;
        m_imported = !result->stopped;
        m_notice->show(result->stopped ? parts::NoticeBar::Level::Warning : parts::NoticeBar::Level::Success, said);
        m_effect->clear();
    }
    refreshButtons();
    m_close->setFocus();
    if (!isVisible())
        deleteLater();
}

void LeadImportDialog::refreshButtons()
{
    const bool ready = m_checked && m_ready > 0 && !m_importing && !m_imported;
    m_import->setEnabled(ready);
    m_import->setText(m_checked && m_ready > 0 ? phrases::plural(m_ready, tr("Import 1 lead"), tr("Import %1 leads")) : tr("Import"));
    m_import->setVisible(!m_importing && !m_imported);
    m_stop->setVisible(m_importing);
    m_stop->setEnabled(m_importing);
    m_choose->setEnabled(!m_importing);
    m_choose->setText(m_sheet.columns.isEmpty() ? tr("Choose a file…") : tr("Choose another file…"));
    m_columns->setEnabled(!m_importing);
    m_close->setToolTip(m_importing ? tr("The import goes on. Open this window again to see how far it is.") : QString());
}

void LeadImportDialog::done(int result)
{
    QDialog::done(result);
    if (!m_importing)
        deleteLater();
}

} // namespace inlet::ui
