// What is acknowledged is on disk: through restarts, and through kill -9 at any moment.
import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { test } from "node:test";

import { ChatServer } from "../support/ChatServer.mjs";
import { next, SdkClient } from "../support/SdkClient.mjs";
import { apiKey, ServerApi } from "../support/ServerApi.mjs";
import { secret, sign } from "../support/token.mjs";

const channel = "chat:kept";
const texts = (publications) => publications.map((publication) => publication.data.text);

/** A server that can be ended and comes back, on its port and with its data. */
class Phoenix {
  static async start(env = {}) {
    const phoenix = new Phoenix();
    phoenix.env = env;
    phoenix.server = await ChatServer.start({ env });
    return phoenix;
  }
  async end(signal) {
    await this.server.stop(signal, { keepHome: true });
  }
  async rise() {
    const { port, home } = this.server;
    this.server = await ChatServer.start({ port, home, env: this.env });
  }
  async bury() {
    await this.server.stop();
    await rm(this.server.home, { recursive: true, force: true });
  }
}

/** All messages of the channel that the store has, oldest first. */
async function everything(client) {
  const all = [];
  let before = 0;
  do {
    const { data } = await client.sdk.rpc("chat.history", { channel, before, limit: 100 });
    all.unshift(...data.messages.reverse());
    before = data.next;
  } while (before);
  return all;
}

test("a clean restart goes on where it stood", async () => {
  const phoenix = await Phoenix.start();
  try {
    const alice = await SdkClient.connected(phoenix.server, { data: { nick: "Alice" } });
    const log = await alice.subscribe(channel);
    for (let i = 1; i <= 250; ++i) await log.subscription.publish({ text: `${i}` });
    const before = await log.subscription.history({ limit: 0 });
    const down = next(alice.sdk, "connecting");
    await phoenix.end("SIGTERM");
    await down;
    const back = next(log.subscription, "subscribed");
    await phoenix.rise();
    const context = await back;
    assert.equal(context.recovered, true);
    const after = await log.subscription.history({ limit: 0 });
    assert.deepEqual([after.offset, after.epoch], [before.offset, before.epoch]);

    const page = await log.subscription.history({ limit: 10, since: { offset: 100, epoch: after.epoch } });
    assert.deepEqual(texts(page.publications), ["101", "102", "103", "104", "105", "106", "107", "108", "109", "110"]);
    const newest = await log.subscription.history({ limit: 3, reverse: true });
    assert.deepEqual(texts(newest.publications), ["250", "249", "248"]);
    assert.deepEqual(texts(await everything(alice)), Array.from({ length: 250 }, (_, i) => `${i + 1}`));
    const { data } = await alice.sdk.rpc("chat.search", { channel, text: "77" });
    assert.deepEqual(texts(data.messages), ["77"]);

    // One that has seen the first only: more than is remembered, all of it from the disk.
    const bob = await SdkClient.connected(phoenix.server);
    const late = bob.sdk.newSubscription(channel, { since: { offset: 1, epoch: after.epoch } });
    const heard = [];
    late.on("publication", (publication) => heard.push(publication));
    const subscribed = next(late, "subscribed");
    late.subscribe();
    assert.equal((await subscribed).recovered, true);
    const last = heard.length === 249 ? null : next(late, "publication", ({ data: said }) => said.text === "250");
    await last;
    assert.deepEqual(texts(heard), Array.from({ length: 249 }, (_, i) => `${i + 2}`));
    alice.close();
    bob.close();
  } finally {
    await phoenix.bury();
  }
});

test("what the server subscribes to recovers from the disk, too", async () => {
  const phoenix = await Phoenix.start({ CHINWAG_AUTH_HMAC_SECRET: secret });
  try {
    const alice = await SdkClient.connected(phoenix.server, { token: sign({ sub: "alice", channels: [channel] }) });
    const bob = await SdkClient.connected(phoenix.server, { token: sign({ sub: "bob" }) });
    const { subscription } = await bob.subscribe(channel);
    const first = next(alice.sdk, "publication");
    await subscription.publish({ text: "0" });
    await first;
    const down = next(alice.sdk, "disconnected");
    alice.sdk.disconnect();
    await down;
    for (let i = 1; i <= 150; ++i) await subscription.publish({ text: `${i}` });
    const heard = [];
    alice.sdk.on("publication", (publication) => heard.push(publication));
    const subscribed = next(alice.sdk, "subscribed");
    const last = next(alice.sdk, "publication", ({ data }) => data.text === "150");
    alice.sdk.connect();
    assert.equal((await subscribed).recovered, true);
    await last;
    assert.deepEqual(texts(heard), Array.from({ length: 150 }, (_, i) => `${i + 1}`));
    alice.close();
    bob.close();
  } finally {
    await phoenix.bury();
  }
});

test("an outbox that sends again is heard once", async () => {
  const phoenix = await Phoenix.start();
  try {
    const alice = await SdkClient.connected(phoenix.server, { data: { nick: "Alice" } });
    const log = await alice.subscribe(channel);
    const say = () => log.subscription.publish({ text: "once", client_id: "outbox-1" });
    await Promise.all([say(), say()]);
    await say();
    const end = log.next((publication) => publication.data.text === "end");
    await log.subscription.publish({ text: "end" });
    await end;
    assert.deepEqual(texts(log.publications), ["once", "end"]);
    assert.deepEqual(texts(await everything(alice)), ["once", "end"]);
    alice.close();
  } finally {
    await phoenix.bury();
  }
});

