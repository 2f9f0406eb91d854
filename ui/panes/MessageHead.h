// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Conversation.h"
#include "ui/Theme.h"

class QPainter;
class QWidget;

/// The head of a message card, painted rather than made of labels: there may be hundreds of them.
namespace inlet::ui::head
{

constexpr int kAvatar = 32;
constexpr int kSide = theme::kMargin;
constexpr int kTextLeft = kSide + kAvatar + theme::kGap;

struct Look {
    const store::MessageItem &message;
    const QString &colour; ///< of the mailbox, for our own
    bool isOpen;
};

void paint(QPainter &painter, const QWidget &card, const Look &look);

} // namespace inlet::ui::head
