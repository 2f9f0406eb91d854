// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFixture.h"
#include "support/TestMain.h"

#include <QElapsedTimer>

using namespace inlet;
using namespace inlet::store;
using inlet::test::MailBuilder;
using inlet::test::StoreFixture;

namespace
{

Lead lead(const char *address, const char *company = "", const char *campaign = "")
{
    Lead made;
    made.address = QString::fromUtf8(address);
    made.company = QString::fromUtf8(company);
    made.campaign = QString::fromUtf8(campaign);
    return made;
}

LeadCounts import(StoreFixture &f, const QList<Lead> &leads)
{
    LeadCounts counts;
    f.change([&](WriteTransaction &t) -> Result<void> {
        const auto done = t.importLeads(leads);
        if (!done)
            return done.error();
        counts = *done;
        return {};
    });
    return counts;
}

Lead listed(StoreFixture &f, const char *address)
{
    return *f.read([&](ReadSession &s) { return s.listedLead(QString::fromUtf8(address)); });
}

QStringList found(StoreFixture &f, const QString &search)
{
    ListQuery query;
    query.scope = Scope::All;
    query.search = search;
    const auto rows = *f.read([&](ReadSession &s) { return s.page(query, {}, 50); });
    const auto keys = *f.read([&](ReadSession &s) { return s.keys(query); });
    QStringList out;
    QSet<ConversationId> paged;
    QSet<ConversationId> all;
    for (const ConversationRow &row : rows) {
        out.append(row.prospectAddress);
        paged.insert(row.id);
    }
    for (const ListKey &key : keys) {
        all.insert(key.id);
        if (f.read([&](ReadSession &s) { return s.membership({key.id}, query); })->size() != 1)
            out.append(QStringLiteral("membership differs"));
    }
    if (paged != all)
        out.append(QStringLiteral("keys differ"));
    out.sort();
    return out;
}

} // namespace

