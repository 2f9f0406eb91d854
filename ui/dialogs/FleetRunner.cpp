// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/FleetRunner.h"

#include "engine/Engine.h"
#include "ui/Theme.h"
#include "ui/dialogs/AddressText.h"
#include "ui/dialogs/Words.h"

#include <algorithm>

namespace inlet::ui
{

FleetRunner::FleetRunner(engine::Engine &engine, FleetModel &model, QObject *parent)
    : QObject(parent), m_engine(engine), m_model(model)
{
}

FleetRunner::~FleetRunner()
{
    for (auto &[row, run] : m_runs) {
        m_engine.cancelDetection(run.context.get());
        m_engine.cancelCheck(run.context.get());
    }
}

void FleetRunner::start(const QList<int> &rows)
{
    for (const int row : rows) {
        if (!m_runs.contains(row) && !m_queue.contains(row))
            m_queue.append(row);
    }
    fill();
    Q_EMIT stateChanged();
}

void FleetRunner::cancel()
{
    for (const int row : std::as_const(m_queue))
        m_model.stop(row);
    m_queue.clear();
    for (auto run = m_runs.begin(); run != m_runs.end();) {
        if (run->second.storing) {
            ++run;
            continue;
        }
        m_engine.cancelDetection(run->second.context.get());
        m_engine.cancelCheck(run->second.context.get());
        run->second.context.release()->deleteLater();
        m_model.stop(run->first);
        run = m_runs.erase(run);
    }
    Q_EMIT stateChanged();
}

void FleetRunner::fill()
{
    while (int(m_runs.size()) < kAtOnce && !m_queue.isEmpty())
        begin(m_queue.takeFirst());
}

void FleetRunner::begin(int row)
{
    m_model.begin(row);
    if (isConnected(account(row).email)) {
        m_model.connected(row);
        return;
    }
    if (isTwice(row)) {
        engine::CheckStep why;
        why.message = tr("This address stands in the list twice.");
        m_model.fail(row, why);
        return;
    }
    Run &run = m_runs[row];
    run.context = std::make_unique<QObject>();
    if (!account(row).imap.host.isEmpty() && !account(row).smtp.host.isEmpty()) {
        check(row);
        return;
    }
    m_engine.detect(account(row).email, run.context.get(),
        [this, row](const engine::Detection &found) { onDetected(row, found); });
}

void FleetRunner::onDetected(int row, const engine::Detection &found)
{
    accounts::Account merged = account(row);
    if (merged.imap.host.isEmpty())
        merged.imap = found.account.imap;
    if (merged.smtp.host.isEmpty())
        merged.smtp = found.account.smtp;
    merged.provider = found.account.provider;
    merged.sentPolicy = found.account.sentPolicy;
    engine::CheckStep why;
    if (found.passwordRefused) {
        why.cause = QStringLiteral("oauth-needed");
        why.message = tr("%1 takes no passwords from mail programs.").arg(found.providerName);
        why.advice = tr("Its own sign-in comes with OAuth support in a later version of Inlet.");
        fail(row, why);
        return;
    }
    if (merged.imap.host.isEmpty() || merged.smtp.host.isEmpty()) {
        why.cause = QStringLiteral("servers-unknown");
        why.message = tr("The servers were not found.");
        why.advice = tr("Write them into the columns imap and smtp, as in imap.acme.io:993:tls.");
        fail(row, why);
        return;
    }
    m_model.setAccount(row, merged);
    check(row);
}

void FleetRunner::check(int row)
{
    Run &run = m_runs[row];
    m_engine.check(account(row), m_model.entries().at(row).row.password, run.context.get(),
        [this, row](const engine::CheckStep &step) { m_model.setStep(row, step); },
        [this, row](bool fine) { onChecked(row, fine); });
}

void FleetRunner::onChecked(int row, bool fine)
{
    if (fine) {
        store(row);
        return;
    }
    // The first failed check in the order of the columns is the cause; the others follow from it.
    const QHash<QString, engine::CheckStep> &steps = m_model.entries().at(row).steps;
    engine::CheckStep why;
    why.message = tr("The checks did not pass.");
    for (const QString &step : words::checkSteps()) {
        const auto found = steps.constFind(step);
        if (found != steps.constEnd() && found->status == engine::CheckStatus::Failed) {
            why = *found;
            break;
        }
    }
    fail(row, why);
}

void FleetRunner::store(int row)
{
    accounts::Account ready = account(row);
    if (ready.displayName.isEmpty())
        ready.displayName = guessName(ready.email);
    if (ready.colour.isEmpty()) {
        const auto &colours = theme::mailboxColours();
        ready.colour = colours.at(size_t(m_engine.accounts().size()) % colours.size());
    }
    m_runs[row].storing = std::make_unique<QObject>();
    m_engine.addAccount(ready, m_model.entries().at(row).row.password, this,
        [this, row](const Result<AccountId> &answer) {
            if (!answer) {
                engine::CheckStep why;
                why.cause = QStringLiteral("not-stored");
                why.message = words::ofError(answer.error());
                fail(row, why);
                return;
            }
            m_model.connected(row);
            Q_EMIT mailboxAdded(*answer);
            finish(row);
        });
}

void FleetRunner::fail(int row, const engine::CheckStep &why)
{
    m_model.fail(row, why);
    finish(row);
}

void FleetRunner::finish(int row)
{
    const auto run = m_runs.find(row);
    // Not deleted on the spot: this runs inside one of its own answers.
    run->second.context.release()->deleteLater();
    m_runs.erase(run);
    fill();
    Q_EMIT stateChanged();
}

bool FleetRunner::isConnected(const QString &email) const
{
    const QList<accounts::Account> all = m_engine.accounts();
    return std::any_of(all.cbegin(), all.cend(), [&email](const accounts::Account &known) {
        return known.email.compare(email, Qt::CaseInsensitive) == 0;
    });
}

bool FleetRunner::isTwice(int row) const
{
    const QString email = account(row).email;
    const QList<FleetEntry> &entries = m_model.entries();
    return std::any_of(entries.cbegin(), entries.cbegin() + row, [&email](const FleetEntry &entry) {
        return entry.row.problem.isEmpty() && entry.row.account.email.compare(email, Qt::CaseInsensitive) == 0;
    });
}

} // namespace inlet::ui
