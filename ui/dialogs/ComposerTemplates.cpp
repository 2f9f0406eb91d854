// SPDX-License-Identifier: GPL-3.0-or-later
// The templates of Composer: inserting one, and the variables that nobody has filled in.
#include "engine/Engine.h"
#include "ui/dialogs/AddressText.h"
#include "ui/dialogs/BodyEdit.h"
#include "ui/dialogs/Composer.h"
#include "ui/dialogs/ComposerBar.h"
#include "ui/dialogs/ComposerHead.h"
#include "ui/dialogs/OutgoingDocument.h"
#include "ui/dialogs/RecipientGuard.h"
#include "ui/dialogs/TemplatePicker.h"
#include "ui/dialogs/TemplateText.h"

#include <QTextBlock>

#include <algorithm>

namespace inlet::ui
{

void Composer::chooseTemplate()
{
    if (!m_sending && !m_loading)
        pickTemplate(this, m_prompts, m_templates, [this](const QString &text) { insertTemplate(text); });
}

TemplateFacts Composer::templateFacts() const
{
    TemplateFacts facts;
    const QList<TypedAddress> to = parseRecipients(m_head->to());
    if (!to.isEmpty() && to.first().problem.isEmpty()) {
        facts.name = to.first().address.name;
        facts.address = to.first().address.address;
    }
    // Reply-To often has the address alone.
    if (facts.name.isEmpty() && m_answered.address.compare(facts.address, Qt::CaseInsensitive) == 0)
        facts.name = m_answered.name;
    const ComposerHead::Sender sender = m_head->sender();
    const QList<accounts::Account> all = m_engine.accounts();
    const auto account = std::find_if(all.cbegin(), all.cend(), [&sender](const accounts::Account &one) { return one.id == sender.account; });
    if (account != all.cend()) {
        facts.myName = account->displayName;
        facts.myAddress = sender.alias.isEmpty() ? account->email : sender.alias;
    }
    facts.subject = m_head->subject();
    return facts;
}

/// One step of the editor's undo. The caret goes to the first thing to fill in, else where the template wants it,
/// else behind the text.
void Composer::insertTemplate(const QString &text)
{
    const FilledTemplate filled = fillTemplate(text, templateFacts());
    QTextCursor cursor = m_body->textCursor();
    if (outgoing::quoteLevel(cursor.block()) > 0)
        cursor.movePosition(QTextCursor::Start);
    m_body->addVariables(filled.open);
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const int start = cursor.position();
    cursor.insertText(filled.text, QTextCharFormat());
    cursor.endEditBlock();
    if (filled.caret >= 0)
        cursor.setPosition(start + int(filled.caret));
    m_body->setTextCursor(cursor);
    m_body->setFocus();
    const QList<OpenVariable> open = m_body->openVariables();
    const int end = start + int(filled.text.size());
    const bool mustBeFilled = std::any_of(open.cbegin(), open.cend(),
        [&](const OpenVariable &one) { return one.position >= start && one.position < end; });
    if (mustBeFilled) {
        cursor.setPosition(start);
        m_body->setTextCursor(cursor);
        goToVariable();
    }
}

/// The next one behind the caret, or the first; it is selected, so that typing fills it in.
void Composer::goToVariable()
{
    const QList<OpenVariable> open = m_body->openVariables();
    if (open.isEmpty())
        return;
    const int from = m_body->textCursor().selectionEnd();
    const auto behind = std::find_if(open.cbegin(), open.cend(), [from](const OpenVariable &one) { return one.position >= from; });
    const OpenVariable &next = behind == open.cend() ? open.first() : *behind;
    QTextCursor cursor = m_body->textCursor();
    cursor.setPosition(next.position);
    cursor.setPosition(next.position + next.length, QTextCursor::KeepAnchor);
    m_body->setTextCursor(cursor);
    m_body->ensureCursorVisible();
    m_body->setFocus();
}

/// Empty: nothing is open.
QString Composer::openVariableWords() const
{
    QList<OpenVariable> open = m_body->openVariables();
    const bool inText = !open.isEmpty();
    if (m_head->subject() != m_givenSubject)
        open += openVariables(m_head->subject(), m_body->variables());
    if (open.isEmpty())
        return {};
    QStringList names;
    for (const OpenVariable &one : std::as_const(open)) {
        if (!names.contains(one.name))
            names.append(one.name);
    }
    const QString words = names.mid(0, 4).join(QStringLiteral(", "));
    return inText ? tr("Fill in %1 first: F8 goes there.").arg(words) : tr("Fill in %1 in the subject first.").arg(words);
}

void Composer::refreshForbidden()
{
    m_bar->setForbidden(m_guard->problem().isEmpty() ? openVariableWords() : m_guard->problem());
}

} // namespace inlet::ui
