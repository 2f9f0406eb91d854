// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/CommandLine_p.h"

#include "support/TestMain.h"

#include <QTest>

using namespace inlet;
using namespace inlet::imap;

namespace
{

QByteArray joined(const CommandLine &command)
{
    QByteArray text;
    for (const CommandLine::Piece &piece : command.pieces())
        text += piece.isLiteral ? "{" + piece.octets + "}" : piece.octets;
    return text;
}

} // namespace

class tst_CommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addString_quotesOrSendsLiterally()
    {
        const auto sent = [](const QByteArray &octets) {
            return joined(CommandLine("LOGIN ").addString(octets));
        };
        QCOMPARE(sent("rep@x"), QByteArray("LOGIN rep@x"));
        QCOMPARE(sent("a \"b\" \\c"), QByteArray("LOGIN \"a \\\"b\\\" \\\\c\""));
        QCOMPARE(sent(""), QByteArray("LOGIN \"\""));
        QCOMPARE(sent("nil"), QByteArray("LOGIN \"nil\""));
        QCOMPARE(sent("{5}"), QByteArray("LOGIN \"{5}\""));
        QCOMPARE(sent("a*%(b"), QByteArray("LOGIN \"a*%(b\""));
        QCOMPARE(sent("p\xc3\xa4"), QByteArray("LOGIN {p\xc3\xa4}"));
        QCOMPARE(sent("a\r\nb"), QByteArray("LOGIN {a\r\nb}"));
        QCOMPARE(sent(QByteArray(501, 'a')), "LOGIN {" + QByteArray(501, 'a') + '}');
    }
};

INLET_TEST(tst_CommandLine)
#include "tst_CommandLine.moc"
