// The rules for names, the dialect, the links in a text and the outbox.
import assert from "node:assert/strict";
import test from "node:test";

import { pageModule } from "../support/module.mjs";

const { isValidNickname, isValidRoom, nicknameFault } = await pageModule("nickname.ts");
const { formatPlain, parsePlain } = await pageModule("plain.ts");
const { splitLinks } = await pageModule("links.ts");
const { Outbox } = await pageModule("outbox.ts");

const nicknames = [
  ["Alice", true],
  ["日本語", true],
  ["A b c", true],
  ["👩‍🚀", true],
  ["x".repeat(32), true],
  ["😀".repeat(32), true],
  ["a:b", true],
  ["", false],
  ["x".repeat(33), false],
  ["😀".repeat(33), false],
  [" Alice", false],
  ["Alice\u00a0", false],
  ["Al\u0000ice", false],
  ["Al\nice", false],
  ["Al\u007fice", false],
  ["Al\u0085ice", false],
  ["Al\u202eice", false],
  ["Al\u2066ice", false],
  ["Al\u200eice", false],
  ["Al\u061cice", false],
  ["Al\u200bice", false],
  ["Al\u00adice", false],
  ["\ufeffAlice", false],
  ["Al\u2028ice", false],
  ["Al\ud800ice", false],
];
for (const [nickname, valid] of nicknames)
  test(`nickname ${JSON.stringify(nickname)} is ${valid ? "" : "in"}valid`, () =>
    assert.equal(isValidNickname(nickname), valid));

test("a fault is explained, and no nickname is no fault", () => {
  assert.equal(nicknameFault(""), "");
  assert.equal(nicknameFault("Alice"), "");
  assert.match(nicknameFault("x".repeat(33)), /at most 32/);
  assert.match(nicknameFault("a: b"), /colon/);
  assert.match(nicknameFault("a\u202eb"), /direction/);
});

for (const room of ["lobby", "A-b_c.9", "x".repeat(64)])
  test(`room ${room} is valid`, () => assert.equal(isValidRoom(room), true));
for (const room of ["", "a b", "a/b", "ä", "x".repeat(65), "a\n"])
  test(`room ${JSON.stringify(room)} is invalid`, () => assert.equal(isValidRoom(room), false));

const lines = [
  ["Alice: Hello", "Alice", "Hello"],
  ["Alice: a: b", "Alice", "a: b"],
  ["a:b: c", "a:b", "c"],
  ["Alice: ", "Alice", ""],
  ["Alice:Hello", "", "Alice:Hello"],
  ["no separator", "", "no separator"],
  [": text", "", ": text"],
  [" Alice: Hello", "", " Alice: Hello"],
  [`${"x".repeat(33)}: Hello`, "", `${"x".repeat(33)}: Hello`],
  [`${"😀".repeat(32)}: Hello`, "😀".repeat(32), "Hello"],
  ["Alice: two\nlines", "Alice", "two\nlines"],
  ["\ufeffAlice: Hello", "", "\ufeffAlice: Hello"],
  ["", "", ""],
];
for (const [line, nickname, text] of lines)
  test(`line ${JSON.stringify(line)}`, () => assert.deepEqual(parsePlain(line), { nickname, text }));

test("what is formatted is what the socket sends", () => {
  assert.equal(formatPlain("Alice", "Hello"), "Alice: Hello");
  assert.equal(formatPlain("Alice", "a\ud800b😀"), "Alice: a\ufffdb😀");
});

const link = (text, href = text) => ({ text, href });
const texts = [
  ["plain", [{ text: "plain" }]],
  ["", []],
  ["https://a.example/x", [link("https://a.example/x")]],
  ["see https://a.example/x.", [{ text: "see " }, link("https://a.example/x"), { text: "." }]],
  ["(http://a.example/)", [{ text: "(" }, link("http://a.example/"), { text: ")" }]],
  ["https://a.example/w_(x)", [link("https://a.example/w_(x)")]],
  ["https://a.example", [link("https://a.example", "https://a.example/")]],
  ["HTTPS://A.example/", [link("HTTPS://A.example/", "https://a.example/")]],
  ["javascript:alert(1)", [{ text: "javascript:alert(1)" }]],
  ["data:text/html,x", [{ text: "data:text/html,x" }]],
  ["https://", [{ text: "https://" }]],
  ["https://bank.example@evil.example/", [{ text: "https://bank.example@evil.example/" }]],
  [`https://a.example/${"x".repeat(3000)}`, [{ text: `https://a.example/${"x".repeat(3000)}` }]],
  ['https://a.example/"onclick=', [link("https://a.example/"), { text: '"onclick=' }]],
];
for (const [text, parts] of texts)
  test(`links of ${JSON.stringify(text.slice(0, 60))}`, () => assert.deepEqual(splitLinks(text), parts));

test("an echo takes one line out of the outbox, in any number of equal ones", () => {
  const outbox = new Outbox();
  for (const line of ["a", "b", "a"]) outbox.sent(line);
  assert.equal(outbox.echoed("c"), false);
  assert.equal(outbox.echoed("a"), true);
  assert.deepEqual(outbox.entries.map((entry) => entry.line), ["b", "a"]);
  assert.equal(outbox.echoed("a"), true);
  assert.equal(outbox.echoed("a"), false);
});

test("what was out when the link broke is unconfirmed until it is sent again or given up", () => {
  const outbox = new Outbox();
  outbox.sent("a");
  outbox.sent("b");
  outbox.linkLost();
  assert.deepEqual(outbox.entries.map((entry) => entry.status), ["unconfirmed", "unconfirmed"]);
  assert.equal(outbox.echoed("a"), false, "an equal line of somebody else is no receipt");
  outbox.remove(outbox.entries[0].id);
  assert.deepEqual(outbox.entries.map((entry) => entry.line), ["b"]);
});
