<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AppDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Bubble</name>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>This message was taken back.</source>
        <translation>Diese Nachricht wurde zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>ChatBar</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Strg+L</translation>
    </message>
    <message>
        <source>Look of the desktop</source>
        <translation>Wie der Desktop</translation>
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
        <source>Join a room…</source>
        <translation>Einen Raum betreten…</translation>
    </message>
    <message>
        <source>Do not pin this room any more</source>
        <translation>Diesen Raum nicht mehr anheften</translation>
    </message>
    <message>
        <source>Pin this room</source>
        <translation>Diesen Raum anheften</translation>
    </message>
    <message>
        <source>Notify me of this room again</source>
        <translation>Mich wieder aus diesem Raum benachrichtigen</translation>
    </message>
    <message>
        <source>Do not notify me of this room</source>
        <translation>Mich aus diesem Raum nicht benachrichtigen</translation>
    </message>
    <message>
        <source>Leave this room…</source>
        <translation>Diesen Raum verlassen…</translation>
    </message>
    <message>
        <source>Leave the server</source>
        <translation>Den Server verlassen</translation>
    </message>
    <message>
        <source>Muted and banned people…</source>
        <translation>Stummgeschaltete und Ausgesperrte…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Strg+,</translation>
    </message>
    <message>
        <source>Keyboard…</source>
        <translation>Tastatur…</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Unlock this room</source>
        <translation>Diesen Raum entsperren</translation>
    </message>
    <message>
        <source>Lock this room</source>
        <translation>Diesen Raum sperren</translation>
    </message>
    <message>
        <source>Slow mode…</source>
        <translation>Langsamer Modus…</translation>
    </message>
</context>
<context>
    <name>ChoiceButton</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>CloseRule</name>
    <message>
        <source>%1 The reason given: %2</source>
        <translation>%1 Der genannte Grund: %2</translation>
    </message>
    <message>
        <source>A moderator of this server removed you from the chat. No reason was given.</source>
        <translation>Ein Moderator dieses Servers hat Sie aus dem Chat entfernt. Ein Grund wurde nicht genannt.</translation>
    </message>
    <message>
        <source>A moderator of this server removed you from the chat. The reason given: %1</source>
        <translation>Ein Moderator dieses Servers hat Sie aus dem Chat entfernt. Der genannte Grund: %1</translation>
    </message>
    <message>
        <source>The server ended the connection (code %1).</source>
        <translation>Der Server hat die Verbindung beendet (Code %1).</translation>
    </message>
    <message>
        <source>The server ended the connection: %1 (code %2).</source>
        <translation>Der Server hat die Verbindung beendet: %1 (Code %2).</translation>
    </message>
    <message>
        <source>The server is shutting down or restarting.</source>
        <translation>Der Server wird beendet oder neu gestartet.</translation>
    </message>
    <message>
        <source>The server ended the connection because it was too slow for the messages coming in.</source>
        <translation>Der Server hat die Verbindung beendet, weil sie für die ankommenden Nachrichten zu langsam war.</translation>
    </message>
    <message>
        <source>The server ended the connection because a message was too long.</source>
        <translation>Der Server hat die Verbindung beendet, weil eine Nachricht zu lang war.</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>Die Verbindung ist abgebrochen.</translation>
    </message>
    <message>
        <source>%1 This holds until %2.</source>
        <translation>%1 Das gilt bis %2.</translation>
    </message>
    <message>
        <source>A moderator has banned you from this server.</source>
        <translation>Ein Moderator hat Sie von diesem Server ausgeschlossen.</translation>
    </message>
    <message>
        <source>This server is locked down and lets nobody new in for now.</source>
        <translation>Dieser Server ist abgeriegelt und lässt vorerst niemanden mehr herein.</translation>
    </message>
    <message>
        <source>This server wants a log-in token that it knows. Yours is wrong, or you have given none.</source>
        <translation>Dieser Server verlangt ein Anmelde-Token, das er kennt. Ihres ist falsch, oder Sie haben keines angegeben.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Joins a chat room on a Chinwag server.</source>
        <translation>Betritt einen Chatraum auf einem Chinwag-Server.</translation>
    </message>
    <message>
        <source>Server to connect to.</source>
        <translation>Server, mit dem verbunden wird.</translation>
    </message>
    <message>
        <source>Nickname to have.</source>
        <translation>Spitzname, den man trägt.</translation>
    </message>
    <message>
        <source>Room to be in.</source>
        <translation>Raum, in den man geht.</translation>
    </message>
    <message>
        <source>Show a made-up chat without a network.</source>
        <translation>Einen erfundenen Chat ohne Netz zeigen.</translation>
    </message>
    <message>
        <source>Show this text.</source>
        <translation>Diesen Text zeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version zeigen.</translation>
    </message>
    <message>
        <source>There can be only one address.</source>
        <translation>Es kann nur eine Adresse geben.</translation>
    </message>
</context>
<context>
    <name>CompletionList</name>
    <message>
        <source>People to mention</source>
        <translation>Leute zum Erwähnen</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emojis</translation>
    </message>
</context>
<context>
    <name>CompletionPopup</name>
    <message>
        <source>%1, suggestion %2 of %3</source>
        <translation>%1, Vorschlag %2 von %3</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message numerus="yes">
        <source>This message is %n character(s) too long to be sent.</source>
        <translation>
            <numerusform>Diese Nachricht ist %n Zeichen zu lang zum Senden.</numerusform>
            <numerusform>Diese Nachricht ist %n Zeichen zu lang zum Senden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>Noch %n Zeichen</numerusform>
            <numerusform>Noch %n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Write to %1 as %2</source>
        <translation>An %1 schreiben, als %2</translation>
    </message>
    <message>
        <source>Emoji (%1)</source>
        <translation>Emoji (%1)</translation>
    </message>
    <message>
        <source>This room is locked</source>
        <translation>Dieser Raum ist gesperrt</translation>
    </message>
