// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/Detector.h"

#include "accounts/DetectionWords_p.h"
#include "accounts/HttpFetch.h"
#include "base/Log.h"

#include <QCoreApplication>
#include <QTimer>
#include <QUrl>

#include <array>
#include <utility>

namespace inlet::accounts
{

// One detection. Everything it started hangs under `guard`, so that deleting that cancels all.
struct Detector::Run {
    QString email;
    QString asciiDomain;
    Done done;
    std::unique_ptr<QObject> guard = std::make_unique<QObject>();

    Stage autoconfigStage = Stage::Running;
    Stage srvStage = Stage::Running;
    Stage mxStage = Stage::Running;
    Stage guessStage = Stage::Running;
    bool guessStarted = false;
    Detection autoconfig;
    Detection srv;
    Detection mx;
    Detection guess;

    int srvOpen = 4;
    SrvAnswers srvAnswers;
    QStringList mxHosts;
    qsizetype probesOpen = 0;
    ProbedEndpoints imapProbes;
    ProbedEndpoints smtpProbes;
};

Detector::Detector(const ProviderTable &table, QNetworkAccessManager &manager, DnsResolver &dns,
    Probe *probe, DetectorSettings settings, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_manager(manager)
    , m_dns(dns)
    , m_probe(probe)
    , m_settings(std::move(settings))
{
}

Detector::~Detector()
{
    cancel();
}

void Detector::cancel()
{
    if (const auto run = std::exchange(m_run, nullptr)) {
        run->done = nullptr;
        run->guard.reset();
    }
}

void Detector::detect(const QString &email, Done done)
{
    cancel();
    const auto run = std::make_shared<Run>();
    run->email = normalizedEmail(email);
    run->asciiDomain = QString::fromLatin1(QUrl::toAce(domainOf(email)));
    run->done = std::move(done);
    m_run = run;

    const auto answer = [this, run](const Detection &detection) {
        QTimer::singleShot(0, run->guard.get(), [this, run, detection] { finish(run, detection); });
    };
    const Provider *provider = m_table.byDomain(domainOf(email));
    if (run->email.isEmpty() || run->asciiDomain.isEmpty()) {
        answer(notAnAddress());
    } else if (provider) {
        answer(fromProvider(run->email, *provider,
            QCoreApplication::translate("Detection", "Addresses at %1 are with %2.").arg(domainOf(email), provider->name)));
    } else {
        QTimer::singleShot(
            m_settings.timeLimit, run->guard.get(), [this, run] { decide(run, true); });
        startAutoconfig(run);
        startSrv(run);
        startMx(run);
    }
}

void Detector::startAutoconfig(const std::shared_ptr<Run> &run)
{
    fetchAutoconfig(run, 0);
}

void Detector::fetchAutoconfig(const std::shared_ptr<Run> &run, qsizetype index)
{
    const QList<QUrl> urls = autoconfigUrls(run->email);
    if (index >= urls.size()) {
        run->autoconfigStage = Stage::Failed;
        decide(run);
        return;
    }
    HttpLimits limits;
    limits.octets = kMaxAutoconfigOctets;
    limits.time = m_settings.httpLimit;
    limits.caFile = m_settings.caFile;
    auto *fetch = new HttpFetch(m_manager, limits, run->guard.get());
    fetch->get(urls.at(index), [this, run, index, fetch](Result<QByteArray> body) {
        fetch->deleteLater();
        const auto config =
            body ? parseAutoconfig(*body, run->email) : Result<Autoconfig>(body.error());
        if (!config) {
            qCInfo(lcAccounts) << "no autoconfig:" << config.error().detail;
            fetchAutoconfig(run, index + 1);
            return;
        }
        run->autoconfig = fromAutoconfig(run->email, *config, m_table);
        run->autoconfigStage = Stage::Found;
        decide(run);
    });
}

void Detector::startSrv(const std::shared_ptr<Run> &run)
{
    const auto ask = [&](const char *service, QList<SrvRecord> SrvAnswers::*field) {
        const QString name = QLatin1String(service) + QStringLiteral("._tcp.") + run->asciiDomain;
        m_dns.lookupSrv(
            name, run->guard.get(), [this, run, field](const Result<QList<SrvRecord>> &records) {
                if (records)
                    run->srvAnswers.*field = *records;
                if (--run->srvOpen > 0)
                    return;
                const auto found = fromSrv(run->email, run->srvAnswers, m_table);
                run->srvStage = found ? Stage::Found : Stage::Failed;
                run->srv = found.value_or(Detection());
                decide(run);
            });
    };
    ask("_imaps", &SrvAnswers::imaps);
    ask("_imap", &SrvAnswers::imap);
    ask("_submissions", &SrvAnswers::submissions);
    ask("_submission", &SrvAnswers::submission);
}

void Detector::startMx(const std::shared_ptr<Run> &run)
{
    m_dns.lookupMx(
        run->asciiDomain, run->guard.get(), [this, run](const Result<QStringList> &hosts) {
            onMx(run, hosts.value_or(QStringList()));
        });
}

void Detector::onMx(const std::shared_ptr<Run> &run, const QStringList &hosts)
{
    const QString domain = domainOf(run->email);
    run->mxHosts = hosts;
    if (const Provider *provider = m_table.byMx(hosts)) {
        run->mx = fromProvider(run->email, *provider,
            QCoreApplication::translate("Detection", "Mail for %1 is handled by %2.").arg(domain, provider->name));
        run->mxStage = Stage::Found;
        decide(run);
        return;
    }
    if (!m_table.isFilter(hosts)) {
        run->mxStage = Stage::Failed;
        decide(run);
        return;
    }
    // A filter stands in front; who may send for the domain tells who keeps its mailboxes.
    m_dns.lookupTxt(
        run->asciiDomain, run->guard.get(), [this, run, domain](const Result<QStringList> &texts) {
            const Provider *provider = nullptr;
            for (const QString &text : texts.value_or(QStringList())) {
                if (!provider && text.startsWith(QLatin1String("v=spf1"), Qt::CaseInsensitive))
                    provider = m_table.bySpf(text);
            }
            if (provider)
                run->mx = fromProvider(run->email, *provider,
                    QCoreApplication::translate("Detection", "Mail for %1 passes a filter, and %2 sends for it.")
                        .arg(domain, provider->name));
            run->mxStage = provider ? Stage::Found : Stage::Failed;
            decide(run);
        });
}

void Detector::startGuess(const std::shared_ptr<Run> &run)
{
    run->guessStarted = true;
    if (!m_probe) {
        run->guessStage = Stage::Failed;
        return;
    }
    const auto tryAll = [&](const QList<ServerEndpoint> &endpoints, ProbedEndpoints Run::*field) {
        for (qsizetype i = 0; i < endpoints.size(); ++i) {
            ((*run).*field).append({endpoints.at(i), ProbeResult::Nothing});
            m_probe->probe(
                endpoints.at(i), run->guard.get(), [this, run, field, i](ProbeResult result) {
                    ((*run).*field)[i].second = result;
                    if (--run->probesOpen > 0)
                        return;
                    const auto found = fromGuesses(run->email, run->imapProbes, run->smtpProbes);
                    run->guessStage = found ? Stage::Found : Stage::Failed;
                    run->guess = found.value_or(Detection());
                    decide(run);
                });
        }
    };
    const auto imap = imapGuesses(run->email, run->mxHosts);
    const auto smtp = smtpGuesses(run->email, run->mxHosts);
    run->probesOpen = imap.size() + smtp.size();
    tryAll(imap, &Run::imapProbes);
    tryAll(smtp, &Run::smtpProbes);
}

void Detector::decide(const std::shared_ptr<Run> &run, bool timeIsUp)
{
    if (m_run != run)
        return;
    const std::array<std::pair<Stage, const Detection *>, 3> stages{
        std::pair{run->autoconfigStage, &run->autoconfig}, std::pair{run->srvStage, &run->srv},
        std::pair{run->mxStage, &run->mx}};
    for (const auto &[stage, detection] : stages) {
        if (stage == Stage::Found) {
            finish(run, *detection);
            return;
        }
        if (stage == Stage::Running && !timeIsUp)
            return;
    }
    if (!run->guessStarted && !timeIsUp)
        startGuess(run);
    if (run->guessStage == Stage::Running && timeIsUp) {
        // Those that have answered so far may do.
        const auto found = fromGuesses(run->email, run->imapProbes, run->smtpProbes);
        finish(run, found.value_or(fullForm(run->email)));
    } else if (run->guessStage != Stage::Running) {
        finish(run, run->guessStage == Stage::Found ? run->guess : fullForm(run->email));
    }
}

void Detector::finish(const std::shared_ptr<Run> &run, const Detection &detection)
{
    if (m_run != run)
        return;
    m_run = nullptr;
    const Done done = std::exchange(run->done, nullptr);
    const Detection result = detection; // lives in the run
    m_retired.push_back(std::move(run->guard));
    QTimer::singleShot(0, this, [this] { m_retired.clear(); });
    if (done)
        done(result);
}

} // namespace inlet::accounts
