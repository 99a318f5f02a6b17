// The texts of the pages: in every language all of them, and nowhere else.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";

import { pageModule } from "../support/module.mjs";
import { esbuild } from "../support/packages.mjs";
import { pageSource } from "../support/places.mjs";

const { english } = await pageModule("text/english.ts");
const { german } = await pageModule("text/german.ts");
const { english: setupEnglish } = await pageModule("text/setupEnglish.ts");
const { german: setupGerman } = await pageModule("text/setupGerman.ts");

/** Every text with its way to it: [["deeds.mute.verb", "Mute"], …]. */
const flat = (texts, way = "") =>
  Object.entries(texts).flatMap(([name, text]) =>
    typeof text === "object" ? flat(text, `${way}${name}.`) : [[`${way}${name}`, text]],
  );

/** What a text says of things that can be found in it again. */
const things = (text) => Array.from({ length: text.length }, (_, at) => `<${at}>`);

for (const [page, [one, other]] of Object.entries({ chat: [english, german], "set-up": [setupEnglish, setupGerman] })) {
  const others = new Map(flat(other));

  test(`every text of the ${page} page is there in both languages, of the same kind`, () => {
    const kinds = (texts) => flat(texts).map(([name, text]) => [name, typeof text, text.length > 0]).sort();
    assert.deepEqual(kinds(other), kinds(one));
  });

  test(`every text of the ${page} page that tells of something tells of the same in both languages`, () => {
    for (const [name, text] of flat(one)) {
      if (typeof text !== "function" || name === "writing" || name === "sanctions.what") continue;
      const told = (say) => things(text).filter((thing) => String(say(...things(text))).includes(thing));
      assert.deepEqual(told(others.get(name)), told(text), name);
    }
  });

  test(`the ${page} page has no text twice the same in both languages, but names and what is spelled alike`, () => {
    const same = flat(one).filter(([name, text]) => typeof text === "string" && text === others.get(name));
    assert.deepEqual(same.map(([, text]) => text), page === "chat" ? ["Offline"] : []);
  });
}

test("what is counted is counted in the forms of the language", () => {
  assert.deepEqual([1, 2].map(english.newMessages), ["1 new message", "2 new messages"]);
  assert.deepEqual([1, 2].map(german.newMessages), ["1 neue Nachricht", "2 neue Nachrichten"]);
  assert.deepEqual([10, 60, 1440, 10_080].map(german.minutes), ["10 Minuten", "1 Stunde", "1 Tag", "1 Woche"]);
  assert.deepEqual([1, 30, 60, 7200].map((count) => german.slowRoom(count).slice(17)), [
    "eine Nachricht je Sekunde.",
    "eine Nachricht je 30 Sekunden.",
    "eine Nachricht je Minute.",
    "eine Nachricht je 2 Stunden.",
  ]);
});

for (const [languages, expected] of [
  [["de-AT", "en"], "Verbunden"],
  [["fr", "de"], "Verbunden"],
  [["en-GB", "de"], "Connected"],
  [["fr"], "Connected"],
  [[], "Connected"],
])
  test(`a browser that prefers ${languages.join(", ") || "nothing"} reads "${expected}"`, async () => {
    assert.equal((await pageModule("text/text.ts", languages)).t.connected, expected);
  });

test("a refusal is told in German, with its time", async () => {
  const { refusalText } = await pageModule("model/refusal.ts", ["de-DE"]);
  assert.match(
    refusalText(4501, "spam (until 2031-01-02T03:04:05Z)"),
    /^Sie sind von diesem Server ausgeschlossen: „spam“ Das gilt bis 0?\d\.01\.2031, \d\d:\d\d\.$/,
  );
});

// --- nothing is said elsewhere ---

const modules = (await readdir(pageSource, { recursive: true })).filter(
  (name) => name.endsWith(".ts") && !name.startsWith("text"),
);

// A regular expression is only recognised so that the quotation marks in it are not.
const literal = /"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`|\/(?![*/\s])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g;
/** Capitalised as the beginning of a sentence or a label, a sentence, or set as print is. */
const looksSaid = /^\p{Lu}\p{Ll}|\p{L}+ \p{L}+ \p{L}+|\p{L}…|[“”„’]|[.!?] /u;
const notSaid = [
  // Keys, and headers of HTTP.
  ...["ArrowDown", "ArrowLeft", "ArrowRight", "ArrowUp", "Backspace", "ContextMenu", "Delete", "End", "Enter", "Escape"],
  ...["Home", "Tab", "Content-Type", "Bearer ${token}"],
  // On the wire, in every language.
  "Anonymous",
  // For whoever works on the page.
  "the page has no ${type.name} #${id}",
  "the token has expired",
];

for (const name of modules)
  test(`${name} says nothing that is not among the texts`, async () => {
    const { code } = await esbuild.transform(await readFile(join(pageSource, name), "utf8"), {
      loader: "ts",
      charset: "utf8",
      legalComments: "none",
    });
    const literals = [...code.matchAll(literal)].map(([, quoted, template]) => quoted ?? template ?? "");
    assert.deepEqual(literals.filter((one) => looksSaid.test(one) && !notSaid.includes(one)), []);
  });

test("an element of a page says nothing that is not among the texts", async () => {
  for (const [name, texts] of [["index.html", english], ["setup/setup.html", setupEnglish]]) {
    const html = (await readFile(join(pageSource, name), "utf8"))
      .replace(/<!--.*?-->|<head>.*?<\/head>|<noscript>.*?<\/noscript>/gs, "");
    const words = html.replace(/<[^>]*>/g, " ").match(/\p{L}+/gu) ?? [];
    assert.deepEqual(words.filter((word) => word !== "Chinwag"), [], name);
    assert.deepEqual(html.match(/\s(?:title|placeholder|aria-label|alt)="[^"]+"/g) ?? [], [], name);
    const names = [...html.matchAll(/data-(?:text|label|title|placeholder)="([^"]*)"/g)].map(([, one]) => one);
    assert.ok(names.length > 5);
    for (const one of names) assert.equal(typeof texts[one], "string", `${name}: ${one}`);
  }
});
