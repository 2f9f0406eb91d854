// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ViewDesk.h"

#include <functional>
#include <optional>
#include <utility>

namespace inlet::test
{

/// Saved views in memory, with the store's rules for numbers. Answers through the event loop; `told` is
/// called after each change.
class FakeViewDesk : public engine::ViewDesk
{
public:
    explicit FakeViewDesk(std::function<void()> told) : m_told(std::move(told)) {}

    QList<store::SavedView> views;
    engine::ViewCounts counts;
    QHash<ConversationId, QList<store::SavedView>> notifying;
    std::optional<Error> refusal; ///< of the next saveView()

    void fetchViews(QObject *context, Answer<Result<QList<store::SavedView>>> answer) override;
    void saveView(const store::SavedView &view, QObject *context, Answer<Result<SavedViewId>> answer) override;
    void removeView(SavedViewId id, QObject *context, Answer<Result<void>> answer) override;
    void orderViews(const QList<SavedViewId> &order, QObject *context, Answer<Result<void>> answer) override;
    void countViews(QObject *context, Answer<engine::ViewCounts> answer) override;
    void notifyingViews(ConversationId conversation, QObject *context, Answer<QList<store::SavedView>> answer) override;

private:
    std::function<void()> m_told;
    qint64 m_lastId = 0;
};

} // namespace inlet::test
