// The list of messages: draws in batches, stays at the bottom unless the reader scrolled up, is bounded.
import { byId, make } from "./dom.ts";
import { MessageGroup, redraw, type Shown } from "./message.ts";
import type { Message } from "./model/wire.ts";
import { dayText, t } from "./text/text.ts";

export const maxLogItems = 2_000;
const nearBottomPx = 48;
/** Older messages are asked for before the reader is at the very top. */
const nearTopPx = 400;
/** A page in the background gets no animation frames, but its log and its title must go on. */
const hiddenFlushMs = 250;

interface Notice {
  readonly text: string;
  /** The message that it stands behind; empty: before all. */
  readonly after: string;
}

/** What the log asks of those who know. */
export interface LogSource {
  /** All messages, oldest first. */
  messages(): readonly Message[];
  shown(message: Message): Shown;
  /** Forgets the oldest beyond `most`. */
  trim(most: number): readonly Message[];
  /** The reader comes near the top. */
  wantsOlder(): void;
}

export class LogView {
  private readonly log_ = byId("log", HTMLElement);
  private readonly older_ = byId("older", HTMLElement);
  private readonly empty_ = byId("empty", HTMLElement);
  private readonly jump_ = byId("jump", HTMLButtonElement);
  private queue_: Message[] = [];
  private notices_: Notice[] = [];
  private readonly elements_ = new Map<string, HTMLElement>();
  private group_: MessageGroup | undefined;
  private day_ = "";
  private last_ = "";
  private atBottom_ = true;
  private unseen_ = 0;
  private flushPending_ = false;

  constructor(private readonly source_: LogSource) {
    this.log_.addEventListener("scroll", () => this.scrolled(), { passive: true });
    this.jump_.addEventListener("click", () => this.toBottom());
    new ResizeObserver(() => {
      if (this.atBottom_) this.toBottom();
    }).observe(this.log_);
  }

  /** The newest message. */
  append(message: Message): void {
    this.queue_.push(message);
    // Drawn all at once, the older ones would be cut again.
    if (this.queue_.length > maxLogItems * 2) this.queue_ = this.queue_.slice(-maxLogItems);
    if (this.flushPending_) return;
    this.flushPending_ = true;
    if (document.visibilityState === "visible") requestAnimationFrame(() => this.flush());
    else setTimeout(() => this.flush(), hiddenFlushMs);
  }

  /** The message, or what it answers, is another one now. */
  update(message: Message): void {
    const at = this.queue_.findIndex(({ id }) => id === message.id);
    if (at >= 0) this.queue_[at] = message;
    for (const one of this.source_.messages())
      if (one.id === message.id || one.replyTo === message.id) this.redraw(one);
    if (this.atBottom_) this.toBottom();
  }

  /** Other messages speak to the reader by name now. The elements stay: somebody may be clicking on one of them. */
  remark(): void {
    for (const message of this.source_.messages())
      this.elements_.get(message.id)?.classList.toggle("mention", this.source_.shown(message).isMention);
  }

  /** Something that is to be read and that nobody has said. */
  notice(text: string): void {
    this.flush();
    this.notices_.push({ text, after: this.last_ });
    this.drawNotice(text, "notice");
    this.empty_.hidden = true;
    if (this.atBottom_) this.toBottom();
  }

  /** Draws everything anew, with what the reader looks at where it was. */
  rebuild(): void {
    const { log_: log, empty_: empty } = this;
    this.queue_ = [];
    const fromBottom = log.scrollHeight - log.scrollTop;
    const focused = log.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset["id"] : "";
    // A screen reader is not to be told of what was there already.
    log.ariaBusy = "true";
    this.clear();
    this.drawNotices("");
    for (const message of this.source_.messages()) {
      this.draw(message);
      this.drawNotices(message.id);
    }
    log.ariaBusy = "false";
    empty.hidden = log.querySelector(".group, .notice") !== null;
    if (focused) this.elements_.get(focused)?.focus({ preventScroll: true });
    if (this.atBottom_) this.toBottom();
    else log.scrollTop = log.scrollHeight - fromBottom;
  }

