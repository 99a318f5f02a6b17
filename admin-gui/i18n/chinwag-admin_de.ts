<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ApiError</name>
    <message>
        <source>There is no host of this name. Check the address for a typing error.</source>
        <translation>Einen Rechner dieses Namens gibt es nicht. Ist die Adresse richtig geschrieben?</translation>
    </message>
    <message>
        <source>No server answers at this address. Is it running, and is the port right?</source>
        <translation>Unter dieser Adresse antwortet kein Server. Läuft er, und stimmt der Port?</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate cannot be trusted.</source>
        <translation>Dem Zertifikat des Servers kann nicht vertraut werden.</translation>
    </message>
    <message>
        <source>No secure connection could be made: %1</source>
        <translation>Eine sichere Verbindung kam nicht zustande: %1</translation>
    </message>
    <message>
        <source>The connection failed: %1</source>
        <translation>Die Verbindung ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>This does not answer as a Chinwag server does: %1</source>
        <translation>Die Gegenseite antwortet nicht wie ein Chinwag-Server: %1</translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation>Die Anfrage wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The server answered with error %1.</source>
        <translation>Der Server hat mit Fehler %1 geantwortet.</translation>
    </message>
    <message>
        <source>it sends one elsewhere (status %1).</source>
        <translation>Sie leitet an eine andere Adresse weiter (Status %1).</translation>
    </message>
    <message>
        <source>the answer is not JSON.</source>
        <translation>Die Antwort ist kein JSON.</translation>
    </message>
</context>
<context>
    <name>Connections</name>
    <message>
        <source>Nickname</source>
        <translation>Nickname</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Online for</source>
        <translation>Online seit</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Untätig</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>Messages in</source>
        <translation>Nachr. ein</translation>
    </message>
    <message>
        <source>Messages out</source>
        <translation>Nachr. aus</translation>
    </message>
    <message>
        <source>Data in</source>
        <translation>Daten ein</translation>
    </message>
    <message>
        <source>Data out</source>
        <translation>Daten aus</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>The name that the chatter gave</source>
        <translation>Der Name, unter dem gechattet wird</translation>
    </message>
    <message>
        <source>Whom the token names that the client brought</source>
        <translation>Wen das Token nennt, das der Client vorgelegt hat</translation>
    </message>
    <message>
        <source>The room that the connection is in</source>
        <translation>Der Raum, in dem die Verbindung ist</translation>
    </message>
    <message>
        <source>The network address it comes from</source>
        <translation>Die Netzadresse, von der die Verbindung kommt</translation>
    </message>
    <message>
        <source>Whether the connection is encrypted up to this server</source>
        <translation>Ob die Verbindung bis zu diesem Server verschlüsselt ist</translation>
    </message>
    <message>
        <source>The protocol that the client speaks</source>
        <translation>Das Protokoll, das der Client spricht</translation>
    </message>
    <message>
        <source>The library that the client says it uses</source>
        <translation>Die Bibliothek, die der Client nach eigener Angabe benutzt</translation>
    </message>
    <message>
        <source>Time since the connection was opened</source>
        <translation>Zeit seit dem Aufbau der Verbindung</translation>
    </message>
    <message>
        <source>Time since the client last sent a message</source>
        <translation>Zeit seit der letzten Nachricht des Clients</translation>
    </message>
    <message>
        <source>Time from a ping to its answer</source>
        <translation>Zeit von einem Ping bis zu seiner Antwort</translation>
    </message>
    <message>
        <source>Messages that the client sent</source>
        <translation>Nachrichten, die der Client gesendet hat</translation>
    </message>
    <message>
        <source>Messages that were sent to the client</source>
        <translation>Nachrichten, die an den Client gesendet wurden</translation>
    </message>
    <message>
        <source>Data that the client sent</source>
        <translation>Daten, die der Client gesendet hat</translation>
    </message>
    <message>
        <source>Data that was sent to the client</source>
        <translation>Daten, die an den Client gesendet wurden</translation>
    </message>
    <message>
        <source>Data that waits because the client reads slowly</source>
        <translation>Daten, die warten, weil der Client langsam liest</translation>
    </message>
    <message>
        <source>What the server calls this connection</source>
        <translation>Wie der Server diese Verbindung nennt</translation>
    </message>
    <message>
        <source>(has left)</source>
        <translation>(nicht mehr da)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>This connection has ended.</source>
        <translation>Diese Verbindung ist beendet.</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>Last message: %1</source>
        <translation>Letzte Nachricht: %1</translation>
    </message>
    <message>
        <source>The client was not pinged yet.</source>
        <translation>An den Client ging noch kein Ping.</translation>
    </message>
    <message>
        <source>%1 contains “%2”</source>
        <translation>%1 enthält „%2“</translation>
    </message>
    <message>
        <source>With TLS</source>
        <translation>Mit TLS</translation>
    </message>
    <message>
        <source>Without TLS</source>
        <translation>Ohne TLS</translation>
    </message>
    <message>
        <source>%1 at least %2</source>
        <translation>%1 mindestens %2</translation>
    </message>
    <message>
        <source>%1 at most %2</source>
        <translation>%1 höchstens %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Round trip, mean</source>
        <translation>Umlaufzeit, Mittel</translation>
    </message>
    <message>
        <source>Round trip, worst</source>
        <translation>Umlaufzeit, längste</translation>
    </message>
    <message>
        <source>Messages in / s</source>
        <translation>Nachrichten ein / s</translation>
    </message>
    <message>
        <source>Messages out / s</source>
        <translation>Nachrichten aus / s</translation>
    </message>
    <message>
        <source>Data in / s</source>
        <translation>Daten ein / s</translation>
    </message>
    <message>
        <source>Data out / s</source>
        <translation>Daten aus / s</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <source>The mean time from a ping to its answer</source>
        <translation>Die mittlere Zeit von einem Ping bis zur Antwort</translation>
    </message>
    <message>
        <source>The longest time from a ping to its answer</source>
        <translation>Die längste Zeit von einem Ping bis zur Antwort</translation>
    </message>
    <message>
        <source>Messages a second that the client sends</source>
        <translation>Nachrichten, die der Client in einer Sekunde schickt</translation>
    </message>
    <message>
        <source>Messages a second that are sent to the client</source>
        <translation>Nachrichten, die dem Client in einer Sekunde geschickt werden</translation>
    </message>
    <message>
        <source>Data that the client sends in a second</source>
        <translation>Daten, die der Client in einer Sekunde schickt</translation>
    </message>
    <message>
        <source>Data that is sent to the client in a second</source>
        <translation>Daten, die dem Client in einer Sekunde geschickt werden</translation>
    </message>
    <message>
        <source>Messages of the client that were refused because there were too many</source>
        <translation>Nachrichten des Clients, die abgewiesen wurden, weil es zu viele waren</translation>
    </message>
    <message>
        <source>The last error that the client was told</source>
        <translation>Der letzte Fehler, der dem Client gemeldet wurde</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>What the client calls the device it runs on</source>
        <translation>Wie der Client das Gerät nennt, auf dem er läuft</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <extracomment>How a date is written, in the letters of QDateTime::toString().</extracomment>
        <translation>d. MMM HH:mm</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <translation>d. MMM yyyy HH:mm</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy, HH:mm:ss</source>
        <extracomment>How a date is written, in the letters of QDateTime::toString().</extracomment>
        <translation>ddd d. MMM yyyy, HH:mm:ss</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>The store cannot be written to: %1</source>
        <translation>In den Speicher kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>It takes nobody in: it is shutting down</source>
        <translation>Er nimmt niemanden auf: er wird beendet</translation>
    </message>
    <message>
        <source>Descriptors are running out: %1 of %2</source>
        <translation>Die Deskriptoren gehen zur Neige: %1 von %2</translation>
    </message>
    <message>
        <source>Deliveries are slow: %1</source>
        <translation>Die Zustellung ist langsam: %1</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>Unbefristet</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Lifted</source>
        <translation>Aufgehoben</translation>
    </message>
    <message>
        <source>Lifted by</source>
        <translation>Aufgehoben von</translation>
    </message>
    <message>
        <source>Nicknames</source>
        <translation>Nicknames</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Online since</source>
        <translation>Online seit</translation>
    </message>
    <message>
        <source>Slow mode</source>
        <translation>Langsammodus</translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Schreibschutz</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Letzte Nachricht</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>(taken away)</source>
        <translation>(gelöscht)</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>Nickname</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Acted on</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>Gemeldet von</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Did what</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>To whom or what</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Diese</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt aktiv</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Läuft ab</translation>
    </message>
