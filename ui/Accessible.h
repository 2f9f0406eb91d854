// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

class QWidget;

/// What screen readers are told beside names: roles of widgets of our own, which Qt takes for mere
/// containers, and what they should say without the focus moving. Thread: GUI.
namespace inlet::ui::accessible
{

/// Before the name: that is where Qt asks for the role, once.
void setRole(QWidget *widget, QAccessible::Role role);
/// Spoken now: the name of `widget`, which is on screen and has the role Notification. (The announcement of
/// Qt 6.8 is not there in 6.4; a notification that appears is what screen readers read out.)
void announce(QWidget *widget);

} // namespace inlet::ui::accessible
