// Rainy days: the server goes away, comes back, refuses, or does not answer.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";

import { ChatTab, launchBrowser, releasePages } from "./support/Browser.mjs";
import { ChatServer } from "./support/ChatServer.mjs";
import { WebSocket } from "./support/packages.mjs";
import { Proxy } from "./support/Proxy.mjs";
import { messageId, ScriptedServer } from "./support/ScriptedServer.mjs";

let browser;
let context;

before(async () => {
  browser = await launchBrowser();
  context = await browser.newContext();
  // The SDK takes the chance for its waits from there; what comes back by itself does so after the shortest.
  await context.addInitScript(() => (Math.random = () => 0));
});
after(() => browser?.close());
afterEach(async () => {
  await context.setOffline(false);
  await releasePages(context);
});

for (const signal of ["SIGKILL", "SIGTERM"])
  test(`a tab survives a server that ends by ${signal} and comes back on its port`, async () => {
    let server = await ChatServer.start();
    try {
      const alice = await ChatTab.openConnected(context, server.url, "Alice");
      const bob = await ChatTab.openConnected(context, server.url, "Bob");
      await alice.say("before");
      await bob.expectLines("Alice: before");
      await alice.page.fill("#nick", "Alice");

      await server.stop(signal, { keepHome: true });
      await alice.waitForState("waiting");
      await alice.say("written while it was away");
      assert.match(await alice.page.textContent("#hint"), /sent as soon as that is possible/);
      await alice.page.locator("#unsent li", { hasText: "Waiting" }).waitFor();

      server = await ChatServer.start({ port: server.port, home: server.home });
      await Promise.all([alice.waitForState("connected"), bob.waitForState("connected")]);
      const lines = ["Alice: before", "Alice: written while it was away"];
      await alice.expectLines(...lines);
      await bob.expectLines(...lines);
      assert.equal(await bob.page.locator("#banner").isVisible(), false);
      await alice.page.locator("#unsent").waitFor({ state: "hidden" });
      for (const tab of [alice, bob]) tab.assertNoFaults({ linkBroke: true });
    } finally {
      await server.stop();
    }
  });

test("what was said while a tab was away is there when it comes back, once and in order", async () => {
  const server = await ChatServer.start();
  const proxy = await Proxy.to(server.url);
  try {
    const away = await ChatTab.openConnected(context, proxy.url, "Away");
    const there = await ChatTab.openConnected(context, server.url, "There");
    await there.say("one");
    await away.expectLines("There: one");
    await context.setOffline(true);
    proxy.cut();
    await away.waitForState("offline");
    for (const text of ["two", "three"]) await fetchSay(server, text);
    await context.setOffline(false);
    await away.waitForState("connected");
    await away.expectLines("There: one", "Api: two", "Api: three");
    assert.equal(await away.page.locator(".notice").count(), 0);
  } finally {
    await proxy.close();
    await server.stop();
  }
});

/** Somebody who is not in the browser says something. */
async function fetchSay(server, text) {
  const socket = new WebSocket(`ws://${server.url.host}/ws/chat?nick=Api`);
  const heard = new Promise((resolve, reject) => {
    socket.on("open", () => socket.send(text));
    socket.on("message", resolve);
    socket.on("error", reject);
  });
  await heard;
  socket.close();
}

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

const refusals = [
  [3503, "force disconnect", /ended the connection: force disconnect/],
  [3504, "connection limit", /connection limit/],
  [3500, "invalid token", /wants a log-in token that is valid/],
  [4501, "banned", /^You are banned from this server\.$/],
  [4501, "spam (until 2031-01-02T03:04:05Z)", /^You are banned from this server: “spam” This holds until .*2031.*\.$/],
  [4502, "lockdown", /^The server lets nobody in at the moment\.$/],
  [4500, "42", /^An operator has removed you from the room: “42”$/],
  [4500, '{"reconnect":true}', /^An operator has removed you from the room: “{"reconnect":true}”$/],
  [4500, "kicked", /^An operator has removed you from the room\.$/],
  [4500, "No flooding!", /An operator has removed you from the room: “No flooding!”/],
];
test("a close code that refuses is shown with its reason, and only a person reconnects", (one) =>
  withScript(async (tab, socket, server) => {
    for (const [code, reason, shown] of refusals) {
      one.diagnostic(`close code ${code} ${reason}`);
      socket.close(code, reason);
      await tab.waitForState("refused");
      assert.match(await tab.page.textContent("#banner-text"), shown);
      await tab.page.evaluate(() => {
        dispatchEvent(new Event("online"));
        document.dispatchEvent(new Event("visibilitychange"));
      });
      await tab.waitForState("refused");
      await tab.page.getByRole("button", { name: "Reconnect", exact: true }).click();
      socket = await server.nextSocket();
      await tab.waitForState("connected");
      tab.assertNoFaults();
    }
  }));

const endings = [
  [3001, "shutdown"],
  [3008, "slow"],
  [1008, "too many frames"],
  [4000, ""],
];
test("after a close code that does not refuse the tab comes back by itself", (one) =>
  withScript(async (tab, socket, server) => {
    const lines = [];
    for (const [code, reason] of endings) {
      one.diagnostic(`close code ${code}`);
      socket.close(code, reason);
      socket = await server.nextSocket();
      await tab.waitForState("connected");
      socket.say("Bob", `welcome back after ${code}`);
      await tab.expectLines(...lines, `Bob: welcome back after ${code}`);
      lines.push(`Bob: welcome back after ${code}`);
      tab.assertNoFaults();
    }
  }));

