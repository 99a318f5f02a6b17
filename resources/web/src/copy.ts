import { make } from "./dom.ts";

/** Puts text onto the clipboard; false when the browser does not allow that. */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (!navigator.clipboard) return copyByHand(text);
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The only way where the page came over plain http from another machine. */
function copyByHand(text: string): boolean {
  const focused = document.activeElement;
  const field = make("textarea", "sr-only");
  field.value = text;
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
}
