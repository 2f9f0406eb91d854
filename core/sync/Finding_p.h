// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/SyncEngine.h"

namespace inlet::sync
{

/// A search on one server on its way, over however many turns and connections. It goes through the followed folders
/// in their order, each from its newest message down, a range of UIDs a command.
struct Finding {
    static constexpr quint32 kFirstRange = 2'000; ///< UIDs of one command
    static constexpr quint32 kLeastRange = 200;
    static constexpr quint32 kMostRange = 5'000; ///< of a server that may have to read each message
    static constexpr quint32 kMostOfIndex = 50'000;
    static constexpr quint32 kMostCommands = 200; ///< of a folder whose numbers are far apart, about
    static constexpr int kMostLosses = 8;
    static constexpr std::chrono::milliseconds kQuick{300}; ///< then the next range is larger
    static constexpr std::chrono::milliseconds kSlow{3'000}; ///< then it is smaller: nobody else is served meanwhile
    static constexpr std::chrono::milliseconds kTurn{2'000}; ///< then the mailbox looks around

    explicit Finding(FindOnServer what) : how(std::move(what)) {}

    void begin(const QList<FolderId> &followed, qint64 messages)
    {
        folders = followed;
        said.total = messages;
        isBegun = true;
    }
    /// Of a folder of that many messages, whose numbers end before `uidNext`.
    void enter(quint32 uidNext)
    {
        top = below = uidNext;
        const quint32 coarse = uidNext / kMostCommands;
        range = std::max(coarse, std::min(range, most));
    }
    void leave(qint64 messages)
    {
        lookedBefore += messages;
        said.looked = std::min(lookedBefore, said.total);
        folders.removeFirst();
        top = below = 0;
    }
    [[nodiscard]] imap::UidRange next() const
    {
        return {ImapUid(below > range ? below - range : 1), ImapUid(below - 1)};
    }
    /// The range was looked at, of a folder of that many messages.
    void looked(qint64 messages, std::chrono::milliseconds took)
    {
        below = next().first.number();
        said.looked = std::min(lookedBefore + (top > 1 ? messages * (top - below) / (top - 1) : 0), said.total);
        if (took < kQuick)
            range = std::max(range, std::min(most, range * 4));
        else if (took > kSlow)
            range = std::max(kLeastRange, range / 2);
    }
    /// The server did not bear the last command. False: less than that makes no sense.
    bool askLess()
    {
        if (range <= kLeastRange)
            return false;
        range = most = std::max(kLeastRange, range / 4);
        return true;
    }
    /// The connection was. True: it goes on with another one, because something was done since the last loss or less is asked for now;
    /// not for ever, because providers count sign-ins.
    bool lost(bool onTooMuch)
    {
        const bool less = onTooMuch && askLess();
        const bool goesOn = ++losses <= kMostLosses && (less || said.looked > atLastLoss);
        atLastLoss = said.looked;
        return goesOn;
    }
    [[nodiscard]] bool isFull() const { return said.fetched >= how.most; }

    FindOnServer how;
    FindOnServer::Progress said;
    bool isBegun = false;
    QList<FolderId> folders; ///< the first one is being looked through
    quint32 top = 0; ///< its UIDNEXT; 0: not begun
    quint32 below = 0; ///< all UIDs from here on were looked at
    quint32 range = kFirstRange;
    quint32 most = kMostRange; ///< of a range
    qint64 lookedBefore = 0; ///< in folders that are done
    bool couldSearch = false; ///< the server, in some folder
    int losses = 0; ///< of connections
    qint64 atLastLoss = -1; ///< what had been looked at when the connection was lost
    bool wasTooMuch = false; ///< the range on which the connection was lost
    std::optional<Error> refusal; ///< of a folder
};

} // namespace inlet::sync
