// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QSet>

class QWidget;

/// What screen readers are told beside names: roles of widgets of our own, which Qt takes for mere
/// containers, and what they should say without the focus moving. Thread: GUI.
namespace inlet::ui::accessible
{

/// Before the name: that is where Qt asks for the role, once.
void setRole(QWidget *widget, QAccessible::Role role);
/// Kinds of what is said without the focus moving. Each can be switched off.
enum class Spoken {
    Hint, ///< what goes on by itself
    Status, ///< new mail, mailboxes that need their user
    Result, ///< what a key has done
};
[[nodiscard]] QSet<Spoken> allSpoken();
/// Which kinds are said; one value for the program, like the theme.
void setSpoken(const QSet<Spoken> &kinds);
/// `widget` says its name when it appears and when it is announced: a notification, while its kind is said.
/// Before the name, like setRole().
void setSpeaker(QWidget *widget, Spoken kind);
/// Spoken now: the name of `widget`, a speaker that is on screen. (The announcement of Qt 6.8 is not there in
/// 6.4; a notification that appears is what screen readers read out.)
void announce(QWidget *widget);

} // namespace inlet::ui::accessible
