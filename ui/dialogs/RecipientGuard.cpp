// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/RecipientGuard.h"

#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/Phrases.h"


namespace inlet::ui
{

namespace
{

constexpr int kLookDelayMs = 120;
constexpr qsizetype kMostNamed = 3;
constexpr qsizetype kMostReasonAsked = 160;

} // namespace

QString wordsOf(store::SuppressionSource source)
{
    switch (source) {
    case store::SuppressionSource::Rep: return RecipientGuard::tr("put there by you");
    case store::SuppressionSource::Bounce: return RecipientGuard::tr("its mail bounced");
    case store::SuppressionSource::Refusal: return RecipientGuard::tr("its server refused our mail");
    case store::SuppressionSource::OptOut: return RecipientGuard::tr("they asked to stop");
    case store::SuppressionSource::Import: return RecipientGuard::tr("imported");
    }
    return {};
}

QString wordsOf(const store::Suppression &entry)
{
    const QString who = entry.isDomain() ? RecipientGuard::tr("Everyone at %1").arg(phrases::oneLine(entry.pattern, kMostReasonAsked))
                                         : phrases::oneLine(entry.pattern, kMostReasonAsked);
    const QString since = entry.at.isValid()
        ? RecipientGuard::tr(" since %1").arg(phrases::shortDay(entry.at.toLocalTime().date(), true))
        : QString();
    QString why = wordsOf(entry.source);
    if (const QString reason = phrases::oneLine(entry.reason, kMostReasonAsked); !reason.isEmpty())
        why += QStringLiteral(" (%1)").arg(reason);
    return RecipientGuard::tr("%1 is on the do-not-contact list%2: %3.").arg(who, since, why);
}

RecipientGuard::RecipientGuard(engine::Engine &engine, parts::NoticeBar &bar, QObject *parent)
    : QObject(parent), m_engine(engine), m_bar(bar)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kLookDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &RecipientGuard::look);
    connect(&engine, &engine::Engine::changed, this, [this](const store::ChangeSet &changes) {
        if (changes.suppressions)
            look();
    });
}

void RecipientGuard::setAddresses(const QStringList &addresses)
{
    if (addresses == m_addresses)
        return;
    m_addresses = addresses;
    m_delay.start();
}

void RecipientGuard::look()
{
    if (m_addresses.isEmpty()) {
        show({});
        return;
    }
    m_engine.desk().checkRecipients(m_addresses, this, [this, asked = m_addresses](const QList<store::Suppression> &found) {
        if (asked == m_addresses)
            show(found);
    });
}

void RecipientGuard::show(const QList<store::Suppression> &found)
{
    QStringList lines;
    for (const store::Suppression &entry : found.mid(0, kMostNamed))
        lines.append(wordsOf(entry));
    if (found.size() > kMostNamed)
        lines.append(tr("And %1 more.").arg(found.size() - kMostNamed));
    const QString problem = lines.join(QLatin1Char('\n'));
    if (problem == m_problem)
        return;
    m_problem = problem;
    if (problem.isEmpty())
        m_bar.clear();
    else
        m_bar.show(parts::NoticeBar::Level::Error, tr("%1\nTake the address out to send this mail.").arg(problem));
    Q_EMIT problemChanged();
}

} // namespace inlet::ui
