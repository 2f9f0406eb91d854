<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>%1 then %2</source>
        <translation>%1, dann %2</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Bounces by cause</source>
        <translation>Rückläufer nach Ursache</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Tasten ändern</translation>
    </message>
    <message>
        <source>Change saved views</source>
        <translation>Gespeicherte Ansichten ändern</translation>
    </message>
    <message>
        <source>Check for mail now</source>
        <translation>Jetzt Mail abrufen</translation>
    </message>
    <message>
        <source>Close all messages</source>
        <translation>Alle Nachrichten zuklappen</translation>
    </message>
    <message>
        <source>Connect a mailbox</source>
        <translation>Postfach verbinden</translation>
    </message>
    <message>
        <source>Connect many mailboxes</source>
        <translation>Viele Postfächer verbinden</translation>
    </message>
    <message>
        <source>Deciding</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Do anything by name</source>
        <translation>Alles per Namen ausführen</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>Nicht kontaktieren</translation>
    </message>
    <message>
        <source>Do-not-contact list</source>
        <translation>Sperrliste</translation>
    </message>
    <message>
        <source>Done and next</source>
        <translation>Erledigt und nächste</translation>
    </message>
    <message>
        <source>Done and previous</source>
        <translation>Erledigt und vorige</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>First conversation</source>
        <translation>Erste Unterhaltung</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Weiterleiten</translation>
    </message>
    <message>
        <source>Going to</source>
        <translation>Wechseln zu</translation>
    </message>
    <message>
        <source>History of decisions</source>
        <translation>Verlauf der Entscheidungen</translation>
    </message>
    <message>
        <source>Import leads</source>
        <translation>Leads importieren</translation>
    </message>
    <message>
        <source>Junk</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Keep this list as a view</source>
        <translation>Diese Liste als Ansicht speichern</translation>
    </message>
    <message>
        <source>Last conversation</source>
        <translation>Letzte Unterhaltung</translation>
    </message>
    <message>
        <source>Light paper for this message</source>
        <translation>Helles Papier für diese Nachricht</translation>
    </message>
    <message>
        <source>Mailboxes</source>
        <translation>Postfächer</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Als ungelesen markieren</translation>
    </message>
    <message>
        <source>Move to a folder</source>
        <translation>In einen Ordner verschieben</translation>
    </message>
    <message>
        <source>Move to or from Other mail</source>
        <translation>Zu anderer Mail oder zurück</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>Bewegen</translation>
    </message>
    <message>
        <source>Mute or unmute</source>
        <translation>Stumm oder nicht mehr stumm</translation>
    </message>
    <message>
        <source>Needs answer</source>
        <translation>Zu beantworten</translation>
    </message>
    <message>
        <source>New mail</source>
        <translation>Neue Mail</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Nächste Unterhaltung</translation>
    </message>
    <message>
        <source>Next message</source>
        <translation>Nächste Nachricht</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Next split</source>
        <translation>Nächster Reiter</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>Nicht dieselbe Person</translation>
    </message>
    <message>
        <source>Open all messages</source>
        <translation>Alle Nachrichten aufklappen</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Unterhaltung öffnen</translation>
    </message>
    <message>
        <source>Order: hottest first</source>
        <translation>Sortieren: heißeste zuerst</translation>
    </message>
    <message>
        <source>Order: longest waiting first</source>
        <translation>Sortieren: lange wartende zuerst</translation>
    </message>
    <message>
        <source>Order: newest first</source>
        <translation>Sortieren: neueste zuerst</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>Own category %1</source>
        <translation>Eigene Kategorie %1</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>Vorige Unterhaltung</translation>
    </message>
    <message>
        <source>Previous message</source>
        <translation>Vorige Nachricht</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Previous split</source>
        <translation>Voriger Reiter</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Remind me if nobody answers</source>
        <translation>Erinnern, wenn niemand antwortet</translation>
    </message>
    <message>
        <source>Reply to all</source>
        <translation>Allen antworten</translation>
    </message>
    <message>
        <source>Reply with a template</source>
        <translation>Mit Vorlage antworten</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Same person: join what is proposed</source>
        <translation>Dieselbe Person: verbinden</translation>
    </message>
    <message>
        <source>Saved view %1</source>
        <translation>Gespeicherte Ansicht %1</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Select and go down</source>
        <translation>Auswählen und nach unten</translation>
    </message>
    <message>
        <source>Select and go up</source>
        <translation>Auswählen und nach oben</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>Keine auswählen</translation>
    </message>
    <message>
        <source>Select unread</source>
        <translation>Ungelesene auswählen</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Settings of this mailbox</source>
        <translation>Einstellungen dieses Postfachs</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Show as sent, or as clean text</source>
        <translation>Wie gesendet oder reiner Text</translation>
    </message>
    <message>
        <source>Show new conversations</source>
        <translation>Neue Unterhaltungen zeigen</translation>
    </message>
    <message>
        <source>Show or hide the person</source>
        <translation>Person zeigen oder ausblenden</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>This is a bounce</source>
        <translation>Das ist ein Rückläufer</translation>
    </message>
    <message>
        <source>This is a reply from a person</source>
        <translation>Das ist die Antwort einer Person</translation>
    </message>
    <message>
        <source>This is an automatic reply</source>
        <translation>Das ist eine automatische Antwort</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Wrong category: fix for all like this</source>
        <translation>Falsche Kategorie: alle berichtigen</translation>
    </message>
    <message>
        <source>Zero-inbox run</source>
        <translation>Zero-Inbox-Durchgang</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Search on the servers</source>
        <translation>Auf den Servern suchen</translation>
    </message>
    <message>
        <source>Guided run through the keys</source>
        <translation>Rundgang durch die Tasten</translation>
    </message>
</context>
<context>
    <name>AnswerTarget</name>
    <message>
        <source>%1 takes no answers.</source>
        <translation>%1 nimmt keine Antworten an.</translation>
    </message>
    <message>
        <source>This is a report of a mail server; nobody reads an answer to it.</source>
        <translation>Das ist der Bericht eines Mailservers; eine Antwort darauf liest niemand.</translation>
    </message>
    <message>
        <source>This is an automatic reply from %1; perhaps nobody reads an answer to it.</source>
        <translation>Das ist eine automatische Antwort von %1; vielleicht liest niemand eine Antwort darauf.</translation>
    </message>
    <message>
        <source>This mail does not say who sent it.</source>
        <translation>Diese Mail sagt nicht, von wem sie ist.</translation>
    </message>
</context>
<context>
    <name>DayCaptions</name>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
