// Why the page does not come back by itself, in words for the person in front of it.

/** The token has expired or is no good, or there has to be one: the server's codes, and the SDK's for no fresh one. */
const tokenCodes: readonly number[] = [1, 109, 3500];
const kickedCode = 4500;
const bannedCode = 4501;
const lockdownCode = 4502;

/** What the server says where nobody has given a reason. */
const noReason: readonly string[] = ["", "kicked", "banned", "locked down", "lockdown"];

const longTime = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

export function isTokenFault(code: number): boolean {
  return tokenCodes.includes(code);
}

/** "spam (until 2026-11-24T21:00:00Z)" as its reason and a sentence of its own. */
function splitReason(reason: string): { readonly why: string; readonly until: string } {
  const match = /^(?<why>.*?) ?\(until (?<until>\S+Z)\)$/su.exec(reason);
  const time = Date.parse(match?.groups?.["until"] ?? "");
  if (Number.isNaN(time)) return { why: reason, until: "" };
  return { why: match?.groups?.["why"] ?? "", until: ` This holds until ${longTime.format(time)}.` };
}

function withReason(sentence: string, reason: string): string {
  const { why, until } = splitReason(reason);
  return (noReason.includes(why) ? `${sentence}.` : `${sentence}: “${why}”`) + until;
}

function asSentence(words: string): string {
  const sentence = words.charAt(0).toLocaleUpperCase("en") + words.slice(1);
  return /[.!?]$/u.test(sentence) ? sentence : `${sentence}.`;
}

export function refusalText(code: number, reason: string): string {
  if (isTokenFault(code)) return "This server wants a log-in token that is valid. You get one where you log in.";
  switch (code) {
    case kickedCode:
      return withReason("An operator has removed you from the room", reason);
    case bannedCode:
      return withReason("You are banned from this server", reason);
    case lockdownCode:
      return withReason("The server lets nobody in at the moment", reason);
    default:
      break;
  }
  // Below the codes of connections are those of answers, whose texts are sentences already.
  if (code < 3000 && reason !== "") return asSentence(reason);
  return `The server ended the connection: ${reason || `code ${code}`}.`;
}
