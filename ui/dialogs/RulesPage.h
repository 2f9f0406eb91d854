// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Ids.h"
#include "base/Result.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace inlet::engine
{
class Engine;
struct RuleImport;
}

namespace inlet::ui
{

namespace parts
{
class NoticeBar;
}
class Prompts;

/// The rules that "wrong: fix for all like this" has made: what they say, away with one, from and into a file.
class RulesPage : public QWidget
{
    Q_OBJECT

public:
    RulesPage(engine::Engine &engine, Prompts &prompts, QWidget *parent);

private:
    void build();
    void reload();
    void refreshButtons();
    void remove();
    void importFile();
    void onDryRun(const QByteArray &text, const Result<engine::RuleImport> &found);
    void storeImport(const QByteArray &text);
    void exportFile();
    [[nodiscard]] QList<RuleId> selected() const;

    engine::Engine &m_engine;
    Prompts &m_prompts;
    QListWidget *m_rules;
    QLabel *m_count;
    parts::NoticeBar *m_notice;
    QPushButton *m_remove;
    QPushButton *m_export;
};

} // namespace inlet::ui
