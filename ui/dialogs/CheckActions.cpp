// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/CheckActions.h"

#include "ui/dialogs/Prompts.h"

#include <QUrl>

namespace inlet::ui
{

bool performOutside(Prompts &prompts, const engine::NextAction &action, const QString &message, const QString &advice,
    const QString &serverReply)
{
    if (action.kind == QLatin1String("copy-note")) {
        QStringList lines{message, advice, action.url, serverReply};
        lines.removeAll(QString());
        prompts.copyText(lines.join(QLatin1Char('\n')));
        return true;
    }
    if (action.kind == QLatin1String("open-url")) {
        prompts.openUrl(QUrl(action.url));
        return true;
    }
    return false;
}

} // namespace inlet::ui
