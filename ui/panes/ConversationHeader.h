// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Conversation.h"
#include "ui/actions/ActionTable.h"

#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;

namespace inlet::ui
{

namespace panes
{
class CategoryChip;
}
namespace parts
{
class ElidedLabel;
}
class LabelChips;

/// Subject, who, category, "via anna@..." and what can be done with the conversation. Thread: GUI.
class ConversationHeader : public QWidget
{
    Q_OBJECT

public:
    explicit ConversationHeader(QWidget *parent = nullptr);

    void setRow(const store::ConversationRow &row, const QString &via);
    void setTitle(ConversationId id, const QString &title); ///< job title of the person, from a list of leads; empty: not known
    void setKind(std::optional<triage::Kind> kind); ///< of the mail that the menu of the chip is about
    void setBackVisible(bool visible);
    void setHtml(bool html);
    [[nodiscard]] LabelChips *labels() const { return m_labels; }
    [[nodiscard]] ConversationId conversation() const { return m_row.id; }

Q_SIGNALS:
    void sortRequested(store::Category category); ///< one of the rep's own
    void aboutToAsk(); ///< the menu of the chip opens: what it says must be true
    void actionRequested(inlet::ui::ActionId action);
    void personClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addButton(ActionId action, const QString &icon, class QHBoxLayout &row);
    void showCategories();
    void showLine();
    [[nodiscard]] QString why() const;

    parts::ElidedLabel *m_subject;
    QToolButton *m_person;
    parts::ElidedLabel *m_via;
    QToolButton *m_muted;
    panes::CategoryChip *m_chip;
    LabelChips *m_labels;
    QToolButton *m_back;
    QToolButton *m_star = nullptr;
    QToolButton *m_html = nullptr;
    store::ConversationRow m_row;
    QString m_way; ///< "via anna@try-acme.com (Google)"
    QString m_title;
    ConversationId m_titled; ///< whose title it is
    std::optional<triage::Kind> m_kind;
};

} // namespace inlet::ui
