// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"
#include "imap/ImapSession.h"
#include "imap/values/Imap.h"

#include <QList>
#include <QMap>

#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>

namespace inlet::test
{

class FakeImapSession;

/// The calls of ImapSession, for scripted failures and the record.
enum class FakeCall {
    Connect, Login, ListFolders, Select, Status, CreateFolder, SearchSince, SearchUids, Find, SearchMessageId,
    FetchMeta, FetchBodies, FetchHeaders, FetchFlags, StoreFlags, Move, Append, Noop, StartIdle,
    ReadIdle, EndIdle, Logout, FetchSlice, StatusOfAll, Remove, Notify,
};

/// One call that a session got, as a value.
struct RecordedCall {
    FakeCall call = FakeCall::Noop;
    QByteArray folder; ///< the selected one, or the one named
    QByteArray argument; ///< UID set, flags, Message-ID: whatever the call is about
    int connection = 0; ///< 1, 2, ... in the order they were made

    bool operator==(const RecordedCall &) const = default;
};

struct FakeMessage {
    ImapUid uid;
    QByteArray raw;
    imap::MessageFlags flags;
    QDateTime internalDate;
    quint64 modSeq = 0;
    quint64 gmailMessageId = 0;
    quint64 gmailThreadId = 0;
    QByteArrayList labels; ///< Gmail's, of messages in All Mail
    std::optional<qint64> saidSize; ///< RFC822.SIZE, where it is a lie
    int withheld = 0; ///< so many times nothing is answered of it
    bool unlisted = false; ///< counted, and that is all: an index that lags
};

/// One mailbox on an IMAP server, in memory: folders, UIDs, flags, mod-sequences, IDLE. Several
/// sessions may be open at once; a change through one of them, or through the functions here
/// ("another client did it"), wakes the others.
/// Thread: any; the mutex guards everything that follows it.
class FakeImapServer
{
public:
    /// INBOX, Sent, Drafts, Junk, Trash, Archive with SPECIAL-USE; any password; everything offered.
    FakeImapServer();
    ~FakeImapServer();

    /// Sessions on this mailbox, whatever the endpoint. The server must outlive them.
    imap::ImapSessionFactory factory();
    /// Sessions by the user name in the endpoint; an unknown user cannot sign in.
    static imap::ImapSessionFactory factoryFor(QMap<QString, FakeImapServer *> byUser);

    /// Gmail: All Mail holds every message once, INBOX, Sent Mail, Drafts and folders of the user are views of it
    /// by label, Spam and Trash are apart. X-GM-EXT-1 and CONDSTORE, no QRESYNC.
    void becomeGmail();
    /// As Gmail's web page does with a message of All Mail.
    void setLabel(ImapUid uid, const QByteArray &label, bool on);

    // What another client or the world does.
    void addFolder(const QByteArray &wireName, imap::FolderRole role = imap::FolderRole::None,
        bool roleFromServer = true);
    void removeFolder(const QByteArray &wireName);
    /// Keeps UIDVALIDITY and messages; the special use stays with the old name, as Dovecot's does, unless `withRole`.
    void renameFolder(const QByteArray &wireName, const QByteArray &newName, bool withRole = false);
    ImapUid deliver(const QByteArray &folder, const QByteArray &raw,
        const imap::MessageFlags &flags = {}, const QDateTime &internalDate = {});
    void setFlags(const QByteArray &folder, ImapUid uid, const imap::MessageFlags &flags);
    void expunge(const QByteArray &folder, ImapUid uid);
    /// New UIDVALIDITY; the messages get new UIDs from 1 on in their order.
    void changeUidValidity(const QByteArray &folder);
    void setGmailIds(const QByteArray &folder, ImapUid uid, quint64 message, quint64 thread);

    // What is there.
    [[nodiscard]] QList<FakeMessage> messages(const QByteArray &folder) const;
    [[nodiscard]] std::optional<FakeMessage> message(const QByteArray &folder, ImapUid uid) const;
    [[nodiscard]] UidValidity uidValidity(const QByteArray &folder) const;
    [[nodiscard]] QByteArrayList folderNames() const;

