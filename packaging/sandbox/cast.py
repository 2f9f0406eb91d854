# SPDX-License-Identifier: GPL-3.0-or-later
"""Who writes in the sandbox, and what: invented people, companies and mail."""

OWN = [
    ("Anna Keller", "anna@try-acme.test"),
    ("Anna Keller", "anna@acme-team.test"),
    ("Ben Carter", "ben@getacme.test"),
    ("Ben Carter", "ben@acme-mail.test"),
]

# domain -> company
COMPANIES = {
    "nordlicht.test": "Nordlicht GmbH", "brightline.test": "Brightline", "fjordworks.test": "Fjordworks",
    "atelier-moreau.test": "Atelier Moreau", "kobayashi.test": "Kobayashi Precision", "castellan.test": "Castellan Group",
    "plainsail.test": "Plainsail", "verdant.test": "Verdant Foods", "oakandmill.test": "Oak & Mill",
    "lumenstack.test": "Lumenstack", "halcyon.test": "Halcyon Clinics", "tramontana.test": "Tramontana Viajes",
}

# Those who were written to and have not answered: people are made of these names, companies of two words.
COLD_COMPANIES = [f"{first} {last}" for last in ("Logistics", "Dental", "Optics", "Studio", "Energy")
                  for first in ("Alder", "Birk", "Cobalt", "Delta", "Ember", "Fennel", "Granit", "Harbour")]

FIRST = ("Mara Petersen|Jonas Weber|Ines Moreau|Haruto Sato|Lucía Ferrer|Tom Hadley|Signe Dahl|Priya Nair|Owen Brooks|Greta Lindqvist|"
         "Marc Vidal|Ewa Nowak|Daniel Okoye|Clara Rossi|Felix Brandt|Nora Haddad|Pavel Novák|Julia Stern|Sam Whitaker|Yuki Mori|"
         "Elena Popescu|Hugo Lambert|Katrin Vogel|Diego Ramos|Aoife Byrne|Mikkel Holm|Sofia Marques|Adam Reeve|Lena Fuchs|Ravi Menon").split("|")

OUTREACH = [
    ("Fewer no-shows at {company}?", "Hi {first},\n\nI saw that {company} is hiring for customer success. Teams of your size often lose a day a week to "
     "rescheduling calls. Acme moves those calls by itself and keeps the calendar full.\n\nWorth 15 minutes next week?\n\nBest,\n{sender}"),
    ("{company} and onboarding time", "Hi {first},\n\nyour onboarding page promises a start within two weeks. Three companies like {company} brought that down to "
     "four days with Acme, without hiring.\n\nShall I send the two-page summary?\n\nBest regards\n{sender}"),
    ("Quick question about your support queue", "Hello {first},\n\nhow many of your tickets are about appointments? For most teams it is one in three, and that is the part Acme takes "
     "over.\n\nIf that sounds familiar, I would be glad to show you how.\n\nBest,\n{sender}"),
]

FOLLOW_UP = "Hi {first},\n\njust floating this to the top of your inbox. Is this something you look after, or should I ask a colleague?\n\nBest,\n{sender}"

