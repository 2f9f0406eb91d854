// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
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
class PasswordEdit;

/// Warns in `bar` when another mailbox has the password in `edit`. Only a warning: it is the user's
/// choice, but one leaked password then opens several mailboxes.
class PasswordReuse : public QObject
{
    Q_OBJECT

public:
    PasswordReuse(engine::Engine &engine, PasswordEdit *edit, parts::NoticeBar *bar);
    /// The mailbox the password belongs to; it does not count as another one.
    void setOwn(const QString &email) { m_own = email; }

private:
    void ask();
    void show(QStringList others);

    engine::Engine &m_engine;
    PasswordEdit *m_edit;
    parts::NoticeBar *m_bar;
    QTimer m_pause;
    QString m_own;
    quint64 m_round = 0;
};

} // namespace inlet::ui
