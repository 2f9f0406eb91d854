// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Mime.h"
#include "support/Corpora.h"
#include "support/TestMain.h"

#include <QMap>
#include <QTest>

using namespace inlet;
using namespace inlet::mime;

namespace
{

struct Score {
    int right = 0;
    int all = 0;

    void add(bool good)
    {
        right += good ? 1 : 0;
        ++all;
    }
    [[nodiscard]] double share() const { return all == 0 ? 0 : double(right) / all; }
};

QString field(const QJsonObject &row, const char *name)
{
    return row.value(QLatin1String(name)).toString();
}

QString squeezed(QString text, bool dropBlanks)
{
    text = text.simplified();
    return dropBlanks ? text.remove(u' ') : text;
}

void print(const char *what, const QString &source, const Score &score)
{
    qInfo("%s, %s: %d of %d (%.1f %%)", what, qPrintable(source), score.right, score.all, 100 * score.share());
}

} // namespace

/// Measures on labelled real mail where there is some; see support/Corpora.h.
class tst_MimeCorpora : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initialize(); }

    void torture_isRead()
    {
        Score withText;
        for (const QJsonObject &row : test::corpusLabels(QStringLiteral("mime"))) {
            const QByteArray raw = test::corpusFile(QStringLiteral("mime/") + field(row, "file"));
            const ParsedMessage parsed = parseMessage(raw);
            sanitizeHtml(parsed.html, false);
            withText.add(!parsed.text.trimmed().isEmpty() || !parsed.attachments.isEmpty());
        }
        print("mime: something to read", QStringLiteral("all"), withText);
    }

    void replies_newWords_areFound()
    {
        QMap<QString, Score> plain;
        QMap<QString, Score> html;
        for (const QJsonObject &row : test::corpusLabels(QStringLiteral("replies"))) {
            const QByteArray raw = test::corpusFile(QStringLiteral("replies/") + field(row, "file"));
            const QString wanted = QString::fromUtf8(test::corpusFile(QStringLiteral("replies/") + field(row, "expected_file")));
            const QString format = field(row, "format");
            QString got;
            if (format == QStringLiteral("eml"))
                got = parseMessage(raw).newText;
            else if (format == QStringLiteral("html"))
                got = trimHtml(QString::fromUtf8(raw)).text;
            else
                got = trimText(QString::fromUtf8(raw)).text;
            const bool drop = field(row, "compare").contains(QStringLiteral("ignoring"));
            const QString target = field(row, "compare").startsWith(QStringLiteral("html")) ? htmlToText(wanted) : wanted;
            QMap<QString, Score> &scores = format == QStringLiteral("html") ? html : plain;
            scores[field(row, "source")].add(squeezed(got, drop) == squeezed(target, drop));
        }
        Score all;
        for (auto it = plain.cbegin(); it != plain.cend(); ++it) {
            print("new words, plain", it.key(), it.value());
            all.right += it->right;
            all.all += it->all;
        }
        for (auto it = html.cbegin(); it != html.cend(); ++it)
            print("new words, HTML", it.key(), it.value());
        if (all.all > 0)
            QVERIFY(all.share() > 0.76);
    }

    void signatures_areFound()
    {
        Score found;
        Score falseAlarm;
        for (const QJsonObject &row : test::corpusLabels(QStringLiteral("signatures"))) {
            const QString text = QString::fromUtf8(test::corpusFile(QStringLiteral("signatures/") + field(row, "file")));
            const bool any = !trimText(text).signature.isEmpty();
            if (row.value(QLatin1String("has_signature")).toBool())
                found.add(any);
            else
                falseAlarm.add(any);
        }
        print("signatures found", QStringLiteral("all"), found);
        print("signatures invented", QStringLiteral("all"), falseAlarm);
        if (found.all > 0) {
            QVERIFY(found.share() > 0.7);
            QVERIFY(falseAlarm.share() < 0.05);
        }
    }
};

INLET_TEST(tst_MimeCorpora)
#include "tst_MimeCorpora.moc"
