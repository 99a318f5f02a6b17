// Which room the page is in, and the way to another one: the room is part of the page's address.
import { byId, make } from "./dom.ts";
import { members, number, text } from "./model/wire.ts";
import { defaultRoom } from "./nickname.ts";
import { t } from "./text/text.ts";

const prefix = "chat:";

export function roomOfPage(): string {
  return new URLSearchParams(location.search).get("room") || defaultRoom;
}

export function channelOf(room: string): string {
  return prefix + room;
}

/** The link's own host and protocol: a page that came over https may only use wss. */
export function linkUrl(): string {
  const url = new URL("/connection/websocket", location.href);
  url.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  url.search = url.hash = "";
  return url.href;
}

function go(room: string): void {
  const target = new URL(location.href);
  target.searchParams.set("room", room);
  location.assign(target);
}

export interface ListedRoom {
  readonly name: string;
  readonly people: number;
}

/** What chat.directory answers. */
export function readDirectory(answer: unknown): ListedRoom[] {
  const rooms = members(answer)["rooms"];
  return (Array.isArray(rooms) ? (rooms as unknown[]) : [])
    .map(members)
    .map((room) => ({ name: text(room["channel"]).slice(prefix.length), people: number(room["people"]) }))
    .filter(({ name }) => name !== "");
}

export class RoomDialog {
  private readonly dialog_ = byId("room-dialog", HTMLDialogElement);
  private readonly field_ = byId("room-input", HTMLInputElement);
  private readonly list_ = byId("room-list", HTMLElement);
  private asked_ = 0;

  /** `find` is asked for the rooms in use whose names have some text in them. */
  constructor(
    private readonly room_: string,
    private readonly find_: (text: string) => Promise<readonly ListedRoom[]>,
  ) {
    byId("room-name", HTMLElement).textContent = room_;
    byId("empty-room", HTMLElement).textContent = room_;
    byId("room", HTMLButtonElement).addEventListener("click", () => {
      this.field_.value = "";
      this.dialog_.showModal();
      void this.list();
    });
    this.field_.addEventListener("input", () => void this.list());
    byId("room-cancel", HTMLButtonElement).addEventListener("click", () => this.dialog_.close());
    byId("room-form", HTMLFormElement).addEventListener("submit", () => go(this.field_.value));
  }

  /** Answers may overtake each other; the last question counts. */
  private async list(): Promise<void> {
    const asked = ++this.asked_;
    let rooms: readonly ListedRoom[] = [];
    try {
      rooms = await this.find_(this.field_.value);
    } catch {
      // Without the list one can still type a name.
    }
    if (asked !== this.asked_) return;
    this.list_.replaceChildren(...rooms.map((room) => this.row(room)));
    byId("room-list-title", HTMLElement).hidden = this.list_.hidden = rooms.length === 0;
  }

  private row({ name, people }: ListedRoom): HTMLElement {
    const button = make("button", "list-button", make("span", "room-name", name), make("span", "list-detail", t.people(people)));
    button.type = "button";
    if (name === this.room_) button.ariaCurrent = "true";
    button.addEventListener("click", () => go(name));
    return make("li", "", button);
  }
}
