// People chat: the tutorial's own steps in real tabs, and what a chatter may rely on.
import assert from "node:assert/strict";
import { once } from "node:events";
import { after, afterEach, before, test } from "node:test";

import { ChatTab } from "./support/Browser.mjs";
import { ChatServer } from "./support/ChatServer.mjs";
import { Crowd } from "./support/Crowd.mjs";
import { Operator } from "./support/Operator.mjs";
import { WebSocket } from "./support/packages.mjs";

let server;
let crowd;

before(async () => {
  server = await ChatServer.start();
  crowd = await Crowd.gather();
});
after(async () => {
  await crowd?.disperse();
  await server?.stop();
});
afterEach(() => crowd.release());

const enter = (url, nickname) => crowd.enter(url, nickname);

/** Each test has a room of its own. */
const roomUrl = (room, path = "/") => new URL(`${path}?room=${room}`, server.url);

test("a browser has one name of its own, which says nothing else", async () => {
  const named = async (from) => {
    const opening = ChatTab.openConnected(from, roomUrl("device"), "Alice");
    const page = await from.waitForEvent("page");
    const socket = await page.waitForEvent("websocket");
    const { payload } = await socket.waitForEvent("framesent");
    await (await opening).page.close();
    return JSON.parse(payload.split("\n")[0]).connect.data.device;
  };
  const one = await crowd.browser.newContext();
  const first = await named(one);
  assert.match(first, /^[0-9a-f]{32}$/);
  assert.equal(await named(one), first);
  await one.close();
  const other = await crowd.browser.newContext();
  assert.notEqual(await named(other), first);
  // What is no name is replaced.
  await other.addInitScript(() => localStorage.setItem("chinwag.device", "short"));
  assert.match(await named(other), /^[0-9a-f]{32}$/);
  await other.close();
});

test("the tutorial: several tabs of /static/index.html, each sees every message at once", async () => {
  const url = new URL("/static/index.html", server.url);
  const context = await crowd.profile();
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
    await enter(roomUrl("own"), "Sam"),
    await enter(roomUrl("own"), "Sam"),
  ];
  await one.say("from one");
  await two.expectLines("Sam: from one");
  await two.say("from two");
  for (const tab of [one, two]) await tab.expectLines("Sam: from one", "Sam: from two");
  assert.deepEqual(await one.page.locator(".own .text").allTextContents(), ["from one"]);
  assert.deepEqual(await two.page.locator(".own .text").allTextContents(), ["from two"]);
});

test("the tutorial's own client and the page chat in one room", async () => {
  const tab = await enter(roomUrl("both"), "Page");
  const plain = new WebSocket(`ws://${server.url.host}/ws/chat?room=both`);
  const lines = [];
  plain.on("message", (line) => lines.push(line.toString()));
  await once(plain, "open");
  await tab.say("Hello");
  await tab.expectLines("Page: Hello");
  plain.send("Alice: Hello");
  await tab.expectLines("Page: Hello", "Alice: Hello");
  while (lines.length < 2) await once(plain, "message");
  assert.deepEqual(lines, ["Page: Hello", "Alice: Hello"]);
  plain.close();
});

test("who comes later reads what was said before, and knows their own after a reload", async () => {
  const early = await enter(roomUrl("past"), "Early");
  for (const text of ["one", "two"]) await early.say(text);
  await early.expectLines("Early: one", "Early: two");
  const late = await enter(roomUrl("past"), "Late");
  await late.expectLines("Early: one", "Early: two");
  assert.equal(await late.page.locator(".own").count(), 0);
  await early.page.reload();
  await early.expectLines("Early: one", "Early: two");
  assert.equal(await early.page.locator(".own .message").count(), 2);
  for (const tab of [early, late]) tab.assertNoFaults();
});

