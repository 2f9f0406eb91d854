// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Templates.h"

#include <QDialog>
#include <QTimer>

class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace inlet::ui
{

namespace parts
{
class NoticeBar;
}
class Prompts;

/// The templates: new ones, their names, texts and order. What is typed is saved by itself.
class TemplateDialog : public QDialog
{
    Q_OBJECT

public:
    TemplateDialog(const QString &path, Prompts &prompts, QWidget *parent);
    ~TemplateDialog() override;

private:
    void build();
    void fill(int current);
    void showTemplate(int row);
    void onEdited();
    void addNew();
    void remove();
    void move(int by);
    void save();
    void refreshButtons();

    TemplateFile m_file;
    Prompts &m_prompts;
    QList<Template> m_templates;
    QListWidget *m_list;
    QLineEdit *m_name;
    QPlainTextEdit *m_text;
    parts::NoticeBar *m_notice;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
    QTimer m_saving;
    bool m_loading = false;
};

} // namespace inlet::ui
