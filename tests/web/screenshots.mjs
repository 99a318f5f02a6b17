// Pictures of the page for the documents: node screenshots.mjs OUTPUT_DIRECTORY
// Run by hand after the page changed; needs a built server (see support/places.mjs) and no other set-up.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { ChatTab, launchBrowser } from "./support/Browser.mjs";
import { ChatServer } from "./support/ChatServer.mjs";
import { sourceRoot } from "./support/places.mjs";
import { seconds, secret, sign } from "./support/token.mjs";

const output = process.argv[2] ?? join(sourceRoot, "resources/screenshots");

const desktop = { width: 1040, height: 760 };
const phone = { width: 375, height: 720 };

/** Who says what; `answers` is the text of what is answered. */
const talk = [
  { by: "Mara", text: "Morning! The kiosk build is green again 🎉" },
  { by: "Mara", text: "Turns out the clock on the test box was an hour behind." },
  { by: "Theo", text: "Of course it was. Thanks for digging." },
  { by: "You", text: "I pushed the new floor plan: https://plans.example/hall-4" },
  { by: "You", text: "Could somebody check the emergency exits?" },
  {
    by: "Priya",
    text: "On it, Robin. Exit C is behind the coffee bar, is that meant to be?",
    answers: "Could somebody check the emergency exits?",
  },
  { by: "صوفيا", text: "لا، يجب نقله إلى الجهة الأخرى" },
  { by: "Theo", text: "Then the queue can go along the windows, which is nicer anyway:\n\n1. move the bar\n2. move the queue\n3. coffee" },
  { by: "You", text: "Step 3 has my full support." },
];

async function chatUp(browser, server, room) {
  const url = new URL(`/?room=${room}`, server.url);
  const tabs = new Map();
  return {
    async say({ by, text, answers }) {
      if (!tabs.has(by)) tabs.set(by, await ChatTab.openConnected(await browser.newContext(), url, by));
      if (answers) await tabs.get(by).choose(answers, "Answer");
      await tabs.get(by).say(text);
    },
    write: (nickname, text) => tabs.get(nickname).page.locator("#msg").pressSequentially(text),
    close: () => Promise.all([...tabs.values()].map((tab) => tab.page.context().close())),
  };
}

async function openMenu(tab) {
  const message = tab.page.locator(".own .message").last();
  await message.hover();
  await message.locator(".actions").click();
}

async function search(tab) {
  await tab.page.click("#search");
  await tab.page.fill("#search-input", "exit");
  await tab.page.locator("#search-list li").first().waitFor();
}

async function edit(tab) {
  await tab.choose("Step 3 has my full support.", "Edit");
}

async function openStaffMenu(tab) {
  await tab.page.getByRole("button", { name: "Look after this room" }).click();
}

async function askToBan(tab) {
  await tab.choose("Of course it was. Thanks for digging.", "Ban…");
  await tab.page.locator("#ask").waitFor();
}

async function mention(tab) {
  await tab.page.fill("#msg", "");
  await tab.page.locator("#msg").pressSequentially("Thanks @");
  await tab.page.getByRole("listbox").waitFor();
}

/** What logs Robin in as somebody who looks after the server. */
const staffToken = () => `#token=${sign({ sub: "robin", staff: true, info: { nick: "Robin" }, exp: seconds() + 3600 })}`;

async function take(browser, server, { name, viewport, colorScheme, busy, breaks, does, staff, locale = "en-GB" }) {
  const room = busy ? "hall-4" : "lobby";
  const context = await browser.newContext({
    viewport,
    colorScheme,
    deviceScaleFactor: 1.5,
    reducedMotion: "reduce",
    locale,
  });
  const url = new URL(`/?room=${room}${staff ? staffToken() : ""}`, server.url);
  const tab = await ChatTab.openConnected(context, url, staff ? undefined : busy ? "Robin" : "");
  const others = await chatUp(browser, server, room);
  let count = 0;
  for (const line of busy ? talk : []) {
    await (line.by === "You" ? tab.say(line.text) : others.say(line));
    await tab.page.locator("#log .message").nth(count++).waitFor();
  }
  if (busy) {
    await tab.page.getByRole("button", { name: /^5 / }).waitFor();
    await others.write("Priya", "Same");
    await tab.page.getByText(/^Priya .*…$/).waitFor();
  }
  if (does) await does(tab);
  if (breaks) {
    await tab.page.fill("#msg", "Shall we meet at the coffee bar at three?");
    await server.stop("SIGKILL");
    await tab.waitForState("waiting");
  }
  await tab.page.screenshot({ path: join(output, `${name}.png`) });
  await others.close();
  await context.close();
}

const pictures = [
  { name: "page-desktop-light", viewport: desktop, colorScheme: "light", busy: true },
  { name: "page-desktop-dark", viewport: desktop, colorScheme: "dark", busy: true },
  { name: "page-desktop-empty", viewport: desktop, colorScheme: "light", busy: false },
  { name: "page-phone-light", viewport: phone, colorScheme: "light", busy: true },
  { name: "page-phone-dark", viewport: phone, colorScheme: "dark", busy: true },
  { name: "page-phone-reconnecting", viewport: phone, colorScheme: "light", busy: true, breaks: true },
  ...["light", "dark"].flatMap((colorScheme) => [
    { name: `page-menu-${colorScheme}`, viewport: desktop, colorScheme, busy: true, does: openMenu },
    { name: `page-search-${colorScheme}`, viewport: desktop, colorScheme, busy: true, does: search },
    { name: `page-rooms-${colorScheme}`, viewport: phone, colorScheme, busy: true, does: (tab) => tab.page.click("#room") },
    { name: `page-people-${colorScheme}`, viewport: phone, colorScheme, busy: true, does: (tab) => tab.page.click("#people") },
    { name: `page-edit-${colorScheme}`, viewport: phone, colorScheme, busy: true, does: edit },
    { name: `page-mention-${colorScheme}`, viewport: phone, colorScheme, busy: true, does: mention },
    { name: `page-staff-${colorScheme}`, viewport: desktop, colorScheme, busy: true, staff: true, does: openStaffMenu },
    { name: `page-ban-${colorScheme}`, viewport: phone, colorScheme, busy: true, staff: true, does: askToBan },
    { name: `page-german-${colorScheme}`, viewport: phone, colorScheme, busy: true, locale: "de-DE" },
  ]),
];

await mkdir(output, { recursive: true });
const browser = await launchBrowser();
try {
  for (const picture of pictures) {
    const server = await ChatServer.start(picture.staff && { env: { CHINWAG_AUTH_HMAC_SECRET: secret } });
    try {
      await take(browser, server, picture);
    } finally {
      await server.stop();
    }
  }
} finally {
  await browser.close();
}
