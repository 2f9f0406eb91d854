// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/Engine.h"

namespace inlet::engine
{

QString nameOf(CheckStatus status)
{
    switch (status) {
    case CheckStatus::Running:
        return QStringLiteral("running");
    case CheckStatus::Ok:
        return QStringLiteral("ok");
    case CheckStatus::Warning:
        return QStringLiteral("warning");
    case CheckStatus::Failed:
        return QStringLiteral("failed");
    case CheckStatus::Skipped:
        return QStringLiteral("skipped");
    }
    return {};
}

QString nameOf(MailboxState state)
{
    switch (state) {
    case MailboxState::Off:
        return QStringLiteral("off");
    case MailboxState::Connecting:
        return QStringLiteral("connecting");
    case MailboxState::CatchingUp:
        return QStringLiteral("catching-up");
    case MailboxState::Paused:
        return QStringLiteral("paused");
    case MailboxState::Live:
        return QStringLiteral("live");
    case MailboxState::Checked:
        return QStringLiteral("checked");
    case MailboxState::Waiting:
        return QStringLiteral("waiting");
    case MailboxState::NeedsUser:
        return QStringLiteral("needs-user");
    }
    return {};
}

QString joinedNote(const QString &stored, const QString &added)
{
    return stored.isEmpty() || added.isEmpty() ? stored + added : stored + QLatin1Char('\n') + added;
}

} // namespace inlet::engine
