// Which of the languages that a page speaks its reader wants, and how that language counts and tells the time.

export interface Chosen<Texts> {
  /** Its short name. */
  readonly language: string;
  /** What the browser calls it, with the customs of a country. */
  readonly locale: string;
  readonly texts: Texts;
}

/** The first one that the browser prefers and the page speaks; English if there is none. */
export function chooseLanguage<Texts>(spoken: { readonly en: Texts } & Readonly<Record<string, Texts>>): Chosen<Texts> {
  for (const locale of navigator.languages) {
    const { language } = new Intl.Locale(locale);
    const texts = spoken[language];
    if (texts) return { language, locale, texts };
  }
  return { language: "en", locale: "en", texts: spoken.en };
}

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }>;

/** Chooses the form in which a language says so many of something. */
export function counting(language: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
}

/** What elements of the page say, by the member of the texts that their attribute names. */
const places: readonly (readonly [string, (element: HTMLElement, text: string) => void])[] = [
  ["data-text", (element, text) => (element.textContent = text)],
  ["data-label", (element, text) => (element.ariaLabel = text)],
  ["data-title", (element, text) => (element.title = text)],
  ["data-placeholder", (element, text) => element.setAttribute("placeholder", text)],
];

/** Puts the texts into the page, which comes without any. */
export function dress({ language, texts }: Chosen<Readonly<Record<string, unknown>>>): void {
  document.documentElement.lang = language;
  for (const [attribute, put] of places) {
    for (const element of document.querySelectorAll<HTMLElement>(`[${attribute}]`)) {
      const name = element.getAttribute(attribute) ?? "";
      const text = texts[name];
      if (typeof text !== "string") throw new Error(`there is no text ${name}`);
      put(element, text);
    }
  }
}