test("what an outbox sends again after kill -9 is heard and kept once", async () => {
  const phoenix = await Phoenix.start({ CHINWAG_AUTH_HMAC_SECRET: secret });
  const asAnna = { token: sign({ sub: "anna" }), data: { nick: "Anna" } };
  const names = ["known", "perhaps known", "another"];
  try {
    for (const [round, name] of names.entries()) {
      const message = { text: name, client_id: `outbox-${round}` };
      const before = await SdkClient.connected(phoenix.server, asAnna);
      const { subscription } = await before.subscribe(channel);
      const sent = subscription.publish(message).catch(() => {});
      // The second time the server dies before anybody knows.
      if (round !== 1) await sent;
      before.close();
      await phoenix.end("SIGKILL");
      await phoenix.rise();

      const anna = await SdkClient.connected(phoenix.server, asAnna);
      const bob = await SdkClient.connected(phoenix.server);
      const mine = await anna.subscribe(channel);
      const log = await bob.subscribe(channel);
      await mine.subscription.publish(message);
      await mine.subscription.publish(message);
      const end = log.next((publication) => publication.data.text === "end");
      await mine.subscription.publish({ text: "end" });
      await end;
      const heard = texts(log.publications).filter((text) => text === name);
      assert.ok(heard.length <= (round === 1 ? 1 : 0), "what was kept is not told again");
      // Somebody else may call a message the same.
      await log.subscription.publish({ text: "mine", client_id: message.client_id });
      const kept = texts(await everything(bob));
      assert.equal(kept.filter((text) => text === name).length, 1);
      assert.equal(kept.filter((text) => text === "mine").length, round + 1);
      anna.close();
      bob.close();
    }
  } finally {
    await phoenix.bury();
  }
});

test("kill -9 at random moments loses nothing that was acknowledged", async () => {
  const phoenix = await Phoenix.start();
  const acknowledged = new Map(); // publisher -> numbers, in order
  let said = 0;
  try {
    for (let round = 0; round < 8; ++round) {
      const publishers = await Promise.all(
        ["a", "b", "c"].map(async (name) => {
          const client = await SdkClient.connected(phoenix.server, { data: { nick: name } });
          const { subscription } = await client.subscribe(channel);
          return { name, client, subscription };
        }),
      );
      let isOver = false;
      let acknowledgements = 0;
      const enough = 20 + Math.floor(Math.random() * 200);
      let kill;
      const reached = new Promise((resolve) => (kill = resolve));
      const talk = async ({ name, subscription }) => {
        const mine = acknowledged.get(name) ?? [];
        acknowledged.set(name, mine);
        while (!isOver) {
          const number = ++said;
          try {
            await subscription.publish({ text: `${name} ${number}` });
          } catch {
            return; // the server is gone; whether it was kept is not known
          }
          mine.push(number);
          if (++acknowledgements === enough) kill();
        }
      };
      const talks = publishers.map(talk);
      await reached;
      isOver = true;
      await phoenix.end("SIGKILL");
      publishers.forEach(({ client }) => client.close());
      await Promise.all(talks);
      await phoenix.rise();
    }
    const reader = await SdkClient.connected(phoenix.server);
    await reader.subscribe(channel);
    const kept = texts(await everything(reader)).map((text) => text.split(" "));
    for (const [name, numbers] of acknowledged) {
      const found = kept.filter(([who]) => who === name).map(([, number]) => Number(number));
      assert.equal(new Set(found).size, found.length, "nothing is there twice");
      assert.deepEqual([...found].sort((x, y) => x - y), found, "in order");
      const missing = numbers.filter((number) => !found.includes(number));
      assert.deepEqual(missing, [], "nothing that was acknowledged is missing");
      assert.ok(numbers.length > 0);
    }
    reader.close();
  } finally {
    await phoenix.bury();
  }
});

test("who comes back after a crash is not told a story with a gap", async () => {
  const phoenix = await Phoenix.start();
  try {
    const alice = await SdkClient.connected(phoenix.server, { data: { nick: "Alice" } });
    const log = await alice.subscribe(channel);
    await log.subscription.publish({ text: "before" });
    const down = next(alice.sdk, "connecting");
    await phoenix.end("SIGKILL");
    await down;
    const back = next(log.subscription, "subscribed");
    await phoenix.rise();
    const context = await back;
    assert.equal(context.wasRecovering, true);
    assert.equal(context.recovered, false);
    assert.deepEqual(texts(await everything(alice)), ["before"]);
    alice.close();
  } finally {
    await phoenix.bury();
  }
});

test("a crash forgets no revocation", async () => {
  const env = { CHINWAG_AUTH_MODE: "token", CHINWAG_AUTH_HMAC_SECRET: secret, CHINWAG_API_KEYS: apiKey };
  let server = await ChatServer.start({ env, args: ["--database", "none"] });
  try {
    const api = new ServerApi(server);
    await api.result("revoke_token", { uid: "lost" });
    await api.result("invalidate_user_tokens", { user: "mallory" });
    await server.stop("SIGKILL", { keepHome: true });
    server = await ChatServer.start({ env, args: ["--database", "none"], home: server.home });
    for (const claims of [{ sub: "alice", jti: "lost" }, { sub: "mallory" }]) {
      const one = new SdkClient(server, { token: sign(claims) });
      const refused = next(one.sdk, "disconnected");
      one.sdk.connect();
      assert.equal((await refused).code, 3500);
    }
    (await SdkClient.connected(server, { token: sign({ sub: "alice", jti: "found" }) })).close();
  } finally {
    await server.stop();
  }
});
