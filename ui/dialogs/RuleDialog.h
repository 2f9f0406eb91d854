// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Rule.h"

#include <QDialog>

class QComboBox;
class QLabel;
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

/// "Wrong: fix for all like this": which category it should have been, rules that would have made it
/// so, and what each would change in the stored mail before it does.
class RuleDialog : public QDialog
{
    Q_OBJECT

public:
    RuleDialog(engine::Engine &engine, const store::ConversationRow &row, QWidget *parent);

private:
    void build(const store::ConversationRow &row);
    void propose();
    void showPreviews(const QList<store::RulePreview> &previews);
    void showExamples();
    void apply();
    [[nodiscard]] const store::RulePreview *selected() const;

    engine::Engine &m_engine;
    ConversationId m_conversation;
    QList<store::RulePreview> m_previews;
    QComboBox *m_category;
    ChoiceList *m_rules;
    ChoiceList *m_examples;
    QLabel *m_effect;
    parts::NoticeBar *m_notice;
    QPushButton *m_apply;
};

} // namespace inlet::ui
