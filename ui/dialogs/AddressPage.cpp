// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/AddressPage.h"

#include "engine/Engine.h"
#include "ui/Parts.h"
#include "ui/dialogs/AddressText.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace inlet::ui
{

namespace
{

constexpr std::chrono::milliseconds kTypingPause{500};
/// Longer than any address, short enough to never slow the field down.
constexpr int kMaxTyped = 2000;

accounts::ServerEndpoint forAddress(accounts::ServerEndpoint endpoint, const QString &before, const QString &now)
{
    const auto localPart = [](const QString &email) { return email.left(email.indexOf(QLatin1Char('@'))); };
    if (endpoint.user == before)
        endpoint.user = now;
    else if (endpoint.user == localPart(before))
        endpoint.user = localPart(now);
    endpoint.trustedFingerprint.clear();
    return endpoint;
}

/// `found` with the servers of the mailbox connected before.
engine::Detection withPreset(engine::Detection found, const accounts::Account &preset, const QString &email)
{
    found.account.provider = preset.provider;
    found.account.imap = forAddress(preset.imap, preset.email, email);
    found.account.smtp = forAddress(preset.smtp, preset.email, email);
    found.account.sentPolicy = preset.sentPolicy;
    return found;
}

} // namespace

AddressPage::AddressPage(engine::Engine &engine, ConnectState &state, std::chrono::milliseconds limit,
    QWidget *parent)
    : WizardPage(state, parent), m_engine(engine), m_email(new QLineEdit(this)),
      m_field(new parts::Field(tr("Email address"), m_email, this)), m_strip(new QWidget(this)),
      m_icon(new parts::IconLabel(QStringLiteral("search"), theme::Token::Secondary, m_strip)),
      m_provider(parts::strong({}, m_strip)), m_howWeKnow(parts::secondary({}, m_strip)),
      m_stop(parts::button(tr("Stop looking"), "link", m_strip)), m_notice(new parts::NoticeBar(this))
{
    m_email->setObjectName(QStringLiteral("emailEdit"));
    m_email->setMaxLength(kMaxTyped);
    m_email->setPlaceholderText(QStringLiteral("anna@acme.io"));
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_provider->setObjectName(QStringLiteral("providerLabel"));
    m_howWeKnow->setObjectName(QStringLiteral("howWeKnowLabel"));
    m_stop->setObjectName(QStringLiteral("stopDetectionButton"));
    m_stop->setAutoDefault(false);
    m_notice->setObjectName(QStringLiteral("addressNotice"));

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_provider);
    words->addWidget(m_howWeKnow);
    words->addWidget(m_stop, 0, Qt::AlignLeft);
    auto *strip = new QHBoxLayout(m_strip);
    strip->setContentsMargins(0, theme::kGrid, 0, theme::kGrid);
    strip->setSpacing(theme::kGap);
    strip->addWidget(m_icon, 0, Qt::AlignTop);
    strip->addLayout(words, 1);
    m_strip->setVisible(false);

    auto *fleet = parts::button(tr("Add many mailboxes from a list"), "link", this);
    fleet->setObjectName(QStringLiteral("fleetButton"));
    fleet->setAutoDefault(false);
    auto *layout = parts::column(this, theme::kMargin);
    layout->addWidget(parts::secondary(
        tr("Inlet finds the servers by itself. Nothing leaves this computer except to your mail servers."), this));
    layout->addWidget(m_field);
    layout->addWidget(m_strip);
    layout->addWidget(m_notice);
    layout->addStretch(1);
    layout->addLayout(parts::linkLine({fleet}));

    m_pause.setSingleShot(true);
    m_pause.setInterval(kTypingPause);
    m_limit.setSingleShot(true);
    m_limit.setInterval(limit);
    connect(m_email, &QLineEdit::textChanged, this, &AddressPage::onEdited);
    connect(&m_pause, &QTimer::timeout, this, &AddressPage::startDetection);
    connect(&m_limit, &QTimer::timeout, this, &AddressPage::onTimeUp);
    connect(m_stop, &QPushButton::clicked, this, [this] { std::ignore = cancel(); });
    connect(fleet, &QPushButton::clicked, this, &AddressPage::fleetRequested);
}

AddressPage::~AddressPage() = default;

QString AddressPage::heading() const
{
    return tr("Connect a mailbox");
}

void AddressPage::enter()
{
    if (m_email->text().trimmed() != state().account.email)
        m_email->setText(state().account.email);
    m_email->setFocus();
    m_email->selectAll();
}

void AddressPage::leave()
{
    m_pause.stop();
    stopDetection();
}

bool AddressPage::nextEnabled() const
{
    return !m_waiting && !m_email->text().trimmed().isEmpty();
}

