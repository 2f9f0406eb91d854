// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Completion.h"

#include <QList>
#include <QPointer>
#include <QTimer>
#include <QWidget>

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
    void search(const QString &text, bool everywhere); ///< at once, as if it had been typed
    void setScopeName(const QString &name);
    [[nodiscard]] QString text() const;
    void setEverywhere(bool everywhere);
    /// Ways to finish what `typed` ends with; dropped where something else stands there by now.
    void showCompletions(const QString &typed, const QList<store::SearchCompletion> &found);
    [[nodiscard]] bool isEverywhere() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void searchChanged(const QString &text, bool everywhere);
    void completionWanted(const QString &typed);
    void left(); ///< Enter, Down or Esc: the list wants the focus

private:
    void tell();
    void take(const QString &insert);
    void hideCompletions();
    [[nodiscard]] bool onKey(int key);

    QLineEdit *m_edit;
    QToolButton *m_everywhere;
    QPointer<ChoiceList> m_choices; ///< floats over the window
    QTimer m_delay;
    QString m_told;
    bool m_toldEverywhere = false;
};

} // namespace inlet::ui
