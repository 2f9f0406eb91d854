// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/Tokenizer.h"

#include <sqlite3.h>

#include <climits>

namespace inlet::store
{

namespace
{

[[noreturn]] void throwMissing()
{
    throw StoreError(Error{ErrorKind::Storage, QStringLiteral("SQLite has no FTS5"), {}, {}});
}

/// As https://www.sqlite.org/fts5.html, "Extending FTS5", asks for it.
fts5_api *apiOf(sqlite3 *db)
{
    fts5_api *api = nullptr;
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, static_cast<void *>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

int passOn(void *context, int /*flags*/, const char *token, int length, int /*begin*/, int /*end*/)
{
    const auto &receiver = *static_cast<const std::function<bool(std::string_view)> *>(context);
    return receiver({token, std::size_t(length)}) ? SQLITE_OK : SQLITE_DONE;
}

} // namespace

Tokenizer::Tokenizer(Connection &db)
{
    fts5_api *api = apiOf(db.handle());
    fts5_tokenizer functions{};
    void *module = nullptr;
    if (!api || api->xFindTokenizer(api, "unicode61", &module, &functions) != SQLITE_OK)
        throwMissing();
    const char *arguments[] = {"remove_diacritics", "2"};
    Fts5Tokenizer *tokenizer = nullptr;
    if (functions.xCreate(module, arguments, 2, &tokenizer) != SQLITE_OK)
        throwMissing();
    m_tokenizer = {tokenizer, functions.xDelete};
    m_split = functions.xTokenize;
}

void Tokenizer::split(std::string_view text, const std::function<bool(std::string_view token)> &token) const
{
    const auto length = int(std::min<std::size_t>(text.size(), INT_MAX));
    auto *context = const_cast<std::function<bool(std::string_view)> *>(&token); // SQLite hands it back as void *
    m_split(m_tokenizer.get(), context, FTS5_TOKENIZE_DOCUMENT, text.data(), length, passOn);
}

} // namespace inlet::store
