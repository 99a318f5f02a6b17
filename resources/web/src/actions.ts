// What can be done about a message: by its menu, and by keys while it has the focus.
import { ask } from "./ask.ts";
import type { Menu, MenuItem } from "./menu.ts";
import { authorOf, excerpt } from "./message.ts";
import { reasonOf } from "./model/sanction.ts";
import type { Message } from "./model/wire.ts";
import { reasonField } from "./staff.ts";
import { t } from "./text/text.ts";

/** What the actions lead to. */
export interface Deeds {
  find(id: string): Message | undefined;
  mayChange(message: Message): boolean;
  /** What others have said may be taken back, too. */
  isStaff(): boolean;
  answer(message: Message): void;
  edit(message: Message): void;
  copy(message: Message): void;
  /** Resolves with what went wrong, empty when nothing has. */
  takeBack(message: Message, reason: string): Promise<string>;
  report(message: Message, reason: string): Promise<string>;
  /** What staff may do about whoever has said it; empty for everybody else. */
  staffItems(message: Message): readonly MenuItem[];
  /** Shows the message that another one answers. */
  reveal(id: string): void;
  leave(): void;
}

export class MessageActions {
  constructor(
    private readonly log_: HTMLElement,
    private readonly menu_: Menu,
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
    this.menu_.open(t.message, this.items(message), x, y, element);
  }

  private items(message: Message): MenuItem[] {
    const { deeds_: deeds } = this;
    if (message.isTakenBack) return [];
    const own = deeds.mayChange(message);
    const items: MenuItem[] = [
      { label: t.answerItem, key: "R", act: () => deeds.answer(message) },
      { label: t.copyItem, key: "C", act: () => deeds.copy(message) },
    ];
    if (own) items.push({ label: t.editItem, key: "E", act: () => deeds.edit(message) });
    else items.push({ label: t.reportItem, key: "P", isDanger: true, act: () => this.report(message) });
    if (own || deeds.isStaff())
      items.push({ label: t.takeBackItem, key: "Delete", isDanger: true, act: () => this.takeBack(message) });
    if (!own) items.push(...deeds.staffItems(message));
    return items;
  }

  private takeBack(message: Message): void {
    const isOwn = this.deeds_.mayChange(message);
    ask({
      title: t.takeBackTitle,
      text: isOwn ? t.takeBackText(excerpt(message)) : t.takeBackTextOf(authorOf(message), excerpt(message)),
      verb: t.takeBack,
      isDanger: true,
      ...(!isOwn && { words: reasonField(t.reasonKept) }),
      act: ({ words }) => this.deeds_.takeBack(message, reasonOf(words)),
    });
  }

  private report(message: Message): void {
    ask({
      title: t.reportTitle,
      text: t.reportText(excerpt(message)),
      verb: t.report,
      words: { label: t.reportWords, isNeeded: true },
      act: ({ words }) => this.deeds_.report(message, words),
    });
  }

  private pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const found = this.messageAt(event.target);
    if (this.moves(event, found?.element)) {
      event.preventDefault();
      return;
    }
    if (!found || event.target !== found.element) return;
    const key = event.key === "Backspace" ? "Delete" : event.key;
    const item = this.items(found.message).find((one) => one.key?.toUpperCase() === key.toUpperCase());
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
