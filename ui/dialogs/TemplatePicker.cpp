// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/TemplatePicker.h"

#include "ui/Phrases.h"
#include "ui/Templates.h"
#include "ui/dialogs/QuickPick.h"
#include "ui/dialogs/TemplateDialog.h"

#include <QCoreApplication>

namespace inlet::ui
{

namespace
{

constexpr int kEdit = -1;
constexpr qsizetype kHintLetters = 40;

QString pickerWord(const char *text)
{
    return QCoreApplication::translate("Templates", text);
}

} // namespace

void pickTemplate(QWidget *parent, Prompts &prompts, const QString &path, const std::function<void(const QString &text)> &chosen)
{
    const Result<QList<Template>> read = TemplateFile(path).read();
    const QList<Template> templates = read.value_or(QList<Template>());
    QList<QuickPick::Choice> choices;
    for (qsizetype at = 0; at < templates.size(); ++at)
        choices.append({templates.at(at).name, phrases::oneLine(templates.at(at).text, kHintLetters), QStringLiteral("note"), int(at)});
    choices.append({pickerWord("Edit templates…"), {}, QStringLiteral("edit"), kEdit});
    const QString text = !read ? read.error().detail
        : templates.isEmpty()  ? pickerWord("There are none yet. Write your first one.")
                               : pickerWord("Its variables are filled in; what is not known is marked.");
    auto *pick = new QuickPick({pickerWord("Insert a template"), text, pickerWord("Name of the template"), {}}, choices, parent);
    pick->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(pick, &QuickPick::chosen, parent, [parent, &prompts, path, chosen, templates](const QVariant &value) {
        if (value.toInt() != kEdit) {
            chosen(templates.at(value.toInt()).text);
            return;
        }
        auto *dialog = new TemplateDialog(path, prompts, parent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    pick->open();
}

} // namespace inlet::ui
