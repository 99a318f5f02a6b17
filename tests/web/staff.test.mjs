// Staff looks after a room from within the page.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { axeFindings } from "./support/axe.mjs";
import { ChatTab, launchBrowser, releasePages } from "./support/Browser.mjs";
import { ChatServer } from "./support/ChatServer.mjs";
import { next, SdkClient } from "./support/SdkClient.mjs";
import { seconds, secret, sign } from "./support/token.mjs";

let server;
let browser;
/** A profile for staff, and one for everybody else. */
let office;
let others;
let staff;
let room;
let round = 0;
let programs = [];

before(async () => {
  server = await ChatServer.start({ env: { CHINWAG_AUTH_HMAC_SECRET: secret, CHINWAG_SERVER_TRUSTED_PROXIES: "127.0.0.1" } });
  browser = await launchBrowser();
  office = await browser.newContext();
  others = await browser.newContext();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  room = `round-${++round}`;
  staff = await tabOf({ sub: "mod", staff: true, info: { nick: "Mod" } }, office);
});
afterEach(async () => {
  programs.forEach((program) => program.close());
  programs = [];
  await Promise.all([office, others].map(releasePages));
});

/** A tab in the room of the moment; without claims that of somebody anonymous. */
function tabOf(claims, context = others) {
  const token = claims ? sign({ exp: seconds() + 3600, ...claims }) : "";
  return ChatTab.openConnected(context, new URL(`/?room=${room}#token=${token}`, server.url), claims?.info ? undefined : "Ann");
}

/** The subscription of a program that is in the room as well. */
async function program(options, subscribes) {
  const client = await SdkClient.connected(server, options);
  programs.push(client);
  return (await client.subscribe(`chat:${room}`, subscribes)).subscription;
}

const eve = () => tabOf({ sub: "eve", info: { nick: "Eve" } });
const button = (tab, name) => tab.page.getByRole("button", { name, exact: true });
const hintOf = (tab, text) => tab.page.locator("#hint", { hasText: text }).waitFor();

/** What the dialog that asks has in it, once it is there. */
async function question(tab) {
  const dialog = tab.page.locator("#ask");
  await dialog.waitFor();
  return { dialog, text: await dialog.innerText() };
}

async function chooseOfRoom(label) {
  await staff.page.getByRole("button", { name: "Look after this room" }).click();
  await staff.page.getByRole("menuitem", { name: label }).click();
}

async function chooseOfPerson(name, label) {
  if (!(await staff.page.locator("#people-dialog").isVisible())) await staff.page.click("#people");
  await staff.page.getByRole("button", { name: `What to do about ${name}` }).click();
  await staff.page.getByRole("menuitem", { name: label }).click();
}

test("nothing of it is offered to who is not staff, nor about oneself", async () => {
  const tab = await eve();
  await tab.say("mine");
  await staff.say("staff's");
  await tab.page.getByText("staff's", { exact: true }).waitFor();
  assert.equal(await tab.page.locator("#staff").isVisible(), false);
  await tab.page.click("#people");
  await tab.page.locator("#people-list li").nth(1).waitFor();
  assert.equal(await tab.page.locator("#people-list button").count(), 0);
  await tab.page.click("#people-close");
  const labels = async (one, text) => {
    await one.page.locator("#log .message", { hasText: text }).press("Enter");
    const found = await one.page.getByRole("menuitem").evaluateAll((rows) => rows.map((row) => row.firstChild.textContent));
    await one.page.keyboard.press("Escape");
    return found;
  };
  assert.deepEqual(await labels(tab, "staff's"), ["Answer", "Copy text", "Report…"]);
  assert.deepEqual(await labels(staff, "staff's"), ["Answer", "Copy text", "Edit", "Take back…"]);
  const everything = ["Answer", "Copy text", "Report…", "Take back…", "Mute…", "Send away…", "Ban…"];
  assert.deepEqual(await labels(staff, "mine"), everything);
  await staff.page.click("#people");
  await staff.page.locator("#people-list li").nth(1).waitFor();
  const names = await staff.page.locator("#people-list button").evaluateAll((all) => all.map((one) => one.ariaLabel));
  assert.deepEqual(names, ["What to do about Eve"]);
});

test("a user is muted for a time, with a reason, and it is lifted again", async () => {
  const tab = await eve();
  await tab.say("buy this");
  await staff.choose("buy this", "Mute…");
  const { dialog, text } = await question(staff);
  assert.match(text, /^Mute Eve\?[^]*not write[^]*the user eve/);
  await dialog.getByLabel("1 hour").check();
  await dialog.getByLabel(/^Why/).fill("no\nadverts");
  await dialog.getByLabel(/^Why/).press("Enter");
  await hintOf(staff, "Eve may not write here for now.");
  await tab.say("buy that");
  await tab.page.locator("#unsent .unsent-reason", { hasText: "no adverts" }).waitFor();

  await chooseOfRoom("Muted and banned people…");
  const row = staff.page.locator("#sanctions-list li");
  await row.waitFor();
  assert.match(await row.innerText(), /^eve\s+Muted until .*, “no adverts”\s+Lift$/);
  await row.getByRole("button").click();
  assert.match((await question(staff)).text, /^Lift it for eve\?/);
  await staff.page.locator("#ask").getByRole("button", { name: "Lift" }).click();
  await staff.page.getByText("Nobody is.").waitFor();
  await tab.page.getByRole("button", { name: "Send again" }).click();
  await staff.page.locator("#log .text").getByText("buy that", { exact: true }).waitFor();
  for (const one of [tab, staff]) one.assertNoFaults();
});

