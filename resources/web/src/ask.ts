// One dialog for what has to be asked: for a yes, or for a few words.
import { byId } from "./dom.ts";

export interface Question {
  readonly title: string;
  readonly text: string;
  /** What the button that does it says. */
  readonly verb: string;
  readonly isDanger?: boolean;
  /** What the words are called; without it none are asked for. */
  readonly words?: string;
  readonly mostWords?: number;
}

/** Resolves with the words, empty where none are asked for, or with undefined when the person thinks better of it. */
export function ask(question: Question): Promise<string | undefined> {
  const dialog = byId("ask", HTMLDialogElement);
  const field = byId("ask-words", HTMLTextAreaElement);
  const label = byId("ask-label", HTMLLabelElement);
  const verb = byId("ask-do", HTMLButtonElement);
  byId("ask-title", HTMLElement).textContent = question.title;
  byId("ask-text", HTMLElement).textContent = question.text;
  verb.textContent = question.verb;
  verb.classList.toggle("button-danger", question.isDanger === true);
  const asksWords = question.words !== undefined;
  label.hidden = field.hidden = !asksWords;
  label.textContent = question.words ?? "";
  field.required = asksWords;
  field.maxLength = question.mostWords ?? 500;
  field.value = "";
  dialog.returnValue = "";
  dialog.showModal();
  (asksWords ? field : verb).focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "do" ? field.value.trim() : undefined), {
      once: true,
    });
  });
}
