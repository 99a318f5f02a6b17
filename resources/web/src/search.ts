// Finds what was said in the room.
import { whyOf } from "./calls.ts";
import { byId, make } from "./dom.ts";
import { authorOf } from "./message.ts";
import type { Message, Page } from "./model/wire.ts";
import { clockText, dayText, t } from "./text/text.ts";

/** While somebody types, not every letter is a question. */
const settleMs = 250;

export class SearchDialog {
  private readonly dialog_ = byId("search-dialog", HTMLDialogElement);
  private readonly field_ = byId("search-input", HTMLInputElement);
  private readonly list_ = byId("search-list", HTMLElement);
  private readonly state_ = byId("search-state", HTMLElement);
  private timer_: number | undefined;
  private asked_ = 0;

  constructor(
    private readonly find_: (text: string) => Promise<Page>,
    private readonly reveal_: (id: string) => void,
  ) {
    byId("search", HTMLButtonElement).addEventListener("click", () => this.open());
    byId("search-close", HTMLButtonElement).addEventListener("click", () => this.dialog_.close());
    this.field_.addEventListener("input", () => {
      clearTimeout(this.timer_);
      this.timer_ = setTimeout(() => void this.search(), settleMs);
    });
  }

  private open(): void {
    this.dialog_.showModal();
    this.field_.select();
  }

  private async search(): Promise<void> {
    const asked = ++this.asked_;
    const wanted = this.field_.value.trim();
    if (wanted === "") {
      this.show([], "");
      return;
    }
    try {
      const { messages } = await this.find_(wanted);
      if (asked !== this.asked_) return;
      const newestFirst = [...messages].reverse();
      this.show(newestFirst.map((message) => this.row(message)), messages.length === 0 ? t.nothingFound : "");
    } catch (error) {
      if (asked === this.asked_) this.show([], t.searchFailed(whyOf(error)));
    }
  }

  private row(message: Message): HTMLElement {
    const head = make("span", "result-head", authorOf(message), ` · ${dayText(message.at)}, ${clockText(message.at)}`);
    const button = make("button", "list-button result", head, make("span", "text", message.text));
    button.type = "button";
    button.addEventListener("click", () => {
      this.dialog_.close();
      this.reveal_(message.id);
    });
    return make("li", "", button);
  }

  private show(rows: readonly HTMLElement[], state: string): void {
    this.list_.replaceChildren(...rows);
    this.state_.textContent = state;
  }
}
