// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the pane without a conversation, when messages are of, and the way to an answer below them.
#include "ui/panes/ConversationPane.h"

#include "ui/FlowLayout.h"
#include "ui/Theme.h"
#include "ui/actions/KeyBindings.h"
#include "ui/panes/EmptyState.h"
#include "ui/panes/LeadFacts.h"
#include "ui/panes/MessageCard.h"
#include "ui/panes/PaneParts.h"

#include <QPushButton>

namespace inlet::ui
{

void ConversationPane::nameKeys()
{
    const QStringList keys{firstKey(ActionId::NextRow), firstKey(ActionId::PreviousRow), firstKey(ActionId::Keys)};
    const QString words = keys.contains(QString()) ? tr("Choose a conversation in the list.")
                                                   : tr("%1 and %2 walk through the list, %3 shows all keys.").arg(keys.at(0), keys.at(1), keys.at(2));
    m_nothing->setWords({QStringLiteral("mail"), {}, words, {}, EmptyWords::Action::None});
}

void ConversationPane::setTheirZone(ConversationId id, const QTimeZone &zone)
{
    m_zoned = id;
    m_theirZone = zone;
    for (MessageCard *card : cards())
        tellTime(*card);
}

/// In the head of a card stands "1 h" or "Sun"; here is the whole of it.
void ConversationPane::tellTime(MessageCard &card) const
{
    const store::MessageItem &message = card.message();
    card.setTimeInFull(bothTimes(message.at, message.conversation == m_zoned ? m_theirZone : QTimeZone()));
}

void ConversationPane::buildReplyBar()
{
    m_replyBar->setObjectName(QStringLiteral("replyBar"));
    auto *row = new FlowLayout(m_replyBar, theme::kSpace);
    row->setContentsMargins(MessageCard::textLeft(), theme::kSpace, theme::kMargin, theme::kSpace);
    const auto add = [&](ActionId action, const char *icon, const char *look) {
        auto *button = panes::textButton(actionSpec(action).words, look, m_replyBar);
        button->setIcon(theme::icon(QString::fromLatin1(icon), *look ? theme::Token::AccentText : theme::Token::Secondary));
        tipWithKey(button, action);
        connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT actionRequested(action); });
        row->addWidget(button);
        return button;
    };
    add(ActionId::Reply, "reply", "primary")->setObjectName(QStringLiteral("replyButton"));
    add(ActionId::ReplyAll, "reply-all", "")->setObjectName(QStringLiteral("replyAllButton"));
    add(ActionId::Forward, "forward", "")->setObjectName(QStringLiteral("forwardButton"));
}

} // namespace inlet::ui
