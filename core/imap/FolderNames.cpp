// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/FolderNames_p.h"

namespace inlet::imap
{

namespace
{

using enum FolderRole;

// Lower case. Sources: the names that Gmail, Exchange Online, iCloud, Yahoo, Zoho, Yandex, GMX and
// the usual webmail programs give their folders in the languages they are offered in.
constexpr KnownFolderName kNames[] = {
    // Sent
    {Sent, u"sent"}, {Sent, u"sent items"}, {Sent, u"sent mail"}, {Sent, u"sent messages"},
    {Sent, u"sent-mail"}, {Sent, u"sent_items"}, {Sent, u"sentmail"}, {Sent, u"sentitems"},
    {Sent, u"sent objects"},
    {Sent, u"gesendet"}, {Sent, u"gesendete"}, {Sent, u"gesendete elemente"},
    {Sent, u"gesendete objekte"}, {Sent, u"gesendete nachrichten"}, {Sent, u"gesendete mails"},
    {Sent, u"envoyés"}, {Sent, u"messages envoyés"}, {Sent, u"éléments envoyés"},
    {Sent, u"courrier envoyé"}, {Sent, u"objets envoyés"},
    {Sent, u"enviados"}, {Sent, u"elementos enviados"}, {Sent, u"mensajes enviados"},
    {Sent, u"correo enviado"}, {Sent, u"itens enviados"}, {Sent, u"e-mails enviados"},
    {Sent, u"mensagens enviadas"}, {Sent, u"elements enviats"}, {Sent, u"enviats"},
    {Sent, u"inviata"}, {Sent, u"inviati"}, {Sent, u"posta inviata"}, {Sent, u"messaggi inviati"},
    {Sent, u"elementi inviati"},
    {Sent, u"verzonden"}, {Sent, u"verzonden items"}, {Sent, u"verzonden berichten"},
    {Sent, u"skickat"}, {Sent, u"skickade"}, {Sent, u"skickade objekt"}, {Sent, u"skickade meddelanden"},
    {Sent, u"sendt"}, {Sent, u"sendte elementer"}, {Sent, u"sendt post"}, {Sent, u"sendte"},
    {Sent, u"lähetetyt"}, {Sent, u"lähetetyt viestit"},
    {Sent, u"wysłane"}, {Sent, u"elementy wysłane"}, {Sent, u"wiadomości wysłane"},
    {Sent, u"odeslané"}, {Sent, u"odeslaná pošta"}, {Sent, u"odoslané"}, {Sent, u"odoslaná pošta"},
    {Sent, u"elküldött"}, {Sent, u"elküldött elemek"}, {Sent, u"elküldött levelek"},
    {Sent, u"trimise"}, {Sent, u"elemente trimise"}, {Sent, u"mesaje trimise"},
    {Sent, u"poslano"}, {Sent, u"poslane stavke"}, {Sent, u"poslane poruke"},
    {Sent, u"gönderilmiş"}, {Sent, u"gönderilmiş öğeler"}, {Sent, u"gönderilenler"},
    {Sent, u"gönderilmiş postalar"}, {Sent, u"saadetud"}, {Sent, u"nosūtītie"}, {Sent, u"išsiųsta"},
    {Sent, u"отправленные"}, {Sent, u"надіслані"}, {Sent, u"изпратени"}, {Sent, u"απεσταλμένα"},
    {Sent, u"送信済み"}, {Sent, u"送信済みメール"}, {Sent, u"送信済みアイテム"}, {Sent, u"已发送"},
    {Sent, u"已发送邮件"}, {Sent, u"已寄出"}, {Sent, u"寄件備份"}, {Sent, u"寄件備份匣"},
    {Sent, u"보낸편지함"}, {Sent, u"보낸 편지함"}, {Sent, u"דואר יוצא"}, {Sent, u"פריטים שנשלחו"},
    {Sent, u"البريد المرسل"}, {Sent, u"العناصر المرسلة"}, {Sent, u"thư đã gửi"},
    {Sent, u"จดหมายที่ส่งแล้ว"},
    // Drafts
    {Drafts, u"drafts"}, {Drafts, u"draft"}, {Drafts, u"entwürfe"}, {Drafts, u"entwurf"},
    {Drafts, u"brouillons"}, {Drafts, u"brouillon"}, {Drafts, u"borradores"}, {Drafts, u"rascunhos"},
    {Drafts, u"bozze"}, {Drafts, u"concepten"}, {Drafts, u"utkast"}, {Drafts, u"kladder"},
    {Drafts, u"kladde"}, {Drafts, u"luonnokset"}, {Drafts, u"szkice"}, {Drafts, u"wersje robocze"},
    {Drafts, u"kopie robocze"}, {Drafts, u"koncepty"}, {Drafts, u"rozepsané"}, {Drafts, u"piszkozatok"},
    {Drafts, u"schițe"}, {Drafts, u"ciorne"}, {Drafts, u"taslaklar"}, {Drafts, u"черновики"},
    {Drafts, u"чернетки"}, {Drafts, u"чернови"}, {Drafts, u"πρόχειρα"}, {Drafts, u"下書き"},
    {Drafts, u"草稿"}, {Drafts, u"草稿箱"}, {Drafts, u"草稿匣"}, {Drafts, u"임시보관함"},
    {Drafts, u"임시 보관함"}, {Drafts, u"טיוטות"}, {Drafts, u"المسودات"},
    // Junk
    {Junk, u"junk"}, {Junk, u"spam"}, {Junk, u"junk email"}, {Junk, u"junk e-mail"},
    {Junk, u"junk mail"}, {Junk, u"bulk"}, {Junk, u"bulk mail"}, {Junk, u"bulkmail"},
    {Junk, u"spamverdacht"}, {Junk, u"spam-verdacht"}, {Junk, u"junk-e-mail"}, {Junk, u"unerwünscht"},
    {Junk, u"werbung"}, {Junk, u"indésirables"}, {Junk, u"courrier indésirable"},
    {Junk, u"pourriel"}, {Junk, u"correo no deseado"}, {Junk, u"no deseado"},
    {Junk, u"lixo eletrônico"}, {Junk, u"lixo eletrónico"}, {Junk, u"e-mail de lixo"},
    {Junk, u"posta indesiderata"}, {Junk, u"indesiderata"}, {Junk, u"ongewenste e-mail"},
    {Junk, u"ongewenst"}, {Junk, u"skräppost"}, {Junk, u"uønsket e-post"}, {Junk, u"søppelpost"},
    {Junk, u"uønsket mail"}, {Junk, u"roskaposti"}, {Junk, u"wiadomości-śmieci"},
    {Junk, u"nevyžádaná pošta"}, {Junk, u"nevyžiadaná pošta"}, {Junk, u"levélszemét"},
    {Junk, u"mesaje nedorite"}, {Junk, u"gereksiz"}, {Junk, u"önemsiz e-posta"}, {Junk, u"спам"},
    {Junk, u"нежелательная почта"}, {Junk, u"небажана пошта"}, {Junk, u"ανεπιθύμητα"},
    {Junk, u"ανεπιθύμητη αλληλογραφία"}, {Junk, u"迷惑メール"}, {Junk, u"垃圾邮件"},
    {Junk, u"垃圾郵件"}, {Junk, u"스팸"}, {Junk, u"스팸함"}, {Junk, u"정크 메일"},
    {Junk, u"דואר זבל"}, {Junk, u"ספאם"}, {Junk, u"البريد غير المرغوب"},
    {Junk, u"البريد الإلكتروني غير الهام"},
    // Trash
    {Trash, u"trash"}, {Trash, u"deleted"}, {Trash, u"deleted items"}, {Trash, u"deleted messages"},
    {Trash, u"bin"}, {Trash, u"papierkorb"}, {Trash, u"gelöscht"}, {Trash, u"gelöschte elemente"},
    {Trash, u"gelöschte objekte"}, {Trash, u"corbeille"}, {Trash, u"éléments supprimés"},
    {Trash, u"messages supprimés"}, {Trash, u"papelera"}, {Trash, u"elementos eliminados"},
    {Trash, u"lixeira"}, {Trash, u"lixo"}, {Trash, u"itens excluídos"}, {Trash, u"cestino"},
    {Trash, u"posta eliminata"}, {Trash, u"eliminati"}, {Trash, u"prullenbak"},
    {Trash, u"verwijderde items"}, {Trash, u"papperskorgen"}, {Trash, u"borttaget"},
    {Trash, u"papirkurv"}, {Trash, u"slettet post"}, {Trash, u"slettede elementer"},
    {Trash, u"roskakori"}, {Trash, u"poistetut"}, {Trash, u"kosz"}, {Trash, u"elementy usunięte"},
    {Trash, u"koš"}, {Trash, u"odstraněná pošta"}, {Trash, u"kôš"}, {Trash, u"lomtár"},
    {Trash, u"kuka"}, {Trash, u"törölt elemek"}, {Trash, u"coș de gunoi"}, {Trash, u"elemente șterse"},
    {Trash, u"çöp"}, {Trash, u"çöp kutusu"}, {Trash, u"silinmiş öğeler"}, {Trash, u"корзина"},
    {Trash, u"удаленные"}, {Trash, u"удалённые"}, {Trash, u"кошик"}, {Trash, u"видалені"},
    {Trash, u"κάδος απορριμμάτων"}, {Trash, u"διαγραμμένα"}, {Trash, u"ごみ箱"}, {Trash, u"ゴミ箱"},
    {Trash, u"削除済みアイテム"}, {Trash, u"已删除"}, {Trash, u"已删除邮件"}, {Trash, u"垃圾桶"},
    {Trash, u"刪除的郵件"}, {Trash, u"휴지통"}, {Trash, u"지운 편지함"}, {Trash, u"אשפה"},
    {Trash, u"פריטים שנמחקו"}, {Trash, u"المهملات"}, {Trash, u"العناصر المحذوفة"},
    // Archive
    {Archive, u"archive"}, {Archive, u"archives"}, {Archive, u"archived"}, {Archive, u"archiv"},
    {Archive, u"archivo"}, {Archive, u"arquivo"}, {Archive, u"arquivar"}, {Archive, u"archivio"},
    {Archive, u"archief"}, {Archive, u"arkiv"}, {Archive, u"arkisto"}, {Archive, u"archiwum"},
    {Archive, u"archivum"}, {Archive, u"archívum"}, {Archive, u"arhivă"}, {Archive, u"arhiva"},
    {Archive, u"arşiv"}, {Archive, u"архив"}, {Archive, u"архів"}, {Archive, u"αρχείο"},
    {Archive, u"アーカイブ"}, {Archive, u"归档"}, {Archive, u"存档"}, {Archive, u"封存"},
    {Archive, u"보관함"}, {Archive, u"ארכיון"}, {Archive, u"الأرشيف"},
    // All mail: Gmail's and Proton Bridge's virtual folder
    {AllMail, u"all mail"}, {AllMail, u"alle nachrichten"}, {AllMail, u"tous les messages"},
    {AllMail, u"todos os e-mails"}, {AllMail, u"tutti i messaggi"},
    {AllMail, u"alle berichten"}, {AllMail, u"alla mail"}, {AllMail, u"al e-post"},
    {AllMail, u"alle mails"}, {AllMail, u"kaikki viestit"}, {AllMail, u"wszystkie"},
    {AllMail, u"všechny zprávy"}, {AllMail, u"összes levél"}, {AllMail, u"tüm postalar"},
    {AllMail, u"вся почта"}, {AllMail, u"вся пошта"}, {AllMail, u"όλα τα μηνύματα"},
    {AllMail, u"すべてのメール"}, {AllMail, u"所有邮件"}, {AllMail, u"所有郵件"},
    {AllMail, u"전체보관함"}, {AllMail, u"כל הדואר"}, {AllMail, u"كل البريد"},
};

} // namespace

std::span<const KnownFolderName> knownFolderNames()
{
    return kNames;
}

} // namespace inlet::imap
