// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/WizardPage.h"

class QLabel;

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
class IdentityForm;

/// Name, signature, colour. Its "next" is the end: only here the mailbox is stored.
class IdentityPage : public WizardPage
{
    Q_OBJECT

public:
    IdentityPage(engine::Engine &engine, ConnectState &state, QWidget *parent);

    [[nodiscard]] QString heading() const override { return tr("How you appear"); }
    [[nodiscard]] QString nextText() const override { return tr("Add mailbox"); }
    [[nodiscard]] bool nextEnabled() const override { return !m_storing; }
    void enter() override;
    [[nodiscard]] bool accept() override;

private:
    void store();
    void add();
    void fail(const QString &text);

    engine::Engine &m_engine;
    QLabel *m_intro;
    IdentityForm *m_form;
    parts::NoticeBar *m_notice;
    QString m_shownFor;
    bool m_storing = false;
};

} // namespace inlet::ui
