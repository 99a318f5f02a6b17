// The top of the log: where older messages come from, or where the room begins.
import { byId } from "./dom.ts";
import type { PastState } from "./model/past.ts";
import { t } from "./text/text.ts";

export class OlderView {
  private readonly button_ = byId("older-button", HTMLButtonElement);
  private readonly text_ = byId("older-text", HTMLElement);

  constructor(load: () => void) {
    this.button_.addEventListener("click", load);
  }

  /** A room in which nothing was said has a beginning of its own, in the middle of the page. */
  show(state: PastState, isEmpty: boolean): void {
    byId("older", HTMLElement).hidden = state === "complete" && isEmpty;
    this.button_.hidden = state === "complete";
    this.button_.disabled = state === "loading";
    this.button_.textContent = state === "loading" ? t.loading : t.older;
    this.text_.hidden = state !== "complete";
  }
}
