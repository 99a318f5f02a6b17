// A colour and an initial for a nickname: the same for everybody, without anything being stored.
import { make } from "./dom.ts";

/** Far enough apart to be told from each other; style.css gives them one lightness, so all are readable. */
const hueSteps = 18;

export function hueOf(nickname: string): number {
  let hash = 0x811c9dc5;
  for (const unit of new TextEncoder().encode(nickname.toLocaleLowerCase("en")))
    hash = Math.imul(hash ^ unit, 0x01000193) >>> 0;
  return (hash % hueSteps) * (360 / hueSteps);
}

export function initialOf(nickname: string): string {
  const first = new Intl.Segmenter().segment(nickname)[Symbol.iterator]().next().value;
  return (first?.segment ?? "?").toLocaleUpperCase();
}

export function paintAvatar(avatar: HTMLElement, nickname: string): void {
  avatar.textContent = initialOf(nickname);
  avatar.style.setProperty("--hue", String(hueOf(nickname)));
}

export function makeAvatar(nickname: string): HTMLElement {
  const avatar = make("span", "avatar");
  avatar.ariaHidden = "true";
  paintAvatar(avatar, nickname);
  return avatar;
}
