// People chat: the tutorial's own steps in real tabs, and what a chatter may rely on.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { ChatTab, launchBrowser } from "./support/Browser.mjs";
import { ChatServer } from "./support/ChatServer.mjs";

let server;
let browser;
let context;

before(async () => {
  server = await ChatServer.start();
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  context = await browser.newContext();
});
afterEach(() => context.close());

/** Each test has a room of its own. */
const roomUrl = (room, path = "/") => new URL(`${path}?room=${room}`, server.url);

test("a browser has one name of its own, which says nothing else", async () => {
  const named = async (from) => {
    const opening = ChatTab.openConnected(from, roomUrl("device"), "Alice");
    const page = await from.waitForEvent("page");
    const socket = await page.waitForEvent("websocket");
    await (await opening).page.close();
    return new URL(socket.url()).searchParams.get("device");
  };
  const first = await named(context);
  assert.match(first, /^[0-9a-f]{32}$/);
  assert.equal(await named(context), first);
  const other = await browser.newContext();
  assert.notEqual(await named(other), first);
  // What is no name is replaced.
  await other.addInitScript(() => localStorage.setItem("chinwag.device", "short"));
  assert.match(await named(other), /^[0-9a-f]{32}$/);
  await other.close();
});

test("the tutorial: several tabs of /static/index.html, each sees every message at once", async () => {
  const url = new URL("/static/index.html", server.url);
  const tabs = [];
  for (const nickname of ["Alice", "Bob", ""]) tabs.push(await ChatTab.openConnected(context, url, nickname));
  const [alice, bob, nobody] = tabs;

  await alice.page.fill("#nick", "Alice");
  await alice.page.fill("#msg", "Hello");
  await alice.page.click("#send");
  await bob.expectLines("Alice: Hello");
  await bob.say("Hi Alice");
  await nobody.expectLines("Alice: Hello", "Bob: Hi Alice");
  await nobody.say("Who am I?");

  for (const tab of tabs) {
    await tab.expectLines("Alice: Hello", "Bob: Hi Alice", "Anonymous: Who am I?");
    assert.equal(await tab.page.title(), "lobby · Chinwag");
    tab.assertNoFaults();
  }
  assert.equal(await alice.page.inputValue("#msg"), "");
});

test("own messages are told from those of others, also of others with the same nickname", async () => {
  const [one, two] = [
    await ChatTab.openConnected(context, roomUrl("own"), "Sam"),
    await ChatTab.openConnected(context, roomUrl("own"), "Sam"),
  ];
  await one.say("from one");
  await two.expectLines("Sam: from one");
  await two.say("from two");
  await one.expectLines("Sam: from one", "Sam: from two");
  assert.deepEqual(await one.page.locator(".own .text").allTextContents(), ["from one"]);
  assert.deepEqual(await two.page.locator(".own .text").allTextContents(), ["from two"]);
});

test("a room hears only its own", async () => {
  const [red, blue] = [
    await ChatTab.openConnected(context, roomUrl("red"), "R"),
    await ChatTab.openConnected(context, roomUrl("blue"), "B"),
  ];
  await red.say("red");
  await red.expectLines("R: red");
  await blue.say("blue");
  await blue.expectLines("B: blue");
  await red.expectLines("R: red");
});

test("a room that cannot be is explained, and the dialog leads to another", async () => {
  const tab = await ChatTab.open(context, new URL("/?room=no%20such%20room", server.url));
  await tab.page.getByText("There can be no such room").waitFor();
  await tab.page.click("#room");
  await tab.page.fill("#room-input", "garden");
  await tab.page.press("#room-input", "Enter");
  await tab.page.waitForURL((url) => url.searchParams.get("room") === "garden");
  await tab.waitForState("connected");
  assert.equal(await tab.page.textContent("#room-name"), "garden");
  tab.assertNoFaults();
});

