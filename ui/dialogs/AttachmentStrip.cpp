// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/AttachmentStrip.h"

#include "ui/FlowLayout.h"
#include "ui/Parts.h"
#include "ui/dialogs/Words.h"

#include <QBoxLayout>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace inlet::ui
{

namespace
{

/// No provider takes more; a larger file is a mistake and would only fill the memory.
constexpr qint64 kMaxFile = 150'000'000;
constexpr qsizetype kMaxFiles = 100;
constexpr int kFileNameWidth = 220;
constexpr int kChipIcon = 16;

/// The soft box of one file.
class Chip : public QWidget
{
public:
    explicit Chip(QWidget *parent) : QWidget(parent) {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme::color(theme::Token::Field));
        painter.setBrush(theme::color(theme::Token::Raised));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::kRadius, theme::kRadius);
    }
};

} // namespace

AttachmentStrip::AttachmentStrip(QWidget *parent) : QWidget(parent), m_layout(new FlowLayout(this, theme::kSpace))
{
    setObjectName(QStringLiteral("attachmentStrip"));
    setAccessibleName(tr("Attachments"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    rebuild();
}

void AttachmentStrip::setFiles(const QList<store::Draft::File> &files)
{
    m_entries.clear();
    for (const store::Draft::File &file : files)
        m_entries.append({file, {}, file.content.size(), Entry::State::Here});
    rebuild();
}

QList<store::Draft::File> AttachmentStrip::files() const
{
    QList<store::Draft::File> here;
    for (const Entry &entry : m_entries) {
        if (entry.state == Entry::State::Here)
            here.append(entry.file);
    }
    return here;
}

qint64 AttachmentStrip::octets() const
{
    qint64 sum = 0;
    for (const Entry &entry : m_entries)
        sum += entry.octets;
    return sum;
}

QStringList AttachmentStrip::addPaths(const QStringList &paths)
{
    QStringList problems;
    for (const QString &path : paths) {
        const QString problem = read(path);
        if (!problem.isEmpty())
            problems.append(problem);
    }
    rebuild();
    Q_EMIT changed();
    return problems;
}

QString AttachmentStrip::read(const QString &path)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (m_entries.size() >= kMaxFiles)
        return tr("There are %1 files already.").arg(kMaxFiles);
    if (!info.exists())
        return tr("%1 is not there any more.").arg(name);
    if (info.isDir())
        return tr("%1 is a folder. Pack it into one file first.").arg(name);
    if (!info.isFile())
        return tr("%1 is no ordinary file.").arg(name);
    if (info.size() > kMaxFile)
        return tr("%1 is too large to be sent by mail (%2).").arg(name, words::fileSize(info.size()));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tr("%1 cannot be read: %2").arg(name, file.errorString());
    store::Draft::File read;
    read.name = name;
    read.content = file.read(kMaxFile + 1);
    read.contentType = QMimeDatabase().mimeTypeForFileNameAndData(name, read.content).name().toLatin1();
    m_entries.append({read, {}, read.content.size(), Entry::State::Here});
    return {};
}

void AttachmentStrip::addPending(const QString &key, const QString &name, qint64 octets)
{
    Entry entry;
    entry.file.name = name;
    entry.key = key;
    entry.octets = octets;
    entry.state = Entry::State::Pending;
    m_entries.append(entry);
    rebuild();
}

void AttachmentStrip::arrived(const QString &key, const store::Draft::File &file)
{
    for (Entry &entry : m_entries) {
        if (entry.key == key && entry.state == Entry::State::Pending)
            entry = {file, key, file.content.size(), Entry::State::Here};
    }
    rebuild();
    Q_EMIT changed();
}

void AttachmentStrip::failed(const QString &key)
{
    for (Entry &entry : m_entries) {
        if (entry.key == key && entry.state == Entry::State::Pending)
            entry.state = Entry::State::Failed;
    }
    rebuild();
    Q_EMIT changed();
}

bool AttachmentStrip::hasPending() const
{
    return std::any_of(m_entries.cbegin(), m_entries.cend(),
        [](const Entry &entry) { return entry.state == Entry::State::Pending; });
}

QStringList AttachmentStrip::failedNames() const
{
    QStringList names;
    for (const Entry &entry : m_entries) {
        if (entry.state == Entry::State::Failed)
            names.append(entry.file.name);
    }
    return names;
}

void AttachmentStrip::rebuild()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (int index = 0; index < int(m_entries.size()); ++index)
        m_layout->addWidget(chip(m_entries.at(index), index));
    setVisible(!m_entries.isEmpty());
    updateGeometry();
}

QWidget *AttachmentStrip::chip(const Entry &entry, int index)
{
    auto *box = new Chip(this);
    auto *name = new parts::ElidedLabel(Qt::ElideMiddle,
        entry.state == Entry::State::Failed ? theme::Token::Danger : theme::Token::Text, box);
    name->setText(entry.file.name);
    name->setFixedWidth(qMin(kFileNameWidth, name->sizeHint().width()));
    const QString size = entry.state == Entry::State::Pending ? tr("fetching")
        : entry.state == Entry::State::Failed                 ? tr("not available")
                                                              : words::fileSize(entry.octets);
    QLabel *detail = parts::secondary(size, box);
    detail->setWordWrap(false);
    box->setAccessibleName(QStringLiteral("%1, %2").arg(entry.file.name, size));
    QToolButton *remove = parts::iconButton(QStringLiteral("close"), tr("Remove %1").arg(entry.file.name), box);
    remove->setObjectName(QStringLiteral("removeAttachmentButton"));
    remove->setIconSize(QSize(kChipIcon, kChipIcon));
    connect(remove, &QToolButton::clicked, this, [this, index] {
        m_entries.removeAt(index);
        rebuild();
        Q_EMIT changed();
    });
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(theme::kSpace, 2, 2, 2);
    layout->setSpacing(theme::kSpace);
    layout->addWidget(new parts::IconLabel(QStringLiteral("file"), theme::Token::Secondary, box, kChipIcon));
    layout->addWidget(name);
    layout->addWidget(detail);
    layout->addWidget(remove);
    return box;
}

} // namespace inlet::ui
