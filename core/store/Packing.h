// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace inlet::store
{

/// Cause of an Error about one message: the database around it is sound.
inline constexpr QByteArrayView kMessageDamaged = "message-damaged";

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
/// Throws StoreError (kMessageDamaged) when the blob is damaged: SQLite keeps no checksums, so an octet that
/// changed on the disk shows here alone.
[[nodiscard]] PackedTexts unpackTexts(const QByteArray &packed);
/// The whole text alone, for the index.
[[nodiscard]] QString unpackText(const QByteArray &packed);
[[nodiscard]] QByteArray unpackRaw(const QByteArray &packed);

/// As above, but nothing where the blob is damaged: for what goes on without the words of one mail.
[[nodiscard]] PackedTexts readableTexts(const QByteArray &packed);
[[nodiscard]] QString readableText(const QByteArray &packed);
[[nodiscard]] bool isSound(const QByteArray &packed); ///< all of it

} // namespace inlet::store
