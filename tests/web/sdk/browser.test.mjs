// The published SDK, unmodified, in a real browser: bundled as an application does it, and served by the server itself
// under its content policy.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";

import { launchBrowser, openPage } from "../support/Browser.mjs";
import { ChatServer } from "../support/ChatServer.mjs";
import { esbuild, packagesHome } from "../support/packages.mjs";
import { Proxy } from "../support/Proxy.mjs";
import { apiKey, ServerApi } from "../support/ServerApi.mjs";
import { seconds, secret, sign } from "../support/token.mjs";

// In the browser: a client whose events are written down, to be looked at and waited for.
const application = `
import { Centrifuge } from "centrifuge";

class Log {
  entries = [];
  #waiting = [];

  add(entry) {
    this.entries.push(entry);
    this.#waiting.splice(0).forEach((look) => look());
  }

  /** The first entry of the kind from the position \`from\` on. */
  async next(kind, from = 0) {
    for (;;) {
      const found = this.entries.slice(from).find((entry) => entry.kind === kind);
      if (found) return found;
      await new Promise((resolve) => this.#waiting.push(resolve));
    }
  }
}

globalThis.connect = async (options, withToken) => {
  const log = new Log();
  const address = new URL("/connection/websocket", location.href.replace(/^http/, "ws"));
  const getToken = withToken ? { getToken: () => globalThis.mintToken() } : {};
  const client = new Centrifuge(String(address), { minReconnectDelay: 10, maxReconnectDelay: 200, ...options, ...getToken });
  for (const kind of ["connecting", "connected", "disconnected", "error", "subscribed", "publication", "join", "leave"])
    client.on(kind, (context) => log.add({ ...context, kind }));
  client.connect();
  await log.next("connected");
  return { client, log };
};

globalThis.subscribe = async (client, channel, options) => {
  const log = new Log();
  const subscription = client.newSubscription(channel, options);
  for (const kind of ["subscribing", "subscribed", "unsubscribed", "error", "publication", "join", "leave"])
    subscription.on(kind, (context) => log.add({ ...context, kind }));
  subscription.subscribe();
  await log.next("subscribed");
  return { subscription, log };
};
`;

let root;
let server;
let proxy;
let browser;
let context;
let room = 0;

before(async () => {
  root = await mkdtemp(join(tmpdir(), "chinwag-sdk-"));
  await writeFile(join(root, "index.html"), `<!doctype html><title>SDK</title><script src="/static/sdk.js"></script>`);
  await writeFile(join(root, "favicon.svg"), `<svg xmlns="http://www.w3.org/2000/svg"/>`);
  await esbuild.build({
    stdin: { contents: application, resolveDir: packagesHome },
    bundle: true,
    format: "iife",
    outfile: join(root, "sdk.js"),
    logLevel: "warning",
  });
  const env = { CHINWAG_AUTH_HMAC_SECRET: secret, CHINWAG_API_KEYS: apiKey };
  server = await ChatServer.start({ args: ["--web-root", root], env });
  proxy = await Proxy.to(server.url);
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await proxy?.close();
  await server?.stop();
  await rm(root, { recursive: true, force: true });
});
beforeEach(async () => {
  room += 1;
  context = await browser.newContext();
});
afterEach(() => context.close());

const channel = () => `chat:room-${room}`;

/** A page with a client that calls itself `nick`, subscribed to the room as `globalThis.here`. */
async function chatter(nick, options = {}) {
  const page = await openPage(context, proxy.url);
  await page.evaluate(
    async ({ nick, channel, options }) => {
      globalThis.me = await connect({ data: { nick } });
      globalThis.here = await subscribe(globalThis.me.client, channel, options);
    },
    { nick, channel: channel(), options },
  );
  return page;
}

test("it connects, subscribes, publishes and hears", async () => {
  const alice = await chatter("Alice");
  const bob = await chatter("Bob");
  await alice.evaluate(() => globalThis.here.subscription.publish({ text: "Gr\u00fc\u00dfe \u{1f44b}" }));
  for (const page of [alice, bob]) {
    const { data, offset, info } = await page.evaluate(() => globalThis.here.log.next("publication"));
    assert.deepEqual([data.nick, data.text, offset], ["Alice", "Gr\u00fc\u00dfe \u{1f44b}", 1]);
    assert.equal(info.connInfo.nick, "Alice");
    assert.deepEqual(page.faults, []);
  }
});

