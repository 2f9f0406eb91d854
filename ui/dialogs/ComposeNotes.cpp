// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ComposeNotes.h"

#include "engine/Engine.h"
#include "ui/Parts.h"

#include <algorithm>

namespace inlet::ui
{

namespace
{

constexpr int kLookDelayMs = 250;
constexpr qsizetype kMostOwnWords = 20'000;

} // namespace

ComposeNotes::ComposeNotes(engine::Engine &engine, parts::NoticeBar &bar, std::function<ComposeFacts()> facts, QObject *parent)
    : QObject(parent), m_bar(bar), m_facts(std::move(facts)), m_watch(engine)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kLookDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &ComposeNotes::refresh);
    connect(&m_watch, &RecipientWatch::changed, this, &ComposeNotes::changed);
}

void ComposeNotes::changed()
{
    m_delay.start();
}

void ComposeNotes::refresh()
{
    m_delay.stop();
    ComposeFacts facts = m_facts();
    m_hasWords = !facts.ownWords.trimmed().isEmpty();
    m_watch.setQuery({facts.addresses, facts.conversation, facts.ownWords.left(kMostOwnWords)});
    facts.known = m_watch.facts();
    facts.now = QDateTime::currentDateTimeUtc();
    m_warnings = composeWarnings(facts);
    QSet<QString> current;
    for (const ComposeWarning &warning : std::as_const(m_warnings))
        current.insert(warning.text);
    m_agreed.intersect(current);
    m_asking = m_asking && !m_agreed.isEmpty();
    show();
}

bool ComposeNotes::ask()
{
    refresh();
    bool fresh = false;
    for (const ComposeWarning &warning : std::as_const(m_warnings)) {
        if (warning.asks && !m_agreed.contains(warning.text)) {
            m_agreed.insert(warning.text);
            fresh = true;
        }
    }
    if (fresh) {
        m_asking = true;
        show();
    }
    return fresh;
}

void ComposeNotes::show()
{
    QStringList lines;
    bool grave = false;
    for (const ComposeWarning &warning : std::as_const(m_warnings)) {
        // Nobody has to be told about the subject before there is a text.
        if (warning.id == QLatin1String("no-subject") && !m_hasWords && !m_asking)
            continue;
        lines.append(warning.text);
        grave = grave || warning.asks;
    }
    if (lines.isEmpty())
        m_bar.clear();
    else
        m_bar.show(grave ? parts::NoticeBar::Level::Warning : parts::NoticeBar::Level::Info, lines.join(QLatin1Char('\n')),
            m_asking ? tr("Send anyway") : QString());
}

} // namespace inlet::ui
