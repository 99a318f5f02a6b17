// A menu: opened by a button, a right click or a key, and used by mouse, touch or keyboard.
import { byId, make } from "./dom.ts";
import { t } from "./text/text.ts";

export interface MenuItem {
  readonly label: string;
  /** What it is called in an event of the keyboard; shown beside it. */
  readonly key?: string;
  readonly isDanger?: boolean;
  act(): void;
}

/** From the edges of the window. */
const marginPx = 8;

/** There is one for all of the page: two at a time would be one too many. */
export class Menu {
  private readonly element_ = byId("menu", HTMLElement);
  private readonly home_ = this.element_.parentElement;
  private opener_: HTMLElement | undefined;

  constructor() {
    this.element_.addEventListener("keydown", (event) => this.pressed(event));
    document.addEventListener("pointerdown", ({ target }) => {
      if (!(target instanceof Node && this.element_.contains(target))) this.close(false);
    });
    addEventListener("resize", () => this.close(false));
  }

  get isOpen(): boolean {
    return !this.element_.hidden;
  }

  /** Called `name`, beside `x` and `y` of the window; when it closes, `opener` has the focus. */
  open(name: string, items: readonly MenuItem[], x: number, y: number, opener: HTMLElement): void {
    if (items.length === 0) return;
    this.opener_ = opener;
    // Beside a dialog nothing can be used.
    (opener.closest("dialog") ?? this.home_)?.append(this.element_);
    this.element_.ariaLabel = name;
    this.element_.replaceChildren(...items.map((item) => this.row(item)));
    this.element_.hidden = false;
    // Near an edge it would be as narrow as what is left there.
    this.element_.style.left = this.element_.style.top = "0";
    const { width, height } = this.element_.getBoundingClientRect();
    const within = (wanted: number, size: number, space: number) =>
      `${Math.max(marginPx, Math.min(wanted, space - size - marginPx))}px`;
    this.element_.style.left = within(x, width, innerWidth);
    this.element_.style.top = within(y, height, innerHeight);
    this.rows()[0]?.focus();
  }

  openBelow(name: string, items: readonly MenuItem[], opener: HTMLElement): void {
    const { left, bottom } = opener.getBoundingClientRect();
    this.open(name, items, left, bottom + 4, opener);
  }

  close(restoreFocus: boolean): void {
    if (!this.isOpen) return;
    this.element_.hidden = true;
    if (restoreFocus) this.opener_?.focus({ preventScroll: true });
    this.opener_ = undefined;
  }

  private row(item: MenuItem): HTMLElement {
    const row = make("button", item.isDanger ? "menu-item danger" : "menu-item", item.label);
    if (item.key !== undefined) {
      const key = make("kbd", "menu-key", item.key === "Delete" ? t.deleteKey : item.key);
      key.ariaHidden = "true";
      row.append(key);
    }
    row.type = "button";
    row.role = "menuitem";
    row.addEventListener("click", () => {
      this.close(true);
      item.act();
    });
    return row;
  }

  private rows(): HTMLElement[] {
    return [...this.element_.querySelectorAll<HTMLElement>(".menu-item")];
  }

  private pressed(event: KeyboardEvent): void {
    const rows = this.rows();
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const go = (to: number) => rows[(to + rows.length) % rows.length]?.focus();
    switch (event.key) {
      case "ArrowDown":
        go(at + 1);
        break;
      case "ArrowUp":
        go(at - 1);
        break;
      case "Home":
        go(0);
        break;
      case "End":
        go(-1);
        break;
      case "Escape":
      case "Tab":
        this.close(true);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}
