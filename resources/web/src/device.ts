// What this browser calls itself, so that an operator can keep off a device and not all who share its address.
const storageKey = "chinwag.device";
const pattern = /^[0-9a-f]{32}$/;

/** Chance alone: it says nothing of the browser or of who uses it. */
function randomName(): string {
  // Not randomUUID(), which plain http has not.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The same at every visit; undefined where the browser forbids storage, since one that changes names nothing. */
export function deviceName(): string | undefined {
  try {
    const known = localStorage.getItem(storageKey) ?? "";
    const name = pattern.test(known) ? known : randomName();
    localStorage.setItem(storageKey, name);
    return name;
  } catch {
    return undefined;
  }
}