</context>
<context>
    <name>ProblemText</name>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>Der Name oder das Passwort ist falsch.</translation>
    </message>
    <message>
        <source>This operator has a second factor: write its code, too.</source>
        <translation>Dieser Operator hat einen zweiten Faktor: Geben Sie auch dessen Code ein.</translation>
    </message>
    <message>
        <source>The code is wrong, or it has been used. The authenticator shows the next one.</source>
        <translation>Der Code ist falsch oder schon benutzt. Der Authenticator zeigt den nächsten an.</translation>
    </message>
    <message>
        <source>There were too many attempts to log in.</source>
        <translation>Es gab zu viele Anmeldeversuche.</translation>
    </message>
    <message>
        <source>Too many are logging in at this moment.</source>
        <translation>Im Augenblick melden sich zu viele an.</translation>
    </message>
    <message>
        <source>The server cannot read who its operators are. Its log says why.</source>
        <translation>Der Server kann nicht lesen, wer seine Operatoren sind. Sein Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>The session has ended. Log in again.</source>
        <translation>Die Sitzung ist beendet. Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>Your role does not allow that.</source>
        <translation>Ihre Rolle erlaubt das nicht.</translation>
    </message>
    <message>
        <source>There is no such connection any more.</source>
        <translation>Diese Verbindung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is no such message in this room any more. It may have been redacted.</source>
        <translation>Diese Nachricht gibt es in diesem Raum nicht mehr. Vielleicht wurde sie gelöscht.</translation>
    </message>
    <message>
        <source>There is no such session any more.</source>
        <translation>Diese Sitzung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is no room of that name. One is called as in chat:lobby.</source>
        <translation>Es gibt keinen Raum dieses Namens. Räume heißen zum Beispiel chat:lobby.</translation>
    </message>
    <message>
        <source>There is no such entry any more.</source>
        <translation>Diesen Eintrag gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Somebody has done that already.</source>
        <translation>Das hat schon jemand getan.</translation>
    </message>
    <message>
        <source>This server keeps nothing of what is said.</source>
        <translation>Dieser Server bewahrt nichts von dem auf, was gesagt wird.</translation>
    </message>
    <message>
        <source>The server&apos;s store cannot do that now, and nothing has changed. Try again.</source>
        <translation>Der Speicher des Servers kann das gerade nicht, und nichts hat sich geändert. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server&apos;s store failed. The server&apos;s log says why.</source>
        <translation>Der Speicher des Servers hat versagt. Das Protokoll des Servers sagt, warum.</translation>
    </message>
    <message>
        <source>The server is starting.</source>
        <translation>Der Server startet gerade.</translation>
    </message>
    <message>
        <source>The server is stopping.</source>
        <translation>Der Server wird gerade beendet.</translation>
    </message>
</context>
<context>
    <name>ReasonTemplates</name>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Flooding</source>
        <translation>Flooding</translation>
    </message>
    <message>
        <source>Abusive language</source>
        <translation>Beleidigungen</translation>
    </message>
    <message>
        <source>Breaking the house rules</source>
        <translation>Verstoß gegen die Hausregeln</translation>
    </message>