</context>
<context>
    <name>Detection</name>
    <message>
        <source>%1 publishes its mail settings.</source>
        <translation>%1 veröffentlicht seine Mail-Einstellungen.</translation>
    </message>
    <message>
        <source>The domain name service of %1 names its mail servers.</source>
        <translation>Der Namensdienst von %1 nennt die Mailserver.</translation>
    </message>
    <message>
        <source>The domain name service of %1 names %2, which is outside the domain: check that you know it.</source>
        <translation>Der Namensdienst von %1 nennt %2; das liegt außerhalb der Domain. Prüfen Sie, ob Sie es kennen.</translation>
    </message>
    <message>
        <source>%1 and %2 answer; the names are a guess.</source>
        <translation>%1 und %2 antworten; die Namen sind geraten.</translation>
    </message>
    <message>
        <source>We found no mail servers for %1. Please fill in the form.</source>
        <translation>Für %1 wurden keine Mailserver gefunden. Bitte füllen Sie das Formular aus.</translation>
    </message>
    <message>
        <source>This is not an email address.</source>
        <translation>Das ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Addresses at %1 are with %2.</source>
        <translation>Adressen bei %1 liegen bei %2.</translation>
    </message>
    <message>
        <source>Mail for %1 is handled by %2.</source>
        <translation>Mail für %1 läuft über %2.</translation>
    </message>
    <message>
        <source>Mail for %1 passes a filter, and %2 sends for it.</source>
        <translation>Mail für %1 geht durch einen Filter, und %2 sendet dafür.</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source> in %1 of %2 mailboxes</source>
        <translation> in %1 von %2 Postfächern</translation>
    </message>
    <message>
        <source>%1 are paused</source>
        <translation>%1 sind angehalten</translation>
    </message>
    <message>
        <source>%1 are still being read</source>
        <translation>%1 werden noch gelesen</translation>
    </message>
    <message>
        <source>%1 handled today</source>
        <translation>%1 heute bearbeitet</translation>
    </message>
    <message>
        <source>%1 is not connected since %2</source>
        <translation>%1 ist seit %2 nicht verbunden</translation>
    </message>
    <message>
        <source>%1 is not connected</source>
        <translation>%1 ist nicht verbunden</translation>
    </message>
    <message>
        <source>%1 matches in all mailboxes.</source>
        <translation>%1 Treffer in allen Postfächern.</translation>
    </message>
    <message>
        <source>%1 meetings</source>
        <translation>%1 Termine</translation>
    </message>
    <message>
        <source>%1 need you</source>
        <translation>%1 brauchen Sie</translation>
    </message>
    <message>
        <source>%1 reports in the last 30 days are dealt with.</source>
        <translation>%1 Berichte der letzten 30 Tage sind erledigt.</translation>
    </message>
    <message>
        <source>%1 stars the selected conversation.</source>
        <translation>%1 versieht die gewählte Unterhaltung mit einem Stern.</translation>
    </message>
    <message>
        <source>%1 wait for their servers</source>
        <translation>%1 warten auf ihre Server</translation>
    </message>
    <message>
        <source>%1; more may wait there.</source>
        <translation>%1; dort kann noch mehr warten.</translation>
    </message>
    <message>
        <source>1 is paused</source>
        <translation>1 ist angehalten</translation>
    </message>
    <message>
        <source>1 is still being read</source>
        <translation>1 wird noch gelesen</translation>
    </message>
    <message>
        <source>1 match in all mailboxes.</source>
        <translation>1 Treffer in allen Postfächern.</translation>
    </message>
    <message>
        <source>1 meeting</source>
        <translation>1 Termin</translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>1 braucht Sie</translation>
    </message>
    <message>
        <source>1 report in the last 30 days is dealt with.</source>
        <translation>1 Bericht der letzten 30 Tage ist erledigt.</translation>
    </message>
    <message>
        <source>1 waits for its server</source>
        <translation>1 wartet auf seinen Server</translation>
    </message>
    <message>
        <source>All answered%1</source>
        <translation>Alles beantwortet%1</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Connect a mailbox to see replies</source>
        <translation>Verbinden Sie ein Postfach, um Antworten zu sehen</translation>
    </message>
    <message>
        <source>Connect a mailbox</source>
        <translation>Postfach verbinden</translation>
    </message>
    <message>
        <source>In any conversation on this computer.</source>
        <translation>In jeder Unterhaltung auf diesem Computer.</translation>
    </message>
    <message>
        <source>Mail before %1 is not on this computer.</source>
        <translation>Mail vor dem %1 ist nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>New replies appear here by themselves.</source>
        <translation>Neue Antworten erscheinen hier von selbst.</translation>
    </message>
    <message>
        <source>Next: %1 (%2)</source>
        <translation>Weiter: %1 (%2)</translation>
    </message>
    <message>
        <source>No bounces in 30 days%1</source>
        <translation>Keine Rückläufer in 30 Tagen%1</translation>
    </message>
    <message>
        <source>No bounces%1</source>
        <translation>Keine Rückläufer%1</translation>
    </message>
    <message>
        <source>No match in any mailbox.</source>
        <translation>Kein Treffer in einem Postfach.</translation>
    </message>
    <message>
        <source>No network. You can sort and write.</source>
        <translation>Kein Netz. Sie können sortieren und schreiben.</translation>
    </message>
    <message>
        <source>No network. You can sort and write; %1 changes wait.</source>
        <translation>Kein Netz. Sie können sortieren und schreiben; %1 Änderungen warten.</translation>
    </message>
    <message>
        <source>No network. You can sort and write; 1 change waits.</source>
        <translation>Kein Netz. Sie können sortieren und schreiben; 1 Änderung wartet.</translation>
    </message>
    <message>
        <source>Nothing in %1%2</source>
        <translation>Nichts in „%1“%2</translation>
    </message>
    <message>
        <source>Nothing is read here: the mailbox is switched off.</source>
        <translation>Hier wird nichts gelesen: Das Postfach ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>Nothing is scheduled</source>
        <translation>Nichts ist geplant</translation>
    </message>
    <message>
        <source>Nothing is snoozed</source>
        <translation>Nichts ist zurückgestellt</translation>
    </message>
    <message>
        <source>Nothing is starred</source>
        <translation>Nichts hat einen Stern</translation>
    </message>
    <message>
        <source>Nothing is “%1” here%2</source>
        <translation>Hier ist nichts „%1“%2</translation>
    </message>
    <message>
        <source>Nothing leaves this computer except to your mail servers.</source>
        <translation>Nichts verlässt diesen Computer, außer zu Ihren Mailservern.</translation>
    </message>
    <message>
        <source>Nothing matches “%1” in %2</source>
        <translation>Nichts passt auf „%1“ in %2</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>Nichts passt auf „%1“</translation>
    </message>
    <message>
        <source>Nothing unread%1</source>
        <translation>Nichts ungelesen%1</translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation>Nichts wartet auf den Versand</translation>
    </message>
    <message>
        <source>Reading the newest mail first</source>
        <translation>Die neueste Mail wird zuerst gelesen</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Replies appear here while we read.</source>
        <translation>Antworten erscheinen hier, während gelesen wird.</translation>
    </message>
    <message>
        <source>Replies may wait there.</source>
        <translation>Dort können Antworten warten.</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Show all conversations</source>
        <translation>Alle Unterhaltungen zeigen</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>Die Liste konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>The next snooze wakes %1.</source>
        <translation>Die nächste kommt zurück: %1.</translation>
    </message>
    <message>
        <source>Try it on invented mailboxes</source>
        <translation>Mit erfundenen Postfächern ausprobieren</translation>
    </message>
    <message>
        <source>Not all mail before %1 is on this computer.</source>
        <translation>Nicht alle E-Mails vor dem %1 sind auf diesem Computer.</translation>
    </message>
    <message>
        <source>Search on the servers</source>
        <translation>Auf den Servern suchen</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>Not tried, because an earlier step failed.</source>
        <translation>Nicht versucht, weil ein früherer Schritt fehlschlug.</translation>
    </message>
    <message>
        <source>%1 puts a copy of what you send into Sent.</source>
        <translation>%1 legt eine Kopie des Gesendeten in „Gesendet“ ab.</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>Der Server</translation>
    </message>
    <message>
        <source>Inlet puts a copy of what you send into Sent.</source>
        <translation>Inlet legt eine Kopie des Gesendeten in „Gesendet“ ab.</translation>
    </message>
    <message>
        <source>Encrypted.</source>
        <translation>Verschlüsselt.</translation>
    </message>
    <message>
        <source>Encrypted with %1.</source>
        <translation>Verschlüsselt mit %1.</translation>
    </message>
    <message>
        <source>%1 was found.</source>
        <translation>%1 wurde gefunden.</translation>
    </message>
    <message>
        <source>%1 answers on port %2.</source>
        <translation>%1 antwortet auf Port %2.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Angemeldet als %1.</translation>
    </message>
    <message>
        <source>The server says what each folder is for.</source>
        <translation>Der Server sagt, wozu jeder Ordner da ist.</translation>
    </message>
    <message>
        <source>The server announces new mail by itself.</source>
        <translation>Der Server kündigt neue Mail von selbst an.</translation>
    </message>
    <message>
        <source>You may send as %1.</source>
        <translation>Sie dürfen als %1 senden.</translation>
    </message>
    <message>
        <source>All mailboxes at %1</source>
        <translation>Alle Postfächer bei %1</translation>
    </message>
    <message>
        <source> New mail to people who never wrote is held; replies leave as usual.</source>
        <translation> Neue Mail an Personen, die nie geschrieben haben, wird angehalten; Antworten gehen wie immer hinaus.</translation>
    </message>
    <message>
        <source>See the bounces</source>
        <translation>Rückläufer ansehen</translation>
    </message>
    <message>
        <source>The local database cannot be read.</source>
        <translation>Die lokale Datenbank kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This conversation is no longer here.</source>
        <translation>Diese Unterhaltung ist nicht mehr hier.</translation>
    </message>
    <message>
        <source>The server no longer has this message.</source>
        <translation>Der Server hat diese Nachricht nicht mehr.</translation>
    </message>
    <message>
        <source>The server refused this sign-in earlier; it is not tried again by itself.</source>
        <translation>Der Server hat diese Anmeldung schon einmal abgelehnt; sie wird nicht von selbst noch einmal versucht.</translation>
    </message>
    <message>
        <source>The list of mailboxes cannot be read: </source>
        <translation>Die Liste der Postfächer kann nicht gelesen werden: </translation>
    </message>
    <message>
        <source>That is not an email address.</source>
        <translation>Das ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source> is already connected. Change it in its settings instead.</source>
        <translation> ist schon verbunden. Ändern Sie es in seinen Einstellungen.</translation>
    </message>
    <message>
        <source>This mailbox is not connected.</source>
        <translation>Dieses Postfach ist nicht verbunden.</translation>
    </message>
    <message>
        <source>this mailbox</source>
        <translation>dieses Postfach</translation>
    </message>
    <message>
        <source>%1 must not be written to: %2 is on your do-not-contact list since %3 (%4).</source>
        <translation>An %1 darf nicht geschrieben werden: %2 steht seit %3 auf Ihrer Sperrliste (%4).</translation>
    </message>
    <message>
        <source>Choose the mailbox this mail leaves from.</source>
        <translation>Wählen Sie das Postfach, von dem diese Mail hinausgeht.</translation>
    </message>
    <message>
        <source>The quotes in this line do not match.</source>
        <translation>Die Anführungszeichen in dieser Zeile passen nicht zusammen.</translation>
    </message>
    <message>
        <source>There is no address in this line.</source>
        <translation>In dieser Zeile ist keine Adresse.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not an email address.</source>
        <translation>„%1“ ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>%1 is in line %2 already.</source>
        <translation>%1 steht schon in Zeile %2.</translation>
    </message>
    <message>
        <source>Two columns are used for the same thing. &apos;%1&apos; is the second; choose another use for it.</source>
        <translation>Zwei Spalten werden für dasselbe benutzt. „%1“ ist die zweite; wählen Sie etwas anderes dafür.</translation>
    </message>
    <message>
        <source>Choose the column with the email addresses.</source>
        <translation>Wählen Sie die Spalte mit den E-Mail-Adressen.</translation>
    </message>
    <message>
        <source>This file is too large. Split it into parts of at most 256 MB.</source>
        <translation>Diese Datei ist zu groß. Teilen Sie sie in Teile von höchstens 256 MB.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Diese Datei ist leer.</translation>
    </message>
    <message>
        <source>This is no text file. Save the table as CSV and choose that file.</source>
        <translation>Das ist keine Textdatei. Speichern Sie die Tabelle als CSV und wählen Sie diese Datei.</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>%1 is one of your own mailboxes.</source>
        <translation>%1 ist eines Ihrer eigenen Postfächer.</translation>
    </message>
    <message>
        <source>%1 is on the do-not-contact list.</source>
        <translation>%1 steht auf der Sperrliste.</translation>
    </message>
    <message>
        <source>There is no recipient yet. Add an address to the To line.</source>
        <translation>Es gibt noch keinen Empfänger. Geben Sie eine Adresse in der Zeile „An“ ein.</translation>
    </message>
    <message>
        <source>moved to the archive</source>
        <translation>ins Archiv verschoben</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>moved to Junk</source>
        <translation>in den Spam verschoben</translation>
    </message>
    <message>
        <source>moved back to the inbox</source>
        <translation>in den Posteingang zurückverschoben</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>marked as read</source>
        <translation>als gelesen markiert</translation>
    </message>
    <message>
        <source>marked as unread</source>
        <translation>als ungelesen markiert</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>unstarred</source>
        <translation>ohne Stern</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>%1 conversations</source>
        <translation>Änderung an %1 Unterhaltungen</translation>
    </message>
    <message>
        <source>A conversation</source>
        <translation>Änderung an einer Unterhaltung</translation>
    </message>
    <message>
        <source>%1 could not be %2: the server of %3 refused it, so the change is taken back here.</source>
        <translation>%1 (%2): Der Server von %3 hat sie abgelehnt, deshalb ist sie hier zurückgenommen.</translation>
    </message>
    <message>
        <source> It said: %1</source>
        <translation> Er sagte: %1</translation>
    </message>
    <message>
        <source>A quotation mark is open.</source>
        <translation>Ein Anführungszeichen ist offen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not one of sender, domain, subject, words.</source>
        <translation>„%1“ ist nicht sender, domain, subject oder words.</translation>
    </message>
    <message>
        <source>There is no category &apos;%1&apos;.</source>
        <translation>Es gibt keine Kategorie „%1“.</translation>
    </message>
    <message>
        <source>A rule for a domain needs one, like acme.com.</source>
        <translation>Eine Regel für eine Domain braucht eine, wie acme.com.</translation>
    </message>
    <message>
        <source>A rule for a sender needs an address, like jo@acme.com.</source>
        <translation>Eine Regel für einen Absender braucht eine Adresse, wie jo@acme.com.</translation>
    </message>
    <message>
        <source>A rule needs something to compare.</source>
        <translation>Eine Regel braucht etwas zum Vergleichen.</translation>
    </message>
    <message>
        <source>More than 1,000 rules are not kept.</source>
        <translation>Mehr als 1.000 Regeln werden nicht behalten.</translation>
    </message>
    <message>
        <source>mailbox</source>
        <translation>Postfach</translation>
    </message>
    <message>
        <source>mailboxes</source>
        <translation>Postfächer</translation>
    </message>
    <message>
        <source>conversation with your decisions</source>
        <translation>Unterhaltung mit Ihren Entscheidungen</translation>
    </message>
    <message>
        <source>conversations with your decisions</source>
        <translation>Unterhaltungen mit Ihren Entscheidungen</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>message of the outbox</source>
        <translation>Nachricht des Postausgangs</translation>
    </message>
    <message>
        <source>messages of the outbox</source>
        <translation>Nachrichten des Postausgangs</translation>
    </message>
    <message>
        <source>do-not-contact entry</source>
        <translation>Eintrag der Sperrliste</translation>
    </message>
    <message>
        <source>do-not-contact entries</source>
        <translation>Einträge der Sperrliste</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>change that waits for its server</source>
        <translation>Änderung, die auf ihren Server wartet</translation>
    </message>
    <message>
        <source>changes that wait for their servers</source>
        <translation>Änderungen, die auf ihre Server warten</translation>
    </message>
    <message>
        <source>The local database was damaged and has been replaced.</source>
        <translation>Die lokale Datenbank war beschädigt und wurde ersetzt.</translation>
    </message>
    <message>
        <source>Kept: %1.</source>
        <translation>Behalten: %1.</translation>
    </message>
    <message>
        <source>Your mail is being fetched again from the servers.</source>
        <translation>Ihre Mail wird noch einmal von den Servern geholt.</translation>
    </message>
    <message>
        <source>No mailbox could be read: connect them again, and the mail comes back from the servers.</source>
        <translation>Kein Postfach war lesbar: Verbinden Sie sie neu, dann kommt die Mail von den Servern zurück.</translation>
    </message>
    <message>
        <source>%1 may have left or not and will not be sent again by itself: look at the outbox.</source>
        <translation>Bei diesen ist unbekannt, ob sie hinausgingen, sie werden nicht von selbst noch einmal gesendet: %1. Sehen Sie in den Postausgang.</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Read from the safety copy, which may be some minutes older: %1.</source>
        <translation>Aus der Sicherungskopie gelesen, die einige Minuten älter sein kann: %1.</translation>
    </message>
    <message>
        <source>Could not be read whole: %1.</source>
        <translation>Nicht ganz lesbar: %1.</translation>
    </message>
    <message>
        <source>What was changed last may be missing.</source>
        <translation>Die letzten Änderungen können fehlen.</translation>
    </message>
    <message>
        <source>The old file is %1.</source>
        <translation>Die alte Datei ist %1.</translation>
    </message>
    <message>
        <source>This happened on %1. Earlier steps can no longer be undone. When everything is back, the old file can be deleted.</source>
        <translation>Das geschah am %1. Frühere Schritte lassen sich nicht mehr rückgängig machen. Wenn alles wieder da ist, kann die alte Datei gelöscht werden.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is neither an address nor a domain.</source>
        <translation>„%1“ ist weder eine Adresse noch eine Domain.</translation>
    </message>
    <message>
        <source>Millions of people have their mailbox at %1. Add single addresses.</source>
        <translation>Millionen Menschen haben ihr Postfach bei %1. Fügen Sie einzelne Adressen hinzu.</translation>
    </message>
    <message>
        <source>There is nothing left to undo.</source>
        <translation>Es gibt nichts mehr rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Posteingang</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Junk</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>All Mail</source>
        <translation>Alle Mails</translation>
    </message>
    <message>
        <source>Found: %1.</source>
        <translation>Gefunden: %1.</translation>
    </message>
    <message>
        <source>given the label “%1”</source>
        <translation>mit dem Label „%1“ versehen</translation>
    </message>
    <message>
        <source>freed of the label “%1”</source>
        <translation>vom Label „%1“ befreit</translation>
    </message>
    <message>
        <source>The server could not search.</source>
        <translation>Der Server konnte nicht suchen.</translation>
    </message>
    <message>
        <source>A folder could not be searched.</source>
        <translation>Ein Ordner konnte nicht durchsucht werden.</translation>
    </message>
    <message>
        <source>The mailbox is not connected.</source>
        <translation>Das Postfach ist nicht verbunden.</translation>
    </message>
    <message>
        <source>The mailbox is switched off.</source>
        <translation>Das Postfach ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>%1 was not removed, and nothing of it is lost: %2</source>
        <translation>%1 wurde nicht entfernt, und nichts davon ist verloren: %2</translation>
    </message>
    <message>
        <source>%1 is removed, but its password is still where passwords are kept: %2. Unlock that, then delete the entry &quot;mailbox/%1&quot; there, or connect the mailbox once more and remove it again.</source>
        <translation>%1 ist entfernt, aber sein Passwort liegt noch dort, wo Passwörter aufbewahrt werden: %2. Entsperren Sie das und löschen Sie dort den Eintrag &quot;mailbox/%1&quot;, oder verbinden Sie das Postfach noch einmal und entfernen Sie es wieder.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>2-Step Verification is off, or your organisation, Advanced Protection or key-only sign-in blocks app passwords.</source>
        <translation>Die Bestätigung in zwei Schritten ist aus, oder Ihre Organisation, die Erweiterte Sicherheit oder die Anmeldung nur mit Schlüssel verhindert App-Passwörter.</translation>
    </message>
    <message>
        <source>All its mailboxes wait; the limit slides over 24 hours. Your admin sees it under Reports, Mail flow.</source>
        <translation>Alle Postfächer dort warten; die Grenze gilt über 24 Stunden. Ihr Admin sieht sie unter Berichte, Nachrichtenfluss.</translation>
    </message>
    <message>
        <source>An admin must approve this program once.</source>
        <translation>Ein Admin muss dieses Programm einmal freigeben.</translation>
    </message>
    <message>
        <source>Another program has this mailbox locked for the moment.</source>
        <translation>Ein anderes Programm hält dieses Postfach gerade gesperrt.</translation>
    </message>
    <message>
        <source>Another program keeps Inlet&apos;s database locked.</source>
        <translation>Ein anderes Programm hält die Datenbank von Inlet gesperrt.</translation>
    </message>
    <message>
        <source>Ask for: Apps, Google Workspace, Gmail, End User Access, IMAP access.</source>
        <translation>Bitten Sie um: Apps, Google Workspace, Gmail, Endnutzerzugriff, IMAP-Zugriff.</translation>
    </message>
    <message>
        <source>Ask the admin of your domain to allow IMAP, then try again.</source>
        <translation>Bitten Sie den Admin Ihrer Domain, IMAP zu erlauben, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Ask the people who run the mailbox to open it again; the server&apos;s words are under Details.</source>
        <translation>Bitten Sie die Betreiber des Postfachs, es wieder zu öffnen; die Worte des Servers stehen unter Einzelheiten.</translation>
    </message>
    <message>
        <source>Ask the people who run the server to allow PLAIN or SCRAM over TLS.</source>
        <translation>Bitten Sie die Betreiber des Servers, PLAIN oder SCRAM über TLS zu erlauben.</translation>
    </message>
    <message>
        <source>Ask the people who run the server to switch on TLS 1.2 or newer.</source>
        <translation>Bitten Sie die Betreiber des Servers, TLS 1.2 oder neuer einzuschalten.</translation>
    </message>
    <message>
        <source>Ask your admin to allow authenticated SMTP for this mailbox, or use Microsoft&apos;s own sign-in, which sends another way.</source>
        <translation>Bitten Sie Ihren Admin, authentifiziertes SMTP für dieses Postfach zu erlauben, oder nehmen Sie die Anmeldung von Microsoft, die anders sendet.</translation>
    </message>
    <message>
        <source>Ask your admin to allow authenticated SMTP, or use Microsoft&apos;s own sign-in, which sends another way.</source>
        <translation>Bitten Sie Ihren Admin, authentifiziertes SMTP zu erlauben, oder nehmen Sie die Anmeldung von Microsoft, die anders sendet.</translation>
    </message>
    <message>
        <source>Ask your admin to set up SPF, DKIM and DMARC for your domain.</source>
        <translation>Bitten Sie Ihren Admin, SPF, DKIM und DMARC für Ihre Domain einzurichten.</translation>
    </message>
    <message>
        <source>Ask your admin to switch on IMAP for the mailbox, or switch it on yourself under Mail, Forwarding and IMAP at Outlook.com.</source>
        <translation>Bitten Sie Ihren Admin, IMAP für das Postfach einzuschalten, oder schalten Sie es selbst bei Outlook.com unter E-Mail, Weiterleitung und IMAP ein.</translation>
    </message>
    <message>
        <source>Authenticated sending is off for this mailbox, or a rule of your organisation blocks it.</source>
        <translation>Authentifiziertes Senden ist für dieses Postfach aus, oder eine Regel Ihrer Organisation verhindert es.</translation>
    </message>
    <message>
        <source>Bring it back from a backup, or start a new vault and type the passwords again.</source>
        <translation>Holen Sie ihn aus einer Sicherung zurück, oder legen Sie einen neuen Tresor an und geben Sie die Passwörter neu ein.</translation>
    </message>
    <message>
        <source>Change the ending of the server names to the region of your account.</source>
        <translation>Ändern Sie die Endung der Servernamen auf die Region Ihres Kontos.</translation>
    </message>
    <message>
        <source>Change the message</source>
        <translation>Nachricht ändern</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Change the recipient</source>
        <translation>Empfänger ändern</translation>
    </message>
    <message>
        <source>Change the sender or the user name</source>
        <translation>Absender oder Benutzernamen ändern</translation>
    </message>
    <message>
        <source>Change the server name</source>
        <translation>Servernamen ändern</translation>
    </message>
    <message>
        <source>Change the server settings</source>
        <translation>Servereinstellungen ändern</translation>
    </message>
    <message>
        <source>Change the text or remove the attachment, then send it again.</source>
        <translation>Ändern Sie den Text oder entfernen Sie den Anhang, dann senden Sie noch einmal.</translation>
    </message>
    <message>
        <source>Change the text, then send it again; the message is kept.</source>
        <translation>Ändern Sie den Text, dann senden Sie noch einmal; die Nachricht ist noch da.</translation>
    </message>
    <message>
        <source>Change the text. If it happens again, ask your admin whether the mailbox is restricted.</source>
        <translation>Ändern Sie den Text. Kommt es wieder vor, fragen Sie Ihren Admin, ob das Postfach eingeschränkt ist.</translation>
    </message>
    <message>
        <source>Check port and encryption: 993 and 465 use TLS from the start, 143 and 587 use STARTTLS.</source>
        <translation>Prüfen Sie Port und Verschlüsselung: 993 und 465 beginnen mit TLS, 143 und 587 nutzen STARTTLS.</translation>
    </message>
    <message>
        <source>Check server name and port.</source>
        <translation>Prüfen Sie Servernamen und Port.</translation>
    </message>
    <message>
        <source>Check that the disk is not full and that the folder belongs to you, then start again.</source>
        <translation>Prüfen Sie, ob die Festplatte voll ist und ob der Ordner Ihnen gehört, dann starten Sie noch einmal.</translation>
    </message>
    <message>
        <source>Check that this address belongs to the mailbox you sign in with.</source>
        <translation>Prüfen Sie, ob diese Adresse zu dem Postfach gehört, mit dem Sie sich anmelden.</translation>
    </message>
    <message>
        <source>Check that you signed in as the owner of this mailbox, and ask your admin to switch on IMAP for it.</source>
        <translation>Prüfen Sie, ob Sie als Inhaber dieses Postfachs angemeldet waren, und bitten Sie Ihren Admin, IMAP dafür einzuschalten.</translation>
    </message>
    <message>
        <source>Check that you signed in as the owner of this mailbox.</source>
        <translation>Prüfen Sie, ob Sie als Inhaber dieses Postfachs angemeldet waren.</translation>
    </message>
    <message>
        <source>Check the address of the prospect.</source>
        <translation>Prüfen Sie die Adresse des Interessenten.</translation>
    </message>
    <message>
        <source>Check the date of this computer. Stop here unless you know why. You can trust this one certificate for this one mailbox; compare its SHA-256 with the people who run the server first.</source>
        <translation>Prüfen Sie das Datum dieses Computers. Hören Sie hier auf, wenn Sie den Grund nicht kennen. Sie können diesem einen Zertifikat für dieses eine Postfach vertrauen; vergleichen Sie vorher seinen SHA-256-Wert mit den Betreibern des Servers.</translation>
    </message>
    <message>
        <source>Check the password, and whether your account is at .com, .eu, .in, .com.au, .jp or .ca; organisation accounts use imappro and smtppro. With two-factor sign-in you need an app password.</source>
        <translation>Prüfen Sie das Passwort und ob Ihr Konto bei .com, .eu, .in, .com.au, .jp oder .ca liegt; Konten von Organisationen nutzen imappro und smtppro. Mit Zwei-Faktor-Anmeldung brauchen Sie ein App-Passwort.</translation>
    </message>
    <message>
        <source>Check the port: reading uses 993, sending 465 or 587.</source>
        <translation>Prüfen Sie den Port: Lesen nutzt 993, Senden 465 oder 587.</translation>
    </message>
    <message>
        <source>Check the spelling of the server name, or let Inlet suggest servers from where the mail of the domain goes.</source>
        <translation>Prüfen Sie die Schreibweise des Servernamens, oder lassen Sie Inlet Server vorschlagen, je nachdem, wohin die Mail der Domain geht.</translation>
    </message>
    <message>
        <source>Check the user name: some servers want another form of it than the address.</source>
        <translation>Prüfen Sie den Benutzernamen: Manche Server wollen eine andere Form als die Adresse.</translation>
    </message>
    <message>
        <source>Check user name and password for sending.</source>
        <translation>Prüfen Sie Benutzernamen und Passwort für das Senden.</translation>
    </message>
    <message>
        <source>Check your network connection or VPN, then try again.</source>
        <translation>Prüfen Sie Ihre Netzverbindung oder Ihr VPN und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check your network connection, then try again.</source>
        <translation>Prüfen Sie Ihre Netzverbindung und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Close it: a backup, a second Inlet, a tool that looks into databases. Inlet goes on by itself then.</source>
        <translation>Schließen Sie es: eine Sicherung, ein zweites Inlet, ein Werkzeug für Datenbanken. Inlet macht dann von selbst weiter.</translation>
    </message>
    <message>
        <source>Copy a note for the admin</source>
        <translation>Notiz für den Admin kopieren</translation>
    </message>
    <message>
        <source>Copy the approval link</source>
        <translation>Freigabe-Link kopieren</translation>
    </message>
    <message>
        <source>Copy the client id for the admin</source>
        <translation>Client-Kennung für den Admin kopieren</translation>
    </message>
    <message>
        <source>Copy the password from &apos;Mailbox details&apos; in Bridge.</source>
        <translation>Kopieren Sie das Passwort aus „Postfach-Details“ in Bridge.</translation>
    </message>
    <message>
        <source>Copy the steps for the admin</source>
        <translation>Schritte für den Admin kopieren</translation>
    </message>
    <message>
        <source>Delete or archive mail in it, or ask for more room.</source>
        <translation>Löschen oder archivieren Sie Mail darin, oder bitten Sie um mehr Platz.</translation>
    </message>
    <message>
        <source>Fastmail only takes app passwords in mail programs.</source>
        <translation>Fastmail nimmt in Mailprogrammen nur App-Passwörter an.</translation>
    </message>
    <message>
        <source>Google did not accept this password. If you changed your Google password, old app passwords are void.</source>
        <translation>Google hat dieses Passwort nicht angenommen. Wenn Sie Ihr Google-Passwort geändert haben, gelten alte App-Passwörter nicht mehr.</translation>
    </message>
    <message>
        <source>Google is holding this sign-in for a check.</source>
        <translation>Google hält diese Anmeldung zur Prüfung an.</translation>
    </message>
    <message>
        <source>Google shows a warning because this registration is private.</source>
        <translation>Google zeigt eine Warnung, weil diese Registrierung privat ist.</translation>
    </message>
    <message>
        <source>Google wants an app password here, not your normal one.</source>
        <translation>Google will hier ein App-Passwort, nicht Ihr normales.</translation>
    </message>
    <message>
        <source>IMAP is off in Zoho, or your plan has no IMAP.</source>
        <translation>IMAP ist in Zoho aus, oder Ihr Tarif hat kein IMAP.</translation>
    </message>
    <message>
        <source>IMAP is switched off for this mailbox.</source>
        <translation>IMAP ist für dieses Postfach ausgeschaltet.</translation>
    </message>
    <message>
        <source>If your mail server has it, it is fetched again with the next sync. What waited to be sent: write it again.</source>
        <translation>Wenn Ihr Mailserver sie hat, wird sie beim nächsten Abgleich neu geholt. Was auf den Versand wartete, schreiben Sie neu.</translation>
    </message>
    <message>
        <source>Inlet could not write to its database.</source>
        <translation>Inlet konnte nicht in seine Datenbank schreiben.</translation>
    </message>
    <message>
        <source>Inlet looks every few minutes instead.</source>
        <translation>Inlet sieht stattdessen alle paar Minuten nach.</translation>
    </message>
    <message>
        <source>Inlet looks for the copy after each send and adds one only if there is none.</source>
        <translation>Inlet sucht die Kopie nach jedem Senden und legt nur eine ab, wenn keine da ist.</translation>
    </message>
    <message>
        <source>Inlet needs both, because answers must arrive somewhere. Add the IMAP server.</source>
        <translation>Inlet braucht beides, denn Antworten müssen irgendwo ankommen. Fügen Sie den IMAP-Server hinzu.</translation>
    </message>
    <message>
        <source>Inlet needs both, because you want to answer. Add the SMTP server.</source>
        <translation>Inlet braucht beides, denn Sie wollen antworten. Fügen Sie den SMTP-Server hinzu.</translation>
    </message>
    <message>
        <source>Inlet tries again by itself</source>
        <translation>Inlet versucht es von selbst noch einmal</translation>
    </message>
    <message>
        <source>Inlet tries again by itself.</source>
        <translation>Inlet versucht es von selbst noch einmal.</translation>
    </message>
    <message>
        <source>Inlet tries again tomorrow</source>
        <translation>Inlet versucht es morgen noch einmal</translation>
    </message>
    <message>
        <source>Inlet uses fewer and tries again by itself. Close other mail programs that use this mailbox.</source>
        <translation>Inlet nutzt weniger und versucht es von selbst noch einmal. Schließen Sie andere Mailprogramme, die dieses Postfach nutzen.</translation>
    </message>
    <message>
        <source>Inlet waits some minutes and uses fewer. Close other mail programs if it stays so.</source>
        <translation>Inlet wartet einige Minuten und nutzt weniger. Schließen Sie andere Mailprogramme, wenn es so bleibt.</translation>
    </message>
    <message>
        <source>Install that version again. This one would not understand what is in there.</source>
        <translation>Installieren Sie jene Version wieder. Diese würde nicht verstehen, was darin steht.</translation>
    </message>
    <message>
        <source>Look at the folders and correct them if one is wrong.</source>
        <translation>Sehen Sie sich die Ordner an und berichtigen Sie sie, wenn einer falsch ist.</translation>
    </message>
    <message>
        <source>Look at the folders</source>
        <translation>Ordner ansehen</translation>
    </message>
    <message>
        <source>Look at the marked field and correct it.</source>
        <translation>Sehen Sie sich das markierte Feld an und berichtigen Sie es.</translation>
    </message>
    <message>
        <source>Look at the server&apos;s words under Details, then check user name and password.</source>
        <translation>Sehen Sie sich die Worte des Servers unter Einzelheiten an, dann prüfen Sie Benutzernamen und Passwort.</translation>
    </message>
    <message>
        <source>Look whether the disk is there and the folder belongs to you; then start again.</source>
        <translation>Sehen Sie nach, ob die Festplatte da ist und der Ordner Ihnen gehört; dann starten Sie noch einmal.</translation>
    </message>
    <message>
        <source>Make a new app password and paste it here; spaces are removed.</source>
        <translation>Erstellen Sie ein neues App-Passwort und fügen Sie es hier ein; Leerzeichen werden entfernt.</translation>
    </message>
    <message>
        <source>Make an app password for mail, paste it here, and keep your normal password for the web.</source>
        <translation>Erstellen Sie ein App-Passwort für Mail, fügen Sie es hier ein und behalten Sie Ihr normales für das Web.</translation>
    </message>
    <message>
        <source>Make an app password under Account security and paste it here. After several refused tries wait 30 minutes.</source>
        <translation>Erstellen Sie unter Kontosicherheit ein App-Passwort und fügen Sie es hier ein. Nach mehreren abgelehnten Versuchen warten Sie 30 Minuten.</translation>
    </message>
    <message>
        <source>Make an app password with access to mail and paste it here.</source>
        <translation>Erstellen Sie ein App-Passwort mit Zugriff auf Mail und fügen Sie es hier ein.</translation>
    </message>
    <message>
        <source>Make an app-specific password in your Apple account. For some accounts the IMAP user name is only the part before the @.</source>
        <translation>Erstellen Sie in Ihrem Apple-Account ein anwendungsspezifisches Passwort. Bei manchen Konten ist der IMAP-Benutzername nur der Teil vor dem @.</translation>
    </message>
    <message>
        <source>Make room in the mailbox</source>
        <translation>Platz im Postfach schaffen</translation>
    </message>
    <message>
        <source>Make room on the disk; Inlet goes on by itself.</source>
        <translation>Schaffen Sie Platz auf der Festplatte; Inlet macht von selbst weiter.</translation>
    </message>
    <message>
        <source>Microsoft did not accept the sign-in; passwords alone no longer work in most organisations.</source>
        <translation>Microsoft hat die Anmeldung nicht angenommen; Passwörter allein genügen in den meisten Organisationen nicht mehr.</translation>
    </message>
    <message>
        <source>Microsoft does not take passwords from mail programs any more.</source>
        <translation>Microsoft nimmt von Mailprogrammen keine Passwörter mehr an.</translation>
    </message>
    <message>
        <source>Microsoft ended this permission after a long time without use.</source>
        <translation>Microsoft hat diese Erlaubnis nach langer Zeit ohne Nutzung beendet.</translation>
    </message>
    <message>
        <source>Microsoft has blocked sending from this mailbox.</source>
        <translation>Microsoft hat das Senden aus diesem Postfach gesperrt.</translation>
    </message>
    <message>
        <source>Microsoft is holding this sign-in for a check.</source>
        <translation>Microsoft hält diese Anmeldung zur Prüfung an.</translation>
    </message>
    <message>
        <source>Microsoft let you in, but IMAP is off for this mailbox.</source>
        <translation>Microsoft hat Sie hereingelassen, aber IMAP ist für dieses Postfach aus.</translation>
    </message>
    <message>
        <source>Most servers want the full address, some only the part before the @.</source>
        <translation>Die meisten Server wollen die ganze Adresse, manche nur den Teil vor dem @.</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Nichts zu tun</translation>
    </message>
    <message>
        <source>Often the server has another name: look at the names in the certificate and change the server name. Stop here unless you know why. You can trust this one certificate for this one mailbox; compare its SHA-256 with the people who run the server first.</source>
        <translation>Oft heißt der Server anders: Sehen Sie sich die Namen im Zertifikat an und ändern Sie den Servernamen. Hören Sie hier auf, wenn Sie den Grund nicht kennen. Sie können diesem einen Zertifikat für dieses eine Postfach vertrauen; vergleichen Sie vorher seinen SHA-256-Wert mit den Betreibern des Servers.</translation>
    </message>
    <message>
        <source>One of the settings makes no sense.</source>
        <translation>Eine der Einstellungen ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>Open Gmail&apos;s settings, Forwarding and POP/IMAP, and enable IMAP.</source>
        <translation>Öffnen Sie in den Einstellungen von Gmail „Weiterleitung und POP/IMAP“ und aktivieren Sie IMAP.</translation>
    </message>
    <message>
        <source>Open Google</source>
        <translation>Google öffnen</translation>
    </message>
    <message>
        <source>Open Google&apos;s explanation</source>
        <translation>Erklärung von Google öffnen</translation>
    </message>
    <message>
        <source>Open Google, confirm that it was you, then try again.</source>
        <translation>Öffnen Sie Google, bestätigen Sie, dass Sie es waren, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Open Settings, Mail accounts, IMAP access. In an organisation the admin&apos;s email policy must allow IMAP as well.</source>
        <translation>Öffnen Sie Einstellungen, Mailkonten, IMAP-Zugriff. In einer Organisation muss auch die E-Mail-Richtlinie des Admins IMAP erlauben.</translation>
    </message>
    <message>
        <source>Open Yandex help</source>
        <translation>Hilfe von Yandex öffnen</translation>
    </message>
    <message>
        <source>Open Zoho Mail</source>
        <translation>Zoho Mail öffnen</translation>
    </message>
    <message>
        <source>Open account security</source>
        <translation>Kontosicherheit öffnen</translation>
    </message>
    <message>
        <source>Open app passwords</source>
        <translation>App-Passwörter öffnen</translation>
    </message>
    <message>
        <source>Open app passwords, make one for mail and paste it here; spaces are removed.</source>
        <translation>Öffnen Sie App-Passwörter, erstellen Sie eines für Mail und fügen Sie es hier ein; Leerzeichen werden entfernt.</translation>
    </message>
    <message>
        <source>Open help</source>
        <translation>Hilfe öffnen</translation>
    </message>
    <message>
        <source>Open it in the list of mailboxes to change or repair it.</source>
        <translation>Öffnen Sie es in der Liste der Postfächer, um es zu ändern oder zu reparieren.</translation>
    </message>
    <message>
        <source>Open it in your provider&apos;s web page, or ask the sender for a link to the files.</source>
        <translation>Öffnen Sie sie auf der Webseite Ihres Anbieters, oder bitten Sie den Absender um einen Link zu den Dateien.</translation>
    </message>
    <message>
        <source>Open it on the web</source>
        <translation>Im Web öffnen</translation>
    </message>
    <message>
        <source>Open recent activity</source>
        <translation>Letzte Aktivitäten öffnen</translation>
    </message>
    <message>
        <source>Open the browser again and complete the proof, or ask your admin.</source>
        <translation>Öffnen Sie den Browser noch einmal und schließen Sie den Nachweis ab, oder fragen Sie Ihren Admin.</translation>
    </message>
    <message>
        <source>Open the browser again</source>
        <translation>Browser noch einmal öffnen</translation>
    </message>
    <message>
        <source>Open the explanation</source>
        <translation>Erklärung öffnen</translation>
    </message>
    <message>
        <source>Open the mailbox</source>
        <translation>Postfach öffnen</translation>
    </message>
    <message>
        <source>Open the provider&apos;s page in your browser, confirm that it was you, then try again.</source>
        <translation>Öffnen Sie die Seite des Anbieters im Browser, bestätigen Sie, dass Sie es waren, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Open the provider&apos;s page</source>
        <translation>Seite des Anbieters öffnen</translation>
    </message>
    <message>
        <source>Open the steps</source>
        <translation>Schritte öffnen</translation>
    </message>
    <message>
        <source>Open your Apple account</source>
        <translation>Ihren Apple-Account öffnen</translation>
    </message>
    <message>
        <source>Open your account&apos;s recent activity, confirm that it was you, then try again.</source>
        <translation>Öffnen Sie die letzten Aktivitäten Ihres Kontos, bestätigen Sie, dass Sie es waren, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Organisation hosts are imappro and smtppro, with .com, .eu, .in, .com.au or .jp.</source>
        <translation>Server für Organisationen sind imappro und smtppro, mit .com, .eu, .in, .com.au oder .jp.</translation>
    </message>
    <message>
        <source>Other programs use this mailbox as well; Google allows 15 connections.</source>
        <translation>Andere Programme nutzen dieses Postfach ebenfalls; Google erlaubt 15 Verbindungen.</translation>
    </message>
    <message>
        <source>Pick the Sent folder</source>
        <translation>Gesendet-Ordner wählen</translation>
    </message>
    <message>
        <source>Port 25 is blocked in most networks.</source>
        <translation>Port 25 ist in den meisten Netzen gesperrt.</translation>
    </message>
    <message>
        <source>Port {port} of {host} is for POP3 or something else, not for this.</source>
        <translation>Port {port} von {host} ist für POP3 oder etwas anderes, nicht hierfür.</translation>
    </message>
    <message>
        <source>Proton Bridge uses a certificate of its own.</source>
        <translation>Proton Bridge nutzt ein eigenes Zertifikat.</translation>
    </message>
    <message>
        <source>Proton Bridge wants its own password, not the one of your Proton account.</source>
        <translation>Proton Bridge will sein eigenes Passwort, nicht das Ihres Proton-Kontos.</translation>
    </message>
    <message>
        <source>Reading uses IMAP on port 993, sending 465 or 587.</source>
        <translation>Lesen nutzt IMAP auf Port 993, Senden 465 oder 587.</translation>
    </message>
    <message>
        <source>Remove or shrink attachments, then send it again.</source>
        <translation>Entfernen oder verkleinern Sie Anhänge, dann senden Sie noch einmal.</translation>
    </message>
    <message>
        <source>Restore the file</source>
        <translation>Datei wiederherstellen</translation>
    </message>
    <message>
        <source>Security defaults of your organisation block this old way of signing in.</source>
        <translation>Die Sicherheitsstandards Ihrer Organisation sperren diese alte Art der Anmeldung.</translation>
    </message>
    <message>
        <source>Send them the server&apos;s words from Details.</source>
        <translation>Schicken Sie ihnen die Worte des Servers aus Einzelheiten.</translation>
    </message>
    <message>
        <source>Send your admin the approval link.</source>
        <translation>Schicken Sie Ihrem Admin den Freigabe-Link.</translation>
    </message>
    <message>
        <source>Send your admin the client id of Inlet and ask for access.</source>
        <translation>Schicken Sie Ihrem Admin die Client-Kennung von Inlet und bitten Sie um Zugriff.</translation>
    </message>
    <message>
        <source>Sending by SMTP is switched off for this mailbox.</source>
        <translation>Senden über SMTP ist für dieses Postfach ausgeschaltet.</translation>
    </message>
    <message>
        <source>Sending from this mailbox waits for a day, reading goes on. The message is kept.</source>
        <translation>Das Senden aus diesem Postfach wartet einen Tag, das Lesen geht weiter. Die Nachricht ist noch da.</translation>
    </message>
    <message>
        <source>Sending from this mailbox waits until tomorrow; the message is kept.</source>
        <translation>Das Senden aus diesem Postfach wartet bis morgen; die Nachricht ist noch da.</translation>
    </message>
    <message>
        <source>Sending is blocked for your whole organisation.</source>
        <translation>Das Senden ist für Ihre ganze Organisation gesperrt.</translation>
    </message>
    <message>
        <source>Sending stops, reading goes on. Ask the provider or your admin to unblock it.</source>
        <translation>Das Senden hält an, das Lesen geht weiter. Bitten Sie den Anbieter oder Ihren Admin, es freizugeben.</translation>
    </message>
    <message>
        <source>Set a new password in the web mail or ask your admin, then type it here.</source>
        <translation>Setzen Sie im Webmailer ein neues Passwort oder fragen Sie Ihren Admin, dann geben Sie es hier ein.</translation>
    </message>
    <message>
        <source>Show me where</source>
        <translation>Stelle zeigen</translation>
    </message>
    <message>
        <source>Sign in again and leave all boxes ticked.</source>
        <translation>Melden Sie sich noch einmal an und lassen Sie alle Häkchen gesetzt.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Noch einmal anmelden</translation>
    </message>
    <message>
        <source>Sign in again; your settings stay.</source>
        <translation>Melden Sie sich noch einmal an; Ihre Einstellungen bleiben.</translation>
    </message>
    <message>
        <source>Sign in as {email}.</source>
        <translation>Melden Sie sich als {email} an.</translation>
    </message>
    <message>
        <source>Sign in once in the web mail, then try again.</source>
        <translation>Melden Sie sich einmal im Webmailer an und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Sign in with Microsoft</source>
        <translation>Mit Microsoft anmelden</translation>
    </message>
    <message>
        <source>Sign-in worked for reading, but the server does not let you send.</source>
        <translation>Die Anmeldung zum Lesen hat geklappt, aber der Server lässt Sie nicht senden.</translation>
    </message>
    <message>
        <source>Somebody put words into the connection before it was encrypted.</source>
        <translation>Jemand hat Worte in die Verbindung gesetzt, bevor sie verschlüsselt war.</translation>
    </message>
    <message>
        <source>Something else changed this at the same moment.</source>
        <translation>Etwas anderes hat das im selben Moment geändert.</translation>
    </message>
    <message>
        <source>Something went wrong that Inlet has no words for.</source>
        <translation>Etwas ging schief, wofür Inlet keine Worte hat.</translation>
    </message>
    <message>
        <source>Start Inlet again</source>
        <translation>Inlet neu starten</translation>
    </message>
    <message>
        <source>Start Inlet again: it puts a new one in its place, keeps what can be read, and fetches your mail again.</source>
        <translation>Starten Sie Inlet neu: Es legt eine neue an, behält, was lesbar ist, und holt Ihre Mail noch einmal.</translation>
    </message>
    <message>
        <source>Start it again when you like.</source>
        <translation>Starten Sie sie wieder, wann Sie wollen.</translation>
    </message>
    <message>
        <source>Stop here and tell the people who run the server.</source>
        <translation>Hören Sie hier auf und sagen Sie es den Betreibern des Servers.</translation>
    </message>
    <message>
        <source>Stop here unless the people who run the server told you about a new certificate.</source>
        <translation>Hören Sie hier auf, wenn die Betreiber des Servers Ihnen kein neues Zertifikat angekündigt haben.</translation>
    </message>
    <message>
        <source>Stop here unless you know why. You can trust this one certificate for this one mailbox; compare its SHA-256 with the people who run the server first.</source>
        <translation>Hören Sie hier auf, wenn Sie den Grund nicht kennen. Sie können diesem einen Zertifikat für dieses eine Postfach vertrauen; vergleichen Sie vorher seinen SHA-256-Wert mit den Betreibern des Servers.</translation>
    </message>
    <message>
        <source>Stop here: the network may be hostile. Use port 993 and 465 with TLS from the start.</source>
        <translation>Hören Sie hier auf: Das Netz könnte feindlich sein. Nehmen Sie Port 993 und 465 mit TLS von Anfang an.</translation>
    </message>
    <message>
        <source>Stop here: this is how attacks on STARTTLS look. Use port 993 with TLS from the start.</source>
        <translation>Hören Sie hier auf: So sehen Angriffe auf STARTTLS aus. Nehmen Sie Port 993 mit TLS von Anfang an.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop, or trust this one certificate</source>
        <translation>Anhalten, oder diesem einen Zertifikat vertrauen</translation>
    </message>
    <message>
        <source>Switch off our own copy for this mailbox.</source>
        <translation>Schalten Sie unsere eigene Kopie für dieses Postfach aus.</translation>
    </message>
    <message>
        <source>Switch on 2-Step Verification. An admin cannot make an app password for you; where they are blocked, only Google&apos;s own sign-in works.</source>
        <translation>Schalten Sie die Bestätigung in zwei Schritten ein. Ein Admin kann kein App-Passwort für Sie erstellen; wo sie gesperrt sind, geht nur die Anmeldung von Google.</translation>
    </message>
    <message>
        <source>Switch on IMAP in the mailbox&apos;s web settings, then try again.</source>
        <translation>Schalten Sie IMAP in den Web-Einstellungen des Postfachs ein und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Switch on access for mail programs in the provider&apos;s settings, make an app password, then try again.</source>
        <translation>Schalten Sie in den Einstellungen des Anbieters den Zugriff für Mailprogramme ein, erstellen Sie ein App-Passwort und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Switch on two-step verification first, or ask your admin how mail programs may sign in.</source>
        <translation>Schalten Sie erst die Bestätigung in zwei Schritten ein, oder fragen Sie Ihren Admin, wie sich Mailprogramme anmelden dürfen.</translation>
    </message>
    <message>
        <source>Switch our copy off</source>
        <translation>Unsere Kopie ausschalten</translation>
    </message>
    <message>
        <source>The certificate of {host} does not prove its name: it has expired.</source>
        <translation>Das Zertifikat von {host} belegt den Namen nicht: Es ist abgelaufen.</translation>
    </message>
    <message>
        <source>The certificate of {host} does not prove its name: it is not valid yet.</source>
        <translation>Das Zertifikat von {host} belegt den Namen nicht: Es gilt noch nicht.</translation>
    </message>
    <message>
        <source>The certificate of {host} does not prove its name: it was made for another name.</source>
        <translation>Das Zertifikat von {host} belegt den Namen nicht: Es wurde für einen anderen Namen ausgestellt.</translation>
    </message>
    <message>
        <source>The certificate of {host} does not prove its name: its chain of issuers is broken or forged.</source>
        <translation>Das Zertifikat von {host} belegt den Namen nicht: Seine Kette von Ausstellern ist unterbrochen oder gefälscht.</translation>
    </message>
    <message>
        <source>The certificate of {host} does not prove its name: nobody we trust has issued it.</source>
        <translation>Das Zertifikat von {host} belegt den Namen nicht: Niemand, dem wir vertrauen, hat es ausgestellt.</translation>
    </message>
    <message>
        <source>The certificate of {host} does not prove its name: the server signed it itself.</source>
        <translation>Das Zertifikat von {host} belegt den Namen nicht: Der Server hat es selbst unterschrieben.</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>Die Prüfung wurde angehalten.</translation>
    </message>
    <message>
        <source>The connection to {host} broke off.</source>
        <translation>Die Verbindung zu {host} brach ab.</translation>
    </message>
    <message>
        <source>The details are below; try again, and report it if it stays so.</source>
        <translation>Die Einzelheiten stehen unten; versuchen Sie es noch einmal, und melden Sie es, wenn es so bleibt.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Die Festplatte ist voll.</translation>
    </message>
    <message>
        <source>The disk that holds Inlet&apos;s database cannot be read or written.</source>
        <translation>Die Festplatte mit der Datenbank von Inlet kann nicht gelesen oder beschrieben werden.</translation>
    </message>
    <message>
        <source>The encrypted connection to {host} could not be set up on port {port}.</source>
        <translation>Die verschlüsselte Verbindung zu {host} auf Port {port} kam nicht zustande.</translation>
    </message>
    <message>
        <source>The file with your passwords is damaged.</source>
        <translation>Die Datei mit Ihren Passwörtern ist beschädigt.</translation>
    </message>
    <message>
        <source>The local database is damaged.</source>
        <translation>Die lokale Datenbank ist beschädigt.</translation>
    </message>
    <message>
        <source>The local database is from a newer Inlet.</source>
        <translation>Die lokale Datenbank ist von einem neueren Inlet.</translation>
    </message>
    <message>
        <source>The mailbox is full.</source>
        <translation>Das Postfach ist voll.</translation>
    </message>
    <message>
        <source>The mailbox of the recipient is full.</source>
        <translation>Das Postfach des Empfängers ist voll.</translation>
    </message>
    <message>
        <source>The message is kept and goes out when the hour is over.</source>
        <translation>Die Nachricht ist noch da und geht hinaus, wenn die Stunde um ist.</translation>
    </message>
    <message>
        <source>The message is larger than the server takes.</source>
        <translation>Die Nachricht ist größer, als der Server annimmt.</translation>
    </message>
    <message>
        <source>The name of {host} could not be looked up.</source>
        <translation>Der Name {host} konnte nicht nachgeschlagen werden.</translation>
    </message>
    <message>
        <source>The password is right, but this user may not open this mailbox.</source>
        <translation>Das Passwort stimmt, aber dieser Benutzer darf dieses Postfach nicht öffnen.</translation>
    </message>
    <message>
        <source>The password of this mailbox has expired.</source>
        <translation>Das Passwort dieses Postfachs ist abgelaufen.</translation>
    </message>
    <message>
        <source>The password of {email} is not in the password store.</source>
        <translation>Das Passwort von {email} ist nicht im Passwortspeicher.</translation>
    </message>
    <message>
        <source>The password store of your system is locked.</source>
        <translation>Der Passwortspeicher Ihres Systems ist gesperrt.</translation>
    </message>
    <message>
        <source>The permission belongs to another user than this mailbox.</source>
        <translation>Die Erlaubnis gehört einem anderen Benutzer als dieses Postfach.</translation>
    </message>
    <message>
        <source>The permission for this mailbox is no longer valid.</source>
        <translation>Die Erlaubnis für dieses Postfach gilt nicht mehr.</translation>
    </message>
    <message>
        <source>The permission has ended: the password was changed, the permission was removed, or a test registration ran out after 7 days.</source>
        <translation>Die Erlaubnis ist beendet: Das Passwort wurde geändert, die Erlaubnis entzogen, oder eine Test-Registrierung lief nach 7 Tagen ab.</translation>
    </message>
    <message>
        <source>The permission has to be renewed.</source>
        <translation>Die Erlaubnis muss erneuert werden.</translation>
    </message>
    <message>
        <source>The permission you gave does not cover mail.</source>
        <translation>Die Erlaubnis, die Sie gegeben haben, umfasst keine Mail.</translation>
    </message>
    <message>
        <source>The port may be blocked in your network. Try 465 or 587 for sending and 993 for reading.</source>
        <translation>Der Port ist in Ihrem Netz vielleicht gesperrt. Versuchen Sie 465 oder 587 zum Senden und 993 zum Lesen.</translation>
    </message>
    <message>
        <source>The provider may want an app password or its own sign-in.</source>
        <translation>Der Anbieter will vielleicht ein App-Passwort oder seine eigene Anmeldung.</translation>
    </message>
    <message>
        <source>The receiving side refused the message because your domain is not set up to prove it.</source>
        <translation>Die Empfängerseite hat die Nachricht abgelehnt, weil Ihre Domain nicht als echt ausgewiesen ist.</translation>
    </message>
    <message>
        <source>The receiving side refused this recipient.</source>
        <translation>Die Empfängerseite hat diesen Empfänger abgelehnt.</translation>
    </message>
    <message>
        <source>The sender must be the mailbox you sign in with or one of its aliases. Ask your admin for the right to send as this address, or use its own sign-in.</source>
        <translation>Der Absender muss das Postfach sein, mit dem Sie sich anmelden, oder eine seiner Adressen. Bitten Sie Ihren Admin um das Recht, als diese Adresse zu senden, oder nehmen Sie deren eigene Anmeldung.</translation>
    </message>
    <message>
        <source>The server could not read the sign-in because it is too long for it.</source>
        <translation>Der Server konnte die Anmeldung nicht lesen, weil sie für ihn zu lang ist.</translation>
    </message>
    <message>
        <source>The server does not announce new mail by itself.</source>
        <translation>Der Server kündigt neue Mail nicht von selbst an.</translation>
    </message>
    <message>
        <source>The server does not have what we asked for.</source>
        <translation>Der Server hat nicht, wonach wir gefragt haben.</translation>
    </message>
    <message>
        <source>The server does not mark its folders, so Inlet goes by their names.</source>
        <translation>Der Server kennzeichnet seine Ordner nicht, deshalb geht Inlet nach ihren Namen.</translation>
    </message>
    <message>
        <source>The server does not say. Pick the folder; Inlet makes one named Sent if there is none.</source>
        <translation>Der Server sagt es nicht. Wählen Sie den Ordner; Inlet legt einen namens Sent an, wenn es keinen gibt.</translation>
    </message>
    <message>
        <source>The server needs one sign-in in another way before this one works.</source>
        <translation>Der Server braucht erst eine Anmeldung auf anderem Weg, bevor diese geht.</translation>
    </message>
    <message>
        <source>The server offers no way of signing in that Inlet can use.</source>
        <translation>Der Server bietet keine Anmeldung an, die Inlet beherrscht.</translation>
    </message>
    <message>
        <source>The server refused the message.</source>
        <translation>Der Server hat die Nachricht abgelehnt.</translation>
    </message>
    <message>
        <source>The server refused the sender address {email}.</source>
        <translation>Der Server hat die Absenderadresse {email} abgelehnt.</translation>
    </message>
    <message>
        <source>The server refused to encrypt the connection.</source>
        <translation>Der Server hat es abgelehnt, die Verbindung zu verschlüsseln.</translation>
    </message>
    <message>
        <source>The server refuses this way of signing in as too weak.</source>
        <translation>Der Server lehnt diese Art der Anmeldung als zu schwach ab.</translation>
    </message>
    <message>
        <source>The server says that nobody is signed in for sending.</source>
        <translation>Der Server sagt, dass zum Senden niemand angemeldet ist.</translation>
    </message>
    <message>
        <source>The server says you are signed in before the connection is encrypted.</source>
        <translation>Der Server sagt, Sie seien angemeldet, bevor die Verbindung verschlüsselt ist.</translation>
    </message>
    <message>
        <source>The server shows no Inbox for this mailbox.</source>
        <translation>Der Server zeigt keinen Posteingang für dieses Postfach.</translation>
    </message>
    <message>
        <source>The server wants encryption before you sign in.</source>
        <translation>Der Server will Verschlüsselung, bevor Sie sich anmelden.</translation>
    </message>
    <message>
        <source>The server would take your password unencrypted.</source>
        <translation>Der Server würde Ihr Passwort unverschlüsselt nehmen.</translation>
    </message>
    <message>
        <source>The server&apos;s words are under Details. Try again later.</source>
        <translation>Die Worte des Servers stehen unter Einzelheiten. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The server&apos;s words are under Details.</source>
        <translation>Die Worte des Servers stehen unter Einzelheiten.</translation>
    </message>
    <message>
        <source>There is a way to read, but none to send.</source>
        <translation>Es gibt einen Weg zum Lesen, aber keinen zum Senden.</translation>
    </message>
    <message>
        <source>There is a way to send, but none to read.</source>
        <translation>Es gibt einen Weg zum Senden, aber keinen zum Lesen.</translation>
    </message>
    <message>
        <source>There is no way to {host} from your network.</source>
        <translation>Aus Ihrem Netz führt kein Weg zu {host}.</translation>
    </message>
    <message>
        <source>There is nothing to do: Inlet waits and tries again by itself.</source>
        <translation>Es ist nichts zu tun: Inlet wartet und versucht es von selbst noch einmal.</translation>
    </message>
    <message>
        <source>This account seems to live in another region of the provider.</source>
        <translation>Dieses Konto scheint in einer anderen Region des Anbieters zu liegen.</translation>
    </message>
    <message>
        <source>This address does not exist at the receiving side.</source>
        <translation>Diese Adresse gibt es auf der Empfängerseite nicht.</translation>
    </message>
    <message>
        <source>This happens by itself.</source>
        <translation>Das geschieht von selbst.</translation>
    </message>
    <message>
        <source>This happens with too many connections or a blocked network. Inlet waits before it tries again.</source>
        <translation>Das kommt bei zu vielen Verbindungen oder einem gesperrten Netz vor. Inlet wartet, bevor es das noch einmal versucht.</translation>
    </message>
    <message>
        <source>This is a paid or organisation account, or one of another Zoho region.</source>
        <translation>Das ist ein bezahltes oder ein Organisationskonto, oder eines aus einer anderen Zoho-Region.</translation>
    </message>
    <message>
        <source>This is normal for Bridge on this computer. Trust this one certificate for this one mailbox.</source>
        <translation>Das ist bei Bridge auf diesem Computer normal. Vertrauen Sie diesem einen Zertifikat für dieses eine Postfach.</translation>
    </message>
    <message>
        <source>This message is larger than 64 MB, more than Inlet fetches.</source>
        <translation>Diese Nachricht ist größer als 64 MB, mehr als Inlet holt.</translation>
    </message>
    <message>
        <source>This message was damaged on the disk.</source>
        <translation>Diese Nachricht wurde auf der Festplatte beschädigt.</translation>
    </message>
    <message>
        <source>This passphrase does not open the vault.</source>
        <translation>Diese Passphrase öffnet den Tresor nicht.</translation>
    </message>
    <message>
        <source>This server only speaks outdated encryption; we need TLS 1.2 or newer.</source>
        <translation>Dieser Server beherrscht nur veraltete Verschlüsselung; wir brauchen TLS 1.2 oder neuer.</translation>
    </message>
    <message>
        <source>Tick IMAP and app passwords under Settings, Email clients, then make an app password for mail.</source>
        <translation>Haken Sie unter Einstellungen, E-Mail-Programme IMAP und App-Passwörter an, dann erstellen Sie ein App-Passwort für Mail.</translation>
    </message>
    <message>
        <source>Try a shorter password or app password.</source>
        <translation>Versuchen Sie ein kürzeres Passwort oder App-Passwort.</translation>
    </message>
    <message>
        <source>Try again in some days.</source>
        <translation>Versuchen Sie es in einigen Tagen noch einmal.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, look at the server&apos;s words under Details.</source>
        <translation>Versuchen Sie es noch einmal; bleibt es so, sehen Sie sich die Worte des Servers unter Einzelheiten an.</translation>
    </message>
    <message>
        <source>Try another network or switch off a VPN. Home networks are often listed for direct sending: use port 465 or 587 with your sign-in.</source>
        <translation>Versuchen Sie ein anderes Netz oder schalten Sie ein VPN aus. Heimnetze sind für direktes Senden oft gesperrt: Nehmen Sie Port 465 oder 587 mit Ihrer Anmeldung.</translation>
    </message>
    <message>
        <source>Type it again. Without it nobody can read the passwords in the vault.</source>
        <translation>Geben Sie sie noch einmal ein. Ohne sie kann niemand die Passwörter im Tresor lesen.</translation>
    </message>
    <message>
        <source>Type the passphrase again</source>
        <translation>Passphrase noch einmal eingeben</translation>
    </message>
    <message>
        <source>Type the password again. If the provider offers app passwords, you may need one for mail programs. Inlet tried once and will not try again by itself.</source>
        <translation>Geben Sie das Passwort noch einmal ein. Wenn der Anbieter App-Passwörter anbietet, brauchen Sie für Mailprogramme vielleicht eines. Inlet hat es einmal versucht und versucht es nicht von selbst noch einmal.</translation>
    </message>
    <message>
        <source>Unblock it in Zoho, which can take some days.</source>
        <translation>Geben Sie es in Zoho frei; das kann einige Tage dauern.</translation>
    </message>
    <message>
        <source>Unlock it, or keep passwords for this session only, or in an encrypted vault with a passphrase.</source>
        <translation>Entsperren Sie ihn, oder behalten Sie Passwörter nur für diese Sitzung oder in einem verschlüsselten Tresor mit Passphrase.</translation>
    </message>
    <message>
        <source>Unlock it, then try again. Your passwords are still there.</source>
        <translation>Entsperren Sie ihn und versuchen Sie es noch einmal. Ihre Passwörter sind noch da.</translation>
    </message>
    <message>
        <source>Unlock or choose another place</source>
        <translation>Entsperren oder anderen Ort wählen</translation>
    </message>
    <message>
        <source>Unlock the store if it is locked, or type the password again.</source>
        <translation>Entsperren Sie den Speicher, wenn er gesperrt ist, oder geben Sie das Passwort noch einmal ein.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Update Inlet</source>
        <translation>Inlet aktualisieren</translation>
    </message>
    <message>
        <source>Use Microsoft&apos;s own sign-in for this mailbox.</source>
        <translation>Nehmen Sie für dieses Postfach die Anmeldung von Microsoft.</translation>
    </message>
    <message>
        <source>Use Microsoft&apos;s own sign-in, or ask your admin to allow authenticated SMTP under Manage email apps.</source>
        <translation>Nehmen Sie die Anmeldung von Microsoft, oder bitten Sie Ihren Admin, authentifiziertes SMTP unter „E-Mail-Apps verwalten“ zu erlauben.</translation>
    </message>
    <message>
        <source>Use Microsoft&apos;s own sign-in; app passwords do not help here.</source>
        <translation>Nehmen Sie die Anmeldung von Microsoft; App-Passwörter helfen hier nicht.</translation>
    </message>
    <message>
        <source>Use a registration of your own organisation, or continue through the warning if you trust it.</source>
        <translation>Nehmen Sie eine Registrierung Ihrer eigenen Organisation, oder gehen Sie an der Warnung vorbei, wenn Sie ihr vertrauen.</translation>
    </message>
    <message>
        <source>Use a separate user name and password for sending, or another server for it.</source>
        <translation>Nehmen Sie zum Senden einen eigenen Benutzernamen mit Passwort oder einen anderen Server.</translation>
    </message>
    <message>
        <source>Use port 465 with TLS or 587 with STARTTLS.</source>
        <translation>Nehmen Sie Port 465 mit TLS oder 587 mit STARTTLS.</translation>
    </message>
    <message>
        <source>Use port 993 for reading and 465 for sending, with TLS. Plain text is never tried.</source>
        <translation>Nehmen Sie Port 993 zum Lesen und 465 zum Senden, mit TLS. Klartext wird nie versucht.</translation>
    </message>
    <message>
        <source>Use port 993 for reading and 465 for sending, with TLS.</source>
        <translation>Nehmen Sie Port 993 zum Lesen und 465 zum Senden, mit TLS.</translation>
    </message>
    <message>
        <source>Use port 993 for reading, 465 for sending, with TLS. Inlet never signs in without encryption.</source>
        <translation>Nehmen Sie Port 993 zum Lesen, 465 zum Senden, mit TLS. Inlet meldet sich nie ohne Verschlüsselung an.</translation>
    </message>
    <message>
        <source>Use the provider&apos;s own sign-in; app passwords do not help here.</source>
        <translation>Nehmen Sie die eigene Anmeldung des Anbieters; App-Passwörter helfen hier nicht.</translation>
    </message>
    <message>
        <source>Use the provider&apos;s sign-in</source>
        <translation>Anmeldung des Anbieters nutzen</translation>
    </message>
    <message>
        <source>Wait for the sync</source>
        <translation>Auf den Abgleich warten</translation>
    </message>
    <message>
        <source>We cannot find {host}.</source>
        <translation>Wir finden {host} nicht.</translation>
    </message>
    <message>
        <source>We could not connect to {host}.</source>
        <translation>Wir konnten {host} nicht erreichen.</translation>
    </message>
    <message>
        <source>We do not know yet whether the provider files a copy of what you send.</source>
        <translation>Wir wissen noch nicht, ob der Anbieter eine Kopie des Gesendeten ablegt.</translation>
    </message>
    <message>
        <source>Which folder holds sent mail?</source>
        <translation>Welcher Ordner enthält gesendete Mail?</translation>
    </message>
    <message>
        <source>Yandex did not accept this sign-in. The password may be wrong, or access for mail programs is off.</source>
        <translation>Yandex hat diese Anmeldung nicht angenommen. Das Passwort ist vielleicht falsch, oder der Zugriff für Mailprogramme ist aus.</translation>
    </message>
    <message>
        <source>You are signed in, but IMAP is off for this mailbox, the mailbox is shared, or too many programs use it.</source>
        <translation>Sie sind angemeldet, aber IMAP ist für dieses Postfach aus, das Postfach ist geteilt, oder zu viele Programme nutzen es.</translation>
    </message>
    <message>
        <source>You may not send as {email} with this sign-in.</source>
        <translation>Sie dürfen mit dieser Anmeldung nicht als {email} senden.</translation>
    </message>
    <message>
        <source>Your Google admin has switched IMAP off.</source>
        <translation>Ihr Google-Admin hat IMAP ausgeschaltet.</translation>
    </message>
    <message>
        <source>Your admin finds it under Restricted entities and can free it.</source>
        <translation>Ihr Admin findet es unter „Eingeschränkte Entitäten“ und kann es freigeben.</translation>
    </message>
    <message>
        <source>Your admin has switched IMAP off.</source>
        <translation>Ihr Admin hat IMAP ausgeschaltet.</translation>
    </message>
    <message>
        <source>Your admin has to clear this with the provider. Inlet does not try again today.</source>
        <translation>Ihr Admin muss das mit dem Anbieter klären. Inlet versucht es heute nicht noch einmal.</translation>
    </message>
    <message>
        <source>Your organisation asks for another proof or blocks this device.</source>
        <translation>Ihre Organisation verlangt einen weiteren Nachweis oder sperrt dieses Gerät.</translation>
    </message>
    <message>
        <source>Your organisation has switched off sending by SMTP.</source>
        <translation>Ihre Organisation hat das Senden über SMTP ausgeschaltet.</translation>
    </message>
    <message>
        <source>Your organisation must allow this program first.</source>
        <translation>Ihre Organisation muss dieses Programm erst erlauben.</translation>
    </message>
    <message>
        <source>Your password is not the reason. Inlet tries again by itself.</source>
        <translation>Ihr Passwort ist nicht der Grund. Inlet versucht es von selbst noch einmal.</translation>
    </message>
    <message>
        <source>Your system has no unlocked password store.</source>
        <translation>Ihr System hat keinen entsperrten Passwortspeicher.</translation>
    </message>
    <message>
        <source>Your whole organisation may send no more to outside people for now.</source>
        <translation>Ihre ganze Organisation darf vorerst nichts mehr an Fremde senden.</translation>
    </message>
    <message>
        <source>Zoho did not accept this sign-in. The password may be wrong, or the mailbox lives in another Zoho region.</source>
        <translation>Zoho hat diese Anmeldung nicht angenommen. Das Passwort ist vielleicht falsch, oder das Postfach liegt in einer anderen Zoho-Region.</translation>
    </message>
    <message>
        <source>Zoho has blocked sending from this mailbox because of unusual activity.</source>
        <translation>Zoho hat das Senden aus diesem Postfach wegen ungewöhnlicher Aktivität gesperrt.</translation>
    </message>
    <message>
        <source>iCloud only takes app-specific passwords, never the password of your Apple account.</source>
        <translation>iCloud nimmt nur anwendungsspezifische Passwörter, nie das Passwort Ihres Apple-Accounts.</translation>
    </message>
    <message>
        <source>{email} is connected already.</source>
        <translation>{email} ist schon verbunden.</translation>
    </message>
    <message>
        <source>{host} did not answer in time on port {port}.</source>
        <translation>{host} hat auf Port {port} nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>{host} does not answer like a mail server on port {port}.</source>
        <translation>{host} antwortet auf Port {port} nicht wie ein Mailserver.</translation>
    </message>
    <message>
        <source>{host} does not answer on port {port}.</source>
        <translation>{host} antwortet nicht auf Port {port}.</translation>
    </message>
    <message>
        <source>{host} shows another certificate than the one you chose to trust.</source>
        <translation>{host} zeigt ein anderes Zertifikat als das, dem Sie vertrauen wollten.</translation>
    </message>
    <message>
        <source>{host} stopped answering.</source>
        <translation>{host} hat aufgehört zu antworten.</translation>
    </message>
    <message>
        <source>{provider} allows only a few connections per mailbox, and they are in use.</source>
        <translation>{provider} erlaubt nur wenige Verbindungen pro Postfach, und die sind belegt.</translation>
    </message>
    <message>
        <source>{provider} asks us to slow down.</source>
        <translation>{provider} bittet uns, langsamer zu sein.</translation>
    </message>
    <message>
        <source>{provider} asks you to contact the people who run it.</source>
        <translation>{provider} bittet Sie, sich an die Betreiber zu wenden.</translation>
    </message>
    <message>
        <source>{provider} closed the connection before the sign-in.</source>
        <translation>{provider} hat die Verbindung vor der Anmeldung geschlossen.</translation>
    </message>
    <message>
        <source>{provider} did not accept this password.</source>
        <translation>{provider} hat dieses Passwort nicht angenommen.</translation>
    </message>
    <message>
        <source>{provider} does not allow this mailbox to send through mail programs.</source>
        <translation>{provider} erlaubt diesem Postfach nicht, über Mailprogramme zu senden.</translation>
    </message>
    <message>
        <source>{provider} does not know this user name.</source>
        <translation>{provider} kennt diesen Benutzernamen nicht.</translation>
    </message>
    <message>
        <source>{provider} does not offer app passwords for this account.</source>
        <translation>{provider} bietet für dieses Konto keine App-Passwörter an.</translation>
    </message>
    <message>
        <source>{provider} does not take passwords from mail programs any more.</source>
        <translation>{provider} nimmt von Mailprogrammen keine Passwörter mehr an.</translation>
    </message>
    <message>
        <source>{provider} files a copy of what you send, so there are two.</source>
        <translation>{provider} legt eine Kopie des Gesendeten ab, deshalb gibt es zwei.</translation>
    </message>
    <message>
        <source>{provider} has a passing problem.</source>
        <translation>{provider} hat eine vorübergehende Störung.</translation>
    </message>
    <message>
        <source>{provider} has blocked sending from this mailbox because of unusual activity.</source>
        <translation>{provider} hat das Senden aus diesem Postfach wegen ungewöhnlicher Aktivität gesperrt.</translation>
    </message>
    <message>
        <source>{provider} has closed this mailbox for signing in.</source>
        <translation>{provider} hat dieses Postfach für Anmeldungen geschlossen.</translation>
    </message>
    <message>
        <source>{provider} is holding this sign-in for a check.</source>
        <translation>{provider} hält diese Anmeldung zur Prüfung an.</translation>
    </message>
    <message>
        <source>{provider} judged this message as spam.</source>
        <translation>{provider} hat diese Nachricht als Spam eingestuft.</translation>
    </message>
    <message>
        <source>{provider} lets this mailbox send no more today.</source>
        <translation>{provider} lässt dieses Postfach heute nichts mehr senden.</translation>
    </message>
    <message>
        <source>{provider} lets this mailbox send only so much in an hour.</source>
        <translation>{provider} lässt dieses Postfach pro Stunde nur so viel senden.</translation>
    </message>
    <message>
        <source>{provider} needs an app password made for this program.</source>
        <translation>{provider} braucht ein App-Passwort für dieses Programm.</translation>
    </message>
    <message>
        <source>{provider} refused a command.</source>
        <translation>{provider} hat einen Befehl abgelehnt.</translation>
    </message>
    <message>
        <source>{provider} refused the sign-in.</source>
        <translation>{provider} hat die Anmeldung abgelehnt.</translation>
    </message>
    <message>
        <source>{provider} refused this message because of its content or an attachment.</source>
        <translation>{provider} hat diese Nachricht wegen ihres Inhalts oder eines Anhangs abgelehnt.</translation>
    </message>
    <message>
        <source>{provider} refused this send as suspected spam.</source>
        <translation>{provider} hat diese Sendung als mutmaßlichen Spam abgelehnt.</translation>
    </message>
    <message>
        <source>{provider} refused this send because of a limit.</source>
        <translation>{provider} hat diese Sendung wegen einer Grenze abgelehnt.</translation>
    </message>
    <message>
        <source>{provider} refuses your network&apos;s address.</source>
        <translation>{provider} lehnt die Adresse Ihres Netzes ab.</translation>
    </message>
    <message>
        <source>{provider} wants an app password here, not your normal one.</source>
        <translation>{provider} will hier ein App-Passwort, nicht Ihr normales.</translation>
    </message>
    <message>
        <source>Look for it in {provider}&apos;s own web mail. Inlet asks for it again at the next start.</source>
        <translation>Sehen Sie im Webmail von {provider} danach. Inlet fragt beim nächsten Start wieder.</translation>
    </message>
    <message>
        <source>The server lists mail that it does not hand out.</source>
        <translation>Der Server führt Mails auf, die er nicht herausgibt.</translation>
    </message>
    <message>
        <source>Inlet could not read some mail of this mailbox.</source>
        <translation>Inlet konnte einige E-Mails dieses Postfachs nicht lesen.</translation>
    </message>
    <message>
        <source>Inlet goes on when it answers, and tries again on a new connection when it does not.</source>
        <translation>Inlet macht weiter, sobald er antwortet, und versucht es sonst über eine neue Verbindung.</translation>
    </message>
    <message>
        <source>Its disk may be busy or full. Inlet goes on when it is not.</source>
        <translation>Die Festplatte ist vielleicht ausgelastet oder voll. Inlet macht danach weiter.</translation>
    </message>
    <message>
        <source>Look for it in {provider}&apos;s own web mail. Inlet asks for it again at the next start, or with Repair.</source>
        <translation>Sehen Sie im Webmail von {provider} danach. Inlet fragt beim nächsten Start wieder, oder mit „Reparieren“.</translation>
    </message>
    <message>
        <source>Other mailboxes are read first.</source>
        <translation>Andere Postfächer werden zuerst gelesen.</translation>
    </message>
    <message>
        <source>This one goes on as soon as it is its turn.</source>
        <translation>Dieses Postfach ist als Nächstes an der Reihe, sobald ein Platz frei ist.</translation>
    </message>
    <message>
        <source>{host} has not answered for more than a minute.</source>
        <translation>{host} hat seit über einer Minute nicht geantwortet.</translation>
    </message>
    <message>
        <source>Inlet opens a few of them at each look, so new mail there shows later than elsewhere.</source>
        <translation>Inlet öffnet bei jedem Nachsehen einige davon; neue E-Mails erscheinen dort also später als anderswo.</translation>
    </message>
    <message>
        <source>The server does not say what is new in some folders of this mailbox.</source>
        <translation>Der Server sagt nicht, was in einigen Ordnern dieses Postfachs neu ist.</translation>
    </message>
    <message>
        <source>This computer has not stored the changes of this mailbox for more than a minute.</source>
        <translation>Dieser Computer hat die Änderungen dieses Postfachs seit über einer Minute nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>Fleet</name>
    <message>
        <source>The field %1 is too long.</source>
        <translation>Das Feld %1 ist zu lang.</translation>
    </message>
    <message>
        <source>The field %1 is not UTF-8 text.</source>
        <translation>Das Feld %1 ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>The field %1 is wrong: %2.</source>
        <translation>Das Feld %1 ist falsch: %2.</translation>
    </message>
    <message>
        <source>The password is too long.</source>
        <translation>Das Passwort ist zu lang.</translation>
    </message>
    <message>
        <source>The password contains a line end.</source>
        <translation>Das Passwort enthält ein Zeilenende.</translation>
    </message>
    <message>
        <source>The quotes in this line do not match.</source>
        <translation>Die Anführungszeichen in dieser Zeile passen nicht zusammen.</translation>
    </message>
    <message>
        <source>This line has too many fields.</source>
        <translation>Diese Zeile hat zu viele Felder.</translation>
    </message>
    <message>
        <source>The address is missing.</source>
        <translation>Die Adresse fehlt.</translation>
    </message>
    <message>
        <source>This is not an email address.</source>
        <translation>Das ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>The address stands in this list twice.</source>
        <translation>Die Adresse steht zweimal in dieser Liste.</translation>
    </message>
    <message>
        <source>The name is too long or holds hidden characters.</source>
        <translation>Der Name ist zu lang oder enthält verborgene Zeichen.</translation>
    </message>
    <message>
        <source>The field history is wrong: %1.</source>
        <translation>Das Feld history ist falsch: %1.</translation>
    </message>
    <message>
        <source>This list is too large.</source>
        <translation>Diese Liste ist zu groß.</translation>
    </message>
    <message>
        <source>This list is empty.</source>
        <translation>Diese Liste ist leer.</translation>
    </message>
    <message>
        <source>The first line must name the columns: email, and where known name, password, imap, smtp, history, tags.</source>
        <translation>Die erste Zeile muss die Spalten nennen: email und, wo bekannt, name, password, imap, smtp, history, tags.</translation>
    </message>
    <message>
        <source>This list has more than %1 lines.</source>
        <translation>Diese Liste hat mehr als %1 Zeilen.</translation>
    </message>
    <message>
        <source>There are no mailboxes in this list.</source>
        <translation>In dieser Liste sind keine Postfächer.</translation>
    </message>