</context>
<context>
    <name>ConnectHeading</name>
    <message>
        <source>Join a room and talk.</source>
        <translation>In einen Raum gehen und reden.</translation>
    </message>
</context>
<context>
    <name>ConnectPage</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>Spitzname</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Log-in token</source>
        <translation>Anmelde-Token</translation>
    </message>
    <message>
        <source>I have a log-in token</source>
        <translation>Ich habe ein Anmelde-Token</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The one that is kept</source>
        <translation>Das aufgehobene</translation>
    </message>
    <message>
        <source>Another one takes its place.</source>
        <translation>Ein anderes tritt an seine Stelle.</translation>
    </message>
    <message>
        <source>A log-in link in the first field brings one along.</source>
        <translation>Ein Anmelde-Link im ersten Feld bringt eines mit.</translation>
    </message>
    <message>
        <source>No keychain answers, so it is not kept when the program ends. A log-in link in the first field brings one along.</source>
        <translation>Kein Schlüsselbund antwortet, daher wird es nicht aufgehoben, wenn das Programm endet. Ein Anmelde-Link im ersten Feld bringt eines mit.</translation>
    </message>
    <message>
        <source>Remember it in the keychain</source>
        <translation>Im Schlüsselbund aufheben</translation>
    </message>
    <message>
        <source>Until this server is forgotten, or does not take it any more.</source>
        <translation>Bis dieser Server vergessen wird oder es nicht mehr annimmt.</translation>
    </message>
    <message>
        <source>Asking the keychain…</source>
        <translation>Schlüsselbund wird gefragt…</translation>
    </message>
</context>
<context>
    <name>DeliveryLine</name>
    <message>
        <source>Not confirmed.</source>
        <translation>Nicht bestätigt.</translation>
    </message>
    <message>
        <source>Will be sent when the connection is back</source>
        <translation>Wird gesendet, sobald die Verbindung zurück ist</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>DemoLink</name>
    <message>
        <source>Morning! The delivery for hall 4 is in.</source>
        <translation>Morgen! Die Lieferung für Halle 4 ist da.</translation>
    </message>
    <message>
        <source>Twelve crates, none of them labelled.</source>
        <translation>Zwölf Kisten, keine davon beschriftet.</translation>
    </message>
    <message>
        <source>Of course. I can be there in *ten minutes* and sort them.</source>
        <translation>Natürlich. Ich kann in *zehn Minuten* da sein und sie sortieren.</translation>
    </message>
    <message>
        <source>The floor plan is at https://plans.example/hall-4 (the second sheet). Exit C is behind the coffee bar, which the fire brigade will not like.</source>
        <translation>Der Hallenplan ist unter https://plans.example/hall-4 (zweites Blatt). Ausgang C liegt hinter der Kaffeebar, das wird der Feuerwehr nicht gefallen.</translation>
    </message>
    <message>
        <source>Then the queue can go along the windows, which is **nicer anyway**:

1. move the bar
2. move the queue
3. coffee</source>
        <translation>Dann kann die Schlange an den Fenstern entlang, das ist **ohnehin schöner**:

1. Bar verschieben
2. Schlange verlegen
3. Kaffee</translation>
    </message>
    <message>
        <source>Step 3 has my full support ☕</source>
        <translation>Schritt 3 hat meine volle Unterstützung ☕</translation>
    </message>
    <message>
        <source>I have the labels now, printing.</source>
        <translation>Ich habe jetzt die Aufkleber, sie werden gedruckt.</translation>
    </message>
    <message>
        <source>Bar is moved. It was heavier than it looks.</source>
        <translation>Die Bar ist verschoben. Sie war schwerer, als sie aussieht.</translation>
    </message>
    <message>
        <source>Doors at nine, then?</source>
        <translation>Einlass also um neun?</translation>
    </message>
    <message>
        <source>Lunch is soup, or soup.</source>
        <translation>Mittags gibt es Suppe oder Suppe.</translation>
    </message>
    <message>
        <source>Then I take the soup.</source>
        <translation>Dann nehme ich die Suppe.</translation>
    </message>
    <message>
        <source>Two portions are left.</source>
        <translation>Zwei Portionen sind noch da.</translation>
    </message>
    <message>
        <source>@%1, one of them is yours.</source>
        <translation>@%1, eine davon ist für dich.</translation>
    </message>
    <message>
        <source>Do you have the key for the store room?</source>
        <translation>Hast du den Schlüssel zum Lager?</translation>
    </message>
</context>
<context>
    <name>DirectoryDelegate</name>
    <message numerus="yes">
        <source>#%1, %n people</source>
        <translation>
            <numerusform>#%1, %n Person</numerusform>
            <numerusform>#%1, %n Personen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftLine</name>
    <message>
        <source>Edit message</source>
        <translation>Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Antwort an %1</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Anonym</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Do not change it</source>
        <translation>Nicht ändern</translation>
    </message>
    <message>
        <source>Do not answer it</source>
        <translation>Nicht antworten</translation>
    </message>
</context>
<context>
    <name>EmojiPicker</name>
    <message>
        <source>Search emoji</source>
        <translation>Emojis suchen</translation>
    </message>
    <message>
        <source>There is no emoji of that name.</source>
        <translation>Es gibt kein Emoji, das so heißt.</translation>
    </message>
    <message>
        <source>What you use will be found here.</source>
        <translation>Was Sie benutzen, finden Sie hier wieder.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>It is quiet in here</source>
        <translation>Hier ist es still</translation>
    </message>
    <message>
        <source>You are in no room</source>
        <translation>Sie sind in keinem Raum</translation>
    </message>
    <message>
        <source>Say hello: everybody in %1 hears it at once.</source>
        <translation>Sagen Sie Hallo: Alle in %1 hören es sofort.</translation>
    </message>
    <message>
        <source>Join one, or wait until somebody writes to you.</source>
        <translation>Betreten Sie einen, oder warten Sie, bis Ihnen jemand schreibt.</translation>
    </message>
    <message>
        <source>Join a room…</source>
        <translation>Einen Raum betreten…</translation>
    </message>
