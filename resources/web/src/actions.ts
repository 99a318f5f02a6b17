// What can be done about a message: by its menu, and by keys while it has the focus.
import { ask } from "./ask.ts";
import { byId } from "./dom.ts";
import { Menu, type MenuItem } from "./menu.ts";
import { excerpt } from "./message.ts";
import type { Message } from "./model/wire.ts";

/** What the actions lead to. */
export interface Deeds {
  find(id: string): Message | undefined;
  mayChange(message: Message): boolean;
  /** What others have said may be taken back, too. */
  isStaff(): boolean;
  answer(message: Message): void;
  edit(message: Message): void;
  copy(message: Message): void;
  takeBack(message: Message): void;
  report(message: Message, reason: string): void;
  /** Shows the message that another one answers. */
  reveal(id: string): void;
  leave(): void;
}

export class MessageActions {
  private readonly menu_ = new Menu(byId("menu", HTMLElement));

  constructor(
    private readonly log_: HTMLElement,
    private readonly deeds_: Deeds,
  ) {
    log_.addEventListener("click", (event) => this.clicked(event));
    log_.addEventListener("contextmenu", (event) => this.rightClicked(event));
    log_.addEventListener("keydown", (event) => this.pressed(event));
  }

  private messageAt(target: EventTarget | null): { element: HTMLElement; message: Message } | undefined {
    const element = target instanceof Element ? target.closest<HTMLElement>(".message") : null;
    const message = this.deeds_.find(element?.dataset["id"] ?? "");
    return element && message ? { element, message } : undefined;
  }

  private clicked(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>(".quote, .actions") : null;
    const found = this.messageAt(target);
    if (!target || !found) return;
    if (target.matches(".quote")) {
      this.deeds_.reveal(target.dataset["target"] ?? "");
      return;
    }
    const { left, bottom } = target.getBoundingClientRect();
    this.open(found.element, found.message, left, bottom + 4);
  }

  private rightClicked(event: MouseEvent): void {
    // A link, and text that is selected, have a menu of the browser's that helps more.
    const isLink = event.target instanceof Element && event.target.closest("a") !== null;
    const found = this.messageAt(event.target);
    if (!found || isLink || !(getSelection()?.isCollapsed ?? true)) return;
    event.preventDefault();
    this.open(found.element, found.message, event.clientX, event.clientY);
  }

  private open(element: HTMLElement, message: Message, x: number, y: number): void {
    this.menu_.open(this.items(message), x, y, element);
  }

  private items(message: Message): MenuItem[] {
    const { deeds_: deeds } = this;
    if (message.isTakenBack) return [];
    const own = deeds.mayChange(message);
    const items: MenuItem[] = [
      { label: "Answer", key: "R", act: () => deeds.answer(message) },
      { label: "Copy text", key: "C", act: () => deeds.copy(message) },
    ];
    if (own) items.push({ label: "Edit", key: "E", act: () => deeds.edit(message) });
    else items.push({ label: "Report…", key: "P", isDanger: true, act: () => void this.report(message) });
    if (own || deeds.isStaff())
      items.push({ label: "Take back…", key: "Del", isDanger: true, act: () => void this.takeBack(message) });
    return items;
  }

  private async takeBack(message: Message): Promise<void> {
    const answer = await ask({
      title: "Take this message back?",
      text: `“${excerpt(message)}” disappears for everybody, for good.`,
      verb: "Take back",
      isDanger: true,
    });
    if (answer !== undefined) this.deeds_.takeBack(message);
  }

  private async report(message: Message): Promise<void> {
    const reason = await ask({
      title: "Report this message",
      text: `Those who run this server will see it: “${excerpt(message)}”`,
      verb: "Report",
      words: "What is wrong with it?",
      mostWords: 500,
    });
    if (reason) this.deeds_.report(message, reason);
  }

  private pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const found = this.messageAt(event.target);
    if (this.moves(event, found?.element)) {
      event.preventDefault();
      return;
    }
    if (!found || event.target !== found.element) return;
    const key = event.key === "Delete" || event.key === "Backspace" ? "Del" : event.key.toUpperCase();
    const item = this.items(found.message).find((one) => one.key === key);
    if (item) item.act();
    else if (event.key === "Enter" || event.key === "ContextMenu") this.openBelow(found.element, found.message);
    else return;
    event.preventDefault();
  }

  private openBelow(element: HTMLElement, message: Message): void {
    const { left, bottom } = element.getBoundingClientRect();
    this.open(element, message, left + 12, bottom);
  }

  /** From message to message, and back to where one writes. */
  private moves({ key }: KeyboardEvent, from: HTMLElement | undefined): boolean {
    if (key === "Escape") {
      this.deeds_.leave();
      return true;
    }
    if (key !== "ArrowUp" && key !== "ArrowDown") return false;
    const messages = [...this.log_.querySelectorAll<HTMLElement>(".message")];
    const at = from ? messages.indexOf(from) : messages.length;
    const to = messages[key === "ArrowUp" ? at - 1 : at + 1];
    if (to) to.focus();
    else if (from && key === "ArrowDown") this.deeds_.leave();
    return to !== undefined || from !== undefined;
  }
}
