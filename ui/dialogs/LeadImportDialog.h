// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "engine/values/LeadList.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

namespace parts
{
class NoticeBar;
}
class ChoiceList;
class LeadColumnTable;
class Prompts;

/// A list of leads: which file, what its columns mean, what it would do, then the import. Closed while it imports, it
/// hides, and the import goes on.
class LeadImportDialog : public QDialog
{
    Q_OBJECT

public:
    LeadImportDialog(engine::Engine &engine, Prompts &prompts, QWidget *parent);

    [[nodiscard]] bool isImporting() const { return m_importing; }
    void chooseFile();
    void done(int result) override;

private:
    void build();
    void openFile(const QString &path);
    void showSheet(const engine::LeadSheet &sheet);
    void check();
    void showCheck(const engine::LeadList &list);
    void start();
    void showProgress(const engine::LeadProgress &progress);
    void finish(const Result<engine::LeadProgress> &result);
    void fail(const QString &text);
    void refreshButtons();

    engine::Engine &m_engine;
    Prompts &m_prompts;
    engine::LeadSheet m_sheet;
    qint64 m_ready = 0; ///< leads of the last dry run
    bool m_checked = false; ///< it is of the columns as they are now
    bool m_importing = false;
    bool m_imported = false;
    QLabel *m_file;
    parts::NoticeBar *m_notice;
    LeadColumnTable *m_columns;
    QLabel *m_effect;
    ChoiceList *m_problems;
    QProgressBar *m_progress;
    QPushButton *m_choose;
    QPushButton *m_stop;
    QPushButton *m_close;
    QPushButton *m_import;
};

} // namespace inlet::ui
