// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite/Connection.h"

#include <functional>
#include <memory>
#include <string_view>

struct Fts5Tokenizer;

namespace inlet::store
{

/// Splits and folds text exactly as the full text index does: FTS5's own "unicode61 remove_diacritics 2".
/// Throws StoreError when SQLite has no FTS5. Thread: one at a time.
class Tokenizer
{
public:
    explicit Tokenizer(Connection &db);

    /// False from `token` (UTF-8, valid during the call) ends it.
    void split(std::string_view text, const std::function<bool(std::string_view token)> &token) const;

private:
    std::shared_ptr<Fts5Tokenizer> m_tokenizer;
    int (*m_split)(Fts5Tokenizer *, void *, int, const char *, int,
        int (*)(void *, int, const char *, int, int, int)) = nullptr;
};

} // namespace inlet::store
