// SPDX-License-Identifier: GPL-3.0-or-later
#include "smtp/DotStuffing_p.h"
#include "smtp/Envelope_p.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::smtp;

class tst_WireText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stuffDots_lines_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QByteArray>("wire");
        const auto row = [](const char *name, const char *raw, const char *wire) {
            QTest::newRow(name) << QByteArray(raw) << QByteArray(wire);
        };
        row("plain", "a\r\nb\r\n", "a\r\nb\r\n");
        row("no end of line", "a", "a\r\n");
        row("dot alone", ".\r\n", "..\r\n");
        row("dot first", ".a\r\n..b\r\nc.\r\n", "..a\r\n...b\r\nc.\r\n");
        row("dot at the end without line end", "a\r\n.", "a\r\n..\r\n");
        row("bare LF", "a\n.\nb\r\n", "a\r\n..\r\nb\r\n");
        row("bare CR", "a\r.\rb\r\n", "a\r\n..\r\nb\r\n");
        row("CR CR LF", "a\r\r\n.\r\n", "a\r\n\r\n..\r\n");
        row("empty lines", "\r\n\r\n.\r\n", "\r\n\r\n..\r\n");
        row("8 bit", "\xc3\xbc\r\n", "\xc3\xbc\r\n");
    }

    void stuffDots_lines()
    {
        QFETCH(QByteArray, raw);
        QByteArray wire;
        QVERIFY(stuffDots(raw, [&](std::string_view piece) {
            wire.append(piece.data(), static_cast<qsizetype>(piece.size()));
            return Result<void>();
        }));
        QTEST(wire, "wire");
    }

    void stuffDots_error_stops()
    {
        int calls = 0;
        const auto sent = stuffDots("a\r\nb\r\n", [&](std::string_view) -> Result<void> {
            ++calls;
            return Error{ErrorKind::Network, {}, {}, {}};
        });
        QVERIFY(!sent);
        QCOMPARE(calls, 1);
    }

    void address_forms_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QByteArray>("wire"); // empty: refused
        const auto row = [](const char *name, const char *address, const char *wire) {
            QTest::newRow(name) << QString::fromUtf8(address) << QByteArray(wire);
        };
        row("plain", "a.b+c@example.com", "a.b+c@example.com");
        row("domain outside ASCII", "a@b\xc3\xbc""cher.example", "a@xn--bcher-kva.example");
        row("local part outside ASCII", "\xc3\xbc@example.com", "\xc3\xbc@example.com");
        row("quoted local part", "\"a@b\"@example.com", "\"a@b\"@example.com");
        row("no domain", "a@", "");
        row("no local part", "@example.com", "");
        row("no at", "example.com", "");
        row("line break", "a@example.com\r\nRCPT TO:<x@y>", "");
        row("bracket", "a@example.com>", "");
        row("space", "a b@example.com", "");
        row("empty", "", "");
    }

    void address_forms()
    {
        QFETCH(QString, address);
        QFETCH(QByteArray, wire);
        const auto got = wireAddress(address);
        QCOMPARE(got ? got->octets : QByteArray(), wire);
        if (got)
            QCOMPARE(got->needsUtf8, address.startsWith(QChar(0xfc)));
    }

    void address_overLong_isRefused()
    {
        QVERIFY(!wireAddress(QString(250, QLatin1Char('a')) + QStringLiteral("@example.com")));
    }
};

INLET_TEST(tst_WireText)
#include "tst_WireText.moc"
