// SPDX-License-Identifier: GPL-3.0-or-later
#include "Peers.h"
#include "net/Deflate_p.h"
#include "support/TestMain.h"

#include <QRandomGenerator>
#include <QTest>

using namespace inlet;
using namespace inlet::net;
using namespace inlet::test;

namespace
{

/// All that one side packed, read by another in pieces of `piece` octets of the wire.
std::string unpacked(Deflate &reader, const std::string &packed, std::size_t piece, std::size_t space = 16384)
{
    std::string out;
    std::string room(space, '\0');
    for (std::size_t at = 0; at < packed.size() || reader.hasMore();) {
        if (!reader.hasMore()) {
            const std::size_t size = std::min(piece, packed.size() - at);
            std::copy_n(packed.begin() + std::ptrdiff_t(at), size, reader.packedRoom().begin());
            reader.received(size);
            at += size;
        }
        std::size_t got = 0;
        const auto step = reader.unpack(room, got);
        if (step == Deflate::Step::Damaged || step == Deflate::Step::Ended)
            return step == Deflate::Step::Damaged ? "damaged" : "ended";
        out.append(room, 0, got);
    }
    return out;
}

std::string lines(int count)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += "* " + std::to_string(i) + " FETCH (UID " + std::to_string(i) + " FLAGS (\\Seen))\r\n";
    return text;
}

/// As a server that ends its stream properly, which none should.
std::string finished(const std::string &octets)
{
    z_stream z{};
    deflateInit2_(&z, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, int(sizeof(z_stream)));
    std::string copy = octets;
    std::string out(octets.size() + 1000, '\0');
    z.next_in = reinterpret_cast<Bytef *>(copy.data());
    z.avail_in = uInt(copy.size());
    z.next_out = reinterpret_cast<Bytef *>(out.data());
    z.avail_out = uInt(out.size());
    deflate(&z, Z_FINISH);
    const std::size_t size = z.total_out;
    deflateEnd(&z);
    return out.substr(0, size);
}

} // namespace

