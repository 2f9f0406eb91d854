// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/LeadColumns.h"

#include <QHash>

#include <array>

namespace inlet::engine
{

namespace
{

/// Titles without blanks, signs and accents, parted by blanks.
struct Titles {
    LeadTarget target;
    const char *words;
};
constexpr std::array kTitles = {
    Titles{LeadTarget::Email, "email emailaddress mail mailaddress emailadresse mailadresse epost epostadress adresseemail adresseemaille "
                              "adressemail courriel correo correoelectronico correoe indirizzoemail postaelettronica emailadres "
                              "enderecodeemail adresemail adrespocztyelektronicznej epasts epastaadrese почта электроннаяпочта емейл "
                              "メール メールアドレス workemail businessemail leademail contactemail primaryemail recipient"},
    Titles{LeadTarget::FirstName, "firstname first givenname forename vorname prenom nombre nome nombredepila voornaam primeironome imie "
                                  "fornamn vards имя 名 fname"},
    Titles{LeadTarget::LastName, "lastname last surname familyname nachname familienname nomdefamille apellido apellidos cognome achternaam "
                                 "sobrenome apelido nazwisko efternamn uzvards фамилия 姓 lname"},
    Titles{LeadTarget::FullName, "name fullname contact contactname person ansprechpartner kontakt kontaktperson nom nomcomplet "
                                 "nombrecompleto nomecompleto nomeecognome naam volledigenaam imieinazwisko namn kontaktpersona vardsuzvards "
                                 "фио 氏名 お名前 lead leadname prospect"},
    Titles{LeadTarget::Company, "company companyname organization organisation account accountname firma unternehmen firmenname entreprise "
                                "societe empresa compania azienda societa bedrijf bedrijfsnaam spolka nazwafirmy foretag foretagsnamn "
                                "uznemums компания организация фирма 会社 会社名 employer"},
    Titles{LeadTarget::Title, "title jobtitle position role job funktion stelle berufsbezeichnung poste fonction titre cargo puesto ruolo "
                              "posizione functie functietitel stanowisko befattning roll titel amats должность 役職 jobrole"},
    Titles{LeadTarget::Phone, "phone phonenumber telephone tel mobile mobilephone cell telefon telefonnummer handy mobil telefone telefono "
                              "movil cellulare telefoon telefoonnummer numertelefonu telefonnr talrunis talrunanumurs телефон 電話 電話番号 "
                              "directphone workphone"},
    Titles{LeadTarget::Web, "web website url homepage site companywebsite companyurl webseite internetseite siteweb sitioweb paginaweb "
                            "sitoweb stronainternetowa stronawww webbplats hemsida majaslapa сайт ウェブサイト domain companydomain"},
    Titles{LeadTarget::City, "city town location ort stadt ville ciudad citta plaats stad cidade miasto pilseta город 市区町村 都市 locality"},
    Titles{LeadTarget::TimeZone, "timezone tz zeitzone fuseauhoraire zonahoraria fusoorario tijdzone fusohorario strefaczasowa tidszon "
                                 "laikajosla часовойпояс タイムゾーン"},
    Titles{LeadTarget::Campaign, "campaign campaignname kampagne campagne campana campagna campanha kampania kampanj kampana кампания "
                                 "キャンペーン sequence sequencename"},
};

QString squeezed(const QString &title)
{
    QString out;
    const QString decomposed = title.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : decomposed) {
        if (c.isLetterOrNumber())
            out += c;
    }
    return out;
}

} // namespace

LeadTarget targetOfTitle(const QString &title)
{
    static const QHash<QString, LeadTarget> table = [] {
        QHash<QString, LeadTarget> made;
        for (const Titles &titles : kTitles) {
            const QStringList words = QString::fromUtf8(titles.words).split(QLatin1Char(' '));
            for (const QString &word : words)
                made.insert(squeezed(word), titles.target);
        }
        return made;
    }();
    return table.value(squeezed(title), LeadTarget::Custom);
}

} // namespace inlet::engine
