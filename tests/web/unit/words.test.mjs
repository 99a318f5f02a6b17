// The rules for names, the links in a text, who is spoken to, and what is said of an ending.
import assert from "node:assert/strict";
import test from "node:test";

import { pageModule } from "../support/module.mjs";

const { isValidNickname, isValidRoom, nicknameFault } = await pageModule("nickname.ts");
const { splitLinks } = await pageModule("links.ts");
const { beginningAt, completed, mostOffered, offered } = await pageModule("model/completion.ts");
const { mentions } = await pageModule("model/mention.ts");
const { refusalText } = await pageModule("model/refusal.ts");
const { excessOf, readSanctions, reasonOf } = await pageModule("model/sanction.ts");
const { claimsOf } = await pageModule("model/token.ts");
const { rulesText } = await pageModule("rules.ts");
const { rowsOf } = await pageModule("people.ts");

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

// The cases of the server's own test (tests/unit/protocol/MentionTest.cpp), since the rule is one.
const mentioned = [
  ["@anna", "anna", true],
  ["is it you, @Anna", "anna", true],
  ["@ANNA, are you there?", "Anna", true],
  ["(@anna)", "anna", true],
  ["@anna👍", "anna", true],
  ["👍@anna", "anna", true],
  ["@annabel and @anna", "anna", true],
  ["@@anna", "anna", true],
  ["@Anna Maria, hello", "Anna Maria", true],
  ["здравствуй, @АННА!", "Анна", true],
  ["@STRASSE", "straße", true],
  ["@🦊!", "🦊", true],
  ["anna", "anna", false],
  ["@annabel", "anna", false],
  ["@anna2", "anna", false],
  ["@anna\u0301", "anna", false],
  ["@anna\u{10400}", "anna", false],
  ["@anna_", "anna", false],
  ["mail@anna.example", "anna", false],
  ["@ann", "anna", false],
  ["@", "", false],
  ["", "anna", false],
  ["@\ud83d", "anna", false],
  // What the way there could get wrong.
  ["@axb", "a.b", false],
  ["@a.b", "a.b", true],
  ["@ΑΝΝΑΣ", "αννας", true],
  ["@ẞ", "ss", true],
  ["@ı", "i", false],
  ["@anna½", "anna", true],
];
for (const [text, nickname, spokenTo] of mentioned)
  test(`${JSON.stringify(text)} speaks ${spokenTo ? "" : "not "}to ${JSON.stringify(nickname)}`, () =>
    assert.equal(mentions(text, nickname), spokenTo));

test("a long text is looked through at once", () => assert.equal(mentions("@a".repeat(2_000), "a"), true));

// "|" is the cursor.
const beginnings = [
  ["@|", ""],
  ["hello @an|", "an"],
  ["(@an|", "an"],
  ["@Anna M|", "Anna M"],
  ["👍@an|", "an"],
  ["@an|na", "an"],
  ["one\n@an|", "an"],
  ["hello|", undefined],
  ["mail@an|", undefined],
  ["https://x/@an|", undefined],
  ["`@an|", undefined],
  ["@@an|", undefined],
  ["@an\n|", undefined],
  ["|@an", undefined],
  [`@${"x".repeat(32)}|`, "x".repeat(32)],
  [`@${"x".repeat(33)}|`, undefined],
];
for (const [written, name] of beginnings)
  test(`${JSON.stringify(written)} begins ${name === undefined ? "no mention" : JSON.stringify(name)}`, () =>
    assert.equal(beginningAt(written.replace("|", ""), written.indexOf("|"))?.name, name));

test("those are offered who are called so, from the beginning first, each once and never oneself", () => {
  const people = ["Zoë", "anna", "Hanna", "Mary Ann", "Jean-anne", "Anna", "Anna", "", "Annabel"];
  assert.deepEqual(offered(people, "an", "Annabel"), ["anna", "Anna", "Jean-anne", "Mary Ann"]);
  assert.deepEqual(offered(people, "", "anna"), ["Anna", "Annabel", "Hanna", "Jean-anne", "Mary Ann", "Zoë"]);
  assert.equal(offered(Array.from({ length: 100 }, (_, at) => `n${at}`), "", "").length, mostOffered);
});

