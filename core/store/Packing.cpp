// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Packing.h"

#include "store/sqlite/SqlError.h"

#include <QtEndian>

#include <zstd.h>

#include <array>
#include <memory>

namespace inlet::store
{

namespace
{

// Level 6 made the database 7 % smaller than level 3 for 15 us more a 4 KB message.
constexpr int kLevel = 6;
constexpr qsizetype kMaxUnpacked = 256 * 1024 * 1024;
/// Octet lengths of text, new text, HTML, damage; the raw octets are the rest.
constexpr int kSections = 4;
constexpr qsizetype kHeadSize = kSections * qsizetype(sizeof(quint32));

struct FreePackContext {
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
};
struct FreeUnpackContext {
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
};

[[noreturn]] void throwDamaged()
{
    throw StoreError(Error{ErrorKind::Storage, QStringLiteral("stored message is damaged"), {}, "database-corrupt"});
}

/// Unpacks a frame from its beginning, no further than asked for.
class Unpacker
{
public:
    explicit Unpacker(const QByteArray &packed)
        : m_context(ZSTD_createDCtx()), m_input{packed.constData(), size_t(packed.size()), 0}
    {
        const unsigned long long size = ZSTD_getFrameContentSize(packed.constData(), size_t(packed.size()));
        if (!m_context || size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN
            || size > quint64(kMaxUnpacked))
            throwDamaged();
        m_left = qsizetype(size);
    }

    [[nodiscard]] qsizetype left() const { return m_left; }

    QByteArray take(qsizetype size)
    {
        if (size > m_left)
            throwDamaged();
        QByteArray out(size, Qt::Uninitialized);
        ZSTD_outBuffer output{out.data(), size_t(size), 0};
        while (output.pos < output.size) {
            const size_t before = output.pos;
            const size_t result = ZSTD_decompressStream(m_context.get(), &output, &m_input);
            if (ZSTD_isError(result) || (output.pos == before && m_input.pos == m_input.size))
                throwDamaged();
        }
        m_left -= size;
        return out;
    }

private:
    std::unique_ptr<ZSTD_DCtx, FreeUnpackContext> m_context;
    ZSTD_inBuffer m_input;
    qsizetype m_left = 0;
};

std::array<quint32, kSections> takeHead(Unpacker &unpacker)
{
    const QByteArray head = unpacker.take(kHeadSize);
    std::array<quint32, kSections> sizes{};
    for (size_t i = 0; i < sizes.size(); ++i)
        sizes[i] = qFromLittleEndian<quint32>(head.constData() + i * sizeof(quint32));
    return sizes;
}

} // namespace

QByteArray packContent(const PackedTexts &texts, const QByteArray &raw)
{
    const std::array<QByteArray, kSections> sections{texts.text.toUtf8(), texts.newText.toUtf8(),
        texts.html.toUtf8(), texts.damage.join(QLatin1Char('\n')).toUtf8()};
    QByteArray plain(kHeadSize, Qt::Uninitialized);
    for (size_t i = 0; i < sections.size(); ++i)
        qToLittleEndian(quint32(sections[i].size()), plain.data() + i * sizeof(quint32));
    for (const QByteArray &section : sections)
        plain += section;
    plain += raw;
    if (plain.size() > kMaxUnpacked)
        throw StoreError(Error{ErrorKind::Storage, QStringLiteral("message too large to be kept"), {}, {}});

    thread_local const std::unique_ptr<ZSTD_CCtx, FreePackContext> context(ZSTD_createCCtx());
    QByteArray packed(qsizetype(ZSTD_compressBound(size_t(plain.size()))), Qt::Uninitialized);
    const size_t size = ZSTD_compressCCtx(context.get(), packed.data(), size_t(packed.size()),
        plain.constData(), size_t(plain.size()), kLevel);
    if (ZSTD_isError(size))
        throw std::bad_alloc();
    packed.truncate(qsizetype(size));
    return packed;
}

PackedTexts unpackTexts(const QByteArray &packed)
{
    Unpacker unpacker(packed);
    const auto sizes = takeHead(unpacker);
    PackedTexts texts;
    texts.text = QString::fromUtf8(unpacker.take(sizes[0]));
    texts.newText = QString::fromUtf8(unpacker.take(sizes[1]));
    texts.html = QString::fromUtf8(unpacker.take(sizes[2]));
    texts.damage = QString::fromUtf8(unpacker.take(sizes[3])).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    return texts;
}

QByteArray unpackRaw(const QByteArray &packed)
{
    Unpacker unpacker(packed);
    const auto sizes = takeHead(unpacker);
    for (const quint32 size : sizes)
        unpacker.take(size);
    return unpacker.take(unpacker.left());
}

} // namespace inlet::store
