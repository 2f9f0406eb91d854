// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ScriptedServer.h"

#include <gnutls/gnutls.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <stdexcept>

namespace inlet::test
{

namespace
{

constexpr std::chrono::seconds kPatience{10};

QByteArray unescaped(const QByteArray &text)
{
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 >= text.size()) {
            out += text[i];
            continue;
        }
        const char c = text[++i];
        if (c == 'x' && i + 2 < text.size()) {
            out += QByteArray::fromHex(text.mid(i + 1, 2));
            i += 2;
        } else {
            out += c == 'r' ? '\r' : c == 'n' ? '\n' : c == 't' ? '\t' : c;
        }
    }
    return out;
}

/// "*" in `pattern` matches any octets.
bool globMatches(QByteArrayView pattern, QByteArrayView text)
{
    const qsizetype star = pattern.indexOf('*');
    if (star < 0)
        return pattern == text;
    if (!text.startsWith(pattern.first(star)))
        return false;
    const QByteArrayView rest = pattern.sliced(star + 1);
    for (qsizetype i = star; i <= text.size(); ++i) {
        if (globMatches(rest, text.sliced(i)))
            return true;
    }
    return false;
}

} // namespace

/// Thrown inside the player only: the script cannot go on.
struct ScriptEnds {
    QString why; ///< empty: not a failure
};

/// One connection.
class ScriptPlayer
{
public:
    ScriptPlayer(ScriptedServer &server, int fd, int connection, const std::stop_token &stop)
        : m_server(server), m_fd(fd), m_connection(connection), m_stop(stop)
    {
    }

    ~ScriptPlayer()
    {
        if (m_session)
            gnutls_deinit(m_session);
        if (m_credentials)
            gnutls_certificate_free_credentials(m_credentials);
        ::close(m_fd);
    }
    ScriptPlayer(const ScriptPlayer &) = delete;
    ScriptPlayer &operator=(const ScriptPlayer &) = delete;

    void play(const QByteArray &script)
    {
        for (const QByteArray &line : script.split('\n')) {
            m_step = line.trimmed();
            if (m_step.isEmpty() || m_step.startsWith('#'))
                continue;
            if (m_step == "X")
                return;
            playStep(line);
        }
        m_step = "(end of the script)";
        expectEnd();
    }

private:
    void playStep(const QByteArray &line)
    {
        const QByteArray text = line.mid(line.indexOf(": ") + 2);
        if (m_step == "TLS")
            handshake();
        else if (m_step.startsWith("S:"))
            send(QByteArray(text).replace("<tag>", m_tag) + "\r\n");
        else if (m_step.startsWith("R:"))
            send(unescaped(QByteArray(text).replace("<tag>", m_tag)));
        else if (m_step.startsWith("R*"))
            send(unescaped(text).repeated(m_step.mid(2, m_step.indexOf(':') - 2).toInt()));
        else if (m_step.startsWith("C:"))
            expectLine(text);
        else if (m_step.startsWith("C{"))
            expectOctets(m_step.mid(2, m_step.size() - 3).toInt());
        else if (m_step == "C.")
            while (readLine() != ".") { }
        else if (m_step == "W")
            expectEnd();
        else if (m_step == "I")
            while (fill())
                m_in.clear();
        else
            throw ScriptEnds{QStringLiteral("no such step")};
    }

    [[noreturn]] void stuck(const QString &why) const
    {
        throw ScriptEnds{QStringLiteral("connection %1, step '%2': %3")
            .arg(m_connection).arg(QString::fromLatin1(m_step), why)};
    }

    void await(short events)
    {
        const auto end = std::chrono::steady_clock::now() + kPatience;
        while (std::chrono::steady_clock::now() < end) {
            if (m_stop.stop_requested())
                throw ScriptEnds{};
            pollfd one{m_fd, events, 0};
            if (::poll(&one, 1, 20) > 0)
                return;
        }
        stuck(QStringLiteral("nothing happened for ten seconds"));
    }

    void handshake()
    {
        if (!m_in.isEmpty())
            stuck(QStringLiteral("the client sent more before TLS"));
        const TestIdentity &identity = m_server.m_options.identity;
        const auto datum = [](const QByteArray &b) {
            return gnutls_datum_t{reinterpret_cast<unsigned char *>(const_cast<char *>(b.data())),
                static_cast<unsigned>(b.size())};
        };
        const gnutls_datum_t chain = datum(identity.chainPem);
        const gnutls_datum_t key = datum(identity.keyPem);
        gnutls_certificate_allocate_credentials(&m_credentials);
        if (gnutls_certificate_set_x509_key_mem2(m_credentials, &chain, &key, GNUTLS_X509_FMT_PEM,
                nullptr, 0) < 0)
            stuck(QStringLiteral("the certificate cannot be used"));
        gnutls_init(&m_session, GNUTLS_SERVER | GNUTLS_NONBLOCK | GNUTLS_NO_SIGNAL);
        gnutls_priority_set_direct(m_session, m_server.m_options.priority.constData(), nullptr);
        gnutls_credentials_set(m_session, GNUTLS_CRD_CERTIFICATE, m_credentials);
        gnutls_transport_set_int(m_session, m_fd);
        for (;;) {
            const int code = gnutls_handshake(m_session);
            if (code == 0)
                return;
            if (gnutls_error_is_fatal(code) != 0)
                throw ScriptEnds{}; // the client refused us: its test says whether that is right
            await(gnutls_record_get_direction(m_session) == 1 ? POLLOUT : POLLIN);
        }
    }

