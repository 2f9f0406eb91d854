// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"

#include <QList>
#include <QObject>
#include <QPointer>

class QSettings;

namespace inlet::ui
{
struct ComposeRequest;
class ComposerWindow;
class Prompts;
}

namespace inlet::desktop
{

/// The composers that are open, each in a window of its own. Which drafts they hold is kept in the settings
/// as it changes, so that the next start opens them again, also after a kill. Thread: GUI.
class Composers : public QObject
{
    Q_OBJECT

public:
    Composers(engine::Engine &engine, ui::Prompts &prompts, QSettings &settings, QObject *parent = nullptr);

    /// In front; a draft that is open already only comes to the front.
    void open(const ui::ComposeRequest &request);
    /// Those that were open when the program ended, without taking the focus.
    void reopen();
    /// The program ends: their texts are kept, and so is that they were open.
    void closeAll();

private:
    ui::ComposerWindow *make(const ui::ComposeRequest &request);
    [[nodiscard]] ui::ComposerWindow *windowOf(DraftId draft) const;
    void keep();

    engine::Engine &m_engine;
    ui::Prompts &m_prompts;
    QSettings &m_settings;
    QList<QPointer<ui::ComposerWindow>> m_open;
    QList<DraftId> m_coming; ///< of the run before, not open again yet
    QList<DraftId> m_kept; ///< as in the settings
    bool m_ending = false;
};

} // namespace inlet::desktop