class tst_Deflate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPiece_comesBack_data()
    {
        QTest::addColumn<int>("piece");
        for (const int piece : {1, 7, 100, 16384})
            QTest::addRow("%d", piece) << piece;
    }
    void everyPiece_comesBack()
    {
        QFETCH(int, piece);
        Deflate writer;
        Deflate reader;
        QVERIFY(writer.isReady() && reader.isReady());
        QRandomGenerator random(7);
        for (const std::size_t size : {0U, 1U, 2U, 100U, 5000U, 70'000U}) {
            std::string noise(size, '\0');
            for (char &octet : noise)
                octet = char(random.bounded(256));
            QVERIFY(unpacked(reader, writer.pack(noise), std::size_t(piece)) == noise);
            const std::string text = lines(int(size / 10));
            const std::string packed = writer.pack(text);
            QVERIFY(size < 5000 || packed.size() * 3 < text.size());
            QVERIFY(unpacked(reader, packed, std::size_t(piece)) == text);
        }
    }

    void fewOctetsThatStandForMany_comeAsThereIsRoom()
    {
        Deflate writer;
        Deflate reader;
        const std::string packed = writer.pack(std::string(50'000'000, 'x'));
        QVERIFY(packed.size() < 100'000);
        std::string room(16384, '\0');
        qint64 total = 0;
        for (std::size_t at = 0; at < packed.size() || reader.hasMore();) {
            if (!reader.hasMore()) {
                const std::size_t size = std::min<std::size_t>(16384, packed.size() - at);
                std::copy_n(packed.begin() + std::ptrdiff_t(at), size, reader.packedRoom().begin());
                reader.received(size);
                at += size;
            }
            std::size_t got = 0;
            QVERIFY(reader.unpack(room, got) != Deflate::Step::Damaged);
            total += qint64(got);
        }
        QCOMPARE(total, 50'000'000);
    }

    void damagedOrEnded_isSaid_data()
    {
        QTest::addColumn<std::string>("packed");
        QTest::addColumn<int>("piece");
        QTest::addColumn<std::string>("said");
        const std::string noise = "\xff\xff\xff\xff\xff";
        QTest::newRow("damaged") << noise << 5 << std::string("damaged");
        QTest::newRow("damaged, the last octet that came") << Deflate().pack("good") + noise.substr(0, 1) << 100 << std::string("damaged");
        QTest::newRow("ended, by the octet") << finished("bye") << 1 << std::string("ended");
        // No octet follows that could wake who waits.
        QTest::newRow("ended, in one piece") << finished("bye") << 100 << std::string("ended");
    }
    void damagedOrEnded_isSaid()
    {
        QFETCH(std::string, packed);
        QFETCH(int, piece);
        Deflate reader;
        QTEST(unpacked(reader, packed, std::size_t(piece)), "said");
    }

    // The stream: what is inflated already is seen though the socket is silent.

    void stream_whatCameWithTheAgreement_isInflated()
    {
        Deflate server;
        const std::string packed = server.pack("* 1 EXISTS\r\n* 2 EXISTS\r\n");
        ScriptedServer script({"TLS\n" + ScriptedServer::raw(QByteArray("a1 OK\r\n") + QByteArray::fromStdString(packed))});
        auto stream = securedStream(script);
        QVERIFY(stream);
        QVERIFY(*stream->readLine({}) == "a1 OK");
        QVERIFY(stream->startDeflate());
        QVERIFY(*stream->hasWholeLine({}));
        QVERIFY(*stream->readLine({}) == "* 1 EXISTS");
        QVERIFY(stream->hasBufferedInput());
        QVERIFY(*stream->readLine({}) == "* 2 EXISTS");
        QVERIFY(!*stream->hasWholeLine({}));
        QVERIFY(!stream->hasBufferedInput());
    }

    /// Lines that fill the buffer exactly: when all of it is read there is more, and poll says nothing.
    void stream_bufferIsEmpty_whatIsPackedStillCounts()
    {
        std::string text;
        for (int i = 0; i < 2000; ++i)
            text += "* " + std::to_string(100'000 + i) + " EXISTS" + std::string(47, ' ') + "\r\n";
        QCOMPARE(text.size(), 2000U * 64);
        Deflate server;
        const QByteArray packed = QByteArray::fromStdString(server.pack(text));
        QVERIFY(packed.size() < 16'000); // comes in one record
        ScriptedServer script({"TLS\n" + ScriptedServer::raw("a1 OK\r\n" + packed)});
        auto stream = securedStream(script);
        QVERIFY(stream);
        QVERIFY(stream->readLine({}));
        QVERIFY(stream->startDeflate());
        for (int i = 0; i < 2000; ++i) {
            QVERIFY2(stream->hasBufferedInput() && *stream->hasWholeLine({}), qPrintable(QString::number(i)));
            QVERIFY(stream->readLine({})->starts_with("* " + std::to_string(100'000 + i)));
        }
        QVERIFY(!*stream->hasWholeLine({}));
        QVERIFY(!stream->hasBufferedInput());
    }

    void stream_muchInOneRecord_isAllThere()
    {
        Deflate server;
        const std::string text = lines(20'000);
        const std::string packed = server.pack(text);
        ScriptedServer script({"TLS\nC: a1 COMPRESS\nS: a1 OK\n" + ScriptedServer::raw(QByteArray::fromStdString(packed))});
        auto stream = securedStream(script);
        QVERIFY(stream);
        QVERIFY(stream->write("a1 COMPRESS\r\n", {}));
        QVERIFY(*stream->readLine({}) == "a1 OK");
        QVERIFY(stream->startDeflate());
        std::string got;
        for (int i = 0; i < 20'000; ++i) {
            const auto line = stream->readLine({});
            QVERIFY(line);
            got.append(*line).append("\r\n");
        }
        QVERIFY(got == text);
        QVERIFY(!stream->hasBufferedInput());
        QVERIFY(stream->octetsIn() < qint64(text.size()) / 3);
    }

    void stream_fewOctetsThatStandForMany_meetTheLimitOfALine()
    {
        Deflate server;
        std::string packed;
        for (int piece = 0; piece < 10; ++piece)
            packed += server.pack(std::string(10'000'000, 'x'));
        ScriptedServer script({"TLS\n" + ScriptedServer::raw("a1 OK\r\n") + "\n" + ScriptedServer::raw(QByteArray::fromStdString(packed)) + "\nI"});
        auto stream = securedStream(script);
        QVERIFY(stream);
        QVERIFY(stream->readLine({}));
        QVERIFY(stream->startDeflate());
        const auto line = stream->readLine({});
        QCOMPARE(line.error().kind, ErrorKind::Protocol);
        QCOMPARE(line.error().detail, QStringLiteral("a line without end"));
        // Most of it was not even taken from the socket.
        QVERIFY2(stream->octetsIn() < qint64(packed.size() / 2), qPrintable(QString::number(stream->octetsIn())));
    }

    void stream_damaged_isDead()
    {
        ScriptedServer script({"TLS\n" + ScriptedServer::raw(QByteArray("a1 OK\r\n\xff\xff\xff\xff\xff"))});
        auto stream = securedStream(script);
        QVERIFY(stream);
        QVERIFY(stream->readLine({}));
        QVERIFY(stream->startDeflate());
        const auto line = stream->readLine({});
        QCOMPARE(line.error().kind, ErrorKind::Protocol);
        QCOMPARE(stream->readLine({}).error().kind, ErrorKind::Protocol);
    }
};

INLET_TEST(tst_Deflate)
#include "tst_Deflate.moc"
