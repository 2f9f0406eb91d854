// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Mime.h"
#include "support/TestMain.h"

#include <QTest>

#include <ctime>

using namespace inlet;
using namespace inlet::mime;

namespace
{

QByteArray repeated(const char *text, int times)
{
    return QByteArray(text).repeated(times);
}

QByteArray deepMultipart(int depth)
{
    QByteArray raw = "Subject: deep\n";
    for (int i = 0; i < depth; ++i) {
        const QByteArray boundary = "b" + QByteArray::number(i);
        raw += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
    }
    return raw + "Content-Type: text/plain\n\nat the bottom\n";
}

QByteArray deepMessages(int depth)
{
    QByteArray raw;
    for (int i = 0; i < depth; ++i)
        raw += "Subject: level " + QByteArray::number(i) + "\nContent-Type: message/rfc822\n\n";
    return raw + "Subject: last\n\nbottom\n";
}

QByteArray manyParts(int parts)
{
    QByteArray raw = "Subject: many\nContent-Type: multipart/mixed; boundary=x\n\n";
    for (int i = 0; i < parts; ++i)
        raw += "--x\nContent-Type: text/plain\n\nword\n";
    return raw + "--x--\n";
}

QByteArray unendedPartHeaders(int parts)
{
    QByteArray raw = "Content-Type: multipart/mixed; boundary=x\n\n";
    for (int i = 0; i < parts; ++i)
        raw += "--x\n" + repeated("A: b\n", 500);
    return raw;
}

/// Generous for a debug build with sanitizers; what is not linear takes minutes.
constexpr qint64 kMaxMilliseconds = 30000;

/// Of the processor, not of the clock: a busy machine must not make a parser look slow.
qint64 processorMilliseconds()
{
    return qint64(std::clock()) * 1000 / CLOCKS_PER_SEC;
}

} // namespace

class tst_HostileMail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initialize(); }

    void parse_hostile_isQuickAndSaysDamage_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("damage");
        const auto row = [](const char *name, const QByteArray &raw, const char *damage = "") {
            QTest::newRow(name) << raw << QString::fromLatin1(damage);
        };
        row("multipart 10,000 deep", deepMultipart(10000), "nested deeper than 50 parts");
        row("messages 10,000 deep", deepMessages(10000));
        row("100,000 parts", manyParts(100000), "more than 1000 parts");
        row("part headers without end", unendedPartHeaders(1100));
        row("header of 30 MB", repeated("X-Filler: abcdefghijklmnopqrstuvwxyz\n", 850000) + "Subject: s\n\nbody\n",
            "header longer than 524288 octets");
        row("one field of 30 MB", "Subject: " + QByteArray(30000000, 'a') + "\n\nbody\n", "header field longer than 65536 octets");
        row("field folded a million times", "Subject: x\n" + repeated(" y\n", 1000000) + "\nbody\n");
        row("group of groups", "To: " + repeated("a:", 500000) + "b@c.example" + repeated(";", 500000) + "\n\nx\n");
        row("comments of comments", "To: " + repeated("(", 30000) + "\n\nx\n");
        row("quotes without end", "To: \"" + repeated("\\\"", 30000) + "\n\nx\n");
        row("encoded words without end", "Subject: " + repeated("=?utf-8?Q?", 6000) + "\n\nx\n");
        row("a million references", "References: " + repeated("<a@b> ", 1000000) + "\n\nx\n");
        row("open brackets", "References: " + repeated("<", 60000) + "\n\nx\n");
        row("parameters", "Content-Type: text/plain" + repeated("; a*0*=utf-8''b", 4000) + "\n\nx\n");
        row("dashes", "Content-Type: multipart/mixed; boundary=x\n\n" + repeated("--y\n", 500000));
        row("NULs", QByteArray(1000000, '\0'), "NUL octets");
        row("one line of 20 MB", "Subject: x\n\n" + QByteArray(20000000, 'w'), "text longer than 4194304 octets");
        row("quoted lines", "Subject: x\n\n" + repeated("> a\n", 200000));
        row("quote marks", "Subject: x\n\n" + QByteArray(1000000, '>') + "\nword\n");
        row("attributions", "Subject: x\n\n" + repeated("On 1 May 2026 at 10:00 Jo wrote\n", 20000));
        row("labels", "Subject: x\n\n" + repeated("From: a\n", 50000));
        row("addresses", "Subject: x\nFrom: MAILER-DAEMON@x.example\n\n" + repeated("a@b.example ", 100000));
        row("html deep", "Content-Type: text/html\n\n" + repeated("<div>", 100000) + "bottom");
        row("html bold", "Content-Type: text/html\n\n" + repeated("<b><p>x", 10000));
        row("html bold, 4 MB", "Content-Type: text/html\n\n" + repeated("<b><p>x", 580000));
        row("html fonts", "Content-Type: text/html\n\n" + repeated("<font color=red><a href=x>", 30000) + "x");
        row("html tables", "Content-Type: text/html\n\n" + repeated("<table><tr><td>", 20000) + "x");
        row("html quotes", "Content-Type: text/html\n\n" + repeated("<blockquote>", 100000) + "x");
        row("html unclosed tag", "Content-Type: text/html\n\n<p " + repeated("a=b ", 500000));
        row("html entities", "Content-Type: text/html\n\n" + repeated("&#x41;&bogus;", 30000));
    }

    void parse_hostile_isQuickAndSaysDamage()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QString, damage);
        const qint64 before = processorMilliseconds();
        const ParsedMessage parsed = parseMessage(raw);
        if (!parsed.html.isEmpty())
            QVERIFY(sanitizeHtml(parsed.html, false).html.size() < 20000000);
        const qint64 took = processorMilliseconds() - before;
        qInfo("%lld ms, %d parts, damage: %s", took, parsed.partCount, qPrintable(parsed.damage.join(u',')));
        QVERIFY(took < kMaxMilliseconds);
        if (!damage.isEmpty())
            QVERIFY2(parsed.damage.contains(damage), qPrintable(parsed.damage.join(u'|')));
    }

    /// Each prefix and each mutation must come back; what it says does not matter here.
    void parse_mutations_return()
    {
        const QByteArray seed = "From: =?utf-8?Q?J=C3=B6?= <jo@x.example>\r\nTo: a: b@c.example;\r\nSubject: =?iso-2022-jp?B?GyRCJCo=?=\r\n"
            "Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-16\r\n"
            "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p style=\"color:red\">=C3=A4<table><tr>\r\n--x\r\n"
            "Content-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\nOn 1 May 2026, Jo wrote:\r\n> x\r\n--x--\r\n";
        for (qsizetype cut = 0; cut < seed.size(); cut += 3)
            parseMessage(seed.left(cut));
        quint32 state = 1;
        for (int i = 0; i < 2000; ++i) {
            QByteArray mutated = seed;
            for (int k = 0; k < 6; ++k) {
                state = state * 1664525u + 1013904223u;
                const qsizetype at = qsizetype(state >> 8) % mutated.size();
                mutated[at] = static_cast<char>(state >> 3);
            }
            parseMessage(mutated);
        }
    }
};

INLET_TEST(tst_HostileMail)
#include "tst_HostileMail.moc"