bool AddressPage::accept()
{
    const QString problem = explainAddress(m_email->text());
    m_field->setError(problem);
    if (!problem.isEmpty()) {
        m_email->setFocus();
        return false;
    }
    const QString email = accounts::normalizedEmail(m_email->text().trimmed());
    if (isKnown(email)) {
        m_field->setError(tr("This mailbox is connected already."));
        m_email->setFocus();
        return false;
    }
    if (state().detected && state().account.email == email)
        return true;
    m_waiting = true;
    if (!m_run)
        startDetection();
    Q_EMIT changed();
    return false;
}

bool AddressPage::cancel()
{
    if (!m_run)
        return false;
    stopDetection();
    m_waiting = false;
    m_strip->setVisible(false);
    m_email->setFocus();
    Q_EMIT changed();
    return true;
}

void AddressPage::onEdited()
{
    stopDetection();
    m_waiting = false;
    m_field->setError({});
    m_notice->clear();
    const QString email = accounts::normalizedEmail(m_email->text().trimmed());
    const bool same = !email.isEmpty() && state().detected && state().account.email == email;
    if (!same) {
        state().detected = false;
        m_strip->setVisible(false);
        // An address without a dot behind the @ is most likely not finished.
        if (!email.isEmpty() && accounts::domainOf(email).contains(QLatin1Char('.')))
            m_pause.start();
        else
            m_pause.stop();
    }
    Q_EMIT changed();
}

void AddressPage::startDetection()
{
    m_pause.stop();
    const QString email = accounts::normalizedEmail(m_email->text().trimmed());
    if (email.isEmpty() || isKnown(email) || m_run)
        return;
    const accounts::Account &preset = state().preset;
    if (!preset.email.isEmpty() && accounts::domainOf(preset.email) == accounts::domainOf(email)) {
        engine::Detection same = withPreset(state().presetDetection, preset, email);
        same.certain = true;
        same.howWeKnow = tr("The same servers as %1").arg(preset.email);
        state().account.email = email;
        onDetected(same);
        return;
    }
    m_run = std::make_unique<QObject>();
    showState(QStringLiteral("search"), tr("Looking for the servers of %1").arg(accounts::domainOf(email)), {});
    m_stop->setVisible(true);
    m_limit.start();
    m_engine.detect(email, m_run.get(), [this, email](const engine::Detection &found) {
        const accounts::Account &before = state().preset;
        state().account.email = email;
        onDetected(found.certain || before.email.isEmpty() ? found : withPreset(found, before, email));
    });
}

void AddressPage::stopDetection()
{
    m_limit.stop();
    if (!m_run)
        return;
    m_engine.cancelDetection(m_run.get());
    // Not deleted on the spot: this may run inside one of its own answers.
    m_run.release()->deleteLater();
}

void AddressPage::onDetected(const engine::Detection &detection)
{
    m_limit.stop();
    if (m_run)
        m_run.release()->deleteLater();
    ConnectState &known = state();
    known.detection = detection;
    known.detected = true;
    known.checked = false;
    known.editServers = false;
    known.account.provider = detection.account.provider;
    known.account.imap = detection.account.imap;
    known.account.smtp = detection.account.smtp;
    known.account.sentPolicy = detection.account.sentPolicy;
    m_stop->setVisible(false);
    if (detection.certain)
        showState(QStringLiteral("circle-check"), detection.providerName.isEmpty() ? tr("Servers found")
                                                                                   : detection.providerName,
            detection.howWeKnow);
    else
        showState(QStringLiteral("server"), tr("You type the servers on the next page"), detection.howWeKnow);
    Q_EMIT changed();
    if (m_waiting) {
        m_waiting = false;
        Q_EMIT finished();
    }
}

void AddressPage::onTimeUp()
{
    stopDetection();
    engine::Detection none;
    none.account = state().account;
    none.howWeKnow = tr("Looking for the servers took too long. You can type them, or go back and try again.");
    state().account.email = accounts::normalizedEmail(m_email->text().trimmed());
    onDetected(none);
}

bool AddressPage::isKnown(const QString &email) const
{
    const QList<accounts::Account> all = m_engine.accounts();
    return std::any_of(all.cbegin(), all.cend(), [&email](const accounts::Account &account) {
        return account.email.compare(email, Qt::CaseInsensitive) == 0;
    });
}

void AddressPage::showState(const QString &icon, const QString &strong, const QString &line)
{
    const bool found = icon == QLatin1String("circle-check");
    m_icon->setIcon(icon, found ? theme::Token::Success : theme::Token::Secondary);
    m_provider->setText(strong);
    m_howWeKnow->setText(line);
    m_howWeKnow->setVisible(!line.isEmpty());
    m_strip->setAccessibleName(strong + QLatin1Char(' ') + line);
    m_strip->setVisible(true);
}

} // namespace inlet::ui
