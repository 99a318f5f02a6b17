// Pictures of the page for the documents: node screenshots.mjs OUTPUT_DIRECTORY
// Run by hand after the page changed; needs a built server (see support/places.mjs) and no other set-up.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { ChatTab, launchBrowser } from "./support/Browser.mjs";
import { ChatServer } from "./support/ChatServer.mjs";
import { sourceRoot } from "./support/places.mjs";

const output = process.argv[2] ?? join(sourceRoot, "resources/screenshots");

const desktop = { width: 1040, height: 760 };
const phone = { width: 375, height: 720 };

const talk = [
  ["Mara", "Morning! The kiosk build is green again 🎉"],
  ["Mara", "Turns out the clock on the test box was an hour behind."],
  ["Theo", "Of course it was. Thanks for digging."],
  ["You", "I pushed the new floor plan: https://plans.example/hall-4"],
  ["You", "Could somebody check the emergency exits?"],
  ["Priya", "Looking at it now. Exit C is behind the coffee bar, is that meant to be?"],
  ["صوفيا", "لا، يجب نقله إلى الجهة الأخرى"],
  ["Theo", "Then the queue can go along the windows, which is nicer anyway:\n\n1. move the bar\n2. move the queue\n3. coffee"],
  ["You", "Step 3 has my full support."],
];

async function chatUp(browser, server, room) {
  const context = await browser.newContext();
  const url = new URL(`/?room=${room}`, server.url);
  const tabs = new Map();
  return {
    async say(nickname, text) {
      if (!tabs.has(nickname)) tabs.set(nickname, await ChatTab.openConnected(context, url, nickname));
      await tabs.get(nickname).say(text);
    },
    close: () => context.close(),
  };
}

async function take(browser, server, { name, viewport, colorScheme, busy, breaks }) {
  const room = busy ? "hall-4" : "lobby";
  const context = await browser.newContext({
    viewport,
    colorScheme,
    deviceScaleFactor: 1.5,
    reducedMotion: "reduce",
    locale: "en-GB",
  });
  // The longest wait before the next attempt, so that the picture shows the waiting.
  if (breaks) await context.addInitScript(() => (Math.random = () => 0.99));
  const tab = await ChatTab.openConnected(context, new URL(`/?room=${room}`, server.url), busy ? "Robin" : "");
  const others = await chatUp(browser, server, room);
  let count = 0;
  for (const [nickname, text] of busy ? talk : []) {
    await (nickname === "You" ? tab.say(text) : others.say(nickname, text));
    await tab.page.locator("#log .message").nth(count++).waitFor();
  }
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
];

await mkdir(output, { recursive: true });
const browser = await launchBrowser();
const server = await ChatServer.start();
try {
  for (const picture of pictures) await take(browser, server, picture);
} finally {
  await browser.close();
  await server.stop();
}
