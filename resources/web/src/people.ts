// Who is in the room: how many beside its name, and all of them in a dialog.
import { makeAvatar } from "./avatar.ts";
import { byId, make } from "./dom.ts";
import type { Person } from "./model/link.ts";
import { nicknameWhenEmpty } from "./nickname.ts";

/** Asked for and not told, since in a large room people come and go all the time. */
const askEveryMs = 10_000;

interface PeopleSource {
  isConnected(): boolean;
  count(): Promise<number>;
  people(): Promise<readonly Person[]>;
  client(): string;
}

interface Row {
  readonly name: string;
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
      name: before?.name || nickname || user || nicknameWhenEmpty,
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

  constructor(private readonly source_: PeopleSource) {
    this.button_.addEventListener("click", () => void this.open());
    byId("people-close", HTMLButtonElement).addEventListener("click", () => this.dialog_.close());
    setInterval(() => void this.refresh(), askEveryMs);
    document.addEventListener("visibilitychange", () => void this.refresh());
  }

  /** Also when the room has just been entered. What cannot be learned now stays as it was. */
  async refresh(): Promise<void> {
    if (!this.source_.isConnected() || document.visibilityState !== "visible") return;
    try {
      this.show(await this.source_.count());
      if (this.dialog_.open) await this.fill();
    } catch {
      return;
    }
  }

  private show(count: number): void {
    this.button_.hidden = false;
    this.count_.textContent = String(count);
    this.button_.ariaLabel = count === 1 ? "One person is here" : `${count} people are here`;
  }

  private async open(): Promise<void> {
    this.dialog_.showModal();
    try {
      await this.fill();
    } catch {
      this.list_.replaceChildren(make("li", "list-empty", "Who is here cannot be told at the moment."));
    }
  }

  private async fill(): Promise<void> {
    const rows = rowsOf(await this.source_.people(), this.source_.client());
    this.list_.replaceChildren(...rows.map((row) => this.row(row)));
  }

  private row({ name, isYou, connections }: Row): HTMLElement {
    const label = make("bdi", "list-name", name);
    const marks = [
      ...(isYou ? [make("span", "you", "you")] : []),
      ...(connections > 1 ? [make("span", "list-detail", `${connections} connections`)] : []),
    ];
    return make("li", "list-row", makeAvatar(name), label, ...marks);
  }
}