</context>
<context>
    <name>Endpoint</name>
    <message>
        <source>This is no address of a server. Write one such as chat.example.org or localhost:8000.</source>
        <translation>Das ist keine Adresse eines Servers. Schreiben Sie eine wie chat.example.org oder localhost:8000.</translation>
    </message>
    <message>
        <source>Write the address of a server, such as chat.example.org.</source>
        <translation>Schreiben Sie die Adresse eines Servers, etwa chat.example.org.</translation>
    </message>
    <message>
        <source>Addresses begin with https://, http://, wss:// or ws://, not with %1://.</source>
        <translation>Adressen beginnen mit https://, http://, wss:// oder ws://, nicht mit %1://.</translation>
    </message>
    <message>
        <source>An address must not have a name or a password in front of the host.</source>
        <translation>Vor dem Namen des Servers darf weder ein Benutzername noch ein Passwort stehen.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
</context>
<context>
    <name>IgnoredLine</name>
    <message>
        <source>Ignored message</source>
        <translation>Ignorierte Nachricht</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>JumpButton</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n neue Nachricht</numerusform>
            <numerusform>%n neue Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Latest messages</source>
        <translation>Neueste Nachrichten</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Go to %1?</source>
        <translation>Zu %1 wechseln?</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Wechseln</translation>
    </message>
    <message>
        <source>A link wants to take you to %1. You would leave %2; what you have written there and was not sent is lost unless it is kept on this computer.</source>
        <translation>Ein Link führt Sie zu %1. Sie würden %2 verlassen; was Sie dort geschrieben haben und was noch nicht gesendet ist, geht verloren, wenn es nicht auf diesem Rechner aufbewahrt wird.</translation>
    </message>
    <message>
        <source>Go on as %1?</source>
        <translation>Als %1 weitermachen?</translation>
    </message>
    <message>
        <source>Go on as somebody else?</source>
        <translation>Als jemand anderes weitermachen?</translation>
    </message>
    <message>
        <source>You would leave %1 and come back there; what you have written and was not sent is lost unless it is kept on this computer.</source>
        <translation>Sie würden %1 verlassen und dorthin zurückkehren; was Sie geschrieben haben und was noch nicht gesendet ist, geht verloren, wenn es nicht auf diesem Rechner aufbewahrt wird.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Chinwag</source>
        <translation>Chinwag</translation>
    </message>
    <message>
        <source>(%1) %2 – Chinwag</source>
        <translation>(%1) %2 – Chinwag</translation>
    </message>
    <message>
        <source>%1 – Chinwag</source>
        <translation>%1 – Chinwag</translation>
    </message>
</context>
<context>
    <name>MessageDelegate</name>
    <message>
        <source>Anonymous</source>
        <translation>Anonym</translation>
    </message>
    <message>
        <source>%1 has taken a message back</source>
        <translation>%1 hat eine Nachricht zurückgenommen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A message of %1, whom you ignore</source>
        <translation>Eine Nachricht von %1, den Sie ignorieren</translation>
    </message>
</context>
<context>
    <name>MessageHead</name>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>Copy the selected words</source>
        <translation>Markierte Wörter kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the address of the link</source>
        <translation>Adresse des Links kopieren</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Zurücknehmen…</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Melden…</translation>
    </message>
    <message>
        <source>About %1…</source>
        <translation>Über %1…</translation>
    </message>
</context>
<context>
    <name>MessageTools</name>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>OfflineNotice</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>OfflineStore</name>
    <message>
        <source>the folder cannot be made</source>
        <translation>der Ordner lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>Qt&apos;s driver for SQLite is not installed</source>
        <translation>Qts Treiber für SQLite ist nicht installiert</translation>
    </message>
    <message>
        <source>it was written by a newer version of this program</source>
        <translation>sie stammt von einer neueren Version dieses Programms</translation>
    </message>
</context>
<context>
    <name>OlderLine</name>
    <message>
        <source>Earlier messages…</source>
        <translation>Frühere Nachrichten…</translation>
    </message>
</context>
<context>
    <name>OpeningRule</name>
    <message>
        <source>No trusted encrypted connection to %1: %2. If that server has no encryption, write http:// in front of its address.</source>
        <translation>Keine vertrauenswürdige verschlüsselte Verbindung zu %1: %2. Wenn dieser Server keine Verschlüsselung hat, schreiben Sie http:// vor seine Adresse.</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>Der Server sagt: %1</translation>
    </message>
    <message>
        <source>There is no server named %1. Is the address spelled right?</source>
        <translation>Es gibt keinen Server namens %1. Ist die Adresse richtig geschrieben?</translation>
    </message>
    <message>
        <source>No server answers at %1. It may be down, or its port is another one.</source>
        <translation>Unter %1 antwortet kein Server. Er läuft vielleicht nicht, oder sein Port ist ein anderer.</translation>
    </message>
    <message>
        <source>%1 cannot be reached over the network.</source>
        <translation>%1 ist über das Netz nicht zu erreichen.</translation>
    </message>
    <message>
        <source>No connection to %1: %2.</source>
        <translation>Keine Verbindung zu %1: %2.</translation>
    </message>
    <message>
        <source>The server does not accept this nickname or room.</source>
        <translation>Der Server nimmt diesen Spitznamen oder Raum nicht an.</translation>
    </message>
    <message>
        <source>The server does not let you in.</source>
        <translation>Der Server lässt Sie nicht herein.</translation>
    </message>
    <message>
        <source>The server has no room for more connections now.</source>
        <translation>Der Server hat gerade keinen Platz für weitere Verbindungen.</translation>
    </message>
    <message>
        <source>The server cannot take the connection now (HTTP status %1).</source>
        <translation>Der Server kann die Verbindung gerade nicht annehmen (HTTP-Status %1).</translation>
    </message>
    <message>
        <source>There is a server, but no Chinwag chat at this address (HTTP status %1).</source>
        <translation>Unter dieser Adresse gibt es einen Server, aber keinen Chinwag-Chat (HTTP-Status %1).</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
