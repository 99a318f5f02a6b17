// The list of messages: bounded, groups by author, follows the talk or lets the reader be.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { ChatTab, launchBrowser, releasePages } from "./support/Browser.mjs";
import { pageModule } from "./support/module.mjs";
import { messageId, ScriptedServer } from "./support/ScriptedServer.mjs";

const { maxLogItems } = await pageModule("log.ts");

/** So many messages were said before the page came, a minute apart; the cursor is the number of a message. */
const past = {
  count: 0,
  start: Date.now() - 3 * 86_400_000,
  message: (number) => ({
    data: { id: messageId(number, past.start + number * 60_000), nick: "Ann", text: `old ${number}` },
    info: { client: "ann" },
    time: past.start + number * 60_000,
  }),
  answer: ({ before = past.count + 1, limit }) => {
    const first = Math.max(1, before - limit);
    const messages = Array.from({ length: before - first }, (_, at) => past.message(before - 1 - at));
    return { messages, ...(messages.length === limit && { next: first }) };
  },
};

let browser;
let context;
let server;
let tab;
let socket;

before(async () => {
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 700, height: 500 } });
});
after(() => browser?.close());
beforeEach(async () => {
  past.count = 0;
  server = await ScriptedServer.start();
  server.calls["chat.history"] = past.answer;
  tab = await ChatTab.open(context, server.url, "Nia");
  socket = await server.nextSocket();
  await tab.waitForState("connected");
});
afterEach(async () => {
  await releasePages(context);
  await server.stop();
});

/** Opens the page anew in a room with a past. */
async function reopen(count) {
  past.count = count;
  await tab.page.reload();
  socket = await server.nextSocket();
  await lastText(`old ${count}`).waitFor();
}

const lastText = (text) => tab.page.locator("#log .message").last().getByText(text, { exact: true });
const sendMany = (count, nickname = "Bob") => {
  for (let i = 1; i <= count; ++i) socket.say(nickname, String(i));
};

test("keeps the newest messages, and finds the older ones again", async () => {
  sendMany(maxLogItems + 500);
  await lastText(String(maxLogItems + 500)).waitFor();
  const texts = await tab.page.locator("#log .text").allTextContents();
  assert.equal(texts.length, maxLogItems);
  assert.equal(texts[0], "501");
  await tab.page.getByRole("button", { name: "Show older messages" }).waitFor({ state: "attached" });
  tab.assertNoFaults();
});

test("groups what one author says in a row", async () => {
  for (const [nick, text] of [["Bob", "a"], ["Bob", "b"], ["Eve", "c"], ["", "no name"], ["Bob", "d"]])
    socket.say(nick, text);
  await lastText("d").waitFor();
  const authors = await tab.page.locator("#log .author").allTextContents();
  assert.deepEqual(authors, ["Bob", "Eve", "Anonymous", "Bob"]);
  assert.deepEqual(await tab.lines(), ["Bob: a", "Bob: b", "Eve: c", "Anonymous: no name", "Bob: d"]);
});

test("somebody of the same name is somebody else", async () => {
  for (const user of ["bob", "bob", "", "bob2"]) socket.say("Bob", user || "nobody", {}, { client: "c", user });
  await lastText("bob2").waitFor();
  assert.deepEqual(await tab.page.locator("#log .author").allTextContents(), ["Bob", "Bob", "Bob"]);
});

test("shows what was said before, and older messages as the reader scrolls up, to the beginning", async () => {
  await reopen(275);
  assert.equal(await tab.page.locator("#log .message").count(), 50);
  const first = () => tab.page.locator("#log .message .text").first();
  // The next page is asked for by coming near the top.
  for (const oldest of [126, 26, 1]) {
    await tab.page.$eval("#log", (log) => (log.scrollTop = 0));
    await first().getByText(`old ${oldest}`, { exact: true }).waitFor({ state: "attached" });
  }
  await tab.page.getByText("This is where the room begins.").waitFor({ state: "attached" });
  const texts = await tab.page.locator("#log .text").allTextContents();
  assert.deepEqual(texts, Array.from({ length: 275 }, (_, at) => `old ${at + 1}`));
  assert.ok((await tab.page.locator("#log .day").count()) >= 1);
  tab.assertNoFaults();
});