</context>
<context>
    <name>KeyNames</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
</context>
<context>
    <name>KeyUse</name>
    <message>
        <source>%1: the key is %2</source>
        <translation>%1: die Taste ist %2</translation>
    </message>
</context>
<context>
    <name>LeadFacts</name>
    <message>
        <source>%1 there</source>
        <translation>%1 dort</translation>
    </message>
    <message>
        <source>%1 there, %2</source>
        <translation>%1 dort, %2</translation>
    </message>
    <message>
        <source>campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>job title</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>phone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>website</source>
        <translation>Website</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>Send it now if you know better.</source>
        <translation>Senden Sie jetzt, wenn Sie es besser wissen.</translation>
    </message>
    <message>
        <source>You chose to send it all the same.</source>
        <translation>Sie wollten trotzdem senden.</translation>
    </message>
    <message>
        <source>this message was damaged on the disk. Write it again.</source>
        <translation>diese Nachricht wurde auf der Festplatte beschädigt. Schreiben Sie sie neu.</translation>
    </message>
    <message>
        <source>Waits until this mailbox can sign in again.</source>
        <translation>Wartet, bis sich dieses Postfach wieder anmelden kann.</translation>
    </message>
    <message>
        <source>Inlet ended while this was being sent. Looking in Sent.</source>
        <translation>Inlet wurde beendet, während dies gesendet wurde. „Gesendet“ wird durchsucht.</translation>
    </message>
    <message>
        <source>The connection was lost before the server confirmed. Looking in Sent.</source>
        <translation>Die Verbindung brach ab, bevor der Server bestätigte. „Gesendet“ wird durchsucht.</translation>
    </message>
    <message>
        <source>The server did not confirm this message and it is not in Sent. It may have arrived all the same: ask the recipient, or send it again.</source>
        <translation>Der Server hat diese Nachricht nicht bestätigt, und sie ist nicht in „Gesendet“. Sie kann trotzdem angekommen sein: Fragen Sie nach, oder senden Sie erneut.</translation>
    </message>
    <message>
        <source>Accepted by the server; no copy in Sent so far.</source>
        <translation>Vom Server angenommen; noch keine Kopie in „Gesendet“.</translation>
    </message>
    <message>
        <source>Not sent:</source>
        <translation>Nicht gesendet:</translation>
    </message>
    <message>
        <source>Held:</source>
        <translation>Zurückgehalten:</translation>
    </message>
    <message>
        <source>Given up after two days.</source>
        <translation>Nach zwei Tagen aufgegeben.</translation>
    </message>
    <message>
        <source>The server said:</source>
        <translation>Der Server sagte:</translation>
    </message>
    <message>
        <source>Not taken for:</source>
        <translation>Nicht angenommen für:</translation>
    </message>
    <message>
        <source>Accepted, but the copy could not be filed in Sent:</source>
        <translation>Angenommen, aber die Kopie konnte nicht in „Gesendet“ abgelegt werden:</translation>
    </message>
    <message>
        <source>Sent could not be looked at yet:</source>
        <translation>„Gesendet“ konnte noch nicht durchsucht werden:</translation>
    </message>
