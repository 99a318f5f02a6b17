// One message as elements, and the groups that messages of one author form.
import { hueOf, makeAvatar } from "./avatar.ts";
import { make } from "./dom.ts";
import { splitLinks } from "./links.ts";
import { nicknameWhenEmpty } from "./nickname.ts";

export interface Entry {
  readonly nickname: string;
  readonly text: string;
  readonly own: boolean;
  readonly at: number;
}

const groupSpanMs = 5 * 60_000;
const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const longClock = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });
const calendar = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });

export function clockText(at: number): string {
  return clock.format(at);
}

export function dayText(at: number): string {
  return calendar.format(at);
}

function textElement(text: string): HTMLElement {
  const element = make("span", "text");
  element.dir = "auto";
  for (const part of splitLinks(text)) {
    if (part.href === undefined) {
      element.append(part.text);
      continue;
    }
    const link = make("a", "link", part.text);
    link.href = part.href;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    element.append(link);
  }
  return element;
}

/** Consecutive messages of one author: one picture, one name, one time. */
export class MessageGroup {
  readonly element: HTMLElement;
  private readonly body_: HTMLElement;
  private readonly nickname_: string;

  constructor(private readonly first_: Entry) {
    this.nickname_ = first_.nickname || nicknameWhenEmpty;
    this.body_ = make("div", "group-body", this.heading());
    this.element = make("div", first_.own ? "group own" : "group", makeAvatar(this.nickname_), this.body_);
  }

  takes(entry: Entry): boolean {
    const { nickname, own, at } = this.first_;
    return entry.nickname === nickname && entry.own === own && entry.at - at < groupSpanMs;
  }

  /** A screen reader hears each message as it comes, so each says whose it is. */
  append(entry: Entry): HTMLElement {
    const message = make("p", "message");
    if (this.body_.childElementCount > 1) message.append(make("span", "sr-only", `${this.nickname_}: `));
    message.append(textElement(entry.text));
    message.title = longClock.format(entry.at);
    this.body_.append(message);
    return message;
  }

  private heading(): HTMLElement {
    const name = make("bdi", "author", this.nickname_);
    name.style.setProperty("--hue", String(hueOf(this.nickname_)));
    const time = make("time", "time", clockText(this.first_.at));
    time.dateTime = new Date(this.first_.at).toISOString();
    const you = this.first_.own ? [make("span", "you", "you")] : [];
    return make("p", "group-head", name, ...you, time);
  }
}
