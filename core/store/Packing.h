// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace inlet::store
{

/// What is kept of a message's content. One zstd frame holds all of it: text, new text and HTML
/// repeat what is in the raw octets, so together they cost little more than the raw octets alone.
/// The texts come first, so that reading them does not unpack a large attachment behind them.
struct PackedTexts {
    QString text;
    QString newText;
    QString html;
    QStringList damage;

    bool operator==(const PackedTexts &) const = default;
};

[[nodiscard]] QByteArray packContent(const PackedTexts &texts, const QByteArray &raw);
/// Throws StoreError ("database-corrupt") when the blob is damaged.
[[nodiscard]] PackedTexts unpackTexts(const QByteArray &packed);
/// The whole text alone, for the index.
[[nodiscard]] QString unpackText(const QByteArray &packed);
[[nodiscard]] QByteArray unpackRaw(const QByteArray &packed);

} // namespace inlet::store