</context>
<context>
    <name>MailboxTags</name>
    <message>
        <source>%1 mailboxes</source>
        <translation>%1 Postfächer</translation>
    </message>
</context>
<context>
    <name>PersonRecord</name>
    <message>
        <source>A message could not be sent</source>
        <translation>Eine Nachricht konnte nicht gesendet werden</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Stummgeschaltet</translation>
    </message>
    <message>
        <source>Reminder: %1</source>
        <translation>Erinnerung: %1</translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation>Zurückgestellt bis %1</translation>
    </message>
    <message>
        <source>Automatic reply: %1</source>
        <translation>Automatische Antwort: %1</translation>
    </message>
    <message>
        <source>Came back: %1</source>
        <translation>Zurückgekommen: %1</translation>
    </message>
    <message>
        <source>They wrote: %1</source>
        <translation>Vom Gegenüber: %1</translation>
    </message>
    <message>
        <source>You wrote: %1</source>
        <translation>Von Ihnen: %1</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>The connection was lost before the whole message was here.</source>
        <translation>Die Verbindung brach ab, bevor die ganze Nachricht da war.</translation>
    </message>
    <message>
        <source>The server did not hand out this message.</source>
        <translation>Der Server hat diese Nachricht nicht herausgegeben.</translation>
    </message>
    <message>
        <source>The server no longer has this message.</source>
        <translation>Der Server hat diese Nachricht nicht mehr.</translation>
    </message>
    <message>
        <source>The server refuses the sign-in, so this message cannot be fetched. Look at the mailbox&apos;s settings.</source>
        <translation>Der Server verweigert die Anmeldung, deshalb kann diese Nachricht nicht geholt werden. Sehen Sie in den Einstellungen des Postfachs nach.</translation>
    </message>
    <message>
        <source>This message could not be read.</source>
        <translation>Diese Nachricht konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This message could not be stored. Look whether the disk is full.</source>
        <translation>Diese Nachricht konnte nicht gespeichert werden. Prüfen Sie, ob die Festplatte voll ist.</translation>
    </message>
    <message>
        <source>This message was not fetched.</source>
        <translation>Diese Nachricht wurde nicht geholt.</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 um %2</translation>
    </message>
    <message>
        <source>%1 bounces</source>
        <translation>%1 Rückläufer</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>%1 hours ago</source>
        <translation>vor %1 Stunden</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 Stunden</translation>
    </message>
    <message>
        <source>%1 meetings</source>
        <translation>%1 Termine</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>%1 minutes ago</source>
        <translation>vor %1 Minuten</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>%1 of about %2 read</source>
        <translation>%1 von etwa %2 gelesen</translation>
    </message>
    <message>
        <source>%1 of about %2, newest first</source>
        <translation>%1 von etwa %2, neueste zuerst</translation>
    </message>
    <message>
        <source>%1 questions</source>
        <translation>%1 Fragen</translation>
    </message>
    <message>
        <source>%1 read</source>
        <translation>%1 gelesen</translation>
    </message>
    <message>
        <source>%1 read, newest first</source>
        <translation>%1 gelesen, neueste zuerst</translation>
    </message>
    <message>
        <source>%1 wrong persons</source>
        <translation>%1 falsche Personen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, as you said</source>
        <translation>%1, wie Sie gesagt haben</translation>
    </message>
    <message>
        <source>%1, found by itself</source>
        <translation>%1, automatisch erkannt</translation>
    </message>
    <message>
        <source>%1, set automatically</source>
        <translation>%1, automatisch gesetzt</translation>
    </message>
    <message>
        <source>%1, set automatically, %2 % sure</source>
        <translation>%1, automatisch gesetzt, zu %2 % sicher</translation>
    </message>
    <message>
        <source>%1: you chose it</source>
        <translation>%1: von Ihnen gewählt</translation>
    </message>
    <message>
        <source>, %1</source>
        <translation>, %1</translation>
    </message>
    <message>
        <source>, back to %1</source>
        <translation>, zurück bis %1</translation>
    </message>
    <message>
        <source>1 bounce</source>
        <translation>1 Rückläufer</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation>vor 1 Stunde</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>1 meeting</source>
        <translation>1 Termin</translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation>vor 1 Minute</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>1 question</source>
        <translation>1 Frage</translation>
    </message>
    <message>
        <source>1 wrong person</source>
        <translation>1 falsche Person</translation>
    </message>
    <message>
        <source>Accepted by the server</source>
        <translation>Vom Server angenommen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Awaiting their reply</source>
        <translation>Ohne Antwort</translation>
    </message>
    <message>
        <source>Bounce</source>
        <translation>Rückläufer</translation>
    </message>
    <message>
        <source>Bounces</source>
        <translation>Rückläufer</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>Zurückgeholt</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>Holt auf</translation>
    </message>
    <message>
        <source>Checked %1</source>
        <translation>Geprüft %1</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>Nicht kontaktieren</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>In Sent</source>
        <translation>In „Gesendet“</translation>
    </message>
    <message>
        <source>Information request</source>
        <translation>Informationsanfrage</translation>
    </message>
    <message>
        <source>Interested</source>
        <translation>Interessiert</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Meeting request</source>
        <translation>Terminanfrage</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Needs answer</source>
        <translation>Zu beantworten</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Not interested</source>
        <translation>Nicht interessiert</translation>
    </message>
    <message>
        <source>Not known whether it left</source>
        <translation>Unbekannt, ob versendet</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Noch nicht gesendet</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Not sorted: no sign was clear enough</source>
        <translation>Nicht sortiert: kein Zeichen war deutlich genug</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Other mail</source>
        <translation>Andere Mail</translation>
    </message>
    <message>
        <source>Out of office</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Removed category</source>
        <translation>Entfernte Kategorie</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Unknown sender</source>
        <translation>Unbekannter Absender</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Unsorted</source>
        <translation>Unsortiert</translation>
    </message>
    <message>
        <source>Waiting until %1</source>
        <translation>Wartet bis %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Wrong person</source>
        <translation>Falsche Person</translation>
    </message>
    <message>
        <source>You said that this is %1</source>
        <translation>Sie haben gesagt: %1</translation>
    </message>
    <message>
        <source>a bounce</source>
        <translation>ein Rückläufer</translation>
    </message>
    <message>
        <source>a reply from a person</source>
        <translation>eine Antwort einer Person</translation>
    </message>
    <message>
        <source>about %1 h left</source>
        <translation>noch etwa %1 Std.</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>noch etwa %1 Min.</translation>
    </message>
    <message>
        <source>an automatic reply</source>
        <translation>eine automatische Antwort</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation>ddd d. MMM yyyy</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>noch weniger als eine Minute</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>am %1</translation>
    </message>
    <message>
        <source>other mail</source>
        <translation>andere Mail</translation>
    </message>
    <message>
        <source>your own mail</source>
        <translation>Ihre eigene Mail</translation>
    </message>
    <message>
        <source>“%1” everywhere</source>
        <translation>„%1“ überall</translation>
    </message>
    <message>
        <source>“%1” in %2</source>
        <translation>„%1“ in %2</translation>
    </message>
</context>
<context>
    <name>Sandbox</name>
    <message>
        <source>it ended too early.</source>
        <translation>Sie endete zu früh.</translation>
    </message>
</context>
<context>
    <name>ServerSearch</name>
    <message>
        <source>%1 mailboxes could not be searched</source>
        <translation>%1 Postfächer konnten nicht durchsucht werden</translation>
    </message>
    <message>
        <source>%1 messages fetched</source>
        <translation>%1 Nachrichten geholt</translation>
    </message>
    <message>
        <source>%1 of about %2 messages looked at</source>
        <translation>%1 von etwa %2 Nachrichten durchsucht</translation>
    </message>
    <message>
        <source>1 mailbox could not be searched</source>
        <translation>1 Postfach konnte nicht durchsucht werden</translation>
    </message>
    <message>
        <source>1 message fetched</source>
        <translation>1 Nachricht geholt</translation>
    </message>
    <message>
        <source>All mail is on this computer</source>
        <translation>Alle E-Mails sind auf diesem Computer</translation>
    </message>
    <message>
        <source>Nothing more on the servers</source>
        <translation>Nichts weiter auf den Servern</translation>
    </message>
    <message>
        <source>Searching on the server</source>
        <translation>Suche auf dem Server</translation>
    </message>
    <message>
        <source>Searching on the servers: %1 of %2 mailboxes done</source>
        <translation>Suche auf den Servern: %1 von %2 Postfächern fertig</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>all of its mail is on this computer</source>
        <translation>alle E-Mails sind auf diesem Computer</translation>
    </message>
    <message>
        <source>being searched</source>
        <translation>wird durchsucht</translation>
    </message>
    <message>
        <source>could not be searched</source>
        <translation>konnte nicht durchsucht werden</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>nothing more there</source>
        <translation>dort nichts weiter</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>there is more</source>
        <translation>es gibt mehr</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>wartet, bis es an der Reihe ist</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>%1 conversations</source>
        <translation>%1 Unterhaltungen</translation>
    </message>
    <message>
        <source>%1 of %2 conversations</source>
        <translation>%1 von %2 Unterhaltungen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>As it was taken before</source>
        <translation>Wieder wie zuvor verstanden</translation>
    </message>
    <message>
        <source>Awake again</source>
        <translation>Wieder da</translation>
    </message>
    <message>
        <source>Back from the trash</source>
        <translation>Zurück aus dem Papierkorb</translation>
    </message>
    <message>
        <source>Back in Other mail</source>
        <translation>Zurück in „Andere Mail“</translation>
    </message>
    <message>
        <source>Back in the inbox</source>
        <translation>Zurück im Posteingang</translation>
    </message>
    <message>
        <source>Back in the list</source>
        <translation>Zurück in der Liste</translation>
    </message>
    <message>
        <source>Back with your prospects</source>
        <translation>Zurück bei Ihren Interessenten</translation>
    </message>
    <message>
        <source>Category as before</source>
        <translation>Kategorie wie zuvor</translation>
    </message>
    <message>
        <source>Category is back</source>
        <translation>Kategorie ist zurück</translation>
    </message>
    <message>
        <source>Category removed</source>
        <translation>Kategorie entfernt</translation>
    </message>
    <message>
        <source>Category set and done</source>
        <translation>Kategorie gesetzt und erledigt</translation>
    </message>
    <message>
        <source>Category set</source>
        <translation>Kategorie gesetzt</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>Wieder erledigt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Junk</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Kind of mail set</source>
        <translation>Art der Mail gesetzt</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>Als gelesen markiert</translation>
    </message>
    <message>
        <source>Marked as unread</source>
        <translation>Als ungelesen markiert</translation>
    </message>
    <message>
        <source>Moved back</source>
        <translation>Zurück verschoben</translation>
    </message>
    <message>
        <source>Moved to Other mail</source>
        <translation>Zu „Andere Mail“ verschoben</translation>
    </message>
    <message>
        <source>Moved to your prospects</source>
        <translation>Zu Ihren Interessenten verschoben</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Muted again</source>
        <translation>Wieder stumm</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Stummgeschaltet</translation>
    </message>
    <message>
        <source>No longer junk</source>
        <translation>Kein Spam mehr</translation>
    </message>
    <message>
        <source>No longer muted</source>
        <translation>Nicht mehr stumm</translation>
    </message>
    <message>
        <source>No longer snoozed</source>
        <translation>Nicht mehr zurückgestellt</translation>
    </message>
    <message>
        <source>One conversation now</source>
        <translation>Jetzt eine Unterhaltung</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Wieder gelesen</translation>
    </message>
    <message>
        <source>Reminder as before</source>
        <translation>Erinnerung wie zuvor</translation>
    </message>
    <message>
        <source>Reminder removed</source>
        <translation>Erinnerung entfernt</translation>
    </message>
    <message>
        <source>Reminder set again</source>
        <translation>Erinnerung wieder gesetzt</translation>
    </message>
    <message>
        <source>Rule applied</source>
        <translation>Regel angewendet</translation>
    </message>
    <message>
        <source>Rule removed</source>
        <translation>Regel entfernt</translation>
    </message>
    <message>
        <source>Snoozed again</source>
        <translation>Wieder zurückgestellt</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Star removed</source>
        <translation>Stern entfernt</translation>
    </message>
    <message>
        <source>Starred again</source>
        <translation>Wieder mit Stern</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Two conversations again</source>
        <translation>Wieder zwei Unterhaltungen</translation>
    </message>
    <message>
        <source>Unread again</source>
        <translation>Wieder ungelesen</translation>
    </message>
    <message>
        <source>You will be reminded</source>
        <translation>Sie werden erinnert</translation>
    </message>
    <message>
        <source>Labels as before</source>
        <translation>Labels wie zuvor</translation>
    </message>
    <message>
        <source>Labels changed</source>
        <translation>Labels geändert</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>The disk is full. Make room on it, then start again.</source>
        <translation>Die Festplatte ist voll. Schaffen Sie Platz und starten Sie noch einmal.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>%1 kann nicht geöffnet werden: %2</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The database is from a newer Inlet (version %1, this one knows %2). Start that one.</source>
        <translation>Die Datenbank ist von einem neueren Inlet (Version %1, dieses kennt %2). Starten Sie jenes.</translation>
    </message>
    <message>
        <source>Give the category a name.</source>
        <translation>Geben Sie der Kategorie einen Namen.</translation>
    </message>
    <message>
        <source>There is a category “%1” already. Choose another name.</source>
        <translation>Es gibt schon eine Kategorie „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There are %1 categories of your own already. Remove one first.</source>
        <translation>Es gibt schon %1 eigene Kategorien. Entfernen Sie erst eine.</translation>
    </message>
    <message>
        <source>A rule sorts mail into this category. Remove the rule first.</source>
        <translation>Eine Regel sortiert Mail in diese Kategorie. Entfernen Sie erst die Regel.</translation>
    </message>
    <message>
        <source>%1 rules sort mail into this category. Remove them first.</source>
        <translation>%1 Regeln sortieren Mail in diese Kategorie. Entfernen Sie sie erst.</translation>
    </message>
    <message>
        <source>The saved view “%1” shows this category. Remove the view first.</source>
        <translation>Die gespeicherte Ansicht „%1“ zeigt diese Kategorie. Entfernen Sie erst die Ansicht.</translation>
    </message>
    <message>
        <source>This category is not there any more.</source>
        <translation>Diese Kategorie ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Give the view a name.</source>
        <translation>Geben Sie der Ansicht einen Namen.</translation>
    </message>
    <message>
        <source>There are %1 saved views already. Remove one first.</source>
        <translation>Es gibt schon %1 gespeicherte Ansichten. Entfernen Sie erst eine.</translation>
    </message>
    <message>
        <source>Another view is called “%1”. Choose another name.</source>
        <translation>Eine andere Ansicht heißt „%1“. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The disk is full. Make room on it; Inlet goes on by itself.</source>
        <translation>Die Festplatte ist voll. Schaffen Sie Platz; Inlet macht von selbst weiter.</translation>
    </message>
    <message>
        <source>The local database is damaged (%1).</source>
        <translation>Die lokale Datenbank ist beschädigt (%1).</translation>
    </message>
    <message>
        <source>Another program keeps Inlet&apos;s database locked. Close it - a backup, a second Inlet, a tool that looks into databases - and try again.</source>
        <translation>Ein anderes Programm hält die Datenbank von Inlet gesperrt. Schließen Sie es - eine Sicherung, ein zweites Inlet, ein Werkzeug für Datenbanken - und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The disk that holds Inlet&apos;s database cannot be read or written (%1).</source>
        <translation>Die Festplatte mit der Datenbank von Inlet kann nicht gelesen oder beschrieben werden (%1).</translation>
    </message>
    <message>
        <source>Inlet&apos;s database cannot be opened for writing (%1). Check that its folder belongs to you.</source>
        <translation>Die Datenbank von Inlet kann nicht zum Schreiben geöffnet werden (%1). Prüfen Sie, ob der Ordner Ihnen gehört.</translation>
    </message>
    <message>
        <source>Give the label a name.</source>
        <translation>Geben Sie dem Label einen Namen.</translation>
    </message>
    <message>
        <source>“%1” is too long for the mail server of %2. Choose a shorter name.</source>
        <translation>„%1“ ist für den Mailserver von %2 zu lang. Wählen Sie einen kürzeren Namen.</translation>
    </message>
    <message>
        <source>No mail of this conversation is on a server, so there is nothing that could have a label.</source>
        <translation>Keine Mail dieser Unterhaltung liegt auf einem Server, deshalb gibt es nichts, was ein Label haben könnte.</translation>
    </message>
    <message>
        <source>The mail server of %1 keeps no labels. Nothing was changed.</source>
        <translation>Der Mailserver von %1 kennt keine Labels. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 of %2 messages were refused by filters. Look at the content and at the sender&apos;s reputation.</source>
        <translation>%1 von %2 Nachrichten wurden von Filtern abgelehnt. Prüfen Sie den Inhalt und den Ruf des Absenders.</translation>
    </message>
    <message>
        <source>%1 of %2 messages went to dead addresses. Check the list before you go on.</source>
        <translation>%1 von %2 Nachrichten gingen an tote Adressen. Prüfen Sie die Liste, bevor Sie weitermachen.</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Edit templates…</source>
        <translation>Vorlagen bearbeiten…</translation>
    </message>
    <message>
        <source>Insert a template</source>
        <translation>Vorlage einfügen</translation>
    </message>
    <message>
        <source>Its variables are filled in; what is not known is marked.</source>
        <translation>Ihre Variablen werden ausgefüllt; Unbekanntes wird hervorgehoben.</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>Name der Vorlage</translation>
    </message>
    <message>
        <source>There are none yet. Write your first one.</source>
        <translation>Es gibt noch keine. Schreiben Sie Ihre erste.</translation>
    </message>
    <message>
        <source>the date of today</source>
        <translation>das heutige Datum</translation>
    </message>
    <message>
        <source>the subject</source>
        <translation>der Betreff</translation>
    </message>
    <message>
        <source>their address</source>
        <translation>die Adresse des Empfängers</translation>
    </message>
    <message>
        <source>their company&apos;s domain</source>
        <translation>die Domain der Firma des Empfängers</translation>
    </message>
    <message>
        <source>their first name</source>
        <translation>der Vorname des Empfängers</translation>
    </message>
    <message>
        <source>their whole name</source>
        <translation>der ganze Name des Empfängers</translation>
    </message>
    <message>
        <source>where you go on typing</source>
        <translation>wo Sie weiterschreiben</translation>
    </message>
    <message>
        <source>your address</source>
        <translation>Ihre Adresse</translation>
    </message>
    <message>
        <source>your first name</source>
        <translation>Ihr Vorname</translation>
    </message>
    <message>
        <source>your name in that mailbox</source>
        <translation>Ihr Name in diesem Postfach</translation>
    </message>
    <message>
        <source>%1 cannot be understood and was not overwritten. Move it away, then save again.</source>
        <translation>%1 ist nicht verständlich und wurde nicht überschrieben. Legen Sie die Datei beiseite und speichern Sie noch einmal.</translation>
    </message>
    <message>
        <source>Your templates in %1 cannot be read.</source>
        <translation>Ihre Vorlagen in %1 können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Your templates in %1 cannot be understood: %2.</source>
        <translation>Ihre Vorlagen in %1 sind nicht verständlich: %2.</translation>
    </message>
    <message>
        <source>Your templates were not saved: %1. Is the disk full?</source>
        <translation>Ihre Vorlagen wurden nicht gespeichert: %1. Ist die Festplatte voll?</translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <source>next week</source>
        <translation>nächste woche</translation>
    </message>
    <message>
        <source>next month</source>
        <translation>nächster monat|nächsten monat</translation>
    </message>
    <message>
        <source>tonight</source>
        <translation>heute abend</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>next</source>
        <translation>nächster|nächsten|nächste</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minuten|minute</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>stunden|stunde|std</translation>
    </message>
    <message>
        <source>days</source>
        <translation>tagen|tage|tag</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>wochen|woche</translation>
    </message>
    <message>
        <source>months</source>
        <translation>monaten|monate|monat</translation>
    </message>
    <message>
        <source>at</source>
        <translation>um</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>In einer Woche</translation>
    </message>
    <message>
        <source>In three months</source>
        <translation>In drei Monaten</translation>
    </message>
    <message>
        <source>Later today</source>
        <translation>Später heute</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Montag</translation>
    </message>
    <message>
        <source>This evening</source>
        <translation>Heute Abend</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>When they are back</source>
        <translation>Wenn sie zurück sind</translation>
    </message>
    <message>
        <source>In a month</source>
        <translation>In einem Monat</translation>
    </message>
    <message>
        <source>In six months</source>
        <translation>In sechs Monaten</translation>
    </message>
    <message>
        <source>In two weeks</source>
        <translation>In zwei Wochen</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Nächste Woche</translation>
    </message>
</context>
<context>
    <name>inlet::ui::AddressPage</name>
    <message>
        <source>Email address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>Suche beenden</translation>
    </message>
    <message>
        <source>Add many mailboxes from a list</source>
        <translation>Viele Postfächer aus einer Liste hinzufügen</translation>
    </message>
    <message>
        <source>Inlet finds the servers by itself. Nothing leaves this computer except to your mail servers.</source>
        <translation>Inlet findet die Server selbst. Nichts verlässt diesen Computer, außer zu Ihren Mailservern.</translation>
    </message>
    <message>
        <source>Connect a mailbox</source>
        <translation>Postfach verbinden</translation>
    </message>
    <message>
        <source>This mailbox is connected already.</source>
        <translation>Dieses Postfach ist schon verbunden.</translation>
    </message>
    <message>
        <source>The same servers as %1</source>
        <translation>Dieselben Server wie %1</translation>
    </message>
    <message>
        <source>Looking for the servers of %1</source>
        <translation>Die Server von %1 werden gesucht</translation>
    </message>
    <message>
        <source>Servers found</source>
        <translation>Server gefunden</translation>
    </message>
    <message>
        <source>You type the servers on the next page</source>
        <translation>Die Server geben Sie auf der nächsten Seite ein</translation>
    </message>
    <message>
        <source>Looking for the servers took too long. You can type them, or go back and try again.</source>
        <translation>Die Suche nach den Servern dauerte zu lange. Sie können sie eingeben, oder gehen Sie zurück und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::AddressText</name>
    <message>
        <source>The @ is missing, as in anna@acme.io.</source>
        <translation>Das @ fehlt, wie in anna@acme.io.</translation>
    </message>
    <message>
        <source>The name before the @ is missing.</source>
        <translation>Der Name vor dem @ fehlt.</translation>
    </message>
    <message>
        <source>The part after the @ is missing, as in acme.io.</source>
        <translation>Der Teil nach dem @ fehlt, wie in acme.io.</translation>
    </message>
    <message>
        <source>There are more than 1,000 recipients.</source>
        <translation>Das sind mehr als 1.000 Empfänger.</translation>
    </message>
    <message>
        <source>This address holds invisible characters. Type it by hand.</source>
        <translation>Diese Adresse enthält unsichtbare Zeichen. Geben Sie sie von Hand ein.</translation>
    </message>
    <message>
        <source>This is more than one line. For several mailboxes use &quot;Add many mailboxes&quot;.</source>
        <translation>Das ist mehr als eine Zeile. Für mehrere Postfächer gibt es „Viele Postfächer hinzufügen“.</translation>
    </message>
    <message>
        <source>This is not a valid email address.</source>
        <translation>Das ist keine gültige E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>This is too long for an email address.</source>
        <translation>Das ist zu lang für eine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>This looks like more than one address. For several mailboxes use &quot;Add many mailboxes&quot;.</source>
        <translation>Das sieht nach mehreren Adressen aus. Für mehrere Postfächer gibt es „Viele Postfächer hinzufügen“.</translation>
    </message>
    <message>
        <source>Type the email address of the mailbox.</source>
        <translation>Geben Sie die E-Mail-Adresse des Postfachs ein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds invisible characters.</source>
        <translation>„%1“ enthält unsichtbare Zeichen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an email address.</source>
        <translation>„%1“ ist keine E-Mail-Adresse.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::AttachmentActions</name>
    <message>
        <source>Save file</source>
        <translation>Datei speichern</translation>
    </message>
    <message>
        <source>“%1” could be a program. Save it if you trust it; Inlet does not open programs.</source>
        <translation>„%1“ könnte ein Programm sein. Speichern Sie es, wenn Sie ihm vertrauen; Inlet öffnet keine Programme.</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>“%1” came by mail. Open it with its usual program?</source>
        <translation>„%1“ kam per Mail. Mit dem üblichen Programm öffnen?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>The file could not be stored: %1</source>
        <translation>Die Datei konnte nicht abgelegt werden: %1</translation>
    </message>
    <message>
        <source>The file could not be saved: %1</source>
        <translation>Die Datei konnte nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Gespeichert unter %1</translation>
    </message>
</context>
<context>
    <name>inlet::ui::AttachmentStrip</name>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>There are %1 files already.</source>
        <translation>Es sind schon %1 Dateien.</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>%1 is a folder. Pack it into one file first.</source>
        <translation>%1 ist ein Ordner. Packen Sie ihn erst in eine Datei.</translation>
    </message>
    <message>
        <source>%1 is no ordinary file.</source>
        <translation>%1 ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>%1 is too large to be sent by mail (%2).</source>
        <translation>%1 ist zu groß für eine Mail (%2).</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>fetching</source>
        <translation>wird geholt</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>nicht verfügbar</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>inlet::ui::BodyEdit</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
