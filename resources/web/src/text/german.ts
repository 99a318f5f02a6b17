// The texts of the chat page, in German, with the words that the client program has (client-qml/i18n).
import type { Texts } from "./english.ts";
import { counting } from "./language.ts";

const plural = counting("de");

const seconds = (count: number) => {
  if (count % 3600 === 0) return plural(count / 3600, { one: "1 Stunde", other: `${count / 3600} Stunden` });
  if (count % 60 === 0) return plural(count / 60, { one: "1 Minute", other: `${count / 60} Minuten` });
  return plural(count, { one: "1 Sekunde", other: `${count} Sekunden` });
};

/** As a reason is shown: „…“. */
const quoted = (reason: string) => (reason === "" ? "." : `: „${reason}“`);

export const german: Texts = {
  // --- the frame of the page ---
  room: "Raum",
  goElsewhere: "In einen anderen Raum gehen",
  whoIsHere: "Wer hier ist",
  search: "Suchen",
  searchHere: "In diesem Raum suchen",
  messages: "Nachrichten",
  sayHelloBefore: "Sagen Sie Hallo: Alle in ",
  sayHelloAfter: " hören es sofort.",
  quiet: "Hier ist es still",
  close: "Schließen",
  cancel: "Abbrechen",
  anonymous: "Anonym",
  somebody: "Jemand",
  you: "Sie",
  noSuchRoom: "Einen solchen Raum kann es nicht geben",
  roomRuleElsewhere:
    "Der Name eines Raums hat 1 bis 64 Zeichen: Buchstaben, Ziffern, „-“, „_“ oder „.“. Wählen Sie oben einen anderen.",

  // --- how the connection is ---
  connecting: "Verbinden…",
  connected: "Verbunden",
  notConnected: "Nicht verbunden",
  offline: "Offline",
  reconnecting: "Neuer Versuch…",
  disconnected: "Getrennt",
  reconnect: "Neu verbinden",
  reconnectNow: "Jetzt neu verbinden",
  youAreOffline: "Sie sind offline. Was Sie schreiben, wird gesendet, sobald das Netz zurück ist.",
  connectionLost: "Die Verbindung ist abgebrochen. Was Sie schreiben, wird gesendet, sobald sie zurück ist.",
  unreachable: "Der Server ist nicht zu erreichen. Es wird von selbst wieder versucht.",
  wantsToken: "Dieser Server verlangt ein gültiges Anmelde-Token. Sie erhalten es dort, wo Sie sich anmelden.",
  sentAway: (reason) => `Ein Moderator hat Sie aus dem Raum entfernt${quoted(reason)}`,
  banned: (reason) => `Sie sind von diesem Server ausgeschlossen${quoted(reason)}`,
  lockedDown: (reason) => `Der Server lässt vorerst niemanden herein${quoted(reason)}`,
  holdsUntil: (time) => `Das gilt bis ${time}.`,
  ended: (reason) => `Der Server hat die Verbindung beendet: ${reason}.`,
  endedByCode: (code) => `Der Server hat die Verbindung beendet: Code ${code}.`,
  noConnection: "Es gibt keine Verbindung.",
  notDone: (why) => `Das wurde nicht ausgeführt: ${why}`,
  notChanged: (why) => `Die Nachricht wurde nicht geändert: ${why}`,
  notRenamed: (why) => `Der Spitzname wurde nicht angenommen: ${why}`,
  pastFailed: (why) => `Was früher gesagt wurde, war nicht zu lesen: ${why}`,
  olderFailed: (why) => `Ältere Nachrichten waren nicht zu lesen: ${why}`,
  searchFailed: (why) => `Die Suche ist gescheitert: ${why}`,

  // --- messages ---
  message: "Nachricht",
  takenBack: "Diese Nachricht wurde zurückgenommen.",
  olderMessage: "Eine ältere Nachricht",
  answerTo: "Antwort an ",
  edited: "bearbeitet",
  editedOn: (time) => `Geändert: ${time}`,
  notice: "Mitteilung",
  messageMenu: (author) => `Was mit der Nachricht von ${author} geschehen soll`,
  latest: "Neueste Nachrichten",
  newMessages: (count) => plural(count, { one: "1 neue Nachricht", other: `${count} neue Nachrichten` }),
  older: "Ältere Nachrichten zeigen",
  loading: "Wird geladen…",
  begin: "Hier beginnt der Raum.",
  renamed: (before, now) => `${before} heißt jetzt ${now}.`,
  writing: (names) => {
    if (names.length > 2) return "Mehrere schreiben…";
    return names.length === 2 ? `${names[0]} und ${names[1]} schreiben…` : `${names[0]} schreibt…`;
  },
  gone: "Diese Nachricht gibt es nicht mehr, oder sie liegt zu weit zurück.",
  copied: "Kopiert.",
  notCopied: "Der Browser lässt diese Seite nicht kopieren.",

  // --- what is done about them ---
  answerItem: "Antworten",
  copyItem: "Kopieren",
  editItem: "Bearbeiten",
  reportItem: "Melden…",
  takeBackItem: "Zurücknehmen…",
  deleteKey: "Entf",
  takeBackTitle: "Diese Nachricht zurücknehmen?",
  takeBackText: (words) => `„${words}“ verschwindet für alle, und zwar endgültig.`,
  takeBackTextOf: (author, words) => `„${words}“ von ${author} verschwindet für alle, und zwar endgültig.`,
  takeBack: "Zurücknehmen",
  reportTitle: "Diese Nachricht melden",
  reportText: (words) => `Die Betreiber dieses Servers lesen es: „${words}“`,
  reportWords: "Was ist daran falsch?",
  report: "Melden",
  reported: "Den Betreibern dieses Servers gemeldet.",

  // --- writing ---
  chattingAs: "Sie schreiben als",
  yourNickname: "Ihr Spitzname",
  typeMessage: "Nachricht schreiben",
  send: "Senden",
  unsent: "Nachrichten, die nicht bestätigt sind",
  changing: "Nachricht bearbeiten",
  answering: (author, words) => `Antwort an ${author}: ${words}`,
  tooLong: (surplus, most) => `Um ${surplus} Zeichen zu lang: Eine Nachricht hat höchstens ${most}.`,
  length: (count, most) => `${count} von ${most} Zeichen`,
  sentLater: "Nicht verbunden: Es wird gesendet, sobald das möglich ist.",
  changedLater: "Nicht verbunden: Eine Nachricht lässt sich ändern, sobald die Verbindung zurück ist.",
  unsentStates: {
    waiting: "Wartet",
    sending: "Wird gesendet",
    lost: "Wartet",
    unconfirmed: "Nicht bestätigt",
    refused: "Nicht gesendet",
  },
  sendAgain: "Noch einmal senden",
  discard: "Verwerfen",
  nicknameFixed: "Ihr Anmelde-Token sagt, wie Sie heißen.",
  nicknameTooLong: (most) => `Ein Spitzname hat höchstens ${most} Zeichen.`,
  nicknameColon: "In einem Spitznamen darf kein Doppelpunkt mit einem Leerzeichen dahinter stehen.",
  nicknameInvisible: "Ein Spitzname darf keine Steuer-, Richtungs- oder unsichtbaren Zeichen haben.",
  suggestionsLabel: "Leute zum Erwähnen",
  suggestions: (count) =>
    plural(count, {
      one: "Eine Person zum Erwähnen: Die Eingabetaste übernimmt sie.",
      other: `${count} Personen zum Erwähnen: Die Pfeiltasten wählen, die Eingabetaste übernimmt.`,
    }),

  // --- rooms, people, search, log-in ---
  roomName: "Name des Raums",
  roomRule: "Buchstaben, Ziffern, „-“, „_“ und „.“. Einen Raum gibt es, sobald jemand darin ist.",
  roomPattern: "1 bis 64 Zeichen: Buchstaben, Ziffern, „-“, „_“ oder „.“",
  roomsInUse: "Räume, in denen jemand ist",
  go: "Wechseln",
  people: (count) => plural(count, { one: "1 Person", other: `${count} Personen` }),
  peopleHere: (count) => plural(count, { one: "1 Person ist hier", other: `${count} Personen sind hier` }),
  peopleUnknown: "Wer hier ist, lässt sich gerade nicht sagen.",
  connections: (count) => plural(count, { one: "1 Verbindung", other: `${count} Verbindungen` }),
  searchWords: "Wörter, die gesagt wurden",
  searchRule: "Alle Wörter müssen in der Nachricht stehen, das letzte als Anfang.",
  searchFound: "Was gefunden wurde",
  nothingFound: "Nichts gefunden.",
  login: "Anmelden",
  loginItem: "Anmelden…",
  loginFault: "Das Token, das benutzt wurde, ist nicht gültig oder nicht mehr.",
  loginToken: "Anmelde-Token",
  loginRule: "Sie erhalten es von den Betreibern dieses Servers. Es bleibt in diesem Tab, bis der geschlossen wird.",
  lockedRoom: "Dieser Raum ist gesperrt: Lesen können alle, schreiben kann nur die Betreuung.",
  slowRoom: (count) => {
    const each = (unit: string, many: number) => (many === 1 ? unit : `${many} ${unit}n`);
    const time =
      count % 3600 === 0 ? each("Stunde", count / 3600) : count % 60 === 0 ? each("Minute", count / 60) : each("Sekunde", count);
    return `Langsamer Modus: eine Nachricht je ${time}.`;
  },
  notForStaff: "Für Sie als Betreuung gilt das nicht.",

  // --- staff ---
  personMenu: (name) => `Was ${name} betrifft`,
  roomMenu: "Diesen Raum betreuen",
  deeds: {
    mute: {
      item: "Stummschalten…",
      title: (name) => `${name} stummschalten?`,
      text: "In diesem Raum ist Lesen möglich, Schreiben nicht.",
      verb: "Stummschalten",
      done: (name) => `${name} darf hier vorerst nicht schreiben.`,
    },
    kick: {
      item: "Wegschicken…",
      title: (name) => `${name} wegschicken?`,
      text: "Die Verbindung wird getrennt; eine Rückkehr ist sofort möglich.",
      verb: "Wegschicken",
      done: (name) => `${name} wurde weggeschickt.`,
    },
    ban: {
      item: "Aussperren…",
      title: (name) => `${name} aussperren?`,
      text: "Der Raum ist ab sofort versperrt.",
      verb: "Aussperren",
      done: (name) => `${name} darf vorerst nicht hier sein.`,
    },
  },
  hitsUser: (user) => `Es trifft den Benutzer ${user}.`,
  hitsAddress: (name) => `${name} ist nicht angemeldet: Es gilt für alle, die von derselben Adresse kommen.`,
  notHere: (name) => `${name} ist nicht mehr hier.`,
  howLong: "Für wie lange",
  forGood: "auf Dauer",
  seconds,
  minutes: (count) => {
    if (count % 10_080 === 0) return plural(count / 10_080, { one: "1 Woche", other: `${count / 10_080} Wochen` });
    if (count % 1440 === 0) return plural(count / 1440, { one: "1 Tag", other: `${count / 1440} Tage` });
    return seconds(count * 60);
  },
  reasonTold: "Warum, wenn Sie mögen (wird mitgeteilt)",
  reasonKept: "Warum, wenn Sie mögen (wird festgehalten)",
  reasonTooLong: (bytes) =>
    plural(bytes, { one: "Bitte kürzer: Das ist ein Byte zu lang.", other: `Bitte kürzer: Das sind ${bytes} Byte zu viel.` }),
  lock: {
    item: "Diesen Raum sperren…",
    title: (room) => `#${room} sperren?`,
    text: "Lesen können alle, schreiben kann nur die Betreuung.",
    verb: "Sperren",
  },
  unlock: {
    item: "Diesen Raum entsperren…",
    title: (room) => `#${room} entsperren?`,
    text: "Alle können wieder schreiben.",
    verb: "Entsperren",
  },
  slow: {
    item: "Langsamer Modus…",
    title: (room) => `Langsamer Modus in #${room}`,
    text: "Er gilt für alle im Raum außer der Betreuung.",
    label: "Höchstens eine Nachricht je",
    none: "Kein langsamer Modus",
    verb: "Festlegen",
  },
  roomChanged: "Erledigt.",
  sanctions: {
    item: "Stummgeschaltete und Ausgesperrte…",
    title: (room) => `Stummgeschaltet und ausgesperrt in #${room}`,
    looking: "Wird nachgesehen…",
    nobody: "Niemand.",
    anonymous: "Jemand ohne Anmeldung",
    what: (isBan, until, reason) => {
      const forGood = isBan ? "Auf Dauer ausgesperrt" : "Auf Dauer stummgeschaltet";
      const what = until === "" ? forGood : `${isBan ? "Ausgesperrt" : "Stummgeschaltet"} bis ${until}`;
      return what + (reason === "" ? "" : `, „${reason}“`);
    },
  },
  lift: {
    label: (whom, what) => `Aufheben: ${whom}, ${what}`,
    title: (whom) => `Für ${whom} aufheben?`,
    verb: "Aufheben",
    done: (whom) => `Für ${whom} aufgehoben.`,
  },
};
