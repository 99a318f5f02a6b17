// The page on every screen: no sideways scrolling, accessible, in light and dark.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { axeFindings } from "./support/axe.mjs";
import { ChatTab, launchBrowser } from "./support/Browser.mjs";
import { pageModule } from "./support/module.mjs";
import { messageId, ScriptedServer } from "./support/ScriptedServer.mjs";

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
  ...[...nicknames.values()].map((nickname) => [nickname, "hello"]),
  ["W".repeat(32), "wide".repeat(200)],
  ["Eve", "https://plans.example/hall-4"],
  ["Eve", "two\nlines"],
  ["Eve", "@Nia, look"],
];

/** Messages that are more than a text. */
function sayMore(socket) {
  const [asked, gone] = [messageId(9_001), messageId(9_002)];
  socket.publish({ id: asked, nick: "Bob", text: `tea or coffee? ${"so much ".repeat(40)}` }, { client: "bob" });
  socket.publish({ id: gone, nick: "Bob", text: "regretted" }, { client: "bob" });
  socket.say("Eve", "coffee", { reply_to: asked, edited: Date.now() });
  socket.say("Eve", "an answer to what is not here", { reply_to: messageId(1) });
  socket.say("Chinwag", "The server restarts at nine.", { type: "notice" });
  socket.publish({ type: "redact", id: gone });
  socket.signal({ type: "nick", before: "Eve", nick: "Eva" });
  socket.signal({ type: "typing", nick: "Bob" }, { client: "bob" });
}

async function withBusyPage(options, body) {
  const context = await browser.newContext(options);
  try {
    server.calls["chat.directory"] = {
      rooms: [
        { channel: "chat:lobby", people: 12 },
        { channel: `chat:${"long-name".repeat(7)}`, people: 1 },
      ],
    };
    server.calls["chat.search"] = ({ text }) => ({
      messages: [{ data: { id: messageId(3), nick: "Eve", text: `${text} it was` } }],
    });
    const tab = await ChatTab.open(context, server.url, "Nia");
    const socket = await server.nextSocket();
    await tab.waitForState("connected");
    for (const [nick, text] of talk) socket.say(nick, text);
    sayMore(socket);
    await tab.say("an own https://own.example/link");
    socket.accept(await socket.nextPublish());
    await tab.page.locator(".own .message").waitFor();
    // How many are here is asked for, and may be answered late.
    await tab.page.locator("#people").waitFor();
    await body(tab, socket);
  } finally {
    await context.close();
    // Not before: the page would come back, and be taken for that of the next test.
    server.refuse(false);
  }
}

