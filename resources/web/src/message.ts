// One message as elements, and the groups that messages of one author form.
import { hueOf, makeAvatar } from "./avatar.ts";
import { make } from "./dom.ts";
import { splitLinks } from "./links.ts";
import type { Message } from "./model/wire.ts";
import { clockText, t, wholeTimeText } from "./text/text.ts";

/** A message and what the page makes of it. */
export interface Shown {
  readonly message: Message;
  readonly isOwn: boolean;
  readonly isMention: boolean;
  /** What it answers, if that is known here. */
  readonly quoted: Message | undefined;
}

const groupSpanMs = 5 * 60_000;
const longestQuote = 160;

export function authorOf({ nickname, isTakenBack }: Message): string {
  // Of what was taken back the server does not tell whose it was.
  return nickname || (isTakenBack ? t.somebody : t.anonymous);
}

/** A line of it, for where there is no room for all. */
export function excerpt(message: Message): string {
  if (message.isTakenBack) return t.takenBack;
  const line = message.text.replace(/\s+/gu, " ").trim();
  const characters = [...line];
  return characters.length > longestQuote ? `${characters.slice(0, longestQuote).join("")}…` : line;
}

export function textElement(text: string): HTMLElement {
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

function quoteElement(replyTo: string, quoted: Message | undefined): HTMLElement {
  const author = make("bdi", "quote-author", quoted ? authorOf(quoted) : t.olderMessage);
  const quote = make("button", "quote", make("span", "sr-only", t.answerTo), author);
  quote.type = "button";
  quote.tabIndex = -1;
  quote.dataset["target"] = replyTo;
  if (!quoted) return quote;
  author.style.setProperty("--hue", String(hueOf(authorOf(quoted))));
  const text = make("span", "quote-text", excerpt(quoted));
  text.dir = "auto";
  quote.append(text);
  return quote;
}

function actionsButton(message: Message): HTMLElement {
  const button = make("button", "actions");
  button.type = "button";
  // Thousands of stops on the way of the Tab key help nobody: the message itself opens the menu by Enter.
  button.tabIndex = -1;
  button.ariaLabel = t.messageMenu(authorOf(message));
  button.ariaHasPopup = "menu";
  return button;
}

function messageElement({ message, isMention, quoted }: Shown, needsAuthor: boolean): HTMLElement {
  const element = make("div", "message");
  element.dataset["id"] = message.id;
  element.tabIndex = -1;
  element.title = wholeTimeText(message.at);
  element.classList.toggle("mention", isMention);
  // A screen reader hears each message as it comes, so each says whose it is.
  if (needsAuthor) element.append(make("span", "sr-only", `${authorOf(message)}: `));
  if (message.isTakenBack) {
    element.classList.add("taken-back");
    element.append(make("span", "text", t.takenBack));
    return element;
  }
  if (message.replyTo !== "") element.append(quoteElement(message.replyTo, quoted));
  element.append(textElement(message.text));
  if (message.editedAt > 0) element.append(editedMark(message.editedAt));
  element.append(actionsButton(message));
  return element;
}

function editedMark(at: number): HTMLElement {
  const mark = make("span", "edited", t.edited);
  mark.title = t.editedOn(wholeTimeText(at));
  return mark;
}

/** Consecutive messages of one author: one picture, one name, one time. */
export class MessageGroup {
  readonly element: HTMLElement;
  private readonly body_: HTMLElement;

  constructor(private readonly first_: Shown) {
    this.body_ = make("div", "group-body", this.heading());
    const kind = first_.message.isNotice ? "group announcement" : "group";
    this.element = make("div", first_.isOwn ? `${kind} own` : kind, makeAvatar(authorOf(first_.message)), this.body_);
  }

  takes({ message, isOwn }: Shown): boolean {
    const first = this.first_.message;
    return (
      authorOf(message) === authorOf(first) &&
      // Who merely calls themselves as somebody else does is not the same.
      (isOwn || message.user === first.user) &&
      isOwn === this.first_.isOwn &&
      message.isNotice === first.isNotice &&
      message.at - first.at < groupSpanMs
    );
  }

  append(shown: Shown): HTMLElement {
    const element = messageElement(shown, this.body_.childElementCount > 1);
    this.body_.append(element);
    return element;
  }

  private heading(): HTMLElement {
    const { message, isOwn } = this.first_;
    const name = make("bdi", "author", authorOf(message));
    name.style.setProperty("--hue", String(hueOf(authorOf(message))));
    const time = make("time", "time", clockText(message.at));
    time.dateTime = new Date(message.at).toISOString();
    const marks = [
      ...(isOwn ? [make("span", "you", t.you)] : []),
      ...(message.isNotice ? [make("span", "you", t.notice)] : []),
    ];
    return make("p", "group-head", name, ...marks, time);
  }
}

/** The message as it is now, in place of the element that shows it. */
export function redraw(element: HTMLElement, shown: Shown): HTMLElement {
  const fresh = messageElement(shown, element.previousElementSibling?.classList.contains("message") === true);
  const hadFocus = document.activeElement === element;
  element.replaceWith(fresh);
  if (hadFocus) fresh.focus();
  return fresh;
}