</context>
<context>
    <name>PartDialog</name>
    <message>
        <source>Leave %1?</source>
        <translation>%1 verlassen?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>What you wrote there has not been sent, and is lost then.</source>
        <translation>Was Sie dort geschrieben haben, ist nicht gesendet und geht dann verloren.</translation>
    </message>
    <message>
        <source>You hear nothing from there any more. You can come back as long as it lets you in.</source>
        <translation>Sie hören von dort nichts mehr. Sie können zurückkommen, solange man Sie einlässt.</translation>
    </message>
</context>
<context>
    <name>PeopleButton</name>
    <message numerus="yes">
        <source>%n people in this room</source>
        <translation>
            <numerusform>%n Person in diesem Raum</numerusform>
            <numerusform>%n Personen in diesem Raum</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message numerus="yes">
        <source>%n people in this room</source>
        <translation>
            <numerusform>%n Person in diesem Raum</numerusform>
            <numerusform>%n Personen in diesem Raum</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>PersonDelegate</name>
    <message>
        <source>Anonymous</source>
        <translation>Anonym</translation>
    </message>
    <message>
        <source>%1, ignored</source>
        <translation>%1, wird ignoriert</translation>
    </message>
    <message>
        <source>%1, idle</source>
        <translation>%1, untätig</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>ignoriert</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>untätig</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>Anonymous</source>
        <translation>Anonym</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This is you</source>
        <translation>Das sind Sie</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Betreuung</translation>
    </message>
    <message>
        <source>In this room</source>
        <translation>In diesem Raum</translation>
    </message>
    <message>
        <source>Not in this room now</source>
        <translation>Zurzeit nicht in diesem Raum</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>not logged in</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <source>Here since</source>
        <translation>Hier seit</translation>
    </message>
    <message>
        <source>Last active</source>
        <translation>Zuletzt aktiv</translation>
    </message>
    <message>
        <source>Direct message</source>
        <translation>Direkt schreiben</translation>
    </message>
    <message>
        <source>Do not ignore any more</source>
        <translation>Nicht mehr ignorieren</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorieren</translation>
    </message>
    <message>
        <source>Send away…</source>
        <translation>Wegschicken…</translation>
    </message>
    <message>
        <source>Mute…</source>
        <translation>Stummschalten…</translation>
    </message>
    <message>
        <source>Ban…</source>
        <translation>Aussperren…</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Melden…</translation>
    </message>
    <message>
        <source>There is no message of theirs here that a report could show.</source>
        <translation>Hier steht keine Nachricht von dieser Person, die eine Meldung zeigen könnte.</translation>
    </message>
</context>
<context>
    <name>RedactDialog</name>
    <message>
        <source>Take this message back?</source>
        <translation>Diese Nachricht zurücknehmen?</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>It disappears for everybody in the room, for good.</source>
        <translation>Sie verschwindet für alle im Raum, und zwar endgültig.</translation>
    </message>
</context>
<context>
    <name>RefusalProbe</name>
    <message>
        <source>The server did not open the connection.</source>
        <translation>Der Server hat die Verbindung nicht geöffnet.</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report this message</source>
        <translation>Diese Nachricht melden</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Melden</translation>
    </message>
    <message>
        <source>What is wrong with it?</source>
        <translation>Was ist daran falsch?</translation>
    </message>
    <message>
        <source>Those who run this server read it. The others in the room are not told.</source>
        <translation>Die Betreiber dieses Servers lesen es. Die anderen im Raum erfahren nichts davon.</translation>
    </message>
</context>
<context>
    <name>RestrictionLine</name>
    <message>
        <source>This room is locked for everybody but staff.</source>
        <translation>Dieser Raum ist für alle außer der Betreuung gesperrt.</translation>
    </message>
    <message>
        <source>This room is locked. You can read, and only staff can write.</source>
        <translation>Dieser Raum ist gesperrt. Sie können lesen, schreiben kann nur die Betreuung.</translation>
    </message>
    <message>
        <source>Slow mode: everybody but staff can write one message every %1.</source>
        <translation>Langsamer Modus: Alle außer der Betreuung können eine Nachricht je %1 schreiben.</translation>
    </message>
    <message>
        <source>Slow mode: one message every %1.</source>
        <translation>Langsamer Modus: eine Nachricht je %1.</translation>
    </message>
</context>
<context>
    <name>RoomDelegate</name>
    <message numerus="yes">
        <source>%1, %n unread message(s)</source>
        <translation>
            <numerusform>%1, %n ungelesene Nachricht</numerusform>
            <numerusform>%1, %n ungelesene Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in this room</source>
        <translation>Nicht in diesem Raum</translation>
    </message>
</context>
<context>
    <name>RoomDialog</name>
    <message>
        <source>Name of the room</source>
        <translation>Name des Raums</translation>
    </message>
    <message>
        <source>Letters, digits, “-”, “_” and “.”. A room exists as soon as somebody is in it.</source>
        <translation>Buchstaben, Ziffern, „-“, „_“ und „.“. Einen Raum gibt es, sobald jemand darin ist.</translation>
    </message>
    <message>
        <source>Join a room</source>
        <translation>Einen Raum betreten</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Betreten</translation>
    </message>
    <message>
        <source>Rooms of this server</source>
        <translation>Räume dieses Servers</translation>
    </message>