</context>
<context>
    <name>TableSpec</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::ActionDialog</name>
    <message>
        <source>10 minutes</source>
        <translation>10 Minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 Woche</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>Unbefristet</translation>
    </message>
    <message>
        <source>Write one or choose one</source>
        <translation>Eingeben oder auswählen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Fill in the fields to see who is hit.</source>
        <translation>Sobald die Felder ausgefüllt sind, steht hier, wen es trifft.</translation>
    </message>
    <message>
        <source>Looking who is hit…</source>
        <translation>Es wird ermittelt, wen es trifft…</translation>
    </message>
    <message numerus="yes">
        <source>%n messages are hit.</source>
        <translation>
            <numerusform>Es trifft %n Nachricht.</numerusform>
            <numerusform>Es trifft %n Nachrichten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody who is connected now is hit.</source>
        <translation>Von den jetzt Verbundenen trifft es niemanden.</translation>
    </message>
    <message numerus="yes">
        <source>%n are hit now: %1…</source>
        <translation>
            <numerusform>Jetzt trifft es %n Verbindung: %1…</numerusform>
            <numerusform>Jetzt trifft es %n Verbindungen: %1…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are hit now: %1</source>
        <translation>
            <numerusform>Jetzt trifft es %n Verbindung: %1</numerusform>
            <numerusform>Jetzt trifft es %n Verbindungen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Grund:</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 erledigt</translation>
    </message>
    <message>
        <source>%1 of %2 done, then: %3</source>
        <translation>%1 von %2 erledigt, dann: %3</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::AddressNote</name>
    <message>
        <source>Not encrypted: your password can be read on the way. https:// keeps it secret.</source>
        <translation>Nicht verschlüsselt: Ihr Passwort kann unterwegs gelesen werden. Mit https:// bleibt es geheim.</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::AlertNotices</name>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Der Server ist nicht zu erreichen.</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::Alerts</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>In Warteschlangen</translation>
    </message>
    <message>
        <source> % of a core</source>
        <translation> % eines Kerns</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>%1: %2, over the limit of %3.</source>
        <translation>%1: %2, über der Grenze von %3.</translation>
    </message>
    <message>
        <source>Delivery, 99th percentile</source>
        <translation>Zustellung, 99. Perzentil</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>The server is not well</source>
        <translation>Dem Server geht es nicht gut</translation>
    </message>
    <message>
        <source>Reports wait to be looked at</source>
        <translation>Meldungen warten</translation>
    </message>
    <message numerus="yes">
        <source>%n reports wait to be looked at.</source>
        <translation>
            <numerusform>%n Meldung wartet darauf, angesehen zu werden.</numerusform>
            <numerusform>%n Meldungen warten darauf, angesehen zu werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinwag::admin::AlertsDialog</name>
    <message>
        <source>Alerts</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>%1 über</translation>
    </message>
    <message>
        <source>Limit of %1</source>
        <translation>Grenze für %1</translation>
    </message>
    <message>
        <source>Tell me when something is wrong</source>
        <translation>Sag mir, wenn etwas nicht stimmt</translation>
    </message>
    <message numerus="yes">
        <source>It has to last for %n seconds. The desktop notifies you, and every page shows it.</source>
        <translation>
            <numerusform>Es muss %n Sekunde andauern. Die Arbeitsfläche meldet es, und jede Seite zeigt es.</numerusform>
            <numerusform>Es muss %n Sekunden andauern. Die Arbeitsfläche meldet es, und jede Seite zeigt es.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::CertificatePanel</name>
    <message>
        <source>The server&apos;s certificate cannot be checked</source>
        <translation>Das Zertifikat des Servers lässt sich nicht prüfen</translation>
    </message>
    <message>
        <source>Go on only if you know this certificate: compare the fingerprint with the one on the server.</source>
        <translation>Nur fortfahren, wenn dieses Zertifikat bekannt ist: Der Fingerabdruck muss mit dem auf dem Server übereinstimmen.</translation>
    </message>
    <message>
        <source>Accept o&amp;nce</source>
        <translation>&amp;Einmal annehmen</translation>
    </message>
    <message>
        <source>&amp;Trust this certificate</source>
        <translation>Diesem &amp;Zertifikat vertrauen</translation>
    </message>
    <message>
        <source>Problem:</source>
        <translation>Problem:</translation>
    </message>
    <message>
        <source>Issued to:</source>
        <translation>Ausgestellt für:</translation>
    </message>
    <message>
        <source>Issued by:</source>
        <translation>Ausgestellt von:</translation>
    </message>
    <message>
        <source>Valid:</source>
        <translation>Gültig:</translation>
    </message>
    <message>
        <source>SHA-256:</source>
        <translation>SHA-256:</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::ConnectDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation>Mit einem Server verbinden</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Takes the chosen server off this list, with its password</source>
        <translation>Streicht den gewählten Server samt Passwort von dieser Liste</translation>
    </message>
    <message>
        <source>Start a &amp;local server</source>
        <translation>&amp;Lokalen Server starten</translation>
    </message>
    <message>
        <source>Starts a server on this machine, for as long as this program runs</source>
        <translation>Startet einen Server auf diesem Rechner, solange dieses Programm läuft</translation>
    </message>
    <message>
        <source>https://chat.example.org</source>
        <translation>https://chat.example.org</translation>
    </message>
    <message>
        <source>&amp;Remember the password in the keychain</source>
        <translation>Passwort im Schlüsselbund &amp;merken</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Operator name</source>
        <translation>&amp;Operatorname</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1, encrypted</source>
        <translation>%1, verschlüsselt</translation>
    </message>
    <message>
        <source>%1, not encrypted</source>
        <translation>%1, unverschlüsselt</translation>
    </message>
    <message>
        <source>This is not an address. Write for example chat.example.org or https://chat.example.org.</source>
        <translation>Das ist keine Adresse. Richtig ist zum Beispiel chat.example.org oder https://chat.example.org.</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung zu %1 wird aufgebaut…</translation>
    </message>
    <message>
        <source>Starting a server on this machine…</source>
        <translation>Auf diesem Rechner wird ein Server gestartet…</translation>
    </message>
    <message>
        <source>You can try again in %1 s.</source>
        <translation>Ein neuer Versuch ist in %1 s möglich.</translation>
    </message>
    <message>
        <source>of the authenticator, or a recovery code</source>
        <translation>der Authenticator-App oder ein Notfallcode</translation>
    </message>
    <message>
        <source>Co&amp;de</source>
        <translation>Co&amp;de</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::ConnectionActions</name>
    <message>
        <source>Kick…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Close the connections that are chosen (Delete)</source>
        <translation>Die gewählten Verbindungen schließen (Entf)</translation>
    </message>
    <message>
        <source>Ban…</source>
        <translation>Sperren…</translation>
    </message>
    <message>
        <source>Keep the users or addresses that are chosen out (Ctrl+B)</source>
        <translation>Die gewählten Benutzer oder Adressen fernhalten (Strg+B)</translation>
    </message>
    <message>
        <source>Mute…</source>
        <translation>Stummschalten…</translation>
    </message>
    <message>
        <source>Let those who are chosen read but not write (Ctrl+M)</source>
        <translation>Die Gewählten lesen, aber nicht schreiben lassen (Strg+M)</translation>
    </message>
    <message>
        <source>Message…</source>
        <translation>Nachricht…</translation>
    </message>
    <message>
        <source>Say something to the one that is chosen (Ctrl+Return)</source>
        <translation>Der gewählten Verbindung etwas sagen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Trace…</source>
        <translation>Mitlesen…</translation>
    </message>
    <message>
        <source>Look at the frames of the connection that is chosen (Ctrl+T)</source>
        <translation>Die Frames der gewählten Verbindung ansehen (Strg+T)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the rows that are chosen (Ctrl+C)</source>
        <translation>Die gewählten Zeilen kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Kick all that match…</source>
        <translation>Alle passenden entfernen…</translation>
    </message>
    <message>
        <source>Close every connection that fits the filters, also those further down</source>
        <translation>Jede Verbindung schließen, auf die die Filter zutreffen, auch weiter unten</translation>
    </message>
    <message>
        <source>Ban the address…</source>
        <translation>Adresse sperren…</translation>
    </message>
    <message numerus="yes">
        <source>Kick %n…</source>
        <translation>
            <numerusform>%n entfernen…</numerusform>
            <numerusform>%n entfernen…</numerusform>
        </translation>
    </message>
    <message>
        <source>The chosen connections could not be read: %1</source>
        <translation>Die gewählten Verbindungen konnten nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Ban the device…</source>
        <translation>Gerät sperren…</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::ConnectionsPage</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Find connections</source>
        <translation>Verbindungen suchen</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filter…</translation>
    </message>
    <message>
        <source>Add a condition on a column</source>
        <translation>Bedingung für eine Spalte hinzufügen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Choose the columns</source>
        <translation>Spalten auswählen</translation>
    </message>
    <message>
        <source>Only the address %1</source>
        <translation>Nur die Adresse %1</translation>
    </message>
    <message>
        <source>Only the user %1</source>
        <translation>Nur Benutzer %1</translation>
    </message>
    <message>
        <source>Only the room %1</source>
        <translation>Nur den Raum %1</translation>
    </message>
    <message>
        <source>%1 of %2 open</source>
        <translation>%1 von %2 offenen</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>The list could not be renewed: %1</source>
        <translation>Die Liste konnte nicht aktualisiert werden: %1</translation>
    </message>
    <message>
        <source>The list cannot be shown</source>
        <translation>Die Liste kann nicht angezeigt werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>None of the open connections fits what you are looking for.</source>
        <translation>Keine der offenen Verbindungen passt zur Suche.</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>Nobody is connected</source>
        <translation>Niemand ist verbunden</translation>
    </message>
    <message>
        <source>As soon as somebody opens the chat, they appear here.</source>
        <translation>Wer den Chat öffnet, erscheint hier.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>All of the connection that is chosen (Ctrl+I)</source>
        <translation>Alles über die gewählte Verbindung (Strg+I)</translation>
    </message>
    <message>
        <source>Find, or room:music idle&gt;5m</source>
        <translation>Suchen, oder room:music idle&gt;5m</translation>
    </message>
    <message>
        <source>Part of a name, address or room; or conditions, each ended by a blank or Enter:
