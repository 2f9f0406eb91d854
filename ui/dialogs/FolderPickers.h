// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values/Engine.h"

#include <QWidget>

#include <array>

class QComboBox;

namespace inlet::ui
{

namespace parts
{
class Field;
}

/// Which folders of the server hold sent, junk, archived and deleted mail: each "Automatic" or one of
/// the server's names, the likeliest ones first.
class FolderPickers : public QWidget
{
    Q_OBJECT

public:
    explicit FolderPickers(QWidget *parent);

    /// What the server lists now, with its roles; what it does not list any more stays selectable.
    void setFolders(const QList<imap::RemoteFolder> &folders, const accounts::FolderChoices &chosen);
    /// What the store knows: the roles there are those after the choices.
    void setFolders(const QList<store::StoredFolder> &folders, const accounts::FolderChoices &chosen);
    /// Writes into `choices` and gives null; or marks what is wrong and gives that field.
    [[nodiscard]] QWidget *readInto(accounts::FolderChoices &choices);
    /// The server says for all but the archive, which many servers do not have.
    [[nodiscard]] static bool serverSaysAll(const QList<imap::RemoteFolder> &folders);

private:
    struct Picker {
        imap::FolderRole role;
        QByteArray accounts::FolderChoices::*choice;
        QComboBox *box = nullptr;
        parts::Field *field = nullptr;
    };
    void fill(Picker &picker, const QList<imap::RemoteFolder> &folders, const QByteArray &chosen);

    std::array<Picker, 4> m_pickers;
};

/// Folders in the order in which they are likely to have that role: of that role, then by words in
/// their names, then by name. INBOX and what cannot be opened are left out.
[[nodiscard]] QList<imap::RemoteFolder> byLikeness(const QList<imap::RemoteFolder> &folders, imap::FolderRole role);

} // namespace inlet::ui
