// People to mention, while a word that begins with `@` is written. The field keeps the focus and the keys, and hands
// over those that are meant for this. A field of many lines may not be called a combobox (ARIA in HTML), so it says what
// a field with a list may say: what the list is, which of it is chosen, and by a line for those who cannot see how many.
import { makeAvatar } from "./avatar.ts";
import { byId, make } from "./dom.ts";
import { beginningAt, completed, offered, type Beginning } from "./model/completion.ts";
import { t } from "./text/text.ts";

export interface SuggestionSource {
  /** What those in the room are called. */
  people(): Promise<readonly string[]>;
  ownName(): string;
}

export class Suggestions {
  private readonly list_ = byId("suggestions", HTMLElement);
  private readonly state_ = byId("suggestions-state", HTMLElement);
  private word_: Beginning | undefined;
  private names_: readonly string[] = [];
  private current_ = 0;
  /** Asked for once a word: by when it began, since people come and go. */
  private people_: readonly string[] | undefined;
  /** Where the word begins that nothing is wanted for. */
  private dismissed_ = -1;

  constructor(
    private readonly field_: HTMLTextAreaElement,
    private readonly source_: SuggestionSource,
    private readonly chosen_: () => void,
  ) {
    field_.addEventListener("input", () => this.look());
    field_.addEventListener("click", () => this.look());
    field_.addEventListener("keyup", ({ key }) => {
      if (key === "ArrowLeft" || key === "ArrowRight" || key === "Home" || key === "End") this.look();
    });
    field_.addEventListener("blur", () => this.offer([]));
    // A press must not take the focus from the field, since with that the list would go.
    this.list_.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list_.addEventListener("click", ({ target }) => {
      const row = target instanceof Element ? target.closest("[role=option]") : null;
      if (row) this.choose([...this.list_.children].indexOf(row));
    });
  }

  /** True when the key was for this. */
  take({ key, shiftKey, isComposing }: KeyboardEvent): boolean {
    if (this.names_.length === 0 || isComposing || shiftKey) return false;
    if (key === "ArrowDown") this.go(this.current_ + 1);
    else if (key === "ArrowUp") this.go(this.current_ - 1);
    else if (key === "Enter" || key === "Tab") this.choose(this.current_);
    else if (key === "Escape") this.dismiss();
    else return false;
    return true;
  }

  private look(): void {
    const { value, selectionStart, selectionEnd } = this.field_;
    const word = selectionStart === selectionEnd ? beginningAt(value, selectionEnd) : undefined;
    if (word?.start !== this.word_?.start) this.people_ = undefined;
    this.word_ = word;
    if (!word) this.dismissed_ = -1;
    if (!word || word.start === this.dismissed_) this.offer([]);
    else if (this.people_) this.offer(offered(this.people_, word.name, this.source_.ownName()));
    else void this.ask(word);
  }

  private async ask({ start }: Beginning): Promise<void> {
    try {
      const people = await this.source_.people();
      if (this.word_?.start !== start || document.activeElement !== this.field_) return;
      this.people_ = people;
      this.look();
    } catch {
      // Without the list one can still write the name.
      this.offer([]);
    }
  }

  private offer(names: readonly string[]): void {
    if (names.length === this.names_.length && names.every((name, at) => name === this.names_[at])) return;
    this.names_ = names;
    this.list_.replaceChildren(...names.map((name, at) => this.row(name, at)));
    this.list_.hidden = names.length === 0;
    this.state_.textContent = names.length === 0 ? "" : t.suggestions(names.length);
    this.go(0);
  }

  private row(name: string, at: number): HTMLElement {
    const row = make("li", "suggestion", makeAvatar(name), make("bdi", "list-name", name));
    row.id = `suggestion-${at}`;
    row.role = "option";
    return row;
  }

  /** Round at the ends. */
  private go(to: number): void {
    const rows = [...this.list_.children];
    this.current_ = rows.length === 0 ? 0 : (to + rows.length) % rows.length;
    for (const [at, row] of rows.entries()) row.ariaSelected = String(at === this.current_);
    const current = rows[this.current_];
    if (current) this.field_.setAttribute("aria-activedescendant", current.id);
    else this.field_.removeAttribute("aria-activedescendant");
    current?.scrollIntoView({ block: "nearest" });
  }

  private choose(at: number): void {
    const name = this.names_[at];
    if (!this.word_ || name === undefined) return;
    const { text, cursor } = completed(this.field_.value, this.word_, name);
    this.field_.value = text;
    this.field_.setSelectionRange(cursor, cursor);
    this.word_ = undefined;
    this.offer([]);
    this.chosen_();
  }

  private dismiss(): void {
    this.dismissed_ = this.word_?.start ?? -1;
    this.offer([]);
  }
}