    // How it behaves.
    void setPassword(const QByteArray &password); ///< empty: any
    void setCapabilities(const imap::Capabilities &capabilities);
    [[nodiscard]] static imap::Capabilities everything();
    [[nodiscard]] static imap::Capabilities baseOnly(); ///< IMAP4rev1 and nothing else
    void setKeepsKeywords(bool keeps);
    /// RFC822.SIZE of a message, whatever it is.
    void saySize(const QByteArray &folder, ImapUid uid, qint64 size);
    /// So many times it is left out of an answer, although it is there.
    void withhold(const QByteArray &folder, ImapUid uid, int times);
    /// Messages from `first` on are out of sight, without a word: neither counted nor listed. bringBack() gives them back.
    QList<FakeMessage> hide(const QByteArray &folder, ImapUid first = ImapUid(1));
    void bringBack(const QByteArray &folder, const QList<FakeMessage> &messages);
    /// Messages from `first` on are lost, and their numbers are given again: restored from a backup.
    void restoreBackup(const QByteArray &folder, ImapUid first);
    /// Counted, but neither found nor handed out.
    void setListed(const QByteArray &folder, ImapUid uid, bool listed);
    /// It is listed and counted, and SELECT refuses it, until it is opened.
    void shut(const QByteArray &folder, const QByteArray &reply = "NO [NOPERM] Access denied");
    void open(const QByteArray &folder);
    /// LIST-STATUS lists it and says nothing of its state; a STATUS of its own is `refused` too.
    void leaveOutOfStatus(const QByteArray &folder, bool refused = false);
    /// Asked for a part of a message it hands out the whole.
    void setKnowsParts(bool knows);
    /// Ends of messages are forgotten: as a server whose log is short, QRESYNC then names all UIDs not there.
    void forgetVanished(const QByteArray &folder);
    /// QRESYNC says that they went, the first `most` of them; they did not.
    void sayVanished(const QByteArray &folder, qsizetype most = 1'000'000);
    /// Mod-sequences begin anew, as where an index is rebuilt.
    void loseIndex(const QByteArray &folder);
    /// Further connections are refused at sign-in with "too-many-connections".
    void setMaxConnections(int most);
    /// The next `times` calls of that kind fail with `error`; a fetch hands out `afterRows` rows first.
    void failNext(FakeCall call, const Error &error, int times = 1, int afterRows = 0);
    void failNoMore(FakeCall call); ///< what is left of that
    /// As failNext, but the call takes effect on the server first: the answer is what gets lost.
    void loseAnswer(FakeCall call, const Error &error);
    /// Calls of that kind wait at their start until release() or their stop token.
    void hold(FakeCall call);
    void release(FakeCall call);
    /// Waits until a session waits in hold(); false when none came in time.
    bool waitUntilHeld(FakeCall call, std::chrono::milliseconds patience = std::chrono::seconds(10));
    /// Every open connection is lost; its next call, or its IDLE at once, says so.
    void cutConnections();
    /// All idling sessions read "still here".
    void sayStillHere();
    /// All sessions hear that there is too much to tell (RFC 5465), and nothing more.
    void sayOverflow();

    // What was asked.
    [[nodiscard]] QList<RecordedCall> calls() const;
    [[nodiscard]] int count(FakeCall call) const;
    void clearCalls();
    [[nodiscard]] int openConnections() const; ///< connected and not ended
    [[nodiscard]] int mostConnections() const; ///< at any one time
    [[nodiscard]] int idlingSessions() const;

    static Error networkError(); ///< "connection-lost"

private:
    friend class FakeImapSession;

    struct Folder {
        imap::RemoteFolder info;
        UidValidity uidValidity;
        quint32 uidNext = 1;
        quint64 highestModSeq = 1;
        QList<FakeMessage> messages; ///< ascending by UID
        QList<QPair<ImapUid, quint64>> vanished; ///< with the mod-sequence of its end
    };
    struct Failure {
        Error error;
        int times = 1;
        int afterRows = 0;
        bool afterEffect = false;
    };
    enum class Event { Exists, Expunge, Flags };

    Folder *find(const QByteArray &wireName);
    const Folder *find(const QByteArray &wireName) const;
    static FakeMessage *findMessage(Folder &folder, ImapUid uid);
    ImapUid add(Folder &folder, FakeMessage message, const FakeImapSession *origin);
    void drop(Folder &folder, ImapUid uid, const FakeImapSession *origin);
    void touch(Folder &folder, FakeMessage &message, const FakeImapSession *origin);
    // The same of one folder alone: on Gmail the others follow.
    ImapUid addHere(Folder &folder, FakeMessage message, const FakeImapSession *origin);
    void dropHere(Folder &folder, ImapUid uid, const FakeImapSession *origin);
    void touchHere(Folder &folder, FakeMessage &message, const FakeImapSession *origin);

    [[nodiscard]] bool isAllMail(const Folder &folder) const; ///< Gmail's, or a view of it
    FakeMessage *inAllMail(const FakeMessage &message);
    ImapUid addToAllMail(Folder &folder, FakeMessage message, const FakeImapSession *origin);
    void dropFromAllMail(Folder &folder, ImapUid uid, const FakeImapSession *origin);
    void followViews(const FakeMessage &message, const FakeImapSession *origin);
    void tell(const Folder &folder, Event event, const FakeImapSession *origin);
    std::optional<Failure> takeFailure(FakeCall call);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed; ///< a hold began or ended
    std::map<QByteArray, Folder> m_folders;
    std::multimap<FakeCall, Failure> m_failures;
    std::set<FakeCall> m_held;
    std::map<FakeCall, int> m_waiting;
    std::set<FakeImapSession *> m_sessions;
    QList<RecordedCall> m_calls;
    imap::Capabilities m_capabilities;
    QByteArray m_password;
    std::map<QByteArray, QByteArray> m_shut; ///< with what SELECT answers
    std::map<QByteArray, bool> m_unsaid; ///< by LIST-STATUS; true: by STATUS too
    bool m_keepsKeywords = true;
    bool m_knowsParts = true;
    bool m_gmail = false;
    quint64 m_nextGmailId = 1'700'000'000'000'000'000;
    int m_connectionsMade = 0;
    int m_mostConnections = 0;
    int m_maxConnections = 1'000'000;
    quint32 m_nextUidValidity = 1000;
};

} // namespace inlet::test
