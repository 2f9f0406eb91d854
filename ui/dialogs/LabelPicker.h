// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QString>
#include <QStringList>

class QLabel;
class QLineEdit;
class QListWidgetItem;

namespace inlet::ui
{

class ChoiceList;

/// Labels of some conversations, or tags of some mailboxes: type to find one or to name a new one, Enter puts it on or takes it off, Ctrl+Enter
/// applies all changes, Esc leaves everything as it is.
class LabelPicker : public QDialog
{
    Q_OBJECT

public:
    enum class Kind { Labels, Tags };
    enum class State { Off, Some, On }; ///< of the conversations or mailboxes

    struct Entry {
        QString name;
        State state = State::Off;
        State wanted = State::Off;
    };

    /// `whose`: "Mara Petersen", "3 conversations". `note`: what will not happen; empty: nothing.
    LabelPicker(const QString &whose, const QString &note, const QList<Entry> &entries, QWidget *parent, Kind kind = Kind::Labels);

Q_SIGNALS:
    void chosen(const QStringList &add, const QStringList &remove);

private:
    void refresh();
    [[nodiscard]] QString cleaned(const QString &typed) const;
    [[nodiscard]] static qsizetype entryOf(const QListWidgetItem *item);
    void toggle(qsizetype entry);
    void make();
    void apply();
    [[nodiscard]] QString hintOf(const Entry &entry) const;

    Kind m_kind;
    QList<Entry> m_entries;
    QLineEdit *m_edit;
    ChoiceList *m_list;
    QLabel *m_help;
    bool m_isTyping = false; ///< a name that was not entered so far
};

} // namespace inlet::ui
