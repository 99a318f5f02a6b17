// What the word before the cursor may become: a person, when it begins with `@`. The client program offers the same.

const longestNickname = 32;
export const mostOffered = 30;

/** Where the word stands, with its `@`, and what has been written of the name. */
export interface Beginning {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** Not within an address, a time of day or code. */
function mayBegin(text: string, at: number): boolean {
  return at === 0 || (!"`:@/._-".includes(text.charAt(at - 1)) && /[\s\p{P}\p{S}\p{Cs}]/u.test(text.charAt(at - 1)));
}

/** Undefined when there is no such word before `cursor`. A name may have spaces. */
export function beginningAt(text: string, cursor: number): Beginning | undefined {
  for (let at = cursor - 1; at >= 0 && cursor - at <= longestNickname + 1; --at) {
    const unit = text.charAt(at);
    if (unit === "\n") return undefined;
    if (unit === "@") return mayBegin(text, at) ? { start: at, end: cursor, name: text.slice(at + 1, cursor) } : undefined;
  }
  return undefined;
}

/** Those of `people` who may be meant, first who is called so from the beginning on. Nobody speaks to themselves. */
export function offered(people: readonly string[], written: string, own: string): string[] {
  const wanted = written.toLowerCase();
  const names = [...new Set(people)].filter((name) => name !== "" && name !== own);
  const begins = (name: string) => name.toLowerCase().startsWith(wanted);
  const goesOn = (name: string) => [" ", "-"].some((before) => name.toLowerCase().includes(before + wanted));
  const first = names.filter(begins);
  const later = names.filter((name) => !begins(name) && goesOn(name));
  const inOrder = (some: string[]) => some.sort((one, other) => one.localeCompare(other));
  return [...inOrder(first), ...inOrder(later)].slice(0, mostOffered);
}

/** The text with `name` in the place of the word, and where the cursor is then. */
export function completed(text: string, { start, end }: Beginning, name: string): { text: string; cursor: number } {
  const mention = `@${name} `;
  // The space that may be there already is the one that is wanted.
  const rest = text.slice(end).replace(/^ /, "");
  return { text: text.slice(0, start) + mention + rest, cursor: start + mention.length };
}
