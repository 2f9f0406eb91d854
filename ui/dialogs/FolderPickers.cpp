// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/FolderPickers.h"

#include "ui/Parts.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHash>

#include <algorithm>

namespace inlet::ui
{

namespace
{

using imap::FolderRole;

constexpr qsizetype kMostFolders = 2000;
constexpr qsizetype kMostLetters = 80;

/// Beginnings of words that such folders are named with, in the languages of mail servers.
QStringList wordsOf(FolderRole role)
{
    static const QHash<FolderRole, QString> words{
        {FolderRole::Sent, QStringLiteral("sent gesendet envoy enviad inviat verzonden skick sendt wysłan odeslan outbox отправ")},
        {FolderRole::Junk,
            QStringLiteral("junk spam bulk unerwünscht indésirable deseado indesejad indesiderat ongewenst skräp uønsket niechcian спам")},
        {FolderRole::Archive, QStringLiteral("archiv arquiv arkiv archief архив")},
        {FolderRole::Trash,
            QStringLiteral("trash deleted bin papierkorb gelöscht corbeille supprim papelera eliminad lixeira cestin prullenbak "
                           "papperskorg kosz корзин удал")}};
    return words.value(role).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

int distance(const imap::RemoteFolder &folder, FolderRole role, const QStringList &words)
{
    if (folder.role == role)
        return 0;
    const QString last = folder.name.section(QLatin1Char(folder.delimiter ? folder.delimiter : '/'), -1).toLower();
    for (const QString &word : words) {
        if (last.startsWith(word))
            return 1;
        if (last.contains(word))
            return 2;
    }
    return folder.role == FolderRole::None ? 3 : 4; // what is something else already comes last
}

QString shown(const QString &name)
{
    return QString(name).replace(QLatin1Char('\n'), QLatin1Char(' ')).left(kMostLetters);
}

} // namespace

QList<imap::RemoteFolder> byLikeness(const QList<imap::RemoteFolder> &folders, FolderRole role)
{
    QList<imap::RemoteFolder> out;
    for (const imap::RemoteFolder &folder : folders) {
        if (folder.selectable && folder.role != FolderRole::Inbox && !folder.wireName.isEmpty() && out.size() < kMostFolders)
            out.append(folder);
    }
    const QStringList words = wordsOf(role);
    std::stable_sort(out.begin(), out.end(), [&](const imap::RemoteFolder &one, const imap::RemoteFolder &other) {
        const int near = distance(one, role, words);
        const int far = distance(other, role, words);
        return near != far ? near < far : one.name.localeAwareCompare(other.name) < 0;
    });
    return out;
}

FolderPickers::FolderPickers(QWidget *parent)
    : QWidget(parent), m_pickers{{{FolderRole::Sent, &accounts::FolderChoices::sent}, {FolderRole::Junk, &accounts::FolderChoices::junk},
                           {FolderRole::Archive, &accounts::FolderChoices::archive}, {FolderRole::Trash, &accounts::FolderChoices::trash}}}
{
    parts::setLook(this, "clear");
    const std::array names{tr("Sent mail"), tr("Junk"), tr("Archive"), tr("Trash")};
    const std::array objects{"sentFolderComboBox", "junkFolderComboBox", "archiveFolderComboBox", "trashFolderComboBox"};
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme::kGap);
    grid->setVerticalSpacing(theme::kSpace);
    for (size_t at = 0; at < m_pickers.size(); ++at) {
        Picker &picker = m_pickers.at(at);
        picker.box = new QComboBox(this);
        picker.box->setObjectName(QLatin1String(objects.at(at)));
        picker.box->setAccessibleName(names.at(at));
        picker.box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        picker.box->setMinimumContentsLength(8);
        picker.field = new parts::Field(names.at(at), picker.box, this);
        grid->addWidget(picker.field, int(at) / 2, int(at) % 2, Qt::AlignTop);
        grid->setColumnStretch(int(at) % 2, 1);
        connect(picker.box, &QComboBox::activated, this, [this] {
            for (const Picker &one : m_pickers)
                one.field->setError({});
        });
    }
}

void FolderPickers::fill(Picker &picker, const QList<imap::RemoteFolder> &folders, const QByteArray &chosen)
{
    const QList<imap::RemoteFolder> sorted = byLikeness(folders, picker.role);
    const bool found = !sorted.isEmpty() && sorted.first().role == picker.role && sorted.first().wireName != chosen;
    picker.box->clear();
    picker.box->addItem(found ? tr("Automatic (%1)").arg(shown(sorted.first().name))
            : chosen.isEmpty() ? tr("None found")
                               : tr("Automatic"),
        QByteArray());
    for (const imap::RemoteFolder &folder : sorted)
        picker.box->addItem(shown(folder.name), folder.wireName);
    if (!chosen.isEmpty() && picker.box->findData(chosen) < 0)
        picker.box->addItem(tr("%1 (not on the server now)").arg(shown(QString::fromUtf8(chosen))), chosen);
    picker.box->setCurrentIndex(std::max(0, picker.box->findData(chosen.isEmpty() ? QVariant(QByteArray()) : QVariant(chosen))));
    const bool missing = picker.role == FolderRole::Sent && !found && chosen.isEmpty();
    picker.field->setHint(missing ? tr("Which folder holds sent mail? Without one, Inlet makes it.") : QString());
}

void FolderPickers::setFolders(const QList<imap::RemoteFolder> &folders, const accounts::FolderChoices &chosen)
{
    for (Picker &picker : m_pickers)
        fill(picker, folders, chosen.*picker.choice);
}

void FolderPickers::setFolders(const QList<store::StoredFolder> &folders, const accounts::FolderChoices &chosen)
{
    QList<imap::RemoteFolder> remote;
    for (const store::StoredFolder &folder : folders) {
        imap::RemoteFolder one;
        one.wireName = folder.wireName;
        one.name = folder.name;
        one.role = folder.role;
        remote.append(one);
    }
    setFolders(remote, chosen);
}

QWidget *FolderPickers::readInto(accounts::FolderChoices &choices)
{
    accounts::FolderChoices read;
    for (Picker &picker : m_pickers) {
        const QByteArray name = picker.box->currentData().toByteArray();
        const bool twice = !name.isEmpty() && std::any_of(m_pickers.cbegin(), m_pickers.cend(), [&](const Picker &other) {
            return other.role != picker.role && other.box->currentData().toByteArray() == name;
        });
        if (twice) {
            picker.field->setError(tr("One folder cannot be two things."));
            return picker.box;
        }
        read.*picker.choice = name;
    }
    choices = read;
    return nullptr;
}

bool FolderPickers::serverSaysAll(const QList<imap::RemoteFolder> &folders)
{
    for (const FolderRole role : {FolderRole::Sent, FolderRole::Junk, FolderRole::Trash}) {
        const bool said = std::any_of(folders.cbegin(), folders.cend(),
            [role](const imap::RemoteFolder &folder) { return folder.role == role && folder.roleFromServer; });
        if (!said)
            return false;
    }
    return true;
}

} // namespace inlet::ui
