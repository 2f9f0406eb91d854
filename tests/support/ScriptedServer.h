// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/TestCertificates.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QString>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace inlet::test
{

/// Plays one script a connection, on a real socket at 127.0.0.1 and a free port, on its own thread.
/// For what no real server does on demand. A script is text, one step a line; empty lines and lines
/// that begin with '#' are skipped:
///
///     TLS              handshake as server, here (first: implicit TLS; later: STARTTLS)
///     S: text          send the line "text\r\n"
///     C: text          expect the line "text" (CRLF required). "*" matches any octets, and
///                      "<tag>" any word, which later S: lines may repeat as "<tag>"
///     C{n}             expect exactly n octets of anything (a literal)
///     C.               expect lines up to and with the line "."
///     R: text          send octets; \r \n \t \\ and \xNN are understood, no line end is added
///     R*n: text        the same n times
///     W                wait until the client closes; anything it sends before is an error
///     I                ignore all that comes until the client closes
///     X                close now (after TLS: without close_notify)
///
/// At the end of a script the server waits as with W. Every wait ends with a failure after ten
/// seconds. In the test:
///
///     ScriptedServer server({"TLS\nS: 220 hi\nC: QUIT\nS: 221 bye"});
///     ... connect to server.port() with TlsSettings{testCaFile()} ...
///     QVERIFY2(server.finish(), qPrintable(server.failure()));
class ScriptedServer
{
public:
    struct Options {
        TestIdentity identity = testServerIdentity();
        QByteArray priority = "NORMAL"; ///< GnuTLS priority string of the server
    };

    explicit ScriptedServer(QByteArrayList scripts) : ScriptedServer(std::move(scripts), Options()) {}
    ScriptedServer(QByteArrayList scripts, Options options);
    ~ScriptedServer();
    ScriptedServer(const ScriptedServer &) = delete;
    ScriptedServer &operator=(const ScriptedServer &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] static QString host() { return QStringLiteral("127.0.0.1"); }

    /// Waits (bounded) until every script was played to its end and its client is gone. False when
    /// something else happened than the scripts say; failure() tells what.
    bool finish();
    [[nodiscard]] QString failure() const;
    /// Lines and literals that the client sent on its `connection`th connection, from 0.
    [[nodiscard]] QByteArrayList received(int connection = 0) const;

    /// A step "R: ..." that sends exactly `octets`.
    [[nodiscard]] static QByteArray raw(const QByteArray &octets);

private:
    void serve(const std::stop_token &stop);
    void note(int connection, const QByteArray &octets);
    void fail(const QString &why);

    QByteArrayList m_scripts;
    Options m_options;
    int m_listener = -1;
    quint16 m_port = 0;
    mutable std::mutex m_mutex; // guards the four below
    std::condition_variable m_changed;
    QString m_failure;
    QList<QByteArrayList> m_received;
    bool m_done = false;
    std::jthread m_thread;

    friend class ScriptPlayer;
};

} // namespace inlet::test