/** What the page can look like: how it comes to that, and back to where it was. The socket is the one of the moment. */
const looks = {
  connected: {},
  reconnecting: {
    async begin(tab, socket) {
      await tab.say("without an echo");
      await socket.nextPublish();
      await tab.page.fill("#msg", "a draft");
      server.refuse(true);
      socket.close(3001, "shutdown");
      await tab.waitForState("waiting");
    },
    async end(tab) {
      server.refuse(false);
      // It may come back by itself before, and then there is no button any more.
      await tab.page.evaluate(() => dispatchEvent(new Event("online")));
      const socket = await server.nextSocket();
      socket.accept(await socket.nextPublish());
      await tab.page.fill("#msg", "");
      await tab.page.locator("#unsent").waitFor({ state: "hidden" });
      return socket;
    },
  },
  refused: {
    async begin(tab, socket) {
      socket.close(3503, "force disconnect");
      await tab.waitForState("refused");
    },
    async end(tab) {
      await tab.page.click("#reconnect");
      return server.nextSocket();
    },
  },
  "wanting a token": {
    async begin(tab, socket) {
      socket.close(3500, "invalid token");
      await tab.waitForState("refused");
      await tab.page.click("#login");
      await tab.page.locator("#login-dialog").waitFor();
    },
    async end(tab) {
      await tab.page.click("#login-cancel");
      await tab.page.click("#reconnect");
      return server.nextSocket();
    },
  },
  "in the room dialog": {
    async begin(tab) {
      await tab.page.click("#room");
      await tab.page.locator("#room-list li").nth(1).waitFor();
    },
    end: (tab) => tab.page.click("#room-cancel"),
  },
  "with who is here": {
    async begin(tab) {
      await tab.page.click("#people");
      await tab.page.locator("#people-list li").nth(1).waitFor();
    },
    end: (tab) => tab.page.click("#people-close"),
  },
  "with what a search found": {
    async begin(tab) {
      await tab.page.click("#search");
      await tab.page.fill("#search-input", "tea");
      await tab.page.locator("#search-list li").waitFor();
    },
    end: (tab) => tab.page.click("#search-close"),
  },
  "with the menu of a message": {
    async begin(tab) {
      // Beside the link, which has a menu of the browser's.
      await tab.page.locator(".own .message").first().click({ button: "right", position: { x: 30, y: 4 } });
      await tab.page.getByRole("menuitem", { name: "Edit" }).waitFor();
    },
    end: (tab) => tab.page.keyboard.press("Escape"),
  },
  "asking before it hurts": {
    async begin(tab) {
      await tab.page.locator(".own .message").first().press("Delete");
      await tab.page.locator("#ask").waitFor();
    },
    end: (tab) => tab.page.click("#ask-cancel"),
  },
  answering: {
    async begin(tab) {
      await tab.page.locator(".message").first().press("r");
      await tab.page.locator("#about").waitFor();
    },
    end: (tab) => tab.page.click("#about-cancel"),
  },
  "offering people to mention": {
    async begin(tab) {
      await tab.page.locator("#msg").pressSequentially("hello @");
      await tab.page.getByRole("option").first().waitFor();
    },
    end: (tab) => tab.page.fill("#msg", ""),
  },
  "with a message that was refused": {
    async begin(tab, socket) {
      await tab.say("too soon");
      socket.refuse(await socket.nextPublish(), 111, "This room is slow: one message every 30 seconds.");
      await tab.page.locator("#unsent li").waitFor();
    },
    end: (tab) => tab.page.getByRole("button", { name: "Discard" }).click(),
  },
  "with a nickname that is none": {
    async begin(tab) {
      await tab.page.fill("#nick", "a: b");
      await tab.say("x");
    },
  },
};

// axe cannot judge the contrast of what is scrolled away.
const everythingInSight = { width: 900, height: 4_000 };

test("axe finds nothing in the page", (suite) =>
  withBusyPage({ viewport: everythingInSight, reducedMotion: "reduce" }, async (tab, first) => {
    let socket = first;
    for (const [name, { begin, end }] of Object.entries(looks)) {
      await begin?.(tab, socket);
      for (const colorScheme of ["light", "dark"])
        await suite.test(`${name}, ${colorScheme}`, async () => {
          await tab.page.emulateMedia({ colorScheme });
          assert.deepEqual(await axeFindings(tab.page), []);
        });
      socket = (await end?.(tab)) ?? socket;
      await tab.waitForState("connected");
    }
    tab.assertNoFaults();
  }));

test("nothing scrolls sideways", (suite) =>
  withBusyPage({}, async (tab) => {
    for (const width of [320, 375, 768, 1920])
      await suite.test(`at ${width} px`, async () => {
        await tab.page.setViewportSize({ width, height: 640 });
        const wide = await tab.page.evaluate(() =>
          [document.documentElement, ...document.querySelectorAll("#log, .dock, .bar-inner")]
            .filter((element) => element.scrollWidth > element.clientWidth)
            .map((element) => element.className || element.tagName),
        );
        assert.deepEqual(wide, []);
        for (const id of ["nick", "msg", "send", "room", "state", "people", "search"]) {
          const box = await tab.page.locator(`#${id}`).boundingBox();
          assert.ok(box && box.x >= 0 && box.x + box.width <= width && box.y + box.height <= 640, `${id} is seen`);
        }
      });
  }));

