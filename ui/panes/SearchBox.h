// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Completion.h"

#include <QList>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QLineEdit;
class QToolButton;

namespace inlet::ui
{

class ChoiceList;

/// The search field with the switch "everywhere", and ways to finish the word that is typed: arrows mark
/// one, Tab or Enter takes it. Thread: GUI.
class SearchBox : public QWidget
{
    Q_OBJECT

public:
    explicit SearchBox(QWidget *parent = nullptr);

    void start(); ///< focus, all selected
    void clear(); ///< without a signal
    void setSearch(const QString &text, bool everywhere); ///< without a signal
    void tell(); ///< what was typed counts now, without the pause of a typist
    void setScopeName(const QString &name);
    [[nodiscard]] QString text() const;
    void setEverywhere(bool everywhere);
    /// Ways to finish what `typed` ends with; dropped where something else stands there by now.
    void showCompletions(const QString &typed, const QList<store::SearchCompletion> &found);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void searchChanged(const QString &text, bool everywhere);
    void completionWanted(const QString &typed);
    void keepClicked(); ///< what is looked for is worth a name
    void left(); ///< Enter, Down or Esc: the list wants the focus

private:
    void take(const QString &insert);
    void showButtons(bool searching);
    void arrange(); ///< the buttons below the field where it would be too short beside them
    void hideCompletions();
    [[nodiscard]] bool onKey(int key);

    QBoxLayout *m_row;
    QLineEdit *m_edit;
    QWidget *m_buttons;
    QToolButton *m_everywhere;
    QToolButton *m_keep;
    QPointer<ChoiceList> m_choices; ///< floats over the window
    QTimer m_delay;
    QString m_told;
    bool m_toldEverywhere = false;
};

} // namespace inlet::ui
