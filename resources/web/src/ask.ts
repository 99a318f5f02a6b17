// One dialog for what has to be asked before it is done: for a yes, for a choice, for a few words. It stays until it is
// done, so that nobody writes twice what a server did not take the first time.
import { byId, make } from "./dom.ts";

export interface Choice {
  readonly value: number;
  readonly label: string;
}

export interface Answer {
  /** Empty where none were asked for or given. */
  readonly words: string;
  readonly choice: number;
}

export interface Question {
  readonly title: string;
  readonly text: string;
  /** What the button that does it says. */
  readonly verb: string;
  readonly isDanger?: boolean;
  /** Of these the one with the value `chosen` is so from the beginning. */
  readonly choices?: { readonly label: string; readonly options: readonly Choice[]; readonly chosen: number };
  readonly words?: {
    readonly label: string;
    readonly isNeeded?: boolean;
    readonly most?: number;
    /** What is wrong with them; empty when nothing is. */
    fault?(words: string): string;
  };
  /** Does it; resolves with what went wrong, empty when nothing has. */
  act(answer: Answer): Promise<string>;
}

class Asking {
  private readonly dialog_ = byId("ask", HTMLDialogElement);
  private readonly field_ = byId("ask-words", HTMLTextAreaElement);
  private readonly verb_ = byId("ask-do", HTMLButtonElement);
  private readonly fault_ = byId("ask-fault", HTMLElement);
  private readonly options_ = byId("ask-options", HTMLElement);
  private readonly over_ = new AbortController();
  private isActing_ = false;

  constructor(private readonly question_: Question) {
    const { signal } = this.over_;
    this.dialog_.addEventListener("close", () => this.over_.abort(), { signal });
    // What is under way can neither be taken back nor forgotten: it may fail.
    this.dialog_.addEventListener("cancel", (event) => this.isActing_ && event.preventDefault(), { signal });
    byId("ask-cancel", HTMLButtonElement).addEventListener("click", () => this.isActing_ || this.dialog_.close(), { signal });
    byId("ask-form", HTMLFormElement).addEventListener("submit", (event) => void this.submitted(event), { signal });
    this.field_.addEventListener("input", () => this.judge(), { signal });
    this.field_.addEventListener("keydown", (event) => this.pressed(event), { signal });
  }

  open(): void {
    const { title, text, verb, isDanger, words } = this.question_;
    byId("ask-title", HTMLElement).textContent = title;
    byId("ask-text", HTMLElement).textContent = text;
    this.verb_.textContent = verb;
    this.verb_.classList.toggle("button-danger", isDanger === true);
    this.showChoices();
    const label = byId("ask-label", HTMLLabelElement);
    label.hidden = this.field_.hidden = !words;
    label.textContent = words?.label ?? "";
    this.field_.required = words?.isNeeded === true;
    this.field_.maxLength = words?.most ?? 500;
    this.field_.value = "";
    this.complain("");
    this.judge();
    this.dialog_.showModal();
    (this.options_.querySelector<HTMLElement>(":checked") ?? (words ? this.field_ : this.verb_)).focus();
  }

  private showChoices(): void {
    const { choices } = this.question_;
    byId("ask-choices", HTMLElement).hidden = !choices;
    byId("ask-choices-label", HTMLElement).textContent = choices?.label ?? "";
    const rows = choices?.options.map(({ value, label }) => {
      const input = make("input", "");
      input.type = "radio";
      input.name = "choice";
      input.value = String(value);
      input.checked = value === choices.chosen;
      return make("label", "choice", input, label);
    });
    this.options_.replaceChildren(...(rows ?? []));
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.verb_.click();
  }

  private get words(): string {
    return this.field_.value.trim();
  }

  private judge(): void {
    this.field_.setCustomValidity(this.question_.words?.fault?.(this.words) ?? "");
  }

  private complain(fault: string): void {
    this.fault_.textContent = fault;
    this.fault_.hidden = fault === "";
    this.verb_.scrollIntoView({ block: "nearest" });
  }

  private async submitted(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.isActing_) return;
    this.isActing_ = true;
    const chosen = this.options_.querySelector<HTMLInputElement>(":checked");
    const fault = await this.question_.act({ words: this.words, choice: Number(chosen?.value ?? 0) });
    this.isActing_ = false;
    if (fault === "") this.dialog_.close();
    else this.complain(fault);
  }
}

export function ask(question: Question): void {
  new Asking(question).open();
}
