// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <QByteArrayView>

#include <exception>
#include <utility>

struct sqlite3;

namespace inlet::store
{

/// Travels inside the folder only; guarded() turns it into a Result at the border.
class StoreError : public std::exception
{
public:
    explicit StoreError(Error error) : m_error(std::move(error)) {}
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] const char *what() const noexcept override { return "store error"; }

private:
    Error m_error;
};

[[noreturn]] void throwNotFound(const QString &what);
[[noreturn]] void throwConflict(const QString &what);
/// Config: `words` say to the user what cannot be done, and why.
[[noreturn]] void refuse(const QString &words);

/// Cause of an Error that only a new database ends.
inline constexpr QByteArrayView kCorrupt = "database-corrupt";

/// Error of an SQLite result code, in the user's words. Causes: "disk-full", "database-corrupt", "database-busy",
/// "disk-error".
/// `db` may be null; it tells the errno behind an I/O error.
[[nodiscard]] Error errorOfCode(int extendedCode, const char *message, sqlite3 *db);

/// The present exception as an Error. Call inside a catch block only.
[[nodiscard]] Error currentError(sqlite3 *db);

/// Runs `work` and turns what it throws into an Error. T may be void.
template <typename Work>
auto guarded(sqlite3 *db, Work &&work) -> Result<decltype(work())>
{
    try {
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (...) {
        return currentError(db);
    }
}

} // namespace inlet::store