test("a message is answered, changed and taken back, for everybody", async () => {
  const [ann, ben] = [
    await enter(roomUrl("deeds"), "Ann"),
    await enter(roomUrl("deeds"), "Ben"),
  ];
  await ann.say("tea at five?");
  await ben.choose("tea at five?", "Answer");
  await ben.say("at six, pleese");
  await ann.page.locator(".quote-text", { hasText: "tea at five?" }).waitFor();

  await ben.choose("at six, pleese", "Edit");
  assert.equal(await ben.page.inputValue("#msg"), "at six, pleese");
  await ben.say("at six, please");
  await ann.page.locator(".message", { hasText: "at six, please" }).getByText("edited", { exact: true }).waitFor();
  await ann.expectLines("Ann: tea at five?", "Ben: at six, please");

  await ann.choose("tea at five?", "Take back…");
  await ann.page.getByRole("button", { name: "Take back", exact: true }).click();
  for (const tab of [ann, ben]) {
    await tab.page.locator(".quote-text", { hasText: "This message was taken back." }).waitFor();
    await tab.expectLines("Ann: This message was taken back.", "Ben: at six, please");
    tab.assertNoFaults();
  }
  // So it is for who comes later.
  const late = await enter(roomUrl("deeds"), "Late");
  await late.expectLines("Somebody: This message was taken back.", "Ben: at six, please");
});

test("a message is copied, also where the page came without encryption", async () => {
  const tab = await enter(roomUrl("copy"), "Kim");
  await tab.say("to be copied");
  for (const secure of [true, false]) {
    if (secure) await tab.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    else await tab.page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await tab.choose("to be copied", "Copy text");
    await tab.page.getByText("Copied.").waitFor();
    await tab.page.fill("#msg", "");
    await tab.page.press("#msg", "Control+V");
    assert.equal(await tab.page.inputValue("#msg"), "to be copied");
    await tab.page.fill("#msg", "");
  }
  tab.assertNoFaults();
});

test("a message is reported to the operators, with what is wrong with it", async () => {
  const operator = await Operator.of(server);
  const [eve, ann] = [
    await enter(roomUrl("report"), "Eve"),
    await enter(roomUrl("report"), "Ann"),
  ];
  await eve.say("buy this");
  await ann.choose("buy this", "Report…");
  await ann.page.fill("#ask-words", "spam");
  await ann.page.getByRole("button", { name: "Report", exact: true }).click();
  await ann.page.getByText("Reported to those who run this server.").waitFor();
  const { reports } = await operator.get("reports");
  assert.deepEqual(reports.map(({ reason }) => reason), ["spam"]);
});

test("who is here is shown, by name", async () => {
  const tabs = [];
  for (const nickname of ["Ann", "Zoe"]) {
    const other = await crowd.browser.newContext();
    await other.addInitScript((name) => localStorage.setItem("chinwag.nickname", name), nickname);
    tabs.push(await ChatTab.openConnected(other, roomUrl("people")));
  }
  const [ann, zoe] = tabs;
  await zoe.page.getByRole("button", { name: "2 people are here" }).click();
  await zoe.page.locator("#people-list li").nth(1).waitFor();
  assert.deepEqual(await zoe.page.locator("#people-list bdi").allTextContents(), ["Zoe", "Ann"]);
  // A new nickname is known at once.
  await zoe.page.click("#people-close");
  await zoe.page.fill("#nick", "Zora");
  await zoe.page.press("#nick", "Tab");
  await ann.page.getByText("Zoe is now called Zora.").waitFor();
  await zoe.page.click("#people");
  await zoe.page.locator("#people-list bdi", { hasText: "Zora" }).waitFor();
  for (const tab of tabs) await tab.page.context().close();
});

test("people are mentioned by choosing from those who are here, with keys or the mouse", async () => {
  for (const nickname of ["Anna Maria", "Annabel", "Bob"]) {
    const other = await enter(roomUrl("mention"), nickname);
    await other.page.press("#nick", "Tab");
  }
  const { page } = await enter(roomUrl("mention"), "Kim");
  const field = page.locator("#msg");
  const options = page.getByRole("listbox", { name: "People to mention" }).getByRole("option");
  const chosen = () => page.$eval("#msg", (one) => document.getElementById(one.getAttribute("aria-activedescendant"))?.textContent);

  await field.pressSequentially("hello @ann");
  await page.getByText("2 people to mention").waitFor({ state: "attached" });
  assert.equal(await options.count(), 2);
  assert.match(await chosen(), /Anna Maria$/);
  await field.press("ArrowDown");
  assert.match(await chosen(), /Annabel$/);
  await field.press("ArrowDown");
  await field.press("ArrowUp");
  await field.press("Enter");
  assert.equal(await page.inputValue("#msg"), "hello @Annabel ");
  assert.equal(await options.count(), 0);
  assert.equal(await field.getAttribute("aria-activedescendant"), null);

  await field.pressSequentially("and @anna m");
  await options.first().waitFor();
  await field.press("Tab");
  assert.equal(await page.inputValue("#msg"), "hello @Annabel and @Anna Maria ");
  assert.equal(await page.evaluate(() => document.activeElement.id), "msg");

  await field.fill("");
  await field.pressSequentially("@b");
  await options.first().click();
  assert.equal(await page.inputValue("#msg"), "@Bob ");

  // Who wants none of them has the keys back, also while writing on.
  await field.fill("");
  await field.pressSequentially("@an");
  await options.first().waitFor();
  await field.press("Escape");
  await field.pressSequentially("n");
  assert.equal(await options.count(), 0);
  await field.press("Enter");
  await page.locator(".own .text").getByText("@ann", { exact: true }).waitFor();
});

