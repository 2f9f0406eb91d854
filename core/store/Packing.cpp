// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Packing.h"

#include "store/Resources_p.h"
#include "store/sqlite/SqlError.h"

#include <QFile>
#include <QtEndian>

#include <zstd.h>
#include <zstd_errors.h>

#include <array>
#include <memory>
#include <new>
#include <optional>

namespace inlet::store
{

namespace
{

// Level 6 makes the database 2 to 3 % smaller, but was a sixth of all the computing of a first sync.
constexpr int kLevel = 3;
/// First octet of a packed content: which dictionary it needs. A dictionary that was ever used is
/// part of the file format and never changes; a better one gets the next number.
constexpr char kFormat = 1;
constexpr qsizetype kMaxUnpacked = 256 * 1024 * 1024;
/// Octet lengths of text, new text, HTML, damage; the raw octets are the rest.
constexpr int kSections = 4;
constexpr qsizetype kHeadSize = kSections * qsizetype(sizeof(quint32));

struct FreePackDictionary {
    void operator()(ZSTD_CDict *dictionary) const { ZSTD_freeCDict(dictionary); }
};
struct FreeUnpackDictionary {
    void operator()(ZSTD_DDict *dictionary) const { ZSTD_freeDDict(dictionary); }
};

/// Phrases that are in most mails: header lines of the large providers, markup, greetings. For a
/// mail of 4 KB it spares about 400 octets.
QByteArray dictionaryText()
{
    initStoreResources();
    QFile file(QStringLiteral(":/inlet/store/dictionary1.txt"));
    if (!file.open(QIODevice::ReadOnly))
        throw StoreError(Error{ErrorKind::Bug, QStringLiteral("no dictionary"), {}, {}});
    // Line ends as in mail, whatever the checkout made of them.
    return file.readAll().replace("\r\n", "\n").replace("\n", "\r\n");
}

const ZSTD_CDict *packDictionary()
{
    static const std::unique_ptr<ZSTD_CDict, FreePackDictionary> dictionary = [] {
        const QByteArray text = dictionaryText();
        return std::unique_ptr<ZSTD_CDict, FreePackDictionary>(
            ZSTD_createCDict(text.constData(), size_t(text.size()), kLevel));
    }();
    return dictionary.get();
}

const ZSTD_DDict *unpackDictionary()
{
    static const std::unique_ptr<ZSTD_DDict, FreeUnpackDictionary> dictionary = [] {
        const QByteArray text = dictionaryText();
        return std::unique_ptr<ZSTD_DDict, FreeUnpackDictionary>(
            ZSTD_createDDict(text.constData(), size_t(text.size())));
    }();
    return dictionary.get();
}

struct FreePackContext {
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
};
struct FreeUnpackContext {
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
};

[[noreturn]] void throwDamaged()
{
    throw StoreError(Error{ErrorKind::Storage,
        QStringLiteral("This message was damaged on the disk. If your mail server has it, it is fetched again with the next sync."), {},
        kMessageDamaged.toByteArray()});
}

/// What `unpack` answers, or nothing where the blob is damaged.
template <typename Unpack>
auto ifSound(const Unpack &unpack) -> std::optional<decltype(unpack())>
{
    try {
        return unpack();
    } catch (const StoreError &) {
        return std::nullopt;
    }
}

/// Unpacks a frame from its beginning, no further than asked for.
class Unpacker
{
public:
    explicit Unpacker(const QByteArray &packed) : m_input{packed.constData(), size_t(packed.size()), 1}
    {
        if (packed.size() < 2 || packed.front() != kFormat)
            throwDamaged();
        if (!context() || !unpackDictionary())
            throw std::bad_alloc();
        ZSTD_DCtx_reset(context(), ZSTD_reset_session_only);
        ZSTD_DCtx_refDDict(context(), unpackDictionary());
        const unsigned long long size
            = ZSTD_getFrameContentSize(packed.constData() + 1, size_t(packed.size()) - 1);
        if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN
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
            const size_t result = ZSTD_decompressStream(context(), &output, &m_input);
            if (ZSTD_isError(result) && ZSTD_getErrorCode(result) == ZSTD_error_memory_allocation)
                throw std::bad_alloc();
            if (ZSTD_isError(result) || (output.pos == before && m_input.pos == m_input.size))
                throwDamaged();
        }
        m_left -= size;
        return out;
    }

private:
    /// One a thread: making it costs more than a small message.
    static ZSTD_DCtx *context()
    {
        thread_local const std::unique_ptr<ZSTD_DCtx, FreeUnpackContext> context(ZSTD_createDCtx());
        return context.get();
    }

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
    QByteArray packed(1 + qsizetype(ZSTD_compressBound(size_t(plain.size()))), Qt::Uninitialized);
    packed[0] = kFormat;
    const size_t size = ZSTD_compress_usingCDict(context.get(), packed.data() + 1, size_t(packed.size()) - 1,
        plain.constData(), size_t(plain.size()), packDictionary());
    if (ZSTD_isError(size))
        throw std::bad_alloc();
    packed.truncate(1 + qsizetype(size));
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

QString unpackText(const QByteArray &packed)
{
    Unpacker unpacker(packed);
    const auto sizes = takeHead(unpacker);
    return QString::fromUtf8(unpacker.take(sizes[0]));
}

QByteArray unpackRaw(const QByteArray &packed)
{
    Unpacker unpacker(packed);
    const auto sizes = takeHead(unpacker);
    for (const quint32 size : sizes)
        unpacker.take(size);
    return unpacker.take(unpacker.left());
}

PackedTexts readableTexts(const QByteArray &packed)
{
    return ifSound([&] { return unpackTexts(packed); }).value_or(PackedTexts());
}

QString readableText(const QByteArray &packed)
{
    return ifSound([&] { return unpackText(packed); }).value_or(QString());
}

bool isSound(const QByteArray &packed)
{
    return ifSound([&] { return unpackRaw(packed); }).has_value();
}

} // namespace inlet::store
