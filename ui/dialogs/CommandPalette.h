// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QString>

#include <functional>

class QLabel;
class QLineEdit;

namespace inlet::ui
{

class ChoiceList;

/// One thing that can be done by name.
struct Command {
    QString words; ///< "Snooze", "Mailbox anna@try-acme.com"
    QString hint; ///< its key, or what kind of thing it is
    QString icon;
    std::function<void()> run;
    QString also = {}; ///< other words that it is found by
};

/// How well `typed` fits `words`: letters in order, word beginnings and runs count more. -1: not at all.
[[nodiscard]] int fitness(const QString &words, const QString &typed);
/// Places in `words` of what fits, the best first; all of them in their order while nothing is typed.
[[nodiscard]] QList<qsizetype> bestFits(const QStringList &words, const QString &typed, qsizetype most);

/// Everything by name: a few letters of it and Enter.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(const QList<Command> &commands, QWidget *parent);

private:
    void refresh(const QString &typed);

    QList<Command> m_commands;
    QLineEdit *m_edit;
    ChoiceList *m_list;
    QLabel *m_nothing;
};

} // namespace inlet::ui
