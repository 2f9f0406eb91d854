// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPair>
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
};
/// What is not known stays as it is: a variable that is open.
[[nodiscard]] FilledTemplate fillTemplate(const QString &text, const TemplateFacts &facts);

/// "Petersen, Mara" and "Dr. Mara Petersen" -> "Mara"; empty for what is no name of a person.
[[nodiscard]] QString firstNameOf(const QString &name);

struct OpenVariable {
    int position = 0;
    int length = 0;
    QString name; ///< with its braces

    bool operator==(const OpenVariable &) const = default;
};
/// Of a line.
[[nodiscard]] QList<OpenVariable> openVariables(const QString &text);
/// In the user's own part of a mail: neither in quotes nor in what is forwarded.
[[nodiscard]] QList<OpenVariable> openVariables(const QTextDocument &document);
/// What is forwarded begins here.
[[nodiscard]] bool beginsForwarded(const QTextBlock &block);

} // namespace inlet::ui