test("who is chosen takes the place of what was written, with one space behind", () => {
  const at = beginningAt("hi @an, there", 6);
  assert.deepEqual(completed("hi @an, there", at, "Anna"), { text: "hi @Anna , there", cursor: 9 });
  assert.deepEqual(completed("hi @an there", beginningAt("hi @an there", 6), "Anna"), { text: "hi @Anna there", cursor: 9 });
});

const endings = [
  [1, "unauthorized", /wants a log-in token/],
  [109, "token expired", /wants a log-in token/],
  [103, "this nickname is reserved", /^This nickname is reserved\.$/],
  [103, "You are banned from this room: spam.", /^You are banned from this room: spam\.$/],
  [2000, "", /^The server ended the connection: code 2000\.$/],
  [3503, "force disconnect", /^The server ended the connection: force disconnect\.$/],
  [4500, "be kind", /^An operator has removed you from the room: “be kind”$/],
  [4501, "(until 2031-01-02T03:04:05Z)", /^You are banned from this server\. This holds until .*2031/],
];
for (const [code, reason, words] of endings)
  test(`the ending ${code} ${reason}`, () => assert.match(refusalText(code, reason), words));

test("a reason is one line, and measured as the server does", () => {
  assert.equal(reasonOf("  be\n\tkind \u0007"), "be kind");
  assert.equal(excessOf("x".repeat(100)), 0);
  assert.equal(excessOf("ä".repeat(51)), 2);
});

test("sanctions are read, and what is none is left out", () => {
  const [ban, mute] = readSanctions({
    sanctions: [
      { id: "7", kind: "ban", target: "address", time: 1, reason: "", by: "user:mod" },
      { id: "8", kind: "mute", target: "user", user: "eve", time: 1, until: 2, reason: "spam", by: "user:mod" },
      { kind: "ban" },
      null,
    ],
  });
  assert.deepEqual(ban, { id: "7", isBan: true, user: "", until: 0, reason: "" });
  assert.deepEqual(mute, { id: "8", isBan: false, user: "eve", until: 2, reason: "spam" });
  for (const none of [undefined, {}, { sanctions: 5 }]) assert.deepEqual(readSanctions(none), []);
});

const token = (claims) => `x.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.x`;
test("a token tells the page whose it is", () => {
  assert.deepEqual(claimsOf(token({ sub: "42", info: { nick: "Zoë" } })), { user: "42", nickname: "Zoë" });
  assert.deepEqual(claimsOf(token({ sub: 42, info: "x" })), { user: "", nickname: "" });
  for (const none of ["", "a.b", "..", "x.%%%.x"]) assert.deepEqual(claimsOf(none), { user: "", nickname: "" });
});

test("somebody on two connections is one person, and oneself comes first", () => {
  const rows = rowsOf(
    [
      { client: "1", user: "ann", nickname: "Ann" },
      { client: "2", user: "", nickname: "Bob" },
      { client: "3", user: "ann", nickname: "Ann" },
      { client: "4", user: "", nickname: "" },
      { client: "5", user: "", nickname: "Bob" },
    ],
    "5",
  );
  assert.deepEqual(rows, [
    { name: "Bob", user: "", client: "5", isYou: true, connections: 1 },
    { name: "Ann", user: "ann", client: "1", isYou: false, connections: 2 },
    { name: "Anonymous", user: "", client: "4", isYou: false, connections: 1 },
    { name: "Bob", user: "", client: "2", isYou: false, connections: 1 },
  ]);
});

const rules = [
  [false, 0, ""],
  [true, 0, "This room is locked: everybody may read, and nobody may write."],
  [true, 30, "This room is locked: everybody may read, and nobody may write."],
  [false, 1, "This room is slow: one message every second."],
  [false, 30, "This room is slow: one message every 30 seconds."],
  [false, 60, "This room is slow: one message every minute."],
  [false, 300, "This room is slow: one message every 5 minutes."],
  [false, 7_200, "This room is slow: one message every 2 hours."],
];
for (const [isLocked, slowSeconds, words] of rules)
  test(`a room that is ${isLocked ? "locked" : "open"} and has ${slowSeconds} s between messages`, () =>
    assert.equal(rulesText({ isLocked, slowSeconds }), words));
