// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Mime.h"
#include "support/TestMain.h"

#include <QTest>

using namespace inlet::mime;

class tst_Trim : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trimText_findsTheNewWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const char *text, const char *words) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(words);
        };
        row("nothing to cut", "Hello Anna,\n\nsee you.\n", "Hello Anna,\n\nsee you.");
        row("marks", "Yes.\n\n> old\n> words\n", "Yes.");
        row("english", "Yes.\n\nOn Tue, Mar 3, 2026 at 10:20 AM Anna Berg <anna@acme.example> wrote:\n\n> old\n", "Yes.");
        row("english, no marks", "Yes.\n\nOn Mar 3, 2026, at 10:20, Anna Berg <anna@acme.example> wrote:\n\nold words\nmore\n", "Yes.");
        row("two lines", "Yes.\n\nOn Tue, Mar 3, 2026 at 10:20 AM Anna Berg <anna@acme.example>\nwrote:\n\n> old\n", "Yes.");
        row("three lines", "Yes.\n\nOn Mar 3, 2026, at 10:20 AM, Anna <\nanna.with.a.long.name@acme.example>\nwrote:\n\n> old\n", "Yes.");
        row("german", "Ja.\n\nAm Di., 3. März 2026 um 10:20 Uhr schrieb Anna Berg <anna@acme.example>:\n\n> alt\n", "Ja.");
        row("french", "Oui.\n\nLe mar. 3 mars 2026 à 10:20, Anna Berg <anna@acme.example> a écrit :\n\n> vieux\n", "Oui.");
        row("spanish", "Sí.\n\nEl mar, 3 mar 2026 a las 10:20, Anna Berg (<anna@acme.example>) escribió:\n\n> viejo\n", "Sí.");
        row("italian", "Sì.\n\nIl giorno mar 3 mar 2026 alle ore 10:20 Anna Berg <anna@acme.example> ha scritto:\n\n> vecchio\n", "Sì.");
        row("dutch", "Ja.\n\nOp di 3 mrt 2026 om 10:20 schreef Anna Berg <anna@acme.example>:\n\n> oud\n", "Ja.");
        row("portuguese", "Sim.\n\nEm ter., 3 de mar. de 2026 às 10:20, Anna Berg <anna@acme.example> escreveu:\n\n> velho\n", "Sim.");
        row("polish", "Tak.\n\nwt., 3 mar 2026 o 10:20 Anna Berg <anna@acme.example> napisał(a):\n\n> stare\n", "Tak.");
        row("swedish", "Ja.\n\nDen tis 3 mars 2026 kl 10:20 skrev Anna Berg <anna@acme.example>:\n\n> gammalt\n", "Ja.");
        row("latvian", "Jā.\n\nOtrd., 2026. g. 3. marts, plkst. 10:20, Anna Berg <anna@acme.example> rakstīja:\n\n> vecs\n", "Jā.");
        row("russian", "Да.\n\nвт, 3 мар. 2026 г. в 10:20, Anna Berg <anna@acme.example>:\n\n> старое\n", "Да.");
        row("japanese", "はい。\n\n2026年3月3日(火) 10:20 Anna Berg <anna@acme.example>:\n\n> 古い\n", "はい。");
        row("outlook", "Yes.\n\n-----Original Message-----\nFrom: Anna\nSent: Tuesday\nTo: Mara\nSubject: Offer\n\nold\n", "Yes.");
        row("outlook block", "Yes.\n\nFrom: Anna Berg <anna@acme.example>\nSent: Tuesday, March 3, 2026\nTo: Mara\nSubject: Offer\n\nold\n", "Yes.");
        row("outlook german", "Ja.\n\nVon: Anna Berg <anna@acme.example>\nGesendet: Dienstag, 3. März 2026\nAn: Mara\nBetreff: Angebot\n\nalt\n", "Ja.");
        row("outlook latvian", "Jā.\n\nNo: Anna Berg <anna@acme.example>\nNosūtīts: otrdien\nKam: Mara\nTēma: Offer\n\nvecs\n", "Jā.");
        row("outlook line", "Yes.\n\n________________________________\nFrom: Anna Berg <anna@acme.example>\nSent: Tuesday\nTo: Mara\nSubject: Offer\n\nold\n", "Yes.");
        row("bold labels", "Yes.\n\n*From:* Anna Berg <anna@acme.example>\n*Sent:* Tuesday\n*To:* Mara\n*Subject:* Offer\n\nold\n", "Yes.");
        row("forward", "FYI\n\n---------- Forwarded message ---------\nFrom: Anna\nSubject: x\n\nold\n", "FYI");
        row("interleaved", "On 3 Mar 2026 at 10:20, Anna wrote:\n> one?\nYes.\n> two?\nNo.\n", "Yes.\n\nNo.");
        row("bottom posted", "On 3 Mar 2026 at 10:20, Anna wrote:\n> one\n> two\n\nMy answer.\n", "My answer.");
        row("sentence with a date", "On 3 March 2026 we met at 10:20 and I wrote down the following points:\n\nfirst\nsecond\n",
            "On 3 March 2026 we met at 10:20 and I wrote down the following points:\n\nfirst\nsecond");
        row("colon lines", "Date: we need one\nPrice: too high\nOtherwise fine.\n", "Date: we need one\nPrice: too high\nOtherwise fine.");
        row("delimiter", "Yes.\n\n-- \nMara\nNorthwind\n", "Yes.");
        row("iphone", "Yes.\n\nSent from my iPhone\n", "Yes.");
        row("iphone german", "Ja.\n\nVon meinem iPhone gesendet\n", "Ja.");
        row("iphone latvian", "Jā.\n\nNosūtīts no mana iPhone\n", "Jā.");
        row("outlook mobile", "Yes.\n\nGet Outlook for iOS<https://aka.ms/x>\n", "Yes.");
        row("sent from is a sentence", "I am late.\n\nSent from my desk, as always, with love.\n", "I am late.\n\nSent from my desk, as always, with love.");
        row("closing stays", "Yes.\n\nBest regards,\nMara\n", "Yes.\n\nBest regards,\nMara");
        row("contact block goes", "Yes, send it over please.\n\nBest regards,\nMara Petersen\nNorthwind Ltd\nTel: +371 2000 0000\nmara@northwind.example\n", "Yes, send it over please.");
        row("company footer", "Yes.\n\nBest,\nMara\n\nThis e-mail and any attachments are confidential and intended solely for the\nuse of the individual to whom it is addressed.\n", "Yes.\n\nBest,\nMara");
        row("company footer german", "Ja.\n\nViele Grüße\nMara\n\nDiese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, informieren Sie bitte den Absender.\n", "Ja.\n\nViele Grüße\nMara");
        row("company footer french", "Yes.\n\nCe message et toutes les pièces jointes sont confidentiels et établis à l'intention exclusive de leurs destinataires. Toute divulgation est interdite.\n", "Yes.");
        row("company footer spanish", "Yes.\n\nLe informamos que sus datos personales serán tratados por Norte S.A. como responsable, con el fin de mantener la relación comercial.\n", "Yes.");
        row("company footer italian", "Yes.\n\nAi sensi del Regolamento UE 2016/679 le informazioni contenute in questo messaggio sono riservate e destinate al solo destinatario.\n", "Yes.");
        row("company footer dutch", "Yes.\n\nDe informatie in dit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde. Openbaarmaking is niet toegestaan.\n", "Yes.");
        row("company footer portuguese", "Yes.\n\nEsta mensagem pode conter informação confidencial e destina-se apenas ao destinatário. Se a recebeu por engano, apague-a por favor.\n", "Yes.");
        row("company footer polish", "Yes.\n\nTa wiadomość zawiera informacje poufne, przeznaczone wyłącznie dla adresata. Jeżeli nie są Państwo adresatem, prosimy ją usunąć.\n", "Yes.");
        row("company footer swedish", "Yes.\n\nDetta e-postmeddelande är konfidentiellt och endast avsett för mottagaren. Om du har fått det av misstag, radera det genast.\n", "Yes.");
        row("company footer danish", "Yes.\n\nDenne e-mail kan indeholde fortrolige oplysninger. Er du ikke den rette modtager, bedes du slette den og give os besked om det.\n", "Yes.");
        row("company footer norwegian", "Yes.\n\nDenne e-posten kan inneholde fortrolig informasjon. Er du ikke rett mottaker, ber vi deg slette den og gi avsenderen beskjed.\n", "Yes.");
        row("company footer russian", "Yes.\n\nНастоящее сообщение и приложения к нему конфиденциальны и предназначены только адресату. Если Вы получили его по ошибке, удалите его.\n", "Yes.");
        row("company footer czech", "Yes.\n\nTato zpráva je důvěrná a je určena pouze adresátovi. Pokud jste ji obdrželi omylem, smažte ji prosím a informujte odesílatele.\n", "Yes.");
        row("company footer japanese", "Yes.\n\n本メールには機密情報が含まれている場合があります。宛先以外の方が受信された場合は、お手数ですが、送信者にご連絡のうえ、直ちに削除してください。内容の複製や転送、第三者への開示は、固くお断りいたします。どうぞよろしくお願い申し上げます。\n", "Yes.");
        row("company footer under a heading", "Yes.\n\nDisclaimer\n\nThe views in here are those of the writer. The text is confidential.\n", "Yes.");
        row("company footer of a register", "Yes.\n\nSitz der Gesellschaft: Hamburg, Registergericht: Amtsgericht Hamburg HRB 12345, Geschäftsführer: Jan Stein, Eva Koch\n", "Yes.");
        row("like a footer, greeting above", "Hi Anna,\n\nThis message contains confidential numbers of ours, so please keep them to yourself: we pay 40 euros a mailbox today.\n", "Hi Anna,\n\nThis message contains confidential numbers of ours, so please keep them to yourself: we pay 40 euros a mailbox today.");
        row("like a footer, words above", "Yes, Tuesday is fine.\n\nLe informamos que hemos revisado su propuesta y nos gustaría ver una demo el martes a las 10 con el equipo.\n", "Yes, Tuesday is fine.\n\nLe informamos que hemos revisado su propuesta y nos gustaría ver una demo el martes a las 10 con el equipo.");
        row("like a footer, twice", "Gerne.\n\nDiese E-Mail ist leider im Spam gelandet, deshalb kommt die Antwort so spät, Entschuldigung dafür.\n\nDiese Nachricht und das Angebot gebe ich heute noch an unsere Einkäuferin weiter, sie meldet sich morgen.\n", "Gerne.\n\nDiese E-Mail ist leider im Spam gelandet, deshalb kommt die Antwort so spät, Entschuldigung dafür.\n\nDiese Nachricht und das Angebot gebe ich heute noch an unsere Einkäuferin weiter, sie meldet sich morgen.");
        row("a disclaimer they talk about", "Yes.\n\nDisclaimer\n", "Yes.\n\nDisclaimer");
        row("signature in bars", "Yes, send it over please.\n\nMara Petersen | Northwind Ltd | Buyer\n+371 2000 0000 | mara@northwind.example | www.northwind.example\n", "Yes, send it over please.");
        row("signature in a frame", "はい、お願いします。\n\n--------------------------\n株式会社ノース\n購買部 大田\nTEL: 03-1234-5678\n--------------------------\n", "はい、お願いします。");
        row("yahoo on a telephone", "Yes.\n\n  On Tue, Mar 3, 2026 at 10:20 AM, Anna Berg<anna@acme.example> wrote:   Hi Mara,\n\nold words\n", "Yes.");
        row("only a quote", "> nothing new\n", "> nothing new");
        row("only a signature", "-- \nMara\n", "-- \nMara");
        row("only a forward", "From: Anna <anna@acme.example>\nDate: x\nTo: y\nSubject: z\n\nwords\n", "");
        row("only an attributed quote", "On 3 Mar 2026 at 10:20, Anna <a@b.example> wrote:\n> old\n", "");
        row("name and title go", "Yes.\n\nRegards,\nMara Petersen\nHead of Sales\n", "Yes.");
        row("a postscript stays", "Yes.\n\nRegards,\nMara\nPS: call me on Monday\n", "Yes.\n\nRegards,\nMara\nPS: call me on Monday");
        row("any device", "Yes.\n\nSent from my Fairphone 5\n", "Yes.");
        row("device with apology", "Yes.\n\nSent from my phone, please excuse typos.\n", "Yes.");
        row("device as link", "Yes.\n\nSent from [Mail](https://go.example/x) for Windows\n", "Yes.");
        row("unframed separator", "Yes.\n\nOriginal Message processed by david\nAnna wrote this\n", "Yes.");
        row("unknown language, stamped", "Jah.\n\nT, 3. märts 2026 kell 10:20 Anna Berg <anna@acme.example> xyzzy:\n\n> vana\n", "Jah.");
        row("unknown language, stamped over two lines", "Jah.\n\nXyz T, 3. märts 2026 kell 10:20 xyzzy Anna Berg\n<anna@acme.example> zzz:\n\n> vana\n", "Jah.");
        row("a sentence above an attribution", "We met at 10:20 on 3 March 2026, remember\n\nOn Mar 3, 2026, at 10:20, Anna <anna@acme.example> wrote:\n> old\n", "We met at 10:20 on 3 March 2026, remember");
        row("marks of direction", "כן.\n\n\u202bבתאריך יום ג׳, 3 במרץ 2026 ב-10:20 מאת \u202aAnna Berg\u202c\u200f\n<\u202aanna@acme.example\u202c\u200f>:\u202c\n\n> old\n", "כן.");
        row("digits of another script", "بله.\n\nسه‌شنبه ۳ مارس ۲۰۲۶، ۱۰:۲۰ Anna <anna@acme.example> xyz:\n> old\n", "بله.");
        row("only a name above the quote", "Fine.\n\nAnna Berg <anna@acme.example>:\n> old\n", "Fine.");
        row("quoting a person", "Einverstanden.\n\nZitat von Anna Berg <anna@acme.example>:\n\n> alt\n", "Einverstanden.");
        row("initials mark the quote", "Hello Anna,\n\nTuesday, March 3, 2026, 10:20:11 AM, you wrote:\n\nAB> Do you need it?\nAB>> Hi.\n\nNo, we do not.\n", "Hello Anna,\n\nNo, we do not.");
        row("bars mark the quote", "On Mar 3, 2026, at 10:20, Anna <anna@acme.example> wrote:\n| Do you need it?\n\nNo, we do not.\n", "No, we do not.");
        row("a prompt is no quote", "Run this:\n\nDB> select 1\n\nand tell me.\n", "Run this:\n\nDB> select 1\n\nand tell me.");
        row("outlook thai", "ได้ค่ะ\n\nจาก: Anna Berg <anna@acme.example>\nส่ง: 3 มีนาคม 2026 10:20\nถึง: Mara\nเรื่อง: Offer\n\nold\n", "ได้ค่ะ");
        row("a header block in an unknown language, below a line", "Aye.\n\n________________________________\nAbc: Anna Berg <anna@acme.example>\nDef: 3.3.2026 10:20\nGhi: Mara <mara@x.example>\nJkl: Offer\n\nold\n", "Aye.");
        row("lines with colons below a line", "Two ways:\n____\nFirst: by mail\nSecond: by phone\nThird: 10:20 on site\nFourth: none\n", "Two ways:\n____\nFirst: by mail\nSecond: by phone\nThird: 10:20 on site\nFourth: none");
        row("warning of a server", "[EXTERNAL] This message came from outside our company. Do not open\nattachments of people you do not know.\n\nYes.\n", "Yes.");
        row("warning without an empty line", "You don't often get email from anna@acme.example. Learn why this is important<https://aka.ms/x>\nYes.\n", "Yes.");
        row("warning of two words", "*** EXTERNAL EMAIL ***\n\nYes.\n", "Yes.");
        row("their own warning", "Caution: our external auditors are in the house until Friday.\n\nCall on Monday.\n", "Caution: our external auditors are in the house until Friday.\n\nCall on Monday.");
        row("a warning alone", "CAUTION: This email originated from outside. Do not click links.\n", "CAUTION: This email originated from outside. Do not click links.");
        row("signature below three dashes", "Yes.\n\n---\nMara Petersen\nNorthwind Ltd\n", "Yes.");
        row("three dashes between paragraphs", "One.\n\n---\n\nBerlin\nHamburg\n", "One.\n\n---\n\nBerlin\nHamburg");
        row("company with a full stop", "Send it over.\n\nCheers\nMara Petersen\nProcurement Manager, Northwind Inc.\nOffice 415-555-0123 Ext. 12\n", "Send it over.");
        row("closing over one line of bars", "Send it over.\n\nThanks,\nMara Petersen | Head of Procurement | Northwind Inc. | +1 415 555 0123 | northwind.example\n", "Send it over.");
        row("footer right below the name", "Yes.\n\nBest\nMara\nThis e-mail and any attachments are confidential and intended solely for the use of the individual to whom it is addressed.\n", "Yes.\n\nBest\nMara");
        row("apology before the device", "Yes.\n\nPlease excuse typos, sent from mobile\n", "Yes.");
        row("iphone greek", "Ναι.\n\nΣτάλθηκε από το iPhone μου\n", "Ναι.");
        row("an answer between long quoted lines", "On Mar 3, 2026, at 10:20, Anna <anna@acme.example> wrote:\n> The offer for the forty seats that we talked about is in the attachment.\nThank you, seen.\n> And Thursday?\nFine.\n", "Thank you, seen.\n\nFine.");
        row("a journey", "Our plan:\n\nFrom: Hamburg\nTo: Munich\nDate: 3 December\n\nShall we meet there?\n", "Our plan:\n\nFrom: Hamburg\nTo: Munich\nDate: 3 December\n\nShall we meet there?");
        row("you wrote, in russian", "Вы писали 3 марта 2026 г., 10:20:11:\n\nAB> Do you need it?\n\nНет.\n", "Нет.");
        row("a remark behind the name", "Send it over.\n\nWarm regards,\nMara Petersen (she/her)\nVP Operations, Northwind\n", "Send it over.");
        row("empty", "", "");
    }

    void trimText_findsTheNewWords()
    {
        QFETCH(QString, text);
        QFETCH(QString, words);
        QCOMPARE(trimText(text).text, words);
        text.replace(QStringLiteral("\n"), QStringLiteral("\r\n"));
        QCOMPARE(trimText(text).text, words);
    }

    void trimText_keepsWhatItCuts()
    {
        const TrimmedText out = trimText(QStringLiteral("Yes.\n\nThanks,\nMara\n\nOn 3 Mar 2026 at 10:20, Anna wrote:\n> old\n"));
        QCOMPARE(out.signature, QStringLiteral("Thanks,\nMara"));
        QVERIFY(out.quoted.contains(QStringLiteral("> old")));
        QVERIFY(out.quoted.contains(QStringLiteral("Anna wrote:")));
        const TrimmedText warned = trimText(QStringLiteral("CAUTION: External sender. Do not click links.\n\nYes.\n"));
        QCOMPARE(warned.quoted, QStringLiteral("CAUTION: External sender. Do not click links."));
        QVERIFY(trimText(QStringLiteral("Call Kim at noon, please.")).signature.isEmpty());
    }

    void trimText_answerOrList_isNoSignature()
    {
        for (const char *text : {"On 3 Mar 2026 at 10:20, Anna wrote:\n> one?\nYes, we do.\n> two?\nOK\n", "We need:\n\n- SSO\n- API\n", "It says:\n\nTraceback\n\nWhat now?\n",
                 "Please ship it to:\n\nNorthwind Ltd\nDock Road 4\n20457 Hamburg\n"})
            QCOMPARE(trimText(QString::fromUtf8(text)).signature, QString());
    }

    void trimBody_goesByThePartThatGaveTheWords()
    {
        // HTML alone: the text is only its picture, and what marks the quote is not in it.
        const QString html = QStringLiteral("<div>Yes.</div><div id=\"Signature\">Mara<br>Buyer</div><blockquote type=\"cite\">old words</blockquote>");
        const QString text = htmlToText(html);
        const TrimmedText out = trimBody(text, html, QStringLiteral("Yes."));
        QCOMPARE(out.text, QStringLiteral("Yes."));
        QVERIFY(out.signature.contains(QStringLiteral("Buyer")));
        QVERIFY(out.quoted.contains(QStringLiteral("old words")));
        // The text part decided; the HTML says something else.
        QCOMPARE(trimBody(QStringLiteral("No.\n\n> old"), html, QStringLiteral("No.")).text, QStringLiteral("No."));
    }

    void parse_textPartWithoutMarks_quoteIsFoundInTheHtml()
    {
        const QByteArray mail = "From: a@x.example\r\n%1MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n"
                                "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nYes, do.\r\n\r\nAnna xyzzy\r\nold words\r\n"
                                "--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<div>Yes, <b>do</b>.</div><div class=\"gmail_quote\">Anna xyzzy<br>old words</div>\r\n--b--\r\n";
        QCOMPARE(parseMessage(QByteArray(mail).replace("%1", "In-Reply-To: <1@y.example>\r\n")).newText, QStringLiteral("Yes, do."));
        QVERIFY(parseMessage(QByteArray(mail).replace("%1", "")).newText.contains(QStringLiteral("old words")));
    }

    void trimHtml_findsTheNewWords_data()
    {
        QTest::addColumn<QString>("html");
        const auto row = [](const char *name, const char *tail) {
            QTest::newRow(name) << QStringLiteral("<html><body><div>Yes, please.</div>") + QString::fromUtf8(tail) + QStringLiteral("</body></html>");
        };
        row("gmail", "<br><div class=\"gmail_quote\"><div class=\"gmail_attr\">On Tue, Anna wrote:<br></div><blockquote class=\"gmail_quote\">old</blockquote></div>");
        row("apple", "<div><br><blockquote type=\"cite\"><div>On 3 Mar 2026, at 10:20, Anna &lt;a@x.example&gt; wrote:</div><div>old</div></blockquote></div>");
        row("outlook web", "<div id=\"appendonsend\"></div><hr style=\"width:98%\"><div id=\"divRplyFwdMsg\"><b>From:</b> Anna<br><b>Sent:</b> x</div><div>old</div>");
        row("outlook desktop", "<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in'><p><b>From:</b> Anna</p></div><p>old</p>");
        row("outlook 2007", "<div style='border:none;border-top:solid #B5C4DF 1.0pt'><p><b>From:</b> Anna</p></div><p>old</p>");
        row("outlook on a telephone", "<hr tabindex=\"-1\"><div id=\"divRplyFwdMsg\"><b>Von:</b> Anna</div><div>old</div>");
        row("hotmail", "<hr id=\"stopSpelling\">From: anna<br>old");
        row("yahoo", "<div class=\"yahoo_quoted\"><div>On Tuesday Anna wrote:</div><div>old</div></div>");
        row("thunderbird", "<div class=\"moz-cite-prefix\">On 3/3/26 10:20, Anna wrote:<br></div><blockquote type=\"cite\" cite=\"mid:x\">old</blockquote>");
        row("proton", "<div class=\"protonmail_quote\">On Tuesday Anna wrote:<blockquote type=\"cite\">old</blockquote></div>");
        row("no marks", "<br>On Mar 3, 2026, at 10:20, Anna &lt;a@x.example&gt; wrote:<br><br>old<br>");
        row("header block only", "<p><b>From:</b> Anna &lt;a@x.example&gt;<br><b>Sent:</b> Tuesday<br><b>To:</b> Mara<br><b>Subject:</b> Offer</p><p>old</p>");
        row("gmail signature", "<div class=\"gmail_signature\">Mara<br>old</div>");
        row("spark", "<div name=\"messageSignatureSection\">Mara</div><div name=\"messageReplySection\">On 3 Mar 2026, Anna wrote:<br><blockquote type=\"cite\" class=\"spark_quote\">old</blockquote></div>");
        row("gmx", "<div name=\"quote\" style=\"border-left:2px solid #C3D9E5\"><div><b>Gesendet:</b> Dienstag<br><b>Von:</b> Anna</div><div name=\"quoted-content\">alt</div></div>");
        row("zimbra", "<hr id=\"zwchr\" data-marker=\"__DIVIDER__\"><div data-marker=\"__HEADERS__\"><b>From: </b>Anna</div><div>old</div>");
        row("zoho", "<div class=\"zmail_extra\"><div>---- On Tue, 03 Mar 2026 10:20:00 +0000 <b>Anna &lt;a@x.example&gt;</b> wrote ----</div><blockquote>old</blockquote></div>");
        row("airmail", "<div id=\"signature\">Mara</div><div class=\"airmail_ext_on\">On 3 March 2026 at 10:20, Anna wrote:</div><blockquote type=\"cite\" class=\"clean_bq\">old</blockquote>");
        row("yandex", "<div>03.03.2026, 10:20, \"Anna\" &lt;a@x.example&gt;:</div><blockquote><p>old</p></blockquote>");
        row("mail.ru", "<blockquote style=\"border-left:1px solid #0857A6; margin:10px; padding:0 0 0 10px;\">Вторник, 3 марта 2026, 10:20 +03:00 от Anna &lt;a@x.example&gt;:<br><div>old</div></blockquote>");
        row("qq", "<div>------------------ 原始邮件 ------------------</div><div><b>发件人:</b> Anna &lt;a@x.example&gt;</div><div><b>发送时间:</b> 2026年3月3日</div><div><b>主题:</b> Offer</div><div>old</div>");
        row("samsung", "<div id=\"composer_signature\">Sent from my Galaxy</div><div>-------- Original message --------</div><div>From: Anna &lt;a@x.example&gt;</div><div>Date: 3/3/26 10:20 (GMT+01:00)</div><div>Subject: Offer</div><div>old</div>");
        row("em client", "<div>------ Original Message ------</div><div>From: \"Anna\" &lt;a@x.example&gt;</div><div>To: \"Mara\" &lt;m@x.example&gt;</div><div>Sent: 03/03/2026 10:20</div><div>Subject: Offer</div><div>old</div>");
        row("lotus notes", "<br><br><font size=1 color=#5f5f5f face=\"sans-serif\">From: &nbsp;</font><font size=1>Anna &lt;a@x.example&gt;</font><br><font size=1>To: &nbsp;Mara</font><br><font size=1>Date: &nbsp;03.03.2026 10:20</font><br><font size=1>Subject: &nbsp;Offer</font><br><hr noshade><br>old");
        row("outlook german", "<p><b>Von:</b> Anna &lt;a@x.example&gt;<br><b>Gesendet:</b> Dienstag, 3. März 2026 10:20<br><b>An:</b> Mara<br><b>Betreff:</b> Angebot</p><p>alt</p>");
        row("outlook japanese", "<p><b>差出人:</b> Anna &lt;a@x.example&gt;<br><b>送信日時:</b> 2026年3月3日 10:20<br><b>宛先:</b> Mara<br><b>件名:</b> Offer</p><p>old</p>");
        row("outlook mobile", "<div id=\"ms-outlook-mobile-signature\">Get Outlook for iOS</div>");
    }

    void trimHtml_findsTheNewWords()
    {
        QFETCH(QString, html);
        const TrimmedText out = trimHtml(html);
        QCOMPARE(out.text, QStringLiteral("Yes, please."));
        QVERIFY(!(out.quoted + out.signature).isEmpty());
    }

    void trimHtml_onlyPassedOn_hasNoWordsOfItsOwn()
    {
        const TrimmedText out = trimHtml(QStringLiteral("<div>On 3 Mar 2026 at 10:20, Anna &lt;a@x.example&gt; wrote:</div><blockquote>old</blockquote>"));
        QCOMPARE(out.text, QString());
        QVERIFY(out.quoted.contains(QStringLiteral("old")));
    }

    void trimHtml_nothingNew_keepsTheMessage()
    {
        QVERIFY(!trimHtml(QStringLiteral("<div class=gmail_quote>all there is</div>")).text.isEmpty());
        QVERIFY(trimHtml(QString()).text.isEmpty());
    }
};

INLET_TEST(tst_Trim)
#include "tst_Trim.moc"
