// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Suppression.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

namespace parts
{
class NoticeBar;
}

/// Looks up typed recipients in the do-not-contact list and says who is on it, since when and why.
/// The core asks again when the mail is sent; this one only spares the writing.
class RecipientGuard : public QObject
{
    Q_OBJECT

public:
    RecipientGuard(engine::Engine &engine, parts::NoticeBar &bar, QObject *parent);
    /// What stands in To, Cc and Bcc now; looked up a moment later.
    void setAddresses(const QStringList &addresses);
    /// Words about who must not be written to; empty: nobody as far as is known.
    [[nodiscard]] QString problem() const { return m_problem; }

Q_SIGNALS:
    void problemChanged();

private:
    void look();
    void show(const QList<store::Suppression> &found);

    engine::Engine &m_engine;
    parts::NoticeBar &m_bar;
    QStringList m_addresses;
    QString m_problem;
    QTimer m_delay;
};

/// "jo@acme.test is on the do-not-contact list since 3 Nov: they asked to stop."
[[nodiscard]] QString wordsOf(const store::Suppression &entry);
/// "by you", "bounced", "refused while sending", "they asked", "imported".
[[nodiscard]] QString wordsOf(store::SuppressionSource source);

} // namespace inlet::ui
