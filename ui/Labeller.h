// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/Engine.h"

#include <QObject>

#include <functional>

class QWidget;

namespace inlet::ui
{

class InboxController;
class ListPane;

/// Asks which labels conversations shall have, and changes them as one step. Thread: GUI.
class Labeller : public QObject
{
    Q_OBJECT

public:
    using Rows = QList<store::ConversationRow>;

    Labeller(engine::Engine &engine, InboxController &inbox, ListPane &pane, QWidget &window);

    /// Reads the labels, which are of no use once `context` is gone or `isWanted` says no, then asks.
    void ask(const Rows &rows, QObject *context, const std::function<bool()> &isWanted);
    void remove(ConversationId conversation, const QString &label);

private:
    void onLabels(const Rows &rows, const store::LabelFacts &facts);
    [[nodiscard]] QString noteFor(const Rows &rows, const QList<AccountId> &without) const;
    void change(const QList<ConversationId> &conversations, const QStringList &add, const QStringList &remove);

    engine::Engine &m_engine;
    InboxController &m_inbox;
    ListPane &m_pane;
    QWidget &m_window;
};

} // namespace inlet::ui
