// The page on every screen: no sideways scrolling, accessible, in light and dark.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { axeFindings } from "./support/axe.mjs";
import { ChatTab, launchBrowser } from "./support/Browser.mjs";
import { pageModule } from "./support/module.mjs";
import { ScriptedServer } from "./support/ScriptedServer.mjs";

const { hueOf } = await pageModule("avatar.ts");

let browser;
let server;

before(async () => {
  server = await ScriptedServer.start();
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** One nickname for each colour that there is, so that all of them are judged. */
const nicknames = new Map();
for (let i = 0; i < 1_000; ++i) nicknames.set(hueOf(`Nickname ${i}`), `Nickname ${i}`);

const talk = [
  ...[...nicknames.values()].map((nickname) => `${nickname}: hello`),
  `${"W".repeat(32)}: ${"wide".repeat(200)}`,
  "Eve: https://plans.example/hall-4",
  "Eve: two\nlines",
];

async function withBusyPage(options, body) {
  const context = await browser.newContext(options);
  try {
    const tab = await ChatTab.open(context, server.url, "Nia");
    const socket = await server.nextSocket();
    await tab.waitForState("connected");
    for (const line of talk) socket.send(line);
    await tab.say("an own https://own.example/link");
    socket.send(await socket.nextLine());
    await tab.page.locator(".own .message").waitFor();
    await body(tab, socket);
  } finally {
    await context.close();
  }
}

const endings = {
  connected: async () => undefined,
  reconnecting: async (tab, socket) => {
    await tab.say("without an echo");
    await socket.nextLine();
    await tab.page.fill("#msg", "a draft");
    socket.close(3001, "shutdown");
    await tab.waitForState("waiting");
  },
  refused: async (tab, socket) => {
    socket.close(3503, "force disconnect");
    await tab.waitForState("refused");
  },
  "in the room dialog": async (tab) => {
    await tab.page.click("#room");
    await tab.page.locator("#room-dialog").waitFor();
  },
  "with a nickname that is none": async (tab) => {
    await tab.page.fill("#nick", "a: b");
    await tab.say("x");
  },
};

// axe cannot judge the contrast of what is scrolled away.
const everythingInSight = { width: 900, height: 2_600 };

for (const colorScheme of ["light", "dark"])
  for (const [name, act] of Object.entries(endings))
    test(`axe finds nothing in the ${colorScheme} page, ${name}`, () =>
      withBusyPage({ colorScheme, viewport: everythingInSight, reducedMotion: "reduce" }, async (tab, socket) => {
        // A wait without end, so that the page is judged in it.
        await tab.page.evaluate(() => (Math.random = () => 1e6));
        await act(tab, socket);
        assert.deepEqual(await axeFindings(tab.page), []);
        tab.assertNoFaults();
      }));

for (const width of [320, 375, 768, 1920])
  test(`nothing scrolls sideways at ${width} px`, () =>
    withBusyPage({ viewport: { width, height: 640 } }, async (tab) => {
      const wide = await tab.page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll("#log, .dock, .bar-inner")]
          .filter((element) => element.scrollWidth > element.clientWidth)
          .map((element) => element.className || element.tagName),
      );
      assert.deepEqual(wide, []);
      for (const id of ["nick", "msg", "send", "room", "state"]) {
        const box = await tab.page.locator(`#${id}`).boundingBox();
        assert.ok(box && box.x >= 0 && box.x + box.width <= width && box.y + box.height <= 640, `${id} is seen`);
      }
    }));

test("everything can be reached by keyboard, in the order of sight", () =>
  withBusyPage({}, async (tab) => {
    await tab.page.focus("#room");
    const order = ["room"];
    for (let i = 0; i < 40 && order.at(-1) !== "send"; ++i) {
      await tab.page.keyboard.press("Tab");
      const name = await tab.page.evaluate(() => document.activeElement.id || document.activeElement.tagName);
      if (name !== "A") order.push(name);
    }
    assert.deepEqual(order, ["room", "log", "nick", "msg", "send"]);
  }));
