// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/DnsResolver.h"
#include "accounts/Probe.h"
#include "accounts/ProviderTable.h"
#include "accounts/values/Detection.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace inlet::accounts
{

struct DetectorSettings {
    std::chrono::milliseconds timeLimit{12000}; ///< for all of it
    std::chrono::milliseconds httpLimit{5000}; ///< for one file
    QString caFile; ///< see HttpLimits
};

/// Finds the servers of an address. In this order: provider table by domain, autoconfig at the
/// domain, DNS SRV, MX to provider, guessed names; then what is left is the full form with a guess
/// in every field. What needs the network runs at the same time, the order decides who wins.
/// One detection at a time; a new one and the destructor cancel the earlier one.
/// Thread: the one that made it; needs its event loop.
/// Source: RFC 6186, RFC 8314 section 5.1.
class Detector : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Detection &)>;

    /// All of them must live longer. `probe` may be null: then nothing is guessed.
    Detector(const ProviderTable &table, QNetworkAccessManager &manager, DnsResolver &dns,
        Probe *probe, DetectorSettings settings, QObject *parent = nullptr);
    ~Detector() override;

    /// `done` comes once, later, never from inside the call, and not after cancel(). It must not
    /// destroy the detector (deleteLater() is fine).
    void detect(const QString &email, Done done);
    void cancel();

private:
    struct Run;
    enum class Stage { Running, Failed, Found };

    void startAutoconfig(const std::shared_ptr<Run> &run);
    void fetchAutoconfig(const std::shared_ptr<Run> &run, qsizetype index);
    void startSrv(const std::shared_ptr<Run> &run);
    void startMx(const std::shared_ptr<Run> &run);
    void onMx(const std::shared_ptr<Run> &run, const QStringList &hosts);
    void startGuess(const std::shared_ptr<Run> &run);
    /// Ends the run when nothing that is still open could be better.
    void decide(const std::shared_ptr<Run> &run, bool timeIsUp = false);
    void finish(const std::shared_ptr<Run> &run, const Detection &detection);

    const ProviderTable &m_table;
    QNetworkAccessManager &m_manager;
    DnsResolver &m_dns;
    Probe *m_probe;
    DetectorSettings m_settings;
    std::shared_ptr<Run> m_run; ///< null: idle
    /// Ended runs until the event loop is back: we may stand inside one of their children.
    std::vector<std::unique_ptr<QObject>> m_retired;
};

} // namespace inlet::accounts
