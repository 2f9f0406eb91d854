// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/DataRows.h"
#include "imap/ImapSession.h"
#include "imap/ServerError.h"
#include "imap/UidSets.h"
#include "imap/Wire_p.h"

#include <QSet>

#include <mutex>

namespace inlet::sasl
{
class SaslClient;
}

namespace inlet::imap
{

/// Servers that offer compression and break it: no session of this run asks them again.
/// Thread: any. The mutex guards the set.
class PlainHosts
{
public:
    void add(const accounts::ServerEndpoint &endpoint);
    [[nodiscard]] bool contains(const accounts::ServerEndpoint &endpoint) const;

private:
    mutable std::mutex m_mutex;
    QSet<QString> m_hosts;
};

/// ImapSession over our stream and tokenizer; vmime for SASL, quoting and folder names.
/// VmimeImapSession.cpp: connection and bookkeeping. SignIn.cpp: login. Folders.cpp, Search.cpp,
/// Fetching.cpp, Changes.cpp, Idling.cpp: the commands.
class VmimeImapSession final : public ImapSession
{
public:
    VmimeImapSession(std::unique_ptr<net::TlsStream> stream, accounts::ServerEndpoint endpoint,
        std::shared_ptr<PlainHosts> plainHosts);
    ~VmimeImapSession() override;

    Result<void> connect(std::stop_token stop) override;
    Result<void> login(const Secret &password, std::stop_token stop) override;
    [[nodiscard]] const Capabilities &capabilities() const override { return m_capabilities; }
    [[nodiscard]] net::TlsStream &stream() override { return m_wire.stream(); }

    Result<QList<RemoteFolder>> listFolders(std::stop_token stop) override;
    Result<FolderState> select(const QByteArray &wireName, std::stop_token stop) override;
    Result<ResyncAnswer> resync(const QByteArray &wireName, const ResyncPoint &known, const TakeMessage &take,
        std::stop_token stop) override;
    Result<FolderState> status(const QByteArray &wireName, std::stop_token stop) override;
    Result<QHash<QByteArray, FolderState>> statusOfAll(std::stop_token stop) override;
    Result<void> createFolder(const QByteArray &wireName, std::stop_token stop) override;

    Result<QList<ImapUid>> searchSince(const QDate &since, std::stop_token stop) override;
    Result<QList<ImapUid>> searchUids(std::span<const ImapUid> uids, std::stop_token stop) override;
    Result<QList<ImapUid>> find(const FindQuery &query, const UidRange &range, std::stop_token stop) override;
    Result<QList<ImapUid>> searchMessageId(const QString &messageId, std::stop_token stop) override;

    Result<void> fetchMeta(std::span<const ImapUid> uids, const TakeMessage &take,
        std::stop_token stop) override;
    Result<void> fetchBodies(std::span<const ImapUid> uids, std::span<const qint64> sizes,
        const TakeMessage &take, std::stop_token stop) override;
    Result<void> fetchHeaders(std::span<const ImapUid> uids, const TakeMessage &take,
        std::stop_token stop) override;
    Result<void> fetchStructures(std::span<const ImapUid> uids, const TakeMessage &take,
        std::stop_token stop) override;
    Result<void> fetchSections(std::span<const SectionsWanted> wanted, const TakeMessage &take,
        std::stop_token stop) override;
    Result<QByteArray> fetchSlice(ImapUid uid, const QByteArray &section, qint64 offset, qint64 octets,
        std::stop_token stop) override;
    Result<void> fetchFlags(ImapUid first, quint64 changedSince, const TakeMessage &take,
        std::stop_token stop) override;

    Result<void> storeFlags(std::span<const ImapUid> uids, FlagChange change,
        const QByteArrayList &flags, std::stop_token stop) override;
    Result<QList<NewUid>> move(std::span<const ImapUid> uids, const QByteArray &target,
        std::stop_token stop) override;
    Result<void> remove(std::span<const ImapUid> uids, std::stop_token stop) override;
    Result<std::optional<NewUid>> append(const QByteArray &wireName, const QByteArray &raw,
        const QByteArrayList &flags, std::stop_token stop) override;
    Result<void> noop(std::stop_token stop) override;
    [[nodiscard]] IdleEvents takeUnsolicited() override;

