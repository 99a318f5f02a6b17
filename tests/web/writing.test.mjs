// What people write: it is shown as it was meant and does nothing else, and what cannot be sent says why.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";

import { ChatServer } from "./support/ChatServer.mjs";
import { Crowd } from "./support/Crowd.mjs";

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
const roomUrl = (room) => new URL(`/?room=${room}`, server.url);

const attacks = [
  "<script>document.title='owned'</script>",
  "<img src=x onerror=\"document.title='owned'\">",
  "\"><svg onload=\"document.title='owned'\">",
  "javascript:document.title='owned'",
  "https://a.example/\"onmouseover=\"document.title='owned'",
  "&lt;b&gt;&amp;",
];
test("script in a message shows as text", async () => {
  const tab = await enter(roomUrl("script"), "Mallory");
  for (const attack of attacks) await tab.say(attack);
  await tab.expectLines(...attacks.map((attack) => `Mallory: ${attack}`));
  assert.equal(await tab.page.locator("#log :is(script, img, svg, b)").count(), 0);
  assert.equal(await tab.page.title(), "script · Chinwag");
  tab.assertNoFaults();
});

test("script in a nickname shows as text", async () => {
  const nickname = "<img src=x onerror=alert(1)>";
  const tab = await enter(roomUrl("script-nick"), nickname);
  await tab.say("hi");
  await tab.expectLines(`${nickname}: hi`);
  assert.equal(await tab.page.locator("#log img").count(), 0);
  tab.assertNoFaults();
});

test("an address becomes a link that gives nothing away", async () => {
  const tab = await enter(roomUrl("links"), "Ann");
  await tab.say("see https://plans.example/hall_(4), please");
  await tab.expectLines("Ann: see https://plans.example/hall_(4), please");
  const link = tab.page.locator("#log a");
  assert.equal(await link.getAttribute("href"), "https://plans.example/hall_(4)");
  assert.equal(await link.getAttribute("rel"), "noopener noreferrer");
  assert.equal(await link.getAttribute("target"), "_blank");
});

test("Enter sends, Shift+Enter breaks the line, nothing but space is not sent", async () => {
  const tab = await enter(roomUrl("keys"), "Kim");
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
  const tab = await enter(roomUrl("compose"), "Kim");
  await tab.page.fill("#msg", "にほん");
  await tab.page.$eval("#msg", (field) =>
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true })),
  );
  assert.equal(await tab.page.inputValue("#msg"), "にほん");
  await tab.page.press("#msg", "Enter");
  await tab.expectLines("Kim: にほん");
});

test("the nickname is remembered in this browser", async () => {
  const first = await enter(roomUrl("memory"), "Zoë 🦊");
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
    const tab = await enter(roomUrl(`bad-nick-${[...nickname].length}`), nickname);
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
  const tab = await enter(roomUrl("long"), "Lee");
  await tab.say("😀".repeat(4003));
  assert.match(await tab.page.textContent("#hint"), /Too long by 3 characters/);
  await tab.say("😀".repeat(4000));
  await tab.expectLines(`Lee: ${"😀".repeat(4000)}`);
});
