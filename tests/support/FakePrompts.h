// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/Prompts.h"

#include <QList>
#include <QUrl>

namespace inlet::test
{

/// Answers instead of a person and keeps what was asked.
class FakePrompts : public ui::Prompts
{
public:
    bool answer = true;
    int choice = -1; ///< of choose()
    QList<Choice> choices;
    QStringList filesToOpen;
    QString fileToSave;
    QString textToType;

    QList<Question> questions;
    QList<QUrl> openedUrls;
    QStringList copied;

    bool ask(QWidget *, const Question &question) override
    {
        questions.append(question);
        return answer;
    }
    int choose(QWidget *, const Choice &asked) override
    {
        choices.append(asked);
        return choice;
    }
    QStringList openFiles(QWidget *, const QString &, const QString &) override { return filesToOpen; }
    QString openFile(QWidget *, const QString &, const QString &) override { return filesToOpen.value(0); }
    QString saveFile(QWidget *, const QString &, const QString &) override { return fileToSave; }
    QString askText(QWidget *, const TextQuestion &) override { return textToType; }
    void openUrl(const QUrl &url) override { openedUrls.append(url); }
    void copyText(const QString &text) override { copied.append(text); }
};

} // namespace inlet::test
