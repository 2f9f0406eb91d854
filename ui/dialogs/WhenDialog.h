// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QDialog>

class QLabel;
class QLineEdit;

namespace inlet::ui
{

class ChoiceList;

/// Asks for a time: a few words or one of the usual ones. One key and Enter are enough.
class WhenDialog : public QDialog
{
    Q_OBJECT

public:
    struct Question {
        QString title; ///< "Snooze until"
        QString text; ///< who and what happens then
        QString takeBack; ///< words of the entry that takes back what is set; empty: nothing is set
        QDate returnOn; ///< of an out-of-office reply
    };
    /// `now` stands still while the dialog is open.
    WhenDialog(const Question &question, const QDateTime &now, QWidget *parent);

Q_SIGNALS:
    void chosen(const QDateTime &at); ///< UTC
    void takenBack();

private:
    void refresh(const QString &typed);

    Question m_question;
    QDateTime m_now;
    QLineEdit *m_edit;
    ChoiceList *m_list;
    QLabel *m_help;
};

} // namespace inlet::ui
