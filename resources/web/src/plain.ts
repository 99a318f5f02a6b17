// The seed's dialect: one message a text frame, "nickname: text".
import { isValidNickname, maxNicknameCharacters } from "./nickname.ts";

export const maxTextCharacters = 4_000;

export interface PlainMessage {
  /** Empty when the line names nobody that a nickname may be. */
  readonly nickname: string;
  readonly text: string;
}

/** Splits at the first ": " when what stands before it is a valid nickname; otherwise all is text. */
export function parsePlain(line: string): PlainMessage {
  // A character is at most two UTF-16 units, so the search is bounded.
  const at = line.slice(0, maxNicknameCharacters * 2 + 2).indexOf(": ");
  const nickname = at < 0 ? "" : line.slice(0, at);
  return isValidNickname(nickname) ? { nickname, text: line.slice(at + 2) } : { nickname: "", text: line };
}

/**
 * The line for the wire. Lone surrogates become U+FFFD here as they would in the socket, so that the echo
 * is known by being equal.
 */
export function formatPlain(nickname: string, text: string): string {
  return `${nickname}: ${text}`.replace(/\p{Surrogate}/gu, "\uFFFD");
}
