// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/LeadFile.h"
#include "engine/StoreLeadDesk.h"
#include "support/MailBuilder.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace inlet;
using namespace inlet::engine;

namespace
{

LeadSheet sheetOf(const QString &text)
{
    return openLeadFile(text.toUtf8());
}

/// Takes a few writes; then its disk is full.
class SmallStore : public store::Store
{
public:
    SmallStore(store::Store &whole, int writes) : m_whole(whole), m_left(writes) {}
    void write(const char *name, Write work, Done done, store::Urgency urgency) override
    {
        if (m_left-- > 0)
            m_whole.write(name, std::move(work), std::move(done), urgency);
        else
            done(Error{ErrorKind::Storage, QStringLiteral("The disk is full."), {}, "disk-full"});
    }
    Result<void> writeAndWait(const char *name, Write work) override { return m_whole.writeAndWait(name, std::move(work)); }
    void read(const QByteArray &slot, Read work) override { m_whole.read(slot, std::move(work)); }
    void readHere(const Read &work) override { m_whole.readHere(work); }
    void settle() override { m_whole.settle(); }
    void observe(Observer observer) override { m_whole.observe(std::move(observer)); }
    [[nodiscard]] qint64 databaseBytes() const override { return m_whole.databaseBytes(); }

private:
    store::Store &m_whole;
    std::atomic<int> m_left;
};

} // namespace

