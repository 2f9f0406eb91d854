// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestMain.h"
#include "ui/dialogs/AddressText.h"

#include <QTest>

using namespace inlet;
using namespace inlet::ui;

class tst_AddressText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void explainAddress_garbage_saysWhat_data();
    void explainAddress_garbage_saysWhat();
    void guessName_addresses_data();
    void guessName_addresses();
    void parseRecipients_forms_data();
    void parseRecipients_forms();
    void parseRecipients_hostile_staysBounded();
    void formatRecipient_roundTrip_keepsName_data();
    void formatRecipient_roundTrip_keepsName();
};

void tst_AddressText::explainAddress_garbage_saysWhat_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("word"); ///< of the explanation; empty: it is fine
    QTest::newRow("fine") << QStringLiteral("anna@acme.io") << QString();
    QTest::newRow("fine with blanks around") << QStringLiteral("  anna@acme.io \n") << QString();
    QTest::newRow("plus") << QStringLiteral("anna+x@acme.io") << QString();
    QTest::newRow("umlaut domain") << QStringLiteral("anna@m\u00fcller.de") << QString();
    QTest::newRow("empty") << QString() << QStringLiteral("Type the email");
    QTest::newRow("blanks") << QStringLiteral("   ") << QStringLiteral("Type the email");
    QTest::newRow("no at") << QStringLiteral("anna.acme.io") << QStringLiteral("@ is missing");
    QTest::newRow("nothing before at") << QStringLiteral("@acme.io") << QStringLiteral("before the @");
    QTest::newRow("nothing after at") << QStringLiteral("anna@") << QStringLiteral("after the @");
    QTest::newRow("two addresses") << QStringLiteral("a@x.io, b@y.io") << QStringLiteral("more than one");
    QTest::newRow("two lines") << QStringLiteral("a@x.io\r\nb@y.io") << QStringLiteral("one line");
    QTest::newRow("header injection") << QStringLiteral("a@x.io\r\nBcc: b") << QStringLiteral("one line");
    QTest::newRow("right-to-left override") << QStringLiteral("anna@\u202eoi.emca") << QStringLiteral("invisible");
    QTest::newRow("nul") << QStringLiteral("anna@ac\0me.io")
                         << QStringLiteral("invisible");
    QTest::newRow("zero width") << QStringLiteral("an\u200bna@acme.io") << QStringLiteral("invisible");
    QTest::newRow("huge") << QString(100'000, QLatin1Char('a')) << QStringLiteral("too long");
    QTest::newRow("long domain") << QStringLiteral("a@") + QString(200, QLatin1Char('b')) + QStringLiteral(".io")
                                 << QStringLiteral("not a valid");
    QTest::newRow("space inside") << QStringLiteral("an na@acme.io") << QStringLiteral("not a valid");
    QTest::newRow("dots") << QStringLiteral("anna@acme..io") << QStringLiteral("not a valid");
}

void tst_AddressText::explainAddress_garbage_saysWhat()
{
    QFETCH(QString, typed);
    QFETCH(QString, word);
    const QString answer = explainAddress(typed);
    if (word.isEmpty())
        QCOMPARE(answer, QString());
    else
        QVERIFY2(answer.contains(word), qPrintable(answer));
}

void tst_AddressText::guessName_addresses_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("name");
    QTest::newRow("two words") << QStringLiteral("anna.keller@x.io") << QStringLiteral("Anna Keller");
    QTest::newRow("one word") << QStringLiteral("anna@x.io") << QStringLiteral("Anna");
    QTest::newRow("underscore and tag") << QStringLiteral("jo_brandt+eu@x.io") << QStringLiteral("Jo Brandt");
    QTest::newRow("role") << QStringLiteral("sales@x.io") << QString();
    QTest::newRow("digits") << QStringLiteral("anna23@x.io") << QString();
}

