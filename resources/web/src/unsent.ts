// Shows the messages that are not confirmed, so that none is lost without the writer knowing.
import { byId, make } from "./dom.ts";
import type { OutboxEntry } from "./model/outbox.ts";
import { t } from "./text/text.ts";

/** On a good link a message is heard long before; then nothing flickers. */
const showSendingAfterMs = 700;

function isSettled({ status }: OutboxEntry): boolean {
  return status === "unconfirmed" || status === "refused";
}

export class UnsentView {
  private readonly list_ = byId("unsent", HTMLElement);
  private timer_: number | undefined;

  constructor(
    private readonly sendAgain_: (id: string) => void,
    private readonly discard_: (id: string) => void,
  ) {}

  show(entries: readonly OutboxEntry[]): void {
    clearTimeout(this.timer_);
    const atOnce = entries.filter((entry) => entry.status !== "sending");
    this.draw(atOnce);
    if (entries.length > atOnce.length) this.timer_ = setTimeout(() => this.draw(entries), showSendingAfterMs);
  }

  private draw(entries: readonly OutboxEntry[]): void {
    this.list_.replaceChildren(...entries.map((entry) => this.row(entry)));
    this.list_.hidden = entries.length === 0;
  }

  private row(entry: OutboxEntry): HTMLElement {
    const text = make("span", "unsent-text", entry.text);
    text.dir = "auto";
    const label = make("em", isSettled(entry) ? "unsent-fault" : "", t.unsentStates[entry.status]);
    const row = make("li", "unsent-row", label, text);
    if (isSettled(entry)) row.append(this.button(t.sendAgain, () => this.sendAgain_(entry.id)));
    if (entry.status !== "sending" && entry.status !== "lost")
      row.append(this.button(t.discard, () => this.discard_(entry.id)));
    if (entry.reason !== "") row.append(make("span", "unsent-reason", entry.reason));
    return row;
  }

  private button(label: string, action: () => void): HTMLElement {
    const button = make("button", "button button-small", label);
    button.type = "button";
    button.addEventListener("click", action);
    return button;
  }
}