class tst_LeadFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void titles_ofManyLanguages_areUnderstood_data()
    {
        QTest::addColumn<QString>("header");
        const auto row = [](const char *name, const char *header) { QTest::newRow(name) << QString::fromUtf8(header); };
        // Always: email, first name, last name, company, job title, phone, website, city, campaign.
        row("en", "E-mail Address,First Name,Last Name,Company,Job Title,Phone,Website,City,Campaign");
        row("de", "E-Mail-Adresse;Vorname;Nachname;Firma;Position;Telefon;Webseite;Ort;Kampagne");
        row("fr", "Adresse e-mail;Prénom;Nom de famille;Société;Fonction;Téléphone;Site web;Ville;Campagne");
        row("es", "Correo electrónico;Nombre;Apellidos;Empresa;Cargo;Teléfono;Sitio web;Ciudad;Campaña");
        row("it", "E-mail;Nome;Cognome;Azienda;Ruolo;Telefono;Sito web;Città;Campagna");
        row("nl", "E-mailadres;Voornaam;Achternaam;Bedrijf;Functie;Telefoon;Website;Plaats;Campagne");
        row("pt", "E-mail\tPrimeiro nome\tSobrenome\tEmpresa\tCargo\tTelefone\tSite\tCidade\tCampanha");
        row("pl", "Adres e-mail;Imię;Nazwisko;Nazwa firmy;Stanowisko;Telefon;Strona WWW;Miasto;Kampania");
        row("sv", "E-post;Förnamn;Efternamn;Företag;Befattning;Telefon;Hemsida;Ort;Kampanj");
        row("lv", "E-pasts;Vārds;Uzvārds;Uzņēmums;Amats;Tālrunis;Mājaslapa;Pilsēta;Kampaņa");
        row("ru", "Почта;Имя;Фамилия;Компания;Должность;Телефон;Сайт;Город;Кампания");
        row("ja", "メールアドレス,名,姓,会社名,役職,電話番号,ウェブサイト,都市,キャンペーン");
    }
    void titles_ofManyLanguages_areUnderstood()
    {
        QFETCH(QString, header);
        const LeadSheet sheet = sheetOf(header + QStringLiteral("\nx\n"));
        QList<LeadTarget> targets;
        for (const LeadColumn &column : sheet.columns)
            targets.append(column.target);
        using enum LeadTarget;
        QCOMPARE(targets, (QList{Email, FirstName, LastName, Company, Title, Phone, Web, City, Campaign}));
        QCOMPARE(sheet.mappingProblem(), QString());
    }

    void encodings_areGuessed_data()
    {
        QTest::addColumn<QByteArray>("octets");
        const QString text = QStringLiteral("email;Firma\nmara@acme.test;Müller – Söhne\n");
        QStringEncoder wide(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
        QTest::newRow("UTF-8") << text.toUtf8();
        QTest::newRow("UTF-8 with mark") << "\xEF\xBB\xBF" + text.toUtf8();
        QTest::newRow("UTF-16") << QByteArray(wide(text));
        QTest::newRow("Windows-1252") << QByteArray("email;Firma\r\nmara@acme.test;M\xFCller \x96 S\xF6hne\r\n");
        QTest::newRow("named separator") << "sep=;\r\n" + text.toUtf8();
    }
    void encodings_areGuessed()
    {
        QFETCH(QByteArray, octets);
        const LeadList list = readLeads(openLeadFile(octets));
        QCOMPARE(list.leads.size(), 1);
        QCOMPARE(list.leads.first().company, QStringLiteral("Müller – Söhne"));
    }

    void everyColumn_goesWhereItBelongs()
    {
        LeadSheet sheet = sheetOf(QStringLiteral(
            "Email,First Name,Last Name,Company,Job Title,Phone,Website,City,Timezone,Campaign,Size\n"
            "mara@acme.test,Mara,Petersen,Acme,Buyer,'+49 40 1,acme.test,Hamburg,Europe/Berlin,Spring,\n"));
        store::Lead wanted{QStringLiteral("mara@acme.test"), QStringLiteral("Mara"), QStringLiteral("Petersen"), QStringLiteral("Acme"),
            QStringLiteral("Buyer"), QStringLiteral("+49 40 1"), QStringLiteral("acme.test"), QStringLiteral("Hamburg"),
            QStringLiteral("Europe/Berlin"), QStringLiteral("Spring"), {}};
        QCOMPARE(readLeads(sheet).leads, QList{wanted});
        sheet.columns[5].target = LeadTarget::Ignore;
        wanted.phone.clear();
        QCOMPARE(readLeads(sheet).leads, QList{wanted});
    }

    void targets_areGuessedFromTheirNeighbours_data()
    {
        using enum LeadTarget;
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<LeadTarget>>("targets");
        const auto row = [](const char *name, const char *text, const QList<LeadTarget> &targets) {
            QTest::newRow(name) << QString::fromUtf8(text) << targets;
        };
        row("two for the same", "Email,Work email,Vorname\na@x.test,b@x.test,A\n", {Email, Custom, FirstName});
        row("name beside first name", "First name,Name,Email\nA,B,a@x.test\n", {FirstName, LastName, Email});
        row("name alone", "Name,Email\nA B,a@x.test\n", {FullName, Email});
        row("addresses under another title", "Who,Referred by\na@x.test,\nb@x.test,c@x.test\n", {Email, Custom});
    }
    void targets_areGuessedFromTheirNeighbours()
    {
        QFETCH(QString, text);
        LeadSheet sheet = sheetOf(text);
        // A list whose first line has an address has no titles.
        QVERIFY(sheet.hasHeader);
        QList<LeadTarget> targets;
        for (const LeadColumn &column : std::as_const(sheet.columns))
            targets.append(column.target);
        QTEST(targets, "targets");
    }

    void columns_showWhatStandsInThem()
    {
        const LeadSheet sheet = sheetOf(QStringLiteral("email,\na@x.test,1\nb@x.test,1\nc@x.test,\nd@x.test,2\ne@x.test,3\nf@x.test,4\n"));
        QCOMPARE(sheet.columns.at(1).header, QStringLiteral("Column 2"));
        QCOMPARE(sheet.columns.at(1).samples, (QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}));
    }

    void addresses_asTheyAreWritten()
    {
        const LeadList list = readLeads(sheetOf(QStringLiteral("email,Full name,First name,Last name\nmailto:Mara@acme.test,Dr. M. Petersen-X,Mara,Petersen\nTom <tom@acme.test>,Tom Two,,\n")));
        QCOMPARE(list.leads.size(), 2);
        QCOMPARE(list.leads.first().address, QStringLiteral("mara@acme.test"));
        QCOMPARE(list.leads.last().address, QStringLiteral("tom@acme.test"));
        QCOMPARE(list.leads.last().lastName, QStringLiteral("Two"));
    }

    void fullName_doesNotOverruleItsParts()
    {
        const LeadList list = readLeads(sheetOf(QStringLiteral("email,First name,Last name,Full name\nmara@acme.test,Mara,Petersen,Dr. X\n")));
        QCOMPARE(list.leads.first().firstName, QStringLiteral("Mara"));
        QCOMPARE(list.leads.first().lastName, QStringLiteral("Petersen"));
    }

    void manyBadLines_areCountedAll_andNamedInPart()
    {
        QString text = QStringLiteral("email,Note\n");
        for (int i = 0; i < 1500; ++i)
            text += QStringLiteral("nonsense%1,\n").arg(i);
        text += QStringLiteral("a@x.test,") + QString(5000, QLatin1Char('n'));
        const LeadList list = readLeads(sheetOf(text));
        QCOMPARE(list.unusable, 1500);
        QCOMPARE(list.problems.size(), 1000);
        QCOMPARE(list.leads.size(), 1);
        QCOMPARE(list.leads.first().fields.first().value.size(), 2000);
    }

    void lines_thatCannotBeUsed_areNamed()
    {
        const LeadList list = readLeads(sheetOf(QStringLiteral(
            "name,email,Size\nMara Petersen,mara@acme.test,5\n\"Tom\nTwo\",nonsense,6\n,,\n,jo@acme,\nX,MARA@acme.test,7\n\"Kim, Lee\",<lee@acme.test>,8\nQ,q@acme.test,\"open\n")));
        QCOMPARE(list.leads.size(), 2);
        QCOMPARE(list.leads.first().firstName, QStringLiteral("Mara"));
        QCOMPARE(list.leads.first().lastName, QStringLiteral("Petersen"));
        QCOMPARE(list.leads.first().fields, (QList<store::LeadField>{{QStringLiteral("Size"), QStringLiteral("5")}}));
        QCOMPARE(list.leads.last().address, QStringLiteral("lee@acme.test"));
        QCOMPARE(list.leads.last().lastName, QStringLiteral("Kim"));
        QCOMPARE(list.unusable, 4);
        QCOMPARE(list.duplicates, 1);
        QList<int> lines;
        for (const LeadProblem &problem : list.problems)
            lines.append(problem.line);
        QCOMPARE(lines, (QList{3, 5, 6, 7, 9}));
    }

    void signThatCannotBeSeen_isShown()
    {
        const LeadList list = readLeads(sheetOf(QStringLiteral("email\njo\u200b@acme.test\n\u202eab@acme.test\n")));
        QCOMPARE(list.unusable, 2);
        for (const LeadProblem &problem : list.problems)
            QVERIFY2(problem.text.contains(QChar::ReplacementCharacter), qPrintable(problem.text));
    }

    void listWithoutHeader_findsTheAddresses()
    {
        const LeadSheet sheet = sheetOf(QStringLiteral("Mara;mara@acme.test\nTom;tom@acme.test\n"));
        QVERIFY(!sheet.hasHeader);
        QCOMPARE(sheet.columns.at(1).target, LeadTarget::Email);
        QCOMPARE(readLeads(sheet).leads.size(), 2);
    }

    void hostileLists_areReadWithoutHarm()
    {
        for (const QByteArray &octets : {QByteArray("\"\"\"\"\"\"\n\"\"\","), QByteArray(100'000, ','), QByteArray(100'000, '"'), QByteArray("sep=\n"), QByteArray("sep="),
                 QByteArray("email\n") + QByteArray(1'000'000, 'a') + "@x.test\n", QByteArray("\xFF\xFE"), QByteArray("email,email,email\na@b.test,c@d.test\n")}) {
            const LeadSheet sheet = openLeadFile(octets);
            QVERIFY(sheet.columns.size() <= 200);
            (void)readLeads(sheet);
        }
    }

    void desk_importsInPieces_stops_andIsRepeated()
    {
        QTemporaryDir dir;
        auto store = *store::openStore(dir.path());
        GuiRelay relay;
        QObject context;
        StoreLeadDesk subject(*store, relay);
        QByteArray text = "email,company\n";
        for (int i = 0; i < 5'000; ++i)
            text += "lead" + QByteArray::number(i) + "@acme.test,Acme\n";
        const LeadSheet sheet = openLeadFile(text);
        std::optional<Result<LeadProgress>> done;
        int told = 0;
        bool between = false;
        subject.importLeads(sheet, &context, [&](const LeadProgress &progress) {
            if (++told == 2) {
                // Somebody else writes meanwhile, and is served before the rest.
                store->write("note", [](store::WriteTransaction &t) { return t.suppress(QStringLiteral("no@acme.test"), {}); },
                    [&, relayed = relay.answer<bool>(&context, [&](const bool &) { between = !done.has_value(); })](const Result<void> &) { relayed(true); });
            }
            QVERIFY(progress.done <= progress.total);
        }, [&](const Result<LeadProgress> &result) { done.emplace(result); });
        QTRY_VERIFY_WITH_TIMEOUT(done.has_value(), 60'000);
        QVERIFY(*done);
        QCOMPARE((*done)->counts.added, 5'000);
        QVERIFY(told >= 25);
        QVERIFY(between);
        std::optional<Result<LeadList>> checked;
        subject.checkLeads(sheet, &context, [&](const Result<LeadList> &list) { checked.emplace(list); });
        QTRY_VERIFY(checked.has_value());
        QCOMPARE((*checked)->known, 5'000);
        QCOMPARE((*checked)->fresh(), 0);
        done.reset();
        subject.importLeads(sheet, &context, [&](const LeadProgress &) { subject.stopImport(); }, [&](const Result<LeadProgress> &result) { done.emplace(result); });
        QTRY_VERIFY(done.has_value());
        QVERIFY((*done)->stopped);
        QCOMPARE((*done)->counts.added, 0);
        QVERIFY((*done)->done < 5'000);
        // Changed, and in more than one piece.
        done.reset();
        LeadSheet changed = openLeadFile("email,company\nnew@acme.test,Acme\n" + text.mid(14).left(15'000).replace("Acme", "Nova"));
        const qint64 known = readLeads(changed).leads.size() - 1;
        QVERIFY(known > 400);
        subject.importLeads(changed, &context, [](const LeadProgress &) {}, [&](const Result<LeadProgress> &result) { done.emplace(result); });
        QTRY_VERIFY(done.has_value());
        QCOMPARE((*done)->counts.added, 1);
        QCOMPARE((*done)->counts.updated, known);
        // Another list ends the one that is on its way.
        std::optional<Result<LeadProgress>> second;
        done.reset();
        subject.importLeads(sheet, &context, [](const LeadProgress &) {}, [&](const Result<LeadProgress> &result) { done.emplace(result); });
        subject.importLeads(changed, &context, [](const LeadProgress &) {}, [&](const Result<LeadProgress> &result) { second.emplace(result); });
        QTRY_VERIFY(done.has_value() && second.has_value());
        QVERIFY((*done)->stopped);
        QVERIFY(!(*second)->stopped);
    }

    void desk_countsWhatCameToTheInbox_andEndsWhereTheDiskIsFull()
    {
        QTemporaryDir dir;
        auto store = *store::openStore(dir.path());
        QByteArray text = "email\n";
        for (int i = 0; i < 600; ++i)
            text += "lead" + QByteArray::number(i) + "@acme.test\n";
        QVERIFY(store->writeAndWait("set up", [](store::WriteTransaction &t) -> Result<void> {
            accounts::Account account;
            account.email = QStringLiteral("anna@us.test");
            imap::RemoteFolder inbox;
            inbox.wireName = "INBOX";
            inbox.name = QStringLiteral("INBOX");
            inbox.role = imap::FolderRole::Inbox;
            const FolderId folder = t.setFolders(*t.addAccount(account), {inbox})->first().id;
            const auto ingested = t.ingest({test::MailBuilder("a@acme.test").from("lead1@acme.test").to("anna@us.test").in(folder, 1),
                test::MailBuilder("b@acme.test").from("lead599@acme.test").to("anna@us.test").in(folder, 2)});
            return ingested ? Result<void>() : Result<void>(ingested.error());
        }));
        GuiRelay relay;
        QObject context;
        const LeadSheet sheet = openLeadFile(text);
        SmallStore small(*store, 1);
        for (const bool full : {true, false}) {
            StoreLeadDesk subject(full ? small : *store, relay);
            std::optional<Result<LeadProgress>> done;
            qint64 told = 0;
            subject.importLeads(sheet, &context, [&](const LeadProgress &progress) { told = progress.done; },
                [&](const Result<LeadProgress> &result) { done.emplace(result); });
            QTRY_VERIFY(done.has_value());
            if (full) {
                QCOMPARE(done->error().cause, QByteArray("disk-full"));
                QCOMPARE(told, 200); // what was stored stays
                continue;
            }
            QCOMPARE((*done)->counts.added, 400);
            QCOMPARE((*done)->counts.unchanged, 200);
            QCOMPARE((*done)->counts.moved, 1); // the other one came with the first piece
        }
    }

    void desk_oneLead_besideAnImport_overwritesNothing()
    {
        QTemporaryDir dir;
        auto store = *store::openStore(dir.path());
        GuiRelay relay;
        QObject context;
        StoreLeadDesk subject(*store, relay);
        QByteArray text = "email,first name,company,size\n";
        for (int i = 0; i < 1'000; ++i)
            text += "lead" + QByteArray::number(i) + "@acme.test,Mara,Acme,9\n";
        store::Lead fresh;
        fresh.address = QStringLiteral("new@acme.test");
        fresh.company = QStringLiteral("Nova");
        std::optional<Result<LeadProgress>> imported;
        std::optional<Result<store::LeadCounts>> answer;
        bool between = false;
        const auto add = [&](const store::Lead &lead) {
            answer.reset();
            subject.addLead(lead, &context, [&](const Result<store::LeadCounts> &counts) {
                answer.emplace(counts);
                between = !imported.has_value();
            });
        };
        subject.importLeads(openLeadFile(text), &context, [](const LeadProgress &) {}, [&](const Result<LeadProgress> &result) { imported.emplace(result); });
        add(fresh);
        QTRY_VERIFY(imported.has_value() && answer.has_value());
        QVERIFY(between);
        QVERIFY(!(*imported)->stopped);
        QCOMPARE((*imported)->counts.added, 1'000);
        QCOMPARE((*answer)->added, 1);
        store::Lead known{QStringLiteral("lead7@acme.test"), QStringLiteral("Mira"), QStringLiteral("Peters"), QStringLiteral("Nova"), {}, {}, {}, {}, {},
            QStringLiteral("Spring"), {{QStringLiteral("Size"), QStringLiteral("10")}, {QStringLiteral("Segment"), QStringLiteral("B")}}};
        add(known);
        QTRY_VERIFY(answer.has_value());
        QCOMPARE((*answer)->updated, 1);
        add(known);
        QTRY_VERIFY(answer.has_value());
        QCOMPARE((*answer)->unchanged, 1);
        store::Lead stored;
        store->readHere([&](store::ReadSession &session) { stored = *session.listedLead(known.address); });
        QCOMPARE(stored.firstName, QStringLiteral("Mara"));
        QCOMPARE(stored.lastName, QString());
        QCOMPARE(stored.company, QStringLiteral("Acme"));
        QCOMPARE(stored.campaign, QStringLiteral("Spring"));
        QCOMPARE(stored.fields.size(), 2);
        QCOMPARE(stored.fields.first().value, QStringLiteral("9"));
    }

    void suppressedAndOwn_areNamed()
    {
        QTemporaryDir dir;
        auto store = *store::openStore(dir.path());
        QVERIFY(store->writeAndWait("set up", [](store::WriteTransaction &t) -> Result<void> {
            accounts::Account account;
            account.email = QStringLiteral("anna@us.test");
            account.aliases = {QStringLiteral("Sales@us.test")};
            const auto added = t.addAccount(account);
            return added ? t.suppress(QStringLiteral("rival.test"), QStringLiteral("competitor")) : Result<void>(added.error());
        }));
        LeadList list = readLeads(sheetOf(QStringLiteral("email\nmara@acme.test\nANNA@us.test\nx@rival.test\nsales@us.test\nnonsense\n")));
        store->readHere([&](store::ReadSession &session) { QVERIFY(compareLeads(session, list)); });
        QCOMPARE(list.leads.size(), 2);
        QCOMPARE(list.unusable, 3);
        QCOMPARE(list.suppressed, 1);
        QList<int> lines;
        for (const LeadProblem &problem : std::as_const(list.problems))
            lines.append(problem.line);
        QCOMPARE(lines, (QList{3, 4, 5, 6})); // though the last was found first
        QCOMPARE(list.problems.at(1).kind, LeadProblem::Kind::Suppressed);
    }
};

INLET_TEST(tst_LeadFile)
#include "tst_LeadFile.moc"