# (address, name, own mailbox, hours ago, unread, shape, text)
REPLIES = [
    ("mara.petersen@nordlicht.test", "Mara Petersen", 0, 0.3, True, "outlook-de",
     "Hallo Anna,\n\ndas klingt spannend, wir verlieren tatsächlich viel Zeit damit. Haben Sie am Donnerstag um 14 Uhr 20 Minuten?\n\nViele Grüße\nMara Petersen"),
    ("tom@brightline.test", "Tom Hadley", 0, 0.9, True, "gmail",
     "Hi Anna,\n\nyes, that is our life every Monday. What does it cost for around 40 seats, and does it work with Google Calendar?\n\nTom"),
    ("signe.dahl@fjordworks.test", "Signe Dahl", 2, 1.6, True, "gmail",
     "Hi Ben,\n\nnice timing. We are choosing a tool this month. Could you send the two-page summary and a price list before Friday?\n\nSigne\n\n--\nSigne Dahl · Head of Operations · Fjordworks\n+47 555 0142"),
    ("ines@atelier-moreau.test", "Ines Moreau", 1, 2.2, True, "outlook-fr",
     "Bonjour Anna,\n\nmerci pour votre message. C’est Hugo Lambert (hugo@atelier-moreau.test) qui s’occupe de ce sujet chez nous, je le mets en copie.\n\nBien à vous,\nInes"),
    ("h.sato@kobayashi.test", "Haruto Sato", 3, 3.1, True, "plain",
     "Carter 様\n\nご連絡ありがとうございます。来週の火曜日、日本時間の17時はいかがでしょうか。\n\n佐藤"),
    ("owen.brooks@castellan.test", "Owen Brooks", 2, 4.4, True, "gmail",
     "Not right now, Ben. Budget is frozen until the new quarter. Ping me in February and I will take the call."),
    ("priya.nair@lumenstack.test", "Priya Nair", 0, 5.0, True, "html",
     "Hey Anna,\n\nI forwarded this to our COO and she wants a demo. Two questions first:\n\n1. Is there an API?\n2. Where is the data kept? We need the EU.\n\nThanks\nPriya"),
    ("greta@plainsail.test", "Greta Lindqvist", 1, 7.5, True, "plain", "Please take me off your list. We do not want any more mail about this."),
    ("marc.vidal@tramontana.test", "Marc Vidal", 3, 20, True, "gmail",
     "Hola Ben,\n\ngracias, pero ya trabajamos con otra herramienta y estamos contentos.\n\nUn saludo,\nMarc"),
    ("sam@oakandmill.test", "Sam Whitaker", 0, 22, False, "gmail",
     "Anna, I am the wrong person for this. Try Aoife Byrne, she runs scheduling: aoife.byrne@oakandmill.test\n\nSam"),
    ("daniel.okoye@verdant.test", "Daniel Okoye", 2, 26, False, "outlook",
     "Ben,\n\nThursday 10:00 or 15:30 both work for me. Send an invite for whichever suits you and add my colleague Clara Rossi (clara.rossi@verdant.test).\n\nRegards,\nDaniel"),
    ("katrin.vogel@nordlicht.test", "Katrin Vogel", 1, 29, False, "outlook-de",
     "Guten Tag Frau Keller,\n\nmeine Kollegin Mara Petersen kümmert sich bereits um das Thema.\n\nFreundliche Grüße\nKatrin Vogel"),
    ("lucia@tramontana.test", "Lucía Ferrer", 0, 47, False, "gmail", "¿Podemos hablar el miércoles por la mañana? Me interesa sobre todo la integración con WhatsApp.\n\nLucía"),
    ("n.haddad@halcyon.test", "Nora Haddad", 3, 52, False, "html",
     "Hello Ben,\n\nwe run 14 clinics and no-shows are our biggest cost. I would like to understand how you measure the effect. Do you have a case study from health care?\n\nBest wishes,\nNora Haddad"),
    ("felix@lumenstack.test", "Felix Brandt", 2, 75, False, "plain", "no thanks"),
    ("julia.stern@halcyon.test", "Julia Stern", 0, 98, False, "outlook",
     "Dear Anna,\n\nthank you. We have decided to build this ourselves this year. Please check back next autumn.\n\nJulia Stern"),
]

# (address, name, own mailbox, hours ago, subject prefix, text)
AWAY = [
    ("clara.rossi@verdant.test", "Clara Rossi", 2, 1.2, "Automatic reply: ",
     "Thank you for your message. I am out of the office until Monday, 7 December 2026 with no access to email. In urgent cases please contact Daniel Okoye at daniel.okoye@verdant.test."),
    ("jonas.weber@nordlicht.test", "Jonas Weber", 0, 30, "Automatische Antwort: ",
     "Vielen Dank für Ihre Nachricht. Ich bin bis zum 4. Dezember 2026 nicht im Büro. Ihre E-Mail wird nicht weitergeleitet."),
    ("hugo@atelier-moreau.test", "Hugo Lambert", 1, 55, "Réponse automatique : ", "Je suis absent du bureau jusqu’au 30 novembre 2026."),
]

# (address, own mailbox, hours ago, status, diagnostic)
BOUNCES = [
    ("p.novak@castellan.test", 0, 0.7, "5.1.1", "550 5.1.1 <p.novak@castellan.test>: Recipient address rejected: User unknown"),
    ("ewa@plainsail.test", 2, 9, "5.2.2", "552 5.2.2 Mailbox is full"),
    ("info@brightline.test", 3, 33, "5.7.1", "550 5.7.1 Message blocked by policy of the receiving organisation"),
]

# (sender, address, own mailbox, hours ago, subject, text)
BULK = [
    ("The Pipeline", "hello@pipeline-weekly.test", 0, 6, "The Pipeline #212: what the best openers have in common",
     "This week: 1.4 million first lines, read so that you need not.\n\nAlso: why Tuesday is over, and a reader's question about follow-ups."),
    ("Calendarly Updates", "news@calendarly.test", 2, 40, "New in November: team pages", "Team pages are here. See who is free at a glance."),
    ("Stackbill", "billing@stackbill.test", 1, 60, "Your receipt for November", "Thank you. We have charged 49.00 to the card ending in 4242."),
]

# What a prospect answers to mail that you send, in turn.
ANSWERS = [
    "Hi {first},\n\nthat helps, thank you. Thursday at 14:00 works for me. Will you send the invite?\n\n{name}",
    "Perfect. I will bring our head of operations along. Is there anything we should prepare?\n\n{name}",
    "Great, see you then.\n\n{name}",
]
