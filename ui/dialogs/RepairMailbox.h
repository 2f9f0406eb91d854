// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "engine/values/Engine.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QScrollArea;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

namespace parts
{
class Field;
class NoticeBar;
}
class ChecksView;
class PasswordEdit;
class Prompts;
class ServerForm;

/// The checks of a mailbox that exists: opens at what failed, lets password and servers be changed,
/// and keeps everything else. Signs in only when told to; what works is stored at once.
class RepairMailbox : public QDialog
{
    Q_OBJECT

public:
    RepairMailbox(engine::Engine &engine, Prompts &prompts, const accounts::Account &account, QWidget *parent);
    void reject() override; ///< Esc stops running checks first

private:
    void build();
    void showKnown();
    void check();
    void onStateChanged();
    void onAction(const engine::NextAction &action, const engine::CheckStep &step);
    void onTrusted(const QString &step, const QByteArray &sha256);
    void store();
    void showServers(bool shown);

    engine::Engine &m_engine;
    Prompts &m_prompts;
    accounts::Account m_before; ///< as it was known when this was opened
    accounts::Account m_account;
    parts::NoticeBar *m_notice;
    PasswordEdit *m_password;
    parts::Field *m_passwordField;
    QPushButton *m_serversButton;
    QScrollArea *m_serversArea;
    ServerForm *m_servers;
    ChecksView *m_checks;
    QPushButton *m_close;
    QPushButton *m_check;
};

} // namespace inlet::ui
