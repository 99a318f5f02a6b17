// What a nickname and a room may be: the server's rules (server/protocol/ChatRules.h), so that people are
// told at once. The server judges by itself.
import { t } from "./text/text.ts";

export const maxNicknameCharacters = 32;
/** What somebody without a name is called on the wire, in every language. */
export const nicknameWhenEmpty = "Anonymous";

// Controls, line and paragraph separators, direction marks, and marks that do not show.
const unwelcome =
  /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF\u00AD]|\p{Surrogate}/u;
const outerSpace = /^[ \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]|[ \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]$/u;

export function isValidNickname(nickname: string): boolean {
  const characters = [...nickname].length;
  return (
    characters >= 1 &&
    characters <= maxNicknameCharacters &&
    !unwelcome.test(nickname) &&
    !outerSpace.test(nickname)
  );
}

/** What is wrong with a nickname, for the person who chose it; empty when nothing is. */
export function nicknameFault(nickname: string): string {
  if (nickname === "") return "";
  if ([...nickname].length > maxNicknameCharacters)
    return t.nicknameTooLong(maxNicknameCharacters);
  // The wire separates nickname and text by the first ": ".
  if (nickname.includes(": ")) return t.nicknameColon;
  if (!isValidNickname(nickname))
    return t.nicknameInvisible;
  return "";
}

const roomPattern = /^[A-Za-z0-9._-]{1,64}$/;
export const defaultRoom = "lobby";

export function isValidRoom(room: string): boolean {
  return roomPattern.test(room);
}
