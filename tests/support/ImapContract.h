// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imap/ImapSession.h"

#include <memory>

namespace inlet::test
{

/// What every ImapSession promises, checked against the fake and against real servers, so that the
/// fake cannot drift. Each function fails the running Qt test; each uses folders of its own name.
/// Changes "by another client" come from a second session of the same factory.
class ImapContract
{
public:
    /// `prefix`: of all folders but INBOX, "INBOX." on servers that keep everything below it.
    ImapContract(imap::ImapSessionFactory factory, accounts::ServerEndpoint endpoint, Secret password,
        QByteArray prefix = {});

    void wrongPasswordIsAuth();
    void listsFoldersWithRoles();
    void missingFolderIsNotFound();
    void createFolderTwiceIsSuccess();
    void appendThenFetchGivesTheSameOctets();
    void fetchBodiesKeepsTheOrderOfItsRuns();
    void partsMakeUpTheWhole();
    void fetchLeavesMessagesUnread();
    void missingUidsAreAbsent();
    void storeFlagsAddsAndRemoves();
    void fetchFlagsTellsOnlyChanges();
    void resyncTellsChangesAndEnds();
    void searchFindsByMessageIdOnly();
    void searchSinceIsByDay();
    void findLooksForWordsInARange();
    void moveTakesMessagesAway();
    void statusCountsAnotherFolder();
    void idleHearsAnotherClient();
    void idleEndsAndTheSessionGoesOn();
    void stopEndsTheSession();

    /// Connected and signed in; null when it failed (the test has failed then).
    std::unique_ptr<imap::ImapSession> open();

private:
    /// `session` with the new, empty folder `name` selected.
    void openFolder(const QByteArray &name, std::unique_ptr<imap::ImapSession> &session);
    [[nodiscard]] QByteArray here(const char *name) const { return m_prefix + name; }
    QList<ImapUid> fill(imap::ImapSession &session, const QByteArray &folder, int messages);

    imap::ImapSessionFactory m_factory;
    accounts::ServerEndpoint m_endpoint;
    Secret m_password;
    QByteArray m_prefix;
};

} // namespace inlet::test

/// The slots of a contract test class; `contract` is an expression that gives an ImapContract &.
#define INLET_IMAP_CONTRACT_SLOTS(contract)                                                        \
    void wrongPassword_isAuth() { (contract).wrongPasswordIsAuth(); }                              \
    void listFolders_hasRoles() { (contract).listsFoldersWithRoles(); }                            \
    void missingFolder_isNotFound() { (contract).missingFolderIsNotFound(); }                      \
    void createFolder_twice_isSuccess() { (contract).createFolderTwiceIsSuccess(); }               \
    void append_thenFetch_sameOctets() { (contract).appendThenFetchGivesTheSameOctets(); }         \
    void fetchBodies_keepsOrderOfRuns() { (contract).fetchBodiesKeepsTheOrderOfItsRuns(); }        \
    void parts_makeUpTheWhole() { (contract).partsMakeUpTheWhole(); }                              \
    void fetch_leavesMessagesUnread() { (contract).fetchLeavesMessagesUnread(); }                  \
    void fetch_missingUids_areAbsent() { (contract).missingUidsAreAbsent(); }                      \
    void storeFlags_addsAndRemoves() { (contract).storeFlagsAddsAndRemoves(); }                    \
    void resync_tellsChangesAndEnds() { (contract).resyncTellsChangesAndEnds(); }                  \
    void fetchFlags_tellsOnlyChanges() { (contract).fetchFlagsTellsOnlyChanges(); }                \
    void search_findsByMessageIdOnly() { (contract).searchFindsByMessageIdOnly(); }                \
    void searchSince_isByDay() { (contract).searchSinceIsByDay(); }                                \
    void find_looksForWordsInARange() { (contract).findLooksForWordsInARange(); }                  \
    void move_takesMessagesAway() { (contract).moveTakesMessagesAway(); }                          \
    void status_countsAnotherFolder() { (contract).statusCountsAnotherFolder(); }                  \
    void idle_hearsAnotherClient() { (contract).idleHearsAnotherClient(); }                        \
    void idle_ends_sessionGoesOn() { (contract).idleEndsAndTheSessionGoesOn(); }                   \
    void stop_endsTheSession() { (contract).stopEndsTheSession(); }
