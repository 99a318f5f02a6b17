// Where a message is written: Enter sends, Shift+Enter breaks the line, the field grows with the text. It may be an
// answer to a message, or the new text of one.
import { byId } from "./dom.ts";
import { authorOf, excerpt } from "./message.ts";
import type { Message } from "./model/wire.ts";
import { Stored } from "./storage.ts";
import { Suggestions, type SuggestionSource } from "./suggestions.ts";
import { t } from "./text/text.ts";

export const maxTextCharacters = 4_000;
/** From here on the writer is told how much room is left. */
const counterFrom = maxTextCharacters - 200;

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
  private readonly form_ = byId("composer", HTMLFormElement);
  private readonly field_ = byId("msg", HTMLTextAreaElement);
  private readonly aboutLine_ = byId("about", HTMLElement);
  private readonly suggestions_: Suggestions;
  private about_: About | undefined;
  /** What was in the field before a message came into it to be changed. */
  private set_ = "";
  private readonly draft_: Stored;

  constructor(
    room: string,
    private readonly target_: ComposerTarget,
    mentionable: SuggestionSource,
  ) {
    this.draft_ = new Stored("sessionStorage", `chinwag.draft.${room}`);
    this.field_.value = this.draft_.value;
    this.suggestions_ = new Suggestions(this.field_, mentionable, () => this.changed());
    this.form_.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.field_.addEventListener("keydown", (event) => this.pressed(event));
    this.field_.addEventListener("input", () => {
      target_.hint("");
      this.changed();
      if (this.field_.value.trim() !== "") target_.isWriting();
    });
    byId("about-cancel", HTMLButtonElement).addEventListener("click", () => this.cancel());
    this.changed();
  }

  /** Not `disabled`: a button that can be pressed can say why nothing is sent. */
  setReady(ready: boolean): void {
    byId("send", HTMLButtonElement).ariaDisabled = String(!ready);
  }

  focus(): void {
    this.field_.focus();
  }

  answer(message: Message): void {
    this.cancel();
    this.begin({ message, isEdit: false });
  }

  edit(message: Message): void {
    this.cancel();
    this.set_ = this.field_.value;
    this.field_.value = message.text;
    this.begin({ message, isEdit: true });
    this.changed();
  }

  /** A message that is not there any more is neither answered nor changed. */
  gone(id: string): void {
    if (this.about_?.message.id === id) this.cancel();
  }

  private begin(about: About): void {
    this.about_ = about;
    byId("about-text", HTMLElement).textContent = about.isEdit
      ? t.changing
      : t.answering(authorOf(about.message), excerpt(about.message));
    this.aboutLine_.hidden = false;
    this.focus();
  }

  private cancel(): void {
    if (this.about_?.isEdit) {
      this.field_.value = this.set_;
      this.set_ = "";
    }
    this.about_ = undefined;
    this.aboutLine_.hidden = true;
    this.changed();
    this.focus();
  }

  private pressed(event: KeyboardEvent): void {
    // Enter that ends the input of a composed character must not send.
    if (event.isComposing || event.keyCode === 229) return;
    if (this.suggestions_.take(event)) event.stopPropagation();
    else if (event.key === "Enter" && !event.shiftKey) this.submit();
    else if (event.key === "Escape" && this.about_) this.cancel();
    else if (event.key === "ArrowUp" && this.field_.value === "" && !this.about_) this.editLast();
    else return;
    event.preventDefault();
  }

  private editLast(): void {
    const message = this.target_.lastOwn();
    if (message) this.edit(message);
  }

  private submit(): void {
    const text = this.field_.value;
    if (text.trim() === "") return;
    const surplus = [...text].length - maxTextCharacters;
    if (surplus > 0) {
      this.target_.hint(t.tooLong(surplus, maxTextCharacters));
      return;
    }
    const about = this.about_;
    const taken = about?.isEdit
      ? this.target_.edit(about.message, text)
      : this.target_.send(text, about?.message.id ?? "");
    if (!taken) return;
    if (!about?.isEdit) this.field_.value = "";
    this.cancel();
  }

  private changed(): void {
    const { field_: field, form_: form } = this;
    if (!this.about_?.isEdit) this.draft_.set(field.value);
    form.classList.toggle("has-text", field.value.trim() !== "");
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
    const length = field.value.length < counterFrom ? 0 : [...field.value].length;
    if (length >= counterFrom) this.target_.hint(t.length(length, maxTextCharacters));
  }
}