</context>
<context>
    <name>RoomMenu</name>
    <message>
        <source>Do not pin it any more</source>
        <translation>Nicht mehr anheften</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Oben anheften</translation>
    </message>
    <message>
        <source>Notify me again</source>
        <translation>Mich wieder benachrichtigen</translation>
    </message>
    <message>
        <source>Do not notify me</source>
        <translation>Mich nicht benachrichtigen</translation>
    </message>
    <message>
        <source>Leave this room</source>
        <translation>Diesen Raum verlassen</translation>
    </message>
</context>
<context>
    <name>RoomRefusal</name>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>RoomsButton</name>
    <message numerus="yes">
        <source>Rooms, %n unread message(s)</source>
        <translation>
            <numerusform>Räume, %n ungelesene Nachricht</numerusform>
            <numerusform>Räume, %n ungelesene Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
</context>
<context>
    <name>RoomsPanel</name>
    <message>
        <source>Join a room</source>
        <translation>Einen Raum betreten</translation>
    </message>
    <message>
        <source>Find a room</source>
        <translation>Einen Raum finden</translation>
    </message>
    <message>
        <source>No room of yours is called so.</source>
        <translation>Keiner Ihrer Räume heißt so.</translation>
    </message>
    <message>
        <source>You are in no room. Join one with the plus sign above.</source>
        <translation>Sie sind in keinem Raum. Mit dem Pluszeichen oben betreten Sie einen.</translation>
    </message>
</context>
<context>
    <name>RoomsView</name>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
</context>
<context>
    <name>SanctionDelegate</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, “%2”</source>
        <translation>%1, „%2“</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Aufheben</translation>
    </message>
</context>
<context>
    <name>SanctionDialog</name>
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
        <source>for good</source>
        <translation>auf Dauer</translation>
    </message>
    <message>
        <source>Send %1 away?</source>
        <translation>%1 wegschicken?</translation>
    </message>
    <message>
        <source>Mute %1?</source>
        <translation>%1 stummschalten?</translation>
    </message>
    <message>
        <source>Ban %1?</source>
        <translation>%1 aussperren?</translation>
    </message>
    <message>
        <source>Send away</source>
        <translation>Wegschicken</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Ban</source>
        <translation>Aussperren</translation>
    </message>
    <message>
        <source>They are disconnected, and may come back at once.</source>
        <translation>Die Verbindung wird getrennt; eine Rückkehr ist sofort möglich.</translation>
    </message>
    <message>
        <source>They can read in this room, but not write.</source>
        <translation>In diesem Raum ist Lesen möglich, Schreiben nicht.</translation>
    </message>
    <message>
        <source>They are put out of this room, and cannot come back.</source>
        <translation>Der Raum ist ab sofort versperrt.</translation>
    </message>
    <message>
        <source>Why (they read it)</source>
        <translation>Warum (wird mitgeteilt)</translation>
    </message>
    <message numerus="yes">
        <source>Shorter, please: it is %n byte(s) too long.</source>
        <translation>
            <numerusform>Bitte kürzer: Das ist %n Byte zu lang.</numerusform>
            <numerusform>Bitte kürzer: Das sind %n Byte zu viel.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SanctionsDialog</name>
    <message>
        <source>Muted and banned in %1</source>
        <translation>Stummgeschaltet und ausgesperrt in %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen…</translation>
    </message>
    <message>
        <source>Nobody is.</source>
        <translation>Niemand.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>ServerChip</name>
    <message>
        <source>Use the server %1</source>
        <translation>Den Server %1 nehmen</translation>
    </message>
    <message>
        <source>Forget this server</source>
        <translation>Diesen Server vergessen</translation>
    </message>