void tst_AddressText::guessName_addresses()
{
    QFETCH(QString, email);
    QFETCH(QString, name);
    QCOMPARE(guessName(email), name);
}

void tst_AddressText::parseRecipients_forms_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("addresses"); ///< "name|address", "!" where it is wrong
    QTest::newRow("empty") << QString() << QStringList();
    QTest::newRow("separators only") << QStringLiteral(" , ; ,") << QStringList();
    QTest::newRow("one") << QStringLiteral("a@x.io") << QStringList{QStringLiteral("|a@x.io")};
    QTest::newRow("comma, semicolon, line")
        << QStringLiteral("a@x.io, b@y.io; c@z.io\nd@w.io")
        << QStringList{QStringLiteral("|a@x.io"), QStringLiteral("|b@y.io"), QStringLiteral("|c@z.io"), QStringLiteral("|d@w.io")};
    QTest::newRow("name") << QStringLiteral("Anna Keller <A@X.io>") << QStringList{QStringLiteral("Anna Keller|A@x.io")};
    QTest::newRow("quoted comma") << QStringLiteral("\"Keller, Anna\" <a@x.io>, b@y.io")
                                  << QStringList{QStringLiteral("Keller, Anna|a@x.io"), QStringLiteral("|b@y.io")};
    QTest::newRow("escaped quote") << QStringLiteral("\"An \\\"X\\\" na\" <a@x.io>") << QStringList{QStringLiteral("An \"X\" na|a@x.io")};
    QTest::newRow("mailto") << QStringLiteral("mailto:a@x.io") << QStringList{QStringLiteral("|a@x.io")};
    QTest::newRow("wrong") << QStringLiteral("nobody, a@x.io") << QStringList{QStringLiteral("!"), QStringLiteral("|a@x.io")};
    QTest::newRow("open quote ends with the line") << QStringLiteral("\"Anna <a@x.io>\nb@y.io")
                                                   << QStringList{QStringLiteral("\"Anna|a@x.io"), QStringLiteral("|b@y.io")};
    QTest::newRow("invisible name") << QStringLiteral("An\u202ena <a@x.io>") << QStringList{QStringLiteral("!")};
}

void tst_AddressText::parseRecipients_forms()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, addresses);
    QStringList found;
    const QList<TypedAddress> parsed = parseRecipients(typed);
    for (const TypedAddress &one : parsed)
        found.append(one.problem.isEmpty() ? one.address.name + QLatin1Char('|') + one.address.address : QStringLiteral("!"));
    QCOMPARE(found, addresses);
}

void tst_AddressText::parseRecipients_hostile_staysBounded()
{
    const QList<TypedAddress> parsed = parseRecipients(QStringLiteral("a@x.io,").repeated(50'000));
    QCOMPARE(parsed.size(), 1001);
    QVERIFY(!parsed.last().problem.isEmpty());
    const QList<TypedAddress> huge = parseRecipients(QString(500'000, QLatin1Char('<')));
    QCOMPARE(huge.size(), 1);
    QVERIFY(huge.first().problem.size() < 200);
}

void tst_AddressText::formatRecipient_roundTrip_keepsName_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("none") << QString();
    QTest::newRow("plain") << QStringLiteral("Anna Keller");
    QTest::newRow("comma") << QStringLiteral("Keller, Anna");
    QTest::newRow("quotes and backslash") << QStringLiteral("A \"B\" \\ C");
    QTest::newRow("umlaut") << QStringLiteral("J\u00fcrgen");
}

void tst_AddressText::formatRecipient_roundTrip_keepsName()
{
    QFETCH(QString, name);
    const mime::Address address{name, QStringLiteral("a@x.io")};
    const QList<TypedAddress> parsed = parseRecipients(formatRecipients({address, address}));
    QCOMPARE(parsed.size(), 2);
    QCOMPARE(parsed.first().address, address);
}

INLET_TEST(tst_AddressText)
#include "tst_AddressText.moc"