</context>
<context>
    <name>inlet::ui::BodyView</name>
    <message>
        <source>Message text</source>
        <translation>Text der Nachricht</translation>
    </message>
    <message>
        <source>The rest is not shown here.</source>
        <translation>Der Rest wird hier nicht gezeigt.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::BounceCausePage</name>
    <message>
        <source>Back to the causes</source>
        <translation>Zurück zu den Ursachen</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Sent from</source>
        <translation>Gesendet von</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What the server said</source>
        <translation>Was der Server sagte</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Unterhaltung öffnen</translation>
    </message>
    <message>
        <source>Domain of the recipients</source>
        <translation>Domain der Empfänger</translation>
    </message>
    <message>
        <source>Mailbox that sent</source>
        <translation>Postfach, das gesendet hat</translation>
    </message>
    <message>
        <source>Bounces of this cause</source>
        <translation>Rückläufer dieser Ursache</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>Kein Grund genannt</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>All domains</source>
        <translation>Alle Domains</translation>
    </message>
    <message>
        <source>All mailboxes</source>
        <translation>Alle Postfächer</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>1 bounce</source>
        <translation>1 Rückläufer</translation>
    </message>
    <message>
        <source>%1 bounces</source>
        <translation>%1 Rückläufer</translation>
    </message>
    <message>
        <source>%1 of %2 · %3</source>
        <translation>%1 von %2 · %3</translation>
    </message>
    <message>
        <source>Refused while we were sending.</source>
        <translation>Beim Senden abgelehnt.</translation>
    </message>
    <message>
        <source>Its conversation is not here any more.</source>
        <translation>Die Unterhaltung dazu gibt es hier nicht mehr.</translation>
    </message>
    <message>
        <source>The newest %1 of %2 · %3</source>
        <translation>Die neuesten %1 von %2 · %3</translation>
    </message>
</context>
<context>
    <name>inlet::ui::BounceDialog</name>
    <message>
        <source>dead address</source>
        <translation>Adresse tot</translation>
    </message>
    <message>
        <source>for a while</source>
        <translation>vorübergehend</translation>
    </message>
    <message>
        <source>we are blocked</source>
        <translation>wir sind gesperrt</translation>
    </message>
    <message>
        <source>on its way still</source>
        <translation>noch unterwegs</translation>
    </message>
    <message>
        <source>not clear</source>
        <translation>unklar</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>Postfach</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Quote</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Bounces</source>
        <translation>Rückläufer</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Last %1 days</source>
        <translation>Letzte %1 Tage</translation>
    </message>
    <message>
        <source>Bounces by cause</source>
        <translation>Rückläufer nach Ursache</translation>
    </message>
    <message>
        <source>Mailboxes and their bounce rate</source>
        <translation>Postfächer und ihre Rückläuferquote</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Why mail came back</source>
        <translation>Warum Mail zurückkam</translation>
    </message>
    <message>
        <source>How the mail of each mailbox fares</source>
        <translation>Wie es der Mail jedes Postfachs ergeht</translation>
    </message>
    <message>
        <source>Dead and blocked of what was handed over, in the last day or, where that is little, the last week. Above the first limit you are warned; above the second, new mail to people who never wrote to you is held in the outbox.</source>
        <translation>Tote und gesperrte von den übergebenen Mails des letzten Tages oder, wo das wenig ist, der letzten Woche. Über der ersten Grenze werden Sie gewarnt; über der zweiten bleibt neue Mail an Personen, die Ihnen nie geschrieben haben, im Postausgang.</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>Zum Beispiel: %1</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Warn above</source>
        <translation>Warnen über</translation>
    </message>
    <message>
        <source>Hold above</source>
        <translation>Anhalten über</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>Kein Grund genannt</translation>
    </message>
    <message>
        <source>No bounces in the last %1 days.</source>
        <translation>Keine Rückläufer in den letzten %1 Tagen.</translation>
    </message>
    <message>
        <source>all at %1</source>
        <translation>alle bei %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Show these bounces</source>
        <translation>Diese Rückläufer zeigen</translation>
    </message>
    <message>
        <source>last %1 days</source>
        <translation>letzte %1 Tage</translation>
    </message>
</context>
<context>
    <name>inlet::ui::BounceTable</name>
    <message>
        <source>removed mailbox</source>
        <translation>entferntes Postfach</translation>
    </message>
</context>
<context>
    <name>inlet::ui::CategoriesPage</name>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Braun</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Number %1</source>
        <translation>Nummer %1</translation>
    </message>
    <message>
        <source>There is none of your own yet. The built-in ones cannot be changed.</source>
        <translation>Noch gibt es keine eigene. Die eingebauten lassen sich nicht ändern.</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Neue Kategorie</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Your own categories</source>
        <translation>Ihre eigenen Kategorien</translation>
    </message>
    <message>
        <source>Categories of your own</source>
        <translation>Eigene Kategorien</translation>
    </message>
    <message>
        <source>They stand beside the built-in ten everywhere, and travel with your mail to other computers with Inlet. A mailbox without keywords keeps them here only.</source>
        <translation>Sie stehen überall neben den zehn eingebauten und wandern mit Ihrer Mail zu anderen Computern mit Inlet. Bei einem Postfach ohne Schlagwörter bleiben sie nur hier.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>%1 (now “%2”)</source>
        <translation>%1 (jetzt „%2“)</translation>
    </message>
    <message>
        <source>Give the category a name.</source>
        <translation>Geben Sie der Kategorie einen Namen.</translation>
    </message>
    <message>
        <source>No conversation has it.</source>
        <translation>Keine Unterhaltung hat sie.</translation>
    </message>
    <message>
        <source>1 conversation has it and becomes Unsorted.</source>
        <translation>1 Unterhaltung hat sie und wird unsortiert.</translation>
    </message>
    <message>
        <source>%1 conversations have it and become Unsorted.</source>
        <translation>%1 Unterhaltungen haben sie und werden unsortiert.</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>„%1“ entfernen?</translation>
    </message>
    <message>
        <source>You can undo it.</source>
        <translation>Sie können das rückgängig machen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>“%1” is removed.</source>
        <translation>„%1“ ist entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Lime</source>
        <translation>Limette</translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation>Indigo</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Lila</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>Rosenrot</translation>
    </message>
    <message>
        <source>Sky</source>
        <translation>Himmelblau</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Oliv</translation>
    </message>
    <message>
        <source>A new name is for this computer. Others keep the name they know; what is sorted stays so everywhere.</source>
        <translation>Ein neuer Name gilt auf diesem Computer. Andere behalten den Namen, den sie kennen; was einsortiert ist, bleibt es überall.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::CertificatePanel</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>Ausgestellt für</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Gut für</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Trust this one certificate for this mailbox</source>
        <translation>Diesem einen Zertifikat für dieses Postfach vertrauen</translation>
    </message>
</context>
<context>
    <name>inlet::ui::CheckRow</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>The server&apos;s words</source>
        <translation>Worte des Servers</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
</context>
<context>
    <name>inlet::ui::ChecksPage</name>
    <message>
        <source>Everything works</source>
        <translation>Alles funktioniert</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Noch nicht verbunden</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Checking both directions</source>
        <translation>Beide Richtungen werden geprüft</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>inlet::ui::ChecksView</name>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Senden</translation>
    </message>
</context>
<context>
    <name>inlet::ui::CommandPalette</name>
    <message>
        <source>Do anything by name</source>
        <translation>Alles per Namen ausführen</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Type what to do, or where to go</source>
        <translation>Geben Sie ein, was zu tun ist oder wohin es geht</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Nothing goes by that name. Other words, or fewer letters, may find it.</source>
        <translation>So heißt hier nichts. Andere Wörter oder weniger Buchstaben finden es vielleicht.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::ComposeNotes</name>
    <message>
        <source>Send anyway</source>
        <translation>Trotzdem senden</translation>
    </message>
</context>
<context>
    <name>inlet::ui::ComposeWarnings</name>
    <message>
        <source>It is night where they are: %1 (%2).</source>
        <translation>Am Ort des Empfängers ist Nacht: %1 (%2).</translation>
    </message>
    <message>
        <source>It is the weekend where they are: %1 (%2).</source>
        <translation>Am Ort des Empfängers ist Wochenende: %1 (%2).</translation>
    </message>
    <message>
        <source>The files take %1 on the way; this mailbox usually sends at most %2.</source>
        <translation>Die Dateien brauchen unterwegs %1; dieses Postfach sendet meist höchstens %2.</translation>
    </message>
    <message>
        <source>The text names another prospect, %1; this mail goes to %2.</source>
        <translation>Der Text nennt einen anderen Interessenten, %1; diese Mail geht an %2.</translation>
    </message>
    <message>
        <source>The text speaks of an attachment, but there is none.</source>
        <translation>Der Text spricht von einem Anhang, aber es gibt keinen.</translation>
    </message>
    <message>
        <source>There is no subject.</source>
        <translation>Der Betreff fehlt.</translation>
    </message>
    <message>
        <source>This goes to %1 people who can see each other&apos;s address.</source>
        <translation>Diese Mail geht an %1 Personen, die gegenseitig ihre Adressen sehen.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::Composer</name>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>Entwurf gespeichert</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>This draft is not saved. %1</source>
        <translation>Dieser Entwurf ist nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Write a mail</source>
        <translation>Mail schreiben</translation>
    </message>
    <message>
        <source>Discard this draft?</source>
        <translation>Diesen Entwurf verwerfen?</translation>
    </message>
    <message>
        <source>Its text and its files are gone for good.</source>
        <translation>Sein Text und seine Dateien sind dann endgültig weg.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Type who gets this mail.</source>
        <translation>Geben Sie ein, wer diese Mail bekommt.</translation>
    </message>
    <message>
        <source>Connect a mailbox first; there is none to send from.</source>
        <translation>Verbinden Sie erst ein Postfach; es gibt keines, von dem gesendet werden kann.</translation>
    </message>
    <message>
        <source>A file is still being fetched. Send again in a moment, or remove it.</source>
        <translation>Eine Datei wird noch geholt. Senden Sie gleich noch einmal, oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>%1 could not be fetched. Remove it, or attach it again.</source>
        <translation>%1 konnte nicht geholt werden. Entfernen Sie die Datei, oder hängen Sie sie neu an.</translation>
    </message>
    <message>
        <source>Fill in %1 first: F8 goes there.</source>
        <translation>Füllen Sie erst %1 aus: F8 führt dorthin.</translation>
    </message>
    <message>
        <source>Fill in %1 in the subject first.</source>
        <translation>Füllen Sie erst %1 im Betreff aus.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::ComposerBar</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Formatting</source>
        <translation>Formatierung</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>Im eigenen Fenster öffnen</translation>
    </message>
    <message>
        <source>Send (Ctrl+Enter). Send and archive: Ctrl+Shift+Enter</source>
        <translation>Senden (Strg+Enter). Senden und archivieren: Strg+Umschalt+Enter</translation>
    </message>
    <message>
        <source>Attach files (Ctrl+Shift+A)</source>
        <translation>Dateien anhängen (Strg+Umschalt+A)</translation>
    </message>
    <message>
        <source>Insert a template (Ctrl+;)</source>
        <translation>Vorlage einfügen (Strg+;)</translation>
    </message>
    <message>
        <source>Discard this draft</source>
        <translation>Diesen Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Bold (Ctrl+B)</source>
        <translation>Fett (Strg+B)</translation>
    </message>
    <message>
        <source>Italic (Ctrl+I)</source>
        <translation>Kursiv (Strg+I)</translation>
    </message>
    <message>
        <source>Underline (Ctrl+U)</source>
        <translation>Unterstrichen (Strg+U)</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Nummerierte Liste</translation>
    </message>
    <message>
        <source>Link (Ctrl+Shift+K)</source>
        <translation>Link (Strg+Umschalt+K)</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Set link</source>
        <translation>Link setzen</translation>
    </message>
</context>
<context>
    <name>inlet::ui::ComposerHead</name>
    <message>
        <source>Cc Bcc</source>
        <translation>Cc Bcc</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Another mailbox: this will start a new thread for them.</source>
        <translation>Anderes Postfach: für den Empfänger beginnt eine neue Unterhaltung.</translation>
    </message>
    <message>
        <source>Show Cc and Bcc</source>
        <translation>Cc und Bcc zeigen</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>Bcc</source>
        <translation>Bcc</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
</context>
<context>
    <name>inlet::ui::ComposerWindow</name>
    <message>
        <source>New mail</source>
        <translation>Neue Mail</translation>
    </message>
</context>
<context>
    <name>inlet::ui::ConnectWizard</name>
    <message>
        <source>Connect a mailbox</source>
        <translation>Postfach verbinden</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Stop connecting this mailbox?</source>
        <translation>Verbinden dieses Postfachs abbrechen?</translation>
    </message>
    <message>
        <source>%1 is not added, and nothing is stored.</source>
        <translation>%1 wird nicht hinzugefügt, und nichts wird gespeichert.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
</context>
<context>
    <name>inlet::ui::ConversationDelegate</name>
    <message>
        <source>%1 · auto</source>
        <translation>%1 · auto</translation>
    </message>
    <message>
        <source>Your note: %1</source>
        <translation>Ihre Notiz: %1</translation>
    </message>
</context>
<context>
    <name>inlet::ui::ConversationHeader</name>
    <message>
        <source>Muted</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>What comes does not bring it back. Press to hear from it again.</source>
        <translation>Neues bringt sie nicht zurück. Drücken, um wieder davon zu hören.</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
    <message>
        <source>Person: %1</source>
        <translation>Person: %1</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>Clean text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>Show as sent</source>
        <translation>Wie gesendet</translation>
    </message>
    <message>
        <source>Change with 1 to 9, 0 for none</source>
        <translation>Ändern mit 1 bis 9, 0 für keine</translation>
    </message>
    <message>
        <source>Click to change it</source>
        <translation>Zum Ändern klicken</translation>
    </message>
    <message>
        <source>Wrong: fix for all like this…</source>
        <translation>Falsch: für alle solchen berichtigen…</translation>
    </message>
</context>
<context>
    <name>inlet::ui::ConversationListModel</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation>Zurückgestellt bis %1</translation>
    </message>
    <message>
        <source>Muted: what comes does not bring it back</source>
        <translation>Stumm: Neues bringt sie nicht zurück</translation>
    </message>
    <message>
        <source>Nobody has answered: you asked to be reminded</source>
        <translation>Niemand hat geantwortet: Sie wollten erinnert werden</translation>
    </message>
    <message>
        <source>Reminder if nobody answers: %1</source>
        <translation>Erinnerung, wenn niemand antwortet: %1</translation>
    </message>
    <message>
        <source>Back on %1</source>
        <translation>Zurück am %1</translation>
    </message>
</context>
<context>
    <name>inlet::ui::ConversationModel</name>
    <message>
        <source>from here via %1</source>
        <translation>ab hier über %1</translation>
    </message>
    <message>
        <source>new subject: %1</source>
        <translation>neuer Betreff: %1</translation>
    </message>
    <message>
        <source>1 older message</source>
        <translation>1 ältere Nachricht</translation>
    </message>
    <message>
        <source>%1 older messages</source>
        <translation>%1 ältere Nachrichten</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
</context>
<context>
    <name>inlet::ui::ConversationPane</name>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Show the other conversation</source>
        <translation>Andere Unterhaltung zeigen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>via %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Choose a conversation in the list.</source>
        <translation>Wählen Sie eine Unterhaltung in der Liste.</translation>
    </message>
    <message>
        <source>%1 and %2 walk through the list, %3 shows all keys.</source>
        <translation>%1 und %2 gehen durch die Liste, %3 zeigt alle Tasten.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::DecisionLogDialog</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo everything since here</source>
        <translation>Alles seit hier rückgängig machen</translation>
    </message>
    <message>
        <source>Undo the last ten minutes</source>
        <translation>Letzte zehn Minuten rückgängig machen</translation>
    </message>
    <message>
        <source>Show conversation</source>
        <translation>Unterhaltung zeigen</translation>
    </message>
    <message>
        <source>History of decisions</source>
        <translation>Verlauf der Entscheidungen</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Verlauf durchsuchen</translation>
    </message>
    <message>
        <source>Search who or what</source>
        <translation>Person oder Entscheidung suchen</translation>
    </message>
    <message>
        <source>Decisions, newest first</source>
        <translation>Entscheidungen, neueste zuerst</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The newest %1 decisions can be taken back.</source>
        <translation>Die neuesten %1 Entscheidungen können zurückgenommen werden.</translation>
    </message>
    <message>
        <source>1 decision</source>
        <translation>1 Entscheidung</translation>
    </message>
    <message>
        <source>%1 decisions</source>
        <translation>%1 Entscheidungen</translation>
    </message>
    <message>
        <source>Nothing was decided so far.</source>
        <translation>Bisher wurde nichts entschieden.</translation>
    </message>
    <message>
        <source>Nothing matches “%1”.</source>
        <translation>Nichts passt auf „%1“.</translation>
    </message>
    <message>
        <source>%1, the newest ones</source>
        <translation>%1, die neuesten</translation>
    </message>
    <message>
        <source>Undo 1 decision?</source>
        <translation>1 Entscheidung rückgängig machen?</translation>
    </message>
    <message>
        <source>Undo %1 decisions?</source>
        <translation>%1 Entscheidungen rückgängig machen?</translation>
    </message>
    <message>
        <source>1 newer decision about %2 is taken back as well.</source>
        <translation>1 neuere Entscheidung über %2 wird ebenfalls zurückgenommen.</translation>
    </message>
    <message>
        <source>%1 newer decisions about %2 are taken back as well.</source>
        <translation>%1 neuere Entscheidungen über %2 werden ebenfalls zurückgenommen.</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>%1 rückgängig machen</translation>
    </message>
    <message>
        <source>Everything since %1 is taken back, the newest first.</source>
        <translation>Alles seit %1 wird zurückgenommen, das Neueste zuerst.</translation>
    </message>
    <message>
        <source>Everything of the last ten minutes is taken back, the newest first.</source>
        <translation>Alles aus den letzten zehn Minuten wird zurückgenommen, das Neueste zuerst.</translation>
    </message>
    <message>
        <source>Nothing was decided in the last ten minutes.</source>
        <translation>In den letzten zehn Minuten wurde nichts entschieden.</translation>
    </message>
    <message>
        <source>What was decided before %1 cannot be taken back any more.</source>
        <translation>Was vor %1 entschieden wurde, kann nicht mehr zurückgenommen werden.</translation>
    </message>
    <message>
        <source>1 decision is taken back.</source>
        <translation>1 Entscheidung ist zurückgenommen.</translation>
    </message>
    <message>
        <source>%1 decisions are taken back.</source>
        <translation>%1 Entscheidungen sind zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::DecisionLogModel</name>
    <message>
        <source>%1 (taken back)</source>
        <translation>%1 (zurückgenommen)</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Worüber</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
</context>
<context>
    <name>inlet::ui::DeliveryWords</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>Und %1 weitere.</translation>
    </message>
    <message>
        <source>Blocked: %1</source>
        <translation>Gesperrt: %1</translation>
    </message>
    <message>
        <source>Bounced for now: %1</source>
        <translation>Vorläufig zurückgekommen: %1</translation>
    </message>
    <message>
        <source>Bounced: %1</source>
        <translation>Zurückgekommen: %1</translation>
    </message>
    <message>
        <source>Do not contact anybody at %1: %2</source>
        <translation>Niemanden bei %1 kontaktieren: %2</translation>
    </message>
    <message>
        <source>Do not contact: %1</source>
        <translation>Nicht kontaktieren: %1</translation>
    </message>
    <message>
        <source>no reason was given</source>
        <translation>kein Grund genannt</translation>
    </message>
    <message>
        <source>%1 is on your do-not-contact list.</source>
        <translation>%1 steht auf Ihrer Sperrliste.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::DialogPrompts</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>inlet::ui::DoNotContactDialog</name>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>These %1 addresses</source>
        <translation>Diese %1 Adressen</translation>
    </message>
    <message>
        <source>Everyone at %1</source>
        <translation>Alle bei %1</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>Nicht kontaktieren</translation>
    </message>
    <message>
        <source>They asked us to stop</source>
        <translation>Sie wollen keine Mail mehr</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Nothing is sent to them any more, from any of your mailboxes. What waits in the outbox for them does not leave. You can undo it.</source>
        <translation>Es geht nichts mehr dorthin, von keinem Ihrer Postfächer. Was im Postausgang darauf wartet, bleibt dort. Sie können das rückgängig machen.</translation>
    </message>
    <message>
        <source>1 conversation could not be read and stays as it is.</source>
        <translation>1 Unterhaltung konnte nicht gelesen werden und bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>%1 conversations could not be read and stay as they are.</source>
        <translation>%1 Unterhaltungen konnten nicht gelesen werden und bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Why (for the list)</source>
        <translation>Grund (für die Liste)</translation>
    </message>
</context>
<context>
    <name>inlet::ui::DonePage</name>
    <message>
        <source>Progress of the first reading</source>
        <translation>Fortschritt des ersten Lesens</translation>
    </message>
    <message>
        <source>Add another with the same settings</source>
        <translation>Weiteres mit denselben Einstellungen hinzufügen</translation>
    </message>
    <message>
        <source>First replies are being read now, newest first. You can start to answer while the rest arrives.</source>
        <translation>Die ersten Antworten werden jetzt gelesen, neueste zuerst. Sie können schon antworten, während der Rest kommt.</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Open inbox</source>
        <translation>Posteingang öffnen</translation>
    </message>
</context>
<context>
    <name>inlet::ui::EndpointForm</name>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>incoming</source>
        <translation>eingehend</translation>
    </message>
    <message>
        <source>outgoing</source>
        <translation>ausgehend</translation>
    </message>
    <message>
        <source>Server, %1</source>
        <translation>Server, %1</translation>
    </message>
    <message>
        <source>Port, %1</source>
        <translation>Port, %1</translation>
    </message>
    <message>
        <source>Encryption, %1</source>
        <translation>Verschlüsselung, %1</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>User name, %1</source>
        <translation>Benutzername, %1</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Incoming mail (IMAP)</source>
        <translation>Eingehende Mail (IMAP)</translation>
    </message>
    <message>
        <source>Outgoing mail (SMTP)</source>
        <translation>Ausgehende Mail (SMTP)</translation>
    </message>
    <message>
        <source>Type the user name; mostly the whole email address.</source>
        <translation>Geben Sie den Benutzernamen ein; meist ist es die ganze E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>This user name is too long or holds invisible characters.</source>
        <translation>Dieser Benutzername ist zu lang oder enthält unsichtbare Zeichen.</translation>
    </message>
    <message>
        <source>Only the name of the server, without %1</source>
        <translation>Nur der Name des Servers, ohne %1</translation>
    </message>
    <message>
        <source>This is an email address. The server&apos;s name looks like mail.acme.io.</source>
        <translation>Das ist eine E-Mail-Adresse. Der Name des Servers sieht aus wie mail.acme.io.</translation>
    </message>
    <message>
        <source>This is not the name of a server.</source>
        <translation>Das ist kein Servername.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>POP3 is not offered: it cannot keep a mailbox and Inlet in step. Use IMAP, port 993.</source>
        <translation>POP3 wird nicht angeboten: Es kann Postfach und Inlet nicht auf gleichem Stand halten. Nehmen Sie IMAP, Port 993.</translation>
    </message>
    <message>
        <source>Port 25 is for servers among themselves and blocked in most networks. Use 465 with TLS or 587 with STARTTLS.</source>
        <translation>Port 25 ist für Server untereinander und in den meisten Netzen gesperrt. Nehmen Sie 465 mit TLS oder 587 mit STARTTLS.</translation>
    </message>
    <message>
        <source>Port %1 is mostly TLS, not STARTTLS.</source>
        <translation>Port %1 ist meist TLS, nicht STARTTLS.</translation>
    </message>
    <message>
        <source>Port %1 is mostly STARTTLS, not TLS.</source>
        <translation>Port %1 ist meist STARTTLS, nicht TLS.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::FetchStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of fetching</source>
        <translation>Fortschritt des Holens</translation>
    </message>
    <message>
        <source>Cancel fetching this message</source>
        <translation>Holen dieser Nachricht abbrechen</translation>
    </message>
    <message>
        <source>Fetching %1 of %2</source>
        <translation>%1 von %2 werden geholt</translation>
    </message>
    <message>
        <source>Waiting to be fetched</source>
        <translation>Wartet darauf, geholt zu werden</translation>
    </message>
</context>
<context>
    <name>inlet::ui::FileChips</name>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>%1  %2, on the server</source>
        <translation>%1  %2, auf dem Server</translation>
    </message>
    <message>
        <source>%1
It is fetched when you save or open it.</source>
        <translation>%1
Wird geholt, wenn Sie die Datei speichern oder öffnen.</translation>
    </message>
    <message>
        <source>File %1, %2</source>
        <translation>Datei %1, %2</translation>
    </message>
    <message>
        <source>File %1, %2, still on the server</source>
        <translation>Datei %1, %2, noch auf dem Server</translation>
    </message>