</context>
<context>
    <name>SettingSteps</name>
    <message>
        <source>%1: smaller</source>
        <translation>%1: kleiner</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1: larger</source>
        <translation>%1: größer</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie die Arbeitsumgebung</translation>
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
        <source>Size of text and controls</source>
        <translation>Größe von Text und Bedienelementen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Notify me, while I look elsewhere, of</source>
        <translation>Benachrichtigen, während ich woanders hinsehe, über</translation>
    </message>
    <message>
        <source>Mentions and direct messages</source>
        <translation>Erwähnungen und Direktnachrichten</translation>
    </message>
    <message>
        <source>Every message</source>
        <translation>Jede Nachricht</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>With a sound</source>
        <translation>Mit einem Ton</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>Nothing is shown and nothing sounds until this is off again. What is unread is still counted.</source>
        <translation>Nichts wird gezeigt und nichts ertönt, bis dies wieder aus ist. Ungelesenes wird weiter gezählt.</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Infobereich</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>Symbol im Infobereich</translation>
    </message>
    <message>
        <source>It shows whether something is unread.</source>
        <translation>Es zeigt, ob etwas ungelesen ist.</translation>
    </message>
    <message>
        <source>Stay in the tray when the window is closed</source>
        <translation>Beim Schließen des Fensters im Infobereich bleiben</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Keep messages for when there is no connection</source>
        <translation>Nachrichten für die Zeit ohne Verbindung aufbewahren</translation>
    </message>
    <message>
        <source>The last 200 of each room, and what you wrote and could not be sent. Only your account on this computer may read them.</source>
        <translation>Die letzten 200 jedes Raums und was Sie geschrieben haben und nicht gesendet werden konnte. Nur Ihr Konto auf diesem Rechner darf sie lesen.</translation>
    </message>
    <message>
        <source>Delete what is kept…</source>
        <translation>Aufbewahrtes löschen…</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>Gelöscht.</translation>
    </message>
    <message>
        <source>Delete what is kept on this computer?</source>
        <translation>Was auf diesem Rechner aufbewahrt ist, löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Messages of all servers, as far as they are kept here, and what you wrote and was not sent yet. What is on the servers stays there.</source>
        <translation>Nachrichten aller Server, soweit sie hier aufbewahrt sind, und was Sie geschrieben haben und noch nicht gesendet ist. Was auf den Servern ist, bleibt dort.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ShortcutRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>F1, Ctrl+/</source>
        <translation>F1, Strg+/</translation>
    </message>
    <message>
        <source>This overview</source>
        <translation>Diese Übersicht</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Strg+,</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Ctrl++, Ctrl+-, Ctrl+0</source>
        <translation>Strg++, Strg+-, Strg+0</translation>
    </message>
    <message>
        <source>Larger, smaller, as large as it is by itself</source>
        <translation>Größer, kleiner, so groß wie vorgegeben</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Strg+L</translation>
    </message>
    <message>
        <source>Leave the server</source>
        <translation>Den Server verlassen</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Strg+Q</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>Das Programm beenden</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Strg+K</translation>
    </message>
    <message>
        <source>Look for a room in the list</source>
        <translation>Einen Raum in der Liste suchen</translation>
    </message>
    <message>
        <source>Alt+Up, Alt+Down</source>
        <translation>Alt+Auf, Alt+Ab</translation>
    </message>
    <message>
        <source>The room above, the room below</source>
        <translation>Der Raum darüber, der Raum darunter</translation>
    </message>
    <message>
        <source>Alt+Shift+Down</source>
        <translation>Alt+Umschalt+Ab</translation>
    </message>
    <message>
        <source>The next room with something new</source>
        <translation>Der nächste Raum mit etwas Neuem</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Umschalt+Eingabe</translation>
    </message>
    <message>
        <source>A new line</source>
        <translation>Eine neue Zeile</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Change your last message, where nothing is written</source>
        <translation>Die eigene letzte Nachricht ändern, wenn nichts geschrieben ist</translation>
    </message>
    <message>
        <source>@, then a name</source>
        <translation>@ und ein Name</translation>
    </message>
    <message>
        <source>Mention somebody</source>
        <translation>Jemanden erwähnen</translation>
    </message>
    <message>
        <source>:, then a name</source>
        <translation>: und ein Name</translation>
    </message>
    <message>
        <source>An emoji</source>
        <translation>Ein Emoji</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Strg+E</translation>
    </message>
    <message>
        <source>Choose from all emoji</source>
        <translation>Aus allen Emojis wählen</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Give an answer or a change up; to the newest message</source>
        <translation>Antwort oder Änderung aufgeben; zur neuesten Nachricht</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Weiterlesen</translation>
    </message>
    <message>
        <source>Ctrl+End</source>
        <translation>Strg+Ende</translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation>Zur neuesten Nachricht</translation>
    </message>
    <message>
        <source>Shift+Tab, then Up, Down</source>
        <translation>Umschalt+Tab, dann Auf, Ab</translation>
    </message>
    <message>
        <source>From message to message</source>
        <translation>Von Nachricht zu Nachricht</translation>
    </message>
    <message>
        <source>R, E, Delete</source>
        <translation>R, E, Entf</translation>
    </message>
    <message>
        <source>Answer it, change it, take it back</source>
        <translation>Sie beantworten, ändern, zurücknehmen</translation>
    </message>
    <message>
        <source>What else can be done with it</source>
        <translation>Was sonst mit ihr geht</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
</context>
<context>
    <name>SlowModeDialog</name>
    <message>
        <source>Slow mode in %1</source>
        <translation>Langsamer Modus in %1</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Festlegen</translation>
    </message>
    <message>
        <source>No slow mode</source>
        <translation>Kein langsamer Modus</translation>
    </message>
    <message>
        <source>Everybody but staff can write one message every</source>
        <translation>Alle außer der Betreuung schreiben höchstens eine Nachricht je</translation>
    </message>
</context>
<context>
    <name>StateLabel</name>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>Neuer Versuch</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Getrennt</translation>
    </message>
</context>
<context>
    <name>StatusBanner</name>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbinden mit %1…</translation>
    </message>
    <message numerus="yes">
        <source>Trying again in %n second(s). What you write meanwhile is sent then.</source>
        <translation>
            <numerusform>Neuer Versuch in %n Sekunde. Was Sie inzwischen schreiben, wird dann gesendet.</numerusform>
            <numerusform>Neuer Versuch in %n Sekunden. Was Sie inzwischen schreiben, wird dann gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>What you write meanwhile is sent when the connection is there.</source>
        <translation>Was Sie inzwischen schreiben, wird gesendet, sobald die Verbindung steht.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Come back</source>
        <translation>Zurückkommen</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>ThemeButton</name>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Look of the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
</context>
<context>
    <name>UnreadLine</name>
    <message>
        <source>New messages</source>
        <translation>Neue Nachrichten</translation>
    </message>
</context>
<context>
    <name>chinwag::centrifuge::Calls</name>
    <message>
        <source>the client is disconnected</source>
        <translation>die Verbindung ist getrennt</translation>
    </message>
    <message>
        <source>too many commands wait for a connection</source>
        <translation>zu viele Befehle warten auf eine Verbindung</translation>
    </message>
    <message>
        <source>the connection was lost</source>
        <translation>die Verbindung ist abgebrochen</translation>
    </message>
    <message>
        <source>no reply in time</source>
        <translation>keine rechtzeitige Antwort</translation>
    </message>
