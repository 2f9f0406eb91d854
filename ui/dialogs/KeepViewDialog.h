// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/SavedView.h"

#include <QDialog>

class QPushButton;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

class ViewForm;

/// Keeps a list under a name; under the name of another view it takes that one's place. Thread: GUI.
class KeepViewDialog : public QDialog
{
    Q_OBJECT

public:
    KeepViewDialog(engine::Engine &engine, const store::ListQuery &query, const QList<store::SavedView> &views, QWidget *parent);

Q_SIGNALS:
    void kept(const inlet::store::SavedView &view);

private:
    [[nodiscard]] const store::SavedView *named(const QString &name) const;
    [[nodiscard]] const store::SavedView *withId(SavedViewId id) const;
    void onName(const QString &name);
    void keep();

    engine::Engine &m_engine;
    QList<store::SavedView> m_views;
    store::SavedView m_chosen; ///< key and choice under a name of its own
    ViewForm *m_form;
    QPushButton *m_keep;
};

} // namespace inlet::ui