test("a browser that prefers German shows German, on a phone too", () =>
  withBusyPage({ locale: "de-DE", viewport: { width: 320, height: 640 }, reducedMotion: "reduce" }, async (tab, socket) => {
    const { page } = tab;
    assert.equal(await page.getAttribute("html", "lang"), "de");
    assert.equal(await page.textContent("#state-text"), "Verbunden");
    assert.equal(await page.getAttribute("#msg", "placeholder"), "Nachricht schreiben");
    await page.getByRole("button", { name: "2 Personen sind hier" }).waitFor();
    await page.getByText("Bob schreibt…").waitFor();
    assert.equal(await page.locator(".taken-back .text").textContent(), "Diese Nachricht wurde zurückgenommen.");
    await page.getByText("Eve heißt jetzt Eva.").waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);

    await page.locator(".own .message").press("Enter");
    const labels = await page.getByRole("menuitem").evaluateAll((rows) => rows.map(({ textContent }) => textContent));
    assert.deepEqual(labels, ["AntwortenR", "KopierenC", "BearbeitenE", "Zurücknehmen…Entf"]);
    await page.keyboard.press("Escape");
    await page.locator(".own .message").press("Delete");
    await page.getByRole("heading", { name: "Diese Nachricht zurücknehmen?" }).waitFor();
    await page.getByRole("button", { name: "Abbrechen" }).click();

    await tab.say("zu früh");
    socket.refuse(await socket.nextPublish(), 111, "This room is slow: one message every 30 seconds.");
    await page.locator("#unsent li", { hasText: "Nicht gesendet" }).waitFor();
    socket.close(4500, "Bitte nicht stören");
    await tab.waitForState("refused");
    assert.equal(
      await page.textContent("#banner-text"),
      "Ein Moderator hat Sie aus dem Raum entfernt: „Bitte nicht stören“",
    );
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    tab.assertNoFaults();
  }));

test("everything can be reached by keyboard, in the order of sight", () =>
  withBusyPage({}, async (tab) => {
    await tab.page.getByText("This is where the room begins.").waitFor({ state: "attached" });
    await tab.page.focus("#room");
    const order = ["room"];
    for (let i = 0; i < 40 && order.at(-1) !== "send"; ++i) {
      await tab.page.keyboard.press("Tab");
      const name = await tab.page.evaluate(() => document.activeElement.id || document.activeElement.tagName);
      if (name !== "A") order.push(name);
    }
    assert.deepEqual(order, ["room", "people", "search", "log", "nick", "msg", "send"]);
  }));

test("messages are gone through, answered, changed and left by keyboard alone", () =>
  withBusyPage({}, async (tab, socket) => {
    const { page } = tab;
    const focused = () => page.evaluate(() => document.activeElement.querySelector(":scope > .text")?.textContent);
    await page.focus("#log");
    await page.keyboard.press("ArrowUp");
    assert.equal(await focused(), "an own https://own.example/link");
    await page.keyboard.press("ArrowUp");
    assert.equal(await focused(), "The server restarts at nine.");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("r");
    assert.match(await page.textContent("#about-text"), /^Answering Eve: an answer to/);
    await page.keyboard.type("so it is");
    await page.keyboard.press("Enter");
    const answer = await socket.nextPublish();
    assert.match(answer.data.reply_to, /^[0-9a-f]{24}$/);
    socket.accept(answer);
    await page.locator(".message", { hasText: "so it is" }).waitFor();
    assert.equal(await page.locator("#about").isVisible(), false);

    await page.keyboard.press("ArrowUp");
    assert.equal(await page.inputValue("#msg"), "so it is");
    await page.keyboard.press("Escape");
    assert.equal(await page.inputValue("#msg"), "");

    await page.focus("#log");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Answer" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    assert.equal(await page.textContent("#about-text"), "Changing your message");
    assert.equal(await page.evaluate(() => document.activeElement.id), "msg");
  }));
