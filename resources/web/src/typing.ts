// Says who is writing, and tells the server when oneself is.
import { t } from "./text/text.ts";

/** The server tells it once a second at most; who has paused for so long does not write any more. */
const shownMs = 4_000;
const tellEveryMs = 2_500;

export class Typing {
  /** By connection: the name, and the timer that ends it. */
  private readonly writers_ = new Map<string, { name: string; timer: number }>();
  private toldAt_ = 0;

  constructor(
    private readonly element_: HTMLElement,
    private readonly tell_: () => void,
  ) {}

  /** Oneself has changed what one writes. */
  wrote(): void {
    if (Date.now() - this.toldAt_ < tellEveryMs) return;
    this.toldAt_ = Date.now();
    this.tell_();
  }

  /** What oneself wrote has been said. */
  said(): void {
    this.toldAt_ = 0;
  }

  heard(client: string, name: string): void {
    clearTimeout(this.writers_.get(client)?.timer);
    const timer = setTimeout(() => this.ended(client), shownMs);
    this.writers_.set(client, { name, timer });
    this.draw();
  }

  /** Who has said something has written it. */
  ended(client: string): void {
    clearTimeout(this.writers_.get(client)?.timer);
    if (this.writers_.delete(client)) this.draw();
  }

  /** Nothing is heard any more. */
  nobody(): void {
    for (const client of [...this.writers_.keys()]) this.ended(client);
  }

  private draw(): void {
    const names = [...this.writers_.values()].map(({ name }) => name);
    this.element_.textContent = names.length === 0 ? "" : t.writing(names);
  }
}
