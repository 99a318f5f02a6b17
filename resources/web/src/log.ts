// The list of messages: draws in batches, stays at the bottom unless the reader scrolled up, is bounded.
import { make } from "./dom.ts";
import { clockText, dayText, MessageGroup, type Entry } from "./message.ts";

export const maxLogItems = 2_000;
const nearBottomPx = 48;
/** A page in the background gets no animation frames, but its log and its title must go on. */
const hiddenFlushMs = 250;

type Item = Entry | { readonly notice: string; readonly at: number };

interface LogParts {
  readonly log: HTMLElement;
  readonly trimmed: HTMLElement;
  readonly empty: HTMLElement;
  readonly jump: HTMLButtonElement;
}

export class LogView {
  private queue_: Item[] = [];
  private drawn_: HTMLElement[] = [];
  private group_: MessageGroup | undefined;
  private day_ = "";
  private atBottom_ = true;
  private unseen_ = 0;
  private flushPending_ = false;

  constructor(private readonly parts_: LogParts) {
    parts_.log.addEventListener("scroll", () => this.scrolled(), { passive: true });
    parts_.jump.addEventListener("click", () => this.toBottom());
    new ResizeObserver(() => {
      if (this.atBottom_) this.toBottom();
    }).observe(parts_.log);
  }

  add(item: Item): void {
    this.queue_.push(item);
    // Drawn all at once, the older ones would be cut again.
    if (this.queue_.length > maxLogItems * 2) this.queue_ = this.queue_.slice(-maxLogItems);
    if (this.flushPending_) return;
    this.flushPending_ = true;
    if (document.visibilityState === "visible") requestAnimationFrame(() => this.flush());
    else setTimeout(() => this.flush(), hiddenFlushMs);
  }

  private flush(): void {
    this.flushPending_ = false;
    const items = this.queue_.slice(-maxLogItems);
    this.queue_ = [];
    this.parts_.empty.hidden = true;
    let ownCame = false;
    for (const item of items) {
      this.draw(item);
      ownCame ||= "own" in item && item.own;
    }
    this.trim();
    if (this.atBottom_ || ownCame) {
      this.toBottom();
    } else {
      this.unseen_ += items.filter((item) => "text" in item).length;
      this.showJump();
    }
  }

  private draw(item: Item): void {
    const day = dayText(item.at);
    if (this.day_ !== "" && this.day_ !== day) this.drawNotice(day, "notice day");
    this.day_ = day;
    if ("notice" in item) {
      this.drawNotice(item.notice, "notice");
      return;
    }
    if (!this.group_?.takes(item)) {
      this.group_ = new MessageGroup(item);
      this.parts_.log.append(this.group_.element);
    }
    this.drawn_.push(this.group_.append(item));
  }

  private drawNotice(text: string, className: string): void {
    const notice = make("p", className, text);
    this.parts_.log.append(notice);
    this.drawn_.push(notice);
    this.group_ = undefined;
  }

  private trim(): void {
    const surplus = this.drawn_.splice(0, Math.max(0, this.drawn_.length - maxLogItems));
    for (const element of surplus) {
      const group = element.closest(".group");
      element.remove();
      if (group && !group.querySelector(".message")) group.remove();
    }
    if (surplus.length > 0) this.parts_.trimmed.hidden = false;
  }

  private scrolled(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.parts_.log;
    this.atBottom_ = scrollHeight - scrollTop - clientHeight < nearBottomPx;
    if (this.atBottom_) this.unseen_ = 0;
    this.showJump();
  }

  private toBottom(): void {
    this.parts_.log.scrollTop = this.parts_.log.scrollHeight;
    this.atBottom_ = true;
    this.unseen_ = 0;
    this.showJump();
  }

  private showJump(): void {
    const { jump } = this.parts_;
    jump.hidden = this.atBottom_;
    jump.textContent =
      this.unseen_ === 0 ? "Latest messages" : `${this.unseen_} new message${this.unseen_ === 1 ? "" : "s"}`;
  }
}

/** What a reader must know after a break: the plain dialect does not bring back what was missed. */
export function gapNotice(lostAt: number, backAt: number): string {
  return `Reconnected. Messages sent between ${clockText(lostAt)} and ${clockText(backAt)} may be missing here.`;
}