    Result<void> notifyOfOthers(std::stop_token stop) override;
    Result<void> startIdle(std::stop_token stop) override;
    Result<IdleEvents> readIdle(std::stop_token stop) override;
    Result<void> endIdle(std::stop_token stop) override;

    void logout() override;

private:
    using Handle = std::function<bool(Response &)>; ///< true: it was part of the answer

    // VmimeImapSession.cpp
    Result<void> readGreeting(std::stop_token stop);
    Result<void> upgrade(std::stop_token stop);
    Result<void> askCapabilities(std::stop_token stop);
    void learnCapabilities(QByteArrayView list);
    Wire::TakeUntagged bookkeeping(const Handle &handle);
    void noteUnsolicited(Response &response);
    void noteElsewhere(const QByteArray &folder, const FolderState &state);
    void noteWords(const QByteArray &words);
    Result<Wire::Outcome> run(const CommandLine &command, const Handle &handle, std::stop_token stop);
    /// As run(), but NO and BAD are Errors.
    Result<Wire::Outcome> runOk(const CommandLine &command, const Handle &handle, std::stop_token stop);
    Error refused(const Wire::Outcome &outcome) const;
    [[nodiscard]] BatchLimits limits() const;

    // SignIn.cpp
    QByteArray bestMechanism() const;
    Result<Wire::Outcome> signInWithCommand(const Secret &password, std::stop_token stop);
    Result<Wire::Outcome> signInWithSasl(const QByteArray &mechanism, const Secret &password,
        std::stop_token stop);
    Result<Wire::Outcome> saslDialogue(sasl::SaslClient &client, const QByteArray &tag, std::stop_token stop);
    Result<void> introduceOurselves(std::stop_token stop);
    Result<void> compress(std::stop_token stop);
    Result<void> beginCompression(std::stop_token stop);

    // Folders.cpp
    CommandLine listCommand() const;
    [[nodiscard]] QByteArray statusItems() const;
    Result<FolderState> select(const QByteArray &wireName, const QByteArray &parameters, const Handle &handle,
        std::stop_token stop);
    Result<QList<RemoteFolder>> list(const CommandLine &command, std::stop_token stop);

    // Search.cpp
    Result<QList<ImapUid>> search(const QByteArrayList &keys, std::stop_token stop);
    QByteArrayList searchKeys(const QDate &since) const;

    // Fetching.cpp
    [[nodiscard]] QByteArray metaItems() const;
    /// NO to a FETCH of which some messages are gone (RFC 5530) is no failure.
    [[nodiscard]] static bool onlyTellsOfGone(const Wire::Outcome &outcome);
    using Runs = std::vector<std::span<const ImapUid>>;
    Result<void> fetch(const Runs &runs, const QByteArray &items, bool wantsBody,
        const TakeMessage &take, std::stop_token stop);
    Result<void> fetchRound(const Runs &runs, const QByteArray &items, const Handle &takeRow,
        Runs &refusedRuns, std::optional<Error> &reason, std::stop_token stop);

    // Changes.cpp
    Result<QList<NewUid>> copyOrMove(const QByteArray &verb, std::span<const ImapUid> uids,
        const QByteArray &target, std::stop_token stop);

    accounts::ServerEndpoint m_endpoint;
    std::shared_ptr<PlainHosts> m_plainHosts;
    bool m_compressed = false;
    Wire m_wire;
    Capabilities m_capabilities;
    Namespaces m_namespaces; ///< empty: not told
    bool m_dovecot = false; ///< by a greeting that nobody on the way can have changed
    bool m_capabilitiesFresh = false; ///< told since the last change of what is offered
    bool m_resyncs = false; ///< the server enabled QRESYNC: it says VANISHED instead of EXPUNGE
    FolderState m_selected;
    IdleEvents m_unsolicited;
    bool m_expectsExpunge = false; ///< a command of ours expunges
    QByteArray m_idleTag; ///< set between startIdle() and endIdle()
};

} // namespace inlet::imap
