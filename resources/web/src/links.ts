// Finds web addresses in a text. Only http and https become links; all else stays text.

export interface TextPart {
  readonly text: string;
  readonly href?: string;
}

const candidate = /\bhttps?:\/\/[^\s<>"'`\u0000-\u0020\u2028\u2029\u202A-\u202E\u2066-\u2069]+/giu;
/** Longer than any address that a person shares, and short enough to look at character by character. */
const maxAddressUnits = 2_048;
const closers: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** Punctuation that ends the sentence and not the address; a closing bracket stays if it was opened inside. */
function trimmed(address: string): string {
  let end = address.length;
  for (; end > 0; --end) {
    const last = address.charAt(end - 1);
    const opener = closers[last];
    const body = address.slice(0, end);
    const unopened = opener !== undefined && body.split(last).length > body.split(opener).length;
    if (!unopened && !/[.,;:!?*_~…。，！？]/u.test(last)) break;
  }
  return address.slice(0, end);
}

function safeHref(address: string): string | undefined {
  try {
    const url = new URL(address);
    // Credentials in an address are only ever used to make it look like another.
    const plain = url.username === "" && url.password === "";
    return plain && (url.protocol === "https:" || url.protocol === "http:") ? url.href : undefined;
  } catch {
    return undefined;
  }
}

export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  for (const match of text.matchAll(candidate)) {
    if (match[0].length > maxAddressUnits) continue;
    const address = trimmed(match[0]);
    const href = safeHref(address);
    if (href === undefined) continue;
    if (match.index > done) parts.push({ text: text.slice(done, match.index) });
    parts.push({ text: address, href });
    done = match.index + address.length;
  }
  if (done < text.length) parts.push({ text: text.slice(done) });
  return parts;
}