test("what was said is found, however long ago, and led to", async () => {
  const tab = await enter(roomUrl("search"), "Kim");
  await tab.say("the needle is here");
  const socket = new WebSocket(`ws://${server.url.host}/ws/chat?room=search&nick=Hay`);
  await once(socket, "open");
  for (let i = 1; i <= 180; ++i) socket.send(`hay ${i}`);
  await tab.page.getByText("hay 180", { exact: true }).waitFor();
  socket.close();
  await tab.page.reload();
  await tab.page.getByText("hay 180", { exact: true }).waitFor();
  assert.equal(await tab.page.getByText("the needle is here").count(), 0);
  await tab.page.click("#search");
  await tab.page.fill("#search-input", "needl");
  await tab.page.locator("#search-list button").click();
  await tab.page.locator(".message.revealed", { hasText: "the needle is here" }).waitFor();
  await tab.page.click("#search");
  await tab.page.fill("#search-input", "unheard-of");
  await tab.page.getByText("Nothing was found.").waitFor();
  tab.assertNoFaults();
});

test("rooms in use are listed, and lead there", async () => {
  await enter(roomUrl("busy-place"), "Ann");
  const tab = await enter(roomUrl("elsewhere"), "Ben");
  const opened = tab.page.waitForEvent("websocket");
  await tab.page.reload();
  const socket = await opened;
  await tab.waitForState("connected");
  // The list may be a second old, and is asked for with every change of the text.
  await tab.page.click("#room");
  const found = tab.page.locator("#room-list button", { hasText: "busy-place" });
  for (let i = 0; (await found.count()) === 0; ++i) {
    const answered = socket.waitForEvent("framereceived", ({ payload }) => payload.includes('"rooms"'));
    await tab.page.fill("#room-input", i % 2 ? "busy" : "busy-");
    await answered;
  }
  await found.click();
  await tab.page.waitForURL((url) => url.searchParams.get("room") === "busy-place");
});

test("a draft waits in its room, through a reload", async () => {
  const tab = await enter(roomUrl("draft"), "Kim");
  await tab.page.fill("#msg", "half a thou");
  await tab.page.reload();
  assert.equal(await tab.page.inputValue("#msg"), "half a thou");
  await tab.page.goto(String(roomUrl("draft-elsewhere")));
  assert.equal(await tab.page.inputValue("#msg"), "");
});

test("a room hears only its own", async () => {
  const [red, blue] = [
    await enter(roomUrl("red"), "R"),
    await enter(roomUrl("blue"), "B"),
  ];
  await red.say("red");
  await red.expectLines("R: red");
  await blue.say("blue");
  await blue.expectLines("B: blue");
  await red.expectLines("R: red");
});

test("a room that cannot be is explained, and the dialog leads to another", async () => {
  const tab = await crowd.open(new URL("/?room=no%20such%20room", server.url));
  await tab.page.getByText("There can be no such room").waitFor();
  await tab.page.click("#room");
  await tab.page.fill("#room-input", "garden");
  await tab.page.press("#room-input", "Enter");
  await tab.page.waitForURL((url) => url.searchParams.get("room") === "garden");
  await tab.waitForState("connected");
  assert.equal(await tab.page.textContent("#room-name"), "garden");
  tab.assertNoFaults();
});
