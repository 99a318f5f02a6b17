// Whom a message speaks to by name. The rule is the server's (server/protocol/Mention.h), which counts mentions for
// whoever is away: what stands out here is what was counted there.

// What would make a name a longer one.
const ofName = /[\p{L}\p{Nd}\p{M}_]/u;

/** Texts that differ in nothing but case are one. Unicode folds "ß" as "ss", and lets a dotless "ı" be no "i". */
function folded(text: string): string {
  return Array.from(text, (one) => (one === "ı" ? one : one.toLowerCase().toUpperCase().toLowerCase())).join("");
}

/**
 * Whether there is a `@` with `nickname` behind it in `text`, in any case, and as a word of its own: in
 * `mail@anna.example` and `@annabel` is no `anna`. Nobody is called by an empty name.
 */
export function mentions(text: string, nickname: string): boolean {
  // Most messages name nobody.
  if (nickname === "" || !text.includes("@")) return false;
  const all = folded(text);
  const wanted = folded(`@${nickname}`);
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
    // A character is at most two units.
    const end = at + wanted.length;
    const before = [...all.slice(Math.max(0, at - 2), at)].at(-1) ?? "";
    const after = [...all.slice(end, end + 2)][0] ?? "";
    if (!ofName.test(before) && !ofName.test(after)) return true;
  }
  return false;
}
