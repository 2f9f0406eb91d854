// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/PasswordReuse.h"

#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/dialogs/PasswordEdit.h"

namespace inlet::ui
{

namespace
{
constexpr int kPauseMs = 400;
}

PasswordReuse::PasswordReuse(engine::Engine &engine, PasswordEdit *edit, parts::NoticeBar *bar)
    : m_engine(engine), m_edit(edit), m_bar(bar)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(edit, &PasswordEdit::edited, this, [this] {
        ++m_round;
        m_bar->clear();
        m_pause.start();
    });
    connect(&m_pause, &QTimer::timeout, this, &PasswordReuse::ask);
}

void PasswordReuse::ask()
{
    if (m_edit->isEmpty())
        return;
    m_engine.mailboxesWithPassword(m_edit->secret(), this, [this, round = m_round](const QStringList &others) {
        if (round == m_round)
            show(others);
    });
}

void PasswordReuse::show(QStringList others)
{
    others.removeAll(m_own);
    if (others.isEmpty())
        return;
    const QString first = others.first();
    const int more = int(others.size()) - 1;
    m_bar->show(parts::NoticeBar::Level::Warning,
        more == 0 ? tr("%1 has the same password. Whoever learns one can read both.").arg(first)
                  : tr("%1 and %2 more have the same password. Whoever learns one can read them all.").arg(first).arg(more));
}

} // namespace inlet::ui
