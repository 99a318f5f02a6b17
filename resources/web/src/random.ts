/** 32 hexadecimal digits of chance alone: they say nothing of the browser or of who uses it. */
export function randomName(): string {
  // Not randomUUID(), which plain http has not.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
