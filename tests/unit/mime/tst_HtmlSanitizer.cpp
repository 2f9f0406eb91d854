// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Mime.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet::mime;

class tst_HtmlSanitizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sanitize_dangerous_isRemoved_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("gone");
        QTest::addColumn<QString>("kept");
        const auto row = [](const char *name, const char *html, const char *gone, const char *kept) {
            QTest::newRow(name) << QString::fromUtf8(html) << QString::fromUtf8(gone) << QString::fromUtf8(kept);
        };
        row("script", "<p>a</p><script>alert(1)</script>", "alert", "a");
        row("event", "<p onclick='x()' onmouseover=y>a</p>", "onclick", "<p>a</p>");
        row("javascript link", "<a href='javascript:x()'>a</a>", "javascript", "<a>a</a>");
        row("split javascript", "<a href='java\nscript:x()'>a</a>", "script:", "<a>a</a>");
        row("control javascript", "<a href='\x01javascript:x()'>a</a>", "script:", "a");
        row("entity javascript", "<a href='jav&#x61;script:x()'>a</a>", "script:", "a");
        row("data link", "<a href='data:text/html,x'>a</a>", "data:", "a");
        row("file link", "<a href='file:///etc/passwd'>a</a>", "file:", "a");
        row("vbscript", "<a href='vbscript:x'>a</a>", "vbscript", "a");
        row("data image", "<img src='data:image/png;base64,AA==' alt=logo>", "data:", "[logo]");
        row("file image", "<img src='file:///etc/x.png'>", "file:", "");
        row("form", "<form action=http://x><input value=secret><button>go</button>text</form>", "form", "text");
        row("frame", "<iframe src=http://x>inside</iframe>after", "inside", "after");
        row("object", "<object data=x>inside</object>after", "inside", "after");
        row("svg", "<svg><script>x</script><image href=http://x/></svg>after", "svg", "after");
        row("math", "<math><mtext><script>x</script></mtext></math>after", "script", "after");
        row("meta", "<meta http-equiv=refresh content='0;url=http://x'>after", "refresh", "after");
        row("base", "<base href=http://x>after", "base", "after");
        row("link", "<link rel=stylesheet href=http://x>after", "stylesheet", "after");
        row("style element", "<style>p{background:url(http://x)}</style>after", "url", "after");
        row("style url", "<p style='color:red;background:url(http://x/y.png)'>a</p>", "url", "color:red");
        row("style escape", "<p style='background:u\\72l(http://x)'>a</p>", "http", "a");
        row("style expression", "<p style='width:expression(x())'>a</p>", "expression", "a");
        row("style position", "<p style='position:fixed;top:0;color:red'>a</p>", "position", "color:red");
        row("style huge", "<p style='font-size:9999px'>a</p>", "9999", "a");
        row("hidden", "<div style='display:none'>secret</div>after", "secret", "after");
        row("attribute break", "<p title='\"><script>x</script>'>a</p>", "<script", "a");
        row("comment", "<!-- <b>x</b> -->after", "<!--", "after");
        row("conditional", "<!--[if mso]><b>x</b><![endif]-->after", "if mso", "after");
        row("unknown tag", "<o:p>text</o:p><blink>b</blink>", "o:p", "text");
        row("huge span", "<table><tr><td colspan=99999999>a</td></tr></table>", "99999999", "a");
        row("template", "<template><p>x</p></template>after", "template", "after");
        row("noscript", "<p>x</p><noscript><img src=http://x></noscript>after", "http", "after");
    }

    void sanitize_dangerous_isRemoved()
    {
        QFETCH(QString, html);
        QFETCH(QString, gone);
        QFETCH(QString, kept);
        for (const bool remote : {false, true}) {
            const SanitizedHtml out = sanitizeHtml(html, remote);
            QVERIFY2(!out.html.contains(gone, Qt::CaseInsensitive), qPrintable(out.html));
            QVERIFY2(out.html.contains(kept), qPrintable(out.html));
            // What is clean stays as it is.
            QCOMPARE(sanitizeHtml(out.html, remote).html, out.html);
        }
    }

    void sanitize_remoteImages_areCountedAndNamed()
    {
        const QString html = QStringLiteral("<img src='https://a.example/x.gif' width=1 height=1><img src='//b.example/y.png' alt='Chart'>"
                                            "<img src='cid:logo@x'><table background='http://c.example/z.png'><tr><td>t</td></tr></table>");
        const SanitizedHtml blocked = sanitizeHtml(html, false);
        QCOMPARE(blocked.blockedImages, 3);
        QCOMPARE(blocked.remoteHosts, (QStringList{QStringLiteral("a.example"), QStringLiteral("b.example")}));
        QVERIFY(!blocked.html.contains(QStringLiteral("https:")));
        QVERIFY(blocked.html.contains(QStringLiteral("[Chart]")));
        QVERIFY(blocked.html.contains(QStringLiteral("src=\"cid:logo@x\"")));
        const SanitizedHtml allowed = sanitizeHtml(html, true);
        QVERIFY(allowed.html.contains(QStringLiteral("https://a.example/x.gif")));
        QVERIFY(allowed.html.contains(QStringLiteral("https://b.example/y.png")));
    }

    void sanitize_links_keepWebMailAndPhone()
    {
        const SanitizedHtml out = sanitizeHtml(QStringLiteral(
            "<a href='https://x.example/a?b=1&amp;c=2'>w</a><a href='mailto:jo@x.example'>m</a><a href='tel:+49123'>t</a><a href='rel'>r</a>"), false);
        QVERIFY(out.html.contains(QStringLiteral("href=\"https://x.example/a?b=1&amp;c=2\"")));
        QVERIFY(out.html.contains(QStringLiteral("href=\"mailto:jo@x.example\"")));
        QVERIFY(out.html.contains(QStringLiteral("href=\"tel:+49123\"")));
        QVERIFY(!out.html.contains(QStringLiteral("rel\"")));
    }

    void sanitize_background_isTold()
    {
        QVERIFY(sanitizeHtml(QStringLiteral("<body bgcolor=#ffffff><p>a</p></body>"), false).setsOwnBackground);
        QVERIFY(sanitizeHtml(QStringLiteral("<table><tr><td style='background:#eee'>a</td></tr></table>"), false).setsOwnBackground);
        QVERIFY(!sanitizeHtml(QStringLiteral("<p style='color:black'>a</p>"), false).setsOwnBackground);
    }

    void sanitize_nestedTables_areFlattened()
    {
        const QString deep = QStringLiteral("<table><tr><td>").repeated(60) + QStringLiteral("x");
        const SanitizedHtml out = sanitizeHtml(deep, false);
        QVERIFY(out.html.count(QStringLiteral("<table")) <= 12);
        QVERIFY(out.html.contains(u'x'));
    }

    void htmlToText_isReadable_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("text");
        QTest::newRow("paragraphs") << "<p>one</p><p>two</p>" << "one\n\ntwo";
        QTest::newRow("breaks") << "one<br>two<div>three</div>four" << "one\ntwo\nthree\nfour";
        QTest::newRow("blanks") << "<p> a \n b&nbsp;c </p>" << "a b c";
        QTest::newRow("lists") << "<ul><li>a</li><li>b</li></ul><ol><li>c<li>d</ol>" << "- a\n- b\n\n1. c\n2. d";
        QTest::newRow("quote") << "a<blockquote>b<blockquote>c</blockquote></blockquote>d" << "a\n\n> b\n>\n>> c\n\nd";
        QTest::newRow("link") << "see <a href='https://x.example/p'>here</a>" << "see here <https://x.example/p>";
        QTest::newRow("link is text") << "<a href='https://x.example/'>x.example</a>" << "x.example";
        QTest::newRow("table") << "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>" << "a\tb\nc";
        QTest::newRow("pre") << "<pre>a\n  b</pre>" << "a\n  b";
        QTest::newRow("hidden") << "<style>x</style><div style='display: none'>pre</div>a" << "a";
        QTest::newRow("entities") << "&lt;b&gt; &amp; &euro;" << QStringLiteral("<b> & €");
        QTest::newRow("empty") << "" << "";
    }

    void htmlToText_isReadable()
    {
        QFETCH(QString, html);
        QFETCH(QString, text);
        QCOMPARE(htmlToText(html), text);
    }
};

INLET_TEST(tst_HtmlSanitizer)
#include "tst_HtmlSanitizer.moc"
