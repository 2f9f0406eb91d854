// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/When.h"

#include <QDateTime>
#include <QDialog>
#include <QTimer>

#include <functional>

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
        when::Horizon horizon = when::Horizon::Days;
    };
    /// `now` is asked again while the dialog is open: "tomorrow" must not become today.
    WhenDialog(const Question &question, const std::function<QDateTime()> &now, QWidget *parent);

Q_SIGNALS:
    void chosen(const QDateTime &at); ///< UTC
    void takenBack();

private:
    void refresh();
    void choose(const QDateTime &at);

    Question m_question;
    std::function<QDateTime()> m_now;
    QTimer m_minute;
    QLineEdit *m_edit;
    ChoiceList *m_list;
    QString m_typed; ///< the list is of it
    QLabel *m_help;
};

} // namespace inlet::ui
