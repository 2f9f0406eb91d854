// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Templates.h"

#include <QList>
#include <QPair>
#include <QSet>
#include <QString>

class QTextBlock;
class QTextDocument;

namespace inlet::ui
{

/// What a template may speak of.
struct TemplateFacts {
    QString name; ///< of the person who gets the mail
    QString address;
    QString myName;
    QString myAddress;
    QString subject;
};

/// Names and what they stand for, for the dialog: "{first_name}", "their first name".
[[nodiscard]] QList<QPair<QString, QString>> templateVariables();

struct FilledTemplate {
    QString text;
    qsizetype caret = -1; ///< where {cursor} stood; -1: nowhere
    QSet<QString> open; ///< with their braces: what was not known
};
/// Anything in braces is a variable, in small or capital letters, with a blank or an underscore. What is not
/// known stays as it is: a variable that is open.
[[nodiscard]] FilledTemplate fillTemplate(const QString &text, const TemplateFacts &facts);

/// "Petersen, Mara" and "Dr. Mara Petersen" -> "Mara"; empty for what is no name of a person.
[[nodiscard]] QString firstNameOf(const QString &name);

struct OpenVariable {
    int position = 0;
    int length = 0;
    QString name; ///< with its braces

    bool operator==(const OpenVariable &) const = default;
};
/// What these templates can leave open.
[[nodiscard]] QSet<QString> variablesIn(const QList<Template> &templates);
/// Of a line. Only `names` count: braces that somebody types are text like any other.
[[nodiscard]] QList<OpenVariable> openVariables(const QString &text, const QSet<QString> &names);

/// What in a mail is the user's own, and which variables came into it with templates.
struct OwnPart {
    QSet<QString> variables;
    QString forwardTitle; ///< the line above what is forwarded; empty: nothing is

    [[nodiscard]] bool endsAt(const QTextBlock &block) const;
};
/// Neither in quotes nor in what is forwarded.
[[nodiscard]] QList<OpenVariable> openVariables(const QTextDocument &document, const OwnPart &part);

} // namespace inlet::ui