</context>
<context>
    <name>chinwag::centrifuge::Connection</name>
    <message>
        <source>no ping from the server</source>
        <translation>kein Lebenszeichen vom Server</translation>
    </message>
    <message>
        <source>the connection was lost</source>
        <translation>die Verbindung ist abgebrochen</translation>
    </message>
    <message>
        <source>connect called</source>
        <translation>Verbinden verlangt</translation>
    </message>
    <message>
        <source>disconnect called</source>
        <translation>Trennen verlangt</translation>
    </message>
    <message>
        <source>The server has not been heard for a while.</source>
        <translation>Vom Server war eine Weile nichts zu hören.</translation>
    </message>
    <message>
        <source>unauthorized</source>
        <translation>nicht berechtigt</translation>
    </message>
    <message>
        <source>the token has expired</source>
        <translation>das Token ist abgelaufen</translation>
    </message>
    <message>
        <source>The server did not answer: %1.</source>
        <translation>Der Server hat nicht geantwortet: %1.</translation>
    </message>
    <message>
        <source>The server does not speak the protocol of this chat.</source>
        <translation>Der Server spricht nicht das Protokoll dieses Chats.</translation>
    </message>
    <message>
        <source>bad protocol</source>
        <translation>falsches Protokoll</translation>
    </message>
    <message>
        <source>message size limit</source>
        <translation>Nachricht zu groß</translation>
    </message>
</context>
<context>
    <name>chinwag::centrifuge::Subscription</name>
    <message>
        <source>subscribe called</source>
        <translation>Abonnieren verlangt</translation>
    </message>
    <message>
        <source>unsubscribe called</source>
        <translation>Abbestellen verlangt</translation>
    </message>
    <message>
        <source>transport closed</source>
        <translation>Verbindung geschlossen</translation>
    </message>
    <message>
        <source>unauthorized</source>
        <translation>nicht berechtigt</translation>
    </message>
    <message>
        <source>subscribe timeout</source>
        <translation>Abonnieren dauerte zu lange</translation>
    </message>
    <message>
        <source>the token has expired</source>
        <translation>das Token ist abgelaufen</translation>
    </message>
    <message>
        <source>unsubscribe error</source>
        <translation>Fehler beim Abbestellen</translation>
    </message>
    <message>
        <source>not subscribed</source>
        <translation>nicht abonniert</translation>
    </message>
    <message>
        <source>too much waits for the subscription</source>
        <translation>zu viel wartet auf das Abonnement</translation>
    </message>
</context>
<context>
    <name>chinwag::centrifuge::WaitingCalls</name>
    <message>
        <source>timeout</source>
        <translation>Zeit überschritten</translation>
    </message>
</context>
<context>
    <name>chinwag::demo::DemoLink</name>
    <message>
        <source>There is no server behind this demonstration.</source>
        <translation>Hinter dieser Vorführung steht kein Server.</translation>
    </message>
</context>
<context>
    <name>chinwag::desktop::Attention</name>
    <message>
        <source>Anonymous</source>
        <translation>Anonym</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>chinwag::desktop::BusNotifier</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>chinwag::desktop::TrayIcon</name>
    <message>
        <source>Show or hide Chinwag</source>
        <translation>Chinwag zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Chinwag: nothing new</source>
        <translation>Chinwag: nichts Neues</translation>
    </message>
    <message numerus="yes">
        <source>Chinwag: %n unread message(s)</source>
        <translation>
            <numerusform>Chinwag: %n ungelesene Nachricht</numerusform>
            <numerusform>Chinwag: %n ungelesene Nachrichten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinwag::models::ChatController</name>
    <message>
        <source>There is no room of you two: %1</source>
        <translation>Es gibt keinen Raum für Sie beide: %1</translation>
    </message>
    <message>
        <source>There is no room of you two without a connection.</source>
        <translation>Ohne Verbindung gibt es keinen Raum für Sie beide.</translation>
    </message>
    <message>
        <source>No program on this computer opens %1.</source>
        <translation>Kein Programm auf diesem Rechner öffnet %1.</translation>
    </message>
</context>
<context>
    <name>chinwag::models::ConnectForm</name>
    <message>
        <source>Choose a nickname, so that others know who is talking.</source>
        <translation>Wählen Sie einen Spitznamen, damit andere wissen, wer spricht.</translation>
    </message>
    <message numerus="yes">
        <source>A nickname has at most %n characters.</source>
        <translation>
            <numerusform>Ein Spitzname hat höchstens %n Zeichen.</numerusform>
            <numerusform>Ein Spitzname hat höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A nickname cannot have a colon followed by a space.</source>
        <translation>In einem Spitznamen darf kein Doppelpunkt mit einem Leerzeichen dahinter stehen.</translation>
    </message>
    <message>
        <source>A nickname cannot have control, direction or invisible characters.</source>
        <translation>Ein Spitzname darf keine Steuer-, Richtungs- oder unsichtbaren Zeichen haben.</translation>
    </message>
    <message numerus="yes">
        <source>A room is 1 to %n letters, digits, “-”, “_” or “.”.</source>
        <translation>
            <numerusform>Ein Raum hat 1 bis %n Zeichen: Buchstaben, Ziffern, „-“, „_“ oder „.“.</numerusform>
            <numerusform>Ein Raum hat 1 bis %n Zeichen: Buchstaben, Ziffern, „-“, „_“ oder „.“.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chinwag::models::EmojiModel</name>
    <message>
        <source>Smileys</source>
        <translation>Smileys</translation>
    </message>
    <message>
        <source>People and hands</source>
        <translation>Menschen und Hände</translation>
    </message>
    <message>
        <source>Nature</source>
        <translation>Natur</translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation>Essen und Trinken</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>Travel and places</source>
        <translation>Reisen und Orte</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>Gegenstände</translation>
    </message>
    <message>
        <source>Symbols and flags</source>
        <translation>Symbole und Flaggen</translation>
    </message>
    <message>
        <source>Used last</source>
        <translation>Zuletzt benutzt</translation>
    </message>
</context>
<context>
    <name>chinwag::models::Profile</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>That was not done: %1</source>
        <translation>Das wurde nicht ausgeführt: %1</translation>
    </message>
    <message>
        <source>That was not done: there is no connection.</source>
        <translation>Das wurde nicht ausgeführt: Es gibt keine Verbindung.</translation>
    </message>
    <message>
        <source>%1 was sent away.</source>
        <translation>%1 wurde weggeschickt.</translation>
    </message>
    <message>
        <source>%1 may not write here for now.</source>
        <translation>%1 darf hier vorerst nicht schreiben.</translation>
    </message>
    <message>
        <source>%1 may not be here for now.</source>
        <translation>%1 darf vorerst nicht hier sein.</translation>
    </message>
