// Rainy days: the server goes away, comes back, refuses, or does not answer.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { ChatTab, launchBrowser } from "./support/Browser.mjs";
import { ChatServer } from "./support/ChatServer.mjs";
import { ScriptedServer } from "./support/ScriptedServer.mjs";

let browser;
let context;

before(async () => {
  browser = await launchBrowser();
});
after(() => browser?.close());
beforeEach(async () => {
  context = await browser.newContext();
});
afterEach(() => context.close());

for (const signal of ["SIGKILL", "SIGTERM"])
  test(`a tab survives a server that ends by ${signal} and comes back on its port`, async () => {
    let server = await ChatServer.start();
    try {
      const alice = await ChatTab.openConnected(context, server.url, "Alice");
      const bob = await ChatTab.openConnected(context, server.url, "Bob");
      await alice.say("before");
      await bob.expectLines("Alice: before");
      await alice.page.fill("#nick", "Alice");

      await server.stop(signal);
      await alice.waitForState("waiting");
      await alice.say("written while it was away");
      assert.match(await alice.page.textContent("#hint"), /stays here/);

      server = await ChatServer.start({ port: server.port });
      await Promise.all([alice.waitForState("connected"), bob.waitForState("connected")]);
      assert.equal(await alice.page.inputValue("#msg"), "written while it was away");
      await alice.page.press("#msg", "Enter");
      const lines = ["Alice: before", "Alice: written while it was away"];
      await alice.expectLines(...lines);
      await bob.expectLines(...lines);
      await bob.page.getByText(/^Reconnected\. Messages sent between/).waitFor();
      assert.equal(await bob.page.locator("#banner").isVisible(), false);
      for (const tab of [alice, bob]) tab.assertNoFaults({ linkBroke: true });
    } finally {
      await server.stop();
    }
  });

async function withScript(body) {
  const server = await ScriptedServer.start();
  try {
    const tab = await ChatTab.open(context, server.url, "Nia");
    const socket = await server.nextSocket();
    await tab.waitForState("connected");
    await body(tab, socket, server);
  } finally {
    await server.stop();
  }
}

for (const [code, reason, shown] of [
  [3503, "force disconnect", /ended the connection: force disconnect/],
  [3504, "connection limit", /connection limit/],
  [1008, "too many frames", /too many frames/],
  [4501, "", /ended the connection: code 4501/],
  [4500, "", /^An operator has removed you from the room\.$/],
  [4500, "kicked", /^An operator has removed you from the room\.$/],
  [4500, "No flooding!", /An operator has removed you from the room: “No flooding!”/],
])
  test(`close code ${code} ${reason} is shown with its reason, and only a person reconnects`, () =>
    withScript(async (tab, socket, server) => {
      socket.close(code, reason);
      await tab.waitForState("refused");
      assert.match(await tab.page.textContent("#banner-text"), shown);
      await tab.page.evaluate(() => {
        dispatchEvent(new Event("online"));
        document.dispatchEvent(new Event("visibilitychange"));
      });
      await tab.waitForState("refused");
      await tab.page.getByRole("button", { name: "Reconnect", exact: true }).click();
      await server.nextSocket();
      await tab.waitForState("connected");
      tab.assertNoFaults();
    }));

for (const [code, reason] of [
  [3001, "shutdown"],
  [3008, "slow"],
  [1009, "message too big"],
  [4000, ""],
])
  test(`after close code ${code} the tab comes back by itself`, () =>
    withScript(async (tab, socket, server) => {
      socket.close(code, reason);
      const next = await server.nextSocket();
      await tab.waitForState("connected");
      next.send("Bob: welcome back");
      await tab.expectLines("Bob: welcome back");
      tab.assertNoFaults();
    }));

test("a link that breaks without a goodbye comes back too", () =>
  withScript(async (tab, socket, server) => {
    socket.terminate();
    await server.nextSocket();
    await tab.waitForState("connected");
  }));

for (const event of ["online", "visibilitychange"])
  test(`${event} ends the waiting at once`, async () => {
    // So long a wait that only the event can have ended it.
    await context.addInitScript(() => (Math.random = () => 1e6));
    await withScript(async (tab, socket, server) => {
      socket.close(3001, "shutdown");
      await tab.waitForState("waiting");
      await tab.page.evaluate((name) => {
        (name === "online" ? window : document).dispatchEvent(new Event(name));
      }, event);
      await server.nextSocket();
      await tab.waitForState("connected");
    });
  });

test("the waiting can be ended by hand, and says how long it is", async () => {
  await context.addInitScript(() => (Math.random = () => 40));
  await withScript(async (tab, socket, server) => {
    socket.close(3001, "shutdown");
    await tab.waitForState("waiting");
    assert.match(await tab.page.textContent("#state"), /Reconnecting in \d+ s/);
    await tab.page.getByRole("button", { name: "Reconnect now" }).click();
    await server.nextSocket();
    await tab.waitForState("connected");
  });
});

test("a browser without a network says offline", async () => {
  await context.addInitScript(() => (Math.random = () => 1e6));
  await withScript(async (tab, socket, server) => {
    await context.setOffline(true);
    socket.terminate();
    await tab.waitForState("offline");
    assert.match(await tab.page.textContent("#banner-text"), /You are offline/);
    await context.setOffline(false);
    await server.nextSocket();
    await tab.waitForState("connected");
  });
});

test("a message without an echo is shown as unconfirmed and can be sent again", () =>
  withScript(async (tab, socket, server) => {
    await tab.say("lost one");
    assert.equal(await socket.nextLine(), "Nia: lost one");
    await tab.say("lost two");
    assert.equal(await socket.nextLine(), "Nia: lost two");
    socket.terminate();

    const rows = tab.page.locator("#unsent li");
    await rows.nth(1).waitFor();
    assert.deepEqual(await rows.locator(".unsent-text").allTextContents(), ["lost one", "lost two"]);
    const next = await server.nextSocket();
    await tab.waitForState("connected");
    await rows.first().getByRole("button", { name: "Send again" }).click();
    assert.equal(await next.nextLine(), "Nia: lost one");
    next.send("Nia: lost one");
    await tab.expectLines("Nia: lost one");
    assert.equal(await tab.page.locator(".own .message").count(), 1);

    await rows.first().getByRole("button", { name: "Discard" }).click();
    await tab.page.locator("#unsent").waitFor({ state: "hidden" });
    tab.assertNoFaults({ linkBroke: true });
  }));

test("a message that is long under way is shown as being sent", () =>
  withScript(async (tab, socket) => {
    await tab.say("slow");
    const line = await socket.nextLine();
    await tab.page.locator("#unsent li", { hasText: "Sending" }).waitFor();
    socket.send(line);
    await tab.expectLines("Nia: slow");
    assert.equal(await tab.page.locator("#unsent").isVisible(), false);
  }));