test("a link that breaks without a goodbye comes back too", () =>
  withScript(async (tab, socket, server) => {
    socket.terminate();
    await server.nextSocket();
    await tab.waitForState("connected");
  }));

/** So long a wait that only the test can have ended it; the SDK takes the chance for its wait from Math.random. */
const waitForLong = () => (Math.random = () => 0.999);

for (const event of ["online", "visibilitychange"])
  test(`${event} ends the waiting at once`, () =>
    withScript(async (tab, socket, server) => {
      server.refuse(true);
      socket.close(3001, "shutdown");
      await tab.waitForState("waiting");
      server.refuse(false);
      await tab.page.evaluate((name) => {
        (name === "online" ? window : document).dispatchEvent(new Event(name));
      }, event);
      await server.nextSocket();
      await tab.waitForState("connected");
    }));

test("the waiting can be ended by hand", () =>
  withScript(async (tab, socket, server) => {
    await tab.page.evaluate(waitForLong);
    socket.close(3001, "shutdown");
    await tab.waitForState("waiting");
    await tab.page.getByRole("button", { name: "Reconnect now" }).click();
    await server.nextSocket();
    await tab.waitForState("connected");
  }));

test("a browser without a network says offline", () =>
  withScript(async (tab, socket, server) => {
    await context.setOffline(true);
    socket.terminate();
    await tab.waitForState("offline");
    assert.match(await tab.page.textContent("#banner-text"), /You are offline/);
    await context.setOffline(false);
    await server.nextSocket();
    await tab.waitForState("connected");
  }));

test("what was under way when the link broke goes out again by itself, under the same name", () =>
  withScript(async (tab, socket, server) => {
    await tab.say("lost one");
    const one = await socket.nextPublish();
    await tab.say("lost two");
    const two = await socket.nextPublish();
    socket.terminate();
    const next = await server.nextSocket();
    assert.deepEqual([(await next.nextPublish()).data, (await next.nextPublish()).data], [one.data, two.data]);
  }));

test("what arrived before the link broke does not go out again", () =>
  withScript(async (tab, socket, server) => {
    await tab.say("arrived");
    const { data } = await socket.nextPublish();
    // Everybody heard it, but the sender: it is told when it is back.
    server.offset += 1;
    socket.terminate();
    const next = await server.nextSocket();
    next.accept({ id: 0, data });
    await tab.expectLines("Nia: arrived");
    await tab.page.locator("#unsent").waitFor({ state: "hidden" });
  }));

test("where nobody can tell whether it arrived, a person decides", () =>
  withScript(async (tab, socket, server) => {
    socket.say("Bob", "before");
    await tab.say("lost one");
    await socket.nextPublish();
    await tab.say("lost two");
    await socket.nextPublish();
    // A new epoch, and a page of the past that does not reach back to what is known.
    server.recovers = false;
    server.calls["chat.history"] = { messages: [{ data: { id: messageId(5_000), nick: "Eve", text: "after" } }], next: 7 };
    socket.terminate();

    const rows = tab.page.locator("#unsent li", { hasText: "Maybe not delivered" });
    await rows.nth(1).waitFor();
    assert.deepEqual(await rows.locator(".unsent-text").allTextContents(), ["lost one", "lost two"]);
    await tab.expectLines("Eve: after");
    const next = await server.nextSocket();
    await rows.first().getByRole("button", { name: "Send again" }).click();
    const again = await next.nextPublish();
    assert.equal(again.data.text, "lost one");
    next.accept(again);
    await tab.expectLines("Eve: after", "Nia: lost one");
    assert.equal(await tab.page.locator(".own .message").count(), 1);

    await rows.first().getByRole("button", { name: "Discard" }).click();
    await tab.page.locator("#unsent").waitFor({ state: "hidden" });
    tab.assertNoFaults({ linkBroke: true });
  }));

test("a page of the past that reaches back closes the gap", () =>
  withScript(async (tab, socket, server) => {
    socket.publish({ id: messageId(1), nick: "Bob", text: "known" }, { client: "bob" });
    await tab.expectLines("Bob: known");
    server.recovers = false;
    server.calls["chat.history"] = {
      messages: [
        { data: { id: messageId(2), nick: "Eve", text: "missed" } },
        { data: { id: messageId(1), nick: "Bob", text: "known, and changed", edited: 1 } },
      ],
    };
    socket.terminate();
    await tab.expectLines("Bob: known, and changed", "Eve: missed");
  }));

test("a message that is long under way is shown as being sent", () =>
  withScript(async (tab, socket) => {
    await tab.say("slow");
    const publish = await socket.nextPublish();
    await tab.page.locator("#unsent li", { hasText: "Sending" }).waitFor();
    socket.accept(publish);
    await tab.expectLines("Nia: slow");
    await tab.page.locator("#unsent").waitFor({ state: "hidden" });
  }));

test("a message that the server does not want says why, and can be given up", () =>
  withScript(async (tab, socket) => {
    await tab.say("too soon");
    socket.refuse(await socket.nextPublish(), 111, "This room is slow: one message every 30 seconds.");
    const row = tab.page.locator("#unsent li", { hasText: "Not sent" });
    await row.getByText("one message every 30 seconds").waitFor();
    await row.getByRole("button", { name: "Send again" }).click();
    socket.refuse(await socket.nextPublish(), 103, "You are muted.");
    await row.getByText("You are muted.").waitFor();
    await row.getByRole("button", { name: "Discard" }).click();
    await tab.page.locator("#unsent").waitFor({ state: "hidden" });
    tab.assertNoFaults();
  }));