class tst_Leads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void import_again_updatesAndNeverDoubles()
    {
        StoreFixture f;
        Lead mara = lead("Mara@ACME.test", "Acme", "Spring");
        mara.firstName = QStringLiteral("Mara");
        mara.fields = {{QStringLiteral("Size"), QStringLiteral("50")}};
        QCOMPARE(import(f, {mara}).added, 1);
        QCOMPARE(import(f, {mara}).unchanged, 1);
        Lead again = lead("mara@acme.test", "Acme GmbH");
        again.fields = {{QStringLiteral("size"), QStringLiteral("60")}, {QStringLiteral("Land"), QStringLiteral("DE")}};
        QCOMPARE(import(f, {again}).updated, 1);
        const Lead now = listed(f, "MARA@acme.test");
        QCOMPARE(now.address, QStringLiteral("mara@acme.test"));
        QCOMPARE(now.company, QStringLiteral("Acme GmbH"));
        QCOMPARE(now.campaign, QStringLiteral("Spring")); // an empty cell says nothing
        QCOMPARE(now.firstName, QStringLiteral("Mara"));
        QCOMPARE(now.fields.size(), 2);
        QCOMPARE(now.fields.first().value, QStringLiteral("60"));
        QCOMPARE(f.read([](ReadSession &s) { return s.listedAmong({QStringLiteral("MARA@acme.test"), QStringLiteral("x@y.test")}); })->size(), 1);
    }

    void import_keepsWhatIsSaid_withinBounds()
    {
        StoreFixture f;
        Lead mara = lead("mara@acme.test", "Acme");
        mara.timeZone = QStringLiteral("Europe/Berlin");
        mara.fields = {{QStringLiteral("Size"), QStringLiteral("50")}};
        for (int i = 0; i < 80; ++i)
            mara.fields.append({QStringLiteral("Field %1").arg(i), QString(1000, QLatin1Char('x'))});
        import(f, {mara});
        QCOMPARE(listed(f, "mara@acme.test").timeZone, QStringLiteral("Europe/Berlin"));
        QCOMPARE(listed(f, "mara@acme.test").fields.size(), 60);
        QCOMPARE(listed(f, "mara@acme.test").fields.last().value.size(), 500);
        Lead again = lead("mara@acme.test", qPrintable(QString(1000, QLatin1Char('c'))));
        again.timeZone = QStringLiteral("UTC+2");
        again.fields = {{QStringLiteral("Size"), QStringLiteral(" ")}}; // says nothing
        import(f, {again});
        QCOMPARE(listed(f, "mara@acme.test").timeZone, QStringLiteral("UTC+2"));
        QCOMPARE(listed(f, "mara@acme.test").company.size(), 500);
        QCOMPARE(listed(f, "mara@acme.test").fields.first().value, QStringLiteral("50"));
    }

    void import_namesThePerson_andTheirRowShowsIt()
    {
        StoreFixture f;
        Lead mara = lead("mara@acme.test", "Acme");
        mara.firstName = QStringLiteral("Mara");
        mara.lastName = QStringLiteral("Petersen");
        import(f, {mara});
        f.ingest(MailBuilder("a@acme.test").from("mara@acme.test").to("anna@us.test").in(f.anna.inbox, 1));
        const ConversationRow row = f.list(Scope::NeedsAnswer).first();
        QCOMPARE(row.prospectName, QStringLiteral("Mara Petersen"));
        f.lastChanges = {};
        import(f, {mara});
        QVERIFY(!f.lastChanges.conversations.contains(row.id)); // nothing new
        import(f, {lead("mara@acme.test", "Nova")});
        QVERIFY(f.lastChanges.conversations.contains(row.id));
    }

    void import_movesTheirOtherMailToTheInbox_andNewMailFollows()
    {
        StoreFixture f;
        f.ingest(MailBuilder("a@acme.test").from("Mara <mara@acme.test>").to("anna@us.test").subject(QStringLiteral("One")).in(f.anna.inbox, 1));
        f.ingest(MailBuilder("b@acme.test").from("Mara <mara@acme.test>").to("ben@us.test").subject(QStringLiteral("Two")).minute(5).in(f.ben.inbox, 1));
        QCOMPARE(f.list(Scope::Other).size(), 2);
        const LeadCounts counts = import(f, {lead("mara@acme.test", "Acme"), lead("new@acme.test"), lead("anna@us.test")});
        QCOMPARE(counts.added, 2); // our own mailbox is nobody's lead
        QCOMPARE(counts.moved, 2);
        QCOMPARE(f.list(Scope::Other).size(), 0);
        const auto rows = f.list(Scope::NeedsAnswer);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().messages, 2);
        QCOMPARE(rows.first().company, QStringLiteral("Acme"));
        // Somebody of the list who writes for the first time, and by a header thread of a stranger.
        f.ingest(MailBuilder("s@else.test").from("sam@else.test").to("anna@us.test").subject(QStringLiteral("Hello")).minute(6).in(f.anna.inbox, 2));
        f.ingest(MailBuilder("n@acme.test").from("New <new@acme.test>").to("anna@us.test").inReplyTo("s@else.test").minute(7).in(f.anna.inbox, 3));
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 2);
        QCOMPARE(f.inconsistency(), QString());
    }

    void import_doesNotOverruleTheRep()
    {
        StoreFixture f;
        f.ingest(MailBuilder("out@us.test").from("anna@us.test").to("mara@acme.test").own().in(f.anna.sent, 1));
        f.ingest(MailBuilder("in@acme.test").from("mara@acme.test").to("anna@us.test").minute(5).inReplyTo("out@us.test").in(f.anna.inbox, 1));
        f.apply(TriageVerb::MoveToOther, f.list(Scope::NeedsAnswer).first().id);
        import(f, {lead("mara@acme.test", "Acme")});
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 0);
        QCOMPARE(f.list(Scope::Other).size(), 1);
    }

    void lead_isInThePane()
    {
        StoreFixture f;
        f.ingest(MailBuilder("a@acme.test").from("Mara <mara@acme.test>").to("anna@us.test").in(f.anna.inbox, 1));
        import(f, {lead("mara@acme.test", "Acme", "Spring")});
        const auto row = f.list(Scope::All).first();
        const LeadInfo info = *f.read([&](ReadSession &s) { return s.lead(row.id); });
        QCOMPARE(info.listed.company, QStringLiteral("Acme"));
        QCOMPARE(row.campaign, QStringLiteral("Spring"));
    }

    void search_findsCompanyAndCampaign_beside_theWordsOfTheMail()
    {
        StoreFixture f;
        const auto mail = [&](const char *id, const char *from, const char *text, int n) {
            f.ingest(MailBuilder(id).from(from).to("anna@us.test").text(QString::fromUtf8(text)).minute(n).in(f.anna.inbox, quint32(n)));
        };
        mail("1@a.test", "mara@a.test", "what is your pricing", 1);
        mail("2@b.test", "tom@b.test", "no thanks", 2);
        mail("3@c.test", "kim@c.test", "Nordlicht is a nice name", 3);
        import(f, {lead("mara@a.test", "Nordlicht Gebäude GmbH", "Spring 26"), lead("tom@b.test", "Südwind", "Spring 26"), lead("kim@c.test"), lead("void@d.test", "Nordlicht")});
        const QString mara = QStringLiteral("mara@a.test");
        const QString tom = QStringLiteral("tom@b.test");
        const QString kim = QStringLiteral("kim@c.test");
        QCOMPARE(found(f, QStringLiteral("company:nord")), QStringList{mara});
        QCOMPARE(found(f, QStringLiteral("company:\"gebaude gmbh\"")), QStringList{mara});
        QCOMPARE(found(f, QStringLiteral("-company:nordlicht")), (QStringList{kim, tom}));
        QCOMPARE(found(f, QStringLiteral("campaign:spring")), (QStringList{mara, tom}));
        QCOMPARE(found(f, QStringLiteral("nordlicht")), (QStringList{kim, mara}));
        QCOMPARE(found(f, QStringLiteral("nordlicht pricing ")), QStringList{mara});
        QCOMPARE(found(f, QStringLiteral("nordlicht spring ")), QStringList{mara});
        QCOMPARE(found(f, QStringLiteral("nordlicht thanks ")), QStringList());
        QCOMPARE(found(f, QStringLiteral("subject:nordlicht")), QStringList());
        // Bounds are those of the mail, also where all the words are from the list.
        QCOMPARE(found(f, QStringLiteral("gebaude after:2001-01-01")), QStringList{mara});
        QCOMPARE(found(f, QStringLiteral("gebaude before:2001-01-01")), QStringList());
        import(f, {lead("tom@b.test", "Nordlicht")}); // renamed: the index follows
        QCOMPARE(found(f, QStringLiteral("company:nord")), (QStringList{mara, tom}));
        QCOMPARE(found(f, QStringLiteral("company:sudwind")), QStringList());
        import(f, {lead("tom@b.test", "Nordlicht", "Autumn")});
        QCOMPARE(found(f, QStringLiteral("campaign:autumn")), QStringList{tom});
        QCOMPARE(found(f, QStringLiteral("campaign:spring")), QStringList{mara});
        const auto ways = f.read([](ReadSession &s) { return s.completeSearch(QStringLiteral("company:nord"), 5); });
        QCOMPARE(ways->size(), 2);
        QCOMPARE(ways->last().insert, QStringLiteral("company:\"Nordlicht Gebäude GmbH\" "));
        QCOMPARE(ways->last().count, f.list({.scope = Scope::All, .search = QStringLiteral("company:\"Nordlicht Gebäude GmbH\""), .everywhere = true}).size());
        QCOMPARE(ways->last().count, 1);
    }

    void manyLeads_takeLittleEach()
    {
        StoreFixture f;
        QElapsedTimer timer;
        timer.start();
        qint64 longest = 0;
        for (int at = 0; at < 4'000; at += 200) {
            QList<Lead> piece;
            for (int i = at; i < at + 200; ++i) {
                Lead one = lead(qPrintable(QStringLiteral("lead%1@company%2.test").arg(i).arg(i / 7)), "Company", "Spring");
                one.fields = {{QStringLiteral("Size"), QString::number(i)}};
                piece.append(one);
            }
            QElapsedTimer one;
            one.start();
            import(f, piece);
            longest = std::max(longest, one.elapsed());
        }
        qInfo("4,000 leads in %lld ms, the longest piece %lld ms", timer.elapsed(), longest);
        QVERIFY(timer.elapsed() < 60'000);
    }

    void samePerson_sameNameAndDomain_isProposed_joined_andTakenApart()
    {
        StoreFixture f;
        f.ingest(MailBuilder("out@us.test").from("anna@us.test").to("Mara Petersen <mara@acme.test>").own().in(f.anna.sent, 1));
        f.ingest(MailBuilder("in@acme.test").from("Mara Petersen <mara@acme.test>").to("anna@us.test").minute(5).inReplyTo("out@us.test").in(f.anna.inbox, 1));
        f.ingest(MailBuilder("new@acme.test").from("Mara Petersen <m.petersen@acme.test>").to("anna@us.test").subject(QStringLiteral("Other")).minute(9).in(f.anna.inbox, 2));
        f.ingest(MailBuilder("no@else.test").from("Mara Petersen <mara@else.test>").to("anna@us.test").minute(10).in(f.anna.inbox, 3));
        const ConversationRow prospect = f.list(Scope::NeedsAnswer).first();
        ConversationRow other;
        for (const ConversationRow &row : f.list(Scope::Other)) {
            if (row.prospectAddress == QLatin1String("m.petersen@acme.test"))
                other = row;
        }
        const auto hints = [&](ConversationId id) { return *f.read([&](ReadSession &s) { return s.samePerson(id); }); };
        QCOMPARE(hints(other.id).size(), 1);
        const SamePersonHint hint = hints(other.id).first();
        QCOMPARE(hint.reason, SamePersonReason::SameName);
        QCOMPARE(hint.otherAddress, QStringLiteral("mara@acme.test"));
        QCOMPARE(hint.other, prospect.id);
        QCOMPARE(hints(prospect.id).size(), 1); // from both sides
        TriageAction action;
        action.verb = TriageVerb::SamePerson;
        action.conversations = {other.id};
        action.with = hint.other;
        action.address = hint.otherAddress;
        f.change([&](WriteTransaction &t) -> Result<void> {
            if (const auto noted = t.setNote(other.id, QStringLiteral("hers")); !noted)
                return noted;
            const auto done = t.apply(action);
            return done ? Result<void>() : Result<void>(done.error());
        });
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);
        QCOMPARE(f.messages(prospect.id).size(), 3);
        QVERIFY(hints(prospect.id).isEmpty());
        QCOMPARE(f.inconsistency(), QString());
        // What comes meanwhile finds the one conversation, and the right one afterwards.
        f.ingest(MailBuilder("more@acme.test").from("m.petersen@acme.test").to("anna@us.test").minute(20).in(f.anna.inbox, 4));
        f.ingest(MailBuilder("old@acme.test").from("mara@acme.test").to("anna@us.test").minute(21).in(f.anna.inbox, 5));
        QCOMPARE(f.messages(prospect.id).size(), 5);
        f.undo();
        QCOMPARE(f.messages(prospect.id).size(), 3);
        QCOMPARE(f.messages(other.id).size(), 2);
        QCOMPARE(f.read([&](ReadSession &s) { return s.lead(other.id); })->note, QStringLiteral("hers"));
        QCOMPARE(f.read([&](ReadSession &s) { return s.lead(prospect.id); })->note, QString());
        QCOMPARE(f.list(Scope::NeedsAnswer).size(), 1);
        QCOMPARE(f.list(Scope::Other).size(), 2);
        QCOMPARE(f.inconsistency(), QString());
        QCOMPARE(hints(other.id).size(), 1);
        f.change([&](WriteTransaction &t) { return t.rejectSamePerson(hint.address, hint.otherAddress); });
        QVERIFY(hints(other.id).isEmpty());
        QVERIFY(hints(prospect.id).isEmpty());
    }

    void samePerson_twoProspects_joined_keepDecisionsAndUndoOfEarlierSteps()
    {
        StoreFixture f;
        f.ingest(MailBuilder("o1@us.test").from("anna@us.test").to("Mara Petersen <mara@acme.test>").own().in(f.anna.sent, 1));
        f.ingest(MailBuilder("o2@us.test").from("ben@us.test").to("Mara Petersen <m.petersen@acme.test>").minute(1).own().in(f.ben.sent, 1));
        f.ingest(MailBuilder("i2@acme.test").from("Mara Petersen <m.petersen@acme.test>").to("ben@us.test").minute(5).inReplyTo("o2@us.test").in(f.ben.inbox, 1));
        const ConversationRow second = f.list(Scope::NeedsAnswer).first();
        ConversationId first;
        for (const ConversationRow &row : f.list(Scope::All)) {
            if (row.id != second.id)
                first = row.id;
        }
        f.apply(TriageVerb::SetCategory, second.id, Category::Interested);
        TriageAction action;
        action.verb = TriageVerb::SamePerson;
        action.conversations = {first};
        action.with = second.id;
        action.address = QStringLiteral("m.petersen@acme.test");
        f.change([&](WriteTransaction &t) -> Result<void> {
            const auto done = t.apply(action);
            return done ? Result<void>() : Result<void>(done.error());
        });
        QCOMPARE(f.list(Scope::All).size(), 1);
        QCOMPARE(f.list(Scope::All).first().category, Category::Interested);
        QCOMPARE(f.list(Scope::All).first().accounts.size(), 2);
        f.undo();
        QCOMPARE(f.list(Scope::All).size(), 2);
        QCOMPARE(f.list(Scope::NeedsAnswer).first().id, second.id);
        QCOMPARE(f.list(Scope::NeedsAnswer).first().category, Category::Interested);
        QCOMPARE(f.inconsistency(), QString());
        f.undo(); // the category
        QCOMPARE(f.list(Scope::NeedsAnswer).first().category, Category::Unsorted);
        QCOMPARE(f.inconsistency(), QString());
    }

    void samePerson_byChangedAddress_andByQuote_neverBySubject()
    {
        StoreFixture f;
        f.ingest(MailBuilder("out@us.test").from("anna@us.test").to("Mara <mara@old.test>").subject(QStringLiteral("quick question")).own().in(f.anna.sent, 1));
        IncomingMessage moved = MailBuilder("auto@old.test").from("Mara <mara@old.test>").to("anna@us.test").minute(3).outOfOffice("out@us.test").in(f.anna.inbox, 1);
        moved.verdict.autoReplyType = QStringLiteral("address-changed");
        moved.verdict.standIn = QStringLiteral("Mara <mara@new.test>");
        f.ingest(moved);
        const ConversationId prospect = f.list(Scope::All).first().id;
        const auto hints = [&](ConversationId id) { return *f.read([&](ReadSession &s) { return s.samePerson(id); }); };
        QCOMPARE(hints(prospect).size(), 1); // has not written yet
        QVERIFY(!hints(prospect).first().other.isValid());
        f.ingest(MailBuilder("n@new.test").from("Mara <mara@new.test>").to("anna@us.test").subject(QStringLiteral("Re: quick question")).minute(8).in(f.anna.inbox, 2));
        IncomingMessage quoting = MailBuilder("c@asst.test").from("Carl <carl@asst.test>").to("anna@us.test").subject(QStringLiteral("Re: quick question")).minute(9)
                                      .text(QStringLiteral("I answer for her.\n\nOn Monday anna@us.test wrote to mara@old.test:\n> a quick question")).in(f.anna.inbox, 3);
        quoting.parsed.newText = QStringLiteral("I answer for her.");
        f.ingest(quoting);
        f.ingest(MailBuilder("x@sub.test").from("Sub Ject <x@sub.test>").to("anna@us.test").subject(QStringLiteral("Re: quick question")).minute(10)
                     .text(QStringLiteral("Hello")).in(f.anna.inbox, 4));
        for (const ConversationRow &row : f.list(Scope::Other)) {
            const auto of = hints(row.id);
            if (row.prospectAddress == QLatin1String("x@sub.test")) {
                QVERIFY(of.isEmpty());
                continue;
            }
            QCOMPARE(of.size(), 1);
            QCOMPARE(of.first().other, prospect);
            QCOMPARE(of.first().reason, row.prospectAddress == QLatin1String("mara@new.test") ? SamePersonReason::AddressChanged : SamePersonReason::QuotedMail);
        }
        // Before they write: the address is known from now on.
        TriageAction action;
        action.verb = TriageVerb::SamePerson;
        action.conversations = {prospect};
        action.address = QStringLiteral("soon@new.test");
        f.change([&](WriteTransaction &t) -> Result<void> {
            const auto done = t.apply(action);
            return done ? Result<void>() : Result<void>(done.error());
        });
        f.ingest(MailBuilder("soon@new.test").from("soon@new.test").to("anna@us.test").minute(30).in(f.anna.inbox, 9));
        QCOMPARE(f.messages(prospect).size(), 3);
        QCOMPARE(f.inconsistency(), QString());
    }
};

INLET_TEST(tst_Leads)
#include "tst_Leads.moc"
