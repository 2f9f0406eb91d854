// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/WizardPage.h"

#include <QDialog>
#include <QHash>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace inlet::engine
{
class Engine;
}

namespace inlet::ui
{

class Prompts;

/// Connects mailboxes: address, sign-in, live checks, history, identity; or a whole list at once.
/// Nothing is stored before the end of a mailbox. Works by keyboard alone: Enter goes on, Esc back.
class ConnectWizard : public QDialog
{
    Q_OBJECT

public:
    struct Options {
        std::chrono::milliseconds detectionLimit{20'000};
    };

    ConnectWizard(engine::Engine &engine, Prompts &prompts, QWidget *parent = nullptr);
    ConnectWizard(engine::Engine &engine, Prompts &prompts, const Options &options, QWidget *parent = nullptr);

    /// Straight to the page where a list is pasted or opened.
    void showFleet();
    void reject() override; ///< Esc

Q_SIGNALS:
    void mailboxAdded(inlet::AccountId account);
    void openInboxRequested();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    enum class Step { Address, SignIn, Servers, Checks, History, Identity, Done, FleetInput, Fleet };

    void addPage(Step step, WizardPage *page);
    void build(const Options &options);
    void go(Step step);
    void next();
    void advance();
    void back();
    void refresh();
    void startAnother();
    [[nodiscard]] WizardPage *page() const;
    [[nodiscard]] QString progressText() const;
    [[nodiscard]] bool confirmLoss();

    engine::Engine &m_engine;
    Prompts &m_prompts;
    ConnectState m_state;
    Step m_step = Step::Address;
    QHash<int, WizardPage *> m_pages;
    QLabel *m_heading;
    QLabel *m_progress;
    QStackedWidget *m_stack;
    QPushButton *m_back;
    QPushButton *m_next;
};

} // namespace inlet::ui