test("what comes above does not move what the reader looks at", async () => {
  await reopen(120);
  await tab.page.$eval("#log", (log) => (log.scrollTop = 0));
  await tab.page.getByText("old 1", { exact: true }).waitFor({ state: "attached" });
  const top = (text) =>
    tab.page.getByText(text, { exact: true }).evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const logTop = await tab.page.$eval("#log", (log) => Math.round(log.getBoundingClientRect().top));
  // Message 71 was the first one before.
  assert.ok((await top("old 71")) - logTop < 200, "the message that was on top is still there");
});

test("a message that is answered, changed or taken back is shown as it is", async () => {
  const [first, second] = [messageId(9_001), messageId(9_002)];
  socket.publish({ id: first, nick: "Bob", text: "tea or coffee?" }, { client: "bob" });
  socket.publish({ id: second, nick: "Eve", text: "coffe", reply_to: first }, { client: "eve" });
  await lastText("coffe").waitFor();
  assert.equal(await tab.page.locator("#log .quote-text").textContent(), "tea or coffee?");

  socket.publish({ type: "edit", id: second, text: "coffee", edited: Date.now() });
  await lastText("coffee").waitFor();
  await tab.page.locator("#log .message").last().getByText("edited", { exact: true }).waitFor();
  socket.publish({ type: "edit", id: first, text: "tea, or coffee?", edited: Date.now() });
  await tab.page.locator("#log .quote-text").getByText("tea, or coffee?").waitFor();

  socket.publish({ type: "redact", id: first });
  await tab.page.locator("#log .quote-text").getByText("This message was taken back.").waitFor();
  assert.equal(await tab.page.getByText("tea, or coffee?").count(), 0);
  await tab.page.locator("#log .quote").click();
  assert.equal(await tab.page.evaluate(() => document.activeElement.dataset.id), first);
  tab.assertNoFaults();
});

test("a message that speaks to the reader by name stands out", async () => {
  const texts = ["@nia, are you there?", "@Niagara", "Nia is not here", "is @Nia here"];
  for (const text of texts) socket.say("Bob", text);
  await lastText("is @Nia here").waitFor();
  // The nickname counts when it is settled.
  await tab.page.press("#nick", "Tab");
  assert.deepEqual(await tab.page.locator("#log .mention .text").allTextContents(), ["@nia, are you there?", "is @Nia here"]);
});

test("who is writing is said until they have said it", async () => {
  socket.signal({ type: "typing", nick: "Bob" }, { client: "client-of-Bob" });
  const typing = tab.page.locator("#typing");
  await typing.getByText("Bob is writing…").waitFor();
  socket.signal({ type: "typing", nick: "Eve" }, { client: "client-of-Eve" });
  await typing.getByText("Bob and Eve are writing…").waitFor();
  socket.say("Bob", "done");
  await typing.getByText("Eve is writing…").waitFor();
});

test("follows the talk, stays where the reader scrolled to, and leads back", async () => {
  sendMany(60);
  await lastText("60").waitFor();
  const distance = () =>
    tab.page.$eval("#log", (log) => Math.round(log.scrollHeight - log.scrollTop - log.clientHeight));
  assert.ok((await distance()) <= 1);

  await tab.page.hover("#log");
  await tab.page.mouse.wheel(0, -2_000);
  const jump = tab.page.locator("#jump");
  await jump.waitFor();
  socket.say("Eve", "61");
  socket.say("Eve", "62");
  await tab.page.getByRole("button", { name: "2 new messages" }).waitFor();
  assert.ok((await distance()) > 500);

  await jump.click();
  await jump.waitFor({ state: "hidden" });
  assert.ok((await distance()) <= 1);
});

test("counts in the title what came while nobody looked", async () => {
  const setVisibility = (state) =>
    tab.page.evaluate((value) => {
      Object.defineProperty(document, "visibilityState", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await setVisibility("hidden");
  sendMany(3);
  await lastText("3").waitFor();
  assert.equal(await tab.page.title(), "(3) lobby · Chinwag");
  await setVisibility("visible");
  assert.equal(await tab.page.title(), "lobby · Chinwag");
});