test("a user is sent away from the list of people, by keyboard alone, and may come back", async () => {
  const tab = await eve();
  const { keyboard } = staff.page;
  await staff.page.getByRole("button", { name: "2 people are here" }).press("Enter");
  await staff.page.locator("#people-list button").focus();
  await keyboard.press("Enter");
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  assert.match((await question(staff)).text, /^Send Eve away\?/);
  await keyboard.type("calm down");
  await keyboard.press("Enter");
  await tab.waitForState("refused");
  assert.match(await tab.page.textContent("#banner-text"), /removed you from the room: “calm down”/);
  await staff.page.locator("#people-state", { hasText: "Eve was sent away." }).waitFor();
  await staff.page.locator("#people-list li", { hasText: "Eve" }).waitFor({ state: "detached" });
  await button(tab, "Reconnect").click();
  await tab.waitForState("connected");
});

test("a user is banned for good from the room alone", async () => {
  const tab = await eve();
  await chooseOfPerson("Eve", "Ban…");
  const { dialog, text } = await question(staff);
  assert.match(text, /^Ban Eve\?/);
  await dialog.getByLabel("for good").check();
  await dialog.getByRole("button", { name: "Ban", exact: true }).click();
  await tab.waitForState("refused");
  await staff.page.locator("#people-list li", { hasText: "Eve" }).waitFor({ state: "detached" });
  await staff.page.click("#people-close");
  await chooseOfRoom("Muted and banned people…");
  await staff.page.locator("#sanctions-list li", { hasText: "Banned for good" }).waitFor();
});

test("the room is locked, opened and slowed down, and the menu knows which", async () => {
  const tab = await eve();
  await chooseOfRoom("Lock this room…");
  assert.match((await question(staff)).text, new RegExp(`^Lock #${room}\\?`));
  await button(staff, "Lock").click();
  await tab.page.getByText("This room is locked").waitFor();
  await staff.page.getByText("That does not hold for you, as staff.").waitFor();
  await chooseOfRoom("Unlock this room…");
  await button(staff, "Unlock").click();
  await tab.page.locator("#rules").waitFor({ state: "hidden" });
  await chooseOfRoom("Slow mode…");
  const { dialog } = await question(staff);
  assert.equal(await dialog.getByLabel("No slow mode").isChecked(), true);
  await dialog.getByLabel("30 seconds").check();
  await button(staff, "Set").click();
  await tab.page.getByText("one message every 30 seconds").waitFor();
  await chooseOfRoom("Slow mode…");
  assert.equal(await staff.page.locator("#ask").getByLabel("30 seconds").isChecked(), true);
});

test("what the server refuses is said where it was asked for, and nothing has to be written again", async () => {
  const ann = await tabOf(undefined);
  await ann.say("from the same address");
  await staff.choose("from the same address", "Ban…");
  const { dialog, text } = await question(staff);
  assert.match(text, /Ann is not logged in: it holds for everybody who comes from the same address\./);
  const words = dialog.getByLabel(/^Why/);
  await words.fill("ä".repeat(51));
  await button(staff, "Ban").click();
  assert.equal(await words.evaluate((field) => field.validationMessage), "Shorter, please: it is 2 bytes too long.");
  await words.fill("spam");
  await button(staff, "Ban").click();
  await dialog.getByRole("alert").getByText("That was not done: it would hit you as well").waitFor();
  assert.equal(await words.inputValue(), "spam");
  const left = next(await program({}, { joinLeave: true }), "leave");
  await ann.page.close();
  await left;
  await button(staff, "Ban").click();
  await dialog.getByRole("alert").getByText("Ann is not here any more.").waitFor();
  await button(staff, "Cancel").click();
  assert.equal(await dialog.isVisible(), false);
  staff.assertNoFaults();
});

for (const colorScheme of ["light", "dark"])
  test(`axe finds nothing in the ${colorScheme} questions, and on a phone all of them is seen`, async () => {
    const tab = await eve();
    await tab.say("buy this");
    // Whom the menu covers, so that it covers nothing that axe has to judge.
    for (const nick of ["Fay", "Gus", "Hal", "Ivy"]) await program({ data: { nick } });
    await staff.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await staff.page.setViewportSize({ width: 320, height: 640 });
    const judge = async () => {
      assert.deepEqual(await axeFindings(staff.page), []);
      assert.equal(await staff.page.evaluate(() => document.documentElement.scrollWidth), 320);
    };
    await staff.page.click("#staff");
    await judge();
    await staff.page.keyboard.press("Escape");
    assert.equal(await staff.page.evaluate(() => document.activeElement.id), "staff");
    await staff.page.click("#people");
    await staff.page.locator("#people-list button").first().click();
    await judge();
    await staff.page.keyboard.press("Escape");
    // A dialog above another one is beyond axe.
    await staff.page.click("#people-close");
    await staff.page.locator("#log .message").press("m");
    await staff.page.locator("#ask").waitFor();
    await judge();
    await button(staff, "Mute").click();
    await hintOf(staff, "Eve may not write here for now.");
    await chooseOfRoom("Muted and banned people…");
    await staff.page.locator("#sanctions-list li").waitFor();
    await judge();
  });
