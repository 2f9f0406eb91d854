// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "base/Secret.h"

#include <QDialog>

class QPushButton;
class QRadioButton;

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
class PasswordEdit;

/// Where passwords are kept when the system's store cannot: a vault with a passphrase, or nowhere
/// after this session. For a vault that exists it only asks for the passphrase.
/// Accepted: secrets can be kept now.
class SecretsDialog : public QDialog
{
    Q_OBJECT

public:
    /// As engine::Engine::probeSecrets() says it: kind "file" means that a locked vault is there.
    SecretsDialog(engine::Engine &engine, const QString &kind, const QString &problem, QWidget *parent);

private:
    void buildChoice(class QVBoxLayout *layout);
    void refresh();
    void submit();
    [[nodiscard]] bool isComplete();
    void use(const QString &kind, const Secret &passphrase);
    void onAnswer(const Result<void> &answer);
    void probeAgain();

    engine::Engine &m_engine;
    bool m_unlocks; ///< a vault is there and locked
    parts::NoticeBar *m_notice;
    QRadioButton *m_vault = nullptr;
    QRadioButton *m_session = nullptr;
    QWidget *m_passphrasePart;
    PasswordEdit *m_passphrase;
    PasswordEdit *m_again;
    parts::Field *m_passphraseField;
    parts::Field *m_againField;
    QPushButton *m_accept;
};

} // namespace inlet::ui