    void send(const QByteArray &octets)
    {
        qsizetype done = 0;
        while (done < octets.size()) {
            const auto left = static_cast<std::size_t>(octets.size() - done);
            const ssize_t count = m_session
                ? gnutls_record_send(m_session, octets.constData() + done, left)
                : ::send(m_fd, octets.constData() + done, left, MSG_NOSIGNAL);
            if (count > 0) {
                done += count;
                continue;
            }
            const bool again = m_session ? gnutls_error_is_fatal(static_cast<int>(count)) == 0
                                         : errno == EAGAIN;
            if (!again)
                throw ScriptEnds{}; // the client went away: its test says whether that is right
            await(POLLOUT);
        }
    }

    /// False at the end of the stream.
    bool fill()
    {
        std::array<char, 16384> piece{};
        for (;;) {
            const ssize_t count = m_session
                ? gnutls_record_recv(m_session, piece.data(), piece.size())
                : ::recv(m_fd, piece.data(), piece.size(), 0);
            if (count > 0) {
                m_in.append(piece.data(), count);
                return true;
            }
            const bool again = m_session
                ? count != 0 && gnutls_error_is_fatal(static_cast<int>(count)) == 0
                : count < 0 && errno == EAGAIN;
            if (!again)
                return false;
            await(POLLIN);
        }
    }

    QByteArray readLine()
    {
        qsizetype end = -1;
        while ((end = m_in.indexOf("\r\n")) < 0) {
            if (!fill())
                stuck(QStringLiteral("the client closed; unread: '%1'")
                    .arg(QString::fromLatin1(m_in.left(200))));
        }
        const QByteArray line = m_in.left(end);
        m_in.remove(0, end + 2);
        m_server.note(m_connection, line);
        return line;
    }

    void expectLine(const QByteArray &pattern)
    {
        QByteArray wanted = pattern;
        const QByteArray line = readLine();
        if (const qsizetype at = wanted.indexOf("<tag>"); at >= 0) {
            const qsizetype end = line.indexOf(' ', at);
            m_tag = line.mid(at, end < 0 ? -1 : end - at);
            wanted.replace("<tag>", m_tag);
        }
        if (!globMatches(wanted, line))
            stuck(QStringLiteral("the client sent '%1'").arg(QString::fromLatin1(line)));
    }

    void expectOctets(int count)
    {
        while (m_in.size() < count) {
            if (!fill())
                stuck(QStringLiteral("the client closed inside a literal"));
        }
        m_server.note(m_connection, m_in.left(count));
        m_in.remove(0, count);
    }

    void expectEnd()
    {
        if (!m_in.isEmpty() || fill())
            stuck(QStringLiteral("the client sent more: '%1'")
                .arg(QString::fromLatin1(m_in.left(200))));
    }

    ScriptedServer &m_server;
    int m_fd;
    int m_connection;
    std::stop_token m_stop;
    gnutls_session_t m_session = nullptr;
    gnutls_certificate_credentials_t m_credentials = nullptr;
    QByteArray m_step;
    QByteArray m_in;
    QByteArray m_tag;
};

ScriptedServer::ScriptedServer(QByteArrayList scripts, Options options)
    : m_scripts(std::move(scripts)), m_options(std::move(options))
{
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof(address);
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (m_listener < 0 || ::bind(m_listener, generic, length) != 0 || ::listen(m_listener, 16) != 0
        || ::getsockname(m_listener, generic, &length) != 0)
        throw std::runtime_error("cannot listen on 127.0.0.1");
    m_port = ntohs(address.sin_port);
    m_thread = std::jthread([this](const std::stop_token &stop) { serve(stop); });
}

ScriptedServer::~ScriptedServer()
{
    m_thread.request_stop();
    m_thread.join();
    ::close(m_listener);
}

void ScriptedServer::serve(const std::stop_token &stop)
{
    for (int i = 0; i < m_scripts.size() && !stop.stop_requested(); ++i) {
        int fd = -1;
        while (fd < 0 && !stop.stop_requested()) {
            pollfd one{m_listener, POLLIN, 0};
            if (::poll(&one, 1, 20) > 0)
                fd = ::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        }
        if (fd < 0)
            break;
        const int on = 1;
        ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
        try {
            ScriptPlayer(*this, fd, i, stop).play(m_scripts[i]);
        } catch (const ScriptEnds &end) {
            if (!end.why.isEmpty())
                fail(end.why);
        }
    }
    const std::scoped_lock lock(m_mutex);
    m_done = true;
    m_changed.notify_all();
}

bool ScriptedServer::finish()
{
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait_for(lock, kPatience + std::chrono::seconds(2), [this] { return m_done; })
        && m_failure.isEmpty())
        m_failure = QStringLiteral("not every script was played to its end");
    return m_failure.isEmpty();
}

QString ScriptedServer::failure() const
{
    const std::scoped_lock lock(m_mutex);
    return m_failure;
}

QByteArrayList ScriptedServer::received(int connection) const
{
    const std::scoped_lock lock(m_mutex);
    return m_received.value(connection);
}

void ScriptedServer::note(int connection, const QByteArray &octets)
{
    const std::scoped_lock lock(m_mutex);
    while (m_received.size() <= connection)
        m_received.append(QByteArrayList());
    m_received[connection].append(octets);
}

void ScriptedServer::fail(const QString &why)
{
    const std::scoped_lock lock(m_mutex);
    if (m_failure.isEmpty())
        m_failure = why;
}

QByteArray ScriptedServer::raw(const QByteArray &octets)
{
    QByteArray step = "R: ";
    for (const char c : octets)
        step += "\\x" + QByteArray(1, c).toHex();
    return step;
}

} // namespace inlet::test
