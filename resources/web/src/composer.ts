// Where a message is written: Enter sends, Shift+Enter breaks the line, the field grows with the text.
import { maxTextCharacters } from "./plain.ts";

/** From here on the writer is told how much room is left. */
const counterFrom = maxTextCharacters - 200;

interface ComposerParts {
  readonly form: HTMLFormElement;
  readonly field: HTMLTextAreaElement;
  readonly send: HTMLButtonElement;
}

export class Composer {
  /** `submit` is given what was written and says whether it was sent; what was not stays in the field. */
  constructor(
    private readonly parts_: ComposerParts,
    private readonly submit_: (text: string) => boolean,
    private readonly hint_: (text: string) => void,
  ) {
    parts_.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    parts_.field.addEventListener("keydown", (event) => {
      // Enter that ends the input of a composed character must not send.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      this.submit();
    });
    parts_.field.addEventListener("input", () => this.changed());
    this.changed();
  }

  /** Not `disabled`: a button that can be pressed can say why nothing is sent. */
  setReady(ready: boolean): void {
    this.parts_.send.ariaDisabled = String(!ready);
  }

  focus(): void {
    this.parts_.field.focus();
  }

  private submit(): void {
    const { field } = this.parts_;
    const text = field.value;
    if (text.trim() === "") return;
    const surplus = [...text].length - maxTextCharacters;
    if (surplus > 0) {
      this.hint_(`Too long by ${surplus} characters: a message has at most ${maxTextCharacters}.`);
      return;
    }
    if (!this.submit_(text)) return;
    field.value = "";
    this.changed();
    this.focus();
  }

  private changed(): void {
    const { field, form } = this.parts_;
    form.classList.toggle("has-text", field.value.trim() !== "");
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
    const length = field.value.length < counterFrom ? 0 : [...field.value].length;
    this.hint_(length < counterFrom ? "" : `${length} of ${maxTextCharacters} characters`);
  }
}
