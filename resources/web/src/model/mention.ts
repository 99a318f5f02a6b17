// Whether a message speaks to somebody by name.

const wordCharacter = /[\p{L}\p{N}\p{M}_]/u;

/** Character by character, since a nickname may hold anything that a regular expression would take for its own. */
export function mentions(text: string, nickname: string): boolean {
  if (nickname === "") return false;
  const where = text.toLocaleLowerCase();
  const what = nickname.toLocaleLowerCase();
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
    // A character is at most two units.
    const end = at + what.length;
    const before = [...where.slice(Math.max(0, at - 2), at)].at(-1) ?? " ";
    const after = [...where.slice(end, end + 2)][0] ?? " ";
    if (!wordCharacter.test(before) && !wordCharacter.test(after)) return true;
  }
  return false;
}