</context>
<context>
    <name>chinwag::models::Restrictions</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>That was not done: %1</source>
        <translation>Das wurde nicht ausgeführt: %1</translation>
    </message>
    <message>
        <source>That was not done: there is no connection.</source>
        <translation>Das wurde nicht ausgeführt: Es gibt keine Verbindung.</translation>
    </message>
</context>
<context>
    <name>chinwag::models::Room</name>
    <message>
        <source>This message was taken back.</source>
        <translation>Diese Nachricht wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Sie: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Reconnected. Messages sent between %1 and %2 may be missing here.</source>
        <translation>Wieder verbunden. Nachrichten zwischen %1 und %2 können hier fehlen.</translation>
    </message>
    <message>
        <source>The server did not take a message: %1</source>
        <translation>Der Server hat eine Nachricht nicht angenommen: %1</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>Es gibt keine Verbindung.</translation>
    </message>
    <message>
        <source>The message could not be changed: %1</source>
        <translation>Die Nachricht konnte nicht geändert werden: %1</translation>
    </message>
    <message>
        <source>The message could not be taken back: %1</source>
        <translation>Die Nachricht konnte nicht zurückgenommen werden: %1</translation>
    </message>
    <message>
        <source>The message could not be reported: %1</source>
        <translation>Die Nachricht konnte nicht gemeldet werden: %1</translation>
    </message>
    <message>
        <source>The message was reported to those who run this server. Thank you.</source>
        <translation>Die Nachricht wurde den Betreibern dieses Servers gemeldet. Danke.</translation>
    </message>
</context>
<context>
    <name>chinwag::models::SanctionsModel</name>
    <message>
        <source>Somebody who is not logged in</source>
        <translation>Jemand ohne Anmeldung</translation>
    </message>
    <message>
        <source>Banned for good</source>
        <translation>Auf Dauer ausgesperrt</translation>
    </message>
    <message>
        <source>Muted for good</source>
        <translation>Auf Dauer stummgeschaltet</translation>
    </message>
    <message>
        <source>Banned until %1</source>
        <translation>Ausgesperrt bis %1</translation>
    </message>
    <message>
        <source>Muted until %1</source>
        <translation>Stummgeschaltet bis %1</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>Es gibt keine Verbindung.</translation>
    </message>
</context>
<context>
    <name>chinwag::models::Shell</name>
    <message>
        <source>As the desktop</source>
        <translation>Wie die Arbeitsumgebung</translation>
    </message>
</context>
<context>
    <name>chinwag::models::TimelineModel</name>
    <message>
        <source>This message was taken back.</source>
        <translation>Diese Nachricht wurde zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>chinwag::models::TokenMemory</name>
    <message>
        <source>The keychain does not hand out the log-in token of this server.</source>
        <translation>Der Schlüsselbund gibt das Anmelde-Token dieses Servers nicht heraus.</translation>
    </message>
    <message>
        <source>The keychain has not kept your log-in token: %1</source>
        <translation>Der Schlüsselbund hat das Anmelde-Token nicht aufgehoben: %1</translation>
    </message>
    <message>
        <source>Your log-in token is still in the keychain: %1</source>
        <translation>Ihr Anmelde-Token steht noch im Schlüsselbund: %1</translation>
    </message>
</context>
<context>
    <name>chinwag::models::Typists</name>
    <message>
        <source>%1 is writing…</source>
        <translation>%1 schreibt…</translation>
    </message>
    <message>
        <source>%1 and %2 are writing…</source>
        <translation>%1 und %2 schreiben…</translation>
    </message>
    <message>
        <source>Several people are writing…</source>
        <translation>Mehrere schreiben…</translation>
    </message>
</context>
<context>
    <name>chinwag::offline::SqliteStore</name>
    <message>
        <source>What was kept of earlier conversations was damaged. It was set aside as %1, and a new file was begun.</source>
        <translation>Was von früheren Gesprächen aufbewahrt war, ist beschädigt. Es wurde als %1 beiseitegelegt und eine neue Datei angefangen.</translation>
    </message>
    <message>
        <source>Nothing can be kept for when there is no connection: %1 (%2)</source>
        <translation>Für die Zeit ohne Verbindung lässt sich nichts aufbewahren: %1 (%2)</translation>
    </message>
    <message>
        <source>From now on nothing is kept for when there is no connection: %1 (%2)</source>
        <translation>Ab jetzt wird für die Zeit ohne Verbindung nichts aufbewahrt: %1 (%2)</translation>
    </message>
    <message>
        <source>What was kept cannot be deleted: %1</source>
        <translation>Was aufbewahrt ist, lässt sich nicht löschen: %1</translation>
    </message>
</context>
<context>
    <name>chinwag::sdk::CentrifugeLink</name>
    <message>
        <source>The server says: %1</source>
        <translation>Der Server sagt: %1</translation>
    </message>
    <message>
        <source>Your log-in token has expired. You get a fresh one where this one came from.</source>
        <translation>Ihr Anmelde-Token ist abgelaufen. Ein neues erhalten Sie dort, woher dieses kam.</translation>
    </message>
    <message>
        <source>You are not in this room any more.</source>
        <translation>Sie sind nicht mehr in diesem Raum.</translation>
    </message>
</context>
<context>
    <name>chinwag::sdk::Client</name>
    <message>
        <source>The connection was lost before the server answered.</source>
        <translation>Die Verbindung ging verloren, bevor der Server geantwortet hat.</translation>
    </message>
</context>
</TS>
