// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Recipients.h"

#include <QObject>
#include <QTimer>

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

/// What else is known of the people of a conversation or of a mail that is written; looked up again when
/// mail comes or somebody decides. Thread: GUI.
class RecipientWatch : public QObject
{
    Q_OBJECT

public:
    explicit RecipientWatch(engine::Engine &engine, QObject *parent = nullptr);

    void setQuery(const store::RecipientQuery &query);
    [[nodiscard]] const store::RecipientQuery &query() const { return m_query; }
    /// Of the query as it is now; empty until the first answer about its people.
    [[nodiscard]] const store::RecipientFacts &facts() const { return m_facts; }

Q_SIGNALS:
    void changed();

private:
    void look();

    engine::Engine &m_engine;
    store::RecipientQuery m_query;
    store::RecipientFacts m_facts;
    QTimer m_again;
    QObject m_context;
};

/// The gravest of the other conversations in one sentence, with how many more there are: "Mara Petersen (same company)
/// answered “Not interested” 2 hours ago." Empty: there is none. `addresses`: of the people written to.
[[nodiscard]] QString otherConversationWords(const QList<store::ConversationRow> &others, const QStringList &addresses, const QDateTime &now);
/// One of them ended in a "no".
[[nodiscard]] bool saysNo(const QList<store::ConversationRow> &others);

} // namespace inlet::ui
