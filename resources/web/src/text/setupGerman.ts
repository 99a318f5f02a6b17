// The texts of the page that makes the first operator, in German.
import type { SetupTexts } from "./setupEnglish.ts";

export const german: SetupTexts = {
  title: "Chinwag einrichten",
  lead: "Dieser Server hat noch keinen Operator. Wer hier angelegt wird, darf alles auf ihm.",
  user: "Ihr Name als Operator",
  userRule: "1 bis 32 Zeichen: Buchstaben, Ziffern, „.“, „_“ oder „-“.",
  userFault: "Ein Name hat 1 bis 32 Zeichen: Buchstaben, Ziffern, „.“, „_“ oder „-“.",
  password: "Passwort",
  passwordRule: "10 Zeichen oder mehr. Ein paar Wörter, die nicht zusammengehören, sind ein gutes.",
  passwordFault: (least) => `Ein Passwort hat ${least} Zeichen oder mehr.`,
  again: "Das Passwort noch einmal",
  againFault: "Die beiden Passwörter sind nicht gleich.",
  make: "Operator anlegen",
  moment: "Einen Augenblick…",
  answered: (status) => `Der Server hat mit ${status} geantwortet.`,
  unreachable: "Der Server war nicht zu erreichen. Läuft er noch?",
  isSetUp: "Dieser Server ist eingerichtet",
  done: "Das ist alles",
  doneText: (user, address) =>
    `${user} ist jetzt der Operator dieses Servers. Melden Sie sich mit chinwag-admin bei ${address} an.`,
  nothing: "Nichts einzurichten",
  nothingText:
    "Dieser Server hat einen Operator, oder der Link zum Einrichten ist zu alt: Beim Start zeigt der Server einen neuen.",
  noCode: "Den ganzen Link öffnen",
  noCodeText: "Der Server hat den Link zu dieser Seite mit einem Code am Ende ausgegeben.",
  noAnswer: "Keine Antwort",
  noAnswerText: "Der Server war nicht zu erreichen. Laden Sie diese Seite neu, um es noch einmal zu versuchen.",
};
