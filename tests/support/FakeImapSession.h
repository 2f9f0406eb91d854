// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/FakeImapServer.h"
#include "support/FakeImapStream.h"

namespace inlet::test
{

/// A session on a FakeImapServer. After Network, Tls, Timeout, Cancelled or Protocol it is dead, as
/// the real one. Thread: one at a time, as the contract says.
class FakeImapSession final : public imap::ImapSession
{
public:
    /// `server` null: a user the host does not know; every sign-in is refused.
    FakeImapSession(FakeImapServer *server, accounts::ServerEndpoint endpoint);
    ~FakeImapSession() override;

    Result<void> connect(std::stop_token stop) override;
    Result<void> login(const Secret &password, std::stop_token stop) override;
    [[nodiscard]] const imap::Capabilities &capabilities() const override { return m_capabilities; }
    [[nodiscard]] net::TlsStream &stream() override { return m_stream; }

    Result<QList<imap::RemoteFolder>> listFolders(std::stop_token stop) override;
    Result<imap::FolderState> select(const QByteArray &wireName, std::stop_token stop) override;
    Result<imap::FolderState> status(const QByteArray &wireName, std::stop_token stop) override;
    Result<QHash<QByteArray, imap::FolderState>> statusOfAll(std::stop_token stop) override;
    Result<void> createFolder(const QByteArray &wireName, std::stop_token stop) override;

    Result<QList<ImapUid>> searchSince(const QDate &since, std::stop_token stop) override;
    Result<imap::ResyncAnswer> resync(const QByteArray &wireName, const imap::ResyncPoint &known,
        const TakeMessage &take, std::stop_token stop) override;
    Result<QList<ImapUid>> searchUids(std::span<const ImapUid> uids, std::stop_token stop) override;
    Result<QList<ImapUid>> find(const imap::FindQuery &query, const imap::UidRange &range, std::stop_token stop) override;
    Result<QList<ImapUid>> searchMessageId(const QString &messageId, std::stop_token stop) override;

    Result<void> fetchMeta(std::span<const ImapUid> uids, const TakeMessage &take,
        std::stop_token stop) override;
    Result<void> fetchBodies(std::span<const ImapUid> uids, std::span<const qint64> sizes,
        const TakeMessage &take, std::stop_token stop) override;
    Result<void> fetchHeaders(std::span<const ImapUid> uids, const TakeMessage &take,
        std::stop_token stop) override;
    /// It tells no structures: large messages come as a header and then as a whole.
    Result<void> fetchStructures(std::span<const ImapUid> uids, const TakeMessage &take,
        std::stop_token stop) override;
    Result<void> fetchSections(std::span<const imap::SectionsWanted> wanted, const TakeMessage &take,
        std::stop_token stop) override;
    Result<QByteArray> fetchSlice(ImapUid uid, const QByteArray &section, qint64 offset, qint64 octets,
        std::stop_token stop) override;
    Result<void> fetchFlags(ImapUid first, quint64 changedSince, const TakeMessage &take,
        std::stop_token stop) override;

    Result<void> storeFlags(std::span<const ImapUid> uids, imap::FlagChange change,
        const QByteArrayList &flags, std::stop_token stop) override;
    Result<QList<imap::NewUid>> move(std::span<const ImapUid> uids, const QByteArray &target,
        std::stop_token stop) override;
    Result<void> remove(std::span<const ImapUid> uids, std::stop_token stop) override;
    Result<std::optional<imap::NewUid>> append(const QByteArray &wireName, const QByteArray &raw,
        const QByteArrayList &flags, std::stop_token stop) override;
    Result<void> noop(std::stop_token stop) override;
    [[nodiscard]] imap::IdleEvents takeUnsolicited() override;

    Result<void> notifyOfOthers(std::stop_token stop) override;
    Result<void> startIdle(std::stop_token stop) override;
    Result<imap::IdleEvents> readIdle(std::stop_token stop) override;
    Result<void> endIdle(std::stop_token stop) override;

    void logout() override;

private:
    friend class FakeImapServer;

    using Lock = std::unique_lock<std::mutex>;
    enum class Part { Meta, Header, Body };
    /// What one call may do: `failure` set means fail with it after `afterRows` rows or the effect.
    struct Turn {
        Lock lock;
        std::optional<FakeImapServer::Failure> failure;
    };

    /// Records the call, waits in a hold, finds the scripted failure. Dead or stopped: an Error.
    Result<std::unique_ptr<Turn>> begin(FakeCall call, const QByteArray &folder,
        const QByteArray &argument, const std::stop_token &stop);
    Error die(Error error);
    Result<void> finish(const Turn &turn);
    Result<void> waitWhileHeld(FakeCall call, Lock &lock, const std::stop_token &stop);
    FakeImapServer::Folder *selected();
    Result<void> fetch(FakeCall call, std::span<const ImapUid> uids,
        std::span<const qint64> sizes, Part part, const TakeMessage &take, std::stop_token stop);
    Result<void> handOut(QList<imap::FetchedMessage> rows, Turn &turn, const TakeMessage &take,
        const std::stop_token &stop);
    imap::FetchedMessage row(const FakeMessage &message, Part part) const;
    imap::FolderState stateOf(const FakeImapServer::Folder &folder) const;
    Result<void> checkLogin(const Secret &password);
    void leave();
    void leave(FakeImapServer::Folder &source, ImapUid uid, bool forAllMail);

    std::unique_ptr<FakeImapServer> m_stranger; ///< the empty mailbox of a user nobody knows
    FakeImapServer *m_server = nullptr;
    accounts::ServerEndpoint m_endpoint;
    FakeImapStream m_stream;
    imap::Capabilities m_capabilities;
    QByteArray m_selected;
    imap::IdleEvents m_pending;
    int m_connection = 0;
    bool m_connected = false;
    bool m_signedIn = false;
    bool m_dead = false;
    bool m_cut = false;
    bool m_idling = false;
    bool m_notified = false; ///< of other folders
};

} // namespace inlet::test
