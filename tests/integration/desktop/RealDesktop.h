// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AppContext.h"
#include "desktop/Shell.h"
#include "mime/Mime.h"
#include "resources/Resources.h"
#include "support/MailServers.h"
#include "ui/MainWindow.h"
#include "ui/models/ConversationListModel.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

namespace inlet::test
{

/// The desktop program over a real Dovecot and a real Postfix, in a profile of its own.
class RealDesktop
{
protected:
    MailServers m_servers;
    QTemporaryDir m_profile;
    std::unique_ptr<app::AppContext> m_context;
    std::unique_ptr<desktop::Shell> m_shell;

    void openDesktop(const MailServers::Options &options)
    {
        initResources();
        mime::initialize();
        QVERIFY2(m_servers.start(options), qPrintable(m_servers.error()));
        desktop::Options program;
        program.profile.dataDir = m_profile.path();
        program.profile.vault = QStringLiteral("session");
        program.profile.caFile = m_servers.caFile();
        auto context = app::AppContext::open(program.profile);
        QVERIFY2(bool(context), context ? "" : qPrintable(context.error().detail));
        m_context = std::move(*context);
        m_shell = std::make_unique<desktop::Shell>(*m_context, program);
        m_shell->show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_shell->window()));
    }

    /// Connects it and waits until it is live.
    void connectMailbox(const accounts::Account &account, AccountId &id)
    {
        std::optional<Result<AccountId>> added;
        m_context->engine().addAccount(account, MailServers::password(account.email), &m_shell->window(),
            [&](const Result<AccountId> &answer) { added = answer; });
        QTRY_VERIFY_WITH_TIMEOUT(added.has_value(), 30000);
        QVERIFY(*added);
        id = **added;
        QTRY_COMPARE_WITH_TIMEOUT(m_context->engine().status(id).state, engine::MailboxState::Live, 30000);
    }
};

} // namespace inlet::test
