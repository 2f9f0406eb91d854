// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QString>
#include <QVariant>

class QLabel;
class QLineEdit;

namespace inlet::ui
{

class ChoiceList;

/// One of many, by a few letters of its name: type, arrows, Enter; Esc leaves everything as it is.
class QuickPick : public QDialog
{
    Q_OBJECT

public:
    struct Choice {
        QString words;
        QString hint;
        QString icon;
        QVariant value;
    };
    struct Question {
        QString title;
        QString text; ///< under the title
        QString field; ///< what one types, for placeholder and screen readers
        QString nothing; ///< instead of an empty list
    };

    QuickPick(const Question &question, const QList<Choice> &choices, QWidget *parent);

Q_SIGNALS:
    void chosen(const QVariant &value);

private:
    void refresh(const QString &typed);

    QList<Choice> m_choices;
    QLineEdit *m_edit;
    ChoiceList *m_list;
    QLabel *m_help;
    QString m_nothing;
};

} // namespace inlet::ui
