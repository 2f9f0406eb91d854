// SPDX-License-Identifier: GPL-3.0-or-later
// SqliteStore: what it does about a damaged database, and against one.
#include "store/SqliteStore.h"

#include "base/Log.h"
#include "store/SqliteWriteTransaction.h"
#include "store/salvage/Rebuild.h"
#include "store/salvage/SafetyCopy.h"

#include <condition_variable>

namespace inlet::store
{

namespace
{

using namespace std::chrono_literals;

/// A database that is damaged again so soon has another trouble: a disk that dies, say.
constexpr auto kBetweenReplacements = 15min;
constexpr auto kFirstCopy = 1min;
constexpr auto kBetweenCopies = 10min;
constexpr auto kBetweenLooks = 30s;

} // namespace

/// Soon after the start, then now and then: it reads for some seconds where there is a lot.
void SqliteStore::keepSafetyCopies(const std::stop_token &stop)
{
    std::mutex mutex; // of nothing but the waiting
    std::condition_variable_any wait;
    std::chrono::milliseconds pause = kFirstCopy;
    while (true) {
        std::unique_lock lock(mutex);
        wait.wait_for(lock, stop, pause, [] { return false; });
        if (stop.stop_requested())
            return;
        listNotes();
        const auto begin = std::chrono::steady_clock::now();
        writeSafetyCopyNow();
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
        pause = std::max<std::chrono::milliseconds>(kBetweenCopies, 500 * took);
    }
}

/// On the keeper, because it reads all conversations.
void SqliteStore::listNotes()
{
    const QByteArray identity = identityOf(m_path);
    const Result<std::optional<NoteBook::List>> made = guarded(nullptr, [this]() -> std::optional<NoteBook::List> {
        Connection db(m_path, Connection::Mode::ReadOnly);
        db.exec("BEGIN");
        return NoteBook::listed(db) ? std::nullopt : std::optional(NoteBook::madeAnew(db));
    });
    if (!made || !*made)
        return;
    write("list of notes", [this, identity, list = **made](WriteTransaction &transaction) -> Result<void> {
        if (identity == m_identity) // of this database, not of a damaged one in its place before
            static_cast<SqliteWriteTransaction &>(transaction).keepNotes(list);
        return {};
    }, {}, Urgency::Bulk);
}

void SqliteStore::writeSafetyCopyNow()
{
    if (!m_changed.exchange(false))
        return;
    const Result<bool> written = guarded(nullptr, [this] { return writeSafetyCopy(m_dir); });
    if (written && *written)
        return;
    m_changed = true;
    qCWarning(lcStore) << "no safety copy:" << (written ? QStringLiteral("the database cannot be read whole") : written.error().detail);
    if (written || written.error().cause == kCorrupt)
        noteDamage();
}

/// Of a process that only reads.
void SqliteStore::lookForMark()
{
    const auto now = std::chrono::steady_clock::now();
    if (m_onDamage != OnDamage::Rebuild || now - m_lookedForMark < kBetweenLooks)
        return;
    m_lookedForMark = now;
    if (isMarkedDamaged(m_dir))
        noteDamage();
}

void SqliteStore::noteDamage()
{
    if (m_damaged.exchange(true))
        return;
    if (m_onDamage == OnDamage::Rebuild)
        write("damage", [](WriteTransaction &) -> Result<void> { return {}; }, {}, Urgency::Normal);
}

void SqliteStore::fetchAgain(StoredMessageId message)
{
    qCWarning(lcStore) << "message" << message.number() << "is damaged";
    write("damaged message", [message](WriteTransaction &transaction) -> Result<void> {
        static_cast<SqliteWriteTransaction &>(transaction).wantBodyAgain(message);
        return {};
    }, {}, Urgency::Normal);
}

bool SqliteStore::mayReplace() const
{
    if (m_onDamage != OnDamage::Rebuild || m_closing)
        return false;
    const std::chrono::milliseconds pause = m_broken ? std::chrono::milliseconds(kBetweenAttempts) : kBetweenReplacements;
    return !m_replacedAt || std::chrono::steady_clock::now() - *m_replacedAt >= pause;
}

void SqliteStore::replaceDamaged()
{
    m_replacedAt = std::chrono::steady_clock::now();
    qCCritical(lcStore) << "the database is damaged and is replaced";
    const Result<void> replaced = guarded(nullptr, [this] {
        m_readers->reopen([this] {
            m_db.reset();
            rebuild(m_dir);
            openWriter();
        });
    });
    if (!replaced) {
        qCCritical(lcStore) << "the database could not be replaced:" << replaced.error().detail;
        m_db.reset();
        m_backlog = 0;
        m_broken = replaced.error();
        return;
    }
    m_broken.reset();
    m_damaged = false;
    ChangeSet changes;
    changes.everything = true;
    publish(changes);
}

void SqliteStore::refuse(WriteCommand command)
{
    if (command.done)
        command.done(*m_broken);
}
} // namespace inlet::store
