// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fixtures.h"
#include "support/TestMain.h"
#include "ui/dialogs/ReplyBuilder.h"

using namespace inlet;
using namespace inlet::test;
using namespace inlet::ui;
using Mode = store::Draft::Mode;

class tst_ReplyBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void subjects_prefixes_areNotRepeated_data();
    void subjects_prefixes_areNotRepeated();
    void reply_goesToReplyToElseFrom();
    void replyAll_leavesOwnAddressesOut();
    void reply_toOwnMail_goesToItsRecipients();
    void reply_toOneself_staysPossible();
    void reply_toAlias_leavesFromTheAlias();
    void references_areKeptInOrderAndBounded();
    void forward_hasNoAddresseesAndNoReferences();
    void attribution_hostileName_staysOneLine();
    void attribution_andForwardHead_tellNoSeconds();

private:
    const QList<accounts::Account> m_accounts{account(1, QStringLiteral("anna@try-acme.com"), QStringLiteral("Anna Keller")),
        account(2, QStringLiteral("jo@get-acme.com"), QStringLiteral("Jo Brandt"))};
    ComposeRequest request(Mode mode) const
    {
        ComposeRequest made;
        made.mode = mode;
        made.message = inbound(AccountId(1), QStringLiteral("anna@try-acme.com"));
        made.body = inboundBody();
        return made;
    }
};

void tst_ReplyBuilder::subjects_prefixes_areNotRepeated_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("reply");
    QTest::addColumn<QString>("forward");
    const auto row = [](const char *subject, const char *reply, const char *forward) {
        QTest::newRow(subject) << QString::fromUtf8(subject) << QString::fromUtf8(reply) << QString::fromUtf8(forward);
    };
    row("Quick question", "Re: Quick question", "Fwd: Quick question");
    row("Re: Quick question", "Re: Quick question", "Fwd: Re: Quick question");
    row("AW: RE: Sv: x", "Re: x", "Fwd: AW: RE: Sv: x");
    row("Re[2]: x", "Re: x", "Fwd: Re[2]: x");
    row("RE : x", "Re: x", "Fwd: RE : x");
    row("WG: FW: x", "Re: WG: FW: x", "Fwd: x");
    row("Research: x", "Re: Research: x", "Fwd: Research: x");
    row("", "Re: ", "Fwd: ");
    row("a\r\nBcc: b@c.d", "Re: a Bcc: b@c.d", "Fwd: a Bcc: b@c.d");
}

void tst_ReplyBuilder::subjects_prefixes_areNotRepeated()
{
    QFETCH(QString, subject);
    QTEST(replySubject(subject), "reply");
    QTEST(forwardSubject(subject), "forward");
}

void tst_ReplyBuilder::reply_goesToReplyToElseFrom()
{
    ComposeRequest asked = request(Mode::Reply);
    QCOMPARE(beginDraft(asked, m_accounts).to, QStringLiteral("Mara Petersen <mara@nordlicht.de>"));
    QCOMPARE(beginDraft(asked, m_accounts).account, AccountId(1));
    asked.message.replyTo = {{QString(), QStringLiteral("team@nordlicht.de")}};
    QCOMPARE(beginDraft(asked, m_accounts).to, QStringLiteral("team@nordlicht.de"));
    QVERIFY(beginDraft(asked, m_accounts).cc.isEmpty());
}

void tst_ReplyBuilder::replyAll_leavesOwnAddressesOut()
{
    ComposeRequest asked = request(Mode::ReplyAll);
    asked.message.to.append({QString(), QStringLiteral("cfo@nordlicht.de")});
    asked.message.cc = {{QString(), QStringLiteral("JO@get-acme.com")}, {QString(), QStringLiteral("mara@nordlicht.de")},
        {QString(), QStringLiteral("it@nordlicht.de")}};
    const store::Draft draft = beginDraft(asked, m_accounts);
    QCOMPARE(draft.to, QStringLiteral("Mara Petersen <mara@nordlicht.de>, cfo@nordlicht.de"));
    QCOMPARE(draft.cc, QStringLiteral("it@nordlicht.de"));
}

void tst_ReplyBuilder::reply_toOwnMail_goesToItsRecipients()
{
    ComposeRequest asked = request(Mode::Reply);
    asked.message.from = {QStringLiteral("Anna Keller"), QStringLiteral("anna@try-acme.com")};
    asked.message.to = {{QString(), QStringLiteral("mara@nordlicht.de")}};
    QCOMPARE(beginDraft(asked, m_accounts).to, QStringLiteral("mara@nordlicht.de"));
}

