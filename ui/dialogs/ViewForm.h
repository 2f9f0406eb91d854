// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/SavedView.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace inlet::ui
{

class Prompts;

namespace parts
{
class Field;
}

/// Name, key and "notify me" of a saved view. Thread: GUI.
class ViewForm : public QWidget
{
    Q_OBJECT

public:
    explicit ViewForm(QWidget *parent);
    ~ViewForm() override;

    /// `all`: who has which key.
    void setView(const store::SavedView &view, const QList<store::SavedView> &all);
    /// What was given, with the changes.
    [[nodiscard]] store::SavedView view() const;
    void setNameError(const QString &text);
    void setNameHint(const QString &text);
    void focusName();

Q_SIGNALS:
    void nameEdited(const QString &name); ///< with each letter
    void changed(); ///< a name was finished, another key or choice
    void nameEntered(); ///< Enter in the name

private:
    store::SavedView m_view;
    QLineEdit *m_name;
    parts::Field *m_nameField;
    QComboBox *m_number;
    QCheckBox *m_notify;
};

/// "Ctrl+1 · “pricing” in Interested": what tells a view from others beside its name.
[[nodiscard]] QString viewHint(const store::SavedView &view);
[[nodiscard]] bool askRemoveView(Prompts &prompts, QWidget *parent, const store::SavedView &view);

} // namespace inlet::ui
