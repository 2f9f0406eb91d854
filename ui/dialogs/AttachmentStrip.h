// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Ledger.h"

#include <QWidget>

namespace inlet::ui
{

class FlowLayout;

/// The files of a mail: name, size, remove. A file that is still fetched, or could not be, is shown
/// as such.
class AttachmentStrip : public QWidget
{
    Q_OBJECT

public:
    explicit AttachmentStrip(QWidget *parent);

    void setFiles(const QList<store::Draft::File> &files);
    [[nodiscard]] QList<store::Draft::File> files() const; ///< only those that are here
    [[nodiscard]] qint64 octets() const;
    /// Reads the files now, so that later changes on disk do not matter. What cannot be read is
    /// returned as sentences.
    [[nodiscard]] QStringList addPaths(const QStringList &paths);
    /// A file that is still on its way; `key` names it for arrived() and failed().
    void addPending(const QString &key, const QString &name, qint64 octets);
    void arrived(const QString &key, const store::Draft::File &file);
    void failed(const QString &key);
    [[nodiscard]] bool hasPending() const;
    [[nodiscard]] QStringList failedNames() const;

Q_SIGNALS:
    void changed();

private:
    struct Entry {
        enum class State { Here, Pending, Failed };
        store::Draft::File file;
        QString key;
        qint64 octets = 0;
        State state = State::Here;
    };

    void rebuild();
    [[nodiscard]] QWidget *chip(const Entry &entry, int index);
    [[nodiscard]] QString read(const QString &path);

    QList<Entry> m_entries;
    FlowLayout *m_layout;
};

} // namespace inlet::ui