test("it sees who is there, who comes and who goes, and what was said", async () => {
  const alice = await chatter("Alice", { joinLeave: true });
  const bob = await chatter("Bob");
  const joined = await alice.evaluate(async (nick) => {
    const isBob = ({ kind, info }) => kind === "join" && info.connInfo.nick === nick;
    for (let from = 0; ; from += 1) {
      await globalThis.here.log.next("join", from);
      const found = globalThis.here.log.entries.slice(from).find(isBob);
      if (found) return found;
    }
  }, "Bob");
  assert.equal(joined.info.connInfo.nick, "Bob");
  const seen = await alice.evaluate(async () => {
    const { subscription } = globalThis.here;
    for (const text of ["one", "two", "three"]) await subscription.publish({ text });
    const { clients } = await subscription.presence();
    const { publications, offset } = await subscription.history({ limit: 2, reverse: true });
    return {
      nicks: Object.values(clients).map((one) => one.connInfo.nick),
      stats: await subscription.presenceStats(),
      texts: publications.map(({ data }) => data.text),
      offset,
    };
  });
  assert.deepEqual(seen.nicks.sort(), ["Alice", "Bob"]);
  assert.deepEqual(seen.stats, { numClients: 2, numUsers: 1 });
  assert.deepEqual([seen.texts, seen.offset], [["three", "two"], 3]);
  await bob.evaluate(() => globalThis.me.client.disconnect());
  const left = await alice.evaluate(() => globalThis.here.log.next("leave"));
  assert.equal(left.info.connInfo.nick, "Bob");
});

test("after a cut it comes back by itself and gets what it missed, once and in order", async () => {
  const alice = await chatter("Alice");
  const api = new ServerApi(server);
  const say = (text) => api.result("publish", { channel: channel(), data: { nick: "App", text } });
  const expected = [];
  for (let round = 1; round <= 3; ++round) {
    const from = await alice.evaluate(() => globalThis.here.log.entries.length);
    proxy.cut();
    for (let i = 1; i <= 10; ++i) {
      expected.push(`${round}.${i}`);
      await say(expected.at(-1));
    }
    const back = await alice.evaluate((from) => globalThis.here.log.next("subscribed", from), from);
    assert.deepEqual([back.wasRecovering, back.recovered], [true, true]);
  }
  await say("end");
  const heard = await alice.evaluate(async () => {
    const texts = () =>
      globalThis.here.log.entries.filter(({ kind }) => kind === "publication").map(({ data }) => data.text);
    for (let from = 0; !texts().includes("end"); from += 1) await globalThis.here.log.next("publication", from);
    return texts();
  });
  assert.deepEqual(heard, [...expected, "end"]);
});

test("it replaces its token before the end, and the server's own subscriptions are there from the start", async () => {
  const mine = `chat:mine-${room}`;
  let minted = 0;
  let tellRenewed;
  const renewed = new Promise((resolve) => (tellRenewed = resolve));
  await context.exposeFunction("mintToken", () => {
    minted += 1;
    if (minted === 2) tellRenewed();
    // The first one is soon to be replaced, the others are good for long.
    const exp = seconds() + (minted === 1 ? 3 : 3600);
    return sign({ sub: "alice", exp, info: { nick: "Alice" }, channels: [mine] });
  });
  const page = await openPage(context, proxy.url);
  await page.evaluate(async () => {
    globalThis.me = await connect({}, true);
    globalThis.subscribedTo = await globalThis.me.log.next("subscribed");
  });
  assert.equal(await page.evaluate(() => globalThis.subscribedTo.channel), mine);
  await renewed;
  await new ServerApi(server).result("publish", { channel: mine, data: { nick: "App", text: "for her" } });
  const { channel: heardIn, data } = await page.evaluate(() => globalThis.me.log.next("publication"));
  assert.deepEqual([heardIn, data.text], [mine, "for her"]);
  const kinds = await page.evaluate(() => globalThis.me.log.entries.map(({ kind }) => kind));
  assert.deepEqual(kinds, ["connecting", "connected", "subscribed", "publication"]);
  assert.equal(minted, 2);
});
