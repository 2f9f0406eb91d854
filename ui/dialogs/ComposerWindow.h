// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/Composer.h"

namespace inlet::ui
{

/// A composer in a window of its own. Deletes itself when it closes; the draft is kept.
class ComposerWindow : public QWidget
{
    Q_OBJECT

public:
    ComposerWindow(engine::Engine &engine, Prompts &prompts, const ComposeRequest &request,
        const Composer::Options &options, QWidget *parent = nullptr);
    [[nodiscard]] Composer *composer() const { return m_composer; }

    /// The program ends: closes at once, or when what is on its way has arrived.
    void closeWhenIdle();

Q_SIGNALS:
    void sent(inlet::LedgerId ledger, std::chrono::seconds undoWindow);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void showTitle(const QString &subject);

    Composer *m_composer;
    bool m_done = false;
};

} // namespace inlet::ui
