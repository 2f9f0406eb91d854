// SPDX-License-Identifier: GPL-3.0-or-later
// HTML mail on light paper or dark: by its sender, by the settings, or as its colours want it.
#include "ui/PaperMemory.h"
#include "ui/panes/ConversationPane.h"
#include "ui/panes/MessageCard.h"

namespace inlet::ui
{

std::optional<bool> ConversationPane::paperOf(const store::MessageItem &message) const
{
    return m_paper ? m_paper->of(message.from.address) : std::nullopt;
}

void ConversationPane::refreshPaper()
{
    for (MessageCard *card : cards()) {
        card->setPaper(paperOf(card->message()));
        card->refreshLook();
    }
}

/// The message that has the focus, else the newest that is open.
bool ConversationPane::togglePaper()
{
    MessageCard *card = nullptr;
    for (MessageCard *one : cards()) {
        if (one->isAncestorOf(focusWidget()) || one->hasFocus() || (one->isOpen() && focusedRow() < 0))
            card = one;
    }
    if (!card || !card->togglePaper())
        return false;
    if (m_paper)
        m_paper->set(card->message().from.address, card->isOnPaper());
    return true;
}

} // namespace inlet::ui
