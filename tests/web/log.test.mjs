// The list of messages: bounded, groups by author, follows the talk or lets the reader be.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { ChatTab, launchBrowser } from "./support/Browser.mjs";
import { pageModule } from "./support/module.mjs";
import { ScriptedServer } from "./support/ScriptedServer.mjs";

const { maxLogItems } = await pageModule("log.ts");

let browser;
let context;
let server;
let tab;
let socket;

before(async () => {
  server = await ScriptedServer.start();
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 700, height: 500 } });
  tab = await ChatTab.open(context, server.url, "Nia");
  socket = await server.nextSocket();
  await tab.waitForState("connected");
});
afterEach(() => context.close());

const lastText = (text) => tab.page.locator("#log .message").last().getByText(text, { exact: true });
const sendMany = (count, nickname = "Bob") => {
  for (let i = 1; i <= count; ++i) socket.send(`${nickname}: ${i}`);
};

test("keeps the newest messages and says that the older ones are gone", async () => {
  sendMany(maxLogItems + 500);
  await lastText(String(maxLogItems + 500)).waitFor();
  const texts = await tab.page.locator("#log .text").allTextContents();
  assert.equal(texts.length, maxLogItems);
  assert.equal(texts[0], "501");
  assert.equal(await tab.page.locator("#trimmed").isHidden(), false);
  tab.assertNoFaults();
});

test("groups what one author says in a row", async () => {
  for (const line of ["Bob: a", "Bob: b", "Eve: c", "no name", "Bob: d"]) socket.send(line);
  await lastText("d").waitFor();
  const authors = await tab.page.locator("#log .author").allTextContents();
  assert.deepEqual(authors, ["Bob", "Eve", "Anonymous", "Bob"]);
  assert.deepEqual(await tab.lines(), ["Bob: a", "Bob: b", "Eve: c", "Anonymous: no name", "Bob: d"]);
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
  socket.send("Eve: 61");
  socket.send("Eve: 62");
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
