// What the chat page says, in the language of whoever reads it.
import { english } from "./english.ts";
import { german } from "./german.ts";
import { chooseLanguage, dress } from "./language.ts";

const chosen = chooseLanguage({ en: english, de: german });

export const t = chosen.texts;

export function dressPage(): void {
  dress(chosen);
}

const format = (options: Intl.DateTimeFormatOptions) => {
  const made = new Intl.DateTimeFormat(chosen.locale, options);
  return (at: number) => made.format(at);
};

/** 21:00 */
export const clockText = format({ hour: "2-digit", minute: "2-digit" });
/** With everything that is known of it. */
export const wholeTimeText = format({ dateStyle: "full", timeStyle: "medium" });
/** For when something ends. */
export const timeText = format({ dateStyle: "medium", timeStyle: "short" });

const calendar = format({ weekday: "long", day: "numeric", month: "long" });
const dated = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** The year is said of another one than this. */
export function dayText(at: number): string {
  return (new Date(at).getFullYear() === new Date().getFullYear() ? calendar : dated)(at);
}
