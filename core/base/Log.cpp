// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Log.h"

namespace inlet
{

Q_LOGGING_CATEGORY(lcNet, "inlet.net", QtWarningMsg)
Q_LOGGING_CATEGORY(lcImap, "inlet.imap", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSmtp, "inlet.smtp", QtWarningMsg)
Q_LOGGING_CATEGORY(lcStore, "inlet.store", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSync, "inlet.sync", QtWarningMsg)
Q_LOGGING_CATEGORY(lcOutbox, "inlet.outbox", QtWarningMsg)
Q_LOGGING_CATEGORY(lcAccounts, "inlet.accounts", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSecrets, "inlet.secrets", QtWarningMsg)
Q_LOGGING_CATEGORY(lcEngine, "inlet.engine", QtWarningMsg)
Q_LOGGING_CATEGORY(lcUi, "inlet.ui", QtWarningMsg)

} // namespace inlet
