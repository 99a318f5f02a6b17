// Who is in the room: how many beside its name, and all of them in a dialog.
import { makeAvatar } from "./avatar.ts";
import { byId, make } from "./dom.ts";
import type { Menu, MenuItem } from "./menu.ts";
import type { Person } from "./model/link.ts";
import type { Target } from "./staff.ts";
import { t } from "./text/text.ts";

/** Asked for and not told, since in a large room people come and go all the time. */
const askEveryMs = 10_000;

export interface PeopleSource {
  isConnected(): boolean;
  count(): Promise<number>;
  people(): Promise<readonly Person[]>;
  client(): string;
  /** What may be done about one of them. */
  items(target: Target): readonly MenuItem[];
}

interface Row extends Target {
  readonly isYou: boolean;
  /** The same user on several connections. */
  readonly connections: number;
}

/** A row for each user, and for each connection of somebody anonymous; oneself first, then by name. */
export function rowsOf(people: readonly Person[], ownClient: string): Row[] {
  const rows = new Map<string, Row>();
  for (const { client, user, nickname } of people) {
    const key = user === "" ? `client ${client}` : `user ${user}`;
    const before = rows.get(key);
    rows.set(key, {
      name: before?.name || nickname || user || t.anonymous,
      user,
      client: before?.client ?? client,
      isYou: before?.isYou === true || client === ownClient,
      connections: (before?.connections ?? 0) + 1,
    });
  }
  return [...rows.values()].sort((one, other) =>
    one.isYou === other.isYou ? one.name.localeCompare(other.name) : Number(other.isYou) - Number(one.isYou),
  );
}

export class PeopleView {
  private readonly button_ = byId("people", HTMLButtonElement);
  private readonly count_ = byId("people-count", HTMLElement);
  private readonly dialog_ = byId("people-dialog", HTMLDialogElement);
  private readonly list_ = byId("people-list", HTMLElement);

  constructor(
    private readonly source_: PeopleSource,
    private readonly menu_: Menu,
  ) {
    this.button_.addEventListener("click", () => void this.open());
    byId("people-close", HTMLButtonElement).addEventListener("click", () => this.dialog_.close());
    this.dialog_.addEventListener("close", () => menu_.close(false));
    setInterval(() => void this.refresh(), askEveryMs);
    document.addEventListener("visibilitychange", () => void this.refresh());
  }

  /** Also when the room has just been entered. What cannot be learned now stays as it was. */
  async refresh(): Promise<void> {
    if (!this.source_.isConnected() || document.visibilityState !== "visible") return;
    try {
      this.show(await this.source_.count());
      // Who is about to choose from a menu does not have its button taken away.
      if (this.dialog_.open && !this.menu_.isOpen) await this.fill();
    } catch {
      return;
    }
  }

  /** What was done about one of them, for who has the list before them. */
  say(text: string): void {
    if (this.dialog_.open) byId("people-state", HTMLElement).textContent = text;
    void this.refresh();
  }

  private show(count: number): void {
    this.button_.hidden = false;
    this.count_.textContent = String(count);
    this.button_.ariaLabel = t.peopleHere(count);
  }

  private async open(): Promise<void> {
    byId("people-state", HTMLElement).textContent = "";
    this.dialog_.showModal();
    try {
      await this.fill();
    } catch {
      this.list_.replaceChildren(make("li", "list-empty", t.peopleUnknown));
    }
  }

  private async fill(): Promise<void> {
    const rows = rowsOf(await this.source_.people(), this.source_.client());
    const focused = document.activeElement;
    const key = focused instanceof HTMLElement && this.list_.contains(focused) ? focused.dataset["key"] : undefined;
    this.list_.replaceChildren(...rows.map((row) => this.row(row)));
    if (key === undefined) return;
    const again = [...this.list_.querySelectorAll<HTMLElement>("[data-key]")].find((one) => one.dataset["key"] === key);
    (again ?? this.list_).focus();
  }

  private row(row: Row): HTMLElement {
    const { name, isYou, connections } = row;
    const label = make("bdi", "list-name", name);
    const marks = [
      ...(isYou ? [make("span", "you", t.you)] : []),
      ...(connections > 1 ? [make("span", "list-detail", t.connections(connections))] : []),
    ];
    const element = make("li", "list-row", makeAvatar(name), label, ...marks);
    if (!isYou && this.source_.items(row).length > 0) element.append(this.actions(row));
    return element;
  }

  private actions(row: Row): HTMLElement {
    const button = make("button", "row-actions");
    button.type = "button";
    button.ariaLabel = t.personMenu(row.name);
    button.ariaHasPopup = "menu";
    button.dataset["key"] = row.user || row.client;
    const items = () => this.source_.items(row).map(({ key: _, ...item }) => item);
    button.addEventListener("click", () => this.menu_.openBelow(t.personMenu(row.name), items(), button));
    return button;
  }
}