void tst_ReplyBuilder::reply_toOneself_staysPossible()
{
    ComposeRequest asked = request(Mode::Reply);
    asked.message.from = {QString(), QStringLiteral("anna@try-acme.com")};
    QVERIFY(!beginDraft(asked, m_accounts).to.isEmpty());
}

void tst_ReplyBuilder::reply_toAlias_leavesFromTheAlias()
{
    QList<accounts::Account> accounts = m_accounts;
    accounts[0].aliases = {QStringLiteral("hello@try-acme.com")};
    ComposeRequest asked = request(Mode::Reply);
    QVERIFY(beginDraft(asked, accounts).from.isEmpty());
    asked.message.to = {{QString(), QStringLiteral("Hello@try-acme.com")}};
    QCOMPARE(beginDraft(asked, accounts).from, QStringLiteral("hello@try-acme.com"));
}

void tst_ReplyBuilder::references_areKeptInOrderAndBounded()
{
    ComposeRequest asked = request(Mode::Reply);
    store::Draft draft = beginDraft(asked, m_accounts);
    QCOMPARE(draft.inReplyTo, QStringLiteral("abc@nordlicht.de"));
    QCOMPARE(draft.references, (QStringList{QStringLiteral("first@try-acme.com"), QStringLiteral("abc@nordlicht.de")}));
    asked.message.references.clear();
    for (int i = 0; i < 50; ++i)
        asked.message.references.append(QStringLiteral("%1@x").arg(i));
    draft = beginDraft(asked, m_accounts);
    QCOMPARE(draft.references.size(), 20);
    QCOMPARE(draft.references.first(), QStringLiteral("0@x"));
    QCOMPARE(draft.references.last(), QStringLiteral("abc@nordlicht.de"));
}

void tst_ReplyBuilder::forward_hasNoAddresseesAndNoReferences()
{
    const store::Draft draft = beginDraft(request(Mode::Forward), m_accounts);
    QVERIFY(draft.to.isEmpty());
    QVERIFY(draft.inReplyTo.isEmpty());
    QVERIFY(draft.references.isEmpty());
    QCOMPARE(draft.answers, StoredMessageId(70));
}

void tst_ReplyBuilder::attribution_hostileName_staysOneLine()
{
    store::MessageItem message = inbound(AccountId(1), QStringLiteral("anna@try-acme.com"));
    const QString plain = attribution(message, QLocale(QStringLiteral("en_GB")));
    QVERIFY2(plain.contains(QStringLiteral("24 November 2026")), qPrintable(plain));
    QVERIFY(plain.endsWith(QStringLiteral("Mara Petersen <mara@nordlicht.de> wrote:")));
    message.from.name = QStringLiteral("Ma\r\nra\n> x");
    QVERIFY(!attribution(message, QLocale::c()).contains(QLatin1Char('\n')));
    message.at = QDateTime();
    QVERIFY(attribution(message, QLocale::c()).endsWith(QStringLiteral("wrote:")));
}

void tst_ReplyBuilder::attribution_andForwardHead_tellNoSeconds()
{
    store::MessageItem message = inbound(AccountId(1), QStringLiteral("anna@try-acme.com"));
    message.at = QDateTime(QDate(2026, 11, 24), QTime(9, 41, 37));
    for (const QLocale &locale : {QLocale::c(), QLocale(QStringLiteral("en_US")), QLocale(QStringLiteral("de_DE")), QLocale(QStringLiteral("bg_BG"))}) {
        const QString told = attribution(message, locale) + forwardHead(message, locale).join(QLatin1Char(' '));
        QVERIFY2(told.count(QStringLiteral("41")) == 2, qPrintable(told));
        QVERIFY2(!told.contains(QStringLiteral("37")), qPrintable(told));
        QVERIFY2(!told.contains(QStringLiteral("41:")) && !told.contains(QStringLiteral("41,  ")), qPrintable(told));
    }
    QVERIFY(attribution(message, QLocale::c()).contains(QStringLiteral("09:41, Mara")));
}

INLET_TEST(tst_ReplyBuilder)
#include "tst_ReplyBuilder.moc"
