// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/VmimeImapSession.h"
#include "imap/Capability.h"
#include "imap/StatusText.h"
#include "imap/VmimeImapSession_p.h"

#include "mime/Mime.h"

namespace inlet::imap
{

namespace
{

constexpr qsizetype kMostOthers = 1'000; ///< folders of which a server tells between two looks

Error insecure(const char *cause, const QString &detail, const QByteArray &reply)
{
    return {ErrorKind::Tls, detail, cleanServerText(reply), cause};
}

/// All words but the first.
QByteArray joined(const Response &response)
{
    QByteArray words;
    for (std::size_t at = 1; at < response.tokens().size(); ++at)
        words += response.text(at).toByteArray() + ' ';
    return words;
}

QString placeOf(const accounts::ServerEndpoint &endpoint)
{
    return endpoint.host.toLower() + QLatin1Char(':') + QString::number(endpoint.port);
}

} // namespace

void PlainHosts::add(const accounts::ServerEndpoint &endpoint)
{
    const std::scoped_lock lock(m_mutex);
    m_hosts.insert(placeOf(endpoint));
}

bool PlainHosts::contains(const accounts::ServerEndpoint &endpoint) const
{
    const std::scoped_lock lock(m_mutex);
    return m_hosts.contains(placeOf(endpoint));
}

ImapSessionFactory makeImapSessionFactory(net::TlsSettings settings)
{
    mime::initialize();
    return [settings = std::move(settings), plainHosts = std::make_shared<PlainHosts>()](
               const accounts::ServerEndpoint &endpoint) {
        return std::make_unique<VmimeImapSession>(net::TlsStream::create(settings), endpoint, plainHosts);
    };
}

VmimeImapSession::VmimeImapSession(std::unique_ptr<net::TlsStream> stream,
    accounts::ServerEndpoint endpoint, std::shared_ptr<PlainHosts> plainHosts)
    : m_endpoint(std::move(endpoint)), m_plainHosts(std::move(plainHosts)), m_wire(std::move(stream))
{
}

/// What came may have been damaged by the compression: the next session shows whether it goes without.
VmimeImapSession::~VmimeImapSession()
{
    if (m_compressed && m_wire.death() && m_wire.death()->kind == ErrorKind::Protocol)
        m_plainHosts->add(m_endpoint);
}

Result<void> VmimeImapSession::connect(std::stop_token stop)
{
    const net::ConnectTarget target{
        .host = m_endpoint.host, .port = m_endpoint.port, .trustedFingerprint = m_endpoint.trustedFingerprint};
    if (const auto connected = stream().connectTcp(target, stop); !connected)
        return m_wire.die(connected.error());
    if (m_endpoint.tls == accounts::TlsMode::Implicit) {
        if (const auto secured = stream().startTls(stop); !secured)
            return m_wire.die(secured.error());
    }
    if (const auto greeted = readGreeting(stop); !greeted)
        return greeted;
    if (!m_capabilitiesFresh) {
        if (const auto asked = askCapabilities(stop); !asked)
            return asked;
    }
    return stream().isEncrypted() ? Result<void>() : upgrade(stop);
}

Result<void> VmimeImapSession::readGreeting(std::stop_token stop)
{
    const auto greeting = m_wire.read(stop);
    if (!greeting)
        return greeting.error();
    const QByteArray words = greeting->words();
    if (greeting->status() == "OK") {
        m_dovecot = stream().isEncrypted() && words.contains("Dovecot");
        noteWords(words);
        return {};
    }
    // PREAUTH before STARTTLS would let somebody on the way keep the whole session in clear text.
    if (greeting->status() == "PREAUTH")
        return m_wire.die(insecure("preauth-refused", QStringLiteral("PREAUTH greeting"), words));
    if (greeting->status() == "BYE")
        return m_wire.die(serverError(Phase::Greeting, "BYE", words));
    const bool otherProtocol = greeting->tag().startsWith("+OK") || greeting->tag().startsWith("220");
    Error error{ErrorKind::Protocol, QStringLiteral("no IMAP greeting"),
        cleanServerText(greeting->tag().toByteArray() + ' ' + words), "protocol-error"};
    if (otherProtocol) {
        // Trying again by itself cannot help: the setting is wrong.
        error.kind = ErrorKind::Config;
        error.cause = "wrong-port";
    }
    return m_wire.die(error);
}

Result<void> VmimeImapSession::upgrade(std::stop_token stop)
{
    if (!offers(m_capabilities, "STARTTLS"))
        return m_wire.die(insecure("starttls-missing", QStringLiteral("STARTTLS not offered"),
            m_capabilities.all.join(' ')));
    const auto outcome = m_wire.run(CommandLine("STARTTLS"), [](Response &) {}, stop);
    if (!outcome)
        return outcome.error();
    if (!outcome->isOk())
        return m_wire.die(
            insecure("starttls-refused", QStringLiteral("STARTTLS refused"), outcome->words));
    if (const auto secured = stream().startTls(stop); !secured)
        return m_wire.die(secured.error());
    // RFC 3501 section 6.2.1: what was said in clear text may be somebody else's invention.
    m_capabilities = {};
    m_capabilitiesFresh = false;
    m_unsolicited = {};
    return askCapabilities(stop);
}

Result<void> VmimeImapSession::askCapabilities(std::stop_token stop)
{
    const auto outcome = runOk(CommandLine("CAPABILITY"), {}, stop);
    if (!outcome)
        return outcome.error();
    return {};
}

void VmimeImapSession::learnCapabilities(QByteArrayView list)
{
    m_capabilities = parseCapabilities(list);
    m_capabilities.dovecot = m_dovecot;
    m_capabilities.notify = m_dovecot && offers(m_capabilities, "NOTIFY");
    if (!m_namespaces.own.isEmpty())
        m_capabilities.ownPrefix = m_namespaces.own.first();
    m_capabilitiesFresh = true;
    // RFC 7888: LITERAL- allows the short form up to 4,096 octets. What is sent free cannot be
    // refused before it is on the way, so large messages ask first in any case.
    const bool free = m_capabilities.literalPlus || offers(m_capabilities, "LITERAL-");
    m_wire.setFreeLiteral(free ? 4096 : 0);
}

void VmimeImapSession::noteWords(const QByteArray &words)
{
    const StatusText text = statusText(words);
    if (text.code == "CAPABILITY")
        learnCapabilities(text.arguments);
    else if (text.code == "NOTIFICATIONOVERFLOW")
        m_unsolicited.overflow = true;
}

void VmimeImapSession::noteElsewhere(const QByteArray &folder, const FolderState &state)
{
    if (m_unsolicited.others.size() < kMostOthers || m_unsolicited.others.contains(folder))
        m_unsolicited.others.insert(folder, state);
}

void VmimeImapSession::noteUnsolicited(Response &response)
{
    m_unsolicited.stillHere = true;
    if (const auto elsewhere = statusRow(response)) {
        noteElsewhere(statusName(response), *elsewhere);
        return;
    }
    if (const auto exists = countOf(response, "EXISTS")) {
        m_unsolicited.exists |= *exists > m_selected.exists || !m_idleTag.isEmpty();
        m_selected.exists = *exists;
    } else if (countOf(response, "EXPUNGE")) {
        m_selected.exists -= m_selected.exists > 0 ? 1 : 0;
        m_unsolicited.expunge |= !m_expectsExpunge;
    } else if (const auto vanished = vanishedRow(response)) {
        for (const UidRange &range : vanished->earlier ? QList<UidRange>() : vanished->uids)
            m_selected.exists -= std::min(m_selected.exists, range.last.number() - range.first.number() + 1);
        m_unsolicited.expunge |= !m_expectsExpunge;
    } else if (countOf(response, "FETCH")) {
        m_unsolicited.flags = true;
    } else if (countOf(response, "RECENT") && !m_idleTag.isEmpty()) {
        m_unsolicited.exists = true;
    }
}

/// What every command must put up with: anything the server says by itself, at any time.
Wire::TakeUntagged VmimeImapSession::bookkeeping(const Handle &handle)
{
    return [this, handle](Response &response) {
        if (response.kind() != Response::Kind::Untagged)
            return;
        if (response.status() == "BYE") {
            Error error = serverError(Phase::Use, "BYE", response.words());
            error.kind = ErrorKind::Network; // whatever the reason, this connection is over
            if (error.cause.isEmpty())
                error.cause = "connection-lost";
            m_unsolicited.bye = true;
            m_wire.die(std::move(error));
            return;
        }
        if (response.isWord(0, "CAPABILITY")) {
            learnCapabilities(joined(response));
            return;
        }
        noteWords(response.words());
        if (handle && handle(response))
            return;
        noteUnsolicited(response);
    };
}

Result<Wire::Outcome> VmimeImapSession::run(const CommandLine &command, const Handle &handle,
    std::stop_token stop)
{
    return m_wire.run(command, bookkeeping(handle), stop);
}

Result<Wire::Outcome> VmimeImapSession::runOk(const CommandLine &command, const Handle &handle,
    std::stop_token stop)
{
    auto outcome = run(command, handle, stop);
    if (outcome && !outcome->isOk())
        return refused(*outcome);
    return outcome;
}

Error VmimeImapSession::refused(const Wire::Outcome &outcome) const
{
    return serverError(Phase::Use, outcome.status, outcome.words);
}

BatchLimits VmimeImapSession::limits() const
{
    BatchLimits limits;
    // Yahoo cuts command lines at 1,000 octets; the rest of the command is under 150.
    if (offers(m_capabilities, "XYMHIGHESTMODSEQ") || m_endpoint.host.contains(QLatin1String("yahoo"))
        || m_endpoint.host.contains(QLatin1String("aol.")))
        limits.setLength = 800;
    return limits;
}

Result<void> VmimeImapSession::noop(std::stop_token stop)
{
    const auto outcome = runOk(CommandLine("NOOP"), {}, stop);
    if (!outcome)
        return outcome.error();
    return {};
}

IdleEvents VmimeImapSession::takeUnsolicited()
{
    return std::exchange(m_unsolicited, {});
}

void VmimeImapSession::logout()
{
    m_wire.logout();
}

} // namespace inlet::imap
