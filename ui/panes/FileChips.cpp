// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/FileChips.h"

#include "ui/FlowLayout.h"
#include "ui/Phrases.h"
#include "ui/Theme.h"

#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace inlet::ui
{

namespace
{

constexpr qsizetype kMostFileChips = 60;
constexpr qsizetype kMostChipName = 200;
constexpr int kChipNameWidth = 220;

/// Its size and whether it is here change when it is fetched; the chip only says so.
bool isSameFile(const mime::Attachment &one, const mime::Attachment &other)
{
    return one.part == other.part && one.fileName == other.fileName && one.contentType == other.contentType
        && one.isInline == other.isInline && one.contentId == other.contentId;
}

} // namespace

FileChips::FileChips(QWidget *parent) : QWidget(parent)
{
    new FlowLayout(this, theme::kSpace);
    hide();
}

void FileChips::setFiles(const QList<mime::Attachment> &files)
{
    QList<mime::Attachment> shown = files;
    shown.removeIf([](const mime::Attachment &file) { return file.isInline && !file.contentId.isEmpty(); });
    if (shown.size() > kMostFileChips)
        shown.resize(kMostFileChips);
    if (!std::equal(shown.cbegin(), shown.cend(), m_files.cbegin(), m_files.cend(), isSameFile))
        build(shown);
    m_files = shown;
    for (qsizetype at = 0; at < m_files.size(); ++at)
        tell(*m_chips.at(at), m_files.at(at));
    setVisible(!m_files.isEmpty());
}

void FileChips::build(const QList<mime::Attachment> &files)
{
    const QList<QToolButton *> before = std::exchange(m_chips, {});
    for (const mime::Attachment &file : files) {
        m_chips.append(makeChip(file));
        layout()->addWidget(m_chips.last());
        m_chips.last()->show();
    }
    const auto had = std::find_if(before.cbegin(), before.cend(), [](const QToolButton *chip) { return chip->hasFocus(); });
    if (had != before.cend() && !m_chips.isEmpty())
        m_chips.at(std::min<qsizetype>(had - before.cbegin(), m_chips.size() - 1))->setFocus(Qt::OtherFocusReason);
    for (QToolButton *chip : before) {
        layout()->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // its menu may be open
    }
}

QToolButton *FileChips::makeChip(const mime::Attachment &file)
{
    auto *chip = new QToolButton(this);
    chip->setObjectName(QStringLiteral("attachmentButton"));
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setIcon(theme::icon(file.contentType.startsWith("image/") ? QStringLiteral("image") : QStringLiteral("file")));
    chip->setProperty("look", QStringLiteral("chip"));
    chip->setFocusPolicy(Qt::TabFocus);
    chip->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(chip);
    const QByteArray part = file.part;
    const QString name = phrases::oneLine(file.fileName, kMostChipName);
    // Queued: what is asked for opens dialogs, and while one is open the message may come with other files. The menu must not
    // be on the stack then.
    connect(menu->addAction(theme::icon(QStringLiteral("download")), tr("Save as…")), &QAction::triggered, this,
        [this, part, name] { Q_EMIT saveRequested(part, name); }, Qt::QueuedConnection);
    connect(menu->addAction(theme::icon(QStringLiteral("external-link")), tr("Open…")), &QAction::triggered, this,
        [this, part, name] { Q_EMIT openRequested(part, name); }, Qt::QueuedConnection);
    chip->setMenu(menu);
    return chip;
}

void FileChips::tell(QToolButton &chip, const mime::Attachment &file)
{
    const QString name = phrases::oneLine(file.fileName, kMostChipName);
    const QString shortName = chip.fontMetrics().elidedText(name, Qt::ElideMiddle, kChipNameWidth);
    const QString size = phrases::fileSize(file.size);
    const bool isHere = file.onServer == 0;
    chip.setText(isHere ? QStringLiteral("%1  %2").arg(shortName, size) : tr("%1  %2, on the server").arg(shortName, size));
    chip.setToolTip(isHere ? name : tr("%1\nIt is fetched when you save or open it.").arg(name));
    chip.setAccessibleName(isHere ? tr("File %1, %2").arg(name, size) : tr("File %1, %2, still on the server").arg(name, size));
}

} // namespace inlet::ui
