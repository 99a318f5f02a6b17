// Shows the messages whose receipt is missing, so that none is lost without the writer knowing.
import { make } from "./dom.ts";
import type { OutboxEntry } from "./outbox.ts";
import { parsePlain } from "./plain.ts";

/** On a good link the echo is back long before; then nothing flickers. */
const showSendingAfterMs = 700;

export class UnsentView {
  private timer_: number | undefined;

  constructor(
    private readonly list_: HTMLElement,
    private readonly sendAgain_: (id: number) => void,
    private readonly discard_: (id: number) => void,
  ) {}

  show(entries: readonly OutboxEntry[]): void {
    clearTimeout(this.timer_);
    const unconfirmed = entries.filter((entry) => entry.status === "unconfirmed");
    this.draw(unconfirmed);
    if (entries.length > unconfirmed.length)
      this.timer_ = setTimeout(() => this.draw(entries), showSendingAfterMs);
  }

  private draw(entries: readonly OutboxEntry[]): void {
    this.list_.replaceChildren(...entries.map((entry) => this.row(entry)));
    this.list_.hidden = entries.length === 0;
  }

  private row(entry: OutboxEntry): HTMLElement {
    const text = make("span", "unsent-text", parsePlain(entry.line).text);
    text.dir = "auto";
    if (entry.status === "sending") return make("li", "unsent-row", make("em", "", "Sending"), text);
    const again = this.button("Send again", () => this.sendAgain_(entry.id));
    const discard = this.button("Discard", () => this.discard_(entry.id));
    return make("li", "unsent-row", make("em", "", "Maybe not delivered"), text, again, discard);
  }

  private button(label: string, action: () => void): HTMLElement {
    const button = make("button", "button button-small", label);
    button.type = "button";
    button.addEventListener("click", action);
    return button;
  }
}
