// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QUrl;
class QWidget;

namespace inlet::ui
{

/// Everything that leaves the window: question boxes, file dialogs, the browser, the clipboard.
/// Windows get it in their constructor, so that a test can answer instead of a person.
/// Thread: GUI. The questions block with a modal dialog.
class Prompts
{
public:
    struct Question {
        QString title;
        QString text; ///< plain text
        QString acceptLabel; ///< a verb: "Remove", "Discard"
        QString rejectLabel; ///< empty: "Cancel"
        bool destructive = false; ///< the button that changes nothing is the default
    };

    struct Choice {
        QString title;
        QString text; ///< plain text
        QStringList labels; ///< verbs; the first is the default
    };

    struct TextQuestion {
        QString title;
        QString label; ///< of the field
        QString acceptLabel; ///< a verb
        QString text; ///< what is there to begin with
        int longest = 0; ///< letters; 0: no bound
    };

    virtual ~Prompts() = default;
    /// Which label was chosen; -1: cancelled.
    [[nodiscard]] virtual int choose(QWidget *parent, const Choice &choice) = 0;
    [[nodiscard]] virtual bool ask(QWidget *parent, const Question &question) = 0;
    /// Existing files to read; empty when cancelled.
    [[nodiscard]] virtual QStringList openFiles(QWidget *parent, const QString &title, const QString &filter) = 0;
    /// One existing file; empty when cancelled.
    [[nodiscard]] virtual QString openFile(QWidget *parent, const QString &title, const QString &filter) = 0;
    /// Where to write; empty when cancelled.
    [[nodiscard]] virtual QString saveFile(QWidget *parent, const QString &title, const QString &suggestedName) = 0;
    /// One line of text; empty when cancelled.
    [[nodiscard]] virtual QString askText(QWidget *parent, const TextQuestion &question) = 0;
    /// In the system's browser. Only https, http and mailto; anything else is ignored.
    virtual void openUrl(const QUrl &url) = 0;
    virtual void copyText(const QString &text) = 0;
};

} // namespace inlet::ui
