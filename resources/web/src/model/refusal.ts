// Why the page does not come back by itself, in words for the person in front of it.
import { t, timeText } from "../text/text.ts";

/** The token has expired or is no good, or there has to be one: the server's codes, and the SDK's for no fresh one. */
const tokenCodes: readonly number[] = [1, 109, 3500];
const kickedCode = 4500;
const bannedCode = 4501;
const lockdownCode = 4502;

/** What the server says where nobody has given a reason. */
const noReason: readonly string[] = ["", "kicked", "banned", "locked down", "lockdown"];

export function isTokenFault(code: number): boolean {
  return tokenCodes.includes(code);
}

/** "spam (until 2026-11-24T21:00:00Z)" as its reason and the time. */
function splitReason(reason: string): { readonly why: string; readonly until: number } {
  const match = /^(?<why>.*?) ?\(until (?<until>\S+Z)\)$/su.exec(reason);
  const until = Date.parse(match?.groups?.["until"] ?? "");
  if (Number.isNaN(until)) return { why: reason, until: 0 };
  return { why: match?.groups?.["why"] ?? "", until };
}

function withReason(sentence: (reason: string) => string, reason: string): string {
  const { why, until } = splitReason(reason);
  const said = sentence(noReason.includes(why) ? "" : why);
  return until === 0 ? said : `${said} ${t.holdsUntil(timeText(until))}`;
}

function asSentence(words: string): string {
  const sentence = words.charAt(0).toLocaleUpperCase("en") + words.slice(1);
  return /[.!?]$/u.test(sentence) ? sentence : `${sentence}.`;
}

export function refusalText(code: number, reason: string): string {
  if (isTokenFault(code)) return t.wantsToken;
  switch (code) {
    case kickedCode:
      return withReason(t.sentAway, reason);
    case bannedCode:
      return withReason(t.banned, reason);
    case lockdownCode:
      return withReason(t.lockedDown, reason);
    default:
      break;
  }
  // Below the codes of connections are those of answers, whose texts are sentences already.
  if (code < 3000 && reason !== "") return asSentence(reason);
  return reason === "" ? t.endedByCode(code) : t.ended(reason);
}