nick:anna  room:music  user:42  ip:198.51.100.  tls:no  client:js
idle&gt;5m  rtt&gt;200  queue&gt;256k  in&gt;1000  messages_in_rate&gt;5</source>
        <translation>Teil eines Namens, einer Adresse oder eines Raums; oder Bedingungen, jede mit Leerzeichen oder Eingabe beendet:
nick:anna  room:music  user:42  ip:198.51.100.  tls:no  client:js
idle&gt;5m  rtt&gt;200  queue&gt;256k  in&gt;1000  messages_in_rate&gt;5</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::ConnectionsView</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::ConsolePages</name>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Find a user</source>
        <translation>Benutzer suchen</translation>
    </message>
    <message>
        <source>Nobody with a name is connected</source>
        <translation>Niemand mit Benutzernamen ist verbunden</translation>
    </message>
    <message>
        <source>Who comes with a token appears here. Everybody else is among the connections.</source>
        <translation>Wer mit einem Token kommt, erscheint hier. Alle anderen stehen unter den Verbindungen.</translation>
    </message>
    <message>
        <source>Mute…</source>
        <translation>Stummschalten…</translation>
    </message>
    <message>
        <source>Ban…</source>
        <translation>Sperren…</translation>
    </message>
    <message>
        <source>Purge messages…</source>
        <translation>Alle Nachrichten löschen…</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Find a room</source>
        <translation>Raum suchen</translation>
    </message>
    <message>
        <source>There is no room</source>
        <translation>Es gibt keinen Raum</translation>
    </message>
    <message>
        <source>A room is there as soon as somebody is in it.</source>
        <translation>Ein Raum entsteht, sobald jemand darin ist.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Schreibschutz ein</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Schreibschutz aus</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>Regeln…</translation>
    </message>
    <message>
        <source>Find words</source>
        <translation>Wörter suchen</translation>
    </message>
    <message>
        <source>Nothing was said</source>
        <translation>Keine Nachrichten</translation>
    </message>
    <message>
        <source>There is no message of this room in the store.</source>
        <translation>Von diesem Raum ist keine Nachricht gespeichert.</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Redact…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Ban the author…</source>
        <translation>Autor sperren…</translation>
    </message>
    <message>
        <source>Mute the author…</source>
        <translation>Autor stummschalten…</translation>
    </message>
    <message>
        <source>Purge the author&apos;s messages…</source>
        <translation>Alle Nachrichten des Autors löschen…</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Nothing to look at</source>
        <translation>Keine Meldungen</translation>
    </message>
    <message>
        <source>Which reports</source>
        <translation>Welche Meldungen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Erledigen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Bans</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Mutes</source>
        <translation>Stummschaltungen</translation>
    </message>
    <message>
        <source>Find a ban</source>
        <translation>Sperre suchen</translation>
    </message>
    <message>
        <source>Find a mute</source>
        <translation>Stummschaltung suchen</translation>
    </message>
    <message>
        <source>Nobody is banned</source>
        <translation>Niemand ist gesperrt</translation>
    </message>
    <message>
        <source>Nobody is muted</source>
        <translation>Niemand ist stummgeschaltet</translation>
    </message>
    <message>
        <source>Ban users, addresses, networks and devices here, or from the other pages.</source>
        <translation>Benutzer, Adressen, Netze und Geräte lassen sich hier oder auf den anderen Seiten sperren.</translation>
    </message>
    <message>
        <source>Who is muted may read but not write.</source>
        <translation>Wer stummgeschaltet ist, darf lesen, aber nicht schreiben.</translation>
    </message>
    <message>
        <source>Which bans</source>
        <translation>Welche Sperren</translation>
    </message>
    <message>
        <source>Which mutes</source>
        <translation>Welche Stummschaltungen</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Audit-Protokoll</translation>
    </message>
    <message>
        <source>Find whom or what</source>
        <translation>Ziel suchen</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>Noch keine Einträge</translation>
    </message>
    <message>
        <source>What operators do is written down here, each entry sealed with the one before.</source>
        <translation>Hier wird festgehalten, was Operatoren tun; jeder Eintrag ist durch den vorigen versiegelt.</translation>
    </message>
    <message>
        <source>Which actions</source>
        <translation>Welche Aktionen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Lockdown</source>
        <translation>Lockdown</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Server-Protokoll</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>The log is empty</source>
        <translation>Das Protokoll ist leer</translation>
    </message>
    <message>
        <source>Nothing of this kind has been logged since the start.</source>
        <translation>Seit dem Start wurde nichts dieser Art protokolliert.</translation>
    </message>
    <message>
        <source>From which level on</source>
        <translation>Ab welcher Stufe</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Find a key</source>
        <translation>Schlüssel suchen</translation>
    </message>
    <message>
        <source>No such key</source>
        <translation>Kein solcher Schlüssel</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>No sessions</source>
        <translation>Keine Sitzungen</translation>
    </message>
    <message>
        <source>Who is logged in as an operator.</source>
        <translation>Hier steht, wer als Operator angemeldet ist.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message numerus="yes">
        <source>The chain of all %n entries is whole.</source>
        <translation>
            <numerusform>Die Kette aus %n Eintrag ist unversehrt.</numerusform>
            <numerusform>Die Kette aller %n Einträge ist unversehrt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The chain is broken at entry %1: it, or one before it, was changed from outside.</source>
        <translation>Die Kette ist bei Eintrag %1 gebrochen: Er oder ein früherer wurde von außen verändert.</translation>
    </message>
    <message>
        <source>Message…</source>
        <translation>Nachricht…</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>Operatoren</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>New records appear as they are made; without it the list stands still</source>
        <translation>Neue Einträge erscheinen, sobald es sie gibt; ohne dies steht die Liste still</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Umfeld</translation>
    </message>
    <message>
        <source>What chatters report appears here: A settles a report, D dismisses it, R takes the message away, B bans its author, Enter shows what was said around it.</source>
        <translation>Was Chatter melden, erscheint hier: A erledigt eine Meldung, D verwirft sie, R entfernt die Nachricht, B sperrt ihren Autor, die Eingabetaste zeigt, was davor und danach gesagt wurde.</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Only what this operator did</source>
        <translation>Nur, was dieser Operator getan hat</translation>
    </message>
    <message>
        <source>From when on</source>
        <translation>Ab wann</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::ContextDialog</name>
    <message>
        <source>&amp;Earlier</source>
        <translation>&amp;Früher</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
    <message>
        <source>What was said in %1</source>
        <translation>Was in %1 gesagt wurde</translation>
    </message>
    <message>
        <source>&amp;Redact…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>The messages could not be read: %1</source>
        <translation>Die Nachrichten konnten nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::DesktopNotifier</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message numerus="yes">
        <source>%n connections are chosen.</source>
        <translation>
            <numerusform>%n Verbindung ist ausgewählt.</numerusform>
            <numerusform>%n Verbindungen sind ausgewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a connection to see all of it.</source>
        <translation>Eine Verbindung auswählen, um alles über sie zu sehen.</translation>
    </message>
    <message>
        <source>It has ended; this is how it was last.</source>
        <translation>Sie ist beendet; so stand sie zuletzt da.</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::ExportJob</name>
    <message>
        <source>Stopped; there is no file.</source>
        <translation>Angehalten; es gibt keine Datei.</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::FilterBar</name>
    <message>
        <source>Remove all</source>
        <translation>Alle Filter entfernen</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Diesen Filter entfernen</translation>
    </message>
    <message>
        <source>Remove the filter: %1</source>
        <translation>Filter entfernen: %1</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::FilterDialog</name>
    <message>
        <source>Add a filter</source>
        <translation>Filter hinzufügen</translation>
    </message>
    <message>
        <source>Part of it, in any case</source>
        <translation>Teil davon, groß oder klein</translation>
    </message>
    <message>
        <source>With TLS</source>
        <translation>Mit TLS</translation>
    </message>
    <message>
        <source>Without TLS</source>
        <translation>Ohne TLS</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>Text that it contains</source>
        <translation>Enthaltener Text</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>&amp;Column:</source>
        <translation>&amp;Spalte:</translation>
    </message>
    <message>
        <source>Condition:</source>
        <translation>Bedingung:</translation>
    </message>
    <message>
        <source>Add filter</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source> seconds</source>
        <translation> Sekunden</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source> KiB</source>
        <translation> KiB</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::KickDialog</name>
    <message>
        <source>Kick</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Kick %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message numerus="yes">
        <source>Kick %n connections?</source>
        <translation>
            <numerusform>%n Verbindung entfernen?</numerusform>
            <numerusform>%n Verbindungen entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Write one or choose one; may be left empty</source>
        <translation>Eingeben oder auswählen; darf leer bleiben</translation>
    </message>
    <message>
        <source>&amp;Reason that they are shown:</source>
        <translation>&amp;Grund, der angezeigt wird:</translation>
    </message>
    <message>
        <source>The connection is closed and does not come back by itself. Nobody is kept from connecting again.</source>
        <translation>Die Verbindung wird geschlossen und kommt nicht von selbst wieder. Neu verbinden darf sich jeder.</translation>
    </message>
    <message>
        <source>&amp;Kick</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Kick %n</source>
        <translation>
            <numerusform>%n &amp;entfernen</numerusform>
            <numerusform>%n &amp;entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%1 von %2 Bytes</translation>
    </message>
    <message>
        <source>Kicking…</source>
        <translation>Wird entfernt…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 erledigt</translation>
    </message>
    <message numerus="yes">
        <source>%n kicked.</source>
        <translation>
            <numerusform>%n wurde entfernt.</numerusform>
            <numerusform>%n wurden entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had left already.</source>
        <translation>
            <numerusform>%n war schon nicht mehr da.</numerusform>
            <numerusform>%n waren schon nicht mehr da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not kicked, since you stopped.</source>
        <translation>
            <numerusform>%n wurde nicht entfernt, da angehalten wurde.</numerusform>
            <numerusform>%n wurden nicht entfernt, da angehalten wurde.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed: %1</source>
        <translation>
            <numerusform>%n schlug fehl: %1</numerusform>
            <numerusform>%n schlugen fehl: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was kicked.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
    <message>
        <source>%1 had left already.</source>
        <translation>%1 war schon nicht mehr da.</translation>
    </message>
    <message>
        <source>Not everybody was kicked</source>
        <translation>Nicht alle wurden entfernt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::LinkBanner</name>
    <message>
        <source>Connection lost – trying again in %1 s. What you see may be out of date.</source>
        <translation>Verbindung verloren – neuer Versuch in %1 s. Die Anzeige ist womöglich veraltet.</translation>
    </message>
    <message>
        <source>Connection lost – trying again now…</source>
        <translation>Verbindung verloren – neuer Versuch läuft…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden…</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::LinkStatus</name>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird aufgebaut…</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>How long the server&apos;s last answer took</source>
        <translation>Wie lange die letzte Antwort des Servers gedauert hat</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>answers in %1</source>
        <translation>antwortet in %1</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::ListExport</name>
    <message>
        <source>Comma-separated values, for spreadsheets (*.csv)</source>
        <translation>Durch Kommas getrennte Werte, für Tabellenkalkulationen (*.csv)</translation>
    </message>
    <message>
        <source>JSON Lines, with all there is (*.jsonl)</source>
        <translation>JSON Lines, mit allem, was es gibt (*.jsonl)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Writing the list…</source>
        <translation>Die Liste wird geschrieben…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are written.</source>
        <translation>
            <numerusform>%n Zeile ist geschrieben.</numerusform>
            <numerusform>%n Zeilen sind geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows were written to %1.</source>
        <translation>
            <numerusform>%n Zeile wurde in %1 geschrieben.</numerusform>
            <numerusform>%n Zeilen wurden in %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The list was not exported: %1</source>
        <translation>Die Liste wurde nicht exportiert: %1</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::LiveChart</name>
    <message>
        <source>−%1 s</source>
        <translation>−%1 s</translation>
    </message>
    <message>
        <source>−%1 min</source>
        <translation>−%1 min</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::LiveFeed</name>
    <message>
        <source>it is being traced in another window</source>
        <translation>sie wird in einem anderen Fenster mitgelesen</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::LocalServer</name>
    <message>
        <source>The program chinwagd is not installed on this machine.</source>
        <translation>Das Programm chinwagd ist auf diesem Rechner nicht installiert.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Das Verzeichnis %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>No operator could be set up for the local server.</source>
        <translation>Für den lokalen Server konnte kein Operator eingerichtet werden.</translation>
    </message>
    <message>
        <source>The local server ended before it was ready.</source>
        <translation>Der lokale Server hat sich beendet, bevor er bereit war.</translation>
    </message>
    <message>
        <source>The program %1 cannot be started: %2</source>
        <translation>Das Programm %1 kann nicht gestartet werden: %2</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::MainWindow</name>
    <message>
        <source>The password was not kept: %1</source>
        <translation>Das Passwort wurde nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Connect to a Chinwag server to see who is there and how it is doing.</source>
        <translation>Eine Verbindung zu einem Chinwag-Server zeigt, wer da ist und wie es ihm geht.</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Chinwag Admin</source>
        <translation>&amp;Über Chinwag Admin</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>&amp;Connect to a server…</source>
        <translation>&amp;Mit einem Server verbinden…</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>Verbindung &amp;trennen</translation>
    </message>
    <message>
        <source>&amp;Log out</source>
        <translation>&amp;Abmelden</translation>
    </message>
    <message>
        <source>Open the chat &amp;page</source>
        <translation>Chat-&amp;Seite öffnen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;Übersicht</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>&amp;Verbindungen</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Chinwag Admin</source>
        <translation>Chinwag Admin</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
        <source>About Chinwag Admin</source>
        <translation>Über Chinwag Admin</translation>
    </message>
    <message>
        <source>&lt;b&gt;Chinwag Admin %1&lt;/b&gt;</source>
        <translation>&lt;b&gt;Chinwag Admin %1&lt;/b&gt;</translation>
    </message>
    <message>
        <source>The console for the operators of a Chinwag chat server.

