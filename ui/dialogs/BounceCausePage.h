// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Bounces.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

/// The bounces of one cause: whom they were about, from which mailbox, in the server's words. Narrowed by the domain
/// of the recipient and by the mailbox.
class BounceCausePage : public QWidget
{
    Q_OBJECT

public:
    BounceCausePage(engine::Engine &engine, QWidget *parent);

    /// `time`: "last 30 days". Takes the focus.
    void showCause(const store::BounceCause &cause, const QString &kind, const QDateTime &since, const QString &time);

Q_SIGNALS:
    void backRequested();
    void conversationRequested(inlet::ConversationId id);

private:
    void build();
    void showFacts(const QList<store::BounceFact> &facts);
    void fillPicker(QComboBox *picker, const QString &all, const std::function<QString(const store::BounceFact &)> &keyOf);
    void narrow();
    void showDetails();
    void openConversation();
    [[nodiscard]] const store::BounceFact *factOf(const QTreeWidgetItem *item) const;

    engine::Engine &m_engine;
    QPushButton *m_back;
    QLabel *m_reason;
    QLabel *m_summary;
    QComboBox *m_domain;
    QComboBox *m_mailbox;
    QTreeWidget *m_table;
    QLabel *m_words;
    QPushButton *m_open;
    QString m_about; ///< kind and time
    QList<store::BounceFact> m_facts; ///< in the order of the rows
    qint64 m_count = 0; ///< of all that the cause counts
};

} // namespace inlet::ui
