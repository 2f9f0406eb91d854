// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/NewMailSpeaker.h"

#include "ui/Accessible.h"
#include "ui/Phrases.h"

#include <utility>

namespace inlet::ui
{

NewMailSpeaker::NewMailSpeaker(engine::Engine &engine, const Pace &pace, QWidget *parent) : QWidget(parent), m_pace(pace)
{
    setObjectName(QStringLiteral("newMailSpeaker"));
    accessible::setSpeaker(this, accessible::Spoken::Status);
    setFixedSize(1, 1); // what has no size is not on screen for a screen reader
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &NewMailSpeaker::speak);
    connect(&engine, &engine::Engine::newMail, this, [this](AccountId, ConversationId conversation) {
        m_untold.insert(conversation);
        if (!m_timer.isActive())
            m_timer.start(m_pace.gatherMs);
    });
}

void NewMailSpeaker::speak()
{
    m_quiet = !m_untold.isEmpty();
    if (!m_quiet)
        return;
    const auto count = std::exchange(m_untold, {}).size();
    setAccessibleName(phrases::plural(count, tr("New mail in 1 conversation"), tr("New mail in %1 conversations")));
    accessible::announce(this);
    m_timer.start(m_pace.quietMs);
}

} // namespace inlet::ui
