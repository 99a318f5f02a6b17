// Where a message is written: Enter sends, Shift+Enter breaks the line, the field grows with the text. It may be an
// answer to a message, or the new text of one.
import { authorOf, excerpt } from "./message.ts";
import type { Message } from "./model/wire.ts";
import { Stored } from "./storage.ts";

export const maxTextCharacters = 4_000;
/** From here on the writer is told how much room is left. */
const counterFrom = maxTextCharacters - 200;

interface ComposerParts {
  readonly form: HTMLFormElement;
  readonly field: HTMLTextAreaElement;
  readonly send: HTMLButtonElement;
  readonly about: HTMLElement;
  readonly aboutText: HTMLElement;
  readonly aboutCancel: HTMLButtonElement;
}

/** What becomes of what is written. Each says whether it was taken; what was not stays in the field. */
export interface ComposerTarget {
  send(text: string, replyTo: string): boolean;
  edit(message: Message, text: string): boolean;
  /** The last message that may be changed. */
  lastOwn(): Message | undefined;
  isWriting(): void;
  hint(text: string): void;
}

interface About {
  readonly message: Message;
  readonly isEdit: boolean;
}

export class Composer {
  private about_: About | undefined;
  /** What was in the field before a message came into it to be changed. */
  private set_ = "";
  private readonly draft_: Stored;

  constructor(
    private readonly parts_: ComposerParts,
    room: string,
    private readonly target_: ComposerTarget,
  ) {
    this.draft_ = new Stored("sessionStorage", `chinwag.draft.${room}`);
    parts_.field.value = this.draft_.value;
    parts_.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    parts_.field.addEventListener("keydown", (event) => this.pressed(event));
    parts_.field.addEventListener("input", () => {
      target_.hint("");
      this.changed();
      if (parts_.field.value.trim() !== "") target_.isWriting();
    });
    parts_.aboutCancel.addEventListener("click", () => this.cancel());
    this.changed();
  }

  /** Not `disabled`: a button that can be pressed can say why nothing is sent. */
  setReady(ready: boolean): void {
    this.parts_.send.ariaDisabled = String(!ready);
  }

  focus(): void {
    this.parts_.field.focus();
  }

  answer(message: Message): void {
    this.cancel();
    this.begin({ message, isEdit: false });
  }

  edit(message: Message): void {
    this.cancel();
    this.set_ = this.parts_.field.value;
    this.parts_.field.value = message.text;
    this.begin({ message, isEdit: true });
    this.changed();
  }

  /** A message that is not there any more is neither answered nor changed. */
  gone(id: string): void {
    if (this.about_?.message.id === id) this.cancel();
  }

  private begin(about: About): void {
    this.about_ = about;
    this.parts_.aboutText.textContent = about.isEdit
      ? "Changing your message"
      : `Answering ${authorOf(about.message)}: ${excerpt(about.message)}`;
    this.parts_.about.hidden = false;
    this.focus();
  }

  private cancel(): void {
    if (this.about_?.isEdit) {
      this.parts_.field.value = this.set_;
      this.set_ = "";
    }
    this.about_ = undefined;
    this.parts_.about.hidden = true;
    this.changed();
    this.focus();
  }

  private pressed(event: KeyboardEvent): void {
    // Enter that ends the input of a composed character must not send.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter" && !event.shiftKey) this.submit();
    else if (event.key === "Escape" && this.about_) this.cancel();
    else if (event.key === "ArrowUp" && this.parts_.field.value === "" && !this.about_) this.editLast();
    else return;
    event.preventDefault();
  }

  private editLast(): void {
    const message = this.target_.lastOwn();
    if (message) this.edit(message);
  }

  private submit(): void {
    const text = this.parts_.field.value;
    if (text.trim() === "") return;
    const surplus = [...text].length - maxTextCharacters;
    if (surplus > 0) {
      this.target_.hint(`Too long by ${surplus} characters: a message has at most ${maxTextCharacters}.`);
      return;
    }
    const about = this.about_;
    const taken = about?.isEdit
      ? this.target_.edit(about.message, text)
      : this.target_.send(text, about?.message.id ?? "");
    if (!taken) return;
    if (!about?.isEdit) this.parts_.field.value = "";
    this.cancel();
  }

  private changed(): void {
    const { field, form } = this.parts_;
    if (!this.about_?.isEdit) this.draft_.set(field.value);
    form.classList.toggle("has-text", field.value.trim() !== "");
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
    const length = field.value.length < counterFrom ? 0 : [...field.value].length;
    if (length >= counterFrom) this.target_.hint(`${length} of ${maxTextCharacters} characters`);
  }
}
