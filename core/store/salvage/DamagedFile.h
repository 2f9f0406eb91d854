// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

struct sqlite3;

namespace inlet::store
{

/// A damaged database, opened as far as that goes. Where its first page says nothing any more, what every
/// database of ours has there is put in its place. Thread: any one.
class DamagedFile
{
public:
    /// `log`: its write-ahead log, which may be missing. `example`: a sound database without rows.
    DamagedFile(const QString &path, const QString &log, const QString &example);
    ~DamagedFile();
    DamagedFile(const DamagedFile &) = delete;
    DamagedFile &operator=(const DamagedFile &) = delete;

    /// Nothing can be read where the damage is too great, but it can be asked.
    [[nodiscard]] sqlite3 *handle() const { return m_db; }

private:
    void open();
    [[nodiscard]] bool showsTables() const;
    void mend(const QString &example, qint64 octets);

    QString m_path;
    QString m_log;
    sqlite3 *m_db = nullptr;
};

} // namespace inlet::store
