// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/Prompts.h"

namespace inlet::ui
{

/// Asks with real dialogs.
class DialogPrompts : public Prompts
{
public:
    DialogPrompts();

    [[nodiscard]] int choose(QWidget *parent, const Choice &choice) override;
    [[nodiscard]] bool ask(QWidget *parent, const Question &question) override;
    [[nodiscard]] QStringList openFiles(QWidget *parent, const QString &title, const QString &filter) override;
    [[nodiscard]] QString openFile(QWidget *parent, const QString &title, const QString &filter) override;
    [[nodiscard]] QString saveFile(QWidget *parent, const QString &title, const QString &suggestedName) override;
    [[nodiscard]] QString askText(QWidget *parent, const TextQuestion &question) override;
    void openUrl(const QUrl &url) override;
    void copyText(const QString &text) override;

private:
    void remember(const QString &path);

    QString m_folder; ///< where the last file was; at first that of downloads, where lists come from
};

} // namespace inlet::ui