const attacks = [
  "<script>document.title='owned'</script>",
  "<img src=x onerror=\"document.title='owned'\">",
  "\"><svg onload=\"document.title='owned'\">",
  "javascript:document.title='owned'",
  "https://a.example/\"onmouseover=\"document.title='owned'",
  "&lt;b&gt;&amp;",
];
test("script in a message shows as text", async () => {
  const tab = await ChatTab.openConnected(context, roomUrl("script"), "Mallory");
  for (const attack of attacks) await tab.say(attack);
  await tab.expectLines(...attacks.map((attack) => `Mallory: ${attack}`));
  assert.equal(await tab.page.locator("#log :is(script, img, svg, b)").count(), 0);
  assert.equal(await tab.page.title(), "script · Chinwag");
  tab.assertNoFaults();
});

test("script in a nickname shows as text", async () => {
  const nickname = "<img src=x onerror=alert(1)>";
  const tab = await ChatTab.openConnected(context, roomUrl("script-nick"), nickname);
  await tab.say("hi");
  await tab.expectLines(`${nickname}: hi`);
  assert.equal(await tab.page.locator("#log img").count(), 0);
  tab.assertNoFaults();
});

test("an address becomes a link that gives nothing away", async () => {
  const tab = await ChatTab.openConnected(context, roomUrl("links"), "Ann");
  await tab.say("see https://plans.example/hall_(4), please");
  await tab.expectLines("Ann: see https://plans.example/hall_(4), please");
  const link = tab.page.locator("#log a");
  assert.equal(await link.getAttribute("href"), "https://plans.example/hall_(4)");
  assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
  assert.equal(await link.getAttribute("target"), "_blank");
});

test("Enter sends, Shift+Enter breaks the line, nothing but space is not sent", async () => {
  const tab = await ChatTab.openConnected(context, roomUrl("keys"), "Kim");
  await tab.page.fill("#msg", "one");
  await tab.page.press("#msg", "Shift+Enter");
  await tab.page.locator("#msg").pressSequentially("two");
  await tab.page.press("#msg", "Enter");
  await tab.expectLines("Kim: one\ntwo");
  await tab.say("  \n ");
  await tab.say("three");
  await tab.expectLines("Kim: one\ntwo", "Kim: three");
});

test("Enter that ends a composed character does not send", async () => {
  const tab = await ChatTab.openConnected(context, roomUrl("compose"), "Kim");
  await tab.page.fill("#msg", "にほん");
  await tab.page.$eval("#msg", (field) =>
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true })),
  );
  assert.equal(await tab.page.inputValue("#msg"), "にほん");
  await tab.page.press("#msg", "Enter");
  await tab.expectLines("Kim: にほん");
});

test("the nickname is remembered in this browser", async () => {
  const first = await ChatTab.openConnected(context, roomUrl("memory"), "Zoë 🦊");
  await first.page.reload();
  assert.equal(await first.page.inputValue("#nick"), "Zoë 🦊");
  await first.waitForState("connected");
  await first.say("still me");
  await first.expectLines("Zoë 🦊: still me");
});

const badNicknames = [
  ["x".repeat(33), /at most 32/],
  ["a\u202eb", /direction/],
  ["a: b", /colon/],
];
for (const [nickname, explanation] of badNicknames)
  test(`the nickname ${JSON.stringify(nickname)} is not taken, and the message stays`, async () => {
    const tab = await ChatTab.openConnected(context, roomUrl("bad-nick"), nickname);
    await tab.say("hello");
    assert.match(await tab.page.textContent("#hint"), explanation);
    assert.equal(await tab.page.getAttribute("#nick", "aria-invalid"), "true");
    assert.equal(await tab.page.inputValue("#msg"), "hello");
    assert.equal(await tab.page.evaluate(() => document.activeElement.id), "nick");
    await tab.page.fill("#nick", " Ok ");
    await tab.page.press("#msg", "Enter");
    await tab.expectLines("Ok: hello");
  });

test("a message that is too long is not sent and says by how much", async () => {
  const tab = await ChatTab.openConnected(context, roomUrl("long"), "Lee");
  await tab.say("😀".repeat(4003));
  assert.match(await tab.page.textContent("#hint"), /Too long by 3 characters/);
  await tab.say("😀".repeat(4000));
  await tab.expectLines(`Lee: ${"😀".repeat(4000)}`);
});