</context>
<context>
    <name>inlet::ui::FleetInputPage</name>
    <message>
        <source>List of mailboxes</source>
        <translation>Liste der Postfächer</translation>
    </message>
    <message>
        <source>Open CSV file</source>
        <translation>CSV-Datei öffnen</translation>
    </message>
    <message>
        <source>One mailbox a line, with a header line. Only email and password are needed; servers that are not given are found, as for a single mailbox.</source>
        <translation>Ein Postfach pro Zeile, mit Kopfzeile. Nötig sind nur email und password; nicht genannte Server werden gefunden wie bei einem einzelnen Postfach.</translation>
    </message>
    <message>
        <source>This is too large for a list of mailboxes.</source>
        <translation>Das ist zu groß für eine Liste von Postfächern.</translation>
    </message>
    <message>
        <source>There is no mailbox in this list.</source>
        <translation>In dieser Liste ist kein Postfach.</translation>
    </message>
    <message>
        <source>Open a list of mailboxes</source>
        <translation>Liste von Postfächern öffnen</translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.txt)</source>
        <translation>Listen (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>This is too large for a list of mailboxes, or no text.</source>
        <translation>Das ist zu groß für eine Liste von Postfächern oder kein Text.</translation>
    </message>
    <message>
        <source>Add many mailboxes</source>
        <translation>Viele Postfächer hinzufügen</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Alle prüfen</translation>
    </message>
</context>
<context>
    <name>inlet::ui::FleetModel</name>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Finding the servers</source>
        <translation>Server werden gesucht</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>Postfach</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Sending: %1</source>
        <translation>Senden: %1</translation>
    </message>
    <message>
        <source>Reading: %1</source>
        <translation>Lesen: %1</translation>
    </message>
</context>
<context>
    <name>inlet::ui::FleetPage</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Mailboxes done</source>
        <translation>Fertige Postfächer</translation>
    </message>
    <message>
        <source>Connecting %1 mailboxes</source>
        <translation>%1 Postfächer werden verbunden</translation>
    </message>
    <message>
        <source>%1 of %2 connected</source>
        <translation>%1 von %2 verbunden</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Nothing was checked: there is no place for the passwords yet.</source>
        <translation>Nichts wurde geprüft: Es gibt noch keinen Ort für die Passwörter.</translation>
    </message>
    <message>
        <source>%1 connected</source>
        <translation>%1 verbunden</translation>
    </message>
    <message>
        <source>%1 not connected</source>
        <translation>%1 nicht verbunden</translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>%1 angehalten</translation>
    </message>
    <message>
        <source>%1 to go</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>. What is connected is stored and stays.</source>
        <translation>. Was verbunden ist, ist gespeichert und bleibt.</translation>
    </message>
    <message>
        <source>Stopped before they were checked.</source>
        <translation>Angehalten, bevor sie geprüft wurden.</translation>
    </message>
    <message>
        <source>Try these again</source>
        <translation>Diese noch einmal versuchen</translation>
    </message>
    <message>
        <source>Open inbox</source>
        <translation>Posteingang öffnen</translation>
    </message>
</context>
<context>
    <name>inlet::ui::FleetRunner</name>
    <message>
        <source>This address stands in the list twice.</source>
        <translation>Diese Adresse steht zweimal in der Liste.</translation>
    </message>
    <message>
        <source>%1 takes no passwords from mail programs.</source>
        <translation>%1 nimmt keine Passwörter von Mailprogrammen an.</translation>
    </message>
    <message>
        <source>Its own sign-in comes with OAuth support in a later version of Inlet.</source>
        <translation>Die Anmeldung dort kommt mit OAuth in einer späteren Version von Inlet.</translation>
    </message>
    <message>
        <source>The servers were not found.</source>
        <translation>Die Server wurden nicht gefunden.</translation>
    </message>
    <message>
        <source>Write them into the columns imap and smtp, as in imap.acme.io:993:tls.</source>
        <translation>Schreiben Sie sie in die Spalten imap und smtp, wie in imap.acme.io:993:tls.</translation>
    </message>
    <message>
        <source>The checks did not pass.</source>
        <translation>Die Prüfungen sind nicht bestanden.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::FleetTable</name>
    <message>
        <source>Mailboxes of the list</source>
        <translation>Postfächer der Liste</translation>
    </message>
</context>
<context>
    <name>inlet::ui::FolderMover</name>
    <message>
        <source>These are of %1 mailboxes. Select those of one mailbox to move them.</source>
        <translation>Diese sind aus %1 Postfächern. Wählen Sie die eines Postfachs aus, um sie zu verschieben.</translation>
    </message>
    <message>
        <source>the mailbox whose folder you choose</source>
        <translation>dem Postfach, dessen Ordner Sie wählen</translation>
    </message>
    <message>
        <source>Move to a folder</source>
        <translation>In einen Ordner verschieben</translation>
    </message>
    <message>
        <source>The mails of %1 in %2.</source>
        <translation>Die Mails von %1 in %2.</translation>
    </message>
    <message>
        <source>Name of the folder</source>
        <translation>Name des Ordners</translation>
    </message>
    <message>
        <source>No folders of this mailbox are known yet.</source>
        <translation>Von diesem Postfach sind noch keine Ordner bekannt.</translation>
    </message>
    <message>
        <source>Moved to %1</source>
        <translation>Nach „%1“ verschoben</translation>
    </message>
</context>
<context>
    <name>inlet::ui::FolderPickers</name>
    <message>
        <source>Sent mail</source>
        <translation>Gesendete Mail</translation>
    </message>
    <message>
        <source>Junk</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Automatic (%1)</source>
        <translation>Automatisch (%1)</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>Keiner gefunden</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>%1 (not on the server now)</source>
        <translation>%1 (jetzt nicht auf dem Server)</translation>
    </message>
    <message>
        <source>Which folder holds sent mail? Without one, Inlet makes it.</source>
        <translation>Welcher Ordner enthält gesendete Mail? Ohne Angabe legt Inlet ihn an.</translation>
    </message>
    <message>
        <source>One folder cannot be two things.</source>
        <translation>Ein Ordner kann nicht zweierlei sein.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::GeneralPage</name>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Another language holds from the next start of Inlet on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start von Inlet.</translation>
    </message>
    <message>
        <source>An open conversation counts as read</source>
        <translation>Eine offene Unterhaltung gilt als gelesen</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>After half a second</source>
        <translation>Nach einer halben Sekunde</translation>
    </message>
    <message>
        <source>After 3 seconds</source>
        <translation>Nach 3 Sekunden</translation>
    </message>
    <message>
        <source>Only by hand</source>
        <translation>Nur von Hand</translation>
    </message>
    <message>
        <source>A sent mail can be called back for</source>
        <translation>Eine gesendete Mail lässt sich zurückholen</translation>
    </message>
    <message>
        <source>No time: it leaves at once</source>
        <translation>Gar nicht: sie geht sofort hinaus</translation>
    </message>
    <message>
        <source>5 seconds</source>
        <translation>5 Sekunden lang</translation>
    </message>
    <message>
        <source>10 seconds</source>
        <translation>10 Sekunden lang</translation>
    </message>
    <message>
        <source>30 seconds</source>
        <translation>30 Sekunden lang</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute lang</translation>
    </message>
    <message>
        <source>2 minutes</source>
        <translation>2 Minuten lang</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>Schließen des Fensters</translation>
    </message>
    <message>
        <source>Asks what to do</source>
        <translation>Fragt, was zu tun ist</translation>
    </message>
    <message>
        <source>Keeps Inlet running in the tray</source>
        <translation>Lässt Inlet in der Leiste weiterlaufen</translation>
    </message>
    <message>
        <source>Ends Inlet</source>
        <translation>Beendet Inlet</translation>
    </message>
    <message>
        <source>New mail comes in, and you are told about it, only while Inlet runs.</source>
        <translation>Neue Mail kommt nur und wird nur gemeldet, solange Inlet läuft.</translation>
    </message>
    <message>
        <source>This desktop shows no tray, so closing the window ends Inlet. New mail comes in only while Inlet runs.</source>
        <translation>Dieser Desktop zeigt keine Symbolleiste, deshalb beendet das Schließen des Fensters Inlet. Neue Mail kommt nur, solange Inlet läuft.</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High: strong borders, darker or lighter text</source>
        <translation>Hoch: starke Ränder, dunklerer oder hellerer Text</translation>
    </message>
    <message>
        <source>Mail with its own look, while Inlet is dark</source>
        <translation>Mails mit eigenem Aussehen, während Inlet dunkel ist</translation>
    </message>
    <message>
        <source>Automatic: dark where it stays readable</source>
        <translation>Automatisch: dunkel, wo es lesbar bleibt</translation>
    </message>
    <message>
        <source>On light paper</source>
        <translation>Auf hellem Papier</translation>
    </message>
    <message>
        <source>What you choose for one message holds for its sender.</source>
        <translation>Was Sie für eine Nachricht wählen, gilt für ihren Absender.</translation>
    </message>
    <message>
        <source>%1 switches one message; that holds for its sender.</source>
        <translation>%1 wechselt bei einer Nachricht; das gilt dann für ihren Absender.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::GuideBar</name>
    <message>
        <source>Close the guided run for good</source>
        <translation>Rundgang für immer schließen</translation>
    </message>
    <message>
        <source>New here? A few keys make an inbox empty. Trying them takes five minutes.</source>
        <translation>Neu hier? Ein paar Tasten leeren einen Posteingang. Sie auszuprobieren dauert fünf Minuten.</translation>
    </message>
    <message>
        <source>That was the whole round. Stay as long as you like: closing this window removes the sandbox. Then connect a mailbox of your own.</source>
        <translation>Das war der ganze Rundgang. Bleiben Sie, solange Sie möchten: Wird dieses Fenster geschlossen, ist die Sandbox weg. Verbinden Sie dann ein eigenes Postfach.</translation>
    </message>
    <message>
        <source>That was the whole round. %1 shows all keys.</source>
        <translation>Das war der ganze Rundgang. %1 zeigt alle Tasten.</translation>
    </message>
    <message>
        <source>Step %1 of %2. %3</source>
        <translation>Schritt %1 von %2. %3</translation>
    </message>
    <message>
        <source>%1 goes to the next conversation.</source>
        <translation>%1 geht zur nächsten Unterhaltung.</translation>
    </message>
    <message>
        <source>%1 says that this person is interested.</source>
        <translation>%1 sagt, dass diese Person interessiert ist.</translation>
    </message>
    <message>
        <source>%1 answers. Esc closes the answer again and keeps it as a draft.</source>
        <translation>%1 antwortet. Esc schließt die Antwort wieder und behält sie als Entwurf.</translation>
    </message>
    <message>
        <source>%1 answers with a template. Where there is none yet, write one, or skip this.</source>
        <translation>%1 antwortet mit einer Vorlage. Gibt es noch keine, schreiben Sie eine, oder überspringen Sie das.</translation>
    </message>
    <message>
        <source>Write a line, then %1 sends it.</source>
        <translation>Schreiben Sie eine Zeile, dann sendet %1 sie.</translation>
    </message>
    <message>
        <source>%1 is done: the conversation leaves the list, and the next one opens.</source>
        <translation>%1 erledigt: Die Unterhaltung verlässt die Liste, und die nächste öffnet sich.</translation>
    </message>
    <message>
        <source>%1 puts a conversation off until a day that you choose.</source>
        <translation>%1 stellt eine Unterhaltung zurück bis zu einem Tag, den Sie wählen.</translation>
    </message>
    <message>
        <source>%1 takes the last step back, whatever it was.</source>
        <translation>%1 nimmt den letzten Schritt zurück, was immer es war.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Connect a mailbox</source>
        <translation>Postfach verbinden</translation>
    </message>
</context>
<context>
    <name>inlet::ui::HistoryPage</name>
    <message>
        <source>Choose other folders</source>
        <translation>Andere Ordner wählen</translation>
    </message>
    <message>
        <source>How far back should Inlet read?</source>
        <translation>Wie weit zurück soll Inlet lesen?</translation>
    </message>
    <message>
        <source>The newest mail comes first and can be answered within seconds. Older mail stays on the server and can be fetched at any time.</source>
        <translation>Die neueste Mail kommt zuerst und kann nach Sekunden beantwortet werden. Ältere Mail bleibt auf dem Server und kann jederzeit geholt werden.</translation>
    </message>
    <message>
        <source>Folders on the server</source>
        <translation>Ordner auf dem Server</translation>
    </message>
    <message>
        <source>Folders and history</source>
        <translation>Ordner und Zeitraum</translation>
    </message>
</context>
<context>
    <name>inlet::ui::HistoryWords</name>
    <message>
        <source>Marked as read</source>
        <translation>Als gelesen markiert</translation>
    </message>
    <message>
        <source>Marked as unread</source>
        <translation>Als ungelesen markiert</translation>
    </message>
    <message>
        <source>Star set</source>
        <translation>Stern gesetzt</translation>
    </message>
    <message>
        <source>Star taken away</source>
        <translation>Stern weggenommen</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Brought back to the inbox</source>
        <translation>In den Posteingang zurückgeholt</translation>
    </message>
    <message>
        <source>Moved to Trash</source>
        <translation>In den Papierkorb verschoben</translation>
    </message>
    <message>
        <source>Moved to Junk</source>
        <translation>In den Spam verschoben</translation>
    </message>
    <message>
        <source>Category set to %1</source>
        <translation>Kategorie auf „%1“ gesetzt</translation>
    </message>
    <message>
        <source>Category set to %1, archived</source>
        <translation>Kategorie auf „%1“ gesetzt, archiviert</translation>
    </message>
    <message>
        <source>Snoozed until %1</source>
        <translation>Zurückgestellt bis %1</translation>
    </message>
    <message>
        <source>Snooze ended</source>
        <translation>Zurückstellen beendet</translation>
    </message>
    <message>
        <source>Reminder set for %1</source>
        <translation>Erinnerung gesetzt für %1</translation>
    </message>
    <message>
        <source>Reminder taken away</source>
        <translation>Erinnerung weggenommen</translation>
    </message>
    <message>
        <source>Moved to other mail</source>
        <translation>Zu anderer Mail verschoben</translation>
    </message>
    <message>
        <source>Moved to prospects</source>
        <translation>Zu Interessenten verschoben</translation>
    </message>
    <message>
        <source>Moved to %1</source>
        <translation>Nach „%1“ verschoben</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Stummgeschaltet</translation>
    </message>
    <message>
        <source>Heard from again</source>
        <translation>Nicht mehr stumm</translation>
    </message>
    <message>
        <source>Rule made: %1</source>
        <translation>Regel erstellt: %1</translation>
    </message>
    <message>
        <source>Do not contact: %1</source>
        <translation>Nicht kontaktieren: %1</translation>
    </message>
    <message>
        <source>May be contacted again: %1</source>
        <translation>Darf wieder kontaktiert werden: %1</translation>
    </message>
    <message>
        <source>Unsorted, because the category %1 was removed</source>
        <translation>Unsortiert, weil die Kategorie „%1“ entfernt wurde</translation>
    </message>
    <message>
        <source>Said to be %1</source>
        <translation>Als „%1“ bezeichnet</translation>
    </message>
    <message>
        <source>Note changed</source>
        <translation>Notiz geändert</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>ein anderer Computer</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Computer</translation>
    </message>
    <message>
        <source>your rule</source>
        <translation>Ihre Regel</translation>
    </message>
    <message>
        <source>Labels changed: %1</source>
        <translation>Labels geändert: %1</translation>
    </message>
</context>
<context>
    <name>inlet::ui::IdentityForm</name>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>This is what people see as the sender.</source>
        <translation>Das sehen die Empfänger als Absender.</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>Farbe %1</translation>
    </message>
    <message>
        <source>Colour of the mailbox</source>
        <translation>Farbe des Postfachs</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>This name is too long or holds invisible characters.</source>
        <translation>Dieser Name ist zu lang oder enthält unsichtbare Zeichen.</translation>
    </message>
    <message>
        <source>This signature is too long.</source>
        <translation>Diese Signatur ist zu lang.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Words that group your mailboxes, such as team-a or warmup. Separate them by commas.</source>
        <translation>Wörter, die Ihre Postfächer gruppieren, etwa team-a oder warmup. Trennen Sie sie mit Kommas.</translation>
    </message>
    <message>
        <source>%1 So far: %2.</source>
        <translation>%1 Bisher: %2.</translation>
    </message>
    <message>
        <source>A mailbox can have %1 tags of %2 letters.</source>
        <translation>Ein Postfach kann %1 Tags mit %2 Buchstaben haben.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::IdentityPage</name>
    <message>
        <source>The mailbox was not added: there is no place for its password yet.</source>
        <translation>Das Postfach wurde nicht hinzugefügt: Es gibt noch keinen Ort für sein Passwort.</translation>
    </message>
    <message>
        <source>How you appear</source>
        <translation>Wie Sie erscheinen</translation>
    </message>
    <message>
        <source>Add mailbox</source>
        <translation>Postfach hinzufügen</translation>
    </message>
</context>
<context>
    <name>inlet::ui::InboxController</name>
    <message>
        <source>This changes %1 conversations at once.</source>
        <translation>Das ändert %1 Unterhaltungen auf einmal.</translation>
    </message>
    <message>
        <source>Change them</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Since Inlet was started there is nothing to undo. The step before was “%1”, %2.</source>
        <translation>Seit dem Start von Inlet gibt es nichts rückgängig zu machen. Der Schritt davor war „%1“, %2.</translation>
    </message>
    <message>
        <source>Undo an earlier step</source>
        <translation>Früheren Schritt rückgängig machen</translation>
    </message>
    <message>
        <source>Undo it</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Undo  %1</source>
        <translation>Rückgängig  %1</translation>
    </message>
</context>
<context>
    <name>inlet::ui::KeepViewDialog</name>
    <message>
        <source>Keep</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Keep this list as a view</source>
        <translation>Diese Liste als Ansicht speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1. It stands in the rail with its count.</source>
        <translation>%1. Sie steht mit ihrer Anzahl in der Leiste.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Takes the place of the view of that name.</source>
        <translation>Ersetzt die Ansicht dieses Namens.</translation>
    </message>
    <message>
        <source>Give the view a name.</source>
        <translation>Geben Sie der Ansicht einen Namen.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::KeyCapture</name>
    <message>
        <source>Add a key</source>
        <translation>Taste hinzufügen</translation>
    </message>
    <message>
        <source>Press the key (Esc: none)</source>
        <translation>Taste drücken (Esc: keine)</translation>
    </message>
    <message>
        <source>%1, or one more</source>
        <translation>%1, oder noch eine</translation>
    </message>
</context>
<context>
    <name>inlet::ui::KeyEditor</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Remove its keys</source>
        <translation>Tasten entfernen</translation>
    </message>
    <message>
        <source>As in the set</source>
        <translation>Wie im Satz</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Tasten ändern</translation>
    </message>
    <message>
        <source>Set of keys</source>
        <translation>Tastensatz</translation>
    </message>
    <message>
        <source>Gmail</source>
        <translation>Gmail</translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation>Outlook</translation>
    </message>
    <message>
        <source>Apple Mail</source>
        <translation>Apple Mail</translation>
    </message>
    <message>
        <source>Only with Ctrl, Alt or named keys</source>
        <translation>Nur mit Strg, Alt oder benannten Tasten</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Begin with the keys of</source>
        <translation>Beginnen mit den Tasten von</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Drop your own keys?</source>
        <translation>Ihre eigenen Tasten verwerfen?</translation>
    </message>
    <message>
        <source>You have changed %1. Another set begins without them.</source>
        <translation>Sie haben %1 geändert. Ein anderer Satz beginnt ohne sie.</translation>
    </message>
    <message>
        <source>1 action</source>
        <translation>1 Aktion</translation>
    </message>
    <message>
        <source>%1 actions</source>
        <translation>%1 Aktionen</translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Your own; the set has %1</source>
        <translation>Ihre eigene; der Satz hat %1</translation>
    </message>
    <message>
        <source>%1 is “%2” and also begins a key of “%3”.</source>
        <translation>%1 ist „%2“ und beginnt auch eine Taste von „%3“.</translation>
    </message>
    <message>
        <source>%1 is “%2” and “%3”.</source>
        <translation>%1 ist „%2“ und „%3“.</translation>
    </message>
    <message>
        <source>1 more conflict.</source>
        <translation>1 weiterer Konflikt.</translation>
    </message>
    <message>
        <source>%1 more conflicts.</source>
        <translation>%1 weitere Konflikte.</translation>
    </message>
    <message>
        <source>Take it from “%1”</source>
        <translation>„%1“ wegnehmen</translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation>Tasten importieren</translation>
    </message>
    <message>
        <source>Keys of Inlet (*.json)</source>
        <translation>Tasten von Inlet (*.json)</translation>
    </message>
    <message>
        <source>This is no file of keys. Nothing has changed.</source>
        <translation>Das ist keine Datei mit Tasten. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>1 entry is not known here and was left out.</source>
        <translation>1 Eintrag ist hier unbekannt und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>%1 entries are not known here and were left out.</source>
        <translation>%1 Einträge sind hier unbekannt und wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Export keys</source>
        <translation>Tasten exportieren</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>Your keys are in the file.</source>
        <translation>Ihre Tasten sind in der Datei.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::KeysDialog</name>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Tasten ändern…</translation>
    </message>
    <message>
        <source>You have used this key</source>
        <translation>Sie haben diese Taste schon benutzt</translation>
    </message>
    <message>
        <source>%1: used</source>
        <translation>%1: benutzt</translation>
    </message>
</context>
<context>
    <name>inlet::ui::KindCorrection</name>
    <message>
        <source>No mail of theirs is here</source>
        <translation>Von dort ist hier keine Mail</translation>
    </message>
    <message>
        <source>You said so already: %1</source>
        <translation>Das haben Sie schon gesagt: %1</translation>
    </message>
    <message>
        <source>Now %1</source>
        <translation>Jetzt %1</translation>
    </message>
    <message>
        <source>Because this was taken for a bounce, %1 is on your do-not-contact list.</source>
        <translation>Weil dies als Rückläufer galt, steht %1 auf Ihrer Sperrliste.</translation>
    </message>
    <message>
        <source>Because these were taken for bounces, %1 addresses are on your do-not-contact list.</source>
        <translation>Weil diese als Rückläufer galten, stehen %1 Adressen auf Ihrer Sperrliste.</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message>
        <source>1 message that was to leave later was stopped, and stays so unless you say otherwise.</source>
        <translation>1 Nachricht, die später hinausgehen sollte, wurde angehalten und bleibt es, wenn Sie nichts anderes sagen.</translation>
    </message>
    <message>
        <source>%1 messages that were to leave later were stopped, and stay so unless you say otherwise.</source>
        <translation>%1 Nachrichten, die später hinausgehen sollten, wurden angehalten und bleiben es, wenn Sie nichts anderes sagen.</translation>
    </message>
    <message>
        <source>Take off and send later mail</source>
        <translation>Von der Liste nehmen und spätere Mail senden</translation>
    </message>
    <message>
        <source>Leave on the list</source>
        <translation>Auf der Liste lassen</translation>
    </message>
    <message>
        <source>Not a bounce</source>
        <translation>Kein Rückläufer</translation>
    </message>
    <message>
        <source>Bounce</source>
        <translation>Rückläufer</translation>
    </message>
    <message>
        <source>Mail to %1 came back. If the address is gone for good, nothing more goes there.</source>
        <translation>Mail an %1 kam zurück. Wenn es die Adresse nicht mehr gibt, geht nichts mehr dorthin.</translation>
    </message>
    <message>
        <source>For now only</source>
        <translation>Nur vorläufig</translation>
    </message>
    <message>
        <source>Gone for good</source>
        <translation>Endgültig weg</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>Zurückgekommen</translation>
    </message>
</context>
<context>
    <name>inlet::ui::LabelChip</name>
    <message>
        <source>Label: %1</source>
        <translation>Label: %1</translation>
    </message>
</context>
<context>
    <name>inlet::ui::LabelChips</name>
    <message>
        <source>Show all with this label</source>
        <translation>Alle mit diesem Label zeigen</translation>
    </message>
    <message>
        <source>Take this label off</source>
        <translation>Dieses Label entfernen</translation>
    </message>
</context>
<context>
    <name>inlet::ui::LabelPicker</name>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Name of the label</source>
        <translation>Name des Labels</translation>
    </message>
    <message>
        <source>Name of the label, also of a new one</source>
        <translation>Name des Labels, auch eines neuen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>will be put on</source>
        <translation>wird angebracht</translation>
    </message>
    <message>
        <source>will be taken off</source>
        <translation>wird entfernt</translation>
    </message>
    <message>
        <source>on</source>
        <translation>bei allen</translation>
    </message>
    <message>
        <source>on some of them</source>
        <translation>bei einigen</translation>
    </message>
    <message>
        <source>New label “%1”</source>
        <translation>Neues Label „%1“</translation>
    </message>
    <message>
        <source>There are no labels yet. Type the name of a new one.</source>
        <translation>Es gibt noch keine Labels. Tippen Sie den Namen eines neuen.</translation>
    </message>
    <message>
        <source>Enter puts it on or takes it off, Ctrl+Enter applies, Esc leaves everything as it is.</source>
        <translation>Eingabe bringt es an oder entfernt es, Strg+Eingabe wendet alles an, Esc lässt alles, wie es ist.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Name of the tag</source>
        <translation>Name des Tags</translation>
    </message>
    <message>
        <source>Name of the tag, also of a new one</source>
        <translation>Name des Tags, auch eines neuen</translation>
    </message>
    <message>
        <source>New tag “%1”</source>
        <translation>Neues Tag „%1“</translation>
    </message>
    <message>
        <source>There are no tags yet. Type a word that groups these mailboxes.</source>
        <translation>Es gibt noch keine Tags. Geben Sie ein Wort ein, das diese Postfächer gruppiert.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::Labeller</name>
    <message>
        <source>The mail server of %1 keeps no labels: mails there stay without.</source>
        <translation>Der Mailserver von %1 kennt keine Labels: Dort bleiben Mails ohne.</translation>
    </message>
    <message>
        <source>Labelled %1</source>
        <translation>Label %1 angebracht</translation>
    </message>
    <message>
        <source>Label %1 taken off</source>
        <translation>Label %1 entfernt</translation>
    </message>
    <message>
        <source>Labels changed</source>
        <translation>Labels geändert</translation>
    </message>
</context>
<context>
    <name>inlet::ui::LeadColumnTable</name>
    <message>
        <source>Not used</source>
        <translation>Unbenutzt</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Ganzer Name</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Own field</source>
        <translation>Eigenes Feld</translation>
    </message>
    <message>
        <source>Columns of the list</source>
        <translation>Spalten der Liste</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Is used as</source>
        <translation>Wird benutzt als</translation>
    </message>
    <message>
        <source>What stands in it</source>
        <translation>Was darin steht</translation>
    </message>
    <message>
        <source>Use of the column %1</source>
        <translation>Verwendung der Spalte %1</translation>
    </message>
</context>
<context>
    <name>inlet::ui::LeadImportDialog</name>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>twice in the list</source>
        <translation>zweimal in der Liste</translation>
    </message>
    <message>
        <source>imported, never written to</source>
        <translation>importiert, nie angeschrieben</translation>
    </message>
    <message>
        <source>1 new</source>
        <translation>1 neu</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>1 known</source>
        <translation>1 bekannt</translation>
    </message>
    <message>
        <source>%1 known</source>
        <translation>%1 bekannt</translation>
    </message>
    <message>
        <source>1 line cannot be used</source>
        <translation>1 Zeile ist unbrauchbar</translation>
    </message>
    <message>
        <source>%1 lines cannot be used</source>
        <translation>%1 Zeilen sind unbrauchbar</translation>
    </message>
    <message>
        <source>1 is in the list twice</source>
        <translation>1 steht zweimal in der Liste</translation>
    </message>
    <message>
        <source>%1 are in the list twice</source>
        <translation>%1 stehen zweimal in der Liste</translation>
    </message>
    <message>
        <source>1 is on the do-not-contact list</source>
        <translation>1 steht auf der Sperrliste</translation>
    </message>
    <message>
        <source>%1 are on the do-not-contact list</source>
        <translation>%1 stehen auf der Sperrliste</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import leads</source>
        <translation>Leads importieren</translation>
    </message>
    <message>
        <source>A CSV file with a line for each person. Whoever is in it is a prospect: their mail goes to the inbox. To import a list again does no harm, known addresses are brought up to date.</source>
        <translation>Eine CSV-Datei mit einer Zeile pro Person. Wer darin steht, ist ein Interessent: Seine Mail kommt in den Posteingang. Eine Liste noch einmal zu importieren schadet nicht, bekannte Adressen werden aktualisiert.</translation>
    </message>
    <message>
        <source>Lines to look at</source>
        <translation>Zeilen zum Ansehen</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>Choose a list of leads</source>
        <translation>Liste von Leads wählen</translation>
    </message>
    <message>
        <source>Tables as text (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Tabellen als Text (*.csv *.tsv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This file is too large. Split it into parts of at most 256 MB.</source>
        <translation>Diese Datei ist zu groß. Teilen Sie sie in Teile von höchstens 256 MB.</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>Die Liste wird gelesen…</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>And 1 more line.</source>
        <translation>Und 1 weitere Zeile.</translation>
    </message>
    <message>
        <source>And %1 more lines.</source>
        <translation>Und %1 weitere Zeilen.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 new, %2 brought up to date.</source>
        <translation>%1 neu, %2 aktualisiert.</translation>
    </message>
    <message>
        <source>1 conversation came from other mail to the inbox.</source>
        <translation>1 Unterhaltung kam aus anderer Mail in den Posteingang.</translation>
    </message>
    <message>
        <source>%1 conversations came from other mail to the inbox.</source>
        <translation>%1 Unterhaltungen kamen aus anderer Mail in den Posteingang.</translation>
    </message>
    <message>
        <source>Stopped after %1 of %2.</source>
        <translation>Nach %1 von %2 angehalten.</translation>
    </message>
    <message>
        <source>Import 1 lead</source>
        <translation>1 Lead importieren</translation>
    </message>
    <message>
        <source>Import %1 leads</source>
        <translation>%1 Leads importieren</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Andere Datei wählen…</translation>
    </message>
    <message>
        <source>The import goes on. Open this window again to see how far it is.</source>
        <translation>Der Import geht weiter. Öffnen Sie dieses Fenster wieder, um zu sehen, wie weit er ist.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::LeadPane</name>
    <message>
        <source>Other conversations</source>
        <translation>Andere Unterhaltungen</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Private notes</source>
        <translation>Private Notizen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Copy this %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Private notes, Markdown</source>
        <translation>Private Notizen, Markdown</translation>
    </message>
</context>
<context>
    <name>inlet::ui::LeaveGuard</name>
    <message>
        <source>Keep Inlet running?</source>
        <translation>Inlet weiterlaufen lassen?</translation>
    </message>
    <message>
        <source>Inlet can stay in the tray when its window is closed. New mail comes in, and you are told about it, only while Inlet runs.

You can change this in the settings.</source>
        <translation>Inlet kann in der Symbolleiste bleiben, wenn sein Fenster geschlossen wird. Neue Mail kommt nur und wird nur gemeldet, solange Inlet läuft.

Sie können das in den Einstellungen ändern.</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>In der Leiste bleiben</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>1 message waits in the undo window</source>
        <translation>1 Nachricht lässt sich noch zurückholen</translation>
    </message>
    <message>
        <source>%1 messages wait in the undo window</source>
        <translation>%1 Nachrichten lassen sich noch zurückholen</translation>
    </message>
    <message>
        <source>What is kept goes out when Inlet starts again.</source>
        <translation>Was bleibt, geht beim nächsten Start von Inlet hinaus.</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Keep for next start</source>
        <translation>Für den nächsten Start behalten</translation>
    </message>
</context>
<context>
    <name>inlet::ui::LedgerStrip</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>What the server said</source>
        <translation>Was der Server gesagt hat</translation>
    </message>
    <message>
        <source>Leaves in a moment</source>
        <translation>Geht gleich hinaus</translation>
    </message>
    <message>
        <source>Leaves in %1 s</source>
        <translation>Geht in %1 s hinaus</translation>
    </message>
    <message>
        <source>Leaves now</source>
        <translation>Geht jetzt hinaus</translation>
    </message>
    <message>
        <source>Waiting until %1</source>
        <translation>Wartet bis %1</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>Waiting: %1</source>
        <translation>Wartet: %1</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Accepted, looking for it in Sent</source>
        <translation>Angenommen, wird in „Gesendet“ gesucht</translation>
    </message>
    <message>
        <source>Accepted: %1</source>
        <translation>Angenommen: %1</translation>
    </message>
    <message>
        <source>The connection broke at the last moment. We look for it in Sent before anything else happens.</source>
        <translation>Die Verbindung brach im letzten Moment ab. Wir suchen erst in „Gesendet“, bevor etwas anderes geschieht.</translation>
    </message>
    <message>
        <source>Not known whether it left: %1</source>
        <translation>Unbekannt, ob versendet: %1</translation>
    </message>
    <message>
        <source>Not sent. %1</source>
        <translation>Nicht gesendet. %1</translation>
    </message>
    <message>
        <source>Not sent. The text is kept.</source>
        <translation>Nicht gesendet. Der Text ist noch da.</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Nicht gesendet: %1</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>Zurückgeholt</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Sent %1, seen in Sent</source>
        <translation>Gesendet %1, in „Gesendet“ gesehen</translation>
    </message>
    <message>
        <source>In Sent</source>
        <translation>In „Gesendet“</translation>
    </message>
</context>
<context>
    <name>inlet::ui::ListPage</name>
    <message>
        <source>Rows of the list</source>
        <translation>Zeilen der Liste</translation>
    </message>
    <message>
        <source>Shown in the list</source>
        <translation>In der Liste zu sehen</translation>
    </message>
    <message>
        <source>The name, the time and the marks at the end of a row are always there. What a search found is shown in any case.</source>
        <translation>Der Name, die Zeit und die Zeichen am Ende einer Zeile sind immer da. Was eine Suche gefunden hat, ist in jedem Fall zu sehen.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::ListPane</name>
    <message>
        <source>By cause and mailbox</source>
        <translation>Nach Ursache und Postfach</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>Keine auswählen</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>%1 with new mail</source>
        <translation>%1 mit neuer Mail</translation>
    </message>
    <message>
        <source>%1 to another place</source>
        <translation>%1 an anderem Platz</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>Show conversations: %1</source>
        <translation>Unterhaltungen zeigen: %1</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>all %1 in this view</source>
        <translation>alle %1 dieser Ansicht</translation>
    </message>
</context>
<context>
    <name>inlet::ui::MailboxModel</name>
    <message>
        <source>%1 of %2 live</source>
        <translation>%1 von %2 live</translation>
    </message>
    <message>
        <source> · 1 needs you</source>
        <translation> · 1 braucht Sie</translation>
    </message>
    <message>
        <source> · %1 need you</source>
        <translation> · %1 brauchen Sie</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>%1 messages, %2 unread</source>
        <translation>%1 Nachrichten, %2 ungelesen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>Postfach</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>New mail</source>
        <translation>Neue Mail</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mails</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>Bounces</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Tags: %1</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
</context>
<context>
    <name>inlet::ui::MailboxRemoval</name>
    <message>
        <source>Its mail on this computer and its password are removed. Your categories and notes, the record of what was sent, and the list of people who must not be written to are kept. Nothing changes on the mail server.</source>
        <translation>Seine Mail auf diesem Computer und sein Passwort werden entfernt. Ihre Kategorien und Notizen, das Verzeichnis des Gesendeten und die Liste derer, denen nicht geschrieben werden darf, bleiben. Auf dem Mailserver ändert sich nichts.</translation>
    </message>
    <message>
        <source>Remove %1 mailboxes?</source>
        <translation>%1 Postfächer entfernen?</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>inlet::ui::MailboxSettings</name>
    <message>
        <source>Further addresses of this mailbox</source>
        <translation>Weitere Adressen dieses Postfachs</translation>
    </message>
    <message>
        <source>Show its conversations in the common inbox</source>
        <translation>Seine Unterhaltungen im gemeinsamen Posteingang zeigen</translation>
    </message>
    <message>
        <source>Read and send with this mailbox</source>
        <translation>Mit diesem Postfach lesen und senden</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>Einstellungen von %1</translation>
    </message>
    <message>
        <source>They receive here and can be written from. Separate them by commas.</source>
        <translation>Sie empfangen hier und können als Absender dienen. Trennen Sie sie mit Kommas.</translation>
    </message>
    <message>
        <source>How far back to read</source>
        <translation>Wie weit zurück lesen</translation>
    </message>
    <message>
        <source>Copies of sent mail</source>
        <translation>Kopien gesendeter Mail</translation>
    </message>
    <message>
        <source>Folders on the server</source>
        <translation>Ordner auf dem Server</translation>
    </message>
    <message>
        <source>Servers and password</source>
        <translation>Server und Passwort</translation>
    </message>
    <message>
        <source>Remove mailbox</source>
        <translation>Postfach entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Trust it no longer</source>
        <translation>Nicht mehr vertrauen</translation>
    </message>
    <message>
        <source>You trust one certificate that does not prove its server&apos;s name.</source>
        <translation>Sie vertrauen einem Zertifikat, das den Namen seines Servers nicht belegt.</translation>
    </message>
    <message>
        <source>Look first, file one if there is none</source>
        <translation>Erst nachsehen, ablegen, wenn keine da ist</translation>
    </message>
    <message>
        <source>The provider files them</source>
        <translation>Der Anbieter legt sie ab</translation>
    </message>
    <message>
        <source>Inlet files them</source>
        <translation>Inlet legt sie ab</translation>
    </message>
    <message>
        <source>There are more than %1 addresses.</source>
        <translation>Das sind mehr als %1 Adressen.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::MailboxTable</name>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Mailboxes</source>
        <translation>Postfächer</translation>
    </message>
    <message>
        <source>Connect a mailbox</source>
        <translation>Postfach verbinden</translation>
    </message>
    <message>
        <source>Connect many</source>
        <translation>Viele verbinden</translation>
    </message>
    <message>
        <source>No mailbox yet</source>
        <translation>Noch kein Postfach</translation>
    </message>
    <message>
        <source>Connect a mailbox to see replies. Nothing leaves this computer except to your mail servers.</source>
        <translation>Verbinden Sie ein Postfach, um Antworten zu sehen. Nichts verlässt diesen Computer, außer zu Ihren Mailservern.</translation>
    </message>
    <message>
        <source>Continue reading</source>
        <translation>Weiterlesen</translation>
    </message>
    <message>
        <source>Pause reading</source>
        <translation>Lesen anhalten</translation>
    </message>
    <message>
        <source>Older mail is read again, newest first.</source>
        <translation>Ältere Mail wird wieder gelesen, neueste zuerst.</translation>
    </message>
    <message>
        <source>No older mail is read until you continue; new mail still comes in. Ctrl+A selects all mailboxes.</source>
        <translation>Ältere Mail wird erst gelesen, wenn Sie fortsetzen; neue Mail kommt weiterhin. Strg+A wählt alle Postfächer aus.</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>New mail comes in. Older mail waits until you continue reading.</source>
        <translation>Neue Mail kommt. Ältere Mail wartet, bis Sie das Lesen fortsetzen.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
</context>
<context>
    <name>inlet::ui::MainWindow</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Sending 1 message, then Inlet closes</source>
        <translation>1 Nachricht wird gesendet, dann schließt Inlet</translation>
    </message>
    <message>
        <source>Sending %1 messages, then Inlet closes</source>
        <translation>%1 Nachrichten werden gesendet, dann schließt Inlet</translation>
    </message>
    <message>
        <source>Too late: it has left.</source>
        <translation>Zu spät: Sie ist hinausgegangen.</translation>
    </message>
    <message>
        <source>Light paper is for a message that is shown as sent</source>
        <translation>Helles Papier gibt es für Nachrichten, die wie gesendet gezeigt werden</translation>
    </message>
    <message>
        <source>Checking this mailbox</source>
        <translation>Dieses Postfach wird geprüft</translation>
    </message>
    <message>
        <source>Checking all mailboxes</source>
        <translation>Alle Postfächer werden geprüft</translation>
    </message>
    <message>
        <source>This kind of link is not opened</source>
        <translation>Diese Art von Link wird nicht geöffnet</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Check and repair…</source>
        <translation>Prüfen und reparieren…</translation>
    </message>
    <message>
        <source>Look of the system</source>
        <translation>Aussehen des Systems</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>No category of yours has this key; “%1” makes one</source>
        <translation>Keine Ihrer Kategorien hat diese Taste; „%1“ erstellt eine</translation>
    </message>
    <message>
        <source>Another conversation is open now, so nothing was written</source>
        <translation>Jetzt ist eine andere Unterhaltung offen, deshalb wurde nichts geschrieben</translation>
    </message>
    <message>
        <source>There is no proposal about who this is</source>
        <translation>Es gibt keinen Vorschlag, wer das ist</translation>
    </message>
    <message>
        <source>There are no drafts</source>
        <translation>Es gibt keine Entwürfe</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>noch niemand</translation>
    </message>
    <message>
        <source>no subject</source>
        <translation>kein Betreff</translation>
    </message>
    <message>
        <source>Sort as %1</source>
        <translation>Einordnen als „%1“</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Wechseln zu „%1“</translation>
    </message>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>„%1“ zeigen</translation>
    </message>
    <message>
        <source>category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>saved view</source>
        <translation>gespeicherte Ansicht</translation>
    </message>
    <message>
        <source>saved view, %1</source>
        <translation>gespeicherte Ansicht, %1</translation>
    </message>
    <message>
        <source>mailbox</source>
        <translation>Postfach</translation>
    </message>
    <message>
        <source>No saved view has that key. %1</source>
        <translation>Keine gespeicherte Ansicht hat diese Taste. %1</translation>
    </message>
    <message>
        <source>Kept as “%1”</source>
        <translation>Als „%1“ gespeichert</translation>
    </message>
    <message>
        <source>Kept as “%1” · %2</source>
        <translation>Als „%1“ gespeichert · %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Notify me of new replies</source>
        <translation>Neue Antworten melden</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>%1 Write to %2 (%3) instead?</source>
        <translation>%1 Stattdessen an %2 schreiben (%3)?</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>An %1 schreiben</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>Zeilen der Liste</translation>
    </message>
    <message>
        <source>The sandbox starts. Its window opens in about half a minute, with mailboxes and people that are invented.</source>
        <translation>Die Sandbox startet. Ihr Fenster öffnet sich in etwa einer halben Minute, mit erfundenen Postfächern und Menschen.</translation>
    </message>
    <message>
        <source>The sandbox could not be started: %1</source>
        <translation>Die Sandbox konnte nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>tag of mailboxes</source>
        <translation>Tag von Postfächern</translation>
    </message>
    <message>
        <source>Type what is looked for first: words, a person, a subject. %1</source>
        <translation>Geben Sie zuerst ein, was gesucht wird: Wörter, eine Person, einen Betreff. %1</translation>
    </message>
    <message>
        <source>“%1” has a link for the meeting. %2</source>
        <translation>„%1“ enthält einen Link für das Treffen. %2</translation>
    </message>
    <message>
        <source>The sandbox has a window of its own. When you close that window, everything in it is removed.</source>
        <translation>Die Sandbox hat ein eigenes Fenster. Wenn Sie es schließen, wird alles darin entfernt.</translation>
    </message>
    <message>
        <source>chosen now</source>
        <translation>jetzt gewählt</translation>
    </message>
    <message>
        <source>look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Hide in the list: %1</source>
        <translation>In der Liste ausblenden: %1</translation>
    </message>
    <message>
        <source>Show in the list: %1</source>
        <translation>In der Liste zeigen: %1</translation>
    </message>
    <message>
        <source>shown now</source>
        <translation>jetzt zu sehen</translation>
    </message>
    <message>
        <source>hidden now</source>
        <translation>jetzt ausgeblendet</translation>
    </message>
    <message>
        <source>%1 Write to %2 instead?</source>
        <translation>%1 Stattdessen an %2 schreiben?</translation>
    </message>
    <message>
        <source>theme, colors, dark mode</source>
        <translation>Design, Farben, dunkel</translation>
    </message>
    <message>
        <source>density, height</source>
        <translation>Dichte, Höhe</translation>
    </message>
</context>
<context>
    <name>inlet::ui::MessageCard</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Try again to fetch this message</source>
        <translation>Diese Nachricht noch einmal zu holen versuchen</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Load the remote images of this message</source>
        <translation>Die entfernten Bilder dieser Nachricht laden</translation>
    </message>
    <message>
        <source>Show quoted text and signature</source>
        <translation>Zitierten Text und Signatur zeigen</translation>
    </message>
    <message>
        <source>Quoted text and signature</source>
        <translation>Zitierter Text und Signatur</translation>
    </message>
    <message>
        <source>Show the rest</source>
        <translation>Rest zeigen</translation>
    </message>
    <message>
        <source>Show the rest of this long message</source>
        <translation>Den Rest dieser langen Nachricht zeigen</translation>
    </message>
    <message>
        <source>This message has no HTML part.</source>
        <translation>Diese Nachricht hat keinen HTML-Teil.</translation>
    </message>
    <message>
        <source>This message is damaged; what could be read is shown.</source>
        <translation>Diese Nachricht ist beschädigt; gezeigt wird, was lesbar war.</translation>
    </message>
    <message>
        <source>1 remote image not loaded</source>
        <translation>1 entferntes Bild nicht geladen</translation>
    </message>
    <message>
        <source>%1 remote images not loaded</source>
        <translation>%1 entfernte Bilder nicht geladen</translation>
    </message>
    <message>
        <source>%1 It begins: %2</source>
        <translation>%1 Sie beginnt: %2</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>, cc %1</source>
        <translation>, Cc %1</translation>
    </message>
</context>
<context>
    <name>inlet::ui::NewMailSpeaker</name>
    <message>
        <source>New mail in 1 conversation</source>
        <translation>Neue Mail in 1 Unterhaltung</translation>
    </message>
    <message>
        <source>New mail in %1 conversations</source>
        <translation>Neue Mail in %1 Unterhaltungen</translation>
    </message>
</context>
<context>
    <name>inlet::ui::NoteKeeper</name>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>inlet::ui::NoteView</name>
    <message>
        <source>Private notes, as they read</source>
        <translation>Private Notizen, formatiert</translation>
    </message>
</context>
<context>
    <name>inlet::ui::NoticeBars</name>
    <message>
        <source>1 more notice</source>
        <translation>1 weiterer Hinweis</translation>
    </message>
    <message>
        <source>%1 more notices</source>
        <translation>%1 weitere Hinweise</translation>
    </message>
    <message>
        <source>Hide this notice</source>
        <translation>Diesen Hinweis ausblenden</translation>
    </message>
</context>
<context>
    <name>inlet::ui::NotificationPage</name>
    <message>
        <source>Tell me when a mailbox needs me, or too much mail bounces</source>
        <translation>Melden, wenn ein Postfach mich braucht oder zu viel Mail zurückkommt</translation>
    </message>
    <message>
        <source>Name nobody and quote nothing: for shared screens</source>
        <translation>Niemanden nennen und nichts zitieren: für geteilte Bildschirme</translation>
    </message>
    <message>
        <source>The icon in the tray counts</source>
        <translation>Das Symbol in der Leiste zählt</translation>
    </message>
    <message>
        <source>Positive replies that wait for an answer</source>
        <translation>Positive Antworten, die auf Antwort warten</translation>
    </message>
    <message>
        <source>Unread conversations</source>
        <translation>Ungelesene Unterhaltungen</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Tell me about replies of people that are</source>
        <translation>Antworten von Personen melden, die so eingeordnet sind</translation>
    </message>
    <message>
        <source>Not sorted yet</source>
        <translation>Noch nicht sortiert</translation>
    </message>
    <message>
        <source>Automatic replies and bounces are never told. The first reply comes at once, what follows within five minutes as one summary.</source>
        <translation>Automatische Antworten und Rückläufer werden nie gemeldet. Die erste Antwort kommt sofort, was binnen fünf Minuten folgt, als eine Zusammenfassung.</translation>
    </message>
    <message>
        <source>Mailboxes that may tell</source>
        <translation>Postfächer, die melden dürfen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>All mailboxes may tell</source>
        <translation>Alle Postfächer dürfen melden</translation>
    </message>
    <message>
        <source>No mailbox may tell</source>
        <translation>Kein Postfach darf melden</translation>
    </message>
    <message>
        <source>From these mailboxes</source>
        <translation>Aus diesen Postfächern</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Ruhe von</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Ruhe bis</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Quiet hours that begin on %1</source>
        <translation>Ruhezeiten, die am %1 beginnen</translation>
    </message>
    <message>
        <source>What comes meanwhile is one summary at their end. While your system asks not to be disturbed, Inlet waits the same way.</source>
        <translation>Was inzwischen kommt, wird am Ende als eine Zusammenfassung gemeldet. Solange Ihr System nicht stören soll, wartet Inlet ebenso.</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>Nach Tag</translation>
    </message>
    <message>
        <source>Mailboxes that may tell, by tag</source>
        <translation>Postfächer, die melden dürfen, nach Tag</translation>
    </message>
</context>
<context>
    <name>inlet::ui::Notifier</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Snooze 1 h</source>
        <translation>1 Std. zurückstellen</translation>
    </message>
    <message>
        <source>New reply</source>
        <translation>Neue Antwort</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>1 new reply</source>
        <translation>1 neue Antwort</translation>
    </message>
    <message>
        <source>%1 new replies</source>
        <translation>%1 neue Antworten</translation>
    </message>
    <message>
        <source>Too much of your mail comes back</source>
        <translation>Zu viel Ihrer Mail kommt zurück</translation>
    </message>
    <message>
        <source>Too much mail comes back, in %1 places</source>
        <translation>Zu viel Mail kommt zurück, an %1 Stellen</translation>
    </message>
    <message>
        <source>See the bounces</source>
        <translation>Rückläufer ansehen</translation>
    </message>
    <message>
        <source>A mailbox needs you</source>
        <translation>Ein Postfach braucht Sie</translation>
    </message>
    <message>
        <source>%1 mailboxes need you</source>
        <translation>%1 Postfächer brauchen Sie</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
</context>
<context>
    <name>inlet::ui::OrderButton</name>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Longest waiting first</source>
        <translation>Am längsten wartende zuerst</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartende</translation>
    </message>
    <message>
        <source>Hottest first, then longest waiting</source>
        <translation>Heißeste zuerst, dann am längsten wartende</translation>
    </message>
    <message>
        <source>Hottest</source>
        <translation>Heißeste</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>Reihenfolge: %1</translation>
    </message>
    <message>
        <source>Order of the list: %1</source>
        <translation>Reihenfolge der Liste: %1</translation>
    </message>
</context>
<context>
    <name>inlet::ui::OutboxDialog</name>
    <message>
        <source>Nothing is on its way, and nothing is stuck.</source>
        <translation>Nichts ist unterwegs, und nichts hängt fest.</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Show conversation</source>
        <translation>Unterhaltung zeigen</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>Outgoing mail</source>
        <translation>Ausgehende Mail</translation>
    </message>
    <message>
        <source>The server&apos;s words</source>
        <translation>Worte des Servers</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Called back. It will not go out; the draft is kept.</source>
        <translation>Zurückgeholt. Sie geht nicht hinaus; der Entwurf bleibt.</translation>
    </message>
    <message>
        <source>Send it again?</source>
        <translation>Noch einmal senden?</translation>
    </message>
    <message>
        <source>It may have arrived already. If it has, %1 gets it twice.</source>
        <translation>Sie ist vielleicht schon angekommen. Dann bekommt %1 sie zweimal.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
</context>
<context>
    <name>inlet::ui::OutboxModel</name>
    <message>
        <source>To %1. %2. %3. %4</source>
        <translation>An %1. %2. %3. %4</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
    <message>
        <source>Goes out at %1</source>
        <translation>Geht um %1 hinaus</translation>
    </message>
    <message>
        <source>The connection broke at the very end. It is not sent again by itself.</source>
        <translation>Die Verbindung brach ganz am Ende ab. Sie wird nicht von selbst noch einmal gesendet.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>inlet::ui::PasswordEdit</name>
    <message>
        <source>Show the password</source>
        <translation>Passwort zeigen</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Passwort verbergen</translation>
    </message>
</context>
<context>
    <name>inlet::ui::PasswordReuse</name>
    <message>
        <source>%1 has the same password. Whoever learns one can read both.</source>
        <translation>%1 hat dasselbe Passwort. Wer eines erfährt, kann beide lesen.</translation>
    </message>
    <message>
        <source>%1 and %2 more have the same password. Whoever learns one can read them all.</source>
        <translation>%1 und %2 weitere haben dasselbe Passwort. Wer eines erfährt, kann alle lesen.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::PersonBar</name>
    <message>
        <source>An automatic answer says that this address has changed: %1.</source>
        <translation>Eine automatische Antwort sagt, dass sich diese Adresse geändert hat: %1.</translation>
    </message>
    <message>
        <source>Looks like an answer for %1: it quotes your mail to them.</source>
        <translation>Sieht nach einer Antwort für %1 aus: Sie zitiert Ihre Mail dorthin.</translation>
    </message>
    <message>
        <source>Looks like %1: same name and domain.</source>
        <translation>Sieht nach %1 aus: derselbe Name und dieselbe Domain.</translation>
    </message>
    <message>
        <source>%1 has left the company and names %2.</source>
        <translation>%1 hat die Firma verlassen und nennt %2.</translation>
    </message>
    <message>
        <source>%1 has another address now: %2.</source>
        <translation>%1 hat jetzt eine andere Adresse: %2.</translation>
    </message>
    <message>
        <source>%1 is away until %2 and names %3.</source>
        <translation>%1 ist bis %2 abwesend und nennt %3.</translation>
    </message>
    <message>
        <source>%1 is away and names %2.</source>
        <translation>%1 ist abwesend und nennt %2.</translation>
    </message>
    <message>
        <source>Same person</source>
        <translation>Dieselbe Person</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Nicht dieselbe</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>Nicht dieselbe Person</translation>
    </message>
    <message>
        <source>Write to %1 instead</source>
        <translation>Stattdessen an %1 schreiben</translation>
    </message>
</context>
<context>
    <name>inlet::ui::PersonHistory</name>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Alle %1 anzeigen</translation>
    </message>
    <message>
        <source>from you</source>
        <translation>von Ihnen</translation>
    </message>
    <message>
        <source>from them</source>
        <translation>vom Gegenüber</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
</context>
<context>
    <name>inlet::ui::PreferencesDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Tasten ändern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Accessibility</source>
        <translation>Bedienhilfen</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
</context>
<context>
    <name>inlet::ui::ProgressLine</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>What is done stays, and can be undone</source>
        <translation>Was getan ist, bleibt und lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>%1 of %2 conversations</source>
        <translation>%1 von %2 Unterhaltungen</translation>
    </message>
    <message>
        <source>Taking back: %1</source>
        <translation>Wird zurückgenommen: %1</translation>
    </message>
    <message>
        <source>Changing: %1</source>
        <translation>Wird geändert: %1</translation>
    </message>
</context>
<context>
    <name>inlet::ui::QuickPick</name>
    <message>
        <source>Nothing is called that.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <source>Enter takes the marked one, Esc leaves everything as it is.</source>
        <translation>Enter nimmt den markierten Eintrag, Esc lässt alles, wie es ist.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::RailModel</name>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Mailboxes</source>
        <translation>Postfächer</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Alle %1 zeigen</translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>%1 Nachrichten</translation>
    </message>
    <message>
        <source>%1, folded</source>
        <translation>%1, eingeklappt</translation>
    </message>
    <message>
        <source>%1, heading</source>
        <translation>%1, Überschrift</translation>
    </message>
    <message>
        <source>%1, %2 unread</source>
        <translation>%1, %2 ungelesen</translation>
    </message>
    <message>
        <source>notifies you of new replies</source>
        <translation>meldet neue Antworten</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 unread</source>
        <translation>%1 ungelesen</translation>
    </message>
    <message>
        <source>at least one: %1</source>
        <translation>mindestens ein Postfach: %1</translation>
    </message>
    <message>
        <source>1 mailbox</source>
        <translation>1 Postfach</translation>
    </message>
    <message>
        <source>%1 mailboxes</source>
        <translation>%1 Postfächer</translation>
    </message>
    <message>
        <source>Tag %1, folded</source>
        <translation>Tag %1, eingeklappt</translation>
    </message>
    <message>
        <source>Tag %1, unfolded</source>
        <translation>Tag %1, ausgeklappt</translation>
    </message>
</context>
<context>
    <name>inlet::ui::RailPane</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Scopes and mailboxes</source>
        <translation>Listen und Postfächer</translation>
    </message>
    <message>
        <source>Find a mailbox or tag</source>
        <translation>Postfach oder Tag suchen</translation>
    </message>
</context>
<context>
    <name>inlet::ui::RecipientGuard</name>
    <message>
        <source>put there by you</source>
        <translation>von Ihnen eingetragen</translation>
    </message>
    <message>
        <source>its mail bounced</source>
        <translation>Mail dorthin kam zurück</translation>
    </message>
    <message>
        <source>its server refused our mail</source>
        <translation>der Server dort nahm unsere Mail nicht an</translation>
    </message>
    <message>
        <source>they asked to stop</source>
        <translation>auf eigenen Wunsch</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>Everyone at %1</source>
        <translation>Alle bei %1</translation>
    </message>
    <message>
        <source> since %1</source>
        <translation> seit %1</translation>
    </message>
    <message>
        <source>%1 is on the do-not-contact list%2: %3.</source>
        <translation>%1 steht auf der Sperrliste%2: %3.</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>Und %1 weitere.</translation>
    </message>
    <message>
        <source>%1
Take the address out to send this mail.</source>
        <translation>%1
Nehmen Sie die Adresse heraus, um diese Mail zu senden.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::RecipientWatch</name>
    <message>
        <source>%1 (same person)</source>
        <translation>%1 (dieselbe Person)</translation>
    </message>
    <message>
        <source>%1 (same company)</source>
        <translation>%1 (dieselbe Firma)</translation>
    </message>
    <message>
        <source>%1 answered “%2” %3.</source>
        <translation>%1 hat %3 auf „%2“ geantwortet.</translation>
    </message>
    <message>
        <source>%1 has another open conversation; we wrote last, %2.</source>
        <translation>%1 hat noch eine offene Unterhaltung; zuletzt haben wir geschrieben, %2.</translation>
    </message>
    <message>
        <source>%1 has another open conversation; they wrote last, %2.</source>
        <translation>%1 hat noch eine offene Unterhaltung; zuletzt schrieb die andere Seite, %2.</translation>
    </message>
    <message>
        <source>And 1 more.</source>
        <translation>Und 1 weitere.</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>Und %1 weitere.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::RepairMailbox</name>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Change the servers</source>
        <translation>Server ändern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Repair %1</source>
        <translation>%1 reparieren</translation>
    </message>
    <message>
        <source>Leave it empty to keep the stored one.</source>
        <translation>Leer lassen, um das gespeicherte zu behalten.</translation>
    </message>
    <message>
        <source>Settings, history and drafts stay as they are.</source>
        <translation>Einstellungen, Verlauf und Entwürfe bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>It works again. What arrived in the meantime is read now and sorted as if it had just come.</source>
        <translation>Es funktioniert wieder. Was inzwischen kam, wird jetzt gelesen und sortiert, als wäre es eben gekommen.</translation>
    </message>
    <message>
        <source>Hide the servers</source>
        <translation>Server ausblenden</translation>
    </message>
</context>
<context>
    <name>inlet::ui::ReplyBuilder</name>
    <message>
        <source>%1 wrote:</source>
        <translation>%1 schrieb:</translation>
    </message>
    <message>
        <source>---------- Forwarded message ----------</source>
        <translation>---------- Weitergeleitete Nachricht ----------</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>On %1 %2, %3 wrote:</source>
        <translation>Am %1 um %2 schrieb %3:</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
</context>
<context>
    <name>inlet::ui::RowLook</name>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Number of messages</source>
        <translation>Anzahl der Nachrichten</translation>
    </message>
    <message>
        <source>Mailbox, where there are several</source>
        <translation>Postfach, wo es mehrere gibt</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>First words of their newest mail</source>
        <translation>Erste Worte ihrer neuesten Mail</translation>
    </message>
    <message>
        <source>Comfortable: two lines</source>
        <translation>Bequem: zwei Zeilen</translation>
    </message>
    <message>
        <source>Compact: one line</source>
        <translation>Kompakt: eine Zeile</translation>
    </message>
    <message>
        <source>Roomy: three lines</source>
        <translation>Geräumig: drei Zeilen</translation>
    </message>
</context>
<context>
    <name>inlet::ui::RowSentence</name>
    <message>
        <source>Selected, unread, starred, not sent</source>
        <translation>Ausgewählt, ungelesen, mit Stern, nicht gesendet</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Name and company</source>
        <translation>Name und Firma</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Number of messages</source>
        <translation>Zahl der Nachrichten</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>Postfach</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>%1 Nachrichten</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, automatic</source>
        <translation>%1, automatisch</translation>
    </message>
    <message>
        <source>1 message</source>
        <translation>1 Nachricht</translation>
    </message>
    <message>
        <source>A message was not sent</source>
        <translation>Eine Nachricht wurde nicht gesendet</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>has a file</source>
        <translation>hat eine Datei</translation>
    </message>
    <message>
        <source>reminder %1</source>
        <translation>Erinnerung %1</translation>
    </message>
    <message>
        <source>reminder: nobody has answered</source>
        <translation>Erinnerung: niemand hat geantwortet</translation>
    </message>
    <message>
        <source>snoozed until %1</source>
        <translation>zurückgestellt bis %1</translation>
    </message>
    <message>
        <source>via %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>you wrote last</source>
        <translation>Sie schrieben zuletzt</translation>
    </message>
    <message>
        <source>File, labels, snooze, reminder, you wrote last</source>
        <translation>Anhang, Labels, Zurückstellung, Erinnerung, zuletzt von Ihnen</translation>
    </message>
    <message>
        <source>A message waits to be sent</source>
        <translation>Eine Nachricht wartet auf das Senden</translation>
    </message>
    <message>
        <source>Not known whether a message left</source>
        <translation>Nicht bekannt, ob eine Nachricht hinausging</translation>
    </message>
    <message>
        <source>labels: %1</source>
        <translation>Labels: %1</translation>
    </message>
</context>
<context>
    <name>inlet::ui::RuleDialog</name>
    <message>
        <source>Nothing that is stored would change; new mail like this is sorted so.</source>
        <translation>Nichts Gespeichertes würde sich ändern; neue Mail wie diese wird so sortiert.</translation>
    </message>
    <message>
        <source>1 conversation gets that category.</source>
        <translation>1 Unterhaltung bekommt diese Kategorie.</translation>
    </message>
    <message>
        <source>%1 conversations get that category.</source>
        <translation>%1 Unterhaltungen bekommen diese Kategorie.</translation>
    </message>
    <message>
        <source>1 stays as you sorted it yourself.</source>
        <translation>1 bleibt, wie Sie sie selbst sortiert haben.</translation>
    </message>
    <message>
        <source>%1 stay as you sorted them yourself.</source>
        <translation>%1 bleiben, wie Sie sie selbst sortiert haben.</translation>
    </message>
    <message>
        <source>There are more than were looked at.</source>
        <translation>Es gibt mehr, als angesehen wurden.</translation>
    </message>
    <message>
        <source>Sort them so</source>
        <translation>So sortieren</translation>
    </message>
    <message>
        <source>Fix for all like this</source>
        <translation>Für alle solchen berichtigen</translation>
    </message>
    <message>
        <source>Right category</source>
        <translation>Richtige Kategorie</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 is sorted as %2 now.</source>
        <translation>%1 ist jetzt als „%2“ sortiert.</translation>
    </message>
    <message>
        <source>It should be</source>
        <translation>Richtig wäre</translation>
    </message>
    <message>
        <source>And so should</source>
        <translation>Und ebenso</translation>
    </message>
    <message>
        <source>changes 1</source>
        <translation>ändert 1</translation>
    </message>
    <message>
        <source>changes %1</source>
        <translation>ändert %1</translation>
    </message>
    <message>
        <source>There is no rule that would tell mail like this from others. Set the category by its number key.</source>
        <translation>Keine Regel könnte Mail wie diese von anderer unterscheiden. Setzen Sie die Kategorie mit ihrer Zifferntaste.</translation>
    </message>
    <message>
        <source>no subject</source>
        <translation>kein Betreff</translation>
    </message>
</context>
<context>
    <name>inlet::ui::RulesPage</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Rules that sort mail</source>
        <translation>Regeln, die Mail sortieren</translation>
    </message>
    <message>
        <source>They come from “Wrong: fix for all like this”. The first one that fits decides. What you have sorted by hand stays as it is.</source>
        <translation>Sie kommen von „Falsch: für alle solchen berichtigen“. Die erste passende entscheidet. Was Sie von Hand sortiert haben, bleibt.</translation>
    </message>
    <message>
        <source>There is no rule. The menu of a category that was wrong makes one.</source>
        <translation>Es gibt keine Regel. Das Menü einer falschen Kategorie erstellt eine.</translation>
    </message>
    <message>
        <source>1 rule</source>
        <translation>1 Regel</translation>
    </message>
    <message>
        <source>%1 rules</source>
        <translation>%1 Regeln</translation>
    </message>
    <message>
        <source>Remove this rule?</source>
        <translation>Diese Regel entfernen?</translation>
    </message>
    <message>
        <source>Remove these %1 rules?</source>
        <translation>Diese %1 Regeln entfernen?</translation>
    </message>
    <message>
        <source>What it sorted is sorted again as if there had been no such rule.</source>
        <translation>Was sie sortiert hat, wird neu sortiert, als hätte es sie nicht gegeben.</translation>
    </message>
    <message>
        <source>Import rules</source>
        <translation>Regeln importieren</translation>
    </message>
    <message>
        <source>Rules (*.csv);;All files (*)</source>
        <translation>Regeln (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>This file is too large for rules.</source>
        <translation>Diese Datei ist zu groß für Regeln.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Diese Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>There is no rule in this file. Its columns are field, pattern and category.</source>
        <translation>In dieser Datei ist keine Regel. Ihre Spalten sind field, pattern und category.</translation>
    </message>
    <message>
        <source>1 rule is in this file. It sorts the mail that is here, too.</source>
        <translation>1 Regel ist in dieser Datei. Sie sortiert auch die Mail, die schon da ist.</translation>
    </message>
    <message>
        <source>%1 rules are in this file. They sort the mail that is here, too.</source>
        <translation>%1 Regeln sind in dieser Datei. Sie sortieren auch die Mail, die schon da ist.</translation>
    </message>
    <message>
        <source>Import these rules?</source>
        <translation>Diese Regeln importieren?</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>1 new rule.</source>
        <translation>1 neue Regel.</translation>
    </message>
    <message>
        <source>%1 new rules.</source>
        <translation>%1 neue Regeln.</translation>
    </message>
    <message>
        <source>Export rules</source>
        <translation>Regeln exportieren</translation>
    </message>
    <message>
        <source>The rules are in %1.</source>
        <translation>Die Regeln sind in %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::RunBar</name>
    <message>
        <source>End the run</source>
        <translation>Durchgang beenden</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als einer Minute</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>%1 to go · %2 handled</source>
        <translation>noch %1 · %2 bearbeitet</translation>
    </message>
    <message>
        <source>There is nothing to answer</source>
        <translation>Es gibt nichts zu beantworten</translation>
    </message>
    <message>
        <source>Nothing left · %1 handled in %2</source>
        <translation>Nichts übrig · %1 bearbeitet in %2</translation>
    </message>
</context>
<context>
    <name>inlet::ui::SearchBox</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Words, &quot;a phrase&quot;, from:, to:, via:, is:unread, has:attachment, before:, after:, -not</source>
        <translation>Wörter, &quot;ein Satz&quot;, from:, to:, via:, is:unread, has:attachment, before:, after:, -nicht</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Ways to go on</source>
        <translation>Wie es weitergehen kann</translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>In „%1“ suchen</translation>
    </message>
</context>
<context>
    <name>inlet::ui::SecretsDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Unlock the vault</source>
        <translation>Tresor öffnen</translation>
    </message>
    <message>
        <source>Where to keep passwords</source>
        <translation>Wo Passwörter liegen sollen</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>Passphrase noch einmal</translation>
    </message>
    <message>
        <source>Your passwords are in a sealed file on this computer. Type its passphrase to open it.</source>
        <translation>Ihre Passwörter liegen in einer versiegelten Datei auf diesem Computer. Geben Sie deren Passphrase ein, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>%1 Inlet never writes a password to disk in the clear.</source>
        <translation>%1 Inlet schreibt nie ein Passwort offen auf die Festplatte.</translation>
    </message>
    <message>
        <source>At least %1 characters. It cannot be recovered.</source>
        <translation>Mindestens %1 Zeichen. Sie lässt sich nicht wiederherstellen.</translation>
    </message>
    <message>
        <source>Look for the keyring again</source>
        <translation>Schlüsselbund noch einmal suchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>In a sealed file, opened with a passphrase at each start</source>
        <translation>In einer versiegelten Datei, bei jedem Start mit einer Passphrase geöffnet</translation>
    </message>
    <message>
        <source>Nowhere: ask again after the next start</source>
        <translation>Nirgends: nach dem nächsten Start wieder fragen</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Make the vault</source>
        <translation>Tresor anlegen</translation>
    </message>
    <message>
        <source>Keep for this session</source>
        <translation>Für diese Sitzung behalten</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>Geben Sie die Passphrase ein.</translation>
    </message>
    <message>
        <source>This is too short: at least %1 characters.</source>
        <translation>Das ist zu kurz: mindestens %1 Zeichen.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
    <message>
        <source>This passphrase does not open the vault.</source>
        <translation>Diese Passphrase öffnet den Tresor nicht.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::SendUndo</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Leaves in a moment · %1</source>
        <translation>Geht gleich hinaus · %1</translation>
    </message>
</context>
<context>
    <name>inlet::ui::ServerForm</name>
    <message>
        <source>Type the server for incoming mail.</source>
        <translation>Geben Sie den Server für eingehende Mail ein.</translation>
    </message>
    <message>
        <source>A mailbox that can only send is not enough: Inlet has to read the replies. Type the IMAP server.</source>
        <translation>Ein Postfach, das nur senden kann, genügt nicht: Inlet muss die Antworten lesen. Geben Sie den IMAP-Server ein.</translation>
    </message>
    <message>
        <source>Type the server for outgoing mail.</source>
        <translation>Geben Sie den Server für ausgehende Mail ein.</translation>
    </message>
    <message>
        <source>A mailbox that can only read is not enough: answers have to leave from it. Type the SMTP server.</source>
        <translation>Ein Postfach, das nur lesen kann, genügt nicht: Antworten müssen von ihm hinausgehen. Geben Sie den SMTP-Server ein.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::ServerSearchBar</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>Fortschritt der Suche</translation>
    </message>
    <message>
        <source>What was fetched stays</source>
        <translation>Was geholt wurde, bleibt</translation>
    </message>
    <message>
        <source>Mailboxes of the search</source>
        <translation>Postfächer der Suche</translation>
    </message>
    <message>
        <source>Fetch more</source>
        <translation>Mehr holen</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>Search on the servers</source>
        <translation>Auf den Servern suchen</translation>
    </message>
    <message>
        <source>Hide the mailboxes</source>
        <translation>Postfächer ausblenden</translation>
    </message>
    <message>
        <source>By mailbox</source>
        <translation>Nach Postfach</translation>
    </message>
</context>
<context>
    <name>inlet::ui::ServersPage</name>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Both directions of %1, always encrypted.</source>
        <translation>Beide Richtungen von %1, immer verschlüsselt.</translation>
    </message>
    <message>
        <source>Type the password.</source>
        <translation>Geben Sie das Passwort ein.</translation>
    </message>
    <message>
        <source>Mail servers</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
</context>
<context>
    <name>inlet::ui::SettingsPage</name>
    <message>
        <source>As it is (%1)</source>
        <translation>Wie es ist (%1)</translation>
    </message>
</context>
<context>
    <name>inlet::ui::SignInPage</name>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>How to set this up</source>
        <translation>Wie das eingerichtet wird</translation>
    </message>
    <message>
        <source>Type the servers myself</source>
        <translation>Server selbst eingeben</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Anmelden bei %1</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>The provider</source>
        <translation>Der Anbieter</translation>
    </message>
    <message>
        <source>%1 takes no passwords from mail programs any more, so there is nothing to type here. Its own sign-in comes with OAuth support in a later version of Inlet; until then this mailbox cannot be connected.</source>
        <translation>%1 nimmt keine Passwörter von Mailprogrammen mehr an, deshalb ist hier nichts einzugeben. Die Anmeldung dort kommt mit OAuth in einer späteren Version von Inlet; bis dahin kann dieses Postfach nicht verbunden werden.</translation>
    </message>
    <message>
        <source>%1 wants an app password here, not your normal one. Spaces do not matter.</source>
        <translation>%1 will hier ein App-Passwort, nicht Ihr normales. Leerzeichen spielen keine Rolle.</translation>
    </message>
    <message>
        <source>Make an app password at %1</source>
        <translation>App-Passwort bei %1 erstellen</translation>
    </message>
    <message>
        <source>Signing in with %1 instead of a password comes with OAuth support.</source>
        <translation>Die Anmeldung mit %1 statt mit einem Passwort kommt mit OAuth.</translation>
    </message>
    <message>
        <source>Type the password.</source>
        <translation>Geben Sie das Passwort ein.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::SortingQuestions</name>
    <message>
        <source>Mail to %1 came back. If the address is gone for good, nothing more goes there.</source>
        <translation>Mail an %1 kam zurück. Wenn es die Adresse nicht mehr gibt, geht nichts mehr dorthin.</translation>
    </message>
    <message>
        <source>Mail to %1 came back: %2. If the address is gone for good, nothing more goes there.</source>
        <translation>Mail an %1 kam zurück: %2. Wenn es die Adresse nicht mehr gibt, geht nichts mehr dorthin.</translation>
    </message>
    <message>
        <source>Bounce</source>
        <translation>Rückläufer</translation>
    </message>
    <message>
        <source>For now only</source>
        <translation>Nur vorläufig</translation>
    </message>
    <message>
        <source>Gone for good</source>
        <translation>Endgültig weg</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>Zurückgekommen</translation>
    </message>
    <message>
        <source>%1 names %2.</source>
        <translation>%1 nennt %2.</translation>
    </message>
    <message>
        <source>Wrong person</source>
        <translation>Falsche Person</translation>
    </message>
    <message>
        <source>Write to them</source>
        <translation>Dorthin schreiben</translation>
    </message>
    <message>
        <source>Back on %1: when to return to it</source>
        <translation>Zurück am %1: wann darauf zurückkommen</translation>
    </message>
    <message>
        <source>Create a lead</source>
        <translation>Interessent anlegen</translation>
    </message>
    <message>
        <source>%1 is no address, so no lead was created</source>
        <translation>%1 ist keine Adresse, daher wurde kein Interessent angelegt</translation>
    </message>
    <message>
        <source>%1 is a lead now</source>
        <translation>%1 ist jetzt Interessent</translation>
    </message>
    <message>
        <source>The lead was not created. %1</source>
        <translation>Der Interessent wurde nicht angelegt. %1</translation>
    </message>
    <message>
        <source>%1 was a lead already, and more is known of them now</source>
        <translation>%1 war schon Interessent; jetzt ist mehr bekannt</translation>
    </message>
    <message>
        <source>%1 is a lead already</source>
        <translation>%1 ist schon Interessent</translation>
    </message>
    <message>
        <source>%1 is one of your own addresses, so no lead was created</source>
        <translation>%1 ist eine Ihrer eigenen Adressen, daher wurde kein Interessent angelegt</translation>
    </message>
</context>
<context>
    <name>inlet::ui::SpeechPage</name>
    <message>
        <source>Screen readers are told</source>
        <translation>Bildschirmleser erfahren</translation>
    </message>
    <message>
        <source>Results: what a key has done</source>
        <translation>Ergebnisse: was eine Taste bewirkt hat</translation>
    </message>
    <message>
        <source>Status: new mail, at most once a minute, and mailboxes that need you</source>
        <translation>Zustand: neue Mail, höchstens jede Minute, und gestörte Postfächer</translation>
    </message>
    <message>
        <source>Hints: what goes on by itself, such as checking for mail</source>
        <translation>Hinweise: was von selbst läuft, etwa das Abrufen von Mail</translation>
    </message>
    <message>
        <source>A notice with Undo stays for</source>
        <translation>Ein Hinweis mit „Rückgängig“ bleibt</translation>
    </message>
    <message>
        <source>8 seconds</source>
        <translation>8 Sekunden</translation>
    </message>
    <message>
        <source>15 seconds</source>
        <translation>15 Sekunden</translation>
    </message>
    <message>
        <source>30 seconds</source>
        <translation>30 Sekunden</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>Until it is dismissed</source>
        <translation>Bis er geschlossen wird</translation>
    </message>
    <message>
        <source>Undo works for the last 100 steps, whether the notice is there or not.</source>
        <translation>Rückgängig geht für die letzten 100 Schritte, ob der Hinweis da ist oder nicht.</translation>
    </message>
    <message>
        <source>What is read of a row, in this order</source>
        <translation>Was von einer Zeile vorgelesen wird, in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
</context>
<context>
    <name>inlet::ui::SplitBar</name>
    <message>
        <source>Splits</source>
        <translation>Reiter</translation>
    </message>
    <message>
        <source>%1 and %2 walk through the splits</source>
        <translation>%1 und %2 gehen durch die Reiter</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>inlet::ui::StatusLine</name>
    <message>
        <source>No mailbox connected</source>
        <translation>Kein Postfach verbunden</translation>
    </message>
    <message>
        <source>1 mailbox live</source>
        <translation>1 Postfach live</translation>
    </message>
    <message>
        <source>%1 mailboxes live</source>
        <translation>%1 Postfächer live</translation>
    </message>
    <message>
        <source>%1 of %2 mailboxes live</source>
        <translation>%1 von %2 Postfächern live</translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>1 braucht Sie</translation>
    </message>
    <message>
        <source>%1 need you</source>
        <translation>%1 brauchen Sie</translation>
    </message>
    <message>
        <source>reading %1 of about %2</source>
        <translation>%1 von etwa %2 werden gelesen</translation>
    </message>
    <message>
        <source>reading 1 mailbox</source>
        <translation>1 Postfach wird gelesen</translation>
    </message>
    <message>
        <source>reading %1 mailboxes</source>
        <translation>%1 Postfächer werden gelesen</translation>
    </message>
    <message>
        <source>older mail paused in 1</source>
        <translation>ältere Mail in 1 angehalten</translation>
    </message>
    <message>
        <source>older mail paused in %1</source>
        <translation>ältere Mail in %1 angehalten</translation>
    </message>
    <message>
        <source>sending %1 of %2</source>
        <translation>wird gesendet: %1 von %2</translation>
    </message>
    <message>
        <source>1 message not sent</source>
        <translation>1 Nachricht nicht gesendet</translation>
    </message>
    <message>
        <source>%1 messages not sent</source>
        <translation>%1 Nachrichten nicht gesendet</translation>
    </message>
    <message>
        <source>Outbox: %1</source>
        <translation>Postausgang: %1</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>Show all mailboxes</source>
        <translation>Alle Postfächer zeigen</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
</context>
<context>
    <name>inlet::ui::SuppressionDialog</name>
    <message>
        <source>Add an address or a whole domain</source>
        <translation>Adresse oder ganze Domain hinzufügen</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message>
        <source>Do-not-contact list</source>
        <translation>Sperrliste</translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation>Liste durchsuchen</translation>
    </message>
    <message>
        <source>Search address, domain or reason</source>
        <translation>Adresse, Domain oder Grund suchen</translation>
    </message>
    <message>
        <source>jo@acme.com or acme.com</source>
        <translation>jo@acme.com oder acme.com</translation>
    </message>
    <message>
        <source>Nothing that goes there leaves Inlet, from whatever mailbox.</source>
        <translation>Nichts dorthin verlässt Inlet, aus welchem Postfach auch immer.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>Nicht kontaktieren</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Nobody is on the list. “%1” on a conversation puts its sender here.</source>
        <translation>Niemand steht auf der Liste. „%1“ bei einer Unterhaltung setzt den Absender darauf.</translation>
    </message>
    <message>
        <source>Type an address like jo@acme.com or a domain like acme.com.</source>
        <translation>Geben Sie eine Adresse wie jo@acme.com oder eine Domain wie acme.com ein.</translation>
    </message>
    <message>
        <source>Millions of people have their mailbox at %1. Add single addresses.</source>
        <translation>Millionen Menschen haben ihr Postfach bei %1. Fügen Sie einzelne Adressen hinzu.</translation>
    </message>
    <message>
        <source>Nobody at %1?</source>
        <translation>Niemand bei %1?</translation>
    </message>
    <message>
        <source>Nothing is sent to any address at or below this domain any more.</source>
        <translation>Es geht nichts mehr an Adressen dieser Domain oder darunter.</translation>
    </message>
    <message>
        <source>Add the domain</source>
        <translation>Domain hinzufügen</translation>
    </message>
    <message>
        <source>%1 is on the list.</source>
        <translation>%1 steht auf der Liste.</translation>
    </message>
    <message>
        <source>%1 was on the list before.</source>
        <translation>%1 stand schon auf der Liste.</translation>
    </message>
    <message>
        <source>Take them off the list?</source>
        <translation>Von der Liste nehmen?</translation>
    </message>
    <message>
        <source>%2 can be written to again.</source>
        <translation>%2 darf wieder angeschrieben werden.</translation>
    </message>
    <message>
        <source>%1 entries can be written to again.</source>
        <translation>%1 Einträge dürfen wieder angeschrieben werden.</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Herunternehmen</translation>
    </message>
    <message>
        <source>Import a list</source>
        <translation>Liste importieren</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt);;All files (*)</source>
        <translation>Listen (*.csv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>This file is too large for a list.</source>
        <translation>Diese Datei ist zu groß für eine Liste.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Diese Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>There is no address and no domain in this file.</source>
        <translation>In dieser Datei ist keine Adresse und keine Domain.</translation>
    </message>
    <message>
        <source>1 entry is put on the list.</source>
        <translation>1 Eintrag kommt auf die Liste.</translation>
    </message>
    <message>
        <source>%1 entries are put on the list.</source>
        <translation>%1 Einträge kommen auf die Liste.</translation>
    </message>
    <message>
        <source>Import this list?</source>
        <translation>Diese Liste importieren?</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>1 new entry.</source>
        <translation>1 neuer Eintrag.</translation>
    </message>
    <message>
        <source>%1 new entries.</source>
        <translation>%1 neue Einträge.</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Liste exportieren</translation>
    </message>
    <message>
        <source>The list is in %1.</source>
        <translation>Die Liste ist in %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::SuppressionModel</name>
    <message>
        <source>everyone at %1</source>
        <translation>alle bei %1</translation>
    </message>
    <message>
        <source>Address or domain</source>
        <translation>Adresse oder Domain</translation>
    </message>
    <message>
        <source>How it came here</source>
        <translation>Wie sie hierher kam</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>inlet::ui::TemplateDialog</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Neue Vorlage</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Filled in where it is used: %1. Anything else in braces is marked, and you fill it in.</source>
        <translation>Wird beim Benutzen ausgefüllt: %1. Alles andere in Klammern wird hervorgehoben, und Sie füllen es aus.</translation>
    </message>
    <message>
        <source>Remove this template?</source>
        <translation>Diese Vorlage entfernen?</translation>
    </message>
    <message>
        <source>“%1” is gone for good.</source>
        <translation>„%1“ ist dann endgültig weg.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::TextDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 letters at most.</source>
        <translation>Höchstens %1 Zeichen.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::Timeline</name>
    <message>
        <source>%1 by you, %2</source>
        <translation>%1 von Ihnen, %2</translation>
    </message>
    <message>
        <source>%1 earlier decisions</source>
        <translation>%1 frühere Entscheidungen</translation>
    </message>
    <message>
        <source>%1 on another computer, %2</source>
        <translation>%1 auf einem anderen Computer, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>1 earlier decision</source>
        <translation>1 frühere Entscheidung</translation>
    </message>
    <message>
        <source>Category set to %1 by your rule “%2”</source>
        <translation>Kategorie auf „%1“ gesetzt von Ihrer Regel „%2“</translation>
    </message>
    <message>
        <source>Did not reach %1. %2</source>
        <translation>Hat %1 nicht erreicht. %2</translation>
    </message>
    <message>
        <source>Sent, seen in Sent %1</source>
        <translation>Gesendet, in „Gesendet“ gesehen %1</translation>
    </message>
</context>
<context>
    <name>inlet::ui::Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>inlet::ui::Tray</name>
    <message>
        <source>Open Inlet</source>
        <translation>Inlet öffnen</translation>
    </message>
    <message>
        <source>Write a mail</source>
        <translation>Mail schreiben</translation>
    </message>
    <message>
        <source>Check for new mail</source>
        <translation>Neue Mail abrufen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>1 positive reply waits</source>
        <translation>1 positive Antwort wartet</translation>
    </message>
    <message>
        <source>%1 positive replies wait</source>
        <translation>%1 positive Antworten warten</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>%1, the oldest for %2</source>
        <translation>%1, die älteste seit %2</translation>
    </message>
    <message>
        <source>No positive reply waits</source>
        <translation>Keine positive Antwort wartet</translation>
    </message>
    <message>
        <source>%1 unread</source>
        <translation>%1 ungelesen</translation>
    </message>
    <message>
        <source>1 mailbox needs you</source>
        <translation>1 Postfach braucht Sie</translation>
    </message>
    <message>
        <source>%1 mailboxes need you</source>
        <translation>%1 Postfächer brauchen Sie</translation>
    </message>
</context>
<context>
    <name>inlet::ui::TriageDialogs</name>
    <message>
        <source>Not found any more. Nothing was changed; please try again.</source>
        <translation>Nicht mehr gefunden. Nichts wurde geändert; bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Reading 1 conversation</source>
        <translation>1 Unterhaltung wird gelesen</translation>
    </message>
    <message>
        <source>Reading %1 conversations</source>
        <translation>%1 Unterhaltungen werden gelesen</translation>
    </message>
    <message>
        <source>%1 leaves the list and comes back then, or as soon as they write.</source>
        <translation>%1 verlässt die Liste und kommt dann zurück, oder sobald eine Antwort da ist.</translation>
    </message>
    <message>
        <source>Wake it now</source>
        <translation>Jetzt zurückholen</translation>
    </message>
    <message>
        <source>Snooze until</source>
        <translation>Zurückstellen bis</translation>
    </message>
    <message>
        <source>Not now: when to ask again</source>
        <translation>Nicht jetzt: wann noch einmal fragen</translation>
    </message>
    <message>
        <source>Remind me if nobody answers</source>
        <translation>Erinnern, wenn niemand antwortet</translation>
    </message>
    <message>
        <source>%1 needs an answer again then, unless they write before.</source>
        <translation>%1 ist dann wieder zu beantworten, wenn vorher nichts kommt.</translation>
    </message>
    <message>
        <source>Remove the reminder</source>
        <translation>Erinnerung entfernen</translation>
    </message>
    <message>
        <source>There is no address to put on the list</source>
        <translation>Es gibt keine Adresse für die Liste</translation>
    </message>
    <message>
        <source>Nobody at this company</source>
        <translation>Niemand in dieser Firma</translation>
    </message>
</context>
<context>
    <name>inlet::ui::ViewForm</name>
    <message>
        <source>Number %1</source>
        <translation>Nummer %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Notify me of new replies in it</source>
        <translation>Neue Antworten darin melden</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>%1 (now “%2”)</source>
        <translation>%1 (jetzt „%2“)</translation>
    </message>
    <message>
        <source>Remove saved view</source>
        <translation>Gespeicherte Ansicht entfernen</translation>
    </message>
    <message>
        <source>“%1” goes from the rail. The conversations in it stay.</source>
        <translation>„%1“ verschwindet aus der Leiste. Die Unterhaltungen darin bleiben.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>inlet::ui::ViewsDialog</name>
    <message>
        <source>There are no saved views yet. Search for something, then “%1”.</source>
        <translation>Es gibt noch keine gespeicherten Ansichten. Suchen Sie etwas, dann „%1“.</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Keep this list…</source>
        <translation>Diese Liste speichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+Up</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Down</translation>
    </message>
    <message>
        <source>Give the view a name.</source>
        <translation>Geben Sie der Ansicht einen Namen.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::WhenDialog</name>
    <message>
        <source>tomorrow, fri 14:00, 3d, 12 dec</source>
        <translation>morgen, fr 14:00, 3d, 12 dez</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>as you typed</source>
        <translation>wie eingegeben</translation>
    </message>
    <message>
        <source>That is no time to come. Try “tomorrow”, “fri 14:00” or “in 2 weeks”.</source>
        <translation>Das ist keine künftige Zeit. Versuchen Sie „morgen“, „fr 14:00“ oder „in 2 wochen“.</translation>
    </message>
    <message>
        <source>Enter takes the marked time, Esc leaves everything as it is.</source>
        <translation>Enter nimmt die markierte Zeit, Esc lässt alles, wie es ist.</translation>
    </message>
</context>
<context>
    <name>inlet::ui::WizardPage</name>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>inlet::ui::panes::CategoryChip</name>
    <message>
        <source>Category: %1, automatic</source>
        <translation>Kategorie: %1, automatisch</translation>
    </message>
    <message>
        <source>Category: %1</source>
        <translation>Kategorie: %1</translation>
    </message>
    <message>
        <source>%1, set automatically. Change with 1 to 9</source>
        <translation>%1, automatisch gesetzt. Ändern mit 1 bis 9</translation>
    </message>
    <message>
        <source>%1. Change with 1 to 9, 0 for none</source>
        <translation>%1. Ändern mit 1 bis 9, 0 für keine</translation>
    </message>
    <message>
        <source>%1 · auto</source>
        <translation>%1 · auto</translation>
    </message>
</context>
<context>
    <name>inlet::ui::words</name>
    <message>
        <source>Find the servers</source>
        <translation>Server finden</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Finden</translation>
    </message>
    <message>
        <source>Reach incoming mail</source>
        <translation>Eingehende Mail erreichen</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Erreichen</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Sent, Junk, Archive</source>
        <translation>Gesendet, Spam, Archiv</translation>
    </message>
    <message>
        <source>Sent folder</source>
        <translation>Gesendet-Ordner</translation>
    </message>
    <message>
        <source>New mail at once</source>
        <translation>Neue Mail sofort</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>Reach outgoing mail</source>
        <translation>Ausgehende Mail erreichen</translation>
    </message>
    <message>
        <source>Reach out</source>
        <translation>Hinaus</translation>
    </message>
    <message>
        <source>Sender address</source>
        <translation>Absenderadresse</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Copy in Sent</source>
        <translation>Kopie in „Gesendet“</translation>
    </message>
    <message>
        <source>Sent copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 Min.</translation>
    </message>
    <message>
        <source>Accepted by the server</source>
        <translation>Vom Server angenommen</translation>
    </message>
    <message>
        <source>And %1 more lines.</source>
        <translation>Und %1 weitere Zeilen.</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>Zurückgeholt</translation>
    </message>
    <message>
        <source>Can be called back</source>
        <translation>Kann zurückgeholt werden</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>Holt auf</translation>
    </message>
    <message>
        <source>Catching up, %1 of %2</source>
        <translation>Holt auf, %1 von %2</translation>
    </message>
    <message>
        <source>Checked %1</source>
        <translation>Geprüft %1</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>In Sent</source>
        <translation>In „Gesendet“</translation>
    </message>
    <message>
        <source>Line %1 is left out: %2</source>
        <translation>Zeile %1 ist ausgelassen: %2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Not known if it went out</source>
        <translation>Unbekannt, ob versendet</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>One of the settings makes no sense.</source>
        <translation>Eine der Einstellungen ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Paused, %1 of %2 read</source>
        <translation>Angehalten, %1 von %2 gelesen</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Something went wrong inside Inlet. Nothing was changed.</source>
        <translation>In Inlet ist etwas schiefgegangen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The encrypted connection could not be made.</source>
        <translation>Die verschlüsselte Verbindung kam nicht zustande.</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Die letzten 30 Tage</translation>
    </message>
    <message>
        <source>The last 90 days</source>
        <translation>Die letzten 90 Tage</translation>
    </message>
    <message>
        <source>The last year</source>
        <translation>Das letzte Jahr</translation>
    </message>
    <message>
        <source>The password was not accepted.</source>
        <translation>Das Passwort wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>The server answered something we do not understand.</source>
        <translation>Der Server antwortete etwas, das wir nicht verstehen.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the network, then try again.</source>
        <translation>Der Server ist nicht erreichbar. Prüfen Sie das Netz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The server refused this.</source>
        <translation>Der Server hat das abgelehnt.</translation>
    </message>
    <message>
        <source>This could not be saved on this computer. Check the free space and the password store.</source>
        <translation>Das konnte auf diesem Computer nicht gespeichert werden. Prüfen Sie den freien Platz und den Passwortspeicher.</translation>
    </message>
    <message>
        <source>This is not here any more.</source>
        <translation>Das ist nicht mehr hier.</translation>
    </message>
    <message>
        <source>Too late: this has changed in the meantime.</source>
        <translation>Zu spät: Das hat sich inzwischen geändert.</translation>
    </message>
    <message>
        <source>Waiting until %1</source>
        <translation>Wartet bis %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
</context>
</TS>