Licensed under the GNU General Public License, version 3 or later. Uses Qt %1.</source>
        <translation>Die Konsole für die Operatoren eines Chinwag-Chatservers.

Lizenziert unter der GNU General Public License, Version 3 oder neuer. Benutzt Qt %1.</translation>
    </message>
    <message>
        <source>A&amp;lerts…</source>
        <translation>&amp;Warnungen…</translation>
    </message>
    <message>
        <source>&amp;Export the list…</source>
        <translation>Liste &amp;exportieren…</translation>
    </message>
    <message>
        <source>S&amp;ettings</source>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Reasons…</source>
        <translation>&amp;Gründe…</translation>
    </message>
    <message>
        <source>The password is still in the keychain: %1</source>
        <translation>Das Passwort steht noch im Schlüsselbund: %1</translation>
    </message>
    <message>
        <source>What you set here is lost with the end of the program: %1 cannot be written.</source>
        <translation>Was Sie hier einstellen, geht mit dem Ende des Programms verloren: %1 lässt sich nicht schreiben.</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::ModerationDesk</name>
    <message>
        <source>Ban</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Ban whom?</source>
        <translation>Wen sperren?</translation>
    </message>
    <message>
        <source>Mute whom?</source>
        <translation>Wen stummschalten?</translation>
    </message>
    <message>
        <source>Ban %1?</source>
        <translation>%1 sperren?</translation>
    </message>
    <message>
        <source>Mute %1?</source>
        <translation>%1 stummschalten?</translation>
    </message>
    <message>
        <source>Their connections are closed now, and new ones are refused. A ban can be lifted at any time.</source>
        <translation>Bestehende Verbindungen werden sofort geschlossen, neue abgewiesen. Eine Sperre lässt sich jederzeit aufheben.</translation>
    </message>
    <message>
        <source>They may read but not write. A mute can be lifted at any time.</source>
        <translation>Lesen bleibt erlaubt, schreiben nicht. Eine Stummschaltung lässt sich jederzeit aufheben.</translation>
    </message>
    <message>
        <source>&amp;Ban</source>
        <translation>&amp;Sperren</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>&amp;Stummschalten</translation>
    </message>
    <message>
        <source>Wha&amp;t:</source>
        <translation>&amp;Art:</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Network (CIDR)</source>
        <translation>Netz (CIDR)</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>&amp;Who:</source>
        <translation>&amp;Wer:</translation>
    </message>
    <message>
        <source>A user, 198.51.100.7 or 198.51.100.0/24</source>
        <translation>Benutzer, 198.51.100.7 oder 198.51.100.0/24</translation>
    </message>
    <message>
        <source>R&amp;oom:</source>
        <translation>Rau&amp;m:</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>&amp;Note:</source>
        <translation>&amp;Notiz:</translation>
    </message>
    <message>
        <source>For operators only</source>
        <translation>Nur für Operatoren</translation>
    </message>
    <message>
        <source>&amp;For:</source>
        <translation>&amp;Dauer:</translation>
    </message>
    <message>
        <source>They are told this</source>
        <translation>Wird den Betroffenen mitgeteilt</translation>
    </message>
    <message>
        <source>%1 is banned.</source>
        <translation>%1 ist gesperrt.</translation>
    </message>
    <message>
        <source>%1 is muted.</source>
        <translation>%1 ist stummgeschaltet.</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Rückgängig gemacht.</translation>
    </message>
    <message numerus="yes">
        <source>%n bans lifted.</source>
        <translation>
            <numerusform>%n Sperre aufgehoben.</numerusform>
            <numerusform>%n Sperren aufgehoben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mutes lifted.</source>
        <translation>
            <numerusform>%n Stummschaltung aufgehoben.</numerusform>
            <numerusform>%n Stummschaltungen aufgehoben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Rules of %1</source>
        <translation>Regeln von %1</translation>
    </message>
    <message>
        <source>In slow mode everybody writes one message in so many seconds; 0 is no slow mode. In a locked room only operators write.</source>
        <translation>Im Langsammodus schreibt jeder nur eine Nachricht in so vielen Sekunden; 0 schaltet ihn aus. Bei Schreibschutz schreiben nur Operatoren.</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>&amp;Locked:</source>
        <translation>&amp;Schreibschutz:</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>&amp;Slow mode, seconds:</source>
        <translation>&amp;Langsammodus, Sekunden:</translation>
    </message>
    <message>
        <source>For the audit log</source>
        <translation>Für das Audit-Protokoll</translation>
    </message>
    <message>
        <source>The rules of %1 are in force.</source>
        <translation>Die Regeln von %1 sind in Kraft.</translation>
    </message>
    <message>
        <source>Locked from the console</source>
        <translation>Schreibschutz von der Konsole aus eingeschaltet</translation>
    </message>
    <message>
        <source>Unlocked from the console</source>
        <translation>Schreibschutz von der Konsole aus ausgeschaltet</translation>
    </message>
    <message>
        <source>%1 is locked.</source>
        <translation>%1 ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>%1 is open again.</source>
        <translation>%1 ist nicht mehr schreibgeschützt.</translation>
    </message>
    <message>
        <source>Redact</source>
        <translation>Nachricht löschen</translation>
    </message>
    <message>
        <source>Take this message away?</source>
        <translation>Diese Nachricht löschen?</translation>
    </message>
    <message>
        <source>Re&amp;dact</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>The message is gone.</source>
        <translation>Die Nachricht ist gelöscht.</translation>
    </message>
    <message>
        <source>Purge</source>
        <translation>Nachrichten löschen</translation>
    </message>
    <message>
        <source>Take all messages of %1 away?</source>
        <translation>Alle Nachrichten von %1 löschen?</translation>
    </message>
    <message>
        <source>They disappear from every screen and from the history. This cannot be undone.</source>
        <translation>Sie verschwinden von allen Bildschirmen und aus dem Verlauf. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>&amp;Purge</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Every room</source>
        <translation>Alle Räume</translation>
    </message>
    <message numerus="yes">
        <source>%n messages of %1 are gone.</source>
        <translation>
            <numerusform>%n Nachricht von %1 ist gelöscht.</numerusform>
            <numerusform>%n Nachrichten von %1 sind gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reports dismissed.</source>
        <translation>
            <numerusform>%n Meldung verworfen.</numerusform>
            <numerusform>%n Meldungen verworfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reports settled.</source>
        <translation>
            <numerusform>%n Meldung erledigt.</numerusform>
            <numerusform>%n Meldungen erledigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lockdown</source>
        <translation>Lockdown</translation>
    </message>
    <message>
        <source>Who may come in?</source>
        <translation>Wer darf herein?</translation>
    </message>
    <message>
        <source>Who is in stays in, but for the last level, which leaves staff only.</source>
        <translation>Wer schon da ist, bleibt; nur bei der letzten Stufe bleibt allein das Team.</translation>
    </message>
    <message>
        <source>&amp;Level:</source>
        <translation>&amp;Stufe:</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Nobody without a name</source>
        <translation>Niemand ohne Benutzernamen</translation>
    </message>
    <message>
        <source>Nobody new</source>
        <translation>Niemand Neues</translation>
    </message>
    <message>
        <source>Staff only</source>
        <translation>Nur das Team</translation>
    </message>
    <message>
        <source>Who is turned away is told this</source>
        <translation>Wird den Abgewiesenen mitgeteilt</translation>
    </message>
    <message>
        <source>The lockdown is over.</source>
        <translation>Der Lockdown ist beendet.</translation>
    </message>
    <message>
        <source>The lockdown is in force.</source>
        <translation>Der Lockdown ist in Kraft.</translation>
    </message>
    <message>
        <source>Kick</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Kick all that match?</source>
        <translation>Alle passenden entfernen?</translation>
    </message>
    <message>
        <source>Every connection for which this holds is closed: %1. They may come back.</source>
        <translation>Jede Verbindung, für die das gilt, wird geschlossen: %1. Sie dürfen wiederkommen.</translation>
    </message>
    <message>
        <source>&amp;Kick all</source>
        <translation>Alle &amp;entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n kicked.</source>
        <translation>
            <numerusform>%n wurde entfernt.</numerusform>
            <numerusform>%n wurden entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>Nachricht an %1</translation>
    </message>
    <message>
        <source>Nobody else hears it, and no history keeps it. The audit log does.</source>
        <translation>Niemand sonst hört es, und kein Verlauf behält es. Das Audit-Protokoll schon.</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>&amp;Message:</source>
        <translation>&amp;Nachricht:</translation>
    </message>
    <message>
        <source>%1 was told.</source>
        <translation>%1 hat die Nachricht bekommen.</translation>
    </message>
    <message>
        <source>Message in %1</source>
        <translation>Nachricht in %1</translation>
    </message>
    <message>
        <source>Everybody in the room sees it, under your name as an operator.</source>
        <translation>Alle im Raum sehen sie, unter Ihrem Operatornamen.</translation>
    </message>
    <message>
        <source>&amp;As:</source>
        <translation>&amp;Als:</translation>
    </message>
    <message>
        <source>A notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>A message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>It is said in %1.</source>
        <translation>In %1 ist es gesagt.</translation>
    </message>
    <message numerus="yes">
        <source>Take %n messages away?</source>
        <translation>
            <numerusform>%n Nachricht entfernen?</numerusform>
            <numerusform>%n Nachrichten entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>They disappear from every screen and from the history; tombstones stay. This cannot be undone.</source>
        <translation>Sie verschwinden von jedem Bildschirm und aus dem Verlauf; ein Vermerk bleibt. Das kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n messages are gone.</source>
        <translation>
            <numerusform>%n Nachricht ist entfernt.</numerusform>
            <numerusform>%n Nachrichten sind entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ban %n targets?</source>
        <translation>
            <numerusform>%n Ziel sperren?</numerusform>
            <numerusform>%n Ziele sperren?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mute %n targets?</source>
        <translation>
            <numerusform>%n Ziel stummschalten?</numerusform>
            <numerusform>%n Ziele stummschalten?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n banned.</source>
        <translation>
            <numerusform>%n gesperrt.</numerusform>
            <numerusform>%n gesperrt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n muted.</source>
        <translation>
            <numerusform>%n stummgeschaltet.</numerusform>
            <numerusform>%n stummgeschaltet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinwag::admin::NavigationList</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>%1, %2 waiting</source>
        <translation>%1, %2 offen</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 offen</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Charts of the last</source>
        <translation>Diagramme der letzten</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Charts of the last %1 min</source>
        <translation>Diagramme der letzten %1 min</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Messages in / s</source>
        <translation>Nachrichten ein / s</translation>
    </message>
    <message>
        <source>Deliveries / s</source>
        <translation>Zustellungen / s</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>In Warteschlangen</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Messages in a second</source>
        <translation>Nachrichten ein pro Sekunde</translation>
    </message>
    <message>
        <source>Deliveries a second</source>
        <translation>Zustellungen pro Sekunde</translation>
    </message>
    <message>
        <source>%1 WebSocket, %2 HTTP</source>
        <translation>%1 WebSocket, %2 HTTP</translation>
    </message>
    <message>
        <source>%1 since the start</source>
        <translation>%1 seit dem Start</translation>
    </message>
    <message>
        <source>to clients that read slowly</source>
        <translation>an langsam lesende Clients</translation>
    </message>
    <message>
        <source>%1 of %2 descriptors</source>
        <translation>%1 von %2 Deskriptoren</translation>
    </message>
    <message numerus="yes">
        <source>of one core; %n workers</source>
        <translation>
            <numerusform>eines Kerns; %n Worker</numerusform>
            <numerusform>eines Kerns; %n Worker</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Delivery, median</source>
        <translation>Zustellung, Median</translation>
    </message>
    <message>
        <source>Delivery, 99th percentile</source>
        <translation>Zustellung, 99. Perzentil</translation>
    </message>
    <message>
        <source>Handshake, 99th percentile</source>
        <translation>Handshake, 99. Perzentil</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>version %1, Qt %2</source>
        <translation>Version %1, Qt %2</translation>
    </message>
    <message>
        <source>Not well</source>
        <translation>Nicht gut</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::PasswordEdit</name>
    <message>
        <source>Show the password</source>
        <translation>Passwort anzeigen</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::ReasonsDialog</name>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>Reasons to choose from</source>
        <translation>Gründe zur Auswahl</translation>
    </message>
    <message>
        <source>One on each line. They are offered wherever a reason is asked for, and can be changed there.</source>
        <translation>Einer in jeder Zeile. Sie werden angeboten, wo nach einem Grund gefragt wird, und können dort geändert werden.</translation>
    </message>
    <message>
        <source>Reasons, one on each line</source>
        <translation>Gründe, einer in jeder Zeile</translation>
    </message>
    <message>
        <source>The usual ones</source>
        <translation>Die üblichen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::RowDialog</name>
    <message>
        <source>All fields of the row</source>
        <translation>Alle Felder der Zeile</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::ServerLink</name>
    <message>
        <source>there is no token in the answer.</source>
        <translation>In der Antwort ist kein Token.</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::ServerList</name>
    <message>
        <source>No servers saved yet. Those that you connect to are listed here, and one that is chosen fills in the form.</source>
        <translation>Noch keine Server gespeichert. Hier stehen die, mit denen Sie verbunden waren; wer einen auswählt, füllt damit das Formular aus.</translation>
    </message>
    <message>
        <source>Servers that you have been connected to</source>
        <translation>Server, mit denen schon eine Verbindung bestand</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::ServerPage</name>
    <message>
        <source>Everybody may come in.</source>
        <translation>Alle dürfen herein.</translation>
    </message>
    <message>
        <source>Nobody without a name may come in.</source>
        <translation>Niemand ohne Benutzernamen darf herein.</translation>
    </message>
    <message>
        <source>Nobody new may come in.</source>
        <translation>Niemand Neues darf herein.</translation>
    </message>
    <message>
        <source>Staff only.</source>
        <translation>Nur das Team darf herein.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Lockdown</source>
        <translation>Lockdown</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Drain</source>
        <translation>Räumen und beenden</translation>
    </message>
    <message>
        <source>Drain…</source>
        <translation>Räumen…</translation>
    </message>
    <message>
        <source>Reads certificates, keys of tokens and what else may change while it runs again, as SIGHUP does.</source>
        <translation>Liest Zertifikate, Token-Schlüssel und was sich sonst im Betrieb ändern darf neu ein, wie SIGHUP.</translation>
    </message>
    <message>
        <source>Takes nobody in any more, sends everybody away in waves, and ends. Who looks after the server has to start it again.</source>
        <translation>Lässt niemanden mehr herein, verabschiedet alle in Wellen und beendet den Server. Er muss dann von Hand wieder gestartet werden.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Up for</source>
        <translation>Läuft seit</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Descriptors in use</source>
        <translation>Deskriptoren belegt</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Datenspeicher</translation>
    </message>
    <message>
        <source>Until %1.</source>
        <translation>Bis %1.</translation>
    </message>
    <message>
        <source>Until it is ended.</source>
        <translation>Bis er beendet wird.</translation>
    </message>
    <message>
        <source>It was not reloaded: %1</source>
        <translation>Das Neuladen ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>The configuration was read again.</source>
        <translation>Die Konfiguration wurde neu eingelesen.</translation>
    </message>
    <message>
        <source>Drain and end %1?</source>
        <translation>%1 räumen und beenden?</translation>
    </message>
    <message>
        <source>Everybody is sent away and may come back when the server has been started again. Enter the name of the server, %1, to confirm.</source>
        <translation>Alle werden verabschiedet und dürfen wiederkommen, sobald der Server wieder gestartet ist. Zur Bestätigung den Namen des Servers eingeben: %1.</translation>
    </message>
    <message>
        <source>&amp;Drain</source>
        <translation>&amp;Räumen</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>The server is draining.</source>
        <translation>Der Server wird geräumt.</translation>
    </message>
    <message>
        <source>The configuration was read again. What takes a restart: %1</source>
        <translation>Die Konfiguration wurde neu eingelesen. Einen Neustart brauchen: %1</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Nothing is kept</source>
        <translation>Es wird nichts aufbewahrt</translation>
    </message>
    <message>
        <source>Takes people in</source>
        <translation>Nimmt auf</translation>
    </message>
    <message>
        <source>Who is turned away is told: %1</source>
        <translation>Wer abgewiesen wird, erfährt: %1</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::TablePage</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 und mehr</translation>
    </message>
    <message>
        <source>The list could not be renewed: %1</source>
        <translation>Die Liste konnte nicht aktualisiert werden: %1</translation>
    </message>
    <message>
        <source>The list cannot be shown</source>
        <translation>Die Liste kann nicht angezeigt werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>There is nothing that fits what you are looking for.</source>
        <translation>Nichts passt zur Suche.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles anzeigen</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Einzelheiten…</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::TraceDialog</name>
    <message>
        <source>The time is over.</source>
        <translation>Die Zeit ist um.</translation>
    </message>
    <message>
        <source>The connection has ended.</source>
        <translation>Die Verbindung ist beendet.</translation>
    </message>
    <message>
        <source>Another operator traces this connection now.</source>
        <translation>Jetzt liest jemand anderes diese Verbindung mit.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>With what is said</source>
        <translation>Mit dem, was gesagt wird</translation>
    </message>
    <message>
        <source>Trace of %1</source>
        <translation>Mitlesen bei %1</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Frames</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Otherwise kinds and lengths alone. That you look goes on record.</source>
        <translation>Sonst nur Arten und Längen. Dass Sie mitlesen, wird protokolliert.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The live feed of the server is not connected, and a trace comes by it. A proxy on the way may let no WebSocket through.</source>
        <translation>Der Live-Feed des Servers ist nicht verbunden, und über ihn käme das Mitgelesene. Vielleicht lässt ein Proxy unterwegs keinen WebSocket durch.</translation>
    </message>
    <message>
        <source>The connection cannot be traced: %1.</source>
        <translation>Die Verbindung lässt sich nicht mitlesen: %1.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Watching…</source>
        <translation>Es wird mitgelesen…</translation>
    </message>
    <message numerus="yes">
        <source>%n frames.</source>
        <translation>
            <numerusform>%n Frame.</numerusform>
            <numerusform>%n Frames.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more went by too fast to be shown.</source>
        <translation>
            <numerusform>%n weiterer kam zu schnell, um gezeigt zu werden.</numerusform>
            <numerusform>%n weitere kamen zu schnell, um gezeigt zu werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>What the client and the server say to each other is shown here.</source>
        <translation>Hier erscheint, was Client und Server einander sagen.</translation>
    </message>
    <message>
        <source>Save the trace</source>
        <translation>Das Mitgelesene speichern</translation>
    </message>
    <message>
        <source>Text with tabs (*.txt)</source>
        <translation>Text mit Tabulatoren (*.txt)</translation>
    </message>
    <message>
        <source>The trace was saved.</source>
        <translation>Das Mitgelesene ist gespeichert.</translation>
    </message>
    <message>
        <source>The trace was not saved: %1</source>
        <translation>Das Mitgelesene wurde nicht gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::TraceModel</name>
    <message>
        <source>from the client</source>
        <translation>vom Client</translation>
    </message>
    <message>
        <source>to the client</source>
        <translation>zum Client</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::UndoBar</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>chinwag::admin::VictimList</name>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is kicked</source>
        <translation>Wer entfernt wird</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Chinwag Admin</source>
        <translation>Chinwag Admin</translation>
    </message>
    <message>
        <source>The console for the operators of a Chinwag chat server.</source>
        <translation>Die Konsole für die Operatoren eines Chinwag-Chatservers.</translation>
    </message>
    <message>
        <source>The server to connect to.</source>
        <translation>Der Server, mit dem verbunden wird.</translation>
    </message>
</context>
</TS>
