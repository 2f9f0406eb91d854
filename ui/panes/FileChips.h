// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/values/Message.h"

#include <QWidget>

class QToolButton;

namespace inlet::ui
{

/// The files of a message, each a chip with what can be done with it. A chip stays as long as its file does: its menu may be
/// open, and the keys may be in it. Thread: GUI.
class FileChips : public QWidget
{
    Q_OBJECT

public:
    explicit FileChips(QWidget *parent);

    void setFiles(const QList<mime::Attachment> &files);

Q_SIGNALS:
    void saveRequested(const QByteArray &part, const QString &fileName);
    void openRequested(const QByteArray &part, const QString &fileName);

private:
    void build(const QList<mime::Attachment> &files);
    [[nodiscard]] QToolButton *makeChip(const mime::Attachment &file);
    static void tell(QToolButton &chip, const mime::Attachment &file);

    QList<mime::Attachment> m_files; ///< those that have a chip, each at the place of its own
    QList<QToolButton *> m_chips;
};

} // namespace inlet::ui
