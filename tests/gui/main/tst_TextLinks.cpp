// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestMain.h"
#include "ui/panes/BodyView.h"
#include "ui/panes/TextLinks.h"

#include <QTest>
#include <QTextCursor>

using namespace inlet;

/// Links of a mail in its clean text, and what is told of where they lead.
class tst_TextLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_leadWhereTheMailSays_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("words"); // empty: no link
        const auto row = [](const char *name, const char *html, const char *words) {
            QTest::newRow(name) << QString::fromUtf8(html) << QString::fromUtf8(words);
        };
        row("words", "<p><a href=\"https://calendly.com/tab/30\">Book here</a></p>", "Book here");
        row("markup inside", "<a class=\"x\" href=\"https://acme.io/?a=1&amp;b=2\"><b>Book</b> <i>a&nbsp;call</i></a>", "Book a call");
        row("the same place", "<a href=\"https://www.acme.io/demo\">acme.io/demo</a>", "acme.io/demo");
        row("another place", "<a href=\"https://evil.test/login\">https://www.paypal.com/login</a>", "");
        row("another place without a scheme", "<a href=\"https://apple.com.evil.test/\">apple.com</a>", "");
        row("another place within a sentence", "<a href=\"https://evil.test/\">sign in at apple.com</a>", "");
        row("a name before the host", "<a href=\"https://apple.com@evil.test/\">apple.com</a>", "");
        row("letters that look alike", "<a href=\"https://xn--pple-43d.com/\">apple.com</a>", "");
        row("another place before a full stop", "<a href=\"https://evil.test/\">paypal.com.</a>", "");
        row("another place in brackets", "<a href=\"https://evil.test/\">(paypal.com)</a>", "");
        row("another place before a comma", "<a href=\"https://evil.test/\">www.paypal.com,</a>", "");
        row("another place in quotes", "<a href=\"https://evil.test/\">»paypal.com«</a>", "");
        row("another place called out", "<a href=\"https://evil.test/\">Log in: PayPal.COM!</a>", "");
        row("another place with what cannot be seen", "<a href=\"https://evil.test/\">pay\u200bpal.c\u00adom</a>", "");
        row("another place behind a mark", "<a href=\"https://evil.test/\">paypal.\ufe0fcom</a>", "");
        row("another place behind a tag", "<a href=\"https://evil.test/\">paypal.\U000e0063com</a>", "");
        row("another place turned round", "<a href=\"https://evil.test/\">\u202emoc.lapyap</a>", "");
        row("another place in wide letters", "<a href=\"https://evil.test/\">\uff50\uff41\uff59\uff50\uff41\uff4c\uff0e\uff43\uff4f\uff4d</a>", "");
        row("another place with another full stop", "<a href=\"https://evil.test/\">paypal\u3002com</a>", "");
        row("another place in other letters", "<a href=\"https://evil.test/\">bank.xn--p1ai</a>", "");
        row("short for example", "<a href=\"https://acme.io/\">e.g. more</a>", "e.g. more");
        row("a sentence", "<a href=\"https://acme.io/\">View details.</a>", "View details.");
        row("a page", "<a href=\"https://acme.io/\">see p.12</a>", "see p.12");
        row("a person", "<a href=\"https://evil.test/\">mara@acme.io</a>", "");
        row("no web", "<a href=\"mailto:mara@acme.io\">write me</a>", "");
        row("picture only", "<a href=\"https://acme.io/\"><img src=\"cid:1\"></a>", "");
        row("no end", "<a href=\"https://acme.io/\">open", "");
    }

    void words_leadWhereTheMailSays()
    {
        QFETCH(QString, html);
        QStringList words;
        for (const ui::TextLink &link : ui::textLinks(html))
            words += link.words;
        QTEST(words.join(QLatin1Char('|')), "words");
    }

    void cleanText_hasTheLinks()
    {
        ui::BodyView subject(nullptr);
        subject.showText(QStringLiteral("Hi,\n\nBook here or see https://acme.io\n\nBook here"));
        subject.markLinksOf(QString::fromLatin1("Hi <a href=\"https://a.test/?x=1&amp;y=2\">Book here</a> <a href=\"https://b.test/\">Book here</a>"));
        const QString text = subject.toPlainText();
        const auto targetAt = [&](qsizetype at) {
            QTextCursor cursor(subject.document());
            cursor.setPosition(int(at) + 1);
            return cursor.charFormat().anchorHref();
        };
        QCOMPARE(targetAt(text.indexOf(QStringLiteral("Book"))), QStringLiteral("https://a.test/?x=1&y=2"));
        QCOMPARE(targetAt(text.lastIndexOf(QStringLiteral("Book"))), QStringLiteral("https://b.test/"));
        QCOMPARE(targetAt(text.indexOf(QStringLiteral("https"))), QStringLiteral("https://acme.io"));
        QCOMPARE(targetAt(0), QString());
    }

    /// The same letters within other words are no link, and do not hide the real one.
    void cleanText_onlyWholeWords()
    {
        ui::BodyView subject(nullptr);
        subject.showText(QStringLiteral("It is there, at here.io or x@here: where-here. Click here. Thanks"));
        subject.markLinksOf(QStringLiteral("<a href=\"https://a.test/\">here</a> <a href=\"https://b.test/\">Thanks</a>"));
        const QString text = subject.toPlainText();
        const qsizetype real = text.indexOf(QStringLiteral("Click here")) + 6;
        for (qsizetype at = 0; at < text.size(); ++at) {
            QTextCursor cursor(subject.document());
            cursor.setPosition(int(at) + 1);
            const QString target = cursor.charFormat().anchorHref();
            if (at < real + 5)
                QCOMPARE(target, at >= real && at < real + 4 ? QStringLiteral("https://a.test/") : QString());
        }
        QTextCursor end(subject.document());
        end.movePosition(QTextCursor::End);
        QCOMPARE(end.charFormat().anchorHref(), QStringLiteral("https://b.test/"));
    }

    void target_isShownAsItIs()
    {
        QCOMPARE(ui::shownTarget(QUrl(QString::fromUtf8("https://\u0430pple.com/a b"))), QStringLiteral("https://xn--pple-43d.com/a%20b"));
        QCOMPARE(ui::shownTarget(QUrl(QStringLiteral("https://apple.com:x@evil.test/"))), QStringLiteral("https://evil.test/"));
        QCOMPARE(ui::shownTarget(QUrl(QString::fromUtf8("https://acme.io/\u202egpj.exe"))), QStringLiteral("https://acme.io/%E2%80%AEgpj.exe"));
        QCOMPARE(ui::shownTarget(QUrl(QStringLiteral("mailto:mara@acme.io"))), QStringLiteral("mailto:mara@acme.io"));
    }
};

INLET_TEST(tst_TextLinks)
#include "tst_TextLinks.moc"