  element(id: string): HTMLElement | undefined {
    return this.elements_.get(id);
  }

  /** Brings the message into sight and points it out; false when it is not here. */
  reveal(id: string): boolean {
    const element = this.elements_.get(id);
    if (!element) return false;
    element.scrollIntoView({ block: "center" });
    element.focus({ preventScroll: true });
    element.classList.remove("revealed");
    // Asked for, so that the animation begins anew when the same message is revealed twice.
    void element.offsetWidth;
    element.classList.add("revealed");
    return true;
  }

  private flush(): void {
    this.flushPending_ = false;
    const messages = this.queue_.slice(-maxLogItems);
    this.queue_ = [];
    if (messages.length === 0) return;
    this.empty_.hidden = true;
    let ownCame = false;
    for (const message of messages) ownCame = this.draw(message).isOwn || ownCame;
    this.trim();
    if (this.atBottom_ || ownCame) {
      this.toBottom();
    } else {
      this.unseen_ += messages.length;
      this.showJump();
    }
  }

  private draw(message: Message): Shown {
    const shown = this.source_.shown(message);
    const day = dayText(message.at);
    if (this.day_ !== day && (this.day_ !== "" || day !== dayText(Date.now()))) this.drawNotice(day, "notice day");
    this.day_ = day;
    if (!this.group_?.takes(shown)) {
      this.group_ = new MessageGroup(shown);
      this.log_.append(this.group_.element);
    }
    this.elements_.set(message.id, this.group_.append(shown));
    this.last_ = message.id;
    return shown;
  }

  private redraw(message: Message): void {
    const element = this.elements_.get(message.id);
    if (element) this.elements_.set(message.id, redraw(element, this.source_.shown(message)));
  }

  private drawNotices(after: string): void {
    for (const notice of this.notices_) if (notice.after === after) this.drawNotice(notice.text, "notice");
  }

  private drawNotice(text: string, className: string): void {
    this.log_.append(make("p", className, text));
    this.group_ = undefined;
  }

  private clear(): void {
    const { log_: log, older_: older } = this;
    while (log.lastChild && log.lastChild !== older) log.lastChild.remove();
    this.elements_.clear();
    this.group_ = undefined;
    this.day_ = "";
    this.last_ = "";
  }

  /** Only while the reader is at the end: who reads the past must not lose it. */
  private trim(): void {
    if (!this.atBottom_) return;
    for (const { id } of this.source_.trim(maxLogItems)) {
      const element = this.elements_.get(id);
      const group = element?.closest(".group");
      element?.remove();
      this.elements_.delete(id);
      if (group && !group.querySelector(".message")) group.remove();
      this.notices_ = this.notices_.filter(({ after }) => after !== id);
    }
    this.dropLeadingNotices();
  }

  /** What is left of days and notices of which every message is gone. */
  private dropLeadingNotices(): void {
    for (;;) {
      const first = this.older_.nextElementSibling;
      if (!first?.matches(".notice") || !first.nextElementSibling?.matches(".notice")) return;
      first.remove();
    }
  }

  private scrolled(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.log_;
    this.atBottom_ = scrollHeight - scrollTop - clientHeight < nearBottomPx;
    if (this.atBottom_) this.unseen_ = 0;
    this.showJump();
    if (scrollTop < nearTopPx && !this.atBottom_) this.source_.wantsOlder();
  }

  private toBottom(): void {
    this.log_.scrollTop = this.log_.scrollHeight;
    this.atBottom_ = true;
    this.unseen_ = 0;
    this.showJump();
  }

  private showJump(): void {
    const { jump_: jump } = this;
    jump.hidden = this.atBottom_;
    jump.textContent = this.unseen_ === 0 ? t.latest : t.newMessages(this.unseen_);
  }
}
