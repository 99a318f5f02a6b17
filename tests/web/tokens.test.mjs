// The page of a server that wants to know who comes.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { ChatTab, launchBrowser } from "./support/Browser.mjs";
import { ChatServer } from "./support/ChatServer.mjs";
import { SdkClient } from "./support/SdkClient.mjs";
import { seconds, secret, sign } from "./support/token.mjs";

let server;
let browser;
let context;

before(async () => {
  server = await ChatServer.start({ env: { CHINWAG_AUTH_MODE: "token", CHINWAG_AUTH_HMAC_SECRET: secret } });
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

const tokenOf = (claims) => sign({ exp: seconds() + 3600, ...claims });
const urlWith = (token, room = "lobby") => new URL(`/?room=${room}#token=${token}`, server.url);

test("a token in the address lets in, leaves the address, and stays for the tab", async () => {
  const token = tokenOf({ sub: "anna", info: { nick: "Anna" } });
  const tab = await ChatTab.openConnected(context, urlWith(token));
  assert.equal(tab.page.url(), String(new URL("/?room=lobby", server.url)));
  assert.equal(await tab.page.inputValue("#nick"), "Anna");
  assert.equal(await tab.page.getAttribute("#nick", "readonly"), "");
  await tab.say("it is me");
  await tab.expectLines("Anna: it is me");
  await tab.page.reload();
  await tab.waitForState("connected");
  // A user may change what was said before the connection of the moment.
  await tab.choose("it is me", "Edit");
  await tab.say("it is I");
  await tab.page.locator(".own .message").getByText("edited", { exact: true }).waitFor();
  tab.assertNoFaults();
  // Another tab knows nothing of it.
  const other = await ChatTab.open(context, server.url);
  await other.waitForState("refused");
});

test("without a token one is asked for it, told when it is no good, and let in with a right one", async () => {
  const tab = await ChatTab.open(context, server.url);
  await tab.waitForState("refused");
  assert.match(await tab.page.textContent("#banner-text"), /wants a log-in token/);
  for (const [token, ending] of [
    ["nonsense", "refused"],
    [tokenOf({ sub: "ben", exp: seconds() - 3600 }), "refused"],
    [tokenOf({ sub: "ben" }), "connected"],
  ]) {
    await tab.page.getByRole("button", { name: "Log in…" }).click();
    await tab.page.fill("#login-input", token);
    await Promise.all([tab.page.waitForEvent("load"), tab.page.press("#login-input", "Enter")]);
    await tab.waitForState(ending);
    if (ending === "connected") break;
    await tab.page.getByRole("button", { name: "Log in…" }).click();
    assert.equal(await tab.page.locator("#login-fault").isVisible(), true);
    await tab.page.click("#login-cancel");
  }
  // Who has no nickname yet is called as the token has it.
  assert.equal(await tab.page.inputValue("#nick"), "ben");
});

test("a nickname that is reserved is refused with the reason, and another one lets in", async () => {
  const tab = await ChatTab.openConnected(context, urlWith(tokenOf({ sub: "carl" }), "carl"), "Chinwag");
  await tab.say("I am the server");
  await tab.page.locator("#unsent .unsent-reason", { hasText: "reserved" }).waitFor();
  await tab.page.reload();
  await tab.waitForState("refused");
  assert.match(await tab.page.textContent("#banner-text"), /reserved/);
  await tab.page.fill("#nick", "Carl");
  await tab.page.press("#nick", "Tab");
  await tab.page.getByRole("button", { name: "Reconnect", exact: true }).click();
  await tab.waitForState("connected");
  await tab.say("I am Carl");
  await tab.expectLines("Carl: I am Carl");
});

test("staff takes back what others have said", async () => {
  const eve = await ChatTab.openConnected(context, urlWith(tokenOf({ sub: "eve", info: { nick: "Eve" } })));
  await eve.say("something awful");
  const staff = await ChatTab.openConnected(
    await browser.newContext(),
    urlWith(tokenOf({ sub: "mod", staff: true, info: { nick: "Mod" } })),
  );
  await staff.choose("something awful", "Take back…");
  await staff.page.getByRole("button", { name: "Take back", exact: true }).click();
  await eve.page.getByText("This message was taken back.").last().waitFor();
  await staff.page.context().close();
});

test("that a room is locked is said before one writes, at once and to who comes later, and holds not for staff", async () => {
  const staff = new SdkClient(server, { token: tokenOf({ sub: "warden", staff: true }) });
  const tab = await ChatTab.openConnected(context, urlWith(tokenOf({ sub: "gus" }), "lockable"));
  try {
    await staff.connect();
    await staff.subscribe("chat:lockable");
    await staff.sdk.rpc("chat.lock", { channel: "chat:lockable" });
    await tab.page.getByText("This room is locked: everybody may read, and nobody may write.").waitFor();
    await tab.say("let me in");
    await tab.page.locator("#unsent .unsent-reason", { hasText: "locked" }).waitFor();
    const late = await ChatTab.openConnected(context, urlWith(tokenOf({ sub: "late" }), "lockable"));
    await late.page.getByText("This room is locked").waitFor();
    await staff.sdk.rpc("chat.unlock", { channel: "chat:lockable" });
    await staff.sdk.rpc("chat.slow", { channel: "chat:lockable", seconds: 30 });
    for (const one of [tab, late])
      await one.page.getByText("This room is slow: one message every 30 seconds.").waitFor();
    await staff.sdk.rpc("chat.slow", { channel: "chat:lockable", seconds: 0 });
    await tab.page.locator("#rules").waitFor({ state: "hidden" });
  } finally {
    staff.close();
  }
});
