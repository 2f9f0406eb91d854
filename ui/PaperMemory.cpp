// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PaperMemory.h"

#include <QSettings>
#include <QUrl>

namespace inlet::ui
{

namespace
{

/// A sender's address is anybody's text: it must not make groups in the file.
QString paperKey(const QString &sender)
{
    return QStringLiteral("paper/") + QString::fromLatin1(QUrl::toPercentEncoding(sender.toLower()));
}

} // namespace

std::optional<bool> PaperMemory::of(const QString &sender) const
{
    const QVariant said = sender.isEmpty() ? QVariant() : m_settings.value(paperKey(sender));
    return said.isValid() ? std::optional(said.toBool()) : m_usual;
}

void PaperMemory::set(const QString &sender, bool paper)
{
    if (!sender.isEmpty())
        m_settings.setValue(paperKey(sender), paper);
}

} // namespace inlet::ui
