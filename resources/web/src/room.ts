// Which room the page is in, and the way to another one: the room is part of the page's address.
import { deviceName } from "./device.ts";
import { byId } from "./dom.ts";
import { defaultRoom } from "./nickname.ts";

export function roomOfPage(): string {
  return new URLSearchParams(location.search).get("room") || defaultRoom;
}

/** The link's own host and protocol: a page that came over https may only use wss. */
export function chatUrl(room: string): string {
  const url = new URL("/ws/chat", location.href);
  url.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  url.searchParams.set("room", room);
  const device = deviceName();
  if (device) url.searchParams.set("device", device);
  return url.href;
}

export function setUpRoomDialog(room: string): void {
  const dialog = byId("room-dialog", HTMLDialogElement);
  const field = byId("room-input", HTMLInputElement);
  byId("room-name", HTMLElement).textContent = room;
  byId("empty-room", HTMLElement).textContent = room;
  byId("room", HTMLButtonElement).addEventListener("click", () => {
    field.value = "";
    dialog.showModal();
  });
  byId("room-cancel", HTMLButtonElement).addEventListener("click", () => dialog.close());
  byId("room-form", HTMLFormElement).addEventListener("submit", () => {
    const target = new URL(location.href);
    target.searchParams.set("room", field.value);
    location.assign(target);
  });
}
